/* Decisions between meetings: who is asked, until when, and who counts as present. */
#include "question.h"

/* The Executive Committee's decisions, which are asked for between its meetings here. */
#define RULES                                                                                                \
    "enum letter { by_letter, by_hand }\n"                                                                   \
    "body circle \"The Circle\" {\n"                                                                         \
    "  seats   1..5\n"                                                                                       \
    "  quorum  more than 1/2 of members in office\n"                                                         \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "  %s\n"                                                                                                 \
    "}\n"                                                                                                    \
    "ballot of_letters {\n"                                                                                  \
    "  %s\n"                                                                                                 \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "authority letters of partnership {\n"                                                                   \
    "  | row | letter    || decided_by | ballot     |\n"                                                     \
    "  | L1  | by_letter || circle     | of_letters |\n"                                                     \
    "  | L2  | by_hand   || ceo        | -          |\n"                                                     \
    "}\n"
#define MEMBERS                                                                                              \
    "import '{bodies: {circle: {chair: emil, members: [{person: emil, from: 2026-01-01},"                    \
    " {person: farah, from: 2026-01-01}, {person: goran, from: 2026-01-01},"                                 \
    " {person: hana, from: 2026-01-01}]}}}'"

static void ask_circle(const char *decision, const char *setting, const char *ballot) {
    static char rules[1024];
    snprintf(rules, sizeof rules, RULES, setting, ballot);
    new_question_book(decision, "denied", rules);
    allow(book, "dina", "2026-01-06", MEMBERS);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
}

static void set_up(void) {
    ask_circle("by_letter", "circulation allowed", "open at least 1 hours");
}

START_TEST(a_question_is_put_between_meetings_and_whoever_answers_is_there) {
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    ck_assert_text_is(
        waits_of(book, "PRT-2026-001"),
        "vote emil M-2026-001; vote farah M-2026-001; vote goran M-2026-001; vote hana M-2026-001");
    allow(book, "emil", "2026-03-04T10:00", "vote M-1 --for emil");
    allow(book, "farah", "2026-03-04T11:00", "vote M-1 --for farah");
    allow(book, "hana", "2026-03-05T11:00", "vote M-1 --abstain hana");
    forbid(book, "CIRCULATION_OPEN", "emil", "2026-03-06T11:00", "close M-1");
    close_and_expect("2026-03-07T11:00", "close M-1", "carried");
    ck_assert_uint_eq(last_closed()->roll->present.len, 3);
    ck_assert_uint_eq(last_closed()->roll->not_voting.len, 1);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_is_asked_between_meetings_is_no_meeting_to_put_another_question_to) {
    allow(book, "amara", "2026-03-03", "open question name=Other vertical=health");
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    forbid(book, "CIRCULATED_ALONE", "emil", "2026-03-03T11:00", "move PRT-2 --in MTG-1");
    allow(book, "emil", "2026-03-03T11:00", "circulate PRT-2 --until 2026-03-06");
}
END_TEST

START_TEST(an_alternate_answers_for_a_member_who_has_not_and_the_seat_has_one_vote) {
    allow(book, "dina", "2026-03-02", "appoint iris --to circle --from 2026-01-01 --alternate-for hana");
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    allow(book, "iris", "2026-03-04T10:00", "vote M-1 --for iris");
    forbid(book, "SEAT_TAKEN", "hana", "2026-03-05T10:00", "vote M-1 --against hana");
    forbid(book, "NOT_A_MEMBER", "jonas", "2026-03-05T10:00", "vote M-1 --for jonas");
    allow(book, "dina", "2026-03-05T11:00", "vote M-1 --for all");
    close_and_expect("2026-03-05T12:00", "close M-1", "carried");
    ck_assert_uint_eq(last_closed()->roll->in_favour.len, 4);
    ck_assert_uint_eq(last_closed()->roll->standing_in.len, 1);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(an_alternate_does_not_answer_for_a_member_who_has) {
    allow(book, "dina", "2026-03-02", "appoint iris --to circle --from 2026-01-01 --alternate-for hana");
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    allow(book, "hana", "2026-03-04T10:00", "vote M-1 --for hana");
    forbid(book, "NOT_A_MEMBER", "iris", "2026-03-04T11:00", "vote M-1 --for iris");
}
END_TEST

START_TEST(quorum_is_of_those_who_answered) {
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    allow(book, "emil", "2026-03-04T10:00", "vote M-1 --for emil");
    allow(book, "farah", "2026-03-04T11:00", "vote M-1 --for farah");
    close_and_expect("2026-03-07T11:00", "close M-1", "no_quorum");
    allow(book, "emil", "2026-03-07T12:00", "circulate PRT-1 --until 2026-03-09");
    close_and_expect("2026-03-10T12:00", "close M-2", "no_quorum");
}
END_TEST

START_TEST(it_closes_early_when_all_have_answered) {
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    allow(book, "dina", "2026-03-03T12:00", "recuse hana --from PRT-1 --because 'a share in it'");
    allow(book, "dina", "2026-03-03T12:00", "vote M-1 --for all --against goran");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "close circle M-2026-001");
    close_and_expect("2026-03-03T13:00", "close M-1", "carried");
}
END_TEST

START_TEST(an_answer_after_the_last_day_does_not_count) {
    allow(book, "emil", "2026-03-03T10:00", "circulate PRT-1 --until 2026-03-06");
    allow(book, "emil", "2026-03-06T23:30", "vote M-1 --for emil");
    forbid(book, "CIRCULATION_OVER", "farah", "2026-03-07T00:30", "vote M-1 --for farah");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "vote farah M-2026-001; vote goran M-2026-001; vote hana M-2026-001");
}
END_TEST

START_TEST(its_chair_or_who_may_convene_it_asks_and_only_until_a_day_to_come) {
    forbid(book, "NO_POWER", "farah", "2026-03-03", "circulate PRT-1 --until 2026-03-06");
    forbid(book, "CIRCULATED_BACK", "emil", "2026-03-03", "circulate PRT-1 --until 2026-03-02");
    allow(book, "dina", "2026-03-03", "circulate PRT-1 --until 2026-03-03");
    forbid(book, "NOT_A_MEETING", "dina", "2026-03-03", "attend MTG-1 all");
    forbid(book, "NOT_A_MEETING", "dina", "2026-03-03", "adjourn MTG-1 --to 2026-03-09");
    forbid(book, "VOTES_WANTED", "dina", "2026-03-04", "close M-1 --unopposed");
    forbid(book, "MOTION_OPEN", "dina", "2026-03-04", "circulate PRT-1 --until 2026-03-09");
}
END_TEST

START_TEST(a_body_whose_rules_say_nothing_of_it_decides_in_meetings) {
    forget_question();
    ask_circle("by_letter", "meets weekly", "open at least 1 hours");
    forbid(book, "NO_CIRCULATION", "emil", "2026-03-03", "circulate PRT-1 --until 2026-03-06");
}
END_TEST

START_TEST(votes_that_are_counted_are_not_asked_for_between_meetings) {
    forget_question();
    ask_circle("by_letter", "circulation allowed", "kind counted");
    forbid(book, "CIRCULATED_NAMED", "emil", "2026-03-03", "circulate PRT-1 --until 2026-03-06");
}
END_TEST

START_TEST(an_office_is_not_asked_between_meetings) {
    forget_question();
    ask_circle("by_hand", "circulation allowed", "open at least 1 hours");
    forbid(book, "NO_BODY_ASKED", "jonas", "2026-03-03", "circulate PRT-1 --until 2026-03-06");
}
END_TEST

Suite *circulating_suite(void) {
    Suite *suite = suite_create("decisions between meetings");
    TCase *tests = tcase_create("circulating");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, a_question_is_put_between_meetings_and_whoever_answers_is_there);
    tcase_add_test(tests, what_is_asked_between_meetings_is_no_meeting_to_put_another_question_to);
    tcase_add_test(tests, an_alternate_answers_for_a_member_who_has_not_and_the_seat_has_one_vote);
    tcase_add_test(tests, an_alternate_does_not_answer_for_a_member_who_has);
    tcase_add_test(tests, quorum_is_of_those_who_answered);
    tcase_add_test(tests, it_closes_early_when_all_have_answered);
    tcase_add_test(tests, an_answer_after_the_last_day_does_not_count);
    tcase_add_test(tests, its_chair_or_who_may_convene_it_asks_and_only_until_a_day_to_come);
    tcase_add_test(tests, a_body_whose_rules_say_nothing_of_it_decides_in_meetings);
    tcase_add_test(tests, votes_that_are_counted_are_not_asked_for_between_meetings);
    tcase_add_test(tests, an_office_is_not_asked_between_meetings);
    suite_add_tcase(suite, tests);
    return suite;
}
