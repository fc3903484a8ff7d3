/* Registers: dated data that entries change, and how expressions read them. */
#include "model/check.h"
#include "syntax/syntax.h"

/* A row is known by its key, which is the same or not. */
static void check_key(Checker *c, const Symbol *field) {
    if (field->optional)
        REPORT(c, KEY_TYPE, field->at, field->name, TEXT("optional"), TEXT("delete optional"));
    if (field->type.may_not_apply)
        REPORT(c, KEY_TYPE, field->at, field->name, TEXT("where applicable"),
               TEXT("delete where applicable"));
    if (field->type.kind == TYPE_LIST || field->type.kind == TYPE_RANGE)
        REPORT(c, KEY_TYPE, field->at, field->name, TEXT("a list"), TEXT("give it the type of one"));
    if (type_any_currency(field->type))
        REPORT(c, KEY_TYPE, field->at, field->name, TEXT("money of any currency"),
               TEXT("say which: money USD"));
}

void declare_register(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    size_t keys = 0;
    declare_fields(c, symbol, SYMBOL_FIELD);
    if (text_is(symbol->name, "people") || text_is(symbol->name, "book"))
        REPORT(c, REGISTER_NAME, symbol->at, symbol->name);
    for (size_t i = 0; i < decl->fields.len; i++) {
        if (!decl->fields.at[i].symbol->key) continue;
        check_key(c, decl->fields.at[i].symbol);
        keys++;
    }
    if (keys == 0 && decl->fields.len > 0 && !decl->lossy)
        REPORT(c, KEY_NEEDED, symbol->at, symbol->name, decl->fields.at[0].name.text);
}

/* --- reading: employees[requester].approval_limit ------------------------------------------------------- */

/* "employees[id]", "rates[from, to]" */
static Text row_written(Checker *c, const Symbol *registered) {
    Buf buf = buf_new(c->arena);
    buf_format(&buf, "%.*s[", TEXT_ARG(registered->name));
    for (size_t i = 0, keys = 0; i < registered->decl->fields.len; i++) {
        const Symbol *field = registered->decl->fields.at[i].symbol;
        if (field->key) buf_format(&buf, "%s%.*s", keys++ ? ", " : "", TEXT_ARG(field->name));
    }
    buf_char(&buf, ']');
    return buf_done(&buf);
}

static void field_needed(Checker *c, const Expr *expr, const Symbol *registered) {
    const Decl *decl = registered->decl;
    Text name = TEXT("FIELD");
    for (size_t i = decl->fields.len; i-- > 0;)
        if (!decl->fields.at[i].symbol->key) name = decl->fields.at[i].name.text;
    Buf written = buf_new(c->arena);
    expr_write(&written, expr);
    REPORT(c, FIELD_NEEDED, expr->at, registered->name,
           text_format(c->arena, "%.*s.%.*s", TEXT_ARG(buf_done(&written)), TEXT_ARG(name)));
}

Symbol *find_field(Checker *c, const Symbol *registered, const Name *name) {
    Symbol *field = map_get(&registered->inner, name->text);
    if (field) note_use(c, name->at, field);
    if (field && !field->key) return field;
    if (field) {
        REPORT(c, KEY_FIELD, name->at, name->text, registered->name);
        return NULL;
    }
    TextVec candidates = {0};
    candidates_of(c, &candidates, &registered->inner, KIND(FIELD));
    suggest(c, REPORT(c, UNKNOWN_PART, name->at, registered->name, name->text), name->text, &candidates);
    return NULL;
}

/* What is personal stays in the vault: a record of what was looked up would show it. */
bool is_personal_key(Checker *c, const Expr *expr) {
    bool personal = expr->kind == EXPR_PATH && expr->symbol && expr->symbol->personal;
    if (personal) REPORT(c, KEY_PERSONAL, expr->at, expr->symbol->name);
    return personal;
}

static bool check_row(Checker *c, Scope *scope, const Expr *expr, const Symbol *registered) {
    const Expr *row = expr->index;
    size_t keys = 0;
    bool good = true;
    for (size_t i = 0; i < registered->decl->fields.len; i++) {
        const Symbol *field = registered->decl->fields.at[i].symbol;
        if (!field->key || keys++ >= row->items.len) continue;
        Expr *key = row->items.at[keys - 1];
        good = check_value(c, scope, key, field->type) && !is_personal_key(c, key) && good;
    }
    if (keys == row->items.len || keys == 0) return good && keys > 0;
    REPORT(c, KEY_COUNT, expr->at, registered->name,
           text_format(c->arena, keys == 1 ? "%zu value" : "%zu values", keys), row_written(c, registered));
    return false;
}

Type check_lookup(Checker *c, Scope *scope, Expr *expr) {
    const Symbol *registered = find_global(c, expr->parts.at[0], KIND(REGISTER));
    Type none = {0};
    if (!registered) return none;
    bool good = check_row(c, scope, expr, registered);
    if (expr->parts.len > 1)
        expr->symbol = find_field(c, registered, &expr->parts.at[1]);
    else
        field_needed(c, expr, registered);
    return good && expr->symbol ? expr->symbol->type : none;
}
