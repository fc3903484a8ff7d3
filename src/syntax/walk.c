#include "syntax/syntax.h"

static void each_item(const Expr *expr, ExprVisit *visit, void *context) {
    for (size_t i = 0; i < expr->items.len; i++) visit(context, expr->items.at[i]);
}

void expr_each_child(const Expr *expr, ExprVisit *visit, void *context) {
    switch (expr->kind) {
    case EXPR_LITERAL:
    case EXPR_MISSING:
    case EXPR_NOT_APPLICABLE:
    case EXPR_WORDS:
        break;
    case EXPR_PATH:
    case EXPR_LOOKUP:
        if (expr->index) visit(context, expr->index);
        break;
    case EXPR_NOT:
    case EXPR_NEGATE:
    case EXPR_AGGREGATE:
    case EXPR_ROOT:
        visit(context, expr->left);
        break;
    case EXPR_BINARY:
    case EXPR_ELAPSED:
    case EXPR_BY:
    case EXPR_CONVERT:
    case EXPR_WITHIN:
    case EXPR_ROUNDED:
    case EXPR_RANGE:
        visit(context, expr->left);
        visit(context, expr->right);
        break;
    case EXPR_IN:
    case EXPR_SOME:
        visit(context, expr->left);
        each_item(expr, visit, context);
        break;
    case EXPR_LIST:
        each_item(expr, visit, context);
        break;
    case EXPR_FIRST: /* the others name a register and its fields */
        visit(context, expr->items.at[FIRST_FROM]);
        visit(context, expr->items.at[FIRST_COVERED]);
        break;
    }
}

Expr *expr_asked(const Expr *expr, ExprKind about) {
    if (expr->kind != EXPR_BINARY || (expr->op != OP_EQUAL && expr->op != OP_NOT_EQUAL)) return NULL;
    if (expr->right->kind == about) return expr->left;
    return expr->left->kind == about ? expr->right : NULL;
}
