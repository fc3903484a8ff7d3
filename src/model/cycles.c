/* No table may need its own result, however far around: an evaluation must end (law L2). */
#include "model/check.h"

typedef enum NodeState { NODE_NEW, NODE_OPEN, NODE_DONE } NodeState;

typedef struct Node {
    Symbol *symbol;
    SymbolVec reads;
    size_t next;
    NodeState state;
} Node;

typedef VEC(Node *) NodeStack;

void note_reads(Checker *c, Symbol *table, const Scope *scope) {
    Node *node = map_get(&c->nodes, table->name);
    if (!node) {
        node = arena_make(c->arena, Node);
        node->symbol = table;
        map_set(c->arena, &c->nodes, table->name, node);
    }
    for (size_t i = 0; i < scope->reads.len; i++) *vec_push(c->arena, &node->reads) = scope->reads.at[i];
}

static void report_cycle(Checker *c, const NodeStack *stack, const Node *again) {
    Buf path = buf_new(c->arena);
    size_t from = stack->len;
    while (from > 0 && stack->at[from - 1] != again) from--;
    for (size_t i = from ? from - 1 : 0; i < stack->len; i++)
        buf_format(&path, "%.*s needs ", TEXT_ARG(stack->at[i]->symbol->name));
    buf_text(&path, again->symbol->name);
    REPORT(c, CYCLE, again->symbol->at, again->symbol->name, buf_done(&path));
}

/* One step of a walk in depth that keeps its own stack, since rules may be long. */
static void walk_on(Checker *c, NodeStack *stack) {
    Node *top = stack->at[stack->len - 1];
    if (top->next == top->reads.len) {
        top->state = NODE_DONE;
        stack->len--;
        return;
    }
    Node *read = map_get(&c->nodes, top->reads.at[top->next++]->name);
    if (!read || read->state == NODE_DONE) return;
    if (read->state == NODE_OPEN) {
        report_cycle(c, stack, read);
        return;
    }
    read->state = NODE_OPEN;
    *vec_push(c->arena, stack) = read;
}

void check_cycles(Checker *c) {
    NodeStack stack = {0};
    for (size_t i = 0; i < c->nodes.len; i++) {
        Node *node = c->nodes.items[i].value;
        if (node->state != NODE_NEW) continue;
        node->state = NODE_OPEN;
        *vec_push(c->arena, &stack) = node;
        while (stack.len) walk_on(c, &stack);
    }
}
