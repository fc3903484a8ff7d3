/* What falls due when, and what happens then. */
#include "views/report/renderers.h"
#include <string.h>

static void put_then(Page *page, const bylaw_node *then, size_t column) {
    for (size_t i = 0; i < bylaw_count(then); i++) {
        tab(page, column);
        put(page, "then ");
        put_wrapped(page, bylaw_text(bylaw_item(then, i)));
    }
}

static void put_item(Page *page, const bylaw_node *item, const char *before, size_t width) {
    const char *day = bylaw_get_text(item, "on");
    put(page, "  ");
    if (strcmp(day, before) != 0) put_styled(page, STYLE_STRONG, day);
    tab(page, 14);
    put(page, bylaw_get_text(item, "subject"));
    tab(page, 16 + width);
    if (bylaw_get_bool(item, "past")) put_styled(page, STYLE_WARN, "not entered yet: ");
    put_wrapped(page, bylaw_get_text(item, "sentence"));
    if (has(item, "who")) {
        tab(page, 16 + width);
        put(page, "for ");
        put_list(page, bylaw_get(item, "who"));
        line_end(page);
    }
    put_then(page, bylaw_get(item, "then"), 16 + width);
}

void render_due(Page *page, const bylaw_node *document) {
    const bylaw_node *items = bylaw_get(document, "items");
    const char *before = "";
    put_styled(page, STYLE_STRONG, "Until ");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "until"));
    put_line(page, bylaw_count(items) ? ", if nobody acts before" : ": nothing falls due");
    for (size_t i = 0; i < bylaw_count(items); i++) {
        put_item(page, bylaw_item(items, i), before, widest(items, "subject"));
        before = bylaw_get_text(bylaw_item(items, i), "on");
    }
}

void render_fallen_due(Page *page, const bylaw_node *fallen) {
    if (bylaw_count(fallen) == 0) return;
    put_counted(page, (int64_t)bylaw_count(fallen), "thing has", "things have");
    put_line(page, " fallen due, and the next command enters what follows:");
    for (size_t i = 0; i < bylaw_count(fallen); i++) {
        put(page, "  ");
        put_wrapped(page, bylaw_text(bylaw_item(fallen, i)));
    }
}
