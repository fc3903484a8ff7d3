#include "base/vec.h"
#include "program/code.h"
#include <stdlib.h>
#include <string.h>

enum {
    SPLIT_GROWTH =
        4, /* rows that stand under several classes are repeated: at most so many times at one node */
    TREE_GROWTH = 24 /* and in the whole tree */
};

typedef struct Builder {
    Arena *arena;
    const TableCode *table;
    VEC(IndexNode) nodes;
    size_t budget; /* entries that the tree may still use */
    bool *used;    /* columns above the node that is being built */
} Builder;

/* The rows of a node, divided by the classes of a column. The class of missing, where there is
 * one, is last. */
typedef struct Split {
    Index column;
    const ColumnCode *code;
    Value *cuts;
    size_t cut_count, class_count;
    size_t *starts; /* class c has rows[starts[c]] up to rows[starts[c + 1]] */
    size_t largest, total;
} Split;

typedef struct Rows {
    const Index *at;
    size_t len;
} Rows;

static const CellCode *cell_at(const TableCode *table, Index row, Index column) {
    return &table->cells[(size_t)row * table->column_count + (size_t)column];
}

/* --- which classes a cell covers ------------------------------------------------------------------------ */

static int compare_values(const void *left, const void *right) {
    return code_compare(left, right);
}

/* All ends of the intervals that stand in the column, ascending, each once. */
static void find_cuts(Builder *b, Split *split, Rows rows) {
    size_t most = 0, len = 0;
    for (size_t r = 0; r < rows.len; r++) {
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        if (cell->kind == SET_INTERVALS) most += 2 * (size_t)cell->count;
    }
    split->cuts = arena_array(b->arena, Value, most);
    for (size_t r = 0; r < rows.len; r++) {
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        for (uint32_t i = 0; cell->kind == SET_INTERVALS && i < cell->count; i++) {
            if (cell->intervals[i].has_low) split->cuts[len++] = cell->intervals[i].low;
            if (cell->intervals[i].has_high) split->cuts[len++] = cell->intervals[i].high;
        }
    }
    if (len > 1) qsort(split->cuts, len, sizeof *split->cuts, compare_values);
    for (size_t i = 0; i < len; i++)
        if (i == 0 || code_compare(&split->cuts[split->cut_count - 1], &split->cuts[i]) != 0)
            split->cuts[split->cut_count++] = split->cuts[i];
}

typedef struct Range {
    size_t from, to; /* classes, both included */
} Range;

static Range interval_range(const Split *split, const Interval *interval) {
    Range range = {0, 2 * split->cut_count};
    if (interval->has_low)
        range.from = cut_class(split->cuts, split->cut_count, &interval->low) + (interval->low_open ? 1 : 0);
    if (interval->has_high)
        range.to = cut_class(split->cuts, split->cut_count, &interval->high) - (interval->high_open ? 1 : 0);
    return range;
}

static bool set_has_member(const CellCode *set, size_t member) {
    const uint64_t *words = set->count == 1 ? &set->bits : set->words;
    return words[member / 64] >> member % 64 & 1;
}

/* The cell's next range of classes; *at counts from 0. False when there are no more. */
static bool next_range(const Split *split, const CellCode *cell, size_t *at, Range *range) {
    size_t plain = split->class_count - split->code->missing;
    if (cell->kind == SET_ANY) {
        *range = (Range){0, split->class_count - 1};
        return (*at)++ == 0;
    }
    if (cell->kind == SET_INTERVALS && *at < cell->count) {
        *range = interval_range(split, &cell->intervals[(*at)++]);
        return true;
    }
    if (cell->kind == SET_MEMBERS) {
        while (*at < plain && !set_has_member(cell, *at)) (*at)++;
        if (*at < plain) {
            *range = (Range){*at, *at};
            (*at)++;
            return true;
        }
    }
    *range = (Range){plain, plain};
    size_t end = cell->kind == SET_MEMBERS ? plain : cell->count;
    return (*at)++ == end && cell->missing && split->code->missing;
}

/* --- measuring and choosing ----------------------------------------------------------------------------- */

static void count_classes(Builder *b, Split *split, Rows rows) {
    ptrdiff_t *change = arena_array(b->arena, ptrdiff_t, split->class_count + 1);
    for (size_t r = 0; r < rows.len; r++) {
        Range range;
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        for (size_t at = 0; next_range(split, cell, &at, &range);) {
            change[range.from]++;
            change[range.to + 1]--;
        }
    }
    split->starts = arena_array(b->arena, size_t, split->class_count + 1);
    ptrdiff_t size = 0;
    for (size_t c = 0; c < split->class_count; c++) {
        size += change[c];
        if ((size_t)size > split->largest) split->largest = (size_t)size;
        split->starts[c + 1] = split->starts[c] + (size_t)size;
    }
    split->total = split->starts[split->class_count];
}

static Split measure(Builder *b, Index column, Rows rows) {
    Split split = {.column = column, .code = &b->table->columns[column]};
    split.class_count = split.code->member_count;
    if (split.class_count == 0) {
        find_cuts(b, &split, rows);
        split.class_count = 2 * split.cut_count + 1;
    }
    split.class_count += split.code->missing;
    count_classes(b, &split, rows);
    return split;
}

/* Telling members apart costs one look, telling numbers apart a search. */
static size_t cost(const Split *split) {
    return split->cuts ? 2 * split->largest : split->largest;
}

static bool is_worth(const Builder *b, const Split *split, size_t rows) {
    size_t entries = split->total + split->class_count;
    bool tells = split->largest < rows || (rows == 1 && split->total < split->class_count);
    return tells && entries <= SPLIT_GROWTH * rows + 64 && entries <= b->budget;
}

static bool choose(Builder *b, Rows rows, Split *best) {
    bool found = false;
    for (size_t c = 0; c < b->table->column_count; c++) {
        if (b->used[c]) continue;
        Split split = measure(b, (Index)c, rows);
        if (!is_worth(b, &split, rows.len) || (found && cost(&split) >= cost(best))) continue;
        *best = split;
        found = true;
    }
    return found;
}

/* --- building ------------------------------------------------------------------------------------------- */

/* The rows of each class one after another, in their order. */
static Index *distribute(Builder *b, const Split *split, Rows rows) {
    Index *sorted = arena_array(b->arena, Index, split->total);
    size_t *next = arena_array(b->arena, size_t, split->class_count);
    memcpy(next, split->starts, split->class_count * sizeof *next);
    for (size_t r = 0; r < rows.len; r++) {
        Range range;
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        for (size_t at = 0; next_range(split, cell, &at, &range);)
            for (size_t c = range.from; c <= range.to; c++) sorted[next[c]++] = rows.at[r];
    }
    return sorted;
}

static Index add_node(Builder *b, IndexNode node) {
    *vec_push(b->arena, &b->nodes) = node;
    return (Index)b->nodes.len - 1;
}

static bool same_rows(Rows a, Rows b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len * sizeof *a.at) == 0);
}

/* Has the way down tested every column that the row tests? */
static bool is_certain(const Builder *b, Index row) {
    for (size_t c = 0; c < b->table->column_count; c++)
        if (!b->used[c] && cell_at(b->table, row, (Index)c)->kind != SET_ANY) return false;
    return true;
}

/* Builds what follows for `rows` and all below it. It calls itself at most once for each column of depth. */
static Index build(Builder *b, Rows rows) {
    Split split;
    if (rows.len == 1 && b->nodes.len > 0 && is_certain(b, rows.at[0])) return index_row(rows.at[0]);
    if (rows.len == 0 || !choose(b, rows, &split))
        return add_node(
            b, (IndexNode){.column = NONE, .missing = NONE, .next = rows.at, .count = (uint32_t)rows.len});
    b->budget -= split.total + split.class_count;
    b->used[split.column] = true;
    const Index *sorted = distribute(b, &split, rows);
    Index *next = arena_array(b->arena, Index, split.class_count);
    Index node = add_node(b, (IndexNode){0});
    Rows before = {NULL, 0};
    for (size_t c = 0; c < split.class_count; c++) {
        Rows own = {sorted + split.starts[c], split.starts[c + 1] - split.starts[c]};
        next[c] = c > 0 && same_rows(own, before) ? next[c - 1] : build(b, own);
        before = own;
    }
    b->used[split.column] = false;
    size_t plain = split.class_count - split.code->missing;
    b->nodes.at[node] = (IndexNode){.column = split.column,
                                    .missing = split.code->missing ? next[plain] : NONE,
                                    .count = (uint32_t)plain,
                                    .cut_count = (uint32_t)split.cut_count,
                                    .next = next,
                                    .cuts = split.code->member_count == 0 ? split.cuts : NULL};
    return node;
}

void table_index(Arena *arena, TableCode *table) {
    Builder b = {.arena = arena, .table = table};
    Index *rows = arena_array(arena, Index, table->row_count);
    size_t len = 0;
    for (size_t r = 0; r < table->row_count; r++)
        if ((Index)r != table->otherwise) rows[len++] = (Index)r;
    b.budget = TREE_GROWTH * len + 1024;
    b.used = arena_array(arena, bool, table->column_count);
    build(&b, (Rows){rows, len});
    table->nodes = b.nodes.at;
    table->node_count = b.nodes.len;
}
