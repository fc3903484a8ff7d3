/* What the suites of several rooms share beside Check: texts compared, and chance that can be repeated. */
#ifndef BYLAW_TESTS_CHECK_MORE_H
#define BYLAW_TESTS_CHECK_MORE_H

#include "base/text.h"
#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ck_assert_text_eq(got, want)                                                                         \
    do {                                                                                                     \
        Text more_got = (got), more_want = (want);                                                           \
        ck_assert_msg(text_equal(more_got, more_want), "%s is \"%.*s\", not \"%.*s\"", #got,                 \
                      TEXT_ARG(more_got), TEXT_ARG(more_want));                                              \
    } while (0)

/* The same with a NUL-terminated string. */
#define ck_assert_text_is(got, want) ck_assert_text_eq(got, text_of(want))

/* Asserts as Check does, but takes no note of what holds: Check writes a mark for each of its own, which
 * costs more than most of what is tested. For what is asserted millions of times. */
#define ck_hold(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) ck_abort_msg("it does not hold that %s", #condition);                              \
    } while (0)
#define ck_hold_msg(condition, ...)                                                                          \
    do {                                                                                                     \
        if (!(condition)) ck_abort_msg(__VA_ARGS__);                                                         \
    } while (0)
#define ck_hold_eq(got, want)                                                                                \
    do {                                                                                                     \
        int64_t more_got = (int64_t)(got), more_want = (int64_t)(want);                                      \
        ck_hold_msg(more_got == more_want, "%s is %" PRId64 ", not %" PRId64, #got, more_got, more_want);    \
    } while (0)

/* The seed of a property test: BYLAW_SEED if the environment has it, else the clock. It is printed, so
 * that a failure can be repeated. */
static inline uint64_t check_seed(const char *property) {
    const char *given = getenv("BYLAW_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    printf("%s: BYLAW_SEED=%" PRIu64 "\n", property, seed);
    fflush(stdout);
    return seed;
}

/* How many rounds of chance a property is tried for: BYLAW_LONG=1000 in the environment makes it a thousand
 * times as many as usual (CK_DEFAULT_TIMEOUT=0 lets it have its time). */
static inline int check_rounds(int usual) {
    const char *times = getenv("BYLAW_LONG");
    return times ? usual * atoi(times) : usual;
}

/* The next number of a seeded sequence (splitmix64). */
static inline uint64_t check_random(uint64_t *state) {
    uint64_t z = (*state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

/* The next number from 0 up to, but not, `below`. */
static inline uint64_t check_below(uint64_t *state, uint64_t below) {
    return check_random(state) % below;
}

#endif
