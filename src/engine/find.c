/* From values to the rows that they may hit, down a table's index. */
#include "engine/frame.h"
#include "program/index.h"

enum { COUNTED_MOST = 8 }; /* so few breaks are sooner counted than searched */

static size_t counted_reached(const int64_t *breaks, size_t count, int64_t key) {
    size_t low = 0;
    while (count > COUNTED_MOST) {
        size_t half = count / 2;
        low += breaks[low + half - 1] <= key ? half : 0;
        count -= half;
    }
    size_t reached = low;
    for (size_t i = 0; i < count; i++) reached += breaks[low + i] <= key;
    return reached;
}

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

/* Kept out of the way of members and numbers over the node's own denominator. */
__attribute__((noinline)) static size_t other_class(const IndexNode *node, const Value *value) {
    size_t count = node->count - 1;
    int64_t key;
    if (node->kind != INDEX_COUNTED) return breaks_reached(index_breaks(node), count, value);
    const int64_t *breaks = index_counted_breaks(node);
    if (count_fraction(value->number, node->over, &key)) return counted_reached(breaks, count, key);
    return any_number_reached(breaks, count, node->over, value->number);
}

static size_t class_of(const IndexNode *node, const Value *value) {
    int64_t key;
    if (node->kind == INDEX_MEMBERS)
        return value->kind == TYPE_YES_NO ? (size_t)value->yes : (size_t)value->member;
    if (node->kind != INDEX_COUNTED) return other_class(node, value);
    if (value->kind == TYPE_DATE)
        key = 2 * (int64_t)value->date;
    else if (value->number.den != node->over || __builtin_mul_overflow(value->number.num, 2, &key))
        return other_class(node, value);
    return counted_reached(index_counted_breaks(node), node->count - 1, key);
}

/* What a value leads to; NONE when the index does not say. */
static Index node_next(const IndexNode *node, const Value *value) {
    if (value->state == VALUE_MISSING) return node->missing;
    if (value->state != VALUE_KNOWN) return NONE;
    size_t class = class_of(node, value);
    return class < node->count ? node->next[class] : NONE;
}

Index index_walk(const Frame *frame, const TableCode *table) {
    Index at = 0;
    if (!table->index) return NONE;
    for (const IndexNode *node = index_node(table, at); node->kind != INDEX_LEAF;
         node = index_node(table, at)) {
        at = node_next(node, &frame->slots[node->slot]);
        if (at <= NONE) return at;
    }
    return at;
}

void find_rows(const Frame *frame, const TableCode *table, Candidates *found) {
    Index walked = index_walk(frame, table);
    *found = (Candidates){NULL, table->row_count, walked < NONE ? index_row(walked) : NONE};
    if (walked <= NONE) return;
    found->at = index_node(table, walked)->next;
    found->len = index_node(table, walked)->count;
}
