/* scanner: the generated scanner (grammar/bylaw.l) over a part of a text. The parser asks it for tokens that
 * mean something in their place; the formatter for plain ones (Scan.plain). */
#ifndef BYLAW_SYNTAX_SCANNER_H
#define BYLAW_SYNTAX_SCANNER_H

#include "syntax/scan.h"

/* Scans `part` of scan->text. All of its memory is the arena's of scan->diagnostics: nothing is to be freed.
 */
void *scanner_over(Scan *scan, Span part);

/* Goes on with another part of the same text. */
void scanner_move(void *scanner, Scan *scan, Span part);

/* The next token (T_... of the grammar, or its character) and its place; 0 at the end. */
int scanner_next(void *scanner, Span *at);

#endif
