#include "base/vec.h"
#include "engine/frame.h"

static const Value none = {0};

typedef struct Explainer {
    Frame *frame;
    Reasons *reasons;
    Reason *next, *end; /* where there is room */
    bool may_grow, full;
    Reason lost; /* one that does not fit */
} Explainer;

/* Where the next reason goes when there is no room for it. */
static Reason *grown(Explainer *e) {
    Reasons *reasons = e->reasons;
    size_t len = reasons->cap;
    e->full |= !e->may_grow;
    if (!e->may_grow) return &e->lost;
    reasons->at = vec_grown(e->frame->arena, reasons->at, &reasons->cap, sizeof *reasons->at);
    e->next = &reasons->at[len + 1];
    e->end = &reasons->at[reasons->cap];
    return &reasons->at[len];
}

static inline Reason *add(Explainer *e, ReasonKind kind, uint16_t depth, Index index, const Value *value) {
    Reason *reason = e->next < e->end ? e->next++ : grown(e);
    reason->kind = (uint8_t)kind;
    reason->yes = reason->personal = false;
    reason->depth = depth;
    reason->index = index;
    reason->value = *value;
    reason->detail = NULL;
    return reason;
}

static void add_slot(Explainer *e, uint16_t depth, Index slot) {
    if (e->frame->forms[slot].is_given) add(e, REASON_SLOT, depth, slot, &e->frame->slots[slot]);
}

static bool is_yes(const Value *value) {
    return value->state == VALUE_KNOWN && value->yes;
}

static void add_row_read(Explainer *e, uint16_t depth, const RowRead *row) {
    RowRead *kept = arena_make(e->frame->arena, RowRead);
    *kept = row_read_copy(e->frame->arena, e->frame->program, row);
    add(e, REASON_LOOKUP, depth, 0, &row->held.value)->row = kept;
}

static void add_lookup(Explainer *e, uint16_t depth, const LookupCode *lookup) {
    RowRead row;
    Value instead;
    if (row_look_up(e->frame, lookup, &row, &instead)) add_row_read(e, depth, &row);
}

typedef struct LineReasons {
    Explainer *e;
    uint16_t depth;
} LineReasons;

static void add_line_row(void *context, const RowRead *row) {
    const LineReasons *line = context;
    add_row_read(line->e, line->depth, row);
}

/* Every row that the line was followed by. */
static void add_line(Explainer *e, uint16_t depth, const ConditionCode *code, const Operation *o) {
    LineReasons context = {e, depth};
    line_first(e->frame, &code->lines[o->b], e->frame->registers[o->a], add_line_row, &context, NULL);
}

/* What an operation reads, of itself. */
static void add_read(Explainer *e, uint16_t depth, const ConditionCode *code, const Operation *o) {
    if (o->op == CODE_SLOT) add_slot(e, depth, o->a);
    if (o->op == CODE_LOOKUP) add_lookup(e, depth, &code->lookups[o->b]);
    if (o->op == CODE_FIRST) add_line(e, depth, code, o);
}

/* An error is no value that could be told. */
static Value shown(Value value) {
    return value.state > VALUE_KNOWN ? value_missing() : value;
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static bool is_comparison(const Operation *o) {
    return o->op == CODE_MISSING || o->op == CODE_NOT_APPLICABLE || o->op == CODE_TEST ||
           (o->op >= CODE_WITHIN && o->op <= CODE_GREATER_EQUAL);
}

/* Where the operations begin that make what operation `at` works with. */
static size_t first_part(const ConditionCode *code, size_t at) {
    while (code->ops[at].op != CODE_SLOT && code->ops[at].op != CODE_CONSTANT) at = (size_t)code->ops[at].a;
    return at;
}

/* Does what the needed operations from `first` on read tell of somebody? */
static bool reads_personal(const Explainer *e, const ConditionCode *code, size_t first, size_t at) {
    for (size_t i = first; i < at; i++)
        if (e->frame->needed[i] && code->ops[i].op == CODE_SLOT &&
            e->frame->program->slots[code->ops[i].a].personal)
            return true;
    return false;
}

static void add_comparison(Explainer *e, uint16_t depth, const ConditionCode *code, size_t at) {
    Value result = shown(e->frame->registers[at]);
    size_t first = first_part(code, at);
    Reason *reason = add(e, REASON_COMPARE, depth, 0, &result);
    reason->yes = is_yes(&result);
    reason->personal = reads_personal(e, code, first, at);
    reason->detail = &code->written[at];
    for (size_t i = first; i < at; i++) {
        if (!e->frame->needed[i]) continue;
        add_read(e, depth + 1, code, &code->ops[i]);
    }
}

/* Of a condition that has just been run. */
static void add_condition(Explainer *e, uint16_t depth, const ConditionCode *code) {
    trace_registers(e->frame, code);
    for (size_t i = 0; i < code->count; i++) {
        const Operation *o = &code->ops[i];
        if (!e->frame->needed[i]) continue;
        if (is_comparison(o))
            add_comparison(e, depth, code, i);
        else if (!o->inner)
            add_read(e, depth, code, o);
    }
}

static Reason *add_unit(Explainer *e, Index unit, Value result) {
    Reason *reason = add(e, REASON_UNIT, 0, unit, &result);
    reason->yes = result.kind == TYPE_YES_NO && is_yes(&result);
    return reason;
}

static void explain_condition(Explainer *e, Index index) {
    const Program *program = e->frame->program;
    const ConditionCode *code = &program->conditions[program->units[index].detail];
    add_unit(e, index, shown(condition_run(e->frame, code)));
    add_condition(e, 1, code);
}

/* Of a dated one the day is a reason, and what it means on that day. */
static void explain_definition(Explainer *e, Index index) {
    const Program *program = e->frame->program;
    const Definition *definition = &program->definitions[program->units[index].detail];
    Value lacking;
    const Meaning *meaning = definition_meaning(e->frame, definition, &lacking);
    Reason *reason = add_unit(e, index, shown(e->frame->slots[definition->slot]));
    reason->meaning = meaning;
    if (definition->day != NONE) add_slot(e, 1, definition->day);
    if (!meaning) return;
    condition_run(e->frame, &program->conditions[meaning->code]);
    add_condition(e, 1, &program->conditions[meaning->code]);
}

/* --- scorecards ----------------------------------------------------------------------------------------- */

static void add_criterion(Explainer *e, const Scorecard *scorecard, Index at) {
    const Criterion *criterion = &scorecard->criteria[at];
    add(e, REASON_CRITERION, 1, at, &e->frame->slots[criterion->combined_slot]);
    add_slot(e, 2, criterion->score_slot);
}

static void add_minimum(Explainer *e, const Scorecard *scorecard, Index at) {
    const Criterion *criterion = &scorecard->criteria[at];
    add(e, REASON_MINIMUM, 1, at, &e->frame->slots[criterion->combined_slot])->yes =
        criterion_meets(e->frame, scorecard, criterion) == TRUTH_YES;
}

/* The whole sheet; of a scorecard that was only asked whether its minimums are met, what that rests on. */
static void explain_scorecard(Explainer *e, Index index, bool whole) {
    const Scorecard *scorecard = &e->frame->program->scorecards[e->frame->program->units[index].detail];
    bool total = whole || frame_wants(e->frame, scorecard->total_slot);
    bool minimums = whole || frame_wants(e->frame, scorecard->eligible_slot);
    add(e, REASON_UNIT, 0, index, &e->frame->slots[total ? scorecard->total_slot : scorecard->eligible_slot]);
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        if (!frame_wants(e->frame, scorecard->criteria[i].score_slot)) continue;
        add_criterion(e, scorecard, (Index)i);
        if (minimums && scorecard->criteria[i].has_minimum) add_minimum(e, scorecard, (Index)i);
    }
}

/* --- checklists ----------------------------------------------------------------------------------------- */

static void add_slots(Explainer *e, uint16_t depth, const ConditionCode *code) {
    condition_run(e->frame, code);
    trace_registers(e->frame, code);
    for (size_t i = 0; i < code->count; i++)
        if (e->frame->needed[i]) add_read(e, depth, code, &code->ops[i]);
}

static void add_item(Explainer *e, const Checklist *checklist, size_t at, bool whole) {
    const ChecklistItem *item = &checklist->items[at];
    ItemStanding standing = item_standing(e->frame, checklist, at);
    Value value = value_member((int32_t)standing);
    if (!whole && !item_matters(e->frame, checklist, standing)) return;
    add(e, REASON_ITEM, 1, (Index)at, &value);
    if (standing != ITEM_MET && item->applies != NONE)
        add_slots(e, 2, &e->frame->program->conditions[item->applies]);
    if (standing != ITEM_NOT_APPLICABLE) add_slot(e, 2, item->slot);
}

/* Every item; of a checklist that was only asked for something, what that rests on. */
static void explain_checklist(Explainer *e, Index index, bool whole) {
    const Program *program = e->frame->program;
    const Checklist *checklist = &program->checklists[program->units[index].detail];
    bool complete = whole || frame_wants(e->frame, checklist->complete_slot);
    bool open = !complete && frame_wants(e->frame, checklist->open_slot);
    Index slot = complete ? checklist->complete_slot : open ? checklist->open_slot : checklist->applies_slot;
    add(e, REASON_UNIT, 0, index, &e->frame->slots[slot]);
    if (checklist->applies != NONE) {
        condition_run(e->frame, &program->conditions[checklist->applies]);
        add_condition(e, 1, &program->conditions[checklist->applies]);
    }
    bool applies = checklist_applies(e->frame, checklist) != TRUTH_NO;
    for (size_t i = 0; applies && i < checklist->item_count; i++) add_item(e, checklist, i, whole);
}

/* --- tables --------------------------------------------------------------------------------------------- */

static const Text otherwise = TEXT_ROW("otherwise");

static void add_column(Explainer *e, const TableCode *code, Index row, size_t column) {
    const ColumnCode *read = &code->columns[column];
    const Value *held = &e->frame->slots[read->slot];
    Reason *reason = add(e, REASON_COLUMN, 2, (Index)column, held->state > VALUE_KNOWN ? &none : held);
    reason->yes = true;
    reason->detail =
        row == code->otherwise ? &otherwise : &code->written[(size_t)row * code->column_count + column];
    add_slot(e, 3, read->slot);
}

static void add_computed(Explainer *e, Index condition) {
    if (condition == NONE) return;
    const ConditionCode *computed = &e->frame->program->conditions[condition];
    condition_run(e->frame, computed);
    add_condition(e, 2, computed);
}

static void add_outputs(Explainer *e, const DecisionTable *table, const UnitState *state, Index row) {
    const TableCode *code = table->code;
    for (size_t i = 0; code->computed && i < code->output_count; i++)
        if (!exception_giving(table, state, i))
            add_computed(e, code->computed[(size_t)row * code->output_count + i]);
}

/* Every exception was looked at; what applies is shown with what it gives, the others with why they do not.
 */
static void add_exceptions(Explainer *e, const DecisionTable *table, const UnitState *state) {
    for (size_t i = 0; i < table->exception_count; i++) {
        const TableException *exception = &table->exceptions[i];
        bool applies = (Index)i == state->exception || (Index)i == state->other_exception;
        Value met = condition_run(e->frame, &e->frame->program->conditions[exception->condition]);
        if (met.state > VALUE_KNOWN) met = value_missing();
        add(e, REASON_EXCEPTION, 1, (Index)i, &met)->yes = applies;
        add_slots(e, 2, &e->frame->program->conditions[exception->condition]);
        for (size_t k = 0; applies && k < table->output_count; k++)
            if (exception->gives[k]) add_computed(e, exception->computed[k]);
    }
}

static bool reads_column(const TableCode *code, Index row, size_t column) {
    return row == code->otherwise || table_cell(code, row, column)->kind != SET_ANY;
}

/* What put the rows out that would have held before it, where the row itself does not read it. */
static void add_passed(Explainer *e, const DecisionTable *table, Index row) {
    bool ranked = table->policy == POLICY_FIRST || table->policy == POLICY_PRIORITY;
    for (size_t c = 0; ranked && c < table->code->column_count; c++) {
        Index slot = table->code->columns[c].slot;
        if (!reads_column(table->code, row, c) && frame_wants(e->frame, slot)) add_slot(e, 2, slot);
    }
}

static void add_row(Explainer *e, const DecisionTable *table, const UnitState *state, Index row) {
    if (row == NONE) return;
    Reason *reason = add(e, REASON_ROW, 1, row, &none);
    reason->yes = true;
    reason->detail = &table->rows[row].id;
    for (size_t c = 0; c < table->code->column_count; c++)
        if (reads_column(table->code, row, c)) add_column(e, table->code, row, c);
    add_passed(e, table, row);
    add_outputs(e, table, state, row);
}

/* What put the other rows of a table that collects out, where none that fits reads it. */
static void add_left_out(Explainer *e, const DecisionTable *table, const UnitState *state) {
    for (size_t c = 0; state->rows && c < table->code->column_count; c++) {
        bool read = false;
        for (size_t i = 0; i < state->row_count && !read; i++)
            read = reads_column(table->code, state->rows[i], c);
        Index slot = table->code->columns[c].slot;
        if (!read && frame_wants(e->frame, slot)) add_slot(e, 2, slot);
    }
}

static void explain_table(Explainer *e, Index index) {
    const DecisionTable *table = &e->frame->program->tables[e->frame->program->units[index].detail];
    const UnitState *state = &e->frame->states[index];
    bool one = state->outcome == OUTCOME_DECIDED && table->output_count == 1;
    add(e, REASON_UNIT, 0, index, one ? &e->frame->slots[table->outputs[0].slot] : &none);
    add_row(e, table, state, state->row);
    add_row(e, table, state, state->other_row);
    if (state->row != NONE && state->other_row == NONE) add_exceptions(e, table, state);
    for (size_t i = 0; i < state->row_count; i++) add_row(e, table, state, state->rows[i]);
    add_left_out(e, table, state);
}

static bool same_fact(const Program *program, const Reason *a, const Reason *b) {
    if (a->kind != b->kind) return false;
    return a->kind == REASON_LOOKUP ? row_read_same(program, a->row, b->row) : a->index == b->index;
}

bool is_first_mention(const Program *program, const Reasons *reasons, size_t at) {
    for (size_t i = 0; i < at; i++)
        if (same_fact(program, &reasons->at[i], &reasons->at[at])) return false;
    return true;
}

bool explain(Frame *frame, const Unit *unit, Reasons *reasons, bool may_grow) {
    Explainer e = {.frame = frame,
                   .reasons = reasons,
                   .next = reasons->at,
                   .end = reasons->at ? reasons->at + reasons->cap : NULL,
                   .may_grow = may_grow};
    reasons->registry = frame->registry;
    for (size_t i = 0; i < unit->plan_count; i++) {
        Index index = unit->plan[i];
        if (!frame->states[index].used) continue;
        switch (frame->program->units[index].kind) {
        case UNIT_CONDITION:
            explain_condition(&e, index);
            break;
        case UNIT_DEFINITION:
            explain_definition(&e, index);
            break;
        case UNIT_SCORECARD:
            explain_scorecard(&e, index, i + 1 == unit->plan_count);
            break;
        case UNIT_CHECKLIST:
            explain_checklist(&e, index, i + 1 == unit->plan_count);
            break;
        case UNIT_TABLE:
        case UNIT_AUTHORITY:
            explain_table(&e, index);
            break;
        }
    }
    reasons->len = reasons->at ? (uint32_t)(e.next - reasons->at) : 0;
    return !e.full;
}
