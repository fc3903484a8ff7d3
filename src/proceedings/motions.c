/* Motions: who decides is read from the authority matrix; moved, and withdrawn. */
#include "proceedings/motion.h"

/* --- who decides ---------------------------------------------------------------------------------------- */

/* A cell of the row that was hit, by the column's number; empty where the matrix has no such
 * column or `-`. */
static Text output_text(const Determination *found, Index output) {
    if (output == NONE || (size_t)output >= found->output_count || !value_known(found->outputs[output]))
        return (Text){0};
    return found->outputs[output].text;
}

bool enter_motion_step(Turn *turn, Text subject, const FlowStep *step) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    const DecisionTable *authority = &program->tables[step->detail];
    Determination found;
    Tree *reasons;
    Text doing = text_format(turn->arena, "who decides at %.*s", TEXT_ARG(step->name));
    turn->asking = step;
    bool determined = determine(turn, subject, authority->unit, doing, &found, &reasons);
    turn->asking = NULL;
    if (!determined) return false;
    DeciderNamed named = {.subject = subject,
                          .step = step->name,
                          .decider = text_copy(turn->arena, output_text(&found, authority->decided_by)),
                          .ballot = text_copy(turn->arena, output_text(&found, authority->ballot)),
                          .escalation = text_copy(turn->arena, output_text(&found, authority->escalation))};
    Determined body = {.subject = subject,
                       .step = step->name,
                       .unit = authority->name,
                       .outcome = named.decider,
                       .row = determination_rows(turn->arena, program, &found),
                       .reasons = reasons};
    return emit(turn, KIND_DETERMINED, subject, &body) && emit(turn, KIND_DECIDER_NAMED, subject, &named);
}

/* --- move ----------------------------------------------------------------------------------------------- */

/* A body decides in a meeting of its own; an office without one. */
static bool need_place(Turn *turn, const Question *question, Text number) {
    const CaseState *subject = state_case(turn->state, question->subject);
    Decider decider = decider_named(case_program(turn->state, subject), question->decider, question->ballot);
    if (!decider.body) return text_empty(number) || refuse(turn, NO_MEETING_NEEDED, question->decider);
    if (text_empty(number)) return refuse(turn, MEETING_NEEDED, question->decider);
    const MeetingState *meeting = need_meeting(turn, number);
    if (!meeting) return false;
    if (text_equal(meeting->body, question->decider)) return true;
    return refuse(turn, OTHER_BODY, number, meeting->body, question->decider, question->step);
}

bool do_MOVE(Turn *turn) {
    const MoveArgs *args = turn->command->args;
    Question question;
    if (!need_question(turn, args->subject, args->step, &question)) return false;
    if (!text_empty(question.motion)) return refuse(turn, MOTION_OPEN, question.step, question.motion);
    if (!need_place(turn, &question, args->meeting)) return false;
    const CaseState *subject = state_case(turn->state, question.subject);
    if (!need_seat_or_record(turn, subject, question.decider, false, "put it to the vote")) return false;
    bool office = text_empty(args->meeting);
    Moved body = {.motion = next_number(turn->state, turn->program->motion_series, turn->today),
                  .subject = question.subject,
                  .step = question.step,
                  .decider = question.decider,
                  .ballot = office ? (Text){0} : question.ballot,
                  .meeting = args->meeting,
                  .mover = turn->command->actor,
                  .text = motion_title(turn->state, subject, question.flow)};
    return emit(turn, KIND_MOVED, body.subject, &body);
}

/* --- withdraw ------------------------------------------------------------------------------------------- */

bool withdraw_motion(Turn *turn, Text motion, Text subject, Text because) {
    MotionWithdrawn body = {.motion = motion, .subject = subject, .because = because};
    return emit(turn, KIND_MOTION_WITHDRAWN, subject, &body);
}

/* Where the workflow says nothing of a withdrawal, the question stays open. */
static bool leads_on(const FlowStep *flow, Text outcome) {
    for (size_t i = 0; flow && i < flow->next_count; i++)
        if (text_equal(flow->next[i].outcome, outcome)) return true;
    return false;
}

bool do_WITHDRAW(Turn *turn) {
    const WithdrawArgs *args = turn->command->args;
    const MotionState *motion = need_open_motion(turn, args->motion);
    if (!motion) return false;
    const CaseState *subject = state_case(turn->state, motion->subject);
    Text step = motion->step, outcome = TEXT("withdrawn");
    bool own = text_equal(motion->mover, turn->command->actor);
    if (!own && !need_seat_or_record(turn, subject, motion->decider, true, "withdraw the motion"))
        return false;
    const FlowStep *flow = flow_step(turn->state, subject, step);
    if (!withdraw_motion(turn, motion->number, subject->number, args->because)) return false;
    return !leads_on(flow, outcome) || end_step(turn, subject->number, step, outcome, (Text){0});
}
