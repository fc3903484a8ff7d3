#include "model/analysis/grid.h"

static void begin_axes(Arena *arena, Grid *grid, const Model *model) {
    for (size_t axis = 0; axis < grid->axis_count; axis++) {
        axis_begin(&grid->axes[axis], grid->inputs.at[axis].head);
        if (grid->inputs.at[axis].column == 0) axis_ask(arena, &grid->axes[axis], charter_days(model));
    }
}

static void read_rows(Arena *arena, Grid *grid) {
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
            axis_gather(arena, &grid->axes[axis], input_cell(arena, row, &grid->inputs.at[axis]));
    }
    grid->rows = rows;
    for (size_t axis = 0; axis < grid->axis_count; axis++) axis_sort(&grid->axes[axis]);
}

static void read_sets(Arena *arena, Grid *grid) {
    uint32_t *starts = arena_array(arena, uint32_t, grid->row_count * grid->axis_count + 1), *next = starts;
    uint64_t *tested = arena_array(arena, uint64_t, grid->row_count);
    for (size_t i = 0; i < grid->row_count; i++) {
        const TableRow *row = &grid->table->rows.at[grid->rows[i]];
        for (size_t axis = 0; axis < grid->axis_count; axis++) {
            const Cell *cell = input_cell(arena, row, &grid->inputs.at[axis]);
            CellSet set = axis_set(arena, &grid->axes[axis], cell, &grid->runs);
            bool full = set.count == 1 && set.runs[0].from == 0 && set.runs[0].to == grid->axes[axis].atoms;
            if (!full) tested[i] |= UINT64_C(1) << axis;
            *++next = grid->runs.len;
        }
    }
    grid->starts = starts;
    grid->tested = tested;
}

const Grid *grid_new(const Model *model, const Decl *decl) {
    Arena *arena = model->arena;
    Grid *grid = arena_make(arena, Grid);
    *grid = (Grid){.table = decl->table, .inputs = table_inputs(model, decl)};
    grid->axis_count = grid->inputs.len;
    if (grid->axis_count > GRID_AXES_MAX) return NULL;
    grid->axes = arena_array(arena, Axis, grid->axis_count);
    begin_axes(arena, grid, model);
    read_rows(arena, grid);
    read_sets(arena, grid);
    return grid;
}
