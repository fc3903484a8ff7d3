/* Markdown with tables, as GitHub and most other readers have them. */
#include "views/paper/paper.h"
#include <string.h>

static void escape(Paper *paper, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (strchr("\\`*|<>[]", text[i])) fputc('\\', paper->out);
        fputc(text[i] == '\n' ? ' ' : text[i], paper->out);
    }
}

static void begin(Paper *paper, const char *title) {
    (void)paper, (void)title;
}

static void end(Paper *paper) {
    (void)paper;
}

static void heading(Paper *paper, int level, const char *anchor, const char *text, const char *note) {
    if (*anchor) fprintf(paper->out, "<a id=\"%s\"></a>\n\n", anchor);
    fprintf(paper->out, "%.*s ", level, "######");
    plain(paper, text);
    if (*note) {
        fputs(" (", paper->out);
        plain(paper, note);
        fputc(')', paper->out);
    }
    fputs("\n\n", paper->out);
}

static void paragraph_begin(Paper *paper) {
    (void)paper;
}

static void paragraph_end(Paper *paper) {
    fputs("\n\n", paper->out);
}

static void bullet_begin(Paper *paper) {
    fputs("- ", paper->out);
}

static void line_end(Paper *paper) {
    fputc('\n', paper->out);
}

static void row_begin(Paper *paper) {
    fputs("|", paper->out);
}

static void cell_begin(Paper *paper, bool head, bool result) {
    (void)head, (void)result;
    fputc(' ', paper->out);
}

static void cell_end(Paper *paper, bool head) {
    (void)head;
    fputs(" |", paper->out);
}

static void row_end(Paper *paper, bool head, size_t columns) {
    fputc('\n', paper->out);
    if (!head) return;
    fputc('|', paper->out);
    for (size_t i = 0; i < columns; i++) fputs("---|", paper->out);
    fputc('\n', paper->out);
}

static void link_text(Paper *paper, const char *anchor, const char *text, size_t length) {
    fputc('[', paper->out);
    escape(paper, text, length);
    fprintf(paper->out, "](#%s)", anchor);
}

const PaperForm paper_markdown = {begin,    end,      heading, paragraph_begin, paragraph_end, bullet_begin,
                                  line_end, line_end, end,     row_begin,       cell_begin,    cell_end,
                                  row_end,  line_end, escape,  link_text,       false};
