/* state_conditions: what stands of conditions: put with a motion, of a case, and those that are open
 * (proceedings/state.h says how state is kept). */
#ifndef BYLAW_PROCEEDINGS_STATE_CONDITIONS_H
#define BYLAW_PROCEEDINGS_STATE_CONDITIONS_H

#include "proceedings/kinds_conditions.h"

/* A condition on what was carried at a step. `stands`: "open", "discharged", "waived", "lapsed" or "fallen",
 * with what was carried. `past`: the entry since which that stands no longer; 0: it stands. Of one with which
 * it fell, `stood` is where the case was then, or `end` and `outcome` as what it had ended. */
#define CONDITION_STATE_FIELDS(F, R, L, S)                                                                   \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, motion)                                                                                       \
    CONDITION_FIELDS(F, R, L, S)                                                                             \
    F(S, TEXT, stands)                                                                                       \
    F(S, TEXT, shown)   /* what showed that it is met */                                                     \
    F(S, TEXT, because) /* it was waived, or given more time */                                              \
    F(S, TEXT, meeting)                                                                                      \
    F(S, INT, entry) /* that says how it stands */                                                           \
    F(S, INT, past) F(S, TEXT, stood) F(S, TEXT, end) F(S, TEXT, outcome)
#define OPEN_CONDITION_STATE_FIELDS(F, R, L, S)                                                              \
    F(S, TEXT, subject) F(S, INT, number) /* key: "2026-05-01 PRT-2026-001 1", so that keys sort by due */

RECORD_STRUCT(PutCondition, CONDITION_FIELDS)
RECORD_STRUCT(ConditionState, CONDITION_STATE_FIELDS)
RECORD_STRUCT(OpenConditionState, OPEN_CONDITION_STATE_FIELDS)

struct State;
struct CaseState;
const ConditionState *case_condition(const struct CaseState *subject, int64_t number); /* NULL: none such */
/* Walks over those that are still to be met, in the order due; `from` empty: the first. */
bool state_next_condition(struct State *state, Text from, Text *place, const OpenConditionState **condition);

#endif
