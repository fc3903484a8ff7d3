/* From values to the rows that they may hit, down a table's index. */
#include "engine/frame.h"
#include "program/index.h"

enum { COUNTED_MOST = 8 }; /* so few breaks are sooner counted than searched */

static size_t whole_reached(const int64_t *breaks, size_t count, int64_t key) {
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

/* The same of a number that is not whole, or too large to be doubled. */
static size_t any_number_reached(const int64_t *breaks, size_t count, Number number) {
    size_t low = 0;
    while (low < count) {
        size_t middle = (low + count) / 2;
        int64_t at = breaks[middle] >> 1;
        int order = number_compare(number, number_int(at));
        if (order > 0 || (order == 0 && breaks[middle] == 2 * at))
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static size_t number_class(const IndexNode *node, const Value *value) {
    int64_t key;
    if (value->kind == TYPE_DATE)
        key = 2 * (int64_t)value->date;
    else if (value->number.den != 1 || __builtin_mul_overflow(value->number.num, 2, &key))
        return any_number_reached(index_whole_breaks(node), node->count - 1, value->number);
    return whole_reached(index_whole_breaks(node), node->count - 1, key);
}

static size_t class_of(const IndexNode *node, const Value *value) {
    if (node->kind == INDEX_WHOLE) return number_class(node, value);
    if (node->kind == INDEX_ORDER) return breaks_reached(index_breaks(node), node->count - 1, value);
    return value->kind == TYPE_YES_NO ? (size_t)value->yes : (size_t)value->member;
}

/* What a value leads to; NONE when the index does not say. */
static Index node_next(const IndexNode *node, const Value *value) {
    if (value->state == VALUE_MISSING) return node->missing;
    if (value->state != VALUE_KNOWN) return NONE;
    size_t class = class_of(node, value);
    return class < node->count ? node->next[class] : NONE;
}

void find_rows(const Frame *frame, const TableCode *table, Candidates *found) {
    *found = (Candidates){NULL, table->row_count, NONE};
    if (!table->index) return;
    const IndexNode *node = index_node(table, 0);
    while (node->kind != INDEX_LEAF) {
        Index next = node_next(node, &frame->slots[node->slot]);
        if (next < NONE) found->certain = index_row(next);
        if (next <= NONE) return;
        node = index_node(table, next);
    }
    found->at = node->next;
    found->len = node->count;
}
