/* Money in another currency: AMOUNT in USD at RATES, by a register that holds rates. */
#include "model/check.h"
#include "syntax/syntax.h"
#include <string.h>

/* Why rates cannot be read from the register; empty when they can. */
static Text lacks_rates(Checker *c, const Symbol *registered) {
    static const struct {
        Text name;
        bool key;
    } NEEDED[] = {{TEXT_ROW("from"), true}, {TEXT_ROW("to"), true}, {TEXT_ROW("rate"), false}};
    size_t keys = 0;
    for (size_t i = 0; i < registered->decl->fields.len; i++)
        if (registered->decl->fields.at[i].symbol->key) keys++;
    if (keys > 2) return TEXT("it has other keys than from and to");
    for (size_t i = 0; i < sizeof NEEDED / sizeof NEEDED[0]; i++) {
        const Symbol *field = map_get(&registered->inner, NEEDED[i].name);
        if (!field || field->key != NEEDED[i].key)
            return text_format(c->arena, "it has no %s \"%.*s\"", NEEDED[i].key ? "key" : "field",
                               TEXT_ARG(NEEDED[i].name));
        bool good = NEEDED[i].key ? field->type.kind == TYPE_TEXT || field->type.kind == TYPE_ENUM
                                  : type_is_numeric(field->type);
        if (!good)
            return text_format(c->arena, "\"%.*s\" is %.*s", TEXT_ARG(field->name),
                               TEXT_ARG(type_called(c, field->type)));
    }
    return (Text){0};
}

/* The first register that holds rates; NULL: there is none. */
static const Symbol *any_rates(Checker *c) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_REGISTER].len; i++) {
        const Symbol *registered = c->model->of_kind[SYMBOL_REGISTER].at[i];
        if (text_empty(lacks_rates(c, registered))) return registered;
    }
    return NULL;
}

/* "amount in USD at group_rate" */
static Text converted(Checker *c, const Expr *amount, const char currency[4]) {
    const Symbol *rates = any_rates(c);
    Text name = rates ? rates->name : TEXT("RATES");
    return text_format(c->arena, "%.*s in %.3s at %.*s", TEXT_ARG(expr_written(c->arena, amount)), currency,
                       TEXT_ARG(name));
}

bool same_currency(Checker *c, const Expr *at, Type left, Type right) {
    if (memcmp(left.currency, right.currency, 3) == 0) return true;
    Diagnostic *found = REPORT(c, TWO_CURRENCIES, at->at, text_copy(c->arena, text_of(left.currency)),
                               text_copy(c->arena, text_of(right.currency)));
    if (at->kind == EXPR_BINARY && any_rates(c))
        found->mend = text_format(c->arena, "convert one of them: %.*s",
                                  TEXT_ARG(converted(c, at->right, left.currency)));
    return false;
}

bool one_currency(Checker *c, const Expr *amount, Type type) {
    if (!type_any_currency(type)) return true;
    REPORT(c, ANY_CURRENCY, amount->at, expr_written(c->arena, amount), converted(c, amount, "USD"));
    return false;
}

/* --- amount in USD at group_rate ------------------------------------------------------------------------ */

static bool not_rates(Checker *c, Name name, Text why) {
    REPORT(c, NOT_RATES, name.at, name.text, why);
    return false;
}

/* Rates whose key is an enum know its members only. */
static bool knows_currency(Checker *c, Name rates, const Symbol *key, const char *currency, Span at) {
    if (key->type.kind != TYPE_ENUM) return true;
    const EnumType *known = key->type.enumeration;
    if (currency[0] == 0)
        return not_rates(c, rates,
                         text_format(c->arena, "its key \"%.*s\" is an enum, and this can be in any currency",
                                     TEXT_ARG(key->name)));
    for (size_t i = 0; i < known->count; i++)
        if (text_is(known->members[i], currency)) return true;
    REPORT(c, UNKNOWN_MEMBER, at, text_copy(c->arena, text_of(currency)), known->name);
    return false;
}

static bool check_rates(Checker *c, const Expr *expr, Type from, Type to) {
    Name currency = expr->right->parts.at[0], rates = expr->right->parts.at[1];
    Symbol *registered = find_global(c, rates, KIND(REGISTER));
    if (!registered) return false;
    Text why = lacks_rates(c, registered);
    if (!text_empty(why)) return not_rates(c, rates, why);
    expr->right->symbol = registered;
    return knows_currency(c, rates, map_get(&registered->inner, TEXT("from")), from.currency,
                          expr->left->at) &&
           knows_currency(c, rates, map_get(&registered->inner, TEXT("to")), to.currency, currency.at);
}

Type check_convert(Checker *c, Scope *scope, Expr *expr) {
    Type from = check_expr(c, scope, expr->left, type_of(TYPE_NONE)), to = type_of(TYPE_MONEY);
    memcpy(to.currency, expr->right->parts.at[0].text.at, 3);
    if (type_known(from) && from.kind != TYPE_MONEY) {
        REPORT(c, WRONG_TYPE, expr->left->at, type_called(c, from), TEXT("an amount of money"));
        return type_of(TYPE_NONE);
    }
    return type_known(from) && check_rates(c, expr, from, to) ? to : type_of(TYPE_NONE);
}
