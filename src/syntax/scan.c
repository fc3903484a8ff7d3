#include "syntax/scan.h"

#include "grammar_parser.h"
#include "syntax/phrase.h"
#include "syntax/syntax.h"
#include "value/value.h"
#include <string.h>

/* X(token, word, where it is a keyword): elsewhere it is a word like any other. The first ones are also
 * refused as names, so that what is declared can be written in a condition. */
enum { RESERVED = 9 };
#define IN_EXPRESSION                                                                                        \
    (AT_TABLE | AT_ALONE | AT_BRANCHES | AT_CONDITIONED | AT_SHAPE(WHEN) | AT_SHAPE(CONDITION) |             \
     AT_SHAPE(VALUE) | AT_SHAPE(DATED) | AT_SHAPE(CELL) | AT_SHAPE(GIVEN) | AT_SHAPE(EXPECT))
#define NAMING_DECIDERS (AT_TABLE | AT_ALONE | AT_SHAPE(GIVEN) | AT_SHAPE(EXPECT))
#define IN_NAME                                                                                              \
    (AT_HEADER | AT_FIELD | AT_MEMBERS | AT_SHAPE(NAME) | AT_SHAPE(NAMES) | AT_SHAPE(PAIRS) |                \
     AT_SHAPE(RENAMES) | AT_SHAPE(RANGE))

#define BESIDE_OTHERS 0 /* nowhere by themselves: see phrased_word() */

#define KEYWORDS(X)                                                                                          \
    X(AND, "and", IN_EXPRESSION | IN_NAME | AT_SHAPE(THRESHOLD))                                             \
    X(OR, "or", IN_EXPRESSION | IN_NAME | AT_SHAPE(THRESHOLD))                                               \
    X(NOT, "not", IN_EXPRESSION | IN_NAME)                                                                   \
    X(IN, "in", IN_EXPRESSION | IN_NAME)                                                                     \
    X(MISSING, "missing", IN_EXPRESSION | IN_NAME)                                                           \
    X(APPLICABLE, "applicable", IN_EXPRESSION | IN_NAME)                                                     \
    X(YES, "yes", IN_EXPRESSION | IN_NAME)                                                                   \
    X(NO, "no", IN_EXPRESSION | IN_NAME)                                                                     \
    X(OTHERWISE, "otherwise", IN_EXPRESSION | IN_NAME)                                                       \
    X(OF, "of", AT_HEADER | AT_SHAPE(THRESHOLD) | NAMING_DECIDERS)                                           \
    X(BY, "by", AT_HEADER | AT_SHAPE(THRESHOLD) | AT_SHAPE(EXPECT))                                          \
    X(BEFORE, "before", AT_HEADER)                                                                           \
    X(FOR, "for", AT_HEADER)                                                                                 \
    X(EACH, "each", AT_HEADER)                                                                               \
    X(TO, "to", AT_HEADER)                                                                                   \
    X(SOURCE, "source", AT_HEADER | AT_CONDITIONED)                                                          \
    X(WAS, "was", AT_HEADER | AT_MEMBERS | AT_SHAPE(RENAMES))                                                \
    X(FROM, "from", AT_HEADER | AT_SHAPE(DATES))                                                             \
    X(IS, "is", AT_SHAPE(HEADING))                                                                           \
    X(UNTIL, "until", AT_SHAPE(DATES))                                                                       \
    X(IF, "when", AT_HEADER | AT_SHAPE(WHEN) | AT_BRANCHES)                                                  \
    X(THEN, "then", AT_SHAPE(STEP) | NAMING_DECIDERS)                                                        \
    X(MORE, "more", AT_SHAPE(THRESHOLD))                                                                     \
    X(THAN, "than", AT_SHAPE(THRESHOLD))                                                                     \
    X(AT, "at", AT_SHAPE(THRESHOLD))                                                                         \
    X(LEAST, "least", AT_SHAPE(THRESHOLD))                                                                   \
    X(INCLUDING, "including", AT_SHAPE(THRESHOLD))                                                           \
    X(WITH, "with", AT_SHAPE(THRESHOLD))                                                                     \
    X(ROLE, "role", AT_SHAPE(THRESHOLD))                                                                     \
    X(SQUARE, "square", AT_SHAPE(THRESHOLD))                                                                 \
    X(ROOT, "root", AT_SHAPE(THRESHOLD))                                                                     \
    X(FIRST, "first", 0) /* of a reporting line: first_word() knows where */                                 \
    X(WHOSE, "whose", 0)                                                                                     \
    X(COVERS, "covers", 0)                                                                                   \
    X(ROUNDED, "rounded", BESIDE_OTHERS)                                                                     \
    X(ROUNDING, "half", BESIDE_OTHERS)                                                                       \
    X(ROUNDING, "even", BESIDE_OTHERS)                                                                       \
    X(ROUNDING, "up", BESIDE_OTHERS)                                                                         \
    X(ROUNDING, "down", BESIDE_OTHERS)                                                                       \
    X(AGGREGATE, "count", BESIDE_OTHERS)                                                                     \
    X(AGGREGATE, "sum", BESIDE_OTHERS)                                                                       \
    X(AGGREGATE, "lowest", BESIDE_OTHERS)                                                                    \
    X(AGGREGATE, "highest", BESIDE_OTHERS)

static const struct Keyword {
    Text word;
    int token;
    unsigned places;
} keywords[] = {
#define X(token, word, places) {TEXT_ROW(word), T_##token, (places)},
    KEYWORDS(X)
#undef X
};

static const int shape_tokens[] = {
#define X(shape) [SHAPE_##shape] = T_##shape,
    SHAPES(X)
#undef X
};

#define LENGTH(rows) (sizeof(rows) / sizeof(rows)[0])

bool scan_keyword(size_t index, Text *word) {
    if (index >= LENGTH(keywords)) return false;
    *word = keywords[index].word;
    return true;
}

static void forget_line(Scan *scan) {
    scan->brackets = scan->froms = scan->tos = 0;
    scan->firsts = scan->whoses = scan->covers = 0;
}

/* The parser is one token behind: when the line ended already, it is not the next one that failed. */
void scan_failed(Scan *scan) {
    scan->failed = scan->plain || !scan->line_start;
    forget_line(scan);
}

/* --- lines ---------------------------------------------------------------------------------------------- */

static unsigned place_of_line(const Scan *scan) {
    return span_nowhere(scan->open) ? AT_FILE : AT_BLOCK;
}

static bool ends_line(Scan *scan) {
    bool ended = !scan->line_start;
    scan->line_start = true;
    forget_line(scan);
    scan->failed = false;
    scan->place = place_of_line(scan);
    scan->last = T_NEWLINE;
    return ended;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static uint32_t after_blanks(const Scan *scan, uint32_t at) {
    while (at < scan->text.len && is_blank(scan->text.at[at])) at++;
    return at;
}

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

static Text word_at(const Scan *scan, uint32_t at) {
    uint32_t end = at;
    while (end < scan->text.len && in_word(scan->text.at[end])) end++;
    return text_part(scan->text, at, end);
}

/* Joining words go on with an expression; they begin no argument of a setting. */
static bool joins(Text word) {
    return text_is(word, "and") || text_is(word, "or") || text_is(word, "in");
}

/* Does the next line look as if it began with a setting, or a fact's name? Then a bracket or a comma before
 * it was left open by mistake, and only that one line is lost to the mistake. */
static bool next_line_leads(const Scan *scan, uint32_t from) {
    uint32_t at = after_blanks(scan, from);
    Text word = word_at(scan, at);
    uint32_t next = after_blanks(scan, at + (uint32_t)word.len);
    if (text_empty(word) || next >= scan->text.len) return false;
    char c = scan->text.at[next];
    if (scan->place == AT_FIELD) return c == ':';
    if (scan->place < AT_SHAPES || scan->place == AT_SHAPE(PAIRS) || scan->place == AT_SHAPE(RENAMES))
        return false;
    return setting_find(scan->decl, word) && (in_word(c) || c == '"' || c == '(') &&
           !joins(word_at(scan, next));
}

/* Between declarations a { may stand on the line after the header. */
static bool brace_follows(const Scan *scan, uint32_t from) {
    while (from < scan->text.len &&
           (is_blank(scan->text.at[from]) || scan->text.at[from] == '\r' || scan->text.at[from] == '\n'))
        from++;
    return from < scan->text.len && scan->text.at[from] == '{';
}

/* The next line that has a word, and where that begins. */
static uint32_t next_line(const Scan *scan, uint32_t from) {
    const Text *text = &scan->text;
    while (from < text->len) {
        from = after_blanks(scan, from);
        if (from < text->len && text->at[from] == '#')
            while (from < text->len && text->at[from] != '\n') from++;
        if (from >= text->len || (text->at[from] != '\n' && text->at[from] != '\r')) break;
        from++;
    }
    return from;
}

/* After a declaration's first line: does what stands below belong to its block, though no { opens it? */
static bool block_follows(const Scan *scan, uint32_t from) {
    uint32_t at = next_line(scan, from);
    Text word = word_at(scan, at);
    uint32_t next = after_blanks(scan, at + (uint32_t)word.len);
    DeclKind kind;
    if (at >= scan->text.len) return false;
    switch (decl_row(scan->decl)->block) {
    case BLOCK_NOTHING:
        return false;
    case BLOCK_FIELDS:
        return next < scan->text.len && scan->text.at[next] == ':';
    case BLOCK_MEMBERS:
        return !text_empty(word) && !decl_find(word, &kind);
    default:
        return scan->text.at[at] == '|' || setting_find(scan->decl, word);
    }
}

int scan_newline(Scan *scan, Span at) {
    if (scan->plain) return scan->line_start = true, T_NEWLINE;
    if (scan->place == AT_ALONE) return 0;
    bool open = scan->brackets > 0 || (scan->last == ',' && !scan->failed);
    if (open && !next_line_leads(scan, at.end)) return 0;
    if (scan_in_header(scan) && brace_follows(scan, at.end)) return 0;
    if (scan_in_header(scan) && block_follows(scan, at.end))
        return scan_open_brace(scan, (Span){at.file, at.start, at.start});
    return ends_line(scan) ? T_NEWLINE : 0;
}

/* Does only blank space stand before this place on its line? */
static bool leads_line(const Scan *scan, uint32_t at) {
    while (at > 0 && (is_blank(scan->text.at[at - 1]) || scan->text.at[at - 1] == '\r')) at--;
    return at == 0 || scan->text.at[at - 1] == '\n';
}

bool scan_ends_before(Scan *scan, Span at, char c) {
    if (scan->line_start || scan->place == AT_ALONE) return false;
    bool newline_lost = scan->brackets > 0 || scan->last == ',';
    if (c == '|' && !(newline_lost && leads_line(scan, at.start))) return false;
    if (c == '}' && span_nowhere(scan->open)) return false;
    return ends_line(scan);
}

int scan_end(Scan *scan) {
    if (!scan->line_start) {
        ends_line(scan);
        return T_NEWLINE;
    }
    if (span_nowhere(scan->open)) return T_END;
    scan->open = (Span){0};
    return T_UNCLOSED;
}

/* --- words ---------------------------------------------------------------------------------------------- */

bool scan_reserved(Text word) {
    for (size_t i = 0; i < RESERVED; i++) {
        if (text_equal(keywords[i].word, word)) return true;
    }
    return false;
}

static int keyword_or_word(const Scan *scan, Text word) {
    for (size_t i = 0; i < LENGTH(keywords); i++) {
        const struct Keyword *keyword = &keywords[i];
        if (keyword->word.len == word.len && (keyword->places & scan->place) != 0 &&
            text_equal(keyword->word, word))
            return keyword->token;
    }
    return T_WORD;
}

bool scan_declares(const Scan *scan, Span at) {
    DeclKind kind;
    if (at.start > 0 && scan->text.at[at.start - 1] != '\n') return false;
    if (!decl_find(scan_text(scan, at), &kind)) return false;
    uint32_t next = after_blanks(scan, at.end);
    if (next == at.end || next == scan->text.len) return false;
    char c = scan->text.at[next];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '{' || (decl_titled(kind) && c == '"');
}

static int leading_declaration(Scan *scan, Text word, int *value) {
    DeclKind kind;
    if (!decl_find(word, &kind)) return T_UNKNOWN_DECLARATION;
    *value = (int)kind;
    scan->decl = kind;
    scan->head_read = false;
    scan->place = AT_HEADER;
    return T_DECLARATION;
}

static Shape shape_of(const Scan *scan, const SettingRow *row, Text word) {
    Text line = {word.at + word.len, (size_t)(scan->text.at + scan->text.len - word.at) - word.len};
    const char *end = memchr(line.at, '\n', line.len);
    if (end) line.len = (size_t)(end - line.at);
    return row->shape == SHAPE_CONDITION && phrase_meant(row->id, line) ? SHAPE_PHRASE : row->shape;
}

static int leading_setting(Scan *scan, Text word, int *value) {
    const SettingRow *row = setting_find(scan->decl, word);
    if (!row) return T_UNKNOWN_SETTING;
    Shape shape = shape_of(scan, row, word);
    *value = scan->setting = (int)row->id;
    scan->place = (unsigned)AT_SHAPES << shape;
    return shape_tokens[shape];
}

static int leading_name(Scan *scan, Text word, unsigned place, int token) {
    scan->place = place;
    int keyword = keyword_or_word(scan, word);
    return keyword == T_WORD ? token : keyword;
}

/* The first word of a line. */
static int leading_word(Scan *scan, Span at, int *value) {
    Text word = scan_text(scan, at);
    if (span_nowhere(scan->open)) return leading_declaration(scan, word, value);
    if (scan_declares(scan, at) && !setting_find(scan->decl, word)) {
        scan->open = (Span){0};
        return T_UNCLOSED;
    }
    switch (decl_row(scan->decl)->block) {
    case BLOCK_FIELDS:
        return leading_name(scan, word, AT_FIELD, T_FIELD);
    case BLOCK_MEMBERS:
        return leading_name(scan, word, AT_MEMBERS, T_MEMBER);
    default:
        return leading_setting(scan, word, value);
    }
}

/* A unit of time stands after a number only; it can be two words. */
static bool continues_unit(Scan *scan, Span at) {
    if (scan->last != T_NUMBER && scan->last != T_UNIT) return false;
    Span unit = scan->last == T_UNIT ? span_join(scan->unit, at) : at;
    if (!unit_begins(scan_text(scan, unit))) return false;
    scan->unit = unit;
    return true;
}

static bool in_working_days(const Scan *scan) {
    DurationUnit unit;
    return scan->last == T_UNIT && unit_find(scan_text(scan, scan->unit), &unit) && unit == UNIT_WORKING_DAYS;
}

/* Do these words begin "days from", "working days from", "working days by CALENDAR from"? */
static bool begins_elapsed(const Scan *scan, Span at) {
    Text words = scan_text(scan, at);
    DurationUnit unit;
    if (!unit_begins(words)) return false;
    uint32_t next = after_blanks(scan, at.end);
    if (!unit_find(words, &unit)) {
        next += (uint32_t)word_at(scan, next).len;
        if (!unit_find(text_part(scan->text, at.start, next), &unit)) return false;
        next = after_blanks(scan, next);
    }
    if (unit == UNIT_WORKING_DAYS && text_is(word_at(scan, next), "by")) {
        next = after_blanks(scan, next + 2);
        next = after_blanks(scan, next + (uint32_t)word_at(scan, next).len);
    }
    return text_is(word_at(scan, next), "from");
}

static bool next_is(const Scan *scan, Span at, const char *word) {
    return text_is(word_at(scan, after_blanks(scan, at.end)), word);
}

/* Does "is" ask whether something is missing, or applicable? */
static bool asks_state(const Scan *scan, Span at) {
    if (next_is(scan, at, "not")) at.end = after_blanks(scan, at.end) + 3;
    return next_is(scan, at, "missing") || next_is(scan, at, "applicable");
}

/* Words that mean something only beside others: "sum of", "square root of", "rounded to 2 half up", "is
 * missing". T_WORD for any other. */
static int phrased_word(Scan *scan, Span at, int *value) {
    Text word = scan_text(scan, at);
    Aggregate what;
    if (!(scan->place & IN_EXPRESSION) || scan->last == '.') return T_WORD;
    if (text_is(word, "of") && (scan->last == T_AGGREGATE || scan->last == T_ROOT)) return T_OF;
    if (text_is(word, "to") && scan->last == T_ROUNDED) return T_TO;
    if (text_is(word, "root") && scan->last == T_SQUARE) return T_ROOT;
    if (text_is(word, "square") && next_is(scan, at, "root")) return T_SQUARE;
    if (text_is(word, "rounded") && next_is(scan, at, "to")) return T_ROUNDED;
    if (text_is(word, "is") && asks_state(scan, at)) return T_IS;
    if (scan->last == T_ROUNDING || (scan->last == T_NUMBER && scan->before == T_TO))
        return rounding_begins(word) ? T_ROUNDING : T_WORD;
    if (!next_is(scan, at, "of") || !aggregate_find(word, &what)) return T_WORD;
    *value = (int)what;
    return T_AGGREGATE;
}

/* The words of a length of time: "days from A to B", "10 working days by CALENDAR". T_WORD for any other. */
static int time_word(Scan *scan, Span at) {
    Text word = scan_text(scan, at);
    if (continues_unit(scan, at)) return T_UNIT;
    if (!(scan->place & IN_EXPRESSION) || scan->last == '.') return T_WORD;
    if (text_is(word, "by") && in_working_days(scan)) return T_CALENDAR;
    if (scan->froms > 0 && text_is(word, "from")) return scan->froms--, scan->tos++, T_FROM;
    if (scan->tos > 0 && text_is(word, "to")) return scan->tos--, T_TO;
    if (!begins_elapsed(scan, at)) return T_WORD;
    scan->unit = at;
    scan->froms++;
    return T_UNIT;
}

/* "in USD at RATES" */
static int rate_word(const Scan *scan, Span at) {
    Text word = scan_text(scan, at);
    if (!(scan->place & IN_EXPRESSION)) return T_WORD;
    if (text_is(word, "in") && currency_code(word_at(scan, after_blanks(scan, at.end)))) return T_INTO;
    return text_is(word, "at") && scan->last == T_WORD && scan->before == T_INTO ? T_AT : T_WORD;
}

/* Do these words begin "first in employees.manager from"? In any other place they are a fact and a list. */
static bool begins_first(const Scan *scan, Span at) {
    if (!text_is(scan_text(scan, at), "first")) return false;
    uint32_t next = after_blanks(scan, at.end);
    if (!text_is(word_at(scan, next), "in")) return false;
    return !text_empty(word_at(scan, after_blanks(scan, next + 2)));
}

/* The words of a reporting line: "first in employees.manager from A whose LIMIT covers B". */
static int first_word(Scan *scan, Span at) {
    Text word = scan_text(scan, at);
    if (!(scan->place & IN_EXPRESSION) || scan->last == '.') return T_WORD;
    if (scan->firsts > 0 && text_is(word, "from")) return scan->firsts--, scan->whoses++, T_FROM;
    if (scan->whoses > 0 && text_is(word, "whose")) return scan->whoses--, scan->covers++, T_WHOSE;
    if (scan->covers > 0 && text_is(word, "covers")) return scan->covers--, T_COVERS;
    if (!begins_first(scan, at)) return T_WORD;
    scan->firsts++;
    return T_FIRST;
}

/* Behind a value, "from" and "until" are words of its days only where a day follows: a fact may be called so.
 */
static int days_word(const Scan *scan, Span at) {
    uint32_t next = after_blanks(scan, at.end);
    if (scan->place != AT_SHAPE(DATED) || next >= scan->text.len || !is_digit(scan->text.at[next]))
        return T_WORD;
    if (text_is(scan_text(scan, at), "from")) return T_FROM;
    return text_is(scan_text(scan, at), "until") ? T_UNTIL : T_WORD;
}

/* A word that the language gives a meaning in this place; T_WORD for any other. */
static int language_word(Scan *scan, Span at, int *value) {
    int token = first_word(scan, at);
    if (token == T_WORD) token = phrased_word(scan, at, value);
    if (token == T_WORD) token = time_word(scan, at);
    if (token == T_WORD) token = rate_word(scan, at);
    if (token == T_WORD) token = days_word(scan, at);
    return token == T_WORD ? keyword_or_word(scan, scan_text(scan, at)) : token;
}

int scan_word(Scan *scan, Span at, int *value) {
    if (scan->plain) return scan_took(scan, T_WORD);
    if (scan->line_start && scan->place != AT_ALONE) {
        scan->setting = SETTING_NONE;
        int token = leading_word(scan, at, value);
        scan->leads = token;
        scan->lead = at;
        if (token == T_UNCLOSED) return ends_line(scan), token;
        return scan_took(scan, token);
    }
    int token = in_small_letters(scan_text(scan, at)) ? language_word(scan, at, value) : T_WORD;
    bool typed = scan->place == AT_HEADER && (scan->last == ':' || scan->last == T_TYPE_WORD);
    if (typed && token == T_WORD) token = T_TYPE_WORD;
    if (token == T_THEN && scan->place == AT_SHAPE(STEP)) scan->place = AT_BRANCHES;
    if (token == T_IF && scan->place == AT_HEADER) scan->place = AT_CONDITIONED;
    return scan_took(scan, token);
}

/* --- brackets and bars ---------------------------------------------------------------------------------- */

int scan_bar(Scan *scan) {
    if (!scan->line_start || decl_row(scan->decl)->block != BLOCK_SETTINGS || span_nowhere(scan->open)) {
        return scan_took(scan, '|');
    }
    int token = scan->head_read ? T_ROW : T_HEAD;
    scan->head_read = true;
    scan->place = AT_TABLE;
    scan->setting = SETTING_NONE;
    scan->leads = token;
    return scan_took(scan, token);
}

int scan_open_bracket(Scan *scan, int bracket, Span at) {
    if (scan->failed) return scan_took(scan, bracket);
    if (scan->brackets >= NESTING_MAX) {
        scan_report(scan, DIAG_TOO_DEEP, at, text_format(scan->diagnostics->arena, "%d", NESTING_MAX));
        return scan_took(scan, T_GRAMMAR_error);
    }
    if (scan->brackets++ == 0) scan->bracket = at;
    return scan_took(scan, bracket);
}

int scan_close_bracket(Scan *scan, int bracket) {
    if (scan->brackets > 0) scan->brackets--;
    return scan_took(scan, bracket);
}

int scan_open_brace(Scan *scan, Span at) {
    if (scan->plain) return scan_took(scan, '{');
    if (scan_in_header(scan) && decl_row(scan->decl)->block != BLOCK_NOTHING) {
        scan->open = at;
        scan_took(scan, '{');
        ends_line(scan);
        return '{';
    }
    scan->skipped = 1;
    return scan_took(scan, scan_in_header(scan) ? T_NO_BLOCK : '{');
}

int scan_close_brace(Scan *scan) {
    scan->open = (Span){0};
    scan->place = AT_FILE;
    return scan_took(scan, '}');
}
