/* What an auditor reads: replay, verification, and what is handed out. A checkpoint and a receipt are their
 * signed bytes and nothing else, so that they can be redirected into a file. */
#include "views/report/renderers.h"

void render_checkpoint(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "note"));
}
void render_receipt(Page *page, const bylaw_node *document) {
    raw(page, bylaw_get_text(document, "receipt"));
}

/* --- replay --------------------------------------------------------------------------------------------- */

static void put_divergence(Page *page, const bylaw_node *document) {
    const bylaw_node *divergence = bylaw_get(document, "divergence");
    put_styled(page, STYLE_BAD, "Not identical: ");
    put(page, "it parts from the record at entry ");
    put_count(page, bylaw_get_integer(divergence, "entry"));
    line_end(page);
    put_row(page, divergence, "why", "why");
    put_row(page, divergence, "entry_kind", "kind");
    put_row(page, divergence, "scope", "of");
    put_row(page, divergence, "stored", "stored");
    put_row(page, divergence, "replayed", "carried out again");
}

void render_replay(Page *page, const bylaw_node *document) {
    if (!bylaw_get_bool(document, "identical")) {
        put_divergence(page, document);
        return;
    }
    put_styled(page, STYLE_GOOD, "Identical: ");
    put_counted(page, bylaw_get_integer(document, "commands"), "command", "commands");
    put(page, " carried out again, and ");
    put_counted(page, bylaw_get_integer(document, "entries"), "entry", "entries");
    put_line(page, " came out the same, byte for byte.");
}

/* --- verification --------------------------------------------------------------------------------------- */

static void put_verdict(Page *page, const bylaw_node *document) {
    if (!bylaw_get_bool(document, "sound")) {
        put_styled(page, STYLE_BAD, "Not sound: ");
        put_line(page, bylaw_get_text(document, "what"));
        put_row(page, document, "bad_entry", "first bad entry");
        put_row(page, document, "bad_scope", "of");
    } else if (bylaw_get_bool(document, "head_signed")) {
        put_styled(page, STYLE_GOOD, "Sound: ");
        put_line(page, "the entries are those that the holder of the book's key has signed.");
    } else {
        put_styled(page, STYLE_BAD, "Not signed: ");
        put_line(page, "the entries fit each other, but nobody has signed all of them.");
    }
}

static void put_not_shown(Page *page, const bylaw_node *document) {
    const bylaw_node *list = bylaw_get(document, "not_shown");
    if (bylaw_count(list)) put_line(page, "Not shown");
    for (size_t i = 0; i < bylaw_count(list); i++) {
        put(page, "  ");
        put_line(page, bylaw_text(bylaw_item(list, i)));
    }
}

/* Every file that is not as it was attached. */
static void put_wrong_files(Page *page, const bylaw_node *wrong) {
    for (size_t i = 0; i < bylaw_count(wrong); i++) {
        const bylaw_node *file = bylaw_item(wrong, i);
        begin_row(page, i ? "" : "wrong");
        put(page, bylaw_get_text(file, "evidence"));
        put(page, " of ");
        put(page, bylaw_get_text(file, "case"));
        put(page, ", ");
        put(page, bylaw_get_text(file, "name"));
        put(page, " ");
        put_line(page, bylaw_get_text(file, "what"));
    }
}

static void put_head(Page *page, const bylaw_node *document) {
    begin_row(page, "head");
    if (bylaw_get_bool(document, "head_signed")) {
        put_line(page, "signed");
        return;
    }
    put(page, "not signed since entry ");
    put_count(page, bylaw_get_integer(document, "unsigned_since"));
    line_end(page);
}

void render_verification(Page *page, const bylaw_node *document) {
    put_verdict(page, document);
    put_row(page, document, "origin", "book");
    put_row(page, document, "entries", "entries");
    put_row(page, document, "bytes", "bytes");
    put_row(page, document, "blobs", "blobs");
    put_row(page, document, "vault", "personal values");
    put_row(page, document, "withheld", "erased values");
    put_row(page, document, "checkpoints", "checkpoints");
    put_row(page, document, "files", "evidence");
    put_wrong_files(page, bylaw_get(document, "wrong_files"));
    put_row(page, document, "root", "root");
    if (bylaw_get_bool(document, "sound")) put_head(page, document);
    put_row(page, document, "verifier_key", "verifier key");
    if (!bylaw_get_bool(document, "complete"))
        put_line(page, "It stopped there: later entries, blobs and personal values were not looked at.");
    put_not_shown(page, document);
}

/* --- the rest ------------------------------------------------------------------------------------------- */

void render_rebuild(Page *page, const bylaw_node *document) {
    put(page, "Everything that is made from the entries was made again, from ");
    put_counted(page, bylaw_get_integer(document, "entries"), "entry", "entries");
    put_line(page, ".");
}

void render_version(Page *page, const bylaw_node *document) {
    put_styled(page, STYLE_STRONG, "bylaw ");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "version"));
    line_end(page);
    put_row(page, document, "language", "rules language");
    put_row(page, document, "semantics", "semantics");
    put_row(page, document, "library", "book kept by");
    put_row(page, document, "journal", "commits");
}

void render_key(Page *page, const bylaw_node *document) {
    put(page, "The signing key is in ");
    put_line(page, bylaw_get_text(document, "path"));
}

void render_book(Page *page, const bylaw_node *document) {
    put(page, bylaw_get_text(document, "path"));
    put(page, " is the book ");
    put_line(page, bylaw_get_text(document, "origin"));
}
