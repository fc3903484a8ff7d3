/* Entries as a person reads them: the history, and what a command has done. */
#include "views/report/renderers.h"
#include <string.h>

/* --- one entry ------------------------------------------------------------------------------------------ */

static bool is_ballot(const bylaw_node *entry) {
    return is(entry, "entry_kind", "closed");
}

/* --- history -------------------------------------------------------------------------------------------- */

enum { NUMBER = 6, WHEN = 8, WHO = 26, UNDER = 30 };

static void put_number(Page *page, const bylaw_node *entry) {
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)bylaw_get_integer(entry, "seq"));
    size_t width = strlen(digits);
    tab(page, width < NUMBER ? NUMBER - width : 1);
    put_styled(page, STYLE_FAINT, digits);
}

static const char *name_of(const bylaw_node *entry, const char *key) {
    return bylaw_get_text(bylaw_get(entry, key), "name");
}

/* Who entered it, where that is somebody else; and when, where that was later. */
static void put_recorded(Page *page, const bylaw_node *entry) {
    bool by_other =
        strcmp(name_of(entry, "actor"), name_of(entry, "recorder")) != 0 && *name_of(entry, "actor");
    bool later = strcmp(bylaw_get_text(entry, "recorded"), bylaw_get_text(entry, "happened")) != 0;
    if (!by_other && !later) return;
    put(page, "   (recorded");
    if (later) {
        put(page, " ");
        put_moment(page, bylaw_get_text(entry, "recorded"));
    }
    if (by_other) {
        put(page, " by ");
        put(page, name_of(entry, "recorder"));
    }
    put(page, ")");
}

static const char *actor_of(const bylaw_node *entry) {
    const char *name = name_of(entry, "actor");
    return *name ? name : "by itself";
}

static void put_command(Page *page, const bylaw_node *entry) {
    put_number(page, entry);
    tab(page, WHEN);
    put_moment(page, bylaw_get_text(entry, "happened"));
    tab(page, WHO);
    put_styled(page, STYLE_STRONG, actor_of(entry));
    put(page, ": ");
    put(page, bylaw_get_text(entry, "sentence"));
    put_recorded(page, entry);
    line_end(page);
}

/* What was added up over cases for a determination. */
static void put_totals(Page *page, const bylaw_node *entry) {
    const bylaw_node *facts = bylaw_get(bylaw_get(bylaw_get(entry, "body"), "reasons"), "facts");
    for (size_t i = 0; i < bylaw_count(facts); i++)
        if (has(bylaw_item(facts, i), "cases"))
            render_total(page, bylaw_item(facts, i), bylaw_get_text(bylaw_item(facts, i), "fact"), UNDER);
}

static void put_effect(Page *page, const bylaw_node *entry) {
    put_number(page, entry);
    tab(page, WHO);
    put_wrapped(page, bylaw_get_text(entry, "sentence"));
    if (is_ballot(entry)) render_ballot(page, entry, UNDER);
    put_totals(page, entry);
}

void render_history(Page *page, const bylaw_node *document) {
    const bylaw_node *entries = bylaw_get(document, "entries");
    put_styled(page, STYLE_STRONG,
               has(document, "scope") ? bylaw_get_text(document, "scope") : "The whole book");
    put(page, ": ");
    put_counted(page, (int64_t)bylaw_count(entries), "entry", "entries");
    line_end(page);
    for (size_t i = 0; i < bylaw_count(entries); i++) {
        const bylaw_node *entry = bylaw_item(entries, i);
        if (is(entry, "entry_kind", "command"))
            put_command(page, entry);
        else
            put_effect(page, entry);
    }
}

/* --- act ------------------------------------------------------------------------------------------------ */

enum { DONE_MOST = 100 };

/* What a file of thousands of lines has entered is for the history to show. */
static void put_more(Page *page, const bylaw_node *entries) {
    size_t count = bylaw_count(entries);
    if (count <= DONE_MOST) return;
    put(page, "  and ");
    put_counted(page, (int64_t)(count - DONE_MOST), "entry more", "entries more");
    line_end(page);
}

/* What fell due can be of any case, so each is named. */
static void put_done(Page *page, const bylaw_node *entries, bool named) {
    for (size_t i = 0; i < bylaw_count(entries) && i < DONE_MOST; i++) {
        const bylaw_node *entry = bylaw_item(entries, i);
        put(page, "  ");
        if (named && has(entry, "scope")) {
            put(page, bylaw_get_text(entry, "scope"));
            put(page, ": ");
        }
        put_wrapped(page, bylaw_get_text(entry, "sentence"));
        if (is_ballot(entry)) render_ballot(page, entry, 4);
    }
    put_more(page, entries);
}

static void put_subject(Page *page, const bylaw_node *document) {
    if (!has(document, "scope")) return;
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "scope"));
    put(page, ", version ");
    put_count(page, bylaw_get_integer(document, "version"));
    line_end(page);
}

static void put_new_book(Page *page, const bylaw_node *document) {
    if (!has(document, "verifier_key")) return;
    put(page, "  charter       ");
    put_line(page, bylaw_get_text(document, "charter"));
    put(page, "  verifier key  ");
    put_line(page, bylaw_get_text(document, "verifier_key"));
}

/* What the new edition changes, thing by thing; in full bylaw diff says it. */
static void put_edition(Page *page, const bylaw_node *edition) {
    const bylaw_node *changes = bylaw_get(edition, "changes");
    if (!edition) return;
    put(page, "  Against edition ");
    put(page, bylaw_get_text(edition, "follows"));
    put(page, bylaw_count(changes) ? " these change in meaning:" : " nothing changes in meaning.");
    line_end(page);
    for (size_t i = 0; i < bylaw_count(changes); i++) {
        const bylaw_node *change = bylaw_item(changes, i);
        const char *how = bylaw_get_text(change, "how");
        put(page, "    ");
        put(page, bylaw_get_text(change, "name"));
        put(page, *bylaw_get_text(change, "name") ? ", " : "");
        put_what(page, bylaw_get_text(change, "what"));
        put(page, has(change, "was") ? ", renamed: it was " : is(change, "how", "changed") ? "" : ": ");
        put(page, has(change, "was")             ? bylaw_get_text(change, "was")
                  : is(change, "how", "changed") ? ""
                                                 : how);
        line_end(page);
    }
    if (bylaw_count(changes)) put_line(page, "  In full: bylaw diff OLD NEW");
}

static void put_unmoved(Page *page, const bylaw_node *unmoved) {
    if (bylaw_count(unmoved)) put_line(page, "Left as they were");
    for (size_t i = 0; i < bylaw_count(unmoved); i++) {
        put(page, "  ");
        put_wrapped(page, bylaw_get_text(bylaw_item(unmoved, i), "sentence"));
    }
}

static void put_what_is_next(Page *page, const bylaw_node *document) {
    const bylaw_node *waits = bylaw_get(document, "waits");
    if (bylaw_count(waits) == 0) return;
    put_styled(page, STYLE_FAINT, "Next");
    line_end(page);
    render_waits(page, waits);
}

void render_dropped(Page *page, const bylaw_node *due) {
    if (bylaw_count(due) == 0) return;
    put_line(page, "Before it, this has fallen due by now, and shows in the book only when it is entered:");
    put_done(page, due, true);
    put_line(page, "Enter it with: bylaw advance; any command that is accepted enters it too.");
}

/* What whoever gave the command should know besides, with what to do about it. */
static void put_remarks(Page *page, const bylaw_node *remarks) {
    for (size_t i = 0; i < bylaw_count(remarks); i++) {
        const bylaw_node *remark = bylaw_item(remarks, i);
        put_styled(page, STYLE_WARN, "Note: ");
        put(page, bylaw_get_text(remark, "sentence"));
        put_line(page, ".");
        if (!has(remark, "mend")) continue;
        put(page, "  ");
        put_line(page, bylaw_get_text(remark, "mend"));
    }
}

static void put_end_of_act(Page *page, const bylaw_node *document) {
    if (bylaw_get_bool(document, "dry_run"))
        put_line(page, "This was a dry run: nothing was entered.");
    else if (!bylaw_get_bool(document, "signed"))
        put_line(page, "The head of the record is not signed yet: its key is not at hand.");
}

void render_act(Page *page, const bylaw_node *document) {
    const bylaw_node *due = bylaw_get(document, "fell_due"), *entries = bylaw_get(document, "entries");
    if (bylaw_count(due)) {
        put_styled(page, STYLE_WARN, "Fell due by then");
        line_end(page);
        put_done(page, due, true);
    }
    if (bylaw_count(due) == 0 && bylaw_count(entries) == 0) put_line(page, "Nothing has fallen due.");
    put_subject(page, document);
    put_done(page, entries, false);
    put_new_book(page, document);
    put_edition(page, bylaw_get(document, "edition"));
    put_remarks(page, bylaw_get(document, "remarks"));
    put_unmoved(page, bylaw_get(document, "unmoved"));
    put_what_is_next(page, document);
    put_end_of_act(page, document);
}

void render_bulk(Page *page, const bylaw_node *document) {
    put_counted(page, (int64_t)bylaw_count(bylaw_get(document, "commands")), "command", "commands");
    put(page, bylaw_get_bool(document, "dry_run") ? " would be carried out, with " : " carried out, with ");
    put_counted(page, bylaw_get_integer(document, "entries"), "entry", "entries");
    put_line(page, ".");
    const bylaw_node *commands = bylaw_get(document, "commands");
    for (size_t i = 0; i < bylaw_count(commands); i++)
        put_remarks(page, bylaw_get(bylaw_item(commands, i), "remarks"));
    put_end_of_act(page, document);
}
