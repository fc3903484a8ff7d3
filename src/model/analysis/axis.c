/* The domain of one column, cut into atoms by what its cells test. */
#include "model/analysis/grid.h"
#include <stdlib.h>
#include <string.h>

static bool is_line(const Axis *axis) {
    return axis->kind == AXIS_LINE || axis->kind == AXIS_WHOLE;
}

uint32_t axis_known(const Axis *axis) {
    return axis->atoms - axis->missing - axis->not_applicable;
}

/* Of a checklist no more items are open than it has. */
static void bound_open(Axis *axis, const Decl *checklist) {
    axis->bounded = true;
    axis->low = number_int(0);
    axis->high = number_int((int64_t)checklist->table->rows.len);
}

/* A criterion is read as the scores combined, which lie on its scale, and so does the total, their weighted
 * mean; dates have a first and a last day. */
static void find_bounds(Axis *axis, const Symbol *symbol) {
    bool scored = symbol->kind == SYMBOL_CRITERION ||
                  (symbol->kind == SYMBOL_RESULT && symbol->parent->kind == SYMBOL_SCORECARD);
    const Clause *scale = scored ? decl_setting(symbol->decl, SETTING_SCALE) : NULL;
    if (scale && scale->phrase.args.len) {
        axis->bounded = true;
        axis->low = scale->phrase.args.at[0].low;
        axis->high = scale->phrase.args.at[0].high;
    } else if (symbol->kind == SYMBOL_RESULT && symbol->parent->kind == SYMBOL_CHECKLIST) {
        bound_open(axis, symbol->decl);
    } else if (axis->type.kind == TYPE_DATE) {
        axis->bounded = true;
        axis->low = number_int(DATE_FIRST);
        axis->high = number_int(DATE_LAST);
    }
}

static AxisKind kind_of(Type type) {
    switch (type.kind) {
    case TYPE_ENUM:
    case TYPE_YES_NO:
        return AXIS_MEMBERS;
    case TYPE_INTEGER:
    case TYPE_DATE:
    case TYPE_INSTANT:
        return AXIS_WHOLE;
    case TYPE_DURATION:
        return type.unit == UNIT_HOURS ? AXIS_LINE : AXIS_WHOLE;
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
    case TYPE_MONEY:
        return AXIS_LINE;
    default:
        return AXIS_NAMES;
    }
}

void axis_begin(Axis *axis, const Expr *head) {
    *axis =
        (Axis){.head = head, .type = head->type, .kind = kind_of(head->type), .days = {DATE_NONE, DATE_NONE}};
    axis->missing = symbol_optional(head->symbol);
    axis->not_applicable = head->type.may_not_apply;
    if (is_line(axis)) find_bounds(axis, head->symbol);
}

/* The ends of what both can be; without an end on one side there is none. */
static void join_bounds(Axis *axis, const Axis *other) {
    axis->bounded = axis->bounded && other->bounded;
    if (!axis->bounded) return;
    if (number_compare(other->low, axis->low) < 0) axis->low = other->low;
    if (number_compare(other->high, axis->high) > 0) axis->high = other->high;
}

static bool joins(Type one, Type other) {
    if (type_is_numeric(one) && type_is_numeric(other)) return true;
    return one.kind == other.kind && one.enumeration == other.enumeration &&
           (one.kind != TYPE_MONEY || memcmp(one.currency, other.currency, sizeof one.currency) == 0) &&
           (one.kind != TYPE_DURATION || one.unit == other.unit);
}

bool axis_join(Axis *axis, const Expr *head) {
    Axis other;
    axis_begin(&other, head);
    if (!joins(axis->type, other.type)) return false;
    if (axis->kind != other.kind) {
        axis->kind = AXIS_LINE;
        axis->type.kind = TYPE_DECIMAL;
    }
    join_bounds(axis, &other);
    axis->missing |= other.missing;
    axis->not_applicable |= other.not_applicable;
    return true;
}

/* --- cuts ----------------------------------------------------------------------------------------------- */

static int compare_cuts(const void *a, const void *b) {
    const Cut *one = a, *two = b;
    int order = number_compare(one->at, two->at);
    return order ? order : (int)one->after - (int)two->after;
}

/* Between whole numbers there is nothing: every cut is put just before one. */
static Cut whole_cut(Arena *arena, Cut cut) {
    Number up = cut.at;
    bool next = cut.after;
    if (!number_is_whole(cut.at)) {
        number_round(arena, cut.at, 0, ROUND_HALF_UP, &up);
        next = number_compare(up, cut.at) < 0;
    }
    if (next) number_add(arena, up, number_int(1), &up);
    return (Cut){up, false};
}

static Cut cut_at(Arena *arena, const Axis *axis, Value value, bool after) {
    Cut cut = {value.number, after};
    if (value.kind == TYPE_DATE) cut.at = number_int(value.date);
    if (value.kind == TYPE_INSTANT) cut.at = number_int(value.instant.utc);
    return axis->kind == AXIS_WHOLE ? whole_cut(arena, cut) : cut;
}

static Cut cut_of(Arena *arena, const Axis *axis, const Expr *expr, bool after) {
    Value value = {0};
    expr_constant(arena, expr, &value);
    return cut_at(arena, axis, value, after);
}

/* A stretch of the line; an end that is not there is open to infinity. */
typedef struct Stretch {
    bool has_low, has_high;
    Cut low, high;
} Stretch;

/* What a test takes: one stretch, or for != two. */
static size_t stretches_of(Arena *arena, const Axis *axis, const CellTest *test, Stretch out[2]) {
    const Expr *value = test->value;
    Operator op = test->compares ? test->op : OP_EQUAL;
    bool range = value->kind == EXPR_RANGE, closed = range || op == OP_EQUAL;
    const Expr *low = range ? value->left : value, *high = range ? value->right : value;
    if (op == OP_NOT_EQUAL) {
        out[0] = (Stretch){.has_high = true, .high = cut_of(arena, axis, value, false)};
        out[1] = (Stretch){.has_low = true, .low = cut_of(arena, axis, value, true)};
        return 2;
    }
    out[0].has_low = closed || op == OP_GREATER || op == OP_GREATER_EQUAL;
    out[0].has_high = closed || op == OP_LESS || op == OP_LESS_EQUAL;
    if (out[0].has_low) out[0].low = cut_of(arena, axis, low, op == OP_GREATER);
    if (out[0].has_high)
        out[0].high = cut_of(arena, axis, high, op != OP_LESS && !(range && value->half_open));
    return 1;
}

/* Where a cut stands among the first `count`, which are in order. */
static size_t place_of(const Axis *axis, size_t count, const Cut *cut) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_cuts(&axis->cuts.at[middle], cut) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const Axis *axis, size_t count, size_t place, const Cut *cut) {
    return place < count && compare_cuts(&axis->cuts.at[place], cut) == 0;
}

static void sort_cuts(Axis *axis) {
    uint32_t kept = 0;
    if (axis->cuts.len) qsort(axis->cuts.at, axis->cuts.len, sizeof axis->cuts.at[0], compare_cuts);
    for (size_t i = 0; i < axis->cuts.len; i++)
        if (!is_at(axis, kept, kept - 1, &axis->cuts.at[i])) axis->cuts.at[kept++] = axis->cuts.at[i];
    axis->sorted = axis->cuts.len = kept;
}

/* A matrix of many rows has few different cuts: they are put in order early, and most are found there. */
static void gather_cut(Arena *arena, Axis *axis, Cut cut) {
    Cut low = {axis->low, false}, high = {axis->high, true};
    if (axis->bounded && (compare_cuts(&cut, &low) <= 0 || compare_cuts(&cut, &high) >= 0)) return;
    if (is_at(axis, axis->sorted, place_of(axis, axis->sorted, &cut), &cut)) return;
    *vec_push(arena, &axis->cuts) = cut;
    if (axis->cuts.len >= 2 * axis->sorted + 16) sort_cuts(axis);
}

static void gather_name(Arena *arena, Axis *axis, const Expr *expr) {
    Value value = {0};
    if (!expr_constant(arena, expr, &value) || map_get(&axis->names, value.text)) return;
    uint32_t *atom = arena_make(arena, uint32_t);
    *atom = (uint32_t)axis->names.len;
    map_set(arena, &axis->names, value.text, atom);
}

/* An item of not (a, b..c), as a test of its own. */
static CellTest item_test(const Expr *list, size_t i) {
    return (CellTest){.at = list->items.at[i]->at, .value = list->items.at[i]};
}

static void gather_test(Arena *arena, Axis *axis, const CellTest *test) {
    Stretch stretches[2];
    const Expr *value = test->value;
    if (value->kind == EXPR_MISSING || value->kind == EXPR_NOT_APPLICABLE) return;
    for (size_t i = 0; value->kind == EXPR_LIST && i < value->items.len; i++) {
        CellTest item = item_test(value, i);
        gather_test(arena, axis, &item);
    }
    if (value->kind == EXPR_LIST) return;
    if (axis->kind == AXIS_NAMES) gather_name(arena, axis, value);
    size_t count = is_line(axis) ? stretches_of(arena, axis, test, stretches) : 0;
    for (size_t k = 0; k < count; k++) {
        if (stretches[k].has_low) gather_cut(arena, axis, stretches[k].low);
        if (stretches[k].has_high) gather_cut(arena, axis, stretches[k].high);
    }
}

void axis_gather(Arena *arena, Axis *axis, const Cell *cell) {
    for (size_t i = 0; i < cell->tests.len; i++) gather_test(arena, axis, &cell->tests.at[i]);
}

static uint32_t count_members(Type type) {
    return type.kind == TYPE_ENUM ? (uint32_t)type.enumeration->count : 2;
}

/* The atom that begins at a cut. */
static uint32_t atom_at(const Axis *axis, Cut cut) {
    size_t place = place_of(axis, axis->cuts.len, &cut);
    Cut first = {axis->low, false};
    if (is_at(axis, axis->cuts.len, place, &cut)) return (uint32_t)place + 1;
    return axis->bounded && compare_cuts(&cut, &first) <= 0 ? 0 : axis_known(axis);
}

static Cut before_day(Date day) {
    return (Cut){number_int(day), false};
}

void axis_ask(Arena *arena, Axis *axis, Days days) {
    axis->missing = axis->not_applicable = false;
    axis->days = days;
    if (days.from != DATE_NONE) gather_cut(arena, axis, before_day(days.from));
    if (days.until != DATE_NONE) gather_cut(arena, axis, before_day(days.until));
}

static void find_asked(Axis *axis) {
    axis->asked = (Run){0, axis->atoms};
    if (axis->days.from != DATE_NONE) axis->asked.from = atom_at(axis, before_day(axis->days.from));
    if (axis->days.until != DATE_NONE) axis->asked.to = atom_at(axis, before_day(axis->days.until));
}

void axis_sort(Axis *axis) {
    sort_cuts(axis);
    uint32_t known = is_line(axis) ? axis->cuts.len + 1 : axis->names.len + 1;
    if (axis->kind == AXIS_MEMBERS) known = count_members(axis->type);
    axis->atoms = known + axis->not_applicable + axis->missing;
    find_asked(axis);
}

/* --- sets ----------------------------------------------------------------------------------------------- */

static uint32_t single_atom(Arena *arena, const Axis *axis, const Expr *expr) {
    Value value = {0};
    expr_constant(arena, expr, &value);
    if (axis->kind == AXIS_NAMES) return *(const uint32_t *)map_get(&axis->names, value.text);
    return axis->type.kind == TYPE_YES_NO ? (value.yes ? 1 : 0) : (uint32_t)value.member;
}

static void add_run(Arena *arena, RunVec *runs, uint32_t from, uint32_t to) {
    if (from < to) *vec_push(arena, runs) = (Run){from, to};
}

static void add_single(Arena *arena, const Axis *axis, const CellTest *test, RunVec *runs) {
    uint32_t atom = single_atom(arena, axis, test->value);
    bool but = test->compares && test->op == OP_NOT_EQUAL;
    if (!but) {
        add_run(arena, runs, atom, atom + 1);
        return;
    }
    add_run(arena, runs, 0, atom);
    add_run(arena, runs, atom + 1, axis_known(axis));
}

static void add_test(Arena *arena, const Axis *axis, const CellTest *test, RunVec *runs) {
    Stretch stretches[2];
    if (test->value->kind == EXPR_MISSING) {
        if (axis->missing) add_run(arena, runs, axis->atoms - 1, axis->atoms);
    } else if (test->value->kind == EXPR_NOT_APPLICABLE) {
        if (axis->not_applicable) add_run(arena, runs, axis_known(axis), axis_known(axis) + 1);
    } else if (is_line(axis)) {
        size_t count = stretches_of(arena, axis, test, stretches);
        for (size_t k = 0; k < count; k++)
            add_run(arena, runs, stretches[k].has_low ? atom_at(axis, stretches[k].low) : 0,
                    stretches[k].has_high ? atom_at(axis, stretches[k].high) : axis_known(axis));
    } else {
        add_single(arena, axis, test, runs);
    }
}

static int compare_runs(const void *a, const void *b) {
    const Run *one = a, *two = b;
    return (one->from > two->from) - (one->from < two->from);
}

/* The runs from `first` on in order, those that touch joined. */
static void join(RunVec *runs, size_t first) {
    size_t kept = first;
    if (runs->len < first + 2) return;
    qsort(runs->at + first, runs->len - first, sizeof runs->at[0], compare_runs);
    for (size_t i = first; i < runs->len; i++) {
        if (kept == first || runs->at[kept - 1].to < runs->at[i].from)
            runs->at[kept++] = runs->at[i];
        else if (runs->at[kept - 1].to < runs->at[i].to)
            runs->at[kept - 1].to = runs->at[i].to;
    }
    runs->len = (uint32_t)kept;
}

static void add_items(Arena *arena, const Axis *axis, const Expr *list, RunVec *runs) {
    for (size_t i = 0; i < list->items.len; i++) {
        CellTest item = item_test(list, i);
        add_test(arena, axis, &item, runs);
    }
}

/* All known values but those of the test: what is missing, or does not apply, has no value that is not this
 * or that. */
static void add_negated(Arena *arena, const Axis *axis, const CellTest *test, RunVec *runs) {
    RunVec taken = {0};
    uint32_t from = 0;
    if (test->value->kind == EXPR_LIST)
        add_items(arena, axis, test->value, &taken);
    else
        add_test(arena, axis, test, &taken);
    join(&taken, 0);
    for (size_t i = 0; i < taken.len; i++) {
        uint32_t to = taken.at[i].from < axis_known(axis) ? taken.at[i].from : axis_known(axis);
        add_run(arena, runs, from, to);
        from = taken.at[i].to;
    }
    add_run(arena, runs, from, axis_known(axis));
}

CellSet axis_set(Arena *arena, const Axis *axis, const Cell *cell, RunVec *runs) {
    size_t first = runs->len;
    if (cell->kind == CELL_ANY) add_run(arena, runs, 0, axis->atoms);
    for (size_t i = 0; i < cell->tests.len; i++) {
        if (cell->tests.at[i].negated)
            add_negated(arena, axis, &cell->tests.at[i], runs);
        else
            add_test(arena, axis, &cell->tests.at[i], runs);
    }
    join(runs, first);
    return (CellSet){runs->at + first, runs->len - first};
}
