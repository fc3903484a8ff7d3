/* What rounding, square roots, lists and ranges may be made of. */
#include "charter_text.h"

#define MORE                                                                                                 \
    "facts more {\n  grades : list of integer\n  colours : list of grade\n  window : range of date\n"        \
    "  band : range of percent\n  rest : hours\n}\n"
#define CONDITION(condition) MORE "test \"t\" {\n  expect " condition "\n}\n"

#define WRONG(name, condition, code, words) REFUSED(name, CONDITION(condition), code, words)
#define RIGHT(name, condition)                                                                               \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT CONDITION(condition), NULL);                                                \
        ck_assert_right();                                                                                   \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

RIGHT(a_fact_is_missing_in_words,
      "annual_value is missing or ethics is not missing and not (annual_value is missing)")
WRONG(a_result_is_not_missing_in_words_either, "score.total is missing", MISSING_HERE, "missing")

RIGHT(numbers_percentages_money_and_hours_are_rounded,
      "margin / 3 rounded to 2 half even > 1 and share rounded to 0 up > 1% and fee / 3 rounded to 2 half "
      "down > fee "
      "and rest rounded to 1 half up > 2 hours")
RIGHT(rounding_to_no_places_gives_a_whole_number, "2 days * (margin rounded to 0 down) > 3 days")
WRONG(how_it_is_rounded_has_to_be_said, "margin rounded to 2 > 1", HOW_ROUNDED, "half even, half up")
WRONG(nobody_rounds_by_halves_alone, "margin rounded to 2 half > 1", NO_ROUNDING, "\"half\" is not a way")
WRONG(a_text_cannot_be_rounded, "name rounded to 2 up = name", NOT_ROUNDED, "a text cannot be rounded")
WRONG(a_date_cannot_be_rounded, "signed rounded to 0 up = signed", NOT_ROUNDED, "a date cannot be rounded")
WRONG(there_are_no_parts_of_places, "margin rounded to 1.5 up = 3", ROUNDED_PLACES,
      "1.5 is not a number of places")
WRONG(what_is_whole_need_not_be_rounded, "staff rounded to 2 up = 3", ROUNDED_WHOLE, "whole already")

RIGHT(a_square_root_is_compared_with, "margin > square root of staff and square root of (staff + 1) = 3 and "
                                      "square root of staff < square root of margin")
WRONG(a_square_root_is_not_added_to, "square root of staff + 1 > 3", ROOT_HERE,
      "one whole side of a comparison")
WRONG(a_square_root_is_no_item, "square root of staff in (1, 2)", ROOT_HERE, "one whole side")
WRONG(money_has_no_square_root, "square root of fee > 3", WRONG_TYPE, "money USD, but a number")

RIGHT(lists_and_ranges_are_looked_into,
      "3 in grades and high in colours and signed in window and 5% in band and not (\"a\" in tags)")
RIGHT(a_list_is_counted_summed_and_its_ends_found,
      "count of colours > 2 and sum of grades / count of grades >= lowest of grades + highest of grades")
RIGHT(the_lowest_of_a_list_may_be_missing, "lowest of grades is missing or highest of grades is not missing")
WRONG(a_count_is_never_missing, "count of grades is missing", MISSING_HERE, "missing")
WRONG(a_number_is_no_list, "3 in staff", IN_WHAT, "a whole number is neither a list nor a range")
WRONG(a_list_holds_what_it_is_a_list_of, "\"a\" in grades", TYPES_DIFFER, "a text")
WRONG(a_member_of_a_list_is_of_its_enum, "health in colours", UNKNOWN_MEMBER, "health")
WRONG(a_number_has_no_sum, "sum of staff > 3", LIST_NEEDED,
      "sum is said of a list, and this is a whole number")
WRONG(members_have_no_sum, "sum of colours > 3", NO_AGGREGATE, "there is no sum of a list of grade")
WRONG(texts_have_no_lowest, "lowest of tags = \"a\"", NO_AGGREGATE, "there is no lowest of a list of text")
WRONG(ranges_are_not_compared, "window = window", TYPES_DIFFER, "range of date")
REFUSED(a_range_is_of_what_has_an_order, "facts other {\n  a : range of text\n}\n", RANGE_ELEMENT, "text")
REFUSED(a_list_is_no_column,
        MORE "table t of more {\n  | row | window || a : yes_no |\n  | R1 | - || yes |\n}\n", COLUMN_OF_LIST,
        "window")
REFUSED(a_range_that_is_given_holds_something,
        MORE "test \"t\" {\n  given window = 2026-03-01..2026-01-01\n"
             "  expect personal_data\n}\n",
        RANGE_EMPTY, "lower end first")
REFUSED(a_range_that_is_given_is_of_its_type,
        MORE "test \"t\" {\n  given window = 1..2\n  expect personal_data\n}\n", WRONG_TYPE, "a date")

START_TEST(ranges_and_lists_are_given_in_tests) {
    check_texts(
        CHARTER_TEXT MORE
        "test \"t\" {\n  given window = 2026-01-01 ..< 2026-03-01\n  given band = 1%..5%\n"
        "  given grades = (1, 2)\n  given colours = (low)\n  given tags = ()\n  expect signed in window\n}\n",
        NULL);
    ck_assert_right();
    checked_end();
}
END_TEST

Suite *lists_suite(void) {
    Suite *suite = suite_create("lists, ranges, rounding and roots");
    TCase *tcase = tcase_create("lists");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_fact_is_missing_in_words);
    tcase_add_test(tcase, a_result_is_not_missing_in_words_either);
    tcase_add_test(tcase, numbers_percentages_money_and_hours_are_rounded);
    tcase_add_test(tcase, rounding_to_no_places_gives_a_whole_number);
    tcase_add_test(tcase, how_it_is_rounded_has_to_be_said);
    tcase_add_test(tcase, nobody_rounds_by_halves_alone);
    tcase_add_test(tcase, a_text_cannot_be_rounded);
    tcase_add_test(tcase, a_date_cannot_be_rounded);
    tcase_add_test(tcase, there_are_no_parts_of_places);
    tcase_add_test(tcase, what_is_whole_need_not_be_rounded);
    tcase_add_test(tcase, a_square_root_is_compared_with);
    tcase_add_test(tcase, a_square_root_is_not_added_to);
    tcase_add_test(tcase, a_square_root_is_no_item);
    tcase_add_test(tcase, money_has_no_square_root);
    tcase_add_test(tcase, lists_and_ranges_are_looked_into);
    tcase_add_test(tcase, a_list_is_counted_summed_and_its_ends_found);
    tcase_add_test(tcase, the_lowest_of_a_list_may_be_missing);
    tcase_add_test(tcase, a_count_is_never_missing);
    tcase_add_test(tcase, a_number_is_no_list);
    tcase_add_test(tcase, a_list_holds_what_it_is_a_list_of);
    tcase_add_test(tcase, a_member_of_a_list_is_of_its_enum);
    tcase_add_test(tcase, a_number_has_no_sum);
    tcase_add_test(tcase, members_have_no_sum);
    tcase_add_test(tcase, texts_have_no_lowest);
    tcase_add_test(tcase, ranges_are_not_compared);
    tcase_add_test(tcase, a_range_is_of_what_has_an_order);
    tcase_add_test(tcase, a_list_is_no_column);
    tcase_add_test(tcase, a_range_that_is_given_holds_something);
    tcase_add_test(tcase, a_range_that_is_given_is_of_its_type);
    tcase_add_test(tcase, ranges_and_lists_are_given_in_tests);
    return suite;
}
