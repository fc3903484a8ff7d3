/* What comes after a decision: appeals to the next level, and cases that are linked to others. */
#include "question.h"

#define APPEALS                                                                                              \
    "enum asking { spend }\n"                                                                                \
    "ballot by_silence {\n  consent after 12 working days of silence\n"                                      \
    "  carried by more than 1/2 of votes cast\n}\n"                                                          \
    "authority spending of partnership {\n  | row | asking || decided_by | ballot | escalation |\n"          \
    "  | S1 | spend || partnership_review_board | by_silence | upwards |\n}\n"                               \
    "escalation upwards {\n  starts when appealed within 5 working days\n"                                   \
    "  | level | to | within | on silence |\n"                                                               \
    "  | 1 | executive_committee | 10 working days | next |\n  | 2 | ceo | 5 working days | reject |\n}\n"

static void set_up(void) {
    new_question_book("spend", "denied", APPEALS);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static const CaseState *subject(void) {
    return book_case(book, "PRT-2026-001");
}

/* The board decides on 10 March. */
static void decide(const char *votes, const char *result) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", text_format(book->arena, "vote M-1 %s all", votes).at);
    close_and_expect("2026-03-10", "close M-1", result);
}

/* The executive committee decides on 13 March what was appealed to it. */
static void decide_above(const char *votes, const char *result) {
    allow(book, "dina", "2026-03-13", "convene executive_committee --on 2026-03-13");
    allow(book, "dina", "2026-03-13", "attend MTG-2 all");
    allow(book, "dina", "2026-03-13", "move PRT-1 --in MTG-2");
    allow(book, "dina", "2026-03-13", text_format(book->arena, "vote M-2 %s all", votes).at);
    close_and_expect("2026-03-13", "close M-2", result);
}

START_TEST(who_asked_for_it_appeals_to_the_next_level_which_may_decide_otherwise) {
    decide("--against", "lost");
    allow(book, "amara", "2026-03-12", "appeal PRT-1 --because 'the report was not read'");
    ck_assert(!subject()->ended);
    ck_assert_text_is(asked()->decider, "executive_committee");
    ck_assert_int_eq(asked()->level, 1);
    decide_above("--for", "carried");
    ck_assert_text_is(subject()->outcome, "granted");
}
END_TEST

START_TEST(level_by_level_until_nobody_is_above) {
    decide("--against", "lost");
    allow(book, "amara", "2026-03-12", "appeal PRT-1 --because 'the report was not read'");
    decide_above("--against", "lost");
    allow(book, "amara", "2026-03-16", "appeal PRT-1 --because 'again it was not read'");
    ck_assert_text_is(asked()->decider, "ceo");
    allow(book, "jonas", "2026-03-17", "move PRT-1");
    allow(book, "jonas", "2026-03-17", "vote M-3 --against jonas");
    allow(book, "jonas", "2026-03-17", "close M-3");
    forbid(book, "NOBODY_ABOVE", "amara", "2026-03-18", "appeal PRT-1 --because 'I insist'");
}
END_TEST

/* Silence carries it on the 18th. */
START_TEST(the_time_to_appeal_counts_from_the_day_it_fell_due_however_late_that_is_entered) {
    allow(book, "dina", "2026-03-31", "advance");
    ck_assert_text_is(case_step(subject(), TEXT("ask"))->outcome, "carried");
    forbid(book, "APPEAL_LATE", "amara", "2026-03-31", "appeal PRT-1 --because 'I insist'");
    ck_assert_text_is(sentence_of(book),
                      "ask was decided on 2026-03-18, and could be appealed until 2026-03-25");
}
END_TEST

START_TEST(an_appeal_has_its_time_and_is_for_who_has_a_part_in_it) {
    forbid(book, "NOTHING_DECIDED", "amara", "2026-03-03", "appeal PRT-1 --because 'I insist'");
    decide("--for", "carried");
    forbid(book, "NOT_YOUR_APPEAL", "iris", "2026-03-11", "appeal PRT-1 --because 'I insist'");
    forbid(book, "APPEAL_LATE", "amara", "2026-03-18", "appeal PRT-1 --because 'I insist'");
    ck_assert_text_is(sentence_of(book),
                      "ask was decided on 2026-03-10, and could be appealed until 2026-03-17");
    allow(book, "farah", "2026-03-17", "appeal PRT-1 --because 'a member was bribed'");
    ck_assert_text_is(asked()->decider, "executive_committee");
}
END_TEST

START_TEST(what_the_rules_do_not_let_be_appealed_is_not) {
    forget_question();
    ask("strategic_partnership");
    decide("--against", "lost");
    forbid(book, "NO_APPEAL", "amara", "2026-03-11", "appeal PRT-1 --because 'I insist'");
}
END_TEST

/* --- links ---------------------------------------------------------------------------------------------- */

static const LinkState *link_of(const char *number) {
    const CaseState *found = book_case(book, number);
    ck_assert_uint_eq(found->links.len, 1);
    return &found->links.at[0];
}

START_TEST(a_link_is_known_to_both_cases) {
    allow(book, "amara", "2026-03-03", "open question name=MedData vertical=health --renews PRT-1");
    ck_assert_text_is(link_of("PRT-2026-002")->link, "renews");
    ck_assert_text_is(link_of("PRT-2026-001")->link, "renewed by");
    ck_assert_text_is(link_of("PRT-2026-001")->other, "PRT-2026-002");
    forbid(book, "NO_SUCH_CASE", "amara", "2026-03-03", "open question name=MedData --amends PRT-7");
}
END_TEST

static void open_successor(void) {
    allow(book, "amara", "2026-03-03", "open question name=MedData vertical=health --supersedes PRT-1");
}

static void decide_both(const char *votes_on_successor) {
    meet("partnership_review_board", "all");
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    allow(book, "dina", "2026-03-10", text_format(book->arena, "vote M-2 %s all", votes_on_successor).at);
    allow(book, "dina", "2026-03-10", "close M-2");
}

START_TEST(what_is_superseded_ends_when_the_other_is_approved) {
    open_successor();
    decide_both("--for");
    ck_assert(subject()->ended);
    ck_assert_text_is(subject()->outcome, "superseded");
    ck_assert_text_is(subject()->superseded, "PRT-2026-002");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
}
END_TEST

START_TEST(what_would_be_superseded_stays_when_the_other_is_not_approved) {
    open_successor();
    decide_both("--against");
    ck_assert(!subject()->ended);
    ck_assert(text_empty(subject()->superseded));
}
END_TEST

START_TEST(an_approval_that_stood_keeps_its_outcome_and_says_what_came_in_its_place) {
    open_successor();
    decide("--for", "carried");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    allow(book, "dina", "2026-03-10", "vote M-2 --for all");
    allow(book, "dina", "2026-03-10", "close M-2");
    ck_assert_text_is(subject()->outcome, "granted");
    ck_assert_text_is(subject()->superseded, "PRT-2026-002");
}
END_TEST

Suite *appealing_suite(void) {
    Suite *suite = suite_create("appealing");
    TCase *tests = tcase_create("appealing");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_asked_for_it_appeals_to_the_next_level_which_may_decide_otherwise);
    tcase_add_test(tests, level_by_level_until_nobody_is_above);
    tcase_add_test(tests, the_time_to_appeal_counts_from_the_day_it_fell_due_however_late_that_is_entered);
    tcase_add_test(tests, an_appeal_has_its_time_and_is_for_who_has_a_part_in_it);
    tcase_add_test(tests, what_the_rules_do_not_let_be_appealed_is_not);
    tcase_add_test(tests, a_link_is_known_to_both_cases);
    tcase_add_test(tests, what_is_superseded_ends_when_the_other_is_approved);
    tcase_add_test(tests, what_would_be_superseded_stays_when_the_other_is_not_approved);
    tcase_add_test(tests, an_approval_that_stood_keeps_its_outcome_and_says_what_came_in_its_place);
    suite_add_tcase(suite, tests);
    return suite;
}
