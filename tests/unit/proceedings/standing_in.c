/* Deputies, alternates and observers: who acts and is counted in whose place. */
#include "question.h"

#define BOARD "partnership_review_board"

static void set_up(void) {
    ask("strategic_partnership");
    allow(book, "dina", "2026-03-02", "appoint iris --to " BOARD " --from 2026-03-03 --alternate-for hana");
    allow(book, "dina", "2026-03-02", "appoint iris --to " BOARD " --from 2026-03-03 --alternate-for carl");
    allow(book, "dina", "2026-03-02", "appoint farah --to " BOARD " --from 2026-03-03 --deputy");
    allow(book, "dina", "2026-03-02", "appoint bela --to " BOARD " --from 2026-03-03 --observer");
}

static const Roll *roll(void) {
    return last_closed()->roll;
}

START_TEST(an_alternate_counts_for_quorum_and_votes_in_the_place_of_who_is_not_there) {
    in_the_board("emil farah iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->count, 3);
    ck_assert_uint_eq(roll()->in_office.len, 5);
    ck_assert(texts_have(&roll()->in_favour, id_of("iris")));
    ck_assert_uint_eq(roll()->standing_in.len, 1);
    ck_assert_text_eq(roll()->standing_in.at[0].member, id_of("hana"));
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(an_alternate_does_not_vote_where_the_member_is_there) {
    in_the_board("emil farah hana carl iris");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->present.len, 4);
}
END_TEST

START_TEST(a_seat_has_one_vote_whoever_comes_later) {
    in_the_board("emil farah carl iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --against iris");
    allow(book, "dina", "2026-03-10", "attend MTG-1 hana");
    forbid(book, "SEAT_TAKEN", "dina", "2026-03-10", "vote M-1 --for hana");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->in_favour.len, 3);
    ck_assert_uint_eq(roll()->against.len, 1);
}
END_TEST

START_TEST(an_alternate_for_two_members_sits_for_one_of_them) {
    in_the_board("emil farah iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->standing_in.len, 1);
    ck_assert_uint_eq(roll()->present.len, 3);
}
END_TEST

START_TEST(nobody_sits_in_the_place_of_the_recused) {
    allow(book, "dina", "2026-03-03", "recuse hana --from PRT-1 --because 'her firm'");
    allow(book, "dina", "2026-03-03", "recuse carl --from PRT-1 --because 'his firm'");
    in_the_board("emil farah iris");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->present.len, 2);
}
END_TEST

START_TEST(who_takes_no_part_is_an_alternate_for_nobody) {
    allow(book, "dina", "2026-03-03", "recuse iris --from PRT-1 --because 'her firm'");
    in_the_board("emil farah iris");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
}
END_TEST

START_TEST(an_observer_is_there_and_counted_in_nothing) {
    meet(BOARD, "emil farah goran --observers bela");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "attend MTG-1 bela");
    move_in_meeting();
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for bela");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->present.len, 3);
    ck_assert_uint_eq(roll()->in_office.len, 5);
}
END_TEST

START_TEST(a_deputy_presides_where_the_chair_is_not_there) {
    in_the_board("emil farah goran");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah,goran");
    forbid(book, "NO_SEAT", "farah", "2026-03-10", "close M-1");
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left emil");
    allow(book, "farah", "2026-03-10", "close M-1");
    ck_assert_text_is(last_closed()->result, "carried");
}
END_TEST

START_TEST(a_deputy_decides_a_tie_where_the_chair_takes_no_part) {
    allow(book, "dina", "2026-03-03", "recuse emil --from PRT-1 --because 'his firm'");
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah,carl --against goran,hana");
    allow(book, "farah", "2026-03-10", "close M-1 --casting for");
    ck_assert_text_is(last_closed()->result, "carried");
    ck_assert_text_eq(roll()->chair, id_of("farah"));
}
END_TEST

START_TEST(a_deputy_convenes_while_there_is_no_chair) {
    forbid(book, "NO_POWER", "farah", "2026-03-04", "convene " BOARD " --on 2026-03-10");
    allow(book, "dina", "2026-03-04", "release emil --from " BOARD " --on 2026-03-05 --because 'resigned'");
    allow(book, "farah", "2026-03-05", "convene " BOARD " --on 2026-03-10");
}
END_TEST

START_TEST(an_offices_deputy_holds_it_while_nobody_does) {
    Date on;
    ck_assert(date_parse(TEXT("2026-03-05"), &on));
    allow(book, "dina", "2026-03-02", "appoint bela --to cto --from 2026-03-03 --deputy");
    ck_assert(!holds(book_state(book), TEXT("cto"), id_of("bela"), on));
    allow(book, "dina", "2026-03-02", "release goran --from cto --on 2026-03-05 --because 'left'");
    ck_assert(holds(book_state(book), TEXT("cto"), id_of("bela"), on));
    ck_assert(!holds(book_state(book), TEXT("cto"), id_of("bela"), on - 1));
    check_rebuild(book);
}
END_TEST

START_TEST(places_that_nobody_can_have_are_refused) {
    forbid(book, "SITS_THERE", "dina", "2026-03-02",
           "appoint goran --to " BOARD " --from 2026-03-03 --alternate-for hana");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-02",
           "appoint jonas --to " BOARD " --from 2026-03-03 --alternate-for iris");
    forbid(book, "ONE_PLACE", "dina", "2026-03-02",
           "appoint jonas --to " BOARD " --from 2026-03-03 --chair --observer");
    forbid(book, "NO_SUCH_PLACE", "dina", "2026-03-02",
           "appoint jonas --to cto --from 2026-03-03 --observer");
    forbid(book, "NO_SUCH_PLACE", "dina", "2026-03-02",
           "appoint jonas --to clerk --from 2026-03-03 --deputy");
    forbid(book, "BAD_PEOPLE", "dina", "2026-03-02",
           "import '{bodies: {" BOARD ": {members: [{person: jonas, as: alternate}]}}}'");
}
END_TEST

static void tear_down(void) {
    forget_question();
}

Suite *standing_in_suite(void) {
    Suite *suite = suite_create("standing in");
    TCase *tests = tcase_create("standing in");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_alternate_counts_for_quorum_and_votes_in_the_place_of_who_is_not_there);
    tcase_add_test(tests, an_alternate_does_not_vote_where_the_member_is_there);
    tcase_add_test(tests, a_seat_has_one_vote_whoever_comes_later);
    tcase_add_test(tests, an_alternate_for_two_members_sits_for_one_of_them);
    tcase_add_test(tests, nobody_sits_in_the_place_of_the_recused);
    tcase_add_test(tests, who_takes_no_part_is_an_alternate_for_nobody);
    tcase_add_test(tests, an_observer_is_there_and_counted_in_nothing);
    tcase_add_test(tests, a_deputy_presides_where_the_chair_is_not_there);
    tcase_add_test(tests, a_deputy_decides_a_tie_where_the_chair_takes_no_part);
    tcase_add_test(tests, a_deputy_convenes_while_there_is_no_chair);
    tcase_add_test(tests, an_offices_deputy_holds_it_while_nobody_does);
    tcase_add_test(tests, places_that_nobody_can_have_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
