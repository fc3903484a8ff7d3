/* What the scanner says of characters that mean nothing, and what their author may have meant. */
#include "grammar_parser.h"
#include "syntax/scan.h"

/* What authors write in the manner of other languages, and what is meant.  X(as written, mend) */
#define MISTAKES(X)                                                                                          \
    X("==", "write = once")                                                                                  \
    X("=>", "write >=")                                                                                      \
    X("=<", "write <=")                                                                                      \
    X("<>", "write !=")                                                                                      \
    X(":=", "write =")                                                                                       \
    X("!", "write not")                                                                                      \
    X("&", "write and")                                                                                      \
    X("&&", "write and")                                                                                     \
    X(";", "a clause ends with its line; delete it")                                                         \
    X("'", "a text stands in double quotes: \"...\"")                                                        \
    X("\u201C", "a text stands in straight quotes: \"...\"")                                                 \
    X("\u201D", "a text stands in straight quotes: \"...\"")                                                 \
    X("\u201E", "a text stands in straight quotes: \"...\"")                                                 \
    X("\u2018", "a text stands in straight quotes: \"...\"")                                                 \
    X("\u2019", "a text stands in straight quotes: \"...\"")                                                 \
    X("\u2013", "write - for no test or a difference, .. for a range")                                       \
    X("\u2014", "write - for no test or a difference, .. for a range")                                       \
    X("\u2026", "write .. for a range")                                                                      \
    X("\u20AC", "write the currency by its letters, before the amount: EUR 500")                             \
    X("\u00A3", "write the currency by its letters, before the amount: GBP 500")                             \
    X("$", "write the currency by its letters, before the amount: USD 500")                                  \
    X("%", "a percentage is a number with % right behind it: 10%")                                           \
    X("\u2264", "write <=")                                                                                  \
    X("\u2265", "write >=")                                                                                  \
    X("\u2260", "write !=")                                                                                  \
    X("\u00A0", "this is a no-break space; write a plain one")

static const struct Mistake {
    Text written, mend;
} mistakes[] = {
#define X(written, mend) {TEXT_ROW(written), TEXT_ROW(mend)},
    MISTAKES(X)
#undef X
};

#define LENGTH(rows) (sizeof(rows) / sizeof(rows)[0])

Diagnostic *scan_report(Scan *scan, DiagnosticCode code, Span at, Text argument) {
    Diagnostic *diagnostic = NULL;
    if (!scan->failed) diagnostic = DIAGNOSE(scan->diagnostics, code, at, argument);
    scan_failed(scan);
    return diagnostic;
}

Text scan_quote_mend(const Scan *scan, Span at) {
    bool against = scan->before == T_STRING || scan->last == T_STRING;
    if (!against || at.start == 0 || scan->text.at[at.start - 1] != '"') return (Text){0};
    return TEXT("a quote is missing, or one too many: the text before it ends right here");
}

/* The text goes to the end of the line, but in a header not over the { that opens the block. */
int scan_open_string(Scan *scan, Span *at) {
    Text written = text_trim(scan_text(scan, *at));
    bool block = scan_in_header(scan) && text_ends(written, TEXT("{"));
    if (block) written = text_trim(text_part(written, 0, written.len - 1));
    at->end = at->start + (uint32_t)written.len;
    scan_report(scan, DIAG_OPEN_STRING, *at, (Text){0});
    return scan_took(scan, block ? T_STRING : T_GRAMMAR_error);
}

/* The first character of a run of bytes outside ASCII. */
static Span first_character(const Scan *scan, Span at) {
    if ((unsigned char)scan->text.at[at.start] < 0x80) return at;
    uint32_t end = at.start + 1;
    while (end < at.end && ((unsigned char)scan->text.at[end] & 0xC0) == 0x80) end++;
    return (Span){at.file, at.start, end};
}

static Text mend_of(const Scan *scan, Text written) {
    if (text_is(written, "'") && scan->last == T_NUMBER) return TEXT("thousands are parted by _: 1_000");
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        if (text_equal(mistakes[i].written, written)) return mistakes[i].mend;
    }
    bool number = written.len > 0 && is_digit(written.at[0]);
    return number ? TEXT("put a space between a number and a word") : (Text){0};
}

int scan_bad(Scan *scan, Span at) {
    Span first = first_character(scan, at);
    Text written = scan_text(scan, first);
    Diagnostic *diagnostic = scan_report(scan, DIAG_BAD_CHARACTER, first, written);
    Text quote = scan_quote_mend(scan, at);
    if (diagnostic) diagnostic->mend = text_empty(quote) ? mend_of(scan, written) : quote;
    return scan_took(scan, T_GRAMMAR_error);
}

/* --- numbers in the manner of other countries ----------------------------------------------------------- */

static size_t digits_at(Text text, size_t at) {
    size_t len = 0;
    while (at + len < text.len && is_digit(text.at[at + len])) len++;
    return len;
}

/* Do all the signs part groups of three digits: 1,000,000? */
static bool parts_thousands(Text text, char sign) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == sign && digits_at(text, i + 1) != 3) return false;
    return true;
}

/* The number with another sign, "" for none, in the place of one. */
static Text exchanged(Arena *arena, Text text, char sign, const char *other) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == sign)
            buf_cstr(&buf, other);
        else
            buf_char(&buf, text.at[i]);
    }
    return buf_done(&buf);
}

static size_t count_of(Text text, char sign) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) count += text.at[i] == sign;
    return count;
}

/* "1,5", "1,000", "1.000,50": one number, as it is written here. */
static Text without_commas(Arena *arena, Text written, bool thousands) {
    return exchanged(arena, exchanged(arena, written, '.', ""), ',', thousands ? "_" : ".");
}

static bool begins_with_zero(Text text) {
    for (size_t i = 1; i < text.len; i++)
        if (text.at[i - 1] == ',' && text.at[i] == '0') return true;
    return false;
}

static Text comma_mend(Arena *arena, Text written) {
    bool thousands = parts_thousands(written, ',') && count_of(written, '.') == 0;
    bool one = !is_digit(written.at[0]) || (thousands && begins_with_zero(written));
    Text number = without_commas(arena, written, thousands), list = exchanged(arena, written, ',', ", ");
    if (count_of(written, ',') > 1 && !thousands)
        return text_format(arena, "write, of several values: %.*s", TEXT_ARG(list));
    if (one) return text_format(arena, "write: %.*s", TEXT_ARG(number));
    return text_format(arena, "write, as one number: %.*s; as several: %.*s", TEXT_ARG(number),
                       TEXT_ARG(list));
}

static int comma_in_number(Scan *scan, Span at, Text written) {
    Diagnostic *found = scan_report(scan, DIAG_COMMA_IN_NUMBER, at, written);
    if (found) found->mend = comma_mend(scan->diagnostics->arena, written);
    return scan_took(scan, T_GRAMMAR_error);
}

/* "1.000" and "1.000.000"; but nobody writes thousands that end in another digit than 0 where "1.085" stands
 * for a rate, so that is a number. */
int scan_number(Scan *scan, Span at) {
    Text written = scan_text(scan, at);
    Arena *arena = scan->diagnostics->arena;
    if (count_of(written, ',') > 0) return comma_in_number(scan, at, written);
    if (count_of(written, '.') == 1 && !text_ends(written, TEXT("0")))
        return scan_took(scan, is_digit(written.at[0]) ? T_NUMBER : T_MONEY);
    Text thousands = exchanged(arena, written, '.', "_"), number = written;
    while (text_ends(number, TEXT("0"))) number.len--;
    if (text_ends(number, TEXT("."))) number.len--;
    Diagnostic *found = scan_report(scan, DIAG_POINT_IN_NUMBER, at, written);
    if (found && count_of(written, '.') == 1)
        found->mend = text_format(arena, "write: %.*s; or, where a point is meant: %.*s", TEXT_ARG(thousands),
                                  TEXT_ARG(number));
    else if (found)
        found->mend = text_format(arena, "write: %.*s", TEXT_ARG(thousands));
    return scan_took(scan, T_GRAMMAR_error);
}

int scan_doubled_quotes(Scan *scan, Span at) {
    Text inner = text_part(scan_text(scan, at), 1, at.end - at.start - 1);
    Diagnostic *found = scan_report(scan, DIAG_DOUBLED_QUOTES, at, (Text){0});
    if (found) found->mend = text_format(scan->diagnostics->arena, "write: %.*s", TEXT_ARG(inner));
    return scan_took(scan, T_GRAMMAR_error);
}
