/* draw: a workflow, an escalation or a review as a picture. */
#include "views/draw/draw.h"
#include "views/cli/cli.h"
#include <stdio.h>
#include <stdlib.h>

const bylaw_argument draw_arguments[] = {
    {"NAME", BYLAW_BY_PLACE, false, false, false, "a workflow, an escalation or a review"},
    {"form", BYLAW_BY_NAME, false, false, false, "svg (where nothing is said), dot, or, for workflows, bpmn"},
    {"rules", BYLAW_BY_NAME, false, true, false, RULES_SENTENCE},
    {0}};
const char draw_examples[] = "bylaw draw partnership_approval >approval.svg\n"
                             "bylaw draw partnership_approval --form bpmn >approval.bpmn\n";

static const char *const forms[] = {
#define X(name, written, what) written,
    DRAW_FORMS(X)
#undef X
};

enum { NAMES_MOST = 256 };

static int nothing_named(const bylaw_node *outline, const char *name) {
    const char *names[NAMES_MOST];
    const char *near = bylaw_nearest(name, names, draw_names(outline, names, NAMES_MOST));
    if (near)
        return complain(BYLAW_USAGE,
                        "there is no workflow, escalation or review \"%s\"; did you mean \"%s\"?", name,
                        near);
    return complain(BYLAW_USAGE,
                    "there is no workflow, escalation or review \"%s\"; bylaw doc shows all of them", name);
}

static int draw(const bylaw_node *outline, const char *name, draw_form form) {
    const bylaw_node *thing = draw_find(outline, name);
    if (!thing) return nothing_named(outline, name);
    if (form == DRAW_BPMN && !draw_is_workflow(thing))
        return complain(BYLAW_USAGE, "%s is no workflow, and BPMN draws only these; write --form svg", name);
    char *picture = draw_picture(thing, form);
    if (!picture) return complain(BYLAW_CANNOT, "there is not enough memory to draw %s", name);
    fputs(picture, stdout);
    free(picture);
    return BYLAW_DONE;
}

int run_draw(const Line *line) {
    const char *word = line_word(line, "form");
    int form = word ? word_among(word, forms, DRAW_FORM_COUNT) : DRAW_SVG;
    if (form < 0)
        return complain(BYLAW_USAGE, "\"%s\" is no form of picture; there are svg, dot and bpmn", word);
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, "rules", &code);
    if (!rules) return code;
    bylaw_result *result = bylaw_rules_outline(rules);
    code = result && bylaw_result_code(result) == BYLAW_DONE
               ? draw(bylaw_result_document(result), line_place(line, 0), (draw_form)form)
               : complain(BYLAW_CANNOT, "there is not enough memory");
    bylaw_free(result);
    bylaw_rules_free(rules);
    return code;
}
