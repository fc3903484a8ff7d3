/* docs/language.md lists every code. The list is made here from the rows and compared with what stands there;
 * with BYLAW_REGENERATE=1 in the environment it is written there. */
#include "check_more.h"
#include "source/diagnostic.h"
#include "source/diagnostic_rows.h"
#include <string.h>

#define PAGE  SOURCE_DIR "/docs/language.md"
#define BEGIN "<!-- codes:begin -->\n"
#define END   "<!-- codes:end -->"

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

static Text page_text(void) {
    FILE *file = fopen(PAGE, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", PAGE);
    Buf buf = buf_new(arena);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

static void rewrite(Text before, Text list, Text after) {
    FILE *file = fopen(PAGE, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%.*s%.*s%.*s", TEXT_ARG(before), TEXT_ARG(list), TEXT_ARG(after));
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(the_page_on_the_language_lists_every_code) {
    Text list = list_of_codes(), page = page_text();
    const char *begin = strstr(page.at, BEGIN), *end = strstr(page.at, END);
    ck_assert_msg(begin && end && begin < end, "%s has no place for the list", PAGE);
    size_t from = (size_t)(begin - page.at) + strlen(BEGIN), to = (size_t)(end - page.at);
    if (getenv("BYLAW_REGENERATE"))
        rewrite(text_part(page, 0, from), list, text_part(page, to, page.len));
    else
        ck_assert_msg(text_equal(list, text_part(page, from, to)),
                      "%s lists other codes (BYLAW_REGENERATE=1 writes them)", PAGE);
}
END_TEST

Suite *codes_doc_suite(void) {
    Suite *suite = suite_create("codes on their page");
    TCase *tests = tcase_create("page");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_page_on_the_language_lists_every_code);
    suite_add_tcase(suite, tests);
    return suite;
}
