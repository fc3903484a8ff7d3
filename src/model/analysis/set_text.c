/* A set of a column's values, written as a cell would say it. */
#include "model/analysis/grid.h"
#include "syntax/syntax.h"

typedef struct Saying {
    Buf *buf;
    Arena *arena;
    const Axis *axis;
    size_t count; /* parts said so far */
} Saying;

static void next_part(Saying *saying) {
    if (saying->count++) buf_cstr(saying->buf, ", ");
}

static const char *all_known(const Axis *axis) {
    return axis->not_applicable ? "applicable" : "not missing";
}

/* --- stretches of a line -------------------------------------------------------------------------------- */

static void write_at(const Saying *saying, Number at) {
    axis_write_number(saying->buf, saying->axis, at);
}

/* Between whole numbers there is nothing: every cut stands just before one. */
static bool is_counted(const Axis *axis) {
    return axis->kind == AXIS_WHOLE && (axis->type.kind == TYPE_INTEGER || axis->type.kind == TYPE_DURATION);
}

static void write_counted(const Saying *saying, const Cut *low, const Cut *high) {
    Number last = high->at;
    number_sub(saying->arena, high->at, number_int(1), &last);
    write_at(saying, low->at);
    if (number_equal(low->at, last)) return;
    buf_cstr(saying->buf, "..");
    write_at(saying, last);
}

static void write_between(const Saying *saying, const Cut *low, const Cut *high) {
    if (low->after) {
        buf_cstr(saying->buf, "> ");
        write_at(saying, low->at);
        buf_cstr(saying->buf, high->after ? " and <= " : " and < ");
        write_at(saying, high->at);
        return;
    }
    write_at(saying, low->at);
    if (number_equal(low->at, high->at)) return;
    buf_cstr(saying->buf, high->after ? " .. " : " ..< ");
    write_at(saying, high->at);
}

static bool is_one_day(const Saying *saying, const Cut *low, const Cut *high) {
    Number next = low->at;
    bool day = saying->axis->type.kind == TYPE_DATE &&
               number_add(saying->arena, low->at, number_int(1), &next) == NUMBER_OK;
    return day && number_equal(next, high->at);
}

static void write_stretch(Saying *saying, uint32_t from, uint32_t to) {
    const Axis *axis = saying->axis;
    const Cut *low = from > 0 ? &axis->cuts.at[from - 1] : NULL;
    const Cut *high = to <= axis->cuts.len ? &axis->cuts.at[to - 1] : NULL;
    next_part(saying);
    if (low && high && is_one_day(saying, low, high)) {
        write_at(saying, low->at);
    } else if (low && high) {
        (is_counted(axis) ? write_counted : write_between)(saying, low, high);
    } else if (low) {
        buf_cstr(saying->buf, low->after ? "> " : ">= ");
        write_at(saying, low->at);
    } else if (high) {
        buf_cstr(saying->buf, high->after ? "<= " : "< ");
        write_at(saying, high->at);
    } else {
        buf_cstr(saying->buf, all_known(axis));
    }
}

/* --- members and names ---------------------------------------------------------------------------------- */

static void write_atoms(Saying *saying, const Run *runs, size_t count, uint32_t most) {
    for (size_t i = 0; i < count; i++)
        for (uint32_t atom = runs[i].from; atom < runs[i].to && atom < most; atom++) {
            next_part(saying);
            grid_write_value(saying->buf, saying->arena, saying->axis, atom);
        }
}

static bool takes_atom(CellSet set, uint32_t atom) {
    for (size_t i = 0; i < set.count; i++)
        if (set.runs[i].from <= atom && atom < set.runs[i].to) return true;
    return false;
}

/* Of names there are always others than those that are tested: a set with these says which it has not. */
static void write_other_names(Saying *saying, CellSet set) {
    const Axis *axis = saying->axis;
    size_t left = 0;
    for (uint32_t atom = 0; atom < axis->names.len; atom++) left += !takes_atom(set, atom);
    next_part(saying);
    buf_cstr(saying->buf, left == 0 ? all_known(axis) : left == 1 ? "not " : "not (");
    saying->count = 0;
    for (uint32_t atom = 0; atom < axis->names.len; atom++)
        if (!takes_atom(set, atom)) write_atoms(saying, &(Run){atom, atom + 1}, 1, atom + 1);
    saying->count = 1;
    if (left > 1) buf_char(saying->buf, ')');
}

void set_write(Buf *buf, Arena *arena, const Axis *axis, CellSet set) {
    Saying saying = {buf, arena, axis, 0};
    uint32_t known = axis_known(axis);
    bool line = axis->kind == AXIS_LINE || axis->kind == AXIS_WHOLE;
    if (axis->kind == AXIS_NAMES && takes_atom(set, (uint32_t)axis->names.len))
        write_other_names(&saying, set);
    else if (!line)
        write_atoms(&saying, set.runs, set.count, known);
    for (size_t i = 0; line && i < set.count; i++) {
        uint32_t to = set.runs[i].to < known ? set.runs[i].to : known;
        if (set.runs[i].from < to) write_stretch(&saying, set.runs[i].from, to);
    }
    if (axis->not_applicable && takes_atom(set, known)) {
        next_part(&saying);
        buf_cstr(buf, "not applicable");
    }
    if (!axis->missing || !takes_atom(set, axis->atoms - 1)) return;
    next_part(&saying);
    buf_cstr(buf, "missing");
}
