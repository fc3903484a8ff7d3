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

typedef enum NumberError {
    NUMBER_OK,
    NUMBER_TOO_LARGE,
    NUMBER_DIVIDED_BY_ZERO,
    NUMBER_MALFORMED
} NumberError;

/* What to do with the digits that are dropped. All are symmetric about zero: up is away from it, down is
 * towards it, half_up and half_down take a half away from it and towards it, half_even (the banker's rule) to
 * the even neighbour. */
typedef enum Rounding { ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_DOWN, ROUND_HALF_DOWN } Rounding;

enum { NUMBER_BITS = 1024, NUMBER_PLACES = 308 };

static inline Number number_int(int64_t n) {
    return (Number){.num = n, .den = 1};
}

NumberError number_ratio(Arena *arena, int64_t num, int64_t den, Number *out);

/* What the operations below do when both are not whole and small, or the result is not. */
NumberError number_add_any(Arena *arena, Number a, Number b, Number *out);
NumberError number_sub_any(Arena *arena, Number a, Number b, Number *out);
NumberError number_mul_any(Arena *arena, Number a, Number b, Number *out);
int number_compare_any(Number a, Number b);
bool number_equal_big(Number a, Number b);

/* The arena is used only when a result does not fit the small form. When one fails, *out is as it was. */
static inline NumberError number_add(Arena *arena, Number a, Number b, Number *out) {
    int64_t sum;
    if (a.den != 1 || b.den != 1 || __builtin_add_overflow(a.num, b.num, &sum))
        return number_add_any(arena, a, b, out);
    *out = number_int(sum);
    return NUMBER_OK;
}

static inline NumberError number_sub(Arena *arena, Number a, Number b, Number *out) {
    int64_t difference;
    if (a.den != 1 || b.den != 1 || __builtin_sub_overflow(a.num, b.num, &difference))
        return number_sub_any(arena, a, b, out);
    *out = number_int(difference);
    return NUMBER_OK;
}

static inline NumberError number_mul(Arena *arena, Number a, Number b, Number *out) {
    int64_t product;
    if (a.den != 1 || b.den != 1 || __builtin_mul_overflow(a.num, b.num, &product))
        return number_mul_any(arena, a, b, out);
    *out = number_int(product);
    return NUMBER_OK;
}

NumberError number_div(Arena *arena, Number a, Number b, Number *out);
NumberError number_neg(Arena *arena, Number a, Number *out);

/* To so many places after the point; fewer than none rounds to tens, hundreds... Past NUMBER_PLACES either
 * way it is too large. */
NumberError number_round(Arena *arena, Number a, int places, Rounding how, Number *out);

/* -1, 0, 1; never fails */
static inline int number_compare(Number a, Number b) {
    if (a.den == b.den && a.den != 0) return (a.num > b.num) - (a.num < b.num);
    return number_compare_any(a, b);
}

static inline bool number_less(Number a, Number b) {
    return a.den == b.den && a.den != 0 ? a.num < b.num : number_compare_any(a, b) < 0;
}

static inline bool number_equal(Number a, Number b) {
    if (a.den != b.den) return false;
    return a.den != 0 ? a.num == b.num : number_equal_big(a, b);
}

int number_sign(Number a); /* -1, 0, 1 */
bool number_is_whole(Number a);
bool number_to_int(Number a, int64_t *out); /* false when it is no whole number of 64 bits */

/* Compares a with the square root of b (b >= 0), by squaring; exact, and never too large (P1, L1). */
int number_compare_root(Number a, Number b);

/* Reads "12", "-0.5", "100_000", "1/3" (no sign in the denominator); no exponent, no spaces; an underscore
 * only between two digits. */
NumberError number_parse(Arena *arena, Text text, Number *out);

/* Writes it in the one canonical form: a whole number "12"; else a terminating decimal "8.3"; else a
 * fraction in lowest terms "1/3". number_parse() reads it back to the same number. */
void number_write(Buf *buf, Number n);
Text number_text(Arena *arena, Number n);

/* The same of a hundred times the number, for percentages; the sign % is the caller's to read and write. */
NumberError number_parse_percent(Arena *arena, Text text, Number *out);
void number_write_percent(Buf *buf, Number n);

/* A copy whose limbs live in `arena`. */
Number number_copy(Arena *arena, Number n);

#endif
