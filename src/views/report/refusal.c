/* What could not be done: refused by a rule, or not possible. */
#include "views/report/renderers.h"

enum { INDENT = 2, LABEL = 8 };

static void put_labelled(Page *page, const char *label, const char *text) {
    if (!*text) return;
    begin_row_at(page, INDENT, label, LABEL);
    put_line(page, text);
}

/* Each line of a file that was refused, with what would mend it. */
static void put_lines(Page *page, const bylaw_node *lines) {
    for (size_t i = 0; i < bylaw_count(lines); i++) {
        const bylaw_node *line = bylaw_item(lines, i);
        put(page, "  line ");
        put_count(page, bylaw_get_integer(line, "line"));
        put(page, ": ");
        put(page, bylaw_get_text(line, "sentence"));
        if (has(line, "mend")) put(page, "; ");
        put_line(page, bylaw_get_text(line, "mend"));
    }
}

/* Of many commands, the one that could not be carried out. */
static void put_place(Page *page, const bylaw_node *document) {
    if (!has(document, "place")) return;
    put(page, bylaw_get_text(document, "place"));
    put(page, ": ");
}

void render_refusal(Page *page, const bylaw_node *document) {
    put_place(page, document);
    put_styled(page, STYLE_BAD, "Refused: ");
    put(page, bylaw_get_text(document, "sentence"));
    put_line(page, ".");
    put_lines(page, bylaw_get(document, "lines"));
    put_labelled(page, "rule", bylaw_get_text(document, "rule"));
    put_labelled(page, "mend", bylaw_get_text(document, "mend"));
    render_dropped(page, bylaw_get(document, "fell_due"));
    if (bylaw_get_bool(document, "logged"))
        put_line(page, "Nothing was changed in the book; the attempt was noted beside it.");
    else
        put_line(page, "Nothing was changed in the book.");
}

/* The sentence may be a list of diagnostics, laid out already. */
void render_problem(Page *page, const bylaw_node *document) {
    const char *sentence = bylaw_get_text(document, "sentence");
    put(page, "bylaw: ");
    put_place(page, document);
    raw(page, sentence);
    size_t length = 0;
    while (sentence[length]) length++;
    if (length == 0 || sentence[length - 1] != '\n') line_end(page);
    put_labelled(page, "mend", bylaw_get_text(document, "mend"));
}
