/* refusals: why a command was refused: the rule, a sentence for a clerk, and what would make it pass.
 * X(NAME, law or rule cited, sentence, mend); {0} {1} ... are arguments, already in the clerk's words. */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_H
#define BYLAW_PROCEEDINGS_REFUSALS_H

#include "proceedings/refusals_agenda.h"
#include "proceedings/refusals_ballot.h"
#include "proceedings/refusals_case.h"
#include "proceedings/refusals_common.h"
#include "proceedings/refusals_conditions.h"
#include "proceedings/refusals_conflict.h"
#include "proceedings/refusals_delegation.h"
#include "proceedings/refusals_edition.h"
#include "proceedings/refusals_evidence.h"
#include "proceedings/refusals_meeting.h"
#include "proceedings/refusals_register.h"
#include "value/tree.h"

/* The laws that refusals cite (docs/laws.md), each as a clerk is told of it.  X(CODE, sentence) */
#define CITED_LAWS(X)                                                                                        \
    X("L2", "every procedure comes to an end")                                                               \
    X("L3", "a fact is of the kind that the rules say")                                                      \
    X("L4", "what is missing is not taken for a no")                                                         \
    X("L5", "a table has exactly one row for every case")                                                    \
    X("P1", "a motion is carried by counting exactly what the body's rule names")                            \
    X("P2", "only members who are there and not recused are counted, for each motion anew")                  \
    X("P3", "a member has one vote on a motion, and gives it as the ballot says")                            \
    X("P4", "what a closed ballot came to stays as it is")                                                   \
    X("P5", "what is carried with conditions is carried as it was put to the vote")                          \
    X("P7", "what has lapsed is not undone by an act dated before it")                                       \
    X("P8", "nobody decides on their own request, or twice")                                                 \
    X("P9", "a guard holds before its step begins, and an invariant after every act")                        \
    X("R2", "what stands is made from the entries, and from them alone")                                     \
    X("R4", "a case keeps the rules under which it was opened")

#define REFUSALS(X)                                                                                          \
    COMMON_REFUSALS(X)                                                                                       \
    EDITION_REFUSALS(X)                                                                                      \
    EVIDENCE_REFUSALS(X)                                                                                     \
    REGISTER_REFUSALS(X)                                                                                     \
    METRIC_REFUSALS(X)                                                                                       \
    CASE_REFUSALS(X)                                                                                         \
    MEETING_REFUSALS(X)                                                                                      \
    AGENDA_REFUSALS(X) BALLOT_REFUSALS(X) CONFLICT_REFUSALS(X) CONDITION_REFUSALS(X) DELEGATION_REFUSALS(X)

typedef enum RefusalCode {
#define X(name, rule, sentence, mend) REFUSAL_##name,
    REFUSALS(X)
#undef X
        REFUSAL_COUNT
} RefusalCode;

enum { REFUSAL_ARGS = 5 };

typedef struct Refusal {
    RefusalCode code;
    Text args[REFUSAL_ARGS];
    Text where;  /* the rule's place, "rules/governance.bylaw:120 (§8.1)"; empty: the row's own rule */
    Tree *lines; /* of a file, each that was refused: {"line", "sentence", "mend"}; NULL */
} Refusal;

Text refusal_name(RefusalCode code); /* "NO_POWER", for machines */
Text refusal_rule(Arena *arena, const Refusal *refusal);
Text refusal_sentence(Arena *arena, const Refusal *refusal);
Text refusal_mend(Arena *arena, const Refusal *refusal); /* empty: none */

#endif
