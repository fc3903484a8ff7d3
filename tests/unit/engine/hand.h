/* Programs built by hand, to try the engine without the rooms above it. */
#ifndef BYLAW_TESTS_ENGINE_HAND_H
#define BYLAW_TESTS_ENGINE_HAND_H

#include "base/vec.h"
#include "check_more.h"
#include "engine/engine.h"
#include "program/code.h"
#include "program/index.h"
#include <string.h>

typedef struct Hand {
    Arena *arena;
    VEC(Slot) slots;
    VEC(Unit) units;
    VEC(Scorecard) scorecards;
    VEC(DecisionTable) tables;
    VEC(ConditionCode) conditions;
    VEC(Operation) ops;
    VEC(Text) written;
    VEC(Value) constants;
    VEC(CellCode) sets;
    Program program;
} Hand;

static inline Index hand_slot(Hand *hand, const char *name, SlotKind kind, TypeKind type) {
    *vec_push(hand->arena, &hand->slots) =
        (Slot){.name = text_of(name), .kind = kind, .type = {.kind = type}, .group = NONE, .owner = NONE};
    return (Index)hand->slots.len - 1;
}

static inline Hand *hand_new(void) {
    Arena *arena = arena_new(0);
    Hand *hand = arena_make(arena, Hand);
    hand->arena = arena;
    hand->program.today = hand_slot(hand, "today", SLOT_DAY, TYPE_DATE);
    hand->program.case_opened = hand_slot(hand, "case_opened", SLOT_DAY, TYPE_DATE);
    return hand;
}

static inline void hand_free(Hand *hand) {
    arena_free(hand->arena);
}

static inline Number ratio(int64_t num, int64_t den) {
    Number number = {.num = 0, .den = 1};
    ck_assert_int_eq(number_ratio(NULL, num, den, &number), NUMBER_OK);
    return number;
}

static inline Value whole(int64_t n) {
    return value_number(TYPE_INTEGER, number_int(n));
}
static inline Value decimal(int64_t num, int64_t den) {
    return value_number(TYPE_DECIMAL, ratio(num, den));
}

/* --- conditions: hand_op() for each operation, then hand_condition() makes a unit of them --------------- */

static inline Index hand_op(Hand *hand, CodeOp op, Index a, Index b) {
    *vec_push(hand->arena, &hand->ops) = (Operation){.op = (uint8_t)op, .type = TYPE_DECIMAL, .a = a, .b = b};
    *vec_push(hand->arena, &hand->written) = TEXT("written");
    return (Index)hand->ops.len - 1;
}

static inline Index hand_constant(Hand *hand, Value value) {
    *vec_push(hand->arena, &hand->constants) = value;
    return hand_op(hand, CODE_CONSTANT, (Index)hand->constants.len - 1, NONE);
}

static inline Index hand_test(Hand *hand, Index a, CellCode set) {
    *vec_push(hand->arena, &hand->sets) = set;
    return hand_op(hand, CODE_TEST, a, (Index)hand->sets.len - 1);
}

static inline Index hand_unit(Hand *hand, UnitKind kind, const char *name, size_t detail, size_t needs,
                              const Index *units) {
    Index self = (Index)hand->units.len, *plan = arena_array(hand->arena, Index, needs + 1);
    if (needs > 0) memcpy(plan, units, needs * sizeof *plan);
    plan[needs] = self;
    *vec_push(hand->arena, &hand->units) = (Unit){.kind = kind,
                                                  .name = text_of(name),
                                                  .detail = (Index)detail,
                                                  .plan = plan,
                                                  .plan_count = needs + 1,
                                                  .where = {.path = TEXT("hand.bylaw"), .line = 1}};
    return self;
}

/* The code of the operations so far; the next ones are another's. */
static inline Index hand_code(Hand *hand) {
    *vec_push(hand->arena, &hand->conditions) = (ConditionCode){.ops = hand->ops.at,
                                                                .written = hand->written.at,
                                                                .count = hand->ops.len,
                                                                .constants = hand->constants.at,
                                                                .sets = hand->sets.at};
    if (hand->ops.len > hand->program.stack_need) hand->program.stack_need = hand->ops.len;
    memset(&hand->ops, 0, sizeof hand->ops);
    memset(&hand->written, 0, sizeof hand->written);
    memset(&hand->constants, 0, sizeof hand->constants);
    memset(&hand->sets, 0, sizeof hand->sets);
    return (Index)hand->conditions.len - 1;
}

static inline Index hand_condition(Hand *hand) {
    return hand_unit(hand, UNIT_CONDITION, "", (size_t)hand_code(hand), 0, NULL);
}

/* --- sets ----------------------------------------------------------------------------------------------- */

static inline CellCode any(void) {
    return (CellCode){.kind = SET_ANY};
}

static inline CellCode members(uint64_t bits) {
    return (CellCode){.kind = SET_MEMBERS, .count = 1, .bits = bits};
}

static inline CellCode is_yes(bool yes) {
    return members(yes ? 2 : 1);
}

static inline CellCode interval(Hand *hand, Interval one) {
    return set_of_intervals(hand->arena, &one, 1);
}

static inline CellCode below(Hand *hand, Value high) {
    return interval(hand, (Interval){.has_high = true, .high = high, .high_open = true});
}

static inline CellCode from(Hand *hand, Value low) {
    return interval(hand, (Interval){.has_low = true, .low = low});
}

static inline CellCode from_below(Hand *hand, Value low, Value high) {
    return interval(
        hand, (Interval){.has_low = true, .low = low, .has_high = true, .high = high, .high_open = true});
}

static inline CellCode or_missing(CellCode set) {
    set.missing = true;
    return set;
}

static inline CellCode only_missing(void) {
    return (CellCode){.kind = SET_INTERVALS, .missing = true};
}

/* --- tables --------------------------------------------------------------------------------------------- */

typedef struct HandTable {
    const char *name;
    HitPolicy policy;
    const ColumnCode *columns;
    size_t column_count, row_count;
    const CellCode *cells;
    Index otherwise;
    size_t output_count;  /* of a row */
    TypeKind output_type; /* TYPE_NONE: text */
    const Value *outputs;
    const Index *computed;
    bool indexed;
} HandTable;

static inline RowInfo *hand_rows(Hand *hand, size_t count) {
    RowInfo *rows = arena_array(hand->arena, RowInfo, count);
    for (size_t i = 0; i < count; i++)
        rows[i] = (RowInfo){text_format(hand->arena, "R%zu", i + 1),
                            {TEXT("hand.bylaw"), (uint32_t)i + 10, TEXT("§1")}};
    return rows;
}

/* Of the table: its rows' own, or how many there are. */
static inline OutputColumn *hand_outputs(Hand *hand, const HandTable *made, size_t count) {
    TypeKind kind = made->output_type == TYPE_NONE ? TYPE_TEXT : made->output_type;
    Type type = {.kind = made->policy == POLICY_LIST ? TYPE_LIST : kind, .element = kind};
    OutputColumn *outputs = arena_array(hand->arena, OutputColumn, count);
    for (size_t i = 0; i < count; i++) {
        Text name = text_format(hand->arena, "%s.out%zu", made->name, i + 1);
        outputs[i] = (OutputColumn){
            .name = name, .type = type, .slot = hand_slot(hand, name.at, SLOT_COMPUTED, type.kind)};
    }
    return outputs;
}

/* Unit of a table; cells, columns and outputs are not copied. */
static inline Index hand_table(Hand *hand, HandTable made, size_t needs, const Index *units) {
    TableCode *code = arena_make(hand->arena, TableCode);
    *code = (TableCode){.columns = made.columns,
                        .column_count = made.column_count,
                        .row_count = made.row_count,
                        .cells = made.cells,
                        .written = arena_array(hand->arena, Text, made.row_count * made.column_count),
                        .otherwise = made.otherwise,
                        .outputs = made.outputs,
                        .computed = made.computed,
                        .output_count = made.output_count};
    if (made.indexed) table_index(hand->arena, code);
    size_t outputs = made.policy == POLICY_COUNT ? 1 : made.output_count;
    *vec_push(hand->arena, &hand->tables) = (DecisionTable){.name = text_of(made.name),
                                                            .policy = made.policy,
                                                            .rows = hand_rows(hand, made.row_count),
                                                            .row_count = made.row_count,
                                                            .outputs = hand_outputs(hand, &made, outputs),
                                                            .output_count = outputs,
                                                            .code = code};
    return hand_unit(hand, UNIT_TABLE, made.name, hand->tables.len - 1, needs, units);
}

/* --- scorecards ----------------------------------------------------------------------------------------- */

typedef struct HandScorecard {
    const char *const *names;
    const int *percents, *minimums; /* 0: no minimum */
    size_t count;
    Combine combine;
    bool minimum_each;
    bool not_whole;
} HandScorecard;

static inline Criterion *hand_criteria(Hand *hand, const HandScorecard *made, Index owner) {
    Criterion *criteria = arena_array(hand->arena, Criterion, made->count);
    for (size_t i = 0; i < made->count; i++) {
        criteria[i] = (Criterion){.name = text_of(made->names[i]),
                                  .weight = ratio(made->percents[i], 100),
                                  .has_minimum = made->minimums[i] != 0,
                                  .minimum = number_int(made->minimums[i])};
        criteria[i].score_slot = hand_slot(hand, made->names[i], SLOT_SCORE, TYPE_INTEGER);
        hand->slots.at[criteria[i].score_slot].owner = owner;
        criteria[i].combined_slot = hand_slot(hand, "combined", SLOT_COMPUTED, TYPE_DECIMAL);
    }
    return criteria;
}

/* Unit of a scorecard with a scale of 1..10. */
static inline Index hand_scorecard(Hand *hand, HandScorecard made) {
    Criterion *criteria = hand_criteria(hand, &made, (Index)hand->scorecards.len);
    Scorecard scorecard = {.name = TEXT("evaluation"),
                           .criteria = criteria,
                           .criterion_count = made.count,
                           .low = number_int(1),
                           .high = number_int(10),
                           .whole = !made.not_whole,
                           .combine = made.combine,
                           .minimum_each = made.minimum_each};
    scorecard_shares(hand->arena, &scorecard, criteria);
    scorecard.total_slot = hand_slot(hand, "evaluation.total", SLOT_COMPUTED, TYPE_DECIMAL);
    scorecard.eligible_slot = hand_slot(hand, "evaluation.eligible", SLOT_COMPUTED, TYPE_YES_NO);
    *vec_push(hand->arena, &hand->scorecards) = scorecard;
    return hand_unit(hand, UNIT_SCORECARD, "evaluation", hand->scorecards.len - 1, 0, NULL);
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static inline const Program *hand_program(Hand *hand) {
    Program *program = &hand->program;
    program->slots = hand->slots.at;
    program->slots_count = hand->slots.len;
    program->units = hand->units.at;
    program->units_count = hand->units.len;
    program->scorecards = hand->scorecards.at;
    program->scorecards_count = hand->scorecards.len;
    program->tables = hand->tables.at;
    program->tables_count = hand->tables.len;
    program->conditions = hand->conditions.at;
    program->conditions_count = hand->conditions.len;
    return program;
}

/* The handbook's criteria, §2.1. */
static const char *const HANDBOOK_NAMES[] = {"strategic_alignment", "market_impact",
                                             "technical_compatibility", "operational_feasibility",
                                             "financial_value"};
static const int HANDBOOK_PERCENTS[] = {25, 20, 25, 15, 15}, HANDBOOK_MINIMUMS[] = {7, 0, 7, 0, 0};

typedef struct Handbook {
    Hand *hand;
    Index scorecard, recommendation;
    const Program *program;
} Handbook;

/* The scorecard and the recommendation of §2.2: R1 not eligible, R2 < 6, R3 6 ..< 7.5, R4 >= 7.5. */
static inline Handbook handbook_made(HandScorecard made) {
    Handbook book = {.hand = hand_new()};
    Hand *hand = book.hand;
    book.scorecard = hand_scorecard(hand, made);
    const Scorecard *scorecard = &hand->scorecards.at[0];
    ColumnCode columns[] = {
        {.slot = scorecard->eligible_slot,
         .kind = TYPE_YES_NO,
         .over = 1,
         .member_count = 2,
         .head = TEXT("evaluation.eligible")},
        {.slot = scorecard->total_slot, .kind = TYPE_DECIMAL, .over = 1, .head = TEXT("evaluation.total")}};
    CellCode cells[] = {is_yes(false), any(),
                        is_yes(true),  below(hand, whole(6)),
                        is_yes(true),  from_below(hand, whole(6), decimal(15, 2)),
                        is_yes(true),  from(hand, decimal(15, 2))};
    Value outputs[] = {value_text(TEXT("decline")), value_text(TEXT("decline")), value_text(TEXT("refer")),
                       value_text(TEXT("recommend"))};
    book.recommendation = hand_table(
        hand,
        (HandTable){.name = "recommendation",
                    .columns = memcpy(arena_alloc(hand->arena, sizeof columns), columns, sizeof columns),
                    .column_count = 2,
                    .row_count = 4,
                    .cells = memcpy(arena_alloc(hand->arena, sizeof cells), cells, sizeof cells),
                    .otherwise = NONE,
                    .output_count = 1,
                    .outputs = memcpy(arena_alloc(hand->arena, sizeof outputs), outputs, sizeof outputs),
                    .indexed = true},
        1, &book.scorecard);
    book.program = hand_program(hand);
    return book;
}

static inline Handbook handbook(void) {
    return handbook_made(
        (HandScorecard){HANDBOOK_NAMES, HANDBOOK_PERCENTS, HANDBOOK_MINIMUMS, 5, COMBINE_MEAN, false, false});
}

static inline void give_scores(Frame *frame, const Program *program, const int *scores) {
    const Scorecard *scorecard = &program->scorecards[0];
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        if (scores[i] != 0) frame_set(frame, scorecard->criteria[i].score_slot, whole(scores[i]));
}

#endif
