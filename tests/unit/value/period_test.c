#include "check_more.h"
#include "value/date.h"

static Arena *arena;

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    arena_free(arena);
}

static Date day(const char *written) {
    Date date;
    ck_assert(date_parse(text_of(written), &date));
    return date;
}

static void ck_assert_period(Cadence cadence, const char *in, const char *from, const char *until) {
    Date next;
    Date start = period_start(cadence, day(in));
    ck_assert_text_is(date_text(arena, start), from);
    ck_assert(period_next(cadence, start, &next));
    ck_assert_text_is(date_text(arena, next), until);
}

START_TEST(a_day_is_in_one_period_of_each_cadence) {
    ck_assert_period(CADENCE_DAILY, "2026-08-31", "2026-08-31", "2026-09-01");
    ck_assert_period(CADENCE_WEEKLY, "2026-08-30", "2026-08-24", "2026-08-31");
    ck_assert_period(CADENCE_WEEKLY, "2026-08-31", "2026-08-31", "2026-09-07");
    ck_assert_period(CADENCE_MONTHLY, "2028-02-29", "2028-02-01", "2028-03-01");
    ck_assert_period(CADENCE_QUARTERLY, "2026-09-30", "2026-07-01", "2026-10-01");
    ck_assert_period(CADENCE_QUARTERLY, "2026-10-01", "2026-10-01", "2027-01-01");
    ck_assert_period(CADENCE_YEARLY, "2026-12-31", "2026-01-01", "2027-01-01");
}
END_TEST

START_TEST(periods_follow_one_another_without_a_gap) {
    for (int cadence = CADENCE_DAILY; cadence <= CADENCE_YEARLY; cadence++) {
        Date start = period_start((Cadence)cadence, day("2023-11-17")), next;
        for (int i = 0; i < 600; i++, start = next) {
            ck_assert(period_next((Cadence)cadence, start, &next));
            ck_assert_int_gt(next, start);
            ck_assert_int_eq(period_start((Cadence)cadence, next - 1), start);
            ck_assert_int_eq(period_start((Cadence)cadence, next), next);
        }
    }
}
END_TEST

START_TEST(the_first_and_the_last_day_there_is_are_in_periods_too) {
    Date next;
    ck_assert_int_eq(period_start(CADENCE_WEEKLY, DATE_FIRST), DATE_FIRST);
    ck_assert_int_eq(period_start(CADENCE_YEARLY, DATE_FIRST), DATE_FIRST);
    ck_assert(!period_next(CADENCE_YEARLY, period_start(CADENCE_YEARLY, DATE_LAST), &next));
    ck_assert(!period_next(CADENCE_DAILY, DATE_LAST, &next));
}
END_TEST

Suite *period_test_suite(void) {
    Suite *suite = suite_create("periods");
    TCase *tests = tcase_create("periods");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_day_is_in_one_period_of_each_cadence);
    tcase_add_test(tests, periods_follow_one_another_without_a_gap);
    tcase_add_test(tests, the_first_and_the_last_day_there_is_are_in_periods_too);
    suite_add_tcase(suite, tests);
    return suite;
}
