/* verbs_motion: the commands of motions and votes (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_MOTION_H
#define BYLAW_PROCEEDINGS_VERBS_MOTION_H

#define RECOMMEND_ARGS(A, S)                                                                                 \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a decision")                                 \
    A(S, NAME, advice, "yes|no", SECOND, "yes: decide for it; no: decide against it")                        \
    A(S, TEXT, because, "because", MUST, "the grounds, in words")                                            \
    A(S, NAME, named, "for", OPTION,                                                                         \
      "the role, office or body that recommends; needed where you are several")                              \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")

#define EXPEDITE_ARGS(A, S)                                                                                  \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a body")                                     \
    A(S, NAME, advice, "approve|refer", SECOND, "approve: decide for it; refer: leave it to the body")       \
    A(S, TEXT, because, "because", MUST, "the grounds, in words")                                            \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")

#define MOVE_ARGS(A, S)                                                                                      \
    A(S, CASE, subject, "CASE", FIRST, "the case that is put to the vote")                                   \
    A(S, MEETING, meeting, "in", OPTION, "the meeting; an office decides without one")                       \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")                   \
    A(S, NAME, to, "to", OPTION, "who of several deciders it is put to")                                     \
    A(S, DELEGATION, under, "under", OPTION, "the delegation by which it is decided in somebody's place")

#define VOTE_ARGS(A, S)                                                                                      \
    A(S, MOTION, motion, "MOTION", FIRST, "the motion")                                                      \
    A(S, PERSONS, in_favour, "for", OPTION, "who votes for it; \"all\": every other member present")         \
    A(S, PERSONS, against, "against", OPTION, "who votes against it")                                        \
    A(S, PERSONS, abstaining, "abstain", OPTION, "who abstains")                                             \
    A(S, PERSONS, except, "except", OPTION, "who is not among \"all\"")                                      \
    A(S, TEXT, ranks, "ranks", OPTION, "options, the highest first: \"lisbon, porto = tallinn\"")            \
    A(S, TEXT, chosen, "choose", OPTION, "the option that is chosen; by approval several")                   \
    A(S, PERSONS, members, "member", OPTION, "whose vote on options it is, else yours; or \"all\"")

#define VETO_ARGS(A, S)                                                                                      \
    A(S, MOTION, motion, "MOTION", FIRST, "the open motion")                                                 \
    A(S, TEXT, because, "because", OPTION, "the reason; many a ballot asks for one")                         \
    A(S, FLAG, withdraw, "withdraw", OPTION, "take back your own veto")

#define CLOSE_ARGS(A, S)                                                                                     \
    A(S, MOTION, motion, "MOTION", FIRST, "the motion whose ballot closes")                                  \
    A(S, VALUES, totals, "CHOICE=VOTES", REST,                                                               \
      "of a counted or secret ballot what the tellers found: for=7 against=4 abstaining=2")                  \
    A(S, PERSONS, tellers, "tellers", OPTION, "who counted")                                                 \
    A(S, PERSONS, voted, "voted", OPTION, "who voted in a secret ballot; \"all\": every member present")     \
    A(S, FLAG, unopposed, "unopposed", OPTION, "nobody at the meeting objects, and its ballot asks no more") \
    A(S, NAME, casting, "casting", OPTION, "the chair's decision of a tie: for or against, or an option")

#define WITHDRAW_ARGS(A, S)                                                                                  \
    A(S, MATTER, what, "MOTION|CASE", FIRST, "the open motion, or the case with all that is open in it")     \
    A(S, TEXT, because, "because", MUST, "why")

#define MOTION_VERBS(X)                                                                                      \
    X(RECOMMEND, "recommend", RecommendArgs, RECOMMEND_ARGS, "recommend how to decide")                      \
    X(EXPEDITE, "expedite", ExpediteArgs, EXPEDITE_ARGS, "approve in place of a body, or refer it to it")    \
    X(MOVE, "move", MoveArgs, MOVE_ARGS, "put a case to the vote")                                           \
    X(VOTE, "vote", VoteArgs, VOTE_ARGS, "enter votes on a motion")                                          \
    X(VETO, "veto", VetoArgs, VETO_ARGS, "veto an open motion, where its ballot lets you")                   \
    X(CLOSE, "close", CloseArgs, CLOSE_ARGS, "close a ballot and determine its result")                      \
    X(WITHDRAW, "withdraw", WithdrawArgs, WITHDRAW_ARGS, "withdraw an open motion, or a case")

#endif
