/* What workflows of other shapes do: guards, ways back, rounds, hours. */
#include "fixture.h"

static const char rules[] = "table size of partnership source \"local policy\" {\n"
                            "  | row | annual_value || class : text |\n"
                            "  | S1  | < USD 10     || \"small\"      |\n"
                            "  | S2  | >= USD 10    || \"large\"      |\n"
                            "  | S3  | missing      || \"unknown\"    |\n"
                            "}\n"
                            "guard worth_it before signed source \"local policy\" {\n"
                            "  requires annual_value >= USD 1\n"
                            "}\n";

/* Asks again while the value is small. */
static const char asking[] =
    "workflow: asking\n"
    "title: Ask until it is large\n"
    "of: partnership\n"
    "start: ask\n"
    "steps:\n"
    "  ask: { task: Ask, by: business_development, collects: [name], within: 48 hours, next: judge }\n"
    "  judge:\n"
    "    evaluate: size\n"
    "    next:\n"
    "      - { when: annual_value < USD 10, to: ask }\n"
    "      - { to: signed }\n"
    "  signed: { end: signed }\n";

static Book *book;

static void set_up(void) {
    book = book_with(arena_new(0), rules, asking);
    allow(book, "founder", "2026-01-02",
          "import '{people: [{key: amara, name: Amara, roles: [business_development, clerk]}]}'");
}

static void tear_down(void) {
    arena_free(book->arena);
}

START_TEST(a_guard_that_is_undetermined_refuses_naming_the_facts) {
    forbid(book, "UNDETERMINED", "amara", "2026-03-02", "open asking name=A");
    forbid(book, "UNDETERMINED", "amara", "2026-03-02", "open asking name=A personal_data=yes");
    ck_assert_text_is(mend_of(book), "state it with: bylaw submit PRT-2026-001 annual_value=...");
}
END_TEST

START_TEST(a_task_that_is_gone_back_to_has_to_be_done_again) {
    allow(book, "amara", "2026-03-02", "open asking name=A annual_value='USD 5'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "task business_development Ask");
    allow(book, "amara", "2026-03-03", "submit PRT-1 --step ask annual_value='USD 7'");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    allow(book, "amara", "2026-03-03", "submit PRT-1 --step ask annual_value='USD 50'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "signed");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(hours_elapse_from_the_instant_and_end_with_a_day) {
    allow(book, "amara", "2026-03-02T23:00", "open asking");
    const StepState *step = case_step(book_case(book, "PRT-2026-001"), TEXT("ask"));
    ck_assert_text_is(date_text(book->arena, step->due), "2026-03-04");
}
END_TEST

START_TEST(a_determination_is_entered_with_the_row_that_decided) {
    allow(book, "amara", "2026-03-02", "open asking name=A annual_value='USD 50'");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_DETERMINED)), "row"), "S2");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_STEP_ENDED)), "outcome"), "large");
}
END_TEST

/* Two evaluations that lead to one another. */
static const char rounds[] = "workflow: rounds\n"
                             "title: Round and round\n"
                             "of: partnership\n"
                             "start: first\n"
                             "steps:\n"
                             "  first: { evaluate: size, next: second }\n"
                             "  second:\n"
                             "    evaluate: size\n"
                             "    next:\n"
                             "      - { when: annual_value < USD 10, to: first }\n"
                             "      - { to: signed }\n"
                             "  signed: { end: signed }\n";

START_TEST(evaluations_that_lead_round_are_refused) {
    Book *round = book_with(book->arena, rules, rounds);
    allow(round, "founder", "2026-01-02",
          "import '{people: [{key: amara, name: A, roles: [business_development]}]}'");
    forbid(round, "GOES_ROUND", "amara", "2026-03-02", "open rounds annual_value='USD 5'");
    allow(round, "amara", "2026-03-02", "open rounds annual_value='USD 50'");
}
END_TEST

Suite *following_workflows_suite(void) {
    Suite *suite = suite_create("proceedings: workflows");
    TCase *tests = tcase_create("workflows");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_guard_that_is_undetermined_refuses_naming_the_facts);
    tcase_add_test(tests, a_task_that_is_gone_back_to_has_to_be_done_again);
    tcase_add_test(tests, hours_elapse_from_the_instant_and_end_with_a_day);
    tcase_add_test(tests, a_determination_is_entered_with_the_row_that_decided);
    tcase_add_test(tests, evaluations_that_lead_round_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
