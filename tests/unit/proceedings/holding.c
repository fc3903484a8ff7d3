/* An approval holds for what was approved (law P6), and is decided again where it no longer does. */
#include "fixture.h"
#include <string.h>

#define RULES                                                                                                \
    "enum asking { spend }\noffice cfo\n"                                                                    \
    "enum size { small, large }\n"                                                                           \
    "facts purchase {\n  item : text\n  amount : money USD, material beyond 10%\n"                           \
    "  wanted : date, optional, material beyond 5 days\n  seller : text, optional, personal\n"               \
    "  colour : text, optional\n"                                                                            \
    "  insured : date, optional, where applicable, material beyond 5 days\n}\n"                              \
    "authority spending of purchase {\n  | row | asking | amount || decided_by |\n"                          \
    "  | S1 | spend | < USD 10_000 || cfo |\n  | S2 | spend | >= USD 10_000 || ceo |\n}\n"                   \
    "table sizing of purchase {\n  | row | amount || size : size |\n"                                        \
    "  | Z1 | < USD 500 || small |\n  | Z2 | >= USD 500 || large |\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: buying\ntitle: Buying\nof: purchase\nstart: size\nsteps:\n"                                   \
    "  size:\n    evaluate: sizing\n    next: ask\n"                                                         \
    "  ask:\n    motion: Buy {item}\n    decision: spend\n"                                                  \
    "    next: { carried: order, lost: refused, rejected: refused, withdrawn: refused }\n"                   \
    "  order:\n    task: Order it\n    by: business_development\n    within: 10 working days\n"              \
    "    next: bought\n"                                                                                     \
    "  bought: { end: bought }\n  refused: { end: refused }\n"

#define PEOPLE                                                                                               \
    "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: carl, name: C},"          \
    "{key: dina, name: D, roles: [clerk]}, {key: hana, name: H}],"                                           \
    "offices: {cfo: [{person: hana, from: 2026-01-01}], ceo: [{person: carl, from: 2026-01-01}]}}'"

static Book *book;

static void set_up(void) {
    book = book_with(arena_new(0), RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05", PEOPLE);
    allow(book, "amara", "2026-03-02",
          "open buying item=Desks amount='USD 1000' wanted=2026-04-01 seller=Bob");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

static void approve(void) {
    allow(book, "hana", "2026-03-03", "move PRT-1");
    allow(book, "hana", "2026-03-03", "vote M-1 --for hana");
    allow(book, "hana", "2026-03-03", "close M-1");
}

static void state(const char *facts) {
    allow(book, "amara", "2026-03-04", text_format(book->arena, "submit PRT-1 %s", facts).at);
}

static size_t stale(void) {
    return count_entries(book, KIND_STALE);
}

static void says(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(book->arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

START_TEST(a_vote_holds_until_a_fact_has_changed_by_more_than_is_material) {
    approve();
    state("amount='USD 1100'");
    ck_assert_uint_eq(stale(), 0);
    state("amount='USD 1100.01'");
    ck_assert_uint_eq(stale(), 1);
    says(last_body(book, KIND_STALE), "\"fact\":\"amount\"");
    says(last_body(book, KIND_STALE), "\"before\":\"USD 1000\"");
}
END_TEST

START_TEST(that_something_does_not_apply_after_all_is_a_change_of_any_size) {
    state("insured=2026-05-01");
    approve();
    state("insured=2026-05-04");
    ck_assert_uint_eq(stale(), 0);
    state("insured='not applicable'");
    ck_assert_uint_eq(stale(), 1);
    says(last_body(book, KIND_STALE), "\"after\":\"not applicable\"");
    says(last_body(book, KIND_STALE), "\"before\":\"2026-05-01\"");
}
END_TEST

START_TEST(small_changes_add_up_against_what_was_put_to_the_vote) {
    approve();
    state("amount='USD 1060'");
    state("amount='USD 950'");
    ck_assert_uint_eq(stale(), 0);
    state("amount='USD 899'");
    ck_assert_uint_eq(stale(), 1);
}
END_TEST

START_TEST(a_day_is_material_by_days_and_what_says_nothing_by_any_change) {
    approve();
    state("wanted=2026-04-06");
    ck_assert_uint_eq(stale(), 0);
    state("item=Chairs");
    ck_assert_uint_eq(stale(), 1);
    says(last_body(book, KIND_STALE), "\"fact\":\"item\"");
}
END_TEST

START_TEST(what_no_longer_holds_waits_for_whoever_decided_it) {
    approve();
    state("item=Chairs");
    ck_assert_msg(
        strstr(waits_of(book, "PRT-2026-001").at, "stale cfo item has changed, from Desks to Chairs") != NULL,
        "%s", waits_of(book, "PRT-2026-001").at);
}
END_TEST

START_TEST(what_was_not_put_to_the_vote_changes_nothing) {
    approve();
    state("colour=red");
    state("colour=blue");
    state("item=Desks");
    ck_assert_uint_eq(stale(), 0);
}
END_TEST

START_TEST(a_personal_fact_makes_it_stale_and_is_not_told) {
    approve();
    state("seller=Bob");
    ck_assert_uint_eq(stale(), 0);
    state("seller=Eve");
    ck_assert_uint_eq(stale(), 1);
    says(last_body(book, KIND_STALE), "\"fact\":\"seller\"");
    ck_assert_ptr_null(strstr(last_body(book, KIND_STALE).at, "Eve"));
}
END_TEST

START_TEST(a_fact_that_changes_while_the_ballot_is_open_is_found_at_its_close) {
    allow(book, "hana", "2026-03-03", "move PRT-1");
    allow(book, "hana", "2026-03-03", "vote M-1 --for hana");
    allow(book, "amara", "2026-03-03", "submit PRT-1 item=Chairs");
    ck_assert_uint_eq(stale(), 0);
    allow(book, "hana", "2026-03-03", "close M-1");
    ck_assert_uint_eq(stale(), 1);
}
END_TEST

START_TEST(what_was_computed_holds_while_it_comes_out_the_same_by_the_same_row) {
    approve();
    state("amount='USD 1099'");
    ck_assert_uint_eq(stale(), 0);
    state("amount='USD 20_000'");
    ck_assert_uint_eq(stale(), 2); /* the vote, and who was to decide */
    state("amount='USD 400'");
    ck_assert_uint_eq(stale(), 3);
    says(last_body(book, KIND_STALE), "\"unit\":\"sizing\"");
    says(last_body(book, KIND_STALE), "\"before\":\"large by Z2\"");
    says(last_body(book, KIND_STALE), "\"after\":\"small by Z1\"");
}
END_TEST

START_TEST(it_is_said_once) {
    approve();
    state("item=Chairs");
    state("item=Stools");
    ck_assert_uint_eq(stale(), 1);
}
END_TEST

START_TEST(nothing_happens_in_a_case_before_it_was_opened) {
    forbid(book, "BEFORE_OPENED", "amara", "2026-03-01", "submit PRT-1 colour=red");
    ck_assert_text_is(sentence_of(book), "2026-03-01 lies before PRT-2026-001 was opened, on 2026-03-02");
    allow(book, "amara", "2026-03-02", "submit PRT-1 colour=red");
}
END_TEST

/* --- deciding again ------------------------------------------------------------------------------------- */

START_TEST(what_no_longer_holds_is_decided_again_by_whom_the_rules_name_now) {
    approve();
    state("amount='USD 20_000'");
    forbid(book, "NO_SEAT", "amara", "2026-03-05", "reconsider PRT-1 --because 'it has grown'");
    allow(book, "hana", "2026-03-05", "reconsider PRT-1 --because 'it has grown'");
    const CaseState *subject = book_case(book, "PRT-2026-001");
    ck_assert(!case_step(subject, TEXT("order"))->open);
    ck_assert_text_is(case_step(subject, TEXT("order"))->outcome, "set_aside");
    ck_assert_text_is(case_step(subject, TEXT("ask"))->decider, "ceo");
    ck_assert_uint_eq(subject->clocks.len, 0);
    allow(book, "carl", "2026-03-05", "move PRT-1");
    allow(book, "carl", "2026-03-05", "vote M-2 --for carl");
    allow(book, "carl", "2026-03-05", "close M-2");
    subject = book_case(book, "PRT-2026-001");
    ck_assert(case_step(subject, TEXT("order"))->open);
    for (size_t i = 0; i < subject->standing.len; i++) ck_assert_int_eq(subject->standing.at[i].stale, 0);
}
END_TEST

START_TEST(an_evaluation_is_made_again_and_leads_on_from_there) {
    approve();
    forbid(book, "WHICH_DECISION", "dina", "2026-03-05", "reconsider PRT-1 --because 'I was wrong'");
    ck_assert_text_is(mend_of(book), "say which with --step: size or ask");
    allow(book, "dina", "2026-03-05", "reconsider PRT-1 --step size --because 'I was wrong'");
    ck_assert(case_step(book_case(book, "PRT-2026-001"), TEXT("ask"))->open);
}
END_TEST

START_TEST(what_was_not_decided_is_not_decided_again) {
    forbid(book, "STEP_IS_OPEN", "dina", "2026-03-03", "reconsider PRT-1 --step ask --because 'haste'");
    approve();
    forbid(book, "NOT_DECIDED", "dina", "2026-03-03", "reconsider PRT-1 --step bought --because 'haste'");
    forbid(book, "STEP_IS_OPEN", "dina", "2026-03-03", "reconsider PRT-1 --step order --because 'haste'");
}
END_TEST

Suite *holding_suite(void) {
    Suite *suite = suite_create("holding");
    TCase *cases = tcase_create("holding");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_vote_holds_until_a_fact_has_changed_by_more_than_is_material);
    tcase_add_test(cases, that_something_does_not_apply_after_all_is_a_change_of_any_size);
    tcase_add_test(cases, small_changes_add_up_against_what_was_put_to_the_vote);
    tcase_add_test(cases, a_day_is_material_by_days_and_what_says_nothing_by_any_change);
    tcase_add_test(cases, what_no_longer_holds_waits_for_whoever_decided_it);
    tcase_add_test(cases, what_was_not_put_to_the_vote_changes_nothing);
    tcase_add_test(cases, a_personal_fact_makes_it_stale_and_is_not_told);
    tcase_add_test(cases, a_fact_that_changes_while_the_ballot_is_open_is_found_at_its_close);
    tcase_add_test(cases, what_was_computed_holds_while_it_comes_out_the_same_by_the_same_row);
    tcase_add_test(cases, it_is_said_once);
    tcase_add_test(cases, nothing_happens_in_a_case_before_it_was_opened);
    tcase_add_test(cases, what_no_longer_holds_is_decided_again_by_whom_the_rules_name_now);
    tcase_add_test(cases, an_evaluation_is_made_again_and_leads_on_from_there);
    tcase_add_test(cases, what_was_not_decided_is_not_decided_again);
    suite_add_tcase(suite, cases);
    return suite;
}
