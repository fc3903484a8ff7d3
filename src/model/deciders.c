/* Who decides: a body, an office or a person, or several of them joined by `and`, `then` and `2 of (...)`.
 * And who else is named by an authority: those who recommend, are consulted, are informed. */
#include "model/check.h"
#include "syntax/syntax.h"

/* What one joint decision may ask: the record of a motion has to hold all of them. */
enum { DECIDERS_MOST = 50 };

#define WHO_KINDS (KIND(ROLE) | KIND(OFFICE) | KIND(BODY))

static const Text WHO_NEEDED = TEXT_ROW("roles, offices or bodies");

/* --- one of them ---------------------------------------------------------------------------------------- */

static bool names_decider(Checker *c, const Expr *expr) {
    const Symbol *symbol =
        expr->kind == EXPR_PATH ? map_get(&c->model->globals, expr->parts.at[0].text) : NULL;
    return symbol && expr->parts.len == 1 && (symbol->kind == SYMBOL_BODY || symbol->kind == SYMBOL_OFFICE);
}

/* A body or an office by its name, or a value that is one of these or a person. */
static bool check_one(Checker *c, Scope *scope, Expr *expr) {
    Type decider = type_of(TYPE_DECIDER);
    bool value = expr->kind == EXPR_LOOKUP || expr->kind == EXPR_FIRST;
    if (expr->kind == EXPR_PATH && !names_decider(c, expr))
        value = try_path(c, scope, expr, decider) || names_person(c, scope, expr, decider);
    if (value) return check_value(c, scope, expr, decider);
    return check_decider(c, scope, expr, KIND(BODY) | KIND(OFFICE));
}

/* --- several -------------------------------------------------------------------------------------------- */

typedef VEC(const Expr *) Leaves;

static Text as_written(Checker *c, const Expr *expr) {
    Buf buf = buf_new(c->arena);
    expr_write(&buf, expr);
    return buf_done(&buf);
}

static bool new_among(Checker *c, Leaves *leaves, const Expr *expr) {
    Text written = as_written(c, expr);
    for (size_t i = 0; i < leaves->len; i++) {
        if (!text_equal(as_written(c, leaves->at[i]), written)) continue;
        REPORT(c, NAMED_TWICE, expr->at, written)->other = leaves->at[i]->at;
        return false;
    }
    *vec_push(c->arena, leaves) = expr;
    return true;
}

/* The offices or bodies between which `or` stands: 1 of (cfo, ceo). */
static bool refuse_or(Checker *c, const Expr *expr) {
    Text one = as_written(c, expr->left), other = as_written(c, expr->right);
    diagnose(c->out, DIAG_DECIDERS_OR, expr->at, 0, NULL)->mend = text_format(
        c->arena, "where one of them is enough, write: 1 of (%.*s, %.*s)", TEXT_ARG(one), TEXT_ARG(other));
    return false;
}

static bool check_number(Checker *c, const Expr *some) {
    int64_t needed;
    if (some->left->kind != EXPR_LITERAL) return false; /* the parser has said why */
    Number number = some->left->value.number;
    Text of = text_format(c->arena, "%zu", (size_t)some->items.len);
    if (number_to_int(number, &needed) && needed >= 1 && (size_t)needed <= some->items.len) return true;
    REPORT(c, SOME_OF_DECIDERS, some->at, number_text(c->arena, number), of);
    return false;
}

static bool check_part(Checker *c, Scope *scope, Expr *expr, Leaves *leaves) {
    bool good = true;
    if (expr->kind == EXPR_BINARY && expr->op == OP_OR) return refuse_or(c, expr);
    if (!expr_is_joint(expr)) return check_one(c, scope, expr) && new_among(c, leaves, expr);
    if (expr->kind == EXPR_SOME) {
        good = check_number(c, expr);
        for (size_t i = 0; i < expr->items.len; i++) good &= check_part(c, scope, expr->items.at[i], leaves);
    } else {
        good = check_part(c, scope, expr->left, leaves);
        good &= check_part(c, scope, expr->right, leaves);
    }
    expr->type = type_of(good ? TYPE_DECIDER : TYPE_NONE);
    return good;
}

bool check_deciders(Checker *c, Scope *scope, Expr *expr) {
    Leaves leaves = {0};
    bool good = check_part(c, scope, expr, &leaves);
    if (leaves.len <= DECIDERS_MOST) return good;
    REPORT(c, MANY_DECIDERS, expr->at, text_format(c->arena, "%d", DECIDERS_MOST));
    return false;
}

/* --- those who are named and do not decide -------------------------------------------------------------- */

void check_who(Checker *c, Scope *scope, const Cell *cell) {
    Leaves leaves = {0};
    if (cell->kind != CELL_TESTS) REPORT(c, CELL_NEEDS, cell->at, WHO_NEEDED);
    for (size_t i = 0; i < cell->tests.len; i++) {
        const CellTest *test = &cell->tests.at[i];
        if (test->negated || test->compares || !test->value)
            REPORT(c, CELL_NEEDS, test->at, WHO_NEEDED);
        else if (check_decider(c, scope, test->value, WHO_KINDS))
            new_among(c, &leaves, test->value);
    }
}
