#include "engine/frame.h"

Truth row_test(const Frame *frame, const TableCode *table, Index row) {
    Truth all = TRUTH_YES;
    const CellCode *cells = table_cell(table, row, 0);
    for (size_t c = 0; c < table->column_count; c++) {
        if (cells[c].kind == SET_ANY) continue;
        const ColumnCode *column = &table->columns[c];
        Truth one = set_test(&cells[c], &frame->slots[column->slot], column->missing);
        if (one == TRUTH_NO) return TRUTH_NO;
        if (one == TRUTH_UNKNOWN || (one == TRUTH_ERROR && all == TRUTH_YES)) all = one;
    }
    return all;
}

/* --- hit policies --------------------------------------------------------------------------------------- */

/* What testing the rows came to. */
typedef struct Hit {
    Index row, other;
    bool unknown, error; /* a row that was looked at is */
} Hit;

/* Stops where the policy knows enough: under `first` at the first row that is not out. */
static void test_rows(const Frame *frame, const DecisionTable *table, Hit *hit) {
    Candidates rows;
    find_rows(frame, table->code, &rows);
    hit->row = rows.certain;
    if (rows.certain != NONE) return;
    for (size_t i = 0; i < rows.len; i++) {
        Index row = rows.at ? rows.at[i] : (Index)i;
        if (row == table->code->otherwise) continue;
        Truth truth = row_test(frame, table->code, row);
        if (truth == TRUTH_NO) continue;
        if (truth == TRUTH_UNKNOWN) hit->unknown = true;
        if (truth == TRUTH_ERROR) hit->error = true;
        if (truth == TRUTH_YES && hit->row != NONE) {
            hit->other = row;
            return;
        }
        if (truth == TRUTH_YES) hit->row = row;
        if (table->policy == POLICY_FIRST) return;
    }
}

static void decide(const DecisionTable *table, const Hit *hit, UnitState *state) {
    state->row = hit->row;
    state->other_row = hit->other;
    if (hit->other != NONE) {
        state->outcome = OUTCOME_ERROR;
        state->problem = PROBLEM_TWO_ROWS;
    } else if (hit->row != NONE) {
        state->outcome = OUTCOME_DECIDED;
    } else if (hit->unknown) {
        state->outcome = OUTCOME_UNDETERMINED;
    } else if (hit->error) {
        state->outcome = OUTCOME_ERROR;
        state->problem = PROBLEM_NOT_APPLICABLE;
    } else if (table->code->otherwise != NONE) {
        state->row = table->code->otherwise;
    } else {
        state->outcome = OUTCOME_NO_ROW;
    }
}

/* --- outputs -------------------------------------------------------------------------------------------- */

/* Works out what the row gives; undetermined or wrong when one of its outputs is. */
static const Value *compute_outputs(Frame *frame, const TableCode *table, UnitState *state) {
    size_t first = (size_t)state->row * table->output_count;
    if (!table->computed) return &table->outputs[first];
    for (size_t i = 0; i < table->output_count; i++) {
        Index code = table->computed[first + i];
        Value value = table->outputs[first + i];
        if (code != NONE) value = condition_run(frame, &frame->program->conditions[code]);
        if (code != NONE && value.state == VALUE_MISSING && state->outcome == OUTCOME_DECIDED) {
            state->outcome = OUTCOME_UNDETERMINED;
        } else if (value.state == STATE_ERROR) {
            state->outcome = OUTCOME_ERROR;
            state->problem = (Problem)value.member;
            value = value_missing();
        }
        frame->outputs[i] = value;
    }
    return frame->outputs;
}

void table_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const DecisionTable *table = &frame->program->tables[unit->detail];
    Hit hit = {.row = NONE, .other = NONE};
    test_rows(frame, table, &hit);
    decide(table, &hit, state);
    const Value *values =
        state->outcome == OUTCOME_DECIDED ? compute_outputs(frame, table->code, state) : NULL;
    bool decided = state->outcome == OUTCOME_DECIDED;
    for (size_t i = 0; i < table->output_count; i++) {
        Value *slot = &frame->slots[table->outputs[i].slot];
        *slot = decided ? values[i] : (Value){0};
    }
}
