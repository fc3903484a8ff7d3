/* refusals_conditions: why acts on conditions are refused (proceedings/refusals.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_CONDITIONS_H
#define BYLAW_PROCEEDINGS_REFUSALS_CONDITIONS_H

#define CONDITION_REFUSALS(X)                                                                                \
    X(UNCONDITIONAL, "the workflow", "what is put at {0} is carried without conditions, or not at all",      \
      "its workflow would have to say there: conditions: allowed")                                           \
    X(NOT_OF_A_CASE, "", "{0} is about no case, and only cases have conditions", "")                         \
    X(VOTES_ARE_IN, "P5", "votes on {0} are in, and what is voted on does not change",                       \
      "withdraw it, and put it anew with its conditions: bylaw withdraw {0} --because ...")                  \
    X(DUE_BEFORE_TODAY, "", "{0} is past already", "give a later day")                                       \
    X(NOT_ON_MOTION, "", "{0} has no condition {1}", "see them with: bylaw show {0}")                        \
    X(NO_SUCH_CONDITION, "", "{0} has no condition {1}", "see them with: bylaw show {0}")                    \
    X(CONDITION_SETTLED, "", "condition {1} of {0} is {2} already", "")                                      \
    X(CONDITION_FELL, "", "condition {1} of {0} fell, as what it was a condition of no longer stands", "")   \
    X(CONDITION_IS_LAPSED, "P7", "condition {1} of {0} lapsed on {2}",                                       \
      "who may reopen the case takes it up again: bylaw reopen {0} --condition {1} --because ...")           \
    X(OWN_CONDITION, "P8", "{0} is to meet condition {1} of {2}, and another finds whether it is met", "")   \
    X(NO_LATER, "", "{0} is no later than {1}, the last day for condition {2} as it is", "give a later day") \
    X(NOT_LAPSED, "", "condition {1} of {0} has not lapsed: it is {2}", "")                                  \
    X(DECIDED_SINCE, "", "what condition {1} of {0} belonged to was taken up again at {2} since it lapsed",  \
      "go on from there, or with: bylaw reopen {0} --step NAME --because ...")                               \
    X(ONE_WAY_BACK, "", "a case is taken up again at a step, or at a condition that lapsed",                 \
      "leave out one of --step and --condition")

#endif
