/* walk: the common way down a table's index, by members and by numbers over a node's own denominator, in few
 * enough instructions to stand where it is used. What takes more is find.c's. */
#ifndef BYLAW_ENGINE_WALK_H
#define BYLAW_ENGINE_WALK_H

#include "program/index.h"

enum { COUNTED_MOST = 8 }; /* so few breaks are sooner counted than searched */

/* How many breaks, which ascend, a key has reached. */
static inline size_t counted_reached(const int64_t *breaks, size_t count, int64_t key) {
    size_t low = 0;
    while (count > COUNTED_MOST) {
        size_t half = count / 2;
        low += breaks[low + half - 1] <= key ? half : 0;
        count -= half;
    }
    size_t reached = low;
    for (const int64_t *at = breaks + low, *end = at + count; at < end; at++) reached += *at <= key;
    return reached;
}

/* Where it stands what a known value leads to; NULL when this does not say. Of a missing one it is something
 * or other. */
static inline const Index *plain_next(const IndexNode *node, const IndexColumn *column, const Value *value) {
    size_t member = (size_t)value->member, count = node->count;
    int64_t key;
    if (column->kind == INDEX_MEMBERS) return member < count ? index_next_after(node, 0) + member : NULL;
    if (column->kind == INDEX_YES_NO) return index_next_after(node, 0) + value->yes;
    if (column->kind != INDEX_NUMBERS || value->number.den != column->over ||
        __builtin_add_overflow(value->number.num, value->number.num, &key))
        return NULL;
    return index_next_after(node, sizeof key) + counted_reached(index_counted_breaks(node), count - 1, key);
}

/* Of a table with an index the one row that is hit; NONE when this does not say. Whether a value is missing
 * is no branch, for facts that are optional are there or not from case to case. */
static inline Index walk_plain(const Value *slots, const TableCode *table) {
    const IndexNode *node = index_node(table->index, 0);
    for (size_t c = 0; c < table->index_column_count; c++) {
        const IndexColumn *column = &table->index_columns[c];
        const Value *value = &slots[column->slot];
        if (node->column != c) continue;
        const Index *next = plain_next(node, column, value);
        if (!next || (value->state != VALUE_KNOWN && value->state != VALUE_MISSING)) return NONE;
        Index at = *(value->state == VALUE_KNOWN ? next : &node->missing);
        if (at < NONE) return index_row(at);
        if (at == NONE) return NONE;
        node = index_node(table->index, at);
    }
    return NONE;
}

#endif
