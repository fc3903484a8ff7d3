/* Decision tables and authorities. */
#include "program/compile_parts.h"
#include "program/index.h"

/* --- declaring: names, rows and outputs ----------------------------------------------------------------- */

static size_t count_outputs(const Table *table) {
    size_t count = 0;
    for (size_t i = 1; i < table->columns.len; i++) count += table->columns.at[i].output;
    return count;
}

/* Their slots come later. */
static void declare_outputs(const Compiler *c, const Symbol *symbol, DecisionTable *table) {
    OutputColumn *outputs = arena_array(c->arena, OutputColumn, count_outputs(symbol->decl->table) + 1);
    for (size_t i = 0; i < symbol->inner.len; i++) {
        const Symbol *result = symbol->inner.items[i].value;
        if (result->kind != SYMBOL_RESULT) continue;
        outputs[result->index] =
            (OutputColumn){result->name, own_type(c, result->type), NONE, result->optional};
        table->output_count++;
    }
    table->outputs = outputs;
}

static const RowInfo *rows_of(const Compiler *c, const Decl *decl) {
    RowInfo *rows = arena_array(c->arena, RowInfo, decl->table->rows.len);
    for (size_t i = 0; i < decl->table->rows.len; i++) {
        const TableRow *row = &decl->table->rows.at[i];
        rows[i] = (RowInfo){cell_word(c, &row->cells.at[0]), where_of(c, row->at, decl->source)};
    }
    return rows;
}

static Index output_named(const DecisionTable *table, const char *name) {
    for (size_t i = 0; i < table->output_count; i++)
        if (text_is(table->outputs[i].name, name)) return (Index)i;
    return NONE;
}

static void declare_table(Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    bool authority = symbol->kind == SYMBOL_AUTHORITY;
    Index at = table_of(c, symbol);
    Where where = where_of(c, decl->at, decl->source);
    DecisionTable *table = &c->tables[at];
    *table = (DecisionTable){.name = symbol->name,
                             .group = (Index)symbol->parent->index,
                             .policy = table_policy(decl),
                             .rows = rows_of(c, decl),
                             .row_count = decl->table->rows.len,
                             .decided_by = NONE,
                             .ballot = NONE,
                             .escalation = NONE,
                             .recommends = NONE,
                             .consulted = NONE,
                             .informed = NONE,
                             .decision_slot = NONE,
                             .where = where};
    declare_outputs(c, symbol, table);
    table->unit = unit_new(c, (Unit){.kind = authority ? UNIT_AUTHORITY : UNIT_TABLE,
                                     .name = symbol->name,
                                     .detail = at,
                                     .where = where});
    if (!authority) return;
    table->decided_by = output_named(table, "decided_by");
    table->ballot = output_named(table, "ballot");
    table->escalation = output_named(table, "escalation");
    table->recommends = output_named(table, "recommends");
    table->consulted = output_named(table, "consulted");
    table->informed = output_named(table, "informed");
}

void declare_tables(Compiler *c) {
    const Symbol *symbol;
    size_t count = SYMBOL_COUNT(c, TABLE) + SYMBOL_COUNT(c, AUTHORITY);
    c->table_count = SYMBOL_COUNT(c, TABLE);
    c->tables = arena_array(c->arena, DecisionTable, count);
    for (EACH_SYMBOL(c, TABLE, symbol)) declare_table(c, symbol);
    for (EACH_SYMBOL(c, AUTHORITY, symbol)) declare_table(c, symbol);
    c->program->tables = c->tables;
    c->program->tables_count = count;
}

/* --- columns and cells before || ------------------------------------------------------------------------ */

typedef struct Cells {
    ColumnCode *columns;
    size_t column_count;
    CellCode *cells;
    Text *written;
} Cells;

/* A total is left over the denominator of its sheet. */
static uint16_t usual_denominator(const Compiler *c, Index slot) {
    for (size_t i = 0; i < c->program->scorecards_count; i++)
        if (c->scorecards[i].plain && c->scorecards[i].total_slot == slot)
            return (uint16_t)c->scorecards[i].denominator;
    return 1;
}

/* Cells of a column that are written alike mean the same: of many rows few are different, and are compiled.
 */
typedef struct KnownCell {
    CellCode set;
    Text written;
} KnownCell;

typedef struct Known {
    Map cells; /* by how they are written */
    Buf buf;
} Known;

static const KnownCell *known_cell(const Compiler *c, Known *known, Type type, const Cell *cell) {
    known->buf.len = 0;
    cell_write(&known->buf, cell);
    Text written = {known->buf.at, known->buf.len};
    const KnownCell *found = map_get(&known->cells, written);
    if (found) return found;
    KnownCell *made = arena_make(c->arena, KnownCell);
    *made = (KnownCell){compile_cell(c, type, cell), text_copy(c->arena, written)};
    map_set(c->arena, &known->cells, made->written, made);
    return made;
}

static void compile_column(Compiler *c, DecisionTable *table, const Table *from, const TableInput *input,
                           Cells *to, size_t at) {
    const Expr *head = input->head;
    Index slot = slot_read(c, head->symbol);
    if (head->symbol->kind == SYMBOL_CASE_INPUT) table->decision_slot = slot;
    *vec_push(c->arena, c->reading) = slot;
    to->columns[at] =
        (ColumnCode){.slot = slot,
                     .kind = (uint8_t)head->type.kind,
                     .missing = head->symbol->optional && column_tests_missing(from, input->column),
                     .not_applicable = head->type.may_not_apply,
                     .over = usual_denominator(c, slot),
                     .member_count = member_count_of(head->type),
                     .head = expr_words(c->arena, head)};
    Known known = {.buf = buf_new(c->arena)};
    for (size_t r = 0; r < from->rows.len; r++) {
        const KnownCell *cell =
            known_cell(c, &known, head->type, input_cell(c->arena, &from->rows.at[r], input));
        to->cells[r * to->column_count + at] = cell->set;
        to->written[r * to->column_count + at] = cell->written;
    }
}

static void compile_inputs(Compiler *c, DecisionTable *table, const Decl *decl, TableCode *code) {
    const Table *from = decl->table;
    TableInputs inputs = table_inputs(c->model, decl);
    Cells to = {.column_count = inputs.len};
    to.columns = arena_array(c->arena, ColumnCode, to.column_count);
    to.cells = arena_array(c->arena, CellCode, from->rows.len * to.column_count);
    to.written = arena_array(c->arena, Text, from->rows.len * to.column_count);
    for (size_t i = 0; i < inputs.len; i++) compile_column(c, table, from, &inputs.at[i], &to, i);
    code->columns = to.columns;
    code->column_count = to.column_count;
    code->cells = to.cells;
    code->written = to.written;
}

/* --- cells after || ------------------------------------------------------------------------------------- */

/* What a cell gives; the code for it, in conditions, when it is no constant. */
static Index compile_output(Compiler *c, const Cell *cell, Type type, Value *constant) {
    const Expr *expr = cell_value(cell);
    *constant = value_missing();
    if (!expr) return NONE;
    if (!expr_constant(c->arena, expr, constant)) return compile_code(c, expr);
    *constant = constant_of(c, expr, type);
    return NONE;
}

/* The same in an authority, where words can stand that are no names of values: `as needed`, a ballot. */
static Index compile_authority_output(Compiler *c, const DecisionTable *table, const Cell *cell,
                                      size_t output, Index *deciders, Value *constant) {
    if ((Index)output == table->decided_by) return compile_deciders(c, cell_value(cell), deciders, constant);
    if (table->outputs[output].type.kind == TYPE_LIST) return compile_who(c, cell, constant);
    if ((Index)output == table->escalation || cell->kind != CELL_TESTS)
        return compile_output(c, cell, table->outputs[output].type, constant);
    *constant = value_text(cell_word(c, cell));
    return NONE;
}

/* What is given for a result of the table; `deciders` is for who decides. */
static Index compile_result(Compiler *c, const DecisionTable *table, size_t output, const Cell *cell,
                            Index *deciders, Value *constant) {
    return table->decided_by == NONE ? compile_output(c, cell, table->outputs[output].type, constant)
                                     : compile_authority_output(c, table, cell, output, deciders, constant);
}

/* What is worked out of one row after the other. */
typedef struct Outputs {
    DecisionTable *table;
    size_t count; /* of each row */
    Value *constants;
    Index *codes, *deciders;
    bool computed;
} Outputs;

static void compile_outputs_of_row(Compiler *c, Outputs *to, const Table *from, size_t row) {
    const DecisionTable *table = to->table;
    size_t at = row * to->count;
    for (size_t i = 1, output = 0; i < from->columns.len; i++) {
        const Cell *cell = &from->rows.at[row].cells.at[i];
        if (!from->columns.at[i].output) continue;
        Value *constant = &to->constants[at + output];
        Index code = to->deciders
                         ? compile_authority_output(c, table, cell, output, &to->deciders[row], constant)
                         : compile_output(c, cell, own_type(c, from->columns.at[i].head->type), constant);
        to->codes[at + output++] = code;
        to->computed |= code != NONE;
    }
}

static void compile_outputs(Compiler *c, DecisionTable *table, const Table *from, TableCode *code) {
    size_t rows = from->rows.len, count = count_outputs(from);
    Outputs to = {.table = table,
                  .count = count,
                  .constants = arena_array(c->arena, Value, rows * count),
                  .codes = arena_array(c->arena, Index, rows * count),
                  .deciders = table->decided_by == NONE ? NULL : arena_array(c->arena, Index, rows)};
    for (size_t r = 0; r < rows; r++) compile_outputs_of_row(c, &to, from, r);
    table->deciders = to.deciders;
    code->outputs = to.constants;
    code->computed = to.computed ? to.codes : NULL;
    code->output_count = count;
}

/* --- exceptions ----------------------------------------------------------------------------------------- */

static void compile_exception(Compiler *c, const DecisionTable *table, const Decl *decl,
                              TableException *out) {
    Index deciders = NONE;
    bool *gives = arena_array(c->arena, bool, table->output_count);
    Value *results = arena_array(c->arena, Value, table->output_count);
    Index *computed = arena_array(c->arena, Index, table->output_count);
    day_begin(c, decl);
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting != SETTING_GIVES) continue;
        size_t output = clause->target->symbol->index;
        Cell cell = cell_of(c->arena, clause->expr);
        gives[output] = true;
        computed[output] = compile_result(c, table, output, &cell, &deciders, &results[output]);
    }
    *out = (TableException){.name = decl->name.text,
                            .condition = compile_in_force(c, decl, decl->when, false),
                            .written = expr_written(c->arena, decl->when),
                            .gives = gives,
                            .results = results,
                            .computed = computed,
                            .deciders = deciders,
                            .where = where_of(c, decl->at, decl->source)};
}

static void compile_exceptions(Compiler *c, const Symbol *symbol, DecisionTable *table) {
    const Symbol *exception;
    TableException *exceptions = arena_array(c->arena, TableException, SYMBOL_COUNT(c, EXCEPTION));
    for (EACH_SYMBOL(c, EXCEPTION, exception))
        if (exception->parent == symbol)
            compile_exception(c, table, exception->decl, &exceptions[table->exception_count++]);
    table->exceptions = exceptions;
}

static void compile_table(Compiler *c, const Symbol *symbol) {
    DecisionTable *table = &c->tables[table_of(c, symbol)];
    const Table *from = symbol->decl->table;
    TableCode *code = arena_make(c->arena, TableCode);
    code->row_count = from->rows.len;
    code->otherwise = NONE;
    for (size_t r = 0; r < from->rows.len; r++)
        if (row_is_otherwise(from, &from->rows.at[r])) code->otherwise = (Index)r;
    unit_begin(c, table->unit);
    day_begin(c, symbol->decl);
    compile_inputs(c, table, symbol->decl, code);
    compile_outputs(c, table, from, code);
    compile_exceptions(c, symbol, table);
    table_index(c->arena, code);
    table->code = code;
}

void compile_tables(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, TABLE, symbol)) compile_table(c, symbol);
    for (EACH_SYMBOL(c, AUTHORITY, symbol)) compile_table(c, symbol);
}
