/* What the charter watches: metrics and the triggers that open cases. */
#include "model/check.h"

/* --- metrics -------------------------------------------------------------------------------------------- */

/* Of a group of facts each case has its own measurements; of no group it is the organisation's. */
void declare_metric(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    if (!text_empty(decl->of.text)) symbol->parent = find_group(c, decl->of, (Text){0}, decl->of.at);
    if (decl->type)
        symbol->type = read_type(c, decl->type);
    else if (!decl->broken)
        REPORT(c, PART_NEEDED, decl_place(decl), decl_called(c, decl), TEXT("a type, such as : percent"));
}

static bool is_measurable(Type type) {
    return type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_YES_NO ||
           type.kind == TYPE_ENUM || type.kind == TYPE_NONE;
}

/* A target is tested as a cell of a table below the metric's name would be. */
static void check_target(Checker *c, const Symbol *metric, const Cell *cell) {
    Expr head = {.kind = EXPR_PATH, .at = metric->at, .symbol = (Symbol *)metric, .type = metric->type};
    *vec_push(c->arena, &head.parts) = (Name){metric->name, metric->at};
    if (cell->kind == CELL_TESTS)
        check_cell(c, cell, &head);
    else
        REPORT(c, CELL_NEEDS, cell->at, TEXT("what is aimed at, such as >= 99%"));
}

void check_metric(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *target = decl_setting(decl, SETTING_TARGET);
    if (!is_measurable(symbol->type))
        REPORT(c, WRONG_TYPE, decl->type->at, type_called(c, symbol->type),
               TEXT("a number, an amount of money, yes_no or an enum"));
    else if (target && target->cell && type_known(symbol->type))
        check_target(c, symbol, target->cell);
}

/* --- what a trigger fires on ---------------------------------------------------------------------------- */

void check_count(Checker *c, const PhraseArg *arg) {
    int64_t count;
    if (!number_to_int(arg->number, &count) || count < 1)
        REPORT(c, COUNT_NEEDED, arg->at, number_text(c->arena, arg->number));
}

/* The group of the trigger, where what it fires on is of a case. */
static const Symbol *need_group(Checker *c, Symbol *trigger) {
    const Decl *decl = trigger->decl;
    if (!trigger->parent) trigger->parent = find_group(c, decl->of, decl_called(c, decl), decl_place(decl));
    return trigger->parent;
}

static void check_misses(Checker *c, Symbol *trigger, const Phrase *phrase) {
    const Name *name = &phrase->args.at[0].name;
    const Symbol *metric = find_global(c, *name, KIND(METRIC));
    if (phrase->id == PHRASE_WHEN_MISSES_LONG) check_count(c, &phrase->args.at[1]);
    if (!metric) return;
    if (!decl_says(metric->decl, SETTING_TARGET))
        REPORT(c, TARGET_NEEDED, name->at, name->text)->other = metric->at;
    const Symbol *group = metric->parent ? need_group(c, trigger) : NULL;
    if (group && group != metric->parent)
        REPORT(c, OTHER_GROUP, name->at, name->text, metric->parent->name, group->name);
}

static void check_cases(Checker *c, const Phrase *phrase) {
    check_count(c, &phrase->args.at[0]);
    if (c->model->ast->workflows.len) find_global(c, phrase->args.at[1].name, KIND(WORKFLOW));
    check_days(c, phrase->args.at[2].duration, TEXT("the time in which cases are counted"),
               phrase->args.at[2].at);
}

static void check_when(Checker *c, Symbol *trigger, const Clause *clause) {
    switch (clause->phrase.id) {
    case PHRASE_WHEN_MISSES:
    case PHRASE_WHEN_MISSES_LONG:
        check_misses(c, trigger, &clause->phrase);
        break;
    case PHRASE_WHEN_CHANGED:
        if (need_group(c, trigger))
            find_inner(c, trigger->parent, clause->phrase.args.at[0].name, KIND(FACT));
        break;
    case PHRASE_WHEN_CASES:
        check_cases(c, &clause->phrase);
        break;
    default:
        if (clause->expr && need_group(c, trigger))
            check_condition(c, &(Scope){.group = trigger->parent}, clause->expr);
    }
}

static void check_on(Checker *c, const Clause *clause) {
    const Clause *in_force = c->model->charter ? decl_setting(c->model->charter, SETTING_IN_FORCE) : NULL;
    if (!in_force || clause->from == DATE_NONE || in_force->from == DATE_NONE) return;
    bool after = in_force->until != DATE_NONE && clause->from >= in_force->until;
    if (clause->from < in_force->from || after)
        REPORT(c, DAY_NOT_IN_FORCE, clause->at, date_text(c->arena, clause->from));
}

static void check_firing(Checker *c, Symbol *trigger, const Clause *clause) {
    if (clause->setting == SETTING_TRIGGER_WHEN) check_when(c, trigger, clause);
    if (clause->setting == SETTING_TRIGGER_ON) check_on(c, clause);
    if (clause->setting == SETTING_RESTS && clause->phrase.args.len)
        check_days(c, clause->phrase.args.at[0].duration, TEXT("the rest of a trigger"), clause->phrase.at);
    if (clause->setting == SETTING_OPENS && clause->names.len && c->model->ast->workflows.len)
        find_global(c, clause->names.at[0], KIND(WORKFLOW));
    if (clause->setting == SETTING_BECAUSE && text_empty(text_trim(clause->text)))
        REPORT(c, EMPTY_TEXT, clause->at, setting_row(clause->setting)->word);
}

void check_trigger(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    if (!text_empty(decl->of.text)) symbol->parent = find_group(c, decl->of, (Text){0}, decl->of.at);
    for (size_t i = 0; i < decl->clauses.len; i++) check_firing(c, symbol, &decl->clauses.at[i]);
    check_dated(c, &(Scope){.group = symbol->parent, .groupless = !symbol->parent}, decl);
    bool fires = decl_says(decl, SETTING_TRIGGER_WHEN) || decl_says(decl, SETTING_TRIGGER_ON) ||
                 decl_says(decl, SETTING_TRIGGER_EVERY);
    if (!fires && !decl->lossy) REPORT(c, TRIGGER_IDLE, decl_place(decl), decl_called(c, decl));
}
