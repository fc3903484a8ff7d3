/* Invariants (law P9). One that is undetermined is not broken: facts come in one after another. */
#include "proceedings/turn.h"

static bool in_breach(const CaseState *subject, Text invariant) {
    for (size_t i = 0; i < subject->breaches.len; i++)
        if (text_equal(subject->breaches.at[i].invariant, invariant)) return true;
    return false;
}

/* The first of its conditions that does not hold, or whose rule fails; NONE when there is none. */
static Index broken_by(Turn *turn, Text subject, const Invariant *invariant, Determination *found,
                       Tree **reasons) {
    for (size_t i = 0; i < invariant->count; i++) {
        Outcome outcome = find_out(turn, subject, invariant->requires[i], found, reasons);
        bool good = outcome == OUTCOME_UNDETERMINED || (outcome == OUTCOME_DECIDED && found->yes);
        if (!good) return invariant->requires[i];
    }
    return NONE;
}

/* What was measured is so, whatever rules require of it. */
static bool comes_by_itself(const Turn *turn) {
    VerbId verb = turn->command->verb->id;
    return turn->before_act || verb == VERB_ADVANCE || verb == VERB_MEASURE || verb == VERB_IMPORT;
}

static bool broken(Turn *turn, Text subject, const Invariant *invariant, Index unit,
                   const Determination *found, Tree *reasons) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    Breached body = {.subject = subject,
                     .invariant = invariant->name,
                     .rule = program->units[unit].written,
                     .reasons = reasons};
    if (comes_by_itself(turn)) return emit(turn, KIND_BREACHED, subject, &body);
    bool yes;
    if (found->outcome != OUTCOME_DECIDED) return condition_holds(turn, subject, unit, invariant->name, &yes);
    return refuse_at(turn, INVARIANT_BROKEN, where_text(turn->arena, invariant->where),
                     text_of(turn->command->verb->word), invariant->name, body.rule);
}

/* What was broken before is not broken by this act, and does not stand in its way. */
static bool keep(Turn *turn, Text subject, const Invariant *invariant) {
    Determination found = {0};
    Tree *reasons = NULL;
    bool standing = in_breach(state_case(turn->state, subject), invariant->name);
    Index unit = broken_by(turn, subject, invariant, &found, &reasons);
    BreachEnded ended = {.subject = subject, .invariant = invariant->name};
    if (unit == NONE) return !standing || emit(turn, KIND_BREACH_ENDED, subject, &ended);
    return standing || broken(turn, subject, invariant, unit, &found, reasons);
}

static bool keep_in_case(Turn *turn, Text subject) {
    const CaseState *found = state_case(turn->state, subject);
    const Program *program = case_program(turn->state, found);
    const Workflow *workflow = case_workflow(turn->state, found);
    for (size_t i = 0; workflow && i < program->invariants_count; i++)
        if (program->invariants[i].group == workflow->group && !keep(turn, subject, &program->invariants[i]))
            return false;
    return true;
}

bool note_breaches(Turn *turn, Text subject) {
    if (!state_case(turn->state, subject)) return true;
    turn->before_act = true;
    bool noted = keep_in_case(turn, subject);
    turn->before_act = false;
    return noted;
}

bool scope_repeated(const Batch *batch, size_t first, size_t at) {
    for (size_t i = first; i < at; i++)
        if (text_equal(batch->effects.at[i].scope, batch->effects.at[at].scope)) return true;
    return false;
}

bool keep_invariants(Turn *turn, size_t first) {
    size_t count = turn->batch->effects.len;
    for (size_t i = first; i < count; i++) {
        Text scope = turn->batch->effects.at[i].scope;
        if (state_case(turn->state, scope) && !scope_repeated(turn->batch, first, i) &&
            !keep_in_case(turn, scope))
            return false;
    }
    return true;
}
