/* handbook: rules and workflows given back as prose that people read and print: matrices as tables, bodies,
 * paths, workflows as pictures, each with what it cites. From the outline of a charter. */
#ifndef BYLAW_VIEWS_HANDBOOK_H
#define BYLAW_VIEWS_HANDBOOK_H

#include "bylaw.h"

/* X(NAME, word, what it is) */
#define HANDBOOK_FORMS(X)                                                                                    \
    X(HTML, "html", "one page with its pictures, for browsers and printers")                                 \
    X(MARKDOWN, "md", "Markdown with tables, without pictures")

typedef enum handbook_form {
#define X(name, word, what) HANDBOOK_##name,
    HANDBOOK_FORMS(X)
#undef X
        HANDBOOK_FORM_COUNT
} handbook_form;

/* The whole text, to be freed by free(); NULL: there is no memory. */
char *handbook_write(const bylaw_node *outline, handbook_form form);

#endif
