#include "syntax/scanner.h"

#include "grammar_parser.h"
#include <string.h>

#define YYSTYPE GRAMMAR_STYPE
#define YYLTYPE Span
#include "grammar_scanner.h"

/* The scanner writes in what it scans, for a moment each time, so it gets a copy, with the two NULs that it
 * wants after it. */
void scanner_move(void *scanner, Scan *scan, Span part) {
    size_t len = part.end - part.start;
    char *copy = arena_alloc(scan->diagnostics->arena, len + 2);
    if (len > 0) memcpy(copy, scan->text.at + part.start, len);
    scan->next = part.start;
    grammar__scan_buffer(copy, len + 2, scanner);
}

void *scanner_over(Scan *scan, Span part) {
    yyscan_t scanner;
    if (grammar_lex_init_extra(scan, &scanner) != 0) arena_fail(scan->diagnostics->arena);
    scanner_move(scanner, scan, part);
    return scanner;
}

int scanner_next(void *scanner, Span *at) {
    GRAMMAR_STYPE value;
    return grammar_lex(&value, at, scanner);
}
