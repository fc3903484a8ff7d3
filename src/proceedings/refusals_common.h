/* refusals_common: what any command can be refused for (proceedings/refusals.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_COMMON_H
#define BYLAW_PROCEEDINGS_REFUSALS_COMMON_H

#define COMMON_REFUSALS(X)                                                                                   \
    X(NO_SUCH_PERSON, "", "nobody here is called \"{0}\"", "{1}")                                            \
    X(NO_SUCH_CASE, "", "there is no case {0}", "{1}")                                                       \
    X(NO_SUCH_MEETING, "", "there is no meeting {0}", "{1}")                                                 \
    X(NO_SUCH_MOTION, "", "there is no motion {0}", "{1}")                                                   \
    X(NO_SUCH_BODY, "", "the charter has no body \"{0}\"", "{1}")                                            \
    X(NO_SUCH_WORKFLOW, "", "the charter has no workflow \"{0}\"", "{1}")                                    \
    X(NO_SUCH_DECIDER, "", "\"{0}\" decides nothing: it is no body, no office and nobody here", "{1}")       \
    X(NO_SUCH_OFFICE, "", "the charter has no office \"{0}\"", "{1}")                                        \
    X(NO_SUCH_POST, "", "the charter has no body, office or role \"{0}\"", "{1}")                            \
    X(NO_SUCH_ROLE, "", "the charter has no role \"{0}\"", "{1}")                                            \
    X(NO_SUCH_STEP, "", "the workflow has no step \"{0}\"", "{1}")                                           \
    X(BAD_PEOPLE, "", "in the file of people, {0} {1}", "{2}")                                               \
    X(TOO_MANY_SEATS, "seats of the body", "{0} has {1} seats, and on {3} there would be {2} members", "")   \
    X(TWO_CHAIRS, "", "{0} would have two chairs on {1}",                                                    \
      "one follows another with: bylaw appoint PERSON --to {0} --from {1} --chair")                          \
    X(ENTERED_ALREADY, "", "that {0} is in {1} from {2} on is entered already", "")                          \
    X(NOT_IN_POST, "", "{0} is not in {1} on {2}", "who is: bylaw show {1} --at {2}")                        \
    X(NO_SUCH_PLACE, "",                                                                                     \
      "{0} has no {1}: a body has a chair, deputies, observers and alternates, an office "                   \
      "deputies",                                                                                            \
      "leave out --{1}")                                                                                     \
    X(ONE_PLACE, "", "{0} has one place in {1}",                                                             \
      "give one of --chair, --deputy, --observer, --alternate-for")                                          \
    X(SITS_THERE, "", "{0} is a member of {1} on {2}, and members are alternates for nobody", "")            \
    X(BOOK_STANDS, "", "this book is open already: {0}", "")                                                 \
    X(MISSING_ARGUMENT, "", "{0} needs {1}", "{2}")                                                          \
    X(BAD_ARGUMENT, "", "{0} is no {1}", "{2}")                                                              \
    X(NOT_KNOWN, "", "the system user \"{0}\" is nobody in this book",                                       \
      "have a clerk enter you with login: {0}")                                                              \
    X(NO_POWER, "powers of the charter", "{0} may not {1}", "{2} may")                                       \
    X(NO_SEAT, "powers of the charter", "{0} may not {1}: {2} does, or who may record",                      \
      "have it entered by who may record: {3}")                                                              \
    X(NO_SUCH_BEHALF, "", "the charter has no office or body \"{0}\" to act for", "{1}")                     \
    X(NOT_BEHALF, "", "{0} does not act for {1}: {0} neither holds it nor sits in it on {2}",                \
      "{3} may act for it; else leave out --behalf")                                                         \
    X(MOVED_ON, "two clerks do not overwrite each other",                                                    \
      "{0} has moved on since you looked: you saw version {1}, it is at {2}",                                \
      "look again with: bylaw show {0}")                                                                     \
    X(IN_THE_FUTURE, "", "{0} has not happened yet", "leave out --at, or give a time that has passed")       \
    X(BEFORE_OPENED, "", "{0} lies before {1} was opened, on {2}", "give the day on which it happened")      \
    X(BEFORE_LAPSE, "P7", "{0} lies before a lapse that is recorded for {1} on {2}",                         \
      "have it taken up again first: bylaw reopen {1} --because ...")                                        \
    X(TOO_LARGE, "", "this command is too large to be entered: {0}", "split it in several")                  \
    X(DAMAGED, "R2", "the book does not hold together: {0}", "look with: bylaw verify; then: bylaw rebuild")

#endif
