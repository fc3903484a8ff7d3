/* What authors write as they would say it, and how the language says it: the mend of a token that the parser
 * cannot go on with. */
#include "syntax/build.h"

#include "grammar_parser.h"
#include "value/value.h"

#define THRESHOLDS AT_SHAPE(THRESHOLD)
#define CONDITIONS                                                                                           \
    (AT_TABLE | AT_ALONE | AT_BRANCHES | AT_CONDITIONED | AT_SHAPE(WHEN) | AT_SHAPE(CONDITION) |             \
     AT_SHAPE(VALUE) | AT_SHAPE(DATED) | AT_SHAPE(CELL) | AT_SHAPE(GIVEN) | AT_SHAPE(EXPECT))

#define BETWEEN "write .. for a range: 5..8; 5 ..< 8 leaves out the upper end"
#define IN_LIST "write the brackets: in (a, b, 3..7)"

/* X(where, as it is said, the mend; of a mend that ends in a space, the rest of the line is the end.) Longer
 * ones stand before those with which they begin. */
#define PROSE(X)                                                                                             \
    X(THRESHOLDS, ">=", "write: at least ")                                                                  \
    X(THRESHOLDS, ">", "write: more than ")                                                                  \
    X(THRESHOLDS, "over", "write: more than ")                                                               \
    X(THRESHOLDS, "no less than", "write: at least ")                                                        \
    X(THRESHOLDS, "not less than", "write: at least ")                                                       \
    X(THRESHOLDS, "no fewer than", "write: at least ")                                                       \
    X(THRESHOLDS, "minimum", "write: at least ")                                                             \
    X(THRESHOLDS, "at least half of", "write: at least 1/2 of ")                                             \
    X(THRESHOLDS, "more than half of", "write: more than 1/2 of ")                                           \
    X(THRESHOLDS, "at least one third of", "write: at least 1/3 of ")                                        \
    X(THRESHOLDS, "at least a third of", "write: at least 1/3 of ")                                          \
    X(THRESHOLDS, "at least two thirds of", "write: at least 2/3 of ")                                       \
    X(THRESHOLDS, "more than two thirds of", "write: more than 2/3 of ")                                     \
    X(THRESHOLDS, "at least three quarters of", "write: at least 3/4 of ")                                   \
    X(THRESHOLDS, "half of", "write: at least 1/2 of ")                                                      \
    X(THRESHOLDS, "a third of", "write: at least 1/3 of ")                                                   \
    X(THRESHOLDS, "one third of", "write: at least 1/3 of ")                                                 \
    X(THRESHOLDS, "two thirds of", "write: at least 2/3 of ")                                                \
    X(THRESHOLDS, "two-thirds of", "write: at least 2/3 of ")                                                \
    X(THRESHOLDS, "three quarters of", "write: at least 3/4 of ")                                            \
    X(THRESHOLDS, "a simple majority of", "write: more than 1/2 of ")                                        \
    X(THRESHOLDS, "simple majority of", "write: more than 1/2 of ")                                          \
    X(THRESHOLDS, "a majority of", "write: more than 1/2 of ")                                               \
    X(THRESHOLDS, "majority of", "write: more than 1/2 of ")                                                 \
    X(THRESHOLDS, "absolute majority", "write: more than 1/2 of members in office")                          \
    X(THRESHOLDS, "simple majority", "write: more than 1/2 of votes cast")                                   \
    X(THRESHOLDS, "majority", "write: more than 1/2 of votes cast")                                          \
    X(THRESHOLDS, "unanimity", "write: at least 100% of votes cast")                                         \
    X(THRESHOLDS, "unanimous", "write: at least 100% of votes cast")                                         \
    X(THRESHOLDS, "all", "write: at least 100% of ")                                                         \
    X(CONDITIONS, "greater than or equal to", "write: >= ")                                                  \
    X(CONDITIONS, "less than or equal to", "write: <= ")                                                     \
    X(CONDITIONS, "is at least", "write: >= ")                                                               \
    X(CONDITIONS, "is at most", "write: <= ")                                                                \
    X(CONDITIONS, "is more than", "write: > ")                                                               \
    X(CONDITIONS, "is greater than", "write: > ")                                                            \
    X(CONDITIONS, "is less than", "write: < ")                                                               \
    X(CONDITIONS, "is above", "write: > ")                                                                   \
    X(CONDITIONS, "is over", "write: > ")                                                                    \
    X(CONDITIONS, "is below", "write: < ")                                                                   \
    X(CONDITIONS, "is under", "write: < ")                                                                   \
    X(CONDITIONS, "is between", BETWEEN)                                                                     \
    X(CONDITIONS, "is equal to", "write: = ")                                                                \
    X(CONDITIONS, "is not", "write: != ")                                                                    \
    X(CONDITIONS, "is", "write: = ")                                                                         \
    X(CONDITIONS, "not more than", "write: <= ")                                                             \
    X(CONDITIONS, "no more than", "write: <= ")                                                              \
    X(CONDITIONS, "not less than", "write: >= ")                                                             \
    X(CONDITIONS, "no less than", "write: >= ")                                                              \
    X(CONDITIONS, "at least", "write: >= ")                                                                  \
    X(CONDITIONS, "at most", "write: <= ")                                                                   \
    X(CONDITIONS, "up to", "write: <= ")                                                                     \
    X(CONDITIONS, "more than", "write: > ")                                                                  \
    X(CONDITIONS, "greater than", "write: > ")                                                               \
    X(CONDITIONS, "less than", "write: < ")                                                                  \
    X(CONDITIONS, "fewer than", "write: < ")                                                                 \
    X(CONDITIONS, "exceeds", "write: > ")                                                                    \
    X(CONDITIONS, "exceed", "write: > ")                                                                     \
    X(CONDITIONS, "above", "write: > ")                                                                      \
    X(CONDITIONS, "over", "write: > ")                                                                       \
    X(CONDITIONS, "from", BETWEEN)                                                                           \
    X(CONDITIONS, "below", "write: < ")                                                                      \
    X(CONDITIONS, "under", "write: < ")                                                                      \
    X(CONDITIONS, "equals", "write: = ")                                                                     \
    X(CONDITIONS, "between", BETWEEN)                                                                        \
    X(CONDITIONS, "in", IN_LIST)                                                                             \
    X(CONDITIONS, "any", "write - where a row does not look at a column")                                    \
    X(AT_FIELD, "material", "write: material beyond ")

static const struct Prose {
    unsigned places;
    Text said, mend;
} prose[] = {
#define X(places, said, mend) {(places), TEXT_ROW(said), TEXT_ROW(mend)},
    PROSE(X)
#undef X
};

#define LENGTH(rows) (sizeof(rows) / sizeof(rows)[0])

/* --- the line around a token ---------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Where the clause or the cell begins, and where it ends. */
static bool is_border(const Builder *builder, char c) {
    return c == '\n' || c == '#' || c == '{' || c == '}' || (builder->scan->place == AT_TABLE && c == '|');
}

static uint32_t clause_start(const Builder *builder, uint32_t at) {
    while (at > 0 && !is_border(builder, builder->scan->text.at[at - 1])) at--;
    return at;
}

static uint32_t clause_end(const Builder *builder, uint32_t at) {
    Text text = builder->scan->text;
    while (at < text.len && !is_border(builder, text.at[at])) at++;
    return at;
}

static Text between(const Builder *builder, uint32_t from, uint32_t to) {
    return text_trim(text_part(builder->scan->text, from, to));
}

/* --- what was said -------------------------------------------------------------------------------------- */

/* Where the words end that are said at this place, with any blanks between them; 0 where others are. */
static uint32_t said_at(Text text, uint32_t at, uint32_t end, Text said) {
    if (is_letter(said.at[0]) && at > 0 && (is_letter(text.at[at - 1]) || is_digit(text.at[at - 1])))
        return 0;
    for (size_t i = 0; i < said.len; i++) {
        if (at >= end || (said.at[i] == ' ' ? !is_blank(text.at[at]) : text.at[at] != said.at[i])) return 0;
        at++;
        while (said.at[i] == ' ' && at < end && is_blank(text.at[at])) at++;
    }
    bool goes_on =
        at < end && is_letter(said.at[said.len - 1]) && (is_letter(text.at[at]) || is_digit(text.at[at]));
    return goes_on ? 0 : at;
}

/* The words must reach to the token, or to the blanks before it. */
static uint32_t said_around(const Builder *builder, Span at, Text said) {
    Text text = builder->scan->text;
    uint32_t end = clause_end(builder, at.start);
    for (uint32_t from = clause_start(builder, at.start); from <= at.start; from++) {
        uint32_t past = said_at(text, from, end, said);
        if (past > 0 && text_empty(between(builder, past, at.start))) return past;
    }
    return 0;
}

static Text prose_mend(const Builder *builder, Span at) {
    for (size_t i = 0; i < LENGTH(prose); i++) {
        const struct Prose *row = &prose[i];
        if (!(row->places & builder->scan->place)) continue;
        uint32_t past = said_around(builder, at, row->said);
        if (past == 0) continue;
        if (!text_ends(row->mend, TEXT(" "))) return row->mend;
        Text rest = between(builder, past, clause_end(builder, past));
        return text_format(builder->arena, "%.*s%.*s", TEXT_ARG(row->mend), TEXT_ARG(rest));
    }
    return (Text){0};
}

/* --- by what stands there ------------------------------------------------------------------------------- */

/* "3-7", "3 to 7", "monday - friday" */
static Text range_mend(const Builder *builder, Span at) {
    Text low = between(builder, builder->scan->lead.end, at.start), sign = span_text(builder, at);
    Text high = between(builder, at.end, clause_end(builder, at.end));
    if (text_is(sign, "-") || text_is(sign, "to"))
        return text_format(builder->arena, "write: %.*s..%.*s", TEXT_ARG(low), TEXT_ARG(high));
    return TEXT("write the lowest, .. and the highest: 3..7, monday..friday");
}

/* Does "more than" or "at least" stand before it? */
static bool has_sense(const Builder *builder, Span at) {
    Text before = between(builder, builder->scan->lead.end, at.start);
    return !text_empty(before) && !text_is(before, "by");
}

static Text threshold_mend(const Builder *builder, Span at) {
    Text rest = between(builder, at.start, clause_end(builder, at.start));
    if (text_empty(rest) || !is_digit(rest.at[0]))
        return TEXT("a threshold begins with more than or at least: more than 1/2 of votes cast");
    return text_format(builder->arena, "write: at least %.*s, or: more than %.*s", TEXT_ARG(rest),
                       TEXT_ARG(rest));
}

/* The number that stands right before a token. */
static Text number_before(const Builder *builder, Span at) {
    Text text = builder->scan->text;
    uint32_t end = at.start;
    while (end > 0 && is_blank(text.at[end - 1])) end--;
    uint32_t start = end;
    while (start > 0 &&
           (is_digit(text.at[start - 1]) || text.at[start - 1] == '_' || text.at[start - 1] == '.'))
        start--;
    return text_part(text, start, end);
}

Text build_currency_mend(const Builder *builder, Span at) {
    Text word = span_text(builder, at), number = number_before(builder, at);
    if (!currency_code(word) || text_empty(number)) return (Text){0};
    return text_format(builder->arena, "write the currency first: %.*s %.*s", TEXT_ARG(word),
                       TEXT_ARG(number));
}

Text build_prose_mend(const Builder *builder, Span at) {
    Text mend = build_currency_mend(builder, at);
    if (text_empty(mend)) mend = prose_mend(builder, at);
    if (!text_empty(mend)) return mend;
    switch (builder->scan->leads) {
    case T_RANGE:
        return range_mend(builder, at);
    case T_THRESHOLD:
        return has_sense(builder, at) ? (Text){0} : threshold_mend(builder, at);
    default:
        return (Text){0};
    }
}
