/* What is dated: the days on which rules hold, and the day as of which they are read. */
#include "model/check.h"
#include <stdlib.h>

/* --- the day as of which rules are read ----------------------------------------------------------------- */

static const Clause *setting_called(const Decl *decl, const char *word) {
    const SettingRow *row = setting_find(decl->kind, text_of(word));
    return row ? decl_setting(decl, row->id) : NULL;
}

const Expr *decl_as_of(const Model *model, const Decl *decl) {
    const Clause *clause = decl ? setting_called(decl, "as_of") : NULL;
    if (clause && clause->expr) return clause->expr;
    bool to_table = decl && decl->kind == DECL_EXCEPTION && decl->symbol && decl->symbol->parent;
    return to_table ? decl_as_of(model, decl->symbol->parent->decl) : model->case_opened;
}

void check_as_of(Checker *c, Scope *scope, const Decl *decl) {
    const Clause *clause = setting_called(decl, "as_of");
    if (!clause || !clause->expr) return;
    bool named = clause->expr->kind == EXPR_PATH;
    Type type = named ? check_expr(c, scope, clause->expr, type_of(TYPE_NONE)) : type_of(TYPE_NONE);
    if (!named || (type_known(type) && type.kind != TYPE_DATE))
        REPORT(c, AS_OF_NO_DAY, clause->expr->at, named ? type_called(c, type) : TEXT("worked out here"));
    if (named) check_always_applies(c, clause->expr->symbol, clause->expr->at);
}

/* --- the days on which rules hold ----------------------------------------------------------------------- */

bool days_hold(Days days, Date day) {
    return day >= days.from && (days.until == DATE_NONE || day < days.until);
}

Days days_of(const Clause *clause) {
    return (Days){clause->from, clause->until};
}

Days charter_days(const Model *model) {
    const Clause *clause = model->charter ? decl_setting(model->charter, SETTING_IN_FORCE) : NULL;
    return clause ? days_of(clause) : (Days){DATE_NONE, DATE_NONE};
}

const Clause *decl_in_force(const Decl *decl) {
    return setting_called(decl, "in_force");
}

bool days_meet(Days a, Days b) {
    Date from = a.from > b.from ? a.from : b.from;
    return (a.until == DATE_NONE || from < a.until) && (b.until == DATE_NONE || from < b.until);
}

/* A fact may lie before the charter began; the days of a case do not. */
static bool in_charters_days(const Checker *c, const Decl *decl) {
    const Symbol *day = decl_as_of(c->model, decl)->symbol;
    return day && day->kind == SYMBOL_DAY;
}

void check_days_of(Checker *c, const Decl *decl, Days days, Span at) {
    if (days.until != DATE_NONE && days.until <= days.from)
        REPORT(c, ENDS_EARLY, at, date_text(c->arena, days.until), date_text(c->arena, days.from));
    else if (in_charters_days(c, decl) && !days_meet(days, charter_days(c->model)))
        diagnose(c->out, DIAG_NEVER_IN_FORCE, at, 0, NULL);
}

void check_dated(Checker *c, Scope *scope, const Decl *decl) {
    const Clause *clause = decl_in_force(decl);
    check_as_of(c, scope, decl);
    if (clause) check_days_of(c, decl, days_of(clause), clause->at);
}

/* --- the values of a definition ------------------------------------------------------------------------- */

static int compare_starts(const void *a, const void *b) {
    const Clause *one = *(const Clause *const *)a, *two = *(const Clause *const *)b;
    if (one->from != two->from) return one->from < two->from ? -1 : 1;
    return (one->at.start > two->at.start) - (one->at.start < two->at.start);
}

Meanings decl_meanings(Arena *arena, const Decl *decl) {
    Meanings meanings = {0};
    SettingId said = decl->kind == DECL_TOTAL ? SETTING_SUMS : SETTING_MEANS;
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == said && decl->clauses.at[i].expr)
            *vec_push(arena, &meanings) = &decl->clauses.at[i];
    if (meanings.len > 1) qsort(meanings.at, meanings.len, sizeof *meanings.at, compare_starts);
    return meanings;
}
