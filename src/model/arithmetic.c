/* What can be added, taken away, multiplied and divided: numbers, money, lengths of time, dates and instants.
 */
#include "model/check.h"
#include "syntax/syntax.h"

bool same_units(Checker *c, const Expr *at, Type left, Type right) {
    if (type_equal(left, right)) return true;
    REPORT(c, UNITS_DIFFER, at->at, type_called(c, left), type_called(c, right));
    return false;
}

/* --- lengths of time ------------------------------------------------------------------------------------ */

/* The charter's own; -1 where it names none that there is, which has been reported. */
static int32_t own_calendar(Checker *c) {
    const Clause *clause = c->model->charter ? decl_setting(c->model->charter, SETTING_WORKING_DAYS) : NULL;
    bool named = clause && clause->phrase.args.len;
    const Symbol *symbol = named ? map_get(&c->model->globals, clause->phrase.args.at[0].name.text) : NULL;
    return symbol && symbol->kind == SYMBOL_CALENDAR ? (int32_t)symbol->index : -1;
}

Type duration_type(Checker *c, DurationUnit unit) {
    Type type = {.kind = TYPE_DURATION};
    DurationUnit plain;
    unit_in_plain(unit, &plain);
    type.unit = plain;
    if (plain == UNIT_WORKING_DAYS) type.calendar = own_calendar(c);
    return type;
}

Type check_elapsed(Checker *c, Scope *scope, Expr *expr) {
    TypeKind ends = expr->unit == UNIT_HOURS ? TYPE_INSTANT : TYPE_DATE;
    bool from = check_value(c, scope, expr->left, type_of(ends));
    bool to = check_value(c, scope, expr->right, type_of(ends));
    return from && to ? duration_type(c, expr->unit) : type_of(TYPE_NONE);
}

/* 10 working days by CALENDAR */
Type check_counted(Checker *c, Scope *scope, Expr *expr) {
    Type type = check_expr(c, scope, expr->left, type_of(TYPE_NONE));
    Symbol *calendar = find_global(c, expr->right->parts.at[0], KIND(CALENDAR));
    if (!calendar || !type_known(type)) return type_of(TYPE_NONE);
    expr->right->symbol = calendar;
    type.calendar = (int32_t)calendar->index;
    expr->left->type = type;
    return type;
}

/* --- rounding ------------------------------------------------------------------------------------------- */

/* A whole number rounded to places after the point stays what it is. */
static bool is_whole(Type type) {
    return type.kind == TYPE_INTEGER || (type.kind == TYPE_DURATION && type.unit != UNIT_HOURS);
}

static bool check_places(Checker *c, const Expr *places) {
    int64_t count;
    if (places->kind == EXPR_LITERAL && number_to_int(places->value.number, &count) &&
        count <= NUMBER_PLACES - 2) /* a percentage has two places more */
        return true;
    REPORT(c, ROUNDED_PLACES, places->at, expr_written(c->arena, places));
    return false;
}

Type check_rounded(Checker *c, Scope *scope, Expr *expr) {
    Type type = check_expr(c, scope, expr->left, type_of(TYPE_NONE));
    expr->right->type = type_of(TYPE_INTEGER);
    if (!type_known(type) || !check_places(c, expr->right) || !one_currency(c, expr->left, type))
        return type_of(TYPE_NONE);
    if (is_whole(type)) {
        diagnose(c->out, DIAG_ROUNDED_WHOLE, expr->at, 0, NULL);
        return type;
    }
    bool to_whole = type.kind == TYPE_DECIMAL && number_sign(expr->right->value.number) == 0;
    if (type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_DURATION)
        return to_whole ? type_of(TYPE_INTEGER) : type;
    REPORT(c, NOT_ROUNDED, expr->left->at, type_called(c, type));
    return type_of(TYPE_NONE);
}

/* --- operators ------------------------------------------------------------------------------------------ */

static bool is_sum(Operator op) {
    return op == OP_ADD || op == OP_SUBTRACT;
}

static Type of_numbers(Operator op, Type left, Type right) {
    if (left.kind == right.kind && left.kind == TYPE_INTEGER && op != OP_DIVIDE) return left;
    if (left.kind == right.kind && left.kind == TYPE_PERCENT && is_sum(op)) return left;
    return type_of(TYPE_DECIMAL);
}

/* Of two amounts of one currency, or two lengths of time in one unit. */
static Type of_amounts(Operator op, Type type) {
    if (is_sum(op)) return type;
    return type_of(op == OP_DIVIDE ? TYPE_DECIMAL : TYPE_NONE);
}

/* Hours can be parted; of days, working days and months there are whole ones only. */
static bool scales(Type amount, Type by, bool divided) {
    if (amount.kind == TYPE_MONEY || (amount.kind == TYPE_DURATION && amount.unit == UNIT_HOURS))
        return type_is_numeric(by);
    return amount.kind == TYPE_DURATION && by.kind == TYPE_INTEGER && !divided;
}

/* A day or instant, and a length of time: hours lead from instant to instant, all others from day to day. */
static Type of_times(Operator op, Type left, Type right) {
    bool instant = left.kind == TYPE_INSTANT, day = left.kind == TYPE_DATE;
    if (op == OP_SUBTRACT && left.kind == right.kind && (instant || day))
        return (Type){.kind = TYPE_DURATION, .unit = instant ? UNIT_HOURS : UNIT_DAYS};
    bool hours = right.kind == TYPE_DURATION && right.unit == UNIT_HOURS;
    bool fits = right.kind == TYPE_DURATION && (hours ? instant : day);
    return is_sum(op) && fits ? left : type_of(TYPE_NONE);
}

static Type result_of(Operator op, Type left, Type right) {
    bool product = op == OP_MULTIPLY || op == OP_DIVIDE;
    if (type_is_numeric(left) && type_is_numeric(right)) return of_numbers(op, left, right);
    if (left.kind == right.kind && (left.kind == TYPE_MONEY || left.kind == TYPE_DURATION))
        return of_amounts(op, left);
    if (product && scales(left, right, op == OP_DIVIDE)) return left;
    if (op == OP_MULTIPLY && scales(right, left, false)) return right;
    return of_times(op, left, right);
}

static bool is_zero(const Expr *expr) {
    bool number =
        expr->kind == EXPR_LITERAL &&
        (type_is_numeric(expr->type) || expr->type.kind == TYPE_MONEY || expr->type.kind == TYPE_DURATION);
    return number && number_sign(expr->value.number) == 0;
}

static Text mend_of(Checker *c, Operator op, Type left, Type right) {
    bool length = right.kind == TYPE_DURATION, hours = length && right.unit == UNIT_HOURS;
    if (is_sum(op) && left.kind == TYPE_DATE && hours)
        return TEXT("add days to a date, and hours to an instant");
    if (is_sum(op) && left.kind == TYPE_INSTANT && length) return TEXT("add hours to an instant");
    if (is_sum(op) && (left.kind == TYPE_DATE || left.kind == TYPE_INSTANT) && type_is_numeric(right))
        return text_format(c->arena, "say of what: %s", left.kind == TYPE_DATE ? "10 days" : "10 hours");
    if (op == OP_ADD && left.kind == TYPE_DURATION && right.kind == TYPE_DATE)
        return TEXT("write the date first");
    bool parts = left.kind == TYPE_DURATION && type_is_numeric(right) && !is_sum(op);
    return parts ? TEXT("only hours can be parted") : (Text){0};
}

Type check_arithmetic(Checker *c, Scope *scope, Expr *expr) {
    static const Text WRITTEN[] = {
#define X(name, written, precedence) TEXT_ROW(written),
        OPERATORS(X)
#undef X
    };
    Type none = {0}, left = check_expr(c, scope, expr->left, none),
         right = check_expr(c, scope, expr->right, none);
    if (!type_known(left) || !type_known(right)) return none;
    if (!one_currency(c, expr->left, left) || !one_currency(c, expr->right, right)) return none;
    if (expr->op == OP_DIVIDE && is_zero(expr->right)) {
        diagnose(c->out, DIAG_DIVIDED_BY_ZERO, expr->right->at, 0, NULL);
        return none;
    }
    bool amounts = left.kind == right.kind && expr->op != OP_MULTIPLY;
    if (amounts && left.kind == TYPE_MONEY && !same_currency(c, expr, left, right)) return none;
    if (amounts && left.kind == TYPE_DURATION && !same_units(c, expr, left, right)) return none;
    Type result = result_of(expr->op, left, right);
    if (!type_known(result))
        REPORT(c, NO_ARITHMETIC, expr->at, type_called(c, left), WRITTEN[expr->op], type_called(c, right))
            ->mend = mend_of(c, expr->op, left, right);
    return result;
}
