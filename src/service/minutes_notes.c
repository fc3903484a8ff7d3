/* What was said at a meeting, as its minutes have it: what was said in closed session is not for everybody.
 */
#include "service/minuting.h"

bool read_reader(Minutes *minutes) {
    Reading *reading = minutes->reading;
    Text who = text_of(reading->options->who);
    Refusal refusal = {0};
    minutes->redacted = !text_empty(who);
    if (text_empty(who) || text_is(who, "public")) return true;
    return resolve_person(reading->state, who, &minutes->reader, &refusal) ||
           read_problem(reading, BYLAW_WANTING, refusal_sentence(reading->arena, &refusal),
                        refusal_mend(reading->arena, &refusal));
}

static bool may_read(const Minutes *minutes, const Entry *entry) {
    if (!minutes->redacted) return true;
    return !text_empty(minutes->reader) &&
           may_know_closed(minutes->reading->state, minutes->meeting, entry->happened,
                           tree_get_text(entry->body, "about"), minutes->reader);
}

/* As it was said, or out of the vault, where it can have been erased. */
static void set_words(Minutes *minutes, Tree *map, const char *key, const Tree *words) {
    Text sealed = tree_get_text(words, "sealed"), text = {0};
    if (words && words->kind == TREE_TEXT)
        tree_set_some(minutes->reading->arena, map, key, words->text);
    else if (words)
        tree_set_some(minutes->reading->arena, map, key,
                      state_unseal(minutes->reading->state, sealed, &text) ? text : TEXT("(it was erased)"));
}

void add_said(Minutes *minutes, const Entry *entry, Tree *item) {
    const Tree *words = tree_get(entry->body, "text");
    Tree *map = tree_add_map(minutes->reading->arena, list_under(minutes, item, "notes"));
    bool closed = words && words->kind == TREE_MAP, shown = !closed || may_read(minutes, entry);
    if (closed) tree_set_bool(minutes->reading->arena, map, "closed", true);
    minutes->left_out += !shown;
    if (!shown) return;
    set_words(minutes, map, "text", words);
    tree_set_some(minutes->reading->arena, map, "issue", tree_get_text(entry->body, "issue"));
    set_words(minutes, map, "resolution", tree_get(entry->body, "resolution"));
}

/* --- closed sessions ------------------------------------------------------------------------------------ */

void add_session_closed(Minutes *minutes, const Entry *entry) {
    Arena *arena = minutes->reading->arena;
    Tree *map = tree_add_map(arena, list_under(minutes, minutes->document, "closed"));
    tree_set_text(arena, map, "from", moment_text(arena, entry->happened));
    tree_set_some(minutes->reading->arena, map, "about", tree_get_text(entry->body, "about"));
    set_people(minutes, map, "admitted", tree_get(entry->body, "admitted"));
    tree_set_some(minutes->reading->arena, map, "because", tree_get_text(entry->body, "because"));
}

void add_session_opened(Minutes *minutes, const Entry *entry) {
    const Tree *sessions = tree_get(minutes->document, "closed");
    Text about = tree_get_text(entry->body, "about");
    for (size_t i = 0; i < tree_len(sessions); i++) {
        Tree *session = sessions->items[i];
        if (!tree_get(session, "until") && text_equal(tree_get_text(session, "about"), about))
            tree_set_text(minutes->reading->arena, session, "until",
                          moment_text(minutes->reading->arena, entry->happened));
    }
}
