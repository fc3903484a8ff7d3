/* proceed: command + state -> a batch of entries, or a refusal that names its rule. Pure.
 *
 * The way of a command: read_command() turns words into a Command with every name resolved; proceed() checks
 * it and emits entries, applying each to the state at once, so that what follows in the batch sees it. When
 * it refuses, the state is spoilt and must be dropped. Replay calls command_from_body() and proceed(). */
#ifndef BYLAW_PROCEEDINGS_PROCEED_H
#define BYLAW_PROCEEDINGS_PROCEED_H

#include "base/vec.h"
#include "proceedings/refusals.h"
#include "proceedings/remarks.h"
#include "proceedings/state.h"
#include "proceedings/verbs.h"

typedef struct Command {
    const VerbRow *verb;
    void *args; /* the verb's record */
    Text actor; /* P-000012; empty for `advance` */
    Text recorder;
    Text behalf;
    Text auth; /* "system", "stated", "self" */
    Moment recorded, happened;
    Text charter;    /* the book's charter when it was given */
    Text seen_scope; /* --seen: what was looked at (read_command() makes it the command's own case or
                        meeting); empty: not given */
    int64_t seen;
    int64_t unseen; /* entries of what was looked at that fell due just now: nobody could have seen them */
} Command;

/* One effect; the service puts the envelope around it. */
typedef struct Effect {
    EntryKind kind;
    const void *body;
    Text json; /* the body, as it is entered */
    Text scope;
    int64_t scope_version;
    Text charter; /* the case's, else the book's */
    Date on;      /* the day on which it came about; in an advance, on which it fell due */
    size_t cause; /* in an advance: where in the batch begins what comes of the same clock */
} Effect;

typedef struct Unmoved {
    Text subject;
    Refusal refusal; /* why */
} Unmoved;

/* effects.at[0] is the command itself. A large command's arguments go to a blob. */
typedef struct Batch {
    VEC(Effect) effects;
    VEC(Unmoved) unmoved; /* of a command on several cases, those that it left as they were */
    VEC(Remark) remarks;  /* said with the answer, and entered nowhere */
    Text args_blob;       /* bytes to store as a blob when not empty */
} Batch;

/* One word or option as it was given: name empty for words by place. `content`: of a FILE,
 * read and parsed. */
typedef struct Word {
    Text name, value;
    Tree *content;
} Word;

/* Hides a personal value: makes salt and commitment, remembers both for the vault, answers the commitment as
 * hex. The service's to give, since salts are chance. */
typedef struct Sealer {
    void *context;
    Text (*seal)(void *context, Arena *arena, Text value);
} Sealer;

/* Reads words into `command->args` by the rows of its verb; names are resolved against the state. A personal
 * fact becomes {"sealed": commitment}. Motions, cases and meetings may be shortened ("M-12": the number in
 * the year of command->happened). */
bool read_command(State *state, const Word *words, size_t count, const Sealer *sealer, Command *command,
                  Refusal *refusal);

bool command_from_body(Arena *arena, State *state, const CommandBody *body, Command *command, Text *error);

/* `first_seq` is the seq that the batch's first entry will have. */
bool proceed(State *state, const Command *command, int64_t first_seq, Batch *batch, Refusal *refusal);

/* Whether anything is due by `command->happened`; proceed() of an ADVANCE command applies it. */
bool something_due(State *state, Moment by);

/* What would fall due by then if nobody acted: the effects of an advance, which is tried and leaves no trace.
 */
bool forecast(State *state, Moment by, Batch *batch, Refusal *refusal);

/* --- what a case waits for, for docket and show --------------------------------------------------------- */

typedef struct Waiting {
    Text subject, step;
    Text who;  /* a person, role, office or body */
    Text code; /* "resume", "score", "fact", "answer", "plan", "items", "again", "task", "recommend",
                  "motion", "attend", "vote", "count", "close", "report"; "stale": for a decision that no
                  longer holds; "ruling": on a challenge; "holder": for somebody else to hold an office, as
                  nobody who does may vote */
    Text what; /* the fact, principle or task's title; of "stale" why it does not; of "items" those of a
                  checklist that are open, of "again" the checklist; of "recommend" and "motion" what is to be
                  put, in words; of "vote", "count", "close" and "holder" the motion's number, of "attend" and
                  "report" the meeting's, of "ruling" who is challenged */
    TextList consulted, informed; /* of "motion": who else the authority matrix names */
    TextList delegates;           /* of "motion": who can decide within bounds: "cfo under D-2026-001" */
    Date due;                     /* of a question when it moves up or lapses; DATE_NONE: no deadline */
    bool overdue;                 /* recorded as such */
} Waiting;
typedef VEC(Waiting) WaitingList;
void case_waits(State *state, const CaseState *subject, Date today, WaitingList *out);

/* --- agendas (agenda.c) --------------------------------------------------------------------------------- */

typedef struct AgendaItem {
    Text subject; /* a case; of business in words there is `text` in its place */
    Text text;
    bool together;   /* it stands on the consent agenda */
    Waiting waiting; /* what the body is asked; its code empty: nothing */
} AgendaItem;
typedef VEC(AgendaItem) AgendaItems;
/* In the order in which they come up: as the clerk has put them, and what else waits for the body as it is
 * due. */
void agenda_of(State *state, const MeetingState *meeting, Date today, AgendaItems *out);

/* How one of those who decide stands: "carried", "lost", "put" (a motion is open), "asked" (it can be put),
 * "later" (others come first), "spare" (nothing hangs on it any more). */
Text part_word(State *state, const StepState *step, const PartState *part);

/* The full names of all bodies: "board", "council[health]". */
void body_names(Arena *arena, const Program *program, TextList *names);
void office_names(Arena *arena, const Program *program, TextList *names); /* and of all offices */

/* The roll as it stands: whoever has voted was present, even having left since. */
Roll *motion_roll(State *state, const MotionState *motion);

/* How votes on a motion are given: "named", "counted" or "secret" (law P3). */
Text motion_kind(State *state, const MotionState *motion);

/* What is put to the vote at a step: a motion's text with {fact} filled in ("?" where nobody has said, and
 * nothing personal), or the question of a review that is at its vote. */
Text motion_title(State *state, const CaseState *subject, const FlowStep *step);

/* Fills a frame with what a case knows: facts, scores of ended steps, review outcomes, the day; personal
 * values only where the unit reads them. */
void fill_frame(State *state, const CaseState *subject, const Unit *unit, Date today, Frame *frame);

/* What a checklist of the case's charter comes to on the day, in a frame that can be asked how its items
 * stand. */
Frame *checklist_frame(State *state, const CaseState *subject, const Checklist *checklist, Date today,
                       Determination *found);

/* --- what triggers fire on next ------------------------------------------------------------------------- */

typedef struct Coming {
    Date on;
    Text trigger, subject; /* of no case: empty */
    Text cause;            /* as the rules write it */
    Text opens;            /* the workflow */
} Coming;
/* Walks over the clocks of triggers in the order of their days; `from` empty: the first. */
bool next_coming(State *state, Text from, Text *place, Coming *out);

/* --- totals over cases (totals.c) ----------------------------------------------------------------------- */

typedef struct Summed {
    Value value; /* missing: something is lacking */
    Number sum;  /* of those that could be added */
    Date since;  /* the first of the days that are looked at; DATE_NONE: all of them */
    Tree *each;  /* what the cases have in common; NULL: nothing */
    Tree *parts; /* of each case: its number, as what it is counted, what it adds, and the entries that made
                    that */
    TextList lacking;  /* what would have to be known */
    Text lacking_case; /* of the first of these: whose it is */
    Index lacking_slot;
    const RowRead *lacking_row;
} Summed;

/* What a total of the case's charter comes to for it on the day. */
void add_up(State *state, const CaseState *subject, const Total *total, Date today, Summed *out);
void tell_total(Arena *arena, const Summed *summed, Tree *map); /* as keys of the map */

#endif
