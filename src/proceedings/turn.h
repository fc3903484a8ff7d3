/* turn: one command being carried out; for the files of this room only.
 *
 * A handler checks and then emits. emit() adds an effect to the batch and applies it to the state at once. */
#ifndef BYLAW_PROCEEDINGS_TURN_H
#define BYLAW_PROCEEDINGS_TURN_H

#include "proceedings/proceed.h"

typedef struct Turn {
    Arena *arena;
    State *state;
    const Command *command;
    Text charter;           /* the edition in force on that day, by its charter's name */
    const Program *program; /* that charter's; a case's own: case_program() */
    Batch *batch;
    Refusal *refusal;
    int64_t next_seq;
    Date today;             /* the civil date on which it happened; in an advance, on which it fell due */
    bool before_act;        /* invariants are held before the act: what is broken came by itself */
    Date advanced;          /* the last day up to which what fell due was applied before */
    const FlowStep *asking; /* the motion's step that reads the authority matrix now; NULL: none */
    size_t chain; /* where in the batch began what follows from one cause: the command, or a clock of an
                     advance */
} Turn;

/* One entry being folded in. */
typedef struct Applied {
    State *state;
    const EntryContext *entry;
    EntryKind kind;
    const void *body;
    Text error; /* a sentence when the entry cannot follow what stands */
} Applied;

/* Goes to another day, and to the edition that is in force on it. */
void turn_to(Turn *turn, Date day);

/* False only for a body that would not fit an entry (refused as TOO_LARGE) or cannot follow the state. */
bool emit(Turn *turn, EntryKind kind, Text scope, const void *body);

/* Sets the refusal and answers false, so that a handler can `return refuse(turn, NO_POWER, ...)`. */
bool refuse_with(Turn *turn, RefusalCode code, Text where, size_t count, const Text *args);
#define refuse(turn, code, ...)                                                                              \
    refuse_with((turn), REFUSAL_##code, (Text){0}, sizeof((Text[]){__VA_ARGS__}) / sizeof(Text),             \
                (Text[]){__VA_ARGS__})
#define refuse_at(turn, code, where, ...)                                                                    \
    refuse_with((turn), REFUSAL_##code, (where), sizeof((Text[]){__VA_ARGS__}) / sizeof(Text),               \
                (Text[]){__VA_ARGS__})

/* Says with the answer what the act leaves to be known (remarks.h). */
void remark_with(Turn *turn, RemarkCode code, size_t count, const Text *args);
#define remark(turn, code, ...)                                                                              \
    remark_with((turn), REMARK_##code, sizeof((Text[]){__VA_ARGS__}) / sizeof(Text), (Text[]){__VA_ARGS__})

typedef bool VerbHandler(Turn *turn);
#define X(name, word, type, args, sentence) VerbHandler do_##name;
VERBS(X)
#undef X

/* The person as a clerk calls them: handle, else id. */
Text person_called(Turn *turn, Text person);
/* The act must be given by the charter's powers to the actor (or, for RECORD, to the recorder). */
bool need_power(Turn *turn, ActId act, Text person);
bool has_power(Turn *turn, ActId act, Text person);
const Power *power_over(const Program *program, ActId act); /* NULL: nobody has it */
Text power_names(Turn *turn, ActId act);                    /* who has it: "clerk or ceo", "nobody" */
/* What to offer in place of a name that is no office or body of the charter (read_names.c). */
Text offer_decider(Turn *turn, Text given);
/* Did the actor open the case, or are they among those who do one of its steps? */
bool takes_part(Turn *turn, const CaseState *subject);
/* A case that is not suspended. */
bool need_going_on(Turn *turn, const CaseState *subject);
/* A case that is open and goes on, or a refusal. */
const CaseState *need_open_case(Turn *turn, Text number);
Text where_text(Arena *arena, Where where);

/* The case or meeting that a command names; of a motion its case. Empty when it names none. */
Text command_subject(State *state, const Command *command);

/* --- what handlers share -------------------------------------------------------------------------------- */

/* Whether the person is the one named: has the role, holds the office, is a member of the body. An indexed
 * office or body without an index is the case's own where the case knows the fact, else any of them. */
bool person_is(State *state, const Program *program, const CaseState *subject, const Who *who, Text person,
               Date on);
bool person_is_among(State *state, const Program *program, const CaseState *subject, const Who *who,
                     size_t count, Text person, Date on);
const EnumType *who_for_each(const Program *program, const Who *who); /* NULL: not indexed */
/* The full name of an office or body of the case: "vertical_council[health]" where the case knows its
 * vertical. */
Text indexed_by_case(State *state, const Program *program, const CaseState *subject, Text name,
                     const EnumType *for_each);
Text who_names(Arena *arena, const Who *who, size_t count);             /* "clerk or ceo" */
Text names_text(Arena *arena, const TextList *names, const char *last); /* "a, b and c" for " and " */

Text person_number(Arena *arena, int64_t n); /* "P-000012" */
Text capitals(Arena *arena, Text text);      /* a to z as A to Z, to compare without regard to them */
Text number_in_year(Arena *arena, Text series, int year, int64_t n);
/* The number that comes next in a series in the year of the day: "PRT-2026-001". */
Text next_number(State *state, Text series, Date on);
/* Folding: takes the number out of its series; false when it is not the one that comes next. */
bool take_number(Applied *applied, Text number);

/* Evaluates a unit with what the case knows, keeping reasons. False: it is undetermined, fits no row or is an
 * error of the rule, and the command is refused, naming the facts. `doing` is what needs it: "recommend". */
bool determine(Turn *turn, Text subject, Index unit, Text doing, Determination *out, Tree **reasons);
/* The same without a refusal: what it came to, whatever that is. */
Outcome find_out(Turn *turn, Text subject, Index unit, Determination *out, Tree **reasons);
/* As determine(), in a frame that can be asked afterwards. */
bool determine_in(Turn *turn, Frame *frame, Text subject, Index unit, Text doing, Determination *out,
                  Tree **reasons);
/* As determine(), for a condition. */
bool condition_holds(Turn *turn, Text subject, Index unit, Text doing, bool *yes);
const FlowStep *flow_step(State *state, const CaseState *subject,
                          Text step); /* of its workflow; NULL: none */

/* What an entry says of a fact or a field: that it does not apply even where a later edition has it that it
 * always does. False: it is no value of the type. */
bool entered_value(Arena *arena, Type type, const Tree *entered, Value *value);
/* What a stated fact holds; a personal one comes out of the vault. False: it has been erased. */
bool fact_value(State *state, const Program *program, Index slot, const FactState *fact, Value *value);
/* What a unit came to, in a word; of an authority, who decides. */
Text unit_outcome(Arena *arena, const Program *program, const Unit *unit, const Determination *found);

/* --- whether what was decided still holds (holding.c) ----------------------------------------------------
 */

/* After a batch, or a part of one, from effect `first` on: enters what no longer holds (law P6). */
bool mark_stale(Turn *turn, size_t first);

/* --- invariants (invariants.c) -------------------------------------------------------------------------- */

/* After a batch, or a part of one that is whole by itself (from effect `first` on): an act that broke an
 * invariant of a case that it changed is refused; what came by itself and broke one is recorded as a breach
 * (law P9). */
bool keep_invariants(Turn *turn, size_t first);
/* Before an act on a case: what the days since the last one, or what stands elsewhere, have broken is a
 * breach that comes by itself. */
bool note_breaches(Turn *turn, Text subject);
/* Was the scope of this effect that of an earlier one, from `first` on? */
bool scope_repeated(const Batch *batch, size_t first, size_t at);

/* --- trying (trial.c) ----------------------------------------------------------------------------------- */

/* A state over another, which it reads and never changes. */
State *state_trial(State *under);
/* What comes by itself must not be refused (law P9): whether it would be is tried on a copy of what stands.
 */
typedef bool TriedAct(Turn *turn, const void *what);
bool would_pass(Turn *turn, TriedAct *act, const void *what, Refusal *why);

/* --- steps (steps.c) ------------------------------------------------------------------------------------ */

/* Enters a step: guards first (law P9), its deadline, its clocks, and what comes by itself: evaluations are
 * made, reviews that do not apply are passed, ends end the case. */
bool enter_step(Turn *turn, Text subject, Index step);
/* Whether every guard before the step holds, else refused (law P9). */
bool guards_allow(Turn *turn, Text subject, const FlowStep *step);
/* Ends an open step with an outcome and goes where the workflow says; joins a parallel when its last branch
 * ends. */
bool end_step(Turn *turn, Text subject, Text step, Text outcome, Text note);

/* Ends every open task whose facts are known by now and every checklist that has its answers, and goes on
 * from each. */
bool end_done_steps(Turn *turn, Text subject);
/* The facts that a task must collect and nobody has stated. */
void facts_missing(State *state, const CaseState *subject, const FlowStep *step, TextList *missing);

/* Who reviews a case for a meeting (reviewers.c); NULL: this person does not. */
const ReviewerState *case_reviewer(const CaseState *subject, Text meeting, Text person);

bool role_scored(const CaseState *subject, Text step, Text role); /* scores.c */

/* What came last of its motions was carried, or chose an option (linking.c). */
bool case_approved(State *state, const CaseState *subject);

/* --- links between cases (linking.c) ---------------------------------------------------------------------
 */

/* Enters how a case that is being opened is linked to others. */
bool link_case(Turn *turn, Text subject, const OpenArgs *args);
/* A case has ended: where it was approved, what it supersedes is at an end too. */
bool supersede(Turn *turn, Text subject);

/* --- reviews (reviews.c) -------------------------------------------------------------------------------- */

bool enter_review(Turn *turn, Text subject, const FlowStep *step);
const Review *review_of(State *state, const CaseState *subject, const FlowStep *step);
Text review_body(State *state, const CaseState *subject, const Review *review); /* its full name */
/* Where an open review stands; NULL when this step is no open review. */
const ReviewStep *review_step(State *state, const CaseState *subject, const FlowStep *step);
const AnswerState *review_answer(const CaseState *subject, const Review *review,
                                 Text principle); /* NULL: none */
/* What open reviews ask now: the principles to be answered, or (PLANS) those whose concern needs a plan. */
void open_questions(State *state, const CaseState *subject, ReviewStepKind kind, TextList *out);
/* Enters plans for the concerns of reviews that wait for them: {principle: text}. */
bool plan_for(Turn *turn, const CaseState *subject, Tree *plans);
/* Whether the review at this step of a workflow waits for a vote of its body now: its own step is one by
 * vote, or every concern has its plan. */
bool review_waits_for_vote(State *state, const CaseState *subject, const FlowStep *step, Text *body);
/* A vote of the review's body on its present step (detailed, or the acceptance of plans). */
bool review_voted(Turn *turn, Text subject, Text step, bool carried);

/* --- checklists (checklists.c) -------------------------------------------------------------------------- */

bool enter_checklist(Turn *turn, Text subject, const FlowStep *step);
bool end_checklist(Turn *turn, Text subject, const FlowStep *step);
/* An open checklist that waits for nothing any more; NULL: none. */
const FlowStep *answered_checklist(Turn *turn, const CaseState *subject);
/* The items of the checklists that are open. */
void asked_items(State *state, const CaseState *subject, TextList *out);

/* --- editions (editions.c) ------------------------------------------------------------------------------ */

/* The new edition is in force, from the day that its charter says or this one. `motion`: that carried it. */
bool adopt_edition(Turn *turn, Text charter, Text motion);
/* The day of an edition has come. */
bool edition_fell_due(Turn *turn, Text subject, Text step, Date due);

/* --- evidence (evidence.c) ------------------------------------------------------------------------------ */

/* "E2" is the second file that was attached to the case. */
Text evidence_called(Arena *arena, int64_t number);
/* What names an attached file must name one that is there; any other words are taken as they are. */
bool check_evidence(Turn *turn, const CaseState *subject, Text named);

/* --- people (people.c) ---------------------------------------------------------------------------------- */

/* A body has one chair, and no more members than seats, on any day. */
bool check_seats(Turn *turn, Text body);

/* --- registers (registers.c) ---------------------------------------------------------------------------- */

/* Where a row stands among the objects of its space. */
Text row_place(Arena *arena, Text of, const TextList *key);
/* "employees[ana]", as a clerk calls it. */
Text row_called(Turn *turn, Text of, const TextList *key);
/* The fields that a row would have to hold on the day and would not, with what is given from then on. */
void row_lacks(State *state, const Register *in, const Registered *given, TextList *fields);
/* Enters the rows of a file, or what of them is not held already. */
bool enter_rows(Turn *turn, const Tree *sheet);

/* --- measurements (measuring.c) ------------------------------------------------------------------------- */

/* Enters the measurements of a file, or what of them does not stand already. */
bool enter_measurements(Turn *turn, const Tree *sheet);
/* Where a series stands among the objects of its space, and a period among those of its own. */
Text series_place(Arena *arena, Text metric, Text subject, Text member);
Text measured_place(Arena *arena, Text metric, Text subject, Text member, Date period);

/* --- totals (totals.c) ---------------------------------------------------------------------------------- */

/* Folding: a case can (or can no longer) be found by what it holds in a fact; an empty name stands for being
 * there at all. */
void count_case(State *state, const CaseState *subject, Text fact, bool there);
/* The first of the days that end with this one and make up the length of time; DATE_NONE: all there are. */
Date days_back(Duration over, Date until);
/* Lays the facts of a case into a frame of any charter that has such a group, and nothing else. */
void fill_stated(State *state, const CaseState *subject, const Program *program, Index group, Index unit,
                 Date today, Frame *frame);

/* --- motions and escalation (motions.c, escalation.c) --------------------------------------------------- */

/* A motion's step was entered: who decides is read from the authority matrix and entered. Refuses when the
 * authority is undetermined, naming the facts. */
bool enter_motion_step(Turn *turn, Text subject, const FlowStep *step);
/* Quorum was lost, or somebody objected: moves the question up when the step's escalation starts so. */
bool escalate_on(Turn *turn, Text subject, Text step, StartKind cause, Date due);

/* --- folding (apply_*.c): each answers false for a kind that is not its own ----------------------------- */

typedef struct FoldingRow {
    EntryKind kind;
    void (*apply)(Applied *applied); /* NULL: it changes nothing by itself */
} FoldingRow;
bool fold_by(const FoldingRow *rows, size_t count, Applied *applied);

/* What the entry, which is folded in, has to be told to whom (notices.c). */
void put_notices(Applied *applied);
/* Says that the entry cannot follow what stands: "a step that is not open: vote". */
void cannot_follow(Applied *applied, const char *what, Text name);
void texts_take(TextList *list, Text text); /* out of it, wherever it stands */

/* A fact that a case holds from this entry on; NULL: that nobody has said any more (apply_case.c). */
void hold_fact(Applied *applied, Text subject, Text name, Tree *value, Text giver);

CaseState *case_going_on(Applied *applied, Text number); /* to be changed; NULL: it is not open */
CaseState *any_case(Applied *applied, Text number);      /* open or not; NULL: it was never opened */
void take_up(Applied *applied, CaseState *subject);      /* what had ended is open again (apply_going_on.c) */
/* Nothing dated up to that day can be entered any more, for something followed from it (apply_escalation.c);
 * `at`: the step, or the condition by its number. Lifting lets it in again. */
void note_lapse(Applied *applied, Text subject, Text at, Date due);
void lift_lapse(Applied *applied, Text subject);
void forget_decisions(CaseState *subject, Text step);                 /* that were made at the step */
void close_steps(Applied *applied, CaseState *subject, Text outcome); /* all that are open */

/* Each has a file of its name. */
#define FOLDERS(X)                                                                                           \
    X(apply_registry)                                                                                        \
    X(apply_editions)                                                                                        \
    X(apply_delegation)                                                                                      \
    X(apply_registers)                                                                                       \
    X(apply_watching)                                                                                        \
    X(apply_triggers)                                                                                        \
    X(apply_evidence)                                                                                        \
    X(apply_case)                                                                                            \
    X(apply_conflict)                                                                                        \
    X(apply_conditions)                                                                                      \
    X(apply_expiry)                                                                                          \
    X(apply_going_on) X(apply_meeting) X(apply_agenda) X(apply_motion) X(apply_escalation) X(apply_minutes)
#define X(name) bool name(Applied *applied);
FOLDERS(X)
#undef X

/* Objects to be changed by folding; made when they are not there. */
void *state_object(State *state, StateSpace space, Text key); /* NULL: none */
void *state_change(State *state, StateSpace space, Text key); /* exists, marked as changed */
HoldersState *change_holders(State *state, Text post);        /* who is in a post, by any of its names */
void state_remove(State *state, StateSpace space, Text key);
/* The first object of a space at or after a key; false at the end. */
bool state_next(State *state, StateSpace space, Text from, Text *key, void **record);
/* A copy that shares nothing with the record it was made of. */
void *record_copy(Arena *arena, const RecordType *type, const void *record);
/* As state_apply(), for a body that lives in the state's arena and so need not be copied. */
bool state_fold(State *state, const EntryContext *entry, EntryKind kind, const void *body, Text *error);
/* One clock by itself, of whatever. */
void timer_put(State *state, Date due, Text subject, Text step, Text what);
void timer_take(State *state, Date due, Text subject, Text step, Text what);
/* Clocks of a case's step; the case remembers which run. Nothing starts without a date; stopping with `what`
 * NULL stops all of the step's. The end of a step stops them all. */
void timer_start(State *state, Date due, Text subject, Text step, const char *what);
void timer_stop(State *state, Text subject, Text step, const char *what);

#endif
