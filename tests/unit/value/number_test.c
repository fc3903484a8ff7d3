#include "check_more.h"
#include "value/number.h"

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

static Number n(const char *text) {
    Number number = {0};
    ck_assert_msg(number_parse(arena, text_of(text), &number) == NUMBER_OK, "%s", text);
    return number;
}

/* 2^exponent */
static Number power_of_two(int exponent) {
    Number power = number_int(1);
    for (int i = 0; i < exponent; i++) ck_assert_int_eq(number_add(arena, power, power, &power), NUMBER_OK);
    return power;
}

#define ck_assert_number(got, want) ck_assert_text_is(number_text(arena, (got)), (want))

START_TEST(a_third_times_three_is_one) {
    Number product;
    ck_assert_int_eq(number_mul(arena, n("1/3"), n("3"), &product), NUMBER_OK);
    ck_assert(number_equal(product, number_int(1)));
}
END_TEST

START_TEST(the_worked_example_comes_to_8_3_exactly) {
    const char *rows[][2] = {{"0.25", "9"}, {"0.2", "9"}, {"0.25", "8"}, {"0.15", "7"}, {"0.15", "8"}};
    Number total = number_int(0), part;
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(number_mul(arena, n(rows[i][0]), n(rows[i][1]), &part), NUMBER_OK);
        ck_assert_int_eq(number_add(arena, total, part, &total), NUMBER_OK);
    }
    ck_assert_number(total, "8.3");
}
END_TEST

START_TEST(numbers_are_written_in_one_form) {
    const char *cases[][2] = {
        {"12", "12"},
        {"-0.5", "-0.5"},
        {"100_000", "100000"},
        {"1/3", "1/3"},
        {"-0", "0"},
        {"0.0", "0"},
        {"2/6", "1/3"},
        {"1/8", "0.125"},
        {"007.50", "7.5"},
        {"3/1", "3"},
        {"-7/25", "-0.28"},
        {"1/80", "0.0125"},
        {"1_0/2_0", "0.5"},
        {"0.1_5", "0.15"},
        {"1.000", "1"},
        {"0.001", "0.001"},
        {"-22/7", "-22/7"},
        {"0/5", "0"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", "9223372036854775808"},
        {"123456789012345678901234567890.5", "123456789012345678901234567890.5"},
        {"1/9223372036854775808", "0.000000000000000000108420217248550443400745280086994171142578125"},
        {"10000000000000000000000/3", "10000000000000000000000/3"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) ck_assert_number(n(cases[i][0]), cases[i][1]);
}
END_TEST

START_TEST(what_is_no_number_is_refused) {
    const char *bad[] = {
        "",      "-",    "+1",   " 1",  "1 ",       "1e3",
        ".5",    "5.",   "1__0", "_1",  "1_",       "1.",
        "1._5",  "1/-3", "1/",   "/3",  "1.5/2",    "1/2/3",
        "1.2.3", "--1",  "0x10", "1,5", "\xD9\xA1", "1234567890123456789012345678901234567890x",
        "NaN",   "inf",  "-.5",  "1_.5"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        Number number;
        ck_assert_msg(number_parse(arena, text_of(bad[i]), &number) == NUMBER_MALFORMED, "%s", bad[i]);
    }
    Number number;
    ck_assert_int_eq(number_parse(arena, TEXT("1/0"), &number), NUMBER_DIVIDED_BY_ZERO);
    ck_assert_int_eq(number_parse(arena, TEXT("0/00"), &number), NUMBER_DIVIDED_BY_ZERO);
}
END_TEST

START_TEST(nothing_is_divided_by_zero) {
    Number quotient = number_int(7);
    ck_assert_int_eq(number_div(arena, n("1"), n("0"), &quotient), NUMBER_DIVIDED_BY_ZERO);
    ck_assert_int_eq(number_div(arena, power_of_two(100), n("0"), &quotient), NUMBER_DIVIDED_BY_ZERO);
    ck_assert_int_eq(number_ratio(arena, 1, 0, &quotient), NUMBER_DIVIDED_BY_ZERO);
    ck_assert(number_equal(quotient, number_int(7)));
}
END_TEST

START_TEST(the_edge_of_64_bits_is_crossed_both_ways) {
    Number most = number_int(INT64_MAX), least = number_int(INT64_MIN), over, back;
    number_add(arena, most, number_int(1), &over);
    ck_assert_int_eq(over.den, 0);
    ck_assert_number(over, "9223372036854775808");
    number_sub(arena, over, number_int(1), &back);
    ck_assert(back.den == 1 && back.num == INT64_MAX);
    number_neg(arena, least, &back);
    ck_assert(number_equal(back, over));
    number_neg(arena, over, &back);
    ck_assert(back.den == 1 && back.num == INT64_MIN);
    number_ratio(arena, INT64_MIN, INT64_MIN, &back);
    ck_assert(back.den == 1 && back.num == 1);
    number_ratio(arena, 1, INT64_MIN, &back);
    ck_assert_int_eq(back.den, 0);
    number_div(arena, number_int(1), least, &over);
    ck_assert(number_equal(back, over) && number_sign(over) == -1);
    number_mul(arena, over, least, &back);
    ck_assert(number_equal(back, number_int(1)));
}
END_TEST

START_TEST(a_number_has_at_most_1024_bits_a_side) {
    Number most, half = power_of_two(1023), sum, less;
    number_sub(arena, half, number_int(1), &less);
    ck_assert_int_eq(number_add(arena, half, less, &most), NUMBER_OK); /* 2^1024 - 1 */
    ck_assert_int_eq(number_add(arena, most, number_int(1), &sum), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_add(arena, half, half, &sum), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_mul(arena, half, number_int(2), &sum), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_div(arena, number_int(1), most, &sum), NUMBER_OK);
    ck_assert_int_eq(number_div(arena, sum, number_int(2), &sum), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_mul(arena, most, n("2/3"), &sum), NUMBER_OK); /* 3 divides 2^1024 - 1 */
    ck_assert_int_eq(number_div(arena, most, most, &sum), NUMBER_OK);
    ck_assert(number_equal(sum, number_int(1)));
    ck_assert_int_eq(number_parse(arena, number_text(arena, most), &sum), NUMBER_OK);
    ck_assert(number_equal(sum, most));
}
END_TEST

START_TEST(very_long_texts_are_read_or_refused_by_their_value) {
    Number number, small;
    number_div(arena, number_int(1), power_of_two(1023), &small);
    Text text = number_text(arena, small); /* 1,023 places */
    ck_assert_uint_eq(text.len, 2 + 1023);
    ck_assert_int_eq(number_parse(arena, text, &number), NUMBER_OK);
    ck_assert(number_equal(number, small));
    Buf buf = buf_new(arena);
    buf_cstr(&buf, "1.");
    buf_repeat(&buf, '0', 100000);
    ck_assert_int_eq(number_parse(arena, buf_done(&buf), &number), NUMBER_OK);
    ck_assert(number_equal(number, number_int(1)));
    buf_char(&buf, '1');
    ck_assert_int_eq(number_parse(arena, buf_done(&buf), &number), NUMBER_TOO_LARGE);
    buf = buf_new(arena);
    buf_repeat(&buf, '9', 100000);
    ck_assert_int_eq(number_parse(arena, buf_done(&buf), &number), NUMBER_TOO_LARGE);
    buf_cstr(&buf, "/7");
    ck_assert_int_eq(number_parse(arena, buf_done(&buf), &number), NUMBER_TOO_LARGE);
}
END_TEST

START_TEST(rounding_is_symmetric_about_zero) {
    static const struct {
        const char *number;
        int places;
        const char *half_even, *half_up, *up, *down, *half_down;
    } cases[] = {
        {"2.5", 0, "2", "3", "3", "2", "2"},
        {"-2.5", 0, "-2", "-3", "-3", "-2", "-2"},
        {"3.5", 0, "4", "4", "4", "3", "3"},
        {"-3.5", 0, "-4", "-4", "-4", "-3", "-3"},
        {"1/3", 2, "0.33", "0.33", "0.34", "0.33", "0.33"},
        {"-1/3", 2, "-0.33", "-0.33", "-0.34", "-0.33", "-0.33"},
        {"2/3", 2, "0.67", "0.67", "0.67", "0.66", "0.67"},
        {"0.125", 2, "0.12", "0.13", "0.13", "0.12", "0.12"},
        {"0.135", 2, "0.14", "0.14", "0.14", "0.13", "0.13"},
        {"-0.001", 2, "0", "0", "-0.01", "0", "0"},
        {"8.3", 5, "8.3", "8.3", "8.3", "8.3", "8.3"},
        {"0.5", 0, "0", "1", "1", "0", "0"},
        {"1250", -2, "1200", "1300", "1300", "1200", "1200"},
        {"-1350", -2, "-1400", "-1400", "-1400", "-1300", "-1300"},
        {"7", -2, "0", "0", "100", "0", "0"},
        {"7", 300, "7", "7", "7", "7", "7"},
        {"123456789012345678901234567890.45", 1, "123456789012345678901234567890.4",
         "123456789012345678901234567890.5", "123456789012345678901234567890.5",
         "123456789012345678901234567890.4", "123456789012345678901234567890.4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *want[] = {cases[i].half_even, cases[i].half_up, cases[i].up, cases[i].down,
                              cases[i].half_down};
        for (int how = 0; how < 5; how++) {
            Number rounded;
            ck_assert_int_eq(
                number_round(arena, n(cases[i].number), cases[i].places, (Rounding)how, &rounded), NUMBER_OK);
            ck_assert_number(rounded, want[how]);
        }
    }
    Number rounded;
    ck_assert_int_eq(number_round(arena, n("1/3"), 309, ROUND_DOWN, &rounded), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_round(arena, n("1/3"), INT32_MIN, ROUND_DOWN, &rounded), NUMBER_TOO_LARGE);
    ck_assert_int_eq(number_round(arena, n("1/3"), 308, ROUND_DOWN, &rounded), NUMBER_OK);
}
END_TEST

START_TEST(a_square_root_is_compared_by_squaring) {
    ck_assert_int_eq(number_compare_root(n("3"), n("9")), 0);
    ck_assert_int_eq(number_compare_root(n("3"), n("10")), -1);
    ck_assert_int_eq(number_compare_root(n("4"), n("15")), 1);
    ck_assert_int_eq(number_compare_root(n("1.41421356"), n("2")), -1);
    ck_assert_int_eq(number_compare_root(n("1.41421357"), n("2")), 1);
    ck_assert_int_eq(number_compare_root(n("-1"), n("0")), -1);
    ck_assert_int_eq(number_compare_root(n("0"), n("0")), 0);
    ck_assert_int_eq(number_compare_root(n("2/3"), n("4/9")), 0);
    Number most = power_of_two(1023), small;
    number_div(arena, number_int(1), most, &small);
    ck_assert_int_eq(number_compare_root(most, most), 1);
    ck_assert_int_eq(number_compare_root(small, small), -1);
}
END_TEST

START_TEST(whole_numbers_are_told_and_given) {
    int64_t whole = 5;
    ck_assert(number_is_whole(n("9.0")) && !number_is_whole(n("9.5")));
    ck_assert(number_is_whole(power_of_two(200)) && !number_is_whole(n("100000000000000000000/3")));
    ck_assert(number_to_int(n("-9223372036854775808"), &whole) && whole == INT64_MIN);
    ck_assert(!number_to_int(n("9223372036854775808"), &whole) && !number_to_int(n("0.5"), &whole));
    ck_assert_int_eq(number_sign(n("-0.1")) + number_sign(n("0")) * 10 + number_sign(power_of_two(99)) * 100,
                     99);
}
END_TEST

START_TEST(a_copy_outlives_the_arena_it_came_from) {
    Arena *other = arena_new(0);
    Number number, copy;
    ck_assert_int_eq(number_parse(other, TEXT("100000000000000000000/3"), &number), NUMBER_OK);
    copy = number_copy(arena, number);
    ck_assert(number_equal(copy, number) && copy.big != number.big);
    arena_free(other);
    ck_assert_number(copy, "100000000000000000000/3");
}
END_TEST

START_TEST(percentages_are_hundredths_even_at_the_bound) {
    const char *cases[][2] = {
        {"25", "0.25"}, {"100/3", "1/3"}, {"99.9", "0.999"}, {"-1_000.5", "-10.005"}, {"0", "0"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Number number;
        ck_assert_int_eq(number_parse_percent(arena, text_of(cases[i][0]), &number), NUMBER_OK);
        ck_assert_number(number, cases[i][1]);
    }
    Number most = power_of_two(1023), again;
    Buf buf = buf_new(arena);
    number_write_percent(&buf, most);
    ck_assert_int_eq(number_parse_percent(arena, buf_done(&buf), &again), NUMBER_OK);
    ck_assert(number_equal(again, most));
}
END_TEST

Suite *number_test_suite(void) {
    Suite *suite = suite_create("number");
    TCase *tests = tcase_create("number");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_third_times_three_is_one);
    tcase_add_test(tests, the_worked_example_comes_to_8_3_exactly);
    tcase_add_test(tests, numbers_are_written_in_one_form);
    tcase_add_test(tests, what_is_no_number_is_refused);
    tcase_add_test(tests, nothing_is_divided_by_zero);
    tcase_add_test(tests, the_edge_of_64_bits_is_crossed_both_ways);
    tcase_add_test(tests, a_number_has_at_most_1024_bits_a_side);
    tcase_add_test(tests, very_long_texts_are_read_or_refused_by_their_value);
    tcase_add_test(tests, rounding_is_symmetric_about_zero);
    tcase_add_test(tests, a_square_root_is_compared_by_squaring);
    tcase_add_test(tests, whole_numbers_are_told_and_given);
    tcase_add_test(tests, a_copy_outlives_the_arena_it_came_from);
    tcase_add_test(tests, percentages_are_hundredths_even_at_the_bound);
    suite_add_tcase(suite, tests);
    return suite;
}
