/* Enums, and groups of facts with their types. */
#include "model/check.h"

static EnumType *enum_new(Checker *c, Text name, size_t count) {
    EnumType *type = arena_make(c->arena, EnumType);
    *type = (EnumType){.name = name,
                       .members = arena_array(c->arena, Text, count),
                       .titles = arena_array(c->arena, Text, count),
                       .count = count};
    return type;
}

void declare_enum(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    EnumType *type = enum_new(c, symbol->name, decl->members.len);
    Text *members = (Text *)type->members, *titles = (Text *)type->titles;
    symbol->enumeration = type;
    if (decl->members.len == 0 && !decl->lossy) REPORT(c, MEMBERS_NEEDED, symbol->at, symbol->name);
    for (size_t i = 0; i < decl->members.len; i++) {
        members[i] = decl->members.at[i].name.text;
        titles[i] = decl->members.at[i].title;
        Symbol *member = declare_inner(c, symbol, SYMBOL_MEMBER, decl->members.at[i].name);
        member->index = (uint32_t)i;
        member->type = type_of_enum(type);
        member->was = decl->members.at[i].was;
    }
}

/* What a review can come to is an enum of its own: its outcomes, and that it was not needed. */
void declare_review_outcomes(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    EnumType *type = enum_new(c, symbol->name, decl->clauses.len + 1);
    Text *members = (Text *)type->members;
    Name last = {TEXT("not_applicable"), symbol->at};
    size_t count = 0;
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting != SETTING_OUTCOME || clause->phrase.args.len == 0) continue;
        declare_inner(c, symbol, SYMBOL_REVIEW_OUTCOME, clause->phrase.args.at[0].name)->index =
            (uint32_t)count;
        members[count++] = clause->phrase.args.at[0].name.text;
    }
    declare_inner(c, symbol, SYMBOL_REVIEW_OUTCOME, last)->index = (uint32_t)count;
    members[count++] = last.text;
    type->count = count;
    symbol->enumeration = type;
    symbol->type = type_of_enum(type);
    for (size_t i = 0; i < symbol->inner.len; i++)
        ((Symbol *)symbol->inner.items[i].value)->type = symbol->type;
}

/* --- groups of facts, and registers --------------------------------------------------------------------- */

void declare_fields(Checker *c, Symbol *owner, SymbolKind kind) {
    const Decl *decl = owner->decl;
    if (decl->fields.len == 0 && !decl->lossy)
        REPORT(c, FIELDS_NEEDED, owner->at, owner->name,
               kind == SYMBOL_FACT ? TEXT("facts") : TEXT("fields"));
    for (size_t i = 0; i < decl->fields.len; i++) {
        FieldDecl *field = &decl->fields.at[i];
        Symbol *symbol = declare_inner(c, owner, kind, field->name);
        symbol->index = (uint32_t)i;
        check_own_word(c, field->name);
        if (field->type) symbol->type = read_type(c, field->type);
        field->symbol = symbol;
        if (field->type) field->type->type = symbol->type;
        for (size_t a = 0; a < field->attributes.len; a++)
            read_attribute(c, &field->attributes.at[a], symbol);
    }
}

void declare_facts(Checker *c, Symbol *symbol) {
    declare_fields(c, symbol, SYMBOL_FACT);
}
