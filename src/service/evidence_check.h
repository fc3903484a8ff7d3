/* evidence_check: whether every file of evidence that the entries name is there as it was attached; for the
 * files of this room only. */
#ifndef BYLAW_SERVICE_EVIDENCE_CHECK_H
#define BYLAW_SERVICE_EVIDENCE_CHECK_H

#include "service/book.h"

typedef struct EvidenceChecked {
    int64_t files; /* that were looked at: as many as are named and not discarded */
    Tree *wrong;   /* {"case", "evidence", "name", "entry", "what"} of each that is not as it should be */
} EvidenceChecked;

/* Believes nothing but the entries. In no transaction; false: the store failed. */
bool evidence_check(bylaw_book *book, Arena *arena, EvidenceChecked *out);

#endif
