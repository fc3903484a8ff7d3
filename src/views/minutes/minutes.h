/* minutes: the agenda and the minutes of a meeting, as its members read and print them. From the documents
 * "agenda" and "minutes" alone. */
#ifndef BYLAW_VIEWS_MINUTES_H
#define BYLAW_VIEWS_MINUTES_H

#include "bylaw.h"

/* X(NAME, word, what it is) */
#define MINUTES_FORMS(X)                                                                                     \
    X(TEXT, "text", "plain text, for mails and terminals")                                                   \
    X(MARKDOWN, "md", "Markdown")                                                                            \
    X(HTML, "html", "one page, for browsers and printers")

typedef enum minutes_form {
#define X(name, word, what) MINUTES_##name,
    MINUTES_FORMS(X)
#undef X
        MINUTES_FORM_COUNT
} minutes_form;

/* The whole text, to be freed by free(); NULL: there is no memory. */
char *minutes_write(const bylaw_node *minutes, minutes_form form);
char *agenda_write(const bylaw_node *agenda, minutes_form form);

#endif
