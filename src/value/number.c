#include "value/natural.h"
#include <string.h>

/* The limbs of a big number: the numerator's, then the denominator's. */
struct BigRatio {
    bool negative;
    uint32_t num_len, den_len;
    mp_limb_t limbs[];
};

__extension__ typedef __int128 WideSigned;

static uint64_t magnitude(int64_t n) {
    return n < 0 ? -(uint64_t)n : (uint64_t)n;
}

/* The binary algorithm; gcd(0, b) is b. */
static uint64_t gcd_of(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0) return a | b;
    if (a == 1 || b == 1) return 1;
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b != 0) {
        b >>= __builtin_ctzll(b);
        uint64_t less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    }
    return a << twos;
}

void ratio_load(Ratio *ratio, Number number) {
    if (number.den != 0) {
        ratio->negative = number.num < 0;
        natural_set(&ratio->num, magnitude(number.num));
        natural_set(&ratio->den, (uint64_t)number.den);
        return;
    }
    const BigRatio *big = number.big;
    ratio->negative = big->negative;
    natural_load(&ratio->num, big->limbs, big->num_len);
    natural_load(&ratio->den, big->limbs + big->num_len, big->den_len);
}

/* Fits the small form? -2^63 does, 2^63 does not. */
static bool is_small(bool negative, Wide num, Wide den) {
    return num <= (Wide)INT64_MAX + (negative ? 1 : 0) && den <= INT64_MAX;
}

static Number small(bool negative, uint64_t num, uint64_t den) {
    return (Number){.num = (int64_t)(negative ? -num : num), .den = (int64_t)den};
}

static NumberError store_big(Arena *arena, const Ratio *ratio, Number *out) {
    size_t num_len = ratio->num.len, den_len = ratio->den.len;
    if (natural_bits(&ratio->num) > NUMBER_BITS || natural_bits(&ratio->den) > NUMBER_BITS)
        return NUMBER_TOO_LARGE;
    BigRatio *big = arena_alloc(arena, sizeof *big + (num_len + den_len) * sizeof big->limbs[0]);
    *big = (BigRatio){ratio->negative, (uint32_t)num_len, (uint32_t)den_len};
    memcpy(big->limbs, ratio->num.limbs, num_len * sizeof big->limbs[0]);
    memcpy(big->limbs + num_len, ratio->den.limbs, den_len * sizeof big->limbs[0]);
    *out = (Number){.big = big, .den = 0};
    return NUMBER_OK;
}

NumberError ratio_store_lowest(Arena *arena, const Ratio *ratio, Number *out) {
    if (ratio->num.len > 1 || ratio->den.len > 1) return store_big(arena, ratio, out);
    uint64_t num = ratio->num.len == 0 ? 0 : ratio->num.limbs[0], den = ratio->den.limbs[0];
    if (!is_small(ratio->negative, num, den)) return store_big(arena, ratio, out);
    *out = small(ratio->negative, num, den);
    return NUMBER_OK;
}

void ratio_reduce(Ratio *ratio) {
    if (natural_is(&ratio->num, 0)) natural_set(&ratio->den, 1);
    if (natural_is(&ratio->den, 1)) return;
    Natural gcd, quotient;
    natural_gcd(&gcd, &ratio->num, &ratio->den);
    if (natural_is(&gcd, 1)) return;
    natural_div(&quotient, NULL, &ratio->num, &gcd);
    ratio->num = quotient;
    natural_div(&quotient, NULL, &ratio->den, &gcd);
    ratio->den = quotient;
}

NumberError ratio_store(Arena *arena, Ratio *ratio, Number *out) {
    ratio_reduce(ratio);
    return ratio_store_lowest(arena, ratio, out);
}

/* What an operation on small numbers came to, in lowest terms. */
static NumberError store_wide(Arena *arena, bool negative, Wide num, Wide den, Number *out) {
    if (is_small(negative, num, den)) {
        *out = small(negative, (uint64_t)num, (uint64_t)den);
        return NUMBER_OK;
    }
    Ratio ratio;
    ratio.negative = negative;
    natural_set(&ratio.num, num);
    natural_set(&ratio.den, den);
    return ratio_store_lowest(arena, &ratio, out);
}

NumberError number_ratio(Arena *arena, int64_t num, int64_t den, Number *out) {
    if (den == 0) return NUMBER_DIVIDED_BY_ZERO;
    uint64_t gcd = gcd_of(magnitude(num), magnitude(den));
    return store_wide(arena, num != 0 && (num < 0) != (den < 0), magnitude(num) / gcd, magnitude(den) / gcd,
                      out);
}

/* With g the gcd of the denominators, a/b + c/d has only factors of g left to cancel (Knuth, 4.5.1). */
static NumberError add_small(Arena *arena, Number a, Number b, bool subtract, Number *out) {
    uint64_t gcd = gcd_of((uint64_t)a.den, (uint64_t)b.den), left = 1;
    WideSigned x = (WideSigned)a.num * (WideSigned)((uint64_t)b.den / gcd);
    WideSigned y = (WideSigned)b.num * (WideSigned)((uint64_t)a.den / gcd);
    WideSigned sum = subtract ? x - y : x + y;
    Wide size = sum < 0 ? -(Wide)sum : (Wide)sum;
    if (gcd != 1) left = gcd_of((uint64_t)(size % gcd), gcd);
    if (size == 0) return store_wide(arena, false, 0, 1, out);
    return store_wide(arena, sum < 0, size / left, (Wide)((uint64_t)a.den / gcd) * ((uint64_t)b.den / left),
                      out);
}

static NumberError add_big(Arena *arena, Number a, Number b, bool subtract, Number *out) {
    Ratio x, y, sum;
    Natural left, right;
    ratio_load(&x, a);
    ratio_load(&y, b);
    if (subtract) y.negative = !y.negative;
    natural_mul(&left, &x.num, &y.den);
    natural_mul(&right, &y.num, &x.den);
    natural_mul(&sum.den, &x.den, &y.den);
    sum.negative = x.negative;
    if (x.negative == y.negative) {
        natural_add(&sum.num, &left, &right);
    } else if (natural_compare(&left, &right) >= 0) {
        natural_sub(&sum.num, &left, &right);
    } else {
        natural_sub(&sum.num, &right, &left);
        sum.negative = y.negative;
    }
    return ratio_store(arena, &sum, out);
}

NumberError number_add_any(Arena *arena, Number a, Number b, Number *out) {
    bool both_small = a.den != 0 && b.den != 0;
    return both_small ? add_small(arena, a, b, false, out) : add_big(arena, a, b, false, out);
}

NumberError number_sub_any(Arena *arena, Number a, Number b, Number *out) {
    bool both_small = a.den != 0 && b.den != 0;
    return both_small ? add_small(arena, a, b, true, out) : add_big(arena, a, b, true, out);
}

/* a/b * c/d, both in lowest terms: what cancels, cancels across. */
static NumberError product(Arena *arena, bool negative, const uint64_t factors[4], Number *out) {
    uint64_t a = factors[0], b = factors[1], c = factors[2], d = factors[3];
    uint64_t one = gcd_of(a, d), two = gcd_of(c, b);
    return store_wide(arena, negative && a != 0 && c != 0, (Wide)(a / one) * (c / two),
                      (Wide)(b / two) * (d / one), out);
}

static NumberError product_big(Arena *arena, const Ratio *x, const Ratio *y, bool divide, Number *out) {
    Ratio result;
    result.negative = x->negative != y->negative;
    natural_mul(&result.num, &x->num, divide ? &y->den : &y->num);
    natural_mul(&result.den, &x->den, divide ? &y->num : &y->den);
    return ratio_store(arena, &result, out);
}

static NumberError multiply(Arena *arena, Number a, Number b, bool divide, Number *out) {
    if (a.den != 0 && b.den != 0) {
        uint64_t top = magnitude(b.num), bottom = (uint64_t)b.den;
        const uint64_t factors[4] = {magnitude(a.num), (uint64_t)a.den, divide ? bottom : top,
                                     divide ? top : bottom};
        return product(arena, (a.num < 0) != (b.num < 0), factors, out);
    }
    Ratio x, y;
    ratio_load(&x, a);
    ratio_load(&y, b);
    return product_big(arena, &x, &y, divide, out);
}

NumberError number_mul_any(Arena *arena, Number a, Number b, Number *out) {
    return multiply(arena, a, b, false, out);
}

NumberError number_div(Arena *arena, Number a, Number b, Number *out) {
    return number_sign(b) == 0 ? NUMBER_DIVIDED_BY_ZERO : multiply(arena, a, b, true, out);
}

NumberError number_neg(Arena *arena, Number a, Number *out) {
    if (a.den != 0) return store_wide(arena, a.num > 0, magnitude(a.num), (uint64_t)a.den, out);
    Ratio ratio;
    ratio_load(&ratio, a);
    ratio.negative = !ratio.negative;
    return ratio_store_lowest(arena, &ratio, out);
}

int number_compare_any(Number a, Number b) {
    if (a.den != 0 && b.den != 0) {
        WideSigned x = (WideSigned)a.num * b.den, y = (WideSigned)b.num * a.den;
        return (x > y) - (x < y);
    }
    int sign = number_sign(a);
    if (sign != number_sign(b)) return sign < number_sign(b) ? -1 : 1;
    Ratio x, y;
    Natural left, right;
    ratio_load(&x, a);
    ratio_load(&y, b);
    natural_mul(&left, &x.num, &y.den);
    natural_mul(&right, &y.num, &x.den);
    return sign * natural_compare(&left, &right);
}

bool number_equal_big(Number a, Number b) {
    const BigRatio *x = a.big, *y = b.big;
    if (x->negative != y->negative || x->num_len != y->num_len || x->den_len != y->den_len) return false;
    return memcmp(x->limbs, y->limbs, (x->num_len + x->den_len) * sizeof x->limbs[0]) == 0;
}

int number_sign(Number a) {
    if (a.den == 0) return a.big->negative ? -1 : 1;
    return (a.num > 0) - (a.num < 0);
}

bool number_is_whole(Number a) {
    if (a.den != 0) return a.den == 1;
    return a.big->den_len == 1 && a.big->limbs[a.big->num_len] == 1;
}

bool number_to_int(Number a, int64_t *out) {
    if (a.den != 1) return false;
    *out = a.num;
    return true;
}

/* p/q against the root of r/s: p^2 * s against r * q^2. */
int number_compare_root(Number a, Number b) {
    Ratio x, y;
    Natural square, left, right;
    if (number_sign(a) < 0) return -1;
    if (number_sign(b) < 0) return 1;
    ratio_load(&x, a);
    ratio_load(&y, b);
    natural_mul(&square, &x.num, &x.num);
    natural_mul(&left, &square, &y.den);
    natural_mul(&square, &x.den, &x.den);
    natural_mul(&right, &square, &y.num);
    return natural_compare(&left, &right);
}

Number number_copy(Arena *arena, Number n) {
    if (n.den != 0) return n;
    Ratio ratio;
    ratio_load(&ratio, n);
    store_big(arena, &ratio, &n);
    return n;
}
