/* difference: what changes in meaning from one edition of the rules to another. Pure: two checked models and
 * programs in, a document out. Order, layout, comments and files are no meaning; where a meaning cannot be
 * held against the other it is compared as it is written, and the document says so. */
#ifndef BYLAW_DIFFERENCE_DIFFERENCE_H
#define BYLAW_DIFFERENCE_DIFFERENCE_H

#include "model/model.h"
#include "program/program.h"

/* One of the two editions: sound, and compiled. */
typedef struct Edition {
    const Model *model;
    const Program *program;
    const Sources *sources;
} Edition;

/* Puts the list "changes", one for each declaration and workflow that means something else, and the list
 * "reached", of those that mean the same and read what does not, into the document (docs/json.md). How many
 * changes there are. */
size_t difference_find(Arena *arena, const Edition *before, const Edition *now, Tree *document);

#endif
