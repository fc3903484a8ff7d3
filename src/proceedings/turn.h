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
    const Program *program; /* the book's charter; a case's own: case_program() */
    Batch *batch;
    Refusal *refusal;
    int64_t next_seq;
    Date today; /* the civil date on which it happened */
} Turn;

/* False only for a body that would not fit an entry (refused as TOO_LARGE) or cannot follow the state. */
bool emit(Turn *turn, EntryKind kind, Text scope, const void *body);

/* Sets the refusal and answers false, so that a handler can `return refuse(...)`. */
bool refuse_with(Turn *turn, RefusalCode code, Text where, size_t count, const Text *args);
#define refuse(turn, code, ...)                                                                              \
    refuse_with((turn), (code), (Text){0}, sizeof((Text[]){__VA_ARGS__}) / sizeof(Text), (Text[]){__VA_ARGS__})
#define refuse_at(turn, code, where, ...)                                                                    \
    refuse_with((turn), (code), (where), sizeof((Text[]){__VA_ARGS__}) / sizeof(Text), (Text[]){__VA_ARGS__})

typedef bool VerbHandler(Turn *turn);
#define X(name, word, type, args, sentence) VerbHandler do_##name;
VERBS(X)
#undef X

/* The person as a clerk calls them: handle, else id. */
Text person_called(Turn *turn, Text person);
/* The act must be given by the charter's powers to the actor (or, for RECORD, to the recorder). */
bool need_power(Turn *turn, ActId act, Text person);
/* A case that is open, or a refusal. */
const CaseState *need_open_case(Turn *turn, Text number);
Text where_text(Arena *arena, Where where);

/* --- steps (steps.c) ------------------------------------------------------------------------------------ */

/* Enters a step: guards first (law P9), its deadline, its clocks, and what comes by itself: evaluations are
 * made, reviews that do not apply are passed, ends end the case. */
bool enter_step(Turn *turn, Text subject, Index step);
/* Ends an open step with an outcome and goes where the workflow says; joins a parallel when its last branch
 * ends. */
bool end_step(Turn *turn, Text subject, Text step, Text outcome, Text note);

/* --- reviews (reviews.c) --------------------------------------------------------------------------------- */

bool enter_review(Turn *turn, Text subject, const FlowStep *step);
/* A vote of the review's body on its present step (detailed, or the acceptance of plans). */
bool review_voted(Turn *turn, Text subject, Text step, bool carried);

/* --- motions and escalation (motions.c, escalation.c) -------------------------------------------------- */

/* A motion's step was entered: who decides is read from the authority matrix and entered. Refuses when the
 * authority is undetermined, naming the facts. */
bool enter_motion_step(Turn *turn, Text subject, const FlowStep *step);
/* Quorum was lost, or somebody objected: moves the question up when the step's escalation starts so. */
bool escalate_on(Turn *turn, Text subject, Text step, StartKind cause, Date due);

/* --- folding (apply_*.c): each answers false for a kind that is not its own ------------------------------ */

typedef struct Applied {
    State *state;
    const EntryContext *entry;
    EntryKind kind;
    const void *body;
    Text error; /* a sentence when the entry cannot follow what stands */
} Applied;
bool apply_registry(Applied *applied);
bool apply_case(Applied *applied);
bool apply_meeting(Applied *applied);

/* Objects to be changed by folding; made when they are not there. */
void *state_object(State *state, StateSpace space, Text key);   /* NULL: none */
void *state_change(State *state, StateSpace space, Text key);   /* exists, marked as changed */
void state_remove(State *state, StateSpace space, Text key);
void timer_start(State *state, Date due, Text subject, Text step, const char *what);
void timer_stop(State *state, Text subject, Text step, const char *what);

#endif
