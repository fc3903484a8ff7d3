/* search: which cases, meetings, people and rows say these words, and where. */
#include "service/fold.h"
#include "service/reading.h"
#include <ctype.h>
#include <stdlib.h>

/* --- what entries say ----------------------------------------------------------------------------------- */

/* What people have written, and what they look for; codes, outcomes and who voted how are left to history,
 * and what is sealed as a whole to those who may read it: what was said in closed session. */
#define WORDED_FIELDS(X)                                                                                     \
    X(workflow)                                                                                              \
    X(body)                                                                                                  \
    X(office)                                                                                                \
    X(role)                                                                                                  \
    X(post)                                                                                                  \
    X(metric)                                                                                                \
    X(title)                                                                                                 \
    X(text)                                                                                                  \
    X(options)                                                                                               \
    X(facts)                                                                                                 \
    X(key)                                                                                                   \
    X(values)                                                                                                \
    X(answers)                                                                                               \
    X(plans)                                                                                                 \
    X(items)                                                                                                 \
    X(evidence)                                                                                              \
    X(source)                                                                                                \
    X(on)                                                                                                    \
    X(place)                                                                                                 \
    X(note)                                                                                                  \
    X(resolution)                                                                                            \
    X(cause)                                                                                                 \
    X(because)

typedef struct Indexing {
    bylaw_book *book;
    Arena *arena;
    State *state;
    uint64_t done;
} Indexing;

static void say(Buf *said, Text text) {
    if (said->len && !text_empty(text)) buf_cstr(said, "; ");
    buf_text(said, text);
}

/* What a case is called stands in the rules, and what a person is called in the vault. */
static void say_called(Indexing *indexing, const Entry *entry, Buf *said) {
    static const char *const names[] = {"name", "key", "login"};
    const CaseState *subject = state_case(indexing->state, entry->scope);
    const Workflow *workflow = subject ? case_workflow(indexing->state, subject) : NULL;
    Text person = tree_get_text(entry->body, "person");
    if (workflow && text_is(entry->kind, "case_opened")) say(said, workflow->title);
    for (size_t i = 0; text_is(entry->kind, "person_entered") && i < 3; i++)
        say(said, state_person_name(indexing->state, person, names[i]));
}

/* What was said in closed session is not found. */
static Text said_by(Indexing *indexing, const Entry *entry) {
    static const char *const fields[] = {
#define X(field) #field,
        WORDED_FIELDS(X)
#undef X
    };
    Buf said = buf_new(indexing->arena);
    if (text_is(entry->kind, "command")) return (Text){0}; /* what it resulted in says the same */
    say_called(indexing, entry, &said);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        const Tree *field = tree_get(entry->body, fields[i]);
        Buf value = buf_new(indexing->arena);
        if (field) write_value(&value, indexing->state, field, !text_is(entry->kind, "noted"));
        say(&said, buf_done(&value));
    }
    return buf_done(&said);
}

/* Of the entries of all people each is its own. */
static Text subject_of(const Entry *entry) {
    Text person = tree_get_text(entry->body, "person");
    return text_is(entry->scope, "people") && !text_empty(person) ? person : entry->scope;
}

/* An entry that cannot be read says nothing: verifying is for others. */
static bool index_entry(Indexing *indexing, Text bytes) {
    Text error;
    const Entry *entry = entry_decode(indexing->arena, text_copy(indexing->arena, bytes), &error);
    uint64_t seq = indexing->done++;
    if (!entry || !entry->body) return true;
    Text said = said_by(indexing, entry);
    return text_empty(said) || store_words_put(indexing->book->store, seq, subject_of(entry), said);
}

/* 1: more may follow, 0: the end, -1: the store failed. */
static int index_slice(Indexing *indexing) {
    StateSource source;
    book_source(indexing->book, &source);
    indexing->state = state_new(indexing->arena, &source);
    uint64_t from = indexing->done, seq;
    Text bytes;
    bool good = true;
    EntryCursor *cursor = store_entries(indexing->book->store, indexing->arena, from, from + FOLD_SLICE);
    while (good && entry_cursor_next(cursor, &seq, &bytes)) good = index_entry(indexing, bytes);
    entry_cursor_close(cursor);
    if (!good || book_failed(indexing->book, indexing->state)) return -1;
    return indexing->done == from + FOLD_SLICE;
}

static bool index_from(bylaw_book *book, Arena *arena, uint64_t from) {
    Indexing indexing = {.book = book, .arena = arena, .done = from};
    for (int more = 1; more;) {
        ArenaMark mark = arena_mark(arena);
        more = index_slice(&indexing);
        if (more < 0) return false;
        arena_rewind(arena, mark);
        if (book->host.progress)
            book->host.progress(book->host.context, "indexed", indexing.done, ledger_size(book->ledger));
    }
    return store_words_upto(book->store, indexing.done);
}

static bool lacks_entries(bylaw_book *book, uint64_t *from, bool *lacks) {
    uint64_t size;
    bool good = store_words_size(book->store, from) && store_size(book->store, &size);
    *lacks = good && *from < size;
    return good;
}

/* Where this fails, as on a book that may not be written, what is searched is made in memory. */
static void keep_index(bylaw_result *result, void *context) {
    bylaw_book *book = context;
    uint64_t from = 0;
    bool lacks;
    book->failed = false;
    book->sealed.len = 0;
    if (store_begin(book->store, STORE_WRITE) && ledger_load(book->ledger) &&
        lacks_entries(book, &from, &lacks) && lacks && index_from(book, result->arena, from))
        store_commit(book->store);
}

/* --- what is looked for --------------------------------------------------------------------------------- */

enum { PHRASES_MOST = 16, SUBJECTS_MOST = 20 };

/* What says all of the phrases, in one entry or in several. */
typedef struct Found {
    Text subject;
    size_t phrases;                 /* of which some entry says something, in their order */
    uint64_t entries[PHRASES_MOST]; /* the latest that says each */
    bool together;                  /* one says all: entries[0] */
} Found;

typedef struct Searching {
    Reading *reading;
    Sought phrases[PHRASES_MOST];
    size_t count;
    size_t at; /* the phrase that is being looked for */
    Map found; /* subject -> Found * */
    VEC(Found *) all;
} Searching;

static bool note_together(void *context, uint64_t seq, Text subject) {
    Searching *searching = context;
    if (map_get(&searching->found, subject)) return true;
    Found *found = arena_make(searching->reading->arena, Found);
    *found = (Found){.subject = text_copy(searching->reading->arena, subject), .together = true};
    found->entries[0] = seq;
    map_set(searching->reading->arena, &searching->found, found->subject, found);
    *vec_push(searching->reading->arena, &searching->all) = found;
    return true;
}

static bool note_phrase(void *context, uint64_t seq, Text subject) {
    Searching *searching = context;
    Found *found = map_get(&searching->found, subject);
    if (!found && searching->at > 0) return true;
    if (!found) {
        found = arena_make(searching->reading->arena, Found);
        found->subject = text_copy(searching->reading->arena, subject);
        map_set(searching->reading->arena, &searching->found, found->subject, found);
    }
    if (found->together || found->phrases != searching->at) return true;
    found->entries[found->phrases++] = seq;
    if (found->phrases == searching->count) *vec_push(searching->reading->arena, &searching->all) = found;
    return true;
}

static uint64_t latest(const Found *found) {
    uint64_t entry = found->entries[0];
    for (size_t i = 1; i < found->phrases; i++)
        if (found->entries[i] > entry) entry = found->entries[i];
    return entry;
}

/* People first, then what was spoken of last. */
static int by_worth(const void *a, const void *b) {
    const Found *one = *(Found *const *)a, *other = *(Found *const *)b;
    int people = text_starts(other->subject, TEXT("P-")) - text_starts(one->subject, TEXT("P-"));
    return people ? people : (latest(one) < latest(other)) - (latest(one) > latest(other));
}

static bool find_all(Searching *searching) {
    Store *store = searching->reading->book->store;
    Arena *arena = searching->reading->arena;
    if (!store_words_find(store, arena, searching->phrases, searching->count, true, note_together, searching))
        return false;
    for (; searching->count > 1 && searching->at < searching->count; searching->at++)
        if (!store_words_find(store, arena, &searching->phrases[searching->at], 1, true, note_phrase,
                              searching))
            return false;
    if (searching->all.len > 1)
        qsort(searching->all.at, searching->all.len, sizeof *searching->all.at, by_worth);
    return true;
}

/* --- what is answered ----------------------------------------------------------------------------------- */

static Text title_of(Reading *reading, Text subject) {
    const CaseState *one = state_case(reading->state, subject);
    const MeetingState *meeting = state_meeting(reading->state, subject);
    if (state_person(reading->state, subject)) return called(reading->state, subject);
    if (one) {
        const Workflow *workflow = case_workflow(reading->state, one);
        return workflow ? workflow->title : one->workflow;
    }
    if (!meeting) return (Text){0};
    return text_format(reading->arena, "%.*s, %.*s", TEXT_ARG(meeting->body),
                       TEXT_ARG(date_text(reading->arena, meeting->on)));
}

static Tree *add_subject(Reading *reading, Text subject, Tree *list) {
    Tree *map = tree_add_map(reading->arena, list);
    Text title = title_of(reading, subject);
    tree_set_text(reading->arena, map, "subject", subject);
    tree_set_some(reading->arena, map, "title", title);
    return tree_set_list(reading->arena, map, "said");
}

static void add_said(Searching *searching, uint64_t seq, Tree *list) {
    Reading *reading = searching->reading;
    Text bytes, around, error;
    if (!store_words_around(reading->book->store, reading->arena, searching->phrases, searching->count, seq,
                            &around) ||
        !store_entry(reading->book->store, seq, &bytes))
        return;
    const Entry *entry = entry_decode(reading->arena, text_copy(reading->arena, bytes), &error);
    if (!entry) return;
    Tree *map = tree_add_map(reading->arena, list);
    tree_set_int(reading->arena, map, "entry", (int64_t)seq);
    tree_set_text(reading->arena, map, "entry_kind", entry->kind);
    tree_set_text(reading->arena, map, "happened", moment_text(reading->arena, entry->happened));
    tree_set_text(reading->arena, map, "text", around);
}

static void add_found(Searching *searching, const Found *found, Tree *list) {
    Tree *said = add_subject(searching->reading, found->subject, list);
    size_t count = found->together ? 1 : found->phrases;
    for (size_t i = 0; i < count; i++) {
        bool told = false;
        for (size_t j = 0; j < i; j++) told = told || found->entries[j] == found->entries[i];
        if (!told) add_said(searching, found->entries[i], said);
    }
}

/* Of a case, meeting or motion that is named by its number there is nothing to search. */
static void add_numbered(Searching *searching, Tree *list) {
    Text number;
    if (searching->count == 1 && read_subject(searching->reading, searching->phrases[0].words, &number))
        add_subject(searching->reading, number, list);
}

static void answer(Searching *searching) {
    Reading *reading = searching->reading;
    result_kind(reading->result, BYLAW_DONE, "search");
    Tree *document = reading->result->document;
    Tree *words = tree_set_list(reading->arena, document, "words");
    for (size_t i = 0; i < searching->count; i++)
        tree_add(reading->arena, words, tree_text(reading->arena, searching->phrases[i].words));
    Tree *list = tree_set_list(reading->arena, document, "found");
    size_t most = reading->options->most ? reading->options->most : SUBJECTS_MOST;
    add_numbered(searching, list);
    for (size_t i = 0; i < searching->all.len && tree_len(list) < most; i++)
        add_found(searching, searching->all.at[i], list);
    size_t numbered = tree_len(list) > searching->all.len ? 1 : 0;
    tree_set_int(reading->arena, document, "more",
                 (int64_t)searching->all.len + (int64_t)numbered - (int64_t)tree_len(list));
}

/* A mark that stands by itself is no word: nothing would be found by it. */
static bool has_word(Text words) {
    for (size_t i = 0; i < words.len; i++)
        if (isalnum((unsigned char)words.at[i]) || (unsigned char)words.at[i] >= 0x80) return true;
    return false;
}

static bool read_phrases(Reading *reading, Searching *searching) {
    for (size_t i = 0; i < reading->options->key_count; i++) {
        Text words = text_of(reading->options->keys[i]);
        if (!has_word(words)) continue;
        if (searching->count == PHRASES_MOST)
            return read_problem(reading, BYLAW_USAGE,
                                TEXT("these are more words than can be searched at once"),
                                TEXT("give at most 16"));
        bool phrase = memchr(words.at, ' ', words.len) != NULL;
        searching->phrases[searching->count++] = (Sought){words, !phrase};
    }
    return searching->count > 0 ||
           read_problem(reading, BYLAW_USAGE, TEXT("there is no word here to search for"),
                        TEXT("name one or more: bylaw search acme health"));
}

static void read_search(Reading *reading) {
    Searching searching = {.reading = reading};
    uint64_t from;
    bool lacks;
    if (!read_phrases(reading, &searching) || !lacks_entries(reading->book, &from, &lacks)) return;
    if (lacks &&
        !(store_words_in_memory(reading->book->store) && index_from(reading->book, reading->arena, 0)))
        return;
    if (find_all(&searching)) answer(&searching);
}

bylaw_result *bylaw_search(bylaw_book *book, const bylaw_read_options *options) {
    bylaw_free(result_on(book, keep_index, book));
    return read_book(book, options, read_search);
}
