/* BPMN 2.0: the process, and its diagram as Graphviz has laid it out. Its coordinates grow downwards, those
 * of Graphviz upwards; both count points. Names of elements are the graph's own, which are names of XML too.
 */
#include "views/draw/graph.h"
#include <graphviz/gvc.h>
#include <string.h>

static void put_escaped(FILE *out, const char *text) {
    for (; *text; text++) {
        if (*text == '&')
            fputs("&amp;", out);
        else if (*text == '<')
            fputs("&lt;", out);
        else if (*text == '>')
            fputs("&gt;", out);
        else if (*text == '"')
            fputs("&quot;", out);
        else if (*text == '\n')
            fputs("&#10;", out);
        else if (text[0] == '\\' && text[1] == '\\')
            fputc(*text++, out); /* as graph.c has written it twice */
        else
            fputc(*text, out);
    }
}

static void put_attribute(FILE *out, const char *name, const char *text) {
    if (!*text) return;
    fprintf(out, " %s=\"", name);
    put_escaped(out, text);
    fputc('"', out);
}

static void put_flow_id(FILE *out, Agedge_t *edge) {
    fprintf(out, "%s-%s-%lu", agnameof(agtail(edge)), agnameof(aghead(edge)), (unsigned long)AGSEQ(edge));
}

/* --- the process ---------------------------------------------------------------------------------------- */

static void put_ways(FILE *out, Agraph_t *graph, Agnode_t *node) {
    for (Agedge_t *edge = agfstin(graph, node); edge; edge = agnxtin(graph, edge)) {
        fputs("      <incoming>", out);
        put_flow_id(out, edge);
        fputs("</incoming>\n", out);
    }
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
        fputs("      <outgoing>", out);
        put_flow_id(out, edge);
        fputs("</outgoing>\n", out);
    }
}

static void put_element(FILE *out, Agraph_t *graph, Agnode_t *node) {
    const char *element = graph_text(node, "class");
    fprintf(out, "    <%s id=\"%s\"", element, agnameof(node));
    put_attribute(out, "name", graph_text(node, "label"));
    fputs(">\n", out);
    put_ways(out, graph, node);
    fprintf(out, "    </%s>\n", element);
}

static void put_flow(FILE *out, Agedge_t *edge) {
    fputs("    <sequenceFlow id=\"", out);
    put_flow_id(out, edge);
    fprintf(out, "\" sourceRef=\"%s\" targetRef=\"%s\"", agnameof(agtail(edge)), agnameof(aghead(edge)));
    put_attribute(out, "name", graph_text(edge, "label"));
    fputs("/>\n", out);
}

/* --- the diagram ---------------------------------------------------------------------------------------- */

static void put_shape(FILE *out, Agraph_t *graph, Agnode_t *node) {
    double width = ND_width(node) * 72, height = ND_height(node) * 72, top = GD_bb(graph).UR.y;
    fprintf(out,
            "      <bpmndi:BPMNShape id=\"%s.shape\" bpmnElement=\"%s\">\n"
            "        <dc:Bounds x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>\n"
            "      </bpmndi:BPMNShape>\n",
            agnameof(node), agnameof(node), ND_coord(node).x - width / 2, top - ND_coord(node).y - height / 2,
            width, height);
}

static void put_point(FILE *out, Agraph_t *graph, pointf point) {
    fprintf(out, "        <di:waypoint x=\"%.0f\" y=\"%.0f\"/>\n", point.x, GD_bb(graph).UR.y - point.y);
}

/* A line of straight pieces is given as curves: every third point is on it. The arrow's head ends beyond. */
static void put_points(FILE *out, Agraph_t *graph, Agedge_t *edge) {
    const splines *lines = ED_spl(edge);
    if (!lines || lines->size == 0) return;
    const bezier *line = &lines->list[0];
    pointf last = line->list[0];
    put_point(out, graph, last);
    for (size_t i = 3; i < (size_t)line->size; i += 3) {
        if (line->list[i].x == last.x && line->list[i].y == last.y) continue;
        last = line->list[i];
        put_point(out, graph, last);
    }
    if (line->eflag) put_point(out, graph, line->ep);
}

static void put_line(FILE *out, Agraph_t *graph, Agedge_t *edge) {
    fputs("      <bpmndi:BPMNEdge id=\"", out);
    put_flow_id(out, edge);
    fputs(".line\" bpmnElement=\"", out);
    put_flow_id(out, edge);
    fputs("\">\n", out);
    put_points(out, graph, edge);
    fputs("      </bpmndi:BPMNEdge>\n", out);
}

void bpmn_write(FILE *out, Agraph_t *graph) {
    const char *name = agnameof(graph);
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"\n"
            "    xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\"\n"
            "    xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\"\n"
            "    xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\"\n"
            "    id=\"%s.definitions\" targetNamespace=\"urn:bylaw:%s\">\n"
            "  <process id=\"%s.process\" isExecutable=\"false\"",
            name, name, name);
    put_attribute(out, "name", graph_text(graph, "label"));
    fputs(">\n", out);
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        put_element(out, graph, node);
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) put_flow(out, edge);
    fprintf(out,
            "  </process>\n  <bpmndi:BPMNDiagram id=\"%s.diagram\">\n"
            "    <bpmndi:BPMNPlane id=\"%s.plane\" bpmnElement=\"%s.process\">\n",
            name, name, name);
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) put_shape(out, graph, node);
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
            put_line(out, graph, edge);
    fputs("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</definitions>\n", out);
}
