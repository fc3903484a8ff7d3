/* Facts that may not apply (law L4): who needs the value of one has asked before, in the same expression or
 * in a column of the same row, whether there is one. */
#include "model/check.h"
#include "syntax/syntax.h"

/* Where an expression is read. */
typedef struct Reading {
    Checker *c;
    const Table *table; /* whose row is read; NULL */
    const TableRow *row;
} Reading;

/* How what is asked about is told from other things: a fact's path, a row's field as it is written. */
static Text called(Checker *c, const Expr *expr) {
    return expr->kind == EXPR_LOOKUP ? expr_written(c->arena, expr) : expr->symbol->path;
}

static bool may_not_apply(const Expr *expr) {
    return expr->symbol && (expr->kind == EXPR_PATH || expr->kind == EXPR_LOOKUP) && expr->type.may_not_apply;
}

static bool is_among(const TextVec *names, Text name) {
    for (size_t i = 0; i < names->len; i++)
        if (text_equal(names->at[i], name)) return true;
    return false;
}

/* --- what applies where a condition is yes, or no ------------------------------------------------------- */

static TextVec applying(Checker *c, const Expr *condition, bool yes);

static TextVec of_either(Checker *c, const TextVec *left, const TextVec *right) {
    TextVec all = {0};
    for (size_t i = 0; i < left->len; i++) *vec_push(c->arena, &all) = left->at[i];
    for (size_t i = 0; i < right->len; i++) *vec_push(c->arena, &all) = right->at[i];
    return all;
}

static TextVec of_both(Checker *c, const TextVec *left, const TextVec *right) {
    TextVec common = {0};
    for (size_t i = 0; i < left->len; i++)
        if (is_among(right, left->at[i])) *vec_push(c->arena, &common) = left->at[i];
    return common;
}

static TextVec of_question(Checker *c, const Expr *asked, bool applies) {
    TextVec names = {0};
    if (applies && may_not_apply(asked)) *vec_push(c->arena, &names) = called(c, asked);
    return names;
}

static TextVec applying(Checker *c, const Expr *condition, bool yes) {
    const Expr *asked = expr_asked(condition, EXPR_NOT_APPLICABLE);
    if (asked) return of_question(c, asked, (condition->op == OP_NOT_EQUAL) == yes);
    if (condition->kind == EXPR_NOT) return applying(c, condition->left, !yes);
    if (condition->kind != EXPR_BINARY || (condition->op != OP_AND && condition->op != OP_OR))
        return (TextVec){0};
    TextVec left = applying(c, condition->left, yes), right = applying(c, condition->right, yes);
    return ((condition->op == OP_AND) == yes ? of_either : of_both)(c, &left, &right);
}

/* --- in a row ------------------------------------------------------------------------------------------- */

/* Cells of every kind but `-`, `otherwise` and `not applicable` take only what applies. */
static bool takes_what_does_not(const Cell *cell) {
    bool takes = cell->kind != CELL_TESTS;
    for (size_t i = 0; i < cell->tests.len; i++) {
        const CellTest *test = &cell->tests.at[i];
        takes |= !test->value || (test->value->kind == EXPR_NOT_APPLICABLE && !test->negated);
    }
    return takes;
}

static bool applies_in_row(const Reading *reading, const Expr *use) {
    for (size_t i = 1; reading->table && i < reading->table->columns.len; i++) {
        const TableColumn *column = &reading->table->columns.at[i];
        if (!column->output && column->head->symbol == use->symbol && use->kind == EXPR_PATH &&
            !takes_what_does_not(&reading->row->cells.at[i]))
            return true;
    }
    return false;
}

/* --- checking ------------------------------------------------------------------------------------------- */

typedef struct Uses {
    const Reading *reading;
    const TextVec *applying;
} Uses;

static void check_use(void *context, const Expr *expr);

static void check_side(const Uses *uses, const Expr *side, const Expr *other, bool decisive) {
    Checker *c = uses->reading->c;
    TextVec more = applying(c, other, !decisive), all = of_either(c, uses->applying, &more);
    check_use(&(Uses){uses->reading, &all}, side);
}

/* Where one side decides, it makes no difference what is wrong with the other. */
static void check_use(void *context, const Expr *expr) {
    Uses *uses = context;
    Checker *c = uses->reading->c;
    const Expr *asked = expr_asked(expr, EXPR_NOT_APPLICABLE);
    if (!asked) asked = expr_asked(expr, EXPR_MISSING);
    if (asked) {
        expr_each_child(asked, check_use, uses);
    } else if (expr->kind == EXPR_BINARY && (expr->op == OP_AND || expr->op == OP_OR)) {
        check_side(uses, expr->left, expr->right, expr->op == OP_OR);
        check_side(uses, expr->right, expr->left, expr->op == OP_OR);
    } else {
        if (may_not_apply(expr) && !is_among(uses->applying, called(c, expr)) &&
            !applies_in_row(uses->reading, expr))
            REPORT(c, MAY_NOT_APPLY, expr->at, called(c, expr));
        expr_each_child(expr, check_use, uses);
    }
}

void check_applies(Checker *c, const Expr *expr, const Expr *when) {
    TextVec known = when ? applying(c, when, true) : (TextVec){0};
    Reading reading = {.c = c};
    if (expr) check_use(&(Uses){&reading, &known}, expr);
}

void check_applies_in_row(Checker *c, const Table *table, const TableRow *row, const Expr *expr) {
    Reading reading = {c, table, row};
    TextVec known = {0};
    check_use(&(Uses){&reading, &known}, expr);
}

/* In quotes it would be a text, and no fact is ever that one: value_parse() reads it as the state. */
void check_stated_text(Checker *c, const Expr *expr) {
    bool text = expr->kind == EXPR_LITERAL && expr->value.kind == TYPE_TEXT;
    if (text && text_is(expr->value.text, "not applicable"))
        REPORT(c, NOT_APPLICABLE_TEXT, expr->at, (Text){0});
}

bool check_always_applies(Checker *c, const Symbol *symbol, Span at) {
    if (!symbol || !symbol->type.may_not_apply) return true;
    REPORT(c, MAY_NOT_APPLY, at, symbol->path)->mend = TEXT("name one that always applies");
    return false;
}
