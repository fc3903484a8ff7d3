#include "program/index.h"
#include "base/vec.h"
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
    IndexColumn *columns; /* in their order */
    size_t column_count;
    VEC(uint64_t) words; /* the nodes */
    size_t budget;       /* entries that the tree may still use */
    bool *used;          /* columns of the table above the node that is being built */
} Builder;

/* The rows of a node, divided by the classes of a column. The class of missing, where there is
 * one, is last. */
typedef struct Split {
    const ColumnCode *code;
    size_t column;
    Break *breaks; /* NULL: by member */
    size_t class_count;
    size_t *starts; /* class c has rows[starts[c]] up to rows[starts[c + 1]] */
    size_t largest, total;
} Split;

typedef struct Rows {
    const Index *at;
    size_t len;
} Rows;

static const CellCode *cell_at(const TableCode *table, Index row, size_t column) {
    return &table->cells[(size_t)row * table->column_count + column];
}

static size_t plain_classes(const Split *split) {
    return split->class_count - split->code->missing;
}

/* --- breaks --------------------------------------------------------------------------------------------- */

static int compare_breaks(const void *left, const void *right) {
    const Break *a = left, *b = right;
    int order = code_compare(&a->at, &b->at);
    return order != 0 ? order : (int)a->after - (int)b->after;
}

static Break low_break(const Interval *interval) {
    return (Break){interval->low, interval->low_open};
}

static Break high_break(const Interval *interval) {
    return (Break){interval->high, !interval->high_open};
}

static size_t sort_breaks(Break *breaks, size_t count) {
    size_t len = 0;
    if (count > 1) qsort(breaks, count, sizeof *breaks, compare_breaks);
    for (size_t i = 0; i < count; i++)
        if (len == 0 || compare_breaks(&breaks[len - 1], &breaks[i]) != 0) breaks[len++] = breaks[i];
    return len;
}

/* Where the intervals that stand in the column begin, and what follows them begins: ascending, each once. */
static size_t find_breaks(Builder *b, Split *split, Rows rows) {
    size_t most = 0, len = 0;
    for (size_t r = 0; r < rows.len; r++) {
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        if (cell->kind == SET_INTERVALS) most += 2 * (size_t)cell->count;
    }
    split->breaks = arena_array(b->arena, Break, most);
    for (size_t r = 0; r < rows.len; r++) {
        const CellCode *cell = cell_at(b->table, rows.at[r], split->column);
        for (uint32_t i = 0; cell->kind == SET_INTERVALS && i < cell->count; i++) {
            const Interval *interval = &cell->intervals[i];
            if (interval->has_low) split->breaks[len++] = low_break(interval);
            if (interval->has_high) split->breaks[len++] = high_break(interval);
        }
    }
    return sort_breaks(split->breaks, len);
}

/* --- which classes a cell covers ------------------------------------------------------------------------ */

typedef struct Range {
    size_t from, to; /* classes, both included */
} Range;

/* The class that begins at one of the breaks. */
static size_t class_from(const Split *split, Break begin) {
    size_t low = 0, high = plain_classes(split) - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_breaks(&split->breaks[middle], &begin) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

static Range interval_range(const Split *split, const Interval *interval) {
    Range range = {0, plain_classes(split) - 1};
    if (interval->has_low) range.from = class_from(split, low_break(interval));
    if (interval->has_high) range.to = class_from(split, high_break(interval)) - 1;
    return range;
}

/* The first member of a set at or after `from`; `plain` when there is none. */
static size_t next_member(const CellCode *set, size_t from, size_t plain) {
    const uint64_t *words = set->count == 1 ? &set->bits : set->words;
    for (; from < plain; from = (from / 64 + 1) * 64) {
        uint64_t left = words[from / 64] >> from % 64;
        if (left != 0) return from + (size_t)__builtin_ctzll(left);
    }
    return plain;
}

/* The cell's next range of classes; *at counts from 0. False when there are no more. */
static bool next_range(const Split *split, const CellCode *cell, size_t *at, Range *range) {
    size_t plain = plain_classes(split);
    if (cell->kind == SET_ANY) {
        *range = (Range){0, split->class_count - 1};
        return (*at)++ == 0;
    }
    if (cell->kind == SET_INTERVALS && *at < cell->count) {
        *range = interval_range(split, &cell->intervals[(*at)++]);
        return true;
    }
    if (cell->kind == SET_MEMBERS) {
        if (*at < plain) *at = next_member(cell, *at, plain);
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

static Split measure(Builder *b, size_t column, Rows rows) {
    Split split = {.column = column, .code = &b->table->columns[column]};
    split.class_count = split.code->member_count;
    if (split.class_count == 0) split.class_count = find_breaks(b, &split, rows) + 1;
    split.class_count += split.code->missing;
    count_classes(b, &split, rows);
    return split;
}

static bool is_tested(const Builder *b, size_t column, Rows rows) {
    for (size_t r = 0; r < rows.len; r++)
        if (cell_at(b->table, rows.at[r], column)->kind != SET_ANY) return true;
    return false;
}

/* Is there room for it in the tree? */
static bool fits(const Builder *b, const Split *split, Rows rows) {
    size_t entries = split->total + split->class_count;
    return split->class_count <= INDEX_COUNT_MOST && entries <= SPLIT_GROWTH * rows.len + 64 &&
           entries <= b->budget;
}

/* Goes on to the next column that is worth a node; false when there is none. */
static bool next_split(Builder *b, Rows rows, size_t *at, Split *split) {
    for (; *at < b->column_count; ++*at) {
        if (!is_tested(b, b->columns[*at].column, rows)) continue;
        ArenaMark mark = arena_mark(b->arena);
        *split = measure(b, b->columns[*at].column, rows);
        if (fits(b, split, rows)) return true;
        arena_rewind(b->arena, mark);
    }
    return false;
}

/* --- the order of columns ------------------------------------------------------------------------------- */

/* Its numerator over a denominator. False when it has none, or one that is too large. */
static bool count_break(const Break *from, int64_t over, int64_t *counted) {
    const int64_t most = (int64_t)1 << COUNTED_BREAK_BITS;
    *counted = from->at.date;
    if (from->at.kind == TYPE_DATE) return true;
    if (!value_is_number(&from->at) || from->at.number.den == 0 || over % from->at.number.den != 0)
        return false;
    return !__builtin_mul_overflow(from->at.number.num, over / from->at.number.den, counted) &&
           *counted<most && * counted> - most;
}

/* A denominator for all breaks, and for what the column mostly reads. 0: there is none that a node can hold.
 */
static uint16_t common_over(const Split *split, size_t count) {
    int64_t over = split->code->over, counted;
    for (size_t i = 0; i + 1 < count && over <= UINT16_MAX; i++) {
        const Value *at = &split->breaks[i].at;
        if (value_is_number(at) && at->number.den > 0 && at->number.den <= UINT16_MAX)
            over = least_multiple(over, at->number.den);
    }
    if (over > UINT16_MAX) return 0;
    for (size_t i = 0; i + 1 < count; i++)
        if (!count_break(&split->breaks[i], over, &counted)) return 0;
    return (uint16_t)over;
}

static IndexKind kind_of(const Split *split, uint16_t over) {
    if (!split->breaks) return split->code->kind == TYPE_YES_NO ? INDEX_YES_NO : INDEX_MEMBERS;
    if (over == 0) return INDEX_ORDER;
    return split->code->kind == TYPE_DATE ? INDEX_DAYS : INDEX_NUMBERS;
}

static IndexColumn column_of(const Split *split) {
    uint16_t over = split->breaks ? common_over(split, plain_classes(split)) : 0;
    return (IndexColumn){.slot = split->code->slot,
                         .kind = (uint16_t)kind_of(split, over),
                         .over = over,
                         .column = split->column};
}

/* Telling members apart costs one look, telling numbers apart a search. */
static size_t cost(const Split *split) {
    return split->breaks ? 2 * split->largest : split->largest;
}

/* First what leaves the fewest rows. */
static void order_columns(Builder *b, Rows rows) {
    size_t count = b->table->column_count, *costs = arena_array(b->arena, size_t, count);
    b->columns = arena_array(b->arena, IndexColumn, count);
    for (size_t c = 0; c < count; c++) {
        if (!is_tested(b, c, rows)) continue;
        ArenaMark mark = arena_mark(b->arena);
        const Split split = measure(b, c, rows);
        size_t at = b->column_count++;
        for (; at > 0 && costs[at - 1] > cost(&split); at--) {
            costs[at] = costs[at - 1];
            b->columns[at] = b->columns[at - 1];
        }
        costs[at] = cost(&split);
        b->columns[at] = column_of(&split);
        arena_rewind(b->arena, mark);
    }
    if (b->column_count > INDEX_COLUMNS_MOST) b->column_count = INDEX_COLUMNS_MOST;
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

static bool same_rows(Rows a, Rows b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len * sizeof *a.at) == 0);
}

static Rows rows_of(const Split *split, const Index *sorted, size_t class) {
    return (Rows){sorted + split->starts[class], split->starts[class + 1] - split->starts[class]};
}

/* Has the way down tested every column that the row tests? */
static bool is_certain(const Builder *b, Index row) {
    for (size_t c = 0; c < b->table->column_count; c++)
        if (!b->used[c] && cell_at(b->table, row, (Index)c)->kind != SET_ANY) return false;
    return true;
}

/* Breaks between classes of the same rows go; firsts[i] is the first of those that become class i. */
static size_t join_classes(Split *split, const Index *sorted, size_t *firsts) {
    size_t plain = plain_classes(split), len = 0;
    for (size_t c = 0; c < plain; c++) {
        if (split->breaks && c > 0 && same_rows(rows_of(split, sorted, c), rows_of(split, sorted, c - 1)))
            continue;
        if (split->breaks && c > 0) split->breaks[len - 1] = split->breaks[c - 1];
        firsts[len++] = c;
    }
    return len;
}

static IndexNode *node_at(Builder *b, Index at) {
    return (IndexNode *)(void *)(b->words.at + at);
}

static size_t break_size(const Builder *b, size_t column) {
    return column < b->column_count ? index_break_size((IndexKind)b->columns[column].kind) : 0;
}

/* What follows each class of a node; a leaf's rows. */
static Index *next_at(Builder *b, Index at) {
    const IndexNode *node = node_at(b, at);
    return (Index *)index_next_after(node, break_size(b, node->column));
}

/* A node with room for what follows it; the place of one that was made before may change. */
static Index add_node(Builder *b, size_t column, size_t count) {
    size_t bytes = sizeof(IndexNode) + (count - 1) * break_size(b, column) + count * sizeof(Index);
    size_t at = b->words.len;
    for (size_t i = 0; i < bytes; i += sizeof(uint64_t)) *vec_push(b->arena, &b->words) = 0;
    *node_at(b, (Index)at) =
        (IndexNode){.column = column & 255, .count = count & INDEX_COUNT_MOST, .missing = NONE};
    return (Index)at;
}

static void write_breaks(IndexNode *node, const IndexColumn *column, const Split *split) {
    void *to = node + 1;
    for (uint32_t i = 0; split->breaks && i + 1 < node->count; i++) {
        const Break *from = &split->breaks[i];
        int64_t counted;
        if (column->kind != INDEX_ORDER && count_break(from, column->over, &counted))
            ((int64_t *)to)[i] = 2 * counted + from->after;
        else
            ((Break *)to)[i] = *from;
    }
}

static Index add_leaf(Builder *b, Rows rows) {
    Index at = add_node(b, b->column_count, rows.len);
    if (rows.len > 0) memcpy(next_at(b, at), rows.at, rows.len * sizeof *rows.at);
    return at;
}

/* Builds what follows for `rows`, by the columns from `at` on, and all below it. It calls itself at most once
 * for each column of depth. */
static Index build(Builder *b, Rows rows, size_t at) {
    Split split;
    if (rows.len == 1 && b->words.len > 0 && is_certain(b, rows.at[0])) return index_row(rows.at[0]);
    if (rows.len == 0 || !next_split(b, rows, &at, &split)) return add_leaf(b, rows);
    b->budget -= split.total + split.class_count;
    b->used[split.column] = true;
    const Index *sorted = distribute(b, &split, rows);
    size_t *firsts = arena_array(b->arena, size_t, split.class_count);
    size_t count = join_classes(&split, sorted, firsts);
    Index node = add_node(b, at, count);
    write_breaks(node_at(b, node), &b->columns[at], &split);
    for (size_t i = 0; i < count; i++) {
        Index next = build(b, rows_of(&split, sorted, firsts[i]), at + 1);
        next_at(b, node)[i] = next;
    }
    if (split.code->missing) {
        Index next = build(b, rows_of(&split, sorted, plain_classes(&split)), at + 1);
        node_at(b, node)->missing = next;
    }
    b->used[split.column] = false;
    return node;
}

void table_index(Arena *arena, TableCode *table) {
    Builder b = {.arena = arena, .table = table};
    Index *rows = arena_array(arena, Index, table->row_count);
    size_t len = 0;
    if (table->row_count > INDEX_COUNT_MOST) return;
    for (size_t r = 0; r < table->row_count; r++)
        if ((Index)r != table->otherwise) rows[len++] = (Index)r;
    b.budget = TREE_GROWTH * len + 1024;
    b.used = arena_array(arena, bool, table->column_count);
    order_columns(&b, (Rows){rows, len});
    build(&b, (Rows){rows, len}, 0);
    table->index = b.words.at;
    table->index_words = b.words.len;
    table->index_columns = b.columns;
    table->index_column_count = b.column_count;
}
