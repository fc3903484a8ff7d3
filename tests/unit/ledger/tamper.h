/* What somebody does to the sample's book with SQL, or with this program, and what verification finds. */
#ifndef BYLAW_TESTS_TAMPER_H
#define BYLAW_TESTS_TAMPER_H

#include "sample.h"
#include <sqlite3.h>

enum { COUNT = 20 };

#define UNLOCK                                                                                               \
    "DROP TRIGGER IF EXISTS entries_insert; DROP TRIGGER IF EXISTS entries_update; DROP TRIGGER IF EXISTS "  \
    "entries_delete;"                                                                                        \
    "DROP TRIGGER IF EXISTS blobs_update; DROP TRIGGER IF EXISTS blobs_delete;"                              \
    "DROP TRIGGER IF EXISTS checkpoints_update; DROP TRIGGER IF EXISTS checkpoints_delete; DROP TRIGGER IF " \
    "EXISTS checkpoints_insert;"

static inline void tamper(const char *sql) {
    sqlite3 *db = NULL;
    char *message = NULL;
    store_close(sample_store);
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, UNLOCK, NULL, NULL, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK, "%s: %s", sql, message);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    sample_open(STORE_READ);
}

static inline void finds_entry(uint64_t seq, const char *words) {
    Verification found = sample_verify();
    ck_assert(!found.sound);
    ck_assert_msg(found.bad_entry_known && found.bad_entry == seq, "it says: %s", found.what.at);
    ck_assert_msg(strstr(found.what.at, words) != NULL, "it says: %s", found.what.at);
}

/* Something is wrong, and it is no entry that can be named. */
static inline void finds(const char *words) {
    Verification found = sample_verify();
    ck_assert(!found.sound);
    ck_assert_msg(!found.bad_entry_known, "it says: %s", found.what.at);
    ck_assert_msg(strstr(found.what.at, words) != NULL, "it says: %s", found.what.at);
}

#define CHANGE(seq)                                                                                          \
    "UPDATE entries SET bytes = CAST(replace(bytes, 'entry', 'Entry') AS BLOB) WHERE seq = " #seq ";"

static inline int run_each(void *db, int count, char **values, char **names) {
    (void)count, (void)names;
    return sqlite3_exec(db, values[0], NULL, NULL, NULL);
}

/* Puts the triggers back that were dropped, so that the store opens the book for writing. */
static inline void lock_again(void) {
    StoreError error;
    sqlite3 *db = NULL;
    Text attach = text_format(scratch_arena, "ATTACH '%s' AS model", scratch_path("model").at);
    store_close(store_create(scratch_arena, scratch_path("model"), &error));
    store_close(sample_store);
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, attach.at, NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db,
                                  "SELECT sql FROM model.sqlite_schema WHERE type = 'trigger' AND name NOT IN"
                                  " (SELECT name FROM main.sqlite_schema)",
                                  run_each, db, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    sample_open(STORE_WRITE);
}

/* And lets it make the tree again: what a forger with this program would do. */
static inline void forge_tree(void) {
    lock_again();
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(store_drop_rebuildable(sample_store));
    ck_assert(ledger_rebuild(sample_ledger));
    ck_assert(store_commit(sample_store));
}

#endif
