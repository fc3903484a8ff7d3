/* Guards and invariants. */
#include "program/compile_parts.h"

static Indexes requires_of(Compiler *c, const Decl *decl, SettingId setting) {
    Indexes requires = {0};
    day_begin(c, decl);
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == setting)
            *vec_push(c->arena, &requires) = compile_requirement(c, decl, decl->clauses.at[i].expr);
    return requires;
}

void compile_guards(Compiler *c) {
    const Symbol *symbol;
    Guard *guards = arena_array(c->arena, Guard, SYMBOL_COUNT(c, GUARD));
    for (EACH_SYMBOL(c, GUARD, symbol)) {
        const Decl *decl = symbol->decl;
        Indexes requires = requires_of(c, decl, SETTING_REQUIRES);
        guards[symbol->index] = (Guard){.name = symbol->name,
                                        .before = decl->before.text,
                                        .requires = requires.at,
                                        .count = requires.len,
                                        .where = where_of(c, decl->at, decl->source)};
    }
    c->program->guards = guards;
    c->program->guards_count = SYMBOL_COUNT(c, GUARD);
}

void compile_invariants(Compiler *c) {
    const Symbol *symbol;
    Invariant *invariants = arena_array(c->arena, Invariant, SYMBOL_COUNT(c, INVARIANT));
    for (EACH_SYMBOL(c, INVARIANT, symbol)) {
        const Decl *decl = symbol->decl;
        Indexes requires = requires_of(c, decl, SETTING_INVARIANT_REQUIRES);
        invariants[symbol->index] = (Invariant){.name = symbol->name,
                                                .group = (Index)symbol->parent->index,
                                                .requires = requires.at,
                                                .count = requires.len,
                                                .where = where_of(c, decl->at, decl->source)};
    }
    c->program->invariants = invariants;
    c->program->invariants_count = SYMBOL_COUNT(c, INVARIANT);
}
