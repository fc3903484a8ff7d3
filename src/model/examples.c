/* Tests: examples that must come out. */
#include "model/check.h"

static bool can_be_given(SymbolKind kind) {
    return kind == SYMBOL_FACT || kind == SYMBOL_CRITERION || kind == SYMBOL_REVIEW ||
           kind == SYMBOL_CASE_INPUT;
}

/* A criterion may be given as one score or as the scores of several people. */
static Type given_type(const Symbol *symbol, const Expr *value) {
    Type type = symbol->type;
    if (symbol->kind != SYMBOL_CRITERION || value->kind != EXPR_LIST) return type;
    type.element = type.kind;
    type.kind = TYPE_LIST;
    return type;
}

static void check_score(Checker *c, const Symbol *criterion, const Expr *expr) {
    const Clause *scale = decl_setting(criterion->decl, SETTING_SCALE);
    Value score = {0};
    if (!scale || scale->phrase.args.len == 0 || !expr_constant(c->arena, expr, &score)) return;
    const PhraseArg *ends = &scale->phrase.args.at[0];
    if (number_compare(score.number, ends->low) >= 0 && number_compare(score.number, ends->high) <= 0) return;
    REPORT(c, OFF_SCALE, expr->at, number_text(c->arena, score.number), number_text(c->arena, ends->low),
           number_text(c->arena, ends->high), criterion->parent->name);
}

static void check_scores(Checker *c, const Symbol *criterion, const Expr *value) {
    if (value->kind != EXPR_LIST) check_score(c, criterion, value);
    for (size_t i = 0; value->kind == EXPR_LIST && i < value->items.len; i++)
        if (value->items.at[i]->kind != EXPR_MISSING) check_score(c, criterion, value->items.at[i]);
}

static void check_given(Checker *c, const Clause *clause) {
    Scope scope = {0};
    if (!clause->target || !clause->expr) return;
    clause->target->type = check_expr(c, &scope, clause->target, type_of(TYPE_NONE));
    if (!type_known(clause->target->type)) return;
    const Symbol *symbol = clause->target->symbol;
    if (!can_be_given(symbol->kind))
        REPORT(c, NOT_GIVEN, clause->target->at, symbol->path, symbol_what(symbol->kind));
    else if (clause->expr->kind == EXPR_MISSING)
        clause->expr->type = symbol->type;
    else if (check_constant(c, clause->expr, given_type(symbol, clause->expr)) &&
             symbol->kind == SYMBOL_CRITERION)
        check_scores(c, symbol, clause->expr);
}

static void check_expected_row(Checker *c, const Scope *scope, Name row) {
    const Symbol *table = NULL;
    size_t tables = 0;
    for (size_t i = 0; i < scope->reads.len; i++) {
        if (scope->reads.at[i]->kind == SYMBOL_SCORECARD) continue;
        table = scope->reads.at[i];
        tables++;
    }
    if (tables == 1)
        find_inner(c, table, row, KIND(ROW));
    else
        REPORT(c, ROW_OF_TABLE, row.at, row.text);
}

static void check_expect(Checker *c, const Clause *clause) {
    Scope scope = {0};
    if (!clause->expr) return;
    check_condition(c, &scope, clause->expr);
    if (!text_empty(clause->row.text) && clause->expr->type.kind == TYPE_YES_NO)
        check_expected_row(c, &scope, clause->row);
}

void check_test(Checker *c, const Decl *decl) {
    Map given = {0};
    if (text_empty(decl->title)) REPORT(c, TITLE_NEEDED, decl->word, TEXT("test"));
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_EXPECT) check_expect(c, clause);
        if (clause->setting != SETTING_GIVEN) continue;
        check_given(c, clause);
        if (!clause->target || !clause->target->symbol) continue;
        const Clause *earlier = map_get(&given, clause->target->symbol->path);
        if (earlier) REPORT(c, GIVEN_TWICE, clause->at, clause->target->symbol->path)->other = earlier->at;
        map_set(c->arena, &given, clause->target->symbol->path, (void *)clause);
    }
}
