/* Invariants: what an act may not break, and what comes by itself and breaks one (law P9). */
#include "fixture.h"
#include <string.h>

/* A rejection by silence leads to a review that is not needed, and so ends by itself. */
static const char rules[] = "invariant worth source \"§3\" {\n"
                            "  requires annual_value < USD 500\n"
                            "  requires personal_data = no or annual_value < USD 100\n"
                            "}\n"
                            "invariant looked_at of partnership {\n"
                            "  requires partnership_ethics != not_applicable or annual_value > USD 50\n"
                            "}\n"
                            "invariant from_april of partnership {\n"
                            "  in_force from 2026-04-01\n"
                            "  requires annual_value < USD 300\n"
                            "}\n"
                            "invariant in_time of partnership {\n"
                            "  requires vertical != health or today < 2026-03-20\n"
                            "}\n";

static const char asking[] =
    "workflow: asking\n"
    "title: Ask the board\n"
    "of: partnership\n"
    "start: ask\n"
    "steps:\n"
    "  ask:\n"
    "    motion: Agree to {name}\n"
    "    decision: strategic_partnership\n"
    "    next: { carried: granted, lost: denied, rejected: ethics, withdrawn: denied }\n"
    "  ethics:\n"
    "    review: partnership_ethics\n"
    "    next: { not_applicable: again, cleared: again, monitored: again, refused: denied }\n"
    "  again: { task: Look again, by: business_development, next: denied }\n"
    "  granted: { end: granted }\n"
    "  denied: { end: denied }\n";

static Book *book;

static void set_up(void) {
    book = book_with(arena_new(0), rules, asking);
    allow(book, "founder", "2026-01-02",
          "import '{people: [{key: amara, name: Amara, roles: [business_development, clerk]}],"
          "offices: {ceo: [{person: amara, from: 2026-01-01}]}}'");
}

static void tear_down(void) {
    arena_free(book->arena);
}

static void ask(const char *value) {
    Text line = text_format(
        book->arena, "open asking name=A vertical=finance personal_data=no annual_value='USD %s'", value);
    allow(book, "amara", "2026-03-02", line.at);
}

static const CaseState *asked(void) {
    return book_case(book, "PRT-2026-001");
}

START_TEST(an_act_that_would_break_an_invariant_is_refused_with_its_place_and_changes_nothing) {
    ask("5");
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-03", "submit PRT-1 annual_value='USD 500'");
    ck_assert_text_is(sentence_of(book),
                      "submit would break the invariant worth: it requires annual_value < USD 500");
    ck_assert_ptr_nonnull(strstr(refusal_rule(book->arena, &book->refusal).at, "rules/more.bylaw:1 (§3)"));
    allow(book, "amara", "2026-03-03", "submit PRT-1 annual_value='USD 499'");
    ck_assert_uint_eq(asked()->breaches.len, 0);
}
END_TEST

START_TEST(an_invariant_holds_for_cases_opened_on_its_days) {
    ask("400");
    allow(book, "amara", "2026-04-02", "submit PRT-1 annual_value='USD 401'");
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-04-02",
           "open asking name=A vertical=finance personal_data=no annual_value='USD 400'");
    ck_assert_text_is(sentence_of(book),
                      "open would break the invariant from_april: it requires annual_value < USD 300");
}
END_TEST

START_TEST(every_condition_of_an_invariant_must_hold) {
    ask("100");
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-03", "submit PRT-1 personal_data=yes");
    allow(book, "amara", "2026-03-03", "submit PRT-1 personal_data=yes annual_value='USD 99'");
}
END_TEST

START_TEST(a_case_that_would_begin_broken_is_not_opened) {
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-02", "open asking name=A annual_value='USD 500'");
    ck_assert_ptr_null(asked());
}
END_TEST

START_TEST(what_is_not_known_yet_breaks_no_invariant) {
    allow(book, "amara", "2026-03-02", "open asking name=A vertical=finance");
    ck_assert_uint_eq(asked()->breaches.len, 0);
}
END_TEST

START_TEST(what_comes_by_itself_is_not_refused_but_recorded_as_a_breach_with_its_reasons) {
    ask("5");
    allow(book, "amara", "2026-06-01", "advance");
    ck_assert_uint_eq(asked()->breaches.len, 1);
    ck_assert_text_is(asked()->breaches.at[0].invariant, "looked_at");
    const Tree *body = json_of(book, last_body(book, KIND_BREACHED));
    ck_assert_text_is(tree_get_text(body, "rule"),
                      "partnership_ethics != not_applicable or annual_value > USD 50");
    const Tree *facts = tree_get(tree_get(body, "reasons"), "facts");
    ck_assert_text_is(tree_get_text(facts->items[0], "fact"), "partnership_ethics");
    ck_assert_int_eq(tree_len(facts), 2);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_breach_that_stands_is_recorded_once_and_stands_in_nobodys_way_until_it_ends) {
    ask("5");
    allow(book, "amara", "2026-06-01", "advance");
    allow(book, "amara", "2026-06-02", "submit PRT-1 annual_value='USD 6'");
    ck_assert_uint_eq(count_entries(book, KIND_BREACHED), 1);
    allow(book, "amara", "2026-06-03", "submit PRT-1 annual_value='USD 60'");
    ck_assert_uint_eq(count_entries(book, KIND_BREACH_ENDED), 1);
    ck_assert_uint_eq(asked()->breaches.len, 0);
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-06-04", "submit PRT-1 annual_value='USD 7'");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_the_day_alone_has_broken_is_a_breach_and_stands_in_no_acts_way) {
    allow(book, "amara", "2026-03-02",
          "open asking name=A vertical=health personal_data=no annual_value='USD 5'");
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-21", "submit PRT-1 annual_value='USD 500'");
    allow(book, "amara", "2026-03-21", "submit PRT-1 annual_value='USD 6'");
    ck_assert_uint_eq(asked()->breaches.len, 1);
    ck_assert_text_is(asked()->breaches.at[0].invariant, "in_time");
    allow(book, "amara", "2026-03-22", "submit PRT-1 vertical=finance");
    ck_assert_uint_eq(asked()->breaches.len, 0);
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-22", "submit PRT-1 vertical=health");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *invariants_suite(void) {
    Suite *suite = suite_create("invariants");
    TCase *tests = tcase_create("kept and broken");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_act_that_would_break_an_invariant_is_refused_with_its_place_and_changes_nothing);
    tcase_add_test(tests, an_invariant_holds_for_cases_opened_on_its_days);
    tcase_add_test(tests, every_condition_of_an_invariant_must_hold);
    tcase_add_test(tests, a_case_that_would_begin_broken_is_not_opened);
    tcase_add_test(tests, what_is_not_known_yet_breaks_no_invariant);
    tcase_add_test(tests, what_comes_by_itself_is_not_refused_but_recorded_as_a_breach_with_its_reasons);
    tcase_add_test(tests, a_breach_that_stands_is_recorded_once_and_stands_in_nobodys_way_until_it_ends);
    tcase_add_test(tests, what_the_day_alone_has_broken_is_a_breach_and_stands_in_no_acts_way);
    suite_add_tcase(suite, tests);
    return suite;
}
