#include "views/draw/graph.h"
#include <graphviz/gvc.h>
#include <stdlib.h>
#include <string.h>

/* --- what there is to draw ------------------------------------------------------------------------------ */

/* X(declaration, how it becomes a graph): of what the rules declare; workflows stand apart */
#define DRAWN(X)                                                                                             \
    X("escalation", graph_of_escalation)                                                                     \
    X("review", graph_of_review)

typedef Agraph_t *Drawing(const bylaw_node *thing);

static Drawing *drawing_of(const bylaw_node *thing) {
    const char *declares = bylaw_get_text(thing, "declares");
#define X(word, drawing)                                                                                     \
    if (strcmp(declares, word) == 0) return drawing;
    DRAWN(X)
#undef X
    return draw_is_workflow(thing) ? graph_of_workflow : NULL;
}

bool draw_is_workflow(const bylaw_node *thing) {
    return bylaw_kind(bylaw_get(thing, "steps")) == BYLAW_LIST;
}

/* The first thing that can be drawn for which take() answers true. */
typedef bool Take(void *context, const bylaw_node *thing);

static const bylaw_node *each_of(const bylaw_node *list, Take *take, void *context) {
    for (size_t i = 0; i < bylaw_count(list); i++) {
        const bylaw_node *thing = bylaw_item(list, i);
        if (drawing_of(thing) && take(context, thing)) return thing;
    }
    return NULL;
}

static const bylaw_node *each(const bylaw_node *outline, Take *take, void *context) {
    const bylaw_node *found = each_of(bylaw_get(outline, "workflows"), take, context);
    const bylaw_node *files = bylaw_get(outline, "files");
    for (size_t i = 0; !found && i < bylaw_count(files); i++)
        found = each_of(bylaw_get(bylaw_item(files, i), "declarations"), take, context);
    return found;
}

static bool has_name(void *name, const bylaw_node *thing) {
    return strcmp(bylaw_get_text(thing, "name"), name) == 0;
}

const bylaw_node *draw_find(const bylaw_node *outline, const char *name) {
    return each(outline, has_name, (void *)(uintptr_t)name);
}

typedef struct Names {
    const char **at;
    size_t len, most;
} Names;

static bool note_name(void *context, const bylaw_node *thing) {
    Names *names = context;
    if (names->len < names->most) names->at[names->len++] = bylaw_get_text(thing, "name");
    return false;
}

size_t draw_names(const bylaw_node *outline, const char **at, size_t most) {
    Names names = {at, 0, most};
    each(outline, note_name, &names);
    return names.len;
}

/* --- pictures ------------------------------------------------------------------------------------------- */

extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library;

/* The plugins that are needed, and no others: how wide a text is does then not depend on a machine's fonts.
 */
static GVC_t *graphviz(void) {
    static const lt_symlist_t plugins[] = {
        {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {0, 0}};
    agseterr(AGMAX);
    return gvContextPlugins(plugins, 0);
}

static void write_graph(FILE *out, GVC_t *gvc, Agraph_t *graph, draw_form form) {
    if (form == DRAW_DOT) {
        agwrite(graph, out);
        return;
    }
    if (form == DRAW_BPMN) graph_set(graph, "splines", "polyline");
    if (gvLayout(gvc, graph, "dot") != 0) return;
    if (form == DRAW_SVG)
        gvRender(gvc, graph, "svg", out);
    else
        bpmn_write(out, graph);
    gvFreeLayout(gvc, graph);
}

static char *picture_of(Agraph_t *graph, draw_form form) {
    GVC_t *gvc = graphviz();
    char *text = NULL;
    size_t length = 0;
    FILE *out = gvc ? open_memstream(&text, &length) : NULL;
    if (out) write_graph(out, gvc, graph, form);
    bool good = out && !ferror(out);
    if (out && fclose(out) != 0) good = false;
    if (gvc) gvFreeContext(gvc);
    if (good && length) return text;
    free(text);
    return NULL;
}

char *draw_picture(const bylaw_node *thing, draw_form form) {
    Drawing *drawing = drawing_of(thing);
    if (!drawing || (form == DRAW_BPMN && !draw_is_workflow(thing))) return NULL;
    Agraph_t *graph = drawing(thing);
    if (!graph) return NULL;
    char *picture = picture_of(graph, form);
    agclose(graph);
    return picture;
}

const char *draw_inside(const char *svg) {
    const char *inside = strstr(svg, "<svg");
    return inside ? inside : svg;
}
