/* What an author meant, where what is written does not fit; and that nothing is said of what merely follows.
 */
#include "charter_text.h"

#define MENDED(name, condition, code, words)                                                                 \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT "guard g before done {\n  requires " condition "\n}\n", NULL);              \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define FLOW_ONLY(name, rules, steps, code, words)                                                           \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT rules, FLOW_HEAD steps "  last: { end: over }\n");                          \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define MOTION(text, decision)                                                                               \
    "  first: { motion: \"" text "\", decision: " decision ",\n"                                             \
    "    next: { carried: last, lost: last, rejected: last, withdrawn: last } }\n"

MENDED(a_number_against_money_is_given_its_currency, "fee < 1_000", TYPES_DIFFER, "its currency: USD 1_000")
MENDED(a_number_against_a_length_of_time_is_given_its_unit, "today - signed > 30", TYPES_DIFFER,
       "write its unit: 30 days")
MENDED(money_against_a_number_loses_its_currency, "staff > USD 5", TYPES_DIFFER, "the number alone: 5")
MENDED(a_member_in_quotes_loses_them, "vertical = \"health\"", TYPES_DIFFER, "write: health")
MENDED(a_title_is_taken_for_its_member, "vertical = \"Health\"", TYPES_DIFFER, "write: health")
MENDED(a_number_in_quotes_loses_them, "staff > \"5\"", TYPES_DIFFER, "without quotes, as a number")
MENDED(a_text_without_quotes_is_told, "name = Sunrise", UNKNOWN_NAME, "put it in quotes: \"Sunrise\"")
MENDED(a_currency_stands_apart_from_its_amount, "fee < USD500", UNKNOWN_NAME, "USD 500")
MENDED(a_ballot_is_named_in_quotes, "matrix.ballot = slow", NOT_A_VALUE, "write it in quotes: \"slow\"")
MENDED(a_range_is_no_difference, "staff in (3-7)", CONSTANT_NEEDED, "write .. for a range: 3..7")

REFUSED(a_cell_of_a_column_of_money_is_given_its_currency,
        "table t of partnership {\n  | row | fee || a : integer |\n  | R1 | < 1_000 || 1 |\n"
        "  | R2 | otherwise || 2 |\n}\n",
        WRONG_TYPE, "write its currency: USD 1_000")
REFUSED(what_is_meant_is_named_where_it_is_one_of_few,
        "ballot b {\n  advisory role guest\n"
        "  carried by more than 1/2 of votes cast\n}\n",
        UNKNOWN_NAME, "there is: clerk")

FLOW_ONLY(a_matrix_that_does_not_check_is_not_missed_elsewhere,
          "enum kind { boat }\nauthority broken of partnership {\n  | row | kindd || decided_by |\n"
          "  | A1  | boat  || board      |\n}\n",
          MOTION("Buy", "boat"), UNKNOWN_NAME, "nothing is named \"kindd\"")
FLOW_ONLY(a_review_that_is_not_there_has_no_wrong_outcomes, "",
          "  first: { review: safety, next: { cleared: last, refused: last } }\n", UNKNOWN_NAME,
          "there is: ethics")
FLOW_ONLY(a_decision_of_no_matrix_is_mended, "enum kind { boat }\n", MOTION("Buy", "boat"), UNKNOWN_DECISION,
          "make \"kind\", of which it is a member, a column")
FLOW_ONLY(a_decision_of_another_group_is_mended,
          "facts other {\n  size : integer\n}\nenum kind { boat }\nauthority boats of other {\n"
          "  | row | kind || decided_by |\n  | A1  | boat || board      |\n}\n",
          MOTION("Buy", "boat"), UNKNOWN_DECISION, "\"boats\" decides on it, and is of \"other\"")
FLOW_ONLY(braces_of_a_motion_name_a_fact, "", MOTION("Buy {}", "partner"), MOTION_EMPTY, "{name}")

START_TEST(a_file_of_facts_is_one_error) {
    check_texts(CHARTER_TEXT, "name: Sunrise\nvertical: health\nstaff: 3\n");
    ck_assert_only(DIAG_NO_WORKFLOW, "--facts");
    checked_end();
}
END_TEST

START_TEST(a_workflow_of_no_group_is_one_error) {
    check_texts(CHARTER_TEXT, "workflow: flow\ntitle: T\nstart: first\nsteps:\n  first: { end: over }\n");
    ck_assert_msg(checked.found->all.len == 1, "%.*s", TEXT_ARG(checked_shown()));
    checked_end();
}
END_TEST

Suite *mending_suite(void) {
    Suite *suite = suite_create("mending");
    TCase *tcase = tcase_create("mending");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_number_against_money_is_given_its_currency);
    tcase_add_test(tcase, a_number_against_a_length_of_time_is_given_its_unit);
    tcase_add_test(tcase, money_against_a_number_loses_its_currency);
    tcase_add_test(tcase, a_member_in_quotes_loses_them);
    tcase_add_test(tcase, a_title_is_taken_for_its_member);
    tcase_add_test(tcase, a_number_in_quotes_loses_them);
    tcase_add_test(tcase, a_text_without_quotes_is_told);
    tcase_add_test(tcase, a_currency_stands_apart_from_its_amount);
    tcase_add_test(tcase, a_range_is_no_difference);
    tcase_add_test(tcase, a_cell_of_a_column_of_money_is_given_its_currency);
    tcase_add_test(tcase, what_is_meant_is_named_where_it_is_one_of_few);
    tcase_add_test(tcase, a_matrix_that_does_not_check_is_not_missed_elsewhere);
    tcase_add_test(tcase, a_review_that_is_not_there_has_no_wrong_outcomes);
    tcase_add_test(tcase, a_decision_of_no_matrix_is_mended);
    tcase_add_test(tcase, a_decision_of_another_group_is_mended);
    tcase_add_test(tcase, a_ballot_is_named_in_quotes);
    tcase_add_test(tcase, braces_of_a_motion_name_a_fact);
    tcase_add_test(tcase, a_file_of_facts_is_one_error);
    tcase_add_test(tcase, a_workflow_of_no_group_is_one_error);
    return suite;
}
