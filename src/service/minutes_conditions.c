/* minutes: the conditions with which motions were put, and what the body found of earlier ones. */
#include "service/minuting.h"

bool is_found(const Entry *entry) {
    return text_is(entry->kind, "condition_discharged") || text_is(entry->kind, "condition_waived") ||
           text_is(entry->kind, "condition_extended");
}

/* As it was put; one that was dropped is not. */
void add_condition(Minutes *minutes, const Entry *entry) {
    static const char *const keys[] = {"text", "due", "evidence"};
    static const char *const people[] = {"owner", "discharged_by"};
    Arena *arena = minutes->reading->arena;
    const Tree *number = tree_get(entry->body, "number");
    Tree *map = tree_add_map(arena, list_under(minutes, motion_map(minutes, entry), "conditions"));
    tree_set_int(arena, map, "number", number ? number->number : 0);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        tree_set_text(arena, map, keys[i], tree_get_text(entry->body, keys[i]));
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
        tree_set_text(arena, map, people[i],
                      called(minutes->reading->state, tree_get_text(entry->body, people[i])));
}

static int64_t number_of(const Tree *map) {
    const Tree *number = tree_get(map, "number");
    return number ? number->number : 0;
}

void drop_condition(Minutes *minutes, const Entry *entry) {
    Tree *map = motion_map(minutes, entry), *kept = tree_list(minutes->reading->arena);
    const Tree *list = tree_get(map, "conditions");
    for (size_t i = 0; i < tree_len(list); i++)
        if (number_of(list->items[i]) != number_of(entry->body))
            tree_add(minutes->reading->arena, kept, list->items[i]);
    tree_set(minutes->reading->arena, map, TEXT("conditions"), kept);
}

/* What the body found of a condition, in words. */
void add_found(Minutes *minutes, const Entry *entry) {
    add_sentence(minutes, entry, item_of(minutes, entry->scope), "found");
}
