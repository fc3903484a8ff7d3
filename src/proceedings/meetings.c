/* Meetings: convened and attended. */
#include "proceedings/motion.h"

/* --- convene -------------------------------------------------------------------------------------------- */

bool may_convene(Turn *turn, Text body) {
    Text actor = turn->command->actor;
    return is_chair(turn->state, body, actor, turn->today) || need_power(turn, ACT_CONVENE, actor);
}

bool do_CONVENE(Turn *turn) {
    const ConveneArgs *args = turn->command->args;
    if (!may_convene(turn, args->body)) return false;
    const HoldersState *holders = state_holders(turn->state, args->body);
    Convened body = {.meeting = next_number(turn->state, turn->program->meeting_series, turn->today),
                     .body = args->body,
                     .on = args->on,
                     .place = args->place,
                     .told = holders ? holders->told : (TextList){0}};
    return emit(turn, KIND_CONVENED, body.meeting, &body);
}

/* --- attend --------------------------------------------------------------------------------------------- */

static bool need_members(Turn *turn, const MeetingState *meeting, const TextList *persons) {
    for (size_t i = 0; i < persons->len; i++)
        if (!holds(turn->state, meeting->body, persons->at[i], meeting->on))
            return refuse(turn, NOT_A_MEMBER, person_called(turn, persons->at[i]), meeting->body,
                          date_text(turn->arena, meeting->on));
    return true;
}

/* Those named, each once; "all" stands for every member in office. */
static void name_present(Turn *turn, const MeetingState *meeting, const TextList *named, TextList *out) {
    for (size_t i = 0; i < named->len; i++) {
        TextList found = {0};
        if (text_is(named->at[i], "all"))
            holders_on(turn->state, meeting->body, meeting->on, &found);
        else
            texts_push(turn->arena, &found, named->at[i]);
        for (size_t k = 0; k < found.len; k++)
            if (!texts_have(out, found.at[k])) texts_push(turn->arena, out, found.at[k]);
    }
}

static bool need_there(Turn *turn, const MeetingState *meeting, const TextList *present,
                       const TextList *left) {
    for (size_t i = 0; i < left->len; i++)
        if (!texts_have(present, left->at[i]) && !texts_have(&meeting->present, left->at[i]))
            return refuse(turn, NOT_THERE, person_called(turn, left->at[i]), meeting->number);
    return true;
}

const MeetingState *need_meeting(Turn *turn, Text number) {
    const MeetingState *meeting = state_meeting(turn->state, number);
    if (!meeting)
        refuse(turn, NO_SUCH_MEETING, number, TEXT("bylaw history lists them"));
    else if (!text_empty(meeting->cancelled))
        refuse(turn, MEETING_CANCELLED, number, meeting->cancelled);
    else if (turn->today < meeting->on)
        refuse(turn, NOT_YET_MET, number, date_text(turn->arena, meeting->on));
    else
        return meeting;
    return NULL;
}

bool do_ATTEND(Turn *turn) {
    const AttendArgs *args = turn->command->args;
    const MeetingState *meeting = need_meeting(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "enter who is there")) return false;
    Attended body = {.meeting = meeting->number};
    name_present(turn, meeting, &args->present, &body.present);
    name_present(turn, meeting, &args->left, &body.left);
    if (body.present.len == 0 && body.left.len == 0) return refuse(turn, NOBODY_NAMED, TEXT("attend"));
    if (!need_members(turn, meeting, &body.present)) return false;
    if (!need_there(turn, meeting, &body.present, &body.left)) return false;
    return emit(turn, KIND_ATTENDED, body.meeting, &body);
}
