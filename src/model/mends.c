/* What an author may have meant by a value that does not fit where it stands. */
#include "model/check.h"

static Text as_written(Checker *c, const Expr *expr) {
    return source_text(c->model->ast->sources, expr->at);
}

static bool is_literal_of(const Expr *expr, TypeKind kind) {
    return expr->kind == EXPR_LITERAL && expr->value.kind == kind;
}

/* A number that does not say what it counts. */
static Text unit_mend(Checker *c, const Expr *expr, Type wanted) {
    Text number = as_written(c, expr);
    if (wanted.kind == TYPE_MONEY && !type_any_currency(wanted))
        return text_format(c->arena, "write its currency: %.3s %.*s", wanted.currency, TEXT_ARG(number));
    if (wanted.kind == TYPE_DURATION)
        return text_format(c->arena, "write its unit: %.*s %.*s", TEXT_ARG(number),
                           TEXT_ARG(duration_called(c, wanted)));
    if (wanted.kind == TYPE_TEXT)
        return text_format(c->arena, "put it in quotes: \"%.*s\"", TEXT_ARG(number));
    return (Text){0};
}

static Text members_mend(Checker *c, Type wanted, Text said) {
    const EnumType *all = wanted.enumeration;
    for (uint32_t i = 0; i < all->count; i++)
        if (text_equal(all->members[i], said) || text_equal(all->titles[i], said))
            return text_format(c->arena, "write: %.*s", TEXT_ARG(all->members[i]));
    return text_offer(c->arena, said, all->members, all->count);
}

/* How values of the type are written; empty where there is nothing short to say. */
static Text example_of(Checker *c, Type type) {
    switch (type.kind) {
    case TYPE_YES_NO:
        return TEXT("yes or no");
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
        return TEXT("a number, such as 5_000");
    case TYPE_PERCENT:
        return TEXT("a percentage, such as 25%");
    case TYPE_MONEY:
        return text_format(c->arena, "an amount, such as %.3s 5_000",
                           type_any_currency(type) ? "USD" : type.currency);
    case TYPE_DATE:
        return TEXT("a date, such as 2026-03-31");
    case TYPE_DURATION:
        return text_format(c->arena, "a length of time, such as 5 %.*s", TEXT_ARG(duration_called(c, type)));
    default:
        return (Text){0};
    }
}

static Text unquoted_mend(Checker *c, const Expr *expr, Type wanted) {
    if (wanted.kind == TYPE_ENUM) return members_mend(c, wanted, expr->value.text);
    Text example = example_of(c, wanted);
    if (text_empty(example)) return example;
    return text_format(c->arena, "write it without quotes, as %.*s", TEXT_ARG(example));
}

/* "EUR 5" where a number stands. */
static Text plain_mend(Checker *c, const Expr *expr) {
    Text amount = as_written(c, expr);
    Text number = amount.len > 3 ? text_trim(text_part(amount, 3, amount.len)) : amount;
    return text_format(c->arena, "write the number alone: %.*s", TEXT_ARG(number));
}

Text value_mend(Checker *c, const Expr *expr, Type wanted) {
    if (is_literal_of(expr, TYPE_TEXT)) return unquoted_mend(c, expr, wanted);
    if (is_literal_of(expr, TYPE_MONEY) && type_is_numeric(wanted)) return plain_mend(c, expr);
    if (wanted.kind == TYPE_ENUM)
        return text_offer(c->arena, as_written(c, expr), wanted.enumeration->members,
                          wanted.enumeration->count);
    return expr->kind == EXPR_LITERAL && !expr->percent ? unit_mend(c, expr, wanted) : (Text){0};
}

Text constant_mend(Checker *c, const Expr *expr) {
    bool range = expr->kind == EXPR_BINARY && expr->op == OP_SUBTRACT && expr->left->kind == EXPR_LITERAL &&
                 expr->right->kind == EXPR_LITERAL;
    if (!range) return TEXT("name what it is compared with in a definition or a fact, or write it out");
    Text low = as_written(c, expr->left), high = as_written(c, expr->right);
    return text_format(c->arena, "write .. for a range: %.*s..%.*s", TEXT_ARG(low), TEXT_ARG(high));
}

/* "EUR500", and a text without its quotes */
Text name_mend(Checker *c, Text name, Type wanted) {
    Text currency = text_part(name, 0, 3), amount = text_part(name, 3, name.len);
    if (!text_empty(amount) && currency_code(currency) && is_digit(amount.at[0]))
        return text_format(c->arena, "put a space between the two: %.*s %.*s", TEXT_ARG(currency),
                           TEXT_ARG(amount));
    if (wanted.kind == TYPE_TEXT)
        return text_format(c->arena, "if it is a text, put it in quotes: \"%.*s\"", TEXT_ARG(name));
    return (Text){0};
}
