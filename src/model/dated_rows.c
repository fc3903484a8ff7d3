/* Rows that hold on some days: the columns `from` and `until` of a table, which are read as one. */
#include "model/check.h"

bool column_is_of_days(const TableColumn *column) {
    const Expr *head = column->head;
    if (column->output || head->kind != EXPR_PATH || head->parts.len != 1 || head->index) return false;
    return text_is(head->parts.at[0].text, "from") || text_is(head->parts.at[0].text, "until");
}

static size_t column_called(const Table *table, const char *word) {
    size_t i = 1;
    while (i < table->columns.len && !(column_is_of_days(&table->columns.at[i]) &&
                                       text_is(table->columns.at[i].head->parts.at[0].text, word)))
        i++;
    return i < table->columns.len ? i : 0;
}

/* --- what a table reads --------------------------------------------------------------------------------- */

TableInputs table_inputs(const Model *model, const Decl *decl) {
    const Table *table = decl->table;
    TableInputs inputs = {0};
    bool days = false;
    for (size_t i = 1; i < table->columns.len; i++) {
        const TableColumn *column = &table->columns.at[i];
        bool of_days = column_is_of_days(column);
        if (column->output || (of_days && days)) continue;
        TableInput *input = vec_push(model->arena, &inputs);
        *input =
            (TableInput){.head = of_days ? decl_as_of(model, decl) : column->head, .column = of_days ? 0 : i};
        if (!of_days) continue;
        days = true;
        input->from = column_called(table, "from");
        input->until = column_called(table, "until");
    }
    return inputs;
}

/* The day that a cell names; DATE_NONE where the row is open to that side. */
static Date day_in(const TableRow *row, size_t column) {
    const Cell *cell = &row->cells.at[column];
    const Expr *value =
        column > 0 && cell->kind == CELL_TESTS && cell->tests.len == 1 ? cell->tests.at[0].value : NULL;
    bool day = value && value->kind == EXPR_LITERAL && value->value.kind == TYPE_DATE;
    return day && value_known(value->value) ? value->value.date : DATE_NONE;
}

static Days days_in(const TableRow *row, const TableInput *input) {
    return (Days){day_in(row, input->from), day_in(row, input->until)};
}

static Expr *literal_day(Arena *arena, Date day) {
    Expr *expr = arena_make(arena, Expr);
    *expr = (Expr){.kind = EXPR_LITERAL, .value = value_date(day), .type = {.kind = TYPE_DATE}};
    return expr;
}

/* >= 2026-01-01, < 2026-07-01, 2026-01-01 ..< 2026-07-01 */
static CellTest test_of(Arena *arena, Days days) {
    if (days.until == DATE_NONE)
        return (CellTest){.compares = true, .op = OP_GREATER_EQUAL, .value = literal_day(arena, days.from)};
    if (days.from == DATE_NONE)
        return (CellTest){.compares = true, .op = OP_LESS, .value = literal_day(arena, days.until)};
    Expr *range = arena_make(arena, Expr);
    *range = (Expr){.kind = EXPR_RANGE, .half_open = true, .type = {.kind = TYPE_DATE}};
    range->left = literal_day(arena, days.from);
    range->right = literal_day(arena, days.until);
    return (CellTest){.value = range};
}

const Cell *input_cell(Arena *arena, const TableRow *row, const TableInput *input) {
    if (input->column > 0) return &row->cells.at[input->column];
    Days days = days_in(row, input);
    Cell *cell = arena_make(arena, Cell);
    cell->at = row->at;
    if (days.from == DATE_NONE && days.until == DATE_NONE) return cell;
    cell->kind = CELL_TESTS;
    *vec_push(arena, &cell->tests) = test_of(arena, days);
    return cell;
}

/* --- checking ------------------------------------------------------------------------------------------- */

static void check_column(Checker *c, const Symbol *symbol, size_t column) {
    const Table *table = symbol->decl->table;
    Expr *head = table->columns.at[column].head;
    Text word = head->parts.at[0].text;
    const Symbol *fact = symbol->parent ? map_get(&symbol->parent->inner, word) : NULL;
    head->type = type_of(TYPE_DATE);
    size_t first = column_called(table, word.at[0] == 'f' ? "from" : "until");
    if (first != column) REPORT(c, COLUMN_TWICE, head->at, word)->other = table->columns.at[first].at;
    if (fact)
        REPORT(c, AMBIGUOUS_NAME, head->at, word, symbol_what(fact->kind),
               TEXT("the days on which a row holds"))
            ->mend = TEXT("rename the fact");
    for (size_t i = 0; i < table->rows.len; i++) {
        const Cell *cell = &table->rows.at[i].cells.at[column];
        if (cell->kind == CELL_TESTS && day_in(&table->rows.at[i], column) == DATE_NONE)
            REPORT(c, CELL_NEEDS, cell->at, TEXT("a day, such as 2026-07-01, or -"));
    }
}

/* The same day in a column of its own would be tested twice. */
static void check_day_alone(Checker *c, const Symbol *symbol, const Expr *day) {
    const Table *table = symbol->decl->table;
    for (size_t i = 1; i < table->columns.len; i++) {
        const TableColumn *column = &table->columns.at[i];
        if (!column->output && column->head->symbol && column->head->symbol == day->symbol)
            REPORT(c, COLUMN_TWICE, column->head->at, expr_words(c->arena, column->head));
    }
}

void check_dated_rows(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    for (size_t i = 1; i < table->columns.len; i++)
        if (column_is_of_days(&table->columns.at[i])) check_column(c, symbol, i);
    TableInputs inputs = table_inputs(c->model, symbol->decl);
    for (size_t i = 0; i < inputs.len; i++) {
        const TableInput *input = &inputs.at[i];
        if (input->column > 0) continue;
        check_day_alone(c, symbol, input->head);
        for (size_t row = 0; row < table->rows.len; row++)
            check_days_of(c, symbol->decl, days_in(&table->rows.at[row], input),
                          table->rows.at[row].cells.at[0].at);
    }
}
