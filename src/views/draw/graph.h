/* graph: the picture before it is laid out, as a graph of Graphviz' library; for the files of this room only.
 * A node's class says what it is in the words of BPMN, which a picture shows by its shape. */
#ifndef BYLAW_VIEWS_DRAW_GRAPH_H
#define BYLAW_VIEWS_DRAW_GRAPH_H

#include "views/draw/draw.h"
#include <graphviz/cgraph.h>
#include <stdio.h>

/* X(NAME, element of BPMN, attributes of a node as Graphviz has them) */
#define NODE_CLASSES(X)                                                                                      \
    X(START, "startEvent", "circle", "0.3", "")                                                              \
    X(TASK, "userTask", "box", "", "rounded")                                                                \
    X(RULE, "businessRuleTask", "box", "", "")                                                               \
    X(CHOICE, "exclusiveGateway", "diamond", "0.4", "")                                                      \
    X(SPLIT, "parallelGateway", "diamond", "0.4", "")                                                        \
    X(END, "endEvent", "box", "", "rounded,bold")

typedef enum NodeClass {
#define X(name, element, shape, width, style) NODE_##name,
    NODE_CLASSES(X)
#undef X
        NODE_CLASS_COUNT
} NodeClass;

Agraph_t *graph_new(const char *name, const char *title);
/* Nodes that are there already keep what they are. */
Agnode_t *graph_node(Agraph_t *graph, const char *id, NodeClass class, const char *label);
/* A node that only the picture has, beside the one of a step: "board.choice". No step's name has a dot. */
Agnode_t *graph_node_of(Agraph_t *graph, const char *step, const char *part, NodeClass class,
                        const char *label);
/* Two ways from one node to another are one edge: "lost or rejected". */
void graph_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to, const char *label);
void graph_set(void *graph_or_part, const char *attribute, const char *value);
const char *graph_text(void *node_or_edge, const char *attribute); /* "" when it has none */

/* Pictures of each kind of thing. */
Agraph_t *graph_of_workflow(const bylaw_node *workflow);
Agraph_t *graph_of_escalation(const bylaw_node *escalation);
Agraph_t *graph_of_review(const bylaw_node *review);

/* BPMN of a graph of a workflow that is laid out. Written to a stream, which knows its own errors. */
void bpmn_write(FILE *out, Agraph_t *graph);

#endif
