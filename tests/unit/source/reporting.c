#include "check_more.h"
#include "source/diagnostic.h"
#include <string.h>

static Arena *arena;
static Sources *sources;
static Diagnostics *diagnostics;

static void set_up(void) {
    arena = arena_new(0);
    sources = sources_new(arena);
    diagnostics = diagnostics_new(arena);
}

static void tear_down(void) {
    arena_free(arena);
}

/* The span of the first `word` in a new file with this text. */
static Span span_of(const char *text, const char *word) {
    uint32_t file = sources_add(sources, TEXT("a.bylaw"), text_of(text));
    uint32_t start = (uint32_t)(strstr(text, word) - text);
    return (Span){file, start, start + (uint32_t)strlen(word)};
}

static Text shown(void) {
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    return buf_done(&buf);
}

START_TEST(a_diagnostic_shows_its_place_its_sentence_the_line_and_the_mend) {
    Span at = span_of("role clerk\n  bdoy x\n", "bdoy");
    Text candidates[] = {TEXT("role"), TEXT("body")};
    Diagnostic *one = DIAGNOSE(diagnostics, DIAG_UNKNOWN_DECLARATION, at, TEXT("bdoy"));
    diagnostic_did_you_mean(diagnostics, one, TEXT("bdoy"), candidates, 2);
    ck_assert_text_is(shown(), "a.bylaw:2:3: error E0007: \"bdoy\" starts no declaration\n"
                               "      bdoy x\n"
                               "      ^~~~\n"
                               "    mend: did you mean \"body\"?\n");
}
END_TEST

START_TEST(a_row_has_its_own_mend_where_no_particular_one_is_given) {
    DIAGNOSE(diagnostics, DIAG_NO_SUCH_DAY, span_of("on 2026-02-30", "2026"), TEXT("2026-02-30"));
    ck_assert(text_ends(shown(), TEXT("mend: a date is written year-month-day: 2026-03-31\n")));
}
END_TEST

START_TEST(a_second_place_is_shown_too) {
    Span second = span_of("tie is lost\ntie is lost", "lost");
    DIAGNOSE(diagnostics, DIAG_SETTING_TWICE, second, TEXT("tie"))->other = (Span){0, 0, 3};
    ck_assert_ptr_nonnull(strstr(shown().at, "    see also a.bylaw:1:1:\n    tie is lost\n    ^~~\n"));
}
END_TEST

START_TEST(the_caret_stands_under_its_word_after_tabs_and_wide_letters) {
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, span_of("\t\"\xE6\xB3\x95\xE5\xBE\x8B\" x", "x"), TEXT("x"));
    ck_assert_ptr_nonnull(strstr(shown().at, "\n    \t       ^\n"));
}
END_TEST

START_TEST(a_long_line_is_shown_in_part) {
    char text[2001];
    memset(text, ' ', sizeof text);
    text[1000] = 'x', text[2000] = 0;
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, span_of(text, "x"), TEXT("x"));
    Text all = shown();
    ck_assert(text_starts(all, TEXT("a.bylaw:1:1001: ")));
    ck_assert_uint_lt(all.len, 500);
    ck_assert_ptr_nonnull(strchr(all.at, '^'));
}
END_TEST

START_TEST(a_file_cannot_steer_the_terminal) {
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, span_of("\x1b[31mx", "x"), TEXT("x"));
    ck_assert_ptr_null(strchr(shown().at, '\x1b'));
}
END_TEST

START_TEST(diagnostics_are_sorted_by_place_and_equal_ones_keep_their_order) {
    span_of("one two", "one");
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, ((Span){0, 4, 7}), TEXT("a"));
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, ((Span){0, 0, 3}), TEXT("b"));
    DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, ((Span){0, 4, 7}), TEXT("c"));
    diagnostics_sort(sources, diagnostics);
    ck_assert_text_is(diagnostics->all.at[0].args[0], "b");
    ck_assert_text_is(diagnostics->all.at[1].args[0], "a");
    ck_assert_text_is(diagnostics->all.at[2].args[0], "c");
}
END_TEST

START_TEST(past_the_limit_errors_are_counted_but_not_listed) {
    Span at = span_of("one", "one");
    for (int i = 0; i < DIAGNOSTIC_LIMIT + 50; i++) {
        ck_assert_ptr_nonnull(DIAGNOSE(diagnostics, DIAG_BAD_CHARACTER, at, TEXT("x")));
    }
    ck_assert_uint_eq(diagnostics->all.len, DIAGNOSTIC_LIMIT);
    ck_assert_uint_eq(diagnostics->errors, DIAGNOSTIC_LIMIT + 50);
    ck_assert(diagnostics->cut);
    ck_assert(text_ends(shown(), TEXT("Only the first 200 are listed.\n")));
}
END_TEST

START_TEST(every_code_is_used_once) {
    for (int a = 0; a < DIAG_COUNT; a++) {
        for (int b = a + 1; b < DIAG_COUNT; b++) {
            Text one = diagnostic_code((DiagnosticCode)a), other = diagnostic_code((DiagnosticCode)b);
            ck_assert_msg(!text_equal(one, other), "%.*s stands twice", TEXT_ARG(one));
        }
    }
}
END_TEST

Suite *reporting_suite(void) {
    Suite *suite = suite_create("reporting");
    TCase *cases = tcase_create("reporting");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_diagnostic_shows_its_place_its_sentence_the_line_and_the_mend);
    tcase_add_test(cases, a_row_has_its_own_mend_where_no_particular_one_is_given);
    tcase_add_test(cases, a_second_place_is_shown_too);
    tcase_add_test(cases, the_caret_stands_under_its_word_after_tabs_and_wide_letters);
    tcase_add_test(cases, a_long_line_is_shown_in_part);
    tcase_add_test(cases, a_file_cannot_steer_the_terminal);
    tcase_add_test(cases, diagnostics_are_sorted_by_place_and_equal_ones_keep_their_order);
    tcase_add_test(cases, past_the_limit_errors_are_counted_but_not_listed);
    tcase_add_test(cases, every_code_is_used_once);
    suite_add_tcase(suite, cases);
    return suite;
}
