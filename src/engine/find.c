/* From values to the rows that they may hit, down a table's index. */
#include "engine/frame.h"
#include "engine/walk.h"

static bool reaches(const Value *value, const Break *from) {
    int order = code_compare(value, &from->at);
    return order > 0 || (order == 0 && !from->after);
}

static size_t breaks_reached(const Break *breaks, size_t count, const Value *value) {
    size_t low = 0;
    while (low < count) {
        size_t middle = (low + count) / 2;
        if (reaches(value, &breaks[middle]))
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Of a number that is too large to be counted. */
static size_t any_number_reached(const int64_t *breaks, size_t count, uint16_t over, Number number) {
    size_t low = 0;
    while (low < count) {
        size_t middle = (low + count) / 2;
        int64_t at = breaks[middle] >> 1;
        int order = number_compare(number, (Number){.num = at, .den = over});
        if (order > 0 || (order == 0 && breaks[middle] == 2 * at))
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Twice the number over the denominator, rounded down to what is between two numerators where it is. */
static bool count_fraction(Number number, uint16_t over, int64_t *key) {
    int64_t scaled;
    if (number.den == 0 || __builtin_mul_overflow(number.num, over, &scaled)) return false;
    int64_t whole = scaled / number.den, rest = scaled % number.den;
    if (rest < 0) whole--;
    return !__builtin_mul_overflow(whole, 2, key) && !__builtin_add_overflow(*key, rest != 0, key);
}

/* The class of a known value, where plain_next() does not say. */
static size_t other_class(const IndexNode *node, const IndexColumn *column, const Value *value) {
    size_t count = node->count - 1;
    int64_t key;
    if (column->kind == INDEX_ORDER) return breaks_reached(index_breaks(node), count, value);
    const int64_t *breaks = index_counted_breaks(node);
    if (column->kind == INDEX_DAYS) return counted_reached(breaks, count, 2 * (int64_t)value->date);
    if (column->kind != INDEX_NUMBERS) return node->count;
    if (count_fraction(value->number, column->over, &key)) return counted_reached(breaks, count, key);
    return any_number_reached(breaks, count, column->over, value->number);
}

/* What a value leads to; NONE when the index does not say. */
static Index node_next(const TableCode *table, const IndexNode *node, const Value *value) {
    const IndexColumn *column = &table->index_columns[node->column];
    if (value->state == VALUE_MISSING) return node->missing;
    if (value->state != VALUE_KNOWN) return NONE;
    const Index *next = plain_next(node, column, value);
    if (next) return *next;
    size_t class = other_class(node, column, value);
    return class < node->count ? index_next(table, node)[class] : NONE;
}

/* index_row() of the row that is hit, a leaf, or NONE where the index does not say. */
static Index index_walk(const Frame *frame, const TableCode *table) {
    Index at = 0;
    if (!table->index) return NONE;
    for (const IndexNode *node = index_node(table->index, at); node->column < table->index_column_count;
         node = index_node(table->index, at)) {
        at = node_next(table, node, &frame->slots[table->index_columns[node->column].slot]);
        if (at <= NONE) return at;
    }
    return at;
}

void find_rows(const Frame *frame, const TableCode *table, Candidates *found) {
    Index walked = index_walk(frame, table);
    *found = (Candidates){NULL, table->row_count, walked < NONE ? index_row(walked) : NONE};
    if (walked <= NONE) return;
    const IndexNode *leaf = index_node(table->index, walked);
    found->at = index_next(table, leaf);
    found->len = leaf->count;
}
