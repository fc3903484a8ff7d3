/* Nodes written as an author would write them. How deep an expression is nested is bounded by the parser, so
 * the functions that call themselves here do not go deeper than that. */
#include "syntax/syntax.h"

static const struct OperatorRow {
    const char *written;
    int precedence;
} operators[] = {
#define X(name, written, precedence) {written, precedence},
    OPERATORS(X)
#undef X
};

enum { WRITE_NOT = 3, WRITE_TEST = 4, WRITE_SUM = 5, WRITE_ADD = 6, WRITE_NEGATE = 8, WRITE_WHOLE = 9 };

static int precedence_of(const Expr *expr) {
    switch (expr->kind) {
    case EXPR_BINARY:
        return operators[expr->op].precedence;
    case EXPR_NOT:
        return WRITE_NOT;
    case EXPR_IN:
    case EXPR_WITHIN:
    case EXPR_RANGE:
    case EXPR_FIRST:
        return WRITE_TEST;
    case EXPR_ELAPSED:
    case EXPR_ROUNDED:
        return WRITE_SUM;
    case EXPR_BY:
        return expr->left->kind == EXPR_ELAPSED ? WRITE_SUM : WRITE_WHOLE;
    case EXPR_NEGATE:
    case EXPR_AGGREGATE:
    case EXPR_ROOT:
        return WRITE_NEGATE;
    default:
        return WRITE_WHOLE;
    }
}

/* In ( ) when it binds less than its place asks for. */
static void write_within(Buf *buf, const Expr *expr, int needed) {
    bool bracketed = precedence_of(expr) < needed;
    if (bracketed) buf_char(buf, '(');
    expr_write(buf, expr);
    if (bracketed) buf_char(buf, ')');
}

static void write_quoted(Buf *buf, Text text) {
    buf_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') buf_char(buf, '\\');
        buf_char(buf, text.at[i]);
    }
    buf_char(buf, '"');
}

static void write_literal(Buf *buf, const Expr *expr) {
    Type type = expr->type;
    type.kind = (TypeKind)expr->value.kind;
    if (value_known(expr->value) && type.kind == TYPE_TEXT)
        write_quoted(buf, expr->value.text);
    else
        value_write(buf, type, expr->value);
}

static void write_parts(Buf *buf, const Expr *expr, char between) {
    for (size_t i = 0; i < expr->parts.len; i++) {
        if (i > 0) buf_char(buf, between);
        buf_text(buf, expr->parts.at[i].text);
    }
    if (!expr->index) return;
    buf_char(buf, '[');
    expr_write(buf, expr->index);
    buf_char(buf, ']');
}

static void write_calendar(Buf *buf, const Expr *calendar) {
    buf_cstr(buf, " by ");
    expr_write(buf, calendar);
}

/* x is missing, x is not applicable */
static bool write_asked(Buf *buf, const Expr *expr) {
    bool is = expr->op == OP_EQUAL, missing = expr_asked(expr, EXPR_MISSING) == expr->left;
    if (!missing && expr_asked(expr, EXPR_NOT_APPLICABLE) != expr->left) return false;
    write_within(buf, expr->left, WRITE_SUM);
    if (missing)
        buf_cstr(buf, is ? " is missing" : " is not missing");
    else
        buf_cstr(buf, is ? " is not applicable" : " is applicable");
    return true;
}

static void write_binary(Buf *buf, const Expr *expr) {
    if (write_asked(buf, expr)) return;
    int precedence = operators[expr->op].precedence;
    bool test = precedence == WRITE_TEST;
    write_within(buf, expr->left, test ? WRITE_SUM : precedence);
    buf_format(buf, " %s ", operators[expr->op].written);
    write_within(buf, expr->right, precedence + 1);
}

static void write_items(Buf *buf, const Expr *expr, const char *brackets) {
    buf_char(buf, brackets[0]);
    for (size_t i = 0; i < expr->items.len; i++) {
        if (i > 0) buf_cstr(buf, ", ");
        expr_write(buf, expr->items.at[i]);
    }
    buf_char(buf, brackets[1]);
}

static void write_lookup(Buf *buf, const Expr *expr) {
    buf_text(buf, expr->parts.at[0].text);
    write_items(buf, expr->index, "[]");
    if (expr->parts.len > 1) buf_format(buf, ".%.*s", TEXT_ARG(expr->parts.at[1].text));
}

/* `calendar` NULL: where it counts no working days, or those of the charter's own. */
static void write_elapsed_by(Buf *buf, const Expr *expr, const Expr *calendar) {
    unit_write(buf, expr->unit, false);
    if (calendar) write_calendar(buf, calendar);
    buf_cstr(buf, " from ");
    write_within(buf, expr->left, WRITE_ADD);
    buf_cstr(buf, " to ");
    write_within(buf, expr->right, WRITE_ADD);
}

static void write_rounded(Buf *buf, const Expr *expr) {
    write_within(buf, expr->left, WRITE_ADD);
    buf_cstr(buf, " rounded to ");
    expr_write(buf, expr->right);
    buf_format(buf, " %.*s", TEXT_ARG(rounding_words((Rounding)expr->how)));
}

static void write_first(Buf *buf, const Expr *expr) {
    buf_cstr(buf, "first in ");
    expr_write(buf, expr->items.at[FIRST_LINE]);
    buf_cstr(buf, " from ");
    write_within(buf, expr->items.at[FIRST_FROM], WRITE_SUM);
    buf_cstr(buf, " whose ");
    expr_write(buf, expr->items.at[FIRST_WHOSE]);
    buf_cstr(buf, " covers ");
    write_within(buf, expr->items.at[FIRST_COVERED], WRITE_SUM);
}

static void write_missing_word(Buf *buf, const Expr *expr) {
    (void)expr;
    buf_cstr(buf, "missing");
}

static void write_not_applicable(Buf *buf, const Expr *expr) {
    (void)expr;
    buf_cstr(buf, "not applicable");
}

static void write_path(Buf *buf, const Expr *expr) {
    write_parts(buf, expr, '.');
}

static void write_words(Buf *buf, const Expr *expr) {
    write_parts(buf, expr, ' ');
}

static void write_not(Buf *buf, const Expr *expr) {
    buf_cstr(buf, "not ");
    write_within(buf, expr->left, WRITE_TEST);
}

static void write_negate(Buf *buf, const Expr *expr) {
    buf_char(buf, '-');
    write_within(buf, expr->left, WRITE_WHOLE);
}

static void write_list(Buf *buf, const Expr *expr) {
    write_items(buf, expr, "()");
}

static void write_in(Buf *buf, const Expr *expr) {
    write_within(buf, expr->left, WRITE_SUM);
    buf_cstr(buf, " in ");
    write_list(buf, expr);
}

static void write_in_fact(Buf *buf, const Expr *expr) {
    write_within(buf, expr->left, WRITE_SUM);
    buf_cstr(buf, " in ");
    expr_write(buf, expr->right);
}

static void write_some(Buf *buf, const Expr *expr) {
    expr_write(buf, expr->left);
    buf_cstr(buf, " of ");
    write_list(buf, expr);
}

static void write_elapsed(Buf *buf, const Expr *expr) {
    write_elapsed_by(buf, expr, NULL);
}

static void write_by(Buf *buf, const Expr *expr) {
    if (expr->left->kind == EXPR_ELAPSED) {
        write_elapsed_by(buf, expr->left, expr->right);
    } else {
        expr_write(buf, expr->left);
        write_calendar(buf, expr->right);
    }
}

static void write_convert(Buf *buf, const Expr *expr) {
    write_within(buf, expr->left, WRITE_WHOLE);
    buf_format(buf, " in %.*s at %.*s", TEXT_ARG(expr->right->parts.at[0].text),
               TEXT_ARG(expr->right->parts.at[1].text));
}

static void write_aggregate(Buf *buf, const Expr *expr) {
    buf_format(buf, "%.*s of ", TEXT_ARG(aggregate_word((Aggregate)expr->how)));
    write_within(buf, expr->left, WRITE_WHOLE);
}

static void write_root(Buf *buf, const Expr *expr) {
    buf_cstr(buf, "square root of ");
    write_within(buf, expr->left, WRITE_WHOLE);
}

static void write_range(Buf *buf, const Expr *expr) {
    write_within(buf, expr->left, WRITE_SUM);
    buf_cstr(buf, expr->half_open ? " ..< " : " .. ");
    write_within(buf, expr->right, WRITE_SUM);
}

void expr_write(Buf *buf, const Expr *expr) {
    static void (*const writers[])(Buf *, const Expr *) = {
        [EXPR_LITERAL] = write_literal,
        [EXPR_MISSING] = write_missing_word,
        [EXPR_PATH] = write_path,
        [EXPR_LOOKUP] = write_lookup,
        [EXPR_NOT] = write_not,
        [EXPR_NEGATE] = write_negate,
        [EXPR_BINARY] = write_binary,
        [EXPR_IN] = write_in,
        [EXPR_WITHIN] = write_in_fact,
        [EXPR_ELAPSED] = write_elapsed,
        [EXPR_BY] = write_by,
        [EXPR_CONVERT] = write_convert,
        [EXPR_ROUNDED] = write_rounded,
        [EXPR_RANGE] = write_range,
        [EXPR_ROOT] = write_root,
        [EXPR_AGGREGATE] = write_aggregate,
        [EXPR_LIST] = write_list,
        [EXPR_SOME] = write_some,
        [EXPR_FIRST] = write_first,
        [EXPR_WORDS] = write_words,
        [EXPR_NOT_APPLICABLE] = write_not_applicable,
    };
    writers[expr->kind](buf, expr);
}

Text expr_written(Arena *arena, const Expr *expr) {
    Buf buf = buf_new(arena);
    expr_write(&buf, expr);
    return buf_done(&buf);
}

static void test_write(Buf *buf, const CellTest *test) {
    if (test->negated && test->value->kind == EXPR_NOT_APPLICABLE) {
        buf_cstr(buf, "applicable");
        return;
    }
    if (test->negated) buf_cstr(buf, "not ");
    if (test->compares) buf_format(buf, "%s ", operators[test->op].written);
    write_within(buf, test->value, test->compares ? WRITE_SUM : test->negated ? WRITE_TEST : 0);
}

void cell_write(Buf *buf, const Cell *cell) {
    if (cell->kind == CELL_ANY) buf_char(buf, '-');
    if (cell->kind == CELL_OTHERWISE) buf_cstr(buf, "otherwise");
    for (size_t i = 0; cell->kind == CELL_TESTS && i < cell->tests.len; i++) {
        if (i > 0) buf_cstr(buf, ", ");
        test_write(buf, &cell->tests.at[i]);
    }
}

/* 1/2, as thresholds are spoken of, not 0.5. */
static void write_fraction(Buf *buf, Number number) {
    if (number.den > 1)
        buf_format(buf, "%lld/%lld", (long long)number.num, (long long)number.den);
    else
        number_write(buf, number);
}

void comparison_write(Buf *buf, const Comparison *comparison) {
    buf_cstr(buf, comparison->at_least ? "at least " : "more than ");
    bool plain = comparison->root && number_compare(comparison->quantity, number_int(1)) == 0;
    if (!plain) write_fraction(buf, comparison->quantity);
    if (comparison->root) buf_cstr(buf, plain ? "square root" : " of square root");
    bool based = comparison->root || comparison->of_count;
    buf_cstr(buf, based ? " of " : " ");
    buf_text(buf, count_words(based ? comparison->base : comparison->counted));
    if (comparison->including == 0) return;
    buf_format(buf, " including %lld with role %.*s", (long long)comparison->including,
               TEXT_ARG(comparison->including_role.text));
}
