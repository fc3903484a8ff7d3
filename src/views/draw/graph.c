#include "views/draw/graph.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *element, *shape, *width, *style;
} classes[] = {
#define X(name, element, shape, width, style) {element, shape, width, style},
    NODE_CLASSES(X)
#undef X
};

#define FONT "Helvetica,Arial,sans-serif"
enum { LABEL_WIDTH = 34 };

/* A label's lines are broken behind a word; what Graphviz reads as an escape is text here. */
static char *laid_out(const char *text) {
    char *out = malloc(2 * strlen(text) + 1), *at = out;
    if (!out) return NULL;
    for (size_t column = 0; *text; text++, column++) {
        bool broken = *text == ' ' && column >= LABEL_WIDTH;
        if (*text == '\\') *at++ = '\\';
        *at++ = broken ? '\n' : *text;
        if (broken || *text == '\n') column = 0;
    }
    *at = 0;
    return out;
}

/* The library changes none of the texts that it takes as its own. */
static char *own(const char *text) {
    return (char *)(uintptr_t)text;
}

void graph_set(void *thing, const char *attribute, const char *value) {
    agsafeset(thing, own(attribute), own(value), own(""));
}

static void set_label(void *thing, const char *label) {
    char *text = laid_out(label);
    graph_set(thing, "label", text ? text : "");
    free(text);
}

Agraph_t *graph_new(const char *name, const char *title) {
    Agraph_t *graph = agopen(own(name), Agdirected, NULL);
    if (!graph) return NULL;
    set_label(graph, title);
    graph_set(graph, "labelloc", "t");
    graph_set(graph, "fontname", FONT);
    graph_set(graph, "nodesep", "0.4");
    graph_set(graph, "pad", "0.3");
    agattr(graph, AGNODE, own("fontname"), own(FONT));
    agattr(graph, AGNODE, own("fontsize"), own("11"));
    agattr(graph, AGNODE, own("margin"), own("0.3,0.1"));
    agattr(graph, AGNODE, own("label"), own(""));
    agattr(graph, AGEDGE, own("fontname"), own(FONT));
    agattr(graph, AGEDGE, own("fontsize"), own("10"));
    agattr(graph, AGEDGE, own("label"), own(""));
    return graph;
}

Agnode_t *graph_node(Agraph_t *graph, const char *id, NodeClass class, const char *label) {
    Agnode_t *node = agnode(graph, own(id), 0);
    if (node || !(node = agnode(graph, own(id), 1))) return node;
    set_label(node, label);
    graph_set(node, "class", classes[class].element);
    graph_set(node, "shape", classes[class].shape);
    graph_set(node, "style", classes[class].style);
    if (!*classes[class].width) return node;
    graph_set(node, "width", classes[class].width);
    graph_set(node, "height", classes[class].width);
    graph_set(node, "fixedsize", "true");
    return node;
}

Agnode_t *graph_node_of(Agraph_t *graph, const char *step, const char *part, NodeClass class,
                        const char *label) {
    char id[512];
    snprintf(id, sizeof id, "%s.%s", step, part);
    return graph_node(graph, id, class, label);
}

void graph_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to, const char *label) {
    if (!from || !to) return;
    Agedge_t *edge = agedge(graph, from, to, NULL, 0);
    char both[512];
    snprintf(both, sizeof both, "%s%s%s", edge ? graph_text(edge, "label") : "", edge ? " or " : "", label);
    if (!edge) edge = agedge(graph, from, to, NULL, 1);
    if (edge && *both) set_label(edge, both);
}

const char *graph_text(void *thing, const char *attribute) {
    const char *text = agget(thing, own(attribute));
    return text ? text : "";
}
