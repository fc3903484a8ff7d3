#include "model/analysis/results.h"
#include "syntax/syntax.h"

static bool has_value(const Symbol *symbol) {
#define BIT(name) ((uint64_t)1 << SYMBOL_##name)
    static const uint64_t VALUES = BIT(FACT) | BIT(CRITERION) | BIT(ITEM) | BIT(RESULT) | BIT(DEFINITION) |
                                   BIT(TOTAL) | BIT(METRIC) | BIT(DAY) | BIT(FIELD) | BIT(REGISTER) |
                                   BIT(REVIEW) | BIT(REVIEW_FACT) | BIT(CASE_INPUT);
#undef BIT
    return symbol && (VALUES >> symbol->kind & 1);
}

static void find_fact(void *context, const Expr *expr) {
    bool *found = context;
    if (expr->kind == EXPR_FIRST || has_value(expr->symbol))
        *found = true;
    else
        expr_each_child(expr, find_fact, found);
}

/* Can what it comes to differ from case to case, or from day to day? */
static bool reads_facts(const Expr *expr) {
    bool found = false;
    if (expr) find_fact(&found, expr);
    return found;
}

static const Cell *result_at(const Results *results, uint32_t row, size_t number) {
    const Table *table = results->grid->table;
    for (size_t i = 0; i < table->columns.len; i++)
        if (table->columns.at[i].output && number-- == 0)
            return &table->rows.at[results->grid->rows[row]].cells.at[i];
    return NULL;
}

Results results_of(Arena *arena, const Grid *grid) {
    Results results = {.arena = arena, .grid = grid};
    for (size_t i = 0; i < grid->table->columns.len; i++) results.count += grid->table->columns.at[i].output;
    Text *written = arena_array(arena, Text, grid->row_count * results.count);
    for (uint32_t row = 0; row < grid->row_count; row++)
        for (size_t i = 0; i < results.count; i++) {
            Buf buf = buf_new(arena);
            cell_write(&buf, result_at(&results, row, i));
            written[row * results.count + i] = buf_done(&buf);
        }
    results.written = written;
    return results;
}

static const Expr *only_value(const Cell *cell) {
    return cell->kind == CELL_TESTS && cell->tests.len == 1 ? cell->tests.at[0].value : NULL;
}

/* 100 and 100.0 are written in two ways and are one number. */
static bool equal_constants(const Results *results, const Expr *a, const Expr *b) {
    Value one, other;
    if (!a || !b || !expr_constant(results->arena, a, &one) || !expr_constant(results->arena, b, &other))
        return false;
    if (one.kind != other.kind && value_known(one) && value_known(other) && type_is_numeric(a->type) &&
        type_is_numeric(b->type))
        return number_equal(one.number, other.number);
    return value_equal(one, other);
}

Clash results_clash(const void *context, uint32_t row, uint32_t other) {
    const Results *results = context;
    Clash clash = CLASH_NONE;
    for (size_t i = 0; i < results->count; i++) {
        if (text_equal(results->written[row * results->count + i],
                       results->written[other * results->count + i]))
            continue;
        const Expr *a = only_value(result_at(results, row, i)), *b = only_value(result_at(results, other, i));
        if (equal_constants(results, a, b)) continue;
        if (!reads_facts(a) && !reads_facts(b)) return CLASH_SURE;
        clash = CLASH_UNSURE;
    }
    return clash;
}
