#include "engine/frame.h"
#include <string.h>

/* --- conditions ----------------------------------------------------------------------------------------- */

/* Of `and` and `or`: when one side decided, the sides that did; when the result is unknown, the sides that
 * are; else both. */
static bool side_counts(Value side, Value result, bool decisive) {
    if (result.state == VALUE_KNOWN && result.yes == decisive)
        return side.state == VALUE_KNOWN && side.yes == decisive;
    return result.state == VALUE_KNOWN || side.state == result.state ||
           (result.state == STATE_ERROR && side.state == VALUE_NOT_APPLICABLE);
}

static void need_sides(Frame *frame, const Operation *o, Value result) {
    bool decisive = o->op == CODE_OR;
    if (side_counts(frame->registers[o->a], result, decisive)) frame->needed[o->a] = true;
    if (side_counts(frame->registers[o->b], result, decisive)) frame->needed[o->b] = true;
}

static void need_names(Frame *frame, Index root) {
    const DeciderNode *nodes = frame->program->deciders;
    for (Index node = root; node < root + nodes[root].size; node++)
        if (nodes[node].at != NONE) frame->needed[nodes[node].at] = true;
}

/* A row is found by all of its keys. */
static void need_keys(Frame *frame, const LookupCode *lookup) {
    for (size_t i = 0; i < frame->program->registers[lookup->in].key_count; i++)
        frame->needed[lookup->keys[i]] = true;
    if (frame->registry.dated) frame->needed[lookup->on] = true;
}

static void need_line(Frame *frame, const Operation *o, const LineCode *line) {
    frame->needed[o->a] = frame->needed[line->covered] = true;
    if (frame->registry.dated) frame->needed[line->on] = true;
}

void trace_registers(Frame *frame, const ConditionCode *code) {
    memset(frame->needed, 0, code->count * sizeof *frame->needed);
    frame->needed[code->count - 1] = true;
    for (size_t i = code->count; i-- > 0;) {
        const Operation *o = &code->ops[i];
        if (!frame->needed[i]) continue;
        if (o->op == CODE_AND || o->op == CODE_OR) {
            need_sides(frame, o, frame->registers[i]);
        } else if (o->op == CODE_DECIDERS) {
            need_names(frame, o->b);
        } else if (o->op == CODE_LOOKUP) {
            need_keys(frame, &code->lookups[o->b]);
        } else if (o->op == CODE_FIRST) {
            need_line(frame, o, &code->lines[o->b]);
        } else if (o->op != CODE_SLOT && o->op != CODE_CONSTANT) {
            frame->needed[o->a] = true;
            if (o->op >= CODE_WITHIN && o->op != CODE_NEGATE) frame->needed[o->b] = true;
        }
    }
}

/* A row that is not there lacks as a fact does. */
static void lack_row(void *context, const RowRead *row) {
    Frame *frame = context;
    if (row->held.value.state != VALUE_MISSING) return;
    for (size_t i = 0; i < frame->lacking.len; i++)
        if (row_read_same(frame->program, &frame->lacking.at[i], row)) return;
    *vec_push(frame->arena, &frame->lacking) = row_read_copy(frame->arena, frame->program, row);
}

static void trace_lookup(Frame *frame, const LookupCode *lookup) {
    RowRead row;
    Value instead;
    if (row_look_up(frame, lookup, &row, &instead)) lack_row(frame, &row);
}

/* A line lacks somebody only at its end, and there it says where that is. */
static void trace_line(Frame *frame, const Operation *o, const LineCode *line) {
    LineWalk *walk = arena_make(frame->arena, LineWalk);
    Value from = frame->registers[o->a];
    Value somebody = line_first(frame, line, from, lack_row, frame, walk);
    if (somebody.state != VALUE_KNOWN && !text_empty(walk->from)) frame->line = walk;
}

/* Nothing is missing but years of the calendar that counts. */
static bool is_past_calendar(const Frame *frame, size_t at, const Operation *o) {
    const Value *r = frame->registers;
    return o->op >= CODE_LATER && o->unit == UNIT_WORKING_DAYS && r[at].state == VALUE_MISSING &&
           r[o->a].state == VALUE_KNOWN && r[o->b].state == VALUE_KNOWN;
}

/* The lowest of nothing is missing: what is known of the list settles nothing. */
static void lack_element(Frame *frame, const ConditionCode *code, const Operation *o) {
    const Operation *list = &code->ops[o->a];
    bool empty = frame->registers[o->a].state == VALUE_KNOWN && frame->registers[o->a].list.len == 0;
    if (empty && list->op == CODE_SLOT) frame->empty[list->a] = true;
}

static void trace_condition(Frame *frame, const ConditionCode *code) {
    condition_run(frame, code);
    trace_registers(frame, code);
    for (size_t i = 0; i < code->count; i++) {
        const Operation *o = &code->ops[i];
        if (!frame->needed[i]) continue;
        if (o->op == CODE_SLOT) frame_want(frame, o->a);
        if (o->op == CODE_LOOKUP) trace_lookup(frame, &code->lookups[o->b]);
        if (o->op == CODE_FIRST) trace_line(frame, o, &code->lines[o->b]);
        if (o->op == CODE_LOWEST || o->op == CODE_HIGHEST) lack_element(frame, code, o);
        if (is_past_calendar(frame, i, o)) frame_want(frame, frame->program->first_calendar + o->calendar);
    }
}

static void trace_definition(Frame *frame, const Definition *definition) {
    Value lacking;
    const Meaning *meaning = definition_meaning(frame, definition, &lacking);
    if (definition->day != NONE) frame_want(frame, definition->day);
    if (meaning) trace_condition(frame, &frame->program->conditions[meaning->code]);
}

/* --- scorecards ----------------------------------------------------------------------------------------- */

/* One too low score is all that a `no` rests on; else every minimum counts that is not met for certain. */
static void trace_eligible(Frame *frame, const Scorecard *scorecard) {
    bool refused = frame->slots[scorecard->eligible_slot].state == VALUE_KNOWN &&
                   !frame->slots[scorecard->eligible_slot].yes;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        if (criterion->has_minimum && (!refused || criterion_meets(frame, scorecard, criterion) == TRUTH_NO))
            frame_want(frame, criterion->score_slot);
    }
}

static void trace_scorecard(Frame *frame, const Scorecard *scorecard, bool whole) {
    bool all = whole || frame_wants(frame, scorecard->total_slot);
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        if (all || frame_wants(frame, criterion->combined_slot)) frame_want(frame, criterion->score_slot);
    }
    if (!all && frame_wants(frame, scorecard->eligible_slot)) trace_eligible(frame, scorecard);
}

/* --- checklists ----------------------------------------------------------------------------------------- */

static void trace_applies(Frame *frame, Index condition) {
    if (condition != NONE) trace_condition(frame, &frame->program->conditions[condition]);
}

/* Of an item that is met it makes no difference whether it applies; of one that does not, what was said. */
static void trace_item(Frame *frame, const Checklist *checklist, size_t at) {
    const ChecklistItem *item = &checklist->items[at];
    ItemStanding standing = item_standing(frame, checklist, at);
    if (!item_matters(frame, checklist, standing)) return;
    if (standing != ITEM_MET) trace_applies(frame, item->applies);
    if (standing != ITEM_NOT_APPLICABLE) frame_want(frame, item->slot);
}

static void trace_checklist(Frame *frame, const Checklist *checklist, bool whole) {
    if (whole) frame_want(frame, checklist->complete_slot);
    trace_applies(frame, checklist->applies);
    bool applies = checklist_applies(frame, checklist) != TRUTH_NO;
    for (size_t i = 0; applies && i < checklist->item_count; i++) trace_item(frame, checklist, i);
}

/* --- tables --------------------------------------------------------------------------------------------- */

static void want_tested(Frame *frame, const TableCode *table, Index row, Truth only) {
    for (size_t c = 0; c < table->column_count; c++) {
        const CellCode *cell = table_cell(table, row, c);
        const ColumnCode *column = &table->columns[c];
        if (cell->kind == SET_ANY) continue;
        if (only == TRUTH_YES || column_test(column, cell, &frame->slots[column->slot]) == only)
            frame_want(frame, column->slot);
    }
}

static Truth row_truth(const Frame *frame, const DecisionTable *table, Index row) {
    return row == table->code->otherwise ? TRUTH_NO : row_test(frame, table->code, row);
}

/* The lowest rank of the rows that are not out. */
static int64_t settled_rank(const Frame *frame, const DecisionTable *table) {
    int64_t lowest = INT64_MAX;
    for (size_t r = 0; r < table->code->row_count; r++) {
        int64_t rank = row_rank(table, (Index)r);
        if (rank < lowest && row_truth(frame, table, (Index)r) != TRUTH_NO) lowest = rank;
    }
    return lowest;
}

/* The lowest rank of the rows that fit for certain: those after it are out. */
static int64_t certain_rank(const Frame *frame, const DecisionTable *table) {
    int64_t lowest = INT64_MAX;
    for (size_t r = 0; !policy_collects(table->policy) && r < table->code->row_count; r++) {
        int64_t rank = row_rank(table, (Index)r);
        if (rank < lowest && row_truth(frame, table, (Index)r) == TRUTH_YES) lowest = rank;
    }
    return lowest;
}

size_t possible_rows(const Frame *frame, const DecisionTable *table, const UnitState *state, Index *out) {
    size_t count = 0;
    int64_t last = certain_rank(frame, table);
    for (size_t r = 0; r < table->code->row_count; r++) {
        bool left_over = (Index)r == table->code->otherwise && last == INT64_MAX;
        bool open = row_truth(frame, table, (Index)r) != TRUTH_NO && row_rank(table, (Index)r) <= last;
        if (state->row == NONE ? left_over || open : state->row == (Index)r) out[count++] = (Index)r;
    }
    return count;
}

/* What keeps rows from being in or out, of those that would hold before all others. */
static void trace_open_rows(Frame *frame, const DecisionTable *table, Truth open) {
    int64_t rank = settled_rank(frame, table);
    for (size_t r = 0; r < table->code->row_count; r++)
        if (row_rank(table, (Index)r) == rank && row_truth(frame, table, (Index)r) == open)
            want_tested(frame, table->code, (Index)r, open);
}

/* What put a row out. */
static void want_out(Frame *frame, const TableCode *table, Index row) {
    for (size_t c = 0; row != table->otherwise && c < table->column_count; c++) {
        const ColumnCode *column = &table->columns[c];
        if (column_test(column, table_cell(table, row, c), &frame->slots[column->slot]) != TRUTH_NO) continue;
        frame_want(frame, column->slot);
        return;
    }
}

/* A hit rests on the rows that would hold before it as well: on what put each of them out. */
static void want_passed(Frame *frame, const DecisionTable *table, Index hit) {
    int64_t rank = row_rank(table, hit);
    for (size_t r = 0; rank > 0 && r < table->code->row_count; r++)
        if (row_rank(table, (Index)r) < rank) want_out(frame, table->code, (Index)r);
}

/* Where no row fits, or only `otherwise`, every column had a part in it. */
static void want_columns(Frame *frame, const TableCode *table) {
    for (size_t c = 0; c < table->column_count; c++) frame_want(frame, table->columns[c].slot);
}

static void trace_outputs(Frame *frame, const DecisionTable *table, const UnitState *state, Index row) {
    for (size_t i = 0; table->code->computed && i < table->code->output_count; i++) {
        Index code = table->code->computed[(size_t)row * table->code->output_count + i];
        if (code != NONE && !exception_giving(table, state, i))
            trace_condition(frame, &frame->program->conditions[code]);
    }
}

static Truth open_truth(const UnitState *state) {
    return state->outcome == OUTCOME_UNDETERMINED ? TRUTH_UNKNOWN : TRUTH_ERROR;
}

/* Every row has its part: those that fit with all they test, the others with what put them out. */
static void trace_collected(Frame *frame, const DecisionTable *table, const UnitState *state) {
    if (!state->rows) {
        trace_open_rows(frame, table, open_truth(state));
        return;
    }
    for (size_t r = 0; r < table->code->row_count; r++)
        if (row_truth(frame, table, (Index)r) == TRUTH_NO) want_out(frame, table->code, (Index)r);
    for (size_t i = 0; i < state->row_count; i++) {
        want_tested(frame, table->code, state->rows[i], TRUTH_YES);
        trace_outputs(frame, table, state, state->rows[i]);
    }
}

/* What was computed instead of the row's results. */
static void trace_given(Frame *frame, const TableException *exception, size_t outputs) {
    for (size_t i = 0; i < outputs; i++)
        if (exception->gives[i] && exception->computed[i] != NONE)
            trace_condition(frame, &frame->program->conditions[exception->computed[i]]);
}

/* Whether each applies had its part in what came out. */
static void trace_exceptions(Frame *frame, const DecisionTable *table, const UnitState *state) {
    for (size_t i = 0; i < table->exception_count; i++)
        trace_condition(frame, &frame->program->conditions[table->exceptions[i].condition]);
    if (state->exception != NONE)
        trace_given(frame, &table->exceptions[state->exception], table->output_count);
}

static void trace_hit(Frame *frame, const DecisionTable *table, const UnitState *state, Index row) {
    if (row == NONE) return;
    want_tested(frame, table->code, row, TRUTH_YES);
    trace_outputs(frame, table, state, row);
}

static void trace_table(Frame *frame, const DecisionTable *table, const UnitState *state) {
    if (policy_collects(table->policy)) {
        trace_collected(frame, table, state);
    } else if (state->outcome == OUTCOME_NO_ROW) {
        want_columns(frame, table->code);
    } else if (state->row == NONE) {
        trace_open_rows(frame, table, open_truth(state));
    } else if (state->row == table->code->otherwise) {
        want_columns(frame, table->code);
        trace_outputs(frame, table, state, state->row);
    } else {
        trace_hit(frame, table, state, state->row);
        trace_hit(frame, table, state, state->other_row);
        want_passed(frame, table, state->row);
    }
    if (state->row != NONE && state->other_row == NONE) trace_exceptions(frame, table, state);
}

/* --- the plan ------------------------------------------------------------------------------------------- */

/* Is anything that the unit makes wanted by the units after it? */
static bool makes_wanted(const Frame *frame, const Unit *unit) {
    if (unit->kind == UNIT_CONDITION) return false;
    if (unit->kind == UNIT_DEFINITION)
        return frame_wants(frame, frame->program->definitions[unit->detail].slot);
    if (unit->kind == UNIT_SCORECARD) {
        const Scorecard *scorecard = &frame->program->scorecards[unit->detail];
        bool wanted =
            frame_wants(frame, scorecard->total_slot) || frame_wants(frame, scorecard->eligible_slot);
        for (size_t i = 0; i < scorecard->criterion_count && !wanted; i++)
            wanted = frame_wants(frame, scorecard->criteria[i].combined_slot);
        return wanted;
    }
    if (unit->kind == UNIT_CHECKLIST) {
        const Checklist *checklist = &frame->program->checklists[unit->detail];
        return frame_wants(frame, checklist->complete_slot) || frame_wants(frame, checklist->open_slot) ||
               frame_wants(frame, checklist->applies_slot);
    }
    const DecisionTable *table = &frame->program->tables[unit->detail];
    for (size_t i = 0; i < table->output_count; i++)
        if (frame_wants(frame, table->outputs[i].slot)) return true;
    return false;
}

static void trace_unit(Frame *frame, Index index, bool whole) {
    const Unit *unit = &frame->program->units[index];
    switch (unit->kind) {
    case UNIT_CONDITION:
        trace_condition(frame, &frame->program->conditions[unit->detail]);
        break;
    case UNIT_DEFINITION:
        trace_definition(frame, &frame->program->definitions[unit->detail]);
        break;
    case UNIT_SCORECARD:
        trace_scorecard(frame, &frame->program->scorecards[unit->detail], whole);
        break;
    case UNIT_CHECKLIST:
        trace_checklist(frame, &frame->program->checklists[unit->detail], whole);
        break;
    case UNIT_TABLE:
    case UNIT_AUTHORITY:
        trace_table(frame, &frame->program->tables[unit->detail], &frame->states[index]);
        break;
    }
}

void trace(Frame *frame, const Unit *unit) {
    frame->lacking.at = NULL; /* what an earlier one lacks may be in use still */
    frame->lacking.len = frame->lacking.cap = 0;
    frame->line = NULL;
    memset(frame->wanted, 0, frame->program->slots_count * sizeof *frame->wanted);
    memset(frame->empty, 0, frame->program->slots_count * sizeof *frame->empty);
    for (size_t i = unit->plan_count; i-- > 0;) {
        Index index = unit->plan[i];
        bool last = i + 1 == unit->plan_count;
        frame->states[index].used = last || makes_wanted(frame, &frame->program->units[index]);
        if (frame->states[index].used) trace_unit(frame, index, last);
    }
}
