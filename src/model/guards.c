/* What must hold: guards before steps, and invariants all along (law P9). */
#include "model/check.h"

/* The group of facts that every workflow with the step is of; NULL when they differ, or there is none. */
static Symbol *guarded_group(Checker *c, Name step, bool *known) {
    Symbol *group = NULL;
    size_t count = 0;
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_WORKFLOW].len; i++) {
        const Symbol *workflow = c->model->of_kind[SYMBOL_WORKFLOW].at[i],
                     *found = map_get(&workflow->inner, step.text);
        if (!found) continue;
        note_use(c, step.at, found);
        group = count++ == 0 || group == workflow->parent ? workflow->parent : NULL;
        *known = true;
    }
    return group;
}

static void unknown_guarded(Checker *c, Name step) {
    TextVec candidates = {0};
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_WORKFLOW].len; i++)
        candidates_of(c, &candidates, &c->model->of_kind[SYMBOL_WORKFLOW].at[i]->inner, KIND(STEP));
    suggest(c, REPORT(c, UNKNOWN_NAME, step.at, step.text, TEXT("a step of a workflow")), step.text,
            &candidates);
}

static void check_requires(Checker *c, Scope *scope, const Decl *decl, SettingId setting) {
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == setting && decl->clauses.at[i].expr)
            check_condition(c, scope, decl->clauses.at[i].expr);
}

void check_guard(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    bool known = false, workflows = c->model->ast->workflows.len > 0;
    Scope scope = {.group = guarded_group(c, decl->before, &known)};
    if (text_empty(decl->before.text) && decl->broken)
        known = true; /* the parser has said why */
    else if (text_empty(decl->before.text))
        REPORT(c, PART_NEEDED, decl_place(decl), decl_called(c, decl), TEXT("before STEP"));
    else if (!known && workflows)
        unknown_guarded(c, decl->before);
    check_dated(c, &scope, decl);
    check_requires(c, &scope, decl, SETTING_REQUIRES);
}

void check_invariant(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    symbol->parent = find_group(c, decl->of, decl_called(c, decl), decl_place(decl));
    Scope scope = {.group = symbol->parent};
    check_dated(c, &scope, decl);
    check_requires(c, &scope, decl, SETTING_INVARIANT_REQUIRES);
}
