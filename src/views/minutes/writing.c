#include "views/minutes/writing.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

char *write_document(const bylaw_node *document, minutes_form form, WriteDocument *write) {
    static const PaperForm *const forms[] = {
        [MINUTES_TEXT] = &paper_text, [MINUTES_MARKDOWN] = &paper_markdown, [MINUTES_HTML] = &paper_html};
    char *text = NULL;
    size_t length = 0;
    Paper paper = {.form = forms[form], .out = open_memstream(&text, &length), .first_row = true};
    if (!paper.out) return NULL;
    write(&paper, document);
    bool good = !ferror(paper.out);
    if (fclose(paper.out) == 0 && good) return text;
    free(text);
    return NULL;
}

bool known(const bylaw_node *map, const char *key) {
    return bylaw_kind(bylaw_get(map, key)) != BYLAW_NULL;
}

void after(Paper *paper, const char *words, const bylaw_node *map, const char *key) {
    if (!known(map, key)) return;
    plain(paper, words);
    plain(paper, bylaw_get_text(map, key));
}

void number(Paper *paper, int64_t value) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, value);
    plain(paper, digits);
}

void sentence(Paper *paper, const char *words) {
    paper->form->paragraph_begin(paper);
    plain(paper, words);
    paper->form->paragraph_end(paper);
}

void list_begin(Paper *paper) {
    paper->first_row = true;
}

void list_end(Paper *paper) {
    paper->form->list_end(paper);
}

void named(Paper *paper, const char *name, const char *words) {
    paper->form->bullet_begin(paper);
    plain(paper, name);
    plain(paper, ": ");
    plain(paper, words);
    paper->form->bullet_end(paper);
}

void named_list(Paper *paper, const bylaw_node *map, const char *key, const char *name) {
    const bylaw_node *list = bylaw_get(map, key);
    if (bylaw_count(list) == 0) return;
    paper->form->bullet_begin(paper);
    plain(paper, name);
    plain(paper, ": ");
    for (size_t i = 0; i < bylaw_count(list); i++) {
        if (i) plain(paper, ", ");
        plain(paper, bylaw_text(bylaw_item(list, i)));
    }
    paper->form->bullet_end(paper);
}

void meeting_begin(Paper *paper, const bylaw_node *document, const char *what, const char *note) {
    char title[512];
    const char *body = bylaw_get_text(document, "title");
    snprintf(title, sizeof title, "%s: %s, %s", what, *body ? body : bylaw_get_text(document, "body"),
             bylaw_get_text(document, "on"));
    paper->form->begin(paper, title);
    paper->form->heading(paper, 1, "", title, note);
    list_begin(paper);
    named(paper, "Meeting", bylaw_get_text(document, "number"));
    if (known(document, "until"))
        named(paper, "Asked between meetings, until", bylaw_get_text(document, "until"));
    if (known(document, "time")) named(paper, "Begins at", bylaw_get_text(document, "time"));
    if (known(document, "place")) named(paper, "Place", bylaw_get_text(document, "place"));
    if (known(document, "cancelled")) named(paper, "Cancelled", bylaw_get_text(document, "cancelled"));
    named_list(paper, document, "told", "The body is told of");
    named_list(paper, document, "delegated", "Delegated here");
}

void item_heading(Paper *paper, const bylaw_node *item, size_t place) {
    char heading[512];
    const char *title = bylaw_get_text(item, "title"), *subject = bylaw_get_text(item, "case");
    snprintf(heading, sizeof heading, "%zu. %s%s%s", place, *title ? title : "General", *subject ? ", " : "",
             subject);
    paper->form->heading(paper, 2, "", heading, "");
}

void write_reviewers(Paper *paper, const bylaw_node *reviewers) {
    for (size_t i = 0; i < bylaw_count(reviewers); i++) {
        const bylaw_node *reviewer = bylaw_item(reviewers, i);
        bool primary = strcmp(bylaw_get_text(reviewer, "as"), "primary") == 0;
        paper->form->bullet_begin(paper);
        plain(paper, primary ? "Primary reviewer: " : "Secondary reviewer: ");
        plain(paper, bylaw_get_text(reviewer, "person"));
        after(paper, ", who reports: ", reviewer, "report");
        paper->form->bullet_end(paper);
    }
}

/* "1. A signed agreement, by 2026-05-01 (Ana Lee); the panel discharges it on: the signed copy" */
void write_condition(Paper *paper, const bylaw_node *condition) {
    paper->form->bullet_begin(paper);
    plain(paper, "Condition ");
    number(paper, bylaw_get_integer(condition, "number"));
    after(paper, " of ", condition, "case");
    after(paper, ": ", condition, "text");
    after(paper, ", by ", condition, "due");
    after(paper, "; met by ", condition, "owner");
    after(paper, ", discharged by ", condition, "discharged_by");
    after(paper, " on: ", condition, "evidence");
    paper->form->bullet_end(paper);
}

void write_action(Paper *paper, const bylaw_node *action) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(action, "owner"));
    plain(paper, ": ");
    plain(paper, bylaw_get_text(action, "text"));
    after(paper, ", by ", action, "due");
    if (bylaw_get_bool(action, "done")) plain(paper, " (done)");
    if (bylaw_get_bool(action, "overdue")) plain(paper, " (overdue)");
    paper->form->bullet_end(paper);
}
