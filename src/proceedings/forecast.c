/* What would fall due if nobody acted: an advance that is tried on a copy of what stands. */
#include "proceedings/motion.h"

bool forecast(State *state, Moment by, Batch *batch, Refusal *refusal) {
    Command advance = {.verb = verb_row(VERB_ADVANCE),
                       .args = record_new(state_arena(state), &AdvanceArgs_record),
                       .auth = TEXT("self"),
                       .recorded = by,
                       .happened = by,
                       .charter = charter_on(state, moment_date(by))};
    *batch = (Batch){0};
    return !something_due(state, by) || proceed(state_trial(state), &advance, 0, batch, refusal);
}
