/* Hit policies: what results they can be used with. */
#include "charter_text.h"

#define TABLE(hit, head, row)                                                                                \
    "table t of partnership {\n  hit " hit "\n  | row | staff " head " |\n  | R1 | - " row " |\n}\n"

ACCEPTED(
    every_policy_has_its_table,
    "table a of partnership {\n  hit any\n  | row | staff || x : text |\n  | R1 | - || \"x\" |\n}\n"
    "table b of partnership {\n  hit priority\n  | row | staff || x : grade | y : text |\n"
    "  | R1 | - || low | \"x\" |\n}\n"
    "table c of partnership {\n  hit collect list\n  | row | staff || x : grade | y : text |\n"
    "  | R1 | - || low | \"x\" |\n}\n"
    "table d of partnership {\n  hit collect sum\n  | row | staff || x : money USD |\n  | R1 | - || fee "
    "|\n}\n"
    "table e of partnership {\n  hit collect min\n  | row | staff || x : date |\n  | R1 | - || signed |\n}\n"
    "table g of partnership {\n  hit collect max\n  | row | staff || x : percent |\n  | R1 | - || share "
    "|\n}\n"
    "table h of partnership {\n  hit collect count\n  | row | staff |\n  | R1 | - |\n}\n"
    "table i of partnership {\n  | row | h.count || x : integer |\n  | R1 | - || h.count + 1 |\n}\n")
REFUSED(a_text_has_no_sum, TABLE("collect sum", "|| x : text", "|| \"x\""), NOT_COLLECTED,
        "a sum cannot be made of \"x\", which is a text")
REFUSED(an_enum_has_no_least, TABLE("collect min", "|| x : grade", "|| low"), NOT_COLLECTED, "a least value")
REFUSED(a_list_is_not_listed, TABLE("collect list", "|| x : list of text", "|| (\"a\", \"b\")"),
        NOT_COLLECTED, "a list cannot be made")
REFUSED(a_count_is_the_only_result, TABLE("collect count", "|| x : text", "|| \"x\""), COUNT_ALONE,
        "\"count\"")
REFUSED(a_sum_is_one_result, TABLE("collect sum", "|| x : integer | y : integer", "|| 1 | 2"), ONE_RESULT,
        "hit collect list")
REFUSED(priority_needs_an_enum, TABLE("priority", "|| x : integer", "|| 1"), PRIORITY_ENUM, "\"x\" is none")
REFUSED(priority_is_written_out,
        "facts other {\n  rating : grade\n}\ntable t of other {\n  hit priority\n"
        "  | row | rating || x : grade |\n  | R1 | - || rating |\n}\n",
        CONSTANT_NEEDED, "not computed")
REFUSED(a_policy_is_known, TABLE("collect sums", "|| x : integer", "|| 1"), UNKNOWN_PHRASE,
        "did you mean \"collect sum\"?")

Suite *policies_suite(void) {
    Suite *suite = suite_create("policies");
    TCase *tcase = tcase_create("policies");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, every_policy_has_its_table);
    tcase_add_test(tcase, a_text_has_no_sum);
    tcase_add_test(tcase, an_enum_has_no_least);
    tcase_add_test(tcase, a_list_is_not_listed);
    tcase_add_test(tcase, a_count_is_the_only_result);
    tcase_add_test(tcase, a_sum_is_one_result);
    tcase_add_test(tcase, priority_needs_an_enum);
    tcase_add_test(tcase, priority_is_written_out);
    tcase_add_test(tcase, a_policy_is_known);
    return suite;
}
