/* disassembly: the compiled form as stable text, for those who want to see what their rules became, and why
 * they are as fast as they are. docs/disassembly.md says how to read it. */
#ifndef BYLAW_PROGRAM_DISASSEMBLY_H
#define BYLAW_PROGRAM_DISASSEMBLY_H

#include "program/code.h"

/* The whole program: its slots, each of its units, its bodies, ballots and delegations. */
void disassemble(Buf *buf, const Program *program);
/* One unit: what it needs, and the code that it is evaluated by. */
void disassemble_unit(Buf *buf, const Program *program, Index unit);
/* How one decides, with all defaults filled in. */
void disassemble_body(Buf *buf, const Program *program, Index body);
void disassemble_ballot(Buf *buf, const Program *program, Index ballot);
void disassemble_delegation(Buf *buf, const Program *program, Index delegation);

/* --- for the files of the disassembly ------------------------------------------------------------------- */

typedef struct Listing {
    Buf *buf;
    const Program *program;
} Listing;

/* A new line, so many steps in. */
void list_line(const Listing *list, int depth);
void list_slot(const Listing *list, Index slot); /* "$4 evaluation.total" */
void list_value(const Listing *list, Type type, const Value *value);
/* What is in it, as a cell says it: "health, finance", "6 ..< 7.5", "missing". */
void list_set(const Listing *list, Type type, const CellCode *set);
void list_condition(const Listing *list, int depth, const ConditionCode *code);
void list_index(const Listing *list, int depth, const DecisionTable *table);

#endif
