/* Who decides at a step of a case, how each of them stands, and who else is named. */
#include "service/reading.h"

void set_names(Reading *reading, Tree *map, const char *key, const TextList *names) {
    if (names->len > 0) tree_set(reading->arena, map, text_of(key), people_of(reading, names));
}

static void show_part(Reading *reading, const StepState *step, const PartState *part, Tree *list) {
    Tree *map = tree_add_map(reading->arena, list);
    tree_set_text(reading->arena, map, "decider", called(reading->state, part->decider));
    tree_set_text(reading->arena, map, "stands", part_word(reading->state, step, part));
    tree_set_some(reading->arena, map, "motion", part->motion);
    const MotionState *motion = text_empty(part->motion) ? NULL : state_motion(reading->state, part->motion);
    if (motion && !text_empty(motion->delegation)) {
        tree_set_text(reading->arena, map, "delegate", called(reading->state, motion->decider));
        tree_set_text(reading->arena, map, "delegation", motion->delegation);
    }
    if (!text_empty(part->approver))
        tree_set_text(reading->arena, map, "approved_by", called(reading->state, part->approver));
    if (!text_empty(part->referred))
        tree_set_text(reading->arena, map, "referred_by", called(reading->state, part->referred));
}

static void show_recommendations(Reading *reading, const StepState *step, Tree *map) {
    if (step->recommends.len == 0) return;
    Tree *list = tree_set_list(reading->arena, map, "recommendations");
    for (size_t i = 0; i < step->recommendations.len; i++) {
        const RecommendationState *given = &step->recommendations.at[i];
        Tree *item = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, item, "named", given->named);
        tree_set_text(reading->arena, item, "person", called(reading->state, given->person));
        tree_set_text(reading->arena, item, "advice", given->advice);
        tree_set_text(reading->arena, item, "because", given->because);
        tree_set_int(reading->arena, item, "entry", given->entry);
    }
}

void show_deciders(Reading *reading, const StepState *step, Tree *map) {
    if (step->parts.len == 0) return;
    if (!text_empty(step->decider))
        tree_set_text(reading->arena, map, "decider", called(reading->state, step->decider));
    Tree *parts = tree_set_list(reading->arena, map, "parts");
    for (size_t i = 0; i < step->parts.len; i++)
        if (step->parts.at[i].within == 0) show_part(reading, step, &step->parts.at[i], parts);
    set_names(reading, map, "recommends", &step->recommends);
    show_recommendations(reading, step, map);
    set_names(reading, map, "consulted", &step->consulted);
    set_names(reading, map, "informed", &step->informed);
}
