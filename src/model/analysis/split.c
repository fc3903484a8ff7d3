#include "model/analysis/split.h"
#include <stdlib.h>
#include <string.h>

/* --- choosing the column -------------------------------------------------------------------------------- */

typedef struct Event {
    uint32_t atom, row; /* the row's place among those of the part */
} Event;

static int compare_events(const void *a, const void *b) {
    const Event *one = a, *two = b;
    if (one->atom != two->atom) return one->atom < two->atom ? -1 : 1;
    return (one->row > two->row) - (one->row < two->row);
}

typedef struct Events { /* where rows begin and end along one column */
    Event *begins, *ends;
    size_t count;
} Events;

enum { FEW = 24 };

static size_t count_runs(const Split *split, const Part *part, size_t axis) {
    size_t count = 0;
    for (size_t i = 0; i < part->count; i++) count += grid_set(split->grid, part->rows[i], axis).count;
    return count;
}

/* Sorting by counting, where there are not many more atoms than events; the order of equals is kept. */
static void sort_by_counting(Split *split, Event *events, size_t count, uint32_t atoms) {
    uint32_t *places = arena_array(split->arena, uint32_t, (size_t)atoms + 2);
    Event *sorted = arena_array(split->arena, Event, count);
    for (size_t i = 0; i < count; i++) places[events[i].atom + 1]++;
    for (size_t i = 0; i <= atoms; i++) places[i + 1] += places[i];
    for (size_t i = 0; i < count; i++) sorted[places[events[i].atom]++] = events[i];
    memcpy(events, sorted, count * sizeof *events);
}

/* A few are put in their places one by one; the order of equals is kept here too. */
static void sort_few(Event *events, size_t count) {
    for (size_t i = 1; i < count; i++) {
        Event event = events[i];
        size_t at = i;
        for (; at > 0 && events[at - 1].atom > event.atom; at--) events[at] = events[at - 1];
        events[at] = event;
    }
}

static void sort_events(Split *split, Event *events, size_t count, uint32_t atoms) {
    if (count <= FEW)
        sort_few(events, count);
    else if (atoms < 4 * count)
        sort_by_counting(split, events, count, atoms);
    else
        qsort(events, count, sizeof *events, compare_events);
}

static Events events_of(Split *split, const Part *part, size_t axis) {
    size_t runs = count_runs(split, part, axis);
    Events events = {arena_array(split->arena, Event, runs), arena_array(split->arena, Event, runs), 0};
    for (size_t i = 0; i < part->count; i++) {
        CellSet set = grid_set(split->grid, part->rows[i], axis);
        for (size_t k = 0; k < set.count; k++) {
            events.begins[events.count] = (Event){set.runs[k].from, (uint32_t)i};
            events.ends[events.count++] = (Event){set.runs[k].to, (uint32_t)i};
        }
    }
    sort_events(split, events.begins, events.count, split->grid->axes[axis].atoms);
    sort_events(split, events.ends, events.count, split->grid->axes[axis].atoms);
    split->work += part->count + events.count;
    return events;
}

/* The next atom at which a row begins or ends. */
static uint32_t next_change(const Events *events, size_t begun, size_t ended, uint32_t atoms) {
    uint32_t next = atoms;
    if (begun < events->count && events->begins[begun].atom < next) next = events->begins[begun].atom;
    if (ended < events->count && events->ends[ended].atom < next) next = events->ends[ended].atom;
    return next;
}

/* How many rows the stretches of a column hold together: what taking it apart will cost. */
static size_t cost_of(const Events *events, uint32_t atoms) {
    size_t cost = 0, begun = 0, ended = 0;
    for (uint32_t atom = 0; atom < atoms; atom = next_change(events, begun, ended, atoms)) {
        while (begun < events->count && events->begins[begun].atom <= atom) begun++;
        while (ended < events->count && events->ends[ended].atom <= atom) ended++;
        cost += begun - ended;
    }
    return cost;
}

static uint64_t tested_axes(const Split *split, const Part *part) {
    uint64_t tested = 0;
    for (size_t i = 0; i < part->count; i++) tested |= split->grid->tested[part->rows[i]];
    return tested & part->axes;
}

/* The column along which the rows are best told apart. */
static size_t choose_axis(Split *split, const Part *part, Events *chosen) {
    size_t best = 0, least = SIZE_MAX;
    uint64_t tested = tested_axes(split, part);
    for (size_t axis = 0; axis < split->grid->axis_count; axis++) {
        if (!(tested >> axis & 1)) continue;
        Events events = events_of(split, part, axis);
        size_t cost = cost_of(&events, split->grid->axes[axis].atoms);
        if (cost >= least) continue;
        best = axis, least = cost, *chosen = events;
        if (cost == events.count) break; /* every row lies in one stretch: no column can do better */
    }
    return best;
}

/* --- taking a part of the space apart ------------------------------------------------------------------- */

/* Rows that are left at an atom, each knowing its place among them. */
typedef struct Active {
    uint32_t *rows;   /* of the grid */
    uint32_t *locals; /* the same, by their places in the part */
    uint32_t *places; /* of those, in `rows` */
    size_t count;
} Active;

static Active active_new(Split *split, const Part *part) {
    return (Active){arena_array(split->arena, uint32_t, part->count),
                    arena_array(split->arena, uint32_t, part->count),
                    arena_array(split->arena, uint32_t, part->count), 0};
}

static void enter(Active *active, const Part *part, uint32_t local) {
    active->places[local] = (uint32_t)active->count;
    active->locals[active->count] = local;
    active->rows[active->count++] = part->rows[local];
}

static void leave(Active *active, uint32_t local) {
    uint32_t place = active->places[local], last = active->locals[--active->count];
    active->rows[place] = active->rows[active->count];
    active->locals[place] = last;
    active->places[last] = place;
}

void split_part(Split *split, const Part *part) {
    ArenaMark mark = arena_mark(split->arena);
    Events events = {0};
    size_t axis = choose_axis(split, part, &events), begun = 0, ended = 0;
    uint32_t atoms = split->grid->axes[axis].atoms;
    Active active = active_new(split, part);
    for (uint32_t atom = 0, next; atom < atoms && !split->unfinished; atom = next) {
        for (; ended < events.count && events.ends[ended].atom <= atom; ended++)
            leave(&active, events.ends[ended].row);
        for (; begun < events.count && events.begins[begun].atom <= atom; begun++)
            enter(&active, part, events.begins[begun].row);
        next = next_change(&events, begun, ended, atoms);
        split->at[axis] = (Run){atom, next};
        split->visit(split->context,
                     (Part){active.rows, active.count, part->axes & ~(UINT64_C(1) << axis), part->covered});
    }
    split->at[axis] = (Run){0, 0};
    arena_rewind(split->arena, mark);
}

Split split_new(Arena *arena, const Grid *grid, SplitVisit *visit, void *context) {
    return (Split){.arena = arena, .grid = grid, .visit = visit, .context = context};
}

Part split_whole(Split *split) {
    const Grid *grid = split->grid;
    uint32_t *rows = arena_array(split->arena, uint32_t, grid->row_count);
    Part all = {.rows = rows,
                .axes = grid->axis_count < 64 ? (UINT64_C(1) << grid->axis_count) - 1 : UINT64_MAX};
    for (uint32_t i = 0; i < grid->row_count; i++) {
        bool empty = false; /* a row that can fit nowhere */
        for (size_t axis = 0; axis < grid->axis_count; axis++) empty |= grid_set(grid, i, axis).count == 0;
        if (!empty) rows[all.count++] = i;
    }
    return all;
}

bool split_goes_on(Split *split, const Part *part) {
    split->work += part->count;
    if (split->work > SPLIT_WORK_MAX) split->unfinished = true;
    return !split->unfinished;
}
