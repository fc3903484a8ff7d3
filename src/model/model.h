/* model: the meaning of a charter's names: every name, type, unit, table column and row is checked here
 * (law L3), before anything runs. Checking fills in `symbol` and `type` in the AST; the model itself is the
 * table of symbols. What the compiler (program/compile.h) needs is this and the AST, nothing else. */
#ifndef BYLAW_MODEL_MODEL_H
#define BYLAW_MODEL_MODEL_H

#include "base/map.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"

/* X(NAME, what it is in a sentence) */
#define SYMBOL_KINDS(X)                                                                                      \
    X(ENUM, "an enum")                                                                                       \
    X(MEMBER, "a member of an enum")                                                                         \
    X(FACTS, "a group of facts")                                                                             \
    X(FACT, "a fact")                                                                                        \
    X(ROLE, "a role")                                                                                        \
    X(OFFICE, "an office")                                                                                   \
    X(BODY, "a body")                                                                                        \
    X(BALLOT, "a ballot")                                                                                    \
    X(CALENDAR, "a calendar")                                                                                \
    X(AUTHORITY, "an authority matrix")                                                                      \
    X(ESCALATION, "an escalation")                                                                           \
    X(SCORECARD, "a scorecard")                                                                              \
    X(TABLE, "a decision table")                                                                             \
    X(REVIEW, "a review")                                                                                    \
    X(GUARD, "a guard")                                                                                      \
    X(WORKFLOW, "a workflow")                                                                                \
    X(STEP, "a step of a workflow")                                                                          \
    X(CRITERION, "a criterion of a scorecard")  /* the score given: evaluation.financial_value */            \
    X(RESULT, "a result")                       /* evaluation.total, evaluation.eligible; a table's output */ \
    X(PRINCIPLE, "a principle of a review")                                                                  \
    X(REVIEW_STEP, "a step of a review")                                                                     \
    X(REVIEW_OUTCOME, "an outcome of a review")                                                              \
    X(REVIEW_FACT, "what a review counts")      /* concerns, upheld, accepted, within its own steps */       \
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
    Text name;              /* its own word: "total" */
    Text path;              /* as rules write it from anywhere: "evaluation.total", "vertical" */
    Span at;
    Decl *decl;             /* the declaration it is or belongs to; NULL for workflows */
    WorkflowDecl *workflow; /* WORKFLOW and STEP */
    StepDecl *step;         /* STEP */
    struct Symbol *parent;  /* FACT -> FACTS, CRITERION -> SCORECARD, MEMBER -> ENUM, ... */
    uint32_t index;         /* among its siblings, in the order declared; of the same kind for global ones */
    Type type;              /* FACT, CRITERION, RESULT, REVIEW, REVIEW_FACT, CASE_INPUT */
    const EnumType *enumeration; /* ENUM; REVIEW: its outcomes, with not_applicable last; for_each of OFFICE, BODY, ESCALATION: the index enum */
    bool optional, personal;     /* FACT */
    bool used;
    Map inner;              /* names within it: members, facts, criteria, results, principles, rows */
} Symbol;

typedef struct Model {
    Arena *arena;
    Ast *ast;
    Decl *charter;          /* NULL after an error */
    Map globals;            /* name -> Symbol */
    VEC(Symbol *) of_kind[SYMBOL_KIND_COUNT]; /* in the order of files and lines */
} Model;

/* Checks everything; what is wrong goes to `diagnostics`. Always gives a model; it may be compiled only when
 * diagnostics->errors is 0. */
Model *model_check(Arena *arena, Ast *ast, Diagnostics *diagnostics);

/* The first clause of a setting in a declaration, or NULL. */
const Clause *decl_setting(const Decl *decl, SettingId setting);

Text symbol_what(SymbolKind kind);

/* --- readers that checking and compiling share ------------------------------------------------------ */

/* What an authority's or escalation's cell names: a body, an office or an escalation, perhaps [indexed] by a
 * fact of the case. */
typedef struct DeciderRef {
    Symbol *symbol;      /* BODY, OFFICE or ESCALATION */
    const Expr *index;   /* NULL, or the expression in brackets */
} DeciderRef;

#endif
