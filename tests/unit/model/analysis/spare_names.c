/* Names that nothing uses, and names that look like another. */
#include "analysed.h"

static bool is_told_of(const char *name) {
    for (size_t i = 0; i < checked.found->all.len; i++) {
        const Diagnostic *found = &checked.found->all.at[i];
        ck_assert_int_eq(found->code, DIAG_NEVER_USED);
        if (text_is(found->args[0], name)) return true;
    }
    return false;
}

#define UNUSED(name, rules, workflow, what)                                                                  \
    START_TEST(name) {                                                                                       \
        analyse_by(analyse_uses, CHARTER_TEXT rules, workflow);                                              \
        ck_assert_msg(is_told_of(what), "%.*s", TEXT_ARG(checked_shown()));                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST
#define USED(name, rules, workflow, what)                                                                    \
    START_TEST(name) {                                                                                       \
        analyse_by(analyse_uses, CHARTER_TEXT rules, workflow);                                              \
        ck_assert_msg(!is_told_of(what), "%.*s", TEXT_ARG(checked_shown()));                                 \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define DEAR "definition dear of partnership {\n  means fee > USD 5\n}\n"
UNUSED(a_definition_that_nothing_names_is_told_of, DEAR, NULL, "dear")
USED(a_guard_uses_a_definition, DEAR "guard g before done {\n  requires dear\n}\n", FLOW_TEXT, "dear")
USED(a_test_uses_a_definition, DEAR "test \"t\" {\n  given fee = USD 6\n  expect dear\n}\n", NULL, "dear")
UNUSED(an_enum_without_a_fact_is_told_of, "enum colour { red, blue }\n", NULL, "colour")
USED(a_type_uses_an_enum, "", NULL, "vertical")
USED(a_column_that_the_motion_gives_uses_an_enum, "", NULL, "decision")
UNUSED(a_ballot_without_a_matrix_is_told_of, "ballot b {\n  carried by at least 2/3 of votes cast\n}\n", NULL,
       "b")
USED(a_matrix_uses_a_ballot, "", NULL, "slow")
UNUSED(a_calendar_that_counts_nothing_is_told_of,
       "calendar c {\n  week monday..friday\n  listed 2026..2027\n}\n", NULL, "c")
USED(the_charter_uses_its_calendar, "", NULL, "company")
UNUSED(a_role_that_does_nothing_is_told_of, "role guest\n", FLOW_TEXT, "guest")
USED(a_role_may_be_for_a_workflow_that_is_not_at_hand, "role guest\n", NULL, "guest")
USED(a_step_uses_a_role, "", FLOW_TEXT, "clerk")
USED(a_quorum_uses_a_role,
     "role guest\nbody b {\n  seats 3..5\n  quorum at least 3 members including 1 with role guest\n"
     "  carried by more than 1/2 of votes cast\n}\n",
     FLOW_TEXT, "guest")
UNUSED(a_fact_that_nobody_collects_and_no_rule_reads_is_told_of, "", FLOW_TEXT, "margin")
USED(the_text_of_a_motion_uses_a_fact, "", FLOW_TEXT, "name")
USED(a_fact_of_a_group_without_workflows_is_let_be, "facts trip {\n  far : yes_no\n}\n", FLOW_TEXT, "far")
USED(a_motion_uses_the_matrix_that_decides_it, "", FLOW_TEXT, "matrix")
UNUSED(a_matrix_that_no_motion_asks_is_told_of,
       "authority m of partnership {\n  | row | personal_data || decided_by |\n  | A1 | - || ceo |\n}\n",
       FLOW_TEXT, "m")
UNUSED(a_table_whose_result_goes_nowhere_is_told_of, "", FLOW_TEXT, "advice")
UNUSED(a_review_that_no_step_holds_is_told_of, "", FLOW_TEXT, "ethics")

/* --- spelling ------------------------------------------------------------------------------------------- */

#define TWICE(name, rules, words) WARNS(name, analyse_spelling, rules, NULL, SPELLED_TWICE, words)
#define APART(name, rules)        IS_SILENT(name, analyse_spelling, rules, NULL)
#define FACTS(a, b)               "facts one {\n  " a " : text\n}\nfacts two {\n  " b " : text\n}\n"

TWICE(underscores_do_not_tell_apart, FACTS("end_date", "enddate"), "\"enddate\" and \"end_date\"")
TWICE(case_does_not_tell_apart, FACTS("Owner", "owner"), "\"owner\" and \"Owner\"")
TWICE(one_and_many_are_not_told_apart, "role reviewer\nrole reviewers\n", "\"reviewers\" and \"reviewer\"")
TWICE(a_letter_less_does_not_tell_apart, FACTS("description", "descripton"), "look like two spellings")
TWICE(exchanged_letters_do_not_tell_apart, "office recipient\noffice receipient\n", "two spellings")
TWICE(members_of_one_enum_are_compared, "enum e { approved_by_board, aproved_by_board }\n", "aproved")
APART(short_names_are_told_apart, "office cfo\noffice coo\n")
APART(numbers_tell_apart, FACTS("condition_1", "condition_2"))
APART(the_last_letter_tells_apart, "role employee\nrole employer\n")
APART(a_role_and_a_body_may_be_one_and_many,
      "role inspector\nbody inspectors {\n  seats 3..5\n  quorum at least 3 members\n"
      "  carried by more than 1/2 of votes cast\n}\n")
APART(members_of_two_enums_are_not_compared, "enum e { recommended }\nenum f { recommend }\n")
APART(one_name_in_two_groups_is_one_spelling, FACTS("requester", "requester"))

Suite *spare_names_suite(void) {
    Suite *suite = suite_create("spare names");
    TCase *tcase = tcase_create("spare names");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_definition_that_nothing_names_is_told_of);
    tcase_add_test(tcase, a_guard_uses_a_definition);
    tcase_add_test(tcase, a_test_uses_a_definition);
    tcase_add_test(tcase, an_enum_without_a_fact_is_told_of);
    tcase_add_test(tcase, a_type_uses_an_enum);
    tcase_add_test(tcase, a_column_that_the_motion_gives_uses_an_enum);
    tcase_add_test(tcase, a_ballot_without_a_matrix_is_told_of);
    tcase_add_test(tcase, a_matrix_uses_a_ballot);
    tcase_add_test(tcase, a_calendar_that_counts_nothing_is_told_of);
    tcase_add_test(tcase, the_charter_uses_its_calendar);
    tcase_add_test(tcase, a_role_that_does_nothing_is_told_of);
    tcase_add_test(tcase, a_role_may_be_for_a_workflow_that_is_not_at_hand);
    tcase_add_test(tcase, a_step_uses_a_role);
    tcase_add_test(tcase, a_quorum_uses_a_role);
    tcase_add_test(tcase, a_fact_that_nobody_collects_and_no_rule_reads_is_told_of);
    tcase_add_test(tcase, the_text_of_a_motion_uses_a_fact);
    tcase_add_test(tcase, a_fact_of_a_group_without_workflows_is_let_be);
    tcase_add_test(tcase, a_motion_uses_the_matrix_that_decides_it);
    tcase_add_test(tcase, a_matrix_that_no_motion_asks_is_told_of);
    tcase_add_test(tcase, a_table_whose_result_goes_nowhere_is_told_of);
    tcase_add_test(tcase, a_review_that_no_step_holds_is_told_of);
    tcase_add_test(tcase, underscores_do_not_tell_apart);
    tcase_add_test(tcase, case_does_not_tell_apart);
    tcase_add_test(tcase, one_and_many_are_not_told_apart);
    tcase_add_test(tcase, a_letter_less_does_not_tell_apart);
    tcase_add_test(tcase, exchanged_letters_do_not_tell_apart);
    tcase_add_test(tcase, members_of_one_enum_are_compared);
    tcase_add_test(tcase, short_names_are_told_apart);
    tcase_add_test(tcase, numbers_tell_apart);
    tcase_add_test(tcase, the_last_letter_tells_apart);
    tcase_add_test(tcase, a_role_and_a_body_may_be_one_and_many);
    tcase_add_test(tcase, members_of_two_enums_are_not_compared);
    tcase_add_test(tcase, one_name_in_two_groups_is_one_spelling);
    return suite;
}
