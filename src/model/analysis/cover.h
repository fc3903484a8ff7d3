/* cover: where no row of a grid fits, where two do, and which rows never come to be used. Found by taking the
 * space apart, one column after another: along a column the rows that are left change only where one begins
 * or ends, and each stretch between is taken apart along the next. A stretch without rows is a gap. */
#ifndef BYLAW_MODEL_ANALYSIS_COVER_H
#define BYLAW_MODEL_ANALYSIS_COVER_H

#include "model/analysis/grid.h"

enum {
    COVER_EXAMPLES = 5,               /* of gaps, and as many of overlaps */
    COVER_WORK_MAX = 30 * 1000 * 1000 /* rows looked at, over all stretches: under a second */
};

#define ATOM_ANY UINT32_MAX /* whatever this column holds */

typedef struct CoverExample {
    uint32_t atoms[GRID_AXES_MAX];
    uint32_t row, other; /* of an overlap: rows of the grid, the lower one first */
} CoverExample;

typedef struct Cover {
    CoverExample gaps[COVER_EXAMPLES], overlaps[COVER_EXAMPLES];
    size_t gap_count, overlap_count;
    bool *used;      /* under `first`: the row is the first that fits somewhere */
    bool unfinished; /* it would have taken more than COVER_WORK_MAX */
} Cover;

const Cover *cover_find(Arena *arena, const Grid *grid, bool first_hit);

#endif
