/* Closed sessions: what is said in them is sealed, and not for everybody to read. */
#include "proceedings/motion.h"

static bool has_ended(const ClosedState *session) {
    return session->until.utc != 0;
}

const ClosedState *closed_session_at(const MeetingState *meeting, Moment at, Text about) {
    for (size_t i = meeting->closed.len; i-- > 0;) {
        const ClosedState *session = &meeting->closed.at[i];
        bool begun = moment_compare(session->from, at) <= 0;
        bool over = has_ended(session) && moment_compare(at, session->until) >= 0;
        if (begun && !over && (text_empty(session->about) || text_equal(session->about, about)))
            return session;
    }
    return NULL;
}

/* Who records for the body has written it down. */
static bool keeps_the_record(State *state, Text person, Date on) {
    const Program *program = state_charter(state, state_book(state)->charter);
    const Power *power = program ? power_over(program, ACT_RECORD) : NULL;
    return power && person_is_among(state, program, NULL, power->who, power->count, person, on);
}

bool may_know_closed(State *state, const MeetingState *meeting, Moment at, Text about, Text person) {
    const ClosedState *session = closed_session_at(meeting, at, about);
    const CaseState *subject = text_empty(about) ? NULL : state_case(state, about);
    if (subject && case_recusal(subject, person)) return false;
    if (session && texts_have(&session->admitted, person)) return true;
    bool sat =
        is_alternate(state, meeting->body, person, meeting->on) && texts_have(&meeting->present, person);
    return sat || holds(state, meeting->body, person, meeting->on) ||
           keeps_the_record(state, person, meeting->on);
}

/* --- closed --------------------------------------------------------------------------------------------- */

/* The one that goes on, of the whole meeting or of the case. */
static const ClosedState *session_running(const MeetingState *meeting, Text about) {
    for (size_t i = 0; i < meeting->closed.len; i++)
        if (!has_ended(&meeting->closed.at[i]) && text_equal(meeting->closed.at[i].about, about))
            return &meeting->closed.at[i];
    return NULL;
}

static bool end_session(Turn *turn, const MeetingState *meeting, Text about) {
    const ClosedState *session = session_running(meeting, about);
    if (!session) return refuse(turn, SESSION_OPEN, meeting->number);
    if (moment_compare(turn->command->happened, session->from) <= 0)
        return refuse(turn, ENDS_BEFORE_BEGIN, meeting->number, moment_text(turn->arena, session->from));
    SessionOpened body = {.meeting = meeting->number, .about = about};
    return emit(turn, KIND_SESSION_OPENED, body.meeting, &body);
}

bool do_CLOSED(Turn *turn) {
    const ClosedArgs *args = turn->command->args;
    const MeetingState *meeting = need_meeting(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "close the session")) return false;
    if (meeting->until != DATE_NONE) return refuse(turn, NOT_A_MEETING, meeting->number);
    if (args->ends) return end_session(turn, meeting, args->about);
    if (session_running(meeting, args->about)) return refuse(turn, SESSION_CLOSED, meeting->number);
    if (text_empty(text_trim(args->because)))
        return refuse(turn, MISSING_ARGUMENT, TEXT("closed"), TEXT("--because"),
                      TEXT("it is why others may not know what is said"));
    SessionClosed body = {.meeting = meeting->number,
                          .about = args->about,
                          .admitted = args->admitted,
                          .because = args->because};
    return emit(turn, KIND_SESSION_CLOSED, body.meeting, &body);
}
