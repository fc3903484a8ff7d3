/* store: the book's file. The only room that speaks SQL, and the narrow interface behind which another
 * engine can stand: append a batch at an expected size, read a range, blobs, the vault, tree nodes,
 * checkpoints, and projections, all in one transaction.
 *
 * SQLite is opened with care (docs/ledger.md, "The file"): STRICT tables, application_id and user_version,
 * a rollback journal (TRUNCATE) with synchronous=FULL, foreign keys on, trusted_schema off, defensive,
 * cell_size_check, mmap_size 0, secure_delete. The rollback journal is chosen over WAL because releases of
 * SQLite before 3.51.3 can lose a commit when a WAL is reset; store_journal() says what is in force.
 * A book that this program reads may be hostile: reading uses no trigger, view or function of its schema.
 *
 * Enduring (law R2): entries, blobs, vault, kept checkpoints, the head. Rebuildable: projections and tree
 * nodes. Sequence numbers of entries start at 0, as leaf indexes of the hash tree do. */
#ifndef BYLAW_STORE_STORE_H
#define BYLAW_STORE_STORE_H

#include "base/digest.h"

typedef struct Store Store;

/* Why the store could not do a thing; `message` is a sentence with the mend where there is one. */
typedef enum StoreProblem {
    STORE_OK,
    STORE_NO_FILE,      /* there is no such file, or it cannot be read */
    STORE_NOT_A_BOOK,   /* a file, but no book */
    STORE_NEWER,        /* written by a newer release */
    STORE_EXISTS,       /* creating over a file that is there */
    STORE_BUSY,         /* another process holds the write lock for too long */
    STORE_READ_ONLY,
    STORE_FULL,         /* the disk is full; nothing was changed */
    STORE_DAMAGED,      /* SQLite found the file malformed */
    STORE_MOVED_ON,     /* append: the book has grown since its size was read */
    STORE_FAILED        /* anything else, in SQLite's words */
} StoreProblem;

typedef struct StoreError {
    StoreProblem problem;
    Text message; /* in the arena given to store_create/open */
} StoreError;

typedef enum StoreMode { STORE_READ, STORE_WRITE } StoreMode;

/* `path` names the file. The store lives until store_close() or until its arena is freed. */
Store *store_create(Arena *arena, Text path, StoreError *error);
Store *store_open(Arena *arena, Text path, StoreMode mode, StoreError *error);
void store_close(Store *store);

/* The last problem of a call that returned false. */
const StoreError *store_error(const Store *store);

/* How commits are kept safe, for `version`: "rollback journal (truncate), synchronous full". */
Text store_journal(void);
Text store_library(void); /* "SQLite 3.40.1" */

/* A write takes the write lock first, so that what is read in it cannot have changed at its commit. A read
 * sees one state throughout. Every other call happens inside one of them. */
bool store_begin(Store *store, StoreMode mode);
bool store_commit(Store *store); /* durable when it returns true */
void store_rollback(Store *store);

bool store_size(Store *store, uint64_t *entries);

/* Appends one entry at seq == the present size; anything else is STORE_MOVED_ON. `scope` is the case,
 * meeting or other subject by which its entries are found again (may be empty). */
bool store_append(Store *store, uint64_t seq, Text scope, Text bytes);

/* Reads. `bytes` stays valid until the next call on the store, unless copied. false with STORE_OK: none. */
bool store_entry(Store *store, uint64_t seq, Text *bytes);
typedef struct EntryCursor EntryCursor;
EntryCursor *store_entries(Store *store, Arena *arena, uint64_t from, uint64_t until);  /* [from, until) */
EntryCursor *store_entries_of(Store *store, Arena *arena, Text scope);                  /* in order of seq */
bool entry_cursor_next(EntryCursor *cursor, uint64_t *seq, Text *bytes);
void entry_cursor_close(EntryCursor *cursor);

/* Content-addressed; the caller has hashed. Putting one that is there does nothing. */
bool store_blob_put(Store *store, Digest digest, Text bytes);
bool store_blob(Store *store, Arena *arena, Digest digest, Text *bytes);
/* Walks all blobs in the order of their digests: calls each() until it returns false. */
bool store_blobs(Store *store, Arena *arena, bool (*each)(void *context, Digest digest, Text bytes), void *context);

/* The vault: what may be erased. The commitment is the key. */
bool store_vault_put(Store *store, Digest commitment, Text salt, Text value);
bool store_vault(Store *store, Arena *arena, Digest commitment, Text *salt, Text *value); /* false, STORE_OK: not there, or erased */

/* Nodes of the hash tree: the digest of a complete subtree of 2^level leaves, level >= 1. */
bool store_node_put(Store *store, unsigned level, uint64_t index, Digest digest);
bool store_node(Store *store, unsigned level, uint64_t index, Digest *digest);

/* The signed head: one, replaced by each commit. Empty text: none yet. */
bool store_head_put(Store *store, uint64_t size, Text note);
bool store_head(Store *store, Arena *arena, uint64_t *size, Text *note);
/* Checkpoints that are kept: those handed out, and one a day. `day` is a civil date's text, or empty. */
bool store_checkpoint_keep(Store *store, uint64_t size, Text day, Text note);
bool store_checkpoints(Store *store, Arena *arena, bool (*each)(void *context, uint64_t size, Text note), void *context);

/* Projections: ordered maps from key to bytes, one for each space ("case", "motion", "timer"). Keys are
 * compared by bytes. Putting an empty value removes the key. */
bool store_put(Store *store, Text space, Text key, Text value);
bool store_get(Store *store, Arena *arena, Text space, Text key, Text *value); /* false, STORE_OK: none */
typedef bool ProjectionEach(void *context, Text key, Text value);              /* false stops the walk */
/* Those with from <= key < until in order; an empty `until` is the end of the space. */
bool store_walk(Store *store, Arena *arena, Text space, Text from, Text until, ProjectionEach *each, void *context);
bool store_walk_all(Store *store, Arena *arena, bool (*each)(void *context, Text space, Text key, Text value), void *context);
bool store_drop_rebuildable(Store *store); /* projections and tree nodes, before a rebuild */

/* The book's own settings that are no projection: "origin" and the like. */
bool store_meta_put(Store *store, Text name, Text value);
bool store_meta(Store *store, Arena *arena, Text name, Text *value);

#endif
