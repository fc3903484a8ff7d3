/* results: whether two rows of a table give the same, as far as that can be told without facts. */
#ifndef BYLAW_MODEL_ANALYSIS_RESULTS_H
#define BYLAW_MODEL_ANALYSIS_RESULTS_H

#include "model/analysis/cover.h"

/* What cover_find() asks where rows that fit must agree. */
typedef struct Results {
    Arena *arena;
    const Grid *grid;
    const Text *written; /* of each row of the grid, its results one after another */
    size_t count;        /* results of a row */
} Results;

Results results_of(Arena *arena, const Grid *grid);

/* A ClashOf; `context` is a Results. Rows that are written alike give the same; so do equal constants. */
Clash results_clash(const void *context, uint32_t row, uint32_t other);

#endif
