/* Workflows as a whole: outcomes, ways in, ways out. */
#include "analysed.h"

#define FLOW_FINDS(name, steps, code, words)                                                                 \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT, FLOW_HEAD steps);                                                        \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

START_TEST(a_small_workflow_is_whole) {
    analyse_texts(CHARTER_TEXT, FLOW_TEXT);
    ck_assert_right();
    checked_end();
}
END_TEST

#define LAST "  last: { end: over }\n"
FLOW_FINDS(
    every_outcome_of_a_motion_leads_on,
    "  first: { motion: M, decision: partner, next: { carried: last, lost: last, withdrawn: last } }\n" LAST,
    OUTCOME_UNHANDLED, "comes to \"rejected\"; add to its next: rejected: STEP")
FLOW_FINDS(every_outcome_of_a_review_leads_on,
           "  first: { review: ethics, next: { cleared: last, refused: last } }\n" LAST, OUTCOME_UNHANDLED,
           "\"not_applicable\"")
FLOW_FINDS(parallel_steps_lead_to_one_step,
           "  first: { parallel: { a: { task: A, by: clerk } }, next: [ { when: personal_data, to: last }, { "
           "to: last } ] }\n" LAST,
           JOIN_PLAIN, "next: STEP")
FLOW_FINDS(every_step_is_reached,
           "  first: { task: T, by: clerk, next: last }\n  other: { task: O, by: clerk, next: last }\n" LAST,
           FLOW_UNREACHED, "\"other\"")

START_TEST(a_review_that_always_applies_needs_no_way_around) {
    analyse_texts(
        CHARTER_TEXT
        "review always of partnership by board {\n  step vote by vote then good when upheld, bad otherwise\n"
        "  outcome good\n  outcome bad\n}\n",
        FLOW_HEAD "  first: { review: always, next: { good: last, bad: last } }\n" LAST);
    ck_assert_right();
    checked_end();
}
END_TEST

START_TEST(steps_that_only_lead_round_are_found) {
    analyse_texts(
        CHARTER_TEXT, FLOW_HEAD
        "  first: { evaluate: advice, next: [ { when: advice.grade = high, to: last }, { to: round } ] }\n"
        "  round: { task: R, by: clerk, next: again }\n  again: { task: A, by: clerk, next: round }\n" LAST);
    ck_assert_uint_eq(checked.found->all.len, 2);
    ck_assert_int_eq(checked.found->all.at[0].code, DIAG_FLOW_ENDLESS);
    ck_assert_text_is(checked.found->all.at[0].args[0], "round");
    ck_assert_text_is(checked.found->all.at[1].args[0], "again");
    checked_end();
}
END_TEST

Suite *flows_suite(void) {
    Suite *suite = suite_create("flows");
    TCase *tcase = tcase_create("flows");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_small_workflow_is_whole);
    tcase_add_test(tcase, every_outcome_of_a_motion_leads_on);
    tcase_add_test(tcase, every_outcome_of_a_review_leads_on);
    tcase_add_test(tcase, parallel_steps_lead_to_one_step);
    tcase_add_test(tcase, every_step_is_reached);
    tcase_add_test(tcase, a_review_that_always_applies_needs_no_way_around);
    tcase_add_test(tcase, steps_that_only_lead_round_are_found);
    return suite;
}
