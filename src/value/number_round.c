#include "value/natural.h"

/* Is a quotient with this remainder moved one away from zero? */
static bool goes_up(Rounding how, const Natural *quotient, const Natural *remainder, const Natural *divisor) {
    if (natural_is(remainder, 0) || how == ROUND_DOWN) return false;
    if (how == ROUND_UP) return true;
    Natural twice;
    natural_add(&twice, remainder, remainder);
    int against_half = natural_compare(&twice, divisor);
    bool odd = quotient->len > 0 && (quotient->limbs[0] & 1) != 0;
    return against_half > 0 ||
           (against_half == 0 && (how == ROUND_HALF_UP || (how == ROUND_HALF_EVEN && odd)));
}

/* a = n/d; n * 10^places / d is rounded to a whole number, which is then taken over 10^places. */
NumberError number_round(Arena *arena, Number a, int places, Rounding how, Number *out) {
    if (places < -NUMBER_PLACES || places > NUMBER_PLACES) return NUMBER_TOO_LARGE;
    if (number_is_whole(a) && places >= 0) {
        *out = a;
        return NUMBER_OK;
    }
    size_t up = places > 0 ? (size_t)places : 0, down = places < 0 ? (size_t)-places : 0;
    Ratio ratio;
    Natural quotient, remainder, one;
    ratio_load(&ratio, a);
    natural_scale_power(&ratio.num, 10, up);
    natural_scale_power(&ratio.den, 10, down);
    natural_div(&quotient, &remainder, &ratio.num, &ratio.den);
    natural_set(&one, 1);
    if (goes_up(how, &quotient, &remainder, &ratio.den)) natural_add(&quotient, &quotient, &one);
    natural_scale_power(&quotient, 10, down);
    ratio.num = quotient;
    natural_scale_power(&one, 10, up);
    ratio.den = one;
    return ratio_store(arena, &ratio, out);
}
