#include "model/analysis/boxes.h"
#include "syntax/syntax.h"

static BoxVec one_box(const Space *space, Box box) {
    BoxVec boxes = {0};
    *vec_push(space->arena, &boxes) = box;
    return boxes;
}

/* It may hold anywhere. */
static BoxVec anywhere(const Space *space) {
    return one_box(space, (Box){.unsure = true});
}

/* --- axes ----------------------------------------------------------------------------------------------- */

/* What is given can be anything; what rules work out of it may never be what an example says. */
static bool is_given(const Symbol *symbol) {
    switch (symbol->kind) {
    case SYMBOL_DEFINITION:
    case SYMBOL_RESULT:
        return false;
    default:
        return true;
    }
}

/* A fact, or a field of a row: something whose value is one of a domain. */
static bool is_axis(const Expr *expr) {
    bool named = expr->kind == EXPR_PATH || expr->kind == EXPR_WORDS || expr->kind == EXPR_LOOKUP;
    return named && expr->symbol && expr->type.kind != TYPE_LIST && expr->symbol->kind != SYMBOL_MEMBER;
}

uint32_t space_axis(Space *space, const Expr *expr) {
    bool row = expr->kind == EXPR_LOOKUP;
    Text called = row ? expr_written(space->arena, expr) : expr->symbol->path;
    const uint32_t *known = map_get(&space->places, called);
    if (known) {
        space->mixed |= !axis_join(&space->axes.at[*known], expr);
        return *known;
    }
    uint32_t *place = arena_make(space->arena, uint32_t);
    *place = space->axes.len;
    map_set(space->arena, &space->places, called, place);
    axis_begin(vec_push(space->arena, &space->axes), expr);
    return *place;
}

/* --- comparisons ---------------------------------------------------------------------------------------- */

static BoxVec bounded(Space *space, const Expr *fact, const CellTest *tests, size_t count) {
    Box box = {.unsure = !space->opaque && !is_given(fact->symbol)};
    BoxBound *bound = vec_push(space->arena, &box.bounds);
    *bound = (BoxBound){.axis = space_axis(space, fact), .cell = {.kind = CELL_TESTS}};
    for (size_t i = 0; i < count; i++) *vec_push(space->arena, &bound->cell.tests) = tests[i];
    return one_box(space, box);
}

/* 5 < x is x > 5. */
static Operator turned(Operator op) {
    switch (op) {
    case OP_LESS:
        return OP_GREATER;
    case OP_LESS_EQUAL:
        return OP_GREATER_EQUAL;
    case OP_GREATER:
        return OP_LESS;
    case OP_GREATER_EQUAL:
        return OP_LESS_EQUAL;
    default:
        return op;
    }
}

static bool is_tested(const Space *space, const Expr *fact, Expr *against) {
    Value value;
    if (!is_axis(fact)) return false;
    if (against->kind == EXPR_MISSING) return fact->symbol->kind == SYMBOL_FACT && fact->symbol->optional;
    return expr_constant(space->arena, against, &value);
}

/* Of what does not apply somebody has said so: it is not missing. */
static Expr *inapplicable(const Space *space, const Expr *fact) {
    Expr *words = arena_make(space->arena, Expr);
    *words = (Expr){.kind = EXPR_NOT_APPLICABLE, .at = fact->at, .type = fact->type};
    return words;
}

static BoxVec of_comparison(Space *space, const Expr *expr, bool negated) {
    Expr *left = expr->left, *right = expr->right;
    CellTest test = {.at = expr->at, .negated = negated, .op = expr->op};
    if (is_tested(space, right, left)) {
        test.op = turned(expr->op);
        left = expr->right;
        right = expr->left;
    } else if (!is_tested(space, left, right)) {
        return anywhere(space);
    }
    test.value = right;
    bool state = right->kind == EXPR_MISSING || right->kind == EXPR_NOT_APPLICABLE;
    if (state) test.negated = negated != (expr->op == OP_NOT_EQUAL);
    test.compares = expr->op != OP_EQUAL && !state;
    bool not_missing = right->kind == EXPR_MISSING && test.negated && left->type.may_not_apply;
    const CellTest tests[] = {test,
                              {.at = expr->at, .value = not_missing ? inapplicable(space, left) : NULL}};
    return bounded(space, left, tests, not_missing ? 2 : 1);
}

/* In none of the list is not in each of it. */
static BoxVec of_list(Space *space, const Expr *expr, bool negated) {
    CellTest *tests = arena_array(space->arena, CellTest, expr->items.len);
    if (!is_axis(expr->left)) return anywhere(space);
    for (size_t i = 0; i < expr->items.len; i++)
        tests[i] = (CellTest){.at = expr->items.at[i]->at, .negated = negated, .value = expr->items.at[i]};
    if (!negated) return bounded(space, expr->left, tests, expr->items.len);
    BoxVec all = one_box(space, (Box){0});
    for (size_t i = 0; i < expr->items.len; i++) {
        BoxVec one = bounded(space, expr->left, &tests[i], 1);
        all = boxes_in_both(space, &all, &one);
    }
    return all;
}

/* A fact of yes or no that stands for itself. */
static BoxVec of_fact(Space *space, const Expr *expr, bool negated) {
    Expr *no = arena_make(space->arena, Expr);
    *no = (Expr){.kind = EXPR_LITERAL, .at = expr->at, .value = value_yes_no(!negated), .type = expr->type};
    return bounded(space, expr, &(CellTest){.at = expr->at, .value = no}, 1);
}

/* --- and, or, not --------------------------------------------------------------------------------------- */

static void add_bounds(const Space *space, Box *box, const Box *from) {
    for (size_t i = 0; i < from->bounds.len; i++) *vec_push(space->arena, &box->bounds) = from->bounds.at[i];
    box->unsure = box->unsure || from->unsure;
}

/* Where both hold: every box of the one within every box of the other. */
BoxVec boxes_in_both(const Space *space, const BoxVec *left, const BoxVec *right) {
    BoxVec both = {0};
    if ((size_t)left->len * right->len > BOXES_MAX) return anywhere(space);
    for (size_t i = 0; i < left->len; i++)
        for (size_t k = 0; k < right->len; k++) {
            Box *box = vec_push(space->arena, &both);
            *box = (Box){0};
            add_bounds(space, box, &left->at[i]);
            add_bounds(space, box, &right->at[k]);
        }
    return both;
}

static BoxVec sum(const Space *space, const BoxVec *left, const BoxVec *right) {
    BoxVec either = {0};
    if (left->len + right->len > BOXES_MAX) return anywhere(space);
    for (size_t i = 0; i < left->len; i++) *vec_push(space->arena, &either) = left->at[i];
    for (size_t i = 0; i < right->len; i++) *vec_push(space->arena, &either) = right->at[i];
    return either;
}

static BoxVec of_condition(Space *space, const Expr *expr, bool negated);

static BoxVec of_binary(Space *space, const Expr *expr, bool negated) {
    if (expr->op != OP_AND && expr->op != OP_OR) return of_comparison(space, expr, negated);
    BoxVec left = of_condition(space, expr->left, negated), right = of_condition(space, expr->right, negated);
    return (expr->op == OP_AND) != negated ? boxes_in_both(space, &left, &right) : sum(space, &left, &right);
}

/* NULL of a dated definition too, which means different things on different days. */
static const Expr *meaning_of(Space *space, const Expr *expr) {
    const Symbol *symbol = expr->symbol;
    if (space->opaque || !symbol || symbol->kind != SYMBOL_DEFINITION || expr->type.kind != TYPE_YES_NO)
        return NULL;
    Meanings meanings = decl_meanings(space->arena, symbol->decl);
    bool always =
        meanings.len == 1 && meanings.at[0]->from == DATE_NONE && meanings.at[0]->until == DATE_NONE;
    return always ? meanings.at[0]->expr : NULL;
}

/* How deep it is nested is bounded by the parser, and a definition never needs itself; but one may name
 * another twice, and so on: what grows too large is anywhere. */
static BoxVec of_condition(Space *space, const Expr *expr, bool negated) {
    if (space->work++ > BOXES_WORK_MAX) return anywhere(space);
    switch (expr->kind) {
    case EXPR_NOT:
        return of_condition(space, expr->left, !negated);
    case EXPR_BINARY:
        return of_binary(space, expr, negated);
    case EXPR_IN:
        return of_list(space, expr, negated);
    case EXPR_PATH:
    case EXPR_WORDS:
    case EXPR_LOOKUP:
        if (expr->kind == EXPR_PATH && meaning_of(space, expr))
            return of_condition(space, meaning_of(space, expr), negated);
        return is_axis(expr) ? of_fact(space, expr, negated) : anywhere(space);
    default:
        return anywhere(space);
    }
}

BoxVec boxes_of(Space *space, const Expr *condition) {
    return of_condition(space, condition, false);
}

BoxVec boxes_against(Space *space, const Expr *condition) {
    return of_condition(space, condition, true);
}

/* --- a grid of them ------------------------------------------------------------------------------------- */

/* What lies in both, behind the runs that are there. */
static void add_common(Arena *arena, RunVec *runs, CellSet one, CellSet other) {
    for (size_t i = 0, k = 0; i < one.count && k < other.count;) {
        uint32_t from = one.runs[i].from > other.runs[k].from ? one.runs[i].from : other.runs[k].from;
        uint32_t to = one.runs[i].to < other.runs[k].to ? one.runs[i].to : other.runs[k].to;
        if (from < to) *vec_push(arena, runs) = (Run){from, to};
        if (one.runs[i].to < other.runs[k].to)
            i++;
        else
            k++;
    }
}

/* What of an axis lies in a box. */
static CellSet set_in(const Space *space, const Box *box, uint32_t axis) {
    Run *all = arena_make(space->arena, Run);
    *all = (Run){0, space->axes.at[axis].atoms};
    CellSet set = {all, 1};
    for (size_t i = 0; i < box->bounds.len; i++) {
        RunVec taken = {0}, left = {0};
        if (box->bounds.at[i].axis != axis) continue;
        CellSet bound = axis_set(space->arena, &space->axes.at[axis], &box->bounds.at[i].cell, &taken);
        add_common(space->arena, &left, set, bound);
        set = (CellSet){left.at, left.len};
    }
    return set;
}

static void gather(Space *space, const BoxVec *boxes) {
    for (size_t i = 0; i < boxes->len; i++)
        for (size_t k = 0; k < boxes->at[i].bounds.len; k++) {
            const BoxBound *bound = &boxes->at[i].bounds.at[k];
            axis_gather(space->arena, &space->axes.at[bound->axis], &bound->cell);
        }
    for (size_t i = 0; i < space->axes.len; i++) axis_sort(&space->axes.at[i]);
}

const Grid *grid_of_boxes(Space *space, const BoxVec *boxes) {
    Arena *arena = space->arena;
    size_t axes = space->axes.len;
    if (axes > GRID_AXES_MAX) return NULL;
    Grid *grid = arena_make(arena, Grid);
    uint32_t *starts = arena_array(arena, uint32_t, boxes->len * axes + 1), *next = starts;
    uint64_t *tested = arena_array(arena, uint64_t, boxes->len);
    *grid = (Grid){.axes = space->axes.at, .axis_count = axes, .row_count = boxes->len};
    gather(space, boxes);
    for (size_t i = 0; i < boxes->len; i++)
        for (uint32_t axis = 0; axis < axes; axis++) {
            CellSet set = set_in(space, &boxes->at[i], axis);
            bool full = set.count == 1 && set.runs[0].to - set.runs[0].from == space->axes.at[axis].atoms;
            if (!full) tested[i] |= UINT64_C(1) << axis;
            for (size_t r = 0; r < set.count; r++) *vec_push(arena, &grid->runs) = set.runs[r];
            *++next = grid->runs.len;
        }
    grid->starts = starts;
    grid->tested = tested;
    return grid;
}
