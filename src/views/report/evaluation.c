/* What a table, scorecard, checklist, authority or review came to; with --explain the reasons as a tree, the
 * facts, and what would have changed it. */
#include "views/report/renderers.h"
#include <string.h>

enum { INDENT = 2, OUTPUT_COLUMN = 16 };

/* --- what it came to ------------------------------------------------------------------------------------ */

/* X(code, sentence) of a rule that failed */
#define PROBLEMS(X)                                                                                          \
    X("too_large", "a number in it grew past what a number may be")                                          \
    X("divided_by_zero", "it divides by zero")                                                               \
    X("two_rows", "two rows fit these facts, and only one may")                                              \
    X("two_exceptions", "two exceptions apply to these facts, and only one may")                             \
    X("line", "a line of people leads to nobody")                                                            \
    X("off_scale", "a score is outside its scale, or not whole")                                             \
    X("negative_root", "it takes the square root of a number below 0")                                       \
    X("no_such_time", "it reckons with a day or an instant that there is not")                               \
    X("not_in_force", "on that day nothing says what a definition in it means")                              \
    X("not_applicable", "it needs the value of a fact that does not apply here")

static const char *problem_sentence(const char *code) {
#define X(name, sentence)                                                                                    \
    if (strcmp(code, name) == 0) return sentence;
    PROBLEMS(X)
#undef X
    return code;
}

/* X(code, how the sentence goes on after the person whom the line came to) */
#define LINE_ENDS(X)                                                                                         \
    X("ends", "ends with ", ", and no ")                                                                     \
    X("unsaid", "comes to ", ", of whom is not known: ")                                                     \
    X("circles", "comes again to ", ", and goes round")                                                      \
    X("too_long", "has come to ", ", and is too long to be followed")

static void put_line_end(Page *page, const bylaw_node *line) {
    const char *end = bylaw_get_text(line, "end"), *before = "", *behind = "";
#define X(code, one, two)                                                                                    \
    if (strcmp(end, code) == 0) before = one, behind = two;
    LINE_ENDS(X)
#undef X
    put(page, before);
    put(page, bylaw_get_text(line, "at"));
    put(page, behind);
    if (strcmp(end, "ends") == 0 || strcmp(end, "unsaid") == 0) put(page, bylaw_get_text(line, "limit"));
    if (strcmp(end, "ends") != 0) return;
    put(page, " in it covers ");
    put_value(page, bylaw_get(line, "covered"));
}

/* The reporting line that led to nobody. */
static void put_report_line(Page *page, const bylaw_node *determination) {
    const bylaw_node *line = bylaw_get(determination, "line");
    if (!line) return;
    put(page, "  the line ");
    put(page, bylaw_get_text(line, "register"));
    put(page, ".");
    put(page, bylaw_get_text(line, "above"));
    put(page, " from ");
    put(page, bylaw_get_text(line, "from"));
    put(page, " ");
    put_line_end(page, line);
    line_end(page);
}

/* A - in a row says that there is none. */
static void put_output(Page *page, const bylaw_node *output) {
    if (bylaw_kind(output) == BYLAW_NULL)
        put(page, "none");
    else
        put_value(page, output);
}

/* The first output is the headline. */
static void put_outputs(Page *page, const bylaw_node *outputs) {
    for (size_t i = 1; i < bylaw_count(outputs); i++) {
        begin_row_at(page, INDENT, bylaw_item_key(outputs, i), OUTPUT_COLUMN);
        put_output(page, bylaw_item(outputs, i));
        line_end(page);
    }
}

static void begin_headline(Page *page, const bylaw_node *determination) {
    put_styled(page, STYLE_STRONG, bylaw_get_text(determination, "unit"));
    put(page, ": ");
}

static void put_headline(Page *page, const bylaw_node *determination, const char *came_to) {
    begin_headline(page, determination);
    put_line(page, came_to);
}

static void put_place(Page *page, const bylaw_node *determination) {
    begin_row_at(page, INDENT, "by", OUTPUT_COLUMN);
    if (has(determination, "row")) {
        put(page, "row ");
        put(page, bylaw_get_text(determination, "row"));
        put(page, ", ");
    } else if (bylaw_count(bylaw_get(determination, "rows"))) {
        put(page, "rows ");
        put_list(page, bylaw_get(determination, "rows"));
        put(page, ", ");
    }
    put_where(page, bylaw_get(determination, "where"));
    if (has(determination, "exception")) {
        put(page, "; exception ");
        put(page, bylaw_get_text(determination, "exception"));
    }
    line_end(page);
}

static void put_score(Page *page, const bylaw_node *determination) {
    put_headline(page, determination, bylaw_get_text(determination, "total"));
    put_line(page, bylaw_get_bool(determination, "eligible") ? "  every required minimum is met"
                                                             : "  a required minimum is not met");
}

static void put_decided(Page *page, const bylaw_node *determination) {
    const bylaw_node *outputs = bylaw_get(determination, "outputs");
    if (has(determination, "complete")) {
        put_headline(page, determination,
                     bylaw_get_bool(determination, "complete") ? "complete" : "not complete");
    } else if (has(determination, "total")) {
        put_score(page, determination);
    } else if (outputs) {
        begin_headline(page, determination);
        put_output(page, bylaw_item(outputs, 0));
        line_end(page);
        put_outputs(page, outputs);
    } else if (has(determination, "value")) {
        begin_headline(page, determination);
        put_value(page, bylaw_get(determination, "value"));
        line_end(page);
    } else {
        put_headline(page, determination, bylaw_get_bool(determination, "yes") ? "yes" : "no");
    }
    put_place(page, determination);
}

enum { ROWS_SHOWN = 12 };

static void put_possible(Page *page, const bylaw_node *rows) {
    size_t count = bylaw_count(rows);
    if (count == 0) put(page, "no row");
    for (size_t i = 0; i < count && i < ROWS_SHOWN; i++) {
        put(page, i ? ", " : count > 1 ? "rows " : "row ");
        put(page, bylaw_text(bylaw_item(rows, i)));
    }
    if (count <= ROWS_SHOWN) return;
    put(page, " and ");
    put_count(page, (int64_t)(count - ROWS_SHOWN));
    put(page, " more");
}

static void put_undetermined(Page *page, const bylaw_node *determination) {
    put_headline(page, determination, "cannot be determined yet");
    put(page, "  it needs to be known: ");
    put_list(page, bylaw_get(determination, "settle"));
    line_end(page);
    put_report_line(page, determination);
    if (!has(determination, "possible_rows")) return;
    put(page, "  it can still come to: ");
    put_possible(page, bylaw_get(determination, "possible_rows"));
    line_end(page);
}

/* The two that do not go together. */
static void put_two(Page *page, const bylaw_node *determination, const char *one, const char *other) {
    if (!has(determination, other)) return;
    put(page, ": ");
    put(page, bylaw_get_text(determination, one));
    put(page, " and ");
    put(page, bylaw_get_text(determination, other));
}

static void put_failed(Page *page, const bylaw_node *determination) {
    put_headline(page, determination, "gives no result");
    put(page, "  ");
    if (is(determination, "outcome", "no_row"))
        put(page, "no row fits these facts");
    else
        put(page, problem_sentence(bylaw_get_text(determination, "problem")));
    put_two(page, determination, "row", "other_row");
    put_two(page, determination, "exception", "other_exception");
    if (has(determination, "ended_in")) {
        put(page, "; it needs ");
        put(page, bylaw_get_text(determination, "ended_in"));
        put(page, ", which ends so");
    }
    line_end(page);
    put_report_line(page, determination);
    if (*bylaw_get_text(bylaw_get(determination, "where"), "path")) put_place(page, determination);
}

static void put_determination(Page *page, const bylaw_node *determination) {
    if (is(determination, "outcome", "decided"))
        put_decided(page, determination);
    else if (is(determination, "outcome", "undetermined"))
        put_undetermined(page, determination);
    else
        put_failed(page, determination);
}

/* --- facts, and what would have changed it -------------------------------------------------------------- */

static void put_fact_value(Page *page, const bylaw_node *fact) {
    if (bylaw_get_bool(fact, "not_applicable"))
        put(page, "not applicable");
    else
        put_value(page, bylaw_get(fact, "value"));
}

void render_facts(Page *page, const bylaw_node *facts, size_t indent) {
    size_t width = widest(facts, "fact");
    for (size_t i = 0; i < bylaw_count(facts); i++) {
        const bylaw_node *fact = bylaw_item(facts, i);
        tab(page, indent);
        put(page, bylaw_get_text(fact, "fact"));
        tab(page, indent + width + 2);
        put_fact_value(page, fact);
        tab(page, indent + width + 12);
        put_styled(page, STYLE_FAINT, bylaw_get_text(fact, "how"));
        line_end(page);
    }
}

static void put_then(Page *page, const bylaw_node *change) {
    put(page, ": ");
    if (has(change, "row")) {
        put(page, "row ");
        put(page, bylaw_get_text(change, "row"));
    } else if (has(change, "rows")) {
        const char *rows = bylaw_get_text(change, "rows");
        put(page, *rows ? "rows " : "no row");
        put(page, rows);
    } else if (has(change, "eligible")) {
        put(page, bylaw_get_bool(change, "eligible") ? "eligible" : "not eligible");
    } else if (has(change, "complete")) {
        put(page, bylaw_get_bool(change, "complete") ? "complete" : "not complete");
    } else if (has(change, "yes")) {
        put(page, bylaw_get_bool(change, "yes") ? "yes" : "no");
    } else if (has(change, "needs")) {
        put(page, "it would rest on ");
        put_list(page, bylaw_get(change, "needs"));
    } else {
        put(page, "no row");
    }
}

/* How far it is to there. */
static void put_distance(Page *page, const bylaw_node *change) {
    bool less = is(change, "when", "at most") || is(change, "when", "less than");
    bool over = is(change, "when", "more than") || is(change, "when", "less than");
    if (!has(change, "by")) {
        put(page, " (however little)");
        return;
    }
    put(page, over ? " (over " : " (");
    put(page, bylaw_get_text(change, "by"));
    put(page, less ? " less)" : " more)");
}

static void put_besides(Page *page, const bylaw_node *change, const char *key, const char *words) {
    if (!has(change, key)) return;
    put(page, words);
    put(page, bylaw_get_text(change, key));
}

static void put_change(Page *page, const bylaw_node *change, size_t width) {
    put(page, "  ");
    put(page, bylaw_get_text(change, "fact"));
    tab(page, width + 4);
    if (!is(change, "when", "is")) {
        put(page, bylaw_get_text(change, "when"));
        put(page, " ");
    }
    put(page, bylaw_get_text(change, "to"));
    put(page, " instead of ");
    put(page, bylaw_get_text(change, "value"));
    if (!is(change, "when", "is")) put_distance(page, change);
    put_then(page, change);
    put_besides(page, change, "exception", ", exception ");
    put_besides(page, change, "decided_by", ", decided by ");
    line_end(page);
}

static void put_changes(Page *page, const bylaw_node *changes) {
    size_t width = widest(changes, "fact");
    if (bylaw_count(changes) == 0) return;
    line_end(page);
    put_styled(page, STYLE_STRONG, "What would have changed it");
    line_end(page);
    for (size_t i = 0; i < bylaw_count(changes); i++) put_change(page, bylaw_item(changes, i), width);
}

void render_evaluation(Page *page, const bylaw_node *document) {
    const bylaw_node *determination = bylaw_get(document, "determination");
    put_determination(page, determination);
    if (!bylaw_get_bool(document, "explain")) return;
    line_end(page);
    put_styled(page, STYLE_STRONG, "Why");
    line_end(page);
    render_reasons(page, determination);
    if (bylaw_count(bylaw_get(determination, "facts"))) {
        line_end(page);
        put_styled(page, STYLE_STRONG, "Facts");
        line_end(page);
        render_facts(page, bylaw_get(determination, "facts"), 2);
    }
    put_changes(page, bylaw_get(determination, "would_change"));
}
