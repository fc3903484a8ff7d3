/* Definitions: names for values that are worked out. The type of one is that of its expression, so each is
 * checked after those that it names, and so are totals, which are of the type of what they add up. */
#include "model/check.h"
#include "syntax/syntax.h"

/* --- names ---------------------------------------------------------------------------------------------- */

/* One name, one meaning: what a definition is called no fact and no member of an enum is called too. */
static void take_names(Checker *c, Map *taken, SymbolKind kind) {
    for (size_t i = 0; i < c->model->of_kind[kind].len; i++) {
        Symbol *symbol = c->model->of_kind[kind].at[i];
        map_set(c->arena, taken, symbol->name, symbol);
    }
}

static void check_names(Checker *c, SymbolKind kind) {
    static const SymbolKind KINDS[] = {SYMBOL_FACT, SYMBOL_MEMBER, SYMBOL_REVIEW_OUTCOME, SYMBOL_REVIEW_FACT};
    Map taken = {0};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) take_names(c, &taken, KINDS[i]);
    for (size_t i = 0; i < c->model->of_kind[kind].len; i++) {
        const Symbol *symbol = c->model->of_kind[kind].at[i], *other = map_get(&taken, symbol->name);
        if (other) REPORT(c, DECLARED_TWICE, symbol->at, symbol->name)->other = other->at;
    }
}

void declare_definition(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    bool alone = c->model->of_kind[SYMBOL_FACTS].len == 1;
    if (!text_empty(decl->of.text))
        symbol->parent = find_global(c, decl->of, KIND(FACTS));
    else if (alone)
        symbol->parent = c->model->of_kind[SYMBOL_FACTS].at[0];
}

/* --- the order in which they are checked ---------------------------------------------------------------- */

typedef enum State { NOT_MET, MET, DONE } State;

typedef struct Order {
    Checker *c;
    uint8_t *states[SYMBOL_KIND_COUNT]; /* of each kind by their index; NULL of others */
    SymbolVec stack; /* of its own, since rules may be long; what is named stands above what names it */
} Order;

static void push(Order *order, Symbol *symbol) {
    uint8_t *states = symbol ? order->states[symbol->kind] : NULL;
    if (states && states[symbol->index] == NOT_MET) *vec_push(order->c->arena, &order->stack) = symbol;
}

static void push_named(void *context, const Expr *expr) {
    Order *order = context;
    if (expr->kind == EXPR_PATH && expr->parts.len == 1)
        push(order, map_get(&order->c->model->globals, expr->parts.at[0].text));
    expr_each_child(expr, push_named, order);
}

/* Whatever it could be read as names. */
static void push_all_named(Order *order, const Symbol *symbol) {
    Meanings meanings = decl_meanings(order->c->arena, symbol->decl);
    for (size_t i = 0; i < meanings.len; i++) push_named(order, meanings.at[i]->expr);
    push_named(order, decl_as_of(order->c->model, symbol->decl));
}

/* --- checking ------------------------------------------------------------------------------------------- */

/* All its values are of one type; numbers of two kinds are decimals together. */
static Type common_type(Checker *c, const Expr *expr, Type before, Type type) {
    if (!type_known(type) || type_equal(before, type)) return type;
    if (type_is_numeric(before) && type_is_numeric(type)) return type_of(TYPE_DECIMAL);
    REPORT(c, WRONG_TYPE, expr->at, type_called(c, type), type_called(c, before));
    return type_of(TYPE_NONE);
}

static Type check_meanings(Checker *c, Scope *scope, Symbol *symbol) {
    Meanings meanings = decl_meanings(c->arena, symbol->decl);
    Type all = type_of(TYPE_NONE);
    for (size_t i = 0; i < meanings.len; i++) {
        Expr *expr = meanings.at[i]->expr;
        Type type = check_expr(c, scope, expr, all);
        all = i == 0 ? type : common_type(c, expr, all, type);
        symbol->personal |= expr_personal(expr) != NULL;
        symbol->wider |= expr_wider(expr) != NULL;
        check_missing_said(c, expr);
        check_applies(c, expr, NULL);
        check_days_of(c, symbol->decl, days_of(meanings.at[i]), meanings.at[i]->at);
        if (!type_known(all)) break;
    }
    return all;
}

/* Without a group it may name nothing that belongs to one. One that needs itself has no type; that is found
 * by check_cycles(). */
static void check_definition(Checker *c, Symbol *symbol) {
    Scope scope = {.group = symbol->parent, .groupless = !symbol->parent};
    check_as_of(c, &scope, symbol->decl);
    symbol->type = check_meanings(c, &scope, symbol);
    symbol->wider |= expr_wider(decl_as_of(c->model, symbol->decl)) != NULL;
    note_reads(c, symbol, &scope);
}

/* The top is checked when it is met again: what it names has been checked by then. */
static void follow(Order *order) {
    Symbol *top = order->stack.at[order->stack.len - 1];
    uint8_t *state = &order->states[top->kind][top->index];
    if (*state == NOT_MET) {
        *state = MET;
        push_all_named(order, top);
        return;
    }
    if (*state == MET) (top->kind == SYMBOL_TOTAL ? check_total : check_definition)(order->c, top);
    *state = DONE;
    order->stack.len--;
}

void check_definitions(Checker *c) {
    static const SymbolKind KINDS[] = {SYMBOL_DEFINITION, SYMBOL_TOTAL};
    Order order = {.c = c};
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++) {
        check_names(c, KINDS[k]);
        order.states[KINDS[k]] = arena_array(c->arena, uint8_t, c->model->of_kind[KINDS[k]].len);
    }
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++)
        for (size_t i = 0; i < c->model->of_kind[KINDS[k]].len; i++) {
            push(&order, c->model->of_kind[KINDS[k]].at[i]);
            while (order.stack.len) follow(&order);
        }
}
