#include "documents.h"

#define WHERE "'where': {'path': 'rules/evaluation.bylaw', 'line': 26, 'source': '§2.2'}"
#define CARD  "'where': {'path': 'rules/evaluation.bylaw', 'line': 3}"

/* --- check and tests ------------------------------------------------------------------------------------ */

START_TEST(good_rules_are_counted) {
    ck_assert_str_eq(
        shown("{'kind': 'check', 'charter': 'ab12', 'files': 2, 'errors': 0, 'text': '', 'diagnostics': [],"
              "'title': 'Handbook', 'edition': '2026.1', 'counts': {'bodies': 5, 'tables': 1, 'tests': 0}}"),
        "Handbook, edition 2026.1\n  2 files: 5 bodies, 1 table\n  charter ab12\n  no errors\n");
}
END_TEST

START_TEST(diagnostics_come_as_they_were_laid_out_and_are_counted) {
    ck_assert_str_eq(
        shown("{'kind': 'check', 'files': 1, 'errors': 1, 'text': 'a.bylaw:1:1: error X\n    | ^~\n',"
              "'diagnostics': [{'severity': 'error'}, {'severity': 'warning'}]}"),
        "a.bylaw:1:1: error X\n    | ^~\n1 error, 1 warning\n");
}
END_TEST

START_TEST(a_failed_test_says_what_was_expected_where_and_what_the_facts_were) {
    const char *json =
        "{'kind': 'tests', 'passed': 1, 'failed': 1, 'tests': ["
        "{'title': 'good', 'path': 'r.bylaw', 'line': 3, 'passed': true, 'failures': []},"
        "{'title': 'worse', 'path': 'r.bylaw', 'line': 9, 'source': '§2.1', 'passed': false, 'failures': ["
        "{'expected': 'x = 9', 'path': 'r.bylaw', 'line': 12, 'got': 'it is not so',"
        "'determination': {'facts': [{'fact': 'x', 'value': '8', 'how': 'stated'}]}}]}]}";
    ck_assert_shows(json, "  passed  good   r.bylaw:3\n");
    ck_assert_shows(json, "  FAILED  worse  r.bylaw:9 (§2.1)\n");
    ck_assert_shows(json, "expected  x = 9\n");
    ck_assert_shows(json, "r.bylaw:12\n");
    ck_assert_shows(json, "x  8         stated\n");
    ck_assert_shows(json, "2 tests: 1 passed, 1 failed\n");
}
END_TEST

/* --- evaluations ---------------------------------------------------------------------------------------- */

#define DECIDED                                                                                              \
    "'unit': 'recommendation', 'outcome': 'decided', 'row': 'R4', " WHERE ","                                \
    "'outputs': {'outcome': 'recommend', 'because': 'recommended for approval'}"

#define SCORES                                                                                               \
    "{'unit': 'evaluation', " CARD ", 'value': '8.6', 'scores': ["                                           \
    "{'criterion': 'alignment', 'weight': '0.6', 'combined': '9', 'weighted': '5.4', 'minimum': '7', "       \
    "'met': true},"                                                                                          \
    "{'criterion': 'impact', 'weight': '0.4', 'combined': '8', 'weighted': '3.2'}]}"

#define EXPLAINED                                                                                            \
    "{'kind': 'evaluation', 'explain': true, 'determination': {" DECIDED ","                                 \
    "'facts': [{'fact': 'evaluation.alignment', 'value': '9', 'how': 'scored'}],"                            \
    "'steps': [" SCORES ", {'unit': 'recommendation', " WHERE ", 'rows': [{'row': 'R4', " WHERE              \
    ", 'tests': ["                                                                                           \
    "{'column': 'evaluation.total', 'value': '8.6', 'test': '>= 7.5'}]}]}],"                                 \
    "'would_change': [{'fact': 'evaluation.alignment', 'value': '9', 'when': 'at most', 'to': '6', 'by': "   \
    "'3', 'row': 'R1'}, {'fact': 'x', 'value': '2', 'when': 'more than', 'to': '2', 'needs': ['a', 'b']}]}}"

START_TEST(a_decision_names_its_row_and_where_that_stands) {
    ck_assert_str_eq(shown("{'kind': 'evaluation', 'explain': false, 'determination': {" DECIDED "}}"),
                     "recommendation: recommend\n  because       recommended for approval\n"
                     "  by            row R4, rules/evaluation.bylaw:26 (§2.2)\n");
}
END_TEST

START_TEST(reasons_go_from_the_conclusion_down_to_the_scores) {
    ck_assert_shows(EXPLAINED, "Why\n"
                               "  recommendation, by row R4   rules/evaluation.bylaw:26 (§2.2)\n"
                               "  ├─ evaluation.total is 8.6; the row asks for >= 7.5\n"
                               "  └─ evaluation = 8.6   rules/evaluation.bylaw:3\n"
                               "     ├─ alignment  9 x 60% = 5.4     minimum 7: met\n"
                               "     ├─ impact     8 x 40% = 3.2\n"
                               "     └─ 9 x 60% + 8 x 40% = 8.6\n");
}
END_TEST

START_TEST(reasons_say_each_fact_and_what_would_have_changed_the_decision) {
    ck_assert_shows(EXPLAINED, "Facts\n  evaluation.alignment  9         scored\n");
    ck_assert_shows(
        EXPLAINED,
        "What would have changed it\n"
        "  evaluation.alignment  at most 6 instead of 9 (3 less): row R1\n"
        "  x                     more than 2 instead of 2 (however little): it would rest on a, b\n");
}
END_TEST

/* A share as it is stored, and as its author wrote it. */
static const char *const shares[][2] = {{"0.25", "25%"}, {"0.125", "12.5%"}, {"0.05", "5%"},    {"1", "100%"},
                                        {"0.5", "50%"},  {"1/3", "1/3"},     {"0.005", "0.5%"}, {"0", "0%"}};

START_TEST(shares_are_shown_as_their_author_wrote_them) {
    char json[512], expected[64];
    snprintf(json, sizeof json,
             "{'kind': 'evaluation', 'explain': true, 'determination': {'outcome': 'decided', 'steps': "
             "[{'unit': 'e', "
             "'scores': [{'criterion': 'a', 'weight': '%s', 'combined': '9', 'weighted': '1'}]}]}}",
             shares[_i][0]);
    snprintf(expected, sizeof expected, "9 x %s = 1", shares[_i][1]);
    ck_assert_shows(json, expected);
}
END_TEST

START_TEST(an_undetermined_evaluation_names_what_is_missing) {
    ck_assert_str_eq(
        shown("{'kind': 'evaluation', 'determination': {'unit': 'rating', 'outcome': 'undetermined',"
              "'settle': ['size', 'age']}}"),
        "rating: cannot be determined yet\n  it needs to be known: size, age\n");
}
END_TEST

START_TEST(two_rows_that_fit_are_both_shown) {
    const char *json =
        "{'kind': 'evaluation', 'explain': true, 'determination': {'unit': 't', 'outcome': 'error',"
        "'problem': 'two_rows', " WHERE ", 'steps': [{'unit': 't', " WHERE ", 'rows': ["
        "{'row': 'A', " WHERE ", 'tests': [{'column': 'x', 'value': '1', 'test': '> 0'}]},"
        "{'row': 'B', " CARD ", 'tests': [{'column': 'x', 'value': '1', 'test': '< 5'}]}]}]}}";
    ck_assert_shows(json, "two rows fit these facts, and only one may");
    ck_assert_shows(json, "  ├─ row A  rules/evaluation.bylaw:26 (§2.2)\n"
                          "  ├─ x is 1; the row asks for > 0\n"
                          "  ├─ row B  rules/evaluation.bylaw:3\n"
                          "  └─ x is 1; the row asks for < 5\n");
}
END_TEST

START_TEST(a_condition_shows_each_comparison_and_whether_it_held) {
    const char *json =
        "{'kind': 'evaluation', 'explain': true, 'determination': {'unit': 'a or b', 'outcome': 'decided',"
        "'yes': true, " CARD ", 'steps': [{'unit': 'a or b', 'value': true, " CARD ", 'comparisons': ["
        "{'written': 'vertical = health', 'held': true}, {'written': 'size > 3'}]}]}}";
    ck_assert_shows(json, "a or b: yes\n");
    ck_assert_shows(json, "  ├─ vertical = health: yes\n  └─ size > 3: not known\n");
}
END_TEST

Suite *authors_suite(void) {
    Suite *suite = suite_create("report: what an author reads");
    TCase *rules = tcase_create("check and tests");
    tcase_add_test(rules, good_rules_are_counted);
    tcase_add_test(rules, diagnostics_come_as_they_were_laid_out_and_are_counted);
    tcase_add_test(rules, a_failed_test_says_what_was_expected_where_and_what_the_facts_were);
    suite_add_tcase(suite, rules);
    TCase *evaluations = tcase_create("evaluations");
    tcase_add_test(evaluations, a_decision_names_its_row_and_where_that_stands);
    tcase_add_test(evaluations, reasons_go_from_the_conclusion_down_to_the_scores);
    tcase_add_test(evaluations, reasons_say_each_fact_and_what_would_have_changed_the_decision);
    tcase_add_loop_test(evaluations, shares_are_shown_as_their_author_wrote_them, 0,
                        sizeof shares / sizeof shares[0]);
    tcase_add_test(evaluations, an_undetermined_evaluation_names_what_is_missing);
    tcase_add_test(evaluations, two_rows_that_fit_are_both_shown);
    tcase_add_test(evaluations, a_condition_shows_each_comparison_and_whether_it_held);
    suite_add_tcase(suite, evaluations);
    return suite;
}
