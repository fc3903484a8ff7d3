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
 * Enduring (law R2): entries, blobs, evidence, vault, kept checkpoints, the head. Rebuildable: projections,
 * tree nodes, which entries a scope has, and the index of words. Sequence numbers of entries start at 0, as
 * leaf indexes of the tree do.
 *
 * A call that fails inside a transaction breaks it: all that follow fail too, store_commit() among them, so
 * that nothing is ever half done. A call that finds nothing fails with STORE_OK and breaks nothing. */
#ifndef BYLAW_STORE_STORE_H
#define BYLAW_STORE_STORE_H

#include "base/digest.h"

typedef struct Store Store;

/* Why the store could not do a thing; `message` is a sentence with the mend where there is one. */
typedef enum StoreProblem {
    STORE_OK,
    STORE_NO_FILE,    /* there is no such file, or it cannot be read */
    STORE_NOT_A_BOOK, /* a file, but no book */
    STORE_NEWER,      /* written by a newer release */
    STORE_EXISTS,     /* creating over a file that is there */
    STORE_BUSY,       /* another process holds the write lock for too long */
    STORE_READ_ONLY,
    STORE_INTERRUPTED, /* reading: a command was cut off; opening once for writing undoes its half */
    STORE_FULL,        /* the disk is full; nothing was changed */
    STORE_DAMAGED,     /* SQLite found the file malformed */
    STORE_ALTERED,     /* a readable file, with something in it that no release of this program put there */
    STORE_MOVED_ON,    /* append: the book has grown since its size was read */
    STORE_FAILED       /* anything else, in SQLite's words */
} StoreProblem;

typedef struct StoreError {
    StoreProblem problem;
    Text message; /* in the arena given to store_create/open; of store_error(): until the next problem */
} StoreError;

typedef enum StoreMode { STORE_READ, STORE_WRITE } StoreMode;

/* `path` names the file. The store lives until store_close() or until its arena is freed. store_create()
 * makes a file that only its owner may read, and leaves none behind when it fails.
 *
 * STORE_READ changes nothing on the disk, ever: it works on a read-only file system, and on a book whose
 * layout somebody has added triggers or views to, since they are switched off. It cannot undo the half of a
 * command that was cut off by a crash (STORE_INTERRUPTED): only opening with STORE_WRITE does, since SQLite
 * then follows what the journal beside the book says; do that with books of one's own, not with a stranger's.
 * STORE_WRITE wants the layout to be exactly as this release makes it. */
Store *store_create(Arena *arena, Text path, StoreError *error);
Store *store_open(Arena *arena, Text path, StoreMode mode, StoreError *error);
void store_close(Store *store);

/* The last problem of a call that returned false. */
const StoreError *store_error(const Store *store);
/* Why a call failed in this transaction, though later ones went well; NULL: none did. What was read in it
 * must then not be believed: a cursor that fails ends as one does that has come to its end. */
const StoreError *store_broken(const Store *store);

/* For the rooms above: the transaction cannot go on, since what is stored does not hold together. Notes
 * STORE_ALTERED with what is said, after the book's name ("its signed head is gone"), and the mend. False. */
bool store_altered(Store *store, Text what);

/* How commits are kept safe, for `version`: "rollback journal (truncate), synchronous full". */
Text store_journal(void);
Text store_library(void); /* "SQLite 3.40.1" */

/* A write takes the write lock first, so that what is read in it cannot have changed at its commit. A read
 * sees one state throughout. Every other call happens inside one of them. */
bool store_begin(Store *store, StoreMode mode);
bool store_commit(Store *store); /* durable when it returns true */
void store_rollback(Store *store);
StoreMode store_transaction(const Store *store); /* of the one that was begun */

bool store_size(Store *store, uint64_t *entries);

/* Appends one entry at seq == the present size; anything else is STORE_MOVED_ON. `scope` is the case,
 * meeting or other subject by which its entries are found again (may be empty). */
bool store_append(Store *store, uint64_t seq, Text scope, Text bytes);

/* Reads. `bytes` stays valid until the next call on the store, unless copied. false with STORE_OK: none. */
bool store_entry(Store *store, uint64_t seq, Text *bytes);

/* Several cursors may be open, and calls made between their steps: `bytes` of a cursor stays valid until its
 * next step. One ends when it has answered false, when it is closed, and with its transaction. */
typedef struct EntryCursor EntryCursor;
EntryCursor *store_entries(Store *store, Arena *arena, uint64_t from, uint64_t until); /* [from, until) */
EntryCursor *store_entries_of(Store *store, Arena *arena, Text scope);                 /* in order of seq */
bool entry_cursor_next(EntryCursor *cursor, uint64_t *seq, Text *bytes);
void entry_cursor_close(EntryCursor *cursor);

/* The entries of a scope, as store_append() noted them: for making that again, and for verifying it. */
bool store_scope_put(Store *store, uint64_t seq, Text scope);
bool store_scope_has(Store *store, uint64_t seq, Text scope); /* false, STORE_OK: it has not */
bool store_scope_count(Store *store, uint64_t *count);        /* over all scopes */

/* Content-addressed; the caller has hashed. Putting one that is there does nothing. */
bool store_blob_put(Store *store, Digest digest, Text bytes);
bool store_blob(Store *store, Arena *arena, Digest digest, Text *bytes);
/* The blob whose digest follows `after` (NULL: the first). false, STORE_OK: there is none. */
bool store_blob_after(Store *store, Arena *arena, const Digest *after, Digest *digest, Text *bytes);

/* Files of evidence: content-addressed as blobs are, but they can be removed, and are never in memory whole.
 * fill() gives the next `size` bytes, each() takes them; either may say false, which breaks the transaction
 * of one and ends the other. */
typedef bool EvidenceFill(void *context, char *into, size_t size);
typedef bool EvidenceEach(void *context, Text piece);
enum { EVIDENCE_PIECE = 64 * 1024 }; /* bytes of a piece at most */
/* Putting one that is there does nothing. */
bool store_evidence_put(Store *store, Digest digest, uint64_t size, EvidenceFill *fill, void *context);
bool store_evidence(Store *store, Digest digest, EvidenceEach *each, void *context); /* STORE_OK: none */
bool store_evidence_remove(Store *store, Digest digest);
/* The one whose digest follows `after` (NULL: the first). false, STORE_OK: there is none. */
bool store_evidence_after(Store *store, const Digest *after, Digest *digest);

/* What became of messages that were to be sent, by their keys: how often it was tried, when it is tried again
 * (seconds since 1970), and what went wrong. */
typedef struct Delivery {
    uint64_t attempts, next;
    bool sent;
    Text why;
} Delivery;
bool store_delivery_put(Store *store, Text key, const Delivery *delivery);
bool store_delivery(Store *store, Arena *arena, Text key, Delivery *out); /* false, STORE_OK: not tried yet */
bool store_delivered_after(Store *store, Arena *arena, Text after, Text *key); /* the next that was sent */

/* The vault: what may be erased. The commitment is the key. */
bool store_vault_put(Store *store, Digest commitment, Text salt, Text value);
bool store_vault(Store *store, Arena *arena, Digest commitment, Text *salt,
                 Text *value); /* false, STORE_OK: not there, or erased */
typedef struct VaultItem {
    Digest commitment;
    bool erased; /* salt and value are gone, both */
    bool halved; /* one is gone, and the other left: this program erases both */
    Text salt, value;
} VaultItem;
bool store_vault_after(Store *store, Arena *arena, const Digest *after,
                       VaultItem *out); /* as store_blob_after() */

/* Nodes of the hash tree. `made` are the digests that appending entry `seq` made: its leaf, and the roots of
 * the complete subtrees that it ends, of 2, 4, 8 ... leaves. */
bool store_nodes_put(Store *store, uint64_t seq, const Digest *made, size_t count);
bool store_nodes_size(Store *store, uint64_t *size); /* one past the last entry that has nodes */
/* The root of the complete subtree of 2^level leaves at `index`; level 0 is a leaf. */
bool store_node(Store *store, unsigned level, uint64_t index, Digest *digest);
/* Entries together with the nodes stored for each: entry_cursor_nodes() is those of the present entry. */
EntryCursor *store_leaves(Store *store, Arena *arena, uint64_t from, uint64_t until);
Text entry_cursor_nodes(EntryCursor *cursor);

/* The name of a table that has rows where nobody looks: of entries before the first, of digests that are
 * none, a head without a note. Empty: there is none. */
bool store_stray(Store *store, Arena *arena, Text *table);

/* The signed head: one, replaced by each commit. Empty text: none yet. */
bool store_head_put(Store *store, uint64_t size, Text note);
bool store_head(Store *store, Arena *arena, uint64_t *size, Text *note);
/* Checkpoints that are kept: those handed out, and one a day. `day` is a civil date's text, or empty. One of
 * a size or a day that has one already is passed over. */
bool store_checkpoint_keep(Store *store, uint64_t size, Text day, Text note);
bool store_checkpoints_size(Store *store, uint64_t *size); /* of the largest that is kept; 0: none */
bool store_checkpoints(Store *store, Arena *arena, bool (*each)(void *context, uint64_t size, Text note),
                       void *context);

/* Projections: ordered maps from key to bytes, one for each space ("case", "motion", "timer"). Keys are
 * compared by bytes. Putting an empty value removes the key. */
bool store_put(Store *store, Text space, Text key, Text value);
bool store_get(Store *store, Arena *arena, Text space, Text key, Text *value); /* false, STORE_OK: none */
typedef bool ProjectionEach(void *context, Text key, Text value);              /* false stops the walk */
/* Those with from <= key < until in order; an empty `until` is the end of the space. each() may change the
 * space: what it puts further on is met, too. */
bool store_walk(Store *store, Arena *arena, Text space, Text from, Text until, ProjectionEach *each,
                void *context);
bool store_walk_all(Store *store, Arena *arena, bool (*each)(void *context, Text space, Text key, Text value),
                    void *context);
bool store_drop_rebuildable(Store *store); /* projections, tree nodes, scopes, words; before a rebuild */

/* Words: an index (SQLite's FTS5) of what entries say, each with its text and the subject it is of. Commands
 * do not keep it: whoever searches brings it up to date first, from store_words_size() on. It holds what the
 * vault does, so whoever erases a value drops it in the same transaction.
 *
 * The index in a file that was opened for reading is not asked, since it may be a stranger's, nor one that
 * lacks entries: store_words_in_memory() begins an empty one, which ends with its transaction. */
bool store_words_size(Store *store, uint64_t *entries); /* those below it are in the file's index */
bool store_words_in_memory(Store *store);
bool store_words_put(Store *store, uint64_t seq, Text subject, Text said);
bool store_words_upto(Store *store, uint64_t entries);
bool store_words_drop(Store *store);

typedef struct Sought {
    Text words;  /* as anybody may write them: none of it is a query's syntax */
    bool begins; /* the last word may go on: "accept" finds "acceptance" */
} Sought;
typedef bool WordsEach(void *context, uint64_t seq, Text subject); /* false stops the walk */
/* The entries that have all of the phrases, or any of them; the latest first. Letters are compared without
 * their case and their accents; a phrase without a letter or digit is nowhere. */
bool store_words_find(Store *store, Arena *arena, const Sought *phrases, size_t count, bool all,
                      WordsEach *each, void *context);
/* What an entry says around what was found there; false, STORE_OK: it has none of the phrases. */
bool store_words_around(Store *store, Arena *arena, const Sought *phrases, size_t count, uint64_t seq,
                        Text *out);

/* The book's own settings that are no projection: "origin" and the like. */
bool store_meta_put(Store *store, Text name, Text value);
bool store_meta(Store *store, Arena *arena, Text name, Text *value);

#endif
