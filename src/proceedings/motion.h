/* motion: what the files of meetings, motions and escalation share; for them only. */
#ifndef BYLAW_PROCEEDINGS_MOTION_H
#define BYLAW_PROCEEDINGS_MOTION_H

#include "proceedings/turn.h"

/* --- who decides (deciders.c) --------------------------------------------------------------------------- */

/* A body or an office by its full name, or a person, with the ballot that replaces the body's own threshold.
 */
typedef struct Decider {
    Text name;
    const Body *body;         /* NULL: a person, or an office, whose holder decides alone */
    const BallotRule *ballot; /* NULL: the body's own */
} Decider;

Decider decider_named(const Program *program, Text name, Text ballot);
Decider motion_decider(State *state, const MotionState *motion);
const Threshold *decider_quorum(const Decider *decider);
const Threshold *decider_carried(const Decider *decider);

typedef VEC(const PartState *) PartList;

/* A step of a case that waits for a decision now: a motion's, or a review's that is at a vote. */
typedef struct Question {
    const FlowStep *flow;
    Text subject, step, decider, ballot, escalation;
    PartList asked; /* who is asked now: with a motion, where it has been put to them */
    int64_t level;
    bool review;
} Question;

bool question_at(State *state, const CaseState *subject, Text step, Question *out);
/* The one that is meant: of the name, else the only one. False: none or several, refused. */
bool need_question(Turn *turn, Text subject, Text step, Question *out);

/* The body's chair, or a deputy where the chair is not there: there is none, they take no part in the case,
 * or they are not at the meeting that the command is about. */
bool presides(Turn *turn, const CaseState *subject, Text body, Text person);
/* The actor is the person, holds the office or sits in the body (as its chair, where only the chair may) and
 * takes part in the case; or records for others. `doing` is what they may not do otherwise: "close the
 * ballot". */
bool need_seat_or_record(Turn *turn, const CaseState *subject, Text decider, bool as_chair,
                         const char *doing);
const MeetingState *need_convened(Turn *turn, Text number); /* one that is not cancelled; NULL: refused */
/* A meeting whose day has come. */
const MeetingState *need_meeting(Turn *turn, Text number);
/* One that is on: on its day, or in the night after it. */
const MeetingState *need_meeting_now(Turn *turn, Text number);
/* The body's chair, or by power (meetings.c). */
bool may_convene(Turn *turn, Text body);

/* --- a decision of several (parts.c) -------------------------------------------------------------------- */

typedef enum Standing { STANDS_OPEN, STANDS_CARRIED, STANDS_LOST } Standing;

/* Carried when enough have carried it; lost as soon as that cannot come about. */
Standing question_standing(const StepState *step);
void parts_asked(Arena *arena, const StepState *step, PartList *out);
PartState *part_of(const StepState *step, Text decider); /* NULL: it is none of them */
bool part_is_put(const PartState *part);                 /* its motion is open */
/* The other part of the joint decision in which the person has voted; NULL: none (law P8). */
const PartState *decided_another(State *state, const CaseState *subject, Text step, Text decider,
                                 Text person);
/* The same of whoever would vote alone; a body decides as a body. */
const PartState *decided_as_another(State *state, const MotionState *motion, Text person);
bool withdraw_all(Turn *turn, Text subject, Text step, const char *because); /* the open motions of a step */
/* A part was decided: ends the step when the whole is, and withdraws the motions that nothing hangs on. */
bool settle_question(Turn *turn, Text subject, Text step);

/* --- what is decided in the place of others (delegated.c) ----------------------------------------------- */

/* A part of a question that is put under a delegation. `reasons`: why it is within its bounds, each of them.
 */
typedef struct Mandate {
    const PartState *part;
    const DelegationState *delegation; /* NULL: under none */
    Text decider;
    Tree *reasons;
} Mandate;

/* The one that the command names, else one that lets the actor decide what others are asked. False: refused,
 * as it does not hold or the question is past its bounds. */
bool find_mandate(Turn *turn, const Question *question, const MoveArgs *args, Mandate *out);
bool enter_mandate(Turn *turn, const Question *question, const Mandate *mandate);
/* Withdraws what a delegate has put, where those decide who delegated it. */
bool take_back_delegated(Turn *turn, const Question *question, const MoveArgs *args);
/* A motion under a delegation can still be decided under it. */
bool need_mandate(Turn *turn, const MotionState *motion);
bool refuse_idle(Turn *turn, const DelegationState *delegation); /* as it does not hold today */
/* Its rule in the case's own charter; NULL: that has none for such cases. */
const Delegation *delegation_rule(State *state, const DelegationState *delegation, const CaseState *subject);
/* Who was asked: of a motion under a delegation, who delegated it. */
Text motion_part(const MotionState *motion);

/* --- whether it still holds (holding.c) ----------------------------------------------------------------- */

/* Where the facts are kept that a decision was about: under its motion, or the entry that made it. */
Text put_place(Arena *arena, Text subject, const StandingState *standing);

/* --- recommendations (recommend.c) ---------------------------------------------------------------------- */

const RecommendationState *recommendation_of(const StepState *step, Text named); /* NULL: it said nothing */
/* Motions are open or were decided, so that it is too late to recommend. */
bool question_is_put(const StepState *step);

/* --- who may vote (roll.c) ------------------------------------------------------------------------------ */

bool is_on_case(const MotionState *motion); /* else it is about minutes, or an edition of the charter */
/* The case that is decided on; of a motion about anything else an empty one, in which nothing stands. */
const CaseState *motion_case(State *state, const MotionState *motion);
/* It is put between meetings. */
bool is_circulated(State *state, const MotionState *motion);
/* The day whose members count: the meeting's; of an office's motion, the day it was moved. */
Date motion_day(State *state, const MotionState *motion);
/* Who may vote and has not: all who are there but the one whose request it is, and whoever has a voice in the
 * decision already as somebody else (law P8). */
void voters_left(State *state, const MotionState *motion, const Roll *roll, TextList *out);
/* Whether the person is among those who decide: an office's deputy is where all who hold it take no part in
 * the case. */
bool decides_in(State *state, const CaseState *subject, Text decider, Text person, Date on);
const StandIn *stand_in_of(const Roll *roll, Text person);               /* NULL: in nobody's place */
const RecusalState *case_recusal(const CaseState *subject, Text person); /* NULL: takes part */
/* Whether the person may vote: a member in office, there, not recused, not deciding on their own request. */
bool may_vote(Turn *turn, const MotionState *motion, const Roll *roll, Text person);
const MotionState *need_open_motion(Turn *turn, Text number);
bool has_voted(const MotionState *motion, Text person);

/* --- votes by proxy (proxies.c) ------------------------------------------------------------------------- */

/* Who votes for the member on the motion's day, wherever they are; empty: nobody. */
Text proxy_for(State *state, const MotionState *motion, Text member);
const StandIn *proxy_cast(const MotionState *motion, Text member); /* the vote that was given so; NULL */
const StandIn *proxy_on(const Roll *roll, Text member);            /* NULL: is not represented */
/* Was entered as being there, as a member or to observe: votes that others gave do not make it so. */
bool attends(State *state, const MotionState *motion, Text person);
bool in_person(const Roll *roll, Text member); /* there, and not by proxy */
/* Notes which of the votes are given by proxy, into a list of StandIn. False: some are neither the actor's
 * own nor for the actor to give, who does not record those of others. */
bool take_proxies(Turn *turn, const MotionState *motion, const Roll *roll, const TextList *voters,
                  void *by_proxy);

/* --- what tellers count (counting.c) ---------------------------------------------------------------------
 */

/* How votes are given: on options by name, else as the ballot says, else the body, else by name (law P3). */
VoteKind votes_on(const Decider *decider, const MotionState *motion);
/* Votes on a roll, whether they were given by name or counted. */
int64_t roll_votes(const Roll *roll, bool in_favour);
bool somebody_voted(const Roll *roll); /* for, against or abstaining */
/* Lays the tellers' totals into the roll, where the ballot has any and they are given. */
bool take_tally(Turn *turn, const MotionState *motion, const CloseArgs *args, Roll *roll);
/* What was counted, as it is written behind `bylaw close`; empty for votes by name. */
Text counted_words(Arena *arena, const Roll *roll);
/* Refuses what a ballot that is counted has no place for: single votes, or an end without totals. */
bool refuse_uncounted(Turn *turn, const MotionState *motion, VoteKind kind);

/* --- conflicts found by the rules (conflicts.c), and challenges (challenges.c) ---------------------------
 */

/* The rule of the body by which the person is in conflict over the case; NULL: none finds one. */
const ConflictRule *conflict_of(State *state, const CaseState *subject, const Body *body, Text person);
Text conflict_words(Arena *arena, const ConflictRule *rule); /* "named in sponsor" */
/* Who is in conflict neither votes nor is counted. */
bool need_no_conflict(Turn *turn, const MotionState *motion, Text person);
/* A case was put to a body: enters who is recused by its rules, and says who has to be. */
bool recuse_conflicted(Turn *turn, Text motion);
/* The question of the case, open now, that a body is asked in which the person sits; false: there is none. */
bool seat_in_question(Turn *turn, const CaseState *subject, Text person, Question *out,
                      const PartState **part);
/* Where recusals leave a body without the quorum that a question would need, that is said. */
void remark_quorum(Turn *turn, Text subject);
/* Nobody who would be counted is in conflict, or is challenged. */
bool need_settled(Turn *turn, const MotionState *motion, const Roll *roll);
bool recuse(Turn *turn, const Recused *body); /* enters it, and says what it does to quorums */

/* --- votes that advise (advice.c), and vetoes (veto.c) ---------------------------------------------------
 */

/* One of those whom the motion's ballot names, on the motion's day. */
bool is_among(State *state, const MotionState *motion, const Who *who, size_t count, Text person);
/* Whether the ballot knows votes that advise: of those who decide and do not bind, or of others. */
bool has_advisers(const Decider *decider);
/* Of those in office keeps whose votes bind. */
void keep_binding(State *state, const MotionState *motion, const Decider *decider, TextList *in_office);
bool may_advise(State *state, const MotionState *motion, Text person);
bool has_vetoed(const MotionState *motion, Text person);

/* --- consent without votes (consent.c) ------------------------------------------------------------------ */

bool consent_runs(const CaseState *subject, Text step);
/* Until when a step that was just entered can be objected to; DATE_NONE: silence carries nothing. */
Date consent_until(const Program *program, const StepState *step);
/* At a meeting: the ballot knows consent without votes, and nobody has voted against it or vetoed it. */
bool need_unopposed(Turn *turn, const MotionState *motion, const Roll *roll);
bool consent_passed(Turn *turn, Text subject, Text step, Date due);

/* --- choices among options ------------------------------------------------------------------------------ */

/* By the body's ballot; who decides alone, or without one, names one option. */
Choice motion_choice(const Decider *decider, const MotionState *motion);
bool vote_on_options(Turn *turn, const MotionState *motion, const VoteArgs *args); /* choice_votes.c */
/* Votes as they stand (rankings.c). */
bool has_ranked(const MotionState *motion, Text person);
void ranking_add(Arena *arena, MotionState *motion, const TextList *ranks, Text person);
void ranking_take(MotionState *motion, Text person);

/* --- folding (apply_meeting.c, apply_motion.c) -----------------------------------------------------------
 */

MeetingState *changed_meeting(Applied *applied, Text number); /* NULL: it was never convened */
MotionState *open_motion(Applied *applied, Text number);
StepState *open_step(Applied *applied, Text number, Text name); /* of a case, to be changed */
/* What was carried by a motion stands; NULL: at the step of a review, whose votes do not stand by themselves.
 * And what was approved without a motion. */
StandingState *keep_decision(Applied *applied, Text number, Text step, Text motion);
void keep_approval(Applied *applied, Text number, Text step);
/* Who decides at a step: one alone, or the parts of a joint decision. */
void set_parts(Applied *applied, StepState *step, const DeciderNamed *body);
void forget_vote(MotionState *motion, Text person);

/* --- escalation (escalation.c) -------------------------------------------------------------------------- */

const Escalation *escalation_of(const Program *program, Text name); /* NULL: none */
/* Carries out another verb, as a part of this command. */
bool carry_out(Turn *turn, VerbHandler *verb, void *args);
/* Moves a question on from its level to the next, where there is one. */
bool move_up(Turn *turn, const Question *question, const char *cause, Date due);
/* What fell due on a day: nobody decided in time, or a level let its time pass. */
bool undecided_passed(Turn *turn, Text subject, Text step, Date due);
bool level_passed(Turn *turn, Text subject, Text step, Date due);
Date date_after(const Program *program, Date from, Duration duration); /* DATE_NONE: undetermined */
bool withdraw_motion(Turn *turn, Text motion, Text subject, Text because);
/* Takes up again at a step a case that has ended or lapsed (going_on.c). */
bool reopen_case(Turn *turn, const CaseState *subject, Text step, Text because);
/* Where it stood last, branches apart. */
Text last_step(State *state, const CaseState *subject);
bool withdraw_case(Turn *turn, Text subject, Text because);        /* going_on.c */
bool withdraw_open(Turn *turn, Text subject, const char *because); /* the open motions of all its steps */
/* The step of its workflow at which a case can be entered anew: no branch of several that run together. */
bool need_whole_step(Turn *turn, const CaseState *subject, Text step, Index *at);

#endif
