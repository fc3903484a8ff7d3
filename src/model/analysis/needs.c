/* What a condition needs to be known: that a review has come to one of some outcomes. */
#include "model/analysis/deciders.h"
#include "model/analysis/flow_net.h"

typedef struct Condition {
    Arena *arena;
    const FlowNet *flow;
    const Model *model;
} Condition;

static void add_needs(const Condition *c, const Expr *expr, bool yes, Needs *needs);

/* --- reviews: ethics in (cleared, monitored), ethics = cleared ------------------------------------------ */

static const ReviewPlaces *places_of(const FlowNet *flow, const Expr *expr) {
    for (size_t i = 0; expr->symbol && i < flow->reviews.len; i++)
        if (flow->reviews.at[i].review == expr->symbol) return &flow->reviews.at[i];
    return NULL;
}

static bool is_among(const Symbol *outcome, Expr *const *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i]->symbol == outcome) return true;
    return false;
}

static bool all_are_outcomes(Expr *const *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!items[i]->symbol || items[i]->symbol->kind != SYMBOL_REVIEW_OUTCOME) return false;
    return true;
}

/* The review has come to one of these outcomes, or (where `among` is false) to another. */
static void need_outcome(const Condition *c, const ReviewPlaces *places, Expr *const *items, size_t count,
                         bool among, Needs *needs) {
    const EnumType *outcomes = places->review->enumeration;
    if (!all_are_outcomes(items, count)) return;
    Places *any = vec_push(c->arena, needs);
    for (uint32_t i = 0; i < outcomes->count; i++) {
        const Symbol *outcome = map_get(&places->review->inner, outcomes->members[i]);
        if (is_among(outcome, items, count) == among) *vec_push(c->arena, any) = places->unheld + 1 + i;
    }
}

/* --- results: advice.outcome = decline ------------------------------------------------------------------ */

static bool may_be(const Condition *c, const Cell *cell, const Symbol *member) {
    Value value = {0};
    const Expr *said = cell->kind == CELL_TESTS && cell->tests.len == 1 ? cell->tests.at[0].value : NULL;
    if (!said || !expr_constant(c->arena, said, &value) || value.kind != TYPE_ENUM) return true;
    return said->symbol == member;
}

static bool exception_may_give(const Condition *c, const Symbol *result, const Symbol *member) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_EXCEPTION].len; i++) {
        const Decl *decl = c->model->of_kind[SYMBOL_EXCEPTION].at[i]->decl;
        for (size_t k = 0; k < decl->clauses.len; k++) {
            const Clause *gives = &decl->clauses.at[k];
            if (gives->setting != SETTING_GIVES || !gives->target || gives->target->symbol != result)
                continue;
            Cell cell = cell_of(c->arena, gives->expr);
            if (may_be(c, &cell, member)) return true;
        }
    }
    return false;
}

static bool table_may_give(const Condition *c, const Symbol *result, const Symbol *member) {
    const Decl *decl = result->parent->decl;
    size_t column = table_column(c->arena, decl->table, result->name);
    if (column == decl->table->columns.len) return true;
    for (size_t i = 0; i < decl->table->rows.len; i++)
        if (may_be(c, &decl->table->rows.at[i].cells.at[column], member)) return true;
    return exception_may_give(c, result, member);
}

/* A result that no row gives can never be needed. */
static void need_result(const Condition *c, const Expr *result, const Expr *member, bool equal,
                        Needs *needs) {
    const Symbol *symbol = result->symbol;
    bool of_table = symbol && symbol->kind == SYMBOL_RESULT && symbol->type.kind == TYPE_ENUM &&
                    symbol->parent->kind == SYMBOL_TABLE && symbol->parent->decl->table;
    if (!equal || !of_table || !member->symbol || member->symbol->kind != SYMBOL_MEMBER) return;
    if (policy_collects(table_policy(symbol->parent->decl))) return;
    if (!table_may_give(c, symbol, member->symbol)) vec_push(c->arena, needs);
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static void need_equal(const Condition *c, Expr *left, Expr *right, bool equal, Needs *needs) {
    const ReviewPlaces *places = places_of(c->flow, left);
    if (places)
        need_outcome(c, places, &right, 1, equal, needs);
    else
        need_result(c, left, right, equal, needs);
}

static void need_both(const Condition *c, const Expr *expr, bool yes, Needs *needs) {
    add_needs(c, expr->left, yes, needs);
    add_needs(c, expr->right, yes, needs);
}

/* Either side does: each need of one with each of the other. */
static void need_either(const Condition *c, const Expr *expr, bool yes, Needs *needs) {
    Needs left = {0}, right = {0};
    add_needs(c, expr->left, yes, &left);
    add_needs(c, expr->right, yes, &right);
    for (size_t i = 0; i < left.len; i++)
        for (size_t k = 0; k < right.len; k++) {
            Places *any = vec_push(c->arena, needs);
            for (size_t p = 0; p < left.at[i].len; p++) *vec_push(c->arena, any) = left.at[i].at[p];
            for (size_t p = 0; p < right.at[k].len; p++) *vec_push(c->arena, any) = right.at[k].at[p];
        }
}

static void add_binary(const Condition *c, const Expr *expr, bool yes, Needs *needs) {
    switch (expr->op) {
    case OP_AND:
        (yes ? need_both : need_either)(c, expr, yes, needs);
        break;
    case OP_OR:
        (yes ? need_either : need_both)(c, expr, yes, needs);
        break;
    case OP_EQUAL:
    case OP_NOT_EQUAL:
        need_equal(c, expr->left, expr->right, (expr->op == OP_EQUAL) == yes, needs);
        break;
    default:
        break; /* says nothing of reviews */
    }
}

static void add_needs(const Condition *c, const Expr *expr, bool yes, Needs *needs) {
    const ReviewPlaces *places = expr->kind == EXPR_IN ? places_of(c->flow, expr->left) : NULL;
    if (expr->kind == EXPR_NOT)
        add_needs(c, expr->left, !yes, needs);
    else if (expr->kind == EXPR_BINARY)
        add_binary(c, expr, yes, needs);
    else if (places)
        need_outcome(c, places, expr->items.at, expr->items.len, yes, needs);
}

void needs_of(Arena *arena, const FlowNet *flow, const Model *model, const Expr *condition, bool yes,
              Needs *needs) {
    add_needs(&(Condition){arena, flow, model}, condition, yes, needs);
}
