#include "check_more.h"
#include <string.h>

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

START_TEST(texts_are_compared_by_their_bytes) {
    ck_assert_int_eq(text_compare(TEXT("a"), TEXT("b")), -1);
    ck_assert_int_eq(text_compare(TEXT("ab"), TEXT("a")), 1);
    ck_assert_int_eq(text_compare(TEXT(""), (Text){NULL, 0}), 0);
    ck_assert_int_eq(text_compare(TEXT("\xC3\xA9"), TEXT("z")), 1);
    ck_assert(text_equal(TEXT("same"), text_copy(arena, TEXT("same"))));
    ck_assert(!text_is(TEXT("same"), "sam"));
    ck_assert(text_starts(TEXT("motion"), TEXT("mo")) && !text_starts(TEXT("mo"), TEXT("motion")));
    ck_assert(text_ends(TEXT("motion"), TEXT("ion")) && !text_ends(TEXT("ion"), TEXT("motion")));
    ck_assert(text_empty(text_of(NULL)));
}
END_TEST

START_TEST(a_part_never_leaves_its_text) {
    ck_assert_text_is(text_part(TEXT("quorum"), 2, 4), "or");
    ck_assert_text_is(text_part(TEXT("quorum"), 4, 99), "um");
    ck_assert_text_is(text_part(TEXT("quorum"), 9, 12), "");
    ck_assert_text_is(text_trim(TEXT(" \t a b \r\n")), "a b");
    ck_assert_text_is(text_trim(TEXT(" \n ")), "");
}
END_TEST

START_TEST(copies_end_in_a_nul_for_c_libraries) {
    Text part = text_part(TEXT("quorum"), 0, 3);
    ck_assert_str_eq(text_copy(arena, part).at, "quo");
    ck_assert_str_eq(text_format(arena, "%.*s %d", TEXT_ARG(part), 7).at, "quo 7");
}
END_TEST

START_TEST(a_text_is_cut_at_its_separators) {
    Text rest = TEXT("a,,b,"), piece;
    const char *pieces[] = {"a", "", "b", ""};
    for (int i = 0; i < 4; i++) {
        ck_assert(text_next(&rest, ',', &piece));
        ck_assert_text_is(piece, pieces[i]);
    }
    ck_assert(!text_next(&rest, ',', &piece));
}
END_TEST

START_TEST(integers_are_read_whole_or_not_at_all) {
    int64_t n = 0;
    ck_assert(text_to_int(TEXT("9223372036854775807"), &n) && n == INT64_MAX);
    ck_assert(text_to_int(TEXT("-9223372036854775808"), &n) && n == INT64_MIN);
    ck_assert(text_to_int(TEXT("007"), &n) && n == 7);
    const char *bad[] = {"",   "-", "+1", " 1", "1 ", "1a", "9223372036854775808", "-9223372036854775809",
                         "0x1"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) ck_assert(!text_to_int(text_of(bad[i]), &n));
}
END_TEST

START_TEST(the_nearest_word_is_found) {
    const Text words[] = {TEXT("quorum"), TEXT("carried"), TEXT("seats"), TEXT("meets"), TEXT("tie")};
    const struct {
        const char *word;
        int nearest;
    } cases[] = {{"qourum", 0}, {"quorom", 0},  {"carred", 1}, {"cariedd", 1}, {"seat", 2}, {"meats", 2},
                 {"tei", 4},    {"banana", -1}, {"x", -1},     {"", -1},       {"tie", 4},  {"quo", -1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(text_nearest(text_of(cases[i].word), words, 5) == cases[i].nearest, "%s",
                      cases[i].word);
}
END_TEST

START_TEST(a_very_long_word_is_like_no_other) {
    Buf buf = buf_new(arena);
    buf_repeat(&buf, 'q', 100000);
    Text word = buf_done(&buf);
    ck_assert_int_eq(text_nearest(word, &word, 1), -1);
    ck_assert_int_eq(text_nearest(TEXT("quorum"), &word, 1), -1);
}
END_TEST

START_TEST(well_formed_utf8_is_accepted) {
    const char *good[] = {"",
                          "plain text, longer than a word",
                          "\xC2\x80",
                          "\xDF\xBF",
                          "\xE0\xA0\x80",
                          "\xED\x9F\xBF",
                          "\xEE\x80\x80",
                          "\xEF\xBF\xBF",
                          "\xF0\x90\x80\x80",
                          "\xF4\x8F\xBF\xBF",
                          "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82 and more"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(text_valid_utf8(text_of(good[i]), NULL), "%s", good[i]);
}
END_TEST

START_TEST(bad_utf8_is_refused_at_its_place) {
    const Text bad[] = {TEXT("\x80"),
                        TEXT("\xBF"),
                        TEXT("\xC0\x80"),
                        TEXT("\xC1\xBF"),
                        TEXT("\xC2"),
                        TEXT("\xE0\x9F\xBF"),
                        TEXT("\xED\xA0\x80"),
                        TEXT("\xED\xBF\xBF"),
                        TEXT("\xE2\x82"),
                        TEXT("\xE2\x28\xA1"),
                        TEXT("\xF0\x8F\xBF\xBF"),
                        TEXT("\xF4\x90\x80\x80"),
                        TEXT("\xF5\x80\x80\x80"),
                        TEXT("\xFE"),
                        TEXT("\xFF"),
                        TEXT("\0"),
                        TEXT("\xF0\x9F\x99")};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        for (size_t before = 0; before < 20; before++) {
            Buf buf = buf_new(arena);
            buf_repeat(&buf, 'a', before);
            buf_text(&buf, bad[i]);
            size_t at = 999;
            ck_assert_msg(!text_valid_utf8(buf_done(&buf), &at), "case %zu", i);
            ck_assert_uint_eq(at, before);
        }
}
END_TEST

START_TEST(a_buffer_takes_everything) {
    Buf buf = buf_new(arena);
    ck_assert_text_is(buf_done(&buf), "");
    buf_cstr(&buf, "votes ");
    buf_int(&buf, INT64_MIN);
    buf_char(&buf, '/');
    buf_int(&buf, 0);
    buf_format(&buf, " %s", "for");
    Text early = buf_done(&buf);
    buf_repeat(&buf, '.', 500);
    buf_format(&buf, "%0*d", 2000, 1);
    ck_assert_text_is(early, "votes -9223372036854775808/0 for");
    Text all = buf_done(&buf);
    ck_assert_uint_eq(all.len, early.len + 2500);
    ck_assert_uint_eq(strlen(all.at), all.len);
    ck_assert(text_starts(all, early) && text_ends(all, TEXT("0001")));
}
END_TEST

START_TEST(a_template_is_filled) {
    const Text args[] = {TEXT("vote"), TEXT("M-12")};
    const struct {
        const char *template, *filled;
    } cases[] = {{"{0} {1}", "vote M-12"},
                 {"{1}{1}", "M-12M-12"},
                 {"{2}!", "?!"},
                 {"{{0}", "{0}"},
                 {"{", "{"},
                 {"{x}", "{x}"},
                 {"a}b", "a}b"},
                 {"", ""},
                 {"{0", "{0"},
                 {"{-1}", "{-1}"},
                 {"{12}", "?"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf buf = buf_new(arena);
        buf_fill(&buf, text_of(cases[i].template), args, 2);
        ck_assert_text_is(buf_done(&buf), cases[i].filled);
    }
}
END_TEST

Suite *text_test_suite(void) {
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, texts_are_compared_by_their_bytes);
    tcase_add_test(tests, a_part_never_leaves_its_text);
    tcase_add_test(tests, copies_end_in_a_nul_for_c_libraries);
    tcase_add_test(tests, a_text_is_cut_at_its_separators);
    tcase_add_test(tests, integers_are_read_whole_or_not_at_all);
    tcase_add_test(tests, the_nearest_word_is_found);
    tcase_add_test(tests, a_very_long_word_is_like_no_other);
    tcase_add_test(tests, well_formed_utf8_is_accepted);
    tcase_add_test(tests, bad_utf8_is_refused_at_its_place);
    tcase_add_test(tests, a_buffer_takes_everything);
    tcase_add_test(tests, a_template_is_filled);
    suite_add_tcase(suite, tests);
    return suite;
}
