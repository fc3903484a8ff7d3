/* parse: the parser over one part of a text after another; for the readers of this room only. */
#ifndef BYLAW_SYNTAX_PARSE_H
#define BYLAW_SYNTAX_PARSE_H

#include "syntax/build.h"

typedef struct Parse {
    Scan scan;
    Builder builder; /* what is built; a reader sets what the part belongs to */
    void *scanner;
} Parse;

Parse *parse_new(Ast *ast, Text text, Diagnostics *diagnostics);

/* Parses a part of the text: `first` is the token of the grammar that says what it is, `place` an AT_... */
void parse_part(Parse *parse, Span part, int first, unsigned place);

#endif
