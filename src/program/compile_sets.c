/* Cells and lists as sets of values. */
#include "program/compile_parts.h"

size_t member_count_of(Type type) {
    if (type.kind == TYPE_YES_NO) return 2;
    return type.kind == TYPE_ENUM ? type.enumeration->count : 0;
}

/* A set that grows by one test after another. */
typedef struct Growing {
    const Compiler *c;
    Type type;
    size_t member_count;
    bool *members;
    VEC(Interval) intervals;
    bool missing, not_applicable;
} Growing;

static Growing growing(const Compiler *c, Type type) {
    size_t count = member_count_of(type);
    return (Growing){
        .c = c, .type = type, .member_count = count, .members = arena_array(c->arena, bool, count)};
}

static CellCode grown(const Growing *g) {
    CellCode set = g->member_count > 0 ? set_of_members(g->c->arena, g->member_count, g->members)
                                       : set_of_intervals(g->c->arena, g->intervals.at, g->intervals.len);
    set.missing = g->missing;
    set.not_applicable = g->not_applicable;
    return set;
}

static void add_set(Growing *g, const CellCode *set) {
    for (uint32_t i = 0; set->kind == SET_INTERVALS && i < set->count; i++)
        *vec_push(g->c->arena, &g->intervals) = set->intervals[i];
    const uint64_t *words = set->count == 1 ? &set->bits : set->words;
    for (size_t m = 0; set->kind == SET_MEMBERS && m < g->member_count; m++)
        if (words[m / 64] >> m % 64 & 1) g->members[m] = true;
}

static void add_value(Growing *g, Value value) {
    if (g->member_count > 0)
        g->members[value.kind == TYPE_YES_NO ? (int32_t)value.yes : value.member] = true;
    else
        *vec_push(g->c->arena, &g->intervals) =
            (Interval){.low = value, .high = value, .has_low = true, .has_high = true};
}

static void add_range(Growing *g, const Expr *range) {
    *vec_push(g->c->arena, &g->intervals) = (Interval){.low = constant_of(g->c, range->left, g->type),
                                                       .high = constant_of(g->c, range->right, g->type),
                                                       .has_low = true,
                                                       .has_high = true,
                                                       .high_open = range->half_open};
}

static void add_bound(Growing *g, Operator op, Value value) {
    bool upper = op == OP_LESS || op == OP_LESS_EQUAL, open = op == OP_LESS || op == OP_GREATER;
    *vec_push(g->c->arena, &g->intervals) = (Interval){.low = value,
                                                       .high = value,
                                                       .has_low = !upper,
                                                       .has_high = upper,
                                                       .low_open = open,
                                                       .high_open = open};
}

static void add_item(Growing *g, const Expr *item) {
    if (item->kind == EXPR_MISSING)
        g->missing = true;
    else if (item->kind == EXPR_NOT_APPLICABLE)
        g->not_applicable = true;
    else if (item->kind == EXPR_RANGE)
        add_range(g, item);
    else
        add_value(g, constant_of(g->c, item, g->type));
}

static void add_items(Growing *g, Expr *const *items, size_t count) {
    for (size_t i = 0; i < count; i++) add_item(g, items[i]);
}

static bool is_bound(const CellTest *test) {
    return test->compares && test->op != OP_EQUAL && test->op != OP_NOT_EQUAL;
}

/* One test of a cell; what `not` leaves are the other known values. */
static CellCode test_set(const Compiler *c, Type type, const CellTest *test) {
    Growing g = growing(c, type);
    bool negated = test->negated != (test->compares && test->op == OP_NOT_EQUAL);
    if (is_bound(test))
        add_bound(&g, test->op, constant_of(c, test->value, type));
    else if (test->negated && test->value->kind == EXPR_LIST)
        add_items(&g, test->value->items.at, test->value->items.len);
    else
        add_item(&g, test->value);
    CellCode set = grown(&g);
    return negated ? set_negated(c->arena, &set, g.member_count) : set;
}

CellCode compile_items(const Compiler *c, Type type, Expr *const *items, size_t count) {
    Growing g = growing(c, type);
    add_items(&g, items, count);
    return grown(&g);
}

CellCode compile_cell(const Compiler *c, Type type, const Cell *cell) {
    if (cell->kind != CELL_TESTS) return (CellCode){.kind = SET_ANY};
    if (cell->tests.len == 1) return test_set(c, type, &cell->tests.at[0]);
    Growing g = growing(c, type);
    for (size_t i = 0; i < cell->tests.len; i++) {
        CellCode set = test_set(c, type, &cell->tests.at[i]);
        add_set(&g, &set);
        g.missing |= set.missing;
        g.not_applicable |= set.not_applicable;
    }
    return grown(&g);
}
