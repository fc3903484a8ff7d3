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

static const TableRow *row_named(const Amendment *c, Side side, const Table *table, Text key) {
    for (size_t i = 0; i < table->rows.len; i++)
        if (text_equal(cell_key(&c->vocabulary, side, &table->rows.at[i].cells.at[0]), key))
            return &table->rows.at[i];
    return NULL;
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

void compare_written_rows(Change *change, const DeclPair *pair) {
    const Amendment *c = change->c;
    const Table *old = pair->of[BEFORE]->table, *new = pair->of[NOW]->table;
    for (size_t i = 0; old && new &&i < old->rows.len; i++) {
        const TableRow *was = &old->rows.at[i];
        const TableRow *is = row_named(c, NOW, new, cell_key(&c->vocabulary, BEFORE, &was->cells.at[0]));
        if (is)
            compare_cells(change, old, was, new, is);
        else
            change_say(change, about_row(c, old, was, (Text){0}), whole_row(c, old, was), (Text){0});
    }
    for (size_t i = 0; old && new &&i < new->rows.len; i++) {
        const TableRow *is = &new->rows.at[i];
        if (!row_named(c, BEFORE, old, cell_key(&c->vocabulary, NOW, &is->cells.at[0])))
            change_say(change, about_row(c, new, is, (Text){0}), (Text){0}, whole_row(c, new, is));
    }
}
