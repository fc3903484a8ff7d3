#include "program/code.h"

static int64_t greatest_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int64_t least_multiple(int64_t a, int64_t b) {
    return a / greatest_divisor(a, b) * b;
}

static bool common_denominator(const Scorecard *scorecard, const Criterion *criteria, int64_t *common) {
    *common = 1;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        int64_t den = criteria[i].weight.den;
        if (den == 0 || __builtin_mul_overflow(*common / greatest_divisor(*common, den), den, common))
            return false;
    }
    return true;
}

static bool is_small_whole(Number number) {
    return number.den == 1 && number.num >= -1000000 && number.num <= 1000000;
}

enum { DENOMINATOR_MOST = 1000 }; /* of a plain sheet */

static bool is_plain(const Scorecard *scorecard, const Criterion *criteria) {
    int64_t most = INT64_MAX / 1000000 / ((int64_t)scorecard->criterion_count + 1);
    bool plain = is_small_whole(scorecard->low) && is_small_whole(scorecard->high) &&
                 scorecard->denominator <= DENOMINATOR_MOST;
    for (size_t i = 0; i < scorecard->criterion_count && plain; i++)
        plain = criteria[i].share <= most && criteria[i].share >= -most &&
                (!criteria[i].has_minimum || is_small_whole(criteria[i].minimum));
    return plain;
}

static const Reduction *reductions_of(Arena *arena, int64_t denominator) {
    Reduction *reductions = arena_array(arena, Reduction, (size_t)denominator);
    for (int64_t rest = 0; rest < denominator; rest++) {
        int64_t divisor = greatest_divisor(denominator, rest);
        reductions[rest] = (Reduction){rest / divisor, denominator / divisor};
    }
    return reductions;
}

static const PlainCriterion *plain_criteria(Arena *arena, const Scorecard *scorecard,
                                            const Criterion *criteria) {
    PlainCriterion *plain = arena_array(arena, PlainCriterion, scorecard->criterion_count);
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        plain[i] = (PlainCriterion){criteria[i].score_slot, criteria[i].combined_slot, criteria[i].share,
                                    criteria[i].has_minimum ? criteria[i].minimum.num : INT64_MIN};
    return plain;
}

static const PlainSheet *plain_sheet(Arena *arena, const Scorecard *scorecard, const Criterion *criteria) {
    PlainSheet *sheet = arena_make(arena, PlainSheet);
    *sheet = (PlainSheet){.criteria = plain_criteria(arena, scorecard, criteria),
                          .count = scorecard->criterion_count,
                          .low = scorecard->low.num,
                          .range = (uint64_t)(scorecard->high.num - scorecard->low.num),
                          .denominator = scorecard->denominator,
                          .reductions = reductions_of(arena, scorecard->denominator)};
    return sheet;
}

void scorecard_shares(Arena *arena, Scorecard *scorecard, Criterion *criteria) {
    int64_t common;
    scorecard->denominator = 0;
    scorecard->plain = NULL;
    if (!common_denominator(scorecard, criteria, &common)) return;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        Number weight = criteria[i].weight;
        if (__builtin_mul_overflow(weight.num, common / weight.den, &criteria[i].share)) return;
    }
    scorecard->denominator = common;
    if (is_plain(scorecard, criteria)) scorecard->plain = plain_sheet(arena, scorecard, criteria);
}
