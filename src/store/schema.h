/* The schema of a book, private to the store: one row for each object, as sqlite_schema keeps it. What a
 * book holds is compared with these texts when it is opened. */
#ifndef BYLAW_STORE_SCHEMA_H
#define BYLAW_STORE_SCHEMA_H

#include "store/private.h"

enum {
    BOOK_APPLICATION_ID = 0x62796c77, /* "bylw" */
    BOOK_VERSION = 1                  /* user_version */
};

/* T(name, columns): a table.  G(name, table, when, does): a trigger that keeps a table append-only. An
 * INSERT OR REPLACE overwrites without an UPDATE or a DELETE, so inserting is guarded too. */
#define BOOK_SCHEMA(T, G)                                                                                    \
    T(entries, "(seq INTEGER PRIMARY KEY CHECK (seq >= 0), bytes BLOB NOT NULL) STRICT")                     \
    T(scopes, "(scope TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (scope, seq)) STRICT, WITHOUT ROWID") \
    T(tree, "(seq INTEGER PRIMARY KEY, digests BLOB NOT NULL) STRICT")                                       \
    T(blobs, "(digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT")                                    \
    T(evidence, "(digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT")                                 \
    T(vault, "(commitment BLOB NOT NULL PRIMARY KEY, salt BLOB, value BLOB) STRICT, WITHOUT ROWID")          \
    T(checkpoints, "(size INTEGER PRIMARY KEY, day TEXT UNIQUE, note TEXT NOT NULL) STRICT")                 \
    T(deliveries,                                                                                            \
      "(key TEXT NOT NULL PRIMARY KEY, attempts INTEGER NOT NULL, next INTEGER NOT NULL, sent INTEGER NOT "  \
      "NULL, why TEXT NOT NULL) STRICT, WITHOUT ROWID")                                                      \
    T(head, "(id INTEGER PRIMARY KEY CHECK (id = 0), size INTEGER NOT NULL, note TEXT NOT NULL) STRICT")     \
    T(projections,                                                                                           \
      "(space TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, UNIQUE (space, key)) STRICT")           \
    T(meta, "(name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID")                   \
    G(entries_insert,                                                                                        \
      "INSERT ON entries WHEN new.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entries)",               \
      "RAISE(ABORT, 'entries are appended at the end of the ledger only')")                                  \
    G(entries_update, "UPDATE ON entries", "RAISE(ABORT, 'entries are never changed')")                      \
    G(entries_delete, "DELETE ON entries", "RAISE(ABORT, 'entries are never removed')")                      \
    G(blobs_insert, "INSERT ON blobs WHEN EXISTS (SELECT 1 FROM blobs WHERE digest = new.digest)",           \
      "RAISE(IGNORE)")                                                                                       \
    G(blobs_update, "UPDATE ON blobs", "RAISE(ABORT, 'blobs are never changed')")                            \
    G(blobs_delete, "DELETE ON blobs", "RAISE(ABORT, 'blobs are never removed')")                            \
    G(evidence_insert, "INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence WHERE digest = new.digest)",  \
      "RAISE(IGNORE)")                                                                                       \
    G(evidence_update, "UPDATE ON evidence", "RAISE(ABORT, 'evidence is never changed')")                    \
    G(checkpoints_insert,                                                                                    \
      "INSERT ON checkpoints WHEN EXISTS (SELECT 1 FROM checkpoints WHERE size = new.size OR day = "         \
      "new.day)",                                                                                            \
      "RAISE(IGNORE)")                                                                                       \
    G(checkpoints_update, "UPDATE ON checkpoints", "RAISE(ABORT, 'checkpoints are never changed')")          \
    G(checkpoints_delete, "DELETE ON checkpoints", "RAISE(ABORT, 'checkpoints are never removed')")

/* What is searched (words.c): made when somebody first searches, and dropped by a rebuild. SQLite keeps the
 * index in tables of its own choice, whose names begin as its does. */
#define WORDS_TABLE(where)                                                                                   \
    "CREATE VIRTUAL TABLE " where                                                                            \
    "found USING fts5(said, subject UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
#define WORDS_SIZE_TABLE                                                                                     \
    "CREATE TABLE indexed (id INTEGER PRIMARY KEY CHECK (id = 0), size INTEGER NOT NULL) STRICT"

/* Makes every object; inside a transaction. */
bool schema_create(Store *store);

/* Is what the file holds this schema? For reading, triggers and views are passed over (they are switched
 * off); for writing, everything must be as this release makes it. */
bool schema_check(Store *store, StoreMode mode);

#endif
