/* The reasons of a determination as a tree: what it came to at the top, then what each part rests on. */
#include "views/report/renderers.h"
#include <string.h>

/* --- arithmetic ----------------------------------------------------------------------------------------- */

enum { SHARE_LENGTH = 64 };

/* "0.25" is read as 25%, "0.125" as 12.5%; a share that is no decimal stays a fraction, "1/3". */
static void put_share(Page *page, const char *share) {
    char shown[SHARE_LENGTH + 4];
    const char *point = strchr(share, '.');
    const char *fraction = point ? point + 1 : "";
    size_t length = strlen(share), whole = point ? (size_t)(point - share) : length, used = 0;
    if (strchr(share, '/') || length >= SHARE_LENGTH) {
        put(page, share);
        return;
    }
    memcpy(shown, share, whole);
    used = whole;
    for (int i = 0; i < 2; i++) shown[used++] = *fraction ? *fraction++ : '0';
    shown[used] = 0;
    size_t zeros = strspn(shown, "0");
    if (zeros == used) zeros--;
    put(page, shown + zeros);
    if (*fraction) put(page, ".");
    put(page, fraction);
    put(page, "%");
}

static void put_product(Page *page, const bylaw_node *score) {
    put(page, bylaw_get_text(score, "combined"));
    put(page, " x ");
    put_share(page, bylaw_get_text(score, "weight"));
}

/* --- what a part rests on: the i-th line under it ------------------------------------------------------- */

static bool has_total(const bylaw_node *step) {
    return bylaw_count(bylaw_get(step, "scores")) > 0 && bylaw_kind(bylaw_get(step, "value")) == BYLAW_TEXT;
}

static void put_sum(Page *page, const bylaw_node *step) {
    const bylaw_node *scores = bylaw_get(step, "scores");
    for (size_t i = 0; i < bylaw_count(scores); i++) {
        if (i) put(page, " + ");
        put_product(page, bylaw_item(scores, i));
    }
    put(page, " = ");
    put(page, bylaw_get_text(step, "value"));
}

static void put_minimum(Page *page, const bylaw_node *score, size_t column) {
    if (!has(score, "minimum")) return;
    tab(page, column);
    put(page, "minimum ");
    put(page, bylaw_get_text(score, "minimum"));
    if (has(score, "met")) put(page, bylaw_get_bool(score, "met") ? ": met" : ": not met");
}

enum { ARITHMETIC_WIDTH = 18 };

static void put_criterion(Page *page, const bylaw_node *scores, const bylaw_node *score) {
    size_t arithmetic = page->column + widest(scores, "criterion") + 2;
    put(page, bylaw_get_text(score, "criterion"));
    tab(page, arithmetic);
    if (has(score, "combined")) {
        put_product(page, score);
        put(page, " = ");
        put(page, bylaw_get_text(score, "weighted"));
    } else {
        put(page, "not scored yet");
    }
    put_minimum(page, score, arithmetic + ARITHMETIC_WIDTH);
}

static void put_test(Page *page, const bylaw_node *test) {
    put(page, bylaw_get_text(test, "column"));
    put(page, " is ");
    put_value(page, bylaw_get(test, "value"));
    if (is(test, "test", "otherwise")) {
        put(page, "; no row above fits");
        return;
    }
    put(page, "; the row asks for ");
    put(page, bylaw_get_text(test, "test"));
}

static void put_comparison(Page *page, const bylaw_node *comparison) {
    put(page, bylaw_get_text(comparison, "written"));
    put(page, ": ");
    put(page, has(comparison, "held") ? bylaw_get_bool(comparison, "held") ? "yes" : "no" : "not known");
}

/* A table's part usually rests on one row. Where two fit, each begins with a line of its own. */
static size_t row_lines(const bylaw_node *rows) {
    size_t lines = 0;
    for (size_t i = 0; i < bylaw_count(rows); i++)
        lines += bylaw_count(bylaw_get(bylaw_item(rows, i), "tests")) + (bylaw_count(rows) > 1);
    return lines;
}

static void put_row_line(Page *page, const bylaw_node *rows, size_t at) {
    for (size_t i = 0; i < bylaw_count(rows); i++) {
        const bylaw_node *row = bylaw_item(rows, i), *tests = bylaw_get(row, "tests");
        if (bylaw_count(rows) > 1 && at-- == 0) {
            put(page, "row ");
            put(page, bylaw_get_text(row, "row"));
            put(page, "  ");
            put_where(page, bylaw_get(row, "where"));
            return;
        }
        if (at < bylaw_count(tests)) {
            put_test(page, bylaw_item(tests, at));
            return;
        }
        at -= bylaw_count(tests);
    }
}

static void put_exception(Page *page, const bylaw_node *exception) {
    put(page, "exception ");
    put(page, bylaw_get_text(exception, "exception"));
    if (!has(exception, "applies"))
        put(page, " may apply: ");
    else
        put(page, bylaw_get_bool(exception, "applies") ? " applies: " : " does not apply: ");
    put(page, bylaw_get_text(exception, "when"));
    put(page, "  ");
    put_where(page, bylaw_get(exception, "where"));
}

/* Of a definition: the expression, unless it is the one comparison that is told already. */
static bool has_meaning(const bylaw_node *step) {
    const bylaw_node *comparisons = bylaw_get(step, "comparisons");
    if (!has(step, "means")) return false;
    return bylaw_count(comparisons) != 1 ||
           !is(bylaw_item(comparisons, 0), "written", bylaw_get_text(step, "means"));
}

static void put_meaning(Page *page, const bylaw_node *step) {
    put(page, "it means ");
    put(page, bylaw_get_text(step, "means"));
}

/* X(word, how an item stands, does that hang on when it applies?) */
#define STANDINGS(X)                                                                                         \
    X("met", "met", false)                                                                                   \
    X("not_met", "not met", false)                                                                           \
    X("open", "open: nobody has said", false)                                                                \
    X("not_applicable", "not applicable", true)                                                              \
    X("unsettled", "not known whether it applies", true)                                                     \
    X("failing", "cannot be read", true)

void put_standing(Page *page, const bylaw_node *item) {
    const char *stands = bylaw_get_text(item, "stands"), *said = stands;
    bool hangs = false;
#define X(word, words, hanging)                                                                              \
    if (strcmp(stands, word) == 0) said = words, hangs = hanging;
    STANDINGS(X)
#undef X
    put(page, said);
    if (!hangs || !has(item, "applies_when")) return;
    put(page, ": ");
    put(page, bylaw_get_text(item, "applies_when"));
}

static void put_item(Page *page, const bylaw_node *items, const bylaw_node *item) {
    size_t column = page->column + widest(items, "item") + 2;
    put(page, bylaw_get_text(item, "item"));
    tab(page, column);
    put_standing(page, item);
}

static size_t count_lines(const bylaw_node *step) {
    return bylaw_count(bylaw_get(step, "items")) + has_meaning(step) + row_lines(bylaw_get(step, "rows")) +
           bylaw_count(bylaw_get(step, "exceptions")) + bylaw_count(bylaw_get(step, "scores")) +
           has_total(step) + bylaw_count(bylaw_get(step, "comparisons"));
}

/* What a checklist rests on: whether it applies, then its items. */
static void put_checklist_line(Page *page, const bylaw_node *step, size_t i) {
    const bylaw_node *comparisons = bylaw_get(step, "comparisons"), *items = bylaw_get(step, "items");
    if (i < bylaw_count(comparisons))
        put_comparison(page, bylaw_item(comparisons, i));
    else
        put_item(page, items, bylaw_item(items, i - bylaw_count(comparisons)));
}

static void put_line_under(Page *page, const bylaw_node *step, size_t i) {
    if (is(step, "kind", "checklist")) {
        put_checklist_line(page, step, i);
        return;
    }
    const bylaw_node *rows = bylaw_get(step, "rows"), *scores = bylaw_get(step, "scores");
    if (has_meaning(step) && i-- == 0) {
        put_meaning(page, step);
        return;
    }
    if (i < row_lines(rows)) {
        put_row_line(page, rows, i);
        return;
    }
    i -= row_lines(rows);
    const bylaw_node *exceptions = bylaw_get(step, "exceptions");
    if (i < bylaw_count(exceptions)) {
        put_exception(page, bylaw_item(exceptions, i));
        return;
    }
    i -= bylaw_count(exceptions);
    if (i < bylaw_count(scores))
        put_criterion(page, scores, bylaw_item(scores, i));
    else if (i == bylaw_count(scores) && has_total(step))
        put_sum(page, step);
    else
        put_comparison(page,
                       bylaw_item(bylaw_get(step, "comparisons"), i - bylaw_count(scores) - has_total(step)));
}

/* --- the tree ------------------------------------------------------------------------------------------- */

/* What the part is, what it came to, and where it stands in the rules. */
static void put_head(Page *page, const bylaw_node *step) {
    const bylaw_node *rows = bylaw_get(step, "rows"),
                     *row = bylaw_count(rows) == 1 ? bylaw_item(rows, 0) : NULL;
    put(page, bylaw_get_text(step, "unit"));
    if (has(step, "value")) {
        put(page, " = ");
        put_value(page, bylaw_get(step, "value"));
    }
    if (row) {
        put(page, ", by row ");
        put(page, bylaw_get_text(row, "row"));
    }
    put(page, "   ");
    put_where(page, bylaw_get(row ? row : step, "where"));
    line_end(page);
}

static void put_lines(Page *page, const bylaw_node *step, const char *before, bool more_follow) {
    size_t count = count_lines(step);
    for (size_t i = 0; i < count; i++) {
        put(page, before);
        put(page, i + 1 < count || more_follow ? "├─ " : "└─ ");
        put_line_under(page, step, i);
        line_end(page);
    }
}

/* Parts stand in the order of evaluation: the last is the conclusion, and those before are what it needed. */
void render_reasons(Page *page, const bylaw_node *determination) {
    const bylaw_node *steps = bylaw_get(determination, "steps");
    size_t count = bylaw_count(steps);
    if (count == 0) return;
    put(page, "  ");
    put_head(page, bylaw_item(steps, count - 1));
    put_lines(page, bylaw_item(steps, count - 1), "  ", count > 1);
    for (size_t i = count - 1; i-- > 0;) {
        put(page, i ? "  ├─ " : "  └─ ");
        put_head(page, bylaw_item(steps, i));
        put_lines(page, bylaw_item(steps, i), i ? "  │  " : "     ", false);
    }
}
