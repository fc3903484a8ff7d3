/* Choices among options: where each leads, and the seats that its ballot asks for. */
#include "analysed.h"

#define BALLOT_WITH(rules)                                                                                   \
    "enum asking { where }\n"                                                                                \
    "ballot pick {\n  choice ranked schulze, default \"Nowhere\"\n" rules "}\n"                              \
    "authority picks of partnership {\n  | row | asking || decided_by | ballot |\n"                          \
    "  | P1 | where || board | pick |\n}\n"
#define CHOICE(next)                                                                                         \
    FLOW_HEAD "  first: { motion: M, decision: where, options: vertical, next: { " next " } }\n"             \
              "  last: { end: over }\n"
#define REST "lost: last, rejected: last, withdrawn: last"

#define CHOOSING(name, rules, next, code, words)                                                             \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT BALLOT_WITH(rules), CHOICE(next));                                        \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

START_TEST(every_option_and_the_default_lead_on) {
    analyse_texts(CHARTER_TEXT BALLOT_WITH(""), CHOICE("health: last, chosen: last, default: last, " REST));
    ck_assert_right();
    checked_end();
}
END_TEST

CHOOSING(an_option_that_leads_nowhere_is_found, "", "health: last, default: last, " REST, OUTCOME_UNHANDLED,
         "\"finance\"")
CHOOSING(a_default_that_leads_nowhere_is_found, "", "chosen: last, " REST, OUTCOME_UNHANDLED, "\"default\"")
CHOOSING(the_way_of_any_other_option_is_never_taken_where_each_has_its_own, "",
         "health: last, finance: last, chosen: last, default: last, " REST, WAY_NEVER, "\"first\"")
CHOOSING(an_option_quorum_has_its_seats, "  option_quorum at least 10 voters over the default\n",
         "chosen: last, default: last, " REST, NEVER_MET, "at most 9 seats \"board\"")
CHOOSING(a_part_of_a_root_has_its_seats, "  option_quorum more than 3 of square root of members in office\n",
         "chosen: last, default: last, " REST, NEVER_MET, "at most 9 seats \"board\"")

WARNS(a_default_that_reads_like_an_option_is_told, analyse_choices,
      "enum asking { where }\nballot pick {\n  choice ranked schulze, default \"HEALTH\"\n}\n"
      "authority picks of partnership {\n  | row | asking || decided_by | ballot |\n"
      "  | P1 | where || board | pick |\n}\n",
      CHOICE("chosen: last, default: last, " REST), DEFAULT_LIKE_OPTION,
      "the default \"HEALTH\" reads like the option \"health\"")
IS_SILENT(a_default_of_its_own_words_is_none_of_the_options, analyse_choices, BALLOT_WITH(""),
          CHOICE("chosen: last, default: last, " REST))

Suite *choices_suite(void) {
    Suite *suite = suite_create("choices");
    TCase *tests = tcase_create("choices among options");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, a_default_that_reads_like_an_option_is_told);
    tcase_add_test(tests, a_default_of_its_own_words_is_none_of_the_options);
    tcase_add_test(tests, every_option_and_the_default_lead_on);
    tcase_add_test(tests, an_option_that_leads_nowhere_is_found);
    tcase_add_test(tests, a_default_that_leads_nowhere_is_found);
    tcase_add_test(tests, the_way_of_any_other_option_is_never_taken_where_each_has_its_own);
    tcase_add_test(tests, an_option_quorum_has_its_seats);
    tcase_add_test(tests, a_part_of_a_root_has_its_seats);
    return suite;
}
