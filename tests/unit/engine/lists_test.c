/* Lists, ranges, rounding and square roots, run. */
#include "made.h"

static const char rules[] =
    "facts more {\n  grades : list of integer\n  offers : list of money USD\n  colours : list of colour\n"
    "  window : range of date\n  band : range of decimal\n}\n";

static Made condition(const char *written) {
    return made_condition(rules, written);
}

static void check_given(const char *written, const char *fact, const char *value, char wanted) {
    check_condition(rules, written, fact, value, wanted);
}

START_TEST(rounding_is_exact_and_as_the_rule_says) {
    check_given("x rounded to 0 half even = 2", "x", "2.5", 'y');
    check_given("x rounded to 0 half up = 3", "x", "2.5", 'y');
    check_given("x rounded to 0 half down = 2", "x", "2.5", 'y');
    check_given("x rounded to 0 up = -3", "x", "-2.1", 'y');
    check_given("x rounded to 1 down = 2.1", "x", "2.19", 'y');
    check_given("x / 3 rounded to 4 half even * 3 = 0.9999", "x", "1", 'y');
    check_given("paid / 3 rounded to 2 half even = USD 33.33", "paid", "USD 100", 'y');
    check_given("share rounded to 1 half up = 25.6%", "share", "25.55%", 'y');
    check_given("x rounded to 0 up > 2", "x", NULL, '?');
}
END_TEST

START_TEST(a_square_root_is_compared_by_squaring) {
    check_given("x = square root of 2", "x", "1.41421356", 'n');
    check_given("x < square root of 2", "x", "1.4142135623730950488016887242096980785696718753769480", 'y');
    check_given("x > square root of 2", "x", "1.4142135623730950488016887242096980785696718753769481", 'y');
    check_given("square root of n = 4", "n", "16", 'y');
    check_given("square root of n >= -1", "n", "0", 'y');
    check_given("square root of n > square root of (n - 1)", "n", "5", 'y');
    check_given("square root of n > 1", "n", "-1", '!');
    check_given("square root of n > 1", "n", NULL, '?');
}
END_TEST

START_TEST(a_list_has_what_it_holds) {
    check_given("3 in grades", "grades", "[1,3]", 'y');
    check_given("2 in grades", "grades", "[1,3]", 'n');
    check_given("x + 1 in grades", "grades", "[]", '?');
    check_given("red in colours", "colours", "[\"green\",\"red\"]", 'y');
    check_given("3 in grades", "grades", NULL, '?');
    check_given("not (USD 5 in offers)", "offers", "[\"USD 5\"]", 'n');
}
END_TEST

START_TEST(a_range_has_what_lies_in_it) {
    check_given("2026-01-01 in window", "window", "2026-01-01..2026-01-31", 'y');
    check_given("2026-01-31 in window", "window", "2026-01-01..2026-01-31", 'y');
    check_given("2026-01-31 in window", "window", "2026-01-01 ..< 2026-01-31", 'n');
    check_given("7 in band", "band", "6.5..7", 'y');
    check_given("7 in band", "band", "6.5 ..< 7", 'n');
    check_given("7 in band", "band", NULL, '?');
}
END_TEST

START_TEST(of_a_list_come_its_count_its_sum_and_its_ends) {
    check_given("count of grades = 3 and sum of grades = 9", "grades", "[5,1,3]", 'y');
    check_given("lowest of grades = 1 and highest of grades = 5", "grades", "[5,1,3]", 'y');
    check_given("sum of offers - USD 1 = USD 7.5", "offers", "[\"USD 5\",\"USD 3.5\"]", 'y');
    check_given("count of offers > 1", "offers", NULL, '?');
}
END_TEST

START_TEST(an_empty_list_has_no_ends_but_a_count_and_a_sum) {
    check_given("count of offers = 0 and sum of offers = USD 0", "offers", "[]", 'y');
    check_given("lowest of offers > USD 1", "offers", "[]", '?');
    check_given("highest of offers is missing", "offers", "[]", 'y');
    check_given("highest of offers is missing", "offers", "[\"USD 5\"]", 'n');
}
END_TEST

START_TEST(what_an_empty_list_leaves_open_names_the_list) {
    Made it = condition("lowest of offers > USD 1 and count of grades > n");
    give(&it, "offers", "[]");
    give(&it, "grades", "[]");
    Determination out;
    evaluate(it.frame, it.program->guards[0].requires[0], NULL, &out);
    ck_assert_uint_eq(out.settle_count, 2);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "n"));
    ck_assert_int_eq(out.settle[1], slot_of(it.program, "offers"));
    arena_free(it.arena);
}
END_TEST

START_TEST(what_a_table_collects_is_a_list_that_rules_look_into) {
    Made it =
        made("table papers of f {\n hit collect list\n | row | a | b || paper : text |\n"
             " | R1 | yes | - || \"one\" |\n | R2 | - | yes || \"two\" |\n}\n"
             "guard g before here {\n requires \"two\" in papers.paper and count of papers.paper = 1\n}\n");
    give(&it, "a", "no");
    give(&it, "b", "yes");
    ck_assert_int_eq(answer(&it), 'y');
    give(&it, "a", "yes");
    ck_assert_int_eq(answer(&it), 'n');
    arena_free(it.arena);
}
END_TEST

START_TEST(the_reasons_show_lists_and_ranges_as_they_were) {
    Made it = condition("due in window");
    Reasons reasons = {0};
    Determination out;
    give(&it, "due", "2026-02-01");
    give(&it, "window", "2026-01-01 ..< 2026-02-01");
    Index unit = it.program->guards[0].requires[0];
    evaluate(it.frame, unit, &reasons, &out);
    Tree *tree = determination_tree(it.arena, it.program, unit, &out, &reasons);
    const Tree *facts = tree_get(tree, "facts");
    ck_assert_text_is(
        tree_get_text(tree_get(tree_get(tree, "steps")->items[0], "comparisons")->items[0], "written"),
        "due in window");
    ck_assert_text_is(tree_get_text(facts->items[1], "value"), "2026-01-01 ..< 2026-02-01");
    arena_free(it.arena);
}
END_TEST

Suite *lists_test_suite(void) {
    Suite *suite = suite_create("lists, ranges, rounding and roots");
    TCase *tests = tcase_create("lists");
    tcase_add_test(tests, rounding_is_exact_and_as_the_rule_says);
    tcase_add_test(tests, a_square_root_is_compared_by_squaring);
    tcase_add_test(tests, a_list_has_what_it_holds);
    tcase_add_test(tests, a_range_has_what_lies_in_it);
    tcase_add_test(tests, of_a_list_come_its_count_its_sum_and_its_ends);
    tcase_add_test(tests, an_empty_list_has_no_ends_but_a_count_and_a_sum);
    tcase_add_test(tests, what_an_empty_list_leaves_open_names_the_list);
    tcase_add_test(tests, what_a_table_collects_is_a_list_that_rules_look_into);
    tcase_add_test(tests, the_reasons_show_lists_and_ranges_as_they_were);
    suite_add_tcase(suite, tests);
    return suite;
}
