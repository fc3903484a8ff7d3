/* What would fall due if nobody acted. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

/* "2026-03-09 deadline_passed; ..." of what falls due before a day. */
static Text coming_by(const char *day) {
    Batch batch;
    Refusal refusal;
    Moment by;
    Buf buf = buf_new(book->arena);
    ck_assert(moment_parse(text_format(book->arena, "%sT12:00:00-05:00", day), &by));
    ck_assert(forecast(book_state(book), by, &batch, &refusal));
    for (size_t i = 1; i < batch.effects.len; i++)
        buf_format(&buf, "%s%.*s %.*s", i > 1 ? "; " : "",
                   TEXT_ARG(date_text(book->arena, batch.effects.at[i].on)),
                   TEXT_ARG(kind_row(batch.effects.at[i].kind)->word));
    return buf_done(&buf);
}

START_TEST(each_has_the_day_on_which_it_falls_due_and_what_comes_of_it) {
    ck_assert_text_is(coming_by("2026-03-09"), "");
    ck_assert_text_is(coming_by("2026-03-10"), "2026-03-09 deadline_passed");
    ck_assert_text_is(
        coming_by("2026-04-30"),
        "2026-03-09 deadline_passed; 2026-04-01 escalated; 2026-04-15 silence; "
        "2026-04-15 escalated; 2026-04-22 silence; 2026-04-22 step_ended; 2026-04-22 case_ended");
}
END_TEST

START_TEST(looking_ahead_changes_nothing_and_what_comes_is_what_was_foretold) {
    size_t entries = book->entries.len;
    coming_by("2026-04-30");
    ck_assert_uint_eq(book->entries.len, entries);
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    allow(book, "dina", "2026-04-30", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_ESCALATED), 2);
    ck_assert(book_case(book, "PRT-2026-001")->ended);
    ck_assert_text_is(coming_by("2026-04-30"), "");
}
END_TEST

Suite *forecasting_suite(void) {
    Suite *suite = suite_create("forecasting");
    TCase *tests = tcase_create("forecasting");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, each_has_the_day_on_which_it_falls_due_and_what_comes_of_it);
    tcase_add_test(tests, looking_ahead_changes_nothing_and_what_comes_is_what_was_foretold);
    suite_add_tcase(suite, tests);
    return suite;
}
