#include "store/private.h"

bool store_blob_put(Store *store, Digest digest, Text bytes) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_BLOB_ADD);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&digest));
    store_bind_blob(store, statement, 2, bytes);
    return store_done(store, statement);
}

bool store_blob(Store *store, Arena *arena, Digest digest, Text *bytes) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_BLOB);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&digest));
    if (!store_row(store, statement)) return false;
    *bytes = store_copy(store, statement, 0);
    return true;
}

/* The first row of a table that is ordered by a digest, past `after` (NULL: the very first). */
static sqlite3_stmt *row_after(Store *store, Arena *arena, Statement id, const Digest *after) {
    sqlite3_stmt *statement = store_statement(store, arena, id);
    if (!statement) return NULL;
    store_bind_blob(store, statement, 1, after ? digest_text(after) : TEXT(""));
    return store_row(store, statement) ? statement : NULL;
}

static bool no_digest(Store *store, const char *what) {
    return store_refuse(store, STORE_DAMAGED, "\"%s\" has a %s whose name is no SHA-256 digest.", store->path,
                        what);
}

bool store_blob_after(Store *store, Arena *arena, const Digest *after, Digest *digest, Text *bytes) {
    sqlite3_stmt *statement = row_after(store, arena, STATEMENT_BLOB_AFTER, after);
    if (!statement) return false;
    if (!store_digest(store, statement, 0, digest)) return no_digest(store, "blob");
    *bytes = store_copy(store, statement, 1);
    return true;
}

bool store_vault_put(Store *store, Digest commitment, Text salt, Text value) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_VAULT_ADD);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&commitment));
    store_bind_blob(store, statement, 2, salt);
    store_bind_blob(store, statement, 3, value);
    return store_done(store, statement);
}

static bool was_erased(sqlite3_stmt *statement, int column) {
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}

bool store_vault(Store *store, Arena *arena, Digest commitment, Text *salt, Text *value) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_VAULT);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&commitment));
    if (!store_row(store, statement) || was_erased(statement, 0) || was_erased(statement, 1)) return false;
    *salt = store_copy(store, statement, 0);
    *value = store_copy(store, statement, 1);
    return true;
}

bool store_vault_after(Store *store, Arena *arena, const Digest *after, VaultItem *out) {
    sqlite3_stmt *statement = row_after(store, arena, STATEMENT_VAULT_AFTER, after);
    if (!statement) return false;
    if (!store_digest(store, statement, 0, &out->commitment)) return no_digest(store, "value in its vault");
    bool salt_gone = was_erased(statement, 1), value_gone = was_erased(statement, 2);
    out->erased = salt_gone && value_gone;
    out->halved = salt_gone != value_gone;
    out->salt = store_copy(store, statement, 1);
    out->value = store_copy(store, statement, 2);
    return true;
}
