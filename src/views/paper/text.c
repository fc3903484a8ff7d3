/* Plain text: for mails and terminals. Headings are underlined; what is long goes on in the next line. */
#include "views/paper/paper.h"
#include <string.h>

enum { LINE_WIDTH = 100 };

static void put(Paper *paper, const char *text) {
    fputs(text, paper->out);
    paper->column += strlen(text);
}

/* A line ends between words, where the next one would pass its end. */
static void text(Paper *paper, const char *at, size_t length) {
    for (size_t i = 0; i < length; i++) {
        size_t end = i + 1;
        while (at[i] == ' ' && end < length && at[end] != ' ') end++;
        bool full = at[i] == ' ' && paper->indent && paper->column + (end - i) > LINE_WIDTH;
        if (full)
            fprintf(paper->out, "\n%*s", (int)paper->indent - 1, "");
        else
            fputc(at[i] == '\n' || at[i] == '\t' ? ' ' : at[i], paper->out);
        paper->column = full ? paper->indent - 1 : paper->column + (((unsigned char)at[i] & 0xc0) != 0x80);
    }
}

static void nothing(Paper *paper) {
    (void)paper;
}

static void begin(Paper *paper, const char *title) {
    (void)paper, (void)title;
}

static void line_end(Paper *paper) {
    fputc('\n', paper->out);
    paper->column = paper->indent = 0;
}

static size_t width(const char *text_of) {
    size_t count = 0;
    for (; *text_of; text_of++) count += ((unsigned char)*text_of & 0xc0) != 0x80;
    return count;
}

static void heading(Paper *paper, int level, const char *anchor, const char *title, const char *note) {
    size_t line = width(title) + (*note ? width(note) + 3 : 0);
    (void)anchor;
    if (level > 1) line_end(paper);
    put(paper, title);
    if (*note) {
        put(paper, " (");
        put(paper, note);
        put(paper, ")");
    }
    line_end(paper);
    for (size_t i = 0; level < 3 && i < line; i++) fputc(level == 1 ? '=' : '-', paper->out);
    if (level < 3) line_end(paper);
}

static void paragraph_begin(Paper *paper) {
    paper->indent = 1;
}

static void bullet_begin(Paper *paper) {
    put(paper, "- ");
    paper->indent = 3;
}

static void cell_begin(Paper *paper, bool head, bool result) {
    (void)head, (void)result;
    if (paper->column) put(paper, " | ");
}

static void cell_end(Paper *paper, bool head) {
    (void)paper, (void)head;
}

static void row_end(Paper *paper, bool head, size_t columns) {
    (void)head, (void)columns;
    line_end(paper);
}

static void link_text(Paper *paper, const char *anchor, const char *at, size_t length) {
    (void)anchor;
    text(paper, at, length);
}

const PaperForm paper_text = {begin,    nothing, heading, paragraph_begin, line_end,   bullet_begin,
                              line_end, nothing, nothing, nothing,         cell_begin, cell_end,
                              row_end,  nothing, text,    link_text,       false};
