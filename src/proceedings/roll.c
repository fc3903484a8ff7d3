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

/* An office's holder is there wherever they are. */
static bool is_there(State *state, const MotionState *motion, Text person) {
    const MeetingState *meeting = meeting_of(state, motion);
    return !meeting || texts_have(&meeting->present, person) || has_voted(motion, person);
}

/* Where a body has several chairs, the one who is there. */
static void note_chair(State *state, const MotionState *motion, Roll *roll, Text person) {
    if (!is_chair(state, motion->decider, person, motion_day(state, motion))) return;
    if (text_empty(roll->chair) ||
        (!texts_have(&roll->present, roll->chair) && texts_have(&roll->present, person)))
        roll->chair = person;
}

/* Where votes can advise, those decide that are of members in office who bind. */
static void sort_votes(Arena *arena, const Roll *roll, bool advised, const TextList *from, TextList *to,
                       TextList *advice) {
    for (size_t i = 0; i < from->len; i++) {
        bool binds = !advised || texts_have(&roll->in_office, from->at[i]);
        texts_push(arena, binds ? to : advice, from->at[i]);
    }
}

/* Minutes are no case: nobody asked for them, and nobody is recused from them. */
const CaseState *motion_case(State *state, const MotionState *motion) {
    if (text_empty(motion->minutes)) return state_case(state, motion->subject);
    CaseState *none = record_new(state_arena(state), &CaseState_record);
    none->number = motion->subject;
    none->charter = state_book(state)->charter;
    return none;
}

Roll *motion_roll(State *state, const MotionState *motion) {
    Arena *arena = state_arena(state);
    const CaseState *subject = motion_case(state, motion);
    Decider decider = motion_decider(state, motion);
    Roll *roll = record_new(arena, &Roll_record);
    bool advised = has_advisers(&decider);
    holders_on(state, motion->decider, motion_day(state, motion), &roll->in_office);
    keep_binding(state, motion, &decider, &roll->in_office);
    for (size_t i = 0; i < roll->in_office.len; i++) {
        Text person = roll->in_office.at[i];
        bool recused = case_recusal(subject, person) != NULL, there = is_there(state, motion, person);
        if (recused)
            texts_push(arena, &roll->recused, person);
        else if (there)
            texts_push(arena, &roll->present, person);
        if (!recused && there && !has_voted(motion, person)) texts_push(arena, &roll->not_voting, person);
        note_chair(state, motion, roll, person);
    }
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

bool may_vote(Turn *turn, const MotionState *motion, const Roll *roll, Text person) {
    const CaseState *subject = motion_case(turn->state, motion);
    const RecusalState *recusal = case_recusal(subject, person);
    Text called = person_called(turn, person);
    bool one = state_person(turn->state, motion->decider) != NULL;
    if (one && !text_equal(motion->decider, person))
        return refuse(turn, NOT_FOR_YOU, called, motion->number, person_called(turn, motion->decider));
    bool binds = texts_have(&roll->in_office, person);
    if (!binds && !may_advise(turn->state, motion, person))
        return refuse(turn, NOT_A_MEMBER, called, motion->decider,
                      date_text(turn->arena, motion_day(turn->state, motion)));
    if (recusal) return refuse(turn, TAKES_NO_PART, called, subject->number);
    if (text_equal(subject->opener, person)) return refuse(turn, OWN_CASE, called, subject->number);
    if (!binds) return true;
    if (!texts_have(&roll->present, person)) return refuse(turn, NOT_THERE, called, motion->meeting);
    const PartState *other = decided_as_another(turn->state, motion, person);
    return !other || refuse(turn, HAS_DECIDED, called, motion->subject, person_called(turn, other->decider),
                            person_called(turn, motion->decider));
}
