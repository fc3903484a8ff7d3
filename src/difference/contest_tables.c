/* Tables and authorities as what a contest is held over: their rows and exceptions as boxes. */
#include "difference/contest.h"
#include "syntax/syntax.h"

/* --- results -------------------------------------------------------------------------------------------- */

static bool is_result(const Table *table, size_t column, Text name) {
    const Expr *head = table->columns.at[column].head;
    return table->columns.at[column].output && head->symbol && text_equal(head->symbol->name, name);
}

/* The column of a result; 0 where the table has none of that name. */
static size_t result_column(const Table *table, Text name) {
    for (size_t i = 1; i < table->columns.len; i++)
        if (is_result(table, i, name)) return i;
    return 0;
}

static void name_results(Contest *contest, const Decl *first, const Decl *second) {
    const Table *before = first->table, *now = second->table;
    TextVec names = {0};
    if (table_policy(first) == POLICY_COUNT && table_policy(second) == POLICY_COUNT)
        *vec_push(contest->arena, &names) = TEXT("count");
    for (size_t i = 1; i < before->columns.len; i++) {
        const TableColumn *column = &before->columns.at[i];
        if (column->output && column->head->symbol && result_column(now, column->head->symbol->name))
            *vec_push(contest->arena, &names) = column->head->symbol->name;
    }
    contest->results = names.at;
    contest->result_count = names.len;
}

static void say_results(Contest *contest, Side side, const Table *table, const TableRow *row, RuleRow *to) {
    Text *keys = arena_array(contest->arena, Text, contest->result_count);
    Text *written = arena_array(contest->arena, Text, contest->result_count);
    for (size_t i = 0; i < contest->result_count; i++) {
        size_t column = result_column(table, contest->results[i]);
        if (column == 0) continue; /* a count is of no column */
        const Cell *cell = &row->cells.at[column];
        Buf buf = buf_new(contest->arena);
        cell_write(&buf, cell);
        written[i] = buf_done(&buf);
        keys[i] = cell_key(contest->vocabulary, side, cell);
    }
    to->keys = keys;
    to->written = written;
}

/* --- rows ----------------------------------------------------------------------------------------------- */

/* A column that some row tests. */
typedef struct Column {
    TableInput input;
    uint32_t axis;
    bool decides; /* missing is a value like any other in it; else it leaves a row open */
} Column;

typedef VEC(Column) Columns;

static bool any_tests(Arena *arena, const Table *table, const TableInput *input) {
    for (size_t i = 0; i < table->rows.len; i++)
        if (input_cell(arena, &table->rows.at[i], input)->kind == CELL_TESTS) return true;
    return false;
}

static Columns columns_of(Contest *contest, Side side, const Decl *decl) {
    Model model = *contest->vocabulary->models[side];
    model.arena = contest->arena; /* what is read of it is this comparison's */
    TableInputs inputs = table_inputs(&model, decl);
    Columns columns = {0};
    for (size_t i = 0; i < inputs.len; i++) {
        const TableInput *input = &inputs.at[i];
        if (!any_tests(contest->arena, decl->table, input)) continue;
        const Expr *head = common_expr(contest->vocabulary, side, input->head);
        bool decides =
            symbol_optional(input->head->symbol) && column_tests_missing(decl->table, input->column);
        *vec_push(contest->arena, &columns) = (Column){*input, space_axis(&contest->space, head), decides};
    }
    return columns;
}

static void add_missing(Arena *arena, Cell *cell) {
    Expr *missing = arena_make(arena, Expr);
    *missing = (Expr){.kind = EXPR_MISSING};
    Cell copy = {.kind = CELL_TESTS, .at = cell->at};
    for (size_t i = 0; i < cell->tests.len; i++) *vec_push(arena, &copy.tests) = cell->tests.at[i];
    *vec_push(arena, &copy.tests) = (CellTest){.value = missing};
    *cell = copy;
}

static void claim_row(Contest *contest, Side side, const Columns *columns, const TableRow *row, uint32_t at) {
    Arena *arena = contest->arena;
    Box fits = {0}, may = {0};
    bool open = false;
    for (size_t i = 0; i < columns->len; i++) {
        const Column *column = &columns->at[i];
        const Cell *tests = input_cell(arena, row, &column->input);
        if (tests->kind != CELL_TESTS) continue;
        Cell cell = common_cell(contest->vocabulary, side, tests);
        *vec_push(arena, &fits.bounds) = (BoxBound){column->axis, cell};
        if (contest->space.axes.at[column->axis].missing && !column->decides) {
            add_missing(arena, &cell);
            open = true;
        }
        *vec_push(arena, &may.bounds) = (BoxBound){column->axis, cell};
    }
    claim(contest, fits, (Claim){side, CLAIM_FITS, at, false});
    if (open) claim(contest, may, (Claim){side, CLAIM_MAY_FIT, at, false});
}

/* Under `priority` the first result ranks the rows in the order of its enum. */
static uint32_t rank_of(HitPolicy policy, uint32_t at, Value first) {
    if (policy == POLICY_FIRST) return at;
    return policy == POLICY_PRIORITY && value_known(first) ? (uint32_t)first.member : 0;
}

static Value first_result(Contest *contest, const Table *table, const TableRow *row, Type *type) {
    Value value = value_missing();
    for (size_t i = 1; i < table->columns.len; i++) {
        if (!table->columns.at[i].output) continue;
        const Cell *cell = &row->cells.at[i];
        if (table->columns.at[i].head->symbol) *type = table->columns.at[i].head->symbol->type;
        bool one = cell->kind == CELL_TESTS && cell->tests.len == 1;
        if (!one || !expr_constant(contest->arena, cell->tests.at[0].value, &value)) return value_missing();
        return value;
    }
    return value;
}

static void add_rows(Contest *contest, Side side, const Decl *decl, const Columns *columns) {
    Rule *rule = &contest->rules[side];
    const Table *table = decl->table;
    rule->policy = table_policy(decl);
    for (uint32_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        RuleRow *to = vec_push(contest->arena, &rule->rows);
        *to =
            (RuleRow){.name = expr_words(contest->arena, row->cells.at[0].tests.at[0].value), .at = row->at};
        to->first = first_result(contest, table, row, &rule->first);
        to->rank = rank_of(rule->policy, i, to->first);
        say_results(contest, side, table, row, to);
        if (row_is_otherwise(table, row))
            rule->otherwise = i;
        else
            claim_row(contest, side, columns, row, i);
    }
}

/* --- exceptions ----------------------------------------------------------------------------------------- */

static void say_exception(Contest *contest, Side side, const Decl *decl, RuleException *to) {
    Text *keys = arena_array(contest->arena, Text, contest->result_count);
    Text *written = arena_array(contest->arena, Text, contest->result_count);
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *gives = &decl->clauses.at[i];
        if (gives->setting != SETTING_GIVES || !gives->target || !gives->target->symbol) continue;
        for (size_t k = 0; k < contest->result_count; k++) {
            if (!text_equal(contest->results[k], gives->target->symbol->name)) continue;
            keys[k] = meaning_key(contest->vocabulary, side, gives->expr);
            written[k] = expr_written(contest->arena, gives->expr);
        }
    }
    to->keys = keys;
    to->written = written;
}

/* Where something is missing that its condition names, an exception may neither apply nor not. */
static void claim_hanging(Contest *contest, Side side, size_t first, uint32_t at) {
    size_t end = contest->claims.len;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k < contest->boxes.at[i].bounds.len; k++) {
            Box box = {0};
            BoxBound *bound = vec_push(contest->arena, &box.bounds);
            *bound = (BoxBound){contest->boxes.at[i].bounds.at[k].axis, {.kind = CELL_TESTS}};
            add_missing(contest->arena, &bound->cell);
            claim(contest, box, (Claim){side, CLAIM_HANGS, at, false});
        }
}

static void add_exceptions(Contest *contest, Side side, const Symbol *table) {
    const Model *model = contest->vocabulary->models[side];
    for (size_t i = 0; i < model->of_kind[SYMBOL_EXCEPTION].len; i++) {
        const Symbol *symbol = model->of_kind[SYMBOL_EXCEPTION].at[i];
        if (symbol->parent != table) continue;
        uint32_t at = contest->rules[side].exceptions.len;
        RuleException *exception = vec_push(contest->arena, &contest->rules[side].exceptions);
        *exception = (RuleException){.name = symbol->name, .at = symbol->at};
        say_exception(contest, side, symbol->decl, exception);
        const Expr *when = in_force_of(contest, side, symbol->decl, symbol->decl->when, false);
        size_t first = contest->claims.len;
        claim_condition(contest, side, when, true, CLAIM_EXCEPTS, at);
        claim_condition(contest, side, when, false, CLAIM_EXCEPTS_NOT, at);
        claim_hanging(contest, side, first, at);
    }
}

void contest_tables(Contest *contest, const Symbol *before, const Symbol *now) {
    name_results(contest, before->decl, now->decl);
    Columns old = columns_of(contest, BEFORE, before->decl), new = columns_of(contest, NOW, now->decl);
    add_rows(contest, BEFORE, before->decl, &old);
    add_rows(contest, NOW, now->decl, &new);
    add_exceptions(contest, BEFORE, before);
    add_exceptions(contest, NOW, now);
}
