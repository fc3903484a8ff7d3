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

/* --- state by state, with what reviews have come to ----------------------------------------------------- */

#define TOLD(name, rules, steps, code, words)                                                                \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT rules, FLOW_HEAD steps);                                                  \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define HELD_AGAIN                                                                                           \
    "review safety of partnership by board {\n  step ask by vote then good when upheld, bad otherwise\n"     \
    "  outcome good\n  outcome bad\n  reassess every 1 year opens flow\n}\n"
#define MONITORED                                                                                            \
    "review safety of partnership by board {\n  step ask by vote then good when upheld, bad otherwise\n"     \
    "  outcome good\n  outcome bad opens flow every 3 months\n  reassess every 1 year opens flow\n}\n"
TOLD(an_end_says_what_goes_on_of_what_a_review_has_begun, HELD_AGAIN,
     "  first: { review: safety, next: { good: over, bad: last } }\n"
     "  over: { end: over, ongoing: [flow] }\n  last: { end: over }\n",
     RUNS_ON, "nothing says whether that goes on")
START_TEST(what_runs_on_after_an_end_that_does_not_say_so_is_told) {
    analyse_texts(CHARTER_TEXT MONITORED,
                  FLOW_HEAD "  first: { review: safety, next: { good: over, bad: last } }\n"
                            "  over: { end: over, ongoing: [] }\n  last: { end: over }\n");
    ck_assert_uint_eq(checked.found->all.len, 2); /* of the outcome, and of reassessing it */
    for (size_t i = 0; i < 2; i++) {
        ck_assert_int_eq(checked.found->all.at[i].code, DIAG_RUNS_ON);
        ck_assert_text_is(checked.found->all.at[i].args[0], "last");
    }
    checked_end();
}
END_TEST

#define GUARD        "guard g before last {\n  requires ethics in (cleared, not_applicable)\n}\n"
#define TASK_TO_LAST "  work: { task: W, by: clerk, next: last }\n" LAST
TOLD(a_case_that_no_guard_lets_on_is_found, GUARD,
     "  first: { review: ethics, next: { cleared: work, refused: work, not_applicable: work } "
     "}\n" TASK_TO_LAST,
     FLOW_STUCK,
     "to the step \"work\" and never end: after the review ethics has come to refused, no way to an end is "
     "open")
START_TEST(a_guard_of_a_review_that_is_never_held_lets_nobody_on) {
    analyse_texts(CHARTER_TEXT GUARD, FLOW_HEAD "  first: { task: T, by: clerk, next: last }\n" LAST);
    ck_assert_uint_eq(checked.found->all.len, 2);
    ck_assert_int_eq(checked.found->all.at[0].code, DIAG_WAY_NEVER);
    ck_assert_int_eq(checked.found->all.at[1].code, DIAG_FLOW_STUCK);
    ck_assert_text_is(checked.found->all.at[1].args[1], "before the review ethics is held");
    checked_end();
}
END_TEST
START_TEST(a_guard_that_another_way_avoids_is_right) {
    analyse_texts(CHARTER_TEXT GUARD,
                  FLOW_HEAD "  first: { review: ethics, next: { cleared: last, refused: other, "
                            "not_applicable: last } }\n  other: { end: refused }\n" LAST);
    ck_assert_right();
    checked_end();
}
END_TEST
TOLD(a_result_that_no_row_gives_is_never_waited_for,
     "enum three { a, b, c }\ntable t of partnership {\n"
     "  | row | personal_data || what : three |\n  | T1 | yes || a |\n  | T2 | no || b |\n}\n",
     "  first: { evaluate: t, next: [ { when: t.what = c, to: other }, { to: last } ] }\n"
     "  other: { end: refused }\n" LAST,
     WAY_NEVER, "from the step \"first\" to \"other\" is never taken")
START_TEST(a_result_that_an_exception_gives_is_waited_for) {
    analyse_texts(
        CHARTER_TEXT
        "enum three { a, b, c }\ntable t of partnership {\n  | row | personal_data || what : three |\n"
        "  | T1 | yes || a |\n  | T2 | no || b |\n}\nexception x to t when share > 1% {\n"
        "  gives what = c\n}\n",
        FLOW_HEAD "  first: { evaluate: t, next: [ { when: t.what = c, to: other }, { to: last } ] }\n"
                  "  other: { end: refused }\n" LAST);
    ck_assert_right();
    checked_end();
}
END_TEST

WARNS(an_outcome_of_a_review_is_led_to, analyse_reviews,
      "review r of partnership by board {\n  step vote by vote then good when upheld, good otherwise\n"
      "  outcome good\n  outcome other\n}\n",
      NULL, REVIEW_OUTCOME_NEVER, "no step of the review \"r\" leads to the outcome \"other\"")

WARNS(a_review_that_is_held_again_opens_something, analyse_reviews,
      "review r of partnership by board {\n  step vote by vote then good otherwise\n"
      "  outcome good\n  reassess every 12 months\n}\n",
      NULL, REASSESSED_NOWHERE, "nothing is opened in which it would be")

/* Each of the reviews can come to two outcomes, and each way has states of its own. */
START_TEST(a_workflow_of_too_many_states_is_told) {
    Arena *arena = arena_new(0);
    Buf rules = buf_new(arena), flow = buf_new(arena);
    buf_cstr(&rules, CHARTER_TEXT);
    buf_cstr(&flow, FLOW_HEAD "  first: { task: T, by: clerk, next: r0 }\n");
    for (int i = 0; i < 15; i++) {
        buf_format(&rules,
                   "review v%d of partnership by board {\n  step vote by vote then good when upheld, bad "
                   "otherwise\n  outcome good\n  outcome bad\n}\n",
                   i);
        buf_format(&flow, "  r%d: { review: v%d, next: { good: r%d, bad: r%d } }\n", i, i, i + 1, i + 1);
    }
    buf_cstr(&flow, "  r15: { end: over }\n");
    analyse_texts(buf_done(&rules).at, buf_done(&flow).at);
    ck_assert_only(DIAG_FLOW_TOO_LARGE, "\"flow\" has more than 20000 states");
    checked_end();
    arena_free(arena);
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
    tcase_add_test(tcase, an_end_says_what_goes_on_of_what_a_review_has_begun);
    tcase_add_test(tcase, what_runs_on_after_an_end_that_does_not_say_so_is_told);
    tcase_add_test(tcase, a_case_that_no_guard_lets_on_is_found);
    tcase_add_test(tcase, a_guard_of_a_review_that_is_never_held_lets_nobody_on);
    tcase_add_test(tcase, a_guard_that_another_way_avoids_is_right);
    tcase_add_test(tcase, a_result_that_no_row_gives_is_never_waited_for);
    tcase_add_test(tcase, a_result_that_an_exception_gives_is_waited_for);
    tcase_add_test(tcase, an_outcome_of_a_review_is_led_to);
    tcase_add_test(tcase, a_review_that_is_held_again_opens_something);
    tcase_add_test(tcase, a_workflow_of_too_many_states_is_told);
    return suite;
}
