/* The one place that asks zone data, against offsets that are known. */
#include "../scratch.h"
#include "service/service.h"

/* "2026-03-08T02:00:00-05:00" -> the instant, by arithmetic alone */
static int64_t instant(const char *written) {
    Moment moment;
    ck_assert_msg(moment_parse(text_of(written), &moment), "%s is no instant", written);
    return moment.utc;
}

static const struct {
    const char *zone, *utc, *civil;
} offsets[] = {
    {"America/New_York", "2026-03-08T06:59:59+00:00", "2026-03-08T01:59:59-05:00"},
    {"America/New_York", "2026-03-08T07:00:00+00:00", "2026-03-08T03:00:00-04:00"},
    {"America/New_York", "2026-11-01T05:59:59+00:00", "2026-11-01T01:59:59-04:00"},
    {"America/New_York", "2026-11-01T06:00:00+00:00", "2026-11-01T01:00:00-05:00"},
    {"America/New_York", "2026-01-01T00:00:00+00:00", "2025-12-31T19:00:00-05:00"},
    {"America/New_York", "1999-07-04T12:00:00+00:00", "1999-07-04T08:00:00-04:00"},
    {"Europe/Berlin", "2026-03-29T00:59:59+00:00", "2026-03-29T01:59:59+01:00"},
    {"Europe/Berlin", "2026-03-29T01:00:00+00:00", "2026-03-29T03:00:00+02:00"},
    {"Europe/Berlin", "2026-10-25T00:59:59+00:00", "2026-10-25T02:59:59+02:00"},
    {"Europe/Berlin", "2026-10-25T01:00:00+00:00", "2026-10-25T02:00:00+01:00"},
    {"Asia/Kolkata", "2026-06-01T12:00:00+00:00", "2026-06-01T17:30:00+05:30"},
    {"Asia/Kathmandu", "2026-06-01T12:00:00+00:00", "2026-06-01T17:45:00+05:45"},
    {"Pacific/Kiritimati", "2026-06-01T12:00:00+00:00", "2026-06-02T02:00:00+14:00"},
    {"Australia/Lord_Howe", "2026-07-01T00:00:00+00:00", "2026-07-01T10:30:00+10:30"},
    {"UTC", "2026-06-01T12:00:00+00:00", "2026-06-01T12:00:00+00:00"},
    /* Far ahead, by the rules as they stand. */
    {"America/New_York", "2099-07-01T12:00:00+00:00", "2099-07-01T08:00:00-04:00"},
    {"America/New_York", "2099-01-01T12:00:00+00:00", "2099-01-01T07:00:00-05:00"},
    {"Asia/Kolkata", "2150-01-01T00:00:00+00:00", "2150-01-01T05:30:00+05:30"},
};

START_TEST(an_instant_has_the_offset_that_its_zone_has_then) {
    Moment moment;
    ck_assert(zone_moment(scratch_arena, text_of(offsets[_i].zone), instant(offsets[_i].utc), &moment));
    ck_assert_text_is(moment_text(scratch_arena, moment), offsets[_i].civil);
}
END_TEST

static const char *const unknown[] = {
    "",        "Mars/Olympus", "America/New_Yorkk", "/etc/passwd", "../../etc/passwd",
    "America", "New York",     "\xff\xfe"};

START_TEST(a_zone_that_is_none_is_refused) {
    Moment moment;
    ck_assert_msg(!zone_moment(scratch_arena, text_of(unknown[_i]), 1780315200, &moment), "\"%s\" is a zone",
                  unknown[_i]);
}
END_TEST

static const struct {
    const char *zone, *written, *means; /* NULL: refused */
    const char *says;
} readings[] = {
    {"America/New_York", "2026-03-03", "2026-03-03T12:00:00-05:00", NULL},
    {"America/New_York", "2026-07-03", "2026-07-03T12:00:00-04:00", NULL},
    {"America/New_York", "2026-03-03 14:30", "2026-03-03T14:30:00-05:00", NULL},
    {"America/New_York", "2026-03-03T14:30:05", "2026-03-03T14:30:05-05:00", NULL},
    {"America/New_York", "2026-03-03T14:30:00+01:00", "2026-03-03T14:30:00+01:00", NULL},
    {"Asia/Kolkata", "2026-03-03 00:00", "2026-03-03T00:00:00+05:30", NULL},
    {"America/New_York", "2024-02-29 23:59", "2024-02-29T23:59:00-05:00", NULL},
    /* The edges of the hour that is skipped, and of the one that comes twice. */
    {"America/New_York", "2026-03-08 01:59", "2026-03-08T01:59:00-05:00", NULL},
    {"America/New_York", "2026-03-08 02:00", NULL, "no such time"},
    {"America/New_York", "2026-03-08 02:30", NULL, "no such time"},
    {"America/New_York", "2026-03-08 02:59:59", NULL, "no such time"},
    {"America/New_York", "2026-03-08 03:00", "2026-03-08T03:00:00-04:00", NULL},
    {"America/New_York", "2026-11-01 00:59:59", "2026-11-01T00:59:59-04:00", NULL},
    {"America/New_York", "2026-11-01 01:00", NULL, "two times"},
    {"America/New_York", "2026-11-01 01:59:59", NULL, "two times"},
    {"America/New_York", "2026-11-01 02:00", "2026-11-01T02:00:00-05:00", NULL},
    {"America/New_York", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-04:00", NULL},
    {"America/New_York", "2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00-05:00", NULL},
    {"Europe/Berlin", "2026-03-29 02:15", NULL, "no such time"},
    {"Europe/Berlin", "2026-10-25 02:15", NULL, "two times"},
    {"Australia/Lord_Howe", "2026-10-04 02:15", NULL, "no such time"},
    {"Australia/Lord_Howe", "2026-04-05 01:45", NULL, "two times"},
    {"Australia/Lord_Howe", "2026-04-05 01:15", "2026-04-05T01:15:00+11:00", NULL},
    /* What is no time. */
    {"America/New_York", "yesterday", NULL, "is no time"},
    {"America/New_York", "", NULL, "is no time"},
    {"America/New_York", "2026-02-29", NULL, "is no time"},
    {"America/New_York", "2026-3-3", NULL, "is no time"},
    {"America/New_York", "2026-03-03 24:00", NULL, "is no time"},
    {"America/New_York", "2026-03-03 14:60", NULL, "is no time"},
    {"America/New_York", "2026-03-03 14", NULL, "is no time"},
    {"America/New_York", "2026-03-03 1430", NULL, "is no time"},
    {"America/New_York", "2026-03-03 -1:30", NULL, "is no time"},
    {"America/New_York", "2026-03-03 14:30 ", NULL, "is no time"},
    {"America/New_York", "2026-03-03x14:30", NULL, "is no time"},
};

START_TEST(what_a_clerk_writes_is_one_instant_or_refused_with_a_sentence) {
    Moment moment;
    Text problem = {0};
    bool read = zone_read(scratch_arena, text_of(readings[_i].zone), text_of(readings[_i].written), &moment,
                          &problem);
    if (readings[_i].means) {
        ck_assert_msg(read, "\"%s\": %.*s", readings[_i].written, TEXT_ARG(problem));
        ck_assert_text_is(moment_text(scratch_arena, moment), readings[_i].means);
    } else {
        ck_assert_msg(!read, "\"%s\" was read", readings[_i].written);
        ck_assert_msg(strstr(problem.at, readings[_i].says), "\"%s\" should say \"%s\"", problem.at,
                      readings[_i].says);
        ck_assert_msg(strstr(problem.at, readings[_i].written), "\"%s\" should name what was written",
                      problem.at);
    }
}
END_TEST

START_TEST(every_hour_of_a_year_that_can_be_written_comes_back_as_itself) {
    static const char *const zones[] = {"America/New_York", "Europe/Berlin", "Asia/Kolkata",
                                        "Australia/Lord_Howe"};
    int refused = 0;
    for (int64_t utc = instant("2026-01-01T00:00:00+00:00"); utc < instant("2027-01-01T00:00:00+00:00");
         utc += 3600) {
        ArenaMark mark = arena_mark(scratch_arena);
        Moment moment, again;
        Text problem, zone = text_of(zones[_i]);
        ck_assert(zone_moment(scratch_arena, zone, utc, &moment));
        Text civil = text_part(moment_text(scratch_arena, moment), 0, 19);
        if (zone_read(scratch_arena, zone, civil, &again, &problem))
            ck_assert_msg(again.utc == utc && again.offset == moment.offset, "%.*s", TEXT_ARG(civil));
        else
            refused++; /* it comes twice */
        arena_rewind(scratch_arena, mark);
    }
    ck_assert_int_eq(refused, _i == 2 ? 0 : _i == 3 ? 1 : 2);
}
END_TEST

Suite *zones_suite(void) {
    Suite *suite = suite_create("time zones");
    TCase *tests = tcase_create("zones");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_loop_test(tests, an_instant_has_the_offset_that_its_zone_has_then, 0,
                        sizeof offsets / sizeof offsets[0]);
    tcase_add_loop_test(tests, a_zone_that_is_none_is_refused, 0, sizeof unknown / sizeof unknown[0]);
    tcase_add_loop_test(tests, what_a_clerk_writes_is_one_instant_or_refused_with_a_sentence, 0,
                        sizeof readings / sizeof readings[0]);
    tcase_add_loop_test(tests, every_hour_of_a_year_that_can_be_written_comes_back_as_itself, 0, 4);
    suite_add_tcase(suite, tests);
    return suite;
}
