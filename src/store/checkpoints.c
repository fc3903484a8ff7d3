#include "store/private.h"

bool store_head_put(Store *store, uint64_t size, Text note) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_HEAD_PUT);
    if (!statement) return false;
    store_bind_int(store, statement, 1, size);
    store_bind_text(store, statement, 2, note);
    return store_done(store, statement);
}

bool store_head(Store *store, Arena *arena, uint64_t *size, Text *note) {
    *size = 0;
    *note = (Text){NULL, 0};
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_HEAD);
    if (!statement) return false;
    if (!store_row(store, statement)) return store->error.problem == STORE_OK;
    *size = store_int(statement, 0);
    *note = store_copy(store, statement, 1);
    return true;
}

bool store_stray(Store *store, Arena *arena, Text *table) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_STRAY);
    if (!statement || !store_row(store, statement)) return false;
    *table = store_copy(store, statement, 0);
    return true;
}

bool store_checkpoint_keep(Store *store, uint64_t size, Text day, Text note) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_CHECKPOINT_ADD);
    if (!statement) return false;
    store_bind_int(store, statement, 1, size);
    if (text_empty(day))
        sqlite3_bind_null(statement, 2);
    else
        store_bind_text(store, statement, 2, day);
    store_bind_text(store, statement, 3, note);
    return store_done(store, statement);
}

bool store_checkpoints_size(Store *store, uint64_t *size) {
    return store_number(store, STATEMENT_CHECKPOINTS_SIZE, size);
}

static bool checkpoint_from(Store *store, Arena *arena, uint64_t from, uint64_t *size, Text *note) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_CHECKPOINT_FROM);
    if (!statement) return false;
    store_bind_int(store, statement, 1, from);
    if (!store_row(store, statement)) return false;
    *size = store_int(statement, 0);
    *note = store_copy(store, statement, 1);
    return true;
}

bool store_checkpoints(Store *store, Arena *arena, bool (*each)(void *context, uint64_t size, Text note),
                       void *context) {
    uint64_t size = 0;
    Text note;
    bool more = checkpoint_from(store, arena, 0, &size, &note);
    while (more && each(context, size, note) && size < INT64_MAX)
        more = checkpoint_from(store, arena, size + 1, &size, &note);
    return store->error.problem == STORE_OK;
}

bool store_meta_put(Store *store, Text name, Text value) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_META_PUT);
    if (!statement) return false;
    store_bind_text(store, statement, 1, name);
    store_bind_blob(store, statement, 2, value);
    return store_done(store, statement);
}

bool store_meta(Store *store, Arena *arena, Text name, Text *value) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_META);
    if (!statement) return false;
    store_bind_text(store, statement, 1, name);
    if (!store_row(store, statement)) return false;
    *value = store_copy(store, statement, 0);
    return true;
}
