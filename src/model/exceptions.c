/* Exceptions to tables and authorities: what holds instead of the row's results, and when. */
#include "model/check.h"

static void check_gives(Checker *c, Scope *scope, const Symbol *exception, const Clause *clause) {
    Expr *name = clause->target;
    const Symbol *table = exception->parent;
    if (!name || !clause->expr) return; /* the parser has said why */
    if (name->kind != EXPR_PATH || name->parts.len != 1 || name->index) {
        REPORT(c, OUTPUT_NAME, name->at, expr_words(c->arena, name));
        return;
    }
    name->symbol = find_inner(c, table, name->parts.at[0], KIND(RESULT));
    if (!name->symbol) return;
    name->type = name->symbol->type;
    Cell cell = cell_of(c->arena, clause->expr);
    if (cell.kind == CELL_ANY && table->kind != SYMBOL_AUTHORITY) {
        if (!name->symbol->optional) REPORT(c, RESULT_NOT_LEFT_OUT, clause->expr->at, name->symbol->name);
    } else if (table->kind == SYMBOL_AUTHORITY) {
        check_authority_result(c, scope, name->symbol->name, &cell);
    } else if (type_known(name->type) && check_value(c, scope, clause->expr, name->type)) {
        check_missing_said(c, clause->expr);
    }
    check_applies(c, clause->expr, exception->decl->when);
}

static void check_given_once(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len; i++)
        for (size_t k = 0; k < i; k++) {
            const Expr *one = decl->clauses.at[i].target, *earlier = decl->clauses.at[k].target;
            if (one && earlier && one->symbol && one->symbol == earlier->symbol)
                REPORT(c, GIVEN_TWICE, decl->clauses.at[i].at, one->symbol->name)->other =
                    decl->clauses.at[k].at;
        }
}

static bool has_parts(Checker *c, const Decl *decl) {
    if (decl->broken) return false;
    if (text_empty(decl->to.text))
        REPORT(c, PART_NEEDED, decl_place(decl), decl_called(c, decl), TEXT("to TABLE"));
    if (!decl->when) REPORT(c, PART_NEEDED, decl_place(decl), decl_called(c, decl), TEXT("when CONDITION"));
    return !text_empty(decl->to.text) && decl->when;
}

void check_exception(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    if (!has_parts(c, decl)) return;
    symbol->parent = find_global(c, decl->to, KIND(TABLE) | KIND(AUTHORITY));
    if (!symbol->parent) return;
    if (policy_collects(table_policy(symbol->parent->decl))) {
        REPORT(c, EXCEPTION_TO_MANY, decl->to.at, symbol->parent->name);
        return;
    }
    Scope scope = {.group = symbol->parent->parent};
    check_dated(c, &scope, decl);
    check_condition(c, &scope, decl->when);
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == SETTING_GIVES)
            check_gives(c, &scope, symbol, &decl->clauses.at[i]);
    check_given_once(c, decl);
    note_reads(c, symbol->parent, &scope);
}
