/* Delegations: whose authority can be given to whom, and what a question has to be for it. */
#include "program/compile_parts.h"

static WhoList delegates_of(const Compiler *c, const Clause *clause) {
    Who *whos = arena_array(c->arena, Who, clause->names.len);
    for (size_t i = 0; i < clause->names.len; i++)
        whos[i] = who_named(c, clause->names.at[i].text, (Text){0});
    return (WhoList){whos, clause->names.len};
}

static Indexes bounds_of(Compiler *c, const Decl *decl) {
    Indexes bounds = {0};
    day_begin(c, decl);
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == SETTING_DELEGATED_WHEN)
            *vec_push(c->arena, &bounds) = compile_condition(c, decl->clauses.at[i].expr, decl->source);
    return bounds;
}

void compile_delegations(Compiler *c) {
    const Symbol *symbol;
    Delegation *delegations = arena_array(c->arena, Delegation, SYMBOL_COUNT(c, DELEGATION));
    for (EACH_SYMBOL(c, DELEGATION, symbol)) {
        const Decl *decl = symbol->decl;
        Indexes bounds = bounds_of(c, decl);
        Text from = decl_setting(decl, SETTING_DELEGATED_BY)->names.at[0].text;
        delegations[symbol->index] =
            (Delegation){.name = symbol->name,
                         .title = decl->title,
                         .group = (Index)symbol->parent->index,
                         .from = who_named(c, from, (Text){0}),
                         .to = delegates_of(c, decl_setting(decl, SETTING_DELEGATED_TO)),
                         .bounds = bounds.at,
                         .bound_count = bounds.len,
                         .lasts = decl_setting(decl, SETTING_LASTS)->phrase.args.at[0].duration,
                         .where = where_of(c, decl->at, decl->source)};
    }
    c->program->delegations = delegations;
    c->program->delegations_count = SYMBOL_COUNT(c, DELEGATION);
}
