/* What was found by words. */
#include "views/report/renderers.h"

static void put_said(Page *page, const bylaw_node *said) {
    put(page, "  ");
    put_moment(page, bylaw_get_text(said, "happened"));
    put(page, "  ");
    put(page, "entry ");
    put_count(page, bylaw_get_integer(said, "entry"));
    put(page, ": ");
    put_wrapped(page, bylaw_get_text(said, "text"));
}

static void put_found(Page *page, const bylaw_node *found) {
    const bylaw_node *said = bylaw_get(found, "said");
    put_styled(page, STYLE_STRONG, bylaw_get_text(found, "subject"));
    put(page, "  ");
    put_line(page, bylaw_get_text(found, "title"));
    for (size_t i = 0; i < bylaw_count(said); i++) put_said(page, bylaw_item(said, i));
}

void render_search(Page *page, const bylaw_node *document) {
    const bylaw_node *found = bylaw_get(document, "found");
    int64_t more = bylaw_get_integer(document, "more");
    if (bylaw_count(found) == 0)
        put_line(page, "Nothing here says that. Fewer words, or only their beginnings, find more.");
    for (size_t i = 0; i < bylaw_count(found); i++) put_found(page, bylaw_item(found, i));
    if (more == 0) return;
    put(page, "There are ");
    put_count(page, more);
    put_line(page, " more: add a word, or see them with --most.");
}
