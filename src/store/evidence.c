/* Files of evidence, written and read piece by piece through SQLite's own handle on one value. */
#include "store/private.h"

typedef struct Place {
    sqlite3_int64 row;
    uint64_t size;
} Place;

static bool find(Store *store, Digest digest, Place *place) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_EVIDENCE_ROW);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&digest));
    if (!store_row(store, statement)) return false;
    *place = (Place){sqlite3_column_int64(statement, 0), store_int(statement, 1)};
    sqlite3_reset(statement);
    return true;
}

static bool make_room(Store *store, Digest digest, uint64_t size) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_EVIDENCE_ADD);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&digest));
    store_bind_int(store, statement, 2, size);
    return store_done(store, statement);
}

static size_t piece_at(uint64_t at, uint64_t size) {
    return size - at < EVIDENCE_PIECE ? (size_t)(size - at) : EVIDENCE_PIECE;
}

static int pour_in(sqlite3_blob *value, uint64_t size, EvidenceFill *fill, void *context, bool *filled) {
    char piece[EVIDENCE_PIECE];
    int code = SQLITE_OK;
    for (uint64_t at = 0; code == SQLITE_OK && *filled && at < size; at += piece_at(at, size)) {
        *filled = fill(context, piece, piece_at(at, size));
        if (*filled) code = sqlite3_blob_write(value, piece, (int)piece_at(at, size), (int)at);
    }
    return code;
}

bool store_evidence_put(Store *store, Digest digest, uint64_t size, EvidenceFill *fill, void *context) {
    Place place;
    sqlite3_blob *value = NULL;
    bool filled = true;
    if (find(store, digest, &place)) return true;
    if (store->error.problem != STORE_OK || !make_room(store, digest, size) || !find(store, digest, &place))
        return false;
    int code = sqlite3_blob_open(store->db, "main", "evidence", "bytes", place.row, 1, &value);
    if (code == SQLITE_OK) code = pour_in(value, size, fill, context, &filled);
    int closed = sqlite3_blob_close(value);
    if (code == SQLITE_OK) code = closed;
    if (code != SQLITE_OK) return store_failed(store, code);
    return filled ||
           store_refuse(store, STORE_FAILED, "A file changed while it was put into \"%s\".", store->path);
}

static int pour_out(sqlite3_blob *value, uint64_t size, EvidenceEach *each, void *context) {
    char piece[EVIDENCE_PIECE];
    int code = SQLITE_OK;
    bool more = true;
    for (uint64_t at = 0; code == SQLITE_OK && more && at < size; at += piece_at(at, size)) {
        code = sqlite3_blob_read(value, piece, (int)piece_at(at, size), (int)at);
        if (code == SQLITE_OK) more = each(context, (Text){piece, piece_at(at, size)});
    }
    return code;
}

bool store_evidence(Store *store, Digest digest, EvidenceEach *each, void *context) {
    Place place;
    sqlite3_blob *value = NULL;
    if (!find(store, digest, &place)) return false;
    int code = sqlite3_blob_open(store->db, "main", "evidence", "bytes", place.row, 0, &value);
    if (code == SQLITE_OK) code = pour_out(value, place.size, each, context);
    sqlite3_blob_close(value);
    return code == SQLITE_OK || store_failed(store, code);
}

bool store_evidence_remove(Store *store, Digest digest) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_EVIDENCE_REMOVE);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, digest_text(&digest));
    return store_done(store, statement);
}

bool store_evidence_after(Store *store, const Digest *after, Digest *digest) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_EVIDENCE_AFTER);
    if (!statement) return false;
    store_bind_blob(store, statement, 1, after ? digest_text(after) : TEXT(""));
    return store_row(store, statement) && store_digest(store, statement, 0, digest);
}
