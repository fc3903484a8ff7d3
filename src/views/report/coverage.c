/* What the tests reach of the rules, part by part, and why not the rest. */
#include "views/report/renderers.h"

enum { PART = 10, WHY = 12 };

static void put_part_name(Page *page, const bylaw_node *part) {
    bool row = is(part, "what", "row");
    put(page, bylaw_get_text(part, "part"));
    if (row) return;
    put(page, ": ");
    put(page, bylaw_get_text(part, "what"));
}

static void put_part(Page *page, const bylaw_node *part) {
    bool reached = bylaw_get_bool(part, "reached");
    put(page, "  ");
    put_styled(page, reached ? STYLE_GOOD : STYLE_BAD, reached ? "reached" : "NOT");
    tab(page, PART);
    put_part_name(page, part);
    if (reached) {
        put(page, ", by ");
        put_counted(page, bylaw_get_integer(part, "tests"), "test", "tests");
    }
    line_end(page);
    if (reached) return;
    tab(page, WHY);
    put_wrapped(page, bylaw_get_text(part, "why"));
}

/* "recommendation, table: 2 of 4   rules/evaluation.bylaw:16" */
static void put_thing(Page *page, const bylaw_node *thing) {
    const bylaw_node *parts = bylaw_get(thing, "parts");
    put_styled(page, STYLE_STRONG, bylaw_get_text(thing, "name"));
    put(page, ", ");
    put(page, bylaw_get_text(thing, "kind"));
    put(page, ": ");
    put_count(page, bylaw_get_integer(thing, "reached"));
    put(page, " of ");
    put_count(page, bylaw_get_integer(thing, "of"));
    put(page, "   ");
    put_where(page, thing);
    line_end(page);
    for (size_t i = 0; i < bylaw_count(parts); i++) put_part(page, bylaw_item(parts, i));
    line_end(page);
}

void render_coverage(Page *page, const bylaw_node *coverage) {
    const bylaw_node *things = bylaw_get(coverage, "things");
    line_end(page);
    for (size_t i = 0; i < bylaw_count(things); i++) put_thing(page, bylaw_item(things, i));
    put_count(page, bylaw_get_integer(coverage, "reached"));
    put(page, " of ");
    put_counted(page, bylaw_get_integer(coverage, "of"), "part", "parts");
    put_line(page, " of the rules are reached by the tests");
}
