/* How each kind of thing becomes a graph. */
#include "views/draw/graph.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const bylaw_node *map, const char *key, const char *text) {
    return strcmp(bylaw_get_text(map, key), text) == 0;
}

/* --- labels --------------------------------------------------------------------------------------------- */

typedef struct Label {
    FILE *out;
    char *text;
    size_t length;
} Label;

static bool label_begin(Label *label) {
    *label = (Label){0};
    label->out = open_memstream(&label->text, &label->length);
    return label->out != NULL;
}

/* What the label says; empty when there was no memory for it. To be freed. */
static char *label_end(Label *label) {
    fclose(label->out);
    return label->text;
}

static void label_line(Label *label, const char *before, const char *text) {
    if (*text) fprintf(label->out, "%s%s%s", ftell(label->out) > 0 ? "\n" : "", before, text);
}

static void label_list(Label *label, const char *before, const bylaw_node *list) {
    for (size_t i = 0; i < bylaw_count(list); i++)
        fprintf(label->out, "%s%s", i ? ", " : before, bylaw_text(bylaw_item(list, i)));
}

/* --- workflows ------------------------------------------------------------------------------------------ */

/* X(step kind, class of node, what stands before its subject) */
#define STEP_LOOKS(X)                                                                                        \
    X("task", TASK, "")                                                                                      \
    X("score", TASK, "Score: ")                                                                              \
    X("review", TASK, "Review: ")                                                                            \
    X("evaluate", RULE, "Evaluate: ")                                                                        \
    X("motion", TASK, "Motion: ")                                                                            \
    X("checklist", TASK, "Checklist: ")                                                                      \
    X("parallel", SPLIT, "")                                                                                 \
    X("end", END, "")

static const struct {
    const char *kind;
    NodeClass class;
    const char *before;
} looks[] = {
#define X(kind, class, before) {kind, NODE_##class, before},
    STEP_LOOKS(X)
#undef X
};

static NodeClass class_of(const bylaw_node *step) {
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
        if (is(step, "step", looks[i].kind)) return looks[i].class;
    return NODE_TASK;
}

static const char *before_subject(const bylaw_node *step) {
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
        if (is(step, "step", looks[i].kind)) return looks[i].before;
    return "";
}

static Agnode_t *node_of(Agraph_t *graph, const bylaw_node *step) {
    Label label;
    if (!label_begin(&label)) return NULL;
    label_line(&label, before_subject(step), bylaw_get_text(step, "subject"));
    label_line(&label, "as ", bylaw_get_text(step, "decision"));
    label_line(&label, "options: ", bylaw_get_text(step, "options"));
    label_list(&label, "\nby ", bylaw_get(step, "by"));
    label_line(&label, "within ", bylaw_get_text(step, "within"));
    char *text = label_end(&label);
    NodeClass class = class_of(step);
    Agnode_t *node =
        graph_node(graph, bylaw_get_text(step, "name"), class, text && class != NODE_SPLIT ? text : "");
    free(text);
    return node;
}

static Agnode_t *step_named(Agraph_t *graph, const char *name) {
    return agnode(graph, (char *)(uintptr_t)name, 0);
}

/* "carried", or "when the total is below 6"; what is left over says otherwise. */
static void way_edge(Agraph_t *graph, Agnode_t *from, const bylaw_node *way, bool choice) {
    char label[256];
    const char *when = bylaw_get_text(way, "when"), *outcome = bylaw_get_text(way, "outcome");
    snprintf(label, sizeof label, "%s%s", *when ? "when " : "", *when ? when : outcome);
    bool rest = !*label && choice;
    graph_edge(graph, from, step_named(graph, bylaw_get_text(way, "to")), rest ? "otherwise" : label);
}

/* Several ways on part at a node of their own, which stands behind the step. */
static void ways_on(Agraph_t *graph, const char *name, Agnode_t *from, const bylaw_node *next) {
    bool choice = bylaw_count(next) > 1;
    if (choice) {
        Agnode_t *parts = graph_node_of(graph, name, "choice", NODE_CHOICE, "");
        graph_edge(graph, from, parts, "");
        from = parts;
    }
    for (size_t i = 0; i < bylaw_count(next); i++) way_edge(graph, from, bylaw_item(next, i), choice);
}

static void step_edges(Agraph_t *graph, const bylaw_node *step) {
    const char *name = bylaw_get_text(step, "name"), *parent = bylaw_get_text(step, "parent");
    Agnode_t *node = step_named(graph, name);
    if (*parent) {
        graph_edge(graph, step_named(graph, parent), node, "");
        graph_edge(graph, node, graph_node_of(graph, parent, "join", NODE_SPLIT, ""), "");
        return;
    }
    if (is(step, "step", "parallel")) node = graph_node_of(graph, name, "join", NODE_SPLIT, "");
    ways_on(graph, name, node, bylaw_get(step, "next"));
}

static const char *title_of(const bylaw_node *thing) {
    const char *title = bylaw_get_text(thing, "title");
    return *title ? title : bylaw_get_text(thing, "name");
}

Agraph_t *graph_of_workflow(const bylaw_node *workflow) {
    Agraph_t *graph = graph_new(bylaw_get_text(workflow, "name"), title_of(workflow));
    if (!graph) return NULL;
    const bylaw_node *steps = bylaw_get(workflow, "steps");
    Agnode_t *start = graph_node_of(graph, "_", "start", NODE_START, "");
    for (size_t i = 0; i < bylaw_count(steps); i++) node_of(graph, bylaw_item(steps, i));
    graph_edge(graph, start, step_named(graph, bylaw_get_text(workflow, "start")), "");
    for (size_t i = 0; i < bylaw_count(steps); i++) step_edges(graph, bylaw_item(steps, i));
    return graph;
}

/* --- escalations ---------------------------------------------------------------------------------------- */

static const char *cell(const bylaw_node *thing, size_t row, const char *head) {
    const bylaw_node *table = bylaw_get(thing, "table"), *columns = bylaw_get(table, "columns");
    for (size_t i = 0; i < bylaw_count(columns); i++)
        if (is(bylaw_item(columns, i), "head", head))
            return bylaw_text(bylaw_item(bylaw_item(bylaw_get(table, "rows"), row), i));
    return "";
}

static Agnode_t *level_node(Agraph_t *graph, const bylaw_node *escalation, size_t level) {
    Label label;
    if (!label_begin(&label)) return NULL;
    label_line(&label, "", cell(escalation, level, "to"));
    label_line(&label, "within ", cell(escalation, level, "within"));
    char *text = label_end(&label), id[32];
    snprintf(id, sizeof id, "level%zu", level + 1);
    Agnode_t *node = graph_node(graph, id, NODE_TASK, text ? text : "");
    free(text);
    return node;
}

static void starts(Agraph_t *graph, const bylaw_node *escalation, Agnode_t *first) {
    const bylaw_node *settings = bylaw_get(escalation, "settings");
    for (size_t i = 0; i < bylaw_count(settings); i++) {
        if (!is(bylaw_item(settings, i), "word", "starts")) continue;
        char part[32];
        snprintf(part, sizeof part, "start%zu", i + 1);
        Agnode_t *start = graph_node_of(graph, "_", part, NODE_START, "");
        graph_edge(graph, start, first, bylaw_get_text(bylaw_item(settings, i), "says"));
    }
}

Agraph_t *graph_of_escalation(const bylaw_node *escalation) {
    Agraph_t *graph = graph_new(bylaw_get_text(escalation, "name"), title_of(escalation));
    if (!graph) return NULL;
    size_t levels = bylaw_count(bylaw_get(bylaw_get(escalation, "table"), "rows"));
    Agnode_t *decided = graph_node_of(graph, "_", "decided", NODE_END, "decided");
    for (size_t i = 0; i < levels; i++) level_node(graph, escalation, i);
    for (size_t i = 0; i < levels; i++) {
        Agnode_t *level = level_node(graph, escalation, i);
        bool next = strcmp(cell(escalation, i, "on silence"), "next") == 0;
        if (i == 0) starts(graph, escalation, level);
        graph_edge(graph, level, decided, "decides");
        graph_edge(graph, level,
                   next ? level_node(graph, escalation, i + 1)
                        : graph_node_of(graph, "_", "rejected", NODE_END, "rejected"),
                   "on silence");
    }
    return graph;
}

/* --- reviews -------------------------------------------------------------------------------------------- */

/* "screening answers each principle then ...": how, without the step's name and where it leads. */
static void step_how(const bylaw_node *setting, char *how, size_t room) {
    const char *says = bylaw_get_text(setting, "says"), *name = bylaw_get_text(setting, "step");
    const char *from = strncmp(says, name, strlen(name)) == 0 ? says + strlen(name) : says;
    const char *then = strstr(from, " then ");
    snprintf(how, room, "%s\n%.*s", name, then ? (int)(then - from) : (int)strlen(from), from);
}

static bool is_step(const bylaw_node *setting) {
    return bylaw_kind(bylaw_get(setting, "next")) == BYLAW_LIST;
}

/* Where a way leads to what is no step, it is an outcome, and the review ends. */
static void review_step_edges(Agraph_t *graph, const bylaw_node *setting) {
    const char *name = bylaw_get_text(setting, "step");
    const bylaw_node *next = bylaw_get(setting, "next");
    for (size_t i = 0; i < bylaw_count(next); i++) {
        const char *to = bylaw_get_text(bylaw_item(next, i), "to");
        graph_node(graph, to, NODE_END, to);
    }
    ways_on(graph, name, step_named(graph, name), next);
}

static void review_start(Agraph_t *graph, const bylaw_node *settings, Agnode_t *first) {
    Agnode_t *start = graph_node_of(graph, "_", "start", NODE_START, "");
    for (size_t i = 0; i < bylaw_count(settings); i++) {
        if (!is(bylaw_item(settings, i), "word", "applies")) continue;
        Agnode_t *choice = graph_node_of(graph, "_", "applies", NODE_CHOICE, "");
        graph_edge(graph, start, choice, "");
        graph_edge(graph, choice, first, bylaw_get_text(bylaw_item(settings, i), "says"));
        graph_edge(graph, choice, graph_node(graph, "not_applicable", NODE_END, "not applicable"),
                   "otherwise");
        return;
    }
    graph_edge(graph, start, first, "");
}

Agraph_t *graph_of_review(const bylaw_node *review) {
    Agraph_t *graph = graph_new(bylaw_get_text(review, "name"), title_of(review));
    if (!graph) return NULL;
    const bylaw_node *settings = bylaw_get(review, "settings");
    Agnode_t *first = NULL;
    for (size_t i = 0; i < bylaw_count(settings); i++) {
        const bylaw_node *setting = bylaw_item(settings, i);
        if (!is_step(setting)) continue;
        char how[256];
        step_how(setting, how, sizeof how);
        Agnode_t *node = graph_node(graph, bylaw_get_text(setting, "step"), NODE_TASK, how);
        if (!first) first = node;
    }
    review_start(graph, settings, first);
    for (size_t i = 0; i < bylaw_count(settings); i++)
        if (is_step(bylaw_item(settings, i))) review_step_edges(graph, bylaw_item(settings, i));
    return graph;
}
