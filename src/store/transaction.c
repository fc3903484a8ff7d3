#include "store/private.h"

/* Resets every statement, and ends the cursors: those that were compiled for one of them are gone. SQLite's
 * index of words has statements of its own, which are its own to end. */
static void end_statements(Store *store) {
    sqlite3_stmt *next = NULL;
    for (sqlite3_stmt *at = sqlite3_next_stmt(store->db, NULL); at; at = next) {
        next = sqlite3_next_stmt(store->db, at);
        bool kept = false;
        for (int id = 0; id < STATEMENT_COUNT && !kept; id++) kept = store->statements[id] == at;
        if (kept)
            sqlite3_reset(at);
        else if (store_compiled(at))
            sqlite3_finalize(at);
    }
    for (int id = 0; id < STATEMENT_COUNT; id++) store->lent[id] = false;
    store->generation++;
}

static void end(Store *store) {
    end_statements(store);
    sqlite3_stmt *rollback = store->statements[STATEMENT_ROLLBACK];
    if (!sqlite3_get_autocommit(store->db)) sqlite3_step(rollback);
    sqlite3_reset(rollback);
    store->in_transaction = store->broken = false;
}

/* What begins and ends a transaction, which store_statement() would ask for. */
static bool transact(Store *store, Statement id) {
    if (!store_prepare(store, id)) return false;
    int code = sqlite3_step(store->statements[id]);
    sqlite3_reset(store->statements[id]);
    return code == SQLITE_DONE || store_failed(store, code);
}

static bool read_size(Store *store) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_SIZE);
    if (!statement || !store_row(store, statement)) return false;
    store->size = store_int(statement, 0);
    sqlite3_reset(statement);
    return true;
}

bool store_begin(Store *store, StoreMode mode) {
    store->caller = NULL;
    store->error = (StoreError){STORE_OK, {NULL, 0}};
    if (!store->db) return store_refuse(store, STORE_FAILED, "The book was closed.");
    if (store->in_transaction)
        return store_refuse(store, STORE_FAILED, "Work on \"%s\" has already begun.", store->path);
    if (mode == STORE_WRITE && store->mode != STORE_WRITE)
        return store_refuse(store, STORE_READ_ONLY, "\"%s\" was opened for reading only.", store->path);
    if (!store_prepare(store, STATEMENT_ROLLBACK)) return false;
    if (!transact(store, mode == STORE_WRITE ? STATEMENT_BEGIN_WRITE : STATEMENT_BEGIN_READ)) return false;
    store->in_transaction = true;
    store->transaction = mode;
    if (read_size(store)) return true; /* the first read is what takes a reader's lock */
    end(store);
    return false;
}

bool store_commit(Store *store) {
    if (!store->in_transaction)
        return store_refuse(store, STORE_FAILED, "Nothing was begun on \"%s\".", store->path);
    bool good = !store->broken;
    store->caller = NULL;
    end_statements(store);
    if (good) {
        store->error = (StoreError){STORE_OK, {NULL, 0}};
        good = transact(store, STATEMENT_COMMIT);
    }
    end(store);
    return good;
}

void store_rollback(Store *store) {
    if (store->in_transaction) end(store);
}

bool store_size(Store *store, uint64_t *entries) {
    *entries = store->size;
    return store->in_transaction;
}

StoreMode store_transaction(const Store *store) {
    return store->transaction;
}
