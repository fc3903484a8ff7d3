/* The constructors of tables. */
#include "syntax/build.h"
#include <string.h>

/* --- the first row -------------------------------------------------------------------------------------- */

void head_begin(Builder *builder, Span bar) {
    builder->broken_head = false;
    builder->decl->table = arena_make(builder->arena, Table);
    builder->decl->table->at = bar;
    builder->divided = false;
}

void head_column(Builder *builder, Expr *head, Expr *type, Span at) {
    Table *table = builder->decl->table;
    table->at = span_join(table->at, at);
    if (!head) {
        DIAGNOSE(builder->diagnostics, DIAG_EMPTY_CELL, at, (Text){0})->mend = TEXT("name the column");
        builder->broken_head = true;
        return;
    }
    TableColumn *column = vec_push(builder->arena, &table->columns);
    *column = (TableColumn){.at = at, .head = head, .type = type, .output = builder->divided};
}

void column_attribute(Builder *builder, Name attribute) {
    Table *table = builder->decl->table;
    table->columns.at[table->columns.len - 1].attribute = attribute;
}

void head_divide(Builder *builder, Span bars) {
    if (builder->divided) {
        DIAGNOSE(builder->diagnostics, DIAG_DIVIDED_TWICE, bars, (Text){0});
        builder->broken_head = true;
    }
    builder->divided = true;
}

void head_broken(Builder *builder) {
    builder->decl->lossy = true;
    builder->broken_head = true;
}

/* --- the rows ------------------------------------------------------------------------------------------- */

static size_t input_count(const Table *table) {
    size_t count = 0;
    while (count < table->columns.len && !table->columns.at[count].output) count++;
    return count;
}

/* The table of the declaration being read. After some errors its first row was lost: then its rows are read,
 * for what is wrong in them, and not kept. */
static Table *table_of(Builder *builder) {
    if (!builder->decl->table) head_begin(builder, builder->decl->at);
    builder->broken_head = builder->broken_head || builder->decl->table->columns.len == 0;
    return builder->decl->table;
}

/* The lines from a row on that are rows, comments among them passed over. */
static size_t rows_from(const Scan *scan, Span bar) {
    const char *at = scan->text.at + bar.start, *end = scan->text.at + scan->text.len;
    size_t count = 0;
    while (at < end) {
        while (at < end && (*at == ' ' || *at == '\t')) at++;
        if (at < end && *at != '|' && *at != '#') break;
        count += at < end && *at == '|';
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        at = line_end ? line_end + 1 : end;
    }
    return count;
}

/* Room for all of them at once: rows that grow by and by would leave behind what they grew out of. */
static void make_room(Builder *builder, Table *table, Span bar) {
    size_t rows = rows_from(builder->scan, bar);
    if (rows == 0 || rows > UINT32_MAX) return;
    table->rows.at = arena_array(builder->arena, TableRow, rows);
    table->rows.cap = (uint32_t)rows;
}

RowBuilder *row_begin(Builder *builder, Span bar) {
    RowBuilder *row = &builder->row;
    *row = (RowBuilder){.row = {.at = bar}};
    Table *table = table_of(builder);
    if (table->rows.cap == 0) make_room(builder, table, bar);
    size_t columns = table->columns.len;
    row->row.cells.at = arena_array(builder->arena, Cell, columns);
    row->row.cells.cap = columns;
    return row;
}

void row_cell(Builder *builder, RowBuilder *row, const Cell *cell) {
    *vec_push(builder->arena, &row->row.cells) = *cell;
}

void row_divide(Builder *builder, RowBuilder *row, Span bars) {
    if (row->divided) {
        DIAGNOSE(builder->diagnostics, DIAG_DIVIDED_TWICE, bars, (Text){0});
        row->broken = true;
    }
    row->divided = true;
    row->inputs = row->row.cells.len;
}

void row_undivided(const Builder *builder, RowBuilder *row) {
    row->divided = true;
    row->inputs = input_count(builder->decl->table);
}

static Text number_of(Builder *builder, size_t n) {
    return text_format(builder->arena, "%zu", n);
}

/* Does a row fit the first one? A row that does not is left out, so that every cell has its column. */
static bool fits(Builder *builder, const RowBuilder *row, const Table *table, Span at) {
    size_t cells = row->row.cells.len, columns = table->columns.len;
    if (cells != columns) {
        DIAGNOSE(builder->diagnostics, DIAG_ROW_WIDTH, at, number_of(builder, cells),
                 number_of(builder, columns));
        return false;
    }
    size_t inputs = row->divided ? row->inputs : columns, wanted = input_count(table);
    if (inputs == wanted) return true;
    DIAGNOSE(builder->diagnostics, DIAG_ROW_DIVIDED, at, number_of(builder, inputs),
             number_of(builder, wanted));
    return false;
}

void row_end(Builder *builder, RowBuilder *row, Span at) {
    Table *table = builder->decl->table;
    table->at = span_join(table->at, at);
    row->row.at = at;
    if (builder->broken_head || row->broken || !fits(builder, row, table, at))
        row_lost(builder, row);
    else
        *vec_push(builder->arena, &table->rows) = row->row;
}

void row_lost(Builder *builder, const RowBuilder *row) {
    builder->decl->lossy = true;
    const Cell *first = row->row.cells.len > 0 ? &row->row.cells.at[0] : NULL;
    const Expr *name = first && first->tests.len == 1 ? first->tests.at[0].value : NULL;
    if (name && name->kind == EXPR_PATH && name->parts.len == 1)
        *vec_push(builder->arena, &table_of(builder)->lost_rows) = name->parts.at[0];
}

void row_unclosed(Builder *builder, Span at) {
    Span end = {at.file, at.end - 1, at.end};
    DIAGNOSE(builder->diagnostics, DIAG_OPEN_ROW, end, (Text){0});
}

/* --- cells ---------------------------------------------------------------------------------------------- */

Cell *cell_new(Builder *builder, CellTestKind kind, Span at) {
    builder->cell = (Cell){.kind = kind, .at = at};
    return &builder->cell;
}

Cell *cell_empty(Builder *builder, Span before) {
    Span gap = {before.file, before.end > 0 ? before.end - 1 : 0, before.end + 1};
    DIAGNOSE(builder->diagnostics, DIAG_EMPTY_CELL, gap, (Text){0});
    return cell_new(builder, CELL_ANY, gap);
}

/* Most cells have one test: it is its own list until another comes. */
Cell *cell_add(Builder *builder, Cell *cell, CellTest *test, Span at) {
    if (cell) {
        *vec_push(builder->arena, &cell->tests) = *test;
        cell->at = at;
        return cell;
    }
    cell = cell_new(builder, CELL_TESTS, at);
    cell->tests.at = test;
    cell->tests.len = cell->tests.cap = 1;
    return cell;
}

CellTest *cell_compare(Builder *builder, bool negated, Operator op, Expr *value, Span at) {
    CellTest *test = arena_make(builder->arena, CellTest);
    *test = (CellTest){.at = at, .negated = negated, .compares = true, .op = op, .value = value};
    return test;
}

/* "not x" is a test that is negated, whether it is read as one or as an expression. */
CellTest *cell_test(Builder *builder, Expr *value, Span at) {
    CellTest *test = arena_make(builder->arena, CellTest);
    bool negated = value->kind == EXPR_NOT;
    *test = (CellTest){.at = at, .negated = negated, .value = negated ? value->left : value};
    return test;
}
