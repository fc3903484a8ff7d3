#include "program/code.h"

static int64_t greatest_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

void scorecard_shares(Scorecard *scorecard, Criterion *criteria) {
    int64_t common = 1;
    scorecard->denominator = 0;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        int64_t den = criteria[i].weight.den;
        if (den == 0 || __builtin_mul_overflow(common / greatest_divisor(common, den), den, &common)) return;
    }
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        Number weight = criteria[i].weight;
        if (__builtin_mul_overflow(weight.num, common / weight.den, &criteria[i].share)) return;
    }
    scorecard->denominator = common;
}
