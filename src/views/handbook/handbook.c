#include "views/handbook/handbook.h"
#include "views/draw/draw.h"
#include "views/paper/paper.h"
#include <stdlib.h>
#include <string.h>

static const char *title_of(const bylaw_node *thing) {
    const char *title = bylaw_get_text(thing, "title"), *name = bylaw_get_text(thing, "name");
    return *title ? title : *name ? name : bylaw_get_text(thing, "declares");
}

static void heads(Paper *paper, const char *const *words, size_t count) {
    paper->form->table_begin(paper);
    paper->form->row_begin(paper);
    for (size_t i = 0; i < count; i++) {
        paper->form->cell_begin(paper, true, false);
        plain(paper, words[i]);
        paper->form->cell_end(paper, true);
    }
    paper->form->row_end(paper, true, count);
}

#define HEADS(paper, ...)                                                                                    \
    heads(paper, (const char *const[]){__VA_ARGS__},                                                         \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void list_cell(Paper *paper, const bylaw_node *list) {
    paper->form->cell_begin(paper, false, false);
    prose_list(paper, list);
    paper->form->cell_end(paper, false);
}

/* --- parts of a declaration ----------------------------------------------------------------------------- */

/* X(key of the outline, words before it) */
#define PARTS(X)                                                                                             \
    X("type", "type ")                                                                                       \
    X("for_each", "for each ")                                                                               \
    X("of", "of ")                                                                                           \
    X("by", "by ")                                                                                           \
    X("before", "before ")                                                                                   \
    X("to", "to ")                                                                                           \
    X("when", "when ")                                                                                       \
    X("from", "from ")                                                                                       \
    X("was", "formerly ")

static void write_part(Paper *paper, const bylaw_node *thing, const char *key, const char *before) {
    if (!*bylaw_get_text(thing, key)) return;
    plain(paper, ", ");
    plain(paper, before);
    prose(paper, bylaw_get_text(thing, key));
}

/* "a review, of partnership, by ethics_review_panel - §8.2 - rules/governance.bylaw:88" */
static void write_about(Paper *paper, const bylaw_node *thing, const char *what) {
    char place[512];
    const char *source = bylaw_get_text(thing, "source");
    paper->form->paragraph_begin(paper);
    plain(paper, what);
#define X(key, before) write_part(paper, thing, key, before);
    PARTS(X)
#undef X
    snprintf(place, sizeof place, " \u2013 %s:%lld", bylaw_get_text(thing, "path"),
             (long long)bylaw_get_integer(thing, "line"));
    if (*source) {
        plain(paper, " \u2013 ");
        link_to(paper, "sources", source);
    }
    plain(paper, place);
    paper->form->paragraph_end(paper);
}

static void write_settings(Paper *paper, const bylaw_node *settings) {
    if (bylaw_count(settings) == 0) return;
    HEADS(paper, "rule", "says");
    for (size_t i = 0; i < bylaw_count(settings); i++) {
        const bylaw_node *setting = bylaw_item(settings, i);
        paper->form->row_begin(paper);
        paper->form->cell_begin(paper, false, false);
        plain(paper, bylaw_get_text(setting, "word"));
        paper->form->cell_end(paper, false);
        cell(paper, false, bylaw_get_text(setting, "says"));
        paper->form->row_end(paper, false, 2);
    }
    paper->form->table_end(paper);
}

static void write_fields(Paper *paper, const bylaw_node *fields) {
    if (bylaw_count(fields) == 0) return;
    HEADS(paper, "fact", "type", "");
    for (size_t i = 0; i < bylaw_count(fields); i++) {
        const bylaw_node *field = bylaw_item(fields, i);
        paper->form->row_begin(paper);
        cell(paper, false, bylaw_get_text(field, "name"));
        cell(paper, false, bylaw_get_text(field, "type"));
        list_cell(paper, bylaw_get(field, "attributes"));
        paper->form->row_end(paper, false, 3);
    }
    paper->form->table_end(paper);
}

static void write_members(Paper *paper, const bylaw_node *members) {
    if (bylaw_count(members) == 0) return;
    HEADS(paper, "value", "");
    for (size_t i = 0; i < bylaw_count(members); i++) {
        const bylaw_node *member = bylaw_item(members, i);
        paper->form->row_begin(paper);
        cell(paper, false, bylaw_get_text(member, "name"));
        paper->form->cell_begin(paper, false, false);
        plain(paper, bylaw_get_text(member, "title"));
        paper->form->cell_end(paper, false);
        paper->form->row_end(paper, false, 2);
    }
    paper->form->table_end(paper);
}

static void write_cells(Paper *paper, const bylaw_node *columns, const bylaw_node *row) {
    bool head = row == NULL, results = false;
    size_t count = bylaw_count(columns);
    paper->form->row_begin(paper);
    for (size_t i = 0; i < count; i++) {
        bool first = bylaw_get_bool(bylaw_item(columns, i), "result") && !results;
        results = results || first;
        paper->form->cell_begin(paper, head, first);
        prose(paper, head ? bylaw_get_text(bylaw_item(columns, i), "head") : bylaw_text(bylaw_item(row, i)));
        paper->form->cell_end(paper, head);
    }
    paper->form->row_end(paper, head, count);
}

static void write_table(Paper *paper, const bylaw_node *table) {
    const bylaw_node *columns = bylaw_get(table, "columns"), *rows = bylaw_get(table, "rows");
    if (bylaw_count(columns) == 0) return;
    paper->form->table_begin(paper);
    write_cells(paper, columns, NULL);
    for (size_t i = 0; i < bylaw_count(rows); i++) write_cells(paper, columns, bylaw_item(rows, i));
    paper->form->table_end(paper);
}

/* What is no workflow, escalation or review has no picture. */
static void write_picture(Paper *paper, const bylaw_node *thing) {
    char *svg = paper->form->pictures ? draw_picture(thing, DRAW_SVG) : NULL;
    if (!svg) return;
    fputs("<figure>\n", paper->out);
    fputs(draw_inside(svg), paper->out);
    fputs("</figure>\n", paper->out);
    free(svg);
}

static void write_declaration(Paper *paper, const bylaw_node *decl) {
    const char *name = bylaw_get_text(decl, "name"), *title = bylaw_get_text(decl, "title");
    paper->form->heading(paper, 3, name, title_of(decl), *title ? name : "");
    write_about(paper, decl, bylaw_get_text(decl, "what"));
    write_settings(paper, bylaw_get(decl, "settings"));
    write_fields(paper, bylaw_get(decl, "fields"));
    write_members(paper, bylaw_get(decl, "members"));
    write_table(paper, bylaw_get(decl, "table"));
    write_picture(paper, decl);
}

/* --- workflows ------------------------------------------------------------------------------------------ */

static void write_next(Paper *paper, const bylaw_node *next) {
    paper->form->cell_begin(paper, false, false);
    for (size_t i = 0; i < bylaw_count(next); i++) {
        const bylaw_node *way = bylaw_item(next, i);
        const char *outcome = bylaw_get_text(way, "outcome"), *when = bylaw_get_text(way, "when");
        if (i) plain(paper, "; ");
        plain(paper, *when ? "when " : outcome);
        prose(paper, when);
        plain(paper, *when || *outcome ? ": " : "");
        plain(paper, bylaw_get_text(way, "to"));
    }
    paper->form->cell_end(paper, false);
}

/* What triggers still open after an end. */
static void write_ongoing(Paper *paper, const bylaw_node *ongoing) {
    for (size_t i = 0; i < bylaw_count(ongoing); i++) {
        plain(paper, i == 0 ? "; goes on: " : ", ");
        plain(paper, bylaw_text(bylaw_item(ongoing, i)));
    }
}

static void write_step(Paper *paper, const bylaw_node *step) {
    paper->form->row_begin(paper);
    paper->form->cell_begin(paper, false, false);
    plain(paper, bylaw_get_text(step, "name"));
    paper->form->cell_end(paper, false);
    paper->form->cell_begin(paper, false, false);
    plain(paper, bylaw_get_text(step, "step"));
    plain(paper, ": ");
    prose(paper, bylaw_get_text(step, "subject"));
    if (*bylaw_get_text(step, "decision")) plain(paper, " as ");
    plain(paper, bylaw_get_text(step, "decision"));
    if (*bylaw_get_text(step, "options")) plain(paper, ", options: ");
    plain(paper, bylaw_get_text(step, "options"));
    if (*bylaw_get_text(step, "conditions")) plain(paper, ", with conditions");
    if (*bylaw_get_text(step, "holds")) plain(paper, ", holds for ");
    plain(paper, bylaw_get_text(step, "holds"));
    if (*bylaw_get_text(step, "renewal")) plain(paper, ", renewed by ");
    plain(paper, bylaw_get_text(step, "renewal"));
    write_ongoing(paper, bylaw_get(step, "ongoing"));
    paper->form->cell_end(paper, false);
    list_cell(paper, bylaw_get(step, "by"));
    list_cell(paper, bylaw_get(step, "collects"));
    cell(paper, false, bylaw_get_text(step, "within"));
    write_next(paper, bylaw_get(step, "next"));
    paper->form->row_end(paper, false, 6);
}

static void write_workflow(Paper *paper, const bylaw_node *workflow) {
    const bylaw_node *steps = bylaw_get(workflow, "steps");
    const char *name = bylaw_get_text(workflow, "name");
    paper->form->heading(paper, 3, name, title_of(workflow), name);
    write_about(paper, workflow, "a workflow");
    write_picture(paper, workflow);
    HEADS(paper, "step", "what happens", "by", "collects", "within", "then");
    for (size_t i = 0; i < bylaw_count(steps); i++) write_step(paper, bylaw_item(steps, i));
    paper->form->table_end(paper);
}

/* --- the whole ------------------------------------------------------------------------------------------ */

typedef void Write(Paper *paper, const bylaw_node *thing);

static void each(Paper *paper, const bylaw_node *list, Write *write) {
    for (size_t i = 0; i < bylaw_count(list); i++) write(paper, bylaw_item(list, i));
}

static void each_declared(Paper *paper, const bylaw_node *outline, Write *write) {
    const bylaw_node *files = bylaw_get(outline, "files");
    for (size_t i = 0; i < bylaw_count(files); i++)
        each(paper, bylaw_get(bylaw_item(files, i), "declarations"), write);
    each(paper, bylaw_get(outline, "workflows"), write);
}

static void write_entry(Paper *paper, const bylaw_node *thing) {
    if (!*bylaw_get_text(thing, "name")) return;
    paper->form->bullet_begin(paper);
    link_to(paper, bylaw_get_text(thing, "name"), title_of(thing));
    paper->form->bullet_end(paper);
}

static void write_citation(Paper *paper, const bylaw_node *thing) {
    if (!*bylaw_get_text(thing, "source")) return;
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(thing, "source"));
    plain(paper, ": ");
    if (*bylaw_get_text(thing, "name"))
        link_to(paper, bylaw_get_text(thing, "name"), title_of(thing));
    else
        plain(paper, title_of(thing));
    paper->form->bullet_end(paper);
}

static void write_file(Paper *paper, const bylaw_node *file) {
    paper->form->heading(paper, 2, "", bylaw_get_text(file, "path"), "");
    if (*bylaw_get_text(file, "about")) {
        paper->form->paragraph_begin(paper);
        plain(paper, bylaw_get_text(file, "about"));
        paper->form->paragraph_end(paper);
    }
    each(paper, bylaw_get(file, "declarations"), write_declaration);
}

static void write_list(Paper *paper, const bylaw_node *outline, Write *write) {
    paper->first_row = true;
    each_declared(paper, outline, write);
    paper->form->list_end(paper);
}

static void write_all(Paper *paper, const bylaw_node *outline) {
    const char *title = bylaw_get_text(outline, "title");
    char edition[256];
    snprintf(edition, sizeof edition, "edition %s", bylaw_get_text(outline, "edition"));
    paper->form->begin(paper, title);
    paper->form->heading(paper, 1, "", title, edition);
    paper->form->paragraph_begin(paper);
    plain(paper, "Charter ");
    plain(paper, bylaw_get_text(outline, "charter"));
    paper->form->paragraph_end(paper);
    write_list(paper, outline, write_entry);
    each(paper, bylaw_get(outline, "files"), write_file);
    paper->form->heading(paper, 2, "", "Workflows", "");
    each(paper, bylaw_get(outline, "workflows"), write_workflow);
    paper->form->heading(paper, 2, "sources", "Sources", "");
    write_list(paper, outline, write_citation);
    paper->form->end(paper);
}

char *handbook_write(const bylaw_node *outline, handbook_form form) {
    char *text = NULL;
    size_t length = 0;
    Paper paper = {.form = form == HANDBOOK_HTML ? &paper_html : &paper_markdown, .chapters = true};
    bool good = paper_learn(&paper, outline) && (paper.out = open_memstream(&text, &length));
    if (good) write_all(&paper, outline);
    if (paper.out && ferror(paper.out)) good = false;
    if (paper.out && fclose(paper.out) != 0) good = false;
    free(paper.names);
    if (good) return text;
    free(text);
    return NULL;
}
