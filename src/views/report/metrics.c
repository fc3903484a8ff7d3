/* What was measured. */
#include "views/report/renderers.h"

/* "99.95%, target >= 99.9% met" */
static void put_measured(Page *page, const bylaw_node *measured) {
    put(page, bylaw_get_text(measured, "value"));
    if (has(measured, "unit")) put(page, " ");
    put(page, bylaw_get_text(measured, "unit"));
    if (has(measured, "came_to")) {
        put(page, ", target ");
        put(page, bylaw_get_text(measured, "target"));
        put(page, " ");
        put_styled(page, is(measured, "came_to", "missed") ? STYLE_BAD : STYLE_GOOD,
                   bylaw_get_text(measured, "came_to"));
    }
    if (has(measured, "missed_in_a_row")) {
        put(page, " for ");
        put_counted(page, bylaw_get_integer(measured, "missed_in_a_row"), "period", "periods");
        put(page, " in a row");
    }
    put(page, "; entry ");
    put_count(page, bylaw_get_integer(measured, "entry"));
    put(page, " of ");
    put(page, bylaw_get_text(measured, "giver"));
    if (has(measured, "source")) {
        put(page, ": ");
        put(page, bylaw_get_text(measured, "source"));
    }
    if (has(measured, "corrects")) {
        put(page, ", which corrects entry ");
        put_count(page, bylaw_get_integer(measured, "corrects"));
    }
    line_end(page);
}

void render_measurements(Page *page, const bylaw_node *measurements) {
    size_t metrics = widest(measurements, "metric"), members = widest(measurements, "for"),
           periods = widest(measurements, "period");
    size_t second = metrics + 4, third = second + (members ? members + 2 : 0);
    if (bylaw_count(measurements)) put_heading(page, "Measured");
    for (size_t i = 0; i < bylaw_count(measurements); i++) {
        const bylaw_node *measured = bylaw_item(measurements, i);
        put(page, "  ");
        put(page, bylaw_get_text(measured, "metric"));
        if (members) tab(page, second);
        put(page, bylaw_get_text(measured, "for"));
        tab(page, third);
        put(page, bylaw_get_text(measured, "period"));
        tab(page, third + periods + 2);
        put_measured(page, measured);
    }
}

static void put_periods(Page *page, const bylaw_node *periods) {
    size_t width = widest(periods, "period");
    for (size_t i = 0; i < bylaw_count(periods); i++) {
        put(page, "    ");
        put(page, bylaw_get_text(bylaw_item(periods, i), "period"));
        tab(page, width + 6);
        put_measured(page, bylaw_item(periods, i));
    }
}

static void put_series(Page *page, const bylaw_node *series) {
    put(page, "  ");
    put(page, bylaw_get_text(series, "case"));
    if (has(series, "case") && has(series, "for")) put(page, " ");
    put(page, bylaw_get_text(series, "for"));
    if (has(series, "case") || has(series, "for")) put(page, "  ");
    put(page, bylaw_get_text(series, "period"));
    put(page, "  ");
    put_measured(page, series);
    put_periods(page, bylaw_get(series, "periods"));
}

void render_metric(Page *page, const bylaw_node *document) {
    const bylaw_node *series = bylaw_get(document, "series");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "name"));
    put(page, ", measured ");
    put(page, bylaw_get_text(document, "measured"));
    if (has(document, "target")) put(page, ", target ");
    put_line(page, bylaw_get_text(document, "target"));
    if (bylaw_count(series) == 0) put_line(page, "  nothing was measured");
    for (size_t i = 0; i < bylaw_count(series); i++) put_series(page, bylaw_item(series, i));
}
