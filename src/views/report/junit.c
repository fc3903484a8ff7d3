/* Tests as JUnit's XML. It has no times: the same rules give the same file. */
#include "views/report/page.h"
#include <stdlib.h>
#include <string.h>

/* X(character, as it is written in XML) */
#define ESCAPES(X)                                                                                           \
    X('&', "&amp;")                                                                                          \
    X('<', "&lt;")                                                                                           \
    X('>', "&gt;")                                                                                           \
    X('"', "&quot;")                                                                                         \
    X('\n', "&#10;")                                                                                         \
    X('\t', "&#9;")

/* NULL: the character stands for itself. Other control characters cannot be in XML at all. */
static const char *escaped(char c) {
    switch (c) {
#define X(character, written)                                                                                \
    case character:                                                                                          \
        return written;
        ESCAPES(X)
#undef X
    default:
        return (unsigned char)c < 0x20 ? "\uFFFD" : NULL;
    }
}

/* U+FFFE and U+FFFF are in no XML either. */
static bool is_no_character(const char *at) {
    return strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0;
}

static void put_text(FILE *out, const char *text) {
    for (; *text; text++) {
        const char *written = is_no_character(text) ? "\uFFFD" : escaped(*text);
        if (is_no_character(text)) text += 2;
        if (written)
            fputs(written, out);
        else
            fputc(*text, out);
    }
}

static void put_attribute(FILE *out, const char *name, const char *value) {
    fprintf(out, " %s=\"", name);
    put_text(out, value);
    fputc('"', out);
}

static void put_failure(FILE *out, const bylaw_node *failure) {
    fputs("      <failure type=\"expectation\"", out);
    put_attribute(out, "message", bylaw_get_text(failure, "got"));
    fputs(">expected ", out);
    put_text(out, bylaw_get_text(failure, "expected"));
    fputs(" at ", out);
    put_text(out, bylaw_get_text(failure, "path"));
    fprintf(out, ":%lld</failure>\n", (long long)bylaw_get_integer(failure, "line"));
}

static void put_case(FILE *out, const bylaw_node *test) {
    const bylaw_node *failures = bylaw_get(test, "failures");
    fputs("    <testcase", out);
    put_attribute(out, "name", bylaw_get_text(test, "title"));
    put_attribute(out, "classname", bylaw_get_text(test, "path"));
    put_attribute(out, "file", bylaw_get_text(test, "path"));
    fprintf(out, " line=\"%lld\"", (long long)bylaw_get_integer(test, "line"));
    fputs(bylaw_count(failures) ? ">\n" : "/>\n", out);
    for (size_t i = 0; i < bylaw_count(failures); i++) put_failure(out, bylaw_item(failures, i));
    if (bylaw_count(failures)) fputs("    </testcase>\n", out);
}

/* The first test after those from `from` on that is of another file. */
static size_t end_of_file(const bylaw_node *tests, size_t from, size_t *failed) {
    size_t end = from;
    const char *path = bylaw_get_text(bylaw_item(tests, from), "path");
    for (*failed = 0; end < bylaw_count(tests) && is(bylaw_item(tests, end), "path", path); end++)
        *failed += !bylaw_get_bool(bylaw_item(tests, end), "passed");
    return end;
}

static void put_suites(FILE *out, const bylaw_node *document) {
    const bylaw_node *tests = bylaw_get(document, "tests");
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", out);
    fprintf(out, "<testsuites name=\"bylaw\" tests=\"%zu\" failures=\"%lld\" errors=\"0\">\n",
            bylaw_count(tests), (long long)bylaw_get_integer(document, "failed"));
    size_t failed;
    for (size_t i = 0, end; i < bylaw_count(tests); i = end) {
        end = end_of_file(tests, i, &failed);
        fputs("  <testsuite", out);
        put_attribute(out, "name", bylaw_get_text(bylaw_item(tests, i), "path"));
        fprintf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"0\">\n", end - i, failed);
        for (; i < end; i++) put_case(out, bylaw_item(tests, i));
        fputs("  </testsuite>\n", out);
    }
    fputs("</testsuites>\n", out);
}

char *report_junit(const bylaw_result *result) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out) return NULL;
    put_suites(out, bylaw_result_document(result));
    bool failed = ferror(out) != 0;
    if (fclose(out) == 0 && !failed) return text;
    free(text);
    return NULL;
}
