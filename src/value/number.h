/* number: exact rationals of bounded size (law L1). Numerator and denominator have at most 1,024 bits each,
 * in lowest terms, the denominator positive. Small ones (64 bits each) are held in place and use a fast
 * path; larger ones are limbs in an arena, worked with GMP's mpn_ functions. The result never depends on
 * the path taken. There is no binary floating point here and none may be added. */
#ifndef BYLAW_VALUE_NUMBER_H
#define BYLAW_VALUE_NUMBER_H

#include "base/text.h"

typedef struct BigRatio BigRatio;

typedef struct Number {
    union {
        int64_t num;         /* den > 0 */
        const BigRatio *big; /* den == 0 */
    };
    int64_t den; /* 1 or more; 0 for a big one */
} Number;

typedef enum NumberError { NUMBER_OK, NUMBER_TOO_LARGE, NUMBER_DIVIDED_BY_ZERO, NUMBER_MALFORMED } NumberError;

/* What to do with the digits that are dropped; half_even is the banker's rule. */
typedef enum Rounding { ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_DOWN } Rounding;

Number number_int(int64_t n);
NumberError number_ratio(Arena *arena, int64_t num, int64_t den, Number *out);

/* The arena is used only when a result does not fit the small form. */
NumberError number_add(Arena *arena, Number a, Number b, Number *out);
NumberError number_sub(Arena *arena, Number a, Number b, Number *out);
NumberError number_mul(Arena *arena, Number a, Number b, Number *out);
NumberError number_div(Arena *arena, Number a, Number b, Number *out);
NumberError number_neg(Arena *arena, Number a, Number *out);
NumberError number_round(Arena *arena, Number a, int places, Rounding how, Number *out);

int number_compare(Number a, Number b); /* -1, 0, 1; never fails */
bool number_equal(Number a, Number b);
int number_sign(Number a);
bool number_is_whole(Number a);
bool number_to_int(Number a, int64_t *out); /* false when it is no whole number of 64 bits */

/* Compares a with the square root of b (b >= 0), by squaring; exact, and never too large (P1, L1). */
int number_compare_root(Number a, Number b);

/* Reads "12", "-0.5", "100_000", "1/3" (no sign in the denominator); no exponent, no spaces. */
NumberError number_parse(Arena *arena, Text text, Number *out);

/* Writes it in the one canonical form: a whole number "12"; else a terminating decimal "8.3"; else a
 * fraction in lowest terms "1/3". number_parse() reads it back to the same number. */
void number_write(Buf *buf, Number n);
Text number_text(Arena *arena, Number n);

/* A copy whose limbs live in `arena`. */
Number number_copy(Arena *arena, Number n);

#endif
