/* An agenda: what a meeting is to deal with; and of each case the papers, where they are asked for. */
#include "views/minutes/writing.h"

/* --- papers --------------------------------------------------------------------------------------------- */

typedef void WritePart(Paper *paper, const bylaw_node *part);

static void write_parts(Paper *paper, const bylaw_node *papers, const char *key, const char *heading,
                        WritePart *write) {
    const bylaw_node *parts = bylaw_get(papers, key);
    if (bylaw_count(parts) == 0) return;
    paper->form->heading(paper, 3, "", heading, "");
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(parts); i++) write(paper, bylaw_item(parts, i));
    list_end(paper);
}

static void write_fact(Paper *paper, const bylaw_node *fact) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(fact, "name"));
    plain(paper, ": ");
    plain(paper, bylaw_get_text(fact, "value"));
    plain(paper, " (");
    plain(paper, bylaw_get_text(fact, "giver"));
    plain(paper, ", entry ");
    number(paper, bylaw_get_integer(fact, "entry"));
    plain(paper, ")");
    paper->form->bullet_end(paper);
}

static void write_sheet(Paper *paper, const bylaw_node *sheet) {
    const bylaw_node *scores = bylaw_get(sheet, "scores");
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(sheet, "scorer"));
    for (size_t i = 0; i < bylaw_count(scores); i++) {
        const bylaw_node *score = bylaw_item(scores, i);
        plain(paper, i ? ", " : ": ");
        plain(paper, bylaw_item_key(scores, i));
        plain(paper, " ");
        if (bylaw_kind(score) == BYLAW_INTEGER)
            number(paper, bylaw_integer(score));
        else
            plain(paper, bylaw_text(score));
    }
    paper->form->bullet_end(paper);
}

static void write_scorecard(Paper *paper, const bylaw_node *scorecard) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(scorecard, "name"));
    plain(paper, ": ");
    plain(paper, bylaw_get_text(scorecard, "total"));
    if (!bylaw_get_bool(scorecard, "eligible")) plain(paper, " (a minimum is not met)");
    paper->form->bullet_end(paper);
}

static void write_review(Paper *paper, const bylaw_node *review) {
    const bylaw_node *answers = bylaw_get(review, "answers");
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(review, "review"));
    plain(paper, ": ");
    plain(paper, known(review, "outcome") ? bylaw_get_text(review, "outcome") : "is not ended");
    for (size_t i = 0; i < bylaw_count(answers); i++) {
        const bylaw_node *answer = bylaw_item(answers, i);
        plain(paper, "; ");
        plain(paper, bylaw_get_text(answer, "principle"));
        plain(paper, bylaw_get_bool(answer, "met") ? " is met" : " raises a concern");
        after(paper, ", planned: ", answer, "plan");
    }
    paper->form->bullet_end(paper);
}

static void write_decision(Paper *paper, const bylaw_node *decision) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(decision, "step"));
    plain(paper, ": ");
    plain(paper, bylaw_get_text(decision, "outcome"));
    after(paper, ", by row ", decision, "row");
    after(paper, ", by ", decision, "motion");
    if (known(decision, "stale")) plain(paper, " (no longer holds)");
    paper->form->bullet_end(paper);
}

/* What shows that a requirement is met. */
static void write_checklist(Paper *paper, const bylaw_node *checklist) {
    const bylaw_node *items = bylaw_get(checklist, "items");
    for (size_t i = 0; i < bylaw_count(items); i++) {
        const bylaw_node *item = bylaw_item(items, i);
        paper->form->bullet_begin(paper);
        plain(paper, bylaw_get_text(item, "requirement"));
        plain(paper, ": ");
        plain(paper, bylaw_get_text(item, "stands"));
        after(paper, "; evidence: ", item, "evidence");
        paper->form->bullet_end(paper);
    }
}

static void write_file(Paper *paper, const bylaw_node *file) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(file, "evidence"));
    after(paper, ": ", file, "name");
    after(paper, ", evidence for ", file, "for");
    after(paper, ", ", file, "class");
    if (known(file, "discarded")) plain(paper, " (discarded)");
    paper->form->bullet_end(paper);
}

static void write_paper_condition(Paper *paper, const bylaw_node *condition) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(condition, "text"));
    after(paper, ": ", condition, "stands");
    after(paper, ", by ", condition, "due");
    after(paper, "; shown by ", condition, "shown");
    paper->form->bullet_end(paper);
}

static void write_papers(Paper *paper, const bylaw_node *papers) {
    static const struct {
        const char *key, *heading;
        WritePart *write;
    } parts[] = {{"facts", "Facts", write_fact},
                 {"sheets", "Scores", write_sheet},
                 {"scorecards", "Totals", write_scorecard},
                 {"reviews", "Reviews", write_review},
                 {"decisions", "Decided so far", write_decision},
                 {"conditions", "Conditions", write_paper_condition},
                 {"checklists", "Requirements and their evidence", write_checklist},
                 {"evidence", "Files", write_file}};
    for (size_t i = 0; papers && i < sizeof parts / sizeof parts[0]; i++)
        write_parts(paper, papers, parts[i].key, parts[i].heading, parts[i].write);
}

/* --- items ---------------------------------------------------------------------------------------------- */

static void write_item(Paper *paper, const bylaw_node *item, size_t place) {
    item_heading(paper, item, place);
    list_begin(paper);
    if (known(item, "asks")) named(paper, "To decide", bylaw_get_text(item, "asks"));
    if (known(item, "due"))
        named(paper, bylaw_get_bool(item, "overdue") ? "Was due by" : "Due by", bylaw_get_text(item, "due"));
    write_reviewers(paper, bylaw_get(item, "reviewers"));
    list_end(paper);
    write_papers(paper, bylaw_get(item, "papers"));
}

/* The items that are carried together, or all others; `place` counts on. */
static void write_items(Paper *paper, const bylaw_node *items, bool together, size_t *place) {
    bool first = together;
    for (size_t i = 0; i < bylaw_count(items); i++) {
        if (bylaw_get_bool(bylaw_item(items, i), "consent") != together) continue;
        if (first) sentence(paper, "Consent agenda: what follows is carried together, where nobody objects.");
        first = false;
        write_item(paper, bylaw_item(items, i), ++*place);
    }
    if (together && !first) sentence(paper, "What follows is decided item by item.");
}

/* A list under a heading of its own, where there is anything in it. */
static void write_under(Paper *paper, const bylaw_node *list, const char *heading, WritePart *write) {
    if (bylaw_count(list) == 0) return;
    paper->form->heading(paper, 2, "", heading, "");
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(list); i++) write(paper, bylaw_item(list, i));
    list_end(paper);
}

static void write_agenda(Paper *paper, const bylaw_node *document) {
    const bylaw_node *items = bylaw_get(document, "items");
    meeting_begin(paper, document, "Agenda", "");
    named_list(paper, document, "minutes", "Minutes to approve");
    list_end(paper);
    if (bylaw_count(items) == 0) sentence(paper, "Nothing waits for this body.");
    size_t place = 0;
    write_items(paper, items, true, &place);
    write_items(paper, items, false, &place);
    write_under(paper, bylaw_get(document, "conditions"), "Conditions to be discharged", write_condition);
    write_under(paper, bylaw_get(document, "actions"), "Still to be done from earlier meetings",
                write_action);
    paper->form->end(paper);
}

char *agenda_write(const bylaw_node *agenda, minutes_form form) {
    return write_document(agenda, form, write_agenda);
}
