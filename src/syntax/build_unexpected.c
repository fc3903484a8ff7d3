/* What the parser reports of a token that it cannot go on with, in an author's words. */
#include "syntax/build.h"

#include "grammar_parser.h"

/* How many things that could have stood there are named, and how many signs among them. */
enum { EXPECTATIONS = 4, SIGNS = 2 };

/* As it stands in a sentence: a description as it is, a word or sign of the language in quotes. */
static Text named(Builder *builder, Text name) {
    bool described =
        text_starts(name, TEXT("a ")) || text_starts(name, TEXT("an ")) || text_starts(name, TEXT("the "));
    if (described) return name;
    if (text_starts(name, TEXT("'"))) name = text_part(name, 1, name.len - 1);
    return text_format(builder->arena, "\"%.*s\"", TEXT_ARG(name));
}

static bool has(const Text *names, size_t count, Text name) {
    for (size_t i = 0; i < count; i++) {
        if (text_equal(names[i], name)) return true;
    }
    return false;
}

/* Signs and joining words: where many of them could stand, they are worth one mention together. */
static bool is_operator(Text name) {
    static const char *const operators[] = {"and", "or", "in", "'+'", "'-'", "'*'", "'/'", "'<'", "'>'",
                                            "'='", "!=", "<=", ">=",  "..",  "..<", "'.'", "'['"};
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        if (text_is(name, operators[i])) return true;
    }
    return false;
}

/* The few expectations that help: each once, operators last. */
static size_t choose(const Text *expected, size_t count, Text chosen[EXPECTATIONS]) {
    size_t len = 0, signs = 0;
    for (size_t i = 0; i < count; i++) signs += is_operator(expected[i]);
    for (int operators = 0; operators < 2; operators++) {
        for (size_t i = 0; i < count && len < EXPECTATIONS; i++) {
            if (text_empty(expected[i]) || is_operator(expected[i]) != (operators == 1)) continue;
            Text name = operators && signs > SIGNS ? TEXT("an operator") : expected[i];
            if (!has(chosen, len, name)) chosen[len++] = name;
        }
    }
    return len;
}

static Text expectation(Builder *builder, const Text *expected, size_t count) {
    Text chosen[EXPECTATIONS];
    size_t len = choose(expected, count, chosen);
    for (size_t i = 0; i < len; i++) chosen[i] = named(builder, chosen[i]);
    return text_join(builder->arena, chosen, len, " or ");
}

/* What is shown of a long token. */
enum { SHOWN_MAX = 40 };

Text span_shown(const Builder *builder, Span at) {
    Text written = span_text(builder, at), more = TEXT("");
    size_t end = written.len;
    if (end > SHOWN_MAX) {
        for (end = SHOWN_MAX; end > 0 && ((unsigned char)written.at[end] & 0xC0) == 0x80;) end--;
        more = TEXT("...");
    }
    const char *quote = text_starts(written, TEXT("\"")) ? "" : "\"";
    return text_format(builder->arena, "%s%.*s%.*s%s", quote, (int)end, written.at, TEXT_ARG(more), quote);
}

/* The token as it was written, or its name where nothing was. */
static Text met(const Builder *builder, Text got, Span at) {
    bool nothing = text_starts(got, TEXT("the ")) || text_empty(text_trim(span_text(builder, at)));
    return nothing ? got : span_shown(builder, at);
}

static Text mend_of(const Builder *builder, Span at, const Text *expected, size_t count) {
    Text written = span_text(builder, at), quote = scan_quote_mend(builder->scan, at);
    if (!text_empty(quote)) return quote;
    bool name = has(expected, count, TEXT("a name")) || has(expected, count, TEXT("a member")) ||
                has(expected, count, TEXT("a fact's name"));
    if (name && scan_reserved(written)) {
        return text_format(builder->arena, "\"%.*s\" is a word of the language; choose another name",
                           TEXT_ARG(written));
    }
    if (text_is(written, ".") && builder->scan->before == T_NUMBER)
        return TEXT("a date is written year-month-day: 2026-03-31");
    if (text_is(written, "}") && has(expected, count, TEXT("a declaration"))) {
        return TEXT("there is a } too many here, or a { too few above");
    }
    return build_prose_mend(builder, at);
}

/* "10 fortnights": a name that stands where only a unit of time could. */
static bool unknown_unit(const Builder *builder, Text got) {
    return builder->scan->before == T_NUMBER && text_is(got, "a name") &&
           (builder->scan->place & (AT_TABLE | AT_ALONE)) != 0;
}

/* "6 to 8" and "5_000 EUR" are no lengths of time. */
static Text unit_mend(const Builder *builder, Span at) {
    Text currency = build_currency_mend(builder, at);
    if (!text_empty(currency)) return currency;
    return text_is(span_text(builder, at), "to") ? TEXT("write .. for a range: 6..8") : (Text){0};
}

static bool ends_something(Text got) {
    return text_is(got, "the end of the line") || text_is(got, "||") || text_is(got, "'|'") ||
           text_is(got, "'}'") || text_is(got, "the end of the file");
}

/* A bracket that was left open: where the line or cell ends is not where it is to be mended. */
static bool report_open_bracket(Builder *builder, Text got, const Text *expected, size_t count) {
    Span bracket = builder->scan->bracket;
    bool round = text_is(span_text(builder, bracket), "(");
    if (span_nowhere(bracket) || !ends_something(got)) return false;
    if (!has(expected, count, round ? TEXT("')'") : TEXT("']'"))) return false;
    DIAGNOSE(builder->diagnostics, DIAG_OPEN_BRACKET, bracket, round ? TEXT("(") : TEXT("["),
             round ? TEXT(")") : TEXT("]"));
    return true;
}

void build_unexpected(Builder *builder, Text got, Span at, const Text *expected, size_t count) {
    if (unknown_unit(builder, got)) {
        Text word = span_text(builder, at);
        DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_UNIT, at, word)->mend = unit_mend(builder, at);
    } else if (!report_open_bracket(builder, got, expected, count)) {
        Text list = expectation(builder, expected, count);
        DIAGNOSE(builder->diagnostics, DIAG_UNEXPECTED, at, met(builder, got, at), list)->mend =
            mend_of(builder, at, expected, count);
    }
    scan_failed(builder->scan);
}

void build_too_deep(Builder *builder, Span at) {
    DIAGNOSE(builder->diagnostics, DIAG_TOO_LONG, at, text_format(builder->arena, "%d", EXPR_DEPTH_MAX));
}
