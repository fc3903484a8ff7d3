/* The columns before || of tables and authorities, and what their cells test. */
#include "model/check.h"

bool symbol_optional(const Symbol *symbol) {
    return (symbol->kind == SYMBOL_FACT || symbol->kind == SYMBOL_RESULT) && symbol->optional;
}

bool declare_rows(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    Text called = decl_called(c, symbol->decl);
    for (size_t i = 0; table && i < table->lost_rows.len; i++)
        declare_inner(c, symbol, SYMBOL_ROW, table->lost_rows.at[i]);
    if (!table || table->columns.len == 0 || table->rows.len == 0) {
        if (!symbol->decl->lossy)
            REPORT(c, TABLE_NEEDED, decl_place(symbol->decl), called, TEXT("| row | FACT || RESULT |"));
        return false;
    }
    const TableColumn *first = &table->columns.at[0];
    if (first->output || !text_is(expr_words(c->arena, first->head), "row")) {
        REPORT(c, ROW_COLUMN_NEEDED, first->at, called);
        return false;
    }
    map_reserve(c->arena, &symbol->inner, table->rows.len);
    for (size_t i = 0; i < table->rows.len; i++) {
        Name id;
        if (!cell_name(c, &table->rows.at[i].cells.at[0], TEXT("the row's own name, such as R1"), &id))
            continue;
        declare_inner(c, symbol, SYMBOL_ROW, id)->index = (uint32_t)i;
    }
    return true;
}

Symbol *declare_result(Checker *c, Symbol *parent, Name name, Type type) {
    Symbol *result = declare_inner(c, parent, SYMBOL_RESULT, name);
    result->path = text_format(c->arena, "%.*s.%.*s", TEXT_ARG(parent->name), TEXT_ARG(name.text));
    result->type = type;
    return result;
}

/* --- cells ---------------------------------------------------------------------------------------------- */

/* What `< 7.5` is held against: a whole number may be compared with any. */
static Type compared_type(Type column) {
    return column.kind == TYPE_INTEGER ? type_of(TYPE_DECIMAL) : column;
}

static bool check_order(Checker *c, const CellTest *test, Type type) {
    if (type_is_ordered(type)) return true;
    REPORT(c, NOT_ORDERED, test->at, type_called(c, type));
    return false;
}

static void check_range_ends(Checker *c, const Expr *range) {
    Value low, high;
    if (!expr_constant(c->arena, range->left, &low) || !expr_constant(c->arena, range->right, &high)) return;
    bool time = range->left->type.kind == TYPE_DATE || range->left->type.kind == TYPE_INSTANT;
    int order = time ? value_compare(low, high) : number_compare(low.number, high.number);
    if (order > 0 || (order == 0 && range->half_open)) diagnose(c->out, DIAG_RANGE_EMPTY, range->at, 0, NULL);
}

static void check_range(Checker *c, const CellTest *test, Type type) {
    Expr *range = test->value;
    range->type = type;
    if (!check_order(c, test, type)) return;
    bool low = check_constant(c, range->left, compared_type(type));
    bool high = check_constant(c, range->right, compared_type(type));
    if (low && high) check_range_ends(c, range);
}

static void check_missing_cell(Checker *c, const CellTest *test, const Expr *head) {
    test->value->type = head->type;
    if (test->compares)
        diagnose(c->out, DIAG_MISSING_HERE, test->at, 0, NULL);
    else if (!symbol_optional(head->symbol))
        REPORT(c, MISSING_NEEDS_OPTIONAL, test->at, expr_words(c->arena, head));
}

static void check_not_applicable_cell(Checker *c, const CellTest *test, const Expr *head) {
    test->value->type = head->type;
    if (test->compares)
        diagnose(c->out, DIAG_NOT_APPLICABLE_HERE, test->at, 0, NULL);
    else if (!head->type.may_not_apply)
        REPORT(c, ALWAYS_APPLIES, test->at, expr_words(c->arena, head));
}

static void check_cell_test(Checker *c, const CellTest *test, const Expr *head);

/* not (a, b..c): each of them is tested as if it stood alone. */
static void check_list(Checker *c, const Expr *list, const Expr *head) {
    for (size_t i = 0; i < list->items.len; i++)
        check_cell_test(c, &(CellTest){.at = list->items.at[i]->at, .value = list->items.at[i]}, head);
}

static void check_cell_test(Checker *c, const CellTest *test, const Expr *head) {
    if (!test->value) return; /* the parser has said why */
    if (test->negated && test->value->kind == EXPR_LIST) {
        check_list(c, test->value, head);
    } else if (test->value->kind == EXPR_MISSING) {
        check_missing_cell(c, test, head);
    } else if (test->value->kind == EXPR_NOT_APPLICABLE) {
        check_not_applicable_cell(c, test, head);
    } else if (test->value->kind == EXPR_RANGE && !test->compares) {
        check_range(c, test, head->type);
    } else if (test->compares && test->op != OP_EQUAL && test->op != OP_NOT_EQUAL) {
        if (check_order(c, test, head->type)) check_constant(c, test->value, compared_type(head->type));
    } else {
        check_constant(c, test->value, head->type);
        check_stated_text(c, test->value);
    }
}

static bool is_literal(const CellTest *test, TypeKind kind) {
    return test->value && test->value->kind == EXPR_LITERAL && test->value->value.kind == kind;
}

/* "EUR 5,000" reads as EUR 5 or 000. */
static bool parted_by_comma(const Cell *cell, size_t i, Type type) {
    return i > 0 && type.kind == TYPE_MONEY && is_literal(&cell->tests.at[i - 1], TYPE_MONEY) &&
           is_literal(&cell->tests.at[i], TYPE_INTEGER) && !cell->tests.at[i].compares;
}

void check_cell(Checker *c, const Cell *cell, const Expr *head) {
    for (size_t i = 0; i < cell->tests.len; i++) {
        const CellTest *test = &cell->tests.at[i];
        if (parted_by_comma(cell, i, head->type))
            REPORT(c, WRONG_TYPE, test->at, type_called(c, type_of(TYPE_INTEGER)), type_called(c, head->type))
                ->mend = TEXT("a comma parts values; write _ between thousands: 5_000");
        else
            check_cell_test(c, test, head);
    }
}

/* --- columns -------------------------------------------------------------------------------------------- */

static void check_written_type(Checker *c, const TableColumn *column) {
    if (!column->type) return;
    Type written = read_type(c, column->type);
    if (type_known(written) && !type_equal(written, column->head->type))
        REPORT(c, WRONG_TYPE, column->type->at, type_called(c, column->head->type), type_called(c, written));
}

static bool first_of_its_name(Checker *c, const Table *table, size_t column) {
    const Expr *head = table->columns.at[column].head;
    for (size_t i = 0; i < column; i++) {
        const Expr *earlier = table->columns.at[i].head;
        if (table->columns.at[i].output || !earlier->symbol || earlier->symbol != head->symbol) continue;
        REPORT(c, COLUMN_TWICE, head->at, expr_words(c->arena, head))->other = earlier->at;
        return false;
    }
    return true;
}

static bool check_head(Checker *c, Scope *scope, const Table *table, size_t i) {
    const TableColumn *column = &table->columns.at[i];
    Expr *head = column->head;
    if (head->kind != EXPR_PATH) {
        REPORT(c, UNKNOWN_NAME, head->at, expr_words(c->arena, head), TEXT("a fact"));
        return false;
    }
    head->type = check_expr(c, scope, head, type_of(TYPE_NONE));
    if (!type_known(head->type)) return false;
    check_written_type(c, column);
    if (!one_currency(c, head, head->type)) return false;
    if (head->type.kind != TYPE_LIST && head->type.kind != TYPE_RANGE) return first_of_its_name(c, table, i);
    REPORT(c, COLUMN_OF_LIST, head->at, expr_words(c->arena, head));
    return false;
}

/* In a row that is `otherwise`, no cell before || tests anything. */
static void check_otherwise(Checker *c, const Table *table, const TableRow *row) {
    for (size_t i = 1; i < row->cells.len; i++)
        if (!table->columns.at[i].output && row->cells.at[i].kind == CELL_TESTS)
            diagnose(c->out, DIAG_OTHERWISE_TESTS, row->cells.at[i].at, 0, NULL);
}

static void check_otherwise_rows(Checker *c, const Table *table) {
    for (size_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        if (!row_is_otherwise(table, row)) continue;
        check_otherwise(c, table, row);
        if (i + 1 < table->rows.len) diagnose(c->out, DIAG_OTHERWISE_LAST, row->at, 0, NULL);
    }
}

void check_inputs(Checker *c, Scope *scope, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    const Expr **heads =
        arena_array(c->arena, const Expr *, table->columns.len); /* NULL: not to be checked */
    for (size_t i = 1; i < table->columns.len; i++)
        if (!table->columns.at[i].output && !column_is_of_days(&table->columns.at[i]) &&
            check_head(c, scope, table, i))
            heads[i] = table->columns.at[i].head;
    for (size_t row = 0; row < table->rows.len; row++) {
        const Cell *cells = table->rows.at[row].cells.at;
        for (size_t i = 1; i < table->columns.len; i++)
            if (heads[i]) check_cell(c, &cells[i], heads[i]);
    }
    check_dated_rows(c, symbol);
    check_otherwise_rows(c, table);
}
