/* Regions that lie side by side and say the same become one. */
#include "difference/contest.h"
#include <stdlib.h>

static int compare_sets(CellSet one, CellSet other) {
    for (size_t i = 0; i < one.count && i < other.count; i++) {
        if (one.runs[i].from != other.runs[i].from) return one.runs[i].from < other.runs[i].from ? -1 : 1;
        if (one.runs[i].to != other.runs[i].to) return one.runs[i].to < other.runs[i].to ? -1 : 1;
    }
    return (one.count > other.count) - (one.count < other.count);
}

/* A region with what it is sorted by: what comes out, then all columns but one, then that. */
typedef struct Sorted {
    const Region *region;
    size_t axis_count, last;
} Sorted;

static int compare_came(const Region *one, const Region *other) {
    int order = text_compare(one->came[BEFORE]->key, other->came[BEFORE]->key);
    return order ? order : text_compare(one->came[NOW]->key, other->came[NOW]->key);
}

/* Do they differ in that one column alone? */
static int compare_others(const Sorted *one, const Sorted *other) {
    int order = compare_came(one->region, other->region);
    for (size_t axis = 0; !order && axis < one->axis_count; axis++)
        if (axis != one->last) order = compare_sets(one->region->sets[axis], other->region->sets[axis]);
    return order;
}

static int compare_sorted(const void *a, const void *b) {
    const Sorted *one = a, *other = b;
    int order = compare_others(one, other);
    if (order || one->last == one->axis_count) return order;
    return compare_sets(one->region->sets[one->last], other->region->sets[one->last]);
}

static int compare_runs(const void *a, const void *b) {
    const Run *one = a, *other = b;
    return (one->from > other->from) - (one->from < other->from);
}

static CellSet union_of(Arena *arena, const Sorted *sorted, size_t count, size_t axis) {
    size_t most = 0, len = 0;
    for (size_t i = 0; i < count; i++) most += sorted[i].region->sets[axis].count;
    Run *runs = arena_array(arena, Run, most);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sorted[i].region->sets[axis].count; k++)
            runs[len++] = sorted[i].region->sets[axis].runs[k];
    qsort(runs, len, sizeof *runs, compare_runs);
    size_t kept = 0;
    for (size_t i = 0; i < len; i++) {
        if (kept == 0 || runs[kept - 1].to < runs[i].from)
            runs[kept++] = runs[i];
        else if (runs[kept - 1].to < runs[i].to)
            runs[kept - 1].to = runs[i].to;
    }
    return (CellSet){runs, kept};
}

static int compare_rows(const void *a, const void *b) {
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static RowList all_rows(Arena *arena, const Sorted *sorted, size_t count, Side side) {
    RowList all = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sorted[i].region->rows[side].len; k++)
            *vec_push(arena, &all) = sorted[i].region->rows[side].at[k];
    uint32_t kept = 0;
    if (all.len) qsort(all.at, all.len, sizeof *all.at, compare_rows);
    for (uint32_t i = 0; i < all.len; i++)
        if (kept == 0 || all.at[kept - 1] != all.at[i]) all.at[kept++] = all.at[i];
    all.len = kept;
    return all;
}

static TextVec all_exceptions(Arena *arena, const Sorted *sorted, size_t count, Side side) {
    TextVec all = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sorted[i].region->exceptions[side].len; k++) {
            Text name = sorted[i].region->exceptions[side].at[k];
            size_t at = 0;
            while (at < all.len && !text_equal(all.at[at], name)) at++;
            if (at == all.len) *vec_push(arena, &all) = name;
        }
    return all;
}

static Region joined(Arena *arena, const Sorted *sorted, size_t count) {
    size_t axis = sorted[0].last;
    Region region = *sorted[0].region;
    CellSet *sets = arena_array(arena, CellSet, sorted[0].axis_count);
    for (size_t i = 0; i < sorted[0].axis_count; i++) sets[i] = region.sets[i];
    sets[axis] = union_of(arena, sorted, count, axis);
    region.sets = sets;
    for (int side = BEFORE; side < SIDES; side++) {
        region.rows[side] = all_rows(arena, sorted, count, (Side)side);
        region.exceptions[side] = all_exceptions(arena, sorted, count, (Side)side);
    }
    return region;
}

static Sorted *sort_regions(Arena *arena, const Regions *regions, size_t last) {
    Sorted *sorted = arena_array(arena, Sorted, regions->at.len);
    for (size_t i = 0; i < regions->at.len; i++)
        sorted[i] = (Sorted){&regions->at.at[i], regions->grid->axis_count, last};
    if (regions->at.len) qsort(sorted, regions->at.len, sizeof *sorted, compare_sorted);
    return sorted;
}

/* Joins along one column; whether any were. */
static bool merge_along(Arena *arena, Regions *regions, size_t axis) {
    const Sorted *sorted = sort_regions(arena, regions, axis);
    Region *merged = arena_array(arena, Region, regions->at.len);
    uint32_t kept = 0, count = regions->at.len;
    for (uint32_t i = 0, next; i < count; i = next) {
        next = i + 1;
        while (next < count && compare_others(&sorted[i], &sorted[next]) == 0) next++;
        merged[kept++] = next - i > 1 ? joined(arena, &sorted[i], next - i) : *sorted[i].region;
    }
    regions->at.at = merged;
    regions->at.len = regions->at.cap = kept;
    return kept < count;
}

static int compare_for_readers(const void *a, const void *b) {
    const Sorted *one = a, *other = b;
    int order = 0;
    for (size_t axis = 0; !order && axis < one->axis_count; axis++)
        order = compare_sets(one->region->sets[axis], other->region->sets[axis]);
    return order;
}

void regions_merge(Arena *arena, Regions *regions) {
    size_t count = regions->grid->axis_count;
    for (bool again = true; again && regions->at.len > 1;) {
        again = false;
        for (size_t axis = 0; axis < count; axis++) again |= merge_along(arena, regions, axis);
    }
    if (regions->at.len < 2) return;
    Sorted *sorted = sort_regions(arena, regions, count);
    Region *in_order = arena_array(arena, Region, regions->at.len);
    qsort(sorted, regions->at.len, sizeof *sorted, compare_for_readers);
    for (size_t i = 0; i < regions->at.len; i++) in_order[i] = *sorted[i].region;
    regions->at.at = in_order;
}
