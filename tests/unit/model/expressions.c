/* What conditions and values may say. */
#include "charter_text.h"

/* A condition before a test of the whole charter's facts. */
#define WRONG(name, condition, code, words)                                                                  \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT "test \"t\" {\n  expect " condition "\n}\n", NULL);                         \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define RIGHT(name, condition)                                                                               \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT "test \"t\" {\n  expect " condition "\n}\n", NULL);                         \
        ck_assert_right();                                                                                   \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

RIGHT(a_member_is_known_by_what_it_is_compared_with, "vertical = health and finance != vertical")
RIGHT(a_review_is_one_of_its_outcomes, "ethics in (not_applicable, cleared) or ethics = refused")
RIGHT(results_are_read_by_their_path, "score.total >= 7.5 and score.eligible and advice.grade = high")
RIGHT(a_decision_is_read_by_the_name_of_its_enum, "decision = standard")
RIGHT(who_decides_is_a_body_or_an_office, "matrix.decided_by = board or matrix.decided_by = council[health]")
RIGHT(a_cadence_is_a_text, "matrix.reviewed = \"quarterly\"")
RIGHT(numbers_of_all_kinds_compare, "staff < margin and share <= 1 and share > 25% and score.fit >= 7")
RIGHT(money_can_be_counted_with,
      "annual_value * 2 - fee / 3 > USD 1_000 and annual_value / fee > 1/2 + 3 * share")
RIGHT(a_list_holds_ranges, "staff in (1..3, 7, 10..<20) and vertical in (health)")
RIGHT(dates_compare, "signed < 2026-03-01")
RIGHT(a_fact_can_be_missing, "annual_value = missing or ethics != missing")
RIGHT(a_fact_is_found_by_its_group_too, "partnership.vertical = health")
RIGHT(no_is_said_with_not, "not personal_data and not (share > 5% or personal_data = no)")

WRONG(an_unknown_fact_is_an_error, "stuff = 3", UNKNOWN_NAME, "did you mean \"staff\"?")
WRONG(an_unknown_member_is_an_error, "vertical = helth", UNKNOWN_MEMBER, "did you mean \"health\"?")
WRONG(an_unknown_result_is_an_error, "score.totl > 3", UNKNOWN_PART, "did you mean \"total\"?")
WRONG(an_unknown_table_is_an_error, "scores.total > 3", UNKNOWN_NAME, "did you mean \"score\"?")
WRONG(a_table_is_no_value, "advice = high", NOT_A_VALUE, "advice.grade")
WRONG(a_role_is_no_value, "clerk", NOT_A_VALUE, "a role")
WRONG(a_row_is_no_value, "advice.R1 = 3", UNKNOWN_PART, "R1")
WRONG(a_path_has_two_parts, "score.total.mean = 3", UNKNOWN_PART, "mean")
WRONG(several_words_mean_nothing, "all plans accepted", UNKNOWN_NAME, "all plans accepted")
WRONG(a_condition_is_yes_or_no, "staff", WRONG_TYPE, "a whole number, but yes or no")
WRONG(both_sides_of_and_are_yes_or_no, "personal_data and 3", WRONG_TYPE, "yes or no")
WRONG(not_needs_yes_or_no, "not staff", WRONG_TYPE, "yes or no")
WRONG(a_number_is_no_text, "name = 3", TYPES_DIFFER, "a text cannot be compared with a whole number")
WRONG(money_is_no_number, "fee > 3", TYPES_DIFFER, "money USD")
WRONG(two_enums_do_not_compare, "vertical = advice.grade", TYPES_DIFFER, "grade")
WRONG(two_currencies_do_not_compare, "fee > budget", TWO_CURRENCIES, "USD and EUR")
WRONG(two_currencies_are_not_added, "fee + budget > fee", TWO_CURRENCIES, "USD and EUR")
RIGHT(lengths_of_time_are_reckoned_with,
      "signed + 10 working days - 1 month < today and today - signed > 2 weeks and 2 * 3 days = 6 days")
RIGHT(time_passes_between_days, "working days by company from signed to today >= 3 working days "
                                "and years from signed to today < 2 years")
RIGHT(hours_pass_between_instants,
      "2026-03-31T14:30:00-04:00 - 2026-03-31T10:00:00+02:00 > 3 hours / 2 and 3 hours / 2 hours = 1.5")
WRONG(a_date_takes_no_number, "signed + 10 > today", NO_ARITHMETIC, "say of what: 10 days")
WRONG(a_date_takes_no_hours, "signed + 10 hours > today", NO_ARITHMETIC, "hours to an instant")
WRONG(days_are_not_parted, "10 days / 3 > 2 days", NO_ARITHMETIC, "only hours can be parted")
WRONG(working_days_are_no_days, "10 working days > 10 days", UNITS_DIFFER, "working days by company and days")
WRONG(a_calendar_is_a_calendar, "10 working days by board > 3 working days", WRONG_KIND_OF_NAME, "a calendar")
REFUSED(today_is_no_name_for_a_fact, "facts other {\n  today : date\n}\n", OWN_WORD, "today")
WRONG(months_are_no_days, "3 months < 90 days", UNITS_DIFFER, "months and days")
WRONG(texts_have_no_order, "name < \"b\"", NOT_ORDERED, "a text")
WRONG(members_have_no_order, "vertical < health", NOT_ORDERED, "vertical")
WRONG(money_is_not_multiplied_by_money, "fee * fee > fee", NO_ARITHMETIC, "money USD * money USD")
WRONG(money_and_numbers_are_not_added, "fee + 1 > fee", NO_ARITHMETIC, "money USD + a whole number")
WRONG(texts_are_not_added, "name + name = name", NO_ARITHMETIC, "a text + a text")
WRONG(only_numbers_are_negated, "- name = name", WRONG_TYPE, "a number")
WRONG(nothing_is_divided_by_zero, "staff / 0 > 1", DIVIDED_BY_ZERO, "0")
WRONG(missing_has_no_order, "annual_value < missing", MISSING_HERE, "name is missing")
WRONG(missing_is_no_condition, "missing", MISSING_HERE, "missing")
WRONG(a_result_is_not_missing, "score.total = missing", MISSING_HERE, "missing")
WRONG(a_list_has_no_missing, "annual_value in (missing)", MISSING_HERE, "missing")
WRONG(a_list_is_of_constants, "staff in (staff)", CONSTANT_NEEDED, "a whole number")
WRONG(a_list_is_of_one_type, "staff in (1, \"two\")", TYPES_DIFFER, "a text")
WRONG(a_range_stands_in_a_list, "1..3", RANGE_HERE, "x >= a")
WRONG(lists_are_not_compared, "tags = tags", TYPES_DIFFER, "list of text")
WRONG(a_list_stands_nowhere_else, "staff = (1, 2)", LIST_HERE, "a list")
WRONG(an_index_is_needed, "matrix.decided_by = council", INDEX_NEEDED, "vertical")
WRONG(an_index_is_not_needed, "matrix.decided_by = board[health]", INDEX_UNNEEDED, "board")
WRONG(an_index_is_of_its_enum, "matrix.decided_by = council[low]", UNKNOWN_MEMBER, "vertical")
WRONG(what_a_review_counts_is_its_own, "concerns = 0", UNKNOWN_NAME, "concerns")

REFUSED(a_name_with_two_meanings_is_asked_about,
        "facts other {\n  staff : integer\n}\ntest \"t\" {\n  expect staff = 3\n}\n", AMBIGUOUS_NAME,
        "other.staff")
REFUSED(a_member_and_a_fact_are_told_apart,
        "facts other {\n  health : vertical\n}\ntest \"t\" {\n  expect other.health = health\n}\n",
        AMBIGUOUS_NAME, "rename")
REFUSED(a_table_reads_facts_of_its_group,
        "facts other {\n  size : integer\n}\ntable t of other {\n  | row | score.total || a : text |\n"
        "  | R1 | - || \"x\" |\n}\n",
        OTHER_GROUP, "partnership")

START_TEST(a_condition_knows_what_its_names_are) {
    check_texts(CHARTER_TEXT "test \"t\" {\n  expect vertical = health\n}\n", NULL);
    ck_assert_right();
    const RuleFile *file = checked.ast->files.at[0];
    const Expr *expr = file->decls.at[file->decls.len - 1]->clauses.at[0].expr;
    ck_assert_int_eq(expr->type.kind, TYPE_YES_NO);
    ck_assert_int_eq(expr->left->symbol->kind, SYMBOL_FACT);
    ck_assert_int_eq(expr->left->type.kind, TYPE_ENUM);
    ck_assert_int_eq(expr->right->symbol->kind, SYMBOL_MEMBER);
    ck_assert_uint_eq(expr->right->symbol->index, 0);
    Value value;
    ck_assert(expr_constant(checked.arena, expr->right, &value));
    ck_assert_int_eq(value.member, 0);
    ck_assert(!expr_constant(checked.arena, expr->left, &value));
    checked_end();
}
END_TEST

Suite *expressions_suite(void) {
    Suite *suite = suite_create("expressions");
    TCase *tcase = tcase_create("expressions");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_member_is_known_by_what_it_is_compared_with);
    tcase_add_test(tcase, a_review_is_one_of_its_outcomes);
    tcase_add_test(tcase, results_are_read_by_their_path);
    tcase_add_test(tcase, a_decision_is_read_by_the_name_of_its_enum);
    tcase_add_test(tcase, who_decides_is_a_body_or_an_office);
    tcase_add_test(tcase, a_cadence_is_a_text);
    tcase_add_test(tcase, numbers_of_all_kinds_compare);
    tcase_add_test(tcase, money_can_be_counted_with);
    tcase_add_test(tcase, a_list_holds_ranges);
    tcase_add_test(tcase, dates_compare);
    tcase_add_test(tcase, a_fact_can_be_missing);
    tcase_add_test(tcase, a_fact_is_found_by_its_group_too);
    tcase_add_test(tcase, lengths_of_time_are_reckoned_with);
    tcase_add_test(tcase, time_passes_between_days);
    tcase_add_test(tcase, hours_pass_between_instants);
    tcase_add_test(tcase, a_date_takes_no_number);
    tcase_add_test(tcase, a_date_takes_no_hours);
    tcase_add_test(tcase, days_are_not_parted);
    tcase_add_test(tcase, working_days_are_no_days);
    tcase_add_test(tcase, a_calendar_is_a_calendar);
    tcase_add_test(tcase, today_is_no_name_for_a_fact);
    tcase_add_test(tcase, no_is_said_with_not);
    tcase_add_test(tcase, an_unknown_fact_is_an_error);
    tcase_add_test(tcase, an_unknown_member_is_an_error);
    tcase_add_test(tcase, an_unknown_result_is_an_error);
    tcase_add_test(tcase, an_unknown_table_is_an_error);
    tcase_add_test(tcase, a_table_is_no_value);
    tcase_add_test(tcase, a_role_is_no_value);
    tcase_add_test(tcase, a_row_is_no_value);
    tcase_add_test(tcase, a_path_has_two_parts);
    tcase_add_test(tcase, several_words_mean_nothing);
    tcase_add_test(tcase, a_condition_is_yes_or_no);
    tcase_add_test(tcase, both_sides_of_and_are_yes_or_no);
    tcase_add_test(tcase, not_needs_yes_or_no);
    tcase_add_test(tcase, a_number_is_no_text);
    tcase_add_test(tcase, money_is_no_number);
    tcase_add_test(tcase, two_enums_do_not_compare);
    tcase_add_test(tcase, two_currencies_do_not_compare);
    tcase_add_test(tcase, two_currencies_are_not_added);
    tcase_add_test(tcase, months_are_no_days);
    tcase_add_test(tcase, texts_have_no_order);
    tcase_add_test(tcase, members_have_no_order);
    tcase_add_test(tcase, money_is_not_multiplied_by_money);
    tcase_add_test(tcase, money_and_numbers_are_not_added);
    tcase_add_test(tcase, texts_are_not_added);
    tcase_add_test(tcase, only_numbers_are_negated);
    tcase_add_test(tcase, nothing_is_divided_by_zero);
    tcase_add_test(tcase, missing_has_no_order);
    tcase_add_test(tcase, missing_is_no_condition);
    tcase_add_test(tcase, a_result_is_not_missing);
    tcase_add_test(tcase, a_list_has_no_missing);
    tcase_add_test(tcase, a_list_is_of_constants);
    tcase_add_test(tcase, a_list_is_of_one_type);
    tcase_add_test(tcase, a_range_stands_in_a_list);
    tcase_add_test(tcase, lists_are_not_compared);
    tcase_add_test(tcase, a_list_stands_nowhere_else);
    tcase_add_test(tcase, an_index_is_needed);
    tcase_add_test(tcase, an_index_is_not_needed);
    tcase_add_test(tcase, an_index_is_of_its_enum);
    tcase_add_test(tcase, what_a_review_counts_is_its_own);
    tcase_add_test(tcase, a_name_with_two_meanings_is_asked_about);
    tcase_add_test(tcase, a_member_and_a_fact_are_told_apart);
    tcase_add_test(tcase, a_table_reads_facts_of_its_group);
    tcase_add_test(tcase, a_condition_knows_what_its_names_are);
    return suite;
}
