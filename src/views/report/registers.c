/* A register on a day, and one row of it on all days. */
#include "views/report/renderers.h"

static void put_values(Page *page, const bylaw_node *values) {
    for (size_t i = 0; i < bylaw_count(values); i++) {
        const bylaw_node *value = bylaw_item(values, i);
        if (i) put(page, ", ");
        put(page, bylaw_get_text(value, "name"));
        put(page, " ");
        put(page, bylaw_get_text(value, "value"));
    }
    line_end(page);
}

static size_t widest_key(const bylaw_node *rows) {
    size_t most = 0;
    for (size_t i = 0; i < bylaw_count(rows); i++) {
        const bylaw_node *key = bylaw_get(bylaw_item(rows, i), "key");
        size_t width = 2;
        for (size_t k = 0; k < bylaw_count(key); k++) width += wide(bylaw_text(bylaw_item(key, k))) + 2;
        if (width > most) most = width;
    }
    return most;
}

enum { UNTIL = 18, VALUES = 36 };

/* The days from and until which it holds, each in its column. */
static void put_day(Page *page, const bylaw_node *day) {
    put(page, "  from ");
    put(page, bylaw_get_text(day, "from"));
    tab(page, UNTIL);
    if (has(day, "until")) put(page, "until ");
    put(page, bylaw_get_text(day, "until"));
    tab(page, VALUES);
    if (bylaw_get_bool(day, "ended"))
        put_line(page, "no more");
    else
        put_values(page, bylaw_get(day, "values"));
}

static void put_rows(Page *page, const bylaw_node *rows) {
    size_t width = widest_key(rows);
    for (size_t i = 0; i < bylaw_count(rows); i++) {
        put(page, "  ");
        put_list(page, bylaw_get(bylaw_item(rows, i), "key"));
        tab(page, width);
        put_values(page, bylaw_get(bylaw_item(rows, i), "values"));
    }
}

void render_register(Page *page, const bylaw_node *document) {
    const bylaw_node *rows = bylaw_get(document, "rows"), *days = bylaw_get(document, "days");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "name"));
    put(page, " on ");
    put(page, bylaw_get_text(document, "day"));
    put(page, ": ");
    put_counted(page, (int64_t)bylaw_count(rows), "row", "rows");
    line_end(page);
    put_rows(page, rows);
    if (bylaw_count(days)) put_heading(page, "On all days");
    for (size_t i = 0; i < bylaw_count(days); i++) put_day(page, bylaw_item(days, i));
}
