/* refusals_meeting: why acts on meetings, and what they are asked to decide, are refused
 * (proceedings/refusals.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_MEETING_H
#define BYLAW_PROCEEDINGS_REFUSALS_MEETING_H

#define MEETING_REFUSALS(X)                                                                                  \
    X(MOTION_CLOSED, "P4", "the ballot on {0} is closed: {1}", "")                                           \
    X(NOT_YET_MET, "", "{0} meets on {1}, and that day has not come",                                        \
      "enter it on the day, or leave out --at")                                                              \
    X(VOTED_THERE, "", "{0} was at {1}, having voted on {2}",                                                \
      "if that is wrong, correct the vote first: bylaw correct {2} --no-vote {0} --because WHY")             \
    X(OTHER_DAY, "", "{0} met on {1}, and this is put to it on {2}",                                         \
      "enter what happened then with: --at \"{1} 14:00\"; or go on with it: bylaw adjourn {0} --to {2}")     \
    X(CONVENED_BACK, "", "a meeting is convened for a day to come, and {0} lies before {1}",                 \
      "give a later day; what was convened earlier is entered with: --at")                                   \
    X(MEETING_CANCELLED, "", "{0} is cancelled: {1}", "convene another")                                     \
    X(MEETING_DECIDED, "P4", "{0} has decided on {1}, and what a closed ballot came to stays as it is",      \
      "go on with it on another day: bylaw adjourn {0} --to DAY")                                            \
    X(ADJOURNED_BACK, "", "{0} meets on {1}, and goes on only on a later day than that",                     \
      "give a later day with: --to")                                                                         \
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
    X(CIRCULATED_ALONE, "the body's own rule",                                                               \
      "{0} is no meeting: its members are asked one question between meetings",                              \
      "ask them this one too with: bylaw circulate {1} --until DAY; or put it to a meeting")                 \
    X(OTHER_MINUTES, "", "{0} is a meeting of {1}, and {2} approves its own minutes", "")                    \
    X(MINUTES_LATER, "", "the minutes of {0} are approved at a later meeting than {0}",                      \
      "name that meeting with: --in MEETING")                                                                \
    X(MINUTES_APPROVED, "P4", "the minutes of {0} are approved, and have not changed since", "")             \
    X(MINUTES_CHANGED, "", "the minutes of {0} have the digest {1} now, and not {2}",                        \
      "print them again with: bylaw minutes {0}")                                                            \
    X(SESSION_OPEN, "", "{0} is not in closed session", "close it with: bylaw closed {0} --because WHY")     \
    X(SESSION_CLOSED, "", "{0} is in closed session already", "end it with: bylaw closed {0} --ends")        \
    X(ENDS_BEFORE_BEGIN, "", "the closed session of {0} began at {1}", "give a later --at")                  \
    X(NOT_AN_ISSUE, "", "how it was resolved is said of a controverted issue", "give --issue too")           \
    X(NOT_A_MEMBER, "P2", "{0} is no member of {1} on {2}", "its members are listed by: bylaw show {1}")     \
    X(SEAT_TAKEN, "P3", "{0} does not vote on {1}: {2} has voted in that place, and a seat has one vote",    \
      "")                                                                                                    \
    X(NOT_THERE, "P2", "{0} is not at {1}", "enter who is there with: bylaw attend {1} {0}")                 \
    X(NOBODY_NAMED, "", "{0} names nobody", "name people by their handle, or say all")                       \
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

#endif
