/* What is undone before it counts: meetings cancelled or adjourned, recusals taken back. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static const MeetingState *meeting(void) {
    return state_meeting(book_state(book), TEXT("MTG-2026-001"));
}

START_TEST(what_was_put_in_a_cancelled_meeting_is_free_to_be_put_again) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil");
    allow(book, "dina", "2026-03-10", "cancel MTG-1 --because 'a fire alarm'");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert(asked()->open);
    allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-03-11");
    allow(book, "dina", "2026-03-11", "attend MTG-2 all");
    allow(book, "dina", "2026-03-11", "move PRT-1 --in MTG-2");
}
END_TEST

START_TEST(nothing_happens_in_a_cancelled_meeting) {
    meet("partnership_review_board", "all");
    allow(book, "dina", "2026-03-10", "cancel MTG-1 --because 'a fire alarm'");
    forbid(book, "MEETING_CANCELLED", "dina", "2026-03-10", "attend MTG-1 emil");
    forbid(book, "MEETING_CANCELLED", "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    forbid(book, "MEETING_CANCELLED", "dina", "2026-03-10", "adjourn MTG-1 --to 2026-03-11");
    forbid(book, "MEETING_CANCELLED", "dina", "2026-03-10", "cancel MTG-1 --because again");
    ck_assert_text_is(sentence_of(book), "MTG-2026-001 is cancelled: a fire alarm");
}
END_TEST

START_TEST(a_meeting_that_has_decided_is_not_cancelled_but_adjourned) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    forbid(book, "MEETING_DECIDED", "dina", "2026-03-10", "cancel MTG-1 --because 'a fire alarm'");
    allow(book, "emil", "2026-03-10", "adjourn MTG-1 --to 2026-03-12 --place Lynn");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "carried");
}
END_TEST

START_TEST(an_adjourned_meeting_goes_on_with_whom_it_finds_on_its_new_day) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "adjourn MTG-1 --to 2026-06-02 --because 'it was late'");
    ck_assert_text_is(date_text(book->arena, meeting()->on), "2026-06-02");
    ck_assert_uint_eq(meeting()->present.len, 0);
    forbid(book, "NOT_YET_MET", "dina", "2026-03-11", "attend MTG-1 all");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-06-02", "attend MTG-1 goran");
    allow(book, "dina", "2026-06-02", "attend MTG-1 all");
    ck_assert_uint_eq(meeting()->present.len, 4);
}
END_TEST

START_TEST(a_meeting_is_not_adjourned_to_a_day_before_it_nor_by_a_member) {
    meet("partnership_review_board", "all");
    forbid(book, "ADJOURNED_BACK", "dina", "2026-03-10", "adjourn MTG-1 --to 2026-03-10");
    forbid(book, "NO_POWER", "farah", "2026-03-10", "adjourn MTG-1 --to 2026-03-12");
    forbid(book, "NO_POWER", "farah", "2026-03-10", "cancel MTG-1 --because 'I cannot come'");
}
END_TEST

START_TEST(who_takes_a_recusal_back_is_counted_in_what_is_open) {
    allow(book, "carl", "2026-03-09", "recuse carl --from PRT-1 --because 'he scored it'");
    in_the_board("all");
    ck_assert_uint_eq(motion_roll(book_state(book), motion_numbered("M-2026-001"))->present.len, 4);
    allow(book, "carl", "2026-03-10", "recuse carl --from PRT-1 --withdraw --because 'it was another'");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->recusals.len, 0);
    ck_assert_uint_eq(motion_roll(book_state(book), motion_numbered("M-2026-001"))->present.len, 5);
    allow(book, "dina", "2026-03-10", "vote M-1 --for carl");
}
END_TEST

START_TEST(a_recusal_is_taken_back_by_whose_it_is_or_who_records) {
    forbid(book, "NOT_RECUSED", "carl", "2026-03-09", "recuse carl --from PRT-1 --withdraw --because 'no'");
    allow(book, "carl", "2026-03-09", "recuse carl --from PRT-1 --because 'he scored it'");
    forbid(book, "NO_POWER", "emil", "2026-03-09",
           "recuse carl --from PRT-1 --withdraw --because 'we need you'");
    allow(book, "dina", "2026-03-09", "recuse carl --from PRT-1 --withdraw --because 'the wrong case'");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->recusals.len, 0);
}
END_TEST

Suite *calling_off_suite(void) {
    Suite *suite = suite_create("calling off");
    TCase *tests = tcase_create("calling off");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_was_put_in_a_cancelled_meeting_is_free_to_be_put_again);
    tcase_add_test(tests, nothing_happens_in_a_cancelled_meeting);
    tcase_add_test(tests, a_meeting_that_has_decided_is_not_cancelled_but_adjourned);
    tcase_add_test(tests, an_adjourned_meeting_goes_on_with_whom_it_finds_on_its_new_day);
    tcase_add_test(tests, a_meeting_is_not_adjourned_to_a_day_before_it_nor_by_a_member);
    tcase_add_test(tests, who_takes_a_recusal_back_is_counted_in_what_is_open);
    tcase_add_test(tests, a_recusal_is_taken_back_by_whose_it_is_or_who_records);
    suite_add_tcase(suite, tests);
    return suite;
}
