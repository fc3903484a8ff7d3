/* Meetings: convened and attended. */
#include "proceedings/motion.h"

/* --- convene -------------------------------------------------------------------------------------------- */

bool may_convene(Turn *turn, Text body) {
    Text actor = turn->command->actor;
    return presides(turn, NULL, body, actor) || need_power(turn, ACT_CONVENE, actor);
}

/* "14:00" */
static bool need_time(Turn *turn, Text time) {
    if (text_empty(time)) return true;
    bool digits = time.len == 5 && time.at[2] == ':';
    for (size_t i = 0; digits && i < time.len; i++) digits = i == 2 || is_digit(time.at[i]);
    if (digits && text_compare(time, TEXT("24:00")) < 0 && time.at[3] < '6') return true;
    return refuse(turn, NOT_A_TIME, time);
}

/* Those named, each once; "all" stands for every member in office on the day. */
static void name_members(Turn *turn, Text of, Date on, const TextList *named, TextList *out) {
    for (size_t i = 0; i < named->len; i++) {
        TextList found = {0};
        if (text_is(named->at[i], "all"))
            holders_on(turn->state, of, on, &found);
        else
            texts_push(turn->arena, &found, named->at[i]);
        for (size_t k = 0; k < found.len; k++)
            if (!texts_have(out, found.at[k])) texts_push(turn->arena, out, found.at[k]);
    }
}

static bool need_members(Turn *turn, Text of, Date on, const TextList *persons) {
    for (size_t i = 0; i < persons->len; i++)
        if (!holds(turn->state, of, persons->at[i], on))
            return refuse(turn, NOT_A_MEMBER, person_called(turn, persons->at[i]), of,
                          date_text(turn->arena, on));
    return true;
}

/* Members, and whoever can sit in the place of one. */
static bool need_seated(Turn *turn, const MeetingState *meeting, const TextList *persons) {
    TextList members = {0};
    for (size_t i = 0; i < persons->len; i++)
        if (!is_alternate(turn->state, meeting->body, persons->at[i], meeting->on))
            texts_push(turn->arena, &members, persons->at[i]);
    return need_members(turn, meeting->body, meeting->on, &members);
}

static bool too_short(Turn *turn, Text body, const Body *rule, Date earliest) {
    Buf notice = buf_new(turn->arena);
    duration_write(&notice, rule->notice);
    return refuse_at(turn, SHORT_NOTICE, where_text(turn->arena, rule->where), body, buf_done(&notice),
                     date_text(turn->arena, earliest));
}

/* The body's notice is kept, or members waive it and say why. */
static bool need_notice(Turn *turn, const ConveneArgs *args, Convened *body) {
    const Body *rule = decider_named(turn->program, args->body, (Text){0}).body;
    Text where = rule ? where_text(turn->arena, rule->where) : (Text){0};
    bool asked = rule && rule->notice.amount > 0;
    Date earliest = asked ? date_after(turn->program, turn->today, rule->notice) : turn->today;
    name_members(turn, args->body, args->on, &args->waived, &body->waived);
    if (earliest == DATE_NONE && body->waived.len == 0)
        return refuse_at(turn, NOTICE_UNKNOWN, where, args->body);
    if (earliest != DATE_NONE && (!asked || args->on >= earliest))
        return body->waived.len == 0 || refuse_at(turn, NOTICE_KEPT, where, args->body);
    if (body->waived.len == 0) return too_short(turn, args->body, rule, earliest);
    if (text_empty(args->because)) return refuse(turn, WAIVER_UNREASONED, args->body);
    body->earliest = earliest;
    body->because = args->because;
    return need_members(turn, args->body, args->on, &body->waived);
}

bool do_CONVENE(Turn *turn) {
    const ConveneArgs *args = turn->command->args;
    if (!may_convene(turn, args->body)) return false;
    if (args->on < turn->today)
        return refuse(turn, CONVENED_BACK, date_text(turn->arena, args->on),
                      date_text(turn->arena, turn->today));
    const HoldersState *holders = state_holders(turn->state, args->body);
    Convened body = {.meeting = next_number(turn->state, turn->program->meeting_series, turn->today),
                     .body = args->body,
                     .on = args->on,
                     .time = args->time,
                     .place = args->place,
                     .told = holders ? holders->told : (TextList){0},
                     .earliest = DATE_NONE};
    return need_time(turn, args->time) && need_notice(turn, args, &body) &&
           emit(turn, KIND_CONVENED, body.meeting, &body);
}

/* --- attend --------------------------------------------------------------------------------------------- */

static bool need_there(Turn *turn, const MeetingState *meeting, const TextList *present,
                       const TextList *left) {
    for (size_t i = 0; i < left->len; i++)
        if (!texts_have(present, left->at[i]) && !texts_have(&meeting->present, left->at[i]) &&
            !texts_have(&meeting->observers, left->at[i]))
            return refuse(turn, NOT_THERE, person_called(turn, left->at[i]), meeting->number);
    return true;
}

const MeetingState *need_convened(Turn *turn, Text number) {
    const MeetingState *meeting = state_meeting(turn->state, number);
    if (!meeting)
        refuse(turn, NO_SUCH_MEETING, number, TEXT("bylaw history lists them"));
    else if (!text_empty(meeting->cancelled))
        refuse(turn, MEETING_CANCELLED, number, meeting->cancelled);
    else
        return meeting;
    return NULL;
}

const MeetingState *need_meeting(Turn *turn, Text number) {
    const MeetingState *meeting = need_convened(turn, number);
    if (!meeting || turn->today >= meeting->on) return meeting;
    refuse(turn, NOT_YET_MET, number, date_text(turn->arena, meeting->on));
    return NULL;
}

/* A meeting can run past midnight, and its day ends in the early morning. */
enum { NIGHT_ENDS_AT = 6, SECONDS_OF_HOUR = 3600 };

const MeetingState *need_meeting_now(Turn *turn, Text number) {
    const MeetingState *meeting = need_meeting(turn, number);
    Moment before = turn->command->happened;
    before.utc -= NIGHT_ENDS_AT * SECONDS_OF_HOUR;
    if (!meeting || meeting->on == turn->today || moment_date(before) == meeting->on) return meeting;
    refuse(turn, OTHER_DAY, number, date_text(turn->arena, meeting->on), date_text(turn->arena, turn->today));
    return NULL;
}

/* Members are never observers: they are there, and count. */
static bool need_observers(Turn *turn, const MeetingState *meeting, const TextList *observers) {
    for (size_t i = 0; i < observers->len; i++)
        if (holds(turn->state, meeting->body, observers->at[i], meeting->on))
            return refuse(turn, IS_A_MEMBER, person_called(turn, observers->at[i]), meeting->body,
                          meeting->number);
    return true;
}

static bool need_absent(Turn *turn, const MeetingState *meeting, const Attended *body) {
    for (size_t i = 0; i < body->apologies.len; i++) {
        Text person = body->apologies.at[i];
        if (texts_have(&meeting->present, person) || texts_have(&body->present, person))
            return refuse(turn, IS_THERE, person_called(turn, person), meeting->number);
    }
    return true;
}

/* Whoever has voted was there; a vote that is wrong is corrected by itself. */
static bool need_voteless(Turn *turn, const MeetingState *meeting, const Attended *body) {
    for (size_t i = 0; i < meeting->motions.len; i++) {
        const MotionState *motion = state_motion(turn->state, meeting->motions.at[i]);
        for (size_t k = 0; k < body->mistaken.len; k++)
            if (has_voted(motion, body->mistaken.at[k]))
                return refuse(turn, VOTED_THERE, person_called(turn, body->mistaken.at[k]), meeting->number,
                              motion->number);
    }
    return true;
}

static bool need_fitting(Turn *turn, const MeetingState *meeting, const Attended *body) {
    if (body->present.len + body->left.len + body->apologies.len + body->observers.len + body->mistaken.len ==
        0)
        return refuse(turn, NOBODY_NAMED, TEXT("attend"));
    return need_seated(turn, meeting, &body->present) &&
           need_members(turn, meeting->body, meeting->on, &body->apologies) &&
           need_observers(turn, meeting, &body->observers) && need_absent(turn, meeting, body) &&
           need_there(turn, meeting, &body->present, &body->left) &&
           need_there(turn, meeting, &body->present, &body->mistaken) && need_voteless(turn, meeting, body);
}

/* Who cannot come says so before; all else is entered once the day has come. */
bool do_ATTEND(Turn *turn) {
    const AttendArgs *args = turn->command->args;
    bool before = args->present.len + args->left.len + args->observers.len + args->mistaken.len == 0 &&
                  args->apologies.len > 0;
    const MeetingState *meeting =
        before ? need_convened(turn, args->meeting) : need_meeting(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "enter who is there")) return false;
    if (meeting->until != DATE_NONE) return refuse(turn, NOT_A_MEETING, meeting->number);
    Attended body = {.meeting = meeting->number, .observers = args->observers, .mistaken = args->mistaken};
    name_members(turn, meeting->body, meeting->on, &args->present, &body.present);
    name_members(turn, meeting->body, meeting->on, &args->left, &body.left);
    name_members(turn, meeting->body, meeting->on, &args->apologies, &body.apologies);
    return need_fitting(turn, meeting, &body) && emit(turn, KIND_ATTENDED, body.meeting, &body);
}
