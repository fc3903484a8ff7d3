/* Approvals that expire (law P5), and their renewal before they do. */
#include "question.h"

/* What is granted on 10 March 2026 holds until 10 March 2027, and is looked at again after 9 January. */
#define YEARLY                                                                                               \
    "workflow: question\n"                                                                                   \
    "title: One question\n"                                                                                  \
    "source: local policy\n"                                                                                 \
    "of: partnership\n"                                                                                      \
    "start: ask\n"                                                                                           \
    "steps:\n"                                                                                               \
    "  ask:\n"                                                                                               \
    "    motion: Agree to {name}\n"                                                                          \
    "    decision: strategic_partnership\n"                                                                  \
    "    conditions: allowed\n"                                                                              \
    "    next: { carried: granted, lapsed: fallen, lost: denied, rejected: denied, withdrawn: denied }\n"    \
    "  granted: { end: granted, holds: 12 months, renewal: question, ahead: 60 days }\n"                     \
    "  fallen: { end: fallen }\n"                                                                            \
    "  denied: { end: denied, holds: 12 months }\n"

static void set_up(void) {
    Arena *arena = arena_new(0);
    book = book_with(arena, NULL, YEARLY);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    in_the_board("all");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static const CaseState *case_numbered(const char *number) {
    return book_case(book, number);
}

static const ExpiryState *expiry(void) {
    return case_numbered("PRT-2026-001")->expiry;
}

static void decide(const char *votes, const char *result) {
    allow(book, "dina", "2026-03-10", text_format(book->arena, "vote M-1 %s all", votes).at);
    close_and_expect("2026-03-10", "close M-1", result);
}

/* The renewal is put to the board on the day, and decided so. */
static void renew_on(const char *day, const char *votes, const char *result) {
    Arena *arena = book->arena;
    allow(book, "dina", day, text_format(arena, "convene partnership_review_board --on %s", day).at);
    allow(book, "dina", day, "attend MTG-1 all");
    allow(book, "dina", day, "move PRT-2027-001 --in MTG-1");
    allow(book, "dina", day, text_format(arena, "vote M-1 %s all", votes).at);
    close_and_expect(day, "close M-1", result);
}

START_TEST(what_is_approved_holds_as_long_as_its_end_says_and_expires_after_that_day) {
    decide("--for", "carried");
    ck_assert_text_is(date_text(book->arena, expiry()->until), "2027-03-10");
    allow(book, "dina", "2027-03-10", "advance");
    ck_assert_int_eq(expiry()->expired, DATE_NONE);
    allow(book, "dina", "2027-03-11", "advance");
    ck_assert_text_is(date_text(book->arena, expiry()->expired), "2027-03-10");
    ck_assert_text_is(case_numbered("PRT-2026-001")->outcome, "granted");
}
END_TEST

START_TEST(what_was_not_approved_does_not_expire) {
    decide("--against", "lost");
    ck_assert_ptr_null(expiry());
    allow(book, "dina", "2027-06-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_EXPIRED), 0);
}
END_TEST

START_TEST(it_is_looked_at_again_ahead_in_a_case_that_has_its_facts_and_renews_it) {
    decide("--for", "carried");
    allow(book, "dina", "2027-01-09", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_RENEWAL_BEGUN), 0);
    allow(book, "dina", "2027-02-01", "advance"); /* late, and the same */
    const CaseState *again = case_numbered("PRT-2027-001");
    ck_assert_text_is(date_text(book->arena, again->opened), "2027-01-10");
    ck_assert_text_is(tree_get_text(case_fact(again, TEXT("name"))->value, "value"), "MedData");
    ck_assert_text_is(again->links.at[0].link, "renews");
    ck_assert_text_is(again->links.at[0].other, "PRT-2026-001");
    ck_assert_text_is(case_opener(book_state(book), again), id_of("amara").at); /* her request */
}
END_TEST

START_TEST(a_renewal_that_is_approved_takes_its_place) {
    decide("--for", "carried");
    renew_on("2027-02-02", "--for", "carried");
    ck_assert_text_is(expiry()->renewed, "PRT-2027-001");
    ck_assert_text_is(date_text(book->arena, case_numbered("PRT-2027-001")->expiry->until), "2028-02-02");
    allow(book, "dina", "2027-06-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_EXPIRED), 0);
}
END_TEST

START_TEST(a_renewal_that_is_lost_lets_it_expire) {
    decide("--for", "carried");
    renew_on("2027-02-02", "--against", "lost");
    ck_assert(text_empty(expiry()->renewed));
    allow(book, "dina", "2027-06-01", "advance");
    ck_assert_text_is(date_text(book->arena, expiry()->expired), "2027-03-10");
}
END_TEST

START_TEST(whoever_has_asked_for_its_renewal_already_is_not_asked_again) {
    decide("--for", "carried");
    allow(book, "amara", "2026-12-01", "open question --renews PRT-1 name=MedData vertical=health");
    allow(book, "dina", "2027-02-01", "advance");
    ck_assert_text_is(expiry()->opened, "PRT-2026-002");
    ck_assert_ptr_null(case_numbered("PRT-2027-001"));
}
END_TEST

START_TEST(a_case_that_is_taken_up_again_does_not_expire) {
    decide("--for", "carried");
    allow(book, "dina", "2026-06-01", "reopen PRT-1 --because 'we erred'");
    ck_assert_ptr_null(expiry());
    allow(book, "amara", "2026-06-01", "withdraw PRT-1 --because 'it is too late'");
    allow(book, "dina", "2027-06-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_EXPIRED), 0);
    ck_assert_uint_eq(count_entries(book, KIND_RENEWAL_BEGUN), 0);
}
END_TEST

START_TEST(what_falls_by_a_condition_and_stands_again_expires_on_the_day_it_would_have) {
    allow(book, "emil", "2026-03-10",
          "condition M-1 'A plan' --owner farah --due 2026-05-01 --evidence 'the plan'");
    decide("--for", "carried");
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert_text_is(case_numbered("PRT-2026-001")->outcome, "fallen");
    allow(book, "dina", "2026-05-10", "reopen PRT-1 --because 'it was met'");
    allow(book, "emil", "2026-03-10", "discharge PRT-1 1 --evidence 'the plan' --in MTG-1");
    allow(book, "dina", "2027-03-11", "advance");
    ck_assert_text_is(date_text(book->arena, expiry()->expired), "2027-03-10");
}
END_TEST

Suite *expiring_suite(void) {
    Suite *suite = suite_create("expiring");
    TCase *tests = tcase_create("expiring");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_is_approved_holds_as_long_as_its_end_says_and_expires_after_that_day);
    tcase_add_test(tests, what_was_not_approved_does_not_expire);
    tcase_add_test(tests, it_is_looked_at_again_ahead_in_a_case_that_has_its_facts_and_renews_it);
    tcase_add_test(tests, a_renewal_that_is_approved_takes_its_place);
    tcase_add_test(tests, a_renewal_that_is_lost_lets_it_expire);
    tcase_add_test(tests, whoever_has_asked_for_its_renewal_already_is_not_asked_again);
    tcase_add_test(tests, a_case_that_is_taken_up_again_does_not_expire);
    tcase_add_test(tests, what_falls_by_a_condition_and_stands_again_expires_on_the_day_it_would_have);
    suite_add_tcase(suite, tests);
    return suite;
}
