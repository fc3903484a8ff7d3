/* refusals: why a command was refused: the rule, a sentence for a clerk, and what would make it pass.
 * X(NAME, law or rule cited, sentence, mend); {0} {1} ... are arguments, already in the clerk's words. */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_H
#define BYLAW_PROCEEDINGS_REFUSALS_H

#include "base/text.h"

#define REFUSALS(X) COMMON_REFUSALS(X) CASE_REFUSALS(X) MEETING_REFUSALS(X)

#define COMMON_REFUSALS(X)                                                                                   \
    X(NO_SUCH_PERSON, "", "nobody here is called \"{0}\"", "{1}")                                            \
    X(NO_SUCH_CASE, "", "there is no case {0}", "{1}")                                                       \
    X(NO_SUCH_MEETING, "", "there is no meeting {0}", "{1}")                                                 \
    X(NO_SUCH_MOTION, "", "there is no motion {0}", "{1}")                                                   \
    X(NO_SUCH_BODY, "", "the charter has no body \"{0}\"", "{1}")                                            \
    X(NO_SUCH_WORKFLOW, "", "the charter has no workflow \"{0}\"", "{1}")                                    \
    X(MISSING_ARGUMENT, "", "{0} needs {1}", "{2}")                                                          \
    X(BAD_ARGUMENT, "", "{0} is no {1}", "{2}")                                                              \
    X(NOT_KNOWN, "", "the system user \"{0}\" is nobody in this book", "have a clerk enter you with login: {0}") \
    X(NO_POWER, "powers of the charter", "{0} may not {1}", "{2} may")                                       \
    X(MOVED_ON, "design: two clerks", "{0} has moved on since you looked: you saw version {1}, it is at {2}", "look again with: bylaw show {0}") \
    X(IN_THE_FUTURE, "", "{0} has not happened yet", "leave out --at, or give a time that has passed")       \
    X(BEFORE_LAPSE, "P7", "{0} lies before a lapse that is recorded for {1} on {2}", "the case would have to be reopened first") \
    X(TOO_LARGE, "", "this command is too large to be entered", "split it in several")

#define CASE_REFUSALS(X)                                                                                     \
    X(CASE_ENDED, "", "{0} has ended: {1}", "")

#define MEETING_REFUSALS(X)                                                                                  \
    X(MOTION_CLOSED, "P4", "the ballot on {0} is closed: {1}", "")

typedef enum RefusalCode {
#define X(name, rule, sentence, mend) REFUSAL_##name,
    REFUSALS(X)
#undef X
        REFUSAL_COUNT
} RefusalCode;

enum { REFUSAL_ARGS = 5 };

typedef struct Refusal {
    RefusalCode code;
    Text args[REFUSAL_ARGS];
    Text where; /* the rule's place, "rules/governance.bylaw:120 (§8.1)"; empty: the row's own rule */
} Refusal;

Text refusal_name(RefusalCode code);   /* "NO_POWER", for machines */
Text refusal_rule(Arena *arena, const Refusal *refusal);
Text refusal_sentence(Arena *arena, const Refusal *refusal);
Text refusal_mend(Arena *arena, const Refusal *refusal); /* empty: none */

#endif
