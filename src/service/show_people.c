/* show: people, and who is in a body or an office on a day, with the entries that say so. */
#include "service/reading.h"

/* --- terms ---------------------------------------------------------------------------------------------- */

static void add_days(Reading *reading, Tree *map, Date from, Date until, int64_t entry) {
    if (from != DATE_NONE) tree_set_text(reading->arena, map, "from", date_text(reading->arena, from));
    if (until != DATE_NONE) tree_set_text(reading->arena, map, "until", date_text(reading->arena, until));
    tree_set_int(reading->arena, map, "entry", entry);
}

static void add_term(Reading *reading, const Term *term, Tree *map) {
    tree_set_some(reading->arena, map, "as", term->as);
    if (!text_empty(term->member))
        tree_set_text(reading->arena, map, "for", called(reading->state, term->member));
    add_days(reading, map, term->from, term->until, term->entry);
}

/* --- people --------------------------------------------------------------------------------------------- */

static void add_person(Reading *reading, const PersonState *person, Tree *map) {
    tree_set_text(reading->arena, map, "id", person->id);
    tree_set_text(reading->arena, map, "name", called(reading->state, person->id));
    tree_set_text(reading->arena, map, "key", state_person_name(reading->state, person->id, "key"));
    Tree *roles = tree_set_list(reading->arena, map, "roles");
    for (size_t i = 0; i < person->roles.len; i++)
        if (person_has_role(reading->state, person->id, person->roles.at[i].role, reading->today))
            tree_add(reading->arena, roles, tree_text(reading->arena, person->roles.at[i].role));
}

static void add_posts(Reading *reading, Text person, const TextList *names, Tree *list) {
    for (size_t i = 0; i < names->len; i++) {
        const Term *term = term_on(reading->state, names->at[i], person, reading->today);
        if (!term) continue;
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "post", names->at[i]);
        add_term(reading, term, map);
    }
}

void show_person(Reading *reading, const PersonState *person) {
    TextList names = {0};
    result_kind(reading->result, BYLAW_DONE, "person");
    Tree *document = reading->result->document;
    add_person(reading, person, document);
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    for (size_t i = 0; i < reading->program->roles_count; i++)
        texts_push(reading->arena, &names, reading->program->roles[i].name);
    office_names(reading->arena, reading->program, &names);
    body_names(reading->arena, reading->program, &names);
    add_posts(reading, person->id, &names, tree_set_list(reading->arena, document, "posts"));
}

void show_people(Reading *reading) {
    result_kind(reading->result, BYLAW_DONE, "people");
    Tree *list = tree_set_list(reading->arena, reading->result->document, "people");
    int64_t count = state_book(reading->state)->people;
    for (int64_t i = 1; i <= count; i++) {
        Text id = text_format(reading->arena, "P-%06lld", (long long)i);
        const PersonState *person = state_person(reading->state, id);
        if (person) add_person(reading, person, tree_add_map(reading->arena, list));
    }
}

/* --- bodies and offices --------------------------------------------------------------------------------- */

/* Who has a place there and is neither a member nor a holder. */
static void add_others(Reading *reading, Text name, const TextList *members, Tree *list) {
    const HoldersState *holders = state_holders(reading->state, name);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (!term->aside || texts_have(members, term->person) ||
            !covers(term->from, term->until, reading->today))
            continue;
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "id", term->person);
        tree_set_text(reading->arena, map, "name", called(reading->state, term->person));
        add_term(reading, term, map);
    }
}

bool show_post(Reading *reading, Text name) {
    Text base, index;
    split_indexed(name, &base, &index);
    if (program_body(reading->program, base) == NONE && program_office(reading->program, base) == NONE)
        return false;
    result_kind(reading->result, BYLAW_DONE, "body");
    Tree *document = reading->result->document;
    TextList holders = {0};
    holders_on(reading->state, name, reading->today, &holders);
    tree_set_text(reading->arena, document, "name", name);
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    Tree *list = tree_set_list(reading->arena, document, "members");
    for (size_t i = 0; i < holders.len; i++) {
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "id", holders.at[i]);
        tree_set_text(reading->arena, map, "name", called(reading->state, holders.at[i]));
        tree_set_bool(reading->arena, map, "chair",
                      is_chair(reading->state, name, holders.at[i], reading->today));
        add_term(reading, term_on(reading->state, name, holders.at[i], reading->today), map);
    }
    add_others(reading, name, &holders, tree_set_list(reading->arena, document, "others"));
    show_delegated(reading, name, document);
    add_post_notes(reading, name, tree_set_list(reading->arena, document, "notes"));
    add_open_conditions(reading, &(Audience){.post = name}, document);
    return true;
}
