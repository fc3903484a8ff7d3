/* paper: what people print is written on: HTML, Markdown or plain text; for handbooks, agendas and minutes.
 * What comes from the rules goes through prose(), which links every word that is the name of something
 * declared and was learnt. */
#ifndef BYLAW_VIEWS_PAPER_H
#define BYLAW_VIEWS_PAPER_H

#include "bylaw.h"
#include <stdio.h>

typedef struct Paper Paper;

typedef struct PaperForm {
    void (*begin)(Paper *paper, const char *title);
    void (*end)(Paper *paper);
    void (*heading)(Paper *paper, int level, const char *anchor, const char *text, const char *note);
    void (*paragraph_begin)(Paper *paper);
    void (*paragraph_end)(Paper *paper);
    void (*bullet_begin)(Paper *paper);
    void (*bullet_end)(Paper *paper);
    void (*list_end)(Paper *paper);
    void (*table_begin)(Paper *paper);
    void (*row_begin)(Paper *paper);
    void (*cell_begin)(Paper *paper, bool head, bool result); /* result: the first one that comes out */
    void (*cell_end)(Paper *paper, bool head);
    void (*row_end)(Paper *paper, bool head, size_t columns);
    void (*table_end)(Paper *paper);
    void (*text)(Paper *paper, const char *text, size_t length); /* escaped */
    void (*link)(Paper *paper, const char *anchor, const char *text, size_t length);
    bool pictures;
} PaperForm;

struct Paper {
    FILE *out;
    const PaperForm *form;
    const char **names; /* sorted: what can be linked to */
    size_t name_count;
    bool first_row; /* of the table or list that is written */
    size_t column,
        indent;    /* of plain text: where it is, and one past where its lines begin; 0: it is not broken */
    bool chapters; /* each begins a page where it is printed */
};

extern const PaperForm paper_html, paper_markdown, paper_text;

/* The names of all that is declared, for links; false: no memory. */
bool paper_learn(Paper *paper, const bylaw_node *outline);

void plain(Paper *paper, const char *text); /* no links */
void prose(Paper *paper, const char *text);
void prose_list(Paper *paper, const bylaw_node *list);
void link_to(Paper *paper, const char *anchor, const char *text);

/* A row of a table: its cells between these two. */
void cell(Paper *paper, bool head, const char *text);

#endif
