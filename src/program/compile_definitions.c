/* Definitions; and what totals add up, each a definition of its own that comes after those that have names.
 */
#include "program/compile_parts.h"

static const Expr *meaning_of(const Symbol *symbol) {
    return decl_setting(symbol->decl, symbol->kind == SYMBOL_TOTAL ? SETTING_SUMS : SETTING_MEANS)->expr;
}

static void declare(Compiler *c, size_t at, const Symbol *symbol, Text name) {
    Unit unit = {.kind = UNIT_DEFINITION,
                 .name = name,
                 .detail = (Index)at,
                 .where = where_of(c, symbol->at, symbol->decl->source)};
    c->definitions[at] = (Definition){.name = name,
                                      .unit = unit_new(c, unit),
                                      .group = symbol->parent ? (Index)symbol->parent->index : NONE,
                                      .slot = NONE,
                                      .written = expr_written(c->arena, meaning_of(symbol))};
}

void declare_definitions(Compiler *c) {
    const Symbol *symbol;
    size_t named = SYMBOL_COUNT(c, DEFINITION), count = named + SYMBOL_COUNT(c, TOTAL);
    c->definitions = arena_array(c->arena, Definition, count);
    for (EACH_SYMBOL(c, DEFINITION, symbol)) declare(c, symbol->index, symbol, symbol->name);
    for (EACH_SYMBOL(c, TOTAL, symbol))
        declare(c, named + symbol->index, symbol,
                text_format(c->arena, "what %.*s adds up", TEXT_ARG(symbol->name)));
    c->program->definitions = c->definitions;
    c->program->definitions_count = count;
}

static void compile_meaning(Compiler *c, size_t at, const Symbol *symbol) {
    unit_begin(c, c->definitions[at].unit);
    c->definitions[at].code = compile_code(c, meaning_of(symbol));
}

void compile_definitions(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, DEFINITION, symbol)) compile_meaning(c, symbol->index, symbol);
    for (EACH_SYMBOL(c, TOTAL, symbol))
        compile_meaning(c, SYMBOL_COUNT(c, DEFINITION) + symbol->index, symbol);
}
