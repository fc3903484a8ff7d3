/* fold: going through a whole book entry by entry, to rebuild what stands or to replay what was commanded.
 * Memory is bounded: what was changed is put away after every so many entries, and the state begun anew. */
#ifndef BYLAW_SERVICE_FOLD_H
#define BYLAW_SERVICE_FOLD_H

#include "service/book.h"

enum { FOLD_SLICE = 512 }; /* entries between puttings-away */

/* Applies every entry and stores the projections. False: the store failed, or *problem says what is wrong. */
bool fold_book(bylaw_book *book, Arena *arena, uint64_t *entries, Text *problem);

#endif
