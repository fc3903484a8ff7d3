/* Definitions; and what totals add up, each a definition of its own that comes after those that have names.
 */
#include "program/compile_parts.h"

static void declare(Compiler *c, size_t at, const Symbol *symbol, Text name) {
    Unit unit = {.kind = UNIT_DEFINITION,
                 .name = name,
                 .detail = (Index)at,
                 .where = where_of(c, symbol->at, symbol->decl->source)};
    c->definitions[at] = (Definition){.name = name,
                                      .unit = unit_new(c, unit),
                                      .group = symbol->parent ? (Index)symbol->parent->index : NONE,
                                      .slot = NONE,
                                      .day = NONE};
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

static void add_meanings(Compiler *c, const Decl *decl, Definition *definition) {
    Meanings from = decl_meanings(c->arena, decl);
    Meaning *meanings = arena_array(c->arena, Meaning, from.len);
    for (size_t i = 0; i < from.len; i++) {
        const Clause *clause = from.at[i];
        meanings[i] = (Meaning){.from = clause->from,
                                .until = clause->until,
                                .code = compile_code(c, clause->expr),
                                .written = expr_written(c->arena, clause->expr),
                                .where = where_of(c, clause->at, decl->source)};
    }
    definition->meanings = meanings;
    definition->meaning_count = from.len;
}

static bool is_dated(const Definition *definition) {
    const Meaning *first = definition->meanings;
    return definition->meaning_count > 1 || first->from != DATE_NONE || first->until != DATE_NONE;
}

static void compile_definition(Compiler *c, size_t at, const Symbol *symbol) {
    Definition *definition = &c->definitions[at];
    unit_begin(c, definition->unit);
    day_begin(c, symbol->decl);
    add_meanings(c, symbol->decl, definition);
    if (!is_dated(definition)) return;
    definition->day = c->day;
    *vec_push(c->arena, c->reading) = c->day;
}

void compile_definitions(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, DEFINITION, symbol)) compile_definition(c, symbol->index, symbol);
    for (EACH_SYMBOL(c, TOTAL, symbol))
        compile_definition(c, SYMBOL_COUNT(c, DEFINITION) + symbol->index, symbol);
}
