/* verbs: every command that changes a book, in one table: its arguments, how each is given, and a sentence.
 * The rows feed the reading of commands, the structs of their arguments, the bytes in the ledger, the CLI's
 * options and its help, and the docs. A command's arguments are a record (value/record.h): what is entered is
 * that record with every name resolved (people to P-000012, motions to their full number), so that replay
 * needs no name of a person.
 *
 * A row of arguments: A(S, KIND, field, "word", HOW, "sentence")
 *   KIND  what it is:  TEXT; NAME of a step or principle; CASE, MEETING, MOTION by number; MATTER, a motion
 * or a case; OTHER, a case beside the command's own; BODY, OFFICE, ROLE, WORKFLOW, REGISTER, METRIC by name;
 * POST, a body, an office or a role; PERSON, PERSONS by id or handle ("all": the members present); DATE;
 * FLAG; VALUES name=value pairs; FILE a YAML or JSON file whose content is the argument. HOW   FIRST, SECOND:
 * by place; REST: all that follow by place; OPTION: --word VALUE; MUST: an option that cannot be left out. */
#ifndef BYLAW_PROCEEDINGS_VERBS_H
#define BYLAW_PROCEEDINGS_VERBS_H

#include "value/record.h"

#define ARG_KINDS(X)                                                                                         \
    X(TEXT, Text)                                                                                            \
    X(NAME, Text)                                                                                            \
    X(CASE, Text)                                                                                            \
    X(MEETING, Text)                                                                                         \
    X(MOTION, Text)                                                                                          \
    X(BODY, Text)                                                                                            \
    X(WORKFLOW, Text)                                                                                        \
    X(REGISTER, Text)                                                                                        \
    X(METRIC, Text)                                                                                          \
    X(POST, Text)                                                                                            \
    X(MATTER, Text)                                                                                          \
    X(OTHER, Text)                                                                                           \
    X(PERSON, Text) X(PERSONS, TextList) X(DATE, Date) X(FLAG, bool) X(VALUES, Tree *) X(FILE, Tree *)

typedef enum ArgKind {
#define X(name, type) ARG_##name,
    ARG_KINDS(X)
#undef X
} ArgKind;

typedef enum ArgHow { ARG_FIRST, ARG_SECOND, ARG_REST, ARG_OPTION, ARG_MUST } ArgHow;

#define INIT_ARGS(A, S)                                                                                      \
    A(S, TEXT, charter, "charter", OPTION, "the charter's name; set by the program")                         \
    A(S, TEXT, origin, "origin", OPTION, "the name of the book in its checkpoints")                          \
    A(S, TEXT, key, "verifier-key", OPTION, "the public key of its checkpoints; set by the program")         \
    A(S, VALUES, founder, "founder", OPTION, "who founds the book; set by the program")

#define IMPORT_ARGS(A, S)                                                                                    \
    A(S, FILE, sheet, "FILE", FIRST,                                                                         \
      "people, offices and members, in YAML or CSV; rows of a register or measurements, in CSV: its first "  \
      "line names the fields")                                                                               \
    A(S, REGISTER, of, "register", OPTION, "the register whose rows the file holds")                         \
    A(S, FLAG, measured, "measurements", OPTION,                                                             \
      "the file holds measurements: metric, period, value, and where needed case, for, source")              \
    A(S, DATE, from, "from", OPTION, "the first day of rows; else their column valid_from says it")          \
    A(S, DATE, until, "until", OPTION, "the day from which rows hold no more; else their column valid_until")

#define APPOINT_ARGS(A, S)                                                                                   \
    A(S, PERSON, person, "PERSON", FIRST, "who is appointed")                                                \
    A(S, POST, to, "to", MUST, "the body, office or role")                                                   \
    A(S, DATE, from, "from", MUST, "the first day of the term")                                              \
    A(S, DATE, until, "until", OPTION, "the day from which it is over")                                      \
    A(S, FLAG, chair, "chair", OPTION, "as chair of the body; who was chair stays a member")                 \
    A(S, FLAG, deputy, "deputy", OPTION,                                                                     \
      "as deputy of the chair, being a member, or of who holds the office")                                  \
    A(S, FLAG, observer, "observer", OPTION, "to be there without a vote")                                   \
    A(S, PERSON, alternate, "alternate-for", OPTION, "to sit in the place of a member who is not there")     \
    A(S, PERSON, succeeds, "succeeds", OPTION, "who leaves on that day")

#define RELEASE_ARGS(A, S)                                                                                   \
    A(S, PERSON, person, "PERSON", FIRST, "who leaves")                                                      \
    A(S, POST, post, "from", MUST, "the body, office or role")                                               \
    A(S, DATE, on, "on", MUST, "the first day without them")                                                 \
    A(S, TEXT, because, "because", MUST, "why")

#define REGISTER_ARGS(A, S)                                                                                  \
    A(S, REGISTER, of, "REGISTER", FIRST, "the register")                                                    \
    A(S, VALUES, row, "FIELD=VALUE", REST, "the key of a row, and what it holds from a day on")              \
    A(S, FLAG, ends, "ends", OPTION, "the row holds nothing any more")                                       \
    A(S, DATE, from, "from", MUST, "the first day on which this holds")                                      \
    A(S, DATE, until, "until", OPTION, "the day from which it holds no more")

#define MEASURE_ARGS(A, S)                                                                                   \
    A(S, METRIC, metric, "METRIC", FIRST, "the metric")                                                      \
    A(S, TEXT, value, "VALUE", SECOND, "what was measured")                                                  \
    A(S, CASE, subject, "case", OPTION, "the case of which it was measured")                                 \
    A(S, NAME, member, "for", OPTION, "of a metric for each member of an enum: the member")                  \
    A(S, TEXT, period, "period", MUST, "the period: 2026-09, 2026-W38, 2026-Q3, 2026, or a day in it")       \
    A(S, TEXT, source, "source", OPTION, "where the value comes from, in words")

#define OPEN_ARGS(A, S)                                                                                      \
    A(S, WORKFLOW, workflow, "WORKFLOW", FIRST, "the workflow the case follows")                             \
    A(S, VALUES, facts, "NAME=VALUE", REST, "facts that are known already")                                  \
    A(S, FILE, file, "facts", OPTION, "a file of facts, in YAML or JSON")                                    \
    A(S, OTHER, amends, "amends", OPTION, "the case that this one amends")                                   \
    A(S, OTHER, renews, "renews", OPTION, "the case whose approval this one renews")                         \
    A(S, OTHER, supersedes, "supersedes", OPTION, "the case that is superseded when this one is approved")   \
    A(S, OTHER, appeals, "appeals", OPTION, "the case that this one is an appeal against")

#define SUBMIT_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, NAME, step, "step", OPTION, "the task that is done by this; needed where several are open")         \
    A(S, VALUES, facts, "NAME=VALUE", REST, "facts, or the mitigation plan for each concern")                \
    A(S, FILE, file, "facts", OPTION, "a file of facts, in YAML or JSON")                                    \
    A(S, TEXT, note, "note", OPTION, "what was done, in words")

#define SCORE_ARGS(A, S)                                                                                     \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, VALUES, scores, "CRITERION=SCORE", REST, "a score for each criterion")                              \
    A(S, FILE, file, "scores", OPTION, "a file of scores, in YAML or JSON")

#define ANSWER_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case under review")                                              \
    A(S, VALUES, answers, "PRINCIPLE=yes|no", REST, "yes: the principle is met; no: there is a concern")     \
    A(S, TEXT, note, "note", OPTION, "the grounds, in words")

#define TICK_ARGS(A, S)                                                                                      \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, VALUES, items, "ITEM=yes|no", REST, "yes: the requirement is met; no: it is not")                   \
    A(S, TEXT, evidence, "evidence", OPTION, "what shows it")                                                \
    A(S, TEXT, note, "note", OPTION, "the grounds, in words")

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
    A(S, PERSONS, observers, "observers", OPTION, "who is there without a vote, being no member")

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
    A(S, TEXT, text, "TEXT", SECOND, "what was said, in words")                                              \
    A(S, CASE, about, "about", OPTION, "the case that it was about")                                         \
    A(S, FLAG, issue, "issue", OPTION, "it was controverted: members disagreed on it")                       \
    A(S, TEXT, resolution, "resolved", OPTION, "how a controverted issue was resolved")

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

#define RECUSE_ARGS(A, S)                                                                                    \
    A(S, PERSON, person, "PERSON", FIRST, "the member who takes no part")                                    \
    A(S, CASE, subject, "from", MUST, "the case")                                                            \
    A(S, TEXT, because, "because", MUST, "the ground of the conflict, or why there is none any more")        \
    A(S, FLAG, withdraw, "withdraw", OPTION, "the member takes part again")

#define CANCEL_ARGS(A, S)                                                                                    \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting that does not take place")                         \
    A(S, TEXT, because, "because", MUST, "why")

#define ADJOURN_ARGS(A, S)                                                                                   \
    A(S, MEETING, meeting, "MEETING", FIRST, "the meeting that goes on on another day")                      \
    A(S, DATE, to, "to", MUST, "the day on which it goes on")                                                \
    A(S, TEXT, place, "place", OPTION, "where it goes on, if elsewhere")                                     \
    A(S, TEXT, because, "because", OPTION, "why")

#define EXPEDITE_ARGS(A, S)                                                                                  \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a body")                                     \
    A(S, NAME, advice, "approve|refer", SECOND, "approve: decide for it; refer: leave it to the body")       \
    A(S, TEXT, because, "because", MUST, "the grounds, in words")                                            \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")

#define MOVE_ARGS(A, S)                                                                                      \
    A(S, CASE, subject, "CASE", FIRST, "the case that is put to the vote")                                   \
    A(S, MEETING, meeting, "in", OPTION, "the meeting; an office decides without one")                       \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")                   \
    A(S, NAME, to, "to", OPTION, "who of several deciders it is put to")

#define RECOMMEND_ARGS(A, S)                                                                                 \
    A(S, CASE, subject, "CASE", FIRST, "the case that waits for a decision")                                 \
    A(S, NAME, advice, "yes|no", SECOND, "yes: decide for it; no: decide against it")                        \
    A(S, TEXT, because, "because", MUST, "the grounds, in words")                                            \
    A(S, NAME, named, "for", OPTION,                                                                         \
      "the role, office or body that recommends; needed where you are several")                              \
    A(S, NAME, step, "step", OPTION, "the step; needed where several wait for a decision")

#define VOTE_ARGS(A, S)                                                                                      \
    A(S, MOTION, motion, "MOTION", FIRST, "the motion")                                                      \
    A(S, PERSONS, in_favour, "for", OPTION, "who votes for it; \"all\": every other member present")         \
    A(S, PERSONS, against, "against", OPTION, "who votes against it")                                        \
    A(S, PERSONS, abstaining, "abstain", OPTION, "who abstains")                                             \
    A(S, PERSONS, except, "except", OPTION, "who is not among \"all\"")                                      \
    A(S, TEXT, ranks, "ranks", OPTION, "options, the highest first: \"lisbon, porto = tallinn\"")            \
    A(S, TEXT, chosen, "choose", OPTION, "the option that is chosen; by approval several")                   \
    A(S, PERSONS, members, "member", OPTION, "whose vote on options it is, else yours; or \"all\"")

#define VETO_ARGS(A, S)                                                                                      \
    A(S, MOTION, motion, "MOTION", FIRST, "the open motion")                                                 \
    A(S, TEXT, because, "because", OPTION, "the reason; many a ballot asks for one")                         \
    A(S, FLAG, withdraw, "withdraw", OPTION, "take back your own veto")

#define CLOSE_ARGS(A, S)                                                                                     \
    A(S, MOTION, motion, "MOTION", FIRST, "the motion whose ballot closes")                                  \
    A(S, VALUES, totals, "CHOICE=VOTES", REST,                                                               \
      "of a counted or secret ballot what the tellers found: for=7 against=4 abstaining=2")                  \
    A(S, PERSONS, tellers, "tellers", OPTION, "who counted")                                                 \
    A(S, PERSONS, voted, "voted", OPTION, "who voted in a secret ballot; \"all\": every member present")     \
    A(S, FLAG, unopposed, "unopposed", OPTION, "nobody at the meeting objects, and its ballot asks no more") \
    A(S, NAME, casting, "casting", OPTION, "the chair's decision of a tie: for or against, or an option")

#define WITHDRAW_ARGS(A, S)                                                                                  \
    A(S, MATTER, what, "MOTION|CASE", FIRST, "the open motion, or the case with all that is open in it")     \
    A(S, TEXT, because, "because", MUST, "why")

#define SUSPEND_ARGS(A, S)                                                                                   \
    A(S, CASE, subject, "CASE", FIRST, "the case whose clocks stop")                                         \
    A(S, TEXT, because, "because", MUST, "why")

#define RESUME_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the suspended case")                                                 \
    A(S, TEXT, because, "because", OPTION, "why now")

#define REOPEN_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case that has ended, or in which something has lapsed")          \
    A(S, NAME, step, "step", OPTION, "the step at which it goes on; else the last, or the one that lapsed")  \
    A(S, TEXT, because, "because", MUST, "why")

#define CORRECT_ARGS(A, S)                                                                                   \
    A(S, MATTER, what, "CASE|MOTION", FIRST, "the case with the facts, or the closed motion with the votes") \
    A(S, VALUES, facts, "NAME=VALUE", REST, "of a case: facts as they should have been entered")             \
    A(S, PERSONS, in_favour, "for", OPTION, "of a motion: who voted for it")                                 \
    A(S, PERSONS, against, "against", OPTION, "who voted against it")                                        \
    A(S, PERSONS, abstaining, "abstain", OPTION, "who abstained")                                            \
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

/* X(NAME, word, Args type, ARGS, "sentence") */
#define VERBS(X)                                                                                             \
    X(INIT, "init", InitArgs, INIT_ARGS, "make a new book under a charter")                                  \
    X(IMPORT, "import", ImportArgs, IMPORT_ARGS,                                                             \
      "enter people, offices and members of bodies, rows of a register, or measurements")                    \
    X(APPOINT, "appoint", AppointArgs, APPOINT_ARGS,                                                         \
      "enter that somebody joins a body, or takes an office or role")                                        \
    X(RELEASE, "release", ReleaseArgs, RELEASE_ARGS,                                                         \
      "enter that somebody leaves a body, an office or a role")                                              \
    X(REGISTER, "register", RegisterArgs, REGISTER_ARGS, "enter what a row of a register holds")             \
    X(MEASURE, "measure", MeasureArgs, MEASURE_ARGS, "enter what was measured in a period")                  \
    X(OPEN, "open", OpenArgs, OPEN_ARGS, "open a case")                                                      \
    X(SUBMIT, "submit", SubmitArgs, SUBMIT_ARGS, "state facts, or say that a task is done")                  \
    X(SCORE, "score", ScoreArgs, SCORE_ARGS, "score a case")                                                 \
    X(ANSWER, "answer", AnswerArgs, ANSWER_ARGS, "answer a review's questions")                              \
    X(TICK, "tick", TickArgs, TICK_ARGS, "say which requirements of a checklist are met")                    \
    X(CONVENE, "convene", ConveneArgs, CONVENE_ARGS, "convene a meeting of a body")                          \
    X(ATTEND, "attend", AttendArgs, ATTEND_ARGS, "enter who is at a meeting")                                \
    X(CANCEL, "cancel", CancelArgs, CANCEL_ARGS, "cancel a meeting that has decided nothing")                \
    X(ADJOURN, "adjourn", AdjournArgs, ADJOURN_ARGS, "go on with a meeting on another day")                  \
    X(CIRCULATE, "circulate", CirculateArgs, CIRCULATE_ARGS, "ask a body to decide between its meetings")    \
    X(APPROVE, "approve", ApproveArgs, APPROVE_ARGS, "put the minutes of a meeting to the vote")             \
    X(NOTE, "note", NoteArgs, NOTE_ARGS, "enter what was said at a meeting")                                 \
    X(ASSIGN, "assign", AssignArgs, ASSIGN_ARGS, "enter an action item: who does what, by when")             \
    X(DONE, "done", DoneArgs, DONE_ARGS, "enter that an action item is done")                                \
    X(RECUSE, "recuse", RecuseArgs, RECUSE_ARGS, "enter that a member takes no part in a case")              \
    X(RECOMMEND, "recommend", RecommendArgs, RECOMMEND_ARGS, "recommend how to decide")                      \
    X(EXPEDITE, "expedite", ExpediteArgs, EXPEDITE_ARGS, "approve in place of a body, or refer it to it")    \
    X(MOVE, "move", MoveArgs, MOVE_ARGS, "put a case to the vote")                                           \
    X(VOTE, "vote", VoteArgs, VOTE_ARGS, "enter votes on a motion")                                          \
    X(VETO, "veto", VetoArgs, VETO_ARGS, "veto an open motion, where its ballot lets you")                   \
    X(CLOSE, "close", CloseArgs, CLOSE_ARGS, "close a ballot and determine its result")                      \
    X(WITHDRAW, "withdraw", WithdrawArgs, WITHDRAW_ARGS, "withdraw an open motion, or a case")               \
    X(SUSPEND, "suspend", SuspendArgs, SUSPEND_ARGS, "stop the clocks of a case, and all acts on it")        \
    X(RESUME, "resume", ResumeArgs, RESUME_ARGS, "go on with a suspended case")                              \
    X(REOPEN, "reopen", ReopenArgs, REOPEN_ARGS, "take up again what has ended or lapsed")                   \
    X(CORRECT, "correct", CorrectArgs, CORRECT_ARGS, "correct a fact or a vote that was entered wrongly")    \
    X(APPEAL, "appeal", AppealArgs, APPEAL_ARGS, "put what was decided to the next level of its escalation") \
    X(OBJECT, "object", ObjectArgs, OBJECT_ARGS, "object, so that the question moves up")                    \
    X(RECONSIDER, "reconsider", ReconsiderArgs, RECONSIDER_ARGS,                                             \
      "decide a step of an open case again, and what came after it")                                         \
    X(ADVANCE, "advance", AdvanceArgs, ADVANCE_ARGS, "apply what has fallen due, and nothing else")

typedef enum VerbId {
#define X(name, word, type, args, sentence) VERB_##name,
    VERBS(X)
#undef X
        VERB_COUNT
} VerbId;

#define ARG_MEMBER(S, kind, field, word, how, sentence) ARG_C_##kind field;
#define ARG_C_TEXT                                      Text
#define ARG_C_NAME                                      Text
#define ARG_C_CASE                                      Text
#define ARG_C_MEETING                                   Text
#define ARG_C_MOTION                                    Text
#define ARG_C_BODY                                      Text
#define ARG_C_WORKFLOW                                  Text
#define ARG_C_REGISTER                                  Text
#define ARG_C_METRIC                                    Text
#define ARG_C_POST                                      Text
#define ARG_C_MATTER                                    Text
#define ARG_C_OTHER                                     Text
#define ARG_C_PERSON                                    Text
#define ARG_C_PERSONS                                   TextList
#define ARG_C_DATE                                      Date
#define ARG_C_FLAG                                      bool
#define ARG_C_VALUES                                    Tree *
#define ARG_C_FILE                                      Tree *

#define X(name, word, type, args, sentence)                                                                  \
    typedef struct type {                                                                                    \
        bool given; /* some argument was: a struct must not be empty */                                      \
        args(ARG_MEMBER, type)                                                                               \
    } type;                                                                                                  \
    extern const RecordType type##_record;
VERBS(X)
#undef X

typedef struct ArgRow {
    ArgKind kind;
    ArgHow how;
    const char *field; /* the key in the ledger */
    const char *word;  /* the option or the placeholder */
    const char *sentence;
} ArgRow;

typedef struct VerbRow {
    VerbId id;
    const char *word;
    const char *sentence;
    const ArgRow *args;
    size_t arg_count;
    const RecordType *record;
} VerbRow;

const VerbRow *verb_row(VerbId id);
const VerbRow *verb_find(Text word); /* NULL: no such verb */

#endif
