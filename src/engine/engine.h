/* engine: facts + program -> determination + reasons. Pure: no clock, no chance, no input but the frame. Its
 * cost is bounded by the size of the rules (law L2), and without reasons it allocates nothing but what a
 * number past 64 bits needs. */
#ifndef BYLAW_ENGINE_ENGINE_H
#define BYLAW_ENGINE_ENGINE_H

#include "program/program.h"
#include "value/record.h"
#include <string.h>

typedef struct Frame Frame;

/* A frame holds the facts of one evaluation after another: make it once, fill it per case. */
Frame *frame_new(Arena *arena, const Program *program);
void frame_clear(Frame *frame);                                 /* every slot is missing again */
void frame_set(Frame *frame, Index slot, Value value);          /* texts and lists are not copied */
void frame_set_number(Frame *frame, Index slot, Number number); /* of the slot's type: money too */
void frame_set_member(Frame *frame, Index slot, int32_t member);
void frame_set_yes_no(Frame *frame, Index slot, bool yes);

/* What a slot takes. */
typedef struct SlotForm {
    uint64_t header;      /* what stands before what it holds in a known value of its type */
    uint32_t small_count; /* an enum's or yes_no's: of what it can be; else 0 */
    bool is_number;
    bool is_given; /* not computed */
} SlotForm;

/* Where a frame keeps its slots, for filling in case after case at speed. */
typedef struct FrameSlots {
    Value *at;
    const SlotForm *forms;
    size_t count;
} FrameSlots;

FrameSlots frame_slots(const Frame *frame);

/* Sets a slot to a whole number, or to a member of its enum, or to no (0) or yes (1); when it is not `known`
 * (1), to missing, which is no branch. False, and the slot as it was, when it takes none of them or not this
 * one. */
static inline bool slots_set_whole(const FrameSlots *slots, size_t slot, int64_t whole, uint64_t known) {
    const SlotForm *form = &slots->forms[slot];
    Value *to = &slots->at[slot];
    uint64_t header = form->header & -known;
    if (form->is_number)
        to->number = number_int(whole);
    else if ((uint64_t)whole < form->small_count)
        to->member = (int32_t)whole;
    else
        return false;
    memcpy(to, &header, sizeof header);
    return true;
}

Value frame_get(const Frame *frame, Index slot); /* computed slots too, after an evaluation */

/* The name of a node of Program.deciders that is one decider, after an evaluation that hit its row. */
Text frame_decider(const Frame *frame, Index node);
/* --- registers ------------------------------------------------------------------------------------------ */

/* What a row of a register holds in one field on a day. */
typedef struct Held {
    Value value;   /* missing: it holds nothing, or there is no such row */
    int64_t entry; /* that says so; NO_ENTRY: it is in no ledger */
} Held;

enum { NO_ENTRY = -1 };

/* Where rows come from. One is asked for when a rule reads it, so that thousands can stand behind; the same
 * question must have the same answer as long as the frame's facts are used. */
typedef struct Registry {
    void *context;
    Held (*held)(void *context, Index in, const Value *keys, Index field, Date on);
    bool dated; /* what rows hold differs from day to day; else `on` may be missing, and is not asked for */
} Registry;

/* Without one every row is missing. */
void frame_read_from(Frame *frame, Registry registry);
/* One that holds these values and no others, for tests and files of facts; they must outlast it. */
typedef struct RegisterValues {
    const Program *program;
    const RegisterValue *at;
    size_t len;
} RegisterValues;
Registry registry_of(const RegisterValues *values);

/* One value that was read, or is not there to be read. */
typedef struct RowRead {
    Index in, field;
    const Value *keys;
    Date on; /* the day as of which it is read; DATE_NONE where the registry is not dated */
    Held held;
} RowRead;

/* "employees[P-000012].approval_limit" */
Text row_read_text(Arena *arena, const Program *program, const RowRead *row);

/* How a walk along a reporting line ended. */
typedef enum LineEnd {
    LINE_COVERS,  /* with somebody whose limit covers what is asked */
    LINE_ENDS,    /* nobody stands above `at` */
    LINE_UNSAID,  /* nothing says what limit `at` has */
    LINE_CIRCLES, /* `at` was met before */
    LINE_TOO_LONG /* after LINE_PEOPLE_MOST people */
} LineEnd;

enum { LINE_PEOPLE_MOST = 64 };

/* first in employees.manager from requester whose approval_limit covers amount */
typedef struct LineWalk {
    Index in, above, limit; /* the register, and its fields */
    Value covered;          /* what a limit has to cover */
    Text from, at;          /* whom it began at, and came to last */
    int32_t people;         /* whom it asked, of those above `from` */
    LineEnd end;
} LineWalk;

/* --- checklists ----------------------------------------------------------------------------------------- */

/* How an item of a checklist stands.  X(NAME, word) */
#define ITEM_STANDINGS(X)                                                                                    \
    X(MET, "met")                                                                                            \
    X(UNMET, "not_met")                                                                                      \
    X(OPEN, "open") /* it applies, and nobody has said whether it is met */                                  \
    X(NOT_APPLICABLE, "not_applicable")                                                                      \
    X(UNSETTLED, "unsettled") /* whether it applies is not known */                                          \
    X(FAILING, "failing")     /* its condition is an error of the rule */

typedef enum ItemStanding {
#define X(name, word) ITEM_##name,
    ITEM_STANDINGS(X)
#undef X
        ITEM_STANDINGS_COUNT
} ItemStanding;

Text item_standing_word(ItemStanding standing);

/* After an evaluation of its unit. */
ItemStanding item_standing(Frame *frame, const Checklist *checklist, size_t item);

/* --- determinations ------------------------------------------------------------------------------------- */

typedef enum Outcome {
    OUTCOME_DECIDED,      /* a row was hit, a score computed, a condition is yes or no */
    OUTCOME_UNDETERMINED, /* it needs facts that are missing (law L4) */
    OUTCOME_NO_ROW,       /* no row fits, and there is no `otherwise` */
    OUTCOME_ERROR         /* of the rule: `problem` says which */
} Outcome;

typedef enum Problem {
    PROBLEM_NONE,
    PROBLEM_TOO_LARGE, /* a number passed 1,024 bits */
    PROBLEM_DIVIDED_BY_ZERO,
    PROBLEM_TWO_ROWS,       /* two rows fit that may not, or that do not agree: row and other_row */
    PROBLEM_TWO_EXCEPTIONS, /* of a table, that both apply: exception and other_exception */
    PROBLEM_OFF_SCALE,      /* a score outside its scale, or not whole */
    PROBLEM_NOT_APPLICABLE, /* a fact that does not apply was needed as a value */
    PROBLEM_LINE,           /* of people that goes in a circle, or is too long: line */
    PROBLEM_NEGATIVE_ROOT,  /* the square root of a number below 0 */
    PROBLEM_NO_SUCH_TIME,   /* a day before the year 1 or after 9999, or an instant between two seconds */
    PROBLEM_NOT_IN_FORCE    /* a definition that means nothing on the day as of which it is read */
} Problem;

typedef struct Determination {
    Outcome outcome;
    Problem problem;
    Index unit; /* that it ended in: the one asked for, or one of its plan that has no row or an error */
    const Where *where;               /* ERROR: the rule; DECIDED by a table: the row; else the unit */
    Index row, other_row;             /* of a table; NONE when it collects */
    Index exception, other_exception; /* of the table, that applies; NONE */
    const Index *rows; /* of a table that collects: all that fit, in order; valid until the next evaluation */
    size_t row_count;
    bool yes;     /* of a condition, or a definition that is yes or no; of a checklist: it is complete */
    Number total; /* of a scorecard */
    bool eligible;
    const Value *outputs; /* of a table: one for each output column; of a definition its value; valid until
                             the next evaluation */
    size_t output_count;
    const Index *settle; /* UNDETERMINED: the slots that would settle it, in order; valid until the next */
    size_t settle_count;
    const RowRead *settle_rows; /* and what registers would have to hold */
    size_t settle_row_count;
    const LineWalk *line;  /* UNDETERMINED, ERROR: a reporting line that led to nobody; NULL */
    const Index *possible; /* UNDETERMINED, of a table: the rows that may still decide, in order */
    size_t possible_count;
} Determination;

/* What would settle an undetermined one, by its names. */
TextList settle_names(Arena *arena, const Program *program, const Determination *determination);

/* Why, as it was decided: a flat list in the order of evaluation, `depth` making it a tree. Only what the
 * evaluation used is in it (law L7). */
typedef enum ReasonKind {
    REASON_UNIT,      /* index: unit; value: what it came to, where it is one value; meaning: of a
                         definition */
    REASON_EXCEPTION, /* index: exception of the table (unit above it); value: whether it applies, where that
                         is known */
    REASON_ROW,       /* index: row of the table (unit above it) that was hit */
    REASON_COLUMN,    /* index: column; value: what the column read; detail: the test as written */
    REASON_CRITERION, /* index: criterion; value: the combined score */
    REASON_MINIMUM,   /* index: criterion; value: the combined score, yes: met */
    REASON_ITEM,      /* index: item of the checklist; value: its ItemStanding, as a member */
    REASON_SLOT,      /* index: slot; value: what it held */
    REASON_LOOKUP,    /* row: what was read of a register */
    REASON_COMPARE /* a comparison of a condition; detail: as written; yes: held; personal: of such a fact */
} ReasonKind;

/* Small, for one is written for all that is used: words stand in the program, sums are done by who reads it.
 */
typedef struct Reason {
    uint8_t kind; /* ReasonKind */
    bool yes : 1;
    bool personal : 1;
    uint16_t depth;
    Index index;
    Value value;
    union {
        const Text *detail;     /* NULL where there is none */
        const RowRead *row;     /* LOOKUP */
        const Meaning *meaning; /* UNIT, of a definition: what it means on that day; NULL: nothing */
    };
} Reason;

typedef struct Reasons {
    Reason *at;
    uint32_t len, cap;
    Registry registry; /* what they were read from */
} Reasons;

/* Evaluates a unit, what it needs first. `reasons` NULL: no reasons are kept; else they replace what it
 * holds, in the frame's arena. */
void evaluate(Frame *frame, Index unit, Reasons *reasons, Determination *out);

/* A route to a table's row that is known to need no memory but the frame's, so that nothing has to guard it
 * (arena_try). NULL when the unit is no table, or its plan may need more. */
typedef struct Route Route;
const Route *route_new(Arena *arena, Frame *frame, Index unit);

/* The row that is hit. NONE when none is, or when these facts need more: then evaluate() says. The units on
 * the way are not left as evaluate() leaves them. */
Index route_row(const Route *route);

/* The same with its reasons, which replace those held, in the room that they have; units are left as
 * evaluate() leaves them. NONE when they do not fit, too. */
Index route_explain(const Route *route, Reasons *reasons);

/* Reasons and a determination as a tree, for results and entries; keys in docs/ledger.md. The facts that a
 * near miss would have needed ("what would have changed it") are under "would_change": each fact that was
 * used and is yes or no, a number, an amount, a length of time or a point in it, with the nearest values at
 * which what it comes to differs, how far they are, and what it would come to. */
Tree *determination_tree(Arena *arena, const Program *program, Index unit, const Determination *determination,
                         const Reasons *reasons);

/* The names of the rows that decided: "R4", or of a table that collects "R1, R3"; empty when there are none.
 */
Text determination_rows(Arena *arena, const Program *program, const Determination *determination);

/* The exception that applied; empty when there was none. */
Text determination_exception(const Program *program, const Determination *determination);

/* Who decides by an authority that has determined: a node of Program.deciders, of its row or of the exception
 * that applies. */
Index determination_deciders(const DecisionTable *authority, const Determination *determination);

/* Did this row of the unit's table decide, or have a part in what was collected? */
bool determination_has_row(const Determination *determination, Index row);

/* Path, line and what it cites, as keys of the map. */
void where_to_tree(Arena *arena, const Where *where, Tree *map);

/* One slot's value as its written text. */
Text slot_value_text(Arena *arena, const Program *program, Index slot, Value value);

/* Does what was measured fit the metric's target? Without one everything does. */
bool on_target(const Metric *metric, const Value *value);

#endif
