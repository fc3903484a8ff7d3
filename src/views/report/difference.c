/* What an amendment changes, as a report to those who are to vote on it. */
#include "views/report/renderers.h"
#include <string.h>

enum { ABOUT = 2, SAYS = 4, SIDE = 12 };

/* --- what reads differently ----------------------------------------------------------------------------- */

static void put_side(Page *page, size_t indent, const char *label, const char *text) {
    if (!*text) return;
    begin_row_at(page, indent, label, indent + SIDE);
    put_wrapped(page, text);
}

static void put_difference(Page *page, const bylaw_node *difference) {
    const char *before = bylaw_get_text(difference, "before"), *now = bylaw_get_text(difference, "now");
    tab(page, ABOUT);
    put(page, bylaw_get_text(difference, "about"));
    if (!*before || !*now) put(page, *now ? ": added" : ": gone");
    line_end(page);
    put_side(page, SAYS, "before", before);
    put_side(page, SAYS, "now", now);
    put_side(page, SAYS, "for example", bylaw_get_text(difference, "example"));
    put_side(page, SAYS, "compared", has(difference, "as_written") ? "only as it is written" : "");
}

/* --- regions -------------------------------------------------------------------------------------------- */

static void put_named(Page *page, const bylaw_node *list, const char *sign, const char *all) {
    for (size_t i = 0; i < bylaw_count(list); i++) {
        if (i) put(page, ", ");
        put(page, bylaw_get_text(bylaw_item(list, i), "name"));
        put(page, sign);
        put(page, bylaw_get_text(bylaw_item(list, i), "is"));
    }
    if (bylaw_count(list) == 0) put(page, all);
}

static void put_results(Page *page, const bylaw_node *results) {
    bool first = true;
    for (size_t i = 0; i < bylaw_count(results); i++) {
        const bylaw_node *result = bylaw_item(results, i);
        if (!bylaw_get_bool(result, "differs")) continue;
        if (!first) put(page, ", ");
        if (has(result, "name")) {
            put(page, bylaw_get_text(result, "name"));
            put(page, ": ");
        }
        put(page, bylaw_get_text(result, "is"));
        first = false;
    }
}

enum { ROWS_SHOWN = 3 };

static void put_by(Page *page, const bylaw_node *by) {
    size_t count = bylaw_count(by);
    if (!count) return;
    put(page, "   (");
    for (size_t i = 0; i < count && i < ROWS_SHOWN; i++) {
        const bylaw_node *row = bylaw_item(by, i);
        if (i) put(page, "; ");
        if (has(row, "exception")) {
            put(page, "exception ");
            put(page, bylaw_get_text(row, "exception"));
            continue;
        }
        if (has(row, "row")) {
            put(page, bylaw_get_text(row, "row"));
            put(page, ", ");
        }
        put_where(page, row);
    }
    if (count > ROWS_SHOWN) {
        put(page, "; and ");
        put_count(page, (int64_t)(count - ROWS_SHOWN));
        put(page, " more");
    }
    put(page, ")");
}

static void put_outcome(Page *page, const char *label, const bylaw_node *side) {
    begin_row_at(page, SAYS, label, SAYS + SIDE);
    if (is(side, "outcome", "decided"))
        put_results(page, bylaw_get(side, "results"));
    else
        put(page, bylaw_get_text(side, "outcome"));
    put_by(page, bylaw_get(side, "by"));
    line_end(page);
}

static void put_region(Page *page, const bylaw_node *region) {
    const bylaw_node *where = bylaw_get(region, "where");
    tab(page, ABOUT);
    if (has(region, "about")) {
        put(page, bylaw_get_text(region, "about"));
        put(page, ", ");
    }
    put(page, bylaw_count(where) ? "where " : "");
    put_named(page, where, " ", "everywhere");
    line_end(page);
    put_outcome(page, "before", bylaw_get(region, "before"));
    put_outcome(page, "now", bylaw_get(region, "now"));
    if (!bylaw_count(where)) return;
    begin_row_at(page, SAYS, "for example", SAYS + SIDE);
    put_named(page, bylaw_get(region, "example"), " = ", "");
    line_end(page);
}

/* --- changes -------------------------------------------------------------------------------------------- */

void put_what(Page *page, const char *what) {
    const char *rest = strchr(what, ' ');
    if (strncmp(what, "an ", 3) != 0 && strncmp(what, "a ", 2) != 0 && strncmp(what, "the ", 4) != 0)
        rest = NULL;
    put(page, rest ? rest + 1 : what);
}

static void put_headline(Page *page, const bylaw_node *change) {
    const char *name = bylaw_get_text(change, "name");
    put_styled(page, STYLE_STRONG, name);
    if (*name) put(page, ", ");
    put_what(page, bylaw_get_text(change, "what"));
    if (has(change, "was")) {
        put(page, ", renamed: it was ");
        put(page, bylaw_get_text(change, "was"));
    }
    if (!is(change, "how", "changed")) {
        put(page, ": ");
        put(page, bylaw_get_text(change, "how"));
    }
    put(page, "   ");
    put_where(page, bylaw_get(change, has(change, "now") ? "now" : "before"));
    line_end(page);
}

static void put_change(Page *page, const bylaw_node *change) {
    const bylaw_node *differences = bylaw_get(change, "differences"), *regions = bylaw_get(change, "regions");
    put_headline(page, change);
    if (has(change, "as_written")) {
        tab(page, ABOUT);
        put(page, "compared only as it is written: ");
        put_line(page, bylaw_get_text(change, "as_written"));
    }
    for (size_t i = 0; i < bylaw_count(differences); i++) put_difference(page, bylaw_item(differences, i));
    put_side(page, ABOUT, "for example", bylaw_get_text(change, "example"));
    for (size_t i = 0; i < bylaw_count(regions); i++) put_region(page, bylaw_item(regions, i));
    if (has(change, "more_regions")) {
        tab(page, ABOUT);
        put(page, "and ");
        put_counted(page, bylaw_get_integer(change, "more_regions"), "region", "regions");
        put_line(page, " more");
    }
    line_end(page);
}

static void put_reached(Page *page, const bylaw_node *reached) {
    for (size_t i = 0; i < bylaw_count(reached); i++) {
        const bylaw_node *one = bylaw_item(reached, i);
        put_styled(page, STYLE_STRONG, bylaw_get_text(one, "name"));
        put(page, ", ");
        put_what(page, bylaw_get_text(one, "what"));
        put(page, ", reads as before, and rests on what has changed: ");
        put_list(page, bylaw_get(one, "reads"));
        line_end(page);
    }
    if (bylaw_count(reached)) line_end(page);
}

void render_difference(Page *page, const bylaw_node *document) {
    const bylaw_node *changes = bylaw_get(document, "changes");
    for (size_t i = 0; i < bylaw_count(changes); i++) put_change(page, bylaw_item(changes, i));
    put_reached(page, bylaw_get(document, "reached"));
    if (bylaw_count(changes) == 0) {
        put_line(page, "Nothing changed in meaning.");
        return;
    }
    put_counted(page, (int64_t)bylaw_count(changes), "thing has", "things have");
    put_line(page, " changed in meaning.");
}
