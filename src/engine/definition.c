#include "engine/frame.h"

static const Meaning *meaning_on(const Definition *definition, Date day) {
    const Meaning *meanings = definition->meanings;
    size_t low = 0, high = definition->meaning_count;
    while (low < high) { /* the first that begins after the day */
        size_t middle = low + (high - low) / 2;
        if (meanings[middle].from <= day)
            low = middle + 1;
        else
            high = middle;
    }
    bool holds = low > 0 && (meanings[low - 1].until == DATE_NONE || day < meanings[low - 1].until);
    return holds ? &meanings[low - 1] : NULL;
}

const Meaning *definition_meaning(const Frame *frame, const Definition *definition, Value *lacking) {
    if (definition->day == NONE) return definition->meanings;
    Value day = frame->slots[definition->day];
    if (value_lacks(day, day, lacking)) return NULL;
    const Meaning *meaning = meaning_on(definition, day.date);
    if (!meaning) *lacking = error_value(PROBLEM_NOT_IN_FORCE);
    return meaning;
}

/* What its expression comes to is put where others read it, also where it is an error: that concerns only
 * those that need it, as if the expression stood there itself. */
void definition_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const Definition *definition = &frame->program->definitions[unit->detail];
    Value value = {0};
    const Meaning *meaning = definition_meaning(frame, definition, &value);
    if (meaning) value = condition_run(frame, &frame->program->conditions[meaning->code]);
    frame->slots[definition->slot] = value;
    state->yes = value.state == VALUE_KNOWN && value.kind == TYPE_YES_NO && value.yes;
    if (value.state == VALUE_KNOWN) return;
    state->outcome = value.state == VALUE_MISSING ? OUTCOME_UNDETERMINED : OUTCOME_ERROR;
    if (state->outcome == OUTCOME_ERROR) state->problem = problem_of(value);
}
