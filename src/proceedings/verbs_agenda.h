/* verbs_agenda: the commands of agendas and reviewers (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_AGENDA_H
#define BYLAW_PROCEEDINGS_VERBS_AGENDA_H

#define ITEM_ARGS(A, S)                                                                                      \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, TOPIC, item, "CASE|WORDS", SECOND, "a case, or business in words")                                  \
    A(S, NAME, place, "place", OPTION, "where it stands: 1 is the first; else it comes last")                \
    A(S, FLAG, consent, "consent", OPTION, "it is carried together with others, where nobody objects")

#define STRIKE_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, TOPIC, item, "CASE|WORDS", SECOND, "what does not come up at it")                                   \
    A(S, TEXT, because, "because", OPTION, "why")

#define SEPARATE_ARGS(A, S)                                                                                  \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting")                                                  \
    A(S, OTHER, subject, "CASE", SECOND, "the case of its consent agenda that is decided by itself")         \
    A(S, TEXT, because, "because", OPTION, "why")

#define CARRY_ARGS(A, S) A(S, MEETING, meeting, "MEETING", FIRST, "the meeting where nobody objects")

#define REVIEWER_ARGS(A, S)                                                                                  \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting at which the case comes up")                       \
    A(S, PERSON, person, "PERSON", SECOND, "who reviews it")                                                 \
    A(S, OTHER, subject, "about", MUST, "the case")                                                          \
    A(S, FLAG, secondary, "secondary", OPTION, "beside the primary reviewer")                                \
    A(S, FLAG, withdraw, "withdraw", OPTION, "the person reviews it no longer")                              \
    A(S, TEXT, because, "because", OPTION, "why no longer")

#define REPORT_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting for which you review the case")                    \
    A(S, TEXT, text, "TEXT", SECOND, "what you report, in words")                                            \
    A(S, OTHER, subject, "about", MUST, "the case")

#define AGENDA_VERBS(X)                                                                                      \
    X(ITEM, "item", ItemArgs, ITEM_ARGS, "put something on the agenda of a meeting, or move it there")       \
    X(STRIKE, "strike", StrikeArgs, STRIKE_ARGS, "take something off the agenda of a meeting")               \
    X(SEPARATE, "separate", SeparateArgs, SEPARATE_ARGS,                                                     \
      "have a case of a consent agenda decided by itself")                                                   \
    X(CARRY, "carry", CarryArgs, CARRY_ARGS, "carry the consent agenda of a meeting: nobody objects")        \
    X(REVIEWER, "reviewer", ReviewerArgs, REVIEWER_ARGS, "name who reviews a case for a meeting")            \
    X(REPORT, "report", ReportArgs, REPORT_ARGS, "report on a case that you review for a meeting")

#endif
