/* docs/language.md lists every code, and docs/diagnostics.md has a section for each. The list and the head of
 * each section are made here from the rows and compared with what stands there; with BYLAW_REGENERATE=1 in
 * the environment they are written there. Examples, which follow in a section, are for flow/diagnostics_doc.
 */
#include "check_more.h"
#include "source/diagnostic.h"
#include "source/diagnostic_rows.h"
#include <string.h>

#define PAGE     SOURCE_DIR "/docs/language.md"
#define SECTIONS SOURCE_DIR "/docs/diagnostics.md"
#define BEGIN    "<!-- codes:begin -->\n"
#define END      "<!-- codes:end -->"

static Arena *arena;

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    arena_free(arena);
}

/* A bar would end the cell. */
static void write_cell(Buf *buf, const char *text) {
    for (; *text; text++) {
        if (*text == '|' || *text == '<') buf_char(buf, '\\');
        buf_char(buf, *text);
    }
}

static void write_row(Buf *buf, const char *code, const char *sentence, const char *mend) {
    buf_format(buf, "| %s | ", code);
    write_cell(buf, sentence);
    buf_cstr(buf, " | ");
    write_cell(buf, mend);
    buf_cstr(buf, " |\n");
}

static Text list_of_codes(void) {
    Buf buf = buf_new(arena);
    buf_cstr(&buf, "| code | what is wrong | mend |\n|---|---|---|\n");
#define X(code, name, severity, sentence, mend) write_row(&buf, code, sentence, mend);
    DIAGNOSTIC_ROWS(X)
#undef X
    return buf_done(&buf);
}

static Text page_text(const char *path) {
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    Buf buf = buf_new(arena);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

static void rewrite(const char *path, Text text) {
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%.*s", TEXT_ARG(text));
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(the_page_on_the_language_lists_every_code) {
    Text list = list_of_codes(), page = page_text(PAGE);
    const char *begin = strstr(page.at, BEGIN), *end = strstr(page.at, END);
    ck_assert_msg(begin && end && begin < end, "%s has no place for the list", PAGE);
    size_t from = (size_t)(begin - page.at) + strlen(BEGIN), to = (size_t)(end - page.at);
    if (getenv("BYLAW_REGENERATE"))
        rewrite(PAGE, text_format(arena, "%.*s%.*s%s", (int)from, page.at, TEXT_ARG(list), end));
    else
        ck_assert_msg(text_equal(list, text_part(page, from, to)),
                      "%s lists other codes (BYLAW_REGENERATE=1 writes them)", PAGE);
}
END_TEST

/* --- a section for each --------------------------------------------------------------------------------- */

/* "## E0201", its sentence, its mend. */
static void write_head(Buf *buf, const char *code, const char *sentence, const char *mend) {
    buf_format(buf, "## %s\n\n", code);
    write_cell(buf, sentence);
    buf_cstr(buf, "\n\n");
    if (!*mend) return;
    buf_cstr(buf, "Mend: ");
    write_cell(buf, mend);
    buf_cstr(buf, "\n\n");
}

/* The example of a code and what follows it, up to the next section; empty when it has none yet. */
static Text example_of(const char *page, const char *code) {
    const char *section = strstr(page, text_format(arena, "\n## %s\n", code).at);
    const char *next = section ? strstr(section + 1, "\n## ") : NULL,
               *example = section ? strstr(section, "```") : NULL;
    if (!example || (next && example > next)) return (Text){0};
    return (Text){example, next ? (size_t)(next + 1 - example) : strlen(example)};
}

static Text sections(const char *page) {
    Buf buf = buf_new(arena);
    const char *first = strstr(page, "\n## ");
    ck_assert_ptr_nonnull(first);
    buf_text(&buf, (Text){page, (size_t)(first + 1 - page)});
#define X(code, name, severity, sentence, mend)                                                              \
    write_head(&buf, code, sentence, mend);                                                                  \
    buf_text(&buf, example_of(page, code));
    DIAGNOSTIC_ROWS(X)
#undef X
    return buf_done(&buf);
}

START_TEST(each_code_has_a_section_of_its_own) {
    Text page = page_text(SECTIONS), wanted = sections(page.at);
    if (getenv("BYLAW_REGENERATE"))
        rewrite(SECTIONS, wanted);
    else
        ck_assert_msg(
            text_equal(page, wanted),
            "%s has other sections (BYLAW_REGENERATE=1 writes them; then put an example that provokes "
            "the code under each new one)",
            SECTIONS);
}
END_TEST

Suite *codes_doc_suite(void) {
    Suite *suite = suite_create("codes on their page");
    TCase *tests = tcase_create("page");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_page_on_the_language_lists_every_code);
    tcase_add_test(tests, each_code_has_a_section_of_its_own);
    suite_add_tcase(suite, tests);
    return suite;
}
