#include "check_more.h"
#include "source/source.h"
#include <string.h>

static Arena *arena;
static Sources *sources;

static void set_up(void) {
    arena = arena_new(0);
    sources = sources_new(arena);
}

static void tear_down(void) {
    arena_free(arena);
}

/* The place of the first `word` in a text. */
static Place place_of(const char *text, const char *word) {
    uint32_t file = sources_add(sources, TEXT("a.bylaw"), text_of(text));
    uint32_t start = (uint32_t)(strstr(text, word) - text);
    return source_place(sources, (Span){file, start, start + (uint32_t)strlen(word)});
}

START_TEST(lines_and_columns_count_from_one) {
    Place place = place_of("seats", "seats");
    ck_assert_uint_eq(place.line, 1);
    ck_assert_uint_eq(place.column, 1);
    place = place_of("one\ntwo\r\n  three", "three");
    ck_assert_uint_eq(place.line, 3);
    ck_assert_uint_eq(place.column, 3);
    ck_assert_text_is(place.path, "a.bylaw");
}
END_TEST

START_TEST(a_column_counts_characters_and_not_bytes) {
    ck_assert_uint_eq(place_of("\"§8.1\" x", "x").column, 8);
    ck_assert_uint_eq(place_of("\"e\xCC\x81\" x", "x").column,
                      5); /* e with a combining accent: one character */
    ck_assert_uint_eq(place_of("\"\xE6\xB3\x95\" x", "x").column, 5);
    ck_assert_uint_eq(place_of("\t\tx", "x").column, 3);
}
END_TEST

START_TEST(a_line_is_shown_without_its_end) {
    const char *text = "one\r\ntwo\nthree";
    uint32_t file = sources_add(sources, TEXT("a"), text_of(text));
    ck_assert_text_is(source_line(sources, (Span){file, 1, 2}), "one");
    ck_assert_text_is(source_line(sources, (Span){file, 5, 8}), "two");
    ck_assert_text_is(source_line(sources, (Span){file, 14, 14}), "three");
    ck_assert_text_is(source_text(sources, (Span){file, 5, 8}), "two");
}
END_TEST

START_TEST(a_span_past_the_end_of_its_file_is_cut) {
    uint32_t file = sources_add(sources, TEXT("a"), TEXT("one"));
    ck_assert_text_is(source_text(sources, (Span){file, 2, 99}), "e");
    ck_assert_text_is(source_text(sources, (Span){file, 98, 99}), "");
    ck_assert_uint_eq(source_place(sources, (Span){file, 98, 99}).line, 1);
    ck_assert_text_is(source_text(sources, (Span){file + 1, 0, 1}), "");
    ck_assert_uint_eq(source_place(sources, (Span){file + 1, 0, 1}).line, 1);
}
END_TEST

START_TEST(nowhere_joins_with_a_place_to_that_place) {
    Span place = {1, 4, 6};
    ck_assert(span_nowhere((Span){0}));
    ck_assert_uint_eq(span_join((Span){0}, place).start, 4);
    ck_assert_uint_eq(span_join(place, (Span){0}).end, 6);
    Span whole = span_join(place, (Span){1, 9, 12});
    ck_assert_uint_eq(whole.start, 4);
    ck_assert_uint_eq(whole.end, 12);
}
END_TEST

Suite *places_suite(void) {
    Suite *suite = suite_create("places");
    TCase *cases = tcase_create("places");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, lines_and_columns_count_from_one);
    tcase_add_test(cases, a_column_counts_characters_and_not_bytes);
    tcase_add_test(cases, a_line_is_shown_without_its_end);
    tcase_add_test(cases, a_span_past_the_end_of_its_file_is_cut);
    tcase_add_test(cases, nowhere_joins_with_a_place_to_that_place);
    suite_add_tcase(suite, cases);
    return suite;
}
