/* refusals_case: why acts on a case are refused (proceedings/refusals.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_CASE_H
#define BYLAW_PROCEEDINGS_REFUSALS_CASE_H

#define CASE_REFUSALS(X)                                                                                     \
    X(CASE_ENDED, "", "{0} has ended: {1}", "where it is to go on: bylaw reopen {0}")                        \
    X(CASE_SUSPENDED, "", "{0} is suspended since {1}: {2}", "go on with it first: bylaw resume {0}")        \
    X(NOT_SUSPENDED, "", "{0} is not suspended", "")                                                         \
    X(BEFORE_SUSPENDED, "", "{0} lies before {1} was suspended, on {2}", "give a later --at")                \
    X(NOT_YOUR_CASE, "", "{0} may not withdraw {1}: {2} does, who asked for it, or who may record",          \
      "have it entered by who may record: {3}")                                                              \
    X(NOTHING_TO_REOPEN, "", "{0} is open, and nothing has lapsed in it",                                    \
      "what was decided in it is decided again with: bylaw reconsider {0} --because ...")                    \
    X(NEVER_AT, "", "{0} has never come to {1}", "say with --step where it goes on: {2}")                    \
    X(UNDETERMINED, "L4", "{0} cannot be determined before {1} is known: {2}", "{3}")                        \
    X(LINE_ENDS, "L4", "{0} cannot be determined: {1}", "{2}")                                               \
    X(LINE_FAILS, "", "{0} gives no result: {1}", "the register has to be mended: bylaw register")           \
    X(NO_ROW_FITS, "L5", "no row of {0} fits {1}", "the table needs a row for it, or otherwise")             \
    X(RULE_FAILS, "", "{0} gives no result: {1}", "the rule has to be mended in the charter")                \
    X(GUARDED, "P9", "{0} may not begin: the guard {1} requires {2}", "")                                    \
    X(INVARIANT_BROKEN, "P9", "{0} would break the invariant {1}: it requires {2}", "")                      \
    X(GOES_ROUND, "L2",                                                                                      \
      "in {0} the step {1} would be entered twice by one command: the workflow goes round",                  \
      "the workflow needs a task, a score or a motion on that way")                                          \
    X(NO_WAY_ON, "", "the workflow does not say where {0} leads when it ends as {1}", "")                    \
    X(NOT_IN_FORCE, "R4", "the charter {0} is in force {2} {1}", "")                                         \
    X(STEP_NOT_OPEN, "", "there is no open step {0} in {1}", "see what is open with: bylaw show {1}")        \
    X(NOT_FOR_YOU, "", "{1} is not for {0} to do, but for {2}",                                              \
      "have one of these do it; what they did is entered by who may record, with --as")                      \
    X(SEVERAL_TASKS, "", "several tasks of {0} are yours: {1}", "say which with --step {2}")                 \
    X(NO_OPEN_TASK, "", "no task is open in {0}", "see what it waits for with: bylaw show {0}")              \
    X(NOT_YOUR_TASK, "", "none of the open tasks ({1}) is for {0} to do",                                    \
      "see who does them with: bylaw show {2}")                                                              \
    X(NOT_YOURS_TO_STATE, "", "{1} is not for {0} to state, but for {2}", "")                                \
    X(FACTS_MISSING, "L4", "{0} is not done before {1} is known", "state it with: bylaw submit {2} {3}=...") \
    X(UNKNOWN_FACT, "", "{0} has no fact \"{1}\"", "{2}")                                                    \
    X(NOT_A_FACT, "", "{0} is no fact that is stated: it is scored or computed",                             \
      "scores are given with: bylaw score")                                                                  \
    X(BAD_VALUE, "L3", "{0} is {1}, and \"{2}\" is none", "{3}")                                             \
    X(ALWAYS_APPLIES, "L4", "{0} always applies, so that \"not applicable\" is no answer",                   \
      "say what it is, or leave it out while nobody knows")                                                  \
    X(EMPTY_TEXT, "", "nothing is said for {0}", "say it in words, or leave it out")                         \
    X(NOTHING_GIVEN, "", "no {0} were given", "give them as {1}")                                            \
    X(NO_OPEN_SCORING, "", "{0} does not wait for scores", "see what it waits for with: bylaw show {0}")     \
    X(NOT_A_SCORER, "", "{1} does not wait for scores of {0}, but of {2}", "one person fills one sheet")     \
    X(OFF_SCALE, "", "{0} is scored in {2}, and \"{1}\" is none", "")                                        \
    X(SCORES_MISSING, "L4", "a sheet of {0} needs every score: {1} is missing", "")                          \
    X(UNKNOWN_CRITERION, "", "{0} has no criterion \"{1}\"", "{2}")                                          \
    X(OWN_CASE, "P8", "{0} opened {1} and does not decide on their own request", "another member has to")    \
    X(HAS_DECIDED, "P8", "{0} has voted on {1} for {2} already, and a joint decision needs distinct people", \
      "for {3} somebody else has to decide")                                                                 \
    X(TWICE_THE_SAME, "P8", "{0} is to decide {1} twice, and a joint decision needs distinct deciders",      \
      "see what the matrix goes by, and state the facts as they are")                                        \
    X(TAKES_NO_PART, "P2", "{0} takes no part in {1}, being recused", "go on without {0}")                   \
    X(NO_QUESTION, "", "no review of {0} asks about \"{1}\" now", "{2}")                                     \
    X(NO_ITEM, "", "no checklist of {0} asks for \"{1}\" now", "{2}")                                        \
    X(DOES_NOT_APPLY, "L4", "{0} does not apply to {1}, and is not answered: it does when {2}",              \
      "leave it out; or state the facts as they are, if it should apply")                                    \
    X(EVIDENCE_NEEDED, "", "that {1} is met shows in: {2}; and this does not say where that is",             \
      "say it with: bylaw tick {0} {1}=yes --evidence ...")                                                  \
    X(CONCERN_STANDS, "", "{0} raised a concern about {1}, and only {0} takes it back",                      \
      "answer the others; the panel decides about concerns")                                                 \
    X(NOTHING_DECIDED, "", "nothing that could be decided again was decided in {0}",                         \
      "see where it stands with: bylaw show {0}")                                                            \
    X(NOT_DECIDED, "", "{0} of {1} was not decided", "say which with --step: {2}")                           \
    X(WHICH_DECISION, "", "more than one thing was decided in {0}", "say which with --step: {1}")            \
    X(IN_A_BRANCH, "", "{0} is a branch of {1}, and no branch is decided again by itself",                   \
      "reconsider a step before {1}")                                                                        \
    X(STEP_IS_OPEN, "", "{0} of {1} is open: it is still to be decided", "")                                 \
    X(NO_CONCERN, "", "{0} found no concern with {1} that a plan would be for", "")

#endif
