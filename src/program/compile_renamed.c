/* What earlier editions called what this one declares. */
#include "program/compile_parts.h"

typedef VEC(Renamed) RenamedList;

static void add_renamed(Compiler *c, const Symbol *symbol, Text name, RenamedList *list) {
    if (!text_empty(symbol->was.text)) *vec_push(c->arena, list) = (Renamed){name, symbol->was.text};
}

static void add_inner(Compiler *c, const Symbol *owner, RenamedList *list) {
    for (size_t i = 0; i < owner->inner.len; i++) {
        const Symbol *symbol = owner->inner.items[i].value;
        if (text_empty(symbol->was.text)) continue;
        add_renamed(c, symbol,
                    text_format(c->arena, "%.*s.%.*s", TEXT_ARG(owner->name), TEXT_ARG(symbol->name)), list);
    }
}

void compile_renamed(Compiler *c) {
    RenamedList list = {0};
    for (size_t i = 0; i < c->model->globals.len; i++) {
        const Symbol *symbol = c->model->globals.items[i].value;
        add_renamed(c, symbol, symbol->name, &list);
        add_inner(c, symbol, &list);
    }
    c->program->renamed = list.at;
    c->program->renamed_count = list.len;
}
