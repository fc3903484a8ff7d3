#include "proceedings/ballots.h"

/* --- an office's own thresholds ------------------------------------------------------------------------- */

static const Bound office_bounds[] = {
    {.counted = COUNT_MEMBERS_PRESENT,
     .at_least = true,
     .quantity = {.num = 1, .den = 1},
     .including_role = NONE,
     .written = TEXT_ROW("the holder of the office")},
    {.counted = COUNT_VOTES_FOR,
     .quantity = {.num = 1, .den = 2},
     .of_count = true,
     .base = COUNT_VOTES_CAST,
     .including_role = NONE,
     .written = TEXT_ROW("more than 1/2 of votes cast")},
};

const Threshold office_quorum = {&office_bounds[0], 1}, office_carried = {&office_bounds[1], 1};

/* --- comparisons ---------------------------------------------------------------------------------------- */

/* The count beside what is needed: -1, 0 or 1. A fraction of a count is compared as count / base, which no
 * number is too large for. The base is not empty. */
static int beside(Arena *arena, const Bound *bound, int64_t count, int64_t base) {
    Number ratio = number_int(count);
    if (bound->root && number_sign(bound->quantity) > 0)
        return number_div(arena, ratio, bound->quantity, &ratio) != NUMBER_OK
                   ? -1
                   : number_compare_root(ratio, number_int(base));
    if (bound->of_count && number_ratio(arena, count, base, &ratio) != NUMBER_OK) return -1;
    return number_compare(ratio, bound->quantity);
}

static Text fraction_text(Arena *arena, Number number) {
    if (number.den > 1) return text_format(arena, "%lld/%lld", (long long)number.num, (long long)number.den);
    return number_text(arena, number);
}

static Text needed_text(Arena *arena, const Bound *bound, int64_t base) {
    Text quantity = fraction_text(arena, bound->quantity);
    bool whole = number_compare(bound->quantity, number_int(1)) == 0;
    if (bound->root && whole) return text_format(arena, "sqrt %lld", (long long)base);
    if (bound->root) return text_format(arena, "%.*s sqrt %lld", TEXT_ARG(quantity), (long long)base);
    if (!bound->of_count) return number_text(arena, bound->quantity);
    Number needed;
    if (number_mul(arena, bound->quantity, number_int(base), &needed) != NUMBER_OK)
        return text_format(arena, "%.*s of %lld", TEXT_ARG(quantity), (long long)base);
    return fraction_text(arena, needed);
}

static Text counted_words_of(const Counts *counts, CountId counted) {
    bool there = counted == COUNT_MEMBERS || counted == COUNT_MEMBERS_PRESENT;
    return there && counts->in_person ? TEXT("members present in person") : count_words(counted);
}

static bool compare_bound(Arena *arena, const Bound *bound, const Counts *counts, Compared *out) {
    bool based = bound->of_count || bound->root;
    int64_t count = counts->of[bound->counted], base = based ? counts->of[bound->base] : 0;
    out->rule = bound->written;
    out->counted = counted_words_of(counts, bound->counted);
    out->count = count;
    out->relation = bound->at_least ? TEXT(">=") : TEXT(">");
    out->needed = needed_text(arena, bound, base);
    out->base = based ? count_words(bound->base) : (Text){0};
    out->base_count = base;
    if (based && base == 0) return out->held = false;
    int found = beside(arena, bound, count, base);
    return out->held = bound->at_least ? found >= 0 : found > 0;
}

/* Of those counted, so many hold the role. */
static bool compare_role(Arena *arena, const Bound *bound, const Counts *counts, Compared *out) {
    Text role = counts->roles[bound->including_role].name, counted = counted_words_of(counts, bound->counted);
    out->rule = bound->written;
    out->counted = text_format(arena, "%.*s with role %.*s", TEXT_ARG(counted), TEXT_ARG(role));
    out->count = counts->with_role(counts->context, bound->counted, role);
    out->relation = TEXT(">=");
    out->needed = number_text(arena, number_int(bound->including));
    return out->held = out->count >= bound->including;
}

bool threshold_met(Arena *arena, const Threshold *threshold, const Counts *counts, const char *of,
                   void *comparisons) {
    bool met = threshold->count > 0;
    for (size_t i = 0; i < threshold->count; i++) {
        const Bound *bound = &threshold->bounds[i];
        Compared *compared = record_push(arena, &Compared_record, comparisons);
        compared->of = text_of(of);
        if (!compare_bound(arena, bound, counts, compared)) met = false;
        if (bound->including_role == NONE) continue;
        compared = record_push(arena, &Compared_record, comparisons);
        compared->of = text_of(of);
        if (!compare_role(arena, bound, counts, compared)) met = false;
    }
    return met;
}
