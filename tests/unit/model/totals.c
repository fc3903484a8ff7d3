/* What may be added up over cases, and which are counted. */
#include "charter_text.h"

#define TOTAL(rest) "total spent of partnership for each vertical {\n" rest "}\n"

ACCEPTED(a_total_is_named_like_a_fact, "definition pay of partnership {\n  means fee * 2\n}\n" TOTAL(
                                           "  sums pay\n  over 12 months\n  counting approved, pending, "
                                           "this\n") "definition large {\n  means spent > USD 5\n}\n"
                                                     "table t of partnership {\n  | row | spent || a : "
                                                     "yes_no |\n  | R1 | < USD 5 || large |\n"
                                                     "  | R2 | >= USD 5 || no |\n}\n"
                                                     "test \"t\" {\n  given spent = USD 80_000\n  expect "
                                                     "large\n  expect t.a = no by R2\n}\n")
ACCEPTED(a_total_may_be_over_all_cases_and_all_time,
         "total cases_so_far of partnership {\n  sums 1\n  counting pending\n}\n")
ACCEPTED(rates_may_be_read_in_a_total,
         "register fx {\n  from : text, key\n  to : text, key\n  rate : decimal\n}\n" TOTAL(
             "  sums budget in USD at fx\n  over 2 weeks\n  counting this\n"))

START_TEST(a_total_has_the_type_of_what_it_adds_up) {
    check_texts(CHARTER_TEXT TOTAL("  sums fee * 2\n  counting this\n"), NULL);
    ck_assert_right();
    const Symbol *symbol = map_get(&checked.model->globals, TEXT("spent"));
    ck_assert_text_is(type_text(checked.arena, symbol->type), "money USD");
    checked_end();
}
END_TEST

START_TEST(the_outcomes_that_are_counted_are_those_of_the_workflows) {
    check_texts(CHARTER_TEXT TOTAL("  sums fee\n  counting done, failed, this\n"), FLOW_TEXT);
    ck_assert_right();
    checked_end();
    check_texts(CHARTER_TEXT TOTAL("  sums fee\n  counting fialed\n"), FLOW_TEXT);
    ck_assert_only(DIAG_NOT_COUNTED, "did you mean \"failed\"?");
    checked_end();
}
END_TEST

REFUSED(what_is_scored_is_not_added_up, TOTAL("  sums score.total\n  counting this\n"), SUMS_BEYOND,
        "score.total")
REFUSED(a_total_does_not_add_up_totals,
        "total one of partnership {\n  sums staff\n  counting this\n}\n"
        "definition half of partnership {\n  means one / 2\n}\n" TOTAL("  sums half\n  counting this\n"),
        SUMS_BEYOND, "half")
REFUSED(
    a_total_does_not_need_itself,
    "definition again of partnership {\n  means staff + spent\n}\n" TOTAL("  sums again\n  counting this\n"),
    CYCLE, "spent needs again needs spent")
REFUSED(only_numbers_and_money_are_added_up, TOTAL("  sums signed\n  counting this\n"), WRONG_TYPE, "a date")
REFUSED(a_total_reaches_back_by_the_calendar, TOTAL("  sums fee\n  over 3 working days\n  counting this\n"),
        TOTAL_SPAN, "working days")
REFUSED(cases_are_told_apart_by_one_value,
        "total t of partnership for each tags {\n  sums staff\n  counting this\n}\n", TOTAL_KEY,
        "list of text")
REFUSED(what_is_personal_is_not_added_up,
        "facts other {\n  pay : integer, personal\n}\ntotal t of other {\n  sums pay\n  counting this\n}\n",
        PERSONAL_RESULT, "pay")
REFUSED(a_total_has_no_fact_s_name, "total staff of partnership {\n  sums 1\n  counting this\n}\n",
        DECLARED_TWICE, "staff")

Suite *totals_suite(void) {
    Suite *suite = suite_create("totals");
    TCase *tcase = tcase_create("totals");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_total_is_named_like_a_fact);
    tcase_add_test(tcase, a_total_may_be_over_all_cases_and_all_time);
    tcase_add_test(tcase, rates_may_be_read_in_a_total);
    tcase_add_test(tcase, a_total_has_the_type_of_what_it_adds_up);
    tcase_add_test(tcase, the_outcomes_that_are_counted_are_those_of_the_workflows);
    tcase_add_test(tcase, what_is_scored_is_not_added_up);
    tcase_add_test(tcase, a_total_does_not_add_up_totals);
    tcase_add_test(tcase, a_total_does_not_need_itself);
    tcase_add_test(tcase, only_numbers_and_money_are_added_up);
    tcase_add_test(tcase, a_total_reaches_back_by_the_calendar);
    tcase_add_test(tcase, cases_are_told_apart_by_one_value);
    tcase_add_test(tcase, what_is_personal_is_not_added_up);
    tcase_add_test(tcase, a_total_has_no_fact_s_name);
    return suite;
}
