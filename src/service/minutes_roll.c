/* Who was at a meeting, and when, as its minutes have it. */
#include "service/minuting.h"

/* The stay that has not ended; NULL: is not there. */
static Tree *staying(const Tree *stays, Text person) {
    for (size_t i = 0; i < tree_len(stays); i++)
        if (text_equal(tree_get_text(stays->items[i], "id"), person) && !tree_get(stays->items[i], "until") &&
            !tree_get(stays->items[i], "mistaken"))
            return stays->items[i];
    return NULL;
}

static bool has_text(const Tree *list, Text text) {
    for (size_t i = 0; i < tree_len(list); i++)
        if (text_equal(list->items[i]->text, text)) return true;
    return false;
}

static void arrive(Minutes *minutes, const Entry *entry, const char *key, const char *to) {
    Arena *arena = minutes->reading->arena;
    State *state = minutes->reading->state;
    const Tree *come = tree_get(entry->body, key);
    Tree *stays = list_under(minutes, minutes->document, to);
    for (size_t i = 0; i < tree_len(come); i++) {
        Text person = come->items[i]->text;
        if (staying(stays, person) || has_text(tree_get(entry->body, "left"), person)) continue;
        Tree *stay = tree_add_map(arena, stays);
        tree_set_text(arena, stay, "id", person);
        tree_set_text(arena, stay, "name", called(state, person));
        tree_set_bool(arena, stay, "chair",
                      is_chair(state, minutes->meeting->body, person, moment_date(entry->happened)));
        tree_set_text(arena, stay, "from", moment_text(arena, entry->happened));
    }
}

static void leave(Minutes *minutes, const Entry *entry, const char *from) {
    const Tree *left = tree_get(entry->body, "left"), *stays = tree_get(minutes->document, from);
    for (size_t i = 0; i < tree_len(left); i++) {
        Tree *stay = staying(stays, left->items[i]->text);
        if (stay)
            tree_set_text(minutes->reading->arena, stay, "until",
                          moment_text(minutes->reading->arena, entry->happened));
    }
}

/* What was entered stays, and says that it was wrong. */
static void mark_mistaken(Minutes *minutes, const Entry *entry, const char *from) {
    const Tree *stays = tree_get(minutes->document, from);
    for (size_t i = 0; i < tree_len(stays); i++)
        if (has_text(tree_get(entry->body, "mistaken"), tree_get_text(stays->items[i], "id")))
            tree_set_bool(minutes->reading->arena, stays->items[i], "mistaken", true);
}

void add_attended(Minutes *minutes, const Entry *entry) {
    mark_mistaken(minutes, entry, "attendance");
    mark_mistaken(minutes, entry, "observers");
    arrive(minutes, entry, "present", "attendance");
    arrive(minutes, entry, "observers", "observers");
    leave(minutes, entry, "attendance");
    leave(minutes, entry, "observers");
}

/* Who is there on the new day is entered anew. */
static void end_stays(Minutes *minutes, const Entry *entry, const char *key) {
    const Tree *stays = tree_get(minutes->document, key);
    Text until = moment_text(minutes->reading->arena, entry->happened);
    for (size_t i = 0; i < tree_len(stays); i++)
        if (!tree_get(stays->items[i], "until"))
            tree_set_text(minutes->reading->arena, stays->items[i], "until", until);
}

void add_adjourned(Minutes *minutes, const Entry *entry) {
    Arena *arena = minutes->reading->arena;
    Tree *map = tree_add_map(arena, list_under(minutes, minutes->document, "adjourned"));
    tree_set_text(arena, map, "from", tree_get_text(entry->body, "from"));
    tree_set_text(arena, map, "to", tree_get_text(entry->body, "to"));
    if (tree_get(entry->body, "because"))
        tree_set_text(arena, map, "because", tree_get_text(entry->body, "because"));
    end_stays(minutes, entry, "attendance");
    end_stays(minutes, entry, "observers");
}

void add_convened(Minutes *minutes, const Entry *entry) {
    Arena *arena = minutes->reading->arena;
    const Tree *waived = tree_get(entry->body, "waived");
    if (!waived) return;
    Tree *map = tree_set_map(arena, minutes->document, "waiver");
    set_people(minutes, map, "waived", waived);
    if (tree_get(entry->body, "earliest"))
        tree_set_text(arena, map, "earliest", tree_get_text(entry->body, "earliest"));
    tree_set_text(arena, map, "because", tree_get_text(entry->body, "because"));
}

void add_presiding(Minutes *minutes, const Entry *closed) {
    State *state = minutes->reading->state;
    Text person = tree_get_text(tree_get(closed->body, "roll"), "chair");
    if (!is_deputy(state, minutes->meeting->body, person, minutes->meeting->on)) return;
    Tree *list = list_under(minutes, minutes->document, "presided");
    Text name = called(state, person);
    if (!has_text(list, name))
        tree_add(minutes->reading->arena, list, tree_text(minutes->reading->arena, name));
}

static bool was_there(const Tree *stays, Text person) {
    for (size_t i = 0; i < tree_len(stays); i++)
        if (text_equal(tree_get_text(stays->items[i], "id"), person) &&
            !tree_get(stays->items[i], "mistaken"))
            return true;
    return false;
}

/* Of those in office on the day who did not come: with apologies, and without. */
void add_absent(Minutes *minutes) {
    Reading *reading = minutes->reading;
    const MeetingState *meeting = minutes->meeting;
    TextList members = {0}, absent = {0};
    if (meeting->until == DATE_NONE) holders_on(reading->state, meeting->body, meeting->on, &members);
    for (size_t i = 0; i < members.len; i++)
        if (!was_there(tree_get(minutes->document, "attendance"), members.at[i]) &&
            !texts_have(&meeting->apologies, members.at[i]))
            texts_push(reading->arena, &absent, members.at[i]);
    set_names(reading, minutes->document, "apologies", &meeting->apologies);
    set_names(reading, minutes->document, "absent", &absent);
    set_names(reading, minutes->document, "told", &meeting->told);
    set_names(reading, minutes->document, "delegated", &meeting->delegated);
}
