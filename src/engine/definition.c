#include "engine/frame.h"

/* What its expression comes to is put where others read it, also where it is an error: that concerns only
 * those that need it, as if the expression stood there itself. */
void definition_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const Definition *definition = &frame->program->definitions[unit->detail];
    Value value = condition_run(frame, &frame->program->conditions[definition->code]);
    frame->slots[definition->slot] = value;
    state->yes = value.state == VALUE_KNOWN && value.kind == TYPE_YES_NO && value.yes;
    if (value.state == VALUE_KNOWN) return;
    state->outcome = value.state == VALUE_MISSING ? OUTCOME_UNDETERMINED : OUTCOME_ERROR;
    if (state->outcome == OUTCOME_ERROR) state->problem = problem_of(value);
}
