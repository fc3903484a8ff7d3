/* natural: the whole numbers of any size that number works on when 64 bits are not enough: limbs on the
 * stack, worked with GMP's mpn_ functions, which at these sizes take no memory but the stack. Private to
 * number*.c.
 *
 * NATURAL_LIMBS holds whatever an operation on numbers of 1,024 bits a side meets on its way: at most 54
 * limbs, for a decimal of 1,023 places. */
#ifndef BYLAW_VALUE_NATURAL_H
#define BYLAW_VALUE_NATURAL_H

#include "value/number.h"
#include <gmp.h>

enum { NATURAL_LIMBS = 64, NUMBER_LIMBS = NUMBER_BITS / 64 };

_Static_assert(GMP_NUMB_BITS == 64, "a limb has 64 bits");

__extension__ typedef unsigned __int128 Wide;

typedef struct Natural {
    size_t len; /* 0 for nought; the last limb is not 0 */
    mp_limb_t limbs[NATURAL_LIMBS];
} Natural;

void natural_set(Natural *n, Wide value);
void natural_load(Natural *n, const mp_limb_t *limbs, size_t len);
size_t natural_bits(const Natural *n);
bool natural_is(const Natural *n, uint64_t value);
int natural_compare(const Natural *a, const Natural *b);

void natural_add(Natural *sum, const Natural *a, const Natural *b);
void natural_sub(Natural *difference, const Natural *a, const Natural *b); /* a >= b */
void natural_mul(Natural *product, const Natural *a, const Natural *b);    /* `product` is neither */
/* Neither result is an operand; `remainder` may be NULL. b is not 0. */
void natural_div(Natural *quotient, Natural *remainder, const Natural *a, const Natural *b);
void natural_gcd(Natural *gcd, const Natural *a, const Natural *b); /* neither is 0 */

/* n = n * factor + addend; false when it does not fit. */
bool natural_scale(Natural *n, uint64_t factor, uint64_t addend);
/* n = n * base^exponent, with base 2, 5 or 10; false when it does not fit. */
bool natural_scale_power(Natural *n, uint64_t base, size_t exponent);
/* Takes every factor 2 or 5 out of n, and says how many there were. */
size_t natural_take_out(Natural *n, uint64_t prime);

/* The decimal digits, with zeros before them up to `width`. */
Text natural_digits(Arena *arena, const Natural *n, size_t width);

/* A number opened up: any Number has this form, whether small or big. */
typedef struct Ratio {
    bool negative;
    Natural num, den;
} Ratio;

void ratio_load(Ratio *ratio, Number number);

void ratio_reduce(Ratio *ratio); /* to lowest terms; the denominator is not 0 */

/* The number, in lowest terms and in its one form; `ratio` is used up. The denominator is not 0. */
NumberError ratio_store(Arena *arena, Ratio *ratio, Number *out);
/* The same for what is in lowest terms already. */
NumberError ratio_store_lowest(Arena *arena, const Ratio *ratio, Number *out);

#endif
