/* cover: where no row of a grid fits, where two do, and which rows never hold. Found by taking the space
 * apart (split.h): a stretch without rows is a gap. */
#ifndef BYLAW_MODEL_ANALYSIS_COVER_H
#define BYLAW_MODEL_ANALYSIS_COVER_H

#include "model/analysis/grid.h"

enum { COVER_EXAMPLES = 5 }; /* of gaps, and as many of overlaps */

#define ATOM_ANY UINT32_MAX /* whatever this column holds */

typedef struct CoverExample {
    uint32_t atoms[GRID_AXES_MAX];
    uint32_t row, other; /* of an overlap: rows of the grid, the lower one first */
} CoverExample;

typedef struct CoverExamples {
    CoverExample at[COVER_EXAMPLES];
    size_t count;
} CoverExamples;

/* May two rows not hold in one place? Of rows whose results have still to be computed nobody can tell. */
typedef enum Clash { CLASH_NONE, CLASH_UNSURE, CLASH_SURE } Clash;
typedef Clash ClashOf(const void *context, uint32_t row, uint32_t other);

/* What is looked for, by the table's hit policy. */
typedef struct CoverRule {
    bool gaps;             /* somewhere no row fits */
    bool unused;           /* a row holds nowhere */
    ClashOf *clash;        /* of rows that fit in one place and both hold there; NULL: any may */
    const void *context;   /* of clash() */
    const uint32_t *ranks; /* where several rows fit, those of the lowest rank hold; NULL: all */
} CoverRule;

typedef struct Cover {
    CoverExamples gaps, overlaps, unsure;
    bool *used;      /* the row holds somewhere; where `unused` is looked for */
    bool unfinished; /* it would have taken too much work: SPLIT_WORK_MAX */
} Cover;

const Cover *cover_find(Arena *arena, const Grid *grid, const CoverRule *rule);

/* "decision = vertical_approval, annual_value = USD 100000" */
Text cover_example_text(Arena *arena, const Grid *grid, const CoverExample *example);

#endif
