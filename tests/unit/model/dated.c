/* What is dated: the day as of which rules are read, and the days on which they hold. */
#include "charter_text.h"

#define LIMIT(clauses) "definition limit of partnership {\n" clauses "}\n"
#define GUARD(clauses) "guard g before done {\n" clauses "  requires personal_data\n}\n"

ACCEPTED(
    rules_are_read_as_of_facts_definitions_results_and_the_days_of_a_case,
    LIMIT("  as_of signed\n  means USD 5 until 2026-07-01\n  means USD 6 from 2026-07-01\n") GUARD(
        "  in_force from 2026-02-01 until 2026-03-01\n  as_of half\n") "definition half of partnership {\n  "
                                                                       "as_of case_opened\n  means signed + "
                                                                       "6 months\n}\n"
                                                                       "invariant i of partnership {\n  "
                                                                       "as_of days_of.last\n  in_force until "
                                                                       "2026-06-01\n"
                                                                       "  requires staff > 3\n}\n"
                                                                       "table days_of of partnership {\n  "
                                                                       "as_of today\n  | row | personal_data "
                                                                       "|| last : date |\n"
                                                                       "  | R1 | - || 2026-03-01 |\n}\n"
                                                                       "exception e to advice when "
                                                                       "personal_data {\n  in_force from "
                                                                       "2026-02-01\n  gives grade = low\n}\n")
REFUSED(rules_are_read_as_of_a_day, LIMIT("  as_of staff\n  means 5\n"), AS_OF_NO_DAY, "a whole number")
REFUSED(the_day_has_a_name, GUARD("  as_of signed + 3 days\n"), AS_OF_NO_DAY, "as_of today")
REFUSED(the_day_is_one_that_there_is, GUARD("  as_of singed\n"), UNKNOWN_NAME, "did you mean \"signed\"?")
REFUSED(rules_are_not_read_as_of_what_reads_them,
        LIMIT("  as_of limit\n  means 2026-01-01 until 2026-07-01\n  means 2026-02-01 from 2026-07-01\n"),
        CYCLE, "limit needs limit")
REFUSED(what_ends_has_begun, GUARD("  in_force from 2026-05-01 until 2026-05-01\n"), ENDS_EARLY, "2026-05-01")
REFUSED(all_values_of_a_definition_are_of_one_type,
        LIMIT("  means USD 5 until 2026-07-01\n  means 6 from 2026-07-01\n"), WRONG_TYPE,
        "money USD is needed")
ACCEPTED(numbers_of_two_kinds_are_decimals_together,
         LIMIT("  means 5 until 2026-07-01\n  means 7.5 from 2026-07-01\n")
             GUARD("  requires margin > limit\n"))
REFUSED(what_holds_on_none_of_the_charters_days_is_told, GUARD("  in_force until 2025-12-31\n"),
        NEVER_IN_FORCE, "none of the days")
REFUSED(the_days_of_a_case_are_not_declared, "definition case_opened {\n  means 2026-01-01\n}\n", OWN_WORD,
        "case_opened")

#define TABLE(columns, rows) "table t of partnership {\n  | row | " columns " || n : integer |\n" rows "}\n"

ACCEPTED(rows_hold_on_days, TABLE("personal_data | from | until",
                                  "  | R1 | yes | - | 2026-07-01 || 1 |\n"
                                  "  | R2 | - | 2026-07-01 | - || 2 |\n  | R3 | - | - | - || 3 |\n"))
ACCEPTED(a_row_may_have_a_first_day_alone,
         TABLE("from", "  | R1 | 2026-07-01 || 1 |\n  | R2 | otherwise || 2 |\n"))
REFUSED(days_of_rows_are_days, TABLE("from", "  | R1 | 5 || 1 |\n"), CELL_NEEDS, "2026-07-01, or -")
REFUSED(a_row_holds_from_one_day, TABLE("from", "  | R1 | 2026-07-01, 2026-08-01 || 1 |\n"), CELL_NEEDS,
        "a day")
REFUSED(a_row_does_not_end_before_it_begins,
        TABLE("from | until", "  | R1 | 2026-07-01 | 2026-06-01 || 1 |\n"), ENDS_EARLY, "2026-06-01")
REFUSED(a_row_that_holds_on_none_of_the_charters_days_is_told,
        TABLE("until", "  | R1 | 2025-06-01 || 1 |\n  | R2 | - || 1 |\n"), NEVER_IN_FORCE, "none of the days")
REFUSED(the_days_of_rows_stand_in_one_column, TABLE("from | from", "  | R1 | - | - || 1 |\n"), COLUMN_TWICE,
        "\"from\"")
REFUSED(the_day_is_tested_once,
        "table t of partnership {\n  as_of signed\n  | row | signed | from || n : integer |\n"
        "  | R1 | - | 2026-07-01 || 1 |\n}\n",
        COLUMN_TWICE, "\"signed\"")
REFUSED(a_fact_cannot_be_meant_where_days_are,
        "facts other {\n  until : date\n}\ntable t of other {\n  | row | until || n : integer |\n"
        "  | R1 | 2026-07-01 || 1 |\n}\n",
        AMBIGUOUS_NAME, "rename the fact")

Suite *dated_suite(void) {
    Suite *suite = suite_create("dated");
    TCase *tcase = tcase_create("dated");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, rules_are_read_as_of_facts_definitions_results_and_the_days_of_a_case);
    tcase_add_test(tcase, rules_are_read_as_of_a_day);
    tcase_add_test(tcase, the_day_has_a_name);
    tcase_add_test(tcase, the_day_is_one_that_there_is);
    tcase_add_test(tcase, rules_are_not_read_as_of_what_reads_them);
    tcase_add_test(tcase, what_ends_has_begun);
    tcase_add_test(tcase, all_values_of_a_definition_are_of_one_type);
    tcase_add_test(tcase, numbers_of_two_kinds_are_decimals_together);
    tcase_add_test(tcase, what_holds_on_none_of_the_charters_days_is_told);
    tcase_add_test(tcase, the_days_of_a_case_are_not_declared);
    tcase_add_test(tcase, rows_hold_on_days);
    tcase_add_test(tcase, a_row_may_have_a_first_day_alone);
    tcase_add_test(tcase, days_of_rows_are_days);
    tcase_add_test(tcase, a_row_holds_from_one_day);
    tcase_add_test(tcase, a_row_does_not_end_before_it_begins);
    tcase_add_test(tcase, a_row_that_holds_on_none_of_the_charters_days_is_told);
    tcase_add_test(tcase, the_days_of_rows_stand_in_one_column);
    tcase_add_test(tcase, the_day_is_tested_once);
    tcase_add_test(tcase, a_fact_cannot_be_meant_where_days_are);
    return suite;
}
