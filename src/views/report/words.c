/* The words of the language: each declaration with its settings, and how these go on. */
#include "views/report/renderers.h"

enum { SETTING_INDENT = 2, SETTING_COLUMN = 18, PHRASE_COLUMN = 20 };

static void put_setting(Page *page, const bylaw_node *setting) {
    const bylaw_node *phrases = bylaw_get(setting, "phrases");
    begin_row_at(page, SETTING_INDENT, bylaw_get_text(setting, "word"), SETTING_COLUMN);
    put_line(page, bylaw_get_text(setting, "about"));
    for (size_t i = 0; i < bylaw_count(phrases); i++) {
        tab(page, PHRASE_COLUMN);
        put_line(page, bylaw_text(bylaw_item(phrases, i)));
    }
}

void render_words(Page *page, const bylaw_node *document) {
    const bylaw_node *declarations = bylaw_get(document, "declarations");
    for (size_t i = 0; i < bylaw_count(declarations); i++) {
        const bylaw_node *declaration = bylaw_item(declarations, i);
        const bylaw_node *settings = bylaw_get(declaration, "settings");
        put_styled(page, STYLE_STRONG, bylaw_get_text(declaration, "word"));
        put(page, ": ");
        put_line(page, bylaw_get_text(declaration, "what"));
        for (size_t k = 0; k < bylaw_count(settings); k++) put_setting(page, bylaw_item(settings, k));
    }
    put_row(page, document, "types", "types");
    put_row(page, document, "units", "units of time");
    put_row(page, document, "acts", "acts");
    put_row(page, document, "keywords", "keywords");
    put_row(page, document, "step_kinds", "kinds of steps");
    put_row(page, document, "step_keys", "keys of a step");
    put_row(page, document, "workflow_keys", "keys of a workflow");
}
