/* frame: what the parts of the engine share: the frame itself, and truth in its four shades (law L4). */
#ifndef BYLAW_ENGINE_FRAME_H
#define BYLAW_ENGINE_FRAME_H

#include "base/vec.h"
#include "engine/engine.h"
#include "program/code.h"
#include <string.h>

_Static_assert(offsetof(Value, number) == sizeof(uint64_t),
               "a value is a header of eight bytes and what it holds");

/* How a condition, a cell or a row can come out. */
typedef enum Truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN, TRUTH_ERROR } Truth;

static inline Truth truth_of(Value value) {
    if (value.state == VALUE_KNOWN) return value.yes ? TRUTH_YES : TRUTH_NO;
    return value.state == VALUE_MISSING ? TRUTH_UNKNOWN : TRUTH_ERROR;
}

/* What a unit came to in this evaluation. */
typedef struct UnitState {
    uint8_t outcome, problem;         /* Outcome, Problem */
    bool yes;                         /* of a condition, or a definition that is yes or no */
    bool used;                        /* by the unit after it that was traced: see trace() */
    Index row, other_row;             /* of a table */
    Index exception, other_exception; /* of a table: what applies; NONE */
    Index criterion;   /* OFF_SCALE: which; of a checklist: the item whose condition is in error */
    const Index *rows; /* of a table that collects, when no row is open */
    size_t row_count;
} UnitState;

static inline UnitState unit_state_new(void) {
    return (UnitState){
        .row = NONE, .other_row = NONE, .exception = NONE, .other_exception = NONE, .criterion = NONE};
}

/* Where a table that collects puts its rows and what they give. */
typedef struct Collected {
    Index *rows;
    Value *values; /* for each result, one for each row */
} Collected;

/* A plain sheet over the frame's slots. */
typedef struct FrameScore {
    const Value *given;
    Value *combined;
    int64_t share, minimum;
} FrameScore;

typedef struct FrameSheet {
    const FrameScore *scores;
    size_t count;
    uint64_t header; /* what stands before a known score; all are of one type */
    int64_t low;
    uint64_t range; /* of the scale: from low to low + range */
    const PlainSheet *plain;
    Value *total, *eligible;
} FrameSheet;

struct Frame {
    Arena *arena;
    const Program *program;
    Value *slots;
    SlotForm *forms;      /* of each slot */
    FrameSheet *sheets;   /* of each scorecard; without `plain` of one that is not plain */
    uint64_t decimal;     /* what stands before the number in a known value that is a decimal */
    Value *registers;     /* of the condition that is run */
    bool *needed;         /* registers, while a condition is looked into */
    Text *named;          /* of each node of who decides: the name that a case gives it */
    Value *outputs;       /* of the table that was evaluated last, where they are not constants */
    Collected *collected; /* of each table */
    UnitState *states;    /* of each unit of the plan that was run last */
    Registry registry;
    Value *keys;          /* of the row that is looked up */
    VEC(RowRead) lacking; /* what registers do not hold and the last unit needed */
    const LineWalk *line; /* that led to nobody, where the last unit needed somebody; NULL */
    bool *wanted;         /* slots that the last unit needed or lacks, while it is looked into */
    bool *empty;          /* of them: lists that hold nothing, where one of what they hold was needed */
    Index *settle;
    Index *possible; /* rows of the table that the last unit is */
};

/* What is unknown is missing for who reads the slot. */
static inline void frame_set_truth(Frame *frame, Index slot, Truth truth) {
    frame->slots[slot] = truth == TRUTH_UNKNOWN ? value_missing() : value_yes_no(truth == TRUTH_YES);
}

/* States that never leave the engine. An error stands in a register, and in a definition's slot, as a value
 * of the first; `member` is its Problem. The second stands in the slot of a result that may be left out while
 * its table is not determined: it is not known whether it is missing. */
enum { STATE_ERROR = VALUE_KNOWN + 1, STATE_OPEN };

static inline Value error_value(Problem problem) {
    return (Value){.state = STATE_ERROR, .member = (int32_t)problem};
}

/* Of a value that is an error, or not applicable where it was needed. */
static inline Problem problem_of(Value value) {
    return value.state == STATE_ERROR ? (Problem)value.member : PROBLEM_NOT_APPLICABLE;
}

static inline bool frame_wants(const Frame *frame, Index slot) {
    return frame->wanted[slot];
}

static inline void frame_want(Frame *frame, Index slot) {
    frame->wanted[slot] = true;
}

static inline const CellCode *table_cell(const TableCode *table, Index row, size_t column) {
    return &table->cells[(size_t)row * table->column_count + column];
}

/* Into slots that never hold anything else. */
static inline void set_yes_no(Value *value, bool yes) {
    value->state = VALUE_KNOWN;
    value->kind = TYPE_YES_NO;
    value->yes = yes;
}

static inline void set_decimal(const Frame *frame, Value *value, Number number) {
    memcpy(value, &frame->decimal, sizeof frame->decimal);
    value->number = number;
}

/* Is the known value in the set? */
bool set_has(const CellCode *set, const Value *value);

/* A value held against a set; `missing`, `not_applicable`: this is a value of the domain like any other. */
static inline Truth set_test(const CellCode *set, const Value *value, bool missing, bool not_applicable) {
    if (set->kind == SET_ANY) return TRUTH_YES;
    if (value->state == VALUE_KNOWN) return set_has(set, value) ? TRUTH_YES : TRUTH_NO;
    if (value->state == STATE_OPEN) return TRUTH_UNKNOWN;
    if (value->state == VALUE_NOT_APPLICABLE && not_applicable)
        return set->not_applicable ? TRUTH_YES : TRUTH_NO;
    if (value->state != VALUE_MISSING) return TRUTH_ERROR;
    if (set->missing) return TRUTH_YES;
    return missing ? TRUTH_NO : TRUTH_UNKNOWN;
}

static inline Truth column_test(const ColumnCode *column, const CellCode *cell, const Value *value) {
    return set_test(cell, value, column->missing, column->not_applicable);
}

/* Runs a condition; its registers stay for a look at them. */
Value condition_run(Frame *frame, const ConditionCode *code);

/* Why operands give no value to work with, which is then the result: an error first, for no fact would mend
 * it. */
bool value_lacks(Value a, Value b, Value *result);
/* The deciders from a node on, whose names are in registers (deciders.c). */
Value deciders_value(Frame *frame, Index root);
/* Looks up a row whose keys stand in the registers of the condition that was run; the keys last until the
 * next. False when there is none to look up, and *instead is what then holds: why one of the keys gives no
 * value to look up by, or the rate of a currency in itself. */
bool row_look_up(Frame *frame, const LookupCode *lookup, RowRead *out, Value *instead);
RowRead row_read_copy(Arena *arena, const Program *program, const RowRead *row);
bool row_read_same(const Program *program, const RowRead *a, const RowRead *b);

/* What a walk along a line reads, in order; the row's keys last until the next. */
typedef void LineVisit(void *context, const RowRead *row);
/* The person whom a line of the condition that was run leads to, from the person `from`: missing where it
 * ends before, an error where it never would. `visit` and `out` may be NULL; `out` is left as it is when the
 * walk cannot begin. */
Value line_first(Frame *frame, const LineCode *line, Value from, LineVisit *visit, void *context,
                 LineWalk *out);
/* A number as a value of the operation's type. */
static inline Value operation_value(const Operation *operation, Number number) {
    Value value = value_number((TypeKind)operation->type, number);
    value.unit = operation->unit;
    memcpy(value.currency, operation->currency, sizeof value.currency);
    return value;
}

/* CODE_WITHIN; CODE_COUNT to _HIGHEST: of an empty list the lowest and highest are missing (lists.c). */
Value list_within(Value element, Value in);
Value list_aggregate(Frame *frame, const Operation *operation, Value list);
Value reckon_round(Frame *frame, const Operation *operation, Value value);

/* CODE_LATER and _EARLIER; CODE_ELAPSED. All operands are known. */
Value reckon_later(Frame *frame, const Operation *operation, Value from, Value length);
Value reckon_elapsed(Frame *frame, const Operation *operation, Value from, Value to);

void condition_evaluate(Frame *frame, const Unit *unit, UnitState *state);
void definition_evaluate(Frame *frame, const Unit *unit, UnitState *state);
/* What it means on the day as of which it is read; NULL where that is not known, or there is nothing:
 * *lacking says why. */
const Meaning *definition_meaning(const Frame *frame, const Definition *definition, Value *lacking);
void scorecard_evaluate(Frame *frame, const Unit *unit, UnitState *state);
void checklist_evaluate(Frame *frame, const Unit *unit, UnitState *state);
/* The usual sheet, in a few operations of 64 bits; false when it is no such sheet. */
bool scorecard_evaluate_plain(const Frame *frame, const FrameSheet *sheet);

/* The weighted sum, over the sheet's denominator, and whether all minimums are met. False when there is not a
 * whole score on the scale for each criterion. */
static inline bool plain_sum(const FrameSheet *sheet, int64_t *sum, bool *met) {
    int64_t total = 0;
    bool all_met = true;
    for (const FrameScore *of = sheet->scores, *end = of + sheet->count; of < end; of++) {
        int64_t score = of->given->number.num;
        if (memcmp(of->given, &sheet->header, sizeof sheet->header) != 0 || of->given->number.den != 1)
            return false;
        if ((uint64_t)score - (uint64_t)sheet->low > sheet->range) return false;
        total += of->share * score;
        all_met &= score >= of->minimum;
    }
    *sum = total;
    *met = all_met;
    return true;
}
void table_evaluate(Frame *frame, const Unit *unit, UnitState *state);
Index table_row(Frame *frame, const DecisionTable *table); /* that decides; NONE when none does */

/* The rows of a table that may be hit, in order; `at` NULL: all of them. */
typedef struct Candidates {
    const Index *at;
    size_t len;
    Index certain; /* the one row that is hit; NONE: test them */
} Candidates;

void find_rows(const Frame *frame, const TableCode *table, Candidates *found);

/* Where several rows fit, those of the lowest rank decide. */
int64_t row_rank(const DecisionTable *table, Index row);

/* What a row gives, as far as the facts go; a value of STATE_ERROR when the rule fails. */
Value row_output(Frame *frame, const TableCode *table, Index row, size_t output);

/* Finds the exception that applies to the row that decided; the state becomes undetermined or an error where
 * that cannot be. */
void find_exception(Frame *frame, const DecisionTable *table, UnitState *state);

/* The exception that gives this result instead of the row; NULL: the row gives it. */
const TableException *exception_giving(const DecisionTable *table, const UnitState *state, size_t output);

/* A table that collects, instead of table_evaluate(). */
void collect_evaluate(Frame *frame, const DecisionTable *table, UnitState *state);

/* One row against the slots: no as soon as a cell is, else what the worst of its cells is. */
Truth row_test(const Frame *frame, const TableCode *table, Index row);

/* Of minimums that are held against each person's score. */
Truth each_meets(const Frame *frame, const Criterion *criterion);
static inline Truth criterion_meets(const Frame *frame, const Scorecard *scorecard,
                                    const Criterion *criterion) {
    if (!criterion->has_minimum) return TRUTH_YES;
    if (scorecard->minimum_each) return each_meets(frame, criterion);
    const Value *combined = &frame->slots[criterion->combined_slot];
    if (combined->state != VALUE_KNOWN) return TRUTH_UNKNOWN;
    return number_less(combined->number, criterion->minimum) ? TRUTH_NO : TRUTH_YES;
}

Truth checklist_applies(Frame *frame, const Checklist *checklist);
/* Does what is wanted of the checklist rest on an item that stands so? */
bool item_matters(const Frame *frame, const Checklist *checklist, ItemStanding standing);

/* Walks the plan backwards and marks in frame->wanted what decided the unit, or what it lacks. */
void trace(Frame *frame, const Unit *unit);
/* The rows of an undetermined table that may still decide. */
size_t possible_rows(const Frame *frame, const DecisionTable *table, const UnitState *state, Index *out);
/* Marks in frame->needed the registers that decided a condition which has just been run. */
void trace_registers(Frame *frame, const ConditionCode *code);

/* The reasons of the unit that was evaluated and traced last. False when they do not fit and may not grow. */
bool explain(Frame *frame, const Unit *unit, Reasons *reasons, bool may_grow);

/* Is the fact that this REASON_SLOT or REASON_LOOKUP names named by none before it? */
bool is_first_mention(const Program *program, const Reasons *reasons, size_t at);

/* The near misses: what would have changed the determination, as a list for the key would_change. */
Tree *would_change(Arena *arena, const Program *program, Index unit, const Determination *determination,
                   const Reasons *reasons);

#endif
