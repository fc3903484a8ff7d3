/* Triggers: what each fires on, for which cases, when it rests, and that late is as good as on time. */
#include "fixture.h"
#include <string.h>

#define METRICS                                                                                              \
    "powers {\n  | act | who |\n  | measure | clerk |\n}\n"                                                  \
    "metric uptime : percent of partnership {\n  target >= 99.9%\n  measured monthly\n}\n"                   \
    "metric revenue : money USD {\n  target > USD 500\n  measured monthly\n}\n"
#define TRIGGER(of, lines) METRICS "trigger alarm " of " source \"§6.2\" {\n" lines "  opens watching\n}\n"

static const char WORKFLOW[] =
    "workflow: watching\ntitle: Watching\nof: partnership\nstart: waiting\nsteps:\n"
    "  waiting:\n    task: Wait\n    by: business_development\n    within: 3 months\n    next:\n"
    "      - when: annual_value = USD 9\n        to: agreed\n      - to: declined\n"
    "  agreed: { end: approved%s }\n  declined: { end: declined }\n";

static Arena *arena;
static Book *book;

static Book *new_book(const char *rules, const char *ongoing) {
    book = book_with(arena, rules, text_format(arena, WORKFLOW, ongoing).at);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: dina, name: Dina, roles: [clerk]}, "
          "{key: amara, name: Amara, roles: [business_development]}]}'");
    return book;
}

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(arena);
    book = NULL;
}

static void amara(const char *when, const char *line) {
    allow(book, "amara", when, line);
}

static void dina(const char *when, const char *line) {
    allow(book, "dina", when, line);
}

static void measure(const char *when, const char *period, const char *value) {
    dina(when, text_format(arena, "measure uptime %s --case PRT-1 --period %s", value, period).at);
}

static void advance(const char *when) {
    act(book, "dina", when, "advance");
}

static size_t fired(void) {
    return count_entries(book, KIND_TRIGGERED);
}

static Text said(EntryKind kind, const char *field) {
    return tree_get_text(json_of(book, last_body(book, kind)), field);
}

static const Tree *read_of_last(void) {
    return tree_get(json_of(book, last_body(book, KIND_TRIGGERED)), "read");
}

/* --- a missed target ------------------------------------------------------------------------------------ */

#define MISSES                                                                                               \
    TRIGGER("of partnership", "  when uptime misses target for 2 consecutive periods\n"                      \
                              "  because \"Performance\"\n  rests 90 days\n")

START_TEST(two_periods_below_the_target_open_a_case_that_says_why) {
    new_book(MISSES, "");
    amara("2026-02-02", "open watching name=MedData vertical=health");
    measure("2026-03-02", "2026-02", "99%");
    advance("2026-03-03");
    ck_assert_uint_eq(fired(), 0);
    measure("2026-04-02", "2026-03", "98.5%");
    ck_assert_uint_eq(fired(), 0);
    advance("2026-04-02");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said(KIND_TRIGGERED, "subject"), "PRT-2026-001");
    ck_assert_text_is(said(KIND_TRIGGERED, "cause"), "when uptime misses target for 2 consecutive periods");
    ck_assert_text_is(said(KIND_TRIGGERED, "because"), "Performance");
    ck_assert_text_is(tree_get_text(tree_get(read_of_last(), "2026-02"), "value"), "99%");
    ck_assert_text_is(tree_get_text(tree_get(read_of_last(), "2026-03"), "value"), "98.5%");
    const CaseState *opened = book_case(book, "PRT-2026-002");
    ck_assert_text_is(opened->about, "PRT-2026-001");
    ck_assert_text_is(opened->trigger, "alarm");
    ck_assert_text_is(opened->workflow, "watching");
}
END_TEST

START_TEST(facts_of_the_same_group_are_carried_and_stay_their_givers) {
    new_book(MISSES, "");
    amara("2026-02-02", "open watching name=MedData vertical=health");
    measure("2026-03-02", "2026-02", "99%");
    measure("2026-03-02", "2026-01", "99%");
    advance("2026-03-02");
    const CaseState *opened = book_case(book, "PRT-2026-002");
    const FactState *name = case_fact(opened, TEXT("name"));
    ck_assert_text_is(tree_get_text(name->value, "value"), "MedData");
    ck_assert(text_equal(name->giver, case_fact(book_case(book, "PRT-2026-001"), TEXT("name"))->giver));
}
END_TEST

START_TEST(who_opened_a_case_may_state_facts_in_what_a_trigger_has_opened_about_it) {
    new_book(MISSES, "");
    amara("2026-02-02", "open watching name=MedData vertical=health");
    measure("2026-03-02", "2026-02", "99%");
    measure("2026-03-02", "2026-01", "99%");
    advance("2026-03-02");
    amara("2026-03-03", "submit PRT-2 vertical=finance");
    forbid(book, "NOT_YOURS_TO_STATE", "dina", "2026-03-03", "submit PRT-2 vertical=health");
}
END_TEST

START_TEST(a_period_that_was_met_between_is_no_row_of_misses) {
    new_book(MISSES, "");
    amara("2026-02-02", "open watching name=A");
    measure("2026-06-02", "2026-02", "99%");
    measure("2026-06-02", "2026-03", "99.9%");
    measure("2026-06-02", "2026-04", "99%");
    measure("2026-06-02", "2026-06", "99%");
    advance("2026-06-03");
    ck_assert_uint_eq(fired(), 0);
    measure("2026-06-03", "2026-05", "99%");
    advance("2026-06-04");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_uint_eq(tree_len(read_of_last()), 2);
    ck_assert_ptr_nonnull(tree_get(read_of_last(), "2026-06"));
}
END_TEST

START_TEST(it_rests_after_firing_and_then_fires_again) {
    new_book(MISSES, "");
    amara("2026-02-02", "open watching name=A");
    measure("2026-03-02", "2026-01", "99%");
    measure("2026-03-02", "2026-02", "99%");
    measure("2026-04-02", "2026-03", "99%");
    measure("2026-05-30", "2026-04", "99%");
    advance("2026-05-30");
    ck_assert_uint_eq(fired(), 1);
    measure("2026-05-31", "2026-05", "99%");
    advance("2026-05-31");
    ck_assert_uint_eq(fired(), 2);
    ck_assert_text_is(said(KIND_TRIGGERED, "on"), "2026-05-31");
}
END_TEST

START_TEST(a_correction_of_what_it_has_fired_on_is_no_news) {
    new_book(TRIGGER("of partnership", "  when uptime misses target\n"), "");
    amara("2026-02-02", "open watching name=A");
    measure("2026-03-02", "2026-02", "99%");
    advance("2026-03-02");
    measure("2026-03-03", "2026-02", "98%");
    advance("2026-03-04");
    ck_assert_uint_eq(fired(), 1);
    measure("2026-04-02", "2026-03", "98%");
    advance("2026-04-03");
    ck_assert_uint_eq(fired(), 2);
}
END_TEST

START_TEST(what_a_trigger_has_opened_it_does_not_watch_and_what_is_measured_of_it_is_of_the_other) {
    new_book(TRIGGER("of partnership", "  when uptime misses target\n"), "");
    amara("2026-02-02", "open watching name=A");
    measure("2026-03-02", "2026-02", "99%");
    advance("2026-03-02");
    dina("2026-04-02", "measure uptime 98% --case PRT-2 --period 2026-03");
    ck_assert_text_is(said(KIND_MEASURED, "subject"), "PRT-2026-001");
    advance("2026-04-03");
    ck_assert_uint_eq(fired(), 2);
    ck_assert_text_is(said(KIND_TRIGGERED, "subject"), "PRT-2026-001");
}
END_TEST

START_TEST(what_the_organisation_misses_fires_for_each_case_of_the_group_and_once_for_a_trigger_of_none) {
    new_book(TRIGGER("of partnership", "  when revenue misses target\n") "trigger whole {\n"
                                                                         "  when revenue misses target\n"
                                                                         "  opens watching\n}\n",
             "");
    amara("2026-02-02", "open watching name=A");
    amara("2026-02-02", "open watching name=B");
    dina("2026-03-02", "measure revenue 'USD 500' --period 2026-02");
    advance("2026-03-03");
    ck_assert_uint_eq(fired(), 3);
    ck_assert_text_is(book_case(book, "PRT-2026-003")->trigger, "whole");
    ck_assert_text_is(book_case(book, "PRT-2026-004")->about, "PRT-2026-001");
    ck_assert_text_is(book_case(book, "PRT-2026-005")->about, "PRT-2026-002");
}
END_TEST

/* --- facts ---------------------------------------------------------------------------------------------- */

START_TEST(a_fact_that_is_stated_anew_and_differs_fires_with_what_it_was_and_is) {
    new_book(TRIGGER("of partnership", "  when vertical changed\n"), "");
    amara("2026-02-02", "open watching name=A");
    amara("2026-02-03", "submit PRT-1 vertical=health");
    amara("2026-02-04", "submit PRT-1 vertical=health");
    advance("2026-02-05");
    ck_assert_uint_eq(fired(), 0);
    amara("2026-02-06", "submit PRT-1 vertical=finance");
    advance("2026-02-07");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said(KIND_TRIGGERED, "on"), "2026-02-06");
    ck_assert_text_is(tree_get_text(tree_get(read_of_last(), "was"), "value"), "health");
    ck_assert_text_is(tree_get_text(tree_get(read_of_last(), "is"), "value"), "finance");
}
END_TEST

/* --- conditions ----------------------------------------------------------------------------------------- */

START_TEST(a_condition_fires_when_it_comes_to_hold_and_not_again_before_it_has_ceased_to) {
    new_book(TRIGGER("of partnership", "  when annual_value > USD 1_000\n"), "");
    amara("2026-02-02", "open watching name=A annual_value='USD 5'");
    amara("2026-02-03", "submit PRT-1 annual_value='USD 2_000'");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_MET), 1);
    amara("2026-02-04", "submit PRT-1 annual_value='USD 3_000'");
    amara("2026-02-05", "submit PRT-1 annual_value='USD 4_000'");
    ck_assert_uint_eq(fired(), 1);
    amara("2026-02-06", "submit PRT-1 annual_value='USD 4'");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_LEFT), 1);
    amara("2026-02-07", "submit PRT-1 annual_value='USD 5_000'");
    advance("2026-02-08");
    ck_assert_uint_eq(fired(), 2);
}
END_TEST

#define ON_DAY                                                                                               \
    TRIGGER("of partnership", "  when today >= 2026-03-10 and annual_value > USD 1\n  rests 1 month\n")

START_TEST(a_day_can_bring_a_condition_about) {
    new_book(ON_DAY, "");
    amara("2026-02-02", "open watching name=A annual_value='USD 5'");
    advance("2026-03-09");
    ck_assert_uint_eq(fired(), 0);
    advance("2026-03-10");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said(KIND_TRIGGERED, "on"), "2026-03-10");
}
END_TEST

START_TEST(no_condition_is_looked_at_on_days_before_the_case_was_opened) {
    new_book(TRIGGER("of partnership", "  when today >= 2026-02-10\n"), "");
    amara("2026-02-01", "open watching name=A annual_value='USD 5'");
    amara("2026-02-02", "submit PRT-1 --note 'no more'");
    amara("2026-03-02", "open watching name=B");
    advance("2026-03-05");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_LEFT), 0);
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said(KIND_TRIGGERED, "on"), "2026-03-02");
}
END_TEST

/* --- counts --------------------------------------------------------------------------------------------- */

START_TEST(so_many_cases_in_a_time_fire_with_the_case_that_makes_them_so_many) {
    new_book(TRIGGER("", "  when 3 cases of watching within 30 days\n"), "");
    amara("2026-02-01", "open watching name=A");
    amara("2026-03-02", "open watching name=B");
    amara("2026-03-03", "open watching name=C");
    advance("2026-03-04");
    ck_assert_uint_eq(fired(), 0);
    amara("2026-03-31", "open watching name=D");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_uint_eq(tree_len(read_of_last()), 3);
    ck_assert_ptr_nonnull(tree_get(read_of_last(), "PRT-2026-002"));
    amara("2026-04-01", "open watching name=E");
    advance("2026-04-02");
    ck_assert_uint_eq(fired(), 1);
}
END_TEST

/* --- days ----------------------------------------------------------------------------------------------- */

#define DAYS TRIGGER("", "  on 2026-03-16\n  every quarter\n  every \"FREQ=MONTHLY;BYDAY=1MO;COUNT=3\"\n")

START_TEST(its_days_open_a_case_each_on_its_day) {
    new_book(DAYS, "");
    advance("2026-03-31");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_text_is(said(KIND_TRIGGERED, "on"), "2026-03-16");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 2);
    ck_assert_text_is(said(KIND_TRIGGERED, "cause"), "every quarter");
    ck_assert_text_is(said(KIND_CASE_OPENED, "trigger"), "alarm");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 2);
}
END_TEST

#define MONTHLY TRIGGER("of partnership", "  every month\n")

START_TEST(a_cadence_fires_for_each_case_that_is_open) {
    new_book(MONTHLY, "");
    amara("2026-02-01", "open watching name=A annual_value='USD 5'");
    amara("2026-02-15", "open watching name=B");
    advance("2026-03-01");
    ck_assert_uint_eq(fired(), 2);
    amara("2026-03-02", "submit PRT-1 --note 'no more'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "declined");
    advance("2026-04-02");
    ck_assert_uint_eq(fired(), 3);
    ck_assert_text_is(said(KIND_TRIGGERED, "subject"), "PRT-2026-002");
}
END_TEST

START_TEST(a_case_that_has_ended_is_watched_for_what_its_end_says_goes_on) {
    new_book(MONTHLY, ", ongoing: [watching]");
    amara("2026-02-01", "open watching name=A annual_value='USD 9'");
    amara("2026-02-02", "submit PRT-1 --note 'yes'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "approved");
    advance("2026-03-01");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 2);
    ck_assert_text_is(book_case(book, "PRT-2026-003")->about, "PRT-2026-001");
}
END_TEST

START_TEST(on_other_days_than_those_on_which_it_is_in_force_it_opens_nothing) {
    new_book(TRIGGER("of partnership", "  in_force from 2026-04-01\n  as_of today\n  every month\n"), "");
    amara("2026-02-01", "open watching name=A");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 1);
    ck_assert_uint_eq(count_entries(book, KIND_TRIGGER_PASSED), 1);
    ck_assert_text_is(said(KIND_TRIGGER_PASSED, "why"), "not in force");
}
END_TEST

START_TEST(a_case_that_cannot_begin_is_recorded_and_stands_in_nobodys_way) {
    new_book(MONTHLY "guard never before waiting {\n  requires annual_value > USD 5\n}\n", "");
    forbid(book, "UNDETERMINED", "amara", "2026-02-01", "open watching name=A");
    amara("2026-02-01", "open watching name=A annual_value='USD 6'");
    amara("2026-02-02", "submit PRT-1 annual_value='USD 2'");
    advance("2026-03-01");
    ck_assert_uint_eq(fired(), 0);
    ck_assert_text_is(said(KIND_TRIGGER_PASSED, "refusal"), "GUARDED");
    amara("2026-03-02", "submit PRT-1 annual_value='USD 6'");
    advance("2026-04-01");
    ck_assert_uint_eq(fired(), 1);
}
END_TEST

/* --- late, twice ---------------------------------------------------------------------------------------- */

#define LATE                                                                                                 \
    MONTHLY "trigger by_day of partnership {\n  when today >= 2026-04-20\n  opens watching\n}\n"             \
            "trigger book {\n  every quarter\n  opens watching\n}\n"

static void open_two(void) {
    new_book(LATE, "");
    amara("2026-02-01", "open watching name=A");
    amara("2026-02-10", "open watching name=B");
}

/* Entries name others by their number, and these differ: what is compared is what was opened, when, and why.
 */
static Text opened_cases(void) {
    Buf buf = buf_new(arena);
    for (int i = 1; i < 20; i++) {
        const CaseState *found = book_case(book, text_format(arena, "PRT-2026-%03d", i).at);
        if (!found) break;
        buf_format(&buf, "%d %.*s %.*s %.*s %.*s due %.*s\n", i, TEXT_ARG(found->trigger),
                   TEXT_ARG(found->about), TEXT_ARG(date_text(arena, found->opened)),
                   TEXT_ARG(found->outcome), TEXT_ARG(date_text(arena, found->steps.at[0].due)));
    }
    return buf_done(&buf);
}

START_TEST(an_advance_that_comes_late_comes_to_the_same_as_one_each_day) {
    Date first = 0, last = 0;
    ck_assert(date_parse(TEXT("2026-02-11"), &first) && date_parse(TEXT("2026-05-20"), &last));
    open_two();
    for (Date day = first; day <= last; day++) {
        advance(date_text(arena, day).at);
        advance(date_text(arena, day).at);
    }
    Text on_time = opened_cases();
    size_t times = fired();
    check_replay(book);
    open_two();
    advance("2026-05-20");
    Text late = opened_cases();
    ck_assert_msg(text_equal(late, on_time), "%.*s\n%.*s", TEXT_ARG(on_time), TEXT_ARG(late));
    ck_assert_uint_eq(fired(), times);
}
END_TEST

Suite *triggering_suite(void) {
    Suite *suite = suite_create("triggering");
    TCase *tests = tcase_create("triggers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, two_periods_below_the_target_open_a_case_that_says_why);
    tcase_add_test(tests, facts_of_the_same_group_are_carried_and_stay_their_givers);
    tcase_add_test(tests, who_opened_a_case_may_state_facts_in_what_a_trigger_has_opened_about_it);
    tcase_add_test(tests, a_period_that_was_met_between_is_no_row_of_misses);
    tcase_add_test(tests, it_rests_after_firing_and_then_fires_again);
    tcase_add_test(tests, a_correction_of_what_it_has_fired_on_is_no_news);
    tcase_add_test(tests,
                   what_a_trigger_has_opened_it_does_not_watch_and_what_is_measured_of_it_is_of_the_other);
    tcase_add_test(
        tests, what_the_organisation_misses_fires_for_each_case_of_the_group_and_once_for_a_trigger_of_none);
    tcase_add_test(tests, a_fact_that_is_stated_anew_and_differs_fires_with_what_it_was_and_is);
    tcase_add_test(tests, a_condition_fires_when_it_comes_to_hold_and_not_again_before_it_has_ceased_to);
    tcase_add_test(tests, a_day_can_bring_a_condition_about);
    tcase_add_test(tests, no_condition_is_looked_at_on_days_before_the_case_was_opened);
    tcase_add_test(tests, so_many_cases_in_a_time_fire_with_the_case_that_makes_them_so_many);
    tcase_add_test(tests, its_days_open_a_case_each_on_its_day);
    tcase_add_test(tests, a_cadence_fires_for_each_case_that_is_open);
    tcase_add_test(tests, a_case_that_has_ended_is_watched_for_what_its_end_says_goes_on);
    tcase_add_test(tests, on_other_days_than_those_on_which_it_is_in_force_it_opens_nothing);
    tcase_add_test(tests, a_case_that_cannot_begin_is_recorded_and_stands_in_nobodys_way);
    tcase_add_test(tests, an_advance_that_comes_late_comes_to_the_same_as_one_each_day);
    suite_add_tcase(suite, tests);
    return suite;
}
