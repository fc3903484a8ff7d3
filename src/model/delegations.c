/* Delegations: whose authority can be given to whom, within which bounds, and for how long. */
#include "model/check.h"

/* Whom it can be given to: other offices, and roles. */
static void check_delegates(Checker *c, const Clause *clause, const Symbol *from) {
    for (size_t i = 0; clause && i < clause->names.len; i++) {
        const Symbol *to = find_global(c, clause->names.at[i], KIND(OFFICE) | KIND(ROLE));
        if (to && to == from) REPORT(c, DELEGATED_TO_ITSELF, clause->names.at[i].at, to->name);
    }
}

/* A grant ends with a day. */
static void check_lasting(Checker *c, const Clause *clause) {
    const PhraseArg *arg = clause && clause->phrase.args.len ? &clause->phrase.args.at[0] : NULL;
    if (!arg) return;
    check_days(c, arg->duration, TEXT("a delegation"), arg->at);
    if (arg->duration.amount < 1) REPORT(c, COUNT_NEEDED, arg->at, TEXT("0"));
}

void check_delegation(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *by = decl_setting(decl, SETTING_DELEGATED_BY);
    symbol->parent = find_group(c, decl->of, decl_called(c, decl), decl_place(decl));
    Scope scope = {.group = symbol->parent};
    const Symbol *from =
        by && by->names.len ? find_global(c, by->names.at[0], KIND(BODY) | KIND(OFFICE)) : NULL;
    check_delegates(c, decl_setting(decl, SETTING_DELEGATED_TO), from);
    check_lasting(c, decl_setting(decl, SETTING_LASTS));
    check_as_of(c, &scope, decl);
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == SETTING_DELEGATED_WHEN && decl->clauses.at[i].expr)
            check_condition(c, &scope, decl->clauses.at[i].expr);
}
