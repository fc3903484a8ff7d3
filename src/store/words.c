/* What is searched: words, in an index that SQLite keeps (FTS5). */
#include "store/schema.h"

/* In a transaction that reads, the index is the one in memory, which hides that of the file. */
static bool in_memory(const Store *store) {
    return store->transaction == STORE_READ;
}

static bool is_made(Store *store) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_WORDS_MADE);
    bool made = statement && store_row(store, statement);
    if (made) sqlite3_reset(statement);
    return made;
}

static bool make(Store *store) {
    return store_exec(store, WORDS_TABLE("")) && store_exec(store, WORDS_SIZE_TABLE);
}

bool store_words_size(Store *store, uint64_t *entries) {
    *entries = 0;
    if (store->mode == STORE_READ) return true;
    if (is_made(store)) return store_number(store, STATEMENT_WORDS_SIZE, entries);
    if (store->error.problem != STORE_OK) return false;
    return in_memory(store) || make(store);
}

bool store_words_in_memory(Store *store) {
    return store_exec(store, WORDS_TABLE("temp."));
}

bool store_words_put(Store *store, uint64_t seq, Text subject, Text said) {
    Statement id = in_memory(store) ? STATEMENT_WORDS_HOLD : STATEMENT_WORDS_PUT;
    sqlite3_stmt *statement = store_statement(store, NULL, id);
    if (!statement) return false;
    store_bind_int(store, statement, 1, seq);
    store_bind_text(store, statement, 2, said);
    store_bind_text(store, statement, 3, subject);
    return store_done(store, statement);
}

bool store_words_upto(Store *store, uint64_t entries) {
    if (in_memory(store)) return true;
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_WORDS_SIZE_PUT);
    if (!statement) return false;
    store_bind_int(store, statement, 1, entries);
    return store_done(store, statement);
}

bool store_words_drop(Store *store) {
    return store_exec(store, "DROP TABLE IF EXISTS main.found; DROP TABLE IF EXISTS main.indexed");
}

/* In quotes nothing is syntax but the quote itself, which is doubled. */
static void add_phrase(Buf *query, const Sought *phrase) {
    buf_char(query, '"');
    for (size_t i = 0; i < phrase->words.len; i++) {
        if (phrase->words.at[i] == '"') buf_char(query, '"');
        buf_char(query, phrase->words.at[i] ? phrase->words.at[i] : ' ');
    }
    buf_cstr(query, phrase->begins ? "\" *" : "\"");
}

static Text query_of(Arena *arena, const Sought *phrases, size_t count, bool all) {
    Buf query = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_cstr(&query, all ? " AND " : " OR ");
        add_phrase(&query, &phrases[i]);
    }
    return buf_done(&query);
}

bool store_words_find(Store *store, Arena *arena, const Sought *phrases, size_t count, bool all,
                      WordsEach *each, void *context) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_WORDS);
    if (!statement) return false;
    store_bind_text(store, statement, 1, query_of(arena, phrases, count, all));
    while (store_row(store, statement))
        if (!each(context, store_int(statement, 0), store_bytes(store, statement, 1))) break;
    sqlite3_reset(statement);
    return store->error.problem == STORE_OK;
}

bool store_words_around(Store *store, Arena *arena, const Sought *phrases, size_t count, uint64_t seq,
                        Text *out) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_WORDS_AROUND);
    if (!statement) return false;
    store_bind_text(store, statement, 1, query_of(arena, phrases, count, false));
    store_bind_int(store, statement, 2, seq);
    if (!store_row(store, statement)) return false;
    *out = store_copy(store, statement, 0);
    sqlite3_reset(statement);
    return true;
}
