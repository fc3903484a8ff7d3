/* draw: pictures of workflows, escalations and reviews, from the outline of a charter
 * (bylaw_rules_outline()). Knows the library's documents and nothing of rules; Graphviz lays the pictures
 * out. */
#ifndef BYLAW_VIEWS_DRAW_H
#define BYLAW_VIEWS_DRAW_H

#include "bylaw.h"

/* X(NAME, word, what it is) */
#define DRAW_FORMS(X)                                                                                        \
    X(SVG, "svg", "a picture for browsers and documents")                                                    \
    X(DOT, "dot", "the graph, for Graphviz' own programs")                                                   \
    X(BPMN, "bpmn", "BPMN 2.0 with its diagram, for process editors; of workflows only")

typedef enum draw_form {
#define X(name, word, what) DRAW_##name,
    DRAW_FORMS(X)
#undef X
        DRAW_FORM_COUNT
} draw_form;

/* What can be drawn: the workflow, escalation or review of that name in the outline; NULL when there is none.
 */
const bylaw_node *draw_find(const bylaw_node *outline, const char *name);
bool draw_is_workflow(const bylaw_node *thing);

/* Names everything that can be drawn, as far as there is room: for "did you mean". */
size_t draw_names(const bylaw_node *outline, const char **names, size_t most);

/* The picture of a thing that draw_find() or the outline gave; to be freed by free(). NULL: there is no
 * memory, or BPMN was asked for what is no workflow. An SVG is a whole file; draw_inside() is where the
 * picture itself begins in it, for a page that holds it. */
char *draw_picture(const bylaw_node *thing, draw_form form);
const char *draw_inside(const char *svg);

#endif
