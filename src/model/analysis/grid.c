#include "model/analysis/grid.h"

static size_t count_axes(const Table *table) {
    size_t count = 0;
    for (size_t i = 1; i < table->columns.len; i++) count += table->columns.at[i].output ? 0 : 1;
    return count;
}

/* The columns that are axes, one for each. */
static const uint32_t *begin_axes(Arena *arena, Grid *grid) {
    const Table *table = grid->table;
    uint32_t *columns = arena_array(arena, uint32_t, grid->axis_count);
    for (size_t i = 1, axis = 0; i < table->columns.len; i++) {
        if (table->columns.at[i].output) continue;
        axis_begin(&grid->axes[axis], table->columns.at[i].head);
        columns[axis++] = (uint32_t)i;
    }
    return columns;
}

static void read_rows(Arena *arena, Grid *grid, const uint32_t *columns) {
    const Table *table = grid->table;
    uint32_t *rows = arena_array(arena, uint32_t, table->rows.len);
    for (size_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        if (row_is_otherwise(table, row)) {
            grid->otherwise = true;
            continue;
        }
        rows[grid->row_count++] = (uint32_t)i;
        for (size_t axis = 0; axis < grid->axis_count; axis++)
            axis_gather(arena, &grid->axes[axis], &row->cells.at[columns[axis]]);
    }
    grid->rows = rows;
    for (size_t axis = 0; axis < grid->axis_count; axis++) axis_sort(&grid->axes[axis]);
}

static void read_sets(Arena *arena, Grid *grid, const uint32_t *columns) {
    uint32_t *starts = arena_array(arena, uint32_t, grid->row_count * grid->axis_count + 1), *next = starts;
    uint64_t *tested = arena_array(arena, uint64_t, grid->row_count);
    for (size_t i = 0; i < grid->row_count; i++) {
        const TableRow *row = &grid->table->rows.at[grid->rows[i]];
        for (size_t axis = 0; axis < grid->axis_count; axis++) {
            CellSet set = axis_set(arena, &grid->axes[axis], &row->cells.at[columns[axis]], &grid->runs);
            bool full = set.count == 1 && set.runs[0].from == 0 && set.runs[0].to == grid->axes[axis].atoms;
            if (!full) tested[i] |= UINT64_C(1) << axis;
            *++next = grid->runs.len;
        }
    }
    grid->starts = starts;
    grid->tested = tested;
}

const Grid *grid_new(Arena *arena, const Table *table) {
    Grid *grid = arena_make(arena, Grid);
    size_t axes = count_axes(table);
    if (axes > GRID_AXES_MAX) return NULL;
    *grid = (Grid){.table = table, .axis_count = axes, .axes = arena_array(arena, Axis, axes)};
    const uint32_t *columns = begin_axes(arena, grid);
    read_rows(arena, grid, columns);
    read_sets(arena, grid, columns);
    return grid;
}
