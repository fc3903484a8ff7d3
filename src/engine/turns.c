/* Where rules turn. The plan is evaluated with a few values of the fact; what grows evenly from one to the
 * next grows evenly everywhere, and where it meets what it is held against is worked out exactly. */
#include "base/vec.h"
#include "engine/change.h"

/* The fact as it is, and with so much more of it. Two steps show how it grows; the others catch what grows by
 * jumps: rounding makes none of a third, and no count of months or of working days grows evenly over so many
 * days. */
enum { SAMPLES = 4, FAR = 400 };

typedef struct Sample {
    Number by; /* more than the fact */
    Value x;
    Value *slots;
} Sample;

typedef struct Turns {
    Prober *p;
    const Fact *fact;
    Value value;
    Number at; /* the same as a number */
    Cuts *cuts;
    Sample samples[SAMPLES];
    Value *registers[SAMPLES]; /* of the condition that is looked into */
    bool bent;                 /* something grows with the fact, and not evenly */
} Turns;

/* --- numbers -------------------------------------------------------------------------------------------- */

bool value_is_discrete(Value value) {
    return value.kind == TYPE_INTEGER || value.kind == TYPE_DATE || value.kind == TYPE_INSTANT ||
           (value.kind == TYPE_DURATION && value.unit != UNIT_HOURS);
}

bool value_as_number(const Value *value, Number *out) {
    if (value->state != VALUE_KNOWN) return false;
    if (value->kind == TYPE_DATE)
        *out = number_int(value->date);
    else if (value->kind == TYPE_INSTANT)
        *out = number_int(value->instant.utc);
    else if (value_is_number(value))
        *out = value->number;
    else
        return false;
    return true;
}

bool value_of_number(Arena *arena, Value like, Number number, Value *out) {
    int64_t whole = 0;
    *out = like;
    if (value_is_discrete(like) && !number_to_int(number, &whole)) return false;
    if (like.kind == TYPE_DATE)
        return whole >= DATE_FIRST && whole <= DATE_LAST && date_add_days(0, whole, &out->date);
    if (like.kind == TYPE_INSTANT)
        out->instant.utc = whole;
    else
        out->number = number_copy(arena, number);
    return true;
}

/* --- cuts ----------------------------------------------------------------------------------------------- */

static void add_cut(Turns *t, Number at) {
    Value cut;
    if (value_of_number(t->p->arena, t->value, at, &cut)) *vec_push(t->p->arena, t->cuts) = cut;
}

/* Of what is whole, the two between which it turns. */
static void turn_at(Turns *t, Number at) {
    Number below = at, above = at;
    bool parted = value_is_discrete(t->value) && !number_is_whole(at);
    bool negative = number_sign(at) < 0;
    if (parted && (number_round(t->p->arena, at, 0, negative ? ROUND_UP : ROUND_DOWN, &below) != NUMBER_OK ||
                   number_add(t->p->arena, below, number_int(1), &above) != NUMBER_OK))
        return;
    add_cut(t, below);
    if (parted) add_cut(t, above);
}

/* --- lines ---------------------------------------------------------------------------------------------- */

static bool on_line(Turns *t, const Line *line, Number by, Number at) {
    Number rise, expected;
    return number_mul(t->p->arena, line->slope, by, &rise) == NUMBER_OK &&
           number_add(t->p->arena, line->from, rise, &expected) == NUMBER_OK && number_equal(expected, at);
}

/* False when it does not grow with the fact, or not evenly. */
static bool line_of(Turns *t, const Number at[SAMPLES], Line *line) {
    Number rise;
    bool same = true;
    for (size_t i = 1; i < SAMPLES; i++) same = same && number_equal(at[0], at[i]);
    if (same) return false;
    line->from = at[0];
    bool even = number_sub(t->p->arena, at[1], at[0], &rise) == NUMBER_OK &&
                number_div(t->p->arena, rise, t->samples[1].by, &line->slope) == NUMBER_OK &&
                number_sign(line->slope) != 0;
    for (size_t i = 2; even && i < SAMPLES; i++) even = on_line(t, line, t->samples[i].by, at[i]);
    t->bent = t->bent || !even;
    return even;
}

bool line_meets(Arena *arena, const Line *line, Number at, Number to, Number *out) {
    Number rise, by;
    return number_sub(arena, to, line->from, &rise) == NUMBER_OK &&
           number_div(arena, rise, line->slope, &by) == NUMBER_OK &&
           number_add(arena, at, by, out) == NUMBER_OK;
}

static void meet(Turns *t, const Line *line, Number to) {
    Number at;
    if (line_meets(t->p->arena, line, t->at, to, &at)) turn_at(t, at);
}

static void meet_value(Turns *t, const Line *line, const Value *to) {
    Number number;
    if (value_as_number(to, &number)) meet(t, line, number);
}

static void meet_set(Turns *t, const Line *line, const CellCode *set) {
    for (uint32_t i = 0; set->kind == SET_INTERVALS && i < set->count; i++) {
        if (set->intervals[i].has_low) meet_value(t, line, &set->intervals[i].low);
        if (set->intervals[i].has_high) meet_value(t, line, &set->intervals[i].high);
    }
}

/* What is a number here, and is none a little further on. */
static bool breaks_off(Turns *t, size_t at) {
    t->bent = t->bent || at > 0;
    return false;
}

static bool slot_line(Turns *t, Index slot, Line *line) {
    Number at[SAMPLES];
    for (size_t i = 0; i < SAMPLES; i++)
        if (!value_as_number(&t->samples[i].slots[slot], &at[i])) return breaks_off(t, i);
    return line_of(t, at, line);
}

static bool register_line(Turns *t, Index index, Line *line) {
    Number at[SAMPLES];
    for (size_t i = 0; i < SAMPLES; i++)
        if (!value_as_number(&t->registers[i][index], &at[i])) return breaks_off(t, i);
    return line_of(t, at, line);
}

/* --- conditions ----------------------------------------------------------------------------------------- */

/* Of a side that is held against a root: its square, which keeps its order. */
static bool side_number(Turns *t, const Value *side, bool squared, Number *out) {
    if (!value_as_number(side, out)) return false;
    if (!squared) return true;
    Number size = *out;
    if (number_sign(size) < 0 && number_neg(t->p->arena, size, &size) != NUMBER_OK) return false;
    return number_mul(t->p->arena, *out, size, out) == NUMBER_OK;
}

/* A comparison turns where its sides are the same. */
static void turn_of_comparison(Turns *t, const Operation *o) {
    Number at[SAMPLES], other;
    Line line;
    bool roots = o->unit != 0;
    for (size_t i = 0; i < SAMPLES; i++)
        if (!side_number(t, &t->registers[i][o->a], roots && !(o->unit & ROOT_LEFT), &at[i]) ||
            !side_number(t, &t->registers[i][o->b], roots && !(o->unit & ROOT_RIGHT), &other) ||
            number_sub(t->p->arena, at[i], other, &at[i]) != NUMBER_OK) {
            breaks_off(t, i);
            return;
        }
    if (line_of(t, at, &line)) meet(t, &line, number_int(0));
}

typedef struct LineTurns {
    Turns *t;
    const Line *line;
    Index limit;
} LineTurns;

static void meet_limit(void *context, const RowRead *row) {
    const LineTurns *limits = context;
    if (row->field == limits->limit) meet_value(limits->t, limits->line, &row->held.value);
}

/* What has to be covered is held against the limits of the line of people, and each limit against that. The
 * registers of the last sample are still those of the frame. */
static void turns_of_line(Turns *t, const LineCode *people, const Operation *o) {
    Line line;
    const Line own = {t->at, number_int(1)};
    const RowRead *row = t->fact->row;
    if (register_line(t, people->covered, &line)) {
        LineTurns limits = {t, &line, people->limit};
        line_first(t->p->frame, people, t->registers[0][o->a], meet_limit, &limits, NULL);
    }
    if (row && row->in == people->in && row->field == people->limit)
        meet_value(t, &own, &t->registers[0][people->covered]);
}

static void turns_of_operation(Turns *t, const ConditionCode *code, const Operation *o) {
    Line line;
    if (o->op >= CODE_EQUAL && o->op <= CODE_GREATER_EQUAL) turn_of_comparison(t, o);
    if (o->op == CODE_FIRST) turns_of_line(t, &code->lines[o->b], o);
    if ((o->op != CODE_TEST && o->op != CODE_WITHIN) || !register_line(t, o->a, &line)) return;
    if (o->op == CODE_TEST) {
        meet_set(t, &line, &code->sets[o->b]);
        return;
    }
    const Value *in = &t->registers[0][o->b];
    for (size_t i = 0; in->state == VALUE_KNOWN && i < in->list.len; i++)
        meet_value(t, &line, &in->list.at[i]);
}

/* Whole numbers are searched by themselves. */
static void turns_of_rounding(Turns *t, const Operation *o) {
    Line line;
    if (o->op == CODE_ROUND && !value_is_discrete(t->value) && register_line(t, o->a, &line))
        find_jumps(t->p, t->fact, t->value, &line, o, t->cuts);
}

static void run_sample(Turns *t, const ConditionCode *code, size_t i) {
    Frame *frame = t->p->frame;
    Value *slots = frame->slots;
    frame->slots = t->samples[i].slots;
    t->p->tried = t->fact->row;
    t->p->tried_value = t->samples[i].x;
    condition_run(frame, code);
    t->p->tried = NULL;
    frame->slots = slots;
    memcpy(t->registers[i], frame->registers, code->count * sizeof *frame->registers);
}

static void turns_of_condition(Turns *t, Index condition) {
    const ConditionCode *code = &t->p->program->conditions[condition];
    for (size_t i = 0; i < SAMPLES; i++) run_sample(t, code, i);
    for (size_t i = 0; i < code->count; i++) turns_of_operation(t, code, &code->ops[i]);
    for (size_t i = 0; i < code->count; i++) turns_of_rounding(t, &code->ops[i]);
}

/* --- units ---------------------------------------------------------------------------------------------- */

static void turns_of_outputs(Turns *t, const TableCode *table) {
    for (size_t i = 0; table->computed && i < table->row_count * table->output_count; i++)
        if (table->computed[i] != NONE) turns_of_condition(t, table->computed[i]);
}

static void turns_of_exceptions(Turns *t, const DecisionTable *table) {
    for (size_t i = 0; i < table->exception_count; i++) {
        const TableException *exception = &table->exceptions[i];
        turns_of_condition(t, exception->condition);
        for (size_t k = 0; k < table->output_count; k++)
            if (exception->gives[k] && exception->computed[k] != NONE)
                turns_of_condition(t, exception->computed[k]);
    }
}

static void turns_of_table(Turns *t, const DecisionTable *table) {
    const TableCode *code = table->code;
    Line line;
    for (size_t c = 0; c < code->column_count; c++) {
        if (!slot_line(t, code->columns[c].slot, &line)) continue;
        for (size_t r = 0; r < code->row_count; r++) meet_set(t, &line, table_cell(code, (Index)r, c));
    }
    turns_of_outputs(t, code);
    turns_of_exceptions(t, table);
}

static void turns_of_scorecard(Turns *t, const Scorecard *scorecard) {
    Line line;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        if (!slot_line(t, criterion->combined_slot, &line)) continue;
        meet(t, &line, scorecard->low);
        meet(t, &line, scorecard->high);
        if (criterion->has_minimum) meet(t, &line, criterion->minimum);
    }
}

static void turns_of_checklist(Turns *t, const Checklist *checklist) {
    if (checklist->applies != NONE) turns_of_condition(t, checklist->applies);
    for (size_t i = 0; i < checklist->item_count; i++)
        if (checklist->items[i].applies != NONE) turns_of_condition(t, checklist->items[i].applies);
}

static void turns_of_definition(Turns *t, const Definition *definition) {
    Line line;
    bool day = definition->day != NONE && slot_line(t, definition->day, &line);
    for (size_t i = 0; i < definition->meaning_count; i++) {
        const Meaning *meaning = &definition->meanings[i];
        if (day && meaning->from != DATE_NONE) meet(t, &line, number_int(meaning->from));
        if (day && meaning->until != DATE_NONE) meet(t, &line, number_int(meaning->until));
        turns_of_condition(t, meaning->code);
    }
}

static void turns_of_unit(Turns *t, const Unit *unit) {
    switch (unit->kind) {
    case UNIT_CONDITION:
        turns_of_condition(t, unit->detail);
        break;
    case UNIT_DEFINITION:
        turns_of_definition(t, &t->p->program->definitions[unit->detail]);
        break;
    case UNIT_SCORECARD:
        turns_of_scorecard(t, &t->p->program->scorecards[unit->detail]);
        break;
    case UNIT_CHECKLIST:
        turns_of_checklist(t, &t->p->program->checklists[unit->detail]);
        break;
    case UNIT_TABLE:
    case UNIT_AUTHORITY:
        turns_of_table(t, &t->p->program->tables[unit->detail]);
        break;
    }
}

/* --- samples -------------------------------------------------------------------------------------------- */

static bool take_sample(Turns *t, Sample *sample, Number by) {
    Prober *p = t->p;
    Determination out;
    Number at;
    sample->by = by;
    if (number_add(p->arena, t->at, by, &at) != NUMBER_OK ||
        !value_of_number(p->arena, t->value, at, &sample->x))
        return false;
    begin_trying(p, t->fact, sample->x, &out);
    sample->slots = arena_array(p->arena, Value, p->program->slots_count);
    memcpy(sample->slots, p->frame->slots, p->program->slots_count * sizeof *sample->slots);
    end_trying(p, t->fact, t->value);
    return out.outcome != OUTCOME_ERROR && (out.outcome != OUTCOME_NO_ROW || out.unit == p->unit);
}

/* Upwards or downwards; where a score leaves its scale, less far. */
static bool take_samples(Turns *t, int64_t direction, int64_t parts) {
    int64_t third = value_is_discrete(t->value) ? FAR * 3 : 1;
    const Number by[SAMPLES] = {number_int(0), number_int(direction), number_int(2 * direction),
                                number_int(0)};
    for (size_t i = 0; i < SAMPLES; i++) {
        Number step = by[i];
        if ((i + 1 == SAMPLES && number_ratio(t->p->arena, third * direction, 3, &step) != NUMBER_OK) ||
            number_div(t->p->arena, step, number_int(parts), &step) != NUMBER_OK ||
            !take_sample(t, &t->samples[i], step))
            return false;
    }
    return true;
}

/* --- search --------------------------------------------------------------------------------------------- */

static bool changes_by(Turns *t, int64_t by) {
    Determination out;
    Number at;
    Value tried;
    return number_add(t->p->arena, t->at, number_int(by), &at) == NUMBER_OK &&
           value_of_number(t->p->arena, t->value, at, &tried) && changes(t->p, t->fact, tried, &out);
}

enum { SEARCHED = 1 << 22 }; /* eleven thousand years of days */

/* The nearest value that makes a difference, when what is further away makes one as well. */
static void search(Turns *t, int64_t direction) {
    int64_t same = 0, differs = 1;
    Number at;
    while (differs < SEARCHED && !changes_by(t, differs * direction)) same = differs, differs *= 2;
    if (differs >= SEARCHED) return;
    while (differs - same > 1) {
        int64_t middle = same + (differs - same) / 2;
        if (changes_by(t, middle * direction))
            differs = middle;
        else
            same = middle;
    }
    if (number_add(t->p->arena, t->at, number_int(differs * direction), &at) == NUMBER_OK) add_cut(t, at);
    if (number_add(t->p->arena, t->at, number_int(same * direction), &at) == NUMBER_OK) add_cut(t, at);
}

void find_turns(Prober *p, const Fact *fact, Value value, Cuts *cuts) {
    static const int64_t SCALES_LEFT = 1 << 10;
    Turns t = {.p = p, .fact = fact, .value = value, .cuts = cuts};
    const Unit *unit = &p->program->units[p->unit];
    if (!value_as_number(&value, &t.at)) return;
    for (size_t i = 0; i < SAMPLES; i++)
        t.registers[i] = arena_array(p->arena, Value, p->program->stack_need);
    bool whole = value_is_discrete(value);
    bool taken = take_samples(&t, 1, 1) || take_samples(&t, -1, 1) ||
                 (!whole && (take_samples(&t, 1, SCALES_LEFT) || take_samples(&t, -1, SCALES_LEFT)));
    for (size_t i = 0; taken && i < unit->plan_count; i++)
        turns_of_unit(&t, &p->program->units[unit->plan[i]]);
    if (!whole || (taken && !t.bent)) return;
    search(&t, 1);
    search(&t, -1);
}
