/* A condition that is not met in time lapses (law P7): the workflow says whether what was carried with it
 * falls, and where that leads. It is taken up again by whoever may reopen the case. */
#include "proceedings/conditions.h"

/* --- lapsing -------------------------------------------------------------------------------------------- */

/* Where the workflow leads from the step when a condition lapses; NONE: nowhere. */
static Index way_from(const FlowStep *flow) {
    for (size_t i = 0; flow && i < flow->next_count; i++)
        if (text_is(flow->next[i].outcome, "lapsed")) return flow->next[i].to;
    return NONE;
}

static bool fall_and_go(Turn *turn, const void *what) {
    const ConditionLapsed *body = what;
    const CaseState *subject = state_case(turn->state, body->subject);
    Index to = way_from(flow_step(turn->state, subject, body->falls));
    return withdraw_open(turn, body->subject, "lapsed") &&
           emit(turn, KIND_CONDITION_LAPSED, body->subject, body) && enter_step(turn, body->subject, to);
}

/* What comes by itself must not be refused (law P9): where what follows could not begin, the lapse alone is
 * entered. */
bool condition_passed(Turn *turn, Text number, Text which, Date due) {
    const CaseState *subject = state_case(turn->state, number);
    const ConditionState *condition = condition_written(subject, which);
    if (!condition) return refuse(turn, DAMAGED, TEXT("a clock of a condition that there is not"));
    const Workflow *workflow = case_workflow(turn->state, subject);
    Index to = way_from(flow_step(turn->state, subject, condition->step));
    ConditionLapsed alone = {.subject = number, .number = condition->number, .due = due};
    if (to == NONE) return emit(turn, KIND_CONDITION_LAPSED, number, &alone);
    ConditionLapsed body = alone;
    body.falls = condition->step;
    body.to = workflow->steps[to].name;
    body.stood = last_step(turn->state, subject);
    Refusal why;
    if (would_pass(turn, fall_and_go, &body, &why)) return fall_and_go(turn, &body);
    alone.blocked = body.to;
    return emit(turn, KIND_CONDITION_LAPSED, number, &alone);
}

/* --- taken up again ------------------------------------------------------------------------------------- */

static bool need_lapsed(Turn *turn, const CaseState *subject, const ConditionState *condition) {
    const StepState *step = case_step(subject, condition->step);
    Text which = text_format(turn->arena, "%lld", (long long)condition->number);
    if (!text_is(condition->stands, "lapsed"))
        return refuse(turn, NOT_LAPSED, subject->number, which, condition->stands);
    return condition->past == 0 || text_is(step->outcome, "lapsed") ||
           refuse(turn, DECIDED_SINCE, subject->number, which, condition->step);
}

static bool expires_as_before(Turn *turn, Text number) {
    const ExpiryState *expiry = state_case(turn->state, number)->expiry;
    if (!expiry || expiry->expired != DATE_NONE) return true;
    ExpirySet body = {
        .subject = number, .until = expiry->until, .ahead = expiry->ahead, .workflow = expiry->workflow};
    return emit(turn, KIND_EXPIRY_SET, number, &body);
}

/* Where the case was when what was carried fell: at a step, or at an end. */
static bool go_back(Turn *turn, Text number, ConditionState was) {
    const CaseState *subject = state_case(turn->state, number);
    CaseEnded ended = {.subject = number, .step = was.end, .outcome = was.outcome};
    if (!text_empty(was.end))
        return emit(turn, KIND_CASE_ENDED, number, &ended) && expires_as_before(turn, number);
    Index at = workflow_step(case_workflow(turn->state, subject), was.stood);
    return at == NONE || enter_step(turn, number, at);
}

bool revive_condition(Turn *turn, const CaseState *subject, const ConditionState *lapsed, Text because) {
    if (!need_lapsed(turn, subject, lapsed)) return false;
    ConditionState was = *lapsed;
    bool fell = was.past > 0;
    ConditionRevived body = {.subject = subject->number,
                             .number = was.number,
                             .due = was.due < turn->today ? turn->today : was.due,
                             .stands = fell ? was.step : (Text){0},
                             .because = because};
    if (fell && !withdraw_open(turn, body.subject, "reopened")) return false;
    return emit(turn, KIND_CONDITION_REVIVED, body.subject, &body) &&
           (!fell || go_back(turn, body.subject, was));
}
