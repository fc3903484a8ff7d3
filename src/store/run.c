#include "store/private.h"

typedef struct StatementRow {
    StoreMode mode;
    const char *sql;
} StatementRow;

static const StatementRow rows[STATEMENT_COUNT] = {
#define X(name, mode, sql) {STORE_##mode, sql},
    STATEMENTS(X)
#undef X
};

/* May a statement of this mode run now? */
static bool may_run(Store *store, StoreMode mode) {
    if (!store->db) return store_refuse(store, STORE_FAILED, "The book was closed.");
    if (!store->in_transaction)
        return store_refuse(store, STORE_FAILED, "Nothing was begun on \"%s\".", store->path);
    if (store->broken) return false; /* the error that broke it stays */
    if (mode == STORE_WRITE && store->transaction != STORE_WRITE)
        return store_refuse(store, STORE_READ_ONLY, "\"%s\" was opened for reading only.", store->path);
    return true;
}

static bool compile(Store *store, Statement id, sqlite3_stmt **out) {
    int code = sqlite3_prepare_v3(store->db, rows[id].sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);
    return code == SQLITE_OK || store_failed(store, code);
}

bool store_compiled(sqlite3_stmt *statement) {
    Text sql = text_of(sqlite3_sql(statement));
    for (int id = 0; id < STATEMENT_COUNT; id++)
        if (text_is(sql, rows[id].sql)) return true;
    return false;
}

bool store_prepare(Store *store, Statement id) {
    return store->statements[id] || compile(store, id, &store->statements[id]);
}

/* Ready for its parameters. */
static sqlite3_stmt *ready(Store *store, sqlite3_stmt *statement) {
    sqlite3_reset(statement);
    store->bound = SQLITE_OK;
    store->error = (StoreError){STORE_OK, {NULL, 0}};
    return statement;
}

sqlite3_stmt *store_statement(Store *store, Arena *caller, Statement id) {
    store->caller = caller;
    if (!may_run(store, rows[id].mode)) return NULL;
    if (!store_prepare(store, id)) return NULL;
    return ready(store, store->statements[id]);
}

sqlite3_stmt *store_lend(Store *store, Arena *caller, Statement id) {
    if (!store->lent[id]) {
        sqlite3_stmt *statement = store_statement(store, caller, id);
        store->lent[id] = statement != NULL;
        return statement;
    }
    sqlite3_stmt *another = NULL;
    store->caller = caller;
    if (!may_run(store, rows[id].mode) || !compile(store, id, &another)) return NULL;
    return ready(store, another);
}

void store_give_back(Store *store, Statement id, sqlite3_stmt *statement) {
    if (statement != store->statements[id]) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    store->lent[id] = false;
}

bool store_exec(Store *store, const char *sql) {
    int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || store_failed(store, code);
}

static void bound(Store *store, int code) {
    if (store->bound == SQLITE_OK) store->bound = code;
}

void store_bind_int(Store *store, sqlite3_stmt *statement, int at, uint64_t value) {
    bound(store, value <= INT64_MAX ? sqlite3_bind_int64(statement, at, (int64_t)value) : SQLITE_TOOBIG);
}

/* SQLite takes a NULL pointer for an SQL NULL, not for an empty text. */
static const char *at_of(Text text) {
    return text.len == 0 ? "" : text.at;
}

void store_bind_text(Store *store, sqlite3_stmt *statement, int at, Text text) {
    bound(store, sqlite3_bind_text64(statement, at, at_of(text), text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void store_bind_blob(Store *store, sqlite3_stmt *statement, int at, Text bytes) {
    bound(store, sqlite3_bind_blob64(statement, at, at_of(bytes), bytes.len, SQLITE_STATIC));
}

bool store_row(Store *store, sqlite3_stmt *statement) {
    if (store->bound != SQLITE_OK) return store_failed(store, store->bound);
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? false : store_failed(store, code);
}

bool store_done(Store *store, sqlite3_stmt *statement) {
    bool row = store_row(store, statement);
    sqlite3_reset(statement);
    return !row && store->error.problem == STORE_OK;
}

bool store_number(Store *store, Statement id, uint64_t *out) {
    sqlite3_stmt *statement = store_statement(store, NULL, id);
    if (!statement || !store_row(store, statement)) return false;
    *out = store_int(statement, 0);
    sqlite3_reset(statement);
    return true;
}

uint64_t store_int(sqlite3_stmt *statement, int column) {
    int64_t value = sqlite3_column_int64(statement, column);
    return value < 0 ? 0 : (uint64_t)value;
}

Text store_bytes(Store *store, sqlite3_stmt *statement, int column) {
    const void *at = sqlite3_column_blob(statement, column);
    int len = sqlite3_column_bytes(statement, column);
    if (!at && sqlite3_errcode(store->db) == SQLITE_NOMEM && store->caller) arena_fail(store->caller);
    return at && len > 0 ? (Text){at, (size_t)len} : (Text){NULL, 0};
}

Text store_copy(Store *store, sqlite3_stmt *statement, int column) {
    return text_copy(store->caller, store_bytes(store, statement, column));
}

bool store_digest(Store *store, sqlite3_stmt *statement, int column, Digest *out) {
    Text bytes = store_bytes(store, statement, column);
    if (bytes.len != DIGEST_SIZE) return false;
    for (size_t i = 0; i < DIGEST_SIZE; i++) out->bytes[i] = (uint8_t)bytes.at[i];
    return true;
}
