/* ballots: thresholds held against counts (laws P1, P2, P4). Pure: it knows neither state nor people, only
 * how many of what there are, and writes down every comparison that it makes. */
#ifndef BYLAW_PROCEEDINGS_BALLOTS_H
#define BYLAW_PROCEEDINGS_BALLOTS_H

#include "proceedings/kinds.h"
#include "program/program.h"

/* How many there are of everything that a threshold can count. */
typedef struct Counts {
    int64_t of[COUNT_COUNT];
    bool in_person;    /* members present are those who are there themselves: some others are represented */
    const Role *roles; /* of the charter; read only for `including 1 with role external` */
    /* How many of those counted hold a role. */
    int64_t (*with_role)(const void *context, CountId counted, Text role);
    const void *context;
} Counts;

/* Whether all the bounds of a threshold hold. Each comparison is added to `comparisons`, the list of Compared
 * of a Closed; `of` says what they are for: "quorum", "carried" or "casting". An empty base meets nothing. */
bool threshold_met(Arena *arena, const Threshold *threshold, const Counts *counts, const char *of,
                   void *comparisons);

/* An office decides by its holder's own vote. */
extern const Threshold office_quorum, office_carried;

#endif
