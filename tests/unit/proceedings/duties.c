/* What reviews open by themselves: when it begins, how often it comes, and what ends it. */
#include "fixture.h"

#define REVIEW                                                                                               \
    "review safety by ethics_review_panel of partnership {\n"                                                \
    "  applies when personal_data\n"                                                                         \
    "  | principle | question |\n  | safe | \"Is it safe?\" |\n"                                             \
    "  step asking answers each principle then fine when concerns = 0, watched otherwise\n"                  \
    "  outcome fine\n  outcome watched opens ethics_monitoring every 1 month, 3 times\n"                     \
    "  reassess every 12 months opens holding\n  reassess when personal_data changed opens holding\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: holding\ntitle: Holding\nof: partnership\nstart: review\nsteps:\n"                            \
    "  review:\n    review: safety\n"                                                                        \
    "    next: { fine: waiting, watched: waiting, not_applicable: waiting }\n"                               \
    "  waiting:\n    task: Wait\n    by: business_development\n    next:\n"                                  \
    "      - when: annual_value = USD 9\n        to: agreed\n      - to: declined\n"                         \
    "  agreed: { end: approved, ongoing: [ethics_monitoring, holding] }\n"                                   \
    "  declined: { end: declined, ongoing: [] }\n"

static Arena *arena;
static Book *book;

static void set_up(void) {
    arena = arena_new(0);
    book = book_with(arena, REVIEW, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: dina, name: Dina, roles: [clerk]}, "
          "{key: amara, name: Amara, roles: [business_development]}, "
          "{key: iris, name: Iris, roles: [external]}], bodies: {ethics_review_panel: {members: [iris]}}}'");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(arena);
}

static void begin(const char *when, const char *facts) {
    allow(book, "amara", when, text_format(arena, "open holding %s", facts).at);
}

static void answer(const char *when, const char *number, const char *safe) {
    allow(book, "iris", when, text_format(arena, "answer %s safe=%s", number, safe).at);
}

static void end(const char *when, const char *number, const char *value) {
    allow(book, "amara", when, text_format(arena, "submit %s annual_value='USD %s'", number, value).at);
    allow(book, "amara", when, text_format(arena, "submit %s", number).at);
}

static void advance(const char *when) {
    act(book, "dina", when, "advance");
}

static size_t fired(void) {
    return count_entries(book, KIND_TRIGGERED);
}

static Text said(const char *field) {
    return tree_get_text(json_of(book, last_body(book, KIND_TRIGGERED)), field);
}

static const Tree *read_of_last(void) {
    return tree_get(json_of(book, last_body(book, KIND_TRIGGERED)), "read");
}

START_TEST(an_outcome_opens_cases_again_and_again_and_each_says_what_the_review_came_to) {
    begin("2026-01-30", "personal_data=yes");
    answer("2026-01-31", "PRT-1", "no");
    advance("2026-02-27");
    ck_assert_uint_eq(fired(), 0);
    advance("2026-02-28");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said("trigger"), "safety.watched");
    ck_assert_text_is(said("subject"), "PRT-2026-001");
    ck_assert_text_is(said("cause"), "outcome watched opens ethics_monitoring every 1 month, 3 times");
    ck_assert_text_is(tree_get_text(tree_get(read_of_last(), "safety"), "value"), "watched");
    ck_assert_ptr_nonnull(tree_get(tree_get(read_of_last(), "safety"), "entry"));
    ck_assert_text_is(book_case(book, "PRT-2026-002")->workflow, "ethics_monitoring");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->about, "PRT-2026-001");
}
END_TEST

START_TEST(late_it_opens_the_same_cases_under_their_days_and_no_more_than_are_said) {
    begin("2026-01-30", "personal_data=yes");
    answer("2026-01-31", "PRT-1", "no");
    advance("2026-09-01");
    ck_assert_uint_eq(fired(), 3);
    ck_assert_text_is(date_text(arena, book_case(book, "PRT-2026-003")->opened), "2026-03-31");
    ck_assert_text_is(date_text(arena, book_case(book, "PRT-2026-004")->opened), "2026-04-30");
}
END_TEST

START_TEST(the_review_is_held_again_and_another_outcome_ends_what_the_first_began) {
    begin("2026-01-02", "personal_data=yes");
    answer("2026-01-02", "PRT-1", "no");
    allow(book, "amara", "2026-01-20", "submit PRT-1 personal_data=no");
    advance("2026-01-21");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said("trigger"), "safety");
    ck_assert_text_is(said("cause"), "reassess when personal_data changed opens holding");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->workflow, "holding");
    advance("2026-12-31"); /* of facts that say it does not apply: nothing is watched, nothing held again */
    ck_assert_uint_eq(fired(), 1);
}
END_TEST

START_TEST(the_time_until_it_is_held_again_begins_when_it_was_held_last) {
    begin("2026-01-02", "personal_data=yes");
    answer("2026-01-02", "PRT-1", "yes");
    advance("2027-01-01");
    ck_assert_uint_eq(fired(), 0);
    advance("2027-01-02");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said("cause"), "reassess every 12 months opens holding");
    answer("2027-02-15", "PRT-2027-1", "yes");
    advance("2028-02-14");
    ck_assert_uint_eq(fired(), 1);
    advance("2028-02-15");
    ck_assert_uint_eq(fired(), 2);
    ck_assert_text_is(said("subject"), "PRT-2026-001");
}
END_TEST

START_TEST(before_the_review_was_held_a_change_opens_nothing) {
    begin("2026-01-02", "personal_data=yes");
    allow(book, "amara", "2026-01-05", "submit PRT-1 personal_data=no");
    advance("2026-01-07");
    ck_assert_uint_eq(fired(), 0);
    answer("2026-01-08", "PRT-1", "yes");
    allow(book, "amara", "2026-01-09", "submit PRT-1 personal_data=yes");
    advance("2026-01-12");
    ck_assert_uint_eq(fired(), 1);
}
END_TEST

START_TEST(a_review_that_did_not_apply_is_held_when_the_fact_changes_and_not_for_the_time) {
    begin("2026-01-02", "personal_data=no");
    advance("2027-06-01");
    ck_assert_uint_eq(fired(), 0);
    allow(book, "amara", "2027-06-02", "submit PRT-2026-1 personal_data=yes");
    advance("2027-06-03");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(waits_of(book, "PRT-2027-001"), "answer ethics_review_panel safe");
}
END_TEST

START_TEST(what_an_end_declares_goes_on_after_it) {
    begin("2026-01-02", "personal_data=yes");
    answer("2026-01-02", "PRT-1", "no");
    end("2026-01-03", "PRT-1", "9");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "approved");
    advance("2027-01-04");
    ck_assert_uint_eq(fired(), 4);
}
END_TEST

START_TEST(what_an_end_does_not_declare_stops_with_it) {
    begin("2026-01-02", "personal_data=yes");
    answer("2026-01-02", "PRT-1", "no");
    end("2026-01-03", "PRT-1", "8");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "declined");
    advance("2027-01-04");
    ck_assert_uint_eq(fired(), 0);
}
END_TEST

Suite *duties_suite(void) {
    Suite *suite = suite_create("duties");
    TCase *tcase = tcase_create("duties");
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, an_outcome_opens_cases_again_and_again_and_each_says_what_the_review_came_to);
    tcase_add_test(tcase, late_it_opens_the_same_cases_under_their_days_and_no_more_than_are_said);
    tcase_add_test(tcase, the_review_is_held_again_and_another_outcome_ends_what_the_first_began);
    tcase_add_test(tcase, the_time_until_it_is_held_again_begins_when_it_was_held_last);
    tcase_add_test(tcase, before_the_review_was_held_a_change_opens_nothing);
    tcase_add_test(tcase, a_review_that_did_not_apply_is_held_when_the_fact_changes_and_not_for_the_time);
    tcase_add_test(tcase, what_an_end_declares_goes_on_after_it);
    tcase_add_test(tcase, what_an_end_does_not_declare_stops_with_it);
    return suite;
}
