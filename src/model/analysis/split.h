/* split: the space of a grid taken apart, one column after another: along a column the rows that are left
 * change only where one begins or ends, and each stretch between is a part that can be taken apart along the
 * next. */
#ifndef BYLAW_MODEL_ANALYSIS_SPLIT_H
#define BYLAW_MODEL_ANALYSIS_SPLIT_H

#include "model/analysis/grid.h"

enum { SPLIT_WORK_MAX = 30 * 1000 * 1000 }; /* rows looked at, over all stretches: under a second */

/* Rows that are left in a part of the space, and the columns that are not taken apart there yet. */
typedef struct Part {
    const uint32_t *rows;
    size_t count;
    uint64_t axes; /* bit by bit */
    bool covered;  /* a row that was taken out of it takes all of it */
} Part;

typedef void SplitVisit(void *context, Part part);

typedef struct Split {
    Arena *arena; /* what is allocated while a part is visited is gone after it */
    const Grid *grid;
    SplitVisit *visit;
    void *context;
    size_t work;
    bool unfinished;       /* it would have taken more than SPLIT_WORK_MAX */
    Run at[GRID_AXES_MAX]; /* where it stands along each column; empty where that is not taken apart yet */
} Split;

Split split_new(Arena *arena, const Grid *grid, SplitVisit *visit, void *context);

/* The whole space, with all rows that can hold somewhere. */
Part split_whole(Split *split);

/* Counts the work; false when the part is not to be looked at any more. */
bool split_goes_on(Split *split, const Part *part);

/* Takes a part apart along the column by which its rows are best told apart, and visits each stretch. Some
 * row of it does not take all of the part. */
void split_part(Split *split, const Part *part);

/* Does the row take all of these columns? */
static inline bool row_is_full(const Grid *grid, uint32_t row, uint64_t axes) {
    return (grid->tested[row] & axes) == 0;
}

#endif
