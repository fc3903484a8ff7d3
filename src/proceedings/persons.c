/* Who is who, and who holds what on a day. */
#include "proceedings/turn.h"

/* --- profiles: {"key","name","login"}, one value of the vault ------------------------------------------- */

static const Tree *profile_of(State *state, Text id) {
    const PersonState *person = state_person(state, id);
    return person ? state_sealed_tree(state, person->profile) : NULL;
}

Text state_person_name(State *state, Text id, const char *field) {
    const Tree *profile = profile_of(state, id);
    return profile ? tree_get_text(profile, field) : id;
}

static bool is_so_called(State *state, Text id, const char *kind, Text who) {
    return text_equal(tree_get_text(profile_of(state, id), kind), who);
}

/* The projection says where to look; that it is so, the vault's profile says. Whoever changed the projection
 * alone is nobody. Of several who have a name, none is meant. */
static bool handle_of(State *state, const char *kind, Text who, Text *id) {
    Text key = text_format(state_arena(state), "%s %.*s", kind, TEXT_ARG(who));
    const HandleState *handle = state_object(state, SPACE_HANDLE, key);
    if (!handle || text_empty(who)) return false;
    size_t found = 0;
    for (size_t i = 0; i <= handle->others.len; i++) {
        Text person = i == 0 ? handle->person : handle->others.at[i - 1];
        if (!is_so_called(state, person, kind, who)) continue;
        *id = person;
        found++;
    }
    return found == 1;
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
    if (!key && !login) return handle_of(state, "name", who, id);
    *id = key ? by_key : by_login;
    return true;
}

/* Enough to offer a near name from; more would only cost time. */
enum { NEAR_MOST = 1000 };

static void names_of(State *state, const char *kind, TextList *names) {
    Text prefix = text_format(state_arena(state), "%s ", kind), key = prefix;
    void *record;
    while (names->len < NEAR_MOST && state_next(state, SPACE_HANDLE, key, &key, &record)) {
        if (!text_starts(key, prefix)) break;
        texts_push(state_arena(state), names, text_part(key, prefix.len, key.len));
        key = key_after(state_arena(state), key);
    }
}

/* A handle that is near, else a full name; else the handles, where they are few. */
static Text offer_person(State *state, Text who) {
    Text id = {0}, offer;
    TextList keys = {0}, names = {0};
    names_of(state, "key", &keys);
    names_of(state, "name", &names);
    int near = text_nearest(who, names.at, names.len);
    bool named = near >= 0 && names.at && handle_of(state, "name", names.at[near], &id);
    if (named && text_nearest(who, keys.at, keys.len) < 0)
        return text_format(state_arena(state), "did you mean \"%.*s\"?", TEXT_ARG(names.at[near]));
    offer = text_offer(state_arena(state), who, keys.at, keys.len);
    return text_empty(offer) ? TEXT("bylaw show people lists everybody") : offer;
}

bool resolve_person(State *state, Text who, Text *id, Refusal *refusal) {
    if (state_find_person(state, who, id)) return true;
    *refusal = (Refusal){.code = REFUSAL_NO_SUCH_PERSON, .args = {who, offer_person(state, who)}};
    return false;
}

bool state_find_login(State *state, Text login, Text *id) {
    return handle_of(state, "login", login, id);
}

Text person_called(Turn *turn, Text person) {
    Text key = state_person_name(turn->state, person, "key");
    return text_empty(key) ? person : key;
}

/* --- terms ---------------------------------------------------------------------------------------------- */

bool covers(Date from, Date until, Date on) {
    return (from == DATE_NONE || from <= on) && (until == DATE_NONE || on < until);
}

bool person_has_role(State *state, Text person, Text role, Date on) {
    const PersonState *found = state_person(state, person);
    for (size_t i = 0; found && i < found->roles.len; i++) {
        const HeldRole *held = &found->roles.at[i];
        if (same_post(state, held->role, role) && covers(held->from, held->until, on)) return true;
    }
    return false;
}

typedef bool TermTest(const Term *term);

static bool is_any(const Term *term) {
    (void)term;
    return true;
}

static bool counts(const Term *term) {
    return !term->aside;
}

static bool is_chaired(const Term *term) {
    return text_is(term->as, "chair");
}

static bool is_deputed(const Term *term) {
    return text_is(term->as, "deputy");
}

static bool is_alternated(const Term *term) {
    return text_is(term->as, "alternate");
}

static const Term *find_term(State *state, Text post, Text person, Date on, TermTest *test) {
    const HoldersState *holders = state_holders(state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (text_equal(term->person, person) && test(term) && covers(term->from, term->until, on))
            return term;
    }
    return NULL;
}

const Term *term_on(State *state, Text post, Text person, Date on) {
    return find_term(state, post, person, on, is_any);
}

bool is_chair(State *state, Text body, Text person, Date on) {
    return find_term(state, body, person, on, is_chaired) != NULL;
}

bool is_deputy(State *state, Text post, Text person, Date on) {
    return find_term(state, post, person, on, is_deputed) != NULL;
}

bool is_alternate(State *state, Text body, Text person, Date on) {
    return find_term(state, body, person, on, is_alternated) != NULL;
}

static void push_terms(State *state, Text post, Date on, TermTest *test, TextList *out) {
    const HoldersState *holders = state_holders(state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (test(term) && covers(term->from, term->until, on) && !texts_have(out, term->person))
            texts_push(state_arena(state), out, term->person);
    }
}

void deputies_on(State *state, Text office, Date on, TextList *out) {
    push_terms(state, office, on, is_deputed, out);
}

void holders_on(State *state, Text decider, Date on, TextList *out) {
    size_t before = out->len;
    if (state_person(state, decider)) texts_push(state_arena(state), out, decider);
    push_terms(state, decider, on, counts, out);
    if (out->len == before) deputies_on(state, decider, on, out);
}

bool holds(State *state, Text decider, Text person, Date on) {
    TextList holders = {0};
    if (text_equal(decider, person) || find_term(state, decider, person, on, counts)) return true;
    if (!is_deputy(state, decider, person, on)) return false;
    holders_on(state, decider, on, &holders);
    return texts_have(&holders, person);
}
