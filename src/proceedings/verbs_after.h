/* verbs_after: the commands of what comes after a decision, or in place of one (proceedings/verbs.h says how
 * rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_AFTER_H
#define BYLAW_PROCEEDINGS_VERBS_AFTER_H

#define SUSPEND_ARGS(A, S)                                                                                   \
    A(S, CASE, subject, "CASE", FIRST, "the case whose clocks stop")                                         \
    A(S, TEXT, because, "because", MUST, "why")

#define RESUME_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the suspended case")                                                 \
    A(S, TEXT, because, "because", OPTION, "why now")

#define REOPEN_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case that has ended, or in which something has lapsed")          \
    A(S, NAME, step, "step", OPTION, "the step at which it goes on; else the last, or the one that lapsed")  \
    A(S, NAME, condition, "condition", OPTION,                                                               \
      "the number of a condition that lapsed; else the last that did")                                       \
    A(S, TEXT, because, "because", MUST, "why")

#define CORRECT_ARGS(A, S)                                                                                   \
    A(S, MATTER, what, "CASE|MOTION", FIRST, "the case with the facts, or the closed motion with the votes") \
    A(S, VALUES, facts, "NAME=VALUE", REST,                                                                  \
      "facts of a case, or the totals of a ballot that was counted, as they should have been entered")       \
    A(S, PERSONS, in_favour, "for", OPTION, "of a motion: who voted for it")                                 \
    A(S, PERSONS, against, "against", OPTION, "who voted against it")                                        \
    A(S, PERSONS, abstaining, "abstain", OPTION, "who abstained")                                            \
    A(S, PERSONS, not_voting, "no-vote", OPTION, "who was there and did not vote")                           \
    A(S, PERSONS, voted, "voted", OPTION, "of a secret ballot: who voted, where that was wrong")             \
    A(S, TEXT, because, "because", MUST, "how the mistake came about")

#define APPEAL_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case in which it was decided")                                   \
    A(S, NAME, step, "step", OPTION, "the step at which it was; else the last that was decided")             \
    A(S, TEXT, because, "because", MUST, "the grounds of the appeal")

#define OBJECT_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a decision")                                 \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")                   \
    A(S, TEXT, because, "because", MUST, "the objection")

#define RECONSIDER_ARGS(A, S)                                                                                \
    A(S, CASE, subject, "CASE", FIRST, "the case in which it was decided")                                   \
    A(S, NAME, step, "step", OPTION, "the step at which it was; needed where several were")                  \
    A(S, TEXT, because, "because", MUST, "why it is to be decided again")

#define ADVANCE_ARGS(A, S)

#define AFTER_VERBS(X)                                                                                       \
    X(SUSPEND, "suspend", SuspendArgs, SUSPEND_ARGS, "stop the clocks of a case, and all acts on it")        \
    X(RESUME, "resume", ResumeArgs, RESUME_ARGS, "go on with a suspended case")                              \
    X(REOPEN, "reopen", ReopenArgs, REOPEN_ARGS, "take up again what has ended or lapsed")                   \
    X(CORRECT, "correct", CorrectArgs, CORRECT_ARGS, "correct a fact or a vote that was entered wrongly")    \
    X(APPEAL, "appeal", AppealArgs, APPEAL_ARGS, "put what was decided to the next level of its escalation") \
    X(OBJECT, "object", ObjectArgs, OBJECT_ARGS, "object, so that the question moves up")                    \
    X(RECONSIDER, "reconsider", ReconsiderArgs, RECONSIDER_ARGS,                                             \
      "decide a step of an open case again, and what came after it")                                         \
    X(ADVANCE, "advance", AdvanceArgs, ADVANCE_ARGS, "apply what has fallen due, and nothing else")

#endif
