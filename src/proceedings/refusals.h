/* refusals: why a command was refused: the rule, a sentence for a clerk, and what would make it pass.
 * X(NAME, law or rule cited, sentence, mend); {0} {1} ... are arguments, already in the clerk's words. */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_H
#define BYLAW_PROCEEDINGS_REFUSALS_H

#include "value/tree.h"

/* The laws that refusals cite (docs/laws.md), each as a clerk is told of it.  X(CODE, sentence) */
#define CITED_LAWS(X)                                                                                        \
    X("L2", "every procedure comes to an end")                                                               \
    X("L3", "a fact is of the kind that the rules say")                                                      \
    X("L4", "what is missing is not taken for a no")                                                         \
    X("L5", "a table has exactly one row for every case")                                                    \
    X("P1", "a motion is carried by counting exactly what the body's rule names")                            \
    X("P2", "only members who are there and not recused are counted, for each motion anew")                  \
    X("P3", "a member has one vote on a motion, and gives it as the ballot says")                            \
    X("P4", "what a closed ballot came to stays as it is")                                                   \
    X("P7", "what has lapsed is not undone by an act dated before it")                                       \
    X("P8", "nobody decides on their own request, or twice")                                                 \
    X("P9", "a guard holds before its step begins, and an invariant after every act")                        \
    X("R2", "what stands is made from the entries, and from them alone")                                     \
    X("R4", "a case keeps the rules under which it was opened")

#define REFUSALS(X)                                                                                          \
    COMMON_REFUSALS(X)                                                                                       \
    REGISTER_REFUSALS(X) METRIC_REFUSALS(X) CASE_REFUSALS(X) MEETING_REFUSALS(X) BALLOT_REFUSALS(X)

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

#define REGISTER_REFUSALS(X)                                                                                 \
    X(NO_SUCH_REGISTER, "", "the charter has no register \"{0}\"", "{1}")                                    \
    X(NO_SUCH_FIELD, "", "the register {0} has no field \"{1}\"", "{2}")                                     \
    X(KEY_NOT_GIVEN, "", "this does not say which row of {0} is meant: {1} is its key", "give {1}=...")      \
    X(ROW_SAYS_NOTHING, "", "nothing is said of {0}", "give a field: {1}=...; or end the row with --ends")   \
    X(ROW_ENDS, "", "{0} cannot end and hold something from the same day on",                                \
      "give its key alone with --ends")                                                                      \
    X(ROW_INCOMPLETE, "", "from {1} on {0} would not hold {2}, and a row holds all that is not optional",    \
      "give {2} too")                                                                                        \
    X(NOT_OPTIONAL, "", "{0} is not optional, so that no row can leave it out", "give its value")            \
    X(ENDS_BEFORE, "", "{0} would end on {2}, before it begins on {1}", "the day of --until is not in it")   \
    X(NO_FIRST_DAY, "", "this does not say from when on it holds",                                           \
      "give --from DAY, or fill the column valid_from")                                                      \
    X(NO_TABLE, "", "rows of a register are read from a CSV file", "its first line names the fields: {0}")   \
    X(HEAD_TWICE, "", "two columns are called \"{0}\"", "keep one of them")                                  \
    X(CELLS_LACK, "", "it has {0}, but the first line names {1}",                                            \
      "a text that has a comma stands in quotes")                                                            \
    X(ROW_TWICE, "", "{0} from {1} on stands in line {2} too", "keep one of the two")                        \
    X(LINES_REFUSED, "", "{0} of {1} cannot be entered, so none was", "mend them, and import the file again")

#define METRIC_REFUSALS(X)                                                                                   \
    X(NO_SUCH_METRIC, "", "the charter has no metric \"{0}\"", "{1}")                                        \
    X(NO_SUCH_PERIOD, "", "{0} is measured {1}, and \"{2}\" is no such period",                              \
      "write it as {3}, or give a day in it")                                                                \
    X(PERIOD_AHEAD, "", "the period {1} of {0} has not begun", "it is measured when it has")                 \
    X(OF_WHICH_CASE, "", "{0} is measured of a case, and this does not say of which",                        \
      "name the case: --case CASE; in a file in the column case")                                            \
    X(OF_NO_CASE, "", "{0} is measured of the organisation, and of no case", "leave out the case")           \
    X(OF_OTHER_CASES, "", "{0} is measured of cases of {1}, and {2} is none", "")                            \
    X(FOR_WHICH_MEMBER, "", "{0} is measured for each {1}, and this does not say for which", "name it: {2}") \
    X(FOR_NO_MEMBER, "", "{0} is measured as a whole, and not for \"{1}\"", "leave it out")                  \
    X(NO_SUCH_MEMBER, "", "{0} is measured for each {1}, and \"{2}\" is none", "{3}")                        \
    X(MEASURED_TWICE, "", "{0} stands in line {1} too", "keep one of the two")                               \
    X(NO_MEASUREMENTS, "", "measurements are read from a CSV file",                                          \
      "its first line names the columns: metric, period, value, and where they are needed case, for, "       \
      "source")                                                                                              \
    X(MEASUREMENTS_MEANT, "",                                                                                \
      "the columns of this file are those of measurements, and it was read as people",                       \
      "say so: bylaw import FILE --measurements")                                                            \
    X(NO_SUCH_COLUMN, "", "a file of measurements has no column \"{0}\"", "{1}")                             \
    X(COLUMN_LACKS, "", "the first line names no column \"{0}\"", "a measurement has {1}")

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

#define MEETING_REFUSALS(X)                                                                                  \
    X(MOTION_CLOSED, "P4", "the ballot on {0} is closed: {1}", "")                                           \
    X(NOT_YET_MET, "", "{0} meets on {1}, and that day has not come",                                        \
      "enter it on the day, or leave out --at")                                                              \
    X(CONVENED_BACK, "", "a meeting is convened for a day to come, and {0} lies before {1}",                 \
      "give a later day; what was convened earlier is entered with: --at")                                   \
    X(MEETING_CANCELLED, "", "{0} is cancelled: {1}", "convene another")                                     \
    X(MEETING_DECIDED, "P4", "{0} has decided on {1}, and what a closed ballot came to stays as it is",      \
      "go on with it on another day: bylaw adjourn {0} --to DAY")                                            \
    X(ADJOURNED_BACK, "", "{0} meets on {1}, and goes on only on a later day than that",                     \
      "give a later day with: --to")                                                                         \
    X(NOT_RECUSED, "P2", "{0} takes part in {1}: nobody has entered a recusal", "")                          \
    X(SHORT_NOTICE, "notice of the body",                                                                    \
      "{0} has to be convened {1} before it meets, and so not before {2}",                                   \
      "give a later day, or who waives the notice: --waived NAMES --because WHY")                            \
    X(NOTICE_UNKNOWN, "P7", "the day that the notice of {0} allows lies past the years of its calendar",     \
      "the calendar in the charter has to list more years")                                                  \
    X(NOTICE_KEPT, "notice of the body", "the notice of {0} is kept, so that nobody need waive it",          \
      "leave out --waived")                                                                                  \
    X(WAIVER_UNREASONED, "", "nothing is said of why the notice is waived", "say it with: --because WHY")    \
    X(NOT_A_TIME, "", "\"{0}\" is no time of day", "write it as 14:00")                                      \
    X(IS_A_MEMBER, "P2", "{0} is a member of {1}, and no observer",                                          \
      "enter who is there with: bylaw attend {2} {0}")                                                       \
    X(IS_THERE, "", "{0} is at {1}", "enter who has left with: bylaw attend {1} --left {0}")                 \
    X(NO_SUCH_ACTION, "", "{0} has no action item {1}", "see what it assigned with: bylaw show {0}")         \
    X(ACTION_DONE, "", "action item {1} of {0} is done already", "")                                         \
    X(DUE_BEFORE, "", "{0} lies before the meeting, on {1}", "give a later day")                             \
    X(NO_CIRCULATION, "the body's own rule", "{0} decides in a meeting: its rules allow no circulation",     \
      "convene it with: bylaw convene {0} --on DAY")                                                         \
    X(CIRCULATED_BACK, "", "{0} has passed, and answers count until the end of the day", "give a later day") \
    X(CIRCULATED_NAMED, "P3", "votes on {0} are {1}, and between meetings they are given by name",           \
      "put it to a meeting: bylaw move {0} --in MEETING")                                                    \
    X(NO_BODY_ASKED, "", "no body is asked to decide {0} now", "it waits for {1}")                           \
    X(CIRCULATION_OVER, "P7", "answers on {0} counted until the end of {1}",                                 \
      "enter what was given in time with: --at; else close it: bylaw close {0}")                             \
    X(CIRCULATION_OPEN, "", "{0} is circulated until the end of {1}, and {2} has not answered",              \
      "close it then, or when all have answered")                                                            \
    X(NOT_A_MEETING, "", "{0} is no meeting: its members are asked between meetings",                        \
      "enter their answers with: bylaw vote")                                                                \
    X(OTHER_MINUTES, "", "{0} is a meeting of {1}, and {2} approves its own minutes", "")                    \
    X(MINUTES_LATER, "", "the minutes of {0} are approved at a later meeting than {0}",                      \
      "name that meeting with: --in MEETING")                                                                \
    X(MINUTES_APPROVED, "P4", "the minutes of {0} are approved, and have not changed since", "")             \
    X(MINUTES_CHANGED, "", "the minutes of {0} have the digest {1} now, and not {2}",                        \
      "print them again with: bylaw minutes {0}")                                                            \
    X(NOT_AN_ISSUE, "", "how it was resolved is said of a controverted issue", "give --issue too")           \
    X(NOT_A_MEMBER, "P2", "{0} is no member of {1} on {2}", "its members are listed by: bylaw show {1}")     \
    X(SEAT_TAKEN, "P3", "{0} does not vote on {1}: {2} has voted in that place, and a seat has one vote",    \
      "")                                                                                                    \
    X(NOT_THERE, "P2", "{0} is not at {1}", "enter who is there with: bylaw attend {1} {0}")                 \
    X(NOBODY_NAMED, "", "{0} names nobody", "name people by their handle, or say all")                       \
    X(HAS_VOTED, "P2", "{0} has voted on {1}, which is open: nobody is both recused and counted",            \
      "the ballot has to be closed, or withdrawn: bylaw withdraw {1}; the workflow says where that leads")   \
    X(NOTHING_TO_DECIDE, "", "{0} does not wait for a decision",                                             \
      "see what the case waits for with: bylaw show {1}")                                                    \
    X(WHICH_QUESTION, "", "{0} waits for more than one decision: {1}",                                       \
      "say which is meant with: --step NAME")                                                                \
    X(MOTION_OPEN, "", "{0} is put to the vote already: {1} is open", "close {1} first, or withdraw it")     \
    X(MEETING_NEEDED, "", "{0} decides in a meeting", "say in which with: --in MEETING")                     \
    X(NO_MEETING_NEEDED, "", "{0} decides without a meeting", "leave out --in")                              \
    X(NOT_ASKED, "", "{0} is not asked to decide {1} now", "it waits for {2}")                               \
    X(WHICH_DECIDER, "", "{0} can be put to more than one: {1}", "say which is meant with: --to NAME")       \
    X(OTHER_BODY, "", "{0} is a meeting of {1}, but {2} decides {3}", "put it to a meeting of {2}")          \
    X(BEFORE_MOTION, "", "{0} was moved at {1}, and this happened before", "give a later --at")              \
    X(VOTES_TWICE, "P3", "{0} is named with two votes on {1}, and a member has one", "name {0} once")        \
    X(ALL_TWICE, "P3", "on {0} \"all\" is given to two choices", "give \"all\" to one, and name the others") \
    X(EXCEPT_WHOM, "", "--except leaves people out of \"all\", which is not there",                          \
      "say --for all, --against all or --abstain all")                                                       \
    X(NOBODY_LEFT, "",                                                                                       \
      "nobody is left to vote on {0}: all who are there and may vote have voted or are named otherwise",     \
      "name who changes their vote")                                                                         \
    X(NOBODY_CAME, "P2", "nobody was entered as being at {0}",                                               \
      "enter who is there with: bylaw attend {0} all; if nobody came: bylaw withdraw {1}")                   \
    X(NOBODY_VOTED, "P1", "nobody has voted on {0}", "enter the votes first with: bylaw vote {0}")           \
    X(NO_SUCH_OPTION, "", "{0} has no option \"{1}\"", "{2}")                                                \
    X(OPTION_TWICE, "", "\"{0}\" is named twice in one vote", "name each option once")                       \
    X(VOTE_ON_OPTIONS, "", "on {0} one of several options is chosen: {1}", "vote with: {2}")                 \
    X(NOT_OPTIONS, "", "{0} is not about options, but for or against",                                       \
      "vote with: --for, --against or --abstain")                                                            \
    X(ONE_OPTION, "", "on {0} a vote is for one option", "name one: --choose {1}")                           \
    X(ABSTAINS_APART, "", "who abstains on {0} has no vote on its options",                                  \
      "enter those who abstain by themselves: --abstain")                                                    \
    X(CHOSEN_FACT, "", "{0} is chosen by vote at the step {1}, and nobody states it", "")                    \
    X(CHOICE_OF_SEVERAL, "", "{0} is for {1} to decide, and several do not choose one option together",      \
      "the rule has to be mended in the charter")                                                            \
    X(TIED_OPTIONS, "P1", "{0} is tied between {1}; the chair decides",                                      \
      "close it with: bylaw close {0} {2}")                                                                  \
    X(NOT_TIED, "P1", "\"{0}\" is not among the options tied on {1}: {2}", "{3}")                            \
    X(BALLOT_OPEN, "the ballot's own rule", "the ballot on {0} stays open until {1}", "close it then")       \
    X(TIED, "P1", "{0} is tied, {1} for and {1} against; the chair decides",                                 \
      "close it with: bylaw close {0}{2} --casting for, or --casting against")                               \
    X(NO_TIE, "P1", "there is no tie on {0} for the chair to decide", "leave out --casting")                 \
    X(NO_CASTING, "P1", "{0} gives its chair no casting vote: a tie is lost", "leave out --casting")         \
    X(NO_CHAIR, "P1", "{0} has no chair who could decide the tie", "leave out --casting")                    \
    X(CHAIR_VOTED, "P1", "{0} has voted on {1}, and the chair decides a tie only without having voted",      \
      "leave out --casting")                                                                                 \
    X(NOTHING_TO_RECOMMEND, "", "the authority matrix asks nobody to recommend on {0}", "")                  \
    X(PUT_ALREADY, "", "{0} is put to the vote already, with what was recommended before", "")               \
    X(WHICH_VOICE, "", "on {0} you can recommend for more than one: {1}", "say for whom with: --for NAME")   \
    X(NO_ESCALATION, "", "the authority matrix lets {0} go nowhere else", "")                                \
    X(NO_OBJECTION, "", "an objection does not move {0} up: {1} does not start with one", "")                \
    X(NOT_STATED, "", "{0} was never stated in {1}, so that there is nothing to correct",                    \
      "state it with: bylaw submit {1} {0}=...")                                                             \
    X(NOT_CLOSED, "", "the ballot on {0} is not closed: a vote is changed while it is open",                 \
      "enter it again with: bylaw vote {0}")                                                                 \
    X(NOT_BY_NAME, "P3", "no member's vote on {0} is in the book by name, for or against", "")               \
    X(NOT_ON_ROLL, "P4", "{0} was not there to vote on {1}, or took no part",                                \
      "see its roll with: bylaw history {1}")                                                                \
    X(NO_APPEAL, "", "what is decided at {0} cannot be appealed: {1} does not start with an appeal", "")     \
    X(APPEAL_LATE, "", "{0} was decided on {1}, and could be appealed until {2}",                            \
      "who may reopen the case can still have it decided again: bylaw reopen {3} --because ...")             \
    X(NOBODY_ABOVE, "", "{0} was decided by {1}, and nobody is above: {2} ends there", "")                   \
    X(NOT_YOUR_APPEAL, "",                                                                                   \
      "{0} may not appeal what was decided at {1}: who asked for it does ({2}), and "                        \
      "who was asked to decide ({3})",                                                                       \
      "")                                                                                                    \
    X(GONE_UP, "", "{0} has gone up already: {1} decides", "")

/* Of ballots that are not simply votes by name. */
#define BALLOT_REFUSALS(X)                                                                                   \
    X(VOTES_COUNTED, "P3", "the ballot on {0} is {1}: its votes enter the book as totals, when it closes",   \
      "close it with: bylaw close {0} for=7 against=4 abstaining=2 --tellers NAMES{2}")                      \
    X(VOTES_NAMED, "P3", "the ballot on {0} is named: each vote is entered beside its member",               \
      "enter them with: bylaw vote {0}; then close it without totals")                                       \
    X(TOTALS_LACK, "P3", "the totals on {0} do not say how many votes were {1}",                             \
      "what nobody counted is not 0; give all three: bylaw close {0} for=7 against=4 abstaining=2")          \
    X(NO_TELLERS, "P3", "nobody is named who counted the votes on {0}", "name them with: --tellers NAMES")   \
    X(TOO_MANY_VOTES, "P3", "{1} votes are counted on {0}, and only {2} may vote",                           \
      "count again; who is there is entered with: bylaw attend")                                             \
    X(VOTERS_UNNAMED, "P3", "the ballot on {0} is counted: nobody enters who voted", "leave out --voted")    \
    X(VOTES_WANTED, "the ballot's own rule", "{0} is not carried without votes: its ballot does not say so", \
      "leave out --unopposed, and enter the votes")                                                          \
    X(OPPOSED, "the ballot's own rule", "{0} is opposed: {1}", "close it with its votes")                    \
    X(NOT_EXPEDITED, "the ballot's own rule", "the rules let nobody decide {0} in place of who is asked",    \
      "")                                                                                                    \
    X(NOT_YOUR_REVIEW, "the ballot's own rule", "{1} is not for {0} to expedite, but for {2}", "")           \
    X(REFERRED, "", "{2} has referred {0} to {1}, and {1} decides it", "")                                   \
    X(NO_VETO_HERE, "the ballot's own rule", "nobody can veto {0}: its ballot knows no veto", "")            \
    X(NOT_YOUR_VETO, "the ballot's own rule", "a veto on {1} is not for {0}, but for {2}", "")               \
    X(VETO_UNREASONED, "the ballot's own rule", "a veto on {0} needs its reason", "give it with: --because") \
    X(VETOED_ALREADY, "", "{0} has vetoed {1} already", "take it back with: bylaw veto {1} --withdraw")      \
    X(NO_VETO, "", "{0} has not vetoed {1}", "")                                                             \
    X(VOTERS_AND_BALLOTS, "P3", "{1} ballots are counted on {0}, and {2} are named as having voted",         \
      "count again, and name all who voted with: --voted NAMES")

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
    Text where;  /* the rule's place, "rules/governance.bylaw:120 (§8.1)"; empty: the row's own rule */
    Tree *lines; /* of a file, each that was refused: {"line", "sentence", "mend"}; NULL */
} Refusal;

Text refusal_name(RefusalCode code); /* "NO_POWER", for machines */
Text refusal_rule(Arena *arena, const Refusal *refusal);
Text refusal_sentence(Arena *arena, const Refusal *refusal);
Text refusal_mend(Arena *arena, const Refusal *refusal); /* empty: none */

#endif
