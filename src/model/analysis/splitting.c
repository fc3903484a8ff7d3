/* Amounts that decide who approves, case by case: a large request can be made as several small ones, unless
 * the authority also reads what they add up to. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"
#include "syntax/syntax.h"

typedef struct Splitting {
    const Model *model;
    const bool *readers; /* of each definition: it reads a total */
    const Symbol *authority;
    size_t amount, decided_by; /* columns */
} Splitting;

/* --- does it read a total? ------------------------------------------------------------------------------ */

typedef VEC(uint32_t) Definitions; /* by their index */

/* Which definitions read a total, themselves or through others. Rules may be long, so that it is spread from
 * those that do to those that name them, and nothing calls itself. */
typedef struct TotalReaders {
    const Model *model;
    bool *read;            /* of each definition */
    Definitions *named_by; /* of each definition */
    Definitions open;      /* to be spread from */
    uint32_t at;           /* the definition that is looked at */
} TotalReaders;

static void mark(TotalReaders *readers, uint32_t definition) {
    if (readers->read[definition]) return;
    readers->read[definition] = true;
    *vec_push(readers->model->arena, &readers->open) = definition;
}

static void look_at(void *context, const Expr *expr) {
    TotalReaders *readers = context;
    const Symbol *symbol = expr->kind == EXPR_PATH ? expr->symbol : NULL;
    if (symbol && symbol->kind == SYMBOL_TOTAL) mark(readers, readers->at);
    if (symbol && symbol->kind == SYMBOL_DEFINITION)
        *vec_push(readers->model->arena, &readers->named_by[symbol->index]) = readers->at;
    expr_each_child(expr, look_at, readers);
}

static const bool *total_readers(const Model *model) {
    uint32_t count = model->of_kind[SYMBOL_DEFINITION].len;
    TotalReaders readers = {.model = model,
                            .read = arena_array(model->arena, bool, count),
                            .named_by = arena_array(model->arena, Definitions, count)};
    for (readers.at = 0; readers.at < count; readers.at++) {
        const Decl *decl = model->of_kind[SYMBOL_DEFINITION].at[readers.at]->decl;
        Meanings meanings = decl_meanings(model->arena, decl);
        for (size_t i = 0; i < meanings.len; i++) look_at(&readers, meanings.at[i]->expr);
    }
    while (readers.open.len) {
        const Definitions *named_by = &readers.named_by[readers.open.at[--readers.open.len]];
        for (size_t i = 0; i < named_by->len; i++) mark(&readers, named_by->at[i]);
    }
    return readers.read;
}

static bool reads_total(const Splitting *s) {
    const Table *table = s->authority->decl->table;
    for (size_t i = 1; i < table->columns.len; i++) {
        const Symbol *symbol = table->columns.at[i].head->symbol;
        if (table->columns.at[i].output || !symbol) continue;
        if (symbol->kind == SYMBOL_TOTAL) return true;
        if (symbol->kind == SYMBOL_DEFINITION && s->readers[symbol->index]) return true;
    }
    return false;
}

/* --- does the amount alone change who decides? ---------------------------------------------------------- */

static bool tests_amount(const Cell *cell) {
    const Expr *value = cell->kind == CELL_TESTS && cell->tests.len ? cell->tests.at[0].value : NULL;
    return value && value->kind != EXPR_MISSING && value->kind != EXPR_NOT_APPLICABLE;
}

/* The cells before || but the amount's, as written. */
static Text other_cells(const Splitting *s, const TableRow *row) {
    Buf buf = buf_new(s->model->arena);
    const Table *table = s->authority->decl->table;
    for (size_t i = 1; i < table->columns.len; i++) {
        if (table->columns.at[i].output || i == s->amount) continue;
        cell_write(&buf, &row->cells.at[i]);
        buf_cstr(&buf, " | ");
    }
    return buf_done(&buf);
}

/* The first row that differs from another in the amount, and in who decides. */
static const TableRow *row_that_differs(const Splitting *s) {
    const Table *table = s->authority->decl->table;
    Map deciders = {0}; /* the other cells -> who decides in the first row with these */
    for (size_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        const Expr *who = row_says(row, s->decided_by);
        if (!who || !tests_amount(&row->cells.at[s->amount])) continue;
        Text others = other_cells(s, row);
        const Expr *other = map_get(&deciders, others);
        if (!other)
            map_set(s->model->arena, &deciders, others, (void *)who);
        else if (!text_equal(expr_written(s->model->arena, other), expr_written(s->model->arena, who)))
            return row;
    }
    return NULL;
}

/* A name that nothing has. */
static Text name_of_total(const Splitting *s, Text amount) {
    Text name = text_format(s->model->arena, "%.*s_of_a_year", TEXT_ARG(amount));
    while (map_get(&s->model->globals, name) || map_get(&s->authority->parent->inner, name))
        name = text_format(s->model->arena, "%.*s_in_all", TEXT_ARG(name));
    return name;
}

/* As it can be pasted into the rules. */
static Text total_to_add(const Splitting *s, Text amount) {
    Text name = name_of_total(s, amount), matrix = s->authority->name, group = s->authority->parent->name;
    return text_format(s->model->arena,
                       "add up the cases, and make %.*s a column of \"%.*s\", too or instead:\n"
                       "      total %.*s of %.*s {\n        sums     %.*s\n        over     12 months\n"
                       "        counting pending, this\n      }",
                       TEXT_ARG(name), TEXT_ARG(matrix), TEXT_ARG(name), TEXT_ARG(group), TEXT_ARG(amount));
}

static void check_column(Splitting *s, size_t column, Diagnostics *out) {
    const TableColumn *head = &s->authority->decl->table->columns.at[column];
    if (head->output || head->head->type.kind != TYPE_MONEY) return;
    s->amount = column;
    const TableRow *row = row_that_differs(s);
    if (!row) return;
    Text amount = expr_words(s->model->arena, head->head);
    Diagnostic *found =
        DIAGNOSE(out, DIAG_CAN_BE_SPLIT, head->at, amount, s->authority->name, s->authority->parent->name);
    found->other = row->cells.at[column].at;
    if (head->head->kind == EXPR_PATH && head->head->parts.len == 1 && !type_any_currency(head->head->type))
        found->mend = total_to_add(s, amount);
}

void analyse_splitting(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    const bool *readers = total_readers(model);
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        Splitting s = {
            .model = model, .readers = readers, .authority = model->of_kind[SYMBOL_AUTHORITY].at[i]};
        const Table *table = s.authority->decl->table;
        s.decided_by = table_column(model->arena, table, TEXT("decided_by"));
        for (size_t k = 1; k < table->columns.len && !reads_total(&s); k++) check_column(&s, k, diagnostics);
    }
}
