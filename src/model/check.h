/* check: what the files of this room share while they check one charter. Declaring comes first, so that rules
 * may name what stands further down or in another file; then every declaration is checked on its own. */
#ifndef BYLAW_MODEL_CHECK_H
#define BYLAW_MODEL_CHECK_H

#include "model/model.h"

typedef VEC(Symbol *) SymbolVec;

/* A set of kinds of symbols. */
typedef uint64_t SymbolKinds;
#define KIND_BIT(kind) ((SymbolKinds)1 << (kind))
#define KIND(name)     KIND_BIT(SYMBOL_##name)

typedef struct Checker {
    Arena *arena;
    Model *model;
    Diagnostics *out;
    Map nodes; /* what check_cycles() knows of each definition, table and authority */
    const EnumType
        *last_enum; /* the one whose declaration was last looked up, and that: a column asks again */
    Symbol *last_owner;
} Checker;

/* What an expression can name besides what is global. */
typedef struct Scope {
    Symbol *group;   /* whose facts are meant; NULL: those of any group, when only one has the name */
    Symbol *review;  /* a step of it is being read: concerns, upheld and accepted are known */
    bool groupless;  /* nothing that belongs to a group of facts has a place in it */
    bool constants;  /* a cell is being read: facts have no place in it */
    TextVec *people; /* a test is being read, which has named these: what is no other name is a person's */
    SymbolVec reads; /* definitions, and tables, authorities and scorecards whose results were read */
} Scope;

/* --- reporting (report.c) ------------------------------------------------------------------------------- */

#define REPORT(checker, code, at, ...) DIAGNOSE((checker)->out, DIAG_##code, at, __VA_ARGS__)

Text quoted(Checker *c, Text word);             /* "word" in quotes */
Text decl_called(Checker *c, const Decl *decl); /* body "board"; test "the example" */
Span decl_place(const Decl *decl);              /* where its name stands, else its title or leading word */
Text duration_called(Checker *c, Type type);    /* "working days by company" */
bool decl_failed(const Checker *c, const Decl *decl); /* something in it was reported as an error */
Text type_called(Checker *c, Type type);              /* "a number", "money USD", "a vertical" */

void suggest(Checker *c, Diagnostic *diagnostic, Text word, const TextVec *candidates);
void candidates_of(Checker *c, TextVec *candidates, const Map *names, SymbolKinds kinds);

/* --- what was meant (mends.c): empty where nothing is known to offer -------------------------------------
 */

Text value_mend(Checker *c, const Expr *expr, Type wanted); /* of a value that is of another type */
Text constant_mend(Checker *c, const Expr *expr);           /* of what must be written out, and is not */
Text name_mend(Checker *c, Text name, Type wanted);         /* of a name of nothing */

/* --- names (names.c) ------------------------------------------------------------------------------------ */

Symbol *symbol_new(Checker *c, SymbolKind kind, Name name, Decl *decl, Symbol *parent);

/* Declares a symbol within its parent's names, or globally when it has none to stand in. */
Symbol *declare_inner(Checker *c, Symbol *parent, SymbolKind kind, Name name);
Symbol *declare_global(Checker *c, SymbolKind kind, Name name, Decl *decl);

/* Notes where a name was used. The finders below do so themselves. */
void note_use(Checker *c, Span at, const Symbol *symbol);

void declare_days(Checker *c);
void check_renamed(Checker *c);             /* what names were in earlier editions (renaming.c) */
bool check_own_word(Checker *c, Name name); /* false and a diagnostic when the language has the name */

/* The symbol of that name of one of the kinds; NULL and a diagnostic when there is none. */
Symbol *find_global(Checker *c, Name name, SymbolKinds kinds);
Symbol *find_inner(Checker *c, const Symbol *parent, Name name, SymbolKinds kinds);

/* The group that a declaration is of: the one it names, else the only one there is. `label` names it. */
Symbol *find_group(Checker *c, Name of, Text label, Span at);

/* A body or office that stands for itself, without an index. */
Symbol *find_single(Checker *c, Name name, SymbolKinds kinds);

/* --- settings (settings.c) ------------------------------------------------------------------------------ */

/* Does it have the setting, even one that could not be read? */
bool decl_says(const Decl *decl, SettingId setting);

void check_settings(Checker *c, const Decl *decl); /* the required ones are there */
void check_header(Checker *c, const Decl *decl);   /* it has the parts that its kind has, and no others */

/* The whole numbers of a range a..b; false and a diagnostic when it is no such range. */
bool range_of_integers(Checker *c, const Clause *clause, int64_t least, int64_t *low, int64_t *high);

/* The table of a declaration has these columns in this order, and no others; those from `must` on may be left
 * out. NULL (and a diagnostic) if not. */
const Table *fixed_table(Checker *c, const Decl *decl, const Text *heads, size_t count, size_t must);

/* The only test of a cell that says one thing; NULL and a diagnostic otherwise. */
Expr *cell_single(Checker *c, const Cell *cell, Text needed);
/* The same for a cell that is one name. */
bool cell_name(Checker *c, const Cell *cell, Text needed, Name *name);

/* --- types and expressions (types.c, expressions.c, constants.c) ---------------------------------------- */

Type read_type(Checker *c, const Expr *written); /* TYPE_NONE and a diagnostic when it is no type */
bool type_takes(Type wanted, Type given);        /* may a value of `given` stand where `wanted` is needed? */
bool type_known(Type type);
Type type_of(TypeKind kind);
Type type_of_enum(const EnumType *enumeration);

/* Fills in symbols and types. `wanted` gives bare names their meaning; TYPE_NONE when nothing is known.
 * The result is TYPE_NONE when something was wrong, which has been reported. */
Type check_expr(Checker *c, Scope *scope, Expr *expr, Type wanted);
/* A rule names no person. In a test, what is nothing else where a person is wanted is one's name; where a
 * decider is wanted, only who has been named: else a misspelt office would be one. */
bool names_person(Checker *c, Scope *scope, const Expr *expr, Type wanted);
/* Of operators and lengths of time (arithmetic.c). */
Type check_arithmetic(Checker *c, Scope *scope, Expr *expr);
Type check_elapsed(Checker *c, Scope *scope, Expr *expr);
Type check_counted(Checker *c, Scope *scope, Expr *expr);
Type check_rounded(Checker *c, Scope *scope, Expr *expr);
Type duration_type(Checker *c, DurationUnit unit); /* working days are those of the charter's calendar */
/* Of amounts of money (rates.c): what is of any currency has first to be given in one. */
Type check_convert(Checker *c, Scope *scope, Expr *expr);
bool one_currency(Checker *c, const Expr *amount, Type type);
bool same_currency(Checker *c, const Expr *at, Type left, Type right);
bool same_units(Checker *c, const Expr *at, Type left, Type right);
/* Can the two be compared? False and a diagnostic at the right one, or at the whole where units differ. */
bool check_comparable(Checker *c, const Expr *whole, const Expr *left_expr, const Expr *right_expr);
void check_condition(Checker *c, Scope *scope, Expr *expr);
/* An expression that must give a value of the type; a number written for a percent has its %. */
bool check_value(Checker *c, Scope *scope, Expr *expr, Type wanted);
/* A constant of the type; of a scope where people have names, a person too. */
bool check_constant(Checker *c, Expr *expr, Type wanted);
bool check_constant_in(Checker *c, Scope *scope, Expr *expr, Type wanted);
/* Whoever reads a result that may be left out says in the same expression what then holds (left_out.c). */
void check_missing_said(Checker *c, const Expr *expr);
/* Whoever needs what may not apply has asked whether it does (applicable.c): in the expression itself, in the
 * condition under which it is read (NULL: none), or in a column of the row that it stands in. */
void check_applies(Checker *c, const Expr *expr, const Expr *when);
void check_applies_in_row(Checker *c, const Table *table, const TableRow *row, const Expr *expr);
void check_stated_text(Checker *c, const Expr *expr); /* which a fact is held against, or given as */
bool check_always_applies(Checker *c, const Symbol *symbol, Span at); /* where nothing could be asked */
/* What `path` names: something with a value. `wanted` as above; NULL and a diagnostic when it is nothing. */
Symbol *check_path(Checker *c, Scope *scope, Expr *path, Type wanted);
/* The same, but no diagnostic when it is nothing. */
Symbol *try_path(Checker *c, Scope *scope, const Expr *path, Type wanted);
/* A cell that names a body, office or escalation, with an index where that has one. */
bool check_decider(Checker *c, Scope *scope, Expr *expr, SymbolKinds kinds);
/* Who decides: one body, office or person, or several of them. */
bool check_deciders(Checker *c, Scope *scope, Expr *expr);
/* A cell that names roles, offices and bodies. */
void check_who(Checker *c, Scope *scope, const Cell *cell);

Type symbol_read_type(const Symbol *symbol); /* of the value a rule reads */

/* --- what is dated (dated.c) ---------------------------------------------------------------------------- */

void check_as_of(Checker *c, Scope *scope, const Decl *decl); /* it names a day */
/* They are some, and in the charter's own days. */
void check_days_of(Checker *c, const Decl *decl, Days days, Span at);
void check_dated_rows(Checker *c, Symbol *table);             /* its columns from and until */
void check_dated(Checker *c, Scope *scope, const Decl *decl); /* its as_of and in_force */

/* --- tables (cells.c, tables.c, authorities.c) ---------------------------------------------------------- */

bool declare_rows(Checker *c, Symbol *table); /* false when there are no rows, or they have no ids */
Symbol *declare_result(Checker *c, Symbol *parent, Name name, Type type);
void declare_table(Checker *c, Symbol *table);
void declare_authority(Checker *c, Symbol *authority);
void check_cell(Checker *c, const Cell *cell, const Expr *head); /* what it tests the head for */
void check_inputs(Checker *c, Scope *scope, Symbol *table);      /* heads and cells before || */
void check_table(Checker *c, Symbol *table);
void check_authority(Checker *c, Symbol *authority);
void check_authority_result(Checker *c, Scope *scope, Text result, const Cell *cell);
void check_exception(Checker *c, Symbol *exception); /* after the tables */
void check_cycles(Checker *c);
void note_reads(Checker *c, Symbol *table, const Scope *scope); /* what it needs, for check_cycles() */

/* --- the other declarations ----------------------------------------------------------------------------- */

void declare_enum(Checker *c, Symbol *symbol);
/* The lines of a group of facts, or of a register: a FACT or FIELD each. */
void declare_fields(Checker *c, Symbol *owner, SymbolKind kind);
/* What is said behind its type (attributes.c); false and a diagnostic: no such thing can be. */
bool read_attribute(Checker *c, const Attribute *attribute, Symbol *symbol);
void check_material(Checker *c, Symbol *fact);
void declare_facts(Checker *c, Symbol *symbol);
void declare_register(Checker *c, Symbol *symbol);
void declare_definition(Checker *c, Symbol *symbol);
void declare_total(Checker *c, Symbol *symbol);
void declare_scorecard(Checker *c, Symbol *symbol);
void declare_checklist(Checker *c, Symbol *symbol);
void declare_review(Checker *c, Symbol *symbol);
void declare_review_outcomes(Checker *c, Symbol *symbol);
void declare_metric(Checker *c, Symbol *symbol);
void declare_workflow(Checker *c, WorkflowDecl *workflow);

/* employees[requester].approval_limit: the type of the field that is read (registers.c). */
Type check_lookup(Checker *c, Scope *scope, Expr *expr);
/* A field that is read of a register, and is no key of it; NULL and a diagnostic when it has none. */
Symbol *find_field(Checker *c, const Symbol *registered, const Name *name);
/* Would a row that is looked up by it show what is personal? True and a diagnostic. */
bool is_personal_key(Checker *c, const Expr *expr);
/* first in employees.manager from requester whose approval_limit covers amount (lines.c). */
Type check_first(Checker *c, Scope *scope, Expr *expr);

void check_definitions(Checker *c); /* and totals, before all that may name them */
void check_total(Checker *c, Symbol *symbol);
const Expr *expr_wider(const Expr *expr); /* the part that needs more than facts and registers; NULL */
void find_charter(Checker *c);            /* before all that counts working days */
void check_charter(Checker *c);
void check_calendar(Checker *c, const Decl *decl);
void check_body(Checker *c, const Decl *decl);
void check_ballot(Checker *c, const Decl *decl);
/* --- choices among options (choices.c) ------------------------------------------------------------------ */

void check_counts(Checker *c,
                  const Clause *clause);         /* what a threshold counts is counted there; NULL: none */
void check_choice(Checker *c, const Decl *decl); /* of a BALLOT: its settings go together */
void check_options(Checker *c, const Symbol *workflow, StepDecl *step);
void check_not_chosen(Checker *c, const Symbol *workflow, Name fact); /* a fact that a task collects */

void check_powers(Checker *c);
void check_escalation(Checker *c, Symbol *symbol);
/* Refuses hours for a clock that runs to the end of a day; `what` is whose clock it is. */
void check_days(Checker *c, Duration duration, Text what, Span at);
void check_delegation(Checker *c, Symbol *symbol);
void check_scorecard(Checker *c, Symbol *symbol);
void check_checklist(Checker *c, Symbol *symbol);
void check_review(Checker *c, Symbol *symbol);
void check_duties(Checker *c, const Symbol *review); /* what it opens by itself */
void check_guard(Checker *c, Symbol *symbol);
void check_invariant(Checker *c, Symbol *symbol);
void check_count(Checker *c, const PhraseArg *arg); /* a whole number from 1 on */
void check_metric(Checker *c, Symbol *symbol);
void check_trigger(Checker *c, Symbol *symbol);
void check_test(Checker *c, const Decl *decl);
void check_accept(Checker *c, const Decl *decl);
void check_workflow(Checker *c, Symbol *symbol);

#endif
