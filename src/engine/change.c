#include "engine/change.h"
#include "base/vec.h"
#include <stdlib.h>

/* Near misses are found by trying: every value at which a rule that was used could turn is a point, and so is
 * every gap between two of them; the nearest points on either side at which the whole evaluation comes out
 * differently are near misses: where the next row begins, and where the one after it does. */

enum { TRIES_MOST = 256, TOLD_MOST = 2 }; /* on one side of one fact */
enum { MEMBERS_MOST = 4 };                /* of an enum */

/* A value to try, and how it is told: from below as low, from above as high. A gap is told by its ends. */
typedef struct Point {
    Value at, low, high;
    bool gap, has_low, has_high;
} Point;

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

void begin_trying(Prober *p, const Fact *fact, Value value, Determination *out) {
    p->tried = fact->row;
    p->tried_value = value;
    if (!fact->row) frame_set(p->frame, fact->slot, value);
    evaluate(p->frame, p->unit, NULL, out);
}

void end_trying(Prober *p, const Fact *fact, Value before) {
    if (!fact->row) frame_set(p->frame, fact->slot, before);
    p->tried = NULL;
}

bool changes(Prober *p, const Fact *fact, Value value, Determination *out) {
    Value before = fact->row ? value : frame_get(p->frame, fact->slot);
    begin_trying(p, fact, value, out);
    end_trying(p, fact, before);
    return out->outcome != OUTCOME_ERROR && differs(p, out, p->base);
}

static Text name_of(Prober *p, const Fact *fact) {
    return fact->row ? row_read_text(p->arena, p->program, fact->row) : p->program->slots[fact->slot].name;
}

/* What it would come to, as keys of the near miss. */
static void set_outcome(Prober *p, const Determination *out, Tree *map) {
    const Unit *unit = &p->program->units[p->unit];
    if (out->outcome == OUTCOME_UNDETERMINED) {
        TextList names = settle_names(p->arena, p->program, out);
        Tree *needs = tree_set_list(p->arena, map, "needs");
        for (size_t i = 0; i < names.len; i++) tree_add(p->arena, needs, tree_text(p->arena, names.at[i]));
    }
    if (out->outcome != OUTCOME_DECIDED) return;
    if (unit->kind == UNIT_CONDITION || unit->kind == UNIT_DEFINITION)
        tree_set_bool(p->arena, map, "yes", out->yes);
    else if (unit->kind == UNIT_CHECKLIST)
        tree_set_bool(p->arena, map, "complete", out->yes);
    else if (unit->kind == UNIT_SCORECARD)
        tree_set_bool(p->arena, map, "eligible", out->eligible);
    else
        tree_set_text(p->arena, map, out->rows ? "rows" : "row",
                      determination_rows(p->arena, p->program, out));
    if (out->exception != NONE)
        tree_set_text(p->arena, map, "exception", determination_exception(p->program, out));
    if (!text_equal(decider_of(p, out), decider_of(p, p->base)))
        tree_set_text(p->arena, map, "decided_by", decider_of(p, out));
}

/* `by`: how far it is to there, with its unit; empty where there is no distance. */
static Tree *report(Prober *p, const Fact *fact, Text from, const char *when, Text to, Text by,
                    const Determination *out) {
    Tree *map = tree_add_map(p->arena, p->list);
    tree_set_text(p->arena, map, "fact", name_of(p, fact));
    tree_set_text(p->arena, map, "value", from);
    tree_set_text(p->arena, map, "when", text_of(when));
    tree_set_text(p->arena, map, "to", to);
    tree_set_some(p->arena, map, "by", by);
    set_outcome(p, out, map);
    return map;
}

static Text value_text_of(Prober *p, const Fact *fact, Value value) {
    return fact->row ? value_to_text(p->arena, fact->type, value)
                     : slot_value_text(p->arena, p->program, fact->slot, value);
}

/* --- yes or no ------------------------------------------------------------------------------------------ */

static bool probe_one(Prober *p, const Fact *fact, Value value, Value other) {
    Determination out;
    if (!changes(p, fact, other, &out)) return false;
    report(p, fact, value_text_of(p, fact, value), "is", value_text_of(p, fact, other), (Text){0}, &out);
    return true;
}

static void probe_yes_no(Prober *p, const Fact *fact, Value value) {
    if (!value_known(value) || value.yes) probe_one(p, fact, value, value_yes_no(false));
    if (!value_known(value) || !value.yes) probe_one(p, fact, value, value_yes_no(true));
}

/* --- members of an enum --------------------------------------------------------------------------------- */

/* Members have no order: each of the others is as near. */
static void probe_members(Prober *p, const Fact *fact, Value value) {
    const EnumType *members = fact->type.enumeration;
    size_t told = 0;
    for (size_t i = 0; i < members->count && i < TRIES_MOST && told < MEMBERS_MOST; i++) {
        bool own = value_known(value) && (int32_t)i == value.member;
        if (!own && probe_one(p, fact, value, value_member((int32_t)i))) told++;
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
    Number number;
    return value_as_number(&value, &number) &&
           number_add(p->arena, number, number_int(n), &number) == NUMBER_OK &&
           value_of_number(p->arena, value, number, out);
}

/* Something between two cuts; of what is discrete there may be nothing. */
static bool between(Prober *p, Value low, Value high, Value *out) {
    if (value_is_discrete(low)) return moved(p, low, 1, out) && code_compare(out, &high) < 0;
    *out = low;
    Number sum;
    return number_add(p->arena, low.number, high.number, &sum) == NUMBER_OK &&
           number_div(p->arena, sum, number_int(2), &out->number) == NUMBER_OK;
}

typedef struct Points {
    Point *at;
    size_t len;
    size_t
        told; /* how many are told on one side; past the nearest, something that is rounded may turn unseen */
} Points;

static void add_gap(Points *points, bool is_there, Value at, const Value *low, const Value *high) {
    if (!is_there) return;
    Point point = {.at = at, .gap = true, .has_low = low != NULL, .has_high = high != NULL};
    if (low) point.low = *low;
    if (high) point.high = *high;
    points->at[points->len++] = point;
}

/* Cuts and the gaps before, between and after them, ascending. */
static Points points_of(Prober *p, Cuts *cuts) {
    size_t count = sort_cuts(cuts);
    Points points = {arena_array(p->arena, Point, 2 * count + 1), 0, cuts->jumps.len ? 1 : TOLD_MOST};
    Value at;
    for (size_t i = 0; i < count; i++) {
        const Value *cut = &cuts->at[i], *next = i + 1 < count ? cut + 1 : NULL;
        if (i == 0 && !jumps_between(cuts, NULL, cut))
            add_gap(&points, moved(p, *cut, -1, &at), at, NULL, cut);
        points.at[points.len++] =
            (Point){.at = *cut, .low = *cut, .high = *cut, .has_low = true, .has_high = true};
        bool is_there = next ? between(p, *cut, *next, &at) : moved(p, *cut, 1, &at);
        add_gap(&points, is_there && !jumps_between(cuts, cut, next), at, cut, next);
    }
    return points;
}

/* How far it is from one value to another: of days in days, of instants in hours. Empty when it is however
 * little. */
static Text distance_text(Prober *p, const Fact *fact, Value from, Value to) {
    Number one, other, by;
    if (!value_as_number(&from, &one) || !value_as_number(&to, &other) ||
        number_sub(p->arena, one, other, &by) != NUMBER_OK ||
        (number_sign(by) < 0 && number_neg(p->arena, by, &by) != NUMBER_OK))
        return (Text){0};
    Type type = fact->type;
    Value distance = from;
    if (number_sign(by) == 0) return (Text){0};
    if (from.kind == TYPE_INSTANT && number_div(p->arena, by, number_int(3600), &by) != NUMBER_OK)
        return (Text){0};
    if (from.kind == TYPE_DATE || from.kind == TYPE_INSTANT) {
        type = (Type){.kind = TYPE_DURATION};
        distance = value_duration(by, from.kind == TYPE_DATE ? UNIT_DAYS : UNIT_HOURS);
    }
    distance.number = by;
    return value_to_text(p->arena, type, distance);
}

/* What the whole comes to in few words, so that two points of one row are told as one. */
static Text told_as(Prober *p, const Determination *out) {
    return text_format(p->arena, "%d %d %d %.*s %.*s %.*s", (int)out->outcome, out->yes, out->eligible,
                       TEXT_ARG(determination_rows(p->arena, p->program, out)),
                       TEXT_ARG(determination_exception(p->program, out)), TEXT_ARG(decider_of(p, out)));
}

/* Seen from below or above; a gap between values that are discrete begins with one of them. */
static void tell_point(Prober *p, const Fact *fact, Value value, const Point *point, bool upward,
                       const Determination *out) {
    Value bound = upward ? point->low : point->high;
    bool gap = point->gap && !(value_is_discrete(bound) && moved(p, bound, upward ? 1 : -1, &bound));
    const char *up = gap ? "more than" : "at least", *down = gap ? "less than" : "at most";
    report(p, fact, value_text_of(p, fact, value), upward ? up : down, value_text_of(p, fact, bound),
           distance_text(p, fact, value, bound), out);
}

/* From the value up or down, the points at which it comes out in another way than before. */
static void probe_side(Prober *p, const Fact *fact, Value value, Points points, bool upward) {
    Text before = told_as(p, p->base);
    size_t first = 0, told = 0;
    while (first < points.len && code_compare(&points.at[first].at, &value) < 0) first++;
    size_t count = upward ? points.len - first : first;
    for (size_t i = 0; i < count && i < TRIES_MOST && told < points.told; i++) {
        const Point *point = &points.at[upward ? first + i : first - 1 - i];
        Determination out;
        if (!(upward ? point->has_low : point->has_high)) continue;
        bool differs_from_base = changes(p, fact, point->at, &out);
        if (out.outcome == OUTCOME_ERROR) continue;
        Text came_to = told_as(p, &out);
        if (differs_from_base && !text_equal(came_to, before)) {
            tell_point(p, fact, value, point, upward, &out);
            told++;
        }
        before = came_to;
    }
}

static void probe_points(Prober *p, const Fact *fact, Value value, Points points) {
    probe_side(p, fact, value, points, true);
    probe_side(p, fact, value, points, false);
}

static void probe_ordered(Prober *p, const Fact *fact, Value value) {
    Cuts cuts = {0};
    find_turns(p, fact, value, &cuts);
    probe_points(p, fact, value, points_of(p, &cuts));
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
    Text before = told_as(p, p->base);
    for (int64_t at = sum, tries = 0, told = 0; at != end && tries < TRIES_MOST && told < TOLD_MOST;
         tries++) {
        Determination out;
        at += step;
        bool differs_from_base = changes(p, fact, scores_of_sum(p, at, count), &out);
        Text came_to = told_as(p, &out);
        if (differs_from_base && !text_equal(came_to, before)) {
            report(p, fact, mean_text(p, sum, count), step > 0 ? "at least" : "at most",
                   mean_text(p, at, count), mean_text(p, (at - sum) * step, count), &out);
            told++;
        }
        before = came_to;
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

static void probe_score(Prober *p, const Fact *fact, Value value) {
    const Scorecard *scorecard = &p->program->scorecards[p->program->slots[fact->slot].owner];
    if (scorecard->whole)
        probe_whole_scores(p, scorecard, fact, value);
    else if (value.kind != TYPE_LIST)
        probe_ordered(p, fact, value);
}

/* --- all facts ------------------------------------------------------------------------------------------ */

/* What does not apply lies nowhere on a line: of what has an order, no value is the nearest to it. */
static void probe(Prober *p, const Fact *fact, Value value) {
    if (fact->type.may_not_apply && value_known(value)) probe_one(p, fact, value, value_not_applicable());
    if (!fact->row && p->program->slots[fact->slot].kind == SLOT_SCORE)
        probe_score(p, fact, value);
    else if (fact->type.kind == TYPE_YES_NO)
        probe_yes_no(p, fact, value);
    else if (fact->type.kind == TYPE_ENUM)
        probe_members(p, fact, value);
    else if (value.kind == TYPE_INTEGER || value.kind == TYPE_DECIMAL || value.kind == TYPE_PERCENT ||
             value.kind == TYPE_MONEY || value.kind == TYPE_DURATION || value.kind == TYPE_DATE ||
             value.kind == TYPE_INSTANT)
        probe_ordered(p, fact, value);
}

static bool fact_of(const Prober *p, const Reasons *reasons, size_t at, Fact *fact) {
    const Reason *reason = &reasons->at[at];
    bool row = reason->kind == REASON_LOOKUP;
    if ((!row && reason->kind != REASON_SLOT) || reason->value.state == VALUE_MISSING) return false;
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
