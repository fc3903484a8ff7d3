/* Registers, their fields and their keys. */
#include "program/compile_parts.h"

static void add_fields(const Compiler *c, const Decl *decl, Register *to) {
    RegisterField *fields = arena_array(c->arena, RegisterField, decl->fields.len);
    Index *keys = arena_array(c->arena, Index, decl->fields.len);
    for (size_t i = 0; i < decl->fields.len; i++) {
        const Symbol *field = decl->fields.at[i].symbol;
        fields[i] = (RegisterField){field->name, own_type(c, field->type), field->key, field->optional};
        if (field->key) keys[to->key_count++] = (Index)i;
    }
    to->fields = fields;
    to->field_count = decl->fields.len;
    to->keys = keys;
}

void compile_registers(Compiler *c) {
    const Symbol *symbol;
    Register *registers = arena_array(c->arena, Register, SYMBOL_COUNT(c, REGISTER));
    for (EACH_SYMBOL(c, REGISTER, symbol)) {
        Register *to = &registers[symbol->index];
        *to = (Register){.name = symbol->name,
                         .title = symbol->decl->title,
                         .where = where_of(c, symbol->decl->at, symbol->decl->source)};
        add_fields(c, symbol->decl, to);
        if (to->key_count > c->program->keys_most) c->program->keys_most = to->key_count;
    }
    c->program->registers = registers;
    c->program->registers_count = SYMBOL_COUNT(c, REGISTER);
}
