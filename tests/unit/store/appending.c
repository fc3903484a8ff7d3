#include "scratch.h"
#include "store/store.h"
#include <sqlite3.h>
#include <sys/wait.h>

static Store *book;

static Store *opens(StoreMode mode) {
    StoreError error;
    Store *store = store_open(scratch_arena, scratch_path("b"), mode, &error);
    ck_assert_msg(store != NULL, "%s", error.message.at);
    return store;
}

static void set_up(void) {
    StoreError error;
    scratch_set_up();
    book = store_create(scratch_arena, scratch_path("b"), &error);
    ck_assert_msg(book != NULL, "%s", error.message.at);
}

static void append(Store *store, uint64_t seq, const char *scope, const char *bytes) {
    ck_assert_msg(store_append(store, seq, text_of(scope), text_of(bytes)), "%s",
                  store_error(store)->message.at);
}

static void append_three(void) {
    ck_assert(store_begin(book, STORE_WRITE));
    append(book, 0, "A", "zero");
    append(book, 1, "B", "one");
    append(book, 2, "A", "two");
    ck_assert(store_commit(book));
}

static uint64_t size_of(Store *store) {
    uint64_t size = 99;
    ck_assert(store_begin(store, STORE_READ));
    ck_assert(store_size(store, &size));
    store_rollback(store);
    return size;
}

START_TEST(what_was_committed_is_there_for_others) {
    Text bytes;
    append_three();
    Store *other = opens(STORE_READ);
    ck_assert(store_begin(other, STORE_READ));
    ck_assert(store_entry(other, 1, &bytes));
    ck_assert_text_is(bytes, "one");
    ck_assert(!store_entry(other, 3, &bytes));
    ck_assert_int_eq(store_error(other)->problem, STORE_OK);
    ck_assert(!store_entry(other, UINT64_MAX, &bytes));
}
END_TEST

START_TEST(a_rollback_leaves_nothing) {
    ck_assert(store_begin(book, STORE_WRITE));
    append(book, 0, "A", "zero");
    store_rollback(book);
    ck_assert_uint_eq(size_of(book), 0);
}
END_TEST

START_TEST(an_append_at_another_size_is_refused_and_spoils_its_batch) {
    append_three();
    ck_assert(store_begin(book, STORE_WRITE));
    append(book, 3, "A", "three");
    ck_assert(!store_append(book, 3, TEXT("A"), TEXT("again")));
    ck_assert_int_eq(store_error(book)->problem, STORE_MOVED_ON);
    ck_assert(!store_append(book, 4, TEXT("A"), TEXT("four")));
    ck_assert(!store_commit(book));
    ck_assert_int_eq(store_error(book)->problem, STORE_MOVED_ON);
    ck_assert_uint_eq(size_of(book), 3);
}
END_TEST

START_TEST(nothing_runs_outside_of_a_transaction) {
    Text bytes;
    ck_assert(!store_append(book, 0, TEXT(""), TEXT("zero")));
    ck_assert_int_eq(store_error(book)->problem, STORE_FAILED);
    ck_assert(!store_entry(book, 0, &bytes));
    ck_assert(!store_commit(book));
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(!store_begin(book, STORE_READ));
    ck_assert(!text_empty(store_error(book)->message));
    store_rollback(book);
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(text_empty(store_error(book)->message));
}
END_TEST

/* Plain SQL by another connection, with the book's own triggers. */
static void plain_sql_fails(const char *text, const char *words) {
    sqlite3 *db = NULL;
    char *message = NULL;
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK, "%s was done", text);
    ck_assert_msg(strstr(message, words) != NULL, "%s: %s", text, message);
    sqlite3_free(message);
    sqlite3_close(db);
}

static void plain_sql(const char *text) {
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", text, sqlite3_errmsg(db));
    sqlite3_close(db);
}

START_TEST(entries_cannot_be_changed_removed_or_replaced_with_plain_sql) {
    append_three();
    plain_sql_fails("UPDATE entries SET bytes = x'00' WHERE seq = 1", "never changed");
    plain_sql_fails("DELETE FROM entries WHERE seq = 1", "never removed");
    plain_sql_fails("DELETE FROM entries", "never removed");
    plain_sql_fails("INSERT OR REPLACE INTO entries VALUES (1, x'00')", "at the end");
    plain_sql_fails("REPLACE INTO entries VALUES (1, x'00')", "at the end");
    plain_sql_fails("INSERT INTO entries VALUES (1, x'00') ON CONFLICT (seq) DO UPDATE SET bytes = x'00'",
                    "at the end");
    plain_sql_fails("INSERT INTO entries VALUES (7, x'00')", "at the end");
    plain_sql_fails("INSERT INTO entries (bytes) VALUES (x'00')", "at the end");
}
END_TEST

START_TEST(blobs_and_kept_checkpoints_stay_as_they_are) {
    Digest digest = {{1}};
    Text bytes;
    ck_assert(store_begin(book, STORE_WRITE));
    ck_assert(store_blob_put(book, digest, TEXT("blob")));
    ck_assert(store_blob_put(book, digest, TEXT("other")));
    ck_assert(store_checkpoint_keep(book, 4, TEXT("2026-03-02"), TEXT("note")));
    ck_assert(store_commit(book));
    plain_sql_fails("UPDATE blobs SET bytes = x'00'", "never changed");
    plain_sql_fails("DELETE FROM blobs", "never removed");
    plain_sql_fails("UPDATE checkpoints SET size = 1", "never changed");
    plain_sql_fails("DELETE FROM checkpoints", "never removed");
    plain_sql("INSERT OR REPLACE INTO blobs SELECT digest, x'00' FROM blobs;"
              "INSERT OR REPLACE INTO checkpoints VALUES (4, NULL, 'forged')");
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(store_blob(book, scratch_arena, digest, &bytes));
    ck_assert_text_is(bytes, "blob");
}
END_TEST

static void expect_next(EntryCursor *cursor, uint64_t want_seq, const char *want) {
    uint64_t seq;
    Text bytes;
    ck_assert(entry_cursor_next(cursor, &seq, &bytes));
    ck_assert_uint_eq(seq, want_seq);
    ck_assert_text_is(bytes, want);
}

START_TEST(cursors_walk_ranges_and_scopes_side_by_side) {
    uint64_t seq;
    Text bytes;
    append_three();
    ck_assert(store_begin(book, STORE_READ));
    EntryCursor *all = store_entries(book, scratch_arena, 0, UINT64_MAX);
    EntryCursor *last = store_entries(book, scratch_arena, 2, 3);
    EntryCursor *of_a = store_entries_of(book, scratch_arena, TEXT("A"));
    expect_next(all, 0, "zero");
    expect_next(of_a, 0, "zero");
    expect_next(last, 2, "two");
    expect_next(all, 1, "one");
    ck_assert(store_entry(book, 2, &bytes));
    expect_next(of_a, 2, "two");
    ck_assert(!entry_cursor_next(of_a, &seq, &bytes));
    ck_assert(!entry_cursor_next(of_a, &seq, &bytes));
    ck_assert(!entry_cursor_next(last, &seq, &bytes));
    entry_cursor_close(last);
    expect_next(all, 2, "two");
    entry_cursor_close(all);
    ck_assert(!entry_cursor_next(store_entries_of(book, scratch_arena, TEXT("C")), &seq, &bytes));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
}
END_TEST

START_TEST(a_cursor_ends_with_its_transaction_and_holds_no_lock) {
    uint64_t seq;
    Text bytes;
    append_three();
    ck_assert(store_begin(book, STORE_READ));
    EntryCursor *one = store_entries(book, scratch_arena, 0, 3);
    EntryCursor *two = store_entries(book, scratch_arena, 0, 3);
    expect_next(one, 0, "zero");
    expect_next(two, 0, "zero");
    ck_assert(store_commit(book));
    ck_assert(!entry_cursor_next(one, &seq, &bytes));
    entry_cursor_close(one);
    entry_cursor_close(two);
    Store *other = opens(STORE_WRITE);
    ck_assert(store_begin(other, STORE_WRITE));
    append(other, 3, "A", "three");
    ck_assert(store_commit(other));
    ck_assert_uint_eq(size_of(book), 4);
}
END_TEST

START_TEST(two_writers_take_turns) {
    enum { EACH = 20 };
    pid_t children[2];
    for (int i = 0; i < 2; i++) {
        children[i] = fork();
        if (children[i] != 0) continue;
        Store *mine = opens(STORE_WRITE);
        for (int n = 0; n < EACH; n++) {
            uint64_t size;
            ck_assert_msg(store_begin(mine, STORE_WRITE), "%s", store_error(mine)->message.at);
            ck_assert(store_size(mine, &size));
            append(mine, size, "A", "entry");
            ck_assert_msg(store_commit(mine), "%s", store_error(mine)->message.at);
        }
        _exit(0);
    }
    for (int i = 0; i < 2; i++) {
        int status = 1;
        ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
        ck_assert_int_eq(status, 0);
    }
    ck_assert_uint_eq(size_of(book), 2 * EACH);
}
END_TEST

START_TEST(a_full_disk_is_said_to_be_full_and_changes_nothing) {
    append_three();
    struct stat about;
    ck_assert_int_eq(stat(scratch_path("b").at, &about), 0);
    scratch_limit_files((rlim_t)about.st_size + 8192);
    char *large = arena_alloc(scratch_arena, 1 << 20);
    ck_assert(store_begin(book, STORE_WRITE));
    bool good = store_append(book, 3, TEXT("A"), (Text){large, 1 << 20}) && store_commit(book);
    ck_assert(!good);
    ck_assert_msg(store_error(book)->problem == STORE_FULL, "%s", store_error(book)->message.at);
    store_rollback(book);
    scratch_limit_files(RLIM_INFINITY);
    ck_assert_uint_eq(size_of(book), 3);
    ck_assert_uint_eq(size_of(opens(STORE_WRITE)), 3);
}
END_TEST

START_TEST(nodes_are_found_by_level_and_index) {
    Digest made[3] = {{{1}}, {{2}}, {{3}}}, digest;
    ck_assert(store_begin(book, STORE_WRITE));
    ck_assert(store_nodes_put(book, 3, made, 3));
    ck_assert(store_node(book, 0, 3, &digest) && digest.bytes[0] == 1);
    ck_assert(store_node(book, 1, 1, &digest) && digest.bytes[0] == 2);
    ck_assert(store_node(book, 2, 0, &digest) && digest.bytes[0] == 3);
    ck_assert(!store_node(book, 3, 0, &digest));
    ck_assert(!store_node(book, 64, 0, &digest));
    ck_assert(!store_node(book, 1, UINT64_MAX, &digest));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
}
END_TEST

/* What entries, index and tree take, against the entries' own bytes. */
START_TEST(a_book_takes_less_than_half_again_what_its_entries_take) {
    enum { COUNT = 5000, LENGTH = 420 };
    char *bytes = arena_alloc(scratch_arena, LENGTH);
    Digest made[65] = {{{0}}};
    struct stat about;
    ck_assert(store_begin(book, STORE_WRITE));
    for (uint64_t seq = 0; seq < COUNT; seq++) {
        char scope[24];
        snprintf(scope, sizeof scope, "PRT-2026-%03d", (int)(seq / 40));
        ck_assert(store_append(book, seq, text_of(scope), (Text){bytes, LENGTH}));
        ck_assert(store_nodes_put(book, seq, made, (size_t)__builtin_ctzll(seq + 1) + 1));
    }
    ck_assert(store_commit(book));
    ck_assert_int_eq(stat(scratch_path("b").at, &about), 0);
    ck_assert_int_lt(about.st_size, COUNT * LENGTH * 3 / 2);
}
END_TEST

Suite *appending_suite(void) {
    Suite *suite = suite_create("appending to a book");
    TCase *tests = tcase_create("appending");
    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, what_was_committed_is_there_for_others);
    tcase_add_test(tests, a_rollback_leaves_nothing);
    tcase_add_test(tests, an_append_at_another_size_is_refused_and_spoils_its_batch);
    tcase_add_test(tests, nothing_runs_outside_of_a_transaction);
    tcase_add_test(tests, entries_cannot_be_changed_removed_or_replaced_with_plain_sql);
    tcase_add_test(tests, blobs_and_kept_checkpoints_stay_as_they_are);
    tcase_add_test(tests, cursors_walk_ranges_and_scopes_side_by_side);
    tcase_add_test(tests, a_cursor_ends_with_its_transaction_and_holds_no_lock);
    tcase_add_test(tests, two_writers_take_turns);
    tcase_add_test(tests, a_full_disk_is_said_to_be_full_and_changes_nothing);
    tcase_add_test(tests, nodes_are_found_by_level_and_index);
    tcase_add_test(tests, a_book_takes_less_than_half_again_what_its_entries_take);
    suite_add_tcase(suite, tests);
    return suite;
}
