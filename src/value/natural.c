#include "value/natural.h"
#include <string.h>

static void trim(Natural *n) {
    while (n->len > 0 && n->limbs[n->len - 1] == 0) n->len--;
}

void natural_set(Natural *n, Wide value) {
    n->limbs[0] = (mp_limb_t)value;
    n->limbs[1] = (mp_limb_t)(value >> 64);
    n->len = 2;
    trim(n);
}

void natural_load(Natural *n, const mp_limb_t *limbs, size_t len) {
    memmove(n->limbs, limbs, len * sizeof *limbs);
    n->len = len;
}

size_t natural_bits(const Natural *n) {
    return n->len == 0 ? 0 : n->len * 64 - (size_t)__builtin_clzll(n->limbs[n->len - 1]);
}

bool natural_is(const Natural *n, uint64_t value) {
    return value == 0 ? n->len == 0 : n->len == 1 && n->limbs[0] == value;
}

int natural_compare(const Natural *a, const Natural *b) {
    if (a->len != b->len) return a->len < b->len ? -1 : 1;
    if (a->len == 0) return 0;
    int order = mpn_cmp(a->limbs, b->limbs, (mp_size_t)a->len);
    return (order > 0) - (order < 0);
}

void natural_add(Natural *sum, const Natural *a, const Natural *b) {
    const Natural *more = a->len >= b->len ? a : b, *less = more == a ? b : a;
    size_t len = more->len;
    mp_limb_t carry = 0;
    if (less->len == 0)
        natural_load(sum, more->limbs, len);
    else
        carry = mpn_add(sum->limbs, more->limbs, (mp_size_t)len, less->limbs, (mp_size_t)less->len);
    if (carry != 0) sum->limbs[len++] = carry;
    sum->len = len;
}

void natural_sub(Natural *difference, const Natural *a, const Natural *b) {
    size_t len = a->len;
    if (b->len == 0)
        natural_load(difference, a->limbs, len);
    else
        mpn_sub(difference->limbs, a->limbs, (mp_size_t)len, b->limbs, (mp_size_t)b->len);
    difference->len = len;
    trim(difference);
}

void natural_mul(Natural *product, const Natural *a, const Natural *b) {
    const Natural *more = a->len >= b->len ? a : b, *less = more == a ? b : a;
    product->len = less->len == 0 ? 0 : more->len + less->len;
    if (product->len == 0) return;
    mpn_mul(product->limbs, more->limbs, (mp_size_t)more->len, less->limbs, (mp_size_t)less->len);
    trim(product);
}

void natural_div(Natural *quotient, Natural *remainder, const Natural *a, const Natural *b) {
    Natural unwanted;
    if (!remainder) remainder = &unwanted;
    if (a->len < b->len) {
        natural_load(remainder, a->limbs, a->len);
        quotient->len = 0;
        return;
    }
    mpn_tdiv_qr(quotient->limbs, remainder->limbs, 0, a->limbs, (mp_size_t)a->len, b->limbs,
                (mp_size_t)b->len);
    quotient->len = a->len - b->len + 1;
    remainder->len = b->len;
    trim(quotient);
    trim(remainder);
}

static size_t trailing_zeros(const Natural *n) {
    size_t limb = 0;
    while (n->limbs[limb] == 0) limb++;
    return limb * 64 + (size_t)__builtin_ctzll(n->limbs[limb]);
}

static void shift_right(Natural *n, size_t bits) {
    n->len -= bits / 64;
    memmove(n->limbs, n->limbs + bits / 64, n->len * sizeof *n->limbs);
    if (bits % 64 != 0) mpn_rshift(n->limbs, n->limbs, (mp_size_t)n->len, (unsigned)(bits % 64));
    trim(n);
}

static void shift_left(Natural *n, size_t bits) {
    size_t limbs = bits / 64;
    mp_limb_t carry = 0;
    if (bits % 64 != 0) carry = mpn_lshift(n->limbs, n->limbs, (mp_size_t)n->len, (unsigned)(bits % 64));
    memmove(n->limbs + limbs, n->limbs, n->len * sizeof *n->limbs);
    memset(n->limbs, 0, limbs * sizeof *n->limbs);
    n->len += limbs;
    if (carry != 0) n->limbs[n->len++] = carry;
}

/* mpn_gcd() wants an odd operand, and uses both up. */
void natural_gcd(Natural *gcd, const Natural *a, const Natural *b) {
    Natural x = *a, y = *b;
    size_t twos_x = trailing_zeros(&x), twos_y = trailing_zeros(&y);
    shift_right(&x, twos_x);
    shift_right(&y, twos_y);
    Natural *more = x.len >= y.len ? &x : &y, *less = more == &x ? &y : &x;
    gcd->len =
        (size_t)mpn_gcd(gcd->limbs, more->limbs, (mp_size_t)more->len, less->limbs, (mp_size_t)less->len);
    shift_left(gcd, twos_x < twos_y ? twos_x : twos_y);
}

bool natural_scale(Natural *n, uint64_t factor, uint64_t addend) {
    mp_limb_t carry = addend;
    if (n->len > 0) {
        carry = mpn_mul_1(n->limbs, n->limbs, (mp_size_t)n->len, factor);
        carry += mpn_add_1(n->limbs, n->limbs, (mp_size_t)n->len, addend);
    }
    if (carry == 0) return true;
    if (n->len == NATURAL_LIMBS) return false;
    n->limbs[n->len++] = carry;
    return true;
}

/* The largest power of the base within a limb goes at a step. */
bool natural_scale_power(Natural *n, uint64_t base, size_t exponent) {
    while (exponent > 0) {
        uint64_t factor = base;
        size_t step = 1;
        for (; step < exponent && factor <= UINT64_MAX / base; step++) factor *= base;
        if (!natural_scale(n, factor, 0)) return false;
        exponent -= step;
    }
    return true;
}

size_t natural_take_out(Natural *n, uint64_t prime) {
    size_t count = 0;
    for (;; count++) {
        Natural quotient;
        quotient.len = n->len;
        if (mpn_divrem_1(quotient.limbs, 0, n->limbs, (mp_size_t)n->len, prime) != 0) return count;
        trim(&quotient);
        *n = quotient;
    }
}

Text natural_digits(Arena *arena, const Natural *n, size_t width) {
    unsigned char digits[NATURAL_LIMBS * 20];
    Natural used_up = *n;
    size_t len = 0, first = 0;
    if (n->len > 0) len = mpn_get_str(digits, 10, used_up.limbs, (mp_size_t)n->len);
    while (first < len && digits[first] == 0) first++;
    size_t zeros = width > len - first ? width - (len - first) : 0;
    char *text = arena_alloc(arena, zeros + len - first + 1), *at = text;
    while (zeros-- > 0) *at++ = '0';
    while (first < len) *at++ = (char)('0' + digits[first++]);
    return (Text){text, (size_t)(at - text)};
}
