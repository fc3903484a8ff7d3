#include "engine/frame.h"

Truth row_test(const Frame *frame, const TableCode *table, Index row) {
    Truth all = TRUTH_YES;
    const CellCode *cells = table_cell(table, row, 0);
    for (size_t c = 0; c < table->column_count; c++) {
        if (cells[c].kind == SET_ANY) continue;
        const ColumnCode *column = &table->columns[c];
        Truth one = column_test(column, &cells[c], &frame->slots[column->slot]);
        if (one == TRUTH_NO) return TRUTH_NO;
        if (one == TRUTH_UNKNOWN || (one == TRUTH_ERROR && all == TRUTH_YES)) all = one;
    }
    return all;
}

/* --- hit policies --------------------------------------------------------------------------------------- */

/* What testing the rows came to. */
typedef struct Hit {
    Index row, other;
    int64_t rank;        /* of the rows that are not out */
    bool settled;        /* there are such rows */
    bool unknown, error; /* a row of that rank is */
    bool unlike;         /* whether row and other agree is not known */
} Hit;

int64_t row_rank(const DecisionTable *table, Index row) {
    if (table->policy == POLICY_FIRST) return row;
    if (table->policy != POLICY_PRIORITY) return 0;
    return table->code->outputs[(size_t)row * table->code->output_count].member;
}

static Index output_code(const TableCode *table, Index row, size_t output) {
    return table->computed ? table->computed[(size_t)row * table->output_count + output] : NONE;
}

Value row_output(Frame *frame, const TableCode *table, Index row, size_t output) {
    Index code = output_code(table, row, output);
    if (code != NONE) return condition_run(frame, &frame->program->conditions[code]);
    return table->outputs[(size_t)row * table->output_count + output];
}

/* Do the results of two rows agree? */
static Truth rows_agree(Frame *frame, const TableCode *table, Index one, Index other) {
    Truth all = TRUTH_YES;
    for (size_t i = 0; i < table->output_count; i++) {
        Value a = row_output(frame, table, one, i), b = row_output(frame, table, other, i);
        bool open = (a.state == VALUE_MISSING && output_code(table, one, i) != NONE) ||
                    (b.state == VALUE_MISSING && output_code(table, other, i) != NONE);
        if (open)
            all = TRUTH_UNKNOWN;
        else if (a.state != b.state || (a.state == VALUE_KNOWN && !code_equal(&a, &b)))
            return TRUTH_NO;
    }
    return all;
}

/* Another row that fits, of the same rank. */
static void meet(Frame *frame, const DecisionTable *table, Hit *hit, Index row) {
    Truth agree = table->policy == POLICY_UNIQUE ? TRUTH_NO : rows_agree(frame, table->code, hit->row, row);
    if (agree == TRUTH_YES) return;
    hit->other = row;
    hit->unlike = agree == TRUTH_UNKNOWN;
}

static void take(Frame *frame, const DecisionTable *table, Hit *hit, Index row, Truth truth) {
    int64_t rank = row_rank(table, row);
    if (hit->settled && rank > hit->rank) return;
    if (!hit->settled || rank < hit->rank)
        *hit = (Hit){.row = NONE, .other = NONE, .rank = rank, .settled = true};
    if (truth == TRUTH_UNKNOWN) hit->unknown = true;
    if (truth == TRUTH_ERROR) hit->error = true;
    if (truth != TRUTH_YES) return;
    if (hit->row == NONE)
        hit->row = row;
    else if (hit->other == NONE || hit->unlike)
        meet(frame, table, hit, row);
}

/* Stops where the policy knows enough: under `first` at the first row that is not out, but under `priority`
 * at none, for the last can go before all. */
static void test_rows(Frame *frame, const DecisionTable *table, Hit *hit) {
    Candidates rows;
    find_rows(frame, table->code, &rows);
    hit->row = rows.certain;
    if (rows.certain != NONE) return;
    bool all = table->policy == POLICY_PRIORITY;
    for (size_t i = 0; i < rows.len && (all || hit->other == NONE); i++) {
        Index row = rows.at ? rows.at[i] : (Index)i;
        if (row == table->code->otherwise) continue;
        Truth truth = row_test(frame, table->code, row);
        if (truth == TRUTH_NO) continue;
        take(frame, table, hit, row, truth);
        if (table->policy == POLICY_FIRST) return;
    }
}

/* Why a row is in error: a column reads a definition that is, or what does not apply. */
static Problem problem_of_columns(const Frame *frame, const TableCode *table) {
    for (size_t c = 0; c < table->column_count; c++) {
        const Value *value = &frame->slots[table->columns[c].slot];
        if (value->state == STATE_ERROR) return problem_of(*value);
    }
    return PROBLEM_NOT_APPLICABLE;
}

static void decide(const Frame *frame, const DecisionTable *table, const Hit *hit, UnitState *state) {
    state->row = hit->row;
    state->other_row = hit->other;
    if (hit->unlike || (hit->unknown && hit->other == NONE && hit->row == NONE)) {
        state->outcome = OUTCOME_UNDETERMINED;
    } else if (hit->other != NONE) {
        state->outcome = OUTCOME_ERROR;
        state->problem = PROBLEM_TWO_ROWS;
    } else if (hit->row != NONE) {
        state->outcome = OUTCOME_DECIDED;
    } else if (hit->error) {
        state->outcome = OUTCOME_ERROR;
        state->problem = problem_of_columns(frame, table->code);
    } else if (table->code->otherwise != NONE) {
        state->row = table->code->otherwise;
    } else {
        state->outcome = OUTCOME_NO_ROW;
    }
}

/* --- outputs -------------------------------------------------------------------------------------------- */

static Index result_code(const DecisionTable *table, const UnitState *state, size_t output) {
    const TableException *exception = exception_giving(table, state, output);
    return exception ? exception->computed[output] : output_code(table->code, state->row, output);
}

static Value result(Frame *frame, const DecisionTable *table, const UnitState *state, size_t output) {
    Index code = result_code(table, state, output);
    if (code != NONE) return condition_run(frame, &frame->program->conditions[code]);
    const TableException *exception = exception_giving(table, state, output);
    return exception ? exception->results[output] : row_output(frame, table->code, state->row, output);
}

/* Works out what is given; undetermined or wrong when one of the results is. */
static const Value *compute_outputs(Frame *frame, const DecisionTable *table, UnitState *state) {
    const TableCode *code = table->code;
    if (!code->computed && state->exception == NONE)
        return &code->outputs[(size_t)state->row * code->output_count];
    for (size_t i = 0; i < code->output_count; i++) {
        Value value = result(frame, table, state, i);
        bool computed = result_code(table, state, i) != NONE;
        if (computed && value.state == VALUE_MISSING && state->outcome == OUTCOME_DECIDED) {
            state->outcome = OUTCOME_UNDETERMINED;
        } else if (value.state == STATE_ERROR) {
            state->outcome = OUTCOME_ERROR;
            state->problem = problem_of(value);
            value = value_missing();
        }
        frame->outputs[i] = value;
    }
    return frame->outputs;
}

Index table_row(Frame *frame, const DecisionTable *table) {
    UnitState state = {0};
    Hit hit = {.row = NONE, .other = NONE};
    test_rows(frame, table, &hit);
    decide(frame, table, &hit, &state);
    return state.outcome == OUTCOME_DECIDED ? state.row : NONE;
}

void table_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const DecisionTable *table = &frame->program->tables[unit->detail];
    if (policy_collects(table->policy)) {
        collect_evaluate(frame, table, state);
        return;
    }
    Hit hit = {.row = NONE, .other = NONE};
    test_rows(frame, table, &hit);
    decide(frame, table, &hit, state);
    if (table->exception_count > 0 && state->outcome == OUTCOME_DECIDED) find_exception(frame, table, state);
    const Value *values = state->outcome == OUTCOME_DECIDED ? compute_outputs(frame, table, state) : NULL;
    bool decided = state->outcome == OUTCOME_DECIDED;
    for (size_t i = 0; i < table->output_count; i++) {
        Value *slot = &frame->slots[table->outputs[i].slot];
        *slot =
            decided ? values[i] : (Value){.state = table->outputs[i].optional ? STATE_OPEN : VALUE_MISSING};
    }
}
