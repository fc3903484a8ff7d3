/* What an author reads: check, format, tests. */
#include "views/report/renderers.h"
#include <string.h>

/* --- check ---------------------------------------------------------------------------------------------- */

/* X(key, one, many) */
#define COUNTS(X)                                                                                            \
    X("bodies", "body", "bodies")                                                                            \
    X("tables", "table", "tables")                                                                           \
    X("scorecards", "scorecard", "scorecards")                                                               \
    X("checklists", "checklist", "checklists")                                                               \
    X("reviews", "review", "reviews")                                                                        \
    X("escalations", "escalation", "escalations")                                                            \
    X("workflows", "workflow", "workflows")                                                                  \
    X("tests", "test", "tests")

static void put_part(Page *page, const bylaw_node *counts, const char *key, const char *one, const char *many,
                     bool *first) {
    int64_t count = bylaw_get_integer(counts, key);
    if (count == 0) return;
    put(page, *first ? ": " : ", ");
    put_counted(page, count, one, many);
    *first = false;
}

static void put_counts(Page *page, const bylaw_node *document) {
    bool first = true;
    put(page, "  ");
    put_counted(page, bylaw_get_integer(document, "files"), "file", "files");
#define X(key, one, many) put_part(page, bylaw_get(document, "counts"), key, one, many, &first);
    COUNTS(X)
#undef X
    line_end(page);
}

static int64_t count_warnings(const bylaw_node *diagnostics) {
    int64_t warnings = 0;
    for (size_t i = 0; i < bylaw_count(diagnostics); i++)
        warnings += is(bylaw_item(diagnostics, i), "severity", "warning");
    return warnings;
}

static void put_charter(Page *page, const bylaw_node *document) {
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "title"));
    if (*bylaw_get_text(document, "edition")) {
        put(page, ", edition ");
        put(page, bylaw_get_text(document, "edition"));
    }
    line_end(page);
    put_counts(page, document);
    put(page, "  charter ");
    put_line(page, bylaw_get_text(document, "charter"));
}

static void put_verdict(Page *page, const bylaw_node *document) {
    int64_t errors = bylaw_get_integer(document, "errors"),
            warnings = count_warnings(bylaw_get(document, "diagnostics"));
    if (errors)
        put_counted(page, errors, "error", "errors");
    else
        put_styled(page, STYLE_GOOD, "  no errors");
    if (warnings) {
        put(page, ", ");
        put_counted(page, warnings, "warning", "warnings");
    }
    if (bylaw_get_integer(document, "accepted")) {
        put(page, ", ");
        put_counted(page, bylaw_get_integer(document, "accepted"), "accepted warning", "accepted warnings");
    }
    line_end(page);
}

void render_check(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "text"));
    if (has(document, "title")) put_charter(page, document);
    put_verdict(page, document);
}

void render_format(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "text"));
}

void render_explanation(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "text"));
}

void render_disassembly(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "text"));
}

/* --- tests ---------------------------------------------------------------------------------------------- */

enum { WORD = 10, LABEL = 20 };

static void put_failure(Page *page, const bylaw_node *failure) {
    begin_row_at(page, WORD, "expected", LABEL);
    put_line(page, bylaw_get_text(failure, "expected"));
    begin_row_at(page, WORD, "but", LABEL);
    put_line(page, bylaw_get_text(failure, "got"));
    begin_row_at(page, WORD, "at", LABEL);
    put_where(page, failure);
    line_end(page);
    const bylaw_node *facts = bylaw_get(bylaw_get(failure, "determination"), "facts");
    if (bylaw_count(facts) == 0) return;
    tab(page, WORD);
    put_styled(page, STYLE_FAINT, "where");
    line_end(page);
    render_facts(page, facts, LABEL);
}

static void put_test(Page *page, const bylaw_node *test, size_t title_width) {
    bool passed = bylaw_get_bool(test, "passed");
    put(page, "  ");
    put_styled(page, passed ? STYLE_GOOD : STYLE_BAD, passed ? "passed" : "FAILED");
    tab(page, WORD);
    put(page, bylaw_get_text(test, "title"));
    tab(page, WORD + title_width + 2);
    put_where(page, test);
    line_end(page);
    const bylaw_node *failures = bylaw_get(test, "failures");
    for (size_t i = 0; i < bylaw_count(failures); i++) put_failure(page, bylaw_item(failures, i));
}

void render_tests(Page *page, const bylaw_node *document) {
    const bylaw_node *tests = bylaw_get(document, "tests");
    size_t title_width = widest(tests, "title");
    for (size_t i = 0; i < bylaw_count(tests); i++) put_test(page, bylaw_item(tests, i), title_width);
    int64_t passed = bylaw_get_integer(document, "passed"), failed = bylaw_get_integer(document, "failed");
    put_counted(page, passed + failed, "test", "tests");
    put(page, ": ");
    put_count(page, passed);
    put(page, " passed, ");
    put_count(page, failed);
    put_line(page, " failed");
    if (has(document, "coverage")) render_coverage(page, bylaw_get(document, "coverage"));
}

/* --- names ---------------------------------------------------------------------------------------------- */

static void put_span(Page *page, const bylaw_node *span) {
    put(page, bylaw_get_text(span, "file"));
    put(page, ":");
    put_count(page, bylaw_get_integer(span, "line"));
}

static void put_uses(Page *page, const bylaw_node *uses, size_t column) {
    for (size_t i = 0; i < bylaw_count(uses); i++) {
        tab(page, column);
        put_span(page, bylaw_item(uses, i));
        line_end(page);
    }
}

enum { NAMES_GAP = 2, USES_INDENT = 4 };

void render_names(Page *page, const bylaw_node *document) {
    const bylaw_node *names = bylaw_get(document, "names");
    size_t what = widest(names, "path") + NAMES_GAP, place = what + widest(names, "what") + NAMES_GAP;
    for (size_t i = 0; i < bylaw_count(names); i++) {
        const bylaw_node *name = bylaw_item(names, i);
        put_styled(page, STYLE_STRONG, bylaw_get_text(name, "path"));
        tab(page, what);
        put(page, bylaw_get_text(name, "what"));
        tab(page, place);
        put_span(page, bylaw_get(name, "declared"));
        line_end(page);
        put_uses(page, bylaw_get(name, "uses"), USES_INDENT);
    }
    if (bylaw_count(names) == 0) put_line(page, "There are no names here.");
}
