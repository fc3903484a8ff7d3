/* Tests in the rules, guards, and workflows. */
#include "charter_text.h"

#define TEST(lines) "test \"t\" {\n" lines "}\n"
ACCEPTED(everything_that_is_not_computed_can_be_given,
         TEST("  given vertical = health\n  given annual_value = missing\n  given score.fit = 9\n"
              "  given score.value = (7, 8)\n  given ethics = cleared\n  given decision = partner\n"
              "  given share = 25%\n  given margin = -3\n  given tags = (\"a\", \"b\")\n"
              "  expect advice.grade = high by R2\n  expect matrix.decided_by = board by A1\n"))
ACCEPTED(what_a_review_counts_can_be_given,
         TEST("  given ethics.concerns = 2\n  given ethics.upheld = yes\n  given ethics.accepted = no\n"
              "  expect ethics.concerns > 0\n"))
REFUSED(what_a_review_counts_has_its_type, TEST("  given ethics.upheld = 2\n  expect personal_data\n"),
        WRONG_TYPE, "yes or no")
REFUSED(what_a_review_counts_is_not_read_elsewhere,
        "guard g before done {\n  requires ethics.concerns = 0\n}\n", WRONG_KIND_OF_NAME, "ethics")
REFUSED(a_test_expects_something, TEST("  given vertical = health\n"), SETTING_NEEDED, "expect")
REFUSED(a_test_has_a_title, "test {\n  expect personal_data\n}\n", TITLE_NEEDED, "test")
REFUSED(a_result_is_not_given, TEST("  given score.total = 9\n  expect score.eligible\n"), NOT_GIVEN,
        "score.total")
REFUSED(a_fact_is_given_once, TEST("  given staff = 9\n  given staff = 8\n  expect personal_data\n"),
        GIVEN_TWICE, "staff")
REFUSED(a_fact_is_given_as_its_type, TEST("  given staff = yes\n  expect personal_data\n"), WRONG_TYPE,
        "a whole number")
REFUSED(a_percentage_is_given_as_one, TEST("  given share = 25\n  expect personal_data\n"), NEEDS_PERCENT,
        "25%")
REFUSED(a_whole_score_is_given, TEST("  given score.fit = 7.5\n  expect personal_data\n"), WRONG_TYPE,
        "a whole number")
REFUSED(a_given_score_is_on_the_scale, TEST("  given score.fit = 11\n  expect personal_data\n"), OFF_SCALE,
        "the score 11 is not on the scale 1..10 of \"score\"")
REFUSED(each_of_several_given_scores_is_on_the_scale,
        TEST("  given score.fit = (9, 0)\n  expect personal_data\n"), OFF_SCALE, "the score 0")
REFUSED(an_expected_row_is_of_the_table, TEST("  expect advice.grade = high by R3\n"), UNKNOWN_NAME, "R3")
REFUSED(an_expected_row_needs_a_table, TEST("  expect score.total = 3 by R1\n"), ROW_OF_TABLE, "TABLE.RESULT")

REFUSED(a_row_that_could_not_be_read_can_be_expected,
        "table other of partnership {\n  | row | staff || a : integer |\n  | R1 | < 5 || 1 |\n"
        "  | R2 | >= 5 || 1 | 2 |\n}\n" TEST("  given staff = 9\n  expect other.a = 1 by R2\n"),
        ROW_WIDTH, "4 cells")

#define GUARD(before, requires) "guard g" before " {\n  requires " requires "\n}\n"
START_TEST(a_guard_stands_before_a_step_of_a_workflow) {
    check_texts(CHARTER_TEXT GUARD(" before done", "ethics in (not_applicable, cleared)"), FLOW_TEXT);
    ck_assert_right();
    checked_end();
}
END_TEST

START_TEST(a_guard_before_no_step_is_an_error) {
    check_texts(CHARTER_TEXT GUARD(" before donne", "personal_data"), FLOW_TEXT);
    ck_assert_only(DIAG_UNKNOWN_NAME, "did you mean \"done\"?");
    checked_end();
}
END_TEST

REFUSED(a_guard_stands_before_something, GUARD("", "personal_data"), PART_NEEDED, "before STEP")
#define INVARIANT(of, requires) "invariant i" of " {\n" requires "}\n"
ACCEPTED(an_invariant_is_of_the_only_group, INVARIANT("", "requires fee <= USD 5\nrequires staff > 0\n"))
REFUSED(an_invariant_says_of_which_group, "facts other { a : yes_no }\n" INVARIANT("", "requires a\n"),
        GROUP_NEEDED, "of GROUP")
REFUSED(an_invariant_reads_its_own_group,
        "facts other { a : yes_no }\n" INVARIANT(" of other", "requires fee = USD 5\n"), UNKNOWN_NAME, "fee")
REFUSED(an_invariant_requires_something, INVARIANT("", ""), SETTING_NEEDED, "requires CONDITION")
REFUSED(an_invariant_requires_yes_or_no, INVARIANT("", "requires staff\n"), WRONG_TYPE, "yes or no")
REFUSED(an_invariant_is_before_no_step, INVARIANT(" before done", "requires personal_data\n"), PART_UNKNOWN,
        "before")
REFUSED(a_guard_requires_yes_or_no, GUARD(" before done", "staff"), WRONG_TYPE, "yes or no")

FLOW_REFUSED(a_step_leads_to_a_step,
             "  first: { task: Do it, by: clerk, next: lost }\n  last: { end: over }\n", UNKNOWN_STEP,
             "did you mean \"last\"?")
FLOW_REFUSED(who_acts_is_known, "  first: { task: Do it, by: clark, next: last }\n  last: { end: over }\n",
             UNKNOWN_NAME, "did you mean \"clerk\"?")
FLOW_REFUSED(who_acts_is_one, "  first: { task: Do it, by: leader, next: last }\n  last: { end: over }\n",
             INDEX_NEEDED, "leader")
FLOW_REFUSED(what_is_collected_are_facts,
             "  first: { task: Do it, by: clerk, collects: [stuff], next: last }\n  last: { end: over }\n",
             UNKNOWN_NAME, "did you mean \"staff\"?")
FLOW_REFUSED(a_scoring_names_a_scorecard,
             "  first: { score: advice, by: clerk, next: last }\n  last: { end: over }\n", WRONG_KIND_OF_NAME,
             "a scorecard")
FLOW_REFUSED(an_evaluation_names_a_table, "  first: { evaluate: score, next: last }\n  last: { end: over }\n",
             WRONG_KIND_OF_NAME, "a decision table")
FLOW_REFUSED(a_review_names_a_review, "  first: { review: ethic, next: last }\n  last: { end: over }\n",
             UNKNOWN_NAME, "did you mean \"ethics\"?")
#define MOTION(text, decision)                                                                               \
    "  first: { motion: \"" text "\", decision: " decision ", next: last }\n  last: { end: over }\n"
FLOW_REFUSED(a_motion_names_facts, MOTION("Approve {nam}", "partner"), UNKNOWN_NAME, "did you mean \"name\"?")
FLOW_REFUSED(a_brace_in_a_motion_is_closed, MOTION("Approve {name", "partner"), OPEN_BRACE, "{name}")
FLOW_REFUSED(a_motion_asks_for_a_known_decision, MOTION("Approve", "partnr"), UNKNOWN_DECISION,
             "did you mean \"partner\"?")
FLOW_REFUSED(an_outcome_is_one_of_the_step,
             "  first: { task: Do it, by: clerk, next: { doen: last } }\n  last: { end: over }\n",
             UNKNOWN_OUTCOME, "did you mean \"done\"?")
FLOW_REFUSED(an_outcome_is_one_of_the_review,
             "  first: { review: ethics, next: { cleared: last, refuse: last } }\n  last: { end: over }\n",
             UNKNOWN_OUTCOME, "cleared, refused, not_applicable")
FLOW_REFUSED(the_last_condition_is_none,
             "  first: { evaluate: advice, next: [ { when: advice.grade = high, to: last } ] }\n  last: { "
             "end: over }\n",
             OTHERWISE_NEEDED, "to: STEP")
FLOW_REFUSED(only_the_last_has_no_condition,
             "  first: { evaluate: advice, next: [ { to: last }, { to: last } ] }\n  last: { end: over }\n",
             OTHERWISE_EARLY, "put it last")
FLOW_REFUSED(
    a_condition_of_a_workflow_is_checked,
    "  first: { evaluate: advice, next: [ { when: advice.grade = hihg, to: last }, { to: last } ] }\n"
    "  last: { end: over }\n",
    UNKNOWN_MEMBER, "did you mean \"high\"?")
FLOW_REFUSED(nothing_leads_into_parallel_steps,
             "  first: { parallel: { a: { task: A, by: clerk }, b: { task: B, by: clerk } }, next: other }\n"
             "  other: { task: C, by: clerk, next: a }\n  last: { end: over }\n",
             STEP_INSIDE, "lead to \"first\"")
FLOW_REFUSED(
    a_motion_is_no_parallel_step,
    "  first: { parallel: { a: { motion: M, decision: partner } }, next: last }\n  last: { end: over }\n",
    BRANCH_KIND, "\"a\"")

START_TEST(a_workflow_starts_at_a_step) {
    check_texts(CHARTER_TEXT, "workflow: flow\ntitle: T\nof: partnership\nstart: frist\nsteps:\n"
                              "  first: { end: over }\n");
    ck_assert_only(DIAG_UNKNOWN_STEP, "did you mean \"first\"?");
    checked_end();
}
END_TEST

START_TEST(one_matrix_decides) {
    check_texts(CHARTER_TEXT "authority m {\n  | row | decision || decided_by |\n  | A1 | - || board |\n}\n",
                FLOW_TEXT);
    ck_assert_only(DIAG_TWO_AUTHORITIES, "\"matrix\" and \"m\"");
    checked_end();
}
END_TEST

START_TEST(a_workflow_names_all_its_steps) {
    check_texts(
        CHARTER_TEXT, FLOW_HEAD
        "  first: { parallel: { a: { task: A, by: clerk }, b: { score: score, by: clerk } }, next: last }\n"
        "  last: { end: over }\n");
    ck_assert_right();
    const Symbol *flow = map_get(&checked.model->globals, TEXT("flow")),
                 *a = map_get(&flow->inner, TEXT("a"));
    ck_assert_uint_eq(flow->inner.len, 4);
    ck_assert_ptr_eq(a->parent, map_get(&flow->inner, TEXT("first")));
    ck_assert_ptr_eq(a->parent->parent, flow);
    ck_assert_ptr_eq(flow->parent, map_get(&checked.model->globals, TEXT("partnership")));
    checked_end();
}
END_TEST

Suite *examples_suite(void) {
    Suite *suite = suite_create("examples");
    TCase *tcase = tcase_create("examples");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, everything_that_is_not_computed_can_be_given);
    tcase_add_test(tcase, what_a_review_counts_can_be_given);
    tcase_add_test(tcase, what_a_review_counts_has_its_type);
    tcase_add_test(tcase, what_a_review_counts_is_not_read_elsewhere);
    tcase_add_test(tcase, a_test_expects_something);
    tcase_add_test(tcase, a_test_has_a_title);
    tcase_add_test(tcase, a_result_is_not_given);
    tcase_add_test(tcase, a_fact_is_given_once);
    tcase_add_test(tcase, a_fact_is_given_as_its_type);
    tcase_add_test(tcase, a_percentage_is_given_as_one);
    tcase_add_test(tcase, a_whole_score_is_given);
    tcase_add_test(tcase, an_expected_row_is_of_the_table);
    tcase_add_test(tcase, an_expected_row_needs_a_table);
    tcase_add_test(tcase, a_guard_stands_before_a_step_of_a_workflow);
    tcase_add_test(tcase, a_guard_before_no_step_is_an_error);
    tcase_add_test(tcase, a_guard_stands_before_something);
    tcase_add_test(tcase, a_guard_requires_yes_or_no);
    tcase_add_test(tcase, an_invariant_is_of_the_only_group);
    tcase_add_test(tcase, an_invariant_says_of_which_group);
    tcase_add_test(tcase, an_invariant_reads_its_own_group);
    tcase_add_test(tcase, an_invariant_requires_something);
    tcase_add_test(tcase, an_invariant_requires_yes_or_no);
    tcase_add_test(tcase, an_invariant_is_before_no_step);
    tcase_add_test(tcase, a_step_leads_to_a_step);
    tcase_add_test(tcase, who_acts_is_known);
    tcase_add_test(tcase, who_acts_is_one);
    tcase_add_test(tcase, what_is_collected_are_facts);
    tcase_add_test(tcase, a_scoring_names_a_scorecard);
    tcase_add_test(tcase, an_evaluation_names_a_table);
    tcase_add_test(tcase, a_review_names_a_review);
    tcase_add_test(tcase, a_motion_names_facts);
    tcase_add_test(tcase, a_brace_in_a_motion_is_closed);
    tcase_add_test(tcase, a_motion_asks_for_a_known_decision);
    tcase_add_test(tcase, an_outcome_is_one_of_the_step);
    tcase_add_test(tcase, an_outcome_is_one_of_the_review);
    tcase_add_test(tcase, the_last_condition_is_none);
    tcase_add_test(tcase, only_the_last_has_no_condition);
    tcase_add_test(tcase, a_condition_of_a_workflow_is_checked);
    tcase_add_test(tcase, nothing_leads_into_parallel_steps);
    tcase_add_test(tcase, a_motion_is_no_parallel_step);
    tcase_add_test(tcase, a_workflow_starts_at_a_step);
    tcase_add_test(tcase, one_matrix_decides);
    tcase_add_test(tcase, a_workflow_names_all_its_steps);
    tcase_add_test(tcase, a_row_that_could_not_be_read_can_be_expected);
    tcase_add_test(tcase, a_given_score_is_on_the_scale);
    tcase_add_test(tcase, each_of_several_given_scores_is_on_the_scale);
    return suite;
}
