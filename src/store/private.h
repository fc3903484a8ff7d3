/* What the store's own files share. The SQL that runs on an open book is in STATEMENTS, a row each; a
 * statement is compiled when it is first used, once for each Store. */
#ifndef BYLAW_STORE_PRIVATE_H
#define BYLAW_STORE_PRIVATE_H

#include "store/store.h"
#include <sqlite3.h>

enum {
    STORE_PATIENCE_MS = 10000, /* how long to wait for another process's lock */
    STORE_LARGEST = 64 << 20,  /* bytes of one blob or value */
    STORE_WORDS = 640          /* bytes of an error's sentence */
};

/* name, the mode of the transaction it needs, its SQL */
#define STATEMENTS(X)                                                                                        \
    X(BEGIN_READ, READ, "BEGIN")                                                                             \
    X(BEGIN_WRITE, READ, "BEGIN IMMEDIATE")                                                                  \
    X(COMMIT, READ, "COMMIT")                                                                                \
    X(ROLLBACK, READ, "ROLLBACK")                                                                            \
    X(SIZE, READ, "SELECT coalesce(max(seq) + 1, 0) FROM entries")                                           \
    X(ENTRY_ADD, WRITE, "INSERT INTO entries (seq, bytes) VALUES (?1, ?2)")                                  \
    X(ENTRY, READ, "SELECT bytes FROM entries WHERE seq = ?1")                                               \
    X(ENTRIES, READ, "SELECT seq, bytes FROM entries WHERE seq >= ?1 AND seq < ?2 ORDER BY seq")             \
    X(LEAVES, READ,                                                                                          \
      "SELECT entries.seq, bytes, digests FROM entries LEFT JOIN tree ON tree.seq = entries.seq"             \
      " WHERE entries.seq >= ?1 AND entries.seq < ?2 ORDER BY entries.seq")                                  \
    X(ENTRIES_OF, READ,                                                                                      \
      "SELECT entries.seq, bytes FROM scopes JOIN entries ON entries.seq = scopes.seq"                       \
      " WHERE scope = ?1 ORDER BY scopes.seq")                                                               \
    X(SCOPE_ADD, WRITE, "INSERT INTO scopes (scope, seq) VALUES (?1, ?2)")                                   \
    X(SCOPE, READ, "SELECT 1 FROM scopes WHERE scope = ?1 AND seq = ?2")                                     \
    X(SCOPE_COUNT, READ, "SELECT count(*) FROM scopes")                                                      \
    X(NODES_PUT, WRITE, "INSERT INTO tree (seq, digests) VALUES (?1, ?2)")                                   \
    X(NODES, READ, "SELECT digests FROM tree WHERE seq = ?1")                                                \
    X(NODES_SIZE, READ, "SELECT coalesce(max(seq) + 1, 0) FROM tree")                                        \
    X(BLOB_ADD, WRITE, "INSERT INTO blobs (digest, bytes) VALUES (?1, ?2)")                                  \
    X(BLOB, READ, "SELECT bytes FROM blobs WHERE digest = ?1")                                               \
    X(BLOB_AFTER, READ,                                                                                      \
      "SELECT digest, bytes FROM blobs WHERE digest > ?1 AND length(digest) = 32 ORDER BY digest LIMIT 1")   \
    X(EVIDENCE_ADD, WRITE, "INSERT INTO evidence (digest, bytes) VALUES (?1, zeroblob(?2))")                 \
    X(EVIDENCE_ROW, READ, "SELECT rowid, length(bytes) FROM evidence WHERE digest = ?1")                     \
    X(EVIDENCE_REMOVE, WRITE, "DELETE FROM evidence WHERE digest = ?1")                                      \
    X(EVIDENCE_AFTER, READ,                                                                                  \
      "SELECT digest FROM evidence WHERE digest > ?1 AND length(digest) = 32 ORDER BY digest LIMIT 1")       \
    X(DELIVERY_PUT, WRITE,                                                                                   \
      "INSERT INTO deliveries (key, attempts, next, sent, why) VALUES (?1, ?2, ?3, ?4, ?5)"                  \
      " ON CONFLICT (key) DO UPDATE SET attempts = excluded.attempts, next = excluded.next,"                 \
      " sent = excluded.sent, why = excluded.why")                                                           \
    X(DELIVERY, READ, "SELECT attempts, next, sent, why FROM deliveries WHERE key = ?1")                     \
    X(DELIVERED_AFTER, READ, "SELECT key FROM deliveries WHERE sent = 1 AND key > ?1 ORDER BY key LIMIT 1")  \
    X(VAULT_ADD, WRITE, "INSERT INTO vault (commitment, salt, value) VALUES (?1, ?2, ?3)")                   \
    X(VAULT, READ, "SELECT salt, value FROM vault WHERE commitment = ?1")                                    \
    X(VAULT_AFTER, READ,                                                                                     \
      "SELECT commitment, salt, value FROM vault WHERE commitment > ?1 AND length(commitment) = 32 ORDER "   \
      "BY commitment LIMIT 1")                                                                               \
    X(HEAD_PUT, WRITE,                                                                                       \
      "INSERT INTO head (id, size, note) VALUES (0, ?1, ?2)"                                                 \
      " ON CONFLICT (id) DO UPDATE SET size = excluded.size, note = excluded.note")                          \
    X(HEAD, READ, "SELECT size, note FROM head WHERE id = 0")                                                \
    X(CHECKPOINT_ADD, WRITE, "INSERT INTO checkpoints (size, day, note) VALUES (?1, ?2, ?3)")                \
    X(CHECKPOINTS_SIZE, READ, "SELECT coalesce(max(size), 0) FROM checkpoints")                              \
    X(CHECKPOINT_FROM, READ, "SELECT size, note FROM checkpoints WHERE size >= ?1 ORDER BY size LIMIT 1")    \
    X(STRAY, READ,                                                                                           \
      "SELECT CASE WHEN EXISTS (SELECT 1 FROM entries WHERE seq < 0) THEN 'entries'"                         \
      " WHEN EXISTS (SELECT 1 FROM tree WHERE seq < 0) THEN 'tree'"                                          \
      " WHEN EXISTS (SELECT 1 FROM scopes WHERE seq < 0) THEN 'scopes'"                                      \
      " WHEN EXISTS (SELECT 1 FROM checkpoints WHERE size < 0) THEN 'checkpoints'"                           \
      " WHEN EXISTS (SELECT 1 FROM head WHERE id <> 0 OR size < 0 OR note = '') THEN 'head'"                 \
      " WHEN EXISTS (SELECT 1 FROM blobs WHERE length(digest) <> 32) THEN 'blobs'"                           \
      " WHEN EXISTS (SELECT 1 FROM evidence WHERE length(digest) <> 32) THEN 'evidence'"                     \
      " WHEN EXISTS (SELECT 1 FROM vault WHERE length(commitment) <> 32) THEN 'vault' END")                  \
    X(PUT, WRITE,                                                                                            \
      "INSERT INTO projections (space, key, value) VALUES (?1, ?2, ?3)"                                      \
      " ON CONFLICT (space, key) DO UPDATE SET value = excluded.value")                                      \
    X(REMOVE, WRITE, "DELETE FROM projections WHERE space = ?1 AND key = ?2")                                \
    X(GET, READ, "SELECT value FROM projections WHERE space = ?1 AND key = ?2")                              \
    X(WALK, READ, "SELECT key, value FROM projections WHERE space = ?1 AND key >= ?2 ORDER BY key LIMIT 1")  \
    X(WALK_SPACE, READ, "SELECT space FROM projections WHERE space > ?1 ORDER BY space LIMIT 1")             \
    X(DROP_PROJECTIONS, WRITE, "DELETE FROM projections")                                                    \
    X(DROP_TREE, WRITE, "DELETE FROM tree")                                                                  \
    X(DROP_SCOPES, WRITE, "DELETE FROM scopes")                                                              \
    X(WORDS_MADE, READ, "SELECT 1 FROM main.sqlite_schema WHERE name = 'indexed'")                           \
    X(WORDS_SIZE, READ, "SELECT coalesce(max(size), 0) FROM indexed")                                        \
    X(WORDS_SIZE_PUT, WRITE,                                                                                 \
      "INSERT INTO indexed (id, size) VALUES (0, ?1) ON CONFLICT (id) DO UPDATE SET size = excluded.size")   \
    X(WORDS_PUT, WRITE, "INSERT INTO main.found (rowid, said, subject) VALUES (?1, ?2, ?3)")                 \
    X(WORDS_HOLD, READ, "INSERT INTO temp.found (rowid, said, subject) VALUES (?1, ?2, ?3)")                 \
    X(WORDS, READ, "SELECT rowid, subject FROM found WHERE found MATCH ?1 ORDER BY rowid DESC")              \
    X(WORDS_AROUND, READ,                                                                                    \
      "SELECT snippet(found, 0, '', '', '...', 24) FROM found WHERE found MATCH ?1 AND rowid = ?2")          \
    X(META_PUT, WRITE,                                                                                       \
      "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "             \
      "excluded.value")                                                                                      \
    X(META, READ, "SELECT value FROM meta WHERE name = ?1")

typedef enum Statement {
#define X(name, mode, sql) STATEMENT_##name,
    STATEMENTS(X)
#undef X
        STATEMENT_COUNT
} Statement;

struct Store {
    sqlite3 *db; /* NULL once closed */
    const char *path;
    StoreMode mode, transaction;
    bool in_transaction;
    bool broken;         /* a call failed in this transaction: it can only be rolled back */
    uint64_t generation; /* of the transaction; cursors of an earlier one have ended */
    uint64_t size;
    Arena *caller; /* of the call at work, where running out of memory leads; may be NULL */
    int bound;     /* SQLite's first complaint about a parameter */
    sqlite3_stmt *statements[STATEMENT_COUNT];
    bool lent[STATEMENT_COUNT]; /* to a cursor */
    StoreError error, breach;   /* of the last call; and what broke this transaction */
    char words[STORE_WORDS];
};

/* error.c: how a call fails; each returns false. */
bool store_failed(Store *store, int code); /* in a sentence for SQLite's answer */
bool store_refuse(Store *store, StoreProblem problem, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* run.c: the way to a statement of the table and through it. `caller` may be NULL. */
sqlite3_stmt *store_statement(Store *store, Arena *caller, Statement id); /* NULL: the reason is noted */
bool store_prepare(Store *store, Statement id); /* now, for when there may be no memory */
sqlite3_stmt *store_lend(Store *store, Arena *caller, Statement id); /* to a cursor */
void store_give_back(Store *store, Statement id, sqlite3_stmt *statement);
bool store_compiled(sqlite3_stmt *statement);                 /* out of the table? */
bool store_exec(Store *store, const char *sql);               /* constant SQL outside the table */
bool store_number(Store *store, Statement id, uint64_t *out); /* what one without parameters answers */
void store_bind_int(Store *store, sqlite3_stmt *statement, int at, uint64_t value);
void store_bind_text(Store *store, sqlite3_stmt *statement, int at, Text text);
void store_bind_blob(Store *store, sqlite3_stmt *statement, int at, Text bytes);
bool store_row(Store *store, sqlite3_stmt *statement);  /* steps; false with STORE_OK: no row */
bool store_done(Store *store, sqlite3_stmt *statement); /* steps a statement that writes */
uint64_t store_int(sqlite3_stmt *statement, int column);
Text store_bytes(Store *store, sqlite3_stmt *statement, int column); /* until the statement's next step */
Text store_copy(Store *store, sqlite3_stmt *statement, int column);  /* in the caller's arena */
bool store_digest(Store *store, sqlite3_stmt *statement, int column, Digest *out); /* false: no digest */

#endif
