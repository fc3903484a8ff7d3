#include "engine/frame.h"

static void run(Frame *frame, const Unit *unit, UnitState *state) {
    *state = unit_state_new();
    switch (unit->kind) {
    case UNIT_CONDITION:
        condition_evaluate(frame, unit, state);
        break;
    case UNIT_DEFINITION:
        definition_evaluate(frame, unit, state);
        break;
    case UNIT_SCORECARD:
        scorecard_evaluate(frame, unit, state);
        break;
    case UNIT_CHECKLIST:
        checklist_evaluate(frame, unit, state);
        break;
    case UNIT_TABLE:
    case UNIT_AUTHORITY:
        table_evaluate(frame, unit, state);
        break;
    }
}

/* What reads a definition that is in error finds the error in its slot. */
static bool ends_plan(const Unit *unit, const UnitState *state) {
    return unit->kind != UNIT_DEFINITION &&
           (state->outcome == OUTCOME_ERROR || state->outcome == OUTCOME_NO_ROW);
}

/* Runs the plan. The unit it ended with: the last one, or an earlier one that cannot be gone on from. */
static Index run_plan(Frame *frame, const Unit *unit) {
    Index current = NONE;
    for (size_t i = 0; i < unit->plan_count; i++) {
        current = unit->plan[i];
        const Unit *part = &frame->program->units[current];
        UnitState *state = &frame->states[current];
        run(frame, part, state);
        if (ends_plan(part, state)) break;
    }
    return current;
}

/* Where the rule stands that decided, or that is in error. */
static const Where *place(const Program *program, const Unit *unit, const UnitState *state) {
    bool of_rows = unit_has_rows(unit);
    if (of_rows && state->other_exception != NONE)
        return &program->tables[unit->detail].exceptions[state->exception].where;
    if (of_rows && state->row != NONE) return &program->tables[unit->detail].rows[state->row].where;
    bool part = state->outcome == OUTCOME_ERROR && state->criterion != NONE;
    if (part && unit->kind == UNIT_SCORECARD)
        return &program->scorecards[unit->detail].criteria[state->criterion].where;
    if (part && unit->kind == UNIT_CHECKLIST)
        return &program->checklists[unit->detail].items[state->criterion].where;
    return &unit->where;
}

static void answer_scorecard(const Frame *frame, const Unit *unit, Determination *out) {
    const Scorecard *scorecard = &frame->program->scorecards[unit->detail];
    out->total = frame->slots[scorecard->total_slot].number;
    out->eligible = frame->slots[scorecard->eligible_slot].yes;
}

static void answer_table(Frame *frame, const Unit *unit, Determination *out) {
    const DecisionTable *table = &frame->program->tables[unit->detail];
    out->output_count = table->output_count;
    bool made = policy_collects(table->policy) || table->code->computed || out->exception != NONE;
    out->outputs = made ? frame->outputs : &table->code->outputs[(size_t)out->row * table->output_count];
}

static void answer(Frame *frame, Index index, Determination *out) {
    const Unit *unit = &frame->program->units[index];
    const UnitState *state = &frame->states[index];
    out->outcome = (Outcome)state->outcome;
    out->problem = (Problem)state->problem;
    out->unit = index;
    out->where = place(frame->program, unit, state);
    out->row = state->row;
    out->other_row = state->other_row;
    out->exception = state->exception;
    out->other_exception = state->other_exception;
    out->rows = state->rows;
    out->row_count = state->row_count;
    out->yes = state->yes;
    out->total = number_int(0);
    out->eligible = false;
    out->outputs = NULL;
    out->settle = NULL;
    out->settle_rows = NULL;
    out->line = NULL;
    out->possible = NULL;
    out->output_count = out->settle_count = out->settle_row_count = out->possible_count = 0;
    if (state->outcome != OUTCOME_DECIDED) return;
    if (unit->kind == UNIT_SCORECARD) {
        answer_scorecard(frame, unit, out);
    } else if (unit->kind == UNIT_DEFINITION) {
        out->outputs = &frame->slots[frame->program->definitions[unit->detail].slot];
        out->output_count = 1;
    } else if (unit_has_rows(unit)) {
        answer_table(frame, unit, out);
    }
}

static bool is_lacking(const Frame *frame, Index slot) {
    return frame->slots[slot].state == VALUE_MISSING || frame->empty[slot];
}

/* The given slots among those that were wanted and lack, and the rows that were looked for. */
static void list_settling(Frame *frame, Determination *out) {
    const Program *program = frame->program;
    if (frame_wants(frame, program->case_opened)) frame_want(frame, program->today); /* which gives both */
    for (size_t i = 0; i < program->slots_count; i++) {
        bool given = frame->forms[i].is_given && (Index)i != program->case_opened;
        if (given && frame_wants(frame, (Index)i) && is_lacking(frame, (Index)i))
            frame->settle[out->settle_count++] = (Index)i;
    }
    out->settle = frame->settle;
    out->settle_rows = frame->lacking.at;
    out->settle_row_count = frame->lacking.len;
}

static void list_possible(Frame *frame, const Unit *unit, Determination *out) {
    if (!unit_has_rows(unit)) return;
    out->possible_count = possible_rows(frame, &frame->program->tables[unit->detail],
                                        &frame->states[out->unit], frame->possible);
    out->possible = frame->possible;
}

static void evaluate_as_given(Frame *frame, Index unit, Reasons *reasons, Determination *out) {
    Index last = run_plan(frame, &frame->program->units[unit]);
    const Unit *ended = &frame->program->units[last];
    answer(frame, last, out);
    bool open = out->outcome == OUTCOME_UNDETERMINED || out->problem == PROBLEM_LINE;
    if (open || reasons) trace(frame, ended);
    if (open) out->line = frame->line;
    if (out->outcome == OUTCOME_UNDETERMINED) {
        list_settling(frame, out);
        list_possible(frame, ended, out);
    }
    if (reasons) explain(frame, ended, reasons, true);
}

/* Without a case, what is read as of the day it was opened is read as of today. */
void evaluate(Frame *frame, Index unit, Reasons *reasons, Determination *out) {
    Value *opened = &frame->slots[frame->program->case_opened];
    bool no_case = opened->state == VALUE_MISSING;
    if (no_case) *opened = frame->slots[frame->program->today];
    evaluate_as_given(frame, unit, reasons, out);
    if (no_case) *opened = value_missing();
}
