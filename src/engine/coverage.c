#include "engine/coverage.h"

#include "engine/frame.h"

Coverage *coverage_new(Arena *arena, const Program *program) {
    Coverage *coverage = arena_make(arena, Coverage);
    coverage->arena = arena;
    coverage->program = program;
    coverage->units = arena_array(arena, UnitCover, program->units_count);
    coverage->rows = arena_array(arena, RowCover *, program->tables_count);
    coverage->exceptions = arena_array(arena, TestCount *, program->tables_count);
    coverage->criteria = arena_array(arena, CriterionCover *, program->scorecards_count);
    for (size_t i = 0; i < program->tables_count; i++) {
        coverage->rows[i] = arena_array(arena, RowCover, program->tables[i].row_count);
        coverage->exceptions[i] = arena_array(arena, TestCount, program->tables[i].exception_count);
    }
    for (size_t i = 0; i < program->scorecards_count; i++)
        coverage->criteria[i] = arena_array(arena, CriterionCover, program->scorecards[i].criterion_count);
    coverage->checklists = arena_array(arena, ChecklistCover, program->checklists_count);
    for (size_t i = 0; i < program->checklists_count; i++)
        coverage->checklists[i].items = arena_array(arena, ItemCover, program->checklists[i].item_count);
    coverage->meanings = arena_array(arena, TestCount *, program->definitions_count);
    for (size_t i = 0; i < program->definitions_count; i++)
        coverage->meanings[i] = arena_array(arena, TestCount, program->definitions[i].meaning_count);
    return coverage;
}

static void count(TestCount *to, Index test) {
    if (to->tests > 0 && to->last == test) return;
    to->tests++;
    to->last = test;
}

/* --- rows ----------------------------------------------------------------------------------------------- */

/* What is more telling replaces what is less, and of what differs the nearest test is kept. */
static void lack(RowCover *row, const RowCover *found) {
    bool nearer = found->lack == row->lack && row->lack == LACK_DIFFERS && found->differing < row->differing;
    if (row->hit.tests > 0 || (found->lack <= row->lack && !nearer)) return;
    TestCount hit = row->hit;
    *row = *found;
    row->hit = hit;
}

/* Holds the row against the slots, column by column, for what keeps it from fitting. */
static RowCover look_at_row(const Frame *frame, const DecisionTable *table, Index row, Index test) {
    const TableCode *code = table->code;
    RowCover found = {.lack = LACK_UNUSED, .test = test, .by = NONE, .column = NONE};
    for (size_t c = 0; c < code->column_count; c++) {
        const Value *held = &frame->slots[code->columns[c].slot];
        Truth truth = column_test(&code->columns[c], table_cell(code, row, c), held);
        if (truth == TRUTH_YES) continue;
        bool first = found.lack == LACK_UNUSED || (found.lack == LACK_OPEN && truth == TRUTH_NO);
        if (truth == TRUTH_NO) found.differing++;
        if (!first) continue;
        found.lack = truth == TRUTH_NO ? LACK_DIFFERS : LACK_OPEN;
        found.column = (Index)c;
        found.held = *held;
    }
    return found;
}

static void note_lack(RowCover *row, const Frame *frame, const DecisionTable *table, Index at, Index test) {
    const UnitState *state = &frame->states[table->unit];
    RowCover found = look_at_row(frame, table, at, test);
    if (at == table->code->otherwise) found.lack = LACK_UNUSED;
    if (found.lack == LACK_UNUSED && state->row != NONE && state->row != at) {
        found.lack = LACK_SHADOWED;
        found.by = state->row;
    }
    lack(row, &found);
}

static void note_table(Coverage *coverage, const Frame *frame, const Unit *unit, Index test) {
    const DecisionTable *table = &coverage->program->tables[unit->detail];
    const UnitState *state = &frame->states[table->unit];
    RowCover *rows = coverage->rows[unit->detail];
    bool decided = state->outcome == OUTCOME_DECIDED;
    if (decided && state->row != NONE) count(&rows[state->row].hit, test);
    for (size_t i = 0; decided && state->row == NONE && i < state->row_count; i++)
        count(&rows[state->rows[i]].hit, test);
    for (size_t r = 0; r < table->row_count; r++)
        if (rows[r].hit.tests == 0) note_lack(&rows[r], frame, table, (Index)r, test);
    if (decided && state->exception != NONE)
        count(&coverage->exceptions[unit->detail][state->exception], test);
}

/* --- the other units ------------------------------------------------------------------------------------ */

static void note_scorecard(Coverage *coverage, const Frame *frame, const Unit *unit, Index test) {
    const Scorecard *scorecard = &coverage->program->scorecards[unit->detail];
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        CriterionCover *cover = &coverage->criteria[unit->detail][i];
        if (frame->slots[criterion->combined_slot].state != VALUE_KNOWN) continue;
        count(&cover->scored, test);
        bool met = criterion_meets(frame, scorecard, criterion) == TRUTH_YES;
        count(met ? &cover->met : &cover->missed, test);
    }
}

static void note_item(ItemCover *cover, ItemStanding standing, Index test) {
    if (standing == ITEM_MET) count(&cover->met, test);
    if (standing == ITEM_UNMET) count(&cover->unmet, test);
    if (standing == ITEM_NOT_APPLICABLE) count(&cover->not_applicable, test);
}

/* Items say nothing where the whole list does not apply. */
static void note_checklist(Coverage *coverage, Frame *frame, const Unit *unit, Index test) {
    const Checklist *checklist = &coverage->program->checklists[unit->detail];
    ChecklistCover *cover = &coverage->checklists[unit->detail];
    Truth applies = checklist_applies(frame, checklist);
    if (applies == TRUTH_YES) count(&cover->applies, test);
    if (applies == TRUTH_NO) count(&cover->not_applicable, test);
    for (size_t i = 0; applies != TRUTH_NO && i < checklist->item_count; i++)
        note_item(&cover->items[i], item_standing(frame, checklist, i), test);
}

static void note_meaning(Coverage *coverage, const Frame *frame, const Unit *unit, Index test) {
    const Definition *definition = &coverage->program->definitions[unit->detail];
    Value lacking;
    const Meaning *meaning = definition_meaning(frame, definition, &lacking);
    bool decided = frame->states[definition->unit].outcome == OUTCOME_DECIDED;
    if (decided && meaning) count(&coverage->meanings[unit->detail][meaning - definition->meanings], test);
}

void coverage_note_alone(Coverage *coverage, const Frame *frame, Index unit, Index test) {
    const UnitState *state = &frame->states[unit];
    UnitCover *cover = &coverage->units[unit];
    count(&cover->asked, test);
    count(state->outcome != OUTCOME_DECIDED ? &cover->other : state->yes ? &cover->yes : &cover->no, test);
}

void coverage_note(Coverage *coverage, Frame *frame, Index unit, const Determination *determination,
                   Index test) {
    const Unit *whole = &coverage->program->units[unit];
    for (size_t i = 0; i < whole->plan_count; i++) {
        const Unit *part = &coverage->program->units[whole->plan[i]];
        coverage_note_alone(coverage, frame, whole->plan[i], test);
        if (unit_has_rows(part)) note_table(coverage, frame, part, test);
        if (part->kind == UNIT_SCORECARD) note_scorecard(coverage, frame, part, test);
        if (part->kind == UNIT_CHECKLIST) note_checklist(coverage, frame, part, test);
        if (part->kind == UNIT_DEFINITION) note_meaning(coverage, frame, part, test);
        if (whole->plan[i] == determination->unit) break; /* the evaluation went no further */
    }
}
