/* Steps of a workflow: entered, ended, and what follows by itself. */
#include "proceedings/expiry.h"

/* --- guards (law P9) ------------------------------------------------------------------------------------ */

static bool guard_allows(Turn *turn, Text subject, const Guard *guard) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    Text doing = text_format(turn->arena, "the guard %.*s before %.*s", TEXT_ARG(guard->name),
                             TEXT_ARG(guard->before));
    for (size_t i = 0; i < guard->count; i++) {
        bool holds_good = false;
        if (!condition_holds(turn, subject, guard->requires[i], doing, &holds_good)) return false;
        if (holds_good) continue;
        return refuse_at(turn, GUARDED, where_text(turn->arena, guard->where), guard->before, guard->name,
                         program->units[guard->requires[i]].written);
    }
    return true;
}

bool guards_allow(Turn *turn, Text subject, const FlowStep *step) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    for (size_t i = 0; i < program->guards_count; i++)
        if (text_equal(program->guards[i].before, step->name) &&
            !guard_allows(turn, subject, &program->guards[i]))
            return false;
    return true;
}

/* --- deadlines (law P7) --------------------------------------------------------------------------------- */

/* A deadline is a civil date; one past the years that the calendar lists is undetermined. */
static Date due_after(Turn *turn, const Program *program, Duration within) {
    const Calendar *calendar =
        program->working_days == NONE ? NULL : &program->calendars[program->working_days];
    Date due = DATE_NONE;
    if (within.amount == 0) return DATE_NONE;
    if (within.unit == UNIT_HOURS) {
        Moment end = turn->command->happened;
        end.utc += within.amount * 3600;
        return moment_date(end);
    }
    return duration_after(calendar, turn->today, within, &due) ? due : DATE_NONE;
}

/* --- tasks ---------------------------------------------------------------------------------------------- */

void facts_missing(State *state, const CaseState *subject, const FlowStep *step, TextList *missing) {
    const Program *program = case_program(state, subject);
    for (size_t i = 0; i < step->collect_count; i++) {
        const Slot *slot = &program->slots[step->collects[i]];
        if (!slot->optional && !case_fact(subject, slot->name))
            texts_push(state_arena(state), missing, slot->name);
    }
}

static bool collects_something(const Program *program, const FlowStep *step) {
    for (size_t i = 0; i < step->collect_count; i++)
        if (!program->slots[step->collects[i]].optional) return true;
    return false;
}

static size_t times_entered(const CaseState *subject, Text step) {
    size_t times = 0;
    for (size_t i = 0; i < subject->steps.len; i++) times += text_equal(subject->steps.at[i].name, step);
    return times;
}

/* A task is done by itself when all that it must collect is known, whoever stated it. One that collects
 * nothing it must is done by saying so, and so is one that was gone back to: somebody has to look again. */
static bool done_by_facts(State *state, const CaseState *subject, const FlowStep *step) {
    TextList missing = {0};
    const StepState *open = case_step(subject, step->name);
    if (step->kind != FLOW_TASK || !open || !open->open || times_entered(subject, step->name) != 1)
        return false;
    if (!collects_something(case_program(state, subject), step)) return false;
    facts_missing(state, subject, step, &missing);
    return missing.len == 0;
}

/* What waits for nothing any more. */
static const FlowStep *next_done(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    const Workflow *workflow = case_workflow(turn->state, subject);
    for (size_t i = 0; i < workflow->step_count && !subject->ended; i++)
        if (done_by_facts(turn->state, subject, &workflow->steps[i])) return &workflow->steps[i];
    return subject->ended ? NULL : answered_checklist(turn, subject);
}

bool end_done_steps(Turn *turn, Text subject) {
    for (const FlowStep *step; (step = next_done(turn, subject)) != NULL;) {
        bool task = step->kind == FLOW_TASK;
        if (!(task ? end_step(turn, subject, step->name, TEXT("done"), (Text){0})
                   : end_checklist(turn, subject, step)))
            return false;
    }
    return true;
}

/* --- evaluations ---------------------------------------------------------------------------------------- */

Text unit_outcome(Arena *arena, const Program *program, const Unit *unit, const Determination *found) {
    if (unit->kind == UNIT_CONDITION) return found->yes ? TEXT("yes") : TEXT("no");
    if (unit->kind == UNIT_SCORECARD) return number_text(arena, found->total);
    const DecisionTable *table = &program->tables[unit->detail];
    if (unit->kind == UNIT_AUTHORITY) return text_copy(arena, found->outputs[table->decided_by].text);
    return value_to_text(arena, table->outputs[0].type, found->outputs[0]);
}

static bool enter_evaluation(Turn *turn, Text subject, const FlowStep *step) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    const Unit *unit = &program->units[step->detail];
    Determination found;
    Tree *reasons;
    if (!determine(turn, subject, step->detail, step->name, &found, &reasons)) return false;
    Determined body = {.subject = subject,
                       .step = step->name,
                       .unit = unit->name,
                       .outcome = unit_outcome(turn->arena, program, unit, &found),
                       .row = determination_rows(turn->arena, program, &found),
                       .reasons = reasons};
    return emit(turn, KIND_DETERMINED, subject, &body) &&
           end_step(turn, subject, step->name, body.outcome, (Text){0});
}

/* --- entering ------------------------------------------------------------------------------------------- */

/* Evaluations, reviews and checklists can come and go by themselves, and could lead round for ever: within
 * what follows from one cause each comes once. */
static bool goes_round(const Turn *turn, Text subject, const FlowStep *step) {
    if (step->kind != FLOW_EVALUATE && step->kind != FLOW_REVIEW && step->kind != FLOW_CHECKLIST)
        return false;
    for (size_t i = turn->chain; i < turn->batch->effects.len; i++) {
        const Effect *effect = &turn->batch->effects.at[i];
        if (effect->kind != KIND_STEP_ENTERED) continue;
        const StepEntered *entered = effect->body;
        if (text_equal(entered->subject, subject) && text_equal(entered->step, step->name)) return true;
    }
    return false;
}

static bool enter_branches(Turn *turn, Text subject, const FlowStep *step) {
    for (size_t i = 0; i < step->branch_count; i++)
        if (!enter_step(turn, subject, step->branches[i])) return false;
    return true;
}

static bool begin(Turn *turn, Text subject, const FlowStep *step) {
    switch (step->kind) {
    case FLOW_TASK:
        return end_done_steps(turn, subject);
    case FLOW_SCORE:
        return true;
    case FLOW_REVIEW:
        return enter_review(turn, subject, step);
    case FLOW_CHECKLIST:
        return enter_checklist(turn, subject, step);
    case FLOW_EVALUATE:
        return enter_evaluation(turn, subject, step);
    case FLOW_MOTION:
        return enter_motion_step(turn, subject, step);
    case FLOW_PARALLEL:
        return enter_branches(turn, subject, step);
    case FLOW_END:
        break;
    }
    return true;
}

/* What falls due has its own day, however late it is entered (law P7); else there is none to be told. */
static Date day_of_its_own(const Turn *turn) {
    return turn->today != moment_date(turn->command->happened) ? turn->today : DATE_NONE;
}

bool enter_step(Turn *turn, Text subject, Index index) {
    const CaseState *found = state_case(turn->state, subject);
    const FlowStep *step = &case_workflow(turn->state, found)->steps[index];
    if (!guards_allow(turn, subject, step)) return false;
    if (step->kind == FLOW_END) {
        CaseEnded ended = {.subject = subject, .step = step->name, .outcome = step->title};
        return emit(turn, KIND_CASE_ENDED, subject, &ended) && set_expiry(turn, subject, step) &&
               supersede(turn, subject) && renew(turn, subject);
    }
    if (goes_round(turn, subject, step))
        return refuse_at(turn, GOES_ROUND, where_text(turn->arena, step->where), subject, step->name);
    StepEntered entered = {.subject = subject,
                           .step = step->name,
                           .due = due_after(turn, case_program(turn->state, found), step->within),
                           .began = day_of_its_own(turn)};
    return emit(turn, KIND_STEP_ENTERED, subject, &entered) && begin(turn, subject, step);
}

/* --- ending --------------------------------------------------------------------------------------------- */

/* A branch counts from the time the parallel was last entered. */
static bool branches_ended(const CaseState *subject, const Workflow *workflow, const FlowStep *parallel) {
    const StepState *since = case_step(subject, parallel->name);
    for (size_t i = 0; i < parallel->branch_count; i++) {
        const StepState *branch = case_step(subject, workflow->steps[parallel->branches[i]].name);
        if (!branch || branch < since || branch->open) return false;
    }
    return true;
}

static bool join(Turn *turn, Text number, const FlowStep *parallel) {
    const CaseState *subject = state_case(turn->state, number);
    if (!branches_ended(subject, case_workflow(turn->state, subject), parallel)) return true;
    return end_step(turn, number, parallel->name, TEXT("joined"), (Text){0});
}

static bool go_on(Turn *turn, Text subject, const FlowStep *step, Text outcome) {
    for (size_t i = 0; i < step->next_count; i++) {
        const FlowNext *next = &step->next[i];
        bool fits = true;
        if (!text_empty(next->outcome) && !text_equal(next->outcome, outcome)) continue;
        if (next->condition != NONE && !condition_holds(turn, subject, next->condition, step->name, &fits))
            return false;
        if (fits) return enter_step(turn, subject, next->to);
    }
    return refuse_at(turn, NO_WAY_ON, where_text(turn->arena, step->where), step->name, outcome);
}

bool end_step(Turn *turn, Text subject, Text name, Text outcome, Text note) {
    const CaseState *found = state_case(turn->state, subject);
    const Workflow *workflow = case_workflow(turn->state, found);
    const FlowStep *step = flow_step(turn->state, found, name);
    StepEnded ended = {
        .subject = subject, .step = name, .outcome = outcome, .note = note, .ended = day_of_its_own(turn)};
    if (!emit(turn, KIND_STEP_ENDED, subject, &ended)) return false;
    if (step->parent != NONE && step->next_count == 0)
        return join(turn, subject, &workflow->steps[step->parent]);
    return go_on(turn, subject, step, outcome);
}
