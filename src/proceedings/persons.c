/* Who is who, and who holds what on a day. */
#include "proceedings/turn.h"
#include "value/json.h"

/* --- profiles: {"key","name","login"}, one value of the vault ------------------------------------------- */

static const Tree *profile_of(State *state, Text id) {
    const PersonState *person = state_person(state, id);
    Text value = {0};
    if (!person || !state_unseal(state, person->profile, &value)) return NULL;
    JsonError error;
    return json_read(state_arena(state), value, &error);
}

Text state_person_name(State *state, Text id, const char *field) {
    const Tree *profile = profile_of(state, id);
    return profile ? tree_get_text(profile, field) : id;
}

/* The projection says where to look; that it is so, the vault's profile says. Whoever changed the projection
 * alone is nobody. */
static bool handle_of(State *state, const char *kind, Text who, Text *id) {
    Text key = text_format(state_arena(state), "%s %.*s", kind, TEXT_ARG(who));
    const HandleState *handle = state_object(state, SPACE_HANDLE, key);
    if (!handle || !text_equal(tree_get_text(profile_of(state, handle->person), kind), who)) return false;
    *id = handle->person;
    return true;
}

bool state_find_person(State *state, Text who, Text *id) {
    const PersonState *person = state_person(state, who);
    if (person) {
        *id = person->id;
        return true;
    }
    Text by_key = {0}, by_login = {0};
    bool key = handle_of(state, "key", who, &by_key), login = handle_of(state, "login", who, &by_login);
    if (key && login && !text_equal(by_key, by_login)) return false;
    *id = key ? by_key : by_login;
    return key || login;
}

bool state_find_login(State *state, Text login, Text *id) {
    return handle_of(state, "login", login, id);
}

Text person_called(Turn *turn, Text person) {
    Text key = state_person_name(turn->state, person, "key");
    return text_empty(key) ? person : key;
}

/* --- terms ---------------------------------------------------------------------------------------------- */

/* On a day of [from, until); DATE_NONE is open. */
static bool covers(Date from, Date until, Date on) {
    return (from == DATE_NONE || from <= on) && (until == DATE_NONE || on < until);
}

bool person_has_role(State *state, Text person, Text role, Date on) {
    const PersonState *found = state_person(state, person);
    for (size_t i = 0; found && i < found->roles.len; i++) {
        const HeldRole *held = &found->roles.at[i];
        if (text_equal(held->role, role) && covers(held->from, held->until, on)) return true;
    }
    return false;
}

static bool in_term(State *state, Text of, Text person, Date on, bool as_chair) {
    const HoldersState *holders = state_holders(state, of);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (!text_equal(term->person, person) || (as_chair && !term->chair)) continue;
        if (covers(term->from, term->until, on)) return true;
    }
    return false;
}

bool holds(State *state, Text office_or_body, Text person, Date on) {
    return in_term(state, office_or_body, person, on, false);
}

bool is_chair(State *state, Text body, Text person, Date on) {
    return in_term(state, body, person, on, true);
}

void holders_on(State *state, Text office_or_body, Date on, TextList *out) {
    const HoldersState *holders = state_holders(state, office_or_body);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (covers(term->from, term->until, on) && !texts_have(out, term->person))
            texts_push(state_arena(state), out, term->person);
    }
}
