/* Exceptions to a table: what holds instead of the row's results. */
#include "engine/frame.h"

/* Of two that apply neither holds. */
static void note(Frame *frame, const DecisionTable *table, size_t at, UnitState *state, bool *open) {
    Value met = condition_run(frame, &frame->program->conditions[table->exceptions[at].condition]);
    if (met.state == VALUE_MISSING) {
        *open = true;
    } else if (met.state != VALUE_KNOWN) {
        state->outcome = OUTCOME_ERROR;
        state->problem = met.state == STATE_ERROR ? (Problem)met.member : PROBLEM_NOT_APPLICABLE;
    } else if (met.yes && state->exception == NONE) {
        state->exception = (Index)at;
    } else if (met.yes && state->other_exception == NONE) {
        state->other_exception = (Index)at;
    }
}

const TableException *exception_giving(const DecisionTable *table, const UnitState *state, size_t output) {
    const TableException *exception = state->exception == NONE ? NULL : &table->exceptions[state->exception];
    return exception && exception->gives[output] ? exception : NULL;
}

void find_exception(Frame *frame, const DecisionTable *table, UnitState *state) {
    bool open = false;
    for (size_t i = 0; i < table->exception_count; i++) note(frame, table, i, state, &open);
    if (state->other_exception != NONE) {
        state->outcome = OUTCOME_ERROR;
        state->problem = PROBLEM_TWO_EXCEPTIONS;
    } else if (open && state->outcome == OUTCOME_DECIDED) {
        state->outcome = OUTCOME_UNDETERMINED;
    }
}
