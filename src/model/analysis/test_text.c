#include "model/analysis/test_text.h"
#include "syntax/syntax.h"

typedef struct Writer {
    const Model *model;
    const Symbol *table;
    const Grid *grid;
    Buf buf;
} Writer;

static void write_quoted(Buf *buf, Text text) {
    Expr quoted = {.kind = EXPR_LITERAL, .value = value_text(text), .type = {.kind = TYPE_TEXT}};
    expr_write(buf, &quoted);
}

/* --- what is given -------------------------------------------------------------------------------------- */

/* Of names that no cell tests there is one in a test for texts and for people, and none for the others. */
static bool has_name(const Axis *axis, uint32_t atom) {
    bool other = axis->kind == AXIS_NAMES && atom == axis->names.len;
    return !other || axis->type.kind == TYPE_TEXT || axis->type.kind == TYPE_PERSON;
}

/* Scores that are given whole may be a fraction when they are combined. */
static bool is_whole_score(const Writer *w, const Axis *axis, uint32_t atom) {
    Buf buf = buf_new(w->model->arena);
    grid_write_value(&buf, w->model->arena, axis, atom);
    int64_t whole;
    return text_to_int(buf_done(&buf), &whole);
}

static bool can_be_given(const Writer *w, const Axis *axis, uint32_t atom) {
    const Symbol *symbol = axis->head->kind == EXPR_PATH ? axis->head->symbol : NULL;
    if (!symbol || !symbol_can_be_given(symbol->kind) || !has_name(axis, atom)) return false;
    return symbol->kind != SYMBOL_CRITERION || symbol->type.kind != TYPE_INTEGER ||
           is_whole_score(w, axis, atom);
}

/* A text that is none of those that the cells name. */
static Text other_text(const Writer *w, const Axis *axis) {
    Text other = TEXT("other");
    while (map_get(&axis->names, other)) other = text_format(w->model->arena, "%.*s_", TEXT_ARG(other));
    return other;
}

static void write_name(Writer *w, const Axis *axis, uint32_t atom) {
    Text name = atom < axis->names.len ? axis->names.items[atom].key : other_text(w, axis);
    if (axis->type.kind == TYPE_TEXT)
        write_quoted(&w->buf, name);
    else
        buf_text(&w->buf, name);
}

static void write_given(Writer *w, const Axis *axis, uint32_t atom) {
    bool known = atom < axis_known(axis);
    if (!can_be_given(w, axis, atom)) {
        buf_cstr(&w->buf, "  # where ");
        grid_write_example(&w->buf, w->model->arena, axis, atom);
        buf_cstr(&w->buf, ": give what it is worked out of\n");
        return;
    }
    buf_format(&w->buf, "  given  %.*s = ", TEXT_ARG(expr_written(w->model->arena, axis->head)));
    if (axis->kind == AXIS_NAMES && known)
        write_name(w, axis, atom);
    else
        grid_write_value(&w->buf, w->model->arena, axis, atom);
    buf_char(&w->buf, '\n');
}

/* --- what is expected ----------------------------------------------------------------------------------- */

/* A body or an office of which there is one; else the first of one for each. */
static void write_decider(Writer *w) {
    static const SymbolKind KINDS[] = {SYMBOL_BODY, SYMBOL_OFFICE};
    const Symbol *any = NULL;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < w->model->of_kind[KINDS[k]].len; i++) {
            const Symbol *symbol = w->model->of_kind[KINDS[k]].at[i];
            if (!any || (any->enumeration && !symbol->enumeration)) any = symbol;
        }
    buf_text(&w->buf, any ? any->name : TEXT("missing"));
    if (any && any->enumeration) buf_format(&w->buf, "[%.*s]", TEXT_ARG(any->enumeration->members[0]));
}

static void write_some(Writer *w, Type type) {
    switch (type.kind) {
    case TYPE_YES_NO:
        buf_cstr(&w->buf, "yes");
        break;
    case TYPE_ENUM:
        buf_text(&w->buf, type.enumeration->members[0]);
        break;
    case TYPE_TEXT:
        write_quoted(&w->buf, TEXT("?"));
        break;
    case TYPE_DATE:
        buf_cstr(&w->buf, "2026-01-01");
        break;
    case TYPE_INSTANT:
        buf_cstr(&w->buf, "2026-01-01T00:00:00+00:00");
        break;
    case TYPE_PERSON:
        buf_cstr(&w->buf, "somebody");
        break;
    case TYPE_BODY:
    case TYPE_OFFICE:
    case TYPE_DECIDER:
        write_decider(w);
        break;
    case TYPE_MONEY:
        value_write(&w->buf, type, value_money(number_int(1), type.currency));
        break;
    case TYPE_DURATION:
        value_write(&w->buf, type, value_duration(number_int(1), type.unit));
        break;
    default:
        value_write(&w->buf, type, value_number(type.kind, number_int(1)));
    }
}

/* What the row says, where it is written out and not worked out of facts. */
static void write_result(Writer *w, const TableColumn *column, const Cell *cell) {
    Value value = {0};
    const Expr *said = cell->kind == CELL_TESTS && cell->tests.len == 1 ? cell->tests.at[0].value : NULL;
    if (said && expr_constant(w->model->arena, said, &value) && value_known(value)) {
        buf_cstr(&w->buf, expr_is_joint(said) ? "(" : "");
        expr_write(&w->buf, said);
        buf_cstr(&w->buf, expr_is_joint(said) ? ")" : "");
    } else {
        write_some(w, column->head->symbol->type);
    }
}

/* An authority's decided_by, a table's first result that is no list. */
static size_t expected_column(const Writer *w) {
    const Table *table = w->table->decl->table;
    size_t first = table->columns.len;
    for (size_t i = table->columns.len; i-- > 0;) {
        const TableColumn *column = &table->columns.at[i];
        const Symbol *result = column->output ? column->head->symbol : NULL;
        if (!result || result->type.kind == TYPE_LIST) continue;
        if (text_is(result->name, "decided_by") && w->table->kind == SYMBOL_AUTHORITY) return i;
        first = i;
    }
    return first;
}

static void write_expected(Writer *w, const TableRow *row, bool by_row) {
    size_t at = expected_column(w);
    const Table *table = w->table->decl->table;
    if (at == table->columns.len) {
        buf_cstr(&w->buf, "  # expect what should come out\n");
        return;
    }
    const TableColumn *column = &table->columns.at[at];
    buf_format(&w->buf, "  expect %.*s.%.*s = ", TEXT_ARG(w->table->name),
               TEXT_ARG(column->head->symbol->name));
    write_result(w, column, &row->cells.at[at]);
    if (by_row)
        buf_format(&w->buf, " by %.*s",
                   TEXT_ARG(expr_words(w->model->arena, row->cells.at[0].tests.at[0].value)));
    buf_cstr(&w->buf, " # or what else should come out\n");
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void write_title(Writer *w, const CoverExample *example) {
    Text when = cover_example_text(w->model->arena, w->grid, example);
    write_quoted(&w->buf,
                 text_format(w->model->arena, "%.*s when %.*s", TEXT_ARG(w->table->name), TEXT_ARG(when)));
}

Text test_text(const Model *model, const Symbol *table, const Grid *grid, const CoverExample *example,
               const TableRow *row, bool by_row) {
    Writer w = {model, table, grid, buf_new(model->arena)};
    buf_cstr(&w.buf, "test ");
    write_title(&w, example);
    buf_cstr(&w.buf, " {\n");
    for (size_t i = 0; i < grid->axis_count; i++)
        if (example->atoms[i] != ATOM_ANY) write_given(&w, &grid->axes[i], example->atoms[i]);
    write_expected(&w, row, by_row);
    buf_cstr(&w.buf, "}\n");
    return buf_done(&w.buf);
}
