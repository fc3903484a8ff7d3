/* Periods of a cadence, by the calendar. */
#include "check_more.h"
#include "value/period.h"

static Arena *arena;

static void setup(void) {
    arena = arena_new(0);
}

static void teardown(void) {
    arena_free(arena);
}

static Date d(const char *text) {
    Date date = DATE_NONE;
    ck_assert_msg(date_parse(text_of(text), &date), "%s", text);
    return date;
}

static void lies_in(Cadence cadence, const char *day, const char *first, const char *label) {
    Date period = period_of(cadence, d(day));
    ck_assert_text_is(date_text(arena, period), first);
    ck_assert_text_is(period_text(arena, cadence, period), label);
}

static void reads(Cadence cadence, const char *text, const char *first) {
    Date period = DATE_NONE;
    ck_assert_msg(period_parse(text_of(text), cadence, &period), "%s", text);
    ck_assert_text_is(date_text(arena, period), first);
}

static void refuses(Cadence cadence, const char *text) {
    Date period;
    ck_assert_msg(!period_parse(text_of(text), cadence, &period), "%s", text);
}

START_TEST(a_day_lies_in_a_period_that_is_known_by_its_first_day) {
    lies_in(CADENCE_DAILY, "2026-09-14", "2026-09-14", "2026-09-14");
    lies_in(CADENCE_WEEKLY, "2026-09-20", "2026-09-14", "2026-W38");
    lies_in(CADENCE_MONTHLY, "2026-09-30", "2026-09-01", "2026-09");
    lies_in(CADENCE_QUARTERLY, "2026-09-30", "2026-07-01", "2026-Q3");
    lies_in(CADENCE_YEARLY, "2026-12-31", "2026-01-01", "2026");
}
END_TEST

START_TEST(a_week_is_of_the_year_that_its_thursday_lies_in) {
    lies_in(CADENCE_WEEKLY, "2027-01-03", "2026-12-28", "2026-W53");
    lies_in(CADENCE_WEEKLY, "2024-12-30", "2024-12-30", "2025-W01");
    reads(CADENCE_WEEKLY, "2026-W53", "2026-12-28");
    refuses(CADENCE_WEEKLY, "2025-W53");
}
END_TEST

START_TEST(a_period_is_read_by_its_label_or_by_a_day_in_it) {
    reads(CADENCE_DAILY, "2026-09-14", "2026-09-14");
    reads(CADENCE_WEEKLY, "2026-W38", "2026-09-14");
    reads(CADENCE_MONTHLY, "2026-09", "2026-09-01");
    reads(CADENCE_MONTHLY, "2026-09-30", "2026-09-01");
    reads(CADENCE_QUARTERLY, "2026-Q4", "2026-10-01");
    reads(CADENCE_YEARLY, "2026", "2026-01-01");
}
END_TEST

START_TEST(what_is_no_period_of_the_cadence_is_none) {
    refuses(CADENCE_DAILY, "2026-09");
    refuses(CADENCE_WEEKLY, "2026-W00");
    refuses(CADENCE_WEEKLY, "2026-09");
    refuses(CADENCE_MONTHLY, "2026-13");
    refuses(CADENCE_MONTHLY, "2026-9");
    refuses(CADENCE_MONTHLY, "2026-Q3");
    refuses(CADENCE_QUARTERLY, "2026-Q5");
    refuses(CADENCE_QUARTERLY, "2026-Q0");
    refuses(CADENCE_YEARLY, "26");
    refuses(CADENCE_YEARLY, "2026-");
    refuses(CADENCE_YEARLY, "");
}
END_TEST

START_TEST(periods_follow_one_another_without_a_gap_and_are_written_as_they_are_read) {
    for (int cadence = CADENCE_DAILY; cadence <= CADENCE_YEARLY; cadence++) {
        Date first = period_of((Cadence)cadence, d("1999-12-31"));
        for (int i = 0; i < 600; i++) {
            Date next = period_after((Cadence)cadence, first), read;
            ck_assert_int_eq(period_of((Cadence)cadence, next - 1), first);
            ck_assert_int_eq(period_of((Cadence)cadence, next), next);
            ck_assert_int_eq(period_before((Cadence)cadence, next), first);
            ck_assert(period_parse(period_text(arena, (Cadence)cadence, first), (Cadence)cadence, &read));
            ck_assert_int_eq(read, first);
            first = next;
        }
    }
}
END_TEST

START_TEST(before_the_first_day_and_after_the_last_there_is_no_period) {
    ck_assert_int_eq(period_before(CADENCE_YEARLY, DATE_FIRST), DATE_NONE);
    ck_assert_int_eq(period_after(CADENCE_MONTHLY, d("9999-12-01")), DATE_NONE);
    ck_assert_int_eq(period_of(CADENCE_WEEKLY, DATE_FIRST), DATE_FIRST);
    period_text(arena, CADENCE_WEEKLY, period_of(CADENCE_WEEKLY, DATE_LAST));
}
END_TEST

Suite *periods_suite(void) {
    Suite *suite = suite_create("periods");
    TCase *tests = tcase_create("periods");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_day_lies_in_a_period_that_is_known_by_its_first_day);
    tcase_add_test(tests, a_week_is_of_the_year_that_its_thursday_lies_in);
    tcase_add_test(tests, a_period_is_read_by_its_label_or_by_a_day_in_it);
    tcase_add_test(tests, what_is_no_period_of_the_cadence_is_none);
    tcase_add_test(tests, periods_follow_one_another_without_a_gap_and_are_written_as_they_are_read);
    tcase_add_test(tests, before_the_first_day_and_after_the_last_there_is_no_period);
    suite_add_tcase(suite, tests);
    return suite;
}
