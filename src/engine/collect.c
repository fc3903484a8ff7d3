/* Tables that collect: every row that fits has its part in the result, and so every row must be determined
 * (law L4). */
#include "engine/frame.h"

/* --- the rows ------------------------------------------------------------------------------------------- */

static void fail(UnitState *state, Problem problem) {
    state->outcome = OUTCOME_ERROR;
    state->problem = problem;
}

static void collect_row(const Frame *frame, const TableCode *table, Index row, Collected *to,
                        UnitState *state) {
    Truth truth = row == table->otherwise ? TRUTH_NO : row_test(frame, table, row);
    if (truth == TRUTH_YES) to->rows[state->row_count++] = row;
    if (truth == TRUTH_UNKNOWN) state->outcome = OUTCOME_UNDETERMINED;
    if (truth == TRUTH_ERROR && state->outcome == OUTCOME_DECIDED) fail(state, PROBLEM_NOT_APPLICABLE);
}

/* False when a row is neither in nor out. */
static bool collect_rows(const Frame *frame, const TableCode *table, Collected *to, UnitState *state) {
    Candidates rows;
    find_rows(frame, table, &rows);
    if (rows.certain != NONE) to->rows[state->row_count++] = rows.certain;
    for (size_t i = 0; rows.certain == NONE && i < rows.len; i++)
        collect_row(frame, table, rows.at ? rows.at[i] : (Index)i, to, state);
    if (state->outcome == OUTCOME_UNDETERMINED) state->problem = PROBLEM_NONE;
    if (state->outcome != OUTCOME_DECIDED) return false;
    if (state->row_count == 0 && table->otherwise != NONE) to->rows[state->row_count++] = table->otherwise;
    state->rows = to->rows;
    return true;
}

/* --- what they give ------------------------------------------------------------------------------------- */

/* False when the rule fails; what is missing leaves the table undetermined. */
static bool collect_values(Frame *frame, const TableCode *table, size_t output, const Collected *from,
                           UnitState *state) {
    for (size_t i = 0; i < state->row_count; i++) {
        Value value = row_output(frame, table, from->rows[i], output);
        if (value.state == STATE_ERROR) {
            fail(state, (Problem)value.member);
            return false;
        }
        if (value.state == VALUE_NOT_APPLICABLE) {
            fail(state, PROBLEM_NOT_APPLICABLE);
            return false;
        }
        if (value.state == VALUE_MISSING) state->outcome = OUTCOME_UNDETERMINED;
        from->values[output * state->row_count + i] = value;
    }
    return true;
}

static Value list_of(const Value *values, size_t count) {
    Value list = {.state = VALUE_KNOWN, .kind = TYPE_LIST};
    list.list.at = values;
    list.list.len = count;
    return list;
}

static Value sum_of(Frame *frame, Type type, const Value *values, size_t count, UnitState *state) {
    Number sum = number_int(0);
    for (size_t i = 0; i < count; i++) {
        if (number_add(frame->arena, sum, values[i].number, &sum) == NUMBER_OK) continue;
        fail(state, PROBLEM_TOO_LARGE);
        return value_missing();
    }
    return type.kind == TYPE_MONEY ? value_money(sum, type.currency) : value_number(type.kind, sum);
}

/* The least of them (sign -1) or the greatest (1). */
static Value extreme_of(const Value *values, size_t count, int sign) {
    Value most = values[0];
    for (size_t i = 1; i < count; i++)
        if (sign * code_compare(&values[i], &most) > 0) most = values[i];
    return most;
}

static Value combine(Frame *frame, const DecisionTable *table, size_t output, const Value *values,
                     UnitState *state) {
    size_t count = state->row_count;
    switch (table->policy) {
    case POLICY_SUM:
        return sum_of(frame, table->outputs[output].type, values, count, state);
    case POLICY_MIN:
        return extreme_of(values, count, -1);
    case POLICY_MAX:
        return extreme_of(values, count, 1);
    case POLICY_COUNT:
        return value_number(TYPE_INTEGER, number_int((int64_t)count));
    default:
        return list_of(values, count);
    }
}

static bool of_nothing(const DecisionTable *table, const UnitState *state) {
    return state->row_count == 0 && (table->policy == POLICY_MIN || table->policy == POLICY_MAX);
}

static void combine_outputs(Frame *frame, const DecisionTable *table, const Collected *from,
                            UnitState *state) {
    for (size_t i = 0; i < table->code->output_count; i++)
        if (!collect_values(frame, table->code, i, from, state)) return;
    for (size_t i = 0; i < table->output_count && state->outcome == OUTCOME_DECIDED; i++)
        frame->outputs[i] = combine(frame, table, i, &from->values[i * state->row_count], state);
}

void collect_evaluate(Frame *frame, const DecisionTable *table, UnitState *state) {
    Collected *to = &frame->collected[table - frame->program->tables];
    if (collect_rows(frame, table->code, to, state)) {
        if (of_nothing(table, state))
            state->outcome = OUTCOME_NO_ROW;
        else
            combine_outputs(frame, table, to, state);
    }
    for (size_t i = 0; i < table->output_count; i++)
        frame->slots[table->outputs[i].slot] =
            state->outcome == OUTCOME_DECIDED ? frame->outputs[i] : value_missing();
}
