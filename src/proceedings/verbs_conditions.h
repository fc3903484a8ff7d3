/* verbs_conditions: the commands of conditions on what is carried (proceedings/verbs.h says how rows are
 * read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_CONDITIONS_H
#define BYLAW_PROCEEDINGS_VERBS_CONDITIONS_H

#define CONDITION_ARGS(A, S)                                                                                 \
    A(S, MOTION, motion, "MOTION", FIRST, "the open motion, on which nobody has voted yet")                  \
    A(S, TEXT, text, "TEXT", SECOND, "what has to be done, if it is carried")                                \
    A(S, PERSON, owner, "owner", MUST, "who sees to it")                                                     \
    A(S, DATE, due, "due", MUST, "the last day for it")                                                      \
    A(S, TEXT, evidence, "evidence", MUST, "what will show that it is done")                                 \
    A(S, POST, discharged_by, "discharged-by", OPTION,                                                       \
      "the body, office or role that finds it met; else who decides on the motion")

#define DROP_ARGS(A, S)                                                                                      \
    A(S, MOTION, motion, "MOTION", FIRST, "the open motion, on which nobody has voted yet")                  \
    A(S, NAME, number, "NUMBER", SECOND, "the number of the condition on it: 1")

#define DISCHARGE_ARGS(A, S)                                                                                 \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, NAME, number, "NUMBER", SECOND, "the number of the condition: 1")                                   \
    A(S, TEXT, evidence, "evidence", MUST, "what shows that it is met")                                      \
    A(S, MEETING, meeting, "in", OPTION, "the meeting at which the body found it met")                       \
    A(S, TEXT, note, "note", OPTION, "anything else, in words")

#define WAIVE_ARGS(A, S)                                                                                     \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, NAME, number, "NUMBER", SECOND, "the number of the condition: 1")                                   \
    A(S, TEXT, because, "because", MUST, "why it need not be met any more")                                  \
    A(S, MEETING, meeting, "in", OPTION, "the meeting at which the body waived it")

#define EXTEND_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, NAME, number, "NUMBER", SECOND, "the number of the condition: 1")                                   \
    A(S, DATE, until, "until", MUST, "the last day for it from now on")                                      \
    A(S, TEXT, because, "because", MUST, "why")                                                              \
    A(S, MEETING, meeting, "in", OPTION, "the meeting at which the body gave more time")

#define CONDITION_VERBS(X)                                                                                   \
    X(CONDITION, "condition", ConditionArgs, CONDITION_ARGS, "put a condition with a motion")                \
    X(DROP, "drop", DropArgs, DROP_ARGS, "take back a condition before anybody votes")                       \
    X(DISCHARGE, "discharge", DischargeArgs, DISCHARGE_ARGS, "enter that a condition is met")                \
    X(WAIVE, "waive", WaiveArgs, WAIVE_ARGS, "enter that a condition need not be met any more")              \
    X(EXTEND, "extend", ExtendArgs, EXTEND_ARGS, "give more time for a condition")

#endif
