/* The roll of a motion: who is entitled, recused, present, and how they voted (laws P2, P4). */
#include "proceedings/motion.h"

const RecusalState *case_recusal(const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->recusals.len; i++)
        if (text_equal(subject->recusals.at[i].person, person)) return &subject->recusals.at[i];
    return NULL;
}

void texts_take(TextList *list, Text text) {
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++)
        if (!text_equal(list->at[i], text)) list->at[kept++] = list->at[i];
    list->len = kept;
}

bool has_voted(const MotionState *motion, Text person) {
    return texts_have(&motion->in_favour, person) || texts_have(&motion->against, person) ||
           texts_have(&motion->abstaining, person) || has_ranked(motion, person);
}

static const MeetingState *meeting_of(State *state, const MotionState *motion) {
    return text_empty(motion->meeting) ? NULL : state_meeting(state, motion->meeting);
}

Date motion_day(State *state, const MotionState *motion) {
    const MeetingState *meeting = meeting_of(state, motion);
    return meeting ? meeting->on : moment_date(motion->moved);
}

bool is_circulated(State *state, const MotionState *motion) {
    const MeetingState *meeting = meeting_of(state, motion);
    return meeting && meeting->until != DATE_NONE;
}

/* An office's holder is there wherever they are; between meetings whoever answers. */
static bool is_there(State *state, const MotionState *motion, Text person) {
    const MeetingState *meeting = meeting_of(state, motion);
    bool comes = meeting && meeting->until == DATE_NONE;
    if (!meeting || has_voted(motion, person)) return true;
    return comes && texts_have(&meeting->present, person);
}

bool attends(State *state, const MotionState *motion, Text person) {
    const MeetingState *meeting = meeting_of(state, motion);
    return meeting && (texts_have(&meeting->present, person) || texts_have(&meeting->observers, person));
}

/* Where a body has several chairs, the one who is there. */
static void note_chair(State *state, const MotionState *motion, Roll *roll, Text person) {
    if (!is_chair(state, motion->decider, person, motion_day(state, motion))) return;
    if (text_empty(roll->chair) ||
        (!texts_have(&roll->present, roll->chair) && texts_have(&roll->present, person)))
        roll->chair = person;
}

/* --- who is entitled ------------------------------------------------------------------------------------ */

/* An office's deputies too, where all who hold it take no part. */
static void entitled_on(State *state, const CaseState *subject, Text decider, Date on, TextList *out) {
    holders_on(state, decider, on, out);
    for (size_t i = 0; i < out->len; i++)
        if (!case_recusal(subject, out->at[i])) return;
    TextList deputies = {0};
    deputies_on(state, decider, on, &deputies);
    for (size_t i = 0; i < deputies.len; i++)
        if (!texts_have(out, deputies.at[i])) texts_push(state_arena(state), out, deputies.at[i]);
}

bool decides_in(State *state, const CaseState *subject, Text decider, Text person, Date on) {
    TextList entitled = {0};
    if (!subject) return holds(state, decider, person, on);
    entitled_on(state, subject, decider, on, &entitled);
    return texts_have(&entitled, person);
}

const StandIn *stand_in_of(const Roll *roll, Text person) {
    for (size_t i = 0; i < roll->standing_in.len; i++)
        if (text_equal(roll->standing_in.at[i].person, person) &&
            !text_is(roll->standing_in.at[i].as, "proxy"))
            return &roll->standing_in.at[i];
    return NULL;
}

/* Who votes: members in office, and whoever is there in the place of one. */
static bool is_entitled(const Roll *roll, Text person) {
    return texts_have(&roll->in_office, person) || stand_in_of(roll, person);
}

/* An alternate for the member who can be there: no member, and taking part. */
static bool may_stand_in(State *state, const MotionState *motion, const Term *term, Text member) {
    const CaseState *subject = motion_case(state, motion);
    Date on = motion_day(state, motion);
    return text_equal(term->member, member) && covers(term->from, term->until, on) &&
           !holds(state, motion->decider, term->person, on) && !case_recusal(subject, term->person);
}

typedef struct Seat {
    State *state;
    const MotionState *motion;
    Roll *roll;
    Text member;
} Seat;

/* The first of the member's alternates who has voted, or (voted false) who is there; empty: none. Whoever
 * stands in for one member does for no other. */
static Text alternate_of(const Seat *seat, bool voted) {
    const HoldersState *holders = state_holders(seat->state, seat->motion->decider);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        Text person = holders->terms.at[i].person;
        if (!may_stand_in(seat->state, seat->motion, &holders->terms.at[i], seat->member)) continue;
        if (stand_in_of(seat->roll, person)) continue;
        if (voted ? has_voted(seat->motion, person) : is_there(seat->state, seat->motion, person))
            return person;
    }
    return (Text){0};
}

/* Once an alternate has voted, the seat has: the member who comes later does not vote again. */
static Text who_sits(const Seat *seat) {
    Text voted = alternate_of(seat, true);
    if (has_voted(seat->motion, seat->member) || text_empty(seat->motion->meeting)) return seat->member;
    if (!text_empty(voted)) return voted;
    return is_there(seat->state, seat->motion, seat->member) ? seat->member : alternate_of(seat, false);
}

/* --- the roll ------------------------------------------------------------------------------------------- */

static void stand_in(const Seat *seat, Text person, const char *as) {
    StandIn *in = record_push(state_arena(seat->state), &StandIn_record, &seat->roll->standing_in);
    *in = (StandIn){person, seat->member, text_of(as)};
}

/* Who gives the vote of a member who is not there: who has given it, else who is there with a proxy. Between
 * meetings nobody is represented before the vote is given. */
static Text represents(const Seat *seat) {
    const StandIn *cast = proxy_cast(seat->motion, seat->member);
    if (attends(seat->state, seat->motion, seat->member)) return (Text){0};
    if (cast) return cast->person;
    if (is_circulated(seat->state, seat->motion) || is_there(seat->state, seat->motion, seat->member) ||
        !text_empty(alternate_of(seat, true)))
        return (Text){0};
    Text holder = proxy_for(seat->state, seat->motion, seat->member);
    return !text_empty(holder) && attends(seat->state, seat->motion, holder) ? holder : (Text){0};
}

/* Nobody sits in the place of the recused. Who has not answered between meetings still may. */
static void enter_seat(const Seat *seat) {
    Arena *arena = state_arena(seat->state);
    Roll *roll = seat->roll;
    if (case_recusal(motion_case(seat->state, seat->motion), seat->member)) {
        texts_push(arena, &roll->recused, seat->member);
        return;
    }
    Text holder = represents(seat), person = text_empty(holder) ? who_sits(seat) : seat->member;
    if (text_empty(person) && is_circulated(seat->state, seat->motion))
        texts_push(arena, &roll->not_voting, seat->member);
    if (text_empty(person)) return;
    if (!text_empty(holder)) stand_in(seat, holder, "proxy");
    if (!text_equal(person, seat->member)) stand_in(seat, person, "alternate");
    texts_push(arena, &roll->present, person);
    if (!has_voted(seat->motion, person)) texts_push(arena, &roll->not_voting, person);
}

/* Where the chair is not there or takes no part, a deputy who is there and does. */
static void note_deputy(State *state, const MotionState *motion, Roll *roll) {
    Date on = motion_day(state, motion);
    if (in_person(roll, roll->chair)) return;
    for (size_t i = 0; i < roll->present.len; i++) {
        if (!is_deputy(state, motion->decider, roll->present.at[i], on) ||
            !in_person(roll, roll->present.at[i]))
            continue;
        roll->chair = roll->present.at[i];
        return;
    }
}

/* Where votes can advise, those decide that are of members in office who bind. What is of nobody who is
 * entitled any more is not counted. */
static void sort_votes(Arena *arena, const Roll *roll, bool advised, const TextList *from, TextList *to,
                       TextList *advice) {
    for (size_t i = 0; i < from->len; i++) {
        if (is_entitled(roll, from->at[i]))
            texts_push(arena, to, from->at[i]);
        else if (advised)
            texts_push(arena, advice, from->at[i]);
    }
}

bool is_on_case(const MotionState *motion) {
    return text_empty(motion->minutes) && text_empty(motion->charter);
}

/* Minutes and editions are no case: nobody asked for them, and nobody is recused from them. The body decides
 * by the edition in force when it was put. */
const CaseState *motion_case(State *state, const MotionState *motion) {
    if (is_on_case(motion)) return state_case(state, motion->subject);
    CaseState *none = record_new(state_arena(state), &CaseState_record);
    none->number = motion->subject;
    none->charter = charter_on(state, moment_date(motion->moved));
    return none;
}

Roll *motion_roll(State *state, const MotionState *motion) {
    Arena *arena = state_arena(state);
    const CaseState *subject = motion_case(state, motion);
    Decider decider = motion_decider(state, motion);
    Roll *roll = record_new(arena, &Roll_record);
    bool advised = has_advisers(&decider);
    entitled_on(state, subject, motion->decider, motion_day(state, motion), &roll->in_office);
    keep_binding(state, motion, &decider, &roll->in_office);
    for (size_t i = 0; i < roll->in_office.len; i++) {
        enter_seat(&(Seat){state, motion, roll, roll->in_office.at[i]});
        note_chair(state, motion, roll, roll->in_office.at[i]);
    }
    note_deputy(state, motion, roll);
    sort_votes(arena, roll, advised, &motion->in_favour, &roll->in_favour, &roll->advice_for);
    sort_votes(arena, roll, advised, &motion->against, &roll->against, &roll->advice_against);
    sort_votes(arena, roll, advised, &motion->abstaining, &roll->abstaining, &roll->advice_abstaining);
    roll->seats = decider.body ? decider.body->seats_most : (int64_t)roll->in_office.len;
    return roll;
}

void voters_left(State *state, const MotionState *motion, const Roll *roll, TextList *out) {
    const CaseState *subject = motion_case(state, motion);
    for (size_t i = 0; i < roll->not_voting.len; i++) {
        Text person = roll->not_voting.at[i];
        if (!text_equal(subject->opener, person) && !decided_as_another(state, motion, person))
            texts_push(state_arena(state), out, person);
    }
}

const MotionState *need_open_motion(Turn *turn, Text number) {
    const MotionState *motion = state_motion(turn->state, number);
    if (!motion)
        refuse(turn, NO_SUCH_MOTION, number, TEXT("bylaw history lists them"));
    else if (!text_empty(motion->result))
        refuse(turn, MOTION_CLOSED, number, motion->result);
    else if (moment_compare(turn->command->happened, motion->moved) < 0)
        refuse(turn, BEFORE_MOTION, number, moment_text(turn->arena, motion->moved));
    else if (need_going_on(turn, motion_case(turn->state, motion)))
        return motion;
    return NULL;
}

static bool refuse_absent(Turn *turn, const MotionState *motion, const Roll *roll, Text person) {
    Text called = person_called(turn, person);
    for (size_t i = 0; i < roll->standing_in.len; i++)
        if (text_equal(roll->standing_in.at[i].member, person) &&
            has_voted(motion, roll->standing_in.at[i].person))
            return refuse(turn, SEAT_TAKEN, called, motion->number,
                          person_called(turn, roll->standing_in.at[i].person));
    return refuse(turn, NOT_THERE, called, motion->meeting);
}

/* A deadline ends with its day (law P7). */
static bool in_time(Turn *turn, const MotionState *motion) {
    const MeetingState *meeting = meeting_of(turn->state, motion);
    return turn->today <= meeting->until ||
           refuse(turn, CIRCULATION_OVER, motion->number, date_text(turn->arena, meeting->until));
}

/* Between meetings an alternate answers for a member who has not. */
static bool may_answer_for(State *state, const MotionState *motion, const Roll *roll, Text person) {
    const HoldersState *holders = state_holders(state, motion->decider);
    for (size_t i = 0; holders && i < holders->terms.len && is_circulated(state, motion); i++) {
        const Term *term = &holders->terms.at[i];
        if (text_equal(term->person, person) && texts_have(&roll->not_voting, term->member) &&
            may_stand_in(state, motion, term, term->member))
            return true;
    }
    return false;
}

static bool may_answer(Turn *turn, const MotionState *motion, const Roll *roll, Text person) {
    for (size_t i = 0; i < roll->standing_in.len; i++)
        if (text_equal(roll->standing_in.at[i].member, person))
            return refuse_absent(turn, motion, roll, person);
    return in_time(turn, motion);
}

bool may_vote(Turn *turn, const MotionState *motion, const Roll *roll, Text person) {
    const CaseState *subject = motion_case(turn->state, motion);
    const RecusalState *recusal = case_recusal(subject, person);
    Text called = person_called(turn, person);
    bool one = state_person(turn->state, motion->decider) != NULL;
    if (one && !text_equal(motion->decider, person))
        return refuse(turn, NOT_FOR_YOU, called, motion->number, person_called(turn, motion->decider));
    bool binds = is_entitled(roll, person) || may_answer_for(turn->state, motion, roll, person);
    if (!binds && !may_advise(turn->state, motion, person))
        return refuse(turn, NOT_A_MEMBER, called, motion->decider,
                      date_text(turn->arena, motion_day(turn->state, motion)));
    if (recusal) return refuse(turn, TAKES_NO_PART, called, subject->number);
    if (!need_no_conflict(turn, motion, person)) return false;
    if (text_equal(subject->opener, person)) return refuse(turn, OWN_CASE, called, subject->number);
    if (!binds) return true;
    if (is_circulated(turn->state, motion)) return may_answer(turn, motion, roll, person);
    if (!texts_have(&roll->present, person)) return refuse_absent(turn, motion, roll, person);
    const PartState *other = decided_as_another(turn->state, motion, person);
    return !other || refuse(turn, HAS_DECIDED, called, motion->subject, person_called(turn, other->decider),
                            person_called(turn, motion->decider));
}
