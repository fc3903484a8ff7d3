#include "program/compile_parts.h"

static const Expr *meaning_of(const Symbol *symbol) {
    return decl_setting(symbol->decl, SETTING_MEANS)->expr;
}

void declare_definitions(Compiler *c) {
    const Symbol *symbol;
    c->definitions = arena_array(c->arena, Definition, SYMBOL_COUNT(c, DEFINITION));
    for (EACH_SYMBOL(c, DEFINITION, symbol))
        c->definitions[symbol->index] =
            (Definition){.name = symbol->name,
                         .unit = unit_new(c, (Unit){.kind = UNIT_DEFINITION,
                                                    .name = symbol->name,
                                                    .detail = (Index)symbol->index,
                                                    .where = where_of(c, symbol->at, symbol->decl->source)}),
                         .group = symbol->parent ? (Index)symbol->parent->index : NONE,
                         .slot = NONE,
                         .written = expr_written(c->arena, meaning_of(symbol))};
    c->program->definitions = c->definitions;
    c->program->definitions_count = SYMBOL_COUNT(c, DEFINITION);
}

void compile_definitions(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, DEFINITION, symbol)) {
        Definition *definition = &c->definitions[symbol->index];
        unit_begin(c, definition->unit);
        definition->code = compile_code(c, meaning_of(symbol));
    }
}
