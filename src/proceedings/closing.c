/* Closing a ballot: its roll is frozen with every comparison (law P4), and its result leads on. */
#include "proceedings/closing.h"

/* --- counts --------------------------------------------------------------------------------------------- */

static const TextList *members_counted(const Roll *roll, CountId counted) {
    static const TextList nobody = {0};
    switch (counted) {
    case COUNT_VOTES_FOR:
        return &roll->in_favour;
    case COUNT_VOTES_AGAINST:
        return &roll->against;
    case COUNT_MEMBERS:
    case COUNT_MEMBERS_PRESENT:
        return &roll->present;
    case COUNT_MEMBERS_IN_OFFICE:
        return &roll->in_office;
    case COUNT_VOTES_CAST:
    case COUNT_SEATS:
    case COUNT_VOTERS_OVER:
    case COUNT_VOTERS_BESIDE:
    case COUNT_COUNT:
        break;
    }
    return &nobody;
}

int64_t having_role(const Closing *closing, const TextList *members, Text role) {
    Date day = motion_day(closing->turn->state, closing->motion);
    int64_t count = 0;
    for (size_t i = 0; i < members->len; i++)
        count += person_has_role(closing->turn->state, members->at[i], role, day);
    return count;
}

static int64_t with_role(const void *context, CountId counted, Text role) {
    const Closing *closing = context;
    if (counted == COUNT_VOTES_CAST)
        return having_role(closing, &closing->roll->in_favour, role) +
               having_role(closing, &closing->roll->against, role);
    return having_role(closing, members_counted(closing->roll, counted), role);
}

Counts counts_of(const Closing *closing) {
    const Roll *roll = closing->roll;
    Counts counts = {.roles = case_program(closing->turn->state, closing->subject)->roles,
                     .with_role = with_role,
                     .context = closing};
    for (int i = 0; i < COUNT_COUNT; i++) counts.of[i] = (int64_t)members_counted(roll, (CountId)i)->len;
    counts.of[COUNT_VOTES_FOR] = roll_votes(roll, true);
    counts.of[COUNT_VOTES_AGAINST] = roll_votes(roll, false);
    counts.of[COUNT_VOTES_CAST] = counts.of[COUNT_VOTES_FOR] + counts.of[COUNT_VOTES_AGAINST];
    counts.of[COUNT_SEATS] = roll->seats;
    return counts;
}

/* --- the result ----------------------------------------------------------------------------------------- */

/* Who votes by proxy is represented and not there, unless the body counts them. False: nobody is. */
static bool leave_represented(const Closing *closing, TextList *present) {
    const Roll *roll = closing->roll;
    TextList there = {0};
    for (size_t i = 0; i < roll->present.len; i++)
        if (!proxy_on(roll, roll->present.at[i]))
            texts_push(closing->turn->arena, &there, roll->present.at[i]);
    *present = there;
    return there.len < roll->present.len;
}

/* Whether a recused member counts among the members in office is for the body to say, of its quorum alone. */
bool has_quorum(const Closing *closing) {
    const Body *body = closing->decider.body;
    Roll there = *closing->roll;
    Closing asked = *closing;
    bool leave = body && !body->proxies.in_quorum && leave_represented(closing, &there.present);
    asked.roll = &there;
    Counts counts = counts_of(&asked);
    counts.in_person = leave;
    if (!body || body->recused_leave)
        counts.of[COUNT_MEMBERS_IN_OFFICE] -= (int64_t)closing->roll->recused.len;
    return threshold_met(closing->turn->arena, decider_quorum(&closing->decider), &counts, "quorum",
                         &closing->body->comparisons);
}

static bool is_carried(const Closing *closing) {
    Counts counts = counts_of(closing);
    return threshold_met(closing->turn->arena, decider_carried(&closing->decider), &counts, "carried",
                         &closing->body->comparisons);
}

/* The chair's casting vote is one vote more: it breaks a tie, and carries what one vote more carries. */
static bool is_carried_by_chair(const Closing *closing) {
    Counts counts = counts_of(closing);
    bool in_favour = text_is(closing->body->casting, "for");
    counts.of[COUNT_VOTES_FOR] += in_favour;
    counts.of[COUNT_VOTES_AGAINST] += !in_favour;
    counts.of[COUNT_VOTES_CAST]++;
    return threshold_met(closing->turn->arena, decider_carried(&closing->decider), &counts, "casting",
                         &closing->body->comparisons);
}

/* What the votes come to. */
static Text counted_result(const Closing *closing) {
    Closed *body = closing->body;
    if (!has_quorum(closing)) return TEXT("no_quorum");
    if (closing->motion->options.len > 0) return find_choice(closing);
    if (body->unopposed) return TEXT("carried");
    int64_t in_favour = roll_votes(closing->roll, true);
    bool carried = is_carried(closing), equal = in_favour == roll_votes(closing->roll, false);
    body->tie = !carried && equal && in_favour > 0 && body->vetoes.len == 0;
    if (body->tie && !text_empty(body->casting)) carried = is_carried_by_chair(closing);
    return carried ? TEXT("carried") : TEXT("lost");
}

/* Whoever vetoes needs no quorum, and no votes. */
void find_result(const Closing *closing) {
    Text counted = counted_result(closing);
    closing->body->result = closing->body->vetoes.len > 0 ? TEXT("lost") : counted;
}

/* --- refusals ------------------------------------------------------------------------------------------- */

static bool stays_open(const Closing *closing, Text until) {
    Text where = where_text(closing->turn->arena, closing->decider.ballot->where);
    return refuse_at(closing->turn, BALLOT_OPEN, where, closing->motion->number, until);
}

static bool hours_have_passed(const Closing *closing, int64_t hours) {
    Moment until = closing->motion->moved;
    int64_t seconds;
    if (__builtin_mul_overflow(hours, 3600, &seconds) ||
        __builtin_add_overflow(until.utc, seconds, &until.utc) || until.utc / 86400 > DATE_LAST)
        return stays_open(closing, TEXT("a time past all dates"));
    if (moment_compare(closing->turn->command->happened, until) >= 0) return true;
    return stays_open(closing, moment_text(closing->turn->arena, until));
}

/* Hours elapse on instants; a time in days ends with its last day (law P7). */
static bool has_been_open(const Closing *closing) {
    Arena *arena = closing->turn->arena;
    const BallotRule *rule = closing->decider.ballot;
    if (!rule || rule->open.amount == 0) return true;
    if (rule->open.unit == UNIT_HOURS) return hours_have_passed(closing, rule->open.amount);
    const Program *program = case_program(closing->turn->state, closing->subject);
    Date last = date_after(program, moment_date(closing->motion->moved), rule->open);
    if (last == DATE_NONE) return stays_open(closing, TEXT("a day past the years that the calendar lists"));
    if (closing->turn->today > last) return true;
    return stays_open(closing, text_format(arena, "the end of %.*s", TEXT_ARG(date_text(arena, last))));
}

/* Who voted is known of all ballots but counted ones, whose body's chair decides either way (check). */
static bool chair_has_voted(const Closing *closing) {
    const Roll *roll = closing->roll;
    return has_voted(closing->motion, roll->chair) ||
           (roll->tally && texts_have(&roll->tally->voted, roll->chair));
}

bool chair_may_cast(const Closing *closing) {
    Turn *turn = closing->turn;
    const Roll *roll = closing->roll;
    const Body *body = closing->decider.body;
    Text rule = body ? where_text(turn->arena, body->where) : (Text){0}, name = closing->decider.name;
    if (!body || body->tie == TIE_IS_LOST) return refuse_at(turn, NO_CASTING, rule, name);
    if (text_empty(roll->chair) || proxy_on(roll, roll->chair)) return refuse(turn, NO_CHAIR, name);
    if (!may_vote(turn, closing->motion, roll, roll->chair)) return false;
    if (body->tie == TIE_CHAIR_DECIDES_IF_UNVOTED && chair_has_voted(closing))
        return refuse_at(turn, CHAIR_VOTED, rule, person_called(turn, roll->chair), closing->motion->number);
    return true;
}

/* Whether a chair is there who could decide a tie now. */
bool chair_can_decide(const Closing *closing) {
    const Body *body = closing->decider.body;
    const Roll *roll = closing->roll;
    if (!body || body->tie == TIE_IS_LOST || !in_person(roll, roll->chair)) return false;
    if (text_equal(closing->subject->opener, roll->chair)) return false;
    return body->tie == TIE_CHAIR_DECIDES || !chair_has_voted(closing);
}

/* A tie is not closed as lost by not asking the chair who decides it. */
static bool chair_is_asked(const Closing *closing) {
    Turn *turn = closing->turn;
    if (!closing->body->tie || !chair_can_decide(closing)) return true;
    return refuse_at(turn, TIED, where_text(turn->arena, closing->decider.body->where),
                     closing->motion->number,
                     text_format(turn->arena, "%lld", (long long)roll_votes(closing->roll, true)),
                     counted_words(turn->arena, closing->roll));
}

static bool casting_is_right(const Closing *closing) {
    const Closed *body = closing->body;
    Turn *turn = closing->turn;
    if (body->choice) return option_cast_is_right(closing);
    if (text_empty(body->casting)) return chair_is_asked(closing);
    if (!text_is(body->casting, "for") && !text_is(body->casting, "against"))
        return refuse(turn, BAD_ARGUMENT, body->casting, TEXT("casting vote"),
                      TEXT("it is \"for\" or \"against\""));
    if (!body->tie) return refuse(turn, NO_TIE, closing->motion->number);
    return chair_may_cast(closing);
}

/* Nobody's silence is a vote: closed by mistake, the question would be lost. */
static bool votes_are_in(const Closing *closing) {
    VoteKind kind = votes_on(&closing->decider, closing->motion);
    if (text_is(closing->body->result, "no_quorum") || closing->body->vetoes.len > 0) return true;
    if (closing->body->unopposed) return true;
    if (kind != VOTES_NAMED && !closing->roll->tally)
        return refuse_uncounted(closing->turn, closing->motion, kind);
    return closing->motion->rankings.len > 0 || somebody_voted(closing->roll) ||
           refuse(closing->turn, NOBODY_VOTED, closing->motion->number);
}

/* --- what follows --------------------------------------------------------------------------------------- */

static bool lead_on(Turn *turn, const Closed *body, Text step) {
    const CaseState *subject = state_case(turn->state, body->subject);
    bool review = flow_step(turn->state, subject, step)->kind == FLOW_REVIEW;
    bool carried = text_is(body->result, "carried");
    if (text_is(body->result, "no_quorum"))
        return review || escalate_on(turn, body->subject, step, START_QUORUM_LOST, turn->today);
    if (review) return review_voted(turn, body->subject, step, carried);
    if (body->choice) {
        Text outcome = text_empty(body->chosen) ? body->result : body->chosen;
        return end_step(turn, body->subject, step, outcome, (Text){0});
    }
    return settle_question(turn, body->subject, step);
}

/* A meeting at which nobody was entered is not one that lacked a quorum: that would count towards escalation.
 * Where all who are there are recused, they came. */
static bool somebody_came(const Closing *closing) {
    const MotionState *motion = closing->motion;
    bool asked = !text_empty(motion->meeting) && motion->vetoes.len == 0 &&
                 !is_circulated(closing->turn->state, motion);
    if (!asked || closing->roll->present.len > 0) return true;
    const MeetingState *meeting = state_meeting(closing->turn->state, motion->meeting);
    if (meeting && meeting->present.len > 0) return true;
    return refuse(closing->turn, NOBODY_CAME, motion->meeting, motion->number);
}

/* Between meetings a ballot closes when its time is over, or all have answered. */
static bool have_answered(const Closing *closing) {
    Turn *turn = closing->turn;
    const MotionState *motion = closing->motion;
    TextList left = {0};
    if (!is_circulated(turn->state, motion)) return true;
    const MeetingState *meeting = state_meeting(turn->state, motion->meeting);
    voters_left(turn->state, motion, closing->roll, &left);
    if (turn->today > meeting->until || left.len == 0) return true;
    return refuse(turn, CIRCULATION_OPEN, motion->number, date_text(turn->arena, meeting->until),
                  person_called(turn, left.at[0]));
}

bool do_CLOSE(Turn *turn) {
    const CloseArgs *args = turn->command->args;
    const MotionState *motion = need_open_motion(turn, args->motion);
    if (!motion) return false;
    const CaseState *subject = motion_case(turn->state, motion);
    if (!need_seat_or_record(turn, subject, motion->decider, true, "close the ballot")) return false;
    if (!need_mandate(turn, motion)) return false;
    Closed body = {.motion = motion->number,
                   .subject = motion->subject,
                   .decider = motion->decider,
                   .ballot = motion->ballot,
                   .roll = motion_roll(turn->state, motion),
                   .casting = args->casting,
                   .delegation = motion->delegation,
                   .delegator = motion->delegator,
                   .unopposed = args->unopposed,
                   .vetoes = {motion->vetoes.at, motion->vetoes.len, motion->vetoes.cap}};
    Closing closing = {turn, motion, subject, motion_decider(turn->state, motion), body.roll, &body};
    Text step = motion->step;
    if (!somebody_came(&closing) || !have_answered(&closing)) return false;
    if (!need_settled(turn, motion, body.roll)) return false;
    if (!has_been_open(&closing) || !take_tally(turn, motion, args, body.roll)) return false;
    if (args->unopposed && !need_unopposed(turn, motion, body.roll)) return false;
    find_result(&closing);
    if (!votes_are_in(&closing) || !casting_is_right(&closing)) return false;
    bool leads = is_on_case(motion); /* the motion may be another once it is closed */
    Text charter = text_is(body.result, "carried") ? motion->charter : (Text){0};
    return emit(turn, KIND_CLOSED, body.subject, &body) && (!leads || lead_on(turn, &body, step)) &&
           (text_empty(charter) || adopt_edition(turn, charter, body.motion));
}
