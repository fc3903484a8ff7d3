/* index: a tree that leads from values to the few rows of a table that they may hit. Made with the table,
 * walked by the engine alone.
 *
 * A node splits the values of one slot into classes and says for each class what follows; or it is a leaf,
 * with rows in their order that are still to be tested in full. Rows that are not at the leaf cannot be hit.
 * Where the way down has tested all that the one row left tests, the row stands in place of a node: it is
 * hit.
 *
 * Nodes lie one after another, each before those that follow it, so that a way down touches few lines of
 * memory. */
#ifndef BYLAW_PROGRAM_INDEX_H
#define BYLAW_PROGRAM_INDEX_H

#include "program/code.h"

typedef enum IndexKind {
    INDEX_LEAF,    /* next: rows */
    INDEX_MEMBERS, /* a class for each member of an enum, or for no and yes */
    INDEX_COUNTED, /* by breaks that are numbers over one denominator, or dates: see index_counted_breaks() */
    INDEX_ORDER    /* by breaks of anything else that has an order: see index_breaks() */
} IndexKind;

/* The class of a value is how many of the breaks, which ascend, it has reached: class 0 is below all of them.
 */
typedef struct IndexNode {
    uint16_t kind;
    uint16_t over;  /* COUNTED: the denominator of the breaks; of dates 1 */
    uint32_t count; /* of next */
    Index slot;     /* that it reads; NONE: a leaf */
    Index missing;  /* what follows when it is missing; NONE: the tree does not say */
    Index next[];   /* of each class: a node, or index_row() of a row; breaks follow */
} IndexNode;

/* A value has reached a break when it is `at` or more; with `after`, when it is more. */
typedef struct Break {
    Value at;
    bool after;
} Break;

/* Counted breaks are twice their numerator or day, and one more where they are `after`. */
enum { COUNTED_BREAK_BITS = 61 };

static inline const IndexNode *index_node(const TableCode *table, Index at) {
    return (const IndexNode *)(const void *)(table->index + at);
}

static inline const void *index_after_next(const IndexNode *node) {
    return &node->next[(node->count + 1) & ~1u];
}

/* count - 1 of them. */
static inline const int64_t *index_counted_breaks(const IndexNode *node) {
    return index_after_next(node);
}

static inline const Break *index_breaks(const IndexNode *node) {
    return index_after_next(node);
}

/* A row in place of a node, and back. */
static inline Index index_row(Index row_or_back) {
    return -2 - row_or_back;
}

/* Adds the index to a table that is otherwise complete. Without one, or where it does not say, all rows are
 * tested: the answer is the same. */
void table_index(Arena *arena, TableCode *table);

#endif
