/* coverage: what of a program its tests reach, and what keeps the rest from being reached. Evaluations are
 * noted one after another; what is counted is tests, each once.
 *
 * A row of a table or an authority is reached when it decides, or has a part in what is collected; an
 * exception when it applies; a criterion when it is scored, its minimum when it is met and when it is not; an
 * item of a checklist when it is met, when it is not, and where it can be, when it is not applicable; a
 * condition or a definition by each way that it comes out, and of a dated definition each meaning by a value.
 */
#ifndef BYLAW_ENGINE_COVERAGE_H
#define BYLAW_ENGINE_COVERAGE_H

#include "engine/engine.h"

/* How many tests. */
typedef struct TestCount {
    uint32_t tests;
    Index last; /* of them */
} TestCount;

/* Of a row that no test reaches: what each test that asked the table came to is kept while it is the most
 * telling. */
typedef enum RowLack {
    LACK_UNASKED,  /* no test asks for the table */
    LACK_DIFFERS,  /* it fits in none; `test` comes nearest, and `column` holds `held` there */
    LACK_OPEN,     /* in `test` it is neither in nor out: `column` is missing */
    LACK_SHADOWED, /* in `test` it fits, and the row `by` goes before it */
    LACK_UNUSED /* in `test` it fits, and the table comes to nothing; of the row for all others: never asked
                 */
} RowLack;

typedef struct RowCover {
    TestCount hit;
    RowLack lack;
    Index test, by, column;
    size_t differing; /* DIFFERS: how many columns */
    Value held;
} RowCover;

/* By how a unit came out. */
typedef struct UnitCover {
    TestCount asked, yes, no, other; /* other: undetermined, or an error of the rule */
} UnitCover;

typedef struct CriterionCover {
    TestCount scored, met, missed;
} CriterionCover;

typedef struct ItemCover {
    TestCount met, unmet, not_applicable;
} ItemCover;

typedef struct ChecklistCover {
    TestCount applies, not_applicable;
    ItemCover *items;
} ChecklistCover;

typedef struct Coverage {
    Arena *arena;
    const Program *program;
    UnitCover *units;
    RowCover **rows;           /* of each table */
    TestCount **exceptions;    /* of each table */
    CriterionCover **criteria; /* of each scorecard */
    ChecklistCover *checklists;
    TestCount **meanings; /* of each definition */
} Coverage;

Coverage *coverage_new(Arena *arena, const Program *program);

/* Notes what evaluate() of the unit has just come to, in a test: the unit and all that it needed. */
void coverage_note(Coverage *coverage, Frame *frame, Index unit, const Determination *determination,
                   Index test);

/* The same of the unit alone, where what it needed was not what the test is about. */
void coverage_note_alone(Coverage *coverage, const Frame *frame, Index unit, Index test);

#endif
