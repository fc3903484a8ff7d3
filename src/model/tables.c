/* Decision tables: their results, and what becomes of those of several rows. */
#include "model/check.h"

/* --- results -------------------------------------------------------------------------------------------- */

/* What the table makes of the results of the rows that fit. */
static const struct Collecting {
    HitPolicy policy;
    Text made;
} collecting[] = {{POLICY_LIST, TEXT_ROW("a list")},
                  {POLICY_SUM, TEXT_ROW("a sum")},
                  {POLICY_MIN, TEXT_ROW("a least value")},
                  {POLICY_MAX, TEXT_ROW("a greatest value")}};

static const struct Collecting *collecting_by(HitPolicy policy) {
    for (size_t i = 0; i < sizeof collecting / sizeof collecting[0]; i++)
        if (collecting[i].policy == policy) return &collecting[i];
    return NULL;
}

static bool can_be_collected(HitPolicy policy, Type type) {
    if (policy == POLICY_LIST) return type.kind != TYPE_LIST;
    bool amount = type.kind == TYPE_MONEY && !type_any_currency(type);
    return policy == POLICY_SUM ? type_is_numeric(type) || amount : type_is_ordered(type);
}

/* The type of a result, where its cells hold values of another. */
static Type result_type(Checker *c, const Symbol *table, const TableColumn *column, Type cell) {
    const struct Collecting *how = collecting_by(table_policy(table->decl));
    if (!how || !type_known(cell)) return cell;
    if (!can_be_collected(how->policy, cell)) {
        REPORT(c, NOT_COLLECTED, column->at, expr_words(c->arena, column->head), type_called(c, cell),
               how->made);
        return type_of(TYPE_NONE);
    }
    if (how->policy != POLICY_LIST) return cell;
    cell.element = cell.kind;
    cell.kind = TYPE_LIST;
    return cell;
}

/* What is said of a result behind its type. */
static void check_attribute(Checker *c, const Symbol *table, const TableColumn *column) {
    const Name *attribute = &column->attribute;
    Symbol *result = column->head->symbol;
    if (text_empty(attribute->text) || !result) return;
    HitPolicy policy = table_policy(table->decl);
    if (!read_attribute(c, &(Attribute){.at = attribute->at, .word = *attribute}, result)) return;
    if (policy_collects(policy))
        REPORT(c, RESULT_NOT_OPTIONAL, attribute->at, result->name,
               TEXT("it is made of the results of many rows"));
    else if (policy == POLICY_PRIORITY && result->index == 0)
        REPORT(c, RESULT_NOT_OPTIONAL, attribute->at, result->name, TEXT("it chooses the row"));
}

static void declare_output(Checker *c, Symbol *table, const TableColumn *column) {
    Expr *head = column->head;
    if (head->kind != EXPR_PATH || head->parts.len != 1 || head->index) {
        REPORT(c, OUTPUT_NAME, head->at, expr_words(c->arena, head));
        return;
    }
    Name name = head->parts.at[0];
    if (!column->type) REPORT(c, OUTPUT_TYPE, head->at, name.text);
    head->type = read_type(c, column->type);
    head->symbol = declare_result(c, table, name, result_type(c, table, column, head->type));
    check_attribute(c, table, column);
}

static const TableColumn *first_output(const Table *table) {
    for (size_t i = 0; table && i < table->columns.len; i++)
        if (table->columns.at[i].output) return &table->columns.at[i];
    return NULL;
}

/* Some policies make one value of many, and so have one result. */
static void check_result_count(Checker *c, Symbol *symbol, size_t outputs) {
    HitPolicy policy = table_policy(symbol->decl);
    const Table *table = symbol->decl->table;
    const TableColumn *first = first_output(table);
    Text called = decl_called(c, symbol->decl);
    if (policy == POLICY_COUNT) {
        Name name = {TEXT("count"), symbol->at};
        if (first) REPORT(c, COUNT_ALONE, first->at, called);
        if (!first) declare_result(c, symbol, name, type_of(TYPE_INTEGER));
    } else if (outputs == 0 && table && table->columns.len && !symbol->decl->lossy) {
        REPORT(c, OUTPUT_NEEDED, table->columns.at[0].at, called);
    } else if (outputs > 1 && policy_collects(policy) && policy != POLICY_LIST) {
        REPORT(c, ONE_RESULT, first->at, called, collecting_by(policy)->made);
    } else if (first && policy == POLICY_PRIORITY && type_known(first->head->type) &&
               first->head->type.kind != TYPE_ENUM) {
        REPORT(c, PRIORITY_ENUM, first->at, expr_words(c->arena, first->head));
    }
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
    check_result_count(c, symbol, outputs);
    declare_rows(c, symbol);
}

/* --- cells after || ------------------------------------------------------------------------------------- */

static void check_outputs(Checker *c, Scope *scope, const Table *table, size_t column, bool written_out) {
    Type type = table->columns.at[column].head->type;
    if (!type_known(type)) return;
    Text needed = type_called(c, type);
    const Symbol *result = table->columns.at[column].head->symbol;
    for (size_t i = 0; i < table->rows.len; i++) {
        const Cell *cell = &table->rows.at[i].cells.at[column];
        if (cell->kind == CELL_ANY && result->optional) continue;
        Expr *value = cell_single(c, cell, needed);
        bool good =
            value && (written_out ? check_constant(c, value, type) : check_value(c, scope, value, type));
        if (good) check_missing_said(c, value);
        if (good) check_applies_in_row(c, table, &table->rows.at[i], value);
        const Symbol *personal = good ? expr_personal(value) : NULL;
        if (personal) REPORT(c, PERSONAL_RESULT, value->at, personal->path);
    }
}

void check_table(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    bool priority = table_policy(symbol->decl) == POLICY_PRIORITY;
    Scope scope = {.group = symbol->parent};
    if (!table || table->columns.len == 0 || table->rows.len == 0) return;
    check_as_of(c, &scope, symbol->decl);
    check_inputs(c, &scope, symbol);
    for (size_t i = 1; i < table->columns.len; i++)
        if (table->columns.at[i].output)
            check_outputs(c, &scope, table, i, priority && &table->columns.at[i] == first_output(table));
    note_reads(c, symbol, &scope);
}

/* --- missing in a column ----------------------------------------------------------------------------------
 */

static bool names_missing(const Expr *value) {
    bool found = value->kind == EXPR_MISSING;
    for (size_t i = 0; value->kind == EXPR_LIST && i < value->items.len; i++)
        found |= value->items.at[i]->kind == EXPR_MISSING;
    return found;
}

bool column_tests_missing(const Table *table, size_t column) {
    for (size_t r = 0; r < table->rows.len; r++) {
        const Cell *cell = &table->rows.at[r].cells.at[column];
        for (size_t i = 0; i < cell->tests.len; i++)
            if (names_missing(cell->tests.at[i].value)) return true;
    }
    return false;
}
