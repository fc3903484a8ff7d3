/* Measurements: of what, in which period, corrections, files, and rules that read what was measured last. */
#include "fixture.h"
#include <string.h>

static const char RULES[] =
    "powers {\n  | act | who |\n  | measure | clerk |\n}\n"
    "metric uptime : percent of partnership {\n  target >= 99.9%\n  measured monthly\n}\n"
    "metric incidents : integer for each vertical {\n  target <= 5\n  measured weekly\n  unit \"a week\"\n}\n"
    "metric revenue : money USD {\n  measured quarterly\n}\n"
    "table standing of partnership {\n"
    "  | row | uptime || good : yes_no |\n  | S1 | < 99% || no |\n  | S2 | >= 99% || yes |\n}\n"
    "invariant reliable of partnership {\n  requires uptime = missing or uptime > 50%\n}\n";

static const char WORKFLOW[] =
    "workflow: watching\ntitle: Watching\nof: partnership\nstart: waiting\nsteps:\n"
    "  waiting:\n    task: Wait\n    by: business_development\n    next: judging\n"
    "  judging:\n    evaluate: standing\n    next:\n      - when: standing.good\n        to: approved\n"
    "      - to: declined\n"
    "  approved: { end: approved }\n  declined: { end: declined }\n";

static Book *book;

static void set_up(void) {
    book = book_with(arena_new(0), RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: dina, name: Dina, roles: [clerk]}, "
          "{key: amara, name: Amara, roles: [business_development]}]}'");
    allow(book, "amara", "2026-02-02", "open watching name=A");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

static void yes(const char *when, const char *line) {
    allow(book, "dina", when, line);
}

static void no(const char *code, const char *when, const char *line) {
    forbid(book, code, "dina", when, line);
}

static const Metric *metric(const char *name) {
    return &book->program->metrics[program_metric(book->program, text_of(name))];
}

static const MeasuredState *measured(const char *of, const char *subject, const char *member,
                                     const char *day) {
    Date date = DATE_NONE;
    ck_assert(date_parse(text_of(day), &date));
    return state_measured(book_state(book), metric(of), text_of(subject), text_of(member),
                          period_of(metric(of)->measured, date));
}

START_TEST(what_was_measured_stands_with_its_period_its_giver_and_whether_it_meets_its_target) {
    yes("2026-03-02", "measure uptime 99.95% --case PRT-1 --period 2026-02 --source 'report 12'");
    const MeasuredState *february = measured("uptime", "PRT-2026-001", "", "2026-02-14");
    ck_assert_text_is(february->value->text, "99.95%");
    ck_assert_text_is(february->came_to, "met");
    ck_assert_text_is(february->target, ">= 99.9%");
    ck_assert_text_is(february->source, "report 12");
    Text dina;
    ck_assert(state_find_person(book_state(book), TEXT("dina"), &dina));
    ck_assert(text_equal(february->giver, dina));
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_MEASURED)), "period"), "2026-02-01");
}
END_TEST

START_TEST(a_metric_of_the_organisation_is_of_no_case_and_one_for_each_member_of_one) {
    yes("2026-03-02", "measure revenue 'USD 5_000' --period 2026-Q1");
    ck_assert_text_is(measured("revenue", "", "", "2026-03-31")->value->text, "USD 5000");
    yes("2026-03-02", "measure incidents 7 --for health --period 2026-W09");
    ck_assert_text_is(measured("incidents", "", "health", "2026-02-23")->came_to, "missed");
    ck_assert_ptr_null(measured("incidents", "", "finance", "2026-02-23"));
}
END_TEST

START_TEST(what_cannot_be_measured_so_is_refused) {
    no("NO_SUCH_METRIC", "2026-03-02", "measure uptme 99% --case PRT-1 --period 2026-02");
    ck_assert_text_is(mend_of(book), "did you mean \"uptime\"?");
    no("BAD_VALUE", "2026-03-02", "measure uptime 99.95 --case PRT-1 --period 2026-02");
    ck_assert_text_is(mend_of(book), "write it with its percent sign: 25%");
    no("BAD_VALUE", "2026-03-02", "measure incidents 1.5 --for health --period 2026-W09");
    no("BAD_VALUE", "2026-03-02", "measure revenue 'EUR 5' --period 2026-Q1");
    no("MISSING_ARGUMENT", "2026-03-02", "measure uptime 99% --case PRT-1");
    no("NO_SUCH_PERIOD", "2026-03-02", "measure uptime 99% --case PRT-1 --period 2026-W09");
    ck_assert_text_is(mend_of(book), "write it as 2026-03, or give a day in it");
    no("PERIOD_AHEAD", "2026-03-02", "measure uptime 99% --case PRT-1 --period 2026-04");
    no("OF_WHICH_CASE", "2026-03-02", "measure uptime 99% --period 2026-02");
    no("OF_NO_CASE", "2026-03-02", "measure revenue 'USD 5' --case PRT-1 --period 2026-Q1");
    no("FOR_WHICH_MEMBER", "2026-03-02", "measure incidents 5 --period 2026-W09");
    no("NO_SUCH_MEMBER", "2026-03-02", "measure incidents 5 --for helth --period 2026-W09");
    no("FOR_NO_MEMBER", "2026-03-02", "measure revenue 'USD 5' --for health --period 2026-Q1");
    no("NO_SUCH_CASE", "2026-03-02", "measure uptime 99% --case PRT-9 --period 2026-02");
    forbid(book, "NO_POWER", "amara", "2026-03-02", "measure uptime 99% --case PRT-1 --period 2026-02");
}
END_TEST

START_TEST(another_value_for_a_period_corrects_the_first_and_the_same_is_no_news) {
    yes("2026-03-02", "measure uptime 98% --case PRT-1 --period 2026-02");
    int64_t first = measured("uptime", "PRT-2026-001", "", "2026-02-01")->entry;
    yes("2026-03-03", "measure uptime 98.0% --case PRT-1 --period 2026-02-28");
    ck_assert_uint_eq(count_entries(book, KIND_MEASURED), 1);
    yes("2026-03-03", "measure uptime 99.9% --case PRT-1 --period 2026-02");
    ck_assert_int_eq(measured("uptime", "PRT-2026-001", "", "2026-02-01")->corrects, first);
    ck_assert_text_is(measured("uptime", "PRT-2026-001", "", "2026-02-01")->came_to, "met");
}
END_TEST

START_TEST(periods_missed_one_after_another_are_counted_up_to_the_first_that_was_not) {
    State *state;
    yes("2026-06-02", "measure uptime 99% --case PRT-1 --period 2026-01");
    yes("2026-06-02", "measure uptime 99.9% --case PRT-1 --period 2026-02");
    yes("2026-06-02", "measure uptime 99% --case PRT-1 --period 2026-04");
    yes("2026-06-02", "measure uptime 99% --case PRT-1 --period 2026-05");
    state = book_state(book);
    Date may = last_measured(state, metric("uptime"), TEXT("PRT-2026-001"), (Text){0})->period;
    ck_assert_int_eq(periods_missed(state, metric("uptime"), TEXT("PRT-2026-001"), (Text){0}, may, 9), 2);
    yes("2026-06-02", "measure uptime 99% --case PRT-1 --period 2026-03");
    state = book_state(book);
    ck_assert_int_eq(periods_missed(state, metric("uptime"), TEXT("PRT-2026-001"), (Text){0}, may, 9), 3);
}
END_TEST

START_TEST(a_rule_reads_what_was_measured_last_and_says_by_which_entry) {
    yes("2026-03-02", "measure uptime 98% --case PRT-1 --period 2026-02");
    yes("2026-03-02", "measure uptime 99.5% --case PRT-1 --period 2026-01");
    int64_t entry = measured("uptime", "PRT-2026-001", "", "2026-02-01")->entry;
    allow(book, "amara", "2026-03-03", "submit PRT-1 --note 'done'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "declined");
    const Tree *body = json_of(book, last_body(book, KIND_DETERMINED));
    const Tree *fact = tree_get(tree_get(body, "reasons"), "facts")->items[0];
    ck_assert_text_is(tree_get_text(fact, "how"), "measured");
    ck_assert_text_is(tree_get_text(fact, "value"), "98%");
    ck_assert_text_is(tree_get_text(fact, "period"), "2026-02");
    ck_assert_int_eq(tree_get(fact, "entry")->number, entry);
}
END_TEST

START_TEST(what_was_never_measured_is_missing_and_named) {
    forbid(book, "UNDETERMINED", "amara", "2026-03-03", "submit PRT-1 --note 'done'");
    ck_assert_text_is(mend_of(book),
                      "it is measured with: bylaw measure uptime ... --period 2026-03 --case PRT-2026-001");
}
END_TEST

START_TEST(a_measurement_that_breaks_an_invariant_is_recorded_as_a_breach_and_not_refused) {
    yes("2026-03-02", "measure uptime 40% --case PRT-1 --period 2026-02");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->breaches.len, 1);
    yes("2026-04-02", "measure uptime 60% --case PRT-1 --period 2026-03");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->breaches.len, 0);
}
END_TEST

#define HEADS "{heads: [metric, period, value, case, for, source], rows: ["

START_TEST(a_file_of_measurements_is_entered_as_a_whole) {
    yes("2026-03-02", "import '" HEADS "{line: 2, cells: [uptime, 2026-02, 99.95%, PRT-1, \"\", report]},"
                      "{line: 3, cells: [incidents, 2026-W09, \"3\", \"\", health, \"\"]}]}' --measurements");
    ck_assert_uint_eq(count_entries(book, KIND_MEASURED), 2);
    ck_assert_text_is(measured("uptime", "PRT-2026-001", "", "2026-02-01")->source, "report");
    ck_assert_text_is(measured("incidents", "", "health", "2026-02-23")->came_to, "met");
}
END_TEST

START_TEST(every_line_that_is_refused_is_told_of_and_none_is_entered) {
    no("LINES_REFUSED", "2026-03-02",
       "import '" HEADS "{line: 2, cells: [uptime, 2026-02, 99.95%, PRT-1, \"\", \"\"]},"
       "{line: 3, cells: [uptime, 2026-02-03, 99.9%, PRT-1, \"\", \"\"]},"
       "{line: 4, cells: [uptime, 2026-02, \"99\", PRT-1, \"\", \"\"]},"
       "{line: 5, cells: [uptime, 2026-02, 99%]},"
       "{line: 6, cells: [\"\", 2026-02, 99%, PRT-1, \"\", \"\"]}]}' --measurements");
    ck_assert_text_is(sentence_of(book), "4 lines of 5 cannot be entered, so none was");
    const Tree *lines = book->refusal.lines;
    ck_assert_uint_eq(tree_len(lines), 4);
    ck_assert_text_is(tree_get_text(lines->items[0], "sentence"),
                      "uptime of PRT-2026-001 in 2026-02 stands in line 2 too");
    ck_assert_int_eq(tree_get(lines->items[3], "line")->number, 6);
    ck_assert_uint_eq(count_entries(book, KIND_MEASURED), 0);
    no("NO_SUCH_COLUMN", "2026-03-02", "import '{heads: [metrc], rows: []}' --measurements");
    ck_assert_text_is(mend_of(book), "did you mean \"metric\"?");
    no("COLUMN_LACKS", "2026-03-02", "import '{heads: [metric, value], rows: []}' --measurements");
    no("NO_MEASUREMENTS", "2026-03-02", "import '{people: []}' --measurements");
    no("MEASUREMENTS_MEANT", "2026-03-02", "import '{heads: [metric, period, value], rows: []}'");
    forbid(book, "NO_POWER", "amara", "2026-03-02",
           "import '{heads: [metric, period, value], rows: []}' --measurements");
}
END_TEST

Suite *measuring_suite(void) {
    Suite *suite = suite_create("measuring");
    TCase *tests = tcase_create("measurements");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_was_measured_stands_with_its_period_its_giver_and_whether_it_meets_its_target);
    tcase_add_test(tests, a_metric_of_the_organisation_is_of_no_case_and_one_for_each_member_of_one);
    tcase_add_test(tests, what_cannot_be_measured_so_is_refused);
    tcase_add_test(tests, another_value_for_a_period_corrects_the_first_and_the_same_is_no_news);
    tcase_add_test(tests, periods_missed_one_after_another_are_counted_up_to_the_first_that_was_not);
    tcase_add_test(tests, a_rule_reads_what_was_measured_last_and_says_by_which_entry);
    tcase_add_test(tests, what_was_never_measured_is_missing_and_named);
    tcase_add_test(tests, a_measurement_that_breaks_an_invariant_is_recorded_as_a_breach_and_not_refused);
    tcase_add_test(tests, a_file_of_measurements_is_entered_as_a_whole);
    tcase_add_test(tests, every_line_that_is_refused_is_told_of_and_none_is_entered);
    suite_add_tcase(suite, tests);
    return suite;
}
