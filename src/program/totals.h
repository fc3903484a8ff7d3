/* totals: what is added up over cases. */
#ifndef BYLAW_PROGRAM_TOTALS_H
#define BYLAW_PROGRAM_TOTALS_H

#include "program/where.h"
#include "value/value.h"

/* What the cases of a group come to that agree in one fact. Its value is given, like a fact: who knows the
 * cases adds up what `sums` makes of the facts of each. */
typedef struct Total {
    Text name;
    Type type;
    Index group;
    Index slot;           /* where rules read it */
    Index each;           /* slot of the fact by which cases are told apart; NONE: all of the group */
    Index sums;           /* unit, a definition: what a case adds */
    Duration over;        /* how far back; amount 0: to the first case */
    bool itself, pending; /* is the case counted that is decided on; are others that are open? */
    const Text *outcomes; /* and those that have ended with one of these */
    size_t outcome_count;
    Where where;
} Total;

#endif
