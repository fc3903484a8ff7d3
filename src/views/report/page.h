/* page: text laid out in columns; for the files of this room only.
 *
 * A page knows the column it is at, counted in characters, so that a row is written from left to right with
 * put() and tab(). What comes from a document goes through put(), which lets no control character through: a
 * name in a book cannot move the reader's cursor. */
#ifndef BYLAW_VIEWS_REPORT_PAGE_H
#define BYLAW_VIEWS_REPORT_PAGE_H

#include "views/report/report.h"
#include <stdio.h>

typedef enum Style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_GOOD, STYLE_BAD, STYLE_WARN } Style;

typedef struct Page {
    FILE *out;
    bool colour;
    size_t column; /* how many characters the line has so far */
} Page;

void put(Page *page, const char *text);
void put_count(Page *page, int64_t number);
/* "1 entry", "3 entries" */
void put_counted(Page *page, int64_t number, const char *one, const char *many);
/* A value as people write it: yes, no, missing, 8.3, a list with commas. */
void put_value(Page *page, const bylaw_node *value);
void put_styled(Page *page, Style style, const char *text);
void tab(Page *page, size_t column); /* at least one space, where the column is passed already */
void line_end(Page *page);
/* Text that may be long, broken between words; its lines begin where it began. Ends the line. */
void put_wrapped(Page *page, const char *text);
void put_line(Page *page, const char *text); /* put(), then the line's end */
void raw(Page *page, const char *text);      /* as it is: text that is laid out already, or signed */

size_t wide(const char *text);
/* The widest text under a key among a list's maps. */
size_t widest(const bylaw_node *list, const char *key);
bool is(const bylaw_node *map, const char *key, const char *text);
bool has(const bylaw_node *map, const char *key);

/* A row begins with its label; what it says begins at the same column in every row of a document. */
void begin_row(Page *page, const char *label);
void begin_row_at(Page *page, size_t indent, const char *label, size_t column);
/* The row of a key that the document has, else none. */
void put_row(Page *page, const bylaw_node *document, const char *key, const char *label);

/* "2026-03-24 14:30" out of "2026-03-24T14:30:00-04:00". */
void put_moment(Page *page, const char *moment);
/* "rules/evaluation.bylaw:26 (§2.2)" out of a map with path, line and source. */
void put_where(Page *page, const bylaw_node *where);
/* The names of a list of people, "nobody" when there are none. */
void put_list(Page *page, const bylaw_node *list);

#endif
