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

static DurationUnit unit_at(Builder *builder, Span at) {
    DurationUnit unit = UNIT_DAYS;
    if (!unit_find(span_text(builder, at), &unit))
        DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_UNIT, at, span_text(builder, at));
    return unit;
}

Expr *expr_duration(Builder *builder, Span number, Span unit) {
    Number amount = number_at(builder, number);
    if (!number_is_whole(amount))
        DIAGNOSE(builder->diagnostics, DIAG_NOT_WHOLE, number, span_text(builder, number));
    return literal(builder, span_join(number, unit), value_duration(amount, unit_at(builder, unit)));
}

Expr *expr_date(Builder *builder, Span at) {
    return literal(builder, at, value_date(date_at(builder, at)));
}

Expr *expr_text(Builder *builder, Text text, Span at) {
    return literal(builder, at, value_text(text));
}

Expr *expr_instant(Builder *builder, Span at) {
    Value value = {.state = VALUE_KNOWN, .kind = TYPE_INSTANT};
    if (!moment_parse(span_text(builder, at), &value.instant))
        DIAGNOSE(builder->diagnostics, DIAG_NO_SUCH_INSTANT, at, span_text(builder, at));
    return literal(builder, at, value);
}

Expr *expr_string(Builder *builder, Span at) {
    return expr_text(builder, string_at(builder, at), at);
}

Expr *expr_yes_no(Builder *builder, bool yes, Span at) {
    return literal(builder, at, value_yes_no(yes));
}

Expr *expr_missing(Builder *builder, Span at) {
    return expr_new(builder, EXPR_MISSING, at);
}

Expr *expr_not_applicable(Builder *builder, Span at) {
    return expr_new(builder, EXPR_NOT_APPLICABLE, at);
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

/* Most paths have one part, so that comes with it. */
Expr *expr_path(Builder *builder, Span first) {
    struct {
        Expr path;
        Name part;
    } *made = arena_alloc(builder->arena, sizeof *made);
    made->path.kind = EXPR_PATH;
    made->path.at = first;
    made->part = name_at(builder, first);
    made->path.parts.at = &made->part;
    made->path.parts.len = made->path.parts.cap = 1;
    return &made->path;
}

/* A name after [ ] is the field that is read of a register; what stands in them is then its key. */
static void begin_lookup(Builder *builder, Expr *path, Span part) {
    if (path->parts.len > 1) DIAGNOSE(builder->diagnostics, DIAG_AFTER_INDEX, part, (Text){0});
    if (path->kind == EXPR_LOOKUP) return;
    Expr *index = path->index;
    path->index = expr_list(builder, exprs_add(builder, NULL, index), index->at);
    path->kind = EXPR_LOOKUP;
}

Expr *expr_part(Builder *builder, Expr *path, Span part) {
    if (path->index) begin_lookup(builder, path, part);
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

static unsigned deeper(unsigned depth, const Expr *operand) {
    return operand && operand->depth > depth ? operand->depth : depth;
}

/* One operator more around what is `inner` deep. Past the bound this is false and what is within has to be
 * left out, so that whoever walks the tree need not fear for the stack; the error keeps it from being used.
 */
static bool deepen(Builder *builder, Expr *expr, unsigned inner) {
    bool within = inner < EXPR_DEPTH_MAX;
    expr->depth = within ? inner + 1 : 1;
    if (!within)
        DIAGNOSE(builder->diagnostics, DIAG_TOO_LONG, expr->at,
                 text_format(builder->arena, "%d", EXPR_DEPTH_MAX));
    return within;
}

static Expr *operation(Builder *builder, ExprKind kind, Expr *left, Expr *right, Span at) {
    Expr *expr = expr_new(builder, kind, at);
    bool within = deepen(builder, expr, deeper(deeper(0, left), right));
    expr->left = within ? left : expr_missing(builder, at);
    expr->right = within ? right : expr->left;
    return expr;
}

Expr *expr_not(Builder *builder, Expr *operand, Span at) {
    return operation(builder, EXPR_NOT, operand, NULL, at);
}

Expr *expr_negate(Builder *builder, Expr *operand, Span at) {
    return operation(builder, EXPR_NEGATE, operand, NULL, at);
}

Expr *expr_binary(Builder *builder, Operator op, Expr *left, Expr *right, Span at) {
    Expr *expr = operation(builder, EXPR_BINARY, left, right, at);
    expr->op = op;
    return expr;
}

Expr *expr_elapsed(Builder *builder, Span unit, Expr *from, Expr *to, Span at) {
    Expr *expr = operation(builder, EXPR_ELAPSED, from, to, at);
    expr->unit = unit_at(builder, unit);
    return expr;
}

Expr *expr_by(Builder *builder, Expr *length, Span calendar, Span at) {
    return operation(builder, EXPR_BY, length, expr_path(builder, calendar), at);
}

Expr *expr_convert(Builder *builder, Expr *amount, Span currency, Span rates, Span at) {
    Expr *words = expr_word(builder, expr_path(builder, currency), rates);
    return operation(builder, EXPR_CONVERT, amount, words, at);
}

Expr *expr_within(Builder *builder, Expr *operand, Expr *in, Span at) {
    return operation(builder, EXPR_WITHIN, operand, in, at);
}

Expr *expr_aggregate(Builder *builder, Aggregate what, Expr *list, Span at) {
    Expr *expr = operation(builder, EXPR_AGGREGATE, list, NULL, at);
    expr->how = what;
    return expr;
}

Expr *expr_root(Builder *builder, Expr *operand, Span at) {
    return operation(builder, EXPR_ROOT, operand, NULL, at);
}

/* `how` nowhere: the author did not say. */
Expr *expr_rounded(Builder *builder, Expr *operand, Span places, Span how, Span at) {
    Expr *expr = operation(builder, EXPR_ROUNDED, operand, expr_number(builder, places), at);
    Rounding rounding = ROUND_HALF_EVEN;
    if (span_nowhere(how))
        DIAGNOSE(builder->diagnostics, DIAG_HOW_ROUNDED, at, (Text){0});
    else if (!rounding_find(span_text(builder, how), &rounding))
        DIAGNOSE(builder->diagnostics, DIAG_NO_ROUNDING, how, span_text(builder, how));
    expr->how = rounding;
    return expr;
}

Expr *expr_range(Builder *builder, bool half_open, Expr *low, Expr *high, Span at) {
    Expr *expr = operation(builder, EXPR_RANGE, low, high, at);
    expr->half_open = half_open;
    return expr;
}

/* What a list holds lies one deeper than the deepest of it. */
static Expr *listing(Builder *builder, ExprKind kind, Expr *left, const ExprList *items, Span at) {
    Expr *expr = expr_new(builder, kind, at);
    unsigned inner = deeper(0, left);
    for (size_t i = 0; i < items->len; i++) inner = deeper(inner, items->at[i]);
    if (!deepen(builder, expr, inner)) {
        expr->left = expr_missing(builder, at);
        return expr;
    }
    expr->left = left;
    MOVE(expr->items, items);
    return expr;
}

Expr *expr_in(Builder *builder, Expr *left, const ExprList *items, Span at) {
    return listing(builder, EXPR_IN, left, items, at);
}

Expr *expr_list(Builder *builder, const ExprList *items, Span at) {
    return listing(builder, EXPR_LIST, NULL, items, at);
}

Expr *expr_some(Builder *builder, Span number, const ExprList *items, Span at) {
    return listing(builder, EXPR_SOME, expr_number(builder, number), items, at);
}

Expr *expr_first(Builder *builder, Expr *line, Expr *from, Span whose, Expr *covered, Span at) {
    ExprList *items = exprs_add(builder, NULL, line);
    exprs_add(builder, items, from);
    exprs_add(builder, items, expr_path(builder, whose));
    exprs_add(builder, items, covered);
    Expr *first = listing(builder, EXPR_FIRST, NULL, items, at);
    return first->items.len == FIRST_PARTS ? first : expr_missing(builder, at);
}

Expr *expr_index(Builder *builder, Expr *path, Expr *index, Span at) {
    if (path->index) {
        DIAGNOSE(builder->diagnostics, DIAG_AFTER_INDEX, index->at, (Text){0});
        return path;
    }
    path->at = at;
    path->index = deepen(builder, path, index->depth) ? index : expr_missing(builder, at);
    return path;
}

Expr *expr_key(Builder *builder, Expr *path, const ExprList *key, Span at) {
    path = expr_index(builder, path, expr_list(builder, key, at), at);
    path->kind = EXPR_LOOKUP;
    return path;
}

ExprList *exprs_add(Builder *builder, ExprList *exprs, Expr *expr) {
    if (!exprs) exprs = arena_make(builder->arena, ExprList);
    *vec_push(builder->arena, exprs) = expr;
    return exprs;
}
