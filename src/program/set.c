#include "program/code.h"
#include <stdlib.h>

static bool is_text(const Value *value) {
    return value->kind == TYPE_TEXT || value->kind == TYPE_PERSON || value->kind == TYPE_OFFICE ||
           value->kind == TYPE_BODY || value->kind == TYPE_DECIDER;
}

int code_compare_others(const Value *a, const Value *b) {
    if (a->kind == TYPE_DATE) return (a->date > b->date) - (a->date < b->date);
    return is_text(a) ? text_compare(a->text, b->text) : value_compare(*a, *b);
}

bool code_equal(const Value *a, const Value *b) {
    if (value_is_number(a)) return number_equal(a->number, b->number);
    return is_text(a) ? text_equal(a->text, b->text) : value_equal(*a, *b);
}

/* --- members -------------------------------------------------------------------------------------------- */

static CellCode set_of_words(Arena *arena, size_t member_count, const bool *in, bool want) {
    CellCode set = {.kind = SET_MEMBERS, .count = (uint32_t)(member_count / 64 + 1)};
    uint64_t *words = arena_array(arena, uint64_t, set.count);
    for (size_t m = 0; m < member_count; m++)
        if (in[m] == want) words[m / 64] |= (uint64_t)1 << m % 64;
    if (set.count == 1)
        set.bits = words[0];
    else
        set.words = words;
    return set;
}

CellCode set_of_members(Arena *arena, size_t member_count, const bool *in) {
    return set_of_words(arena, member_count, in, true);
}

static CellCode negate_members(Arena *arena, const CellCode *set, size_t member_count) {
    bool *in = arena_array(arena, bool, member_count);
    const uint64_t *words = set->count == 1 ? &set->bits : set->words;
    for (size_t m = 0; m < member_count; m++) in[m] = words[m / 64] >> m % 64 & 1;
    return set_of_words(arena, member_count, in, false);
}

/* --- intervals ------------------------------------------------------------------------------------------ */

/* By where they begin. */
static int compare_begins(const void *left, const void *right) {
    const Interval *a = left, *b = right;
    if (!a->has_low || !b->has_low) return (int)a->has_low - (int)b->has_low;
    int order = code_compare(&a->low, &b->low);
    return order != 0 ? order : (int)a->low_open - (int)b->low_open;
}

static bool is_empty(const Interval *i) {
    if (!i->has_low || !i->has_high) return false;
    int order = code_compare(&i->low, &i->high);
    return order > 0 || (order == 0 && (i->low_open || i->high_open));
}

/* Does `next`, which begins no earlier, begin within `before` or right at its end? */
static bool joins(const Interval *before, const Interval *next) {
    if (!before->has_high || !next->has_low) return true;
    int order = code_compare(&next->low, &before->high);
    return order < 0 || (order == 0 && !(before->high_open && next->low_open));
}

/* Stretches `into` to where `next` ends. */
static void stretch(Interval *into, const Interval *next) {
    if (!into->has_high) return;
    int order = next->has_high ? code_compare(&next->high, &into->high) : 1;
    if (order < 0) return;
    into->high_open = order == 0 ? into->high_open && next->high_open : next->high_open;
    into->has_high = next->has_high;
    into->high = next->high;
}

CellCode set_of_intervals(Arena *arena, const Interval *intervals, size_t count) {
    Interval *sorted = arena_array(arena, Interval, count);
    size_t len = 0, joined = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_empty(&intervals[i])) sorted[len++] = intervals[i];
    if (len > 1) qsort(sorted, len, sizeof *sorted, compare_begins);
    for (size_t i = 0; i < len; i++) {
        if (joined > 0 && joins(&sorted[joined - 1], &sorted[i]))
            stretch(&sorted[joined - 1], &sorted[i]);
        else
            sorted[joined++] = sorted[i];
    }
    return (CellCode){.kind = SET_INTERVALS, .count = (uint32_t)joined, .intervals = sorted};
}

/* What lies between the intervals, before the first and after the last. */
static CellCode negate_intervals(Arena *arena, const CellCode *set) {
    Interval *gaps = arena_array(arena, Interval, (size_t)set->count + 1);
    size_t count = 0;
    Interval gap = {0};
    for (uint32_t i = 0; i < set->count; i++) {
        const Interval *in = &set->intervals[i];
        if (in->has_low) {
            gap.has_high = true;
            gap.high = in->low;
            gap.high_open = !in->low_open;
            gaps[count++] = gap;
        }
        if (!in->has_high) return set_of_intervals(arena, gaps, count);
        gap = (Interval){.has_low = true, .low = in->high, .low_open = !in->high_open};
    }
    gaps[count++] = gap;
    return set_of_intervals(arena, gaps, count);
}

CellCode set_negated(Arena *arena, const CellCode *set, size_t member_count) {
    return set->kind == SET_MEMBERS ? negate_members(arena, set, member_count) : negate_intervals(arena, set);
}
