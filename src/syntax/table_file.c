/* Tables whose rows stand in a file of their own: its cells are read by the parser as if they stood between
 * bars, and the same builder makes the table of them. */
#include "syntax/csv.h"
#include "syntax/parse.h"

#include "grammar_parser.h"

typedef struct TableFile {
    Parse *parse;
    Decl *decl;
    Csv csv;
    VEC(bool) kept;  /* of each column of the file: is it one of the table's? */
    VEC(bool) plain; /* of each column of the table: a cell is a text, in quotes or not */
} TableFile;

static Diagnostics *diagnostics_of(const TableFile *file) {
    return file->parse->builder.diagnostics;
}

static Span cell_at(const TableFile *file, const CsvRecord *record, uint32_t i) {
    return file->csv.cells.at[record->first + i];
}

/* False after a diagnostic; else the builder has what it says. */
static bool read_alone(TableFile *file, Span cell, int first) {
    file->parse->builder.complete = false;
    parse_part(file->parse, cell, first, AT_ALONE);
    return file->parse->builder.complete;
}

/* --- the first record names the columns ----------------------------------------------------------------- */

static bool names_column(SettingId setting) {
    return setting == SETTING_TABLE_COLUMN || setting == SETTING_AUTHORITY_COLUMN;
}

/* The clause that says what a heading means; NULL: it says so itself. */
static const Clause *clause_of(const TableFile *file, Text heading) {
    for (size_t i = 0; i < file->decl->clauses.len; i++) {
        const Clause *clause = &file->decl->clauses.at[i];
        if (names_column(clause->setting) && text_equal(clause->text, heading)) return clause;
    }
    return NULL;
}

/* Words, with dots or bracketed parts, perhaps a type behind a colon: what can be a column by itself. */
static bool is_name(Text heading) {
    bool name = heading.len > 0;
    for (size_t i = 0; i < heading.len && heading.at[i] != ':' && name; i++) {
        char c = heading.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
        bool space = c == ' ' && i + 1 < heading.len && heading.at[i + 1] == ':';
        name = letter || space || c == '.' || c == '[' || c == ']';
    }
    return name;
}

static bool read_heading(TableFile *file, Span cell) {
    Builder *builder = &file->parse->builder;
    Text heading = csv_text(&file->csv, cell);
    const Clause *clause = clause_of(file, heading);
    if (clause && !clause->target) return false;
    if (clause) {
        head_column(builder, clause->target, clause->expr, cell);
        if (clause->names.len) column_attribute(builder, clause->names.at[0]);
    } else if (is_name(heading))
        return read_alone(file, cell, T_COLUMN_ALONE);
    else if (text_empty(heading))
        head_column(builder, NULL, NULL, cell);
    else
        DIAGNOSE(builder->diagnostics, DIAG_CSV_HEADING, cell, heading);
    builder->broken_head |= !clause;
    return clause != NULL;
}

static bool is_plain(const TableColumn *column) {
    const Expr *type = column->type;
    return type && type->kind == EXPR_PATH && type->parts.len == 1 && text_is(type->parts.at[0].text, "text");
}

static void read_headings(TableFile *file, const CsvRecord *record) {
    Arena *arena = file->parse->builder.arena;
    head_begin(&file->parse->builder, record->at);
    for (uint32_t i = 0; i < record->count; i++) {
        bool kept = read_heading(file, cell_at(file, record, i));
        *vec_push(arena, &file->kept) = kept;
        if (!kept) continue;
        TableColumn *column = &file->decl->table->columns.at[file->decl->table->columns.len - 1];
        column->output = column->type != NULL;
        *vec_push(arena, &file->plain) = is_plain(column);
    }
}

/* Every heading that a clause names is one of the file's. */
static void check_clauses(const TableFile *file, const CsvRecord *record) {
    Text headings[64];
    size_t count = record->count < 64 ? record->count : 64;
    for (uint32_t i = 0; i < count; i++) headings[i] = csv_text(&file->csv, cell_at(file, record, i));
    for (size_t i = 0; i < file->decl->clauses.len; i++) {
        const Clause *clause = &file->decl->clauses.at[i];
        bool found = !names_column(clause->setting);
        for (size_t k = 0; k < count && !found; k++) found = text_equal(headings[k], clause->text);
        if (found) continue;
        Diagnostic *diagnostic = DIAGNOSE(diagnostics_of(file), DIAG_CSV_NO_COLUMN, clause->at, clause->text,
                                          file->decl->from.text);
        diagnostic_did_you_mean(diagnostics_of(file), diagnostic, clause->text, headings, count);
    }
}

/* --- the others are rows -------------------------------------------------------------------------------- */

static bool stands_as_it_is(const TableFile *file, Span cell, size_t column) {
    Text text = csv_text(&file->csv, cell);
    return column < file->plain.len && file->plain.at[column] && text.at[0] != '"' && !text_is(text, "-");
}

/* The builder's cell becomes what the file's says. */
static bool read_cell(TableFile *file, Span cell, size_t column) {
    Builder *builder = &file->parse->builder;
    if (cell.start == cell.end) {
        cell_empty(builder, cell);
        return true;
    }
    if (!stands_as_it_is(file, cell, column)) return read_alone(file, cell, T_CELL_ALONE);
    Expr *text = expr_text(builder, csv_text(&file->csv, cell), cell);
    cell_add(builder, NULL, cell_test(builder, text, cell), cell);
    return true;
}

static void read_row(TableFile *file, const CsvRecord *record) {
    Builder *builder = &file->parse->builder;
    RowBuilder *row = row_begin(builder, record->at);
    size_t column = 0;
    for (uint32_t i = 0; i < record->count; i++) {
        bool kept = i >= file->kept.len || file->kept.at[i];
        if (!kept) continue;
        if (!read_cell(file, cell_at(file, record, i), column++)) {
            row->broken = true;
            cell_new(builder, CELL_ANY, cell_at(file, record, i));
        }
        row_cell(builder, row, &builder->cell);
    }
    row_undivided(builder, row);
    row_end(builder, row, record->at);
}

void parse_table_file(Ast *ast, Decl *decl, uint32_t file, Diagnostics *diagnostics) {
    TableFile table = {.decl = decl};
    if (decl->table) {
        DIAGNOSE(diagnostics, DIAG_ROWS_ELSEWHERE, decl->table->at, decl->from.text);
        return;
    }
    bool whole = csv_read(ast->arena, ast->sources, file, &table.csv, diagnostics);
    decl->lossy = decl->lossy || !whole || table.csv.records.len < 2;
    if (whole && table.csv.records.len < 2)
        DIAGNOSE(diagnostics, DIAG_CSV_EMPTY, decl->from.at, decl->from.text);
    if (table.csv.records.len == 0) return;
    table.parse = parse_new(ast, table.csv.text, diagnostics);
    table.parse->builder.decl = decl;
    check_clauses(&table, &table.csv.records.at[0]);
    read_headings(&table, &table.csv.records.at[0]);
    for (size_t i = 1; i < table.csv.records.len; i++) read_row(&table, &table.csv.records.at[i]);
}
