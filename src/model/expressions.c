#include "model/check.h"
#include "syntax/syntax.h"
#include <string.h>

static Type check_known(Checker *c, Scope *scope, Expr *expr) {
    return check_expr(c, scope, expr, type_of(TYPE_NONE));
}

static Type literal_type(Checker *c, const Expr *expr) {
    if (expr->percent) return type_of(TYPE_PERCENT);
    Type type = type_of((TypeKind)expr->value.kind);
    if (type.kind == TYPE_DURATION) return duration_type(c, (DurationUnit)expr->value.unit);
    if (type.kind == TYPE_MONEY) memcpy(type.currency, expr->value.currency, sizeof type.currency);
    if (type.kind == TYPE_DECIMAL && number_is_whole(expr->value.number)) type.kind = TYPE_INTEGER;
    if (type.kind == TYPE_INTEGER && !number_is_whole(expr->value.number)) type.kind = TYPE_DECIMAL;
    return type;
}

static bool was_named(const TextVec *people, Text name) {
    for (size_t i = 0; i < people->len; i++)
        if (text_equal(people->at[i], name)) return true;
    return false;
}

bool names_person(Checker *c, Scope *scope, const Expr *expr, Type wanted) {
    bool name = expr->kind == EXPR_PATH && expr->parts.len == 1 && !expr->index;
    if (!scope->people || !name || try_path(c, scope, expr, wanted)) return false;
    if (wanted.kind == TYPE_DECIDER) return was_named(scope->people, expr->parts.at[0].text);
    if (wanted.kind == TYPE_PERSON) *vec_push(c->arena, scope->people) = expr->parts.at[0].text;
    return wanted.kind == TYPE_PERSON;
}

static Type path_type(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    if (names_person(c, scope, expr, wanted)) return type_of(TYPE_PERSON);
    const Symbol *symbol = check_path(c, scope, expr, wanted);
    if (!symbol) return type_of(TYPE_NONE);
    if (symbol->kind == SYMBOL_BODY || symbol->kind == SYMBOL_OFFICE) {
        if (wanted.kind == TYPE_DECIDER) return wanted;
        return type_of(symbol->kind == SYMBOL_BODY ? TYPE_BODY : TYPE_OFFICE);
    }
    return symbol_read_type(symbol);
}

static Type wrong_type(Checker *c, const Expr *expr, Type given, Text needed) {
    REPORT(c, WRONG_TYPE, expr->at, type_called(c, given), needed);
    return type_of(TYPE_NONE);
}

static bool check_yes_no(Checker *c, Scope *scope, Expr *expr) {
    Type type = check_known(c, scope, expr);
    if (!type_known(type) || type.kind == TYPE_YES_NO) return type_known(type);
    wrong_type(c, expr, type, TEXT("yes or no"));
    return false;
}

static Type check_not(Checker *c, Scope *scope, Expr *expr) {
    return type_of(check_yes_no(c, scope, expr->left) ? TYPE_YES_NO : TYPE_NONE);
}

static Type check_negate(Checker *c, Scope *scope, Expr *expr) {
    Type type = check_known(c, scope, expr->left);
    if (!one_currency(c, expr->left, type)) return type_of(TYPE_NONE);
    if (!type_known(type) || type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_DURATION)
        return type;
    return wrong_type(c, expr->left, type, TEXT("a number"));
}

/* --- comparing ------------------------------------------------------------------------------------------ */

static bool is_decider(Type type) {
    return type_takes(type_of(TYPE_DECIDER), type);
}

bool check_comparable(Checker *c, const Expr *whole, const Expr *left_expr, const Expr *right_expr) {
    Type left = left_expr->type, right = right_expr->type;
    if (!one_currency(c, left_expr, left) || !one_currency(c, right_expr, right)) return false;
    if (left.kind == TYPE_MONEY && right.kind == TYPE_MONEY) return same_currency(c, whole, left, right);
    if (left.kind == TYPE_DURATION && right.kind == TYPE_DURATION) return same_units(c, whole, left, right);
    if ((type_is_numeric(left) && type_is_numeric(right)) || (is_decider(left) && is_decider(right)))
        return true;
    if (left.kind != TYPE_LIST && left.kind != TYPE_RANGE && type_equal(left, right)) return true;
    Text mend = value_mend(c, right_expr, left);
    REPORT(c, TYPES_DIFFER, right_expr->at, type_called(c, left), type_called(c, right))->mend =
        text_empty(mend) ? value_mend(c, left_expr, right) : mend;
    return false;
}

static bool may_be_missing(const Expr *expr) {
    if (expr->kind == EXPR_LOOKUP || expr->kind == EXPR_FIRST) return true;
    if (expr->kind == EXPR_AGGREGATE) /* of an empty list */
        return expr->how == AGGREGATE_LOWEST || expr->how == AGGREGATE_HIGHEST;
    const Symbol *symbol = expr->kind == EXPR_PATH || expr->kind == EXPR_WORDS ? expr->symbol : NULL;
    if (symbol && symbol->kind == SYMBOL_RESULT) return symbol->optional;
    return symbol &&
           (symbol->kind == SYMBOL_FACT || symbol->kind == SYMBOL_CRITERION || symbol->kind == SYMBOL_ITEM ||
            symbol->kind == SYMBOL_REVIEW || symbol->kind == SYMBOL_REVIEW_FACT ||
            symbol->kind == SYMBOL_METRIC || symbol->kind == SYMBOL_CASE_INPUT);
}

/* x = missing: whether anybody has said what x is; always decided. */
static Type check_missing(Checker *c, Scope *scope, Expr *expr, Expr *asked) {
    Expr *missing = asked == expr->left ? expr->right : expr->left;
    if (!type_known(check_known(c, scope, asked))) return type_of(TYPE_NONE);
    missing->type = asked->type;
    if (may_be_missing(asked)) return type_of(TYPE_YES_NO);
    diagnose(c->out, DIAG_MISSING_HERE, missing->at, 0, NULL);
    return type_of(TYPE_NONE);
}

/* x is applicable: decided as soon as somebody has said what x is, or that it does not apply. */
static Type check_applicable(Checker *c, Scope *scope, Expr *expr, Expr *asked) {
    Expr *words = asked == expr->left ? expr->right : expr->left;
    if (!type_known(check_known(c, scope, asked))) return type_of(TYPE_NONE);
    words->type = asked->type;
    if (asked->symbol && (asked->kind == EXPR_PATH || asked->kind == EXPR_LOOKUP) &&
        asked->type.may_not_apply)
        return type_of(TYPE_YES_NO);
    REPORT(c, ALWAYS_APPLIES, words->at, expr_written(c->arena, asked));
    return type_of(TYPE_NONE);
}

/* Has the expression no meaning without knowing what it is held against? */
static bool needs_context(Checker *c, Scope *scope, const Expr *expr) {
    return expr->kind == EXPR_PATH && expr->parts.len == 1 && !try_path(c, scope, expr, type_of(TYPE_NONE));
}

/* A side of a comparison alone may be a square root, since that is decided by squaring (law L1). */
static Type check_side(Checker *c, Scope *scope, Expr *side, Type wanted) {
    if (side->kind != EXPR_ROOT) return check_expr(c, scope, side, wanted);
    Type type = check_known(c, scope, side->left);
    if (!type_known(type)) return type;
    if (!type_is_numeric(type)) return wrong_type(c, side->left, type, TEXT("a number"));
    return side->type = type_of(TYPE_DECIMAL);
}

static Type check_comparison(Checker *c, Scope *scope, Expr *expr) {
    Expr *missing = expr_asked(expr, EXPR_MISSING), *applies = expr_asked(expr, EXPR_NOT_APPLICABLE);
    if (missing) return check_missing(c, scope, expr, missing);
    if (applies) return check_applicable(c, scope, expr, applies);
    bool right_first = needs_context(c, scope, expr->left) && !needs_context(c, scope, expr->right);
    Expr *one = right_first ? expr->right : expr->left, *two = right_first ? expr->left : expr->right;
    Type first = check_side(c, scope, one, type_of(TYPE_NONE));
    if (!type_known(first)) return first;
    Type second = check_side(c, scope, two, first);
    if (!type_known(second)) return second;
    check_stated_text(c, expr->left);
    check_stated_text(c, expr->right);
    Type left = expr->left->type;
    if (!check_comparable(c, expr, expr->left, expr->right)) return type_of(TYPE_NONE);
    if (expr->op == OP_EQUAL || expr->op == OP_NOT_EQUAL || type_is_ordered(left))
        return type_of(TYPE_YES_NO);
    REPORT(c, NOT_ORDERED, expr->at, type_called(c, left));
    return type_of(TYPE_NONE);
}

/* --- operators ------------------------------------------------------------------------------------------ */

static Type check_binary(Checker *c, Scope *scope, Expr *expr) {
    if (expr->op == OP_AND || expr->op == OP_OR) {
        bool left = check_yes_no(c, scope, expr->left), right = check_yes_no(c, scope, expr->right);
        return type_of(left && right ? TYPE_YES_NO : TYPE_NONE);
    }
    bool arithmetic =
        expr->op == OP_ADD || expr->op == OP_SUBTRACT || expr->op == OP_MULTIPLY || expr->op == OP_DIVIDE;
    return arithmetic ? check_arithmetic(c, scope, expr) : check_comparison(c, scope, expr);
}

/* --- sets ----------------------------------------------------------------------------------------------- */

/* An item after `in` is a constant, or a range of constants. */
static bool check_item(Checker *c, Scope *scope, Expr *expr, Expr *item, Type left) {
    if (item->kind == EXPR_RANGE) {
        item->type = left;
        bool both =
            check_item(c, scope, expr, item->left, left) && check_item(c, scope, expr, item->right, left);
        if (both && !type_is_ordered(left)) REPORT(c, NOT_ORDERED, item->at, type_called(c, left));
        return both && type_is_ordered(left);
    }
    Value value;
    if (item->kind == EXPR_MISSING || item->kind == EXPR_NOT_APPLICABLE)
        return type_known(check_expr(c, scope, item, left));
    Type type = check_expr(c, scope, item, left);
    if (!type_known(type) || !check_comparable(c, expr, expr->left, item)) return false;
    check_stated_text(c, item);
    if (expr_constant(c->arena, item, &value)) return true;
    REPORT(c, CONSTANT_NEEDED, item->at, type_called(c, left))->mend = constant_mend(c, item);
    return false;
}

static Type check_in(Checker *c, Scope *scope, Expr *expr) {
    Type left = check_known(c, scope, expr->left);
    bool good = type_known(left);
    for (size_t i = 0; good && i < expr->items.len; i++)
        good = check_item(c, scope, expr, expr->items.at[i], left);
    return type_of(good ? TYPE_YES_NO : TYPE_NONE);
}

/* x in a list or range that is not written out */
static Type check_within(Checker *c, Scope *scope, Expr *expr) {
    Type in = check_known(c, scope, expr->right);
    if (!type_known(in)) return in;
    if (in.kind != TYPE_LIST && in.kind != TYPE_RANGE) {
        REPORT(c, IN_WHAT, expr->right->at, type_called(c, in));
        return type_of(TYPE_NONE);
    }
    Expr element = *expr->right;
    element.type = type_element(in);
    if (!type_known(check_expr(c, scope, expr->left, element.type)) ||
        !check_comparable(c, expr, expr->left, &element))
        return type_of(TYPE_NONE);
    return type_of(TYPE_YES_NO);
}

static Type check_aggregate(Checker *c, Scope *scope, Expr *expr) {
    Aggregate what = (Aggregate)expr->how;
    Type list = check_known(c, scope, expr->left), element = type_element(list);
    if (!type_known(list)) return list;
    if (list.kind != TYPE_LIST) {
        REPORT(c, LIST_NEEDED, expr->left->at, aggregate_word(what), type_called(c, list));
        return type_of(TYPE_NONE);
    }
    if (what == AGGREGATE_COUNT) return type_of(TYPE_INTEGER);
    if (!one_currency(c, expr->left, element)) return type_of(TYPE_NONE);
    bool sums = type_is_numeric(element) || element.kind == TYPE_MONEY || element.kind == TYPE_DURATION;
    if (what == AGGREGATE_SUM ? sums : type_is_ordered(element)) return element;
    REPORT(c, NO_AGGREGATE, expr->at, aggregate_word(what), type_text(c->arena, list));
    return type_of(TYPE_NONE);
}

/* A range that is written out where one is wanted. */
static Type check_range(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    Value range;
    if (wanted.kind != TYPE_RANGE) {
        diagnose(c->out, DIAG_RANGE_HERE, expr->at, 0, NULL);
        return type_of(TYPE_NONE);
    }
    expr->type = wanted;
    if (!check_constant_in(c, scope, expr->left, type_element(wanted)) ||
        !check_constant_in(c, scope, expr->right, type_element(wanted)) ||
        !expr_constant(c->arena, expr, &range))
        return type_of(TYPE_NONE);
    if (!range_is_empty(range)) return wanted;
    diagnose(c->out, DIAG_RANGE_EMPTY, expr->at, 0, NULL);
    return type_of(TYPE_NONE);
}

static Type check_list(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    if (wanted.kind != TYPE_LIST) {
        diagnose(c->out, DIAG_LIST_HERE, expr->at, 0, NULL);
        return type_of(TYPE_NONE);
    }
    Type element = type_element(wanted);
    for (size_t i = 0; i < expr->items.len; i++)
        if (!check_value(c, scope, expr->items.at[i], element)) return type_of(TYPE_NONE);
    return wanted;
}

/* cfo and ceo, legal then board, 2 of (cfo, coo, ceo): several deciders where one is wanted. */
static Type check_joint(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    if (wanted.kind == TYPE_DECIDER)
        return type_of(check_deciders(c, scope, expr) ? TYPE_DECIDER : TYPE_NONE);
    diagnose(c->out, DIAG_DECIDERS_HERE, expr->at, 0, NULL);
    return type_of(TYPE_NONE);
}

static Type check_kind(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    switch (expr->kind) {
    case EXPR_LITERAL:
        return literal_type(c, expr);
    case EXPR_MISSING:
        diagnose(c->out, DIAG_MISSING_HERE, expr->at, 0, NULL);
        break;
    case EXPR_NOT_APPLICABLE:
        diagnose(c->out, DIAG_NOT_APPLICABLE_HERE, expr->at, 0, NULL);
        break;
    case EXPR_PATH:
    case EXPR_WORDS:
        return path_type(c, scope, expr, wanted);
    case EXPR_LOOKUP:
        return check_lookup(c, scope, expr);
    case EXPR_NOT:
        return check_not(c, scope, expr);
    case EXPR_NEGATE:
        return check_negate(c, scope, expr);
    case EXPR_BINARY:
        if (expr->op == OP_THEN || (expr->op == OP_AND && wanted.kind == TYPE_DECIDER))
            return check_joint(c, scope, expr, wanted);
        return check_binary(c, scope, expr);
    case EXPR_SOME:
        return check_joint(c, scope, expr, wanted);
    case EXPR_IN:
        return check_in(c, scope, expr);
    case EXPR_ELAPSED:
        return check_elapsed(c, scope, expr);
    case EXPR_BY:
        return check_counted(c, scope, expr);
    case EXPR_CONVERT:
        return check_convert(c, scope, expr);
    case EXPR_WITHIN:
        return check_within(c, scope, expr);
    case EXPR_AGGREGATE:
        return check_aggregate(c, scope, expr);
    case EXPR_ROUNDED:
        return check_rounded(c, scope, expr);
    case EXPR_ROOT:
        diagnose(c->out, DIAG_ROOT_HERE, expr->at, 0, NULL);
        break;
    case EXPR_RANGE:
        return check_range(c, scope, expr, wanted);
    case EXPR_LIST:
        return check_list(c, scope, expr, wanted);
    case EXPR_FIRST:
        return check_first(c, scope, expr);
    }
    return type_of(TYPE_NONE);
}

Type check_expr(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    if (!expr) return type_of(TYPE_NONE); /* the parser has said why */
    expr->type = check_kind(c, scope, expr, wanted);
    return expr->type;
}

/* What a test expects of a result is one that the rows give. */
void check_condition(Checker *c, Scope *scope, Expr *expr) {
    if (!check_yes_no(c, scope, expr) || scope->people) return;
    check_missing_said(c, expr);
    check_applies(c, expr, NULL);
}

/* 25 where 25% is meant? A number written for a percent says so itself (law L1). */
static bool without_percent(const Expr *expr) {
    if (expr->kind == EXPR_NEGATE) return without_percent(expr->left);
    return expr->kind == EXPR_LITERAL && !expr->percent;
}

/* A list of one that is written out: the brackets around it part it from nothing. */
static bool is_only_item(Checker *c, const Expr *expr, Type wanted, Type given) {
    Value value;
    Type element = type_element(wanted);
    return wanted.kind == TYPE_LIST && given.kind != TYPE_LIST && type_takes(element, given) &&
           !(element.kind == TYPE_PERCENT && without_percent(expr)) && expr_constant(c->arena, expr, &value);
}

bool check_value(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    Type given = check_expr(c, scope, expr, wanted);
    if (!type_known(given) || !type_known(wanted)) return false;
    if (is_only_item(c, expr, wanted, given)) return true;
    bool amounts = wanted.kind == TYPE_MONEY && given.kind == TYPE_MONEY && !type_any_currency(wanted);
    if (amounts) return one_currency(c, expr, given) && same_currency(c, expr, wanted, given);
    if (!type_takes(wanted, given)) {
        REPORT(c, WRONG_TYPE, expr->at, type_called(c, given), type_called(c, wanted))->mend =
            value_mend(c, expr, wanted);
        return false;
    }
    if (wanted.kind != TYPE_PERCENT || !without_percent(expr)) return true;
    diagnose(c->out, DIAG_NEEDS_PERCENT, expr->at, 0, NULL);
    return false;
}

bool check_constant(Checker *c, Expr *expr, Type wanted) {
    Scope scope = {.constants = true};
    return check_constant_in(c, &scope, expr, wanted);
}

bool check_constant_in(Checker *c, Scope *scope, Expr *expr, Type wanted) {
    Value value;
    if (!check_value(c, scope, expr, wanted)) return false;
    if (expr->kind == EXPR_LITERAL || expr_constant(c->arena, expr, &value)) return true;
    REPORT(c, CONSTANT_NEEDED, expr->at, type_called(c, wanted))->mend = constant_mend(c, expr);
    return false;
}
