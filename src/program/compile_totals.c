#include "program/compile_parts.h"

static void set_counting(const Compiler *c, const Decl *decl, Total *total) {
    const Clause *counting = decl_setting(decl, SETTING_COUNTING);
    Text *outcomes = arena_array(c->arena, Text, counting->names.len);
    for (size_t i = 0; i < counting->names.len; i++) {
        Text name = counting->names.at[i].text;
        if (text_is(name, "this"))
            total->itself = true;
        else if (text_is(name, "pending"))
            total->pending = true;
        else
            outcomes[total->outcome_count++] = name;
    }
    total->outcomes = outcomes;
}

void compile_totals(Compiler *c) {
    const Symbol *symbol;
    Total *totals = arena_array(c->arena, Total, SYMBOL_COUNT(c, TOTAL));
    for (EACH_SYMBOL(c, TOTAL, symbol)) {
        const Decl *decl = symbol->decl;
        const Clause *over = decl_setting(decl, SETTING_OVER);
        const Symbol *each = map_get(&symbol->parent->inner, decl->for_each.text);
        Total *total = &totals[symbol->index];
        *total = (Total){.name = symbol->name,
                         .type = own_type(c, symbol->type),
                         .group = (Index)symbol->parent->index,
                         .slot = slot_read(c, symbol),
                         .each = each ? slot_read(c, each) : NONE,
                         .sums = c->definitions[SYMBOL_COUNT(c, DEFINITION) + symbol->index].unit,
                         .where = where_of(c, decl->at, decl->source)};
        if (over) total->over = over->phrase.args.at[0].duration;
        set_counting(c, decl, total);
    }
    c->program->totals = totals;
    c->program->totals_count = SYMBOL_COUNT(c, TOTAL);
}
