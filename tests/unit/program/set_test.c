#include "check_more.h"
#include "program/code.h"

static Value number(int64_t n) {
    return value_number(TYPE_INTEGER, number_int(n));
}

static Interval between(int64_t low, bool low_open, int64_t high, bool high_open) {
    return (Interval){.low = number(low),
                      .high = number(high),
                      .has_low = true,
                      .has_high = true,
                      .low_open = low_open,
                      .high_open = high_open};
}

static Interval from(int64_t low, bool open) {
    return (Interval){.low = number(low), .has_low = true, .low_open = open};
}

/* "[1,3) (5,7]", with ( and ) at open ends and at infinity */
static Text shown(Arena *arena, const CellCode *set) {
    Buf buf = buf_new(arena);
    for (uint32_t i = 0; i < set->count; i++) {
        const Interval *in = &set->intervals[i];
        if (i > 0) buf_char(&buf, ' ');
        buf_char(&buf, in->has_low && !in->low_open ? '[' : '(');
        if (in->has_low) number_write(&buf, in->low.number);
        buf_char(&buf, ',');
        if (in->has_high) number_write(&buf, in->high.number);
        buf_char(&buf, in->has_high && !in->high_open ? ']' : ')');
    }
    return buf_done(&buf);
}

static Text joined(Arena *arena, const Interval *intervals, size_t count) {
    CellCode set = set_of_intervals(arena, intervals, count);
    return shown(arena, &set);
}

START_TEST(intervals_that_touch_are_joined_and_others_are_not) {
    Arena *arena = arena_new(0);
    ck_assert_text_is(joined(arena, (Interval[]){between(3, false, 5, false), between(1, false, 3, true)}, 2),
                      "[1,5]");
    ck_assert_text_is(joined(arena, (Interval[]){between(1, false, 3, true), between(3, true, 5, false)}, 2),
                      "[1,3) (3,5]");
    ck_assert_text_is(
        joined(arena, (Interval[]){between(1, false, 9, false), between(2, false, 3, false)}, 2), "[1,9]");
    ck_assert_text_is(joined(arena, (Interval[]){from(4, true), between(4, false, 4, false)}, 2), "[4,)");
    arena_free(arena);
}
END_TEST

START_TEST(an_interval_in_which_nothing_lies_is_left_out) {
    Arena *arena = arena_new(0);
    ck_assert_text_is(joined(arena, (Interval[]){between(3, false, 3, true), between(5, false, 4, false)}, 2),
                      "");
    ck_assert_text_is(joined(arena, (Interval[]){between(3, false, 3, false)}, 1), "[3,3]");
    arena_free(arena);
}
END_TEST

START_TEST(what_is_not_in_a_set_are_its_gaps) {
    Arena *arena = arena_new(0);
    const Interval two[] = {between(1, false, 3, true), from(5, true)};
    CellCode set = set_of_intervals(arena, two, 2), none = set_of_intervals(arena, NULL, 0);
    CellCode gaps = set_negated(arena, &set, 0), all = set_negated(arena, &none, 0);
    ck_assert_text_is(shown(arena, &gaps), "(,1) [3,5]");
    ck_assert_text_is(shown(arena, &all), "(,)");
    CellCode again = set_negated(arena, &all, 0);
    ck_assert_text_is(shown(arena, &again), "");
    arena_free(arena);
}
END_TEST

START_TEST(the_negation_of_members_knows_where_the_enum_ends) {
    Arena *arena = arena_new(0);
    bool in[70] = {false};
    in[0] = in[69] = true;
    CellCode set = set_of_members(arena, 70, in), rest = set_negated(arena, &set, 70);
    ck_assert_uint_eq(set.count, 2);
    ck_assert_uint_eq(set.words[0], 1);
    ck_assert_uint_eq(rest.words[0], ~(uint64_t)1);
    ck_assert_uint_eq(rest.words[1], 31);
    arena_free(arena);
}
END_TEST

START_TEST(weights_get_their_common_denominator) {
    Criterion criteria[] = {{.weight = {.num = 1, .den = 4}},
                            {.weight = {.num = 1, .den = 5}},
                            {.weight = {.num = 3, .den = 20}}};
    Scorecard scorecard = {.criterion_count = 3, .low = number_int(1), .high = number_int(10)};
    Arena *arena = arena_new(0);
    scorecard_shares(arena, &scorecard, criteria);
    ck_assert_int_eq(scorecard.denominator, 20);
    ck_assert_int_eq(criteria[0].share, 5);
    ck_assert_int_eq(criteria[1].share, 4);
    ck_assert_int_eq(criteria[2].share, 3);
    ck_assert_ptr_nonnull(scorecard.plain);
    ck_assert_int_eq(scorecard.plain->reductions[6].rest, 3);
    ck_assert_int_eq(scorecard.plain->reductions[6].denominator, 10);
    arena_free(arena);
}
END_TEST

START_TEST(weights_whose_common_denominator_is_too_large_have_none) {
    Criterion criteria[] = {{.weight = {.num = 1, .den = INT64_MAX}},
                            {.weight = {.num = 1, .den = INT64_MAX - 1}}};
    Scorecard scorecard = {.criterion_count = 2, .low = number_int(1), .high = number_int(10)};
    Arena *arena = arena_new(0);
    scorecard_shares(arena, &scorecard, criteria);
    ck_assert_int_eq(scorecard.denominator, 0);
    ck_assert_ptr_null(scorecard.plain);
    arena_free(arena);
}
END_TEST

Suite *set_test_suite(void) {
    Suite *suite = suite_create("sets and shares");
    TCase *tests = tcase_create("sets and shares");
    tcase_add_test(tests, intervals_that_touch_are_joined_and_others_are_not);
    tcase_add_test(tests, an_interval_in_which_nothing_lies_is_left_out);
    tcase_add_test(tests, what_is_not_in_a_set_are_its_gaps);
    tcase_add_test(tests, the_negation_of_members_knows_where_the_enum_ends);
    tcase_add_test(tests, weights_get_their_common_denominator);
    tcase_add_test(tests, weights_whose_common_denominator_is_too_large_have_none);
    suite_add_tcase(suite, tests);
    return suite;
}
