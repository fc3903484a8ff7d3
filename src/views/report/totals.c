/* Totals: what each comes to, and the cases that went into it. */
#include "views/report/renderers.h"

static void put_parts_of(Page *page, const bylaw_node *parts, size_t indent) {
    size_t cases = widest(parts, "case"), values = widest(parts, "value");
    for (size_t i = 0; i < bylaw_count(parts); i++) {
        const bylaw_node *part = bylaw_item(parts, i);
        tab(page, indent);
        put(page, bylaw_get_text(part, "case"));
        tab(page, indent + cases + 2);
        put(page, bylaw_get_text(part, "value"));
        tab(page, indent + cases + values + 4);
        put_line(page, is(part, "as", "this") ? "this case" : bylaw_get_text(part, "as"));
    }
}

void render_total(Page *page, const bylaw_node *total, const char *name, size_t indent) {
    tab(page, indent);
    put(page, name);
    if (has(total, "each")) {
        put(page, " for ");
        put_value(page, bylaw_get(total, "each"));
    }
    put(page, " ");
    if (has(total, "needs")) {
        put(page, "cannot be added up: it needs ");
        put_list(page, bylaw_get(total, "needs"));
    } else {
        put(page, "comes to ");
        put_value(page, bylaw_get(total, "value"));
        put(page, ", of ");
        put_counted(page, bylaw_get_integer(total, "cases"), "case", "cases");
    }
    if (has(total, "since")) {
        put(page, " since ");
        put(page, bylaw_get_text(total, "since"));
    }
    line_end(page);
    put_parts_of(page, bylaw_get(total, "parts"), indent + 2);
}
