/* The file of people, in the form of YAML:
 *
 *   people:  [{ key: emil, name: Emil Sand, login: emil, email: emil@example.org, roles: [clerk] }]
 *   offices: { cto: [{ person: goran, from: 2026-01-01 }] }
 *   bodies:  { board: { chair: emil, members: [{ person: emil, from: 2026-01-01, until: 2027-01-01 }] } }
 *
 * In CSV a line is a term: person,name,login,email,post,as,for,from,until, where the post is a role, an
 * office or a body.
 *
 * New people get the next numbers in the order of the file; a key that is known updates that person. */
#include "proceedings/people.h"
#include "proceedings/reading.h"
#include "value/json.h"
#include <string.h>

typedef struct Import {
    Reading *reading;
    Map ids; /* from a key to the id, a Text */
    int64_t people;
    ImportSheet *sheet;
} Import;

/* --- the form ------------------------------------------------------------------------------------------- */

static bool bad(Import *import, Text place, const char *what, Text mend) {
    return refuse(&import->reading->turn, BAD_PEOPLE, place, text_of(what), mend);
}

/* Every key of a map must be among the words, which end in NULL. */
static bool only_keys(Import *import, Text place, const Tree *map, const char *const *words) {
    Arena *arena = import->reading->arena;
    TextList names = {0};
    if (map->kind != TREE_MAP) return bad(import, place, "has to be names with their values", (Text){0});
    for (size_t i = 0; words[i]; i++) texts_push(arena, &names, text_of(words[i]));
    for (size_t i = 0; i < map->len; i++)
        if (!texts_have(&names, map->keys[i]))
            return bad(import, place, text_format(arena, "has no \"%.*s\"", TEXT_ARG(map->keys[i])).at,
                       text_offer(arena, map->keys[i], names.at, names.len));
    return true;
}

static bool read_day(Import *import, Text place, const Tree *map, const char *key, Date *day) {
    const Tree *node = tree_get(map, key);
    if (!node || node->kind == TREE_NULL) return true;
    if (node->kind == TREE_TEXT && date_parse(node->text, day)) return true;
    return bad(import, place, "has a day that is none", TEXT("write it as 2026-01-31"));
}

/* --- people --------------------------------------------------------------------------------------------- */

static bool good_key(Text key) {
    for (size_t i = 0; i < key.len; i++) {
        char c = key.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
        if (!plain && (i == 0 || (c != '.' && c != '_' && c != '-' && c != '@'))) return false;
    }
    return key.len > 0 && !text_starts(key, TEXT("P-")) && !text_is(key, "all");
}

static Text known_id(Import *import, const char *kind, Text name) {
    Text key = text_format(import->reading->arena, "%s %.*s", kind, TEXT_ARG(name));
    const HandleState *handle = state_object(import->reading->state, SPACE_HANDLE, key);
    return handle ? handle->person : (Text){0};
}

Text seal_profile(Reading *reading, const Profile *profile) {
    Tree *map = tree_map(reading->arena);
    Buf buf = buf_new(reading->arena);
    tree_set_text(reading->arena, map, "key", profile->key);
    tree_set_some(reading->arena, map, "name", profile->name);
    tree_set_some(reading->arena, map, "login", profile->login);
    tree_set_some(reading->arena, map, "email", profile->email);
    json_write(&buf, map);
    return reading->sealer->seal(reading->sealer->context, reading->arena, buf_done(&buf));
}

/* What is not given stays as it was. False: that is all of it. */
static bool fill_in(State *state, Text id, const char *field, Text *given) {
    Text old = state_person_name(state, id, field);
    if (text_equal(old, id)) old = (Text){0};
    bool changed = !text_empty(*given) && !text_equal(*given, old);
    if (!changed) *given = old;
    return changed;
}

/* Nothing is sealed when nothing changes. */
static Text merged_profile(Import *import, Text id, Profile profile) {
    State *state = import->reading->state;
    bool known = state_person(state, id);
    bool changed = known && fill_in(state, id, "name", &profile.name);
    changed = (known && fill_in(state, id, "login", &profile.login)) || changed;
    changed = (known && fill_in(state, id, "email", &profile.email)) || changed;
    return known && !changed ? (Text){0} : seal_profile(import->reading, &profile);
}

/* An address that no header of a message can be broken with. */
static bool check_email(Import *import, Text place, Text email) {
    size_t at = 0;
    bool good = true;
    for (size_t i = 0; i < email.len; i++) {
        unsigned char c = (unsigned char)email.at[i];
        at += c == '@';
        good = good && c > ' ' && c < 0x7f && !strchr("<>(),;:\"\\[]", c);
    }
    return text_empty(email) || (good && at == 1 && email.at[0] != '@' && !text_ends(email, TEXT("@"))) ||
           bad(import, place, "has an email that is no address", TEXT("write it as emil@example.org"));
}

static bool read_role_of(Import *import, Text place, const Tree *node, ImportedPerson *person) {
    static const char *const words[] = {"role", "from", "until", NULL};
    HeldRole held = {.from = DATE_NONE, .until = DATE_NONE};
    Text name = node->kind == TREE_TEXT ? node->text : tree_get_text(node, "role");
    if (node->kind != TREE_TEXT && !only_keys(import, place, node, words)) return false;
    if (!read_role(import->reading, name, &held.role)) return false;
    if (!read_day(import, place, node, "from", &held.from) ||
        !read_day(import, place, node, "until", &held.until))
        return false;
    *(HeldRole *)record_push(import->reading->arena, &HeldRole_record, &person->roles) = held;
    return true;
}

static bool read_roles(Import *import, Text place, const Tree *roles, ImportedPerson *person) {
    if (!roles || roles->kind == TREE_NULL) return true;
    if (roles->kind == TREE_TEXT) return read_role_of(import, place, roles, person);
    if (roles->kind != TREE_LIST)
        return bad(import, place, "has roles that are no list", TEXT("write roles: [clerk]"));
    for (size_t i = 0; i < roles->len; i++)
        if (!read_role_of(import, place, roles->items[i], person)) return false;
    return true;
}

static bool check_login(Import *import, Text place, Text id, Text login) {
    Text holder = text_empty(login) ? (Text){0} : known_id(import, "login", login);
    if (text_empty(holder) || text_equal(holder, id)) return true;
    return bad(import, place, "has the login of somebody else", (Text){0});
}

/* The id of a key that is known, or the next one; a key stands once in a file. */
static bool take_id(Import *import, Text place, Text key, Text *id) {
    Arena *arena = import->reading->arena;
    if (map_get(&import->ids, key)) return bad(import, place, "stands twice", TEXT("a key is one person's"));
    *id = known_id(import, "key", key);
    if (text_empty(*id)) *id = person_number(arena, ++import->people);
    Text *kept = arena_make(arena, Text);
    *kept = *id;
    map_set(arena, &import->ids, key, kept);
    return true;
}

static bool read_one(Import *import, Text place, const Tree *node) {
    static const char *const words[] = {"key", "name", "login", "email", "roles", NULL};
    Arena *arena = import->reading->arena;
    Text key = tree_get_text(node, "key"), id = {0};
    if (!only_keys(import, place, node, words)) return false;
    if (!good_key(key))
        return bad(import, place, "needs a key",
                   TEXT("a short name of letters, digits, \".\", \"_\" and \"-\""));
    place = text_format(arena, "%.*s (%.*s)", TEXT_ARG(place), TEXT_ARG(key));
    Text name = tree_get_text(node, "name"), login = tree_get_text(node, "login");
    Text email = tree_get_text(node, "email");
    if (!take_id(import, place, key, &id) || !check_login(import, place, id, login) ||
        !check_email(import, place, email))
        return false;
    if (text_empty(name) && !state_person(import->reading->state, id))
        return bad(import, place, "needs a name", TEXT("write name: ..."));
    Text profile = merged_profile(import, id, (Profile){key, name, login, email});
    ImportedPerson *person = record_push(arena, &ImportedPerson_record, &import->sheet->people);
    person->person = id;
    person->profile = profile;
    return read_roles(import, place, tree_get(node, "roles"), person);
}

static bool read_list_of_people(Import *import, const Tree *people) {
    if (!people) return true;
    if (people->kind != TREE_LIST) return bad(import, TEXT("people"), "has to be a list", (Text){0});
    for (size_t i = 0; i < people->len; i++)
        if (!read_one(import, text_format(import->reading->arena, "person %zu", i + 1), people->items[i]))
            return false;
    return true;
}

/* --- terms ---------------------------------------------------------------------------------------------- */

typedef struct ReadTerm {
    Text person, as, member;
    Date from, until;
} ReadTerm;

static bool read_who(Import *import, Text who, Text *id) {
    const Text *known = map_get(&import->ids, who);
    if (known) *id = *known;
    return known || read_person(import->reading, who, id);
}

/* What somebody can be in a body besides a member. */
static const char *const seat_words[] = {"chair", "deputy", "observer", "alternate", NULL};

/* An alternate is one for somebody. */
static bool read_as(Import *import, Text place, const Tree *node, ReadTerm *term) {
    TextList words = {0};
    Text as = tree_get_text(node, "as"), member = tree_get_text(node, "for");
    for (size_t i = 0; seat_words[i]; i++) texts_push(import->reading->arena, &words, text_of(seat_words[i]));
    if (!text_empty(as) && !texts_have(&words, as))
        return bad(import, place, text_format(import->reading->arena, "has no \"%.*s\"", TEXT_ARG(as)).at,
                   text_offer(import->reading->arena, as, words.at, words.len));
    if (text_is(as, "alternate") == text_empty(member))
        return bad(import, place, "does not say for whom somebody is an alternate",
                   TEXT("write as: alternate and for: KEY of the member"));
    term->as = as;
    return text_empty(member) || read_who(import, member, &term->member);
}

static bool read_days(Import *import, Text place, const Tree *node, Date *from, Date *until) {
    if (!read_day(import, place, node, "from", from) || !read_day(import, place, node, "until", until))
        return false;
    if (*from == DATE_NONE || *until == DATE_NONE || *from < *until) return true;
    return bad(import, place, "has a term that ends before it begins", TEXT("the day of until is not in it"));
}

static bool read_term(Import *import, Text place, const Tree *node, ReadTerm *term) {
    static const char *const words[] = {"person", "as", "for", "from", "until", NULL};
    *term = (ReadTerm){.from = DATE_NONE, .until = DATE_NONE};
    Text who = node->kind == TREE_TEXT ? node->text : tree_get_text(node, "person");
    if (node->kind != TREE_TEXT && !only_keys(import, place, node, words)) return false;
    if (text_empty(who))
        return bad(import, place, "has a term of nobody", TEXT("write { person: KEY, from: DAY }"));
    return read_as(import, place, node, term) && read_days(import, place, node, &term->from, &term->until) &&
           read_who(import, who, &term->person);
}

/* A list of terms, or one alone. */
static bool read_terms(Import *import, Text place, const Tree *node, void *terms, size_t *count) {
    ReadTerm **out = terms;
    *count = node->kind == TREE_LIST ? node->len : 1;
    *out = arena_array(import->reading->arena, ReadTerm, *count);
    for (size_t i = 0; i < *count; i++)
        if (!read_term(import, place, node->kind == TREE_LIST ? node->items[i] : node, &(*out)[i]))
            return false;
    return true;
}

static bool add_office(Import *import, Text office, const ReadTerm *term) {
    OfficeTaken *taken = record_push(import->reading->arena, &OfficeTaken_record, &import->sheet->offices);
    *taken = (OfficeTaken){term->person, office, term->as, term->from, term->until};
    return text_empty(term->as) || text_is(term->as, "deputy") ||
           bad(import, office, "is an office: somebody holds it, or is its deputy", (Text){0});
}

static bool add_seat(Import *import, Text body, const ReadTerm *term) {
    SeatTaken *taken = record_push(import->reading->arena, &SeatTaken_record, &import->sheet->members);
    *taken = (SeatTaken){term->person, body, term->as, term->member, term->from, term->until};
    return true;
}

static bool read_offices(Import *import, const Tree *offices) {
    for (size_t i = 0; i < tree_len(offices); i++) {
        ReadTerm *terms = NULL;
        size_t count;
        Text office;
        if (!read_office(import->reading, offices->keys[i], &office)) return false;
        if (!read_terms(import, office, offices->items[i], &terms, &count)) return false;
        for (size_t t = 0; t < count; t++)
            if (!add_office(import, office, &terms[t])) return false;
    }
    return true;
}

static bool read_members(Import *import, Text body, const Tree *members, Text chair) {
    ReadTerm *terms = NULL;
    size_t count;
    bool chaired = text_empty(chair);
    if (!read_terms(import, body, members, &terms, &count)) return false;
    for (size_t t = 0; t < count; t++) {
        if (text_equal(terms[t].person, chair)) terms[t].as = TEXT("chair");
        chaired = chaired || text_is(terms[t].as, "chair");
        add_seat(import, body, &terms[t]);
    }
    return chaired || bad(import, body, "has a chair who is not among its members", (Text){0});
}

static bool read_bodies(Import *import, const Tree *bodies) {
    static const char *const words[] = {"chair", "members", NULL};
    for (size_t i = 0; i < tree_len(bodies); i++) {
        const Tree *node = bodies->items[i], *members = tree_get(node, "members");
        Text body, chair = tree_get_text(node, "chair"), chair_id = {0};
        if (!read_body(import->reading, bodies->keys[i], &body) || !only_keys(import, body, node, words))
            return false;
        if (!members) return bad(import, body, "has no members", TEXT("write members: [...]"));
        if (!text_empty(chair) && !read_who(import, chair, &chair_id)) return false;
        if (!read_members(import, body, members, chair_id)) return false;
    }
    return true;
}

/* --- lines: a term in each ------------------------------------------------------------------------------ */

static ImportedPerson *imported_person(Import *import, Text id) {
    for (size_t i = 0; i < import->sheet->people.len; i++)
        if (text_equal(import->sheet->people.at[i].person, id)) return &import->sheet->people.at[i];
    ImportedPerson *person =
        record_push(import->reading->arena, &ImportedPerson_record, &import->sheet->people);
    person->person = id;
    return person;
}

/* Whose line it is. The first that gives a name or login enters the person; what it gives, the others may
 * repeat. */
static bool read_line_person(Import *import, Text place, const Tree *fields, Text *id) {
    Text key = tree_get_text(fields, "person");
    Text name = tree_get_text(fields, "name"), login = tree_get_text(fields, "login");
    Text email = tree_get_text(fields, "email");
    bool profiled = !text_empty(name) || !text_empty(login) || !text_empty(email);
    if (text_empty(key)) return bad(import, place, "names no person", TEXT("fill the column person"));
    if (profiled && !map_get(&import->ids, key)) {
        Tree *node = tree_map(import->reading->arena);
        tree_set_text(import->reading->arena, node, "key", key);
        tree_set_text(import->reading->arena, node, "name", name);
        tree_set_text(import->reading->arena, node, "login", login);
        tree_set_text(import->reading->arena, node, "email", email);
        if (!read_one(import, place, node)) return false;
    }
    return read_who(import, key, id);
}

static bool add_role(Import *import, Text role, const ReadTerm *term) {
    ImportedPerson *person = imported_person(import, term->person);
    *(HeldRole *)record_push(import->reading->arena, &HeldRole_record, &person->roles) =
        (HeldRole){role, term->from, term->until};
    return text_empty(term->as) || bad(import, role, "is a role: somebody has it or not", (Text){0});
}

static bool read_line(void *context, const Tree *line, const Tree *fields) {
    Import *import = context;
    const Program *program = import->reading->turn.program;
    ReadTerm term = {.from = DATE_NONE, .until = DATE_NONE};
    Text post = tree_get_text(fields, "post");
    Text place = text_format(import->reading->arena, "line %lld", (long long)line_number(line));
    if (!read_line_person(import, place, fields, &term.person)) return false;
    if (text_empty(post)) return true;
    if (!read_as(import, place, fields, &term) ||
        !read_days(import, place, fields, &term.from, &term.until) ||
        !read_post(import->reading, post, &post))
        return false;
    if (program_role(program, post) != NONE) return add_role(import, post, &term);
    return program_body(program, post) != NONE ? add_seat(import, post, &term)
                                               : add_office(import, post, &term);
}

static bool read_people_lines(Import *import, const Tree *given) {
    static const char *const words[] = {"person", "name", "login", "email", "post",
                                        "as",     "for",  "from",  "until", NULL};
    Tree *heads = tree_map(import->reading->arena);
    TextList names = {0};
    if (!read_heads(import->reading, given, &names)) return false;
    for (size_t i = 0; i < names.len; i++)
        tree_set(import->reading->arena, heads, names.at[i], tree_null(import->reading->arena));
    return only_keys(import, TEXT("the first line"), heads, words) &&
           read_lines(import->reading, given, read_line, import);
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static bool is_map_or_none(Import *import, const Tree *given, const char *key) {
    const Tree *node = tree_get(given, key);
    return !node || node->kind == TREE_MAP ||
           bad(import, text_of(key), "has to be names with their values", (Text){0});
}

static bool read_whole(Import *import, const Tree *given) {
    static const char *const words[] = {"people", "offices", "bodies", NULL};
    return only_keys(import, TEXT("it"), given, words) && is_map_or_none(import, given, "offices") &&
           is_map_or_none(import, given, "bodies") &&
           read_list_of_people(import, tree_get(given, "people")) &&
           read_offices(import, tree_get(given, "offices")) && read_bodies(import, tree_get(given, "bodies"));
}

bool read_people(Reading *reading, const Tree *given, Tree **people) {
    const BookState *book = state_book(reading->state);
    Import import = {.reading = reading,
                     .people = book ? book->people : 0,
                     .sheet = record_new(reading->arena, &ImportSheet_record)};
    bool read = is_table(given) ? read_people_lines(&import, given) : read_whole(&import, given);
    if (read) *people = record_to_tree(reading->arena, &ImportSheet_record, import.sheet);
    return read;
}
