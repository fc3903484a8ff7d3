/* Ballots that tellers count, openly and in secret (law P3). */
#include "question.h"

#define COUNTED_RULES                                                                                        \
    "enum topic { swap \"A swap\", sale \"A sale\", vow \"A vow\" }\n"                                       \
    "body jury \"Jury\" source \"local policy\" {\n"                                                         \
    "  seats   3..15\n"                                                                                      \
    "  quorum  more than 1/2 of members in office\n"                                                         \
    "  carried by more than 1/2 of members present\n"                                                        \
    "  tie     chair decides\n"                                                                              \
    "  kind    counted\n"                                                                                    \
    "}\n"                                                                                                    \
    "ballot behind_a_screen {\n"                                                                             \
    "  kind    secret\n"                                                                                     \
    "  carried by at least 2/3 of votes cast\n"                                                              \
    "}\n"                                                                                                    \
    "ballot by_name {\n"                                                                                     \
    "  kind    named\n"                                                                                      \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic || decided_by | ballot          |\n"                                                    \
    "  | T1  | swap  || jury       | -               |\n"                                                    \
    "  | T2  | sale  || jury       | behind_a_screen |\n"                                                    \
    "  | T3  | vow   || jury       | by_name         |\n"                                                    \
    "}\n"

/* Six of the jury are there; amara, who asks, sits in it too. */
static void ask_the_jury(const char *decision) {
    new_question_book(decision, "denied", COUNTED_RULES);
    allow(book, "dina", "2026-01-06",
          "import '{bodies: {jury: {chair: emil, members: [{person: emil, from: 2026-01-01},"
          "{person: farah, from: 2026-01-01}, {person: goran, from: 2026-01-01},"
          "{person: hana, from: 2026-01-01}, {person: carl, from: 2026-01-01},"
          "{person: amara, from: 2026-01-01}]}}}'");
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    meet("jury", "all");
    move_in_meeting();
}

START_TEST(a_counted_ballot_closes_with_the_totals_of_its_tellers) {
    ask_the_jury("swap");
    close_and_expect("2026-03-10", "close M-1 for=4 against=1 abstaining=0 --tellers bela,iris", "carried");
    const Roll *roll = last_closed()->roll;
    ck_assert_text_is(roll->tally->kind, "counted");
    ck_assert_int_eq(roll->tally->in_favour, 4);
    ck_assert_int_eq(roll->tally->against, 1);
    ck_assert_uint_eq(roll->tally->tellers.len, 2);
    ck_assert_uint_eq(roll->in_favour.len + roll->not_voting.len, 0);
    ck_assert_uint_eq(roll->present.len, 6);
    ck_assert_int_eq(comparison_of(last_closed(), "carried")->count, 4);
    ck_assert_text_is(comparison_of(last_closed(), "carried")->needed, "3");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(totals_that_were_entered_wrongly_are_corrected_and_counted_again) {
    ask_the_jury("swap");
    close_and_expect("2026-03-10", "close M-1 for=1 against=4 abstaining=0 --tellers bela,iris", "lost");
    forbid(book, "NOT_BY_NAME", "dina", "2026-03-11", "correct M-1 --for emil --because misread");
    forbid(book, "TOO_MANY_VOTES", "dina", "2026-03-11",
           "correct M-1 for=6 against=1 abstaining=0 --because misread");
    allow(book, "dina", "2026-03-11",
          "correct M-1 for=4 against=1 abstaining=0 --because 'read the wrong way'");
    const Tree *corrected = json_of(book, last_body(book, KIND_VOTES_CORRECTED));
    ck_assert_text_is(tree_get_text(corrected, "result"), "carried");
    ck_assert_text_is(tree_get_text(corrected, "before"), "lost");
    ck_assert_int_eq(motion_numbered("M-2026-001")->tally->in_favour, 4);
    ck_assert_uint_eq(motion_numbered("M-2026-001")->tally->tellers.len, 2);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(no_single_vote_is_entered_in_a_ballot_that_is_counted) {
    ask_the_jury("swap");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "count jury M-2026-001");
    forbid(book, "VOTES_COUNTED", "dina", "2026-03-10", "vote M-1 --for emil");
    forbid(book, "VOTES_COUNTED", "emil", "2026-03-10", "vote M-1 --for emil");
    forbid(book, "VOTES_COUNTED", "dina", "2026-03-10", "close M-1");
    ck_assert_text_is(mend_of(book), "close it with: bylaw close M-2026-001 for=7 against=4 abstaining=2 "
                                     "--tellers NAMES");
}
END_TEST

START_TEST(totals_are_no_more_than_may_vote_and_name_who_counted) {
    ask_the_jury("swap");
    forbid(book, "TOTALS_LACK", "dina", "2026-03-10", "close M-1 for=3 against=2 --tellers bela");
    ck_assert_text_is(sentence_of(book),
                      "the totals on M-2026-001 do not say how many votes were abstaining");
    forbid(book, "TOTALS_LACK", "dina", "2026-03-10", "close M-1 --tellers bela");
    forbid(book, "NO_TELLERS", "dina", "2026-03-10", "close M-1 for=3 against=2 abstaining=0");
    forbid(book, "TOO_MANY_VOTES", "dina", "2026-03-10", "close M-1 for=3 against=3 --tellers bela");
    ck_assert_text_is(sentence_of(book), "6 votes are counted on M-2026-001, and only 5 may vote");
    forbid(book, "TOO_MANY_VOTES", "dina", "2026-03-10",
           "close M-1 for=9223372036854775807 against=9223372036854775807 --tellers bela");
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-10", "close M-1 for=-1 --tellers bela");
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-10",
           "close M-1 for=5/2 against=0 abstaining=0 --tellers bela");
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-10", "close M-1 yes=5 --tellers bela");
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-10",
           "close M-1 for=5 against=0 abstaining=0 --tellers all");
    forbid(book, "VOTERS_UNNAMED", "dina", "2026-03-10",
           "close M-1 for=5 against=0 abstaining=0 --tellers bela --voted all");
    forbid(book, "NOBODY_VOTED", "dina", "2026-03-10",
           "close M-1 for=0 against=0 abstaining=0 --tellers bela");
}
END_TEST

START_TEST(a_recused_member_is_not_among_those_who_are_counted) {
    ask_the_jury("swap");
    allow(book, "dina", "2026-03-10", "recuse carl --from PRT-1 --because kin");
    forbid(book, "TOO_MANY_VOTES", "dina", "2026-03-10", "close M-1 for=5 --tellers bela");
    close_and_expect("2026-03-10", "close M-1 for=4 against=0 abstaining=0 --tellers bela", "carried");
    ck_assert_int_eq(comparison_of(last_closed(), "carried")->base_count, 5);
}
END_TEST

START_TEST(the_chair_decides_a_tie_that_tellers_found) {
    ask_the_jury("sale");
    forbid(book, "TIED", "dina", "2026-03-10",
           "close M-1 for=2 against=2 abstaining=0 --tellers bela --voted emil,farah,goran,carl");
    ck_assert_text_is(mend_of(book),
                      "close it with: bylaw close M-2026-001 for=2 against=2 abstaining=0 --tellers NAMES "
                      "--voted NAMES --casting for, or --casting against");
    close_and_expect(
        "2026-03-10",
        "close M-1 for=2 against=2 abstaining=0 --tellers bela --voted emil,farah,goran,carl --casting for",
        "lost");
    ck_assert(last_closed()->tie);
    ck_assert_int_eq(comparison_of(last_closed(), "casting")->count, 3);
}
END_TEST

START_TEST(a_secret_ballot_enters_who_voted_and_no_choice_beside_anybody) {
    ask_the_jury("sale");
    close_and_expect("2026-03-10",
                     "close M-1 for=2 against=1 abstaining=1 --tellers bela --voted hana,emil,goran,farah",
                     "carried");
    const Tally *tally = last_closed()->roll->tally;
    ck_assert_text_is(tally->kind, "secret");
    ck_assert_uint_eq(tally->voted.len, 4);
    ck_assert(text_equal(tally->voted.at[0], id_of("emil")));
    ck_assert(text_equal(tally->voted.at[3], id_of("hana")));
    ck_assert_uint_eq(count_entries(book, KIND_VOTED), 0);
    ck_assert_uint_eq(last_closed()->roll->not_voting.len, 2);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_secret_ballot_has_as_many_ballots_as_voters) {
    ask_the_jury("sale");
    forbid(book, "VOTERS_AND_BALLOTS", "dina", "2026-03-10",
           "close M-1 for=3 against=0 abstaining=0 --tellers bela --voted emil,farah");
    ck_assert_text_is(sentence_of(book),
                      "3 ballots are counted on M-2026-001, and 2 are named as having voted");
    forbid(book, "VOTERS_AND_BALLOTS", "dina", "2026-03-10",
           "close M-1 for=3 against=0 abstaining=0 --tellers bela");
    forbid(book, "OWN_CASE", "dina", "2026-03-10",
           "close M-1 for=2 against=0 abstaining=0 --tellers bela --voted emil,amara");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10",
           "close M-1 for=2 against=0 abstaining=0 --tellers bela --voted emil,iris");
    close_and_expect("2026-03-10", "close M-1 for=5 against=0 abstaining=0 --tellers bela --voted all",
                     "carried");
}
END_TEST

START_TEST(totals_have_no_place_in_a_named_ballot) {
    ask_the_jury("vow");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    forbid(book, "VOTES_NAMED", "dina", "2026-03-10", "close M-1 for=5 --tellers bela");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_ptr_null(last_closed()->roll->tally);
}
END_TEST

START_TEST(without_a_quorum_nothing_need_be_counted) {
    ask_the_jury("swap");
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left emil,farah,goran,hana");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
}
END_TEST

Suite *counting_suite(void) {
    Suite *suite = suite_create("counting");
    TCase *counting = tcase_create("counting");
    tcase_add_checked_fixture(counting, NULL, forget_question);
    tcase_add_test(counting, a_counted_ballot_closes_with_the_totals_of_its_tellers);
    tcase_add_test(counting, totals_that_were_entered_wrongly_are_corrected_and_counted_again);
    tcase_add_test(counting, no_single_vote_is_entered_in_a_ballot_that_is_counted);
    tcase_add_test(counting, totals_are_no_more_than_may_vote_and_name_who_counted);
    tcase_add_test(counting, a_recused_member_is_not_among_those_who_are_counted);
    tcase_add_test(counting, the_chair_decides_a_tie_that_tellers_found);
    tcase_add_test(counting, a_secret_ballot_enters_who_voted_and_no_choice_beside_anybody);
    tcase_add_test(counting, a_secret_ballot_has_as_many_ballots_as_voters);
    tcase_add_test(counting, totals_have_no_place_in_a_named_ballot);
    tcase_add_test(counting, without_a_quorum_nothing_need_be_counted);
    suite_add_tcase(suite, counting);
    return suite;
}
