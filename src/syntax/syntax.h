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
/* Rule files and workflows in the order of their paths' bytes, in whichever order they were read. */
void ast_sort(Ast *ast);

/* Parse one file of `ast->sources` into the AST. Errors go to `diagnostics` and parsing goes on at the next
 * line, so that one run finds many; what could not be read is left out of the AST. */
void parse_rules(Ast *ast, uint32_t file, Diagnostics *diagnostics);
void parse_workflow(Ast *ast, uint32_t file, Diagnostics *diagnostics);
Text step_kind_key(StepKind kind); /* what a workflow writes for it: "motion" */

/* The rows of a table or authority that stand in another file (`from "doa.csv"`): comma-separated values,
 * whose first record names the columns; it becomes decl->table. A column is a result when its type is said,
 * and so are the results of an authority, which the checker knows. */
void parse_table_file(Ast *ast, Decl *decl, uint32_t file, Diagnostics *diagnostics);

/* One condition out of a file (a workflow's `when`); NULL after an error. `at` is where it stands. */
Expr *parse_condition(Ast *ast, Span at, Diagnostics *diagnostics);

/* Reads YAML or JSON (by the text: JSON is read as YAML, of which it is a part) into a Tree whose nodes know
 * their place in the file. NULL after an error. */
Tree *parse_yaml(Arena *arena, const Sources *sources, uint32_t file, Diagnostics *diagnostics);

/* The canonical form of a rule file; formatting twice changes nothing, and the parser reads the same before
 * and after. A file that cannot be cut into words (not UTF-8, a text without its closing quote) is given back
 * as it is with false; any other error does not matter. Lines begin and end where the author has them, and
 * then:
 *   - Two spaces for each open block. At most one empty line in a row, none at the file's beginning and end.
 *   - One space between two words, but nothing inside ( ) and [ ] at their ends, before a comma, around the
 * dot of a path, before the [ of an index, behind a sign of negation, and around `..`: 5..9, monday..friday.
 *     `..<` has spaces, as the comparison that it is: 6 ..< 7.5.
 *   - Columns, by the width in which a text is shown: the arguments of a block's settings, the types of its
 *     fields, the titles of its members, the cells of its table; the names and titles of declarations that
 * fill a line each and follow one another; the = of a test's facts; the parts of a review's steps. What is
 * wider than 120 columns widens none.
 *   - A line that goes on (in brackets, after a comma) stands under the arguments, and two further in for
 * each open bracket.
 *   - A comment on a line of its own stands as the lines of its block do. Those behind the lines of one run
 * (no empty line and no comment line between them) stand in one column, two spaces behind the longest of
 * these. */
bool format_rules(Arena *arena, Text text, Text *formatted);

/* Writes a node as an author would write it: for explanations, examples and messages. */
void expr_write(Buf *buf, const Expr *expr);
Text expr_written(Arena *arena, const Expr *expr);
void cell_write(Buf *buf, const Cell *cell);
void comparison_write(Buf *buf, const Comparison *comparison);

/* Visits every expression that stands right under this one, in the order written. How deep they nest is
 * bounded by the parser, so a visit may go on with it. */
typedef void ExprVisit(void *context, const Expr *child);
void expr_each_child(const Expr *expr, ExprVisit *visit, void *context);

/* What `x is missing` (about MISSING) or `x is applicable` (about NOT_APPLICABLE) asks about, in any form;
 * NULL of any other expression. */
Expr *expr_asked(const Expr *expr, ExprKind about);

#endif
