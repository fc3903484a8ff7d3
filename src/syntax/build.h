/* build: the constructors that the grammar's actions call. A token is its span; texts are views into the
 * source. What is wrong but can be read all the same is reported here; the rest by the grammar. */
#ifndef BYLAW_SYNTAX_BUILD_H
#define BYLAW_SYNTAX_BUILD_H

#include "syntax/ast.h"
#include "syntax/phrase.h"
#include "syntax/scan.h"
#include "syntax/syntax.h"

typedef VEC(Name) NameList;
typedef VEC(Comparison) ComparisonList;
typedef VEC(Branch) BranchList;
typedef VEC(Expr *) ExprList;

typedef struct DaySpans { /* from ... until ...; nowhere where left out */
    Span from, until;
} DaySpans;

/* What was gathered becomes a node's. */
#define MOVE(to, from) ((to).at = (from)->at, (to).len = (from)->len, (to).cap = (from)->cap)

/* A row of a table while it is read. */
typedef struct RowBuilder {
    TableRow row;
    size_t inputs; /* cells before || */
    bool divided;  /* || was met */
    bool broken;   /* it cannot be used, and why was reported */
} RowBuilder;

/* One run of the parser. */
typedef struct Builder {
    Arena *arena;
    Diagnostics *diagnostics;
    Scan *scan;
    RuleFile *rules;
    Decl *decl;       /* the one being read */
    bool broken_head; /* the first row of its table could not be read */
    bool divided;     /* in that row || was met */
    RowBuilder row;
    Cell cell;       /* the one being read */
    bool complete;   /* a cell or a column that stands alone was read whole */
    Expr *condition; /* what parse_condition() asked for */
} Builder;

/* --- what a token says; what cannot be is reported ------------------------------------------------------ */

Text span_text(const Builder *builder, Span at);
Text span_shown(const Builder *builder, Span at); /* in quotes, for a sentence */
Name name_at(const Builder *builder, Span at);
Text string_at(Builder *builder, Span at); /* without its quotes and escapes */
Number number_at(Builder *builder, Span at);
Number percent_at(Builder *builder, Span at); /* 25% is 1/4 */
Date date_at(Builder *builder, Span at);      /* DATE_NONE for nowhere */

/* --- declarations --------------------------------------------------------------------------------------- */

typedef enum HeaderPart {
    HEADER_NAME,
    HEADER_OF,
    HEADER_BY,
    HEADER_BEFORE,
    HEADER_FOR_EACH,
    HEADER_TO,
    HEADER_WAS
} HeaderPart;

void decl_begin(Builder *builder, DeclKind kind, Span word);
void decl_part(Builder *builder, HeaderPart part, Span name);
void decl_type(Builder *builder, Expr *type);
void decl_title(Builder *builder, Span string);
void decl_source(Builder *builder, Span string);
void decl_when(Builder *builder, Expr *condition);
void decl_from(Builder *builder, Span string);
void decl_broken(Builder *builder);       /* what was wrong is reported already */
void decl_end(Builder *builder, Span at); /* a declaration without a block */
void decl_end_block(Builder *builder, Span header, Span open, Span close); /* one with a block */
void decl_refuse_block(Builder *builder, Span brace);                      /* a block where there is none */
void decl_unclosed(Builder *builder, Span header, Span brace);
void decl_unknown(Builder *builder, Span word);
void setting_unknown(Builder *builder, Span word);
void line_broken(Builder *builder); /* of a block; what was wrong is reported already */

void field_add(Builder *builder, Span name, Expr *type);
/* Of the last field; `then` nowhere and `value` NULL where there is none. */
void field_attribute(Builder *builder, Span word, Span then, Expr *value);
void member_add(Builder *builder, Span name);
void member_title(Builder *builder, Span string); /* of the last member */
void member_was(Builder *builder, Span name);     /* likewise */

/* --- clauses: `word` is the leading word, `at` the whole ------------------------------------------------ */

Clause *clause_add(Builder *builder, int setting, Span word, Span at);
void clause_text(Builder *builder, Clause *clause, Span string);
void clause_names(Clause *clause, const NameList *names);
void clause_phrase(Builder *builder, Clause *clause, const ItemList *items);
void clause_day(Builder *builder, Clause *clause, Span day,
                Span title); /* title: nowhere when there is none */
void clause_days(Builder *builder, Clause *clause, Expr *expr, DaySpans days); /* expr: NULL without one */
void clause_cell(Builder *builder, Clause *clause, const Cell *cell);          /* which is copied */
void clause_thresholds(Clause *clause, const ComparisonList *comparisons);
Clause *clause_heading(Builder *builder, Clause *clause, Span heading, Expr *head, Expr *type);
void clause_attribute(Builder *builder, Clause *clause, Span attribute);
void clause_given(Clause *clause, Expr *fact, Expr *value);
void clause_expect(Builder *builder, Clause *clause, Expr *expr, Span row);
void clause_step(Builder *builder, Clause *clause, Span name, const ItemList *items,
                 const BranchList *branches);

NameList *names_add(Builder *builder, NameList *names, Span name); /* NULL begins a list, here and below */
ItemList *items_add(Builder *builder, ItemList *items, ItemKind kind, Span at);
ExprList *exprs_add(Builder *builder, ExprList *exprs, Expr *expr);
ComparisonList *comparisons_add(Builder *builder, ComparisonList *all, const Comparison *comparison);
BranchList *branches_add(Builder *builder, BranchList *branches, Span to, Expr *when, Span at);

/* `over` is nowhere, or what a fraction is divided by; `count` nowhere when a number stands alone. */
Comparison *comparison_of_number(Builder *builder, Span number, Span over, Span count, bool of);
Comparison *comparison_of_root(Builder *builder, Span number, Span over, Span count);
Comparison *comparison_sense(Comparison *comparison, bool at_least, Span at);
Comparison *comparison_including(Builder *builder, Comparison *comparison, Span number, Span role);

/* --- tables --------------------------------------------------------------------------------------------- */

void head_begin(Builder *builder, Span bar);
void head_column(Builder *builder, Expr *head, Expr *type, Span at); /* NULL head: an empty cell */
void column_attribute(Builder *builder, Name attribute);             /* of the last one */
void head_divide(Builder *builder, Span bars);
void head_broken(Builder *builder);

RowBuilder *row_begin(Builder *builder, Span bar);
void row_cell(Builder *builder, RowBuilder *row, const Cell *cell);
void row_divide(Builder *builder, RowBuilder *row, Span bars);
void row_undivided(const Builder *builder, RowBuilder *row); /* it has no ||, and needs none */
void row_end(Builder *builder, RowBuilder *row, Span at);
void row_unclosed(Builder *builder, Span at);
void row_lost(Builder *builder, const RowBuilder *row); /* it is not kept, but its name is */

Cell *cell_new(Builder *builder, CellTestKind kind, Span at);
Cell *cell_empty(Builder *builder, Span before); /* what stands before it in its row */
Cell *cell_add(Builder *builder, Cell *cell, CellTest *test, Span at);
CellTest *cell_test(Builder *builder, Expr *value, Span at);
CellTest *cell_compare(Builder *builder, bool negated, Operator op, Expr *value, Span at);

/* --- expressions ---------------------------------------------------------------------------------------- */

enum { EXPR_DEPTH_MAX = 500 }; /* operators within one another */

Expr *expr_number(Builder *builder, Span at);
Expr *expr_percent(Builder *builder, Span at);
Expr *expr_money(Builder *builder, Span at);
Expr *expr_duration(Builder *builder, Span number, Span unit);
Expr *expr_date(Builder *builder, Span at);
Expr *expr_instant(Builder *builder, Span at);
Expr *expr_elapsed(Builder *builder, Span unit, Expr *from, Expr *to, Span at);
Expr *expr_by(Builder *builder, Expr *length, Span calendar, Span at);
Expr *expr_convert(Builder *builder, Expr *amount, Span currency, Span rates, Span at);
Expr *expr_string(Builder *builder, Span at);
Expr *expr_text(Builder *builder, Text text, Span at);
Expr *expr_yes_no(Builder *builder, bool yes, Span at);
Expr *expr_missing(Builder *builder, Span at);
Expr *expr_not_applicable(Builder *builder, Span at);
Expr *expr_path(Builder *builder, Span first);
Expr *expr_part(Builder *builder, Expr *path, Span part);
Expr *expr_index(Builder *builder, Expr *path, Expr *index, Span at);
Expr *expr_key(Builder *builder, Expr *path, const ExprList *key, Span at); /* several values in [ ] */
Expr *expr_word(Builder *builder, Expr *words, Span word); /* makes a path of one word into several words */
Expr *expr_not(Builder *builder, Expr *operand, Span at);
Expr *expr_negate(Builder *builder, Expr *operand, Span at);
Expr *expr_binary(Builder *builder, Operator op, Expr *left, Expr *right, Span at);
Expr *expr_range(Builder *builder, bool half_open, Expr *low, Expr *high, Span at);
Expr *expr_within(Builder *builder, Expr *operand, Expr *in, Span at);
Expr *expr_aggregate(Builder *builder, Aggregate what, Expr *list, Span at);
Expr *expr_root(Builder *builder, Expr *operand, Span at);
Expr *expr_rounded(Builder *builder, Expr *operand, Span places, Span how, Span at);
Expr *expr_in(Builder *builder, Expr *left, const ExprList *items, Span at);
Expr *expr_list(Builder *builder, const ExprList *items, Span at);
Expr *expr_some(Builder *builder, Span number, const ExprList *items, Span at);
Expr *expr_first(Builder *builder, Expr *line, Expr *from, Span whose, Expr *covered, Span at);

/* --- what the parser reports ---------------------------------------------------------------------------- */

/* The parser met a token, `got`, that it cannot go on with; the tokens `expected` could have stood there. All
 * by their names in the grammar. */
void build_unexpected(Builder *builder, Text got, Span at, const Text *expected, size_t count);
/* What is written in the manner of prose, and how the language says it; empty where it is nothing known. The
 * second one: of an amount whose currency stands behind it. */
Text build_prose_mend(const Builder *builder, Span at);
Text build_currency_mend(const Builder *builder, Span at);
void build_too_deep(Builder *builder, Span at);

#endif
