/* One value of an atom, as an author would write it. */
#include "model/analysis/cover.h"
#include "syntax/syntax.h"

/* The whole number just above a value, or just below it. */
static Number step_from(Arena *arena, Number from, int step) {
    Number whole = from;
    if (number_is_whole(from)) {
        number_add(arena, from, number_int(step), &whole);
        return whole;
    }
    number_round(arena, from, 0, ROUND_HALF_UP, &whole);
    if (step > 0 && number_compare(whole, from) < 0) number_add(arena, whole, number_int(1), &whole);
    if (step < 0 && number_compare(whole, from) > 0) number_sub(arena, whole, number_int(1), &whole);
    return whole;
}

static bool below(Number n, const Cut *high) {
    int order = number_compare(n, high->at);
    return order < 0 || (order == 0 && high->after);
}

static Number above_nothing(Arena *arena, const Cut *high) {
    if (!high || below(number_int(0), high)) return number_int(0);
    return high->after ? high->at : step_from(arena, high->at, -1);
}

static Number between(Arena *arena, const Cut *low, const Cut *high) {
    if (!low) return above_nothing(arena, high);
    if (!low->after) return low->at;
    Number n = step_from(arena, low->at, 1);
    if (!high || below(n, high)) return n;
    if (high->after) return high->at;
    number_add(arena, low->at, high->at, &n);
    number_div(arena, n, number_int(2), &n);
    return n;
}

static Number line_example(Arena *arena, const Axis *axis, uint32_t atom) {
    Cut first = {axis->low, false}, last = {axis->high, true};
    bool scale = axis->bounded && axis->kind == AXIS_LINE; /* the first of all days would be an odd example */
    const Cut *low = atom > 0 ? &axis->cuts.at[atom - 1] : scale ? &first : NULL;
    const Cut *high = atom < axis->cuts.len ? &axis->cuts.at[atom] : scale ? &last : NULL;
    return between(arena, low, high);
}

/* The value of a type that a number stands for on its line. */
static Value value_at(Type type, Number number) {
    int64_t at = 0;
    bool whole = number_to_int(number, &at);
    switch (type.kind) {
    case TYPE_MONEY:
        return value_money(number, type.currency);
    case TYPE_DURATION:
        return value_duration(number, type.unit);
    case TYPE_DATE:
        return whole && at >= DATE_FIRST && at <= DATE_LAST ? value_date((Date)at) : value_missing();
    case TYPE_INSTANT:
        return (Value){.state = VALUE_KNOWN, .kind = TYPE_INSTANT, .instant = {.utc = at}};
    default:
        return value_number(type.kind, number);
    }
}

void axis_write_number(Buf *buf, const Axis *axis, Number at) {
    value_write(buf, axis->type, value_at(axis->type, at));
}

static void write_line(Buf *buf, Arena *arena, const Axis *axis, uint32_t atom) {
    axis_write_number(buf, axis, line_example(arena, axis, atom));
}

void grid_write_value(Buf *buf, Arena *arena, const Axis *axis, uint32_t atom) {
    if (axis->missing && atom + 1 == axis->atoms)
        buf_cstr(buf, "missing");
    else if (atom >= axis_known(axis))
        buf_cstr(buf, "not applicable");
    else if (axis->kind == AXIS_MEMBERS && axis->type.kind == TYPE_YES_NO)
        buf_cstr(buf, atom ? "yes" : "no");
    else if (axis->kind == AXIS_MEMBERS)
        buf_text(buf, axis->type.enumeration->members[atom]);
    else if (axis->kind != AXIS_NAMES)
        write_line(buf, arena, axis, atom);
    else if (atom < axis->names.len)
        buf_format(buf, "\"%.*s\"", TEXT_ARG(axis->names.items[atom].key));
    else
        buf_cstr(buf, "anything else");
}

void grid_write_example(Buf *buf, Arena *arena, const Axis *axis, uint32_t atom) {
    expr_write(buf, axis->head);
    buf_cstr(buf, " = ");
    grid_write_value(buf, arena, axis, atom);
}

Text cover_example_text(Arena *arena, const Grid *grid, const CoverExample *example) {
    Buf buf = buf_new(arena);
    for (size_t axis = 0; axis < grid->axis_count; axis++) {
        if (example->atoms[axis] == ATOM_ANY) continue;
        if (buf.len) buf_cstr(&buf, ", ");
        grid_write_example(&buf, arena, &grid->axes[axis], example->atoms[axis]);
    }
    return buf.len ? buf_done(&buf) : TEXT("anything is given");
}
