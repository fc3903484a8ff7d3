/* writing: what agendas and minutes share; for the files of this room only. */
#ifndef BYLAW_VIEWS_MINUTES_WRITING_H
#define BYLAW_VIEWS_MINUTES_WRITING_H

#include "views/minutes/minutes.h"
#include "views/paper/paper.h"

/* Writes a document with `write` in a form; NULL: no memory. */
typedef void WriteDocument(Paper *paper, const bylaw_node *document);
char *write_document(const bylaw_node *document, minutes_form form, WriteDocument *write);

bool known(const bylaw_node *map, const char *key);
void after(Paper *paper, const char *words, const bylaw_node *map, const char *key); /* where it is there */
void sentence(Paper *paper, const char *words);                                      /* a paragraph */
void named(Paper *paper, const char *name, const char *words); /* a bullet "name: words" */
void named_list(Paper *paper, const bylaw_node *map, const char *key,
                const char *name); /* where it is there */
void list_begin(Paper *paper);
void list_end(Paper *paper);
void number(Paper *paper, int64_t number);

/* "Minutes of the Board, draft"; then when and where. */
void meeting_begin(Paper *paper, const bylaw_node *document, const char *what, const char *note);
/* "PRT-2026-001: Partnership approval" */
void item_heading(Paper *paper, const bylaw_node *item, size_t place);
void write_reviewers(Paper *paper, const bylaw_node *reviewers); /* bullets */
void write_condition(Paper *paper, const bylaw_node *condition); /* a bullet */
void write_action(Paper *paper, const bylaw_node *action);       /* a bullet */

#endif
