/* Names are permanent: what is called otherwise than in an earlier edition says how it was called there, and
 * that name is nobody's any more. */
#include "model/check.h"

static void check_was(Checker *c, const Map *names, Map *olds, Symbol *symbol) {
    Name was = symbol->was;
    if (text_empty(was.text)) return;
    const Symbol *other = map_get(olds, was.text);
    if (map_get(names, was.text)) REPORT(c, WAS_STILL_THERE, was.at, was.text);
    if (other) REPORT(c, WAS_TWICE, was.at, was.text, other->name)->other = other->was.at;
    map_set(c->arena, olds, was.text, symbol);
}

/* What is said of rows, criteria and the like stands in a setting of their declaration. */
static void read_renamed(Checker *c, const Symbol *owner) {
    static const SymbolKinds RENAMED = KIND(ROW) | KIND(RESULT) | KIND(CRITERION) | KIND(ITEM) |
                                       KIND(PRINCIPLE) | KIND(REVIEW_STEP) | KIND(REVIEW_OUTCOME);
    for (size_t i = 0; owner->decl && i < owner->decl->clauses.len; i++) {
        const Clause *clause = &owner->decl->clauses.at[i];
        if (setting_row(clause->setting)->shape != SHAPE_RENAMES) continue;
        for (size_t k = 0; k + 1 < clause->names.len; k += 2) {
            Symbol *symbol = find_inner(c, owner, clause->names.at[k], RENAMED);
            if (symbol) symbol->was = clause->names.at[k + 1];
        }
    }
}

void check_renamed(Checker *c) {
    const Map *globals = &c->model->globals;
    Map olds = {0};
    for (size_t i = 0; i < globals->len; i++) {
        Symbol *symbol = globals->items[i].value;
        Map inner_olds = {0};
        check_was(c, globals, &olds, symbol);
        read_renamed(c, symbol);
        for (size_t k = 0; k < symbol->inner.len; k++)
            check_was(c, &symbol->inner, &inner_olds, symbol->inner.items[k].value);
    }
}
