/* index: a tree that leads from values to the few rows of a table that they may hit. Made with the table,
 * walked by the engine alone.
 *
 * The tree asks for the table's columns in one order, each node for one of them; where a column tells rows
 * apart no further, its turn is passed over. A node splits the values of its column's slot into classes and
 * says for each class what follows; or it is a leaf, with rows in their order that are still to be tested in
 * full. Rows that are not at the leaf cannot be hit. Where the way down has tested all that the one row left
 * tests, the row stands in place of a node: it is hit.
 *
 * Since all nodes of a column read one slot in one way, nodes hold nothing of that, and a processor need not
 * wait for a node before it reads the value that the node is about. Nodes lie one after another, each before
 * those that follow it, so that a way down touches few lines of memory. */
#ifndef BYLAW_PROGRAM_INDEX_H
#define BYLAW_PROGRAM_INDEX_H

#include "program/code.h"

typedef enum IndexKind {
    INDEX_MEMBERS, /* a class for each member of an enum */
    INDEX_YES_NO,  /* class 0 is no, class 1 yes */
    INDEX_NUMBERS, /* by breaks that are numbers over one denominator: see index_counted_breaks() */
    INDEX_DAYS,    /* by breaks that are days: counted too */
    INDEX_ORDER    /* by breaks of anything else that has an order: see index_breaks() */
} IndexKind;

typedef struct IndexColumn {
    Index slot;    /* that it reads */
    uint16_t kind; /* IndexKind */
    uint16_t over; /* NUMBERS: the denominator of the breaks; DAYS: 1 */
    size_t column; /* of the table */
} IndexColumn;

/* Behind a node stand count - 1 breaks, where its column has them, then what follows each class: see
 * index_next(). The class of a value is how many of the breaks, which ascend, it has reached: class 0 is
 * below all of them. */
typedef struct IndexNode {
    uint32_t column : 8; /* in the order in which they are asked for; as many as there are: a leaf */
    uint32_t count : 24; /* of classes; of a leaf's rows */
    Index missing;       /* what follows when the slot is missing; NONE: the tree does not say */
} IndexNode;

enum { INDEX_COLUMNS_MOST = 255, INDEX_COUNT_MOST = (1 << 24) - 1 };

/* A value has reached a break when it is `at` or more; with `after`, when it is more. */
typedef struct Break {
    Value at;
    bool after;
} Break;

/* Counted breaks are twice their numerator or day, and one more where they are `after`. */
enum { COUNTED_BREAK_BITS = 61 };

static inline const IndexNode *index_node(const uint64_t *index, Index at) {
    return (const IndexNode *)(const void *)(index + at);
}

static inline const int64_t *index_counted_breaks(const IndexNode *node) {
    return (const int64_t *)(const void *)(node + 1);
}

static inline const Break *index_breaks(const IndexNode *node) {
    return (const Break *)(const void *)(node + 1);
}

/* What follows each class, behind breaks of so many bytes. */
static inline const Index *index_next_after(const IndexNode *node, size_t break_size) {
    return (const Index *)(const void *)((const char *)(node + 1) + ((size_t)node->count - 1) * break_size);
}

static inline size_t index_break_size(IndexKind kind) {
    if (kind == INDEX_NUMBERS || kind == INDEX_DAYS) return sizeof(int64_t);
    return kind == INDEX_ORDER ? sizeof(Break) : 0;
}

/* Of each class: a node, or index_row() of a row. A leaf's rows. */
static inline const Index *index_next(const TableCode *table, const IndexNode *node) {
    bool leaf = node->column == table->index_column_count;
    return index_next_after(node,
                            leaf ? 0 : index_break_size((IndexKind)table->index_columns[node->column].kind));
}

/* How many words of the index the node takes. */
static inline size_t index_node_words(const TableCode *table, const IndexNode *node) {
    size_t bytes = (size_t)((const char *)(index_next(table, node) + node->count) - (const char *)node);
    return (bytes + sizeof(uint64_t) - 1) / sizeof(uint64_t);
}

/* A row in place of a node, and back. */
static inline Index index_row(Index row_or_back) {
    return -2 - row_or_back;
}

/* Adds the index to a table that is otherwise complete. Without one, or where it does not say, all rows are
 * tested: the answer is the same. */
void table_index(Arena *arena, TableCode *table);

#endif
