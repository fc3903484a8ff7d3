/* An appeal: what was decided is put to the next level of its escalation, within the time that it gives. */
#include "proceedings/motion.h"

/* The latest entering of a step at which a question was decided. */
static const StepState *decided_question(Turn *turn, const CaseState *subject, Text given) {
    for (size_t i = subject->steps.len; i-- > 0;) {
        const StepState *step = &subject->steps.at[i];
        const FlowStep *flow = flow_step(turn->state, subject, step->name);
        bool meant = text_empty(given) || text_equal(given, step->name);
        bool decided = text_is(step->outcome, "carried") || text_is(step->outcome, "lost") ||
                       text_is(step->outcome, "rejected");
        if (flow && flow->kind == FLOW_MOTION && meant && decided) return step;
    }
    refuse(turn, NOTHING_DECIDED, subject->number);
    return NULL;
}

static const EscalationStart *appeal_of(const Escalation *escalation) {
    for (size_t i = 0; escalation && i < escalation->start_count; i++)
        if (escalation->starts[i].kind == START_APPEAL) return &escalation->starts[i];
    return NULL;
}

static bool need_appealable(Turn *turn, const CaseState *subject, const StepState *step) {
    const Program *program = case_program(turn->state, subject);
    const Escalation *escalation = escalation_of(program, step->escalation);
    const EscalationStart *appeal = appeal_of(escalation);
    if (!escalation) return refuse(turn, NO_ESCALATION, step->name);
    if (!appeal)
        return refuse_at(turn, NO_APPEAL, where_text(turn->arena, escalation->where), step->name,
                         step->escalation);
    Date until = date_after(program, step->ended, appeal->after);
    if (until != DATE_NONE && turn->today > until)
        return refuse_at(turn, APPEAL_LATE, where_text(turn->arena, escalation->where), step->name,
                         date_text(turn->arena, step->ended), date_text(turn->arena, until), subject->number);
    if ((size_t)step->level < escalation->level_count) return true;
    return refuse_at(turn, NOBODY_ABOVE, where_text(turn->arena, escalation->where), step->name,
                     person_called(turn, step->decider), step->escalation);
}

/* Who asked for it, and who was asked. */
static bool need_appellant(Turn *turn, const CaseState *subject, const StepState *step) {
    Text actor = turn->command->actor, opener = case_opener(turn->state, subject);
    if (text_equal(opener, actor)) return true;
    for (size_t i = 0; i < step->parts.len; i++)
        if (holds(turn->state, step->parts.at[i].decider, actor, turn->today)) return true;
    return refuse(turn, NOT_YOUR_APPEAL, person_called(turn, actor), step->name, person_called(turn, opener),
                  person_called(turn, step->decider));
}

/* The question is asked anew, of whom the rules name now, and goes up at once. */
static bool put_above(Turn *turn, const Appealed *appeal) {
    Question question;
    const CaseState *subject = state_case(turn->state, appeal->subject);
    if (!reopen_case(turn, subject, appeal->step, appeal->because)) return false;
    subject = state_case(turn->state, appeal->subject);
    if (subject->ended || !question_at(turn->state, subject, appeal->step, &question)) return true;
    const Escalation *escalation = escalation_of(case_program(turn->state, subject), question.escalation);
    if (!escalation || (size_t)appeal->level >= escalation->level_count)
        return refuse(turn, NO_ESCALATION, appeal->step);
    question.level = appeal->level;
    return move_up(turn, &question, "appeal", turn->today);
}

bool do_APPEAL(Turn *turn) {
    const AppealArgs *args = turn->command->args;
    const CaseState *subject = state_case(turn->state, args->subject);
    const StepState *step = need_going_on(turn, subject) ? decided_question(turn, subject, args->step) : NULL;
    Index at;
    if (!step || !need_whole_step(turn, subject, step->name, &at)) return false;
    if (!need_appellant(turn, subject, step) || !need_appealable(turn, subject, step)) return false;
    Appealed body = {.subject = subject->number,
                     .step = step->name,
                     .person = turn->command->actor,
                     .decider = step->decider,
                     .level = step->level,
                     .because = args->because};
    return emit(turn, KIND_APPEALED, body.subject, &body) && put_above(turn, &body);
}
