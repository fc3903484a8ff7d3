/* Recurrences of triggers: the days that libical finds, within the charter's time (RFC 5545). */
#include "../scratch.h"
#include "service/service.h"

static Charter charter;

#define RULES                                                                                                \
    "charter \"Test\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-02-01%s\n"                      \
    "  time_zone \"Europe/Berlin\"\n  working_days by office\n  series cases C, meetings MTG, motions "      \
    "M\n}\n"                                                                                                 \
    "calendar office {\n  week monday..friday\n  listed 2026..2027\n}\n"                                     \
    "trigger often {\n  opens flow\n  every \"%s\"\n}\n%s"

static void build_with(const char *until, const char *rule, const char *more) {
    charter = (Charter){0};
    *vec_push(scratch_arena, &charter.files) =
        (CharterFile){TEXT("a.bylaw"), text_format(scratch_arena, RULES, until, rule, more), {0}};
    charter_build(scratch_arena, &charter);
}

static const Cause *build(const char *until, const char *rule) {
    build_with(until, rule, "");
    return charter.program ? &charter.program->triggers[0].causes[0] : NULL;
}

static void ck_assert_day(const Cause *cause, size_t at, const char *day) {
    ck_assert_uint_lt(at, cause->day_count);
    ck_assert_text_is(date_text(scratch_arena, cause->days[at]), day);
}

static void ck_assert_refused(const char *rule, const char *why) {
    ck_assert_ptr_null(build("", rule));
    Buf buf = buf_new(scratch_arena);
    diagnostics_write_text(&buf, charter.sources, charter.diagnostics);
    Text said = buf_done(&buf);
    ck_assert_uint_eq(charter.diagnostics->errors, 1);
    ck_assert_msg(strstr(said.at, "E0513") && strstr(said.at, why) && strstr(said.at, "a.bylaw:15:9"), "%s",
                  said.at);
}

START_TEST(a_rule_has_its_days_from_the_charters_first_to_the_last_that_its_calendar_lists) {
    const Cause *cause = build("", "FREQ=MONTHLY;BYDAY=1MO");
    ck_assert_uint_eq(cause->day_count, 23);
    ck_assert_day(cause, 0, "2026-02-02");
    ck_assert_day(cause, 1, "2026-03-02");
    ck_assert_day(cause, 22, "2027-12-06");
}
END_TEST

START_TEST(the_end_of_the_charter_ends_them_and_so_does_the_rule) {
    ck_assert_uint_eq(build(" until 2026-04-06", "FREQ=MONTHLY;BYDAY=1MO")->day_count, 2);
    ck_assert_uint_eq(build("", "FREQ=WEEKLY;INTERVAL=2;COUNT=5")->day_count, 5);
    const Cause *cause = build("", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    ck_assert_uint_eq(cause->day_count, 2);
    ck_assert_day(cause, 1, "2027-02-28");
    ck_assert_day(build("", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), 0, "2026-02-27");
}
END_TEST

START_TEST(what_a_review_opens_can_recur_too) {
    build_with("", "FREQ=DAILY",
               "body board {\n  seats 3..5\n  quorum at least 2 members\n"
               "  carried by more than 1/2 of votes cast\n}\nfacts deal {\n  name : text\n}\n"
               "review r by board of deal {\n  step asking by vote then good otherwise\n"
               "  outcome good opens flow every \"FREQ=MONTHLY;BYDAY=1MO\", 5 times\n"
               "  reassess every \"FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1\" opens flow\n}\n");
    const Trigger *good = &charter.program->triggers[1], *again = &charter.program->triggers[2];
    ck_assert_text_is(good->name, "r.good");
    ck_assert_int_eq(good->causes[0].times, 5);
    ck_assert_day(&good->causes[0], 0, "2026-02-02");
    ck_assert_text_is(again->name, "r");
    ck_assert_day(&again->causes[0], 1, "2027-07-01");
}
END_TEST

START_TEST(what_is_no_rule_of_days_is_pointed_at) {
    ck_assert_refused("every month", "no such rule");
    ck_assert_refused("FREQ=HOURLY", "within a day");
    ck_assert_refused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "do not go together");
    ck_assert_refused("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "no day");
    ck_assert_refused("FREQ=MONTHLY;BYDAY=1XX", "no such rule");
    ck_assert_refused("", "no such rule");
}
END_TEST

Suite *recurring_suite(void) {
    Suite *suite = suite_create("recurrences");
    TCase *tests = tcase_create("days");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, a_rule_has_its_days_from_the_charters_first_to_the_last_that_its_calendar_lists);
    tcase_add_test(tests, the_end_of_the_charter_ends_them_and_so_does_the_rule);
    tcase_add_test(tests, what_a_review_opens_can_recur_too);
    tcase_add_test(tests, what_is_no_rule_of_days_is_pointed_at);
    suite_add_tcase(suite, tests);
    return suite;
}
