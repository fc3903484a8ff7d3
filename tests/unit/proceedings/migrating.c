/* Open cases that go on under a new edition. */
#include "question.h"

#define NEW_EDITION                                                                                          \
    {"edition      \"2026.1\"", "edition      \"2026.2\""}, {                                                \
        "in_force     from 2026-01-01", "in_force     from 2026-03-03"                                       \
    }

static void set_up(void) {
    ask("strategic_partnership");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

/* Ratified by the board on the day after the case was opened, and in force at once. */
static void ratify(const Edit *edits) {
    next_edition(book, edits);
    allow(book, "dina", "2026-03-03", "convene partnership_review_board --on 2026-03-03");
    allow(book, "dina", "2026-03-03", "attend MTG-1 all");
    allow(book, "dina", "2026-03-03", "ratify --rules next --in MTG-1");
    allow(book, "dina", "2026-03-03", "vote M-1 --for all");
    allow(book, "dina", "2026-03-03", "close M-1");
}

static const CaseState *subject(void) {
    return book_case(book, "PRT-2026-001");
}

START_TEST(a_case_moves_with_its_deadline_and_is_asked_who_decides_anew) {
    static const Edit edits[] = {NEW_EDITION,
                                 {"within: 5 working days\n    next: { carried: granted",
                                  "within: 10 working days\n    next: { carried: granted"},
                                 {"|| partnership_review_board ", "|| executive_committee "},
                                 {NULL, NULL}};
    ratify(edits);
    ck_assert_text_is(date_text(book->arena, asked()->due), "2026-03-09");
    forbid(book, "NO_POWER", "amara", "2026-03-04", "migrate PRT-1");
    allow(book, "dina", "2026-03-04", "migrate PRT-1");
    ck_assert_text_is(subject()->charter, "next");
    ck_assert_text_is(date_text(book->arena, asked()->due), "2026-03-16");
    ck_assert_text_is(asked()->decider, "executive_committee");
    ck_assert_uint_eq(count_entries(book, KIND_DECIDER_NAMED), 2);
    allow(book, "dina", "2026-03-16", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 0);
    forbid(book, "MOVED_ALREADY", "dina", "2026-03-16", "migrate PRT-1");
    forbid(book, "NOTHING_TO_MOVE", "dina", "2026-03-16", "migrate --all");
    allow(book, "dina", "2026-03-17", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 1);
}
END_TEST

START_TEST(facts_keep_what_was_stated_under_a_new_name_and_those_that_are_gone_are_left) {
    static const Edit edits[] = {NEW_EDITION,
                                 {"  name          : text", "  called        : text, was name"},
                                 {"{name}", "{called}"},
                                 {"[name, vertical", "[called, vertical"},
                                 {NULL, NULL}};
    ratify(edits);
    allow(book, "dina", "2026-03-04", "migrate PRT-1");
    ck_assert_ptr_null(case_fact(subject(), TEXT("name")));
    ck_assert_text_is(tree_get_text(case_fact(subject(), TEXT("called"))->value, "value"), "MedData");
    ck_assert_text_is(tree_get_text(case_fact(subject(), TEXT("vertical"))->value, "value"), "health");
}
END_TEST

START_TEST(a_case_whose_step_is_not_there_stays_and_of_all_cases_it_is_said_why) {
    static const Edit edits[] = {
        NEW_EDITION, {"  ask:\n", "  put:\n"}, {"start: ask", "start: put"}, {NULL, NULL}};
    ratify(edits);
    allow(book, "amara", "2026-03-04", "open question name=Other vertical=health");
    forbid(book, "NO_WAY_THERE", "dina", "2026-03-04", "migrate PRT-1");
    ck_assert_text_is(
        sentence_of(book),
        "PRT-2026-001 cannot move: it stands at ask, and edition 2026.2 has no such step for it");
    allow(book, "dina", "2026-03-04", "migrate --all");
    ck_assert_text_is(subject()->charter, "handbook");
}
END_TEST

START_TEST(nothing_moves_in_the_middle_of_a_decision) {
    static const Edit edits[] = {NEW_EDITION, {NULL, NULL}};
    ratify(edits);
    allow(book, "dina", "2026-03-03", "move PRT-1 --in MTG-1");
    forbid(book, "MOVES_LATER", "dina", "2026-03-03", "migrate PRT-1");
    allow(book, "dina", "2026-03-03", "withdraw M-2 --because 'under the new rules'");
}
END_TEST

START_TEST(a_fact_that_is_of_another_kind_there_holds_its_case_back) {
    static const Edit edits[] = {
        NEW_EDITION, {"  name          : text", "  name          : integer"}, {NULL, NULL}};
    ratify(edits);
    forbid(book, "FACT_UNLIKE", "dina", "2026-03-04", "migrate PRT-1");
    ck_assert_text_is(sentence_of(book), "PRT-2026-001 cannot move: in edition 2026.2 name is integer, and "
                                         "what is stated of it is none");
}
END_TEST

Suite *migrating_suite(void) {
    Suite *suite = suite_create("migrating");
    TCase *tests = tcase_create("migrating");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_case_moves_with_its_deadline_and_is_asked_who_decides_anew);
    tcase_add_test(tests, facts_keep_what_was_stated_under_a_new_name_and_those_that_are_gone_are_left);
    tcase_add_test(tests, a_case_whose_step_is_not_there_stays_and_of_all_cases_it_is_said_why);
    tcase_add_test(tests, nothing_moves_in_the_middle_of_a_decision);
    tcase_add_test(tests, a_fact_that_is_of_another_kind_there_holds_its_case_back);
    suite_add_tcase(suite, tests);
    return suite;
}
