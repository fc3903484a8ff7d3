/* What was said of a case before its meeting came to it: who takes no part and who is challenged, who reviews
 * it. */
#include "service/minuting.h"

static Text person_of(Minutes *minutes, const Entry *entry) {
    return called(minutes->reading->state, tree_get_text(entry->body, "person"));
}

/* The last of a list that is about the person; NULL: none is. */
static Tree *last_about(const Tree *list, Text person) {
    for (size_t i = tree_len(list); i-- > 0;)
        if (text_equal(tree_get_text(list->items[i], "person"), person)) return list->items[i];
    return NULL;
}

/* Its ground as it was declared, or as the rules found it. */
static void add_recused(Minutes *minutes, const Entry *entry, Tree *item) {
    static const char *const keys[] = {"because", "ground", "fact"};
    Tree *map = tree_add_map(minutes->reading->arena, list_under(minutes, item, "recusals"));
    tree_set_text(minutes->reading->arena, map, "person", person_of(minutes, entry));
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        tree_set_some(minutes->reading->arena, map, keys[i], tree_get_text(entry->body, keys[i]));
}

static void add_recusal_withdrawn(Minutes *minutes, const Entry *entry, Tree *item) {
    Tree *recusal = last_about(tree_get(item, "recusals"), person_of(minutes, entry));
    if (recusal)
        tree_set_some(minutes->reading->arena, recusal, "withdrawn", tree_get_text(entry->body, "because"));
}

static void add_challenged(Minutes *minutes, const Entry *entry, Tree *item) {
    Tree *map = tree_add_map(minutes->reading->arena, list_under(minutes, item, "challenges"));
    tree_set_text(minutes->reading->arena, map, "person", person_of(minutes, entry));
    tree_set_text(minutes->reading->arena, map, "challenger",
                  called(minutes->reading->state, tree_get_text(entry->body, "challenger")));
    tree_set_some(minutes->reading->arena, map, "because", tree_get_text(entry->body, "because"));
}

static void add_ruled(Minutes *minutes, const Entry *entry, Tree *item) {
    Tree *challenge = last_about(tree_get(item, "challenges"), person_of(minutes, entry));
    Text ruler = tree_get_text(entry->body, "ruler");
    if (!challenge) return;
    tree_set_some(minutes->reading->arena, challenge, "ruling", tree_get_text(entry->body, "ruling"));
    tree_set_some(minutes->reading->arena, challenge, "ruler", called(minutes->reading->state, ruler));
    tree_set_some(minutes->reading->arena, challenge, "reason", tree_get_text(entry->body, "because"));
    set_people(minutes, challenge, "for", tree_get(entry->body, "in_favour"));
    set_people(minutes, challenge, "against", tree_get(entry->body, "against"));
}

/* The map of a person in a list of an item. */
static Tree *map_of(Minutes *minutes, Tree *list, Text person) {
    for (size_t i = 0; i < list->len; i++)
        if (text_equal(tree_get_text(list->items[i], "person"), person)) return list->items[i];
    Tree *map = tree_add_map(minutes->reading->arena, list);
    tree_set_text(minutes->reading->arena, map, "person", person);
    return map;
}

static void add_reviewer(Minutes *minutes, const Entry *entry, Tree *item) {
    Text person = person_of(minutes, entry);
    Tree *map = map_of(minutes, list_under(minutes, item, "reviewers"), person);
    tree_set_some(minutes->reading->arena, map, "as", tree_get_text(entry->body, "as"));
    tree_set_some(minutes->reading->arena, map, "report", tree_get_text(entry->body, "text"));
}

static void drop_reviewer(Minutes *minutes, const Entry *entry, Tree *item) {
    Text person = person_of(minutes, entry);
    Tree *list = list_under(minutes, item, "reviewers");
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++)
        if (!text_equal(tree_get_text(list->items[i], "person"), person))
            list->items[kept++] = list->items[i];
    list->len = kept;
}

static void add_separated(Minutes *minutes, const Entry *entry, Tree *item) {
    Tree *map = tree_set_map(minutes->reading->arena, item, "separated");
    tree_set_text(minutes->reading->arena, map, "person", person_of(minutes, entry));
    tree_set_some(minutes->reading->arena, map, "because", tree_get_text(entry->body, "because"));
}

/* What was said of a case before the meeting came to it. */
void add_before(Minutes *minutes, Text number, Tree *item) {
    static const struct {
        const char *kind;
        void (*add)(Minutes *minutes, const Entry *entry, Tree *item);
    } rows[] = {{"recused", add_recused},
                {"recusal_withdrawn", add_recusal_withdrawn},
                {"challenged", add_challenged},
                {"ruled", add_ruled},
                {"reviewer_named", add_reviewer},
                {"reviewer_reported", add_reviewer},
                {"reviewer_released", drop_reviewer},
                {"item_separated", add_separated}};
    for (size_t i = 0; i < minutes->entries.len; i++) {
        const Entry *entry = minutes->entries.at[i].entry;
        if (!text_equal(tree_get_text(entry->body, "subject"), number)) continue;
        for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
            if (text_is(entry->kind, rows[k].kind)) rows[k].add(minutes, entry, item);
    }
}
