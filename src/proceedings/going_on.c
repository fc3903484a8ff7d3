/* Whether a case goes on: it is suspended and resumed, withdrawn by who asked for it, and taken up again
 * after it has ended or something has lapsed in it. */
#include "proceedings/conditions.h"

/* --- suspend -------------------------------------------------------------------------------------------- */

bool do_SUSPEND(Turn *turn) {
    const SuspendArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject || !need_power(turn, ACT_SUSPEND, turn->command->actor)) return false;
    Suspended body = {.subject = subject->number, .because = args->because};
    return emit(turn, KIND_SUSPENDED, body.subject, &body);
}

/* By as many days as it was suspended, and on to the next working day where that is none. */
static Date moved_by(const Program *program, Date due, int64_t days) {
    const Calendar *calendar =
        program->working_days == NONE ? NULL : &program->calendars[program->working_days];
    Date moved = (Date)(due + days);
    bool works = true;
    while (calendar && days > 0 && calendar_is_working(calendar, moved, &works) && !works) moved++;
    return moved;
}

static void move_clocks(Turn *turn, const CaseState *subject, Resumed *body) {
    const Program *program = case_program(turn->state, subject);
    for (size_t i = 0; i < subject->clocks.len; i++) {
        const ClockState *clock = &subject->clocks.at[i];
        *(ClockMoved *)record_push(turn->arena, &ClockMoved_record, &body->clocks) =
            (ClockMoved){clock->step, clock->what, clock->due, moved_by(program, clock->due, body->days)};
    }
}

bool do_RESUME(Turn *turn) {
    const ResumeArgs *args = turn->command->args;
    const CaseState *subject = state_case(turn->state, args->subject);
    if (subject->suspended == DATE_NONE || subject->ended)
        return refuse(turn, NOT_SUSPENDED, subject->number);
    if (!need_power(turn, ACT_SUSPEND, turn->command->actor)) return false;
    if (turn->today < subject->suspended)
        return refuse(turn, BEFORE_SUSPENDED, date_text(turn->arena, turn->today), subject->number,
                      date_text(turn->arena, subject->suspended));
    Resumed body = {.subject = subject->number,
                    .since = subject->suspended,
                    .days = turn->today - subject->suspended,
                    .because = args->because};
    move_clocks(turn, subject, &body);
    return emit(turn, KIND_RESUMED, body.subject, &body);
}

/* --- withdraw ------------------------------------------------------------------------------------------- */

/* Suspended or not. */
bool withdraw_case(Turn *turn, Text number, Text because) {
    const CaseState *subject = state_case(turn->state, number);
    Text opener = case_opener(turn->state, subject), actor = turn->command->actor;
    if (subject->ended) return refuse(turn, CASE_ENDED, number, subject->outcome);
    if (!text_equal(opener, actor) && !has_power(turn, ACT_RECORD, actor))
        return refuse(turn, NOT_YOUR_CASE, person_called(turn, actor), number, person_called(turn, opener),
                      power_names(turn, ACT_RECORD));
    CaseWithdrawn body = {.subject = number, .because = because};
    CaseEnded ended = {.subject = number, .outcome = TEXT("withdrawn")};
    return withdraw_open(turn, number, "withdrawn") && emit(turn, KIND_CASE_WITHDRAWN, number, &body) &&
           emit(turn, KIND_CASE_ENDED, number, &ended);
}

/* --- reopen --------------------------------------------------------------------------------------------- */

Text last_step(State *state, const CaseState *subject) {
    const Workflow *workflow = case_workflow(state, subject);
    for (size_t i = subject->steps.len; i-- > 0;) {
        Index at = workflow_step(workflow, subject->steps.at[i].name);
        if (at != NONE && workflow->steps[at].parent == NONE) return subject->steps.at[i].name;
    }
    return (Text){0};
}

static bool need_been_at(Turn *turn, const CaseState *subject, Text step) {
    TextList been = {0};
    if (case_step(subject, step)) return true;
    for (size_t i = 0; i < subject->steps.len; i++)
        if (!texts_have(&been, subject->steps.at[i].name))
            texts_push(turn->arena, &been, subject->steps.at[i].name);
    return refuse(turn, NEVER_AT, subject->number, step, names_text(turn->arena, &been, " or "));
}

bool reopen_case(Turn *turn, const CaseState *subject, Text step, Text because) {
    const ScopeState *scope = state_object(turn->state, SPACE_SCOPE, subject->number);
    Index at;
    if (!need_been_at(turn, subject, step) || !need_whole_step(turn, subject, step, &at)) return false;
    Reopened body = {.subject = subject->number,
                     .step = step,
                     .outcome = subject->outcome,
                     .lapsed = scope->lapsed,
                     .because = because};
    return withdraw_open(turn, body.subject, "reopened") && emit(turn, KIND_REOPENED, body.subject, &body) &&
           enter_step(turn, body.subject, at);
}

/* Where it lapsed, at the step that did; else where it stood last. */
static Text step_to_reopen(Turn *turn, const CaseState *subject, const ScopeState *scope) {
    bool lapsed = scope->lapsed != DATE_NONE && case_step(subject, scope->step);
    return lapsed ? scope->step : last_step(turn->state, subject);
}

/* A condition did, and the case has not come to its end since. */
static bool condition_lapsed_last(Turn *turn, const CaseState *subject, const ScopeState *scope) {
    const ConditionState *condition = condition_written(subject, scope->step);
    const StepState *last = condition ? case_step(subject, last_step(turn->state, subject)) : NULL;
    if (!last || !text_is(condition->stands, "lapsed")) return false;
    if (condition->past > 0) return text_is(case_step(subject, condition->step)->outcome, "lapsed");
    return !subject->ended || last->ended <= condition->due;
}

/* At a condition that lapsed: the one that is named, else the last, where that lapsed last. */
static bool reopen_condition(Turn *turn, const CaseState *subject, const ReopenArgs *args, Text number) {
    const ConditionState *condition = need_condition(turn, subject, number);
    if (!text_empty(args->step)) return refuse(turn, ONE_WAY_BACK, (Text){0});
    return condition && revive_condition(turn, subject, condition, args->because);
}

bool do_REOPEN(Turn *turn) {
    const ReopenArgs *args = turn->command->args;
    const CaseState *subject = state_case(turn->state, args->subject);
    const ScopeState *scope = state_object(turn->state, SPACE_SCOPE, args->subject);
    if (!need_going_on(turn, subject) || !need_power(turn, ACT_REOPEN, turn->command->actor)) return false;
    if (!text_empty(args->condition)) return reopen_condition(turn, subject, args, args->condition);
    if (!subject->ended && scope->lapsed == DATE_NONE)
        return refuse(turn, NOTHING_TO_REOPEN, subject->number);
    if (text_empty(args->step) && condition_lapsed_last(turn, subject, scope))
        return reopen_condition(turn, subject, args, scope->step);
    Text step = text_empty(args->step) ? step_to_reopen(turn, subject, scope) : args->step;
    return reopen_case(turn, subject, step, args->because);
}
