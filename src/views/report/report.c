/* Results as text: the table of kinds, and what any document looks like that has no row there. */
#include "views/report/renderers.h"
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *kind;
    Renderer *render;
} kinds[] = {
#define X(kind) {#kind, render_##kind},
    REPORT_KINDS(X)
#undef X
};

/* A kind that this release has no row for is shown by its keys. */
static void render_any(Page *page, const bylaw_node *document) {
    for (size_t i = 0; i < bylaw_count(document); i++) {
        put(page, bylaw_item_key(document, i));
        put(page, ": ");
        put_value(page, bylaw_item(document, i));
        line_end(page);
    }
}

static Renderer *renderer_of(const char *kind) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, kind) == 0) return kinds[i].render;
    return render_any;
}

char *report_text(const bylaw_result *result, const report_options *options) {
    char *text = NULL;
    size_t length = 0;
    Page page = {.out = open_memstream(&text, &length), .colour = options->colour};
    if (!page.out) return NULL;
    renderer_of(bylaw_result_kind(result))(&page, bylaw_result_document(result));
    if (page.column) line_end(&page);
    bool failed = ferror(page.out) != 0;
    if (fclose(page.out) == 0 && !failed) return text;
    free(text);
    return NULL;
}
