#include "model/analysis/grid.h"

CellSet grid_set(const Grid *grid, size_t row, size_t axis) {
    return grid->sets[row * grid->axis_count + axis];
}

static size_t count_axes(const Table *table) {
    size_t count = 0;
    for (size_t i = 1; i < table->columns.len; i++) count += table->columns.at[i].output ? 0 : 1;
    return count;
}

static void read_rows(Arena *arena, Grid *grid) {
    const Table *table = grid->table;
    uint32_t *rows = arena_array(arena, uint32_t, table->rows.len);
    for (size_t i = 0; i < table->rows.len; i++) {
        if (row_is_otherwise(table, &table->rows.at[i]))
            grid->otherwise = true;
        else
            rows[grid->row_count++] = (uint32_t)i;
    }
    grid->rows = rows;
}

static void read_axis(Arena *arena, Grid *grid, size_t number, size_t column, CellSet *sets,
                      uint64_t *tested) {
    Axis *axis = &grid->axes[number];
    axis_begin(axis, grid->table->columns.at[column].head);
    for (size_t i = 0; i < grid->row_count; i++)
        axis_gather(arena, axis, &grid->table->rows.at[grid->rows[i]].cells.at[column]);
    axis_sort(axis);
    for (size_t i = 0; i < grid->row_count; i++) {
        CellSet set = axis_set(arena, axis, &grid->table->rows.at[grid->rows[i]].cells.at[column]);
        bool full = set.count == 1 && set.runs[0].from == 0 && set.runs[0].to == axis->atoms;
        sets[i * grid->axis_count + number] = set;
        if (!full) tested[i] |= UINT64_C(1) << number;
    }
}

const Grid *grid_new(Arena *arena, const Table *table) {
    Grid *grid = arena_make(arena, Grid);
    size_t axes = count_axes(table);
    if (axes > GRID_AXES_MAX) return NULL;
    *grid = (Grid){.table = table, .axis_count = axes, .axes = arena_array(arena, Axis, axes)};
    read_rows(arena, grid);
    CellSet *sets = arena_array(arena, CellSet, grid->row_count * axes);
    uint64_t *tested = arena_array(arena, uint64_t, grid->row_count);
    for (size_t column = 1, number = 0; column < table->columns.len; column++)
        if (!table->columns.at[column].output) read_axis(arena, grid, number++, column, sets, tested);
    grid->sets = sets;
    grid->tested = tested;
    return grid;
}
