/* Results that a row may leave out: who reads one says what then holds. */
#include "model/check.h"
#include "syntax/syntax.h"

/* Optional results that an expression reads, and those of which it asks whether they are missing. */
typedef struct Reads {
    Arena *arena;
    VEC(const Expr *) read;
    SymbolVec asked;
} Reads;

static bool is_optional_result(const Expr *expr) {
    return expr->kind == EXPR_PATH && expr->symbol && expr->symbol->kind == SYMBOL_RESULT &&
           expr->symbol->optional;
}

static void find_optional(void *context, const Expr *expr) {
    Reads *reads = context;
    const Expr *asked = expr_asked(expr, EXPR_MISSING);
    if (asked && is_optional_result(asked))
        *vec_push(reads->arena, &reads->asked) = asked->symbol;
    else if (is_optional_result(expr))
        *vec_push(reads->arena, &reads->read) = expr;
    else
        expr_each_child(expr, find_optional, reads);
}

void check_missing_said(Checker *c, const Expr *expr) {
    Reads reads = {.arena = c->arena};
    if (expr) find_optional(&reads, expr);
    for (size_t i = 0; i < reads.read.len; i++) {
        bool said = false;
        for (size_t k = 0; k < reads.asked.len; k++) said |= reads.asked.at[k] == reads.read.at[i]->symbol;
        Text path = reads.read.at[i]->symbol->path;
        if (!said) REPORT(c, RESULT_MAY_BE_MISSING, reads.read.at[i]->at, path);
    }
}
