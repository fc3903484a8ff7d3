/* tests/golden/parse/X.bylaw parsed: the diagnostics must be X.expected. With BYLAW_GOLDEN=write in the
 * environment the expectations are written anew, to be read in the difference. */
#include "reading.h"
#include <dirent.h>
#include <string.h>

static const char folder[] = "tests/golden/parse";

static Text diagnostics_of(Arena *arena, Text path, Text text) {
    Sources *sources = sources_new(arena);
    Diagnostics *diagnostics = diagnostics_new(arena);
    parse_rules(ast_new(arena, sources), sources_add(sources, path, text), diagnostics);
    diagnostics_sort(sources, diagnostics);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    return buf_done(&buf);
}

static void write_file(Arena *arena, const char *path, Text text) {
    FILE *file = fopen(text_format(arena, "%s/%s", SOURCE_DIR, path).at, "wb");
    ck_assert_ptr_nonnull(file);
    fwrite(text.at, 1, text.len, file);
    fclose(file);
}

static void check_golden(const char *name) {
    Arena *arena = arena_new(0);
    Text stem = text_part(text_of(name), 0, strlen(name) - strlen(".bylaw"));
    const char *expected = text_format(arena, "%s/%.*s.expected", folder, TEXT_ARG(stem)).at;
    Text text = reading_file(arena, text_format(arena, "%s/%s", folder, name).at);
    Text got = diagnostics_of(arena, text_of(name), text);
    const char *golden = getenv("BYLAW_GOLDEN");
    if (golden && strcmp(golden, "write") == 0) write_file(arena, expected, got);
    Text want = reading_file(arena, expected);
    ck_assert_msg(text_equal(got, want), "%s: the diagnostics are\n%.*s", name, TEXT_ARG(got));
    arena_free(arena);
}

START_TEST(the_diagnostics_of_every_golden_file_are_those_expected) {
    DIR *all = opendir(SOURCE_DIR "/tests/golden/parse");
    ck_assert_ptr_nonnull(all);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(all)) != NULL;) {
        if (!text_ends(text_of(entry->d_name), TEXT(".bylaw"))) continue;
        check_golden(entry->d_name);
        count++;
    }
    closedir(all);
    ck_assert_int_gt(count, 0);
}
END_TEST

Suite *parse_golden_suite(void) {
    Suite *suite = suite_create("parse_golden");
    TCase *cases = tcase_create("parse_golden");
    tcase_add_test(cases, the_diagnostics_of_every_golden_file_are_those_expected);
    suite_add_tcase(suite, cases);
    return suite;
}
