/* The grammar of rule files. The scanner (bylaw.l) looks up the word that leads a line and answers the token
 * of its row's shape, so there is one rule here for each shape of argument: a new setting or phrase is a row
 * of syntax/words.h and changes nothing here.
 *
 * Every nonterminal that can go on for long recurses on the left, and the scanner bounds brackets; a row of
 * `not` or of signs alone would fill the parser's stack, which YYMAXDEPTH bounds. The tables are canonical LR,
 * so that an error is found at its token and the tokens that are said to be expected are just those that could
 * stand there; but what is whole is reduced without a look at the next token, so that an error there cannot
 * undo it. */

%define api.pure full
%define api.prefix {grammar_}
%define api.token.prefix {T_}
%define api.location.type {Span}
%define parse.error custom
%define lr.type canonical-lr
%define lr.default-reduction consistent
%locations
%expect 0

%code requires {
#include "syntax/build.h"
}

%parse-param { Builder *b }
%parse-param { void *scanner }
%lex-param { void *scanner }

%code {
int grammar_lex(GRAMMAR_STYPE *value, Span *at, void *scanner);
static void grammar_error(const Span *at, Builder *b, void *scanner, const char *message);

/* The place of a rule with nothing in it is where the token before it ended. */
#define YYLLOC_DEFAULT(whole, parts, count)                                                                  \
    ((whole) = (count) == 1 ? YYRHSLOC(parts, 1)                                                             \
             : (count) > 1  ? span_join(YYRHSLOC(parts, 1), YYRHSLOC(parts, count))                          \
                           : (Span){YYRHSLOC(parts, 0).file, YYRHSLOC(parts, 0).end, YYRHSLOC(parts, 0).end})

#define YYSTACK_USE_ALLOCA 0
#define YYMALLOC(size)     arena_alloc(b->arena, (size))
#define YYFREE(memory)     ((void)(memory))
#define YYMAXDEPTH         4000
}

%union {
    int id; /* a DeclKind, SettingId, ItemKind or Operator */
    Expr *expr;
    Clause *clause;
    NameList *names;
    ItemList *items;
    ExprList *exprs;
    ComparisonList *comparisons;
    Comparison *comparison;
    BranchList *branches;
    RowBuilder *row;
    Cell *cell;
    CellTest *test;
    Span span;
    DaySpans days;
}

%token END 0 "the end of the file"
%token RULES CONDITION_ALONE CELL_ALONE COLUMN_ALONE
%token NEWLINE "the end of the line"
%token UNCLOSED "the end of the block"

/* What leads a line. */
%token <id> DECLARATION "a declaration"
%token UNKNOWN_DECLARATION UNKNOWN_SETTING NO_BLOCK
%token FIELD "a fact's name"
%token MEMBER "a member"
%token HEAD "a table"
%token ROW "a table row"
%token <id> TEXT NAME NAMES PHRASE RANGE PAIRS RENAMES DAY DATES WHEN CONDITION VALUE DATED CELL THRESHOLD HEADING GIVEN EXPECT STEP

%token WORD "a name"
%token TYPE_WORD "a type" /* after the : of a header, where a name could follow */
%token STRING "a text in quotes"
%token NUMBER "a number" PERCENT "a percentage" MONEY "an amount of money"
%token DATE "a date" INSTANT "an instant"
%token UNIT "a unit of time"
%token CALENDAR /* "by", behind working days */
%token INTO /* "in", before a currency */
%token DOTS ".." DOTS_BELOW "..<" NOT_EQUAL "!=" LESS_EQUAL "<=" GREATER_EQUAL ">=" BARS "||"

/* Words that are keywords in their places only; the rows are in syntax/scan.c. */
%token AND "and" OR "or" NOT "not" IN "in" MISSING "missing" APPLICABLE "applicable" YES "yes" NO "no" OTHERWISE "otherwise"
%token OF "of" BY "by" BEFORE "before" FOR "for" EACH "each" SOURCE "source" WAS "was"
%token FROM "from" TO "to" UNTIL "until" IS "is" IF "when" THEN "then"
%token MORE "more" THAN "than" AT "at" LEAST "least" INCLUDING "including" WITH "with" ROLE "role"
%token SQUARE "square" ROOT "root"
%token FIRST "first" WHOSE "whose" COVERS "covers"
%token <id> AGGREGATE /* "sum" */
%token ROUNDED "rounded" ROUNDING /* "half" */

%left THEN
%left OR
%left AND
%precedence NOT
%precedence ROUNDED
%precedence ELAPSED
%precedence COVERS
%left '+' '-'
%left '*' '/'
%precedence NEGATE
%precedence INTO

%type <expr> expr sum path words type type_words ends side value
%type <exprs> exprs
%type <names> names pairs renames
%type <items> phrase
%type <id> item compare
%type <comparisons> thresholds
%type <comparison> threshold quantity amount
%type <branches> branches
%type <row> row
%type <cell> cell tests
%type <test> test
%type <span> row_name
%type <days> days

%%

input
    : RULES file
    | CONDITION_ALONE expr NEWLINE { b->condition = $2; }
    | CONDITION_ALONE error
    | CELL_ALONE cell NEWLINE      { b->complete = true; }
    | CELL_ALONE error
    | COLUMN_ALONE column NEWLINE  { b->complete = true; }
    | COLUMN_ALONE error
    ;

file
    : %empty
    | file declaration
    | file error NEWLINE { yyerrok; }
    ;

/* --- declarations: one form of header for all of them --- */

declaration
    : opening NEWLINE                   { decl_end(b, @1); }
    | opening NO_BLOCK NEWLINE          { decl_refuse_block(b, @2); }
    | opening '{' block '}' NEWLINE     { decl_end_block(b, @1, @2, @4); }
    | opening '{' block UNCLOSED        { decl_unclosed(b, @1, @2); }
    | UNKNOWN_DECLARATION NEWLINE       { decl_unknown(b, @1); }
    ;

opening
    : header
    | conditioned
    ;

/* Behind a condition a name would be one of its words. */
conditioned
    : header IF expr             { decl_when(b, $3); }
    | conditioned STRING         { decl_title(b, @2); }
    | conditioned SOURCE STRING  { decl_source(b, @3); }
    ;

header
    : DECLARATION            { decl_begin(b, (DeclKind)$1, @1); }
    | header WORD            { decl_part(b, HEADER_NAME, @2); }
    | header ':' type_words  { decl_type(b, $3); }
    | header OF WORD         { decl_part(b, HEADER_OF, @3); }
    | header BY WORD         { decl_part(b, HEADER_BY, @3); }
    | header BEFORE WORD     { decl_part(b, HEADER_BEFORE, @3); }
    | header FOR EACH WORD   { decl_part(b, HEADER_FOR_EACH, @4); }
    | header TO WORD         { decl_part(b, HEADER_TO, @3); }
    | header WAS WORD        { decl_part(b, HEADER_WAS, @3); }
    | header STRING          { decl_title(b, @2); }
    | header FROM STRING     { decl_from(b, @3); }
    | header SOURCE STRING   { decl_source(b, @3); }
    | header error           { decl_broken(b); }
    ;

type_words
    : TYPE_WORD             { $$ = expr_path(b, @1); }
    | type_words TYPE_WORD  { $$ = expr_word(b, $1, @2); }
    ;

block
    : %empty
    | block line
    ;

line
    : clause NEWLINE
    | field NEWLINE
    | members NEWLINE
    | members ',' NEWLINE
    | head NEWLINE
    | head column NEWLINE    { row_unclosed(b, @2); }
    | head error NEWLINE     { head_broken(b); yyerrok; }
    | row NEWLINE            { row_end(b, $1, @1); }
    | row cell NEWLINE       { row_cell(b, $1, $2); row_unclosed(b, @2); row_end(b, $1, @$); }
    | UNKNOWN_SETTING NEWLINE { setting_unknown(b, @1); }
    | error NEWLINE          { line_broken(b); yyerrok; }
    ;

field
    : FIELD ':' type  { field_add(b, @1, $3); }
    | field ',' WORD  { field_attribute(b, @3, (Span){0}, NULL); }
    | field ',' WORD WORD      { field_attribute(b, @3, @4, NULL); }
    | field ',' WORD APPLICABLE  { field_attribute(b, @3, @4, NULL); }
    | field ',' WORD WORD sum  { field_attribute(b, @3, @4, $5); }
    ;

type
    : WORD       { $$ = expr_path(b, @1); }
    | type WORD  { $$ = expr_word(b, $1, @2); }
    | type OF    { $$ = expr_word(b, $1, @2); }
    ;

members
    : MEMBER             { member_add(b, @1); }
    | members ',' WORD   { member_add(b, @3); }
    | members STRING     { member_title(b, @2); }
    | members WAS WORD   { member_was(b, @3); }
    ;

/* --- clauses: one rule for each shape --- */

clause
    : TEXT STRING                 { clause_text(b, clause_add(b, $1, @1, @$), @2); }
    | NAME WORD                   { clause_names(clause_add(b, $1, @1, @$), names_add(b, NULL, @2)); }
    | NAMES names                 { clause_names(clause_add(b, $1, @1, @$), $2); }
    | PHRASE phrase               { clause_phrase(b, clause_add(b, $1, @1, @$), $2); }
    | RANGE ends                  { clause_add(b, $1, @1, @$)->expr = $2; }
    | PAIRS pairs                 { clause_names(clause_add(b, $1, @1, @$), $2); }
    | RENAMES renames             { clause_names(clause_add(b, $1, @1, @$), $2); }
    | DAY DATE                    { clause_day(b, clause_add(b, $1, @1, @$), @2, (Span){0}); }
    | DAY DATE STRING             { clause_day(b, clause_add(b, $1, @1, @$), @2, @3); }
    | DATES days                  { clause_days(b, clause_add(b, $1, @1, @$), NULL, $2); }
    | WHEN IF expr                { clause_add(b, $1, @1, @$)->expr = $3; }
    | VALUE expr                  { clause_add(b, $1, @1, @$)->expr = $2; }
    | DATED expr                  { clause_add(b, $1, @1, @$)->expr = $2; }
    | DATED expr days             { clause_days(b, clause_add(b, $1, @1, @$), $2, $3); }
    | CONDITION expr              { clause_add(b, $1, @1, @$)->expr = $2; }
    | CELL cell                   { clause_cell(b, clause_add(b, $1, @1, @$), $2); }
    | THRESHOLD thresholds        { clause_thresholds(clause_add(b, $1, @1, @$), $2); }
    | THRESHOLD BY thresholds     { clause_thresholds(clause_add(b, $1, @1, @$), $3); }
    | HEADING STRING IS '-'             { clause_heading(b, clause_add(b, $1, @1, @$), @2, NULL, NULL); }
    | HEADING STRING IS value           { clause_heading(b, clause_add(b, $1, @1, @$), @2, $4, NULL); }
    | HEADING STRING IS value ':' type  { clause_heading(b, clause_add(b, $1, @1, @$), @2, $4, $6); }
    | HEADING STRING IS value ':' type ',' WORD
                   { clause_attribute(b, clause_heading(b, clause_add(b, $1, @1, @$), @2, $4, $6), @8); }
    | GIVEN path '=' expr         { clause_given(clause_add(b, $1, @1, @$), $2, $4); }
    | EXPECT expr row_name        { clause_expect(b, clause_add(b, $1, @1, @$), $2, $3); }
    | STEP WORD phrase THEN branches { clause_step(b, clause_add(b, $1, @1, @$), @2, $3, $5); }
    ;

days
    : FROM DATE             { $$ = (DaySpans){@2, {0}}; }
    | UNTIL DATE            { $$ = (DaySpans){{0}, @2}; }
    | FROM DATE UNTIL DATE  { $$ = (DaySpans){@2, @4}; }
    ;

names
    : WORD            { $$ = names_add(b, NULL, @1); }
    | names ',' WORD  { $$ = names_add(b, $1, @3); }
    ;

pairs
    : WORD WORD            { $$ = names_add(b, names_add(b, NULL, @1), @2); }
    | pairs ',' WORD WORD  { $$ = names_add(b, names_add(b, $1, @3), @4); }
    ;

renames
    : WORD WAS WORD              { $$ = names_add(b, names_add(b, NULL, @1), @3); }
    | renames ',' WORD WAS WORD  { $$ = names_add(b, names_add(b, $1, @3), @5); }
    ;

ends
    : side DOTS side  { $$ = expr_range(b, false, $1, $3, @$); }
    ;

side
    : WORD    { $$ = expr_path(b, @1); }
    | NUMBER  { $$ = expr_number(b, @1); }
    ;

row_name
    : %empty   { $$ = (Span){0}; }
    | BY WORD  { $$ = @2; }
    ;

phrase
    : %empty       { $$ = NULL; }
    | phrase item  { $$ = items_add(b, $1, (ItemKind)$2, @2); }
    ;

item
    : WORD    { $$ = ITEM_WORD; }
    | NUMBER  { $$ = ITEM_NUMBER; }
    | UNIT    { $$ = ITEM_UNIT; }
    | DOTS    { $$ = ITEM_RANGE; }
    | STRING  { $$ = ITEM_TEXT; }
    | DATE    { $$ = ITEM_OTHER; }
    | PERCENT { $$ = ITEM_OTHER; }
    | MONEY   { $$ = ITEM_OTHER; }
    | ','     { $$ = ITEM_COMMA; }
    ;

branches
    : WORD                          { $$ = branches_add(b, NULL, @1, NULL, @$); }
    | WORD OTHERWISE                { $$ = branches_add(b, NULL, @1, NULL, @$); }
    | WORD IF expr                  { $$ = branches_add(b, NULL, @1, $3, @$); }
    | branches ',' WORD OTHERWISE   { $$ = branches_add(b, $1, @3, NULL, span_join(@3, @4)); }
    | branches ',' WORD IF expr     { $$ = branches_add(b, $1, @3, $5, span_join(@3, @5)); }
    ;

thresholds
    : threshold                 { $$ = comparisons_add(b, NULL, $1); }
    | thresholds AND threshold  { $$ = comparisons_add(b, $1, $3); }
    ;

threshold
    : MORE THAN quantity                       { $$ = comparison_sense($3, false, @$); }
    | AT LEAST quantity                        { $$ = comparison_sense($3, true, @$); }
    | threshold INCLUDING NUMBER WITH ROLE WORD { $$ = comparison_including(b, $1, @3, @6); }
    ;

quantity
    : amount
    | SQUARE ROOT OF count               { $$ = comparison_of_root(b, (Span){0}, (Span){0}, @4); }
    | NUMBER OF SQUARE ROOT OF count     { $$ = comparison_of_root(b, @1, (Span){0}, @6); }
    | NUMBER '/' NUMBER OF SQUARE ROOT OF count  { $$ = comparison_of_root(b, @1, @3, @8); }
    ;

amount
    : NUMBER                          { $$ = comparison_of_number(b, @1, (Span){0}, (Span){0}, false); }
    | NUMBER count                    { $$ = comparison_of_number(b, @1, (Span){0}, @2, false); }
    | NUMBER OF count                 { $$ = comparison_of_number(b, @1, (Span){0}, @3, true); }
    | PERCENT OF count                { $$ = comparison_of_number(b, @1, (Span){0}, @3, true); }
    | NUMBER '/' NUMBER OF count      { $$ = comparison_of_number(b, @1, @3, @5, true); }
    ;

count
    : WORD
    | count WORD
    | count OR WORD
    ;

/* --- tables: the first row names the columns --- */

head
    : HEAD                { head_begin(b, @1); }
    | head column '|'
    | head column BARS    { head_divide(b, @3); }
    | head '|'            { head_column(b, NULL, NULL, @2); }
    | head BARS           { head_column(b, NULL, NULL, @2); head_divide(b, @2); }
    ;

column
    : value           { head_column(b, $1, NULL, @$); }
    | value ':' type  { head_column(b, $1, $3, @$); }
    | value ':' type ',' WORD  { head_column(b, $1, $3, @$); column_attribute(b, name_at(b, @5)); }
    ;

row
    : ROW            { $$ = row_begin(b, @1); }
    | row cell '|'   { $$ = $1; row_cell(b, $1, $2); }
    | row cell BARS  { $$ = $1; row_cell(b, $1, $2); row_divide(b, $1, @3); }
    | row '|'        { $$ = $1; row_cell(b, $1, cell_empty(b, @1)); }
    | row BARS       { $$ = $1; row_cell(b, $1, cell_empty(b, @1)); row_divide(b, $1, @2); }
    ;

cell
    : '-'        { $$ = cell_new(b, CELL_ANY, @1); }
    | OTHERWISE  { $$ = cell_new(b, CELL_OTHERWISE, @1); }
    | tests
    ;

tests
    : expr            { $$ = cell_add(b, NULL, cell_test(b, $1, @$), @$); }
    | test            { $$ = cell_add(b, NULL, $1, @$); }
    | tests ',' expr  { $$ = cell_add(b, $1, cell_test(b, $3, @3), @$); }
    | tests ',' test  { $$ = cell_add(b, $1, $3, @$); }
    ;

test
    : compare sum      { $$ = cell_compare(b, false, (Operator)$1, $2, @$); }
    | NOT compare sum  { $$ = cell_compare(b, true, (Operator)$2, $3, @$); }
    | APPLICABLE       { $$ = cell_test(b, expr_not(b, expr_not_applicable(b, @1), @1), @1); }
    ;

/* --- expressions: few steps from a token to a cell, since a matrix has tens of thousands of cells --- */

expr
    : sum
    | expr THEN expr          { $$ = expr_binary(b, OP_THEN, $1, $3, @$); }
    | expr OR expr            { $$ = expr_binary(b, OP_OR, $1, $3, @$); }
    | expr AND expr           { $$ = expr_binary(b, OP_AND, $1, $3, @$); }
    | NOT expr                { $$ = expr_not(b, $2, @$); }
    | sum '=' sum             { $$ = expr_binary(b, OP_EQUAL, $1, $3, @$); }
    | sum compare sum         { $$ = expr_binary(b, (Operator)$2, $1, $3, @$); }
    | sum DOTS sum            { $$ = expr_range(b, false, $1, $3, @$); }
    | sum DOTS_BELOW sum      { $$ = expr_range(b, true, $1, $3, @$); }
    | sum IN '(' exprs ')'    { $$ = expr_in(b, $1, $4, @$); }
    | sum IN value            { $$ = expr_within(b, $1, $3, @$); }
    | sum IS MISSING          { $$ = expr_binary(b, OP_EQUAL, $1, expr_missing(b, @3), @$); }
    | sum IS NOT MISSING      { $$ = expr_binary(b, OP_NOT_EQUAL, $1, expr_missing(b, @4), @$); }
    | sum IS APPLICABLE       { $$ = expr_binary(b, OP_NOT_EQUAL, $1, expr_not_applicable(b, @3), @$); }
    | sum IS NOT APPLICABLE   { $$ = expr_binary(b, OP_EQUAL, $1, expr_not_applicable(b, span_join(@3, @4)), @$); }
    ;

compare
    : '<'            { $$ = OP_LESS; }
    | '>'            { $$ = OP_GREATER; }
    | LESS_EQUAL     { $$ = OP_LESS_EQUAL; }
    | GREATER_EQUAL  { $$ = OP_GREATER_EQUAL; }
    | NOT_EQUAL      { $$ = OP_NOT_EQUAL; }
    ;

sum
    : NUMBER       { $$ = expr_number(b, @1); }
    | NUMBER unit  { $$ = expr_duration(b, @1, @2); }
    | NUMBER unit CALENDAR WORD  { $$ = expr_by(b, expr_duration(b, @1, @2), @4, @$); }
    | unit FROM sum TO sum %prec ELAPSED  { $$ = expr_elapsed(b, @1, $3, $5, @$); }
    | unit CALENDAR WORD FROM sum TO sum %prec ELAPSED
                   { $$ = expr_by(b, expr_elapsed(b, @1, $5, $7, @$), @3, @$); }
    | FIRST IN path FROM sum WHOSE WORD COVERS sum  { $$ = expr_first(b, $3, $5, @7, $9, @$); }
    | PERCENT      { $$ = expr_percent(b, @1); }
    | MONEY        { $$ = expr_money(b, @1); }
    | DATE         { $$ = expr_date(b, @1); }
    | INSTANT      { $$ = expr_instant(b, @1); }
    | STRING       { $$ = expr_string(b, @1); }
    | YES          { $$ = expr_yes_no(b, true, @1); }
    | NO           { $$ = expr_yes_no(b, false, @1); }
    | MISSING      { $$ = expr_missing(b, @1); }
    | NOT APPLICABLE  { $$ = expr_not_applicable(b, @$); }
    | path
    | words
    | '(' expr ')'            { $$ = $2; }
    | '(' exprs ',' expr ')'  { $$ = expr_list(b, exprs_add(b, $2, $4), @$); }
    | '(' ')'                 { $$ = expr_list(b, &(ExprList){0}, @$); }
    | NUMBER OF '(' exprs ')' { $$ = expr_some(b, @1, $4, @$); }
    | AGGREGATE OF sum %prec NEGATE    { $$ = expr_aggregate(b, (Aggregate)$1, $3, @$); }
    | SQUARE ROOT OF sum %prec NEGATE  { $$ = expr_root(b, $4, @$); }
    | sum ROUNDED TO NUMBER            { $$ = expr_rounded(b, $1, @4, (Span){0}, @$); }
    | sum ROUNDED TO NUMBER rounding   { $$ = expr_rounded(b, $1, @4, @5, @$); }
    | '-' sum %prec NEGATE    { $$ = expr_negate(b, $2, @$); }
    | sum '+' sum             { $$ = expr_binary(b, OP_ADD, $1, $3, @$); }
    | sum '-' sum             { $$ = expr_binary(b, OP_SUBTRACT, $1, $3, @$); }
    | sum '*' sum             { $$ = expr_binary(b, OP_MULTIPLY, $1, $3, @$); }
    | sum '/' sum             { $$ = expr_binary(b, OP_DIVIDE, $1, $3, @$); }
    | sum INTO WORD AT WORD   { $$ = expr_convert(b, $1, @3, @5, @$); }
    ;

unit
    : UNIT
    | unit UNIT
    ;

rounding
    : ROUNDING
    | rounding ROUNDING
    ;

exprs
    : expr            { $$ = exprs_add(b, NULL, $1); }
    | exprs ',' expr  { $$ = exprs_add(b, $1, $3); }
    ;

value
    : path
    | words
    ;

path
    : WORD                { $$ = expr_path(b, @1); }
    | path '.' WORD       { $$ = expr_part(b, $1, @3); }
    | path '[' expr ']'   { $$ = expr_index(b, $1, $3, @$); }
    | path '[' exprs ',' expr ']'  { $$ = expr_key(b, $1, exprs_add(b, $3, $5), @$); }
    ;

words
    : WORD WORD   { $$ = expr_word(b, expr_path(b, @1), @2); }
    | words WORD  { $$ = expr_word(b, $1, @2); }
    ;

%%

/* What an author would call a token that could have stood in a place: many tokens are "a value" or "a
 * setting". Empty for what is never worth naming. */
static Text name_of(const Builder *b, yysymbol_kind_t symbol, bool values) {
    BlockKind block = b->decl ? decl_row(b->decl->kind)->block : BLOCK_NOTHING;
    switch (symbol) {
    case YYSYMBOL_FIELD:
        return block == BLOCK_FIELDS ? text_of(yysymbol_name(symbol)) : (Text){0};
    case YYSYMBOL_MEMBER:
        return block == BLOCK_MEMBERS ? text_of(yysymbol_name(symbol)) : (Text){0};
    case YYSYMBOL_HEAD: case YYSYMBOL_ROW:
        return block == BLOCK_SETTINGS ? TEXT("a table row") : (Text){0};
    case YYSYMBOL_TEXT: case YYSYMBOL_DATED: case YYSYMBOL_NAME: case YYSYMBOL_NAMES: case YYSYMBOL_PHRASE: case YYSYMBOL_RANGE:
    case YYSYMBOL_PAIRS: case YYSYMBOL_RENAMES: case YYSYMBOL_DAY: case YYSYMBOL_DATES: case YYSYMBOL_WHEN: case YYSYMBOL_CONDITION:
    case YYSYMBOL_VALUE: case YYSYMBOL_CELL: case YYSYMBOL_THRESHOLD: case YYSYMBOL_HEADING: case YYSYMBOL_GIVEN: case YYSYMBOL_EXPECT: case YYSYMBOL_STEP:
        return block == BLOCK_SETTINGS ? TEXT("a setting") : (Text){0};
    case YYSYMBOL_WORD: case YYSYMBOL_STRING: case YYSYMBOL_NUMBER: case YYSYMBOL_PERCENT:
    case YYSYMBOL_MONEY: case YYSYMBOL_DATE: case YYSYMBOL_INSTANT: case YYSYMBOL_MISSING: case YYSYMBOL_YES: case YYSYMBOL_NO: case YYSYMBOL_NOT:
        return values ? TEXT("a value") : text_of(yysymbol_name(symbol));
    /* Between deciders, which few lines are about, they are not worth naming. */
    case YYSYMBOL_OF:
        return scan_in_header(b->scan) || b->scan->leads == T_THRESHOLD ? TEXT("of") : (Text){0};
    case YYSYMBOL_THEN:
        return b->scan->leads == T_STEP ? TEXT("then") : (Text){0};
    case YYSYMBOL_IS:
        return b->scan->leads == T_HEADING ? text_of(yysymbol_name(symbol)) : (Text){0};
    case YYSYMBOL_SQUARE:
        return b->scan->leads == T_THRESHOLD ? text_of(yysymbol_name(symbol)) : (Text){0};
    case YYSYMBOL_ROUNDED: case YYSYMBOL_ROUNDING: case YYSYMBOL_AGGREGATE: case YYSYMBOL_UNCLOSED: case YYSYMBOL_UNKNOWN_DECLARATION: case YYSYMBOL_UNKNOWN_SETTING:
    case YYSYMBOL_NO_BLOCK: case YYSYMBOL_UNIT: case YYSYMBOL_CALENDAR: case YYSYMBOL_INTO: case YYSYMBOL_FIRST: case YYSYMBOL_APPLICABLE:
        return (Text){0};
    default:
        return text_of(yysymbol_name(symbol));
    }
}

static int yyreport_syntax_error(const yypcontext_t *context, Builder *b, void *scanner) {
    (void)scanner;
    yysymbol_kind_t symbols[YYNTOKENS];
    Text expected[YYNTOKENS];
    int count = yypcontext_expected_tokens(context, symbols, YYNTOKENS);
    bool money = false, date = false;
    for (int i = 0; i < count; i++) {
        money = money || symbols[i] == YYSYMBOL_MONEY;
        date = date || symbols[i] == YYSYMBOL_DATE;
    }
    for (int i = 0; i < count; i++) expected[i] = name_of(b, symbols[i], money && date);
    Text got = text_of(yysymbol_name(yypcontext_token(context)));
    build_unexpected(b, got, *yypcontext_location(context), expected, count > 0 ? (size_t)count : 0);
    return 0;
}

/* Called for one thing only: the parser's stack would pass YYMAXDEPTH. */
static void grammar_error(const Span *at, Builder *b, void *scanner, const char *message) {
    (void)scanner, (void)message;
    build_too_deep(b, *at);
}
