/* What is said at a meeting, as its secretary records it, and what it assigns to whom. */
#include "proceedings/motion.h"

/* What is sealed does. */
static bool says_something(const Tree *words) {
    return words->kind != TREE_TEXT || !text_empty(text_trim(words->text));
}

bool do_NOTE(Turn *turn) {
    const NoteArgs *args = turn->command->args;
    const MeetingState *meeting = need_meeting(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "enter what was said"))
        return false;
    if (!says_something(args->text)) return refuse(turn, EMPTY_TEXT, TEXT("note"));
    if (!args->issue && args->resolution) return refuse(turn, NOT_AN_ISSUE, meeting->number);
    Noted body = {.meeting = meeting->number,
                  .about = args->about,
                  .text = args->text,
                  .issue = args->issue ? TEXT("controverted") : (Text){0},
                  .resolution = args->resolution};
    return emit(turn, KIND_NOTED, body.meeting, &body);
}

/* --- action items --------------------------------------------------------------------------------------- */

bool do_ASSIGN(Turn *turn) {
    const AssignArgs *args = turn->command->args;
    const MeetingState *meeting = need_meeting(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "enter an action item"))
        return false;
    if (text_empty(text_trim(args->text))) return refuse(turn, EMPTY_TEXT, TEXT("action item"));
    if (args->due != DATE_NONE && args->due < meeting->on)
        return refuse(turn, DUE_BEFORE, date_text(turn->arena, args->due),
                      date_text(turn->arena, meeting->on));
    Assigned body = {.meeting = meeting->number,
                     .number = (int64_t)meeting->actions.len + 1,
                     .text = args->text,
                     .owner = args->owner,
                     .due = args->due,
                     .about = args->about};
    return emit(turn, KIND_ASSIGNED, body.meeting, &body);
}

/* By its number at the meeting; 0: there is none. */
static int64_t action_number(const MeetingState *meeting, Text given) {
    int64_t number;
    bool there = text_to_int(given, &number) && number >= 1 && number <= (int64_t)meeting->actions.len;
    return there ? number : 0;
}

bool do_DONE(Turn *turn) {
    const DoneArgs *args = turn->command->args;
    const MeetingState *meeting = need_convened(turn, args->meeting);
    if (!meeting) return false;
    int64_t number = action_number(meeting, args->number);
    if (number == 0) return refuse(turn, NO_SUCH_ACTION, meeting->number, args->number);
    const ActionState *action = &meeting->actions.at[number - 1];
    if (action->done) return refuse(turn, ACTION_DONE, meeting->number, args->number);
    bool own = text_equal(action->owner, turn->command->actor);
    if (!own && !need_seat_or_record(turn, NULL, meeting->body, true, "enter that it is done")) return false;
    ActionDone body = {.meeting = meeting->number, .number = number, .note = args->note};
    return emit(turn, KIND_ACTION_DONE, body.meeting, &body);
}

/* --- minutes -------------------------------------------------------------------------------------------- */

/* Minutes are approved by the body itself, at a later meeting of it, and once. */
static bool need_minutes(Turn *turn, const MeetingState *of, const MeetingState *at, Text digest) {
    const MotionState *put = text_empty(of->approval) ? NULL : state_motion(turn->state, of->approval);
    if (!same_post(turn->state, of->body, at->body))
        return refuse(turn, OTHER_MINUTES, of->number, of->body, at->body);
    if (text_equal(of->number, at->number) || of->on > at->on) return refuse(turn, MINUTES_LATER, of->number);
    if (put && text_empty(put->result)) return refuse(turn, MOTION_OPEN, of->number, put->number);
    return !text_equal(of->approved, digest) || refuse(turn, MINUTES_APPROVED, of->number);
}

bool do_APPROVE(Turn *turn) {
    const ApproveArgs *args = turn->command->args;
    const MeetingState *of = need_meeting(turn, args->minutes);
    const MeetingState *at = of ? need_meeting(turn, args->meeting) : NULL;
    if (!at || !need_seat_or_record(turn, NULL, at->body, false, "put it to the vote")) return false;
    if (text_empty(args->digest))
        return refuse(turn, MISSING_ARGUMENT, TEXT("approve"), TEXT("--digest"),
                      TEXT("bylaw minutes prints it"));
    if (!need_minutes(turn, of, at, args->digest) || !need_meeting_now(turn, at->number)) return false;
    Moved body = {.motion = next_number(turn->state, turn->program->motion_series, turn->today),
                  .subject = of->number,
                  .decider = at->body,
                  .meeting = at->number,
                  .mover = turn->command->actor,
                  .minutes = args->digest,
                  .text = text_format(turn->arena, "Approve the minutes of %.*s", TEXT_ARG(of->number))};
    return emit(turn, KIND_MOVED, body.subject, &body);
}
