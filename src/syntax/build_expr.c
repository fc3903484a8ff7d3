/* The constructors of expressions. */
#include "syntax/build.h"

Text span_text(const Builder *builder, Span at) {
    return text_part(builder->scan->text, at.start, at.end);
}

static Expr *expr_new(Builder *builder, ExprKind kind, Span at) {
    Expr *expr = arena_make(builder->arena, Expr);
    expr->kind = kind;
    expr->at = at;
    return expr;
}

static Expr *literal(Builder *builder, Span at, Value value) {
    Expr *expr = expr_new(builder, EXPR_LITERAL, at);
    expr->value = value;
    return expr;
}

/* --- values --------------------------------------------------------------------------------------------- */

Number number_at(Builder *builder, Span at) {
    Number number = number_int(0);
    NumberError error = number_parse(builder->arena, span_text(builder, at), &number);
    if (error == NUMBER_OK) return number;
    DIAGNOSE(builder->diagnostics, DIAG_NUMBER_TOO_LARGE, at, (Text){0});
    return number_int(0);
}

Date date_at(Builder *builder, Span at) {
    Date date = DATE_NONE;
    if (span_nowhere(at) || date_parse(span_text(builder, at), &date)) return date;
    DIAGNOSE(builder->diagnostics, DIAG_NO_SUCH_DAY, at, span_text(builder, at));
    return DATE_NONE;
}

Expr *expr_number(Builder *builder, Span at) {
    Number number = number_at(builder, at);
    return literal(builder, at, value_number(number_is_whole(number) ? TYPE_INTEGER : TYPE_DECIMAL, number));
}

/* 25% is the number 1/4 (law L1). */
Number percent_at(Builder *builder, Span at) {
    at.end--;
    Number number = number_at(builder, at), part = number;
    if (number_div(builder->arena, number, number_int(100), &part) == NUMBER_OK) return part;
    DIAGNOSE(builder->diagnostics, DIAG_NUMBER_TOO_LARGE, at, (Text){0});
    return number_int(0);
}

Expr *expr_percent(Builder *builder, Span at) {
    Expr *expr = literal(builder, at, value_number(TYPE_PERCENT, percent_at(builder, at)));
    expr->percent = true;
    return expr;
}

Expr *expr_money(Builder *builder, Span at) {
    Text written = span_text(builder, at);
    char currency[4] = {written.at[0], written.at[1], written.at[2], 0};
    Span amount = at;
    amount.start += 3;
    while (span_text(builder, amount).at[0] < '0') amount.start++;
    return literal(builder, at, value_money(number_at(builder, amount), currency));
}

Expr *expr_duration(Builder *builder, Span number, Span unit) {
    Duration duration = {0};
    if (!unit_find(span_text(builder, unit), &duration.unit)) {
        DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_UNIT, unit, span_text(builder, unit));
    }
    if (!number_to_int(number_at(builder, number), &duration.amount)) {
        DIAGNOSE(builder->diagnostics, DIAG_NOT_WHOLE, number, span_text(builder, number));
    }
    Value value = {.state = VALUE_KNOWN, .kind = TYPE_DURATION, .duration = duration};
    return literal(builder, span_join(number, unit), value);
}

Expr *expr_date(Builder *builder, Span at) {
    return literal(builder, at, value_date(date_at(builder, at)));
}

Expr *expr_string(Builder *builder, Span at) {
    return literal(builder, at, value_text(string_at(builder, at)));
}

Expr *expr_yes_no(Builder *builder, bool yes, Span at) {
    return literal(builder, at, value_yes_no(yes));
}

Expr *expr_missing(Builder *builder, Span at) {
    return expr_new(builder, EXPR_MISSING, at);
}

static bool has_escape(Text inner) {
    for (size_t i = 0; i < inner.len; i++) {
        if (inner.at[i] == '\\') return true;
    }
    return false;
}

static Text unescaped(Builder *builder, Span at, Text inner) {
    Buf buf = buf_new(builder->arena);
    for (size_t i = 0; i < inner.len; i++) {
        if (inner.at[i] == '\\' && i + 1 < inner.len) {
            i++;
            if (inner.at[i] != '"' && inner.at[i] != '\\') {
                Span escape = {at.file, at.start + (uint32_t)i, at.start + (uint32_t)i + 2};
                DIAGNOSE(builder->diagnostics, DIAG_BAD_ESCAPE, escape, (Text){0});
            }
        }
        buf_char(&buf, inner.at[i]);
    }
    return buf_done(&buf);
}

Text string_at(Builder *builder, Span at) {
    Text inner = span_text(builder, at);
    inner = text_part(inner, 1, inner.len);
    if (text_ends(inner, TEXT("\""))) inner.len--;
    return has_escape(inner) ? unescaped(builder, at, inner) : inner;
}

/* --- names ---------------------------------------------------------------------------------------------- */

Name name_at(const Builder *builder, Span at) {
    return (Name){span_text(builder, at), at};
}

/* Most paths have one part, so room is made for one. */
Expr *expr_path(Builder *builder, Span first) {
    Expr *path = expr_new(builder, EXPR_PATH, first);
    path->parts.at = arena_make(builder->arena, Name);
    path->parts.len = path->parts.cap = 1;
    path->parts.at[0] = name_at(builder, first);
    return path;
}

Expr *expr_part(Builder *builder, Expr *path, Span part) {
    if (path->index) DIAGNOSE(builder->diagnostics, DIAG_AFTER_INDEX, part, (Text){0});
    *vec_push(builder->arena, &path->parts) = name_at(builder, part);
    path->at = span_join(path->at, part);
    return path;
}

Expr *expr_word(Builder *builder, Expr *words, Span word) {
    words->kind = EXPR_WORDS;
    *vec_push(builder->arena, &words->parts) = name_at(builder, word);
    words->at = span_join(words->at, word);
    return words;
}

/* --- operators ------------------------------------------------------------------------------------------ */

static uint16_t depth_of(const Expr *expr) {
    return expr ? expr->depth : 0;
}

/* One operator more around its operands. Past the bound the operands are left out, so that whoever walks the
 * tree need not fear for the stack; the error keeps it from being used. */
static void nest(Builder *builder, Expr *expr, Expr *left, Expr *right) {
    uint16_t inner = depth_of(left) > depth_of(right) ? depth_of(left) : depth_of(right);
    if (inner >= EXPR_DEPTH_MAX) {
        Text limit = text_format(builder->arena, "%d", EXPR_DEPTH_MAX);
        DIAGNOSE(builder->diagnostics, DIAG_TOO_LONG, expr->at, limit);
        left = right = expr_missing(builder, expr->at);
        inner = 0;
    }
    expr->left = left;
    expr->right = right;
    expr->depth = inner + 1;
}

Expr *expr_not(Builder *builder, Expr *operand, Span at) {
    Expr *expr = expr_new(builder, EXPR_NOT, at);
    nest(builder, expr, operand, NULL);
    return expr;
}

Expr *expr_negate(Builder *builder, Expr *operand, Span at) {
    Expr *expr = expr_new(builder, EXPR_NEGATE, at);
    nest(builder, expr, operand, NULL);
    return expr;
}

Expr *expr_binary(Builder *builder, Operator op, Expr *left, Expr *right, Span at) {
    Expr *expr = expr_new(builder, EXPR_BINARY, at);
    expr->op = op;
    nest(builder, expr, left, right);
    return expr;
}

Expr *expr_range(Builder *builder, bool half_open, Expr *low, Expr *high, Span at) {
    Expr *expr = expr_new(builder, EXPR_RANGE, at);
    expr->half_open = half_open;
    nest(builder, expr, low, high);
    return expr;
}

/* What a list holds lies one deeper than the deepest of it. */
static void take_items(Builder *builder, Expr *expr, Expr *left, const ExprList *items) {
    Expr *deepest = NULL;
    for (size_t i = 0; i < items->len; i++) {
        if (depth_of(items->at[i]) >= depth_of(deepest)) deepest = items->at[i];
    }
    nest(builder, expr, left, deepest);
    bool cut = expr->right != deepest;
    expr->right = NULL;
    if (cut) return;
    expr->items.at = items->at;
    expr->items.len = items->len;
    expr->items.cap = items->cap;
}

Expr *expr_in(Builder *builder, Expr *left, const ExprList *items, Span at) {
    Expr *expr = expr_new(builder, EXPR_IN, at);
    take_items(builder, expr, left, items);
    return expr;
}

Expr *expr_list(Builder *builder, const ExprList *items, Span at) {
    Expr *expr = expr_new(builder, EXPR_LIST, at);
    take_items(builder, expr, NULL, items);
    expr->left = NULL;
    return expr;
}

Expr *expr_index(Builder *builder, Expr *path, Expr *index, Span at) {
    if (path->index) DIAGNOSE(builder->diagnostics, DIAG_AFTER_INDEX, index->at, (Text){0});
    nest(builder, path, NULL, index);
    path->index = path->right;
    path->left = path->right = NULL;
    path->at = at;
    return path;
}

ExprList *exprs_add(Builder *builder, ExprList *exprs, Expr *expr) {
    if (!exprs) exprs = arena_make(builder->arena, ExprList);
    *vec_push(builder->arena, exprs) = expr;
    return exprs;
}
