/* Files that were attached to cases. */
#include "views/report/renderers.h"

static void put_size(Page *page, int64_t size) {
    static const char *const units[] = {" bytes", " KiB", " MiB", " GiB"};
    size_t unit = 0;
    for (; size >= 10240 && unit < 3; unit++) size /= 1024;
    put_count(page, size);
    put(page, units[unit]);
}

static void put_time(Page *page, const bylaw_node *file) {
    if (has(file, "discarded")) {
        put(page, "; discarded by entry ");
        put_count(page, bylaw_get_integer(file, "discarded"));
    } else if (has(file, "until")) {
        put(page, "; kept until ");
        put(page, bylaw_get_text(file, "until"));
    } else {
        put(page, "; kept for good");
    }
}

static void put_file(Page *page, const bylaw_node *file, size_t numbers, size_t names) {
    put(page, bylaw_get_text(file, "evidence"));
    tab(page, numbers);
    put(page, bylaw_get_text(file, "name"));
    tab(page, names);
    put_size(page, bylaw_get_integer(file, "size"));
    put(page, " ");
    put(page, bylaw_get_text(file, "kept"));
    if (has(file, "for")) put(page, ", for ");
    put(page, bylaw_get_text(file, "for"));
    if (has(file, "class")) put(page, ", ");
    put(page, bylaw_get_text(file, "class"));
    put_time(page, file);
    put(page, "; attached by ");
    put(page, bylaw_get_text(file, "giver"));
    put(page, ", entry ");
    put_count(page, bylaw_get_integer(file, "entry"));
    line_end(page);
}

static void put_files(Page *page, const bylaw_node *files, bool of_cases) {
    size_t cases = of_cases ? widest(files, "case") + 2 : 0,
           numbers = 2 + cases + widest(files, "evidence") + 2;
    size_t names = widest(files, "name");
    for (size_t i = 0; i < bylaw_count(files); i++) {
        put(page, "  ");
        if (of_cases) put(page, bylaw_get_text(bylaw_item(files, i), "case"));
        if (of_cases) tab(page, 2 + cases);
        put_file(page, bylaw_item(files, i), numbers, numbers + (names < 40 ? names : 40) + 2);
    }
}

void render_files(Page *page, const bylaw_node *files) {
    put_files(page, files, false);
}

void render_evidence(Page *page, const bylaw_node *document) {
    const bylaw_node *files = bylaw_get(document, "files");
    bool expired = has(document, "expired_by");
    put_styled(page, STYLE_STRONG, expired ? "Evidence that may be discarded by " : "Evidence of ");
    put_line(page, bylaw_get_text(document, expired ? "expired_by" : "case"));
    if (bylaw_count(files) == 0) put_line(page, "  there is none");
    put_files(page, files, expired);
    for (size_t i = 0; !expired && i < bylaw_count(files); i++) {
        put(page, "  ");
        put(page, bylaw_get_text(bylaw_item(files, i), "evidence"));
        put(page, " SHA-256 ");
        put_line(page, bylaw_get_text(bylaw_item(files, i), "digest"));
    }
    if (!has(document, "written")) return;
    put(page, "It is as it was attached, and was written to ");
    put_line(page, bylaw_get_text(document, "written"));
}
