/* Meetings as their secretary keeps them: notice, apologies, observers, what was said, what is to be done. */
#include "question.h"

#define CIRCLE                                                                                               \
    "body circle \"The Circle\" {\n"                                                                         \
    "  seats   1..5\n"                                                                                       \
    "  quorum  at least 1 members\n"                                                                         \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "  notice  3 working days\n"                                                                             \
    "}\n"
#define CIRCLE_MEMBERS                                                                                       \
    "import '{bodies: {circle: {chair: emil, members: [{person: emil, from: 2026-01-01},"                    \
    " {person: farah, from: 2026-01-01}]}}}'"

static void set_up(void) {
    new_question_book("strategic_partnership", "denied", CIRCLE);
    allow(book, "dina", "2026-01-06", CIRCLE_MEMBERS);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10 --time 14:00");
}

static const MeetingState *meeting(const char *number) {
    return state_meeting(book_state(book), text_of(number));
}

static Text body_text(EntryKind kind, const char *key) {
    return tree_get_text(json_of(book, last_body(book, kind)), key);
}

/* --- notice --------------------------------------------------------------------------------------------- */

START_TEST(a_meeting_is_convened_as_long_before_as_its_body_asks) {
    forbid(book, "SHORT_NOTICE", "emil", "2026-03-06", "convene circle --on 2026-03-10");
    ck_assert_text_is(
        sentence_of(book),
        "circle has to be convened 3 working days before it meets, and so not before 2026-03-11");
    allow(book, "emil", "2026-03-06", "convene circle --on 2026-03-11");
    ck_assert_int_eq(tree_get(json_of(book, last_body(book, KIND_CONVENED)), "waived") != NULL, 0);
}
END_TEST

START_TEST(members_waive_a_notice_that_is_too_short_and_say_why) {
    forbid(book, "WAIVER_UNREASONED", "emil", "2026-03-06", "convene circle --on 2026-03-09 --waived all");
    forbid(book, "NOT_A_MEMBER", "emil", "2026-03-06",
           "convene circle --on 2026-03-09 --waived goran --because urgent");
    allow(book, "emil", "2026-03-06",
          "convene circle --on 2026-03-09 --waived all --because 'the grant ends'");
    ck_assert_text_is(body_text(KIND_CONVENED, "earliest"), "2026-03-11");
    ck_assert_text_is(body_text(KIND_CONVENED, "because"), "the grant ends");
    forbid(book, "NOTICE_KEPT", "emil", "2026-03-06",
           "convene circle --on 2026-03-20 --waived all --because 'it ends'");
}
END_TEST

START_TEST(a_notice_past_the_years_of_the_calendar_is_not_guessed) {
    forbid(book, "NOTICE_UNKNOWN", "emil", "2035-03-06", "convene circle --on 2035-06-09");
}
END_TEST

START_TEST(a_meeting_begins_at_a_time_of_day) {
    ck_assert_text_is(meeting("MTG-2026-001")->time, "14:00");
    forbid(book, "NOT_A_TIME", "dina", "2026-03-06",
           "convene partnership_review_board --on 2026-03-20 --time 2pm");
    forbid(book, "NOT_A_TIME", "dina", "2026-03-06",
           "convene partnership_review_board --on 2026-03-20 --time 14:60");
    forbid(book, "NOT_A_TIME", "dina", "2026-03-06",
           "convene partnership_review_board --on 2026-03-20 --time 24:00");
}
END_TEST

/* --- who is there --------------------------------------------------------------------------------------- */

START_TEST(apologies_are_entered_before_the_day_and_end_when_the_member_comes) {
    allow(book, "dina", "2026-03-06", "attend MTG-1 --apologies hana,goran");
    forbid(book, "NOT_YET_MET", "dina", "2026-03-06", "attend MTG-1 emil --apologies carl");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-06", "attend MTG-1 --apologies iris");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah hana");
    ck_assert_uint_eq(meeting("MTG-2026-001")->apologies.len, 1);
    forbid(book, "IS_THERE", "dina", "2026-03-10", "attend MTG-1 --apologies emil");
}
END_TEST

START_TEST(observers_are_there_without_a_vote_and_are_no_members) {
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah goran --observers iris,bela");
    forbid(book, "IS_A_MEMBER", "dina", "2026-03-10", "attend MTG-1 --observers hana");
    move_in_meeting();
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    ck_assert_uint_eq(motion_roll(book_state(book), motion_numbered("M-2026-001"))->present.len, 3);
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left iris");
    ck_assert_uint_eq(meeting("MTG-2026-001")->observers.len, 1);
}
END_TEST

START_TEST(quorum_follows_who_comes_and_goes) {
    allow(book, "dina", "2026-03-10T14:00", "attend MTG-1 emil farah goran");
    allow(book, "dina", "2026-03-10T14:30", "attend MTG-1 --left goran");
    allow(book, "dina", "2026-03-10T14:35", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10T14:40", "vote M-1 --for all");
    close_and_expect("2026-03-10T14:45", "close M-1", "no_quorum");
    allow(book, "dina", "2026-03-10T14:50", "attend MTG-1 hana");
    allow(book, "dina", "2026-03-10T14:55", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10T14:56", "vote M-2 --for all");
    close_and_expect("2026-03-10T14:58", "close M-2", "carried");
    ck_assert_uint_eq(meeting("MTG-2026-001")->motions.len, 2);
}
END_TEST

START_TEST(a_motion_is_put_to_a_meeting_on_its_day_and_in_the_night_after_it) {
    allow(book, "dina", "2026-03-10T21:00", "attend MTG-1 emil farah goran");
    forbid(book, "OTHER_DAY", "dina", "2026-03-11T09:00", "move PRT-1 --in MTG-1");
    ck_assert_text_is(sentence_of(book),
                      "MTG-2026-001 met on 2026-03-10, and this is put to it on 2026-03-11");
    allow(book, "dina", "2026-03-11T05:59", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-12T09:00", "withdraw M-1 --because 'too late'");
    allow(book, "amara", "2026-03-02", "open question name=EduData vertical=health");
    allow(book, "dina", "2026-03-10T23:00", "move PRT-2 --in MTG-1");
    allow(book, "dina", "2026-03-12T09:00", "adjourn MTG-1 --to 2026-03-12");
    allow(book, "dina", "2026-03-12T09:00", "attend MTG-1 emil farah goran");
    allow(book, "dina", "2026-03-12T09:10", "move PRT-2 --in MTG-1");
}
END_TEST

START_TEST(who_was_entered_as_there_by_mistake_is_taken_out_unless_they_have_voted) {
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "dina", "2026-03-10", "attend MTG-1 --mistaken goran");
    ck_assert(!texts_have(&meeting("MTG-2026-001")->present, id_of("goran")));
    forbid(book, "NOT_THERE", "dina", "2026-03-10", "attend MTG-1 --mistaken goran");
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10", "vote M-1 --for hana");
    forbid(book, "VOTED_THERE", "dina", "2026-03-10", "attend MTG-1 --mistaken hana");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

/* --- what was said -------------------------------------------------------------------------------------- */

START_TEST(what_was_said_is_noted_with_its_issue_and_how_that_was_resolved) {
    forbid(book, "NOT_YET_MET", "dina", "2026-03-06", "note MTG-1 'They met'");
    allow(book, "dina", "2026-03-10",
          "note MTG-1 'Whether consent covers reuse' --about PRT-1 --issue --resolved 'A new form is asked "
          "for'");
    ck_assert_text_is(body_text(KIND_NOTED, "issue"), "controverted");
    ck_assert_text_is(body_text(KIND_NOTED, "resolution"), "A new form is asked for");
    forbid(book, "NOT_AN_ISSUE", "dina", "2026-03-10", "note MTG-1 'All agreed' --resolved 'by all'");
    forbid(book, "EMPTY_TEXT", "dina", "2026-03-10", "note MTG-1 ' '");
    forbid(book, "NO_SEAT", "farah", "2026-03-10", "note MTG-1 'They met'");
    allow(book, "emil", "2026-03-10", "note MTG-1 'They met'");
}
END_TEST

START_TEST(an_action_item_has_a_number_an_owner_and_a_day_and_its_owner_says_that_it_is_done) {
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Write to the partner' --to farah --due 2026-03-20");
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Book a room' --to hana");
    forbid(book, "DUE_BEFORE", "dina", "2026-03-10", "assign MTG-1 'Pay' --to hana --due 2026-03-09");
    forbid(book, "NO_SEAT", "hana", "2026-03-12", "done MTG-1 1");
    allow(book, "farah", "2026-03-12", "done MTG-1 1 --note 'sent'");
    forbid(book, "ACTION_DONE", "farah", "2026-03-12", "done MTG-1 1");
    forbid(book, "NO_SUCH_ACTION", "dina", "2026-03-12", "done MTG-1 3");
    forbid(book, "NO_SUCH_ACTION", "dina", "2026-03-12", "done MTG-1 two");
    Text place = {0};
    const OpenActionState *open = NULL;
    State *state = book_state(book);
    ck_assert(state_next_action(state, place, &place, &open));
    ck_assert_int_eq(open->number, 2);
    ck_assert(!state_next_action(state, key_after(book->arena, place), &place, &open));
}
END_TEST

START_TEST(what_is_still_to_be_done_is_found_in_the_order_due) {
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Some day' --to farah");
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Later' --to farah --due 2026-04-20");
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Sooner' --to farah --due 2026-03-20");
    static const int64_t order[] = {3, 2, 1};
    Text place = {0};
    const OpenActionState *open = NULL;
    State *state = book_state(book);
    for (size_t i = 0; i < 3; i++) {
        ck_assert(state_next_action(state, place, &place, &open));
        ck_assert_int_eq(open->number, order[i]);
        place = key_after(book->arena, place);
    }
}
END_TEST

/* --- minutes -------------------------------------------------------------------------------------------- */

static void second_meeting(void) {
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah goran");
    allow(book, "dina", "2026-03-20", "convene partnership_review_board --on 2026-04-10");
    allow(book, "dina", "2026-04-10", "attend MTG-2 emil farah hana");
}

START_TEST(minutes_are_approved_by_a_motion_at_a_later_meeting_of_the_same_body) {
    second_meeting();
    allow(book, "emil", "2026-03-06", "convene circle --on 2026-03-11");
    forbid(book, "OTHER_MINUTES", "dina", "2026-04-10", "approve MTG-3 --in MTG-2 --digest abc");
    forbid(book, "MINUTES_LATER", "dina", "2026-04-10", "approve MTG-2 --in MTG-1 --digest abc");
    forbid(book, "MINUTES_LATER", "dina", "2026-04-10", "approve MTG-1 --in MTG-1 --digest abc");
    allow(book, "farah", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abc");
    forbid(book, "MOTION_OPEN", "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abc");
    allow(book, "dina", "2026-04-10", "vote M-1 --for all");
    close_and_expect("2026-04-10", "close M-1", "carried");
    ck_assert_text_is(meeting("MTG-2026-001")->approved, "abc");
    ck_assert_text_is(meeting("MTG-2026-001")->approval, "M-2026-001");
    allow(book, "dina", "2026-04-10", "correct M-1 --against hana --because 'she was misheard'");
    check_rebuild(book);
    forbid(book, "MINUTES_APPROVED", "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abc");
    allow(book, "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abd");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(minutes_need_a_quorum_and_can_be_approved_when_nobody_objects) {
    second_meeting();
    allow(book, "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abc");
    allow(book, "hana", "2026-04-10", "vote M-1 --against hana");
    forbid(book, "OPPOSED", "dina", "2026-04-10", "close M-1 --unopposed");
    allow(book, "dina", "2026-04-10", "withdraw M-1 --because 'to be corrected'");
    allow(book, "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abd");
    close_and_expect("2026-04-10", "close M-2 --unopposed", "carried");
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->held, true);
    allow(book, "dina", "2026-04-10", "approve MTG-1 --in MTG-2 --digest abe");
    forbid(book, "NO_VETO_HERE", "emil", "2026-04-10", "veto M-3 --because no");
    allow(book, "dina", "2026-04-10", "attend MTG-2 --left hana");
    allow(book, "dina", "2026-04-10", "vote M-3 --for all");
    close_and_expect("2026-04-10", "close M-3", "no_quorum");
    ck_assert_text_is(meeting("MTG-2026-001")->approved, "abd");
}
END_TEST

START_TEST(what_a_secretary_enters_is_rebuilt_and_replayed) {
    allow(book, "emil", "2026-03-06",
          "convene circle --on 2026-03-09 --waived all --because 'the grant ends'");
    allow(book, "dina", "2026-03-06", "attend MTG-1 --apologies hana");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah goran --observers iris");
    allow(book, "dina", "2026-03-10", "note MTG-1 'They met' --about PRT-1 --issue");
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Write' --to farah --due 2026-03-20");
    allow(book, "dina", "2026-03-10", "assign MTG-1 'Call' --to hana");
    allow(book, "dina", "2026-03-11", "done MTG-1 1");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *discussing_suite(void) {
    Suite *suite = suite_create("meetings as their secretary keeps them");
    TCase *tests = tcase_create("discussing");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, a_meeting_is_convened_as_long_before_as_its_body_asks);
    tcase_add_test(tests, members_waive_a_notice_that_is_too_short_and_say_why);
    tcase_add_test(tests, a_notice_past_the_years_of_the_calendar_is_not_guessed);
    tcase_add_test(tests, a_meeting_begins_at_a_time_of_day);
    tcase_add_test(tests, apologies_are_entered_before_the_day_and_end_when_the_member_comes);
    tcase_add_test(tests, observers_are_there_without_a_vote_and_are_no_members);
    tcase_add_test(tests, quorum_follows_who_comes_and_goes);
    tcase_add_test(tests, who_was_entered_as_there_by_mistake_is_taken_out_unless_they_have_voted);
    tcase_add_test(tests, a_motion_is_put_to_a_meeting_on_its_day_and_in_the_night_after_it);
    tcase_add_test(tests, what_was_said_is_noted_with_its_issue_and_how_that_was_resolved);
    tcase_add_test(tests, an_action_item_has_a_number_an_owner_and_a_day_and_its_owner_says_that_it_is_done);
    tcase_add_test(tests, what_is_still_to_be_done_is_found_in_the_order_due);
    tcase_add_test(tests, minutes_are_approved_by_a_motion_at_a_later_meeting_of_the_same_body);
    tcase_add_test(tests, minutes_need_a_quorum_and_can_be_approved_when_nobody_objects);
    tcase_add_test(tests, what_a_secretary_enters_is_rebuilt_and_replayed);
    suite_add_tcase(suite, tests);
    return suite;
}
