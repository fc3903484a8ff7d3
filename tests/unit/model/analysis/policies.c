/* What each hit policy asks of rows that fit at once, and of what no row fits. */
#include "analysed.h"

#define TABLE(hit, head, rows) "table t of partnership {\n  hit " hit "\n  | row | " head " |\n" rows "}\n"

CLEAN(under_any_rows_that_give_the_same_may_overlap,
      TABLE("any", "margin || a : decimal", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || 1.0 |\n"))
CLEAN(results_computed_in_the_same_way_are_the_same,
      TABLE("any", "margin || a : decimal", "  | R1 | <= 6 || margin + 1 |\n  | R2 | >= 6 || margin+1 |\n"))
FINDS(under_any_rows_that_differ_may_not_overlap,
      TABLE("any", "margin || a : integer", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || 2 |\n"), RESULTS_DIFFER,
      "rows R1 and R2 of \"t\" both fit when margin = 6, and their results are not the same")
FINDS(what_is_computed_is_not_known_to_be_the_same,
      TABLE("any", "margin || a : decimal", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || margin |\n"),
      RESULTS_MAY_DIFFER, "known only when they are computed")
FINDS(what_is_counted_in_a_list_is_not_known_to_be_the_same,
      TABLE("any", "margin || a : integer", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || count of tags |\n"),
      RESULTS_MAY_DIFFER, "known only when they are computed")
FINDS(what_is_rounded_is_not_known_to_be_the_same,
      TABLE("any", "margin || a : integer",
            "  | R1 | <= 6 || 7 |\n  | R2 | >= 6 || margin rounded to 0 up |\n"),
      RESULTS_MAY_DIFFER, "known only when they are computed")
FINDS(
    several_deciders_one_of_whom_is_a_fact_are_not_known_to_be_the_same,
    "authority m of partnership {\n  hit any\n  | row | staff || decided_by |\n"
    "  | A1 | < 9 || 2 of (board, ceo, sponsor) |\n  | A2 | >= 5 || 2 of (board, ceo, leader[health]) |\n}\n",
    RESULTS_MAY_DIFFER, "rows A1 and A2")
FINDS(under_any_a_gap_is_a_gap, TABLE("any", "margin || a : integer", "  | R1 | < 6 || 1 |\n"), TABLE_GAP,
      "margin = 6")
FINDS(an_authority_may_name_one_decider_twice_but_not_two,
      "authority m of partnership {\n  hit any\n  | row | staff || decided_by | reviewed |\n"
      "  | A1 | < 9 || board | monthly |\n  | A2 | >= 5 || board | yearly |\n}\n",
      RESULTS_DIFFER, "rows A1 and A2")

CLEAN(under_priority_the_row_that_goes_first_takes_what_both_fit,
      TABLE("priority", "margin || a : grade", "  | R1 | - || high |\n  | R2 | >= 6 || low |\n"))
FINDS(under_priority_rows_of_one_rank_agree,
      TABLE("priority", "margin || a : grade | b : text",
            "  | R1 | <= 6 || low | \"x\" |\n  | R2 | >= 6 || low | \"y\" |\n"),
      RESULTS_DIFFER, "margin = 6")
FINDS(under_priority_a_row_behind_all_others_is_never_used,
      TABLE("priority", "margin || a : grade", "  | R1 | 5 || high |\n  | R2 | - || low |\n"), ROW_UNUSED,
      "a row fits whose result goes before its own")
FINDS(under_priority_missing_is_said,
      TABLE("priority", "annual_value || a : grade", "  | R1 | < USD 5 || low |\n  | R2 | - || high |\n"),
      MISSING_UNSAID, "annual_value")

CLEAN(what_is_listed_may_be_nothing, TABLE("collect list", "margin || a : integer", "  | R1 | > 6 || 1 |\n"))
CLEAN(what_is_counted_may_be_nothing, TABLE("collect count", "margin", "  | R1 | > 6 |\n  | R2 | > 7 |\n"))
FINDS(the_least_of_nothing_is_none, TABLE("collect min", "margin || a : integer", "  | R1 | > 6 || 1 |\n"),
      TABLE_GAP, "margin = 0")
FINDS(what_collects_says_what_missing_means,
      TABLE("collect list", "annual_value || a : integer", "  | R1 | < USD 5 || 1 |\n"), MISSING_UNSAID,
      "annual_value")

Suite *policies_suite(void) {
    Suite *suite = suite_create("policies");
    TCase *tcase = tcase_create("policies");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, under_any_rows_that_give_the_same_may_overlap);
    tcase_add_test(tcase, results_computed_in_the_same_way_are_the_same);
    tcase_add_test(tcase, under_any_rows_that_differ_may_not_overlap);
    tcase_add_test(tcase, what_is_computed_is_not_known_to_be_the_same);
    tcase_add_test(tcase, what_is_counted_in_a_list_is_not_known_to_be_the_same);
    tcase_add_test(tcase, what_is_rounded_is_not_known_to_be_the_same);
    tcase_add_test(tcase, several_deciders_one_of_whom_is_a_fact_are_not_known_to_be_the_same);
    tcase_add_test(tcase, under_any_a_gap_is_a_gap);
    tcase_add_test(tcase, an_authority_may_name_one_decider_twice_but_not_two);
    tcase_add_test(tcase, under_priority_the_row_that_goes_first_takes_what_both_fit);
    tcase_add_test(tcase, under_priority_rows_of_one_rank_agree);
    tcase_add_test(tcase, under_priority_a_row_behind_all_others_is_never_used);
    tcase_add_test(tcase, under_priority_missing_is_said);
    tcase_add_test(tcase, what_is_listed_may_be_nothing);
    tcase_add_test(tcase, what_is_counted_may_be_nothing);
    tcase_add_test(tcase, the_least_of_nothing_is_none);
    tcase_add_test(tcase, what_collects_says_what_missing_means);
    return suite;
}
