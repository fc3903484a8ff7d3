/* compile_parts: what the files of the compiler share. Each fills some arrays of the program from the model's
 * symbols and their declarations, in the order of files and lines. */
#ifndef BYLAW_PROGRAM_COMPILE_PARTS_H
#define BYLAW_PROGRAM_COMPILE_PARTS_H

#include "base/vec.h"
#include "program/code.h"
#include "program/compile.h"
#include "syntax/syntax.h"

typedef VEC(Index) Indexes;

/* A decider that a case names: the node, and what names it. */
typedef struct NamedBy {
    Index node;
    const Expr *expr;
} NamedBy;
typedef VEC(NamedBy) NamedList;

typedef struct Compiler {
    Arena *arena;
    const Model *model;
    Program *program;
    VEC(Slot) slots;
    VEC(Unit) units;
    VEC(Indexes) reads; /* the slots that each unit reads itself */
    VEC(ConditionCode) conditions;
    VEC(DeciderNode) deciders;
    Indexes *reading; /* what is compiled now adds the slots it reads here */
    Index day;        /* the slot of the day as of which it reads registers */
    /* where the slots of a kind of symbol begin */
    Index *fact_slots;       /* of each group */
    Index first_review_slot; /* four for each: outcome, concerns, upheld, accepted */
    Index first_step_slot;
    Index first_total_slot;
    Index *metric_slots; /* NONE of an indexed one */
    size_t table_count;  /* tables proper; authorities come after them */
    Definition *definitions;
    Scorecard *scorecards;
    Checklist *checklists;
    DecisionTable *tables;
} Compiler;

/* The symbols of a kind. */
#define EACH_SYMBOL(c, KIND, symbol)                                                                         \
    size_t symbol##_at = 0;                                                                                  \
    symbol##_at < (c)->model->of_kind[SYMBOL_##KIND].len &&                                                  \
        (symbol = (c)->model->of_kind[SYMBOL_##KIND].at[symbol##_at], true);                                 \
    symbol##_at++

#define SYMBOL_COUNT(c, KIND) ((c)->model->of_kind[SYMBOL_##KIND].len)

/* --- small readers (compile_read.c) --------------------------------------------------------------------- */

Where where_of(const Compiler *c, Span at, Text source);
const EnumType *own_enum(const Compiler *c, const EnumType *enumeration); /* the program's; NULL stays NULL */
Type own_type(const Compiler *c, Type type);
/* Whom a ballot names, and what else decides (compile_ballots.c). */
void compile_voices(const Compiler *c, const Decl *decl, BallotRule *rule);
void compile_conflicts(const Compiler *c, const Decl *decl, Body *body);
PhraseId phrase_of(const Decl *decl, SettingId setting); /* PHRASE_NONE when it is not set */
const Expr *cell_value(const Cell *cell); /* what the cell's only test says; NULL when it says nothing */
Text cell_word(const Compiler *c, const Cell *cell); /* a cell of one name or several words */
Value constant_of(const Compiler *c, const Expr *expr,
                  Type type); /* of a checked constant, as the type has it */
Who who_named(const Compiler *c, Text name, Text index);
/* A body's, office's or escalation's name as a value, with a member of its enum as index. */
Value decider_value(const Compiler *c, const Symbol *symbol, const EnumType *enumeration, size_t member);
const Decl *next_decl(const Compiler *c, DeclKind kind,
                      size_t *at); /* declarations without a symbol; NULL at the end */

/* --- slots (compile_slots.c) ---------------------------------------------------------------------------- */

void compile_slots(Compiler *c);
Index slot_given(const Compiler *c, const Symbol *symbol); /* where the value is put: a criterion's score */
Index slot_read(const Compiler *c,
                const Symbol *symbol); /* where rules read it: a criterion's combined score */
Index calendar_slot(const Compiler *c, Index calendar);  /* wanted where its years do not reach */
Index table_of(const Compiler *c, const Symbol *symbol); /* of a TABLE or AUTHORITY */

/* --- units (compile_units.c) ---------------------------------------------------------------------------- */

Index unit_new(Compiler *c, Unit unit);
void unit_begin(Compiler *c, Index unit);      /* what is compiled from here on reads for this unit */
void day_begin(Compiler *c, const Decl *decl); /* and as of this one's day; NULL: as of none that is named */
Index compile_condition(Compiler *c, const Expr *expr, Text source); /* a unit; NONE for NULL */
Index compile_requirement(Compiler *c, const Decl *decl,
                          const Expr *expr); /* a unit: yes on days on which it is not in force */
Index compile_in_force(Compiler *c, const Decl *decl, const Expr *expr,
                       bool otherwise); /* in conditions; `otherwise` on days on which it is not in force */
Index compile_code(Compiler *c, const Expr *expr); /* in conditions, for the unit begun */
void compile_plans(Compiler *c);

/* --- deciders (compile_deciders.c) ---------------------------------------------------------------------- */

/* Adds the nodes of who decides, and answers the first; what names those that hang on a case is added to
 * `computed`. */
Index plan_deciders(Compiler *c, const Expr *expr, NamedList *computed);
/* A cell's value: in conditions, for the unit begun; else NONE, and it is the constant. */
Index compile_deciders(Compiler *c, const Expr *expr, Index *root, Value *constant);
Index compile_who(Compiler *c, const Cell *cell, Value *constant);
/* In conditions: registers are given to what a case names, then the nodes are written out. */
Index compile_named(Compiler *c, Index root, const NamedList *computed);

/* --- sets (compile_sets.c) ------------------------------------------------------------------------------ */

CellCode compile_items(const Compiler *c, Type type, Expr *const *items, size_t count); /* after `in` */
CellCode compile_cell(const Compiler *c, Type type, const Cell *cell);
size_t member_count_of(Type type); /* of an enum or yes_no, else 0 */

/* --- the parts ------------------------------------------------------------------------------------------ */

void compile_charter(Compiler *c);
void compile_enums(Compiler *c);
void compile_registers(Compiler *c);
void compile_people(Compiler *c);
void compile_escalations(Compiler *c);
void declare_definitions(Compiler *c); /* what slots need to know of them */
void declare_scorecards(Compiler *c);
void declare_checklists(Compiler *c);
void declare_tables(Compiler *c);
void compile_definitions(Compiler *c);
void compile_totals(Compiler *c);
void compile_scorecards(Compiler *c);
void compile_checklists(Compiler *c);
void compile_tables(Compiler *c);
void compile_reviews(Compiler *c);
void compile_delegations(Compiler *c);
void compile_guards(Compiler *c);
void compile_invariants(Compiler *c);
void compile_watching(Compiler *c);
void compile_workflows(Compiler *c);
void compile_tests(Compiler *c);
void compile_renamed(Compiler *c);

#endif
