#include "model/check.h"

static void declare_output(Checker *c, Symbol *table, const TableColumn *column) {
    Expr *head = column->head;
    if (head->kind != EXPR_PATH || head->parts.len != 1 || head->index) {
        REPORT(c, OUTPUT_NAME, head->at, expr_words(c->arena, head));
        return;
    }
    Name name = head->parts.at[0];
    if (!column->type) REPORT(c, OUTPUT_TYPE, head->at, name.text);
    head->symbol = declare_result(c, table, name, read_type(c, column->type));
    head->type = head->symbol->type;
}

void declare_table(Checker *c, Symbol *symbol) {
    symbol->parent = find_group(c, symbol->decl->of, decl_called(c, symbol->decl), decl_place(symbol->decl));
    const Table *table = symbol->decl->table;
    size_t outputs = 0;
    for (size_t i = 0; table && i < table->columns.len; i++) {
        if (!table->columns.at[i].output) continue;
        declare_output(c, symbol, &table->columns.at[i]);
        outputs++;
    }
    if (table && table->columns.len && outputs == 0 && !symbol->decl->lossy)
        REPORT(c, OUTPUT_NEEDED, table->columns.at[0].at, decl_called(c, symbol->decl));
    declare_rows(c, symbol);
}

static void check_outputs(Checker *c, Scope *scope, const Table *table, size_t column) {
    Type type = table->columns.at[column].head->type;
    if (!type_known(type)) return;
    for (size_t i = 0; i < table->rows.len; i++) {
        Expr *value = cell_single(c, &table->rows.at[i].cells.at[column], type_called(c, type));
        if (value) check_value(c, scope, value, type);
    }
}

void check_table(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    Scope scope = {.group = symbol->parent};
    if (!table || table->columns.len == 0 || table->rows.len == 0) return;
    check_inputs(c, &scope, symbol);
    for (size_t i = 1; i < table->columns.len; i++)
        if (table->columns.at[i].output) check_outputs(c, &scope, table, i);
    note_reads(c, symbol, &scope);
}
