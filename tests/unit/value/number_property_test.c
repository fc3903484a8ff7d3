/* Numbers against GMP's own rationals, which have no bound and one representation. */
#include "check_more.h"
#include "value/natural.h"
#include <string.h>

enum { POOL = 400, OPERATIONS = 200000 };

static mpq_t pool_exact[POOL];
static Number pool[POOL];
static Arena *arena;

static void natural_of(Natural *natural, const mpz_t z) {
    natural_load(natural, mpz_limbs_read(z), mpz_size(z));
}

static Number number_of(const mpq_t exact) {
    Ratio ratio;
    Number number;
    ratio.negative = mpq_sgn(exact) < 0;
    natural_of(&ratio.num, mpq_numref(exact));
    natural_of(&ratio.den, mpq_denref(exact));
    ck_assert_int_eq(ratio_store(arena, &ratio, &number), NUMBER_OK);
    return number;
}

static bool same_natural(const Natural *natural, const mpz_t z) {
    return natural->len == mpz_size(z) &&
           (natural->len == 0 || mpn_cmp(natural->limbs, mpz_limbs_read(z), (mp_size_t)natural->len) == 0);
}

static bool fits_small(const mpq_t exact) {
    return mpz_fits_slong_p(mpq_numref(exact)) && mpz_fits_slong_p(mpq_denref(exact));
}

static bool fits(const mpq_t exact) {
    return mpz_sizeinbase(mpq_numref(exact), 2) <= NUMBER_BITS &&
           mpz_sizeinbase(mpq_denref(exact), 2) <= NUMBER_BITS;
}

/* The same value, in its one form. */
static bool same(Number number, const mpq_t exact) {
    if ((number.den != 0) != fits_small(exact)) return false;
    Ratio ratio;
    ratio_load(&ratio, number);
    return ratio.negative == (mpq_sgn(exact) < 0) && same_natural(&ratio.num, mpq_numref(exact)) &&
           same_natural(&ratio.den, mpq_denref(exact));
}

static void random_bits(uint64_t *chance, mpz_t out, uint64_t bits) {
    mpz_set_ui(out, 0);
    for (uint64_t have = 0; have < bits; have += 64) {
        mpz_mul_2exp(out, out, 64);
        mpz_add_ui(out, out, check_random(chance));
    }
    mpz_fdiv_r_2exp(out, out, bits);
}

/* A number of 1 to `most` bits, often at or beside a power of two, often with small factors. */
static void random_natural(uint64_t *chance, mpz_t out, uint64_t most) {
    uint64_t bits = 1 + check_below(chance, most);
    switch (check_below(chance, 4)) {
    case 0:
        mpz_set_ui(out, 1);
        mpz_mul_2exp(out, out, bits - 1);
        if (check_below(chance, 2) != 0)
            mpz_sub_ui(out, out, check_below(chance, 3));
        else if (bits > 4)
            mpz_add_ui(out, out, check_below(chance, 3));
        break;
    case 1:
        mpz_ui_pow_ui(out, 2 + check_below(chance, 9), bits / 4);
        break;
    default:
        random_bits(chance, out, bits);
    }
    if (mpz_sgn(out) <= 0) mpz_set_ui(out, 1);
}

static void random_ratio(uint64_t *chance, mpq_t out) {
    static const uint64_t sizes[] = {6, 20, 63, 64, 65, 130, 500, 1024};
    uint64_t size = sizes[check_below(chance, 8)];
    random_natural(chance, mpq_numref(out), size);
    random_natural(chance, mpq_denref(out), check_below(chance, 3) == 0 ? 1 : sizes[check_below(chance, 8)]);
    if (check_below(chance, 2) == 0) mpz_neg(mpq_numref(out), mpq_numref(out));
    if (check_below(chance, 30) == 0) mpz_set_ui(mpq_numref(out), 0);
    if (check_below(chance, 30) == 0) mpz_set_si(mpq_numref(out), INT64_MIN);
    mpq_canonicalize(out);
}

static void fill_pool(uint64_t *chance) {
    for (int i = 0; i < POOL; i++) {
        mpq_init(pool_exact[i]);
        do random_ratio(chance, pool_exact[i]);
        while (!fits(pool_exact[i]));
        pool[i] = number_of(pool_exact[i]);
        ck_assert(same(pool[i], pool_exact[i]));
    }
}

static void clear_pool(void) {
    for (int i = 0; i < POOL; i++) mpq_clear(pool_exact[i]);
}

/* Does operation `op` on two of the pool give what GMP gives? */
static void check_operation(uint64_t op, uint64_t i, uint64_t j, mpq_t exact) {
    Number result = {0};
    NumberError error = NUMBER_OK, want = NUMBER_OK;
    switch (op) {
    case 0:
        error = number_add(arena, pool[i], pool[j], &result), mpq_add(exact, pool_exact[i], pool_exact[j]);
        break;
    case 1:
        error = number_sub(arena, pool[i], pool[j], &result), mpq_sub(exact, pool_exact[i], pool_exact[j]);
        break;
    case 2:
        error = number_mul(arena, pool[i], pool[j], &result), mpq_mul(exact, pool_exact[i], pool_exact[j]);
        break;
    case 3:
        error = number_div(arena, pool[i], pool[j], &result);
        if (mpq_sgn(pool_exact[j]) == 0)
            want = NUMBER_DIVIDED_BY_ZERO;
        else
            mpq_div(exact, pool_exact[i], pool_exact[j]);
        break;
    default:
        error = number_neg(arena, pool[i], &result), mpq_neg(exact, pool_exact[i]);
        break;
    }
    if (want == NUMBER_OK && !fits(exact)) want = NUMBER_TOO_LARGE;
    ck_assert_msg(error == want, "operation %d gives %d, not %d", (int)op, (int)error, (int)want);
    if (want == NUMBER_OK) ck_assert_msg(same(result, exact), "operation %d is wrong", (int)op);
}

START_TEST(arithmetic_agrees_with_unbounded_rationals) {
    uint64_t chance = check_seed("arithmetic");
    arena = arena_new(0);
    mpq_t exact;
    mpq_init(exact);
    fill_pool(&chance);
    ArenaMark mark = arena_mark(arena);
    for (int round = 0; round < OPERATIONS; round++) {
        check_operation(check_below(&chance, 5), check_below(&chance, POOL), check_below(&chance, POOL),
                        exact);
        arena_rewind(arena, mark);
    }
    clear_pool();
    mpq_clear(exact);
    arena_free(arena);
}
END_TEST

static int sign_of(int order) {
    return (order > 0) - (order < 0);
}

START_TEST(comparisons_agree_with_unbounded_rationals) {
    uint64_t chance = check_seed("comparisons");
    arena = arena_new(0);
    mpq_t square;
    mpq_init(square);
    fill_pool(&chance);
    for (int round = 0; round < OPERATIONS / 4; round++) {
        uint64_t i = check_below(&chance, POOL), j = check_below(&chance, POOL);
        int order = sign_of(mpq_cmp(pool_exact[i], pool_exact[j]));
        ck_assert_int_eq(number_compare(pool[i], pool[j]), order);
        ck_assert_int_eq(number_equal(pool[i], pool[j]), order == 0);
        ck_assert_int_eq(number_sign(pool[i]), mpq_sgn(pool_exact[i]));
        if (mpq_sgn(pool_exact[j]) < 0) continue;
        mpq_mul(square, pool_exact[i], pool_exact[i]);
        int root = mpq_sgn(pool_exact[i]) < 0 ? -1 : sign_of(mpq_cmp(square, pool_exact[j]));
        ck_assert_int_eq(number_compare_root(pool[i], pool[j]), root);
    }
    clear_pool();
    mpq_clear(square);
    arena_free(arena);
}
END_TEST

/* num * 10^places / den, rounded by the definition of each rule. */
static void round_exactly(mpz_t out, const mpq_t exact, unsigned places, Rounding how) {
    mpz_t rest, scale;
    mpz_inits(rest, scale, NULL);
    mpz_ui_pow_ui(scale, 10, places);
    mpz_mul(scale, scale, mpq_numref(exact));
    mpz_tdiv_qr(out, rest, scale, mpq_denref(exact));
    int sign = mpz_sgn(rest);
    mpz_mul_2exp(rest, rest, 1);
    int half = mpz_cmpabs(rest, mpq_denref(exact));
    bool away = how == ROUND_UP || (how == ROUND_HALF_UP && half >= 0) ||
                (how == ROUND_HALF_DOWN && half > 0) ||
                (how == ROUND_HALF_EVEN && (half > 0 || (half == 0 && mpz_odd_p(out))));
    if (sign != 0 && away) mpz_add(out, out, (mpz_set_si(scale, sign), scale));
    mpz_clears(rest, scale, NULL);
}

START_TEST(rounding_agrees_with_its_definition) {
    uint64_t chance = check_seed("rounding");
    arena = arena_new(0);
    mpq_t exact;
    mpq_init(exact);
    fill_pool(&chance);
    for (int round = 0; round < OPERATIONS / 10; round++) {
        uint64_t i = check_below(&chance, POOL);
        unsigned places = (unsigned)check_below(&chance, 12);
        Rounding how = (Rounding)check_below(&chance, 5);
        Number result;
        NumberError error = number_round(arena, pool[i], (int)places, how, &result);
        round_exactly(mpq_numref(exact), pool_exact[i], places, how);
        mpz_ui_pow_ui(mpq_denref(exact), 10, places);
        mpq_canonicalize(exact);
        ck_assert_int_eq(error, fits(exact) ? NUMBER_OK : NUMBER_TOO_LARGE);
        if (error == NUMBER_OK) ck_assert(same(result, exact));
    }
    clear_pool();
    mpq_clear(exact);
    arena_free(arena);
}
END_TEST

/* The value of what number_write() wrote, read without our own parser. */
static void read_exactly(mpq_t out, const char *text) {
    const char *point = strchr(text, '.');
    if (!point) {
        ck_assert_int_eq(mpq_set_str(out, text, 10), 0);
        return;
    }
    char *digits = calloc(strlen(text) + 1, 1);
    memcpy(digits, text, (size_t)(point - text));
    memcpy(digits + (point - text), point + 1, strlen(point + 1));
    ck_assert_int_eq(mpz_set_str(mpq_numref(out), digits, 10), 0);
    mpz_ui_pow_ui(mpq_denref(out), 10, strlen(point + 1));
    mpq_canonicalize(out);
    free(digits);
}

START_TEST(every_number_is_read_back_from_its_text) {
    uint64_t chance = check_seed("texts");
    arena = arena_new(0);
    mpq_t exact;
    mpq_init(exact);
    for (int round = 0; round < 10; round++) {
        fill_pool(&chance);
        for (int i = 0; i < POOL; i++) {
            Number again;
            Text text = number_text(arena, pool[i]);
            ck_assert_int_eq(number_parse(arena, text, &again), NUMBER_OK);
            ck_assert(number_equal(again, pool[i]));
            read_exactly(exact, text.at);
            ck_assert_msg(mpq_equal(exact, pool_exact[i]), "%s", text.at);
        }
        clear_pool();
    }
    mpq_clear(exact);
    arena_free(arena);
}
END_TEST

Suite *number_property_test_suite(void) {
    Suite *suite = suite_create("number against unbounded rationals");
    TCase *tests = tcase_create("properties");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, arithmetic_agrees_with_unbounded_rationals);
    tcase_add_test(tests, comparisons_agree_with_unbounded_rationals);
    tcase_add_test(tests, rounding_agrees_with_its_definition);
    tcase_add_test(tests, every_number_is_read_back_from_its_text);
    suite_add_tcase(suite, tests);
    return suite;
}
