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

static Text mend_of(Text written) {
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
    if (diagnostic) diagnostic->mend = text_empty(quote) ? mend_of(written) : quote;
    return scan_took(scan, T_GRAMMAR_error);
}
