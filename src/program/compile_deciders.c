/* Who decides, as a flat tree of nodes (program.h), and who else is named, as a list. */
#include "program/compile_parts.h"

static Index node_new(Compiler *c, DeciderKind kind) {
    *vec_push(c->arena, &c->deciders) = (DeciderNode){.kind = kind, .at = NONE};
    return (Index)c->deciders.len - 1;
}

/* What was added since the node stands under it. */
static Index node_end(Compiler *c, Index node, int32_t needed) {
    c->deciders.at[node].needed = needed;
    c->deciders.at[node].size = (int32_t)((Index)c->deciders.len - node);
    return node;
}

static Index add_one(Compiler *c, const Expr *expr, NamedList *computed) {
    Index node = node_new(c, DECIDER_ONE);
    Value name;
    if (expr_constant(c->arena, expr, &name))
        c->deciders.at[node].name = name.text;
    else
        *vec_push(c->arena, computed) = (NamedBy){node, expr};
    return node_end(c, node, 1);
}

static Index add_part(Compiler *c, const Expr *expr, NamedList *computed);

/* a and b and c is read as (a and b) and c, and is one decision of three. */
static int32_t add_chain(Compiler *c, const Expr *expr, Operator op, NamedList *computed) {
    bool goes_on = expr->left->kind == EXPR_BINARY && expr->left->op == op;
    int32_t before = 1;
    if (goes_on)
        before = add_chain(c, expr->left, op, computed);
    else
        add_part(c, expr->left, computed);
    add_part(c, expr->right, computed);
    return before + 1;
}

static Index add_some(Compiler *c, const Expr *expr, NamedList *computed) {
    Index node = node_new(c, DECIDER_SOME);
    int64_t needed = 0;
    number_to_int(expr->left->value.number, &needed);
    for (size_t i = 0; i < expr->items.len; i++) add_part(c, expr->items.at[i], computed);
    return node_end(c, node, (int32_t)needed);
}

/* How deep deciders nest is bounded by the parser. */
static Index add_part(Compiler *c, const Expr *expr, NamedList *computed) {
    if (!expr_is_joint(expr)) return add_one(c, expr, computed);
    if (expr->kind == EXPR_SOME) return add_some(c, expr, computed);
    Index node = node_new(c, expr->op == OP_THEN ? DECIDER_SEQUENCE : DECIDER_ALL);
    return node_end(c, node, add_chain(c, expr, expr->op, computed));
}

Index plan_deciders(Compiler *c, const Expr *expr, NamedList *computed) {
    return add_part(c, expr, computed);
}

Index compile_deciders(Compiler *c, const Expr *expr, Index *root, Value *constant) {
    NamedList computed = {0};
    *root = plan_deciders(c, expr, &computed);
    if (computed.len > 0) return compile_named(c, *root, &computed);
    *constant = constant_of(c, expr, (Type){.kind = TYPE_DECIDER});
    return NONE;
}

/* --- those who are named and do not decide -------------------------------------------------------------- */

static Value list_of_names(const Compiler *c, Index root) {
    const DeciderNode *list = &c->deciders.at[root];
    Value *names = arena_array(c->arena, Value, (size_t)list->needed);
    for (int32_t i = 0; i < list->needed; i++) names[i] = value_text(list[i + 1].name);
    return (Value){.state = VALUE_KNOWN, .kind = TYPE_LIST, .list = {names, (size_t)list->needed}};
}

Index compile_who(Compiler *c, const Cell *cell, Value *constant) {
    NamedList computed = {0};
    *constant = value_missing();
    if (cell->kind != CELL_TESTS) return NONE;
    Index root = node_new(c, DECIDER_NAMED);
    for (size_t i = 0; i < cell->tests.len; i++) add_one(c, cell->tests.at[i].value, &computed);
    node_end(c, root, (int32_t)cell->tests.len);
    if (computed.len > 0) return compile_named(c, root, &computed);
    *constant = list_of_names(c, root);
    return NONE;
}
