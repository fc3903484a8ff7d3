/* Tests: examples that must come out. */
#include "model/check.h"
#include "syntax/syntax.h"

bool symbol_can_be_given(SymbolKind kind) {
    return kind == SYMBOL_FACT || kind == SYMBOL_CRITERION || kind == SYMBOL_ITEM || kind == SYMBOL_REVIEW ||
           kind == SYMBOL_REVIEW_FACT || kind == SYMBOL_METRIC || kind == SYMBOL_TOTAL ||
           kind == SYMBOL_CASE_INPUT || kind == SYMBOL_DAY;
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

/* Nobody has said what it is, or somebody that it does not apply: no value that would have to be one. */
static bool is_no_value(Checker *c, const Clause *clause, const Symbol *symbol) {
    Expr *given = clause->expr;
    bool applies = given->kind == EXPR_NOT_APPLICABLE && !symbol->type.may_not_apply;
    if (given->kind != EXPR_MISSING && given->kind != EXPR_NOT_APPLICABLE) return false;
    given->type = symbol->type;
    if (applies) REPORT(c, ALWAYS_APPLIES, given->at, expr_written(c->arena, clause->target));
    return true;
}

static void check_given_fact(Checker *c, Scope *scope, const Clause *clause) {
    const Symbol *symbol = clause->target->symbol;
    if (!symbol_can_be_given(symbol->kind))
        REPORT(c, NOT_GIVEN, clause->target->at, symbol->path, symbol_what(symbol->kind));
    else if (!is_no_value(c, clause, symbol) &&
             check_constant_in(c, scope, clause->expr, given_type(symbol, clause->expr)) &&
             symbol->kind == SYMBOL_CRITERION)
        check_scores(c, symbol, clause->expr);
}

/* What a row of a register holds: its key is written out, as its value is. */
static void check_given_row(Checker *c, Scope *scope, const Clause *clause) {
    const Expr *row = clause->target->index;
    for (size_t i = 0; i < row->items.len; i++) {
        Expr *key = row->items.at[i];
        if (!check_constant_in(c, scope, key, key->type)) return;
    }
    clause->expr->type = clause->target->type;
    if (!is_no_value(c, clause, clause->target->symbol))
        check_constant_in(c, scope, clause->expr, clause->target->type);
}

static void check_given(Checker *c, const Clause *clause, TextVec *people) {
    Scope scope = {.people = people}, constants = {.people = people, .constants = true};
    if (!clause->target || !clause->expr) return;
    check_stated_text(c, clause->expr);
    if (!type_known(check_expr(c, &scope, clause->target, type_of(TYPE_NONE)))) return;
    if (clause->target->kind == EXPR_LOOKUP)
        check_given_row(c, &constants, clause);
    else
        check_given_fact(c, &constants, clause);
}

static void check_expected_row(Checker *c, const Scope *scope, Name row) {
    const Symbol *table = NULL;
    size_t tables = 0;
    for (size_t i = 0; i < scope->reads.len; i++) {
        if (scope->reads.at[i]->kind != SYMBOL_TABLE && scope->reads.at[i]->kind != SYMBOL_AUTHORITY)
            continue;
        table = scope->reads.at[i];
        tables++;
    }
    if (tables == 1)
        find_inner(c, table, row, KIND(ROW));
    else
        REPORT(c, ROW_OF_TABLE, row.at, row.text);
}

static void check_expect(Checker *c, const Clause *clause, TextVec *people) {
    Scope scope = {.people = people};
    if (!clause->expr) return;
    check_condition(c, &scope, clause->expr);
    if (!text_empty(clause->row.text) && clause->expr->type.kind == TYPE_YES_NO)
        check_expected_row(c, &scope, clause->row);
}

/* How what is given is told from what else is: a fact's path, a row's field as it is written. */
static Text given_name(Checker *c, const Expr *target) {
    if (target->kind != EXPR_LOOKUP) return target->symbol->path;
    Buf buf = buf_new(c->arena);
    expr_write(&buf, target);
    return buf_done(&buf);
}

static void check_given_once(Checker *c, Map *given, const Clause *clause) {
    if (!clause->target || !clause->target->symbol) return;
    Text name = given_name(c, clause->target);
    const Clause *earlier = map_get(given, name);
    if (earlier) REPORT(c, GIVEN_TWICE, clause->at, name)->other = earlier->at;
    map_set(c->arena, given, name, (void *)clause);
}

void check_test(Checker *c, const Decl *decl) {
    Map given = {0};
    TextVec people = {0};
    if (text_empty(decl->title)) REPORT(c, TITLE_NEEDED, decl->word, TEXT("test"));
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_EXPECT) check_expect(c, clause, &people);
        if (clause->setting != SETTING_GIVEN) continue;
        check_given(c, clause, &people);
        check_given_once(c, &given, clause);
    }
}
