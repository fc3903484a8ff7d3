#include "store/private.h"

bool store_scope_put(Store *store, uint64_t seq, Text scope) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_SCOPE_ADD);
    if (!statement) return false;
    store_bind_text(store, statement, 1, scope);
    store_bind_int(store, statement, 2, seq);
    return store_done(store, statement);
}

bool store_append(Store *store, uint64_t seq, Text scope, Text bytes) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_ENTRY_ADD);
    if (!statement) return false;
    if (seq != store->size)
        return store_refuse(
            store, STORE_MOVED_ON,
            "The book \"%s\" has %llu entries by now, not %llu: it has moved on since it was read.",
            store->path, (unsigned long long)store->size, (unsigned long long)seq);
    store_bind_int(store, statement, 1, seq);
    store_bind_blob(store, statement, 2, bytes);
    if (!store_done(store, statement)) return false;
    store->size++;
    return text_empty(scope) || store_scope_put(store, seq, scope);
}

bool store_entry(Store *store, uint64_t seq, Text *bytes) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_ENTRY);
    if (!statement) return false;
    store_bind_int(store, statement, 1, seq);
    if (!store_row(store, statement)) return false;
    *bytes = store_bytes(store, statement, 0);
    return true;
}

struct EntryCursor {
    Store *store;
    sqlite3_stmt *statement; /* NULL: it has ended */
    Statement id;
    uint64_t generation;
};

static EntryCursor *cursor(Store *store, Arena *arena, Statement id) {
    EntryCursor *made = arena_make(arena, EntryCursor);
    *made = (EntryCursor){store, store_lend(store, arena, id), id, store->generation};
    return made;
}

static EntryCursor *range_cursor(Store *store, Arena *arena, Statement id, uint64_t from, uint64_t until) {
    EntryCursor *made = cursor(store, arena, id);
    if (!made->statement) return made;
    store_bind_int(store, made->statement, 1, from);
    store_bind_int(store, made->statement, 2, until <= INT64_MAX ? until : INT64_MAX);
    return made;
}

EntryCursor *store_entries(Store *store, Arena *arena, uint64_t from, uint64_t until) {
    return range_cursor(store, arena, STATEMENT_ENTRIES, from, until);
}

EntryCursor *store_leaves(Store *store, Arena *arena, uint64_t from, uint64_t until) {
    return range_cursor(store, arena, STATEMENT_LEAVES, from, until);
}

EntryCursor *store_entries_of(Store *store, Arena *arena, Text scope) {
    EntryCursor *made = cursor(store, arena, STATEMENT_ENTRIES_OF);
    /* The cursor outlives this call, and so must the text. */
    if (made->statement) store_bind_text(store, made->statement, 1, text_copy(arena, scope));
    return made;
}

bool entry_cursor_next(EntryCursor *cursor, uint64_t *seq, Text *bytes) {
    Store *store = cursor->store;
    if (!cursor->statement || cursor->generation != store->generation) return false;
    store->caller = NULL;
    store->error = (StoreError){STORE_OK, {NULL, 0}};
    if (!store_row(store, cursor->statement)) {
        entry_cursor_close(cursor);
        return false;
    }
    *seq = store_int(cursor->statement, 0);
    *bytes = store_bytes(store, cursor->statement, 1);
    return true;
}

Text entry_cursor_nodes(EntryCursor *cursor) {
    return store_bytes(cursor->store, cursor->statement, 2);
}

void entry_cursor_close(EntryCursor *cursor) {
    if (cursor->statement && cursor->generation == cursor->store->generation)
        store_give_back(cursor->store, cursor->id, cursor->statement);
    cursor->statement = NULL;
}

bool store_scope_has(Store *store, uint64_t seq, Text scope) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_SCOPE);
    if (!statement) return false;
    store_bind_text(store, statement, 1, scope);
    store_bind_int(store, statement, 2, seq);
    return store_row(store, statement);
}

bool store_scope_count(Store *store, uint64_t *count) {
    return store_number(store, STATEMENT_SCOPE_COUNT, count);
}

bool store_nodes_size(Store *store, uint64_t *size) {
    return store_number(store, STATEMENT_NODES_SIZE, size);
}

bool store_nodes_put(Store *store, uint64_t seq, const Digest *made, size_t count) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_NODES_PUT);
    if (!statement) return false;
    store_bind_int(store, statement, 1, seq);
    store_bind_blob(store, statement, 2, (Text){(const char *)made, count * sizeof *made});
    return store_done(store, statement);
}

/* A subtree's root is kept with the entry that completed it. */
bool store_node(Store *store, unsigned level, uint64_t index, Digest *digest) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_NODES);
    if (!statement) return false;
    if (level > 62 || index >= (uint64_t)INT64_MAX >> level) return false;
    store_bind_int(store, statement, 1, ((index + 1) << level) - 1);
    if (!store_row(store, statement)) return false;
    Text made = store_bytes(store, statement, 0);
    if (made.len < (level + (size_t)1) * DIGEST_SIZE) return false;
    for (size_t i = 0; i < DIGEST_SIZE; i++) digest->bytes[i] = (uint8_t)made.at[level * DIGEST_SIZE + i];
    return true;
}
