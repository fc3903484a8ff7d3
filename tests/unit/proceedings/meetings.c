/* Meetings: convening, attendance and recusal. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void convene(void) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10 --place Boston");
}

static const MeetingState *meeting(void) {
    return state_meeting(book_state(book), TEXT("MTG-2026-001"));
}

START_TEST(a_meeting_gets_the_next_number_of_its_series) {
    convene();
    ck_assert_text_is(meeting()->body, "partnership_review_board");
    ck_assert_text_is(meeting()->place, "Boston");
    allow(book, "dina", "2026-03-04", "convene vertical_council[health] --on 2026-03-12");
    ck_assert_ptr_nonnull(state_meeting(book_state(book), TEXT("MTG-2026-002")));
}
END_TEST

START_TEST(the_chair_convenes_without_a_power_and_a_member_does_not) {
    allow(book, "emil", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    forbid(book, "NO_POWER", "farah", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    forbid(book, "NO_POWER", "emil", "2026-03-04", "convene ethics_review_panel --on 2026-03-10");
}
END_TEST

START_TEST(a_meeting_is_convened_for_a_day_to_come_or_entered_as_it_was_convened_then) {
    forbid(book, "CONVENED_BACK", "dina", "2026-03-11", "convene partnership_review_board --on 2026-03-10");
    ck_assert_text_is(mend_of(book), "give a later day; what was convened earlier is entered with: --at");
    allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-03-10");
}
END_TEST

START_TEST(an_indexed_body_is_convened_with_its_index) {
    forbid(book, "NO_SUCH_BODY", "dina", "2026-03-04", "convene vertical_council --on 2026-03-10");
    forbid(book, "NO_SUCH_BODY", "dina", "2026-03-04", "convene vertical_council[wealth] --on 2026-03-10");
}
END_TEST

START_TEST(all_are_the_members_in_office_on_the_meetings_day) {
    convene();
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    ck_assert_uint_eq(meeting()->present.len, 5);
    allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-06-01");
    allow(book, "dina", "2026-06-01", "attend MTG-2 all");
    ck_assert_uint_eq(state_meeting(book_state(book), TEXT("MTG-2026-002"))->present.len, 4);
}
END_TEST

START_TEST(who_is_no_member_on_the_day_does_not_attend) {
    convene();
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "attend MTG-1 farah iris");
    ck_assert_text_is(mend_of(book), "its members are listed by: bylaw show partnership_review_board");
    allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-06-01");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-06-01", "attend MTG-2 goran");
}
END_TEST

START_TEST(attendance_is_entered_once_the_day_has_come_by_a_clerk_or_the_chair) {
    convene();
    forbid(book, "NOT_YET_MET", "dina", "2026-03-09", "attend MTG-1 all");
    forbid(book, "NO_SEAT", "farah", "2026-03-10", "attend MTG-1 farah");
    allow(book, "emil", "2026-03-10", "attend MTG-1 emil farah");
    allow(book, "dina", "2026-03-11", "attend MTG-1 goran");
    ck_assert_uint_eq(meeting()->present.len, 3);
}
END_TEST

START_TEST(who_comes_twice_is_there_once_and_who_left_is_gone) {
    convene();
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah emil");
    allow(book, "dina", "2026-03-10", "attend MTG-1 farah hana --left emil");
    ck_assert_uint_eq(meeting()->present.len, 2);
    ck_assert(!texts_have(&meeting()->present, id_of("emil")));
    forbid(book, "NOT_THERE", "dina", "2026-03-10", "attend MTG-1 --left emil");
    forbid(book, "NOBODY_NAMED", "dina", "2026-03-10", "attend MTG-1");
}
END_TEST

START_TEST(a_member_recuses_himself_and_a_clerk_enters_it_for_him) {
    allow(book, "carl", "2026-03-09", "recuse carl --from PRT-1 --because 'he scored it'");
    allow(book, "dina", "2026-03-09", "recuse farah --from PRT-1 --because 'a share in it'");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->recusals.len, 2);
    forbid(book, "NO_POWER", "emil", "2026-03-09", "recuse goran --from PRT-1 --because 'he looks it'");
    forbid(book, "TAKES_NO_PART", "carl", "2026-03-09", "recuse carl --from PRT-1 --because again");
    forbid(book, "MISSING_ARGUMENT", "emil", "2026-03-09", "recuse emil --from PRT-1");
}
END_TEST

START_TEST(nobody_is_recused_who_has_voted_on_an_open_motion) {
    meet("partnership_review_board", "all");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --abstain carl");
    forbid(book, "HAS_VOTED", "carl", "2026-03-10", "recuse carl --from PRT-1 --because 'he scored it'");
    ck_assert_text_is(mend_of(book), "the ballot has to be closed, or withdrawn: bylaw withdraw M-2026-001; "
                                     "the workflow says where that leads");
    allow(book, "goran", "2026-03-10", "recuse goran --from PRT-1 --because 'a share in it'");
    forbid(book, "TAKES_NO_PART", "dina", "2026-03-10", "vote M-1 --abstain goran");
}
END_TEST

START_TEST(what_is_entered_of_meetings_is_rebuilt_and_replayed) {
    convene();
    allow(book, "dina", "2026-03-10", "attend MTG-1 all --left carl");
    allow(book, "carl", "2026-03-10", "recuse carl --from PRT-1 --because 'he scored it'");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *meetings_suite(void) {
    Suite *suite = suite_create("meetings");
    TCase *tests = tcase_create("meetings");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, a_meeting_gets_the_next_number_of_its_series);
    tcase_add_test(tests, the_chair_convenes_without_a_power_and_a_member_does_not);
    tcase_add_test(tests, a_meeting_is_convened_for_a_day_to_come_or_entered_as_it_was_convened_then);
    tcase_add_test(tests, an_indexed_body_is_convened_with_its_index);
    tcase_add_test(tests, all_are_the_members_in_office_on_the_meetings_day);
    tcase_add_test(tests, who_is_no_member_on_the_day_does_not_attend);
    tcase_add_test(tests, attendance_is_entered_once_the_day_has_come_by_a_clerk_or_the_chair);
    tcase_add_test(tests, who_comes_twice_is_there_once_and_who_left_is_gone);
    tcase_add_test(tests, a_member_recuses_himself_and_a_clerk_enters_it_for_him);
    tcase_add_test(tests, nobody_is_recused_who_has_voted_on_an_open_motion);
    tcase_add_test(tests, what_is_entered_of_meetings_is_rebuilt_and_replayed);
    suite_add_tcase(suite, tests);
    return suite;
}
