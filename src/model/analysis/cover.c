#include "model/analysis/cover.h"
#include <stdlib.h>
#include <string.h>

typedef struct Search {
    Arena *arena;
    const Grid *grid;
    Cover *cover;
    const CoverRule *rule;
    size_t work;
    uint32_t at[GRID_AXES_MAX]; /* where the search stands; ATOM_ANY for columns not taken apart yet */
} Search;

/* Rows that are left in a part of the space, and the columns that are not taken apart there yet. */
typedef struct Part {
    const uint32_t *rows;
    size_t count;
    uint64_t axes; /* bit by bit */
    bool covered;  /* a row that was taken out of it takes all of it */
} Part;

#define NO_ROW UINT32_MAX

static bool full(const Search *search, uint32_t row, uint64_t axes) {
    return (search->grid->tested[row] & axes) == 0;
}

/* --- what was found ------------------------------------------------------------------------------------- */

static bool wants_gaps(const Search *search) {
    return search->rule->gaps && search->cover->gaps.count < COVER_EXAMPLES;
}

static bool wants_overlaps(const Search *search) {
    return search->rule->clash && search->cover->overlaps.count < COVER_EXAMPLES;
}

static bool takes(const Grid *grid, size_t row, size_t axis, uint32_t atom) {
    CellSet set = grid_set(grid, row, axis);
    for (size_t i = 0; i < set.count; i++)
        if (set.runs[i].from <= atom && atom < set.runs[i].to) return true;
    return false;
}

static bool any_row_fits(const Grid *grid, const uint32_t *atoms) {
    for (size_t row = 0; row < grid->row_count; row++) {
        size_t axis = 0;
        while (axis < grid->axis_count && (atoms[axis] == ATOM_ANY || takes(grid, row, axis, atoms[axis])))
            axis++;
        if (axis == grid->axis_count) return true;
    }
    return false;
}

static bool lies_in(const Grid *grid, const uint32_t *atoms, const CoverExample *gap) {
    for (size_t axis = 0; axis < grid->axis_count; axis++)
        if (gap->atoms[axis] != ATOM_ANY && gap->atoms[axis] != atoms[axis]) return false;
    return true;
}

/* The first atom of a stretch, of those that are asked for if there are such. */
static uint32_t first_atom(const Search *search, size_t axis, uint32_t from, uint32_t to) {
    Run asked = search->grid->axes[axis].asked;
    uint32_t first = from > asked.from ? from : asked.from;
    return first < to && first < asked.to ? first : from;
}

static bool is_asked(const Search *search) {
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        Run asked = search->grid->axes[axis].asked;
        uint32_t atom = search->at[axis];
        if (atom != ATOM_ANY && (atom < asked.from || atom >= asked.to)) return false;
    }
    return true;
}

/* An example says no more than it must: columns that do not matter are left out of it, and what lies in a gap
 * that was found before is no other. */
static void found_gap(Search *search) {
    CoverExamples *gaps = &search->cover->gaps;
    if (!wants_gaps(search) || !is_asked(search)) return;
    for (size_t i = 0; i < gaps->count; i++)
        if (lies_in(search->grid, search->at, &gaps->at[i])) return;
    CoverExample *example = &gaps->at[gaps->count++];
    memcpy(example->atoms, search->at, sizeof example->atoms);
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        uint32_t atom = example->atoms[axis];
        example->atoms[axis] = ATOM_ANY;
        if (any_row_fits(search->grid, example->atoms)) example->atoms[axis] = atom;
    }
}

static uint32_t first_of(const Search *search, uint32_t row, size_t axis) {
    Run run = grid_set(search->grid, row, axis).runs[0];
    return first_atom(search, axis, run.from, run.to);
}

/* A row that takes all of the part, and any other row in it: they meet wherever the other one is. */
static Clash found_overlap(Search *search, const Part *part, uint32_t row, uint32_t other) {
    uint32_t low = row < other ? row : other, high = row < other ? other : row;
    Clash clash = search->rule->clash(search->rule->context, low, high);
    CoverExamples *found = clash == CLASH_SURE ? &search->cover->overlaps : &search->cover->unsure;
    if (clash == CLASH_NONE || found->count == COVER_EXAMPLES) return clash;
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].row == low && found->at[i].other == high) return clash;
    CoverExample *example = &found->at[found->count++];
    *example = (CoverExample){.row = low, .other = high};
    memcpy(example->atoms, search->at, sizeof example->atoms);
    for (size_t axis = 0; axis < search->grid->axis_count; axis++)
        if (part->axes >> axis & 1 && search->grid->tested[other] >> axis & 1)
            example->atoms[axis] = first_of(search, other, axis);
    return clash;
}

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

static size_t count_runs(const Search *search, const Part *part, size_t axis) {
    size_t count = 0;
    for (size_t i = 0; i < part->count; i++) count += grid_set(search->grid, part->rows[i], axis).count;
    return count;
}

/* Sorting by counting, where there are not many more atoms than events; the order of equals is kept. */
static void sort_by_counting(Search *search, Event *events, size_t count, uint32_t atoms) {
    uint32_t *places = arena_array(search->arena, uint32_t, (size_t)atoms + 2);
    Event *sorted = arena_array(search->arena, Event, count);
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

static void sort_events(Search *search, Event *events, size_t count, uint32_t atoms) {
    if (count <= FEW)
        sort_few(events, count);
    else if (atoms < 4 * count)
        sort_by_counting(search, events, count, atoms);
    else
        qsort(events, count, sizeof *events, compare_events);
}

static Events events_of(Search *search, const Part *part, size_t axis) {
    size_t runs = count_runs(search, part, axis);
    Events events = {arena_array(search->arena, Event, runs), arena_array(search->arena, Event, runs), 0};
    for (size_t i = 0; i < part->count; i++) {
        CellSet set = grid_set(search->grid, part->rows[i], axis);
        for (size_t k = 0; k < set.count; k++) {
            events.begins[events.count] = (Event){set.runs[k].from, (uint32_t)i};
            events.ends[events.count++] = (Event){set.runs[k].to, (uint32_t)i};
        }
    }
    sort_events(search, events.begins, events.count, search->grid->axes[axis].atoms);
    sort_events(search, events.ends, events.count, search->grid->axes[axis].atoms);
    search->work += part->count + events.count;
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

static uint64_t tested_axes(const Search *search, const Part *part) {
    uint64_t tested = 0;
    for (size_t i = 0; i < part->count; i++) tested |= search->grid->tested[part->rows[i]];
    return tested & part->axes;
}

/* The column along which the rows are best told apart. */
static size_t choose_axis(Search *search, const Part *part, Events *chosen) {
    size_t best = 0, least = SIZE_MAX;
    uint64_t tested = tested_axes(search, part);
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        if (!(tested >> axis & 1)) continue;
        Events events = events_of(search, part, axis);
        size_t cost = cost_of(&events, search->grid->axes[axis].atoms);
        if (cost >= least) continue;
        best = axis, least = cost, *chosen = events;
        if (cost == events.count) break; /* every row lies in one stretch: no column can do better */
    }
    return best;
}

/* --- taking a part of the space apart ------------------------------------------------------------------- */

static void search_part(Search *search, Part part);

/* Rows that are left at an atom, each knowing its place among them. */
typedef struct Active {
    uint32_t *rows;   /* of the grid */
    uint32_t *locals; /* the same, by their places in the part */
    uint32_t *places; /* of those, in `rows` */
    size_t count;
} Active;

static Active active_new(Search *search, const Part *part) {
    return (Active){arena_array(search->arena, uint32_t, part->count),
                    arena_array(search->arena, uint32_t, part->count),
                    arena_array(search->arena, uint32_t, part->count), 0};
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

static void split(Search *search, const Part *part) {
    ArenaMark mark = arena_mark(search->arena);
    Events events = {0};
    size_t axis = choose_axis(search, part, &events), begun = 0, ended = 0;
    uint32_t atoms = search->grid->axes[axis].atoms;
    Active active = active_new(search, part);
    for (uint32_t atom = 0, next; atom < atoms && !search->cover->unfinished; atom = next) {
        for (; ended < events.count && events.ends[ended].atom <= atom; ended++)
            leave(&active, events.ends[ended].row);
        for (; begun < events.count && events.begins[begun].atom <= atom; begun++)
            enter(&active, part, events.begins[begun].row);
        next = next_change(&events, begun, ended, atoms);
        search->at[axis] = first_atom(search, axis, atom, next);
        search_part(search,
                    (Part){active.rows, active.count, part->axes & ~(UINT64_C(1) << axis), part->covered});
    }
    search->at[axis] = ATOM_ANY;
    arena_rewind(search->arena, mark);
}

/* With one row left, whatever any of its cells leaves out is a gap. */
static void search_around(Search *search, const Part *part) {
    if (part->covered || !wants_gaps(search)) return;
    uint32_t row = part->rows[0];
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        if (!((search->grid->tested[row] & part->axes) >> axis & 1)) continue;
        CellSet set = grid_set(search->grid, row, axis);
        uint32_t from = 0;
        for (size_t i = 0; i <= set.count; i++) {
            uint32_t to = i < set.count ? set.runs[i].from : search->grid->axes[axis].atoms;
            search->at[axis] = first_atom(search, axis, from, to);
            if (from < to) found_gap(search);
            if (i < set.count) from = set.runs[i].to;
        }
        search->at[axis] = ATOM_ANY;
    }
}

/* --- which rows hold ------------------------------------------------------------------------------------ */

static uint32_t rank_of(const Search *search, uint32_t row) {
    return search->rule->ranks ? search->rule->ranks[row] : 0;
}

/* The row that takes the whole part and, of several, holds before the others; NO_ROW when there is none. */
static uint32_t find_taker(const Search *search, const Part *part) {
    uint32_t taker = NO_ROW;
    for (size_t i = 0; i < part->count; i++) {
        uint32_t row = part->rows[i], rank = rank_of(search, row);
        if (!full(search, row, part->axes)) continue;
        if (taker == NO_ROW || rank < rank_of(search, taker) ||
            (rank == rank_of(search, taker) && row < taker))
            taker = row;
    }
    return taker;
}

/* What does not hold where the taker does is out of the part. */
static Part without_outranked(Search *search, const Part *part, uint32_t taker) {
    if (taker == NO_ROW || !search->rule->ranks) return *part;
    uint32_t *rows = arena_array(search->arena, uint32_t, part->count);
    Part left = {rows, 0, part->axes, part->covered};
    for (size_t i = 0; i < part->count; i++)
        if (rank_of(search, part->rows[i]) <= rank_of(search, taker)) rows[left.count++] = part->rows[i];
    return left;
}

static bool all_of_rank(const Search *search, const Part *part, uint32_t rank) {
    for (size_t i = 0; i < part->count; i++)
        if (rank_of(search, part->rows[i]) != rank) return false;
    return true;
}

static bool all_used(const Search *search, const Part *part) {
    for (size_t i = 0; i < part->count; i++)
        if (!search->cover->used[part->rows[i]]) return false;
    return true;
}

/* What is left to be looked at once a row that takes the whole part has been held against the others. */
static void search_without(Search *search, const Part *part, uint32_t taker) {
    uint32_t *rows = arena_array(search->arena, uint32_t, part->count);
    Part left = {rows, 0, part->axes, true};
    for (size_t i = 0; i < part->count; i++)
        if (part->rows[i] != taker) rows[left.count++] = part->rows[i];
    search_part(search, left);
}

/* The taker and every other row hold together, wherever the other one fits. Rows that agree with the taker
 * agree with one another, but not where that cannot be told. */
static void settle(Search *search, const Part *part, uint32_t taker) {
    bool unsure = false;
    for (size_t i = 0; i < part->count; i++) search->cover->used[part->rows[i]] = true;
    for (size_t i = 0; i < part->count && wants_overlaps(search); i++)
        if (part->rows[i] != taker)
            unsure |= found_overlap(search, part, taker, part->rows[i]) == CLASH_UNSURE;
    if (unsure) search_without(search, part, taker);
}

static void search_rows(Search *search, const Part *part) {
    ArenaMark mark = arena_mark(search->arena);
    uint32_t taker = find_taker(search, part);
    Part left = without_outranked(search, part, taker);
    if (taker != NO_ROW && all_of_rank(search, &left, rank_of(search, taker))) {
        settle(search, &left, taker);
    } else if (left.count == 1) {
        search->cover->used[left.rows[0]] = true;
        search_around(search, &left);
    } else if ((taker == NO_ROW && !part->covered && wants_gaps(search)) || wants_overlaps(search) ||
               (search->rule->unused && !all_used(search, &left))) {
        split(search, &left);
    }
    arena_rewind(search->arena, mark);
}

static void search_part(Search *search, Part part) {
    search->work += part.count;
    if (search->work > COVER_WORK_MAX) search->cover->unfinished = true;
    if (search->cover->unfinished) return;
    if (part.count > 0)
        search_rows(search, &part);
    else if (!part.covered)
        found_gap(search);
}

const Cover *cover_find(Arena *arena, const Grid *grid, const CoverRule *rule) {
    Cover *cover = arena_make(arena, Cover);
    cover->used = arena_array(arena, bool, grid->row_count);
    uint32_t *rows = arena_array(arena, uint32_t, grid->row_count);
    Search search = {.arena = arena, .grid = grid, .cover = cover, .rule = rule};
    Part all = {.rows = rows,
                .axes = grid->axis_count < 64 ? (UINT64_C(1) << grid->axis_count) - 1 : UINT64_MAX};
    for (size_t i = 0; i < GRID_AXES_MAX; i++) search.at[i] = ATOM_ANY;
    for (uint32_t i = 0; i < grid->row_count; i++) {
        bool empty = false; /* a row that can fit nowhere */
        for (size_t axis = 0; axis < grid->axis_count; axis++) empty |= grid_set(grid, i, axis).count == 0;
        if (!empty) rows[all.count++] = i;
    }
    search_part(&search, all);
    return cover;
}
