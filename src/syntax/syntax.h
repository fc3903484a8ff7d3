/* syntax: from text to the AST and back to canonical text. The only callers of the generated parser. */
#ifndef BYLAW_SYNTAX_SYNTAX_H
#define BYLAW_SYNTAX_SYNTAX_H

#include "source/diagnostic.h"
#include "syntax/ast.h"

enum {
    RULE_FILE_MAX = 64 * 1024 * 1024, /* bytes */
    NESTING_MAX = 100                 /* brackets within brackets, YAML within YAML */
};

Ast *ast_new(Arena *arena, Sources *sources);

/* Parse one file of `ast->sources` into the AST. Errors go to `diagnostics` and parsing goes on at the next
 * line, so that one run finds many; what could not be read is left out of the AST. */
void parse_rules(Ast *ast, uint32_t file, Diagnostics *diagnostics);
void parse_workflow(Ast *ast, uint32_t file, Diagnostics *diagnostics);

/* One condition out of a file (a workflow's `when`); NULL after an error. `at` is where it stands. */
Expr *parse_condition(Ast *ast, Span at, Diagnostics *diagnostics);

/* Reads YAML or JSON (by the text: JSON is read as YAML, of which it is a part) into a Tree whose nodes know
 * their place in the file. NULL after an error. */
Tree *parse_yaml(Arena *arena, const Sources *sources, uint32_t file, Diagnostics *diagnostics);

/* The canonical form of a rule file: indented, settings and tables aligned by display width, comments kept
 * where they stood. Formatting twice changes nothing. A file that cannot be scanned is given back as it is
 * with false. */
bool format_rules(Arena *arena, Text text, Text *formatted);

/* Writes a node as an author would write it: for explanations, examples and messages. */
void expr_write(Buf *buf, const Expr *expr);
void cell_write(Buf *buf, const Cell *cell);
void comparison_write(Buf *buf, const Comparison *comparison);

#endif
