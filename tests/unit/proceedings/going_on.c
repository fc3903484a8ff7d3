/* Whether a case goes on: suspended, withdrawn, taken up again. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static const CaseState *subject(void) {
    return book_case(book, "PRT-2026-001");
}

static Text due_of_question(void) {
    return date_text(book->arena, asked()->due);
}

/* --- suspended ------------------------------------------------------------------------------------------ */

START_TEST(nothing_is_done_in_a_suspended_case) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "suspend PRT-1 --because 'a court looks at it'");
    forbid(book, "CASE_SUSPENDED", "amara", "2026-03-11", "submit PRT-1 name=Other");
    ck_assert_text_is(sentence_of(book), "PRT-2026-001 is suspended since 2026-03-10: a court looks at it");
    forbid(book, "CASE_SUSPENDED", "dina", "2026-03-11", "vote M-1 --for emil");
    forbid(book, "CASE_SUSPENDED", "dina", "2026-03-11", "suspend PRT-1 --because again");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "resume clerk a court looks at it");
    allow(book, "dina", "2026-03-12", "resume PRT-1");
    allow(book, "dina", "2026-03-12", "vote M-1 --for emil");
    forbid(book, "NOT_SUSPENDED", "dina", "2026-03-12", "resume PRT-1");
}
END_TEST

START_TEST(its_clocks_stop_and_deadlines_move_by_the_days) {
    ck_assert_text_is(due_of_question(), "2026-03-09");
    allow(book, "dina", "2026-03-06", "suspend PRT-1 --because 'a court looks at it'");
    allow(book, "dina", "2026-09-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 0);
    ck_assert_uint_eq(count_entries(book, KIND_ESCALATED), 0);
    allow(book, "dina", "2026-09-01", "resume PRT-1 --because 'the court has ruled'");
    ck_assert_text_is(due_of_question(), "2026-09-04"); /* 179 days later */
    allow(book, "dina", "2026-09-04", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 0);
    allow(book, "dina", "2026-09-05", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 1);
}
END_TEST

START_TEST(a_deadline_that_would_move_to_a_day_off_moves_on_to_a_working_day) {
    allow(book, "dina", "2026-03-03", "suspend PRT-1 --because 'a court looks at it'");
    allow(book, "dina", "2026-03-08", "resume PRT-1");
    ck_assert_text_is(due_of_question(), "2026-03-16"); /* not Saturday the 14th */
}
END_TEST

START_TEST(who_records_suspends_where_the_charter_does_not_say_and_else_whom_it_names) {
    forbid(book, "NO_POWER", "amara", "2026-03-03", "suspend PRT-1 --because 'I am away'");
    ck_assert_text_is(sentence_of(book), "amara may not suspend a case, and go on with it");
    ck_assert_text_is(mend_of(book), "clerk may");
    allow(book, "dina", "2026-03-05", "suspend PRT-1 --because 'she is away'");
    forbid(book, "BEFORE_SUSPENDED", "dina", "2026-03-04", "resume PRT-1");
}
END_TEST

/* --- withdrawn ------------------------------------------------------------------------------------------ */

START_TEST(who_asked_for_it_withdraws_a_case_with_what_is_open_in_it) {
    in_the_board("all");
    forbid(book, "NOT_YOUR_CASE", "emil", "2026-03-10", "withdraw PRT-1 --because 'I do not like it'");
    allow(book, "amara", "2026-03-10", "withdraw PRT-1 --because 'the partner has gone'");
    ck_assert(subject()->ended);
    ck_assert_text_is(subject()->outcome, "withdrawn");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert_uint_eq(subject()->clocks.len, 0);
    forbid(book, "CASE_ENDED", "amara", "2026-03-10", "withdraw PRT-1 --because again");
}
END_TEST

START_TEST(a_suspended_case_can_be_withdrawn_and_taken_up_again) {
    allow(book, "dina", "2026-03-03", "suspend PRT-1 --because 'a court looks at it'");
    allow(book, "dina", "2026-03-04", "withdraw PRT-1 --because 'amara asked for it'");
    allow(book, "dina", "2026-03-05", "reopen PRT-1 --because 'it was another case'");
    ck_assert(!subject()->ended);
    ck_assert(asked()->open);
    allow(book, "dina", "2026-03-05", "convene partnership_review_board --on 2026-03-05");
    allow(book, "dina", "2026-03-05", "attend MTG-1 all");
    allow(book, "dina", "2026-03-05", "move PRT-1 --in MTG-1");
}
END_TEST

START_TEST(a_number_that_is_no_case_and_no_motion_is_not_withdrawn) {
    forbid(book, "NO_SUCH_MOTION", "amara", "2026-03-10", "withdraw M-9 --because why");
    forbid(book, "NO_SUCH_CASE", "amara", "2026-03-10", "withdraw PRT-9 --because why");
}
END_TEST

/* --- taken up again ------------------------------------------------------------------------------------- */

static void decide(const char *votes, const char *result) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", text_format(book->arena, "vote M-1 %s all", votes).at);
    close_and_expect("2026-03-10", "close M-1", result);
    ck_assert(subject()->ended);
}

START_TEST(a_case_that_has_ended_is_taken_up_again_where_it_stood_last) {
    decide("--against", "lost");
    forbid(book, "NO_POWER", "emil", "2026-03-11", "reopen PRT-1 --because 'we erred'");
    allow(book, "dina", "2026-03-11", "reopen PRT-1 --because 'the file was not before us'");
    ck_assert(!subject()->ended);
    ck_assert_text_is(asked()->decider, "partnership_review_board");
    ck_assert_text_is(date_text(book->arena, asked()->entered), "2026-03-11");
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_REOPENED).at, "\"outcome\":\"denied\""));
    allow(book, "dina", "2026-03-12", "convene partnership_review_board --on 2026-03-12");
    allow(book, "dina", "2026-03-12", "attend MTG-2 all");
    allow(book, "dina", "2026-03-12", "move PRT-1 --in MTG-2");
    allow(book, "dina", "2026-03-12", "vote M-2 --for all");
    close_and_expect("2026-03-12", "close M-2", "carried");
    ck_assert_text_is(subject()->outcome, "granted");
}
END_TEST

START_TEST(what_is_open_and_has_not_lapsed_is_not_taken_up_again) {
    forbid(book, "NOTHING_TO_REOPEN", "dina", "2026-03-03", "reopen PRT-1 --because haste");
    decide("--for", "carried");
    forbid(book, "NEVER_AT", "dina", "2026-03-11", "reopen PRT-1 --step again --because haste");
    ck_assert_text_is(mend_of(book), "say with --step where it goes on: ask");
}
END_TEST

/* The board met in time; it was entered after the question had gone up, and been rejected in silence. */
START_TEST(taking_up_what_has_lapsed_lets_the_late_act_in) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-10-01", "advance");
    ck_assert_text_is(subject()->outcome, "denied");
    forbid(book, "BEFORE_LAPSE", "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    ck_assert_text_is(mend_of(book), "have it taken up again first: bylaw reopen PRT-2026-001 --because ...");
    allow(book, "dina", "2026-10-01", "reopen PRT-1 --because 'the board met on 10 March'");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_text_is(subject()->outcome, "granted");
}
END_TEST

START_TEST(in_an_open_case_a_lapse_is_lifted_and_who_was_asked_first_decides) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-04-15", "advance");
    ck_assert_int_eq(asked()->level, 1);
    forbid(book, "BEFORE_LAPSE", "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-04-15", "reopen PRT-1 --because 'the board met on 10 March'");
    ck_assert_int_eq(asked()->level, 0);
    ck_assert_text_is(asked()->decider, "partnership_review_board");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
}
END_TEST

Suite *going_on_suite(void) {
    Suite *suite = suite_create("going on");
    TCase *tests = tcase_create("going on");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, nothing_is_done_in_a_suspended_case);
    tcase_add_test(tests, its_clocks_stop_and_deadlines_move_by_the_days);
    tcase_add_test(tests, a_deadline_that_would_move_to_a_day_off_moves_on_to_a_working_day);
    tcase_add_test(tests, who_records_suspends_where_the_charter_does_not_say_and_else_whom_it_names);
    tcase_add_test(tests, who_asked_for_it_withdraws_a_case_with_what_is_open_in_it);
    tcase_add_test(tests, a_suspended_case_can_be_withdrawn_and_taken_up_again);
    tcase_add_test(tests, a_number_that_is_no_case_and_no_motion_is_not_withdrawn);
    tcase_add_test(tests, a_case_that_has_ended_is_taken_up_again_where_it_stood_last);
    tcase_add_test(tests, what_is_open_and_has_not_lapsed_is_not_taken_up_again);
    tcase_add_test(tests, taking_up_what_has_lapsed_lets_the_late_act_in);
    tcase_add_test(tests, in_an_open_case_a_lapse_is_lifted_and_who_was_asked_first_decides);
    suite_add_tcase(suite, tests);
    return suite;
}
