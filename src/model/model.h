/* model: the meaning of a charter's names: every name, type, unit, table column and row is checked here
 * (law L3), before anything runs. Checking fills in `symbol` and `type` in the AST; the model itself is the
 * table of symbols. What the compiler (program/compile.h) needs is this and the AST, nothing else.
 *
 * Where a name is looked up:
 *   Model.globals     every declaration that has a name, and every workflow
 *   Symbol.inner of   ENUM members; FACTS facts; REGISTER fields; SCORECARD criteria, total, eligible;
 *                     CHECKLIST items, complete, open, applies; TABLE
 * results and rows; AUTHORITY results, rows and its case input (under the enum's name); REVIEW principles,
 *                     steps, outcomes with not_applicable, and concerns, upheld, accepted; WORKFLOW every
 *                     step, those inside parallel steps too
 * A Decl, FieldDecl and WorkflowDecl knows its own symbol. */
#ifndef BYLAW_MODEL_MODEL_H
#define BYLAW_MODEL_MODEL_H

#include "base/map.h"
#include "base/vec.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"

/* The version of the language that this release reads (law L8). */
enum { LANGUAGE_VERSION = 1 };

/* What the numbers of delegations begin with where `series` says nothing of them. */
#define DELEGATION_SERIES "D"

/* X(NAME, what it is in a sentence) */
#define SYMBOL_KINDS(X)                                                                                      \
    X(ENUM, "an enum")                                                                                       \
    X(MEMBER, "a member of an enum")                                                                         \
    X(FACTS, "a group of facts")                                                                             \
    X(FACT, "a fact")                                                                                        \
    X(REGISTER, "a register")                                                                                \
    X(FIELD, "a field of a register")                                                                        \
    X(DEFINITION, "a definition")                                                                            \
    X(TOTAL, "a total")                                                                                      \
    X(ROLE, "a role")                                                                                        \
    X(OFFICE, "an office")                                                                                   \
    X(BODY, "a body")                                                                                        \
    X(BALLOT, "a ballot")                                                                                    \
    X(DELEGATION, "a delegation")                                                                            \
    X(CALENDAR, "a calendar")                                                                                \
    X(AUTHORITY, "an authority matrix")                                                                      \
    X(ESCALATION, "an escalation")                                                                           \
    X(SCORECARD, "a scorecard")                                                                              \
    X(TABLE, "a decision table")                                                                             \
    X(CHECKLIST, "a checklist")                                                                              \
    X(REVIEW, "a review")                                                                                    \
    X(EXCEPTION, "an exception")                                                                             \
    X(GUARD, "a guard")                                                                                      \
    X(INVARIANT, "an invariant")                                                                             \
    X(METRIC, "a metric")                                                                                    \
    X(TRIGGER, "a trigger")                                                                                  \
    X(WORKFLOW, "a workflow")                                                                                \
    X(STEP, "a step of a workflow")                                                                          \
    X(CRITERION, "a criterion of a scorecard") /* the score given: evaluation.financial_value */             \
    X(ITEM, "an item of a checklist")          /* what was said of it: api_requirements.oauth */             \
    X(RESULT, "a result")                      /* evaluation.total, evaluation.eligible; a table's output */ \
    X(PRINCIPLE, "a principle of a review")                                                                  \
    X(REVIEW_STEP, "a step of a review")                                                                     \
    X(REVIEW_OUTCOME, "an outcome of a review")                                                              \
    X(REVIEW_FACT, "what a review counts")        /* concerns, upheld, accepted, within its own steps */     \
    X(DAY, "a day that every case has")           /* today, case_opened */                                   \
    X(CASE_INPUT, "what the motion's step gives") /* an authority's column that names an enum */             \
    X(ROW, "a row of a table")

typedef enum SymbolKind {
#define X(name, what) SYMBOL_##name,
    SYMBOL_KINDS(X)
#undef X
        SYMBOL_KIND_COUNT
} SymbolKind;

typedef struct Symbol {
    SymbolKind kind;
    uint32_t index; /* among its siblings of one kind, in the order declared; likewise for global ones */
    Text name;      /* its own word: "total" */
    Text path;      /* as rules write it from anywhere: "evaluation.total", "vertical" */
    Span at;
    bool optional,
        personal;   /* FACT; FIELD, RESULT: optional alone; personal: a DEFINITION that tells one, too */
    Name was;       /* what it was called in an earlier edition; empty text where nothing is said */
    bool wider;     /* DEFINITION: it needs more than facts and what registers hold */
    bool key;       /* FIELD: it names the row, with the other keys of its register */
    Expr *material; /* FACT: approvals hold until it has changed by more; NULL: by anything */
    Decl *decl;     /* the declaration it is or belongs to; NULL for workflows */
    WorkflowDecl *workflow; /* WORKFLOW and STEP */
    StepDecl *step;         /* STEP */
    /* Of what stands within another: that (FACT -> FACTS, FIELD -> REGISTER, CRITERION -> SCORECARD, ITEM ->
     * CHECKLIST, MEMBER -> ENUM, STEP -> WORKFLOW, or the parallel STEP it is a branch of). Of AUTHORITY,
     * SCORECARD, CHECKLIST, TABLE, REVIEW, TOTAL, DELEGATION and WORKFLOW: the group of facts they are of; of
     * DEFINITION too, NULL where it is of none. A CASE_INPUT is of no authority alone (NULL): all whose
     * column names its enum share it. */
    struct Symbol *parent;
    /* DAY, FACT, FIELD, DEFINITION, TOTAL, CRITERION, ITEM, RESULT, METRIC, REVIEW, REVIEW_FACT,
     * CASE_INPUT, MEMBER, REVIEW_OUTCOME */
    Type type;
    const EnumType *enumeration; /* ENUM; REVIEW: its outcomes, with not_applicable last; for_each of OFFICE,
                                    BODY, ESCALATION: the index enum */
    Map inner;                   /* names within it: members, facts, criteria, results, principles, rows */
} Symbol;

/* Types of what has no type in the rules: a criterion given is an integer when its scale is whole, else a
 * decimal, and a rule that reads it reads the scores combined, always a decimal. An authority's decided_by is
 * a decider; its reviewed, ballot and escalation are texts: the cadence as written, and names. */

typedef VEC(Text) TextVec;

/* A place where a name stands for what is declared elsewhere. */
typedef struct Use {
    Span at;
    const Symbol *symbol;
} Use;

typedef struct Model {
    Arena *arena;
    Ast *ast;
    Decl *charter;           /* NULL after an error */
    const Expr *case_opened; /* the path to the day as of which rules are read that name no other */
    bool sound;              /* nothing was wrong, in the texts or here: it may be analysed and compiled */
    Map globals;             /* name -> Symbol */
    VEC(Symbol *) of_kind[SYMBOL_KIND_COUNT]; /* in the order of files and lines */
    VEC(Use) uses; /* in the order of checking; a place that was looked at twice stands here twice */
} Model;

/* Checks everything; what is wrong goes to `diagnostics`. Always gives a model; it may be analysed and
 * compiled only when it is sound. */
Model *model_check(Arena *arena, Ast *ast, Diagnostics *diagnostics);

/* The first clause of a setting in a declaration, or NULL. */
const Clause *decl_setting(const Decl *decl, SettingId setting);

Text symbol_what(SymbolKind kind);
bool symbol_can_be_given(SymbolKind kind); /* in a test; all else is worked out */

/* --- readers that checking and compiling share ---------------------------------------------------------- */

/* The columns of a CHECKLIST. */
typedef enum ItemColumn { ITEM_NAME, ITEM_REQUIREMENT, ITEM_EVIDENCE, ITEM_APPLIES, ITEM_COLUMNS } ItemColumn;
const Cell *item_cell(const Decl *checklist, size_t row, ItemColumn column); /* NULL: it has no such column */
/* When an item applies; NULL: always, or it is no single condition. */
Expr *item_applies(Arena *arena, const Decl *checklist, size_t row);

/* What an authority's or escalation's cell names: a body, an office or an escalation, perhaps [indexed] by a
 * fact of the case. In a level of an escalation `for each ENUM` the index is that enum's own name. */
typedef struct DeciderRef {
    Symbol *symbol;    /* BODY, OFFICE or ESCALATION */
    const Expr *index; /* NULL, or the expression in brackets */
} DeciderRef;

/* False when the checked expression names none of these. */
bool expr_decider(const Expr *expr, DeciderRef *decider);

/* The value of a checked expression that reads nothing, lengths of time in a plain unit: a literal, a negated
 * one, a member, an outcome of a review, a body or office without an index, missing, or a list of such. False
 * when it is none of these. */
bool expr_constant(Arena *arena, const Expr *expr, Value *value);

/* Days from one on until another, which no longer belongs to them; DATE_NONE where they are open. */
typedef struct Days {
    Date from, until;
} Days;

bool days_hold(Days days, Date day);
bool days_meet(Days a, Days b);
Days charter_days(const Model *model); /* on which the charter is in force */
Days days_of(const Clause *clause);

/* The path to the day as of which a declaration is read, and registers in it: what its as_of names (an
 * EXCEPTION without one is read as its table is), else the day the case was opened. */
const Expr *decl_as_of(const Model *model, const Decl *decl);
const Clause *decl_in_force(const Decl *decl); /* of a GUARD, INVARIANT, TRIGGER, EXCEPTION; NULL: always */

/* The clauses that say what a DEFINITION means, or a TOTAL sums, by the days on which they begin to. */
typedef VEC(const Clause *) Meanings;
Meanings decl_meanings(Arena *arena, const Decl *decl);

/* What a TABLE or AUTHORITY reads: a column before ||; `from` and `until` are one, which reads the day as of
 * which the table is. */
typedef struct TableInput {
    const Expr *head;
    size_t column;      /* where its cells stand; 0: it is of days */
    size_t from, until; /* of days: the columns; 0 where it has none */
} TableInput;

typedef VEC(TableInput) TableInputs;
TableInputs table_inputs(const Model *model, const Decl *decl);
bool column_is_of_days(const TableColumn *column);

/* What a row tests; of days as if it tested the day itself: 2026-01-01 ..< 2026-07-01. */
const Cell *input_cell(Arena *arena, const TableRow *row, const TableInput *input);

/* Does a cell of the column say `missing`? Then missing is a value like any other there (law L4). */
bool column_tests_missing(const Table *table, size_t column);

/* May it be missing, for a table that reads it? */
bool symbol_optional(const Symbol *symbol);

/* What holds when several rows of a TABLE or AUTHORITY fit. */
HitPolicy table_policy(const Decl *decl);

/* Several deciders in one expression: cfo and ceo, legal then board, 2 of (cfo, coo, ceo). */
bool expr_is_joint(const Expr *expr);

/* The personal fact (or definition) that the value of a checked expression tells, or NULL: whether one is
 * more than this or that may come out, it itself may not. */
const Symbol *expr_personal(const Expr *expr);

/* A literal that is a length of time; false for anything else. */
bool expr_duration_constant(const Expr *expr, Duration *duration);

/* A cell that says only this: what an EXCEPTION gives is read and compiled as if it stood in a row. That a
 * result is missing, a row says with a -. */
Cell cell_of(Arena *arena, Expr *value);

/* The cells of an `otherwise` row test nothing and catch what no other row fits. */
bool row_is_otherwise(const Table *table, const TableRow *row);

/* The words of a PATH or WORDS, "on silence", with dots between the parts of a path: "evaluation.total". */
Text expr_words(Arena *arena, const Expr *expr);

int weekday_named(Text word); /* "monday" is 0; -1 for no day */

/* The outcomes that a step can have: of a task, a scoring, a motion, or its review. Empty for the others. */
TextVec step_outcomes(Arena *arena, const Model *model, const StepDecl *step);

/* The members of the enum that a motion chooses from; NULL: it is for or against. */
/* What a review opens by itself, as one of its clauses says (duties.c). */
typedef struct Duty {
    PhraseArg *outcome; /* the one after which it does; NULL: any (reassess) */
    PhraseArg *opens;   /* the workflow; NULL: it says when, and opens nothing */
    PhraseArg *every;   /* how long, or a recurrence in `text`; NULL: when a fact changes */
    PhraseArg *changed; /* the fact */
    PhraseArg *times;   /* how many; NULL: without end */
} Duty;

bool duty_of(const Clause *clause, Duty *duty); /* false: the clause says none */
bool review_opens(const Symbol *review, Text workflow);

const EnumType *step_options(const StepDecl *step);
bool step_has_option(const StepDecl *step, Text name);
/* Of a checked motion: can it come to the default, by a row of its authority or an exception to that? */
bool step_has_default(Arena *arena, const Model *model, const StepDecl *step);
/* Can the row of an authority be for a decision? */
bool row_is_for(Arena *arena, const Symbol *authority, const TableRow *row, Text decision);
bool ballot_chooses(const Decl *ballot);
Text ballot_default(const Decl *ballot); /* as voters read it; empty: none */

Symbol *case_input(const Symbol *authority); /* what its motions give; NULL: nothing */

/* The AUTHORITY that says who decides a motion of that workflow; NULL when none has the decision. */
Symbol *motion_authority(const Model *model, const Symbol *workflow, Text decision);

#endif
