#include "scratch.h"
#include "store/store.h"
#include <sqlite3.h>
#include <sys/wait.h>

static StoreError error;

static Store *create(const char *name) {
    return store_create(scratch_arena, scratch_path(name), &error);
}

static Store *opens(const char *name, StoreMode mode) {
    return store_open(scratch_arena, scratch_path(name), mode, &error);
}

/* The mend or the reason must be in the sentence. */
static void refuses(const char *name, StoreMode mode, StoreProblem problem, const char *words) {
    ck_assert_ptr_null(opens(name, mode));
    ck_assert_msg(error.problem == problem, "problem %d: %s", (int)error.problem, error.message.at);
    ck_assert_msg(strstr(error.message.at, words) != NULL, "\"%s\" lacks \"%s\"", error.message.at, words);
}

static void sql(const char *name, const char *text) {
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(scratch_path(name).at, &db), SQLITE_OK);
    char *message = NULL;
    int code = sqlite3_exec(db, text, NULL, NULL, &message);
    ck_assert_msg(code == SQLITE_OK, "%s: %s", text, message);
    sqlite3_close(db);
}

static void make_book(const char *name) {
    Store *store = create(name);
    ck_assert_ptr_nonnull(store);
    ck_assert(store_begin(store, STORE_WRITE));
    ck_assert(store_append(store, 0, TEXT("C-1"), TEXT("{}")));
    ck_assert(store_commit(store));
    store_close(store);
}

START_TEST(a_new_book_is_empty_and_its_owners_alone) {
    struct stat about;
    uint64_t size = 7;
    Store *store = create("b");
    ck_assert_msg(store != NULL, "%s", error.message.at);
    ck_assert_int_eq(stat(scratch_path("b").at, &about), 0);
    ck_assert_int_eq(about.st_mode & 0777, 0600);
    ck_assert(store_begin(store, STORE_READ));
    ck_assert(store_size(store, &size));
    ck_assert_uint_eq(size, 0);
}
END_TEST

START_TEST(a_book_is_never_made_over_a_file_that_is_there) {
    scratch_write(scratch_path("b"), TEXT("mine"));
    ck_assert_ptr_null(create("b"));
    ck_assert_int_eq(error.problem, STORE_EXISTS);
    ck_assert_text_is(scratch_read(scratch_path("b").at), "mine");
    ck_assert_ptr_null(store_create(scratch_arena, text_of(scratch_folder), &error));
    ck_assert_int_eq(error.problem, STORE_EXISTS);
}
END_TEST

START_TEST(a_book_in_no_folder_is_refused) {
    ck_assert_ptr_null(create("none/b"));
    ck_assert_int_eq(error.problem, STORE_NO_FILE);
    ck_assert_ptr_null(store_create(scratch_arena, TEXT(""), &error));
    ck_assert_int_eq(error.problem, STORE_NO_FILE);
}
END_TEST

START_TEST(nothing_is_left_when_a_book_cannot_be_made) {
    scratch_limit_files(8192);
    Store *store = create("b");
    scratch_limit_files(RLIM_INFINITY);
    ck_assert_ptr_null(store);
    ck_assert_msg(error.problem == STORE_FULL, "%s", error.message.at);
    ck_assert(!scratch_exists(scratch_path("b")));
    ck_assert(!scratch_exists(scratch_path("b-journal")));
}
END_TEST

START_TEST(names_that_sqlite_takes_for_more_than_a_name_are_just_names) {
    static const char *const names[] = {":memory:", "file:x?mode=memory"};
    ck_assert_int_eq(chdir(scratch_folder), 0);
    for (size_t i = 0; i < 2; i++) {
        Store *store = store_create(scratch_arena, text_of(names[i]), &error);
        ck_assert_msg(store != NULL, "%s", error.message.at);
        store_close(store);
        ck_assert(scratch_exists(scratch_path(names[i])));
    }
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(what_is_no_book_is_told_from_one) {
    refuses("none", STORE_READ, STORE_NO_FILE, "There is no book");
    ck_assert_int_eq(mkdir(scratch_path("folder").at, 0700), 0);
    refuses("folder", STORE_READ, STORE_NOT_A_BOOK, "is a folder");
    scratch_write(scratch_path("empty"), TEXT(""));
    refuses("empty", STORE_WRITE, STORE_NOT_A_BOOK, "empty file");
    scratch_write(scratch_path("text"), TEXT("dear diary"));
    refuses("text", STORE_READ, STORE_NOT_A_BOOK, "no SQLite database");
    Buf noise = buf_new(scratch_arena);
    for (int i = 0; i < 20000; i++) buf_char(&noise, (char)(i * 7));
    scratch_write(scratch_path("noise"), buf_done(&noise));
    refuses("noise", STORE_READ, STORE_NOT_A_BOOK, "no SQLite database");
    sql("other", "CREATE TABLE t (a)");
    refuses("other", STORE_WRITE, STORE_NOT_A_BOOK, "another program");
    ck_assert_int_eq(mkfifo(scratch_path("pipe").at, 0600), 0);
    refuses("pipe", STORE_READ, STORE_NOT_A_BOOK, "regular file");
}
END_TEST

START_TEST(a_refused_file_is_left_as_it_was) {
    scratch_write(scratch_path("text"), TEXT("dear diary"));
    refuses("text", STORE_WRITE, STORE_NOT_A_BOOK, "no SQLite database");
    ck_assert_text_is(scratch_read(scratch_path("text").at), "dear diary");
}
END_TEST

START_TEST(a_newer_book_is_refused_by_name) {
    make_book("b");
    sql("b", "PRAGMA user_version = 2");
    refuses("b", STORE_READ, STORE_NEWER, "newer release");
}
END_TEST

START_TEST(a_book_set_to_a_write_ahead_log_is_refused_with_its_mend) {
    make_book("b");
    sql("b", "PRAGMA journal_mode = WAL");
    refuses("b", STORE_WRITE, STORE_NOT_A_BOOK,
            "on a copy, and verify that: sqlite3 COPY 'PRAGMA journal_mode = DELETE'");
    sql("b", "PRAGMA journal_mode = DELETE");
    ck_assert_ptr_nonnull(opens("b", STORE_WRITE));
}
END_TEST

START_TEST(writing_wants_the_layout_exactly) {
    make_book("b");
    sql("b", "DROP TRIGGER entries_update");
    refuses("b", STORE_WRITE, STORE_NOT_A_BOOK, "lacks the trigger \"entries_update\"");
    make_book("c");
    sql("c", "CREATE TRIGGER mine AFTER INSERT ON entries BEGIN DELETE FROM vault; END");
    refuses("c", STORE_WRITE, STORE_NOT_A_BOOK, "trigger \"mine\"");
    make_book("d");
    sql("d", "DROP TRIGGER entries_delete; CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN "
             "SELECT 1; END");
    refuses("d", STORE_WRITE, STORE_NOT_A_BOOK, "trigger \"entries_delete\"");
}
END_TEST

START_TEST(reading_passes_over_triggers_and_views_but_not_over_tables_and_indexes) {
    make_book("b");
    sql("b", "DROP TRIGGER entries_update; CREATE VIEW v AS SELECT * FROM entries;"
             "CREATE TRIGGER mine AFTER INSERT ON entries BEGIN DELETE FROM vault; END");
    ck_assert_ptr_nonnull(opens("b", STORE_READ));
    sql("b", "CREATE INDEX i ON entries (bytes)");
    refuses("b", STORE_READ, STORE_NOT_A_BOOK, "index \"i\"");
    make_book("c");
    sql("c", "ALTER TABLE entries RENAME TO real; CREATE VIEW entries AS SELECT 0 AS seq, x'7b7d' AS bytes");
    refuses("c", STORE_READ, STORE_NOT_A_BOOK, "table \"real\"");
}
END_TEST

START_TEST(a_book_that_was_opened_for_reading_cannot_be_written) {
    make_book("b");
    Store *store = opens("b", STORE_READ);
    ck_assert(!store_begin(store, STORE_WRITE));
    ck_assert_int_eq(store_error(store)->problem, STORE_READ_ONLY);
    ck_assert(store_begin(store, STORE_READ));
    ck_assert(!store_append(store, 1, TEXT(""), TEXT("{}")));
    ck_assert_int_eq(store_error(store)->problem, STORE_READ_ONLY);
}
END_TEST

/* Does it as a user who may do nothing to others' files: the super-user may do all. The status is 0 when
 * nothing failed. */
static int status_as_nobody(void (*work)(void)) {
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0) ck_assert_int_eq(setuid(65534), 0);
        work();
        _exit(0);
    }
    int status = 1;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return status;
}

static void reads_but_writes_nothing(void) {
    uint64_t size = 0;
    Store *store = opens("b", STORE_READ);
    ck_assert_msg(store != NULL, "%s", error.message.at);
    ck_assert(store_begin(store, STORE_READ));
    ck_assert(store_size(store, &size));
    ck_assert_uint_eq(size, 1);
    refuses("b", STORE_WRITE, STORE_READ_ONLY, "may not write");
    ck_assert_ptr_null(create("c"));
    ck_assert_int_eq(error.problem, STORE_READ_ONLY);
}

START_TEST(a_read_only_file_and_folder_can_be_read) {
    make_book("b");
    ck_assert_int_eq(chmod(scratch_path("b").at, 0444), 0);
    ck_assert_int_eq(unlink(scratch_path("b-journal").at), 0);
    ck_assert_int_eq(chmod(scratch_folder, 0555), 0);
    int status = status_as_nobody(reads_but_writes_nothing);
    ck_assert_int_eq(chmod(scratch_folder, 0755), 0);
    ck_assert_int_eq(status, 0);
}
END_TEST

static void may_not_read(void) {
    refuses("b", STORE_READ, STORE_NO_FILE, "may not read");
}

START_TEST(an_unreadable_file_is_said_to_be_so) {
    make_book("b");
    ck_assert_int_eq(chmod(scratch_path("b").at, 0), 0);
    ck_assert_int_eq(chmod(scratch_folder, 0755), 0);
    ck_assert_int_eq(status_as_nobody(may_not_read), 0);
}
END_TEST

/* A process that dies in the middle of a commit leaves its journal behind. */
static void crash_in_the_middle(void) {
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db = NULL;
        sqlite3_open(scratch_path("b").at, &db);
        sqlite3_exec(db,
                     "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                     "INSERT INTO entries SELECT i, zeroblob(400) FROM n",
                     NULL, NULL, NULL);
        _exit(0);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
}

START_TEST(half_a_command_is_explained_to_readers_and_undone_by_a_writer) {
    uint64_t size = 0;
    make_book("b");
    crash_in_the_middle();
    refuses("b", STORE_READ, STORE_INTERRUPTED, "copy the book alone");
    Store *store = opens("b", STORE_WRITE);
    ck_assert_msg(store != NULL, "%s", error.message.at);
    ck_assert(store_begin(store, STORE_READ));
    ck_assert(store_size(store, &size));
    ck_assert_uint_eq(size, 1);
    ck_assert_ptr_nonnull(opens("b", STORE_READ));
}
END_TEST

START_TEST(hostile_bytes_do_no_harm) {
    make_book("b");
    Text good = scratch_read(scratch_path("b").at);
    uint64_t seed = check_seed("hostile_bytes_do_no_harm");
    for (int round = 0; round < 60; round++) {
        Arena *arena = arena_new(0);
        char *bytes = (char *)text_copy(arena, good).at;
        for (int i = 0; i < 40; i++)
            bytes[100 + check_below(&seed, good.len - 100)] = (char)check_random(&seed);
        Text path = scratch_path("hostile");
        scratch_write(path, (Text){bytes, good.len});
        Store *store = store_open(arena, path, STORE_READ, &error);
        Text entry;
        uint64_t seq;
        if (store && store_begin(store, STORE_READ)) {
            EntryCursor *cursor = store_entries(store, arena, 0, UINT64_MAX);
            while (entry_cursor_next(cursor, &seq, &entry)) {
            }
        }
        arena_free(arena);
    }
}
END_TEST

Suite *opening_suite(void) {
    Suite *suite = suite_create("opening a book");
    TCase *tests = tcase_create("opening");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, a_new_book_is_empty_and_its_owners_alone);
    tcase_add_test(tests, a_book_is_never_made_over_a_file_that_is_there);
    tcase_add_test(tests, a_book_in_no_folder_is_refused);
    tcase_add_test(tests, nothing_is_left_when_a_book_cannot_be_made);
    tcase_add_test(tests, names_that_sqlite_takes_for_more_than_a_name_are_just_names);
    tcase_add_test(tests, what_is_no_book_is_told_from_one);
    tcase_add_test(tests, a_refused_file_is_left_as_it_was);
    tcase_add_test(tests, a_newer_book_is_refused_by_name);
    tcase_add_test(tests, a_book_set_to_a_write_ahead_log_is_refused_with_its_mend);
    tcase_add_test(tests, writing_wants_the_layout_exactly);
    tcase_add_test(tests, reading_passes_over_triggers_and_views_but_not_over_tables_and_indexes);
    tcase_add_test(tests, a_book_that_was_opened_for_reading_cannot_be_written);
    tcase_add_test(tests, a_read_only_file_and_folder_can_be_read);
    tcase_add_test(tests, an_unreadable_file_is_said_to_be_so);
    tcase_add_test(tests, half_a_command_is_explained_to_readers_and_undone_by_a_writer);
    tcase_add_test(tests, hostile_bytes_do_no_harm);
    suite_add_tcase(suite, tests);
    return suite;
}
