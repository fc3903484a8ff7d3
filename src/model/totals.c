/* Totals: what a fact, or what is worked out of facts, comes to over many cases. */
#include "model/check.h"
#include "syntax/syntax.h"

void declare_total(Checker *c, Symbol *symbol) {
    symbol->parent = find_group(c, symbol->decl->of, decl_called(c, symbol->decl), decl_place(symbol->decl));
}

/* --- what is added up ----------------------------------------------------------------------------------- */

/* What a case comes to beyond its facts: of others than the one that is decided on it is not asked. */
static bool is_wider(const Symbol *symbol) {
    static const SymbolKinds WIDER = KIND(CRITERION) | KIND(ITEM) | KIND(RESULT) | KIND(REVIEW) |
                                     KIND(REVIEW_FACT) | KIND(METRIC) | KIND(CASE_INPUT) | KIND(TOTAL);
    return symbol && (symbol->wider || WIDER & KIND_BIT(symbol->kind));
}

static void find_wider(void *context, const Expr *expr) {
    const Expr **found = context;
    if ((expr->kind == EXPR_PATH || expr->kind == EXPR_WORDS) && is_wider(expr->symbol)) *found = expr;
    expr_each_child(expr, find_wider, found);
}

const Expr *expr_wider(const Expr *expr) {
    const Expr *found = NULL;
    find_wider(&found, expr);
    return found;
}

static void check_sums(Checker *c, const Symbol *total, const Expr *sums) {
    const Expr *wider = expr_wider(sums);
    const Symbol *personal = expr_personal(sums);
    bool adds = type_is_numeric(total->type) || total->type.kind == TYPE_MONEY;
    if (!one_currency(c, sums, total->type)) return;
    if (type_known(total->type) && !adds)
        REPORT(c, WRONG_TYPE, sums->at, type_called(c, total->type), TEXT("a number or an amount of money"));
    if (personal) REPORT(c, PERSONAL_RESULT, sums->at, personal->name);
    if (!wider) return;
    bool defined = wider->symbol->kind == SYMBOL_DEFINITION;
    REPORT(c, SUMS_BEYOND, wider->at, expr_words(c->arena, wider),
           defined ? TEXT("made of more than facts") : symbol_what(wider->symbol->kind));
}

/* --- which cases ---------------------------------------------------------------------------------------- */

static void check_key(Checker *c, Name name, const Symbol *group) {
    const Symbol *fact = find_inner(c, group, name, KIND(FACT));
    if (!fact) return;
    if (fact->personal) REPORT(c, TOTAL_KEY, name.at, name.text, TEXT("personal"));
    check_always_applies(c, fact, name.at);
    if (fact->type.kind == TYPE_LIST || type_any_currency(fact->type))
        REPORT(c, TOTAL_KEY, name.at, name.text, type_called(c, fact->type));
}

static void check_span(Checker *c, const PhraseArg *span) {
    bool calendar = span->duration.unit != UNIT_HOURS && span->duration.unit != UNIT_WORKING_DAYS;
    Buf buf = buf_new(c->arena);
    unit_write(&buf, span->duration.unit, false);
    if (!calendar)
        REPORT(c, TOTAL_SPAN, span->at, buf_done(&buf));
    else if (span->duration.amount < 1)
        REPORT(c, COUNT_NEEDED, span->at, text_format(c->arena, "%lld", (long long)span->duration.amount));
}

/* Every outcome with which a case of the group can end. */
static void outcomes_of(Checker *c, const Symbol *group, TextVec *outcomes) {
    for (size_t w = 0; w < c->model->of_kind[SYMBOL_WORKFLOW].len; w++) {
        const Symbol *workflow = c->model->of_kind[SYMBOL_WORKFLOW].at[w];
        for (size_t i = 0; workflow->parent == group && i < workflow->workflow->steps.len; i++)
            if (workflow->workflow->steps.at[i]->kind == STEP_END)
                *vec_push(c->arena, outcomes) = workflow->workflow->steps.at[i]->subject.text;
    }
}

static bool is_among(Text name, const TextVec *names) {
    for (size_t i = 0; i < names->len; i++)
        if (text_equal(names->at[i], name)) return true;
    return false;
}

/* Where the rules are read without their workflows, nobody knows how a case can end. */
static void check_counting(Checker *c, const Symbol *total, const Clause *counting) {
    TextVec states = {0}, seen = {0};
    outcomes_of(c, total->parent, &states);
    bool known = states.len > 0;
    *vec_push(c->arena, &states) = TEXT("pending");
    *vec_push(c->arena, &states) = TEXT("this");
    for (size_t i = 0; i < counting->names.len; i++) {
        Name name = counting->names.at[i];
        if (known && !is_among(name.text, &states))
            suggest(c, REPORT(c, NOT_COUNTED, name.at, name.text, total->parent->name), name.text, &states);
        if (is_among(name.text, &seen)) REPORT(c, SETTING_TWICE, name.at, name.text);
        *vec_push(c->arena, &seen) = name.text;
    }
}

void check_total(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *sums = decl_setting(decl, SETTING_SUMS), *over = decl_setting(decl, SETTING_OVER),
                 *counting = decl_setting(decl, SETTING_COUNTING);
    Scope scope = {.group = symbol->parent};
    if (!symbol->parent) return;
    if (sums) symbol->type = check_expr(c, &scope, sums->expr, type_of(TYPE_NONE));
    if (sums && sums->expr) check_sums(c, symbol, sums->expr);
    if (sums) check_applies(c, sums->expr, NULL);
    note_reads(c, symbol, &scope);
    if (!text_empty(decl->for_each.text)) check_key(c, decl->for_each, symbol->parent);
    if (over && over->phrase.args.len) check_span(c, &over->phrase.args.at[0]);
    if (counting) check_counting(c, symbol, counting);
}
