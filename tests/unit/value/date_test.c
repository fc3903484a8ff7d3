#include "check_more.h"
#include "value/date.h"

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

static bool leap(int year) {
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

START_TEST(every_day_of_every_year_has_its_number) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Date count = DATE_FIRST;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap(year) ? 1 : 0);
            for (int day = 1; day <= length; day++, count++) {
                Date date;
                CivilDate civil = date_to_civil(count);
                if (!date_from_civil((CivilDate){year, month, day}, &date) || date != count ||
                    civil.year != year || civil.month != month || civil.day != day)
                    ck_abort_msg("%d-%d-%d is not day %d", year, month, day, (int)count);
            }
            Date none;
            ck_assert(!date_from_civil((CivilDate){year, month, length + 1}, &none));
        }
    ck_assert_int_eq(count - 1, DATE_LAST);
    ck_assert_int_eq(d("1970-01-01"), 0);
}
END_TEST

START_TEST(weekdays_follow_one_another) {
    ck_assert_int_eq(date_weekday(d("1970-01-01")), 3);
    ck_assert_int_eq(date_weekday(d("2026-03-02")), 0);
    ck_assert_int_eq(date_weekday(d("2000-02-29")), 1);
    for (Date date = DATE_FIRST; date < DATE_LAST; date++)
        if (date_weekday(date + 1) != (date_weekday(date) + 1) % 7) ck_abort_msg("day %d", (int)date);
}
END_TEST

START_TEST(a_date_is_written_and_read_in_one_form) {
    ck_assert_text_is(date_text(arena, d("2026-03-02")), "2026-03-02");
    ck_assert_text_is(date_text(arena, DATE_FIRST), "0001-01-01");
    ck_assert_text_is(date_text(arena, DATE_LAST), "9999-12-31");
    const char *bad[] = {"",           "2026-3-2",   "2026-02-29", "2100-02-29", "2026-13-01",  "2026-00-10",
                         "2026-04-31", "2026-04-00", "0000-01-01", "20260302",   "2026-03-02 ", " 2026-03-02",
                         "2026/03/02", "+026-03-02", "2026-03-0x", "2026-03-02T"};
    Date date;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!date_parse(text_of(bad[i]), &date), "%s", bad[i]);
}
END_TEST

START_TEST(a_month_later_is_the_same_day_or_the_last) {
    const struct {
        const char *from;
        int months;
        const char *to;
    } cases[] = {{"2026-01-31", 1, "2026-02-28"},  {"2024-01-31", 1, "2024-02-29"},
                 {"2026-03-31", -1, "2026-02-28"}, {"2026-05-31", 1, "2026-06-30"},
                 {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
                 {"2026-12-15", 1, "2027-01-15"},  {"2026-01-15", -1, "2025-12-15"},
                 {"2026-01-31", 0, "2026-01-31"},  {"0001-01-31", 1, "0001-02-28"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Date date;
        ck_assert(date_add_months(d(cases[i].from), cases[i].months, &date));
        ck_assert_text_is(date_text(arena, date), cases[i].to);
    }
    Date date;
    ck_assert(!date_add_months(DATE_LAST, 1, &date) && !date_add_months(DATE_FIRST, -1, &date));
    ck_assert(!date_add_months(DATE_LAST, INT32_MAX, &date) &&
              !date_add_months(DATE_FIRST, INT32_MIN, &date));
    ck_assert(!date_add_days(DATE_LAST, 1, &date) && !date_add_days(DATE_FIRST, INT64_MIN, &date));
    ck_assert(date_add_days(DATE_FIRST, DATE_LAST - DATE_FIRST, &date) && date == DATE_LAST);
}
END_TEST

START_TEST(an_instant_keeps_its_offset) {
    const char *cases[][2] = {{"2026-03-02T10:00:00-05:00", "2026-03-02T10:00:00-05:00"},
                              {"2026-03-02T10:00:00Z", "2026-03-02T10:00:00+00:00"},
                              {"2026-12-31T23:59:59+05:30", "2026-12-31T23:59:59+05:30"},
                              {"1969-12-31T23:59:59-00:30", "1969-12-31T23:59:59-00:30"},
                              {"0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"},
                              {"9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Moment moment;
        ck_assert_msg(moment_parse(text_of(cases[i][0]), &moment), "%s", cases[i][0]);
        ck_assert_text_is(moment_text(arena, moment), cases[i][1]);
        ck_assert_text_eq(date_text(arena, moment_date(moment)), text_part(text_of(cases[i][0]), 0, 10));
    }
    Moment moment;
    ck_assert(moment_parse(TEXT("2026-03-02T10:00:00-05:00"), &moment));
    ck_assert_int_eq(moment.utc, 1772463600);
    ck_assert_int_eq(moment.offset, -18000);
}
END_TEST

START_TEST(instants_are_compared_by_when_they_are_not_by_their_clocks) {
    Moment here, there;
    ck_assert(moment_parse(TEXT("2026-03-02T10:00:00-05:00"), &here));
    ck_assert(moment_parse(TEXT("2026-03-02T15:00:00Z"), &there));
    ck_assert_int_eq(moment_compare(here, there), 0);
    there.utc++;
    ck_assert_int_eq(moment_compare(here, there), -1);
    ck_assert_int_eq(moment_compare(there, here), 1);
}
END_TEST

START_TEST(what_is_no_instant_is_refused) {
    const char *bad[] = {"2026-03-02",
                         "2026-03-02T10:00:00",
                         "2026-03-02T10:00Z",
                         "2026-03-02T24:00:00Z",
                         "2026-03-02T10:60:00Z",
                         "2026-03-02T23:59:60Z",
                         "2026-03-02 10:00:00Z",
                         "2026-02-29T10:00:00Z",
                         "2026-03-02T10:00:00.5Z",
                         "2026-03-02T10:00:00-0500",
                         "2026-03-02T10:00:00+24:00",
                         "2026-03-02T10:00:00+05:60",
                         "2026-03-02T10:00:00-00:00",
                         "2026-03-02t10:00:00z",
                         "2026-03-02T10:00:00Z ",
                         ""};
    Moment moment;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!moment_parse(text_of(bad[i]), &moment), "%s", bad[i]);
}
END_TEST

/* Monday to Friday, listed from 2026 to 2027. */
static const Calendar *company(void) {
    static Date holidays[4];
    static Calendar calendar = {
        TEXT_ROW("company"), {true, true, true, true, true, false, false}, 2026, 2027, holidays, 4};
    holidays[0] = d("2026-01-01");
    holidays[1] = d("2026-12-24");
    holidays[2] = d("2026-12-25");
    holidays[3] = d("2027-01-01");
    return &calendar;
}

START_TEST(working_days_leave_out_weekends_and_holidays) {
    const struct {
        const char *from;
        int64_t days;
        const char *to;
    } cases[] = {
        {"2026-03-02", 1, "2026-03-03"},  {"2026-03-06", 1, "2026-03-09"}, {"2026-03-07", 1, "2026-03-09"},
        {"2026-03-02", 10, "2026-03-16"}, {"2026-12-23", 1, "2026-12-28"}, {"2026-12-23", 5, "2027-01-04"},
        {"2025-12-31", 1, "2026-01-02"},  {"2026-03-07", 0, "2026-03-07"}, {"2026-12-28", -1, "2026-12-23"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Date date;
        ck_assert(
            duration_after(company(), d(cases[i].from), (Duration){cases[i].days, UNIT_WORKING_DAYS}, &date));
        ck_assert_text_is(date_text(arena, date), cases[i].to);
    }
}
END_TEST

START_TEST(past_the_listed_years_nothing_is_known) {
    Date date;
    bool works;
    ck_assert(duration_after(company(), d("2027-12-30"), (Duration){1, UNIT_WORKING_DAYS}, &date));
    ck_assert(!duration_after(company(), d("2027-12-31"), (Duration){1, UNIT_WORKING_DAYS}, &date));
    ck_assert(!duration_after(company(), d("2026-01-02"), (Duration){INT64_MAX, UNIT_WORKING_DAYS}, &date));
    ck_assert(!duration_after(company(), d("2025-12-30"), (Duration){1, UNIT_WORKING_DAYS}, &date));
    ck_assert(!duration_after(NULL, d("2026-01-02"), (Duration){1, UNIT_WORKING_DAYS}, &date));
    ck_assert(!calendar_is_working(company(), d("2028-01-03"), &works));
    ck_assert(calendar_is_working(company(), d("2026-12-25"), &works) && !works);
    ck_assert(calendar_is_working(company(), d("2026-12-23"), &works) && works);
}
END_TEST

START_TEST(working_days_agree_with_counting_them) {
    for (Date from = d("2026-01-01"); from < d("2027-06-01"); from += 3)
        for (int64_t days = 1; days <= 40; days += 13) {
            Date date, day = from;
            ck_assert(duration_after(company(), from, (Duration){days, UNIT_WORKING_DAYS}, &date));
            int64_t count = 0;
            while (++day <= date) {
                bool works = false;
                ck_assert(calendar_is_working(company(), day, &works));
                count += works;
            }
            ck_assert_int_eq(count, days);
        }
}
END_TEST

START_TEST(other_durations_need_no_calendar) {
    const struct {
        Duration duration;
        const char *to;
    } cases[] = {{{30, UNIT_DAYS}, "2026-03-02"},
                 {{4, UNIT_WEEKS}, "2026-02-28"},
                 {{1, UNIT_MONTHS}, "2026-02-28"},
                 {{2, UNIT_YEARS}, "2028-01-31"},
                 {{-1, UNIT_DAYS}, "2026-01-30"}};
    Date date;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert(duration_after(NULL, d("2026-01-31"), cases[i].duration, &date));
        ck_assert_text_is(date_text(arena, date), cases[i].to);
    }
    ck_assert(!duration_after(company(), d("2026-01-31"), (Duration){72, UNIT_HOURS}, &date));
    ck_assert(!duration_after(NULL, d("2026-01-31"), (Duration){INT64_MAX, UNIT_WEEKS}, &date));
    ck_assert(!duration_after(NULL, d("2026-01-31"), (Duration){INT64_MIN, UNIT_YEARS}, &date));
    ck_assert(!duration_after(NULL, d("2026-01-31"), (Duration){120000, UNIT_YEARS}, &date));
}
END_TEST

START_TEST(durations_are_read_in_singular_and_plural) {
    const char *cases[][2] = {{"1 month", "1 month"},
                              {"10 working days", "10 working days"},
                              {"72 hours", "72 hours"},
                              {"4 weeks", "4 weeks"},
                              {"1 working day", "1 working day"},
                              {"1 days", "1 day"},
                              {"2 year", "2 years"},
                              {"0 days", "0 days"},
                              {"-3 days", "-3 days"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Duration duration;
        ck_assert_msg(duration_parse(text_of(cases[i][0]), &duration), "%s", cases[i][0]);
        Buf buf = buf_new(arena);
        duration_write(&buf, duration);
        ck_assert_text_is(buf_done(&buf), cases[i][1]);
    }
    const char *bad[] = {"",         "10",         "10 ",           "days",
                         "ten days", "10 working", "10  days",      "10 dayss",
                         "1.5 days", "10 days ",   "10 fortnights", "99999999999999999999 days"};
    Duration duration;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!duration_parse(text_of(bad[i]), &duration), "%s", bad[i]);
}
END_TEST

Suite *date_test_suite(void) {
    Suite *suite = suite_create("date");
    TCase *tests = tcase_create("date");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, every_day_of_every_year_has_its_number);
    tcase_add_test(tests, weekdays_follow_one_another);
    tcase_add_test(tests, a_date_is_written_and_read_in_one_form);
    tcase_add_test(tests, a_month_later_is_the_same_day_or_the_last);
    tcase_add_test(tests, an_instant_keeps_its_offset);
    tcase_add_test(tests, instants_are_compared_by_when_they_are_not_by_their_clocks);
    tcase_add_test(tests, what_is_no_instant_is_refused);
    tcase_add_test(tests, working_days_leave_out_weekends_and_holidays);
    tcase_add_test(tests, past_the_listed_years_nothing_is_known);
    tcase_add_test(tests, working_days_agree_with_counting_them);
    tcase_add_test(tests, other_durations_need_no_calendar);
    tcase_add_test(tests, durations_are_read_in_singular_and_plural);
    suite_add_tcase(suite, tests);
    return suite;
}
