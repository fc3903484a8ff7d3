/* Conditions of what is carried: put with a motion before anybody votes, then found met, waived or given more
 * time by whom each of them names. */
#include "proceedings/conditions.h"

/* --- with a motion -------------------------------------------------------------------------------------- */

/* One that its workflow lets be carried with conditions; NULL: refused. */
static const MotionState *need_conditional(Turn *turn, Text number, const char *doing) {
    const MotionState *motion = need_open_motion(turn, number);
    if (!motion) return NULL;
    const CaseState *subject = motion_case(turn->state, motion);
    const FlowStep *flow = flow_step(turn->state, subject, motion->step);
    if (text_empty(motion->step))
        refuse(turn, NOT_OF_A_CASE, number);
    else if (!flow || !flow->conditional)
        refuse_at(turn, UNCONDITIONAL, flow ? where_text(turn->arena, flow->where) : (Text){0}, motion->step);
    else if (motion->in_favour.len + motion->against.len + motion->abstaining.len + motion->vetoes.len > 0)
        refuse(turn, VOTES_ARE_IN, number);
    else if (need_seat_or_record(turn, subject, motion->decider, false, doing))
        return motion;
    return NULL;
}

/* A number is not given again. */
static int64_t next_condition(const MotionState *motion) {
    return motion->conditions.len == 0 ? 1 : motion->conditions.at[motion->conditions.len - 1].number + 1;
}

bool do_CONDITION(Turn *turn) {
    const ConditionArgs *args = turn->command->args;
    const MotionState *motion = need_conditional(turn, args->motion, "put a condition with the motion");
    if (!motion) return false;
    if (text_empty(text_trim(args->text))) return refuse(turn, EMPTY_TEXT, TEXT("condition"));
    if (text_empty(text_trim(args->evidence))) return refuse(turn, EMPTY_TEXT, TEXT("evidence"));
    if (args->due < turn->today) return refuse(turn, DUE_BEFORE_TODAY, date_text(turn->arena, args->due));
    ConditionPut body = {.motion = motion->number,
                         .subject = motion->subject,
                         .number = next_condition(motion),
                         .text = args->text,
                         .owner = args->owner,
                         .due = args->due,
                         .evidence = args->evidence,
                         .discharged_by =
                             text_empty(args->discharged_by) ? motion->decider : args->discharged_by};
    return emit(turn, KIND_CONDITION_PUT, body.subject, &body);
}

bool do_DROP(Turn *turn) {
    const DropArgs *args = turn->command->args;
    const MotionState *motion = need_conditional(turn, args->motion, "take back a condition");
    int64_t number = 0;
    if (!motion) return false;
    ConditionDropped body = {.motion = motion->number, .subject = motion->subject};
    for (size_t i = 0; text_to_int(args->number, &number) && i < motion->conditions.len; i++)
        if (motion->conditions.at[i].number == number) body.number = number;
    if (body.number == 0) return refuse(turn, NOT_ON_MOTION, motion->number, args->number);
    return emit(turn, KIND_CONDITION_DROPPED, body.subject, &body);
}

/* --- of the case ---------------------------------------------------------------------------------------- */

static bool set_those_of(Turn *turn, Text subject, Text step, const MotionState *motion) {
    for (size_t i = 0; i < motion->conditions.len; i++) {
        const PutCondition *put = &motion->conditions.at[i];
        ConditionSet body = {.subject = subject,
                             .step = step,
                             .motion = motion->number,
                             .number = (int64_t)state_case(turn->state, subject)->conditions.len + 1,
                             .text = put->text,
                             .owner = put->owner,
                             .due = put->due,
                             .evidence = put->evidence,
                             .discharged_by = put->discharged_by};
        if (!emit(turn, KIND_CONDITION_SET, subject, &body)) return false;
    }
    return true;
}

bool set_conditions(Turn *turn, Text subject, Text name) {
    const StepState *step = case_step(state_case(turn->state, subject), name);
    for (size_t i = 0; i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        const MotionState *motion =
            text_is(part->result, "carried") ? state_motion(turn->state, part->motion) : NULL;
        if (motion && !set_those_of(turn, subject, name, motion)) return false;
    }
    return true;
}

const ConditionState *need_condition(Turn *turn, const CaseState *subject, Text number) {
    const ConditionState *condition = condition_written(subject, number);
    if (!condition) refuse(turn, NO_SUCH_CONDITION, subject->number, number);
    return condition;
}

static const ConditionState *need_open_condition(Turn *turn, const CaseState *subject, Text number) {
    if (!need_going_on(turn, subject)) return NULL;
    const ConditionState *condition = need_condition(turn, subject, number);
    if (!condition || text_is(condition->stands, "open")) return condition;
    if (text_is(condition->stands, "fallen"))
        refuse(turn, CONDITION_FELL, subject->number, number);
    else if (text_is(condition->stands, "lapsed"))
        refuse(turn, CONDITION_IS_LAPSED, subject->number, number, date_text(turn->arena, condition->due));
    else
        refuse(turn, CONDITION_SETTLED, subject->number, number, condition->stands);
    return NULL;
}

static Text condition_called(Turn *turn, const CaseState *subject, const ConditionState *condition) {
    return text_format(turn->arena, "condition %lld of %.*s", (long long)condition->number,
                       TEXT_ARG(subject->number));
}

/* A body finds in a meeting of its own; an office, a role or a person without one. */
static bool need_found_in(Turn *turn, const CaseState *subject, const ConditionState *condition,
                          Text number) {
    bool body = program_body(turn->program, condition->discharged_by) != NONE;
    Text by = person_called(turn, condition->discharged_by);
    if (!body) return text_empty(number) || refuse(turn, NO_MEETING_NEEDED, by);
    if (text_empty(number)) return refuse(turn, MEETING_NEEDED, by);
    const MeetingState *meeting = need_meeting(turn, number);
    if (!meeting || text_equal(meeting->body, condition->discharged_by)) return meeting != NULL;
    return refuse(turn, OTHER_BODY, number, meeting->body, by, condition_called(turn, subject, condition));
}

/* Where no body does, nobody finds on their own doing, or their own request (law P8). */
static bool need_another(Turn *turn, const CaseState *subject, const ConditionState *condition) {
    Text actor = turn->command->actor;
    if (program_body(turn->program, condition->discharged_by) != NONE) return true;
    if (text_equal(condition->owner, actor))
        return refuse(turn, OWN_CONDITION, person_called(turn, actor),
                      text_format(turn->arena, "%lld", (long long)condition->number), subject->number);
    return !text_equal(case_opener(turn->state, subject), actor) ||
           refuse(turn, OWN_CASE, person_called(turn, actor), subject->number);
}

/* An open condition that the actor may settle; NULL: refused. */
static const ConditionState *need_to_settle(Turn *turn, Text number, Text which, Text meeting,
                                            const char *doing) {
    const CaseState *subject = state_case(turn->state, number);
    const ConditionState *condition = need_open_condition(turn, subject, which);
    if (!condition || !need_found_in(turn, subject, condition, meeting)) return NULL;
    bool may = need_another(turn, subject, condition) &&
               need_seat_or_record(turn, subject, condition->discharged_by, true, doing);
    return may ? condition : NULL;
}

bool do_DISCHARGE(Turn *turn) {
    const DischargeArgs *args = turn->command->args;
    const ConditionState *condition =
        need_to_settle(turn, args->subject, args->number, args->meeting, "discharge the condition");
    if (!condition) return false;
    if (text_empty(text_trim(args->evidence))) return refuse(turn, EMPTY_TEXT, TEXT("evidence"));
    ConditionDischarged body = {.subject = args->subject,
                                .number = condition->number,
                                .evidence = args->evidence,
                                .meeting = args->meeting,
                                .note = args->note};
    return emit(turn, KIND_CONDITION_DISCHARGED, body.subject, &body);
}

bool do_WAIVE(Turn *turn) {
    const WaiveArgs *args = turn->command->args;
    const ConditionState *condition =
        need_to_settle(turn, args->subject, args->number, args->meeting, "waive the condition");
    if (!condition) return false;
    ConditionWaived body = {.subject = args->subject,
                            .number = condition->number,
                            .meeting = args->meeting,
                            .because = args->because};
    return emit(turn, KIND_CONDITION_WAIVED, body.subject, &body);
}

bool do_EXTEND(Turn *turn) {
    const ExtendArgs *args = turn->command->args;
    const ConditionState *condition =
        need_to_settle(turn, args->subject, args->number, args->meeting, "give more time for the condition");
    if (!condition) return false;
    if (args->until <= condition->due)
        return refuse(turn, NO_LATER, date_text(turn->arena, args->until),
                      date_text(turn->arena, condition->due), args->number);
    ConditionExtended body = {.subject = args->subject,
                              .number = condition->number,
                              .due = condition->due,
                              .until = args->until,
                              .meeting = args->meeting,
                              .because = args->because};
    return emit(turn, KIND_CONDITION_EXTENDED, body.subject, &body);
}
