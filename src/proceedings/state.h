/* state: what stands, folded from entries: people, bodies, cases, meetings, motions, clocks. Objects are
 * records kept under a space and a key; they are fetched when a command first needs them, so a command's cost
 * does not grow with the history. Only state_apply() changes them: rebuilding is applying every entry again.
 *
 * Pure: what it reads comes through a StateSource, and it writes nowhere; state_changes() says
 * what changed. */
#ifndef BYLAW_PROCEEDINGS_STATE_H
#define BYLAW_PROCEEDINGS_STATE_H

#include "base/map.h"
#include "engine/engine.h"
#include "proceedings/refusals.h"
#include "proceedings/spaces.h"

/* Where state comes from. Each answers into the arena given; false: there is none (or, of unseal, it has been
 * erased). Failures of the store beneath are the source's to remember: it answers false from then on. */
typedef struct StateSource {
    void *context;
    bool (*get)(void *context, Arena *arena, Text space, Text key, Text *bytes);
    /* The first key at or after `from` in a space; for clocks and lists. */
    bool (*next)(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes);
    bool (*unseal)(void *context, Arena *arena, Text commitment, Text *value);
    bool (*blob)(void *context, Arena *arena, Text digest, Text *bytes);
    /* The compiled charter of that name. */
    const Program *(*charter)(void *context, Text name);
} StateSource;

typedef struct State State;

State *state_new(Arena *arena, const StateSource *source); /* the source itself is copied */
Arena *state_arena(State *state);

/* An object, or NULL when there is none. What they give may be read; only state_apply() changes it. */
const BookState *state_book(State *state);
const PersonState *state_person(State *state, Text id);
const HoldersState *state_holders(State *state, Text office_or_body);
const CaseState *state_case(State *state, Text number);
const MeetingState *state_meeting(State *state, Text number);
const MotionState *state_motion(State *state, Text number);
const DelegationState *state_delegation(State *state, Text number);
int64_t state_scope_version(State *state, Text scope);
/* Walks: the first at or after `from`; false at the end. Objects changed or made in this state are seen. */
bool state_next_open_case(State *state, Text from, Text *number);
/* What meetings have assigned and is not done, in the order due; `from` empty: the first. */
bool state_next_action(State *state, Text from, Text *place, const OpenActionState **action);
bool state_next_meeting(State *state, Text from, const MeetingState **meeting); /* by their numbers */
bool state_next_timer(State *state, Text from, Text *key, const TimerState **timer);
Text key_after(Arena *arena, Text key); /* where a walk goes on after a key */
bool state_unseal(State *state, Text commitment, Text *value);
/* A sealed value that is JSON, unsealed and read once; NULL: it was erased, or is none. */
const Tree *state_sealed_tree(State *state, Text commitment);
bool state_blob(State *state, Text digest, Text *bytes);
/* Why an object could not be read (a damaged book); empty: all could. state_apply() then answers false. */
Text state_problem(const State *state);
const Program *state_charter(State *state, Text name); /* NULL: it cannot be had */

/* Editions of the charter (editions.c). The one in force on a day; before the first it is that. */
Text charter_on(State *state, Date on);
const Program *program_on(State *state, Date on); /* NULL: there is no book, or it cannot be had */

/* Bodies, offices and roles go by several names where editions have renamed them (posts.c). */
bool same_post(State *state, Text one, Text other);
Text first_name(State *state, Text post);                      /* under which what is known of it is kept */
Text post_in(State *state, const Program *program, Text post); /* as that charter calls it; else as given */
void post_names(Arena *arena, const Program *program, TextList *names); /* all, by their full names */

/* A person by id (P-000012), by handle or login, or by full name, where that is unique; false: nobody. */
bool state_find_person(State *state, Text who, Text *id);
/* The same; where it finds nobody, refused as NO_SUCH_PERSON with a name that is near. */
bool resolve_person(State *state, Text who, Text *id, Refusal *refusal);
/* The person whose login is the system user's name; a handle that happens to be the same is not asked. */
bool state_find_login(State *state, Text login, Text *id);
/* "m-12" is M-2026-012 in the year of the day, and "M-2025-1" M-2025-001; what is no number stays as it is.
 */
Text whole_number(Arena *arena, Text given, Date day);
/* The person's profile field ("key", "name", "login") out of the vault; "P-000012" when it was erased. */
Text state_person_name(State *state, Text id, const char *field);

/* Questions that commands and readers share; days are [from, until). */
bool person_has_role(State *state, Text person, Text role, Date on);
/* In which somebody has a place in a body, an office or a role, whatever it is; NULL: they have none. */
const Term *term_on(State *state, Text post, Text person, Date on);
/* Of an office, a body, or a person, who is their own. While nobody holds an office, its deputies do. */
bool holds(State *state, Text decider, Text person, Date on);
bool is_chair(State *state, Text body, Text person, Date on);
bool is_deputy(State *state, Text post, Text person, Date on);
bool is_alternate(State *state, Text body, Text person, Date on); /* for whomever */
void deputies_on(State *state, Text office, Date on, TextList *out);
void holders_on(State *state, Text decider, Date on, TextList *out); /* in the order they were entered */
const StepState *case_step(const CaseState *subject, Text step);     /* the latest of that name */
const ReviewState *case_review(const CaseState *subject, Text review);
const TickState *case_tick(const CaseState *subject, Text checklist, Text item); /* NULL: none stands */
const FactState *case_fact(const CaseState *subject, Text name);
const Program *case_program(State *state, const CaseState *subject);
const Workflow *case_workflow(State *state, const CaseState *subject);
/* The case about which this one is, where both are of the same group of facts, and so on; else itself: what
 * is measured is measured of that, and totals count that. */
const CaseState *case_matter(State *state, const CaseState *subject);
/* Who opened it; of one that a trigger opened, who opened the case about which it is. Empty: nobody did. */
Text case_opener(State *state, const CaseState *subject);

/* The closed session in which something was said at that time, on a case or on none; NULL: it was open. */
const ClosedState *closed_session_at(const MeetingState *meeting, Moment at, Text about);
/* Whether somebody may know what was said there: a member who takes part in the case, whoever was admitted,
 * and who keeps the record. */
bool may_know_closed(State *state, const MeetingState *meeting, Moment at, Text about, Text person);

/* A row by its key, whose values are written as entries have them; NULL: there is none. */
const RegisterRowState *state_row(State *state, Text of, const TextList *key);
/* Walks over the rows of a register, in the order of their keys; `from` empty: the first. */
bool state_next_row(State *state, Text of, Text from, Text *place, const RegisterRowState **row);
/* What a row holds in a field on a day, and by which entry: a value of null where that entry says that it is
 * missing, or ended the row. False: nothing was said of that day. */
bool row_holds(const RegisterRowState *row, Text field, Date on, HeldValue *out);
/* The dated row that says so; NULL: none. */
const DatedRow *row_on(const RegisterRowState *row, Text field, Date on);
bool covers(Date from, Date until, Date on); /* [from, until), where DATE_NONE is open */
/* Registers as a program of that charter reads them. */
Registry state_registry(State *state, const Program *program);

/* Measurements (measuring.c). `subject` is a case, `member` of the metric's enum; both may be empty. NULL:
 * nothing was measured. */
const MeasuredState *state_measured(State *state, const Metric *metric, Text subject, Text member,
                                    Date period);
const MeasuredState *last_measured(State *state, const Metric *metric, Text subject, Text member);
/* How many periods one after another, up to this one, miss the target: no more than `most` are counted. */
int64_t periods_missed(State *state, const Metric *metric, Text subject, Text member, Date period,
                       int64_t most);
/* Walks over the series of a metric; `from` empty: the first. */
bool state_next_series(State *state, const Metric *metric, Text from, Text *place,
                       const MetricSeriesState **series);
/* Walks over the periods of a series, in their order. */
bool state_next_measured(State *state, const Metric *metric, const MetricSeriesState *series, Text from,
                         Text *place, const MeasuredState **measured);

/* Evidence (evidence.c): by "E2", in any case; NULL: the case has none that is so called. */
const EvidenceState *state_evidence(State *state, Text subject, Text called);
/* Walks over the evidence of a case in the order of its numbers; `number` 0: the first. */
const EvidenceState *next_evidence(State *state, Text subject, int64_t number);
/* Walks over what may be discarded on the day, the longest due first; `from` empty: the first. */
const EvidenceState *next_expired(State *state, Text from, Date today, Text *place);

/* Folds one entry in: the only way state changes. `body` is the record of the kind's row. False and a
 * sentence when the entry cannot follow what stands (a damaged book). */
typedef struct EntryContext {
    int64_t seq;
    Text scope;
    Text actor;
    Text charter;
    Moment happened;
} EntryContext;
bool state_apply(State *state, const EntryContext *entry, EntryKind kind, const void *body, Text *error);

/* An object as it is kept: the mark of its rows, and the packed record (value/pack.h). What other rows have
 * written is not read, but made again from the entries. */
Text state_kept_form(State *state, StateSpace space, const void *record);

/* Every object changed since state_new(), in a fixed order; an empty value: it is gone. */
void state_changes(State *state, void (*each)(void *context, Text space, Text key, Text value),
                   void *context);

#endif
