#include "base/vec.h"
#include "engine/frame.h"
#include <stdlib.h>

/* Near misses are found by trying: every value at which a rule that was used could turn is a point, and so is
 * every gap between two of them; the nearest point on either side at which the whole evaluation comes out
 * differently is a near miss. */

enum { TRIES_MOST = 256 }; /* on one side of one fact */

typedef struct Prober {
    Arena *arena;
    const Program *program;
    Index unit;
    const Determination *base;
    Frame *frame;
    Tree *list;
    Registry registry; /* what was read of it; a row that is tried stands before it */
    const RowRead *tried;
    Value tried_value;
} Prober;

/* What is tried with other values: a fact's slot, or a row of a register. */
typedef struct Fact {
    Index slot;
    const RowRead *row; /* NULL: the slot */
    Type type;
} Fact;

/* A value to try, and how it is told: from below as low, from above as high. A gap is told by its ends. */
typedef struct Point {
    Value at, low, high;
    bool gap, has_low, has_high;
} Point;

typedef struct Cuts {
    Value *at;
    uint32_t len, cap;
} Cuts;

/* --- trying --------------------------------------------------------------------------------------------- */

static bool same_rows(const Determination *a, const Determination *b) {
    bool same = a->row == b->row && a->exception == b->exception && a->row_count == b->row_count;
    for (size_t i = 0; same && i < a->row_count; i++) same = a->rows[i] == b->rows[i];
    return same;
}

/* Who decides, when an authority says so; a row may name another as the facts are. */
static Text decider_of(const Prober *p, const Determination *d) {
    const Unit *unit = &p->program->units[p->unit];
    if (unit->kind != UNIT_AUTHORITY || d->outcome != OUTCOME_DECIDED) return (Text){0};
    return d->outputs[p->program->tables[unit->detail].decided_by].text;
}

static bool differs(const Prober *p, const Determination *a, const Determination *b) {
    return a->outcome != b->outcome || !same_rows(a, b) || a->yes != b->yes || a->eligible != b->eligible ||
           !text_equal(decider_of(p, a), decider_of(p, b));
}

static Held held(void *context, Index in, const Value *keys, Index field, Date on) {
    Prober *p = context;
    RowRead asked = {.in = in, .field = field, .keys = keys, .on = on};
    if (p->tried && row_read_same(p->program, p->tried, &asked)) return (Held){p->tried_value, NO_ENTRY};
    if (!p->registry.held) return (Held){value_missing(), NO_ENTRY};
    return p->registry.held(p->registry.context, in, keys, field, on);
}

static void evaluate_with(Prober *p, const Fact *fact, Value value, Determination *out) {
    p->tried = fact->row;
    p->tried_value = value;
    Value before = fact->row ? value : frame_get(p->frame, fact->slot);
    if (!fact->row) frame_set(p->frame, fact->slot, value);
    evaluate(p->frame, p->unit, NULL, out);
    if (!fact->row) frame_set(p->frame, fact->slot, before);
    p->tried = NULL;
}

/* Does the evaluation come out differently with this value? An error is no answer. */
static bool changes(Prober *p, const Fact *fact, Value value, Determination *out) {
    evaluate_with(p, fact, value, out);
    return out->outcome != OUTCOME_ERROR && differs(p, out, p->base);
}

static Text name_of(Prober *p, const Fact *fact) {
    return fact->row ? row_read_text(p->arena, p->program, fact->row) : p->program->slots[fact->slot].name;
}

static Tree *report(Prober *p, const Fact *fact, Text from, const char *when, Text to,
                    const Determination *out) {
    const Unit *unit = &p->program->units[p->unit];
    Tree *map = tree_add_map(p->arena, p->list);
    tree_set_text(p->arena, map, "fact", name_of(p, fact));
    tree_set_text(p->arena, map, "value", from);
    tree_set_text(p->arena, map, "when", text_of(when));
    tree_set_text(p->arena, map, "to", to);
    if (out->outcome != OUTCOME_DECIDED) return map;
    if (unit->kind == UNIT_CONDITION || unit->kind == UNIT_DEFINITION)
        tree_set_bool(p->arena, map, "yes", out->yes);
    else if (unit->kind == UNIT_SCORECARD)
        tree_set_bool(p->arena, map, "eligible", out->eligible);
    else
        tree_set_text(p->arena, map, out->rows ? "rows" : "row",
                      determination_rows(p->arena, p->program, out));
    if (out->exception != NONE)
        tree_set_text(p->arena, map, "exception", determination_exception(p->program, out));
    if (!text_equal(decider_of(p, out), decider_of(p, p->base)))
        tree_set_text(p->arena, map, "decided_by", decider_of(p, out));
    return map;
}

static Text value_text_of(Prober *p, const Fact *fact, Value value) {
    return fact->row ? value_to_text(p->arena, fact->type, value)
                     : slot_value_text(p->arena, p->program, fact->slot, value);
}

/* --- yes or no ------------------------------------------------------------------------------------------ */

static void probe_yes_no(Prober *p, const Fact *fact, Value value) {
    Determination out;
    Value other = value_yes_no(!value.yes);
    if (changes(p, fact, other, &out))
        report(p, fact, value_text_of(p, fact, value), "is", value_text_of(p, fact, other), &out);
}

/* --- where rules turn ----------------------------------------------------------------------------------- */

static void add_cut(Prober *p, Cuts *cuts, Value value) {
    *vec_push(p->arena, cuts) = value;
}

static void cuts_of_set(Prober *p, Cuts *cuts, const CellCode *set) {
    for (uint32_t i = 0; set->kind == SET_INTERVALS && i < set->count; i++) {
        if (set->intervals[i].has_low) add_cut(p, cuts, set->intervals[i].low);
        if (set->intervals[i].has_high) add_cut(p, cuts, set->intervals[i].high);
    }
}

static void cuts_of_cells(Prober *p, Cuts *cuts, const TableCode *table, Index slot) {
    for (size_t c = 0; c < table->column_count; c++)
        for (size_t r = 0; table->columns[c].slot == slot && r < table->row_count; r++)
            cuts_of_set(p, cuts, table_cell(table, (Index)r, c));
}

static bool reads(const ConditionCode *code, Index at, const Fact *fact) {
    const Operation *o = &code->ops[at];
    if (!fact->row) return o->op == CODE_SLOT && o->a == fact->slot;
    const LookupCode *lookup = o->op == CODE_LOOKUP ? &code->lookups[o->b] : NULL;
    return lookup && lookup->in == fact->row->in && lookup->field == fact->row->field;
}

/* What it is held against may be computed: the registers of the last run have it. */
static void add_compared(Prober *p, Cuts *cuts, const ConditionCode *code, Index one, Index other,
                         const Fact *fact) {
    Value against = p->frame->registers[other];
    if (reads(code, one, fact) && against.state == VALUE_KNOWN) add_cut(p, cuts, against);
}

typedef struct LineCuts {
    Prober *p;
    Cuts *cuts;
    Index limit;
} LineCuts;

static void add_limit(void *context, const RowRead *row) {
    LineCuts *line = context;
    if (row->field == line->limit && row->held.value.state == VALUE_KNOWN)
        add_cut(line->p, line->cuts, row->held.value);
}

/* What has to be covered is held against the limits of the line, and each limit against that. */
static void cuts_of_line(Prober *p, Cuts *cuts, const ConditionCode *code, const Operation *o,
                         const Fact *fact) {
    const LineCode *line = &code->lines[o->b];
    LineCuts limits = {p, cuts, line->limit};
    Value covered = p->frame->registers[line->covered];
    if (reads(code, line->covered, fact))
        line_first(p->frame, line, p->frame->registers[o->a], add_limit, &limits, NULL);
    if (fact->row && fact->row->in == line->in && fact->row->field == line->limit &&
        covered.state == VALUE_KNOWN)
        add_cut(p, cuts, covered);
}

static void cuts_of_condition(Prober *p, Cuts *cuts, const ConditionCode *code, const Fact *fact) {
    condition_run(p->frame, code);
    for (size_t i = 0; i < code->count; i++) {
        const Operation *o = &code->ops[i];
        if (o->op == CODE_TEST && reads(code, o->a, fact)) cuts_of_set(p, cuts, &code->sets[o->b]);
        if (o->op == CODE_FIRST) cuts_of_line(p, cuts, code, o, fact);
        if (o->op < CODE_EQUAL || o->op > CODE_GREATER_EQUAL) continue;
        add_compared(p, cuts, code, o->a, o->b, fact);
        add_compared(p, cuts, code, o->b, o->a, fact);
    }
}

static void cuts_of_outputs(Prober *p, Cuts *cuts, const TableCode *table, const Fact *fact) {
    for (size_t i = 0; table->computed && i < table->row_count * table->output_count; i++)
        if (table->computed[i] != NONE)
            cuts_of_condition(p, cuts, &p->program->conditions[table->computed[i]], fact);
}

static void cuts_of_exception(Prober *p, Cuts *cuts, const TableException *exception, size_t outputs,
                              const Fact *fact) {
    cuts_of_condition(p, cuts, &p->program->conditions[exception->condition], fact);
    for (size_t i = 0; i < outputs; i++)
        if (exception->gives[i] && exception->computed[i] != NONE)
            cuts_of_condition(p, cuts, &p->program->conditions[exception->computed[i]], fact);
}

static void cuts_of_table(Prober *p, Cuts *cuts, const DecisionTable *table, const Fact *fact) {
    if (!fact->row) cuts_of_cells(p, cuts, table->code, fact->slot);
    cuts_of_outputs(p, cuts, table->code, fact);
    for (size_t i = 0; i < table->exception_count; i++)
        cuts_of_exception(p, cuts, &table->exceptions[i], table->output_count, fact);
}

/* Every value that a rule of the plan holds the fact against. */
static void find_cuts(Prober *p, Cuts *cuts, const Fact *fact) {
    const Unit *unit = &p->program->units[p->unit];
    for (size_t i = 0; i < unit->plan_count; i++) {
        const Unit *part = &p->program->units[unit->plan[i]];
        if (part->kind == UNIT_CONDITION) {
            cuts_of_condition(p, cuts, &p->program->conditions[part->detail], fact);
        } else if (part->kind == UNIT_DEFINITION) {
            Index code = p->program->definitions[part->detail].code;
            cuts_of_condition(p, cuts, &p->program->conditions[code], fact);
        } else if (unit_has_rows(part)) {
            cuts_of_table(p, cuts, &p->program->tables[part->detail], fact);
        }
    }
}

/* --- points --------------------------------------------------------------------------------------------- */

static int compare_cuts(const void *left, const void *right) {
    return code_compare(left, right);
}

static size_t sort_cuts(Cuts *cuts) {
    size_t len = 0;
    if (cuts->len > 1) qsort(cuts->at, cuts->len, sizeof *cuts->at, compare_cuts);
    for (size_t i = 0; i < cuts->len; i++)
        if (len == 0 || code_compare(&cuts->at[len - 1], &cuts->at[i]) != 0) cuts->at[len++] = cuts->at[i];
    return len;
}

/* value + n */
static bool moved(Prober *p, Value value, int n, Value *out) {
    *out = value;
    if (value.kind == TYPE_DATE) return date_add_days(value.date, n, &out->date);
    return number_add(p->arena, value.number, number_int(n), &out->number) == NUMBER_OK;
}

/* Something between two cuts; of dates and whole numbers there may be nothing. */
static bool between(Prober *p, Value low, Value high, bool whole, Value *out) {
    if (low.kind == TYPE_DATE || whole) return moved(p, low, 1, out) && code_compare(out, &high) < 0;
    *out = low;
    Number sum;
    return number_add(p->arena, low.number, high.number, &sum) == NUMBER_OK &&
           number_div(p->arena, sum, number_int(2), &out->number) == NUMBER_OK;
}

typedef struct Points {
    Point *at;
    size_t len;
} Points;

static void add_gap(Points *points, bool is_there, Value at, const Value *low, const Value *high) {
    if (!is_there) return;
    Point point = {.at = at, .gap = true, .has_low = low != NULL, .has_high = high != NULL};
    if (low) point.low = *low;
    if (high) point.high = *high;
    points->at[points->len++] = point;
}

/* Cuts and the gaps before, between and after them, ascending. */
static Points points_of(Prober *p, Cuts *cuts, bool whole) {
    size_t count = sort_cuts(cuts);
    Points points = {arena_array(p->arena, Point, 2 * count + 1), 0};
    Value at;
    for (size_t i = 0; i < count; i++) {
        const Value *cut = &cuts->at[i], *next = i + 1 < count ? cut + 1 : NULL;
        if (i == 0) add_gap(&points, moved(p, *cut, -1, &at), at, NULL, cut);
        points.at[points.len++] =
            (Point){.at = *cut, .low = *cut, .high = *cut, .has_low = true, .has_high = true};
        bool is_there = next ? between(p, *cut, *next, whole, &at) : moved(p, *cut, 1, &at);
        add_gap(&points, is_there, at, cut, next);
    }
    return points;
}

static bool try_point(Prober *p, const Fact *fact, Value value, const Point *point, bool upward) {
    Determination out;
    Value tried = value, shown = upward ? point->low : point->high;
    if (value.kind == TYPE_DATE)
        tried.date = point->at.date;
    else
        tried.number = point->at.number;
    if (!(upward ? point->has_low : point->has_high) || !changes(p, fact, tried, &out)) return false;
    const char *up = point->gap ? "more than" : "at least", *down = point->gap ? "less than" : "at most";
    report(p, fact, value_text_of(p, fact, value), upward ? up : down, value_text_of(p, fact, shown), &out);
    return true;
}

static void probe_points(Prober *p, const Fact *fact, Value value, Points points) {
    size_t above = 0;
    while (above < points.len && code_compare(&points.at[above].at, &value) < 0) above++;
    for (size_t i = above; i < points.len && i < above + TRIES_MOST; i++)
        if (try_point(p, fact, value, &points.at[i], true)) break;
    for (size_t i = above, tries = 0; i-- > 0 && tries < TRIES_MOST; tries++)
        if (try_point(p, fact, value, &points.at[i], false)) break;
}

static bool is_whole(Value value) {
    return value.kind == TYPE_INTEGER || (value.kind == TYPE_DURATION && value.unit != UNIT_HOURS);
}

static void probe_ordered(Prober *p, const Fact *fact, Value value) {
    Cuts cuts = {0};
    find_cuts(p, &cuts, fact);
    probe_points(p, fact, value, points_of(p, &cuts, is_whole(value)));
}

/* --- scores --------------------------------------------------------------------------------------------- */

/* `count` whole scores of this sum, as even as can be. */
static Value scores_of_sum(Prober *p, int64_t sum, int64_t count) {
    Value *scores = arena_array(p->arena, Value, (size_t)count);
    int64_t each = sum / count, more = sum % count;
    for (int64_t i = 0; i < count; i++) scores[i] = value_number(TYPE_INTEGER, number_int(each + (i < more)));
    Value list = {.state = VALUE_KNOWN, .kind = TYPE_LIST};
    list.list.at = scores;
    list.list.len = (size_t)count;
    return count == 1 ? scores[0] : list;
}

static Text mean_text(Prober *p, int64_t sum, int64_t count) {
    Number mean;
    return number_ratio(p->arena, sum, count, &mean) == NUMBER_OK ? number_text(p->arena, mean) : TEXT("");
}

/* Steps of one whole score, by one person, up or down to the end of the scale. */
static void probe_steps(Prober *p, const Fact *fact, int64_t sum, int64_t count, int64_t end) {
    int64_t step = end < sum ? -1 : 1;
    for (int64_t at = sum, tries = 0; at != end && tries < TRIES_MOST; tries++) {
        Determination out;
        at += step;
        if (!changes(p, fact, scores_of_sum(p, at, count), &out)) continue;
        report(p, fact, mean_text(p, sum, count), step > 0 ? "at least" : "at most", mean_text(p, at, count),
               &out);
        return;
    }
}

static bool sum_scores(Value value, int64_t *sum, int64_t *count) {
    *sum = 0;
    *count = value.kind == TYPE_LIST ? (int64_t)value.list.len : 1;
    if (value.kind != TYPE_LIST) return number_to_int(value.number, sum);
    for (size_t i = 0; i < value.list.len; i++) {
        int64_t one;
        if (!number_to_int(value.list.at[i].number, &one) || __builtin_add_overflow(*sum, one, sum))
            return false;
    }
    return *count > 0;
}

static void probe_whole_scores(Prober *p, const Scorecard *scorecard, const Fact *fact, Value value) {
    int64_t low, high, sum, count;
    bool alone = value.kind != TYPE_LIST;
    if (!alone && (scorecard->combine != COMBINE_MEAN || scorecard->minimum_each)) return;
    if (!number_to_int(scorecard->low, &low) || !number_to_int(scorecard->high, &high)) return;
    if (low < 0 || !sum_scores(value, &sum, &count)) return;
    if (__builtin_mul_overflow(low, count, &low) || __builtin_mul_overflow(high, count, &high)) return;
    probe_steps(p, fact, sum, count, low);
    probe_steps(p, fact, sum, count, high);
}

/* The score at which the total would be `total`, all else as it is. */
static bool score_for_total(Prober *p, const Scorecard *scorecard, const Criterion *criterion, Number total,
                            Value *out) {
    Number now = frame_get(p->frame, scorecard->total_slot).number, change;
    Number score = frame_get(p->frame, criterion->combined_slot).number;
    return number_sub(p->arena, total, now, &change) == NUMBER_OK &&
           number_div(p->arena, change, criterion->weight, &change) == NUMBER_OK &&
           number_add(p->arena, score, change, &out->number) == NUMBER_OK;
}

static void probe_any_score(Prober *p, const Scorecard *scorecard, const Criterion *criterion, Value value) {
    Cuts cuts = {0}, totals = {0};
    evaluate(p->frame, p->unit, NULL, &(Determination){0});
    find_cuts(p, &cuts, &(Fact){.slot = criterion->combined_slot});
    find_cuts(p, &totals, &(Fact){.slot = scorecard->total_slot});
    add_cut(p, &cuts, value_number(TYPE_DECIMAL, scorecard->low));
    add_cut(p, &cuts, value_number(TYPE_DECIMAL, scorecard->high));
    if (criterion->has_minimum) add_cut(p, &cuts, value_number(TYPE_DECIMAL, criterion->minimum));
    for (size_t i = 0; i < totals.len; i++) {
        Value cut = value_number(TYPE_DECIMAL, number_int(0));
        if (score_for_total(p, scorecard, criterion, totals.at[i].number, &cut)) add_cut(p, &cuts, cut);
    }
    probe_points(p, &(Fact){.slot = criterion->score_slot}, value, points_of(p, &cuts, false));
}

static void probe_score(Prober *p, const Fact *fact, Value value) {
    const Scorecard *scorecard = &p->program->scorecards[p->program->slots[fact->slot].owner];
    if (scorecard->whole) {
        probe_whole_scores(p, scorecard, fact, value);
        return;
    }
    for (size_t i = 0; i < scorecard->criterion_count && value.kind != TYPE_LIST; i++)
        if (scorecard->criteria[i].score_slot == fact->slot)
            probe_any_score(p, scorecard, &scorecard->criteria[i], value);
}

/* --- all facts ------------------------------------------------------------------------------------------ */

static void probe(Prober *p, const Fact *fact, Value value) {
    if (!fact->row && p->program->slots[fact->slot].kind == SLOT_SCORE)
        probe_score(p, fact, value);
    else if (value.kind == TYPE_YES_NO)
        probe_yes_no(p, fact, value);
    else if (value.kind == TYPE_INTEGER || value.kind == TYPE_DECIMAL || value.kind == TYPE_PERCENT ||
             value.kind == TYPE_MONEY || value.kind == TYPE_DURATION || value.kind == TYPE_DATE)
        probe_ordered(p, fact, value);
}

static bool fact_of(const Prober *p, const Reasons *reasons, size_t at, Fact *fact) {
    const Reason *reason = &reasons->at[at];
    bool row = reason->kind == REASON_LOOKUP;
    if ((!row && reason->kind != REASON_SLOT) || !value_known(reason->value)) return false;
    *fact = row ? (Fact){NONE, reason->row,
                         p->program->registers[reason->row->in].fields[reason->row->field].type}
                : (Fact){reason->index, NULL, p->program->slots[reason->index].type};
    return is_first_mention(p->program, reasons, at);
}

Tree *would_change(Arena *arena, const Program *program, Index unit, const Determination *determination,
                   const Reasons *reasons) {
    Prober p = {.arena = arena,
                .program = program,
                .unit = unit,
                .base = determination,
                .frame = frame_new(arena, program),
                .list = tree_list(arena),
                .registry = reasons->registry};
    Determination again;
    Fact fact;
    frame_read_from(p.frame, (Registry){&p, held, reasons->registry.dated});
    for (size_t i = 0; i < reasons->len; i++)
        if (reasons->at[i].kind == REASON_SLOT)
            frame_set(p.frame, reasons->at[i].index, reasons->at[i].value);
    evaluate(p.frame, unit, NULL, &again);
    if (differs(&p, &again, determination)) return p.list;
    for (size_t i = 0; i < reasons->len; i++)
        if (fact_of(&p, reasons, i, &fact)) probe(&p, &fact, reasons->at[i].value);
    return p.list;
}
