/* What the totals come to for an open case, and which cases went into each. */
#include "service/reading.h"

static void show_total(Reading *reading, const CaseState *subject, const Total *total, Tree *map) {
    Summed summed;
    add_up(reading->state, subject, total, reading->today, &summed);
    tree_set_text(reading->arena, map, "name", total->name);
    if (value_known(summed.value))
        tree_set(reading->arena, map, TEXT("value"),
                 value_to_tree(reading->arena, total->type, summed.value));
    Tree *needs = summed.lacking.len > 0 ? tree_set_list(reading->arena, map, "needs") : NULL;
    for (size_t i = 0; i < summed.lacking.len; i++)
        tree_add(reading->arena, needs, tree_text(reading->arena, summed.lacking.at[i]));
    tell_total(reading->arena, &summed, map);
}

void show_totals(Reading *reading, const CaseState *subject, Tree *document) {
    const Program *program = case_program(reading->state, subject);
    const Workflow *workflow = case_workflow(reading->state, subject);
    if (!workflow || subject->ended || program->totals_count == 0) return;
    Tree *list = tree_set_list(reading->arena, document, "totals");
    for (size_t i = 0; i < program->totals_count; i++)
        if (program->totals[i].group == workflow->group)
            show_total(reading, subject, &program->totals[i], tree_add_map(reading->arena, list));
}
