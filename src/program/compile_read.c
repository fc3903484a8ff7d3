#include "program/compile_parts.h"

Where where_of(const Compiler *c, Span at, Text source) {
    Place place = source_place(c->model->ast->sources, at);
    return (Where){place.path, place.line, source};
}

const EnumType *own_enum(const Compiler *c, const EnumType *enumeration) {
    if (!enumeration) return NULL;
    for (size_t i = 0; i < c->program->enums_count; i++)
        if (c->program->enums[i].members == enumeration->members) return &c->program->enums[i];
    return enumeration;
}

Type own_type(const Compiler *c, Type type) {
    type.enumeration = own_enum(c, type.enumeration);
    return type;
}

const Expr *cell_value(const Cell *cell) {
    return cell->kind == CELL_TESTS && cell->tests.len > 0 ? cell->tests.at[0].value : NULL;
}

Text cell_word(const Compiler *c, const Cell *cell) {
    const Expr *value = cell_value(cell);
    return value ? expr_words(c->arena, value) : (Text){0};
}

PhraseId phrase_of(const Decl *decl, SettingId setting) {
    const Clause *clause = decl_setting(decl, setting);
    return clause ? clause->phrase.id : PHRASE_NONE;
}

static Value as_type(Value value, Type type) {
    bool number = value.kind == TYPE_INTEGER || value.kind == TYPE_DECIMAL || value.kind == TYPE_PERCENT;
    if (value_known(value) && number && type_is_numeric(type)) value.kind = (uint8_t)type.kind;
    return value;
}

static Value list_of_one(Arena *arena, Value value) {
    Value *item = arena_make(arena, Value), list = {.state = VALUE_KNOWN, .kind = TYPE_LIST};
    *item = value;
    list.list.at = item;
    list.list.len = 1;
    return list;
}

Value constant_of(const Compiler *c, const Expr *expr, Type type) {
    Value value = value_missing();
    if (!expr_constant(c->arena, expr, &value)) return value;
    if (value_known(value) && type.kind == TYPE_LIST && value.kind != TYPE_LIST)
        value = list_of_one(c->arena, value);
    if (!value_known(value) || (value.kind != TYPE_LIST && value.kind != TYPE_RANGE))
        return as_type(value, type);
    Value *items = arena_array(c->arena, Value, value.list.len);
    Type element = {.kind = type.kind == value.kind ? type.element : type.kind};
    for (size_t i = 0; i < value.list.len; i++) items[i] = as_type(value.list.at[i], element);
    value.list.at = items;
    return value;
}

Who who_named(const Compiler *c, Text name, Text index) {
    const Symbol *symbol = map_get(&c->model->globals, name);
    WhoKind kind = symbol->kind == SYMBOL_ROLE     ? WHO_ROLE
                   : symbol->kind == SYMBOL_OFFICE ? WHO_OFFICE
                                                   : WHO_BODY;
    return (Who){kind, (Index)symbol->index, indexed_name(c->arena, name, index)};
}

Value decider_value(const Compiler *c, const Symbol *symbol, const EnumType *enumeration, size_t member) {
    Text index = enumeration ? enumeration->members[member] : (Text){0};
    Value value = value_text(indexed_name(c->arena, symbol->name, index));
    if (symbol->kind == SYMBOL_BODY) value.kind = TYPE_BODY;
    if (symbol->kind == SYMBOL_OFFICE) value.kind = TYPE_OFFICE;
    return value;
}

const Decl *next_decl(const Compiler *c, DeclKind kind, size_t *at) {
    size_t skip = *at;
    for (size_t f = 0; f < c->model->ast->files.len; f++) {
        const RuleFile *file = c->model->ast->files.at[f];
        for (size_t i = 0; i < file->decls.len; i++) {
            if (file->decls.at[i]->kind != kind || skip-- > 0) continue;
            (*at)++;
            return file->decls.at[i];
        }
    }
    return NULL;
}
