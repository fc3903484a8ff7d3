#include "store/schema.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Text store_journal(void) {
    return TEXT("rollback journal (truncate), synchronous full");
}

Text store_library(void) {
    static const char name[] = "SQLite " SQLITE_VERSION;
    return (Text){name, sizeof name - 1};
}

static void close_db(Store *store) {
    if (!store->db) return;
    store_rollback(store);
    for (int id = 0; id < STATEMENT_COUNT; id++) sqlite3_finalize(store->statements[id]);
    sqlite3_close_v2(store->db);
    store->db = NULL;
}

static void release(void *store) {
    close_db(store);
}

void store_close(Store *store) {
    if (store) close_db(store);
}

/* A path that SQLite cannot take for anything but a path: not a URI, ":memory:" or a temporary file. */
static const char *plain_path(Arena *arena, Text path) {
    bool special = text_starts(path, TEXT(":")) || text_starts(path, TEXT("file:"));
    return text_format(arena, "%s%.*s", special ? "./" : "", TEXT_ARG(path)).at;
}

/* All the memory that opening needs is had here, so that no file is left half made for want of it. */
static Store *new_store(Arena *arena, Text path, StoreMode mode) {
    Store *store = arena_make(arena, Store);
    arena_on_free(arena, release, store);
    store->path = plain_path(arena, path);
    store->mode = mode;
    return store;
}

typedef struct Limit {
    int what, most;
} Limit;

/* What the store's own statements and schema need, with room to spare: a hostile file gets no more. */
static const Limit limits[] = {
    {SQLITE_LIMIT_LENGTH, STORE_LARGEST},
    {SQLITE_LIMIT_SQL_LENGTH, 100000},
    {SQLITE_LIMIT_COLUMN, 32},
    {SQLITE_LIMIT_EXPR_DEPTH, 50},
    {SQLITE_LIMIT_COMPOUND_SELECT, 4},
    {SQLITE_LIMIT_VDBE_OP, 25000},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 16},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 4},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static void limit(sqlite3 *db) {
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(db, limits[i].what, limits[i].most);
}

static bool configure(Store *store) {
    const int settings[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, store->mode == STORE_WRITE},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        int code = sqlite3_db_config(store->db, settings[i][0], settings[i][1], (int *)NULL);
        if (code != SQLITE_OK) return store_failed(store, code);
    }
    sqlite3_busy_timeout(store->db, STORE_PATIENCE_MS);
    return true;
}

/* Only after check_header(): some of them make SQLite read the file. */
static bool profile(Store *store) {
    return store_exec(store,
                      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;"
                      "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                      "PRAGMA recursive_triggers = OFF");
}

/* How a writer keeps its commits safe. */
static bool journal(Store *store) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, "PRAGMA journal_mode = TRUNCATE", -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    bool set = code == SQLITE_ROW && text_is(store_bytes(store, statement, 0), "truncate");
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW) return store_failed(store, code);
    return set || store_refuse(store, STORE_FAILED, "\"%s\" does not take a rollback journal.", store->path);
}

static bool open_db(Store *store) {
    int access = store->mode == STORE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
    if (code != SQLITE_OK) return store_failed(store, code);
    limit(store->db);
    return configure(store);
}

/* What the file system says of the path, before SQLite sees it. */
static bool check_path(Store *store, Text path) {
    struct stat about;
    const char *name = store->path;
    if (text_empty(path)) return store_refuse(store, STORE_NO_FILE, "No book was named.");
    if (strlen(name) < path.len) return store_refuse(store, STORE_NO_FILE, "A path cannot have a NUL in it.");
    if (stat(name, &about) != 0)
        return store_refuse(
            store, STORE_NO_FILE,
            "There is no book at \"%s\" (%s). Name another with --book FILE or in BYLAW_BOOK; "
            "bylaw init makes one.",
            name, strerror(errno));
    if (S_ISDIR(about.st_mode))
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is a folder. Name the book's file in it.", name);
    if (!S_ISREG(about.st_mode))
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is not a regular file.", name);
    if (access(name, R_OK) != 0)
        return store_refuse(store, STORE_NO_FILE, "You may not read \"%s\" (%s).", name, strerror(errno));
    if (store->mode == STORE_WRITE && access(name, W_OK) != 0)
        return store_refuse(store, STORE_READ_ONLY, "You may not write \"%s\" (%s).", name, strerror(errno));
    return true;
}

enum {
    HEADER_SIZE = 100,
    HEADER_WRITER = 18,
    HEADER_READER = 19,
    HEADER_ENCODING = 56,
    HEADER_VERSION = 60,
    HEADER_APPLICATION = 68
};

/* The file's first bytes through SQLite's own handle: opening and closing a second one here would drop the
 * locks that this process holds on the file. */
static bool read_header(Store *store, uint8_t header[HEADER_SIZE]) {
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK && (!file || !file->pMethods)) code = SQLITE_CANTOPEN;
    if (code == SQLITE_OK) code = file->pMethods->xFileSize(file, &size);
    if (code == SQLITE_OK && size == 0)
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is an empty file, not a book.", store->path);
    if (code == SQLITE_OK && size < HEADER_SIZE)
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is not a book: it is no SQLite database.",
                            store->path);
    if (code == SQLITE_OK) code = file->pMethods->xRead(file, header, HEADER_SIZE, 0);
    return code == SQLITE_OK || store_failed(store, code);
}

static uint32_t big_endian(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool check_header(Store *store) {
    uint8_t header[HEADER_SIZE] = {0};
    if (!read_header(store, header)) return false;
    const char *name = store->path;
    uint32_t version = big_endian(header + HEADER_VERSION);
    if (memcmp(header, "SQLite format 3", 16) != 0)
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is not a book: it is no SQLite database.", name);
    if (big_endian(header + HEADER_APPLICATION) != BOOK_APPLICATION_ID)
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is a database of another program, not a book.",
                            name);
    if (version > BOOK_VERSION)
        return store_refuse(
            store, STORE_NEWER,
            "\"%s\" was written by a newer release (layout %u; this one knows %d). Use that release.", name,
            (unsigned)version, BOOK_VERSION);
    if (header[HEADER_WRITER] != 1 || header[HEADER_READER] != 1)
        return store_refuse(store, STORE_NOT_A_BOOK,
                            "\"%s\" was set to a write-ahead log, which books do not use. Undo it "
                            "on a copy, and verify that: sqlite3 COPY 'PRAGMA journal_mode = DELETE'.",
                            name);
    if (version < BOOK_VERSION || big_endian(header + HEADER_ENCODING) != 1)
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is not laid out as a book.", name);
    return true;
}

/* In a transaction of its own, so that what is checked is one state. */
static bool check_schema(Store *store) {
    if (!store_exec(store, "BEGIN")) return false;
    bool good = schema_check(store, store->mode);
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return good;
}

static Store *opened(Arena *arena, Store *store, bool good, StoreError *error) {
    *error = (StoreError){store->error.problem, text_copy(arena, store->error.message)};
    if (good) return store;
    store_close(store);
    return NULL;
}

Store *store_open(Arena *arena, Text path, StoreMode mode, StoreError *error) {
    Store *store = new_store(arena, path, mode);
    bool good = check_path(store, path) && open_db(store) && check_header(store) && profile(store) &&
                (mode == STORE_READ || journal(store)) && check_schema(store);
    return opened(arena, store, good, error);
}

/* Nothing is overwritten: the file must come to be here and now. */
static bool make_file(Store *store) {
    const char *name = store->path;
    int file = open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return true;
    }
    StoreProblem problem = errno == EEXIST                      ? STORE_EXISTS
                           : errno == ENOSPC || errno == EDQUOT ? STORE_FULL
                           : errno == EROFS || errno == EACCES  ? STORE_READ_ONLY
                                                                : STORE_NO_FILE;
    if (problem == STORE_EXISTS)
        return store_refuse(store, problem,
                            "\"%s\" is there already. Choose another name; nothing is overwritten.", name);
    return store_refuse(store, problem, "\"%s\" cannot be made (%s).", name, strerror(errno));
}

static bool fill(Store *store) {
    char identity[96];
    snprintf(identity, sizeof identity, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             (int)BOOK_APPLICATION_ID, (int)BOOK_VERSION);
    return store_exec(store,
                      "PRAGMA encoding = 'UTF-8'; PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE") &&
           journal(store) && store_exec(store, "BEGIN IMMEDIATE") && store_exec(store, identity) &&
           schema_create(store) && store_exec(store, "COMMIT");
}

static void remove_file(Store *store, const char *journal_path) {
    store_close(store);
    unlink(store->path);
    unlink(journal_path);
}

Store *store_create(Arena *arena, Text path, StoreError *error) {
    Store *store = new_store(arena, path, STORE_WRITE);
    const char *journal_path = text_format(arena, "%s-journal", store->path).at;
    bool good = false;
    if (text_empty(path) || strlen(store->path) < path.len) {
        store_refuse(store, STORE_NO_FILE, "A book's path has at least one character, and no NUL.");
    } else if (make_file(store)) {
        good = open_db(store) && profile(store) && fill(store);
        if (!good) remove_file(store, journal_path);
    }
    return opened(arena, store, good, error);
}
