/* A table's index as text: a line for each node, with what follows each class of its values. */
#include "program/disassembly.h"
#include "program/index.h"
#include <string.h>

typedef struct Walk {
    const Listing *list;
    const DecisionTable *table;
    int depth;
} Walk;

static const IndexColumn *column_at(const Walk *walk, const IndexNode *node) {
    return &walk->table->code->index_columns[node->column];
}

static Type type_at(const Walk *walk, const IndexNode *node) {
    return walk->list->program->slots[column_at(walk, node)->slot].type;
}

/* "row R4", "node 6", or that all rows are tested. */
static void list_next(const Walk *walk, Index next) {
    Buf *buf = walk->list->buf;
    if (next == NONE)
        buf_cstr(buf, "all rows");
    else if (next < NONE)
        buf_format(buf, "row %.*s", TEXT_ARG(walk->table->rows[index_row(next)].id));
    else
        buf_format(buf, "node %d", next);
}

/* Of a counted break: the day, or the number that it is a numerator of. */
static Value counted_value(const Walk *walk, Type type, int64_t counted, uint16_t over) {
    Number number;
    if (type.kind == TYPE_DATE) return value_date((Date)counted);
    if (number_ratio(walk->list->buf->arena, counted, over, &number) != NUMBER_OK) return value_missing();
    if (type.kind == TYPE_MONEY) return value_money(number, type.currency);
    Value value = value_number(type.kind, number);
    if (type.kind == TYPE_DURATION) value.unit = (uint8_t)type.unit;
    return value;
}

static Break break_at(const Walk *walk, const IndexNode *node, uint32_t i) {
    const IndexColumn *column = column_at(walk, node);
    if (column->kind == INDEX_ORDER) return index_breaks(node)[i];
    int64_t counted = index_counted_breaks(node)[i];
    return (Break){counted_value(walk, type_at(walk, node), counted >> 1, column->over), counted & 1};
}

/* "below 6", "from 6", "above 7" */
static void list_class(const Walk *walk, const IndexNode *node, uint32_t class) {
    Buf *buf = walk->list->buf;
    if (node->count == 1) {
        buf_cstr(buf, "any");
        return;
    }
    Break at = break_at(walk, node, class > 0 ? class - 1 : 0);
    buf_cstr(buf, class > 0 ? (at.after ? "above " : "from ") : (at.after ? "up to " : "below "));
    list_value(walk->list, type_at(walk, node), &at.at);
}

static void list_member(const Walk *walk, const IndexNode *node, uint32_t member) {
    Type type = type_at(walk, node);
    Value value = type.kind == TYPE_ENUM
                      ? value_member((int32_t)member)
                      : (Value){.state = VALUE_KNOWN, .kind = TYPE_YES_NO, .yes = member == 1};
    list_value(walk->list, type, &value);
}

static void list_leaf(const Walk *walk, const IndexNode *node) {
    Buf *buf = walk->list->buf;
    buf_cstr(buf, node->count > 0 ? "test rows" : "no row");
    for (uint32_t i = 0; i < node->count; i++)
        buf_format(buf, " %.*s", TEXT_ARG(walk->table->rows[index_next(walk->table->code, node)[i]].id));
}

static const char *split_words(IndexKind kind) {
    if (kind == INDEX_MEMBERS || kind == INDEX_YES_NO) return "by member of ";
    return kind == INDEX_ORDER ? "by breaks of " : "by counted breaks of ";
}

static void list_split(const Walk *walk, const IndexNode *node) {
    Buf *buf = walk->list->buf;
    const IndexColumn *column = column_at(walk, node);
    buf_cstr(buf, split_words((IndexKind)column->kind));
    list_slot(walk->list, column->slot);
    for (uint32_t i = 0; i < node->count; i++) {
        list_line(walk->list, walk->depth + 2);
        if (index_break_size((IndexKind)column->kind) == 0)
            list_member(walk, node, i);
        else
            list_class(walk, node, i);
        buf_cstr(buf, ": ");
        list_next(walk, index_next(walk->table->code, node)[i]);
    }
    if (node->missing == NONE) return;
    list_line(walk->list, walk->depth + 2);
    buf_cstr(buf, "missing: ");
    list_next(walk, node->missing);
}

void list_index(const Listing *list, int depth, const DecisionTable *table) {
    const Walk walk = {list, table, depth};
    const TableCode *code = table->code;
    for (size_t at = 0; at < code->index_words;) {
        const IndexNode *node = index_node(code->index, (Index)at);
        list_line(list, depth + 1);
        buf_format(list->buf, "node %zu: ", at);
        if (node->column == code->index_column_count)
            list_leaf(&walk, node);
        else
            list_split(&walk, node);
        at += index_node_words(code, node);
    }
}
