#include "model/analysis/cover.h"
#include "model/analysis/split.h"
#include <string.h>

typedef struct Search {
    Split split;
    Arena *arena;
    const Grid *grid;
    Cover *cover;
    const CoverRule *rule;
} Search;

#define NO_ROW UINT32_MAX

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
static uint32_t first_atom(const Search *search, size_t axis, Run run) {
    Run asked = search->grid->axes[axis].asked;
    uint32_t first = run.from > asked.from ? run.from : asked.from;
    return first < run.to && first < asked.to ? first : run.from;
}

/* Where the search stands; ATOM_ANY for columns not taken apart yet. */
static void standing_at(const Search *search, uint32_t *atoms) {
    for (size_t axis = 0; axis < GRID_AXES_MAX; axis++) {
        Run run = search->split.at[axis];
        atoms[axis] = run.from < run.to ? first_atom(search, axis, run) : ATOM_ANY;
    }
}

static bool is_asked(const Search *search, const uint32_t *atoms) {
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        Run asked = search->grid->axes[axis].asked;
        if (atoms[axis] != ATOM_ANY && (atoms[axis] < asked.from || atoms[axis] >= asked.to)) return false;
    }
    return true;
}

/* An example says no more than it must: columns that do not matter are left out of it, and what lies in a gap
 * that was found before is no other. */
static void found_gap(Search *search) {
    CoverExamples *gaps = &search->cover->gaps;
    uint32_t at[GRID_AXES_MAX];
    if (!wants_gaps(search)) return;
    standing_at(search, at);
    if (!is_asked(search, at)) return;
    for (size_t i = 0; i < gaps->count; i++)
        if (lies_in(search->grid, at, &gaps->at[i])) return;
    CoverExample *example = &gaps->at[gaps->count++];
    memcpy(example->atoms, at, sizeof example->atoms);
    for (size_t axis = 0; axis < search->grid->axis_count; axis++) {
        uint32_t atom = example->atoms[axis];
        example->atoms[axis] = ATOM_ANY;
        if (any_row_fits(search->grid, example->atoms)) example->atoms[axis] = atom;
    }
}

static uint32_t first_of(const Search *search, uint32_t row, size_t axis) {
    return first_atom(search, axis, grid_set(search->grid, row, axis).runs[0]);
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
    standing_at(search, example->atoms);
    for (size_t axis = 0; axis < search->grid->axis_count; axis++)
        if (part->axes >> axis & 1 && search->grid->tested[other] >> axis & 1)
            example->atoms[axis] = first_of(search, other, axis);
    return clash;
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
            search->split.at[axis] = (Run){from, to};
            if (from < to) found_gap(search);
            if (i < set.count) from = set.runs[i].to;
        }
        search->split.at[axis] = (Run){0, 0};
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
        if (!row_is_full(search->grid, row, part->axes)) continue;
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

static void search_part(void *context, Part part);

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
        split_part(&search->split, &left);
    }
    arena_rewind(search->arena, mark);
}

static void search_part(void *context, Part part) {
    Search *search = context;
    if (!split_goes_on(&search->split, &part)) return;
    if (part.count > 0)
        search_rows(search, &part);
    else if (!part.covered)
        found_gap(search);
}

const Cover *cover_find(Arena *arena, const Grid *grid, const CoverRule *rule) {
    Cover *cover = arena_make(arena, Cover);
    cover->used = arena_array(arena, bool, grid->row_count);
    Search search = {.arena = arena, .grid = grid, .cover = cover, .rule = rule};
    search.split = split_new(arena, grid, search_part, &search);
    search_part(&search, split_whole(&search.split));
    cover->unfinished = search.split.unfinished;
    return cover;
}
