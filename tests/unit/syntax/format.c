/* The formatter: goldens, and what holds for every text, tried on the goldens as they are and mutated. */
#include "reading.h"

#include <glob.h>
#include <string.h>

static Text formatted(Arena *arena, Text text) {
    Text result;
    ck_assert_msg(format_rules(arena, text, &result), "not formatted: %.*s", TEXT_ARG(text));
    return result;
}

static Text line_at(Text text, size_t at) {
    size_t end = at;
    while (at > 0 && text.at[at - 1] != '\n') at--;
    while (end < text.len && text.at[end] != '\n') end++;
    return text_part(text, at, end);
}

/* The texts must be the same; else the first line is shown that differs (Check cannot show long texts). */
static void check_same(const char *what, Text got, Text want) {
    size_t at = 0;
    while (at < got.len && at < want.len && got.at[at] == want.at[at]) at++;
    Text is = line_at(got, at), not = line_at(want, at);
    ck_assert_msg(at == got.len && at == want.len, "%s: \"%.*s\", not \"%.*s\"", what, TEXT_ARG(is),
                  TEXT_ARG(not ));
}

/* Formats `text`, which must give `want`. */
static void becomes(const char *text, const char *want) {
    Arena *arena = arena_new(0);
    ck_assert_text_is(formatted(arena, text_of(text)), want);
    ck_assert_text_is(formatted(arena, text_of(want)), want);
    arena_free(arena);
}

/* --- the goldens ---------------------------------------------------------------------------------------- */

/* Calls one(arena, path) for the goldens and for the rules of the repository. */
static void for_each_file(void (*one)(Arena *arena, const char *path)) {
    glob_t found = {0};
    ck_assert_int_eq(glob(SOURCE_DIR "/tests/golden/format/*.bylaw", 0, NULL, &found), 0);
    glob(SOURCE_DIR "/rules/*.bylaw", GLOB_APPEND, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        Arena *arena = arena_new(0);
        one(arena, found.gl_pathv[i] + strlen(SOURCE_DIR) + 1);
        arena_free(arena);
    }
    globfree(&found);
}

static void check_golden(Arena *arena, const char *path) {
    if (!text_starts(text_of(path), TEXT("tests/"))) return;
    Text name = text_part(text_of(path), 0, strlen(path) - strlen(".bylaw"));
    Text want = reading_file(arena, text_format(arena, "%.*s.expected", TEXT_ARG(name)).at);
    check_same(path, formatted(arena, reading_file(arena, path)), want);
    check_same(path, formatted(arena, want), want);
}

START_TEST(the_goldens_come_out_as_expected) {
    for_each_file(check_golden);
}
END_TEST

/* --- what holds for every text -------------------------------------------------------------------------- */

/* A text without any blank space; that is all the formatter may change. */
static Text squeezed(Arena *arena, Text text) {
    Buf buf = buf_new(arena);
    if (text_starts(text, TEXT("\xEF\xBB\xBF"))) text = text_part(text, 3, text.len);
    for (size_t i = 0; i < text.len; i++)
        if (!strchr(" \t\r\n", text.at[i]) || text.at[i] == '\0') buf_char(&buf, text.at[i]);
    return buf_done(&buf);
}

/* What the parser makes of a text: how many declarations, and all that it finds wrong. (An empty cell has no
 * place of its own: it is shown by the bars beside it, near or far.) */
static Text understood(Arena *arena, Text text) {
    Reading reading = reading_of(text);
    parse_rules(reading.ast, 0, reading.diagnostics);
    Buf buf = buf_new(arena);
    buf_format(&buf, "%u declarations\n", reading.ast->files.at[0]->decls.len);
    for (size_t i = 0; i < reading.diagnostics->all.len; i++) {
        buf_text(&buf, squeezed(arena, reading_sentence(&reading, i)));
        buf_cstr(&buf, " at ");
        Text words = squeezed(arena, source_text(reading.sources, reading.diagnostics->all.at[i].at));
        buf_text(&buf, words.len > 0 && words.at[0] == '|' ? TEXT("a bar") : words);
        buf_char(&buf, '\n');
    }
    arena_free(reading.arena);
    return buf_done(&buf);
}

static void check_properties(Arena *arena, Text text) {
    Text once, twice;
    if (!format_rules(arena, text, &once)) {
        ck_assert_text_eq(once, text);
        return;
    }
    ck_assert(format_rules(arena, once, &twice));
    check_same("formatted twice", twice, once);
    check_same("but for blank space", squeezed(arena, once), squeezed(arena, text));
    check_same("understood", understood(arena, once), understood(arena, text));
    ck_assert(text_empty(once) || text_ends(once, TEXT("\n")));
    for (size_t i = 0; i + 1 < once.len; i++) ck_assert(!(once.at[i] == ' ' && once.at[i + 1] == '\n'));
    ck_assert_uint_le(once.len, 300 * text.len + 300);
}

static void check_file(Arena *arena, const char *path) {
    check_properties(arena, reading_file(arena, path));
}

START_TEST(formatting_changes_space_alone_and_nothing_that_is_understood) {
    for_each_file(check_file);
}
END_TEST

static uint64_t seed;

/* What is put into a text; whole words, so that much of it still means something. */
static const char *const pieces[] = {" ",   "  ",  "\n",     "\t", "\r",  ",",     ".",
                                     "..",  "..<", "-",      "|",  "||",  "(",     ")",
                                     "[",   "]",   "{",      "}",  "#",   "\"",    "\\",
                                     "=",   "<",   ">",      "!",  "/",   "%",     ":",
                                     "é",   "界",  "12",     "_",  "USD", "body",  "enum",
                                     "a",   "1.",  "x ",     " -", "- ",  "\n}\n", "\nfacts f {\n",
                                     ",\n", "(\n", " # c\n", "7.5"};

static size_t piece_count(void) {
    return sizeof pieces / sizeof *pieces;
}

/* Takes a few bytes out of the text somewhere, puts a piece in, or both. */
static Text mutated(Arena *arena, Text text) {
    size_t at = (size_t)check_below(&seed, text.len + 1);
    size_t to = at + (check_below(&seed, 2) ? (size_t)check_below(&seed, 8) : 0);
    if (to > text.len) to = text.len;
    Buf buf = buf_new(arena);
    buf_text(&buf, text_part(text, 0, at));
    if (to == at || check_below(&seed, 2)) buf_cstr(&buf, pieces[check_below(&seed, piece_count())]);
    buf_text(&buf, text_part(text, to, text.len));
    return buf_done(&buf);
}

static void check_mutations(Arena *arena, const char *path) {
    Text whole = reading_file(arena, path);
    for (int round = 0; round < 40; round++) {
        ArenaMark mark = arena_mark(arena);
        Text text = whole;
        for (uint64_t times = 1 + check_below(&seed, 6); times > 0; times--) text = mutated(arena, text);
        check_properties(arena, text);
        arena_rewind(arena, mark);
    }
}

START_TEST(it_holds_for_texts_with_errors_too) {
    seed = check_seed("formatting mutated rules");
    for_each_file(check_mutations);
}
END_TEST

START_TEST(it_holds_for_words_put_together_by_chance) {
    seed = check_seed("formatting random words");
    for (int round = 0; round < 500; round++) {
        Arena *arena = arena_new(0);
        Buf buf = buf_new(arena);
        for (uint64_t times = check_below(&seed, 40); times > 0; times--)
            buf_cstr(&buf, pieces[check_below(&seed, piece_count())]);
        check_properties(arena, buf_done(&buf));
        arena_free(arena);
    }
}
END_TEST

/* --- single rules --------------------------------------------------------------------------------------- */

START_TEST(an_empty_file_stays_empty) {
    becomes("", "");
    becomes("\n \n\t\n", "");
}
END_TEST

START_TEST(a_file_ends_with_one_newline_and_begins_with_a_word) {
    becomes("\n\n# so\n\n\n", "# so\n");
}
END_TEST

START_TEST(the_line_ends_of_other_systems_become_newlines) {
    becomes("role a\r\n\r\n\r\nrole b\r\n", "role a\n\nrole b\n");
}
END_TEST

START_TEST(a_cell_is_as_wide_as_it_is_shown) {
    becomes("powers {\n|a|b|\n|組織|e\xCC\x81|\n}\n",
            "powers {\n  | a    | b |\n  | 組織 | e\xCC\x81 |\n}\n");
}
END_TEST

START_TEST(a_declaration_at_the_margin_stays_there_though_a_block_is_open) {
    becomes("body a {\nseats 3..7\nbody b {\nseats 1..2\n}\n",
            "body a {\n  seats 3..7\nbody b {\n  seats 1..2\n}\n");
}
END_TEST

START_TEST(numbers_are_never_joined_or_torn) {
    becomes("guard g {\nrequires a = 2026 - 01 - 02 and b = 1 / 2\n}\n",
            "guard g {\n  requires a = 2026 - 01 - 02 and b = 1 / 2\n}\n");
    becomes("guard g {\nrequires 2026-01-02=1/2 and 5 .5\n}\n",
            "guard g {\n  requires 2026-01-02 = 1/2 and 5 . 5\n}\n");
}
END_TEST

START_TEST(tokens_that_touch_are_parted_where_the_parser_parts_them) {
    becomes("guard g {\nrequires a = 2026-01-017.5\n}\n", "guard g {\n  requires a = 2026-01-01 7.5\n}\n");
    becomes("guard g {\nrequires a = 2026-1-2\n}\n", "guard g {\n  requires a = 2026 - 1 - 2\n}\n");
    becomes("guard g {\nrequires a = USD  7.5x\n}\n", "guard g {\n  requires a = USD 7.5 x\n}\n");
    becomes("guard g {\nrequires a = 1_7.5x and 1__7.5\n}\n",
            "guard g {\n  requires a = 1_7.5x and 1__7. 5\n}\n");
    becomes("guard g {\nrequires a = 12 .7.5x\n}\n", "guard g {\n  requires a = 12 .7.5x\n}\n");
}
END_TEST

static void is_given_back(Text text) {
    Arena *arena = arena_new(0);
    Text result;
    ck_assert(!format_rules(arena, text, &result));
    ck_assert_text_eq(result, text);
    arena_free(arena);
}

START_TEST(what_cannot_be_scanned_is_given_back_as_it_is) {
    is_given_back(TEXT("role   a \"open\n"));
    is_given_back(TEXT("role   a \"open\\\"\n"));
    is_given_back(TEXT("role   a # \xFF\n"));
    is_given_back((Text){"role  \0a", 8});
}
END_TEST

START_TEST(what_is_made_stays_in_proportion_to_the_file) {
    static const char *const shapes[] = {"{\n", "(\n", "|", "| a\n", "a b,\n", "x # y\n", "{ ("};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        Arena *arena = arena_new(0);
        Buf buf = buf_new(arena);
        buf_cstr(&buf, "body b {\n | ");
        buf_repeat(&buf, 'w', 20000);
        buf_cstr(&buf, " | a |\n");
        for (int times = 0; times < 20000; times++) buf_cstr(&buf, shapes[i]);
        Text text = buf_done(&buf);
        ck_assert_uint_lt(formatted(arena, text).len, 200 * text.len);
        arena_free(arena);
    }
}
END_TEST

Suite *format_suite(void) {
    Suite *suite = suite_create("format");
    TCase *tests = tcase_create("format");
    tcase_add_test(tests, the_goldens_come_out_as_expected);
    tcase_add_test(tests, formatting_changes_space_alone_and_nothing_that_is_understood);
    tcase_add_test(tests, it_holds_for_texts_with_errors_too);
    tcase_add_test(tests, it_holds_for_words_put_together_by_chance);
    tcase_add_test(tests, an_empty_file_stays_empty);
    tcase_add_test(tests, a_file_ends_with_one_newline_and_begins_with_a_word);
    tcase_add_test(tests, the_line_ends_of_other_systems_become_newlines);
    tcase_add_test(tests, a_cell_is_as_wide_as_it_is_shown);
    tcase_add_test(tests, a_declaration_at_the_margin_stays_there_though_a_block_is_open);
    tcase_add_test(tests, numbers_are_never_joined_or_torn);
    tcase_add_test(tests, tokens_that_touch_are_parted_where_the_parser_parts_them);
    tcase_add_test(tests, what_cannot_be_scanned_is_given_back_as_it_is);
    tcase_add_test(tests, what_is_made_stays_in_proportion_to_the_file);
    suite_add_tcase(suite, tests);
    return suite;
}
