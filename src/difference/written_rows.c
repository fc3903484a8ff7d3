/* Tables whose rows are compared as they are written, each with the row of the same name. */
#include "difference/compare.h"
#include "syntax/syntax.h"

static Text cell_text(const Amendment *c, const Cell *cell) {
    Buf buf = buf_new(c->arena);
    cell_write(&buf, cell);
    return buf_done(&buf);
}

static Text row_name(const Amendment *c, const TableRow *row) {
    return cell_text(c, &row->cells.at[0]);
}

/* What a row is called in both editions. */
static Text row_key(const Amendment *c, Side side, const Decl *decl, const TableRow *row) {
    const Symbol *symbol = decl->symbol ? map_get(&decl->symbol->inner, row_name(c, row)) : NULL;
    return symbol && !text_empty(symbol->was.text) ? common_inner(&c->vocabulary, side, symbol)
                                                   : cell_key(&c->vocabulary, side, &row->cells.at[0]);
}

static void add_rows(const Amendment *c, Side side, const Decl *decl, Map *rows) {
    for (size_t i = 0; decl->table && i < decl->table->rows.len; i++)
        map_set(c->arena, rows, row_key(c, side, decl, &decl->table->rows.at[i]), &decl->table->rows.at[i]);
}

/* Rows by the keys of their names. All tables of powers are one. */
static Map rows_by_name(const Amendment *c, Side side, const Decl *decl) {
    Map rows = {0};
    const Ast *ast = c->editions[side]->model->ast;
    if (decl->kind != DECL_POWERS) add_rows(c, side, decl, &rows);
    for (size_t i = 0; decl->kind == DECL_POWERS && i < ast->files.len; i++)
        for (size_t k = 0; k < ast->files.at[i]->decls.len; k++)
            if (ast->files.at[i]->decls.at[k]->kind == DECL_POWERS)
                add_rows(c, side, ast->files.at[i]->decls.at[k], &rows);
    return rows;
}

static Text head_text(const Amendment *c, const TableColumn *column) {
    return expr_written(c->arena, column->head);
}

static size_t column_headed(const Amendment *c, const Table *table, Text head) {
    size_t at = 0;
    while (at < table->columns.len && !text_equal(head_text(c, &table->columns.at[at]), head)) at++;
    return at;
}

/* The cells of a row, but its name: what is said of a row that one side alone has. */
static Text whole_row(const Amendment *c, const Table *table, const TableRow *row) {
    Buf buf = buf_new(c->arena);
    for (size_t i = 1; i < row->cells.len; i++) {
        if (i > 1) buf_cstr(&buf, ", ");
        buf_format(&buf, "%.*s %.*s", TEXT_ARG(head_text(c, &table->columns.at[i])),
                   TEXT_ARG(cell_text(c, &row->cells.at[i])));
    }
    return buf_done(&buf);
}

static Text about_row(const Amendment *c, const Table *table, const TableRow *row, Text column) {
    Text head = head_text(c, &table->columns.at[0]), name = row_name(c, row);
    if (text_empty(column)) return text_format(c->arena, "%.*s %.*s", TEXT_ARG(head), TEXT_ARG(name));
    return text_format(c->arena, "%.*s %.*s, %.*s", TEXT_ARG(head), TEXT_ARG(name), TEXT_ARG(column));
}

static void compare_cells(Change *change, const Table *old, const TableRow *was, const Table *new,
                          const TableRow *is) {
    const Amendment *c = change->c;
    for (size_t i = 1; i < old->columns.len; i++) {
        Text head = head_text(c, &old->columns.at[i]);
        size_t at = column_headed(c, new, head);
        if (at == new->columns.len) continue;
        const Cell *cells[SIDES] = {&was->cells.at[i], &is->cells.at[at]};
        Text keys[SIDES], written[SIDES];
        for (int side = BEFORE; side < SIDES; side++) {
            keys[side] = cell_key(&c->vocabulary, (Side)side, cells[side]);
            written[side] = cell_text(c, cells[side]);
        }
        change_say_unlike(change, about_row(c, old, was, head), keys, written);
    }
}

static void say_row(Change *change, Side side, const Table *table, const TableRow *row) {
    Text about = about_row(change->c, table, row, (Text){0}), whole = whole_row(change->c, table, row);
    change_say(change, about, side == BEFORE ? whole : (Text){0}, side == NOW ? whole : (Text){0});
}

void compare_written_rows(Change *change, const DeclPair *pair) {
    const Table *old = pair->of[BEFORE]->table, *new = pair->of[NOW]->table;
    if (!old || !new) return;
    Map before = rows_by_name(change->c, BEFORE, pair->of[BEFORE]),
        now = rows_by_name(change->c, NOW, pair->of[NOW]);
    for (size_t i = 0; i < before.len; i++) {
        const TableRow *is = map_get(&now, before.items[i].key);
        if (is)
            compare_cells(change, old, before.items[i].value, new, is);
        else
            say_row(change, BEFORE, old, before.items[i].value);
    }
    for (size_t i = 0; i < now.len; i++)
        if (!map_get(&before, now.items[i].key)) say_row(change, NOW, new, now.items[i].value);
}
