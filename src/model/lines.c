/* The reporting line: first in employees.manager from requester whose approval_limit covers amount. */
#include "model/check.h"
#include "syntax/syntax.h"

static bool one_key_is_person(const Symbol *registered) {
    const Symbol *key = NULL;
    for (size_t i = 0; i < registered->decl->fields.len; i++) {
        const Symbol *field = registered->decl->fields.at[i].symbol;
        if (!field->key) continue;
        if (key) return false;
        key = field;
    }
    return key && key->type.kind == TYPE_PERSON;
}

/* The register of the line; NULL and a diagnostic when it is none. */
static const Symbol *check_line(Checker *c, Expr *line) {
    if (line->index || line->parts.len != 2) {
        REPORT(c, LINE_OF_PEOPLE, line->at, quoted(c, expr_written(c->arena, line)));
        return NULL;
    }
    const Symbol *registered = find_global(c, line->parts.at[0], KIND(REGISTER));
    Symbol *above = registered ? find_field(c, registered, &line->parts.at[1]) : NULL;
    if (!above) return NULL;
    line->symbol = above;
    line->type = above->type;
    if (above->type.kind == TYPE_PERSON && one_key_is_person(registered)) return registered;
    if (type_known(above->type)) REPORT(c, LINE_OF_PEOPLE, line->at, quoted(c, expr_written(c->arena, line)));
    return NULL;
}

static bool is_limit(Type type) {
    return type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_DURATION;
}

/* What has to be covered is of the limit's own type: whole numbers and others are one. */
static bool check_covered(Checker *c, Scope *scope, const Expr *expr, const Symbol *registered) {
    Expr *whose = expr->items.at[FIRST_WHOSE], *covered = expr->items.at[FIRST_COVERED];
    Symbol *limit = find_field(c, registered, &whose->parts.at[0]);
    if (!limit || !type_known(limit->type)) return false;
    whose->symbol = limit;
    whose->type = limit->type;
    if (!is_limit(limit->type)) {
        REPORT(c, NO_LIMIT, whose->at, limit->name, type_called(c, limit->type));
        return false;
    }
    Type type = check_expr(c, scope, covered, limit->type);
    return type_known(type) && check_comparable(c, covered, whose, covered);
}

Type check_first(Checker *c, Scope *scope, Expr *expr) {
    Expr *from = expr->items.at[FIRST_FROM];
    const Symbol *registered = check_line(c, expr->items.at[FIRST_LINE]);
    bool good = check_value(c, scope, from, type_of(TYPE_PERSON)) && !is_personal_key(c, from);
    good = registered && check_covered(c, scope, expr, registered) && good;
    return type_of(good ? TYPE_PERSON : TYPE_NONE);
}
