/* kinds_motion: motions, votes, and what they come to (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_MOTION_H
#define BYLAW_PROCEEDINGS_KINDS_MOTION_H

#include "value/record.h"

/* `text` is what is put, with the facts in it; nothing personal. What was recommended stands beside it, and
 * who of those asked has said nothing. */
#define MOVED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, decider)                                                                                      \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXT, mover)                                                                                        \
    F(S, TEXT, delegation) /* under which `decider` decides in the place of `delegator` */                   \
    F(S, TEXT, delegator)                                                                                    \
    F(S, TEXT, minutes) /* of a motion to approve minutes, whose meeting is its subject: their digest */     \
    F(S, TEXT, charter) /* of a motion to ratify an edition, put to its subject, a meeting: its name */      \
    F(S, TEXT, text)                                                                                         \
    F(S, TEXTS, options)  /* one of which is chosen; none: it is for or against */                           \
    F(S, TEXT, otherwise) /* the default of a choice, as voters read it */                                   \
    F(S, TEXTS, recommended) F(S, TEXTS, advised_against) F(S, TEXTS, silent)
#define VOTED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against) F(S, TEXTS, abstaining) L(S, StandIn, by_proxy) /* of these, who cast it */
/* Who has vetoed a motion, and why. */
#define VETO_FIELDS(F, R, L, S) F(S, TEXT, person) F(S, TEXT, because)
#define VETOED_BODY(F, R, L, S) F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define VETO_WITHDRAWN_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
/* What the tellers of a counted or secret ballot found (law P3): how many, never who. Who voted stands here
 * of a secret ballot, in the order of the seats. */
#define TALLY_FIELDS(F, R, L, S)                                                                             \
    F(S, TEXT, kind) /* "counted" or "secret" */                                                             \
    F(S, INT, in_favour) F(S, INT, against) F(S, INT, abstaining) F(S, TEXTS, tellers) F(S, TEXTS, voted)
/* Votes on options: from the highest, equal ones together: "porto = tallinn". Among them the default is
 * called "default". */
#define RANKED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, motion) F(S, TEXTS, voters) F(S, TEXTS, ranks) L(S, StandIn, by_proxy)
#define VOTED_ALIKE_FIELDS(F, R, L, S) F(S, TEXTS, ranks) F(S, TEXTS, voters)
/* What a choice came to (law P4): all of it follows from the votes. */
#define PREFERENCE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, option) F(S, TEXT, other) F(S, INT, over) /* rank the one over the other */ F(S, INT, under)
#define OPTION_VOTES_FIELDS(F, R, L, S) F(S, TEXT, option) F(S, INT, votes) /* how many named it */
#define CHOICE_STEP_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXTS, schwartz) L(S, Preference, dropped) /* the weakest defeats within it */
#define CHOICE_MADE_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXT, fact) /* that the option chosen is stated as */                                               \
    F(S, TEXT, method)                                                                                       \
    F(S, TEXTS, options)                                                                                     \
    F(S, TEXT, otherwise)                                                                                    \
    L(S, VotedAlike, votes)                                                                                  \
    L(S, Preference, preferences)                                                                            \
    F(S, TEXTS, kept) /* by quorum and majority */                                                           \
    L(S, OptionVotes, named) L(S, ChoiceStep, steps) F(S, TEXTS, winners)
/* Who is there in the place of a member who is not. An alternate votes as themselves, who sits there; a proxy
 * gives the member's own vote, which stands under the member's name. */
#define STAND_IN_FIELDS(F, R, L, S)                                                                          \
    F(S, TEXT, person) F(S, TEXT, member) F(S, TEXT, as) /* "alternate", "proxy" */
/* The frozen roll (law P4): the result can be recomputed with pen and paper from it alone. */
#define ROLL_FIELDS(F, R, L, S)                                                                              \
    F(S, TEXTS, in_office)                                                                                   \
    F(S, TEXTS, recused)                                                                                     \
    F(S, TEXTS, present)                                                                                     \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against)                                                                                     \
    F(S, TEXTS, abstaining)                                                                                  \
    F(S, TEXTS, advice_for) /* votes that advise, and decide nothing */                                      \
    F(S, TEXTS, advice_against)                                                                              \
    F(S, TEXTS, advice_abstaining)                                                                           \
    F(S, TEXTS, not_voting)                                                                                  \
    L(S, StandIn, standing_in)                                                                               \
    F(S, TEXT, chair)                                                                                        \
    F(S, INT, seats)                                                                                         \
    R(S, Tally, tally) /* in place of the votes of each; of a named none                                     \
                        */
#define COMPARED_FIELDS(F, R, L, S)                                                                          \
    F(S, TEXT, of)     /* "quorum" or "carried" */                                                           \
    F(S, TEXT, option) /* of a choice, which is held against the default */                                  \
    F(S, TEXT, rule)   /* as its author wrote it */                                                          \
    F(S, TEXT, counted)                                                                                      \
    F(S, INT, count)     /* votes for: 7 */                                                                  \
    F(S, TEXT, relation) /* ">" or ">=" */                                                                   \
    F(S, TEXT, needed)   /* "13/2", "sqrt 25", "3" */                                                        \
    F(S, TEXT, base)                                                                                         \
    F(S, INT, base_count) /* members present: 13; empty for a plain number */                                \
    F(S, BOOL, held)
#define CLOSED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, result)                                                                                       \
    F(S, TEXT, decider)                                                                                      \
    F(S, TEXT, ballot)                                                                                       \
    R(S, Roll, roll)                                                                                         \
    L(S, Compared, comparisons)                                                                              \
    F(S, BOOL, tie)                                                                                          \
    F(S, TEXT, casting)                                                                                      \
    L(S, Veto, vetoes)                                                                                       \
    F(S, BOOL, unopposed)                                                                                    \
    F(S, TEXT, delegation)                                                                                   \
    F(S, TEXT, delegator)                                                                                    \
    F(S, TEXT, chosen) /* the option, or "default" */ R(S, ChoiceMade, choice)
/* A reviewer approved before the body ("approved"), or left it to the body ("referred"). */
#define EXPEDITED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, decider) F(S, TEXT, person) F(S, TEXT, result) F(S, TEXT, because)
/* Nobody objected, who are named: "carried", or "blocked" where nothing could follow from it. */
#define CONSENTED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, decider) F(S, DATE, due) F(S, TEXT, result) F(S, TEXTS, silent)
/* What each part of a joint decision came to, and by which motion. */
#define PART_DECIDED_FIELDS(F, R, L, S) F(S, TEXT, decider) F(S, TEXT, motion) F(S, TEXT, result)
#define JOINTLY_DECIDED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, decider) F(S, TEXT, result) L(S, PartDecided, parts)
#define MOTION_WITHDRAWN_BODY(F, R, L, S) F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, because)

#define MOTION_KINDS(X)                                                                                      \
    X(MOVED, "moved", 1, Moved, MOVED_BODY,                                                                  \
      "{motion} was put to {decider}[ under delegation {delegation} of {delegator}][: {text}][, with the "   \
      "digest {minutes}][; options: {options}][; "                                                           \
      "recommended by {recommended}]"                                                                        \
      "[; advised against by {advised_against}][; nothing was said by {silent}]")                            \
    X(VOTED, "voted", 1, Voted, VOTED_BODY,                                                                  \
      "votes on {motion}[, for: {in_favour}][, against: {against}][, abstaining: {abstaining}]")             \
    X(RANKED, "ranked", 1, Ranked, RANKED_BODY, "{voters} voted on {motion}: {ranks}")                       \
    X(VETOED, "vetoed", 1, Vetoed, VETOED_BODY, "{person} vetoed {motion}[: {because}]")                     \
    X(VETO_WITHDRAWN, "veto_withdrawn", 1, VetoWithdrawn, VETO_WITHDRAWN_BODY,                               \
      "{person} took back the veto on {motion}[: {because}]")                                                \
    X(CLOSED, "closed", 1, Closed, CLOSED_BODY,                                                              \
      "{motion} was {result}[: {chosen}][, decided by {decider} under delegation {delegation} of "           \
      "{delegator}]")                                                                                        \
    X(EXPEDITED, "expedited", 1, Expedited, EXPEDITED_BODY,                                                  \
      "{step} was {result} by {person} in place of {decider}: {because}")                                    \
    X(CONSENTED, "consented", 1, Consented, CONSENTED_BODY,                                                  \
      "the time to object to {step} passed in silence: {result}[; silent: {silent}]")                        \
    X(JOINTLY_DECIDED, "jointly_decided", 1, JointlyDecided, JOINTLY_DECIDED_BODY,                           \
      "{step} was {result} by {decider}")                                                                    \
    X(MOTION_WITHDRAWN, "motion_withdrawn", 1, MotionWithdrawn, MOTION_WITHDRAWN_BODY,                       \
      "{motion} was withdrawn: {because}")

RECORD_STRUCT(Veto, VETO_FIELDS)
RECORD_STRUCT(Tally, TALLY_FIELDS)
RECORD_STRUCT(StandIn, STAND_IN_FIELDS)
RECORD_STRUCT(VotedAlike, VOTED_ALIKE_FIELDS)
RECORD_STRUCT(Preference, PREFERENCE_FIELDS)
RECORD_STRUCT(OptionVotes, OPTION_VOTES_FIELDS)
RECORD_STRUCT(ChoiceStep, CHOICE_STEP_FIELDS)
RECORD_STRUCT(ChoiceMade, CHOICE_MADE_FIELDS)
RECORD_STRUCT(Roll, ROLL_FIELDS)
RECORD_STRUCT(Compared, COMPARED_FIELDS)
RECORD_STRUCT(PartDecided, PART_DECIDED_FIELDS)

#endif
