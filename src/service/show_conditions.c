/* show: conditions: those put with a motion, those of a case and how they stand, and all that are open. */
#include "service/reading.h"

static void add_put(Reading *reading, const PutCondition *put, Tree *map) {
    Arena *arena = reading->arena;
    tree_set_int(arena, map, "number", put->number);
    tree_set_text(arena, map, "text", put->text);
    tree_set_text(arena, map, "owner", called(reading->state, put->owner));
    tree_set_text(arena, map, "due", date_text(arena, put->due));
    tree_set_text(arena, map, "evidence", put->evidence);
    tree_set_text(arena, map, "discharged_by", called(reading->state, put->discharged_by));
}

void show_put_conditions(Reading *reading, const MotionState *motion, Tree *document) {
    Tree *list = motion->conditions.len ? tree_set_list(reading->arena, document, "conditions") : NULL;
    for (size_t i = 0; i < motion->conditions.len; i++)
        add_put(reading, &motion->conditions.at[i], tree_add_map(reading->arena, list));
}

static void add_condition(Reading *reading, const ConditionState *condition, Tree *map) {
    Arena *arena = reading->arena;
    bool open = text_is(condition->stands, "open");
    add_put(reading,
            &(PutCondition){condition->number, condition->text, condition->owner, condition->due,
                            condition->evidence, condition->discharged_by},
            map);
    tree_set_text(arena, map, "step", condition->step);
    tree_set_text(arena, map, "motion", condition->motion);
    tree_set_text(arena, map, "stands", condition->stands);
    tree_set_some(reading->arena, map, "shown", condition->shown);
    tree_set_some(reading->arena, map, "because", condition->because);
    tree_set_some(reading->arena, map, "meeting", condition->meeting);
    tree_set_int(arena, map, "entry", condition->entry);
    tree_set_bool(arena, map, "overdue", open && condition->due < reading->today);
}

void show_conditions(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = subject->conditions.len ? tree_set_list(reading->arena, document, "conditions") : NULL;
    for (size_t i = 0; i < subject->conditions.len; i++)
        add_condition(reading, &subject->conditions.at[i], tree_add_map(reading->arena, list));
}

static bool is_about_them(Reading *reading, const Audience *audience, const ConditionState *condition) {
    return is_theirs(reading, audience, condition->owner) ||
           is_theirs(reading, audience, condition->discharged_by);
}

void add_open_conditions(Reading *reading, const Audience *audience, Tree *document) {
    Text place = {0};
    Tree *list = tree_set_list(reading->arena, document, "conditions");
    const OpenConditionState *open;
    while (state_next_condition(reading->state, place, &place, &open)) {
        const CaseState *subject = state_case(reading->state, open->subject);
        const ConditionState *condition = subject ? case_condition(subject, open->number) : NULL;
        if (condition && is_about_them(reading, audience, condition)) {
            Tree *map = tree_add_map(reading->arena, list);
            tree_set_text(reading->arena, map, "case", subject->number);
            add_condition(reading, condition, map);
        }
        place = key_after(reading->arena, place);
    }
}
