/* Entries, cases and what they wait for, as documents. Sentences are made here, when an entry is shown, from
 * its codes and arguments: the ledger holds none (docs/ledger.md). */
#include "service/book.h"
#include <string.h>

static bool is_person(Text text) {
    if (text.len < 4 || !text_starts(text, TEXT("P-"))) return false;
    for (size_t i = 2; i < text.len; i++)
        if (!is_digit(text.at[i])) return false;
    return true;
}

static Text name_of(State *state, Text person) {
    Text name = state_person_name(state, person, "name");
    if (text_empty(name) || text_equal(name, person)) name = state_person_name(state, person, "key");
    return text_empty(name) ? person : name;
}

/* Where in "P-000007 and cfo" a word ends that begins at `start`. */
static size_t word_end(Text text, size_t start) {
    size_t end = start;
    while (end < text.len && !strchr(" (),", text.at[end])) end++;
    return end > start ? end : start + 1;
}

static bool names_people(Text text) {
    for (size_t at = 0; at < text.len; at = word_end(text, at))
        if (is_person(text_part(text, at, word_end(text, at)))) return true;
    return false;
}

Text called(State *state, Text text) {
    if (!names_people(text)) return text;
    Buf buf = buf_new(state_arena(state));
    for (size_t at = 0; at < text.len; at = word_end(text, at)) {
        Text word = text_part(text, at, word_end(text, at));
        buf_text(&buf, is_person(word) ? name_of(state, word) : word);
    }
    return buf_done(&buf);
}

/* A person as documents name one: {"id": "P-000003", "name": "Carl Ito"}. */
static void set_person(Arena *arena, State *state, Tree *map, const char *key, Text person) {
    if (text_empty(person)) return;
    Tree *who = tree_set_map(arena, map, key);
    tree_set_text(arena, who, "id", person);
    tree_set_text(arena, who, "name", called(state, person));
}

static void write_item(Buf *buf, State *state, const Tree *tree, size_t i, bool opened) {
    const Tree *item = tree->items[i];
    if (i) buf_cstr(buf, ", ");
    if (tree->kind == TREE_MAP) buf_format(buf, "%.*s: ", TEXT_ARG(tree->keys[i]));
    const Tree *value = tree_get(item, "value");
    write_value(buf, state, value ? value : item, opened);
}

static void write_sealed(Buf *buf, State *state, Text sealed, bool opened) {
    Text kept;
    if (!opened)
        buf_cstr(buf, "(kept in the vault)");
    else if (state_unseal(state, sealed, &kept))
        buf_text(buf, kept);
}

void write_value(Buf *buf, State *state, const Tree *tree, bool opened) {
    Text sealed = tree->kind == TREE_MAP ? tree_get_text(tree, "sealed") : (Text){0};
    if (!text_empty(sealed)) {
        write_sealed(buf, state, sealed, opened);
        return;
    }
    switch (tree->kind) {
    case TREE_NULL:
        buf_cstr(buf, "missing");
        break;
    case TREE_BOOL:
        buf_cstr(buf, tree->yes ? "yes" : "no");
        break;
    case TREE_INT:
        buf_int(buf, tree->number);
        break;
    case TREE_TEXT:
        buf_text(buf, called(state, tree->text));
        break;
    default:
        for (size_t i = 0; i < tree_len(tree); i++) write_item(buf, state, tree, i, opened);
    }
}

/* The kind's sentence with {field} replaced by the body's field; what stands in [ ] is left out when a field
 * in it is not there. */
static Text fill_part(Arena *arena, State *state, Text part, const Tree *body, bool *whole) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < part.len; i++) {
        size_t end = i;
        while (part.at[i] == '{' && end < part.len && part.at[end] != '}') end++;
        if (end == i || end == part.len) {
            buf_char(&buf, part.at[i]);
            continue;
        }
        const Tree *field = tree_get_key(body, text_part(part, i + 1, end));
        if (field) write_value(&buf, state, field, false);
        *whole = *whole && field;
        i = end;
    }
    return buf_done(&buf);
}

Text fill_sentence(Arena *arena, State *state, Text sentence, const Tree *body) {
    Buf buf = buf_new(arena);
    Text always, rest = sentence, perhaps;
    while (text_next(&rest, '[', &always)) {
        bool whole = true;
        buf_text(&buf, fill_part(arena, state, always, body, &whole));
        if (!text_next(&rest, ']', &perhaps)) break;
        whole = true;
        Text filled = fill_part(arena, state, perhaps, body, &whole);
        if (whole) buf_text(&buf, filled);
    }
    return buf_done(&buf);
}

/* Bodies hold people's ids; what they are called is said beside, for whoever shows the body. */
static void add_names(Arena *arena, State *state, const Tree *tree, Tree *names) {
    if (tree->kind == TREE_TEXT && is_person(tree->text) && !tree_get_key(names, tree->text))
        tree_set(arena, names, tree->text, tree_text(arena, called(state, tree->text)));
    for (size_t i = 0; i < tree_len(tree); i++) add_names(arena, state, tree->items[i], names);
}

Tree *describe_entry(Arena *arena, State *state, const Entry *entry) {
    Tree *map = tree_map(arena);
    const KindRow *kind = kind_find(entry->kind, entry->version);
    tree_set_int(arena, map, "seq", entry->seq);
    tree_set_text(arena, map, "entry_kind", entry->kind);
    tree_set_some(arena, map, "scope", entry->scope);
    tree_set_text(arena, map, "happened", moment_text(arena, entry->happened));
    tree_set_text(arena, map, "recorded", moment_text(arena, entry->recorded));
    set_person(arena, state, map, "actor", entry->actor);
    set_person(arena, state, map, "recorder", entry->recorder);
    tree_set_some(arena, map, "auth", entry->auth);
    if (kind && entry->body)
        tree_set_text(arena, map, "sentence", fill_sentence(arena, state, kind->sentence, entry->body));
    if (!entry->body) return map;
    tree_set(arena, map, TEXT("body"), entry->body);
    add_names(arena, state, entry->body, tree_set_map(arena, map, "names"));
    return map;
}

/* X(code, sentence): {0} who, {1} what */
#define WAITING_ROWS(X)                                                                                      \
    X("resume", "is suspended until {0} goes on with it: {1}")                                               \
    X("task", "waits for {0}: {1}")                                                                          \
    X("fact", "waits for {0}: {1} is missing")                                                               \
    X("score", "waits for {0} to score: {1}")                                                                \
    X("answer", "waits for {0} to answer whether it is met: {1}")                                            \
    X("plan", "waits for {0}: a mitigation plan for {1}")                                                    \
    X("items", "waits for {0} to tick: {1}")                                                                 \
    X("again", "waits for {0} to tick off {1}: all of it is said")                                           \
    X("recommend", "waits for {0} to recommend: {1}")                                                        \
    X("motion", "waits for {0} to decide: {1}")                                                              \
    X("silence", "is carried unless {0} objects or votes: {1}")                                              \
    X("holder", "waits for somebody else to be {0}: nobody who is may vote on {1}")                          \
    X("ruling", "waits for a ruling of {0} on the challenge of {1}")                                         \
    X("vote", "waits for the votes of {0} on {1}")                                                           \
    X("attend", "waits for who is there to be entered: bylaw attend {1}")                                    \
    X("count", "waits for the tellers of {0} to count the votes on {1}")                                     \
    X("close", "waits for {1} to be closed: all who may vote have voted")                                    \
    X("stale", "was decided and no longer holds: {1}; waits for {0} to decide it again")                     \
    X("report", "waits for {0} to report on it for {1}")

enum { NAMED_MOST = 3 };

/* "cfo (Carl Ito or Hana Kim)": of an office or a role who that is, where they are few. A body is its
 * members. */
static Text who_it_is(Arena *arena, State *state, Text who, Date today) {
    const BookState *book = state_book(state);
    const Program *program = book ? state_charter(state, book->charter) : NULL;
    TextList people = {0};
    if (!program || state_person(state, who) || program_body(program, post_in(state, program, who)) != NONE)
        return called(state, who);
    holders_on(state, who, today, &people);
    if (people.len == 0 || people.len > NAMED_MOST) return who;
    for (size_t i = 0; i < people.len; i++) people.at[i] = called(state, people.at[i]);
    return text_format(arena, "%.*s (%.*s)", TEXT_ARG(who),
                       TEXT_ARG(text_join(arena, people.at, people.len, " or ")));
}

static void add_others(Buf *buf, State *state, const char *how, const TextList *names) {
    if (names->len > 0) buf_cstr(buf, how);
    for (size_t i = 0; i < names->len; i++)
        buf_format(buf, "%s%.*s", i ? ", " : "", TEXT_ARG(called(state, names->at[i])));
}

static Text waiting_sentence(Arena *arena, State *state, const Waiting *waiting, Date today) {
    static const struct {
        Text code, sentence;
    } rows[] = {
#define X(code, sentence) {TEXT_ROW(code), TEXT_ROW(sentence)},
        WAITING_ROWS(X)
#undef X
    };
    Text args[] = {who_it_is(arena, state, waiting->who, today), called(state, waiting->what)};
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (text_equal(rows[i].code, waiting->code)) buf_fill(&buf, rows[i].sentence, args, 2);
    add_others(&buf, state, "; or, within its bounds: ", &waiting->delegates);
    add_others(&buf, state, "; consulted: ", &waiting->consulted);
    add_others(&buf, state, "; informed: ", &waiting->informed);
    return buf_done(&buf);
}

Tree *describe_waiting(Arena *arena, State *state, const Waiting *waiting, Date today) {
    Tree *map = tree_map(arena);
    tree_set_text(arena, map, "case", waiting->subject);
    tree_set_text(arena, map, "step", waiting->step);
    tree_set_text(arena, map, "who", waiting->who);
    tree_set_text(arena, map, "code", waiting->code);
    tree_set_some(arena, map, "what", waiting->what);
    tree_set_text(arena, map, "sentence", waiting_sentence(arena, state, waiting, today));
    if (waiting->due != DATE_NONE) tree_set_text(arena, map, "due", date_text(arena, waiting->due));
    bool past = waiting->due != DATE_NONE && waiting->due < today;
    tree_set_bool(arena, map, "overdue", waiting->overdue || past);
    return map;
}
