/* Votes that advise beside those that decide, and vetoes. */
#include "question.h"

#define RELEASE_RULES                                                                                        \
    "enum topic { swap \"A release\", statute \"A statute\" }\n"                                             \
    "role committer \"Committer\"\n"                                                                         \
    "body pmc \"Project management committee\" source \"Apache, Voting process\" {\n"                        \
    "  seats   3..15\n"                                                                                      \
    "  quorum  at least 3 members\n"                                                                         \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "body project \"Everybody of the project\" {\n"                                                          \
    "  seats   3..99\n"                                                                                      \
    "  quorum  more than 1/2 of members in office\n"                                                         \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "ballot release_vote {\n"                                                                                \
    "  advisory role committer\n"                                                                            \
    "  veto    by members of pmc with reason\n"                                                              \
    "  veto    by office ceo\n"                                                                              \
    "  carried by at least 3 votes for and more than 1/2 of votes cast\n"                                    \
    "}\n"                                                                                                    \
    "ballot of_the_project {\n"                                                                              \
    "  binding members of pmc\n"                                                                             \
    "  carried by at least 3 votes for and more than 1/2 of votes cast\n"                                    \
    "}\n"                                                                                                    \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic   || decided_by | ballot         |\n"                                                   \
    "  | T1  | swap    || pmc        | release_vote   |\n"                                                   \
    "  | T2  | statute || project    | of_the_project |\n"                                                   \
    "}\n"

#define EVERYBODY                                                                                            \
    "import '{people: [{key: iris, name: I, roles: [external, committer]},"                                  \
    "{key: bela, name: B, roles: [vertical_lead, committer]}],"                                              \
    "bodies: {pmc: {chair: emil, members: [{person: emil, from: 2026-01-01},"                                \
    "{person: farah, from: 2026-01-01}, {person: goran, from: 2026-01-01},"                                  \
    "{person: hana, from: 2026-01-01}]},"                                                                    \
    "project: {members: [{person: emil, from: 2026-01-01}, {person: farah, from: 2026-01-01},"               \
    "{person: goran, from: 2026-01-01}, {person: hana, from: 2026-01-01},"                                   \
    "{person: iris, from: 2026-01-01}, {person: bela, from: 2026-01-01},"                                    \
    "{person: carl, from: 2026-01-01}, {person: jonas, from: 2026-01-01}]}}}'"

static void ask_in(const char *decision, const char *body) {
    new_question_book(decision, "denied", RELEASE_RULES);
    allow(book, "dina", "2026-01-06", EVERYBODY);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    meet(body, "all");
    move_in_meeting();
}

static void release(void) {
    ask_in("swap", "pmc");
}

/* --- advice --------------------------------------------------------------------------------------------- */

START_TEST(advice_is_recorded_and_decides_nothing) {
    release();
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah --against goran,iris,bela");
    close_and_expect("2026-03-10", "close M-1", "lost");
    const Roll *roll = last_closed()->roll;
    ck_assert_uint_eq(roll->in_favour.len, 2);
    ck_assert_uint_eq(roll->against.len, 1);
    ck_assert_uint_eq(roll->advice_against.len, 2);
    ck_assert_uint_eq(roll->in_office.len, 4);
    ck_assert_int_eq(comparison_of(last_closed(), "carried")->count, 2);
    ck_assert_text_is(comparison_of(last_closed(), "carried")->needed, "3");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(three_binding_votes_carry_against_the_advice_of_others) {
    release();
    allow(book, "iris", "2026-03-10", "vote M-1 --against iris");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah,goran --against bela,hana");
    close_and_expect("2026-03-10", "close M-1", "carried");
}
END_TEST

START_TEST(advice_makes_no_quorum_and_needs_no_attendance) {
    release();
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left emil,farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --for iris,bela,goran");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->count, 2);
    ck_assert_uint_eq(last_closed()->roll->advice_for.len, 2);
}
END_TEST

START_TEST(only_those_whom_the_ballot_names_advise) {
    release();
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for carl");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for amara");
    allow(book, "dina", "2026-03-10", "recuse iris --from PRT-1 --because kin");
    forbid(book, "TAKES_NO_PART", "dina", "2026-03-10", "vote M-1 --for iris");
}
END_TEST

START_TEST(of_all_who_vote_only_those_of_the_committee_bind) {
    ask_in("statute", "project");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah,goran --against iris,bela,carl,jonas");
    close_and_expect("2026-03-10", "close M-1", "carried");
    const Roll *roll = last_closed()->roll;
    ck_assert_uint_eq(roll->in_office.len, 4);
    ck_assert_uint_eq(roll->advice_against.len, 4);
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->base_count, 4);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

/* --- vetoes --------------------------------------------------------------------------------------------- */

START_TEST(a_veto_makes_a_motion_lost_whatever_the_votes) {
    release();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "hana", "2026-03-10", "veto M-1 --because 'it leaks keys'");
    close_and_expect("2026-03-10", "close M-1", "lost");
    ck_assert_uint_eq(last_closed()->vetoes.len, 1);
    ck_assert_text_is(last_closed()->vetoes.at[0].because, "it leaks keys");
    ck_assert(comparison_of(last_closed(), "carried")->held);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_veto_has_its_reason_where_the_rule_asks_for_one) {
    release();
    forbid(book, "VETO_UNREASONED", "hana", "2026-03-10", "veto M-1");
    forbid(book, "VETO_UNREASONED", "hana", "2026-03-10", "veto M-1 --because ' '");
    allow(book, "jonas", "2026-03-10", "veto M-1");
    close_and_expect("2026-03-10", "close M-1", "lost");
}
END_TEST

START_TEST(only_those_whom_the_ballot_names_veto) {
    release();
    forbid(book, "NOT_YOUR_VETO", "iris", "2026-03-10", "veto M-1 --because no");
    ck_assert_text_is(sentence_of(book), "a veto on M-2026-001 is not for iris, but for pmc or ceo");
    allow(book, "dina", "2026-03-10", "recuse hana --from PRT-1 --because kin");
    forbid(book, "TAKES_NO_PART", "hana", "2026-03-10", "veto M-1 --because no");
    allow(book, "goran", "2026-03-10", "veto M-1 --because no");
    forbid(book, "VETOED_ALREADY", "goran", "2026-03-10", "veto M-1 --because no");
    forbid(book, "HAS_VOTED", "dina", "2026-03-10", "recuse goran --from PRT-1 --because kin");
}
END_TEST

START_TEST(a_veto_can_be_taken_back_while_the_ballot_is_open) {
    release();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    forbid(book, "NO_VETO", "hana", "2026-03-10", "veto M-1 --withdraw");
    allow(book, "hana", "2026-03-10", "veto M-1 --because 'it leaks keys'");
    allow(book, "hana", "2026-03-10", "veto M-1 --withdraw --because 'they are rotated'");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(last_closed()->vetoes.len, 0);
    forbid(book, "MOTION_CLOSED", "hana", "2026-03-10", "veto M-1 --because late");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(where_the_ballot_says_nothing_nobody_vetoes) {
    ask_in("statute", "project");
    forbid(book, "NO_VETO_HERE", "hana", "2026-03-10", "veto M-1 --because no");
}
END_TEST

Suite *advising_suite(void) {
    Suite *suite = suite_create("advising");
    TCase *advising = tcase_create("advising");
    tcase_add_checked_fixture(advising, NULL, forget_question);
    tcase_add_test(advising, advice_is_recorded_and_decides_nothing);
    tcase_add_test(advising, three_binding_votes_carry_against_the_advice_of_others);
    tcase_add_test(advising, advice_makes_no_quorum_and_needs_no_attendance);
    tcase_add_test(advising, only_those_whom_the_ballot_names_advise);
    tcase_add_test(advising, of_all_who_vote_only_those_of_the_committee_bind);
    tcase_add_test(advising, a_veto_makes_a_motion_lost_whatever_the_votes);
    tcase_add_test(advising, a_veto_has_its_reason_where_the_rule_asks_for_one);
    tcase_add_test(advising, only_those_whom_the_ballot_names_veto);
    tcase_add_test(advising, a_veto_can_be_taken_back_while_the_ballot_is_open);
    tcase_add_test(advising, where_the_ballot_says_nothing_nobody_vetoes);
    suite_add_tcase(suite, advising);
    return suite;
}
