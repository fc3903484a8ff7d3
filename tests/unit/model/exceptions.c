/* Exceptions to tables and authorities. */
#include "charter_text.h"

#define EXCEPTION(head, clauses) "exception e " head " {\n" clauses "}\n"
#define TO_ADVICE                "to advice when personal_data"

ACCEPTED(
    an_exception_gives_results_of_its_table,
    "exception a to matrix when personal_data and annual_value > USD 5 \"Title\" source \"§8\" {\n"
    "  gives decided_by = council[vertical]\n  gives reviewed = as needed\n  gives escalation = up\n"
    "  gives ballot = slow\n}\nexception b to advice when decision = partner {\n  gives grade = low\n}\n")
REFUSED(an_exception_is_to_a_table, EXCEPTION("when personal_data", "  gives grade = low\n"), PART_NEEDED,
        "to TABLE")
REFUSED(an_exception_has_a_condition, EXCEPTION("to advice", "  gives grade = low\n"), PART_NEEDED,
        "when CONDITION")
REFUSED(an_exception_is_to_a_known_table, EXCEPTION("to advise when personal_data", "  gives grade = low\n"),
        UNKNOWN_NAME, "did you mean \"advice\"?")
REFUSED(an_exceptions_condition_is_yes_or_no, EXCEPTION("to advice when share", "  gives grade = low\n"),
        WRONG_TYPE, "yes or no")
REFUSED(an_exception_gives_something, EXCEPTION(TO_ADVICE, ""), SETTING_NEEDED, "gives RESULT = VALUE")
REFUSED(an_exception_gives_what_the_table_has, EXCEPTION(TO_ADVICE, "  gives grad = low\n"), UNKNOWN_NAME,
        "did you mean \"grade\"?")
REFUSED(what_an_exception_gives_is_of_the_results_type, EXCEPTION(TO_ADVICE, "  gives grade = 5\n"),
        WRONG_TYPE, "grade")
REFUSED(an_exception_gives_a_result_once, EXCEPTION(TO_ADVICE, "  gives grade = low\n  gives grade = high\n"),
        GIVEN_TWICE, "grade")
REFUSED(an_exception_does_not_read_its_own_table,
        EXCEPTION("to advice when advice.grade = low", "  gives grade = high\n"), CYCLE,
        "advice needs advice")
REFUSED(
    an_exception_is_to_one_row,
    "table t of partnership {\n  hit collect list\n  | row | staff || a : integer |\n  | R1 | - || 1 |\n}\n"
    "exception e to t when personal_data {\n  gives a = 2\n}\n",
    EXCEPTION_TO_MANY, "\"t\"")

Suite *exceptions_suite(void) {
    Suite *suite = suite_create("exceptions");
    TCase *tcase = tcase_create("exceptions");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, an_exception_gives_results_of_its_table);
    tcase_add_test(tcase, an_exception_is_to_a_table);
    tcase_add_test(tcase, an_exception_has_a_condition);
    tcase_add_test(tcase, an_exception_is_to_a_known_table);
    tcase_add_test(tcase, an_exceptions_condition_is_yes_or_no);
    tcase_add_test(tcase, an_exception_gives_something);
    tcase_add_test(tcase, an_exception_gives_what_the_table_has);
    tcase_add_test(tcase, what_an_exception_gives_is_of_the_results_type);
    tcase_add_test(tcase, an_exception_gives_a_result_once);
    tcase_add_test(tcase, an_exception_does_not_read_its_own_table);
    tcase_add_test(tcase, an_exception_is_to_one_row);
    return suite;
}
