/* verbs_meeting: the commands of meetings (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_MEETING_H
#define BYLAW_PROCEEDINGS_VERBS_MEETING_H

#define CONVENE_ARGS(A, S)                                                                                   \
    A(S, BODY, body, "BODY", FIRST, "the body that meets")                                                   \
    A(S, DATE, on, "on", MUST, "the day of the meeting")                                                     \
    A(S, TEXT, time, "time", OPTION, "when it begins: 14:00")                                                \
    A(S, TEXT, place, "place", OPTION, "where it meets")                                                     \
    A(S, PERSONS, waived, "waived", OPTION,                                                                  \
      "members who waive the notice that the body's rules ask for; \"all\": every member")                   \
    A(S, TEXT, because, "because", OPTION, "why the notice is waived")

#define ATTEND_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, PERSONS, present, "PERSON", REST, "who is there; \"all\": every member in office")                  \
    A(S, PERSONS, left, "left", OPTION, "who has left again")                                                \
    A(S, PERSONS, apologies, "apologies", OPTION, "members who have said that they cannot come")             \
    A(S, PERSONS, observers, "observers", OPTION, "who is there without a vote, being no member")            \
    A(S, PERSONS, mistaken, "mistaken", OPTION, "who was entered by mistake, and was never there")

#define CANCEL_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting that does not take place")                         \
    A(S, TEXT, because, "because", MUST, "why")

#define ADJOURN_ARGS(A, S)                                                                                   \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting that goes on on another day")                      \
    A(S, DATE, to, "to", MUST, "the day on which it goes on")                                                \
    A(S, TEXT, place, "place", OPTION, "where it goes on, if elsewhere")                                     \
    A(S, TEXT, because, "because", OPTION, "why")

#define CIRCULATE_ARGS(A, S)                                                                                 \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a body's decision")                          \
    A(S, DATE, until, "until", MUST, "the last day on which answers count")                                  \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")                   \
    A(S, NAME, to, "to", OPTION, "which body, where several decide")

#define APPROVE_ARGS(A, S)                                                                                   \
    A(S, MEETING, minutes, "MEETING", FIRST, "the meeting whose minutes are approved")                       \
    A(S, MEETING, meeting, "in", MUST, "the meeting that approves them")                                     \
    A(S, TEXT, digest, "digest", OPTION,                                                                     \
      "the digest that was printed; else that of the minutes as they are now")

#define NOTE_ARGS(A, S)                                                                                      \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, WORDS, text, "TEXT", SECOND, "what was said, in words")                                             \
    A(S, CASE, about, "about", OPTION, "the case that it was about")                                         \
    A(S, FLAG, issue, "issue", OPTION, "it was controverted: members disagreed on it")                       \
    A(S, WORDS, resolution, "resolved", OPTION, "how a controverted issue was resolved")

#define CLOSED_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, OTHER, about, "about", OPTION, "only what is said on this case")                                    \
    A(S, PERSONS, admitted, "admit", OPTION, "who may know of it beside the members")                        \
    A(S, TEXT, because, "because", OPTION, "why others may not know what is said")                           \
    A(S, FLAG, ends, "ends", OPTION, "it is open again from now on")

#define ASSIGN_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, TEXT, text, "TEXT", SECOND, "what is to be done")                                                   \
    A(S, PERSON, owner, "to", MUST, "who does it")                                                           \
    A(S, DATE, due, "due", OPTION, "the day by which it is done")                                            \
    A(S, CASE, about, "about", OPTION, "the case that it is for")

#define DONE_ARGS(A, S)                                                                                      \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting that assigned it")                                 \
    A(S, NAME, number, "NUMBER", SECOND, "the number of the action item at that meeting: 1")                 \
    A(S, TEXT, note, "note", OPTION, "what was done, in words")

#define MEETING_VERBS(X)                                                                                     \
    X(CONVENE, "convene", ConveneArgs, CONVENE_ARGS, "convene a meeting of a body")                          \
    X(ATTEND, "attend", AttendArgs, ATTEND_ARGS, "enter who is at a meeting")                                \
    X(CANCEL, "cancel", CancelArgs, CANCEL_ARGS, "cancel a meeting that has decided nothing")                \
    X(ADJOURN, "adjourn", AdjournArgs, ADJOURN_ARGS, "go on with a meeting on another day")                  \
    X(CIRCULATE, "circulate", CirculateArgs, CIRCULATE_ARGS, "ask a body to decide between its meetings")    \
    X(APPROVE, "approve", ApproveArgs, APPROVE_ARGS, "put the minutes of a meeting to the vote")             \
    X(NOTE, "note", NoteArgs, NOTE_ARGS, "enter what was said at a meeting")                                 \
    X(CLOSED, "closed", ClosedArgs, CLOSED_ARGS, "go on in closed session, or end that")                     \
    X(ASSIGN, "assign", AssignArgs, ASSIGN_ARGS, "enter an action item: who does what, by when")             \
    X(DONE, "done", DoneArgs, DONE_ARGS, "enter that an action item is done")

#endif
