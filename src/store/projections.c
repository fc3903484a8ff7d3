#include "store/private.h"

static bool bind_place(Store *store, sqlite3_stmt *statement, Text space, Text key) {
    if (!statement) return false;
    store_bind_text(store, statement, 1, space);
    store_bind_blob(store, statement, 2, key);
    return true;
}

bool store_put(Store *store, Text space, Text key, Text value) {
    Statement id = text_empty(value) ? STATEMENT_REMOVE : STATEMENT_PUT;
    sqlite3_stmt *statement = store_statement(store, NULL, id);
    if (!bind_place(store, statement, space, key)) return false;
    if (id == STATEMENT_PUT) store_bind_blob(store, statement, 3, value);
    return store_done(store, statement);
}

bool store_get(Store *store, Arena *arena, Text space, Text key, Text *value) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_GET);
    if (!bind_place(store, statement, space, key) || !store_row(store, statement)) return false;
    *value = store_copy(store, statement, 0);
    return true;
}

static bool first_from(Store *store, Arena *arena, Text space, Text from, Text *key, Text *value) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_WALK);
    if (!bind_place(store, statement, space, from) || !store_row(store, statement)) return false;
    *key = store_copy(store, statement, 0);
    *value = store_copy(store, statement, 1);
    return true;
}

/* A copied text is followed by a NUL: with it, it is the next possible key. */
static Text next_key(Text key) {
    return (Text){key.at, key.len + 1};
}

/* Each step looks for the next key anew, so that each() may change the space and walk others. */
bool store_walk(Store *store, Arena *arena, Text space, Text from, Text until, ProjectionEach *each,
                void *context) {
    Text key, value;
    bool more = first_from(store, arena, space, from, &key, &value);
    while (more && (text_empty(until) || text_compare(key, until) < 0) && each(context, key, value))
        more = first_from(store, arena, space, next_key(key), &key, &value);
    return store->error.problem == STORE_OK;
}

typedef struct Spaces {
    bool (*each)(void *context, Text space, Text key, Text value);
    void *context;
    Text space;
    bool stopped;
} Spaces;

static bool each_in_space(void *context, Text key, Text value) {
    Spaces *spaces = context;
    spaces->stopped = !spaces->each(spaces->context, spaces->space, key, value);
    return !spaces->stopped;
}

static bool space_after(Store *store, Arena *arena, Text space, Text *next) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_WALK_SPACE);
    if (!statement) return false;
    store_bind_text(store, statement, 1, space);
    if (!store_row(store, statement)) return false;
    *next = store_copy(store, statement, 0);
    return true;
}

bool store_walk_all(Store *store, Arena *arena, bool (*each)(void *context, Text space, Text key, Text value),
                    void *context) {
    Spaces spaces = {each, context, {NULL, 0}, false};
    while (!spaces.stopped && space_after(store, arena, spaces.space, &spaces.space))
        if (!store_walk(store, arena, spaces.space, TEXT(""), TEXT(""), each_in_space, &spaces)) return false;
    return store->error.problem == STORE_OK;
}

bool store_drop_rebuildable(Store *store) {
    static const Statement drops[] = {STATEMENT_DROP_PROJECTIONS, STATEMENT_DROP_TREE, STATEMENT_DROP_SCOPES};
    for (size_t i = 0; i < sizeof drops / sizeof drops[0]; i++) {
        sqlite3_stmt *statement = store_statement(store, NULL, drops[i]);
        if (!statement || !store_done(store, statement)) return false;
    }
    return store_words_drop(store);
}
