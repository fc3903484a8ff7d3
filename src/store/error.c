#include "store/private.h"
#include <errno.h>
#include <stdio.h>

const StoreError *store_error(const Store *store) {
    return &store->error;
}

const StoreError *store_broken(const Store *store) {
    return store->in_transaction && store->broken ? &store->breach : NULL;
}

/* The sentence is kept in the store, so that failing needs no memory. */
bool store_refuse(Store *store, StoreProblem problem, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(store->words, sizeof store->words, format, args);
    va_end(args);
    size_t most = sizeof store->words - 1;
    store->error.problem = problem;
    store->error.message = (Text){store->words, len < 0 ? 0 : (size_t)len < most ? (size_t)len : most};
    if (!store->in_transaction) return false;
    store->broken = true;
    store->breach = store->error;
    return false;
}

bool store_altered(Store *store, Text what) {
    return store_refuse(
        store, STORE_ALTERED,
        "\"%s\" was altered, not by this program: %.*s. Nothing is written to it. Keep the file "
        "as it is and verify it: that says what was changed, and whether rebuilding mends it or only a copy "
        "from before.",
        store->path, TEXT_ARG(what));
}

static bool disk_is_full(Store *store) {
    return store_refuse(
        store, STORE_FULL,
        "There is no room left on the disk for \"%s\". Nothing was changed; make room and try again.",
        store->path);
}

static bool failed_read_only(Store *store, int code) {
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_CANTLOCK)
        return store_refuse(
            store, STORE_INTERRUPTED,
            "A journal lies beside \"%s\", as when a command was cut off. If the book is your own, the next "
            "command that writes takes it back to its last complete one. If it came from somebody else, copy "
            "the book alone, without its \"-journal\", and read the copy: whoever wrote the journal decides "
            "what the book would be changed to. What a copy without it lacks, verifying finds.",
            store->path);
    return store_refuse(
        store, STORE_READ_ONLY,
        "\"%s\" cannot be written: its file, its folder or the whole file system is read-only "
        "for you.",
        store->path);
}

/* No room, no quota, or the limit of a file's size. */
static bool means_full(int reason) {
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static bool failed_io(Store *store, int code) {
    int of_file = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_LAST_ERRNO, &of_file);
    if (means_full(of_file) || means_full(sqlite3_system_errno(store->db))) return disk_is_full(store);
    return store_refuse(store, STORE_FAILED, "Reading or writing \"%s\" failed: %s (%d).", store->path,
                        sqlite3_errstr(code), code);
}

/* A file that is there but cannot be opened; for a writer, also the journal that it makes beside the book. */
static bool failed_open(Store *store) {
    if (store->mode == STORE_READ)
        return store_refuse(store, STORE_NO_FILE, "\"%s\" cannot be opened.", store->path);
    return store_refuse(
        store, STORE_READ_ONLY,
        "\"%s\" cannot be written: a journal must be made beside it, and you may not make files "
        "in its folder.",
        store->path);
}

static bool failed_memory(Store *store) {
    store_refuse(store, STORE_FAILED, "There is not enough memory to work on \"%s\".", store->path);
    if (store->caller) arena_fail(store->caller);
    return false;
}

bool store_failed(Store *store, int code) {
    const char *path = store->path;
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return failed_memory(store);
    case SQLITE_FULL:
        return disk_is_full(store);
    case SQLITE_IOERR:
        return failed_io(store, code);
    case SQLITE_READONLY:
        return failed_read_only(store, code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return store_refuse(store, STORE_BUSY,
                            "Another program has been holding \"%s\" for more than %d seconds. Nothing was "
                            "changed; try again when it is done.",
                            path, STORE_PATIENCE_MS / 1000);
    case SQLITE_NOTADB:
        return store_refuse(store, STORE_NOT_A_BOOK, "\"%s\" is not a book: it is no SQLite database.", path);
    case SQLITE_CORRUPT:
        return store_refuse(store, STORE_DAMAGED,
                            "The file of \"%s\" is damaged (%s). Restore it from a copy and verify that.",
                            path, sqlite3_errmsg(store->db));
    case SQLITE_TOOBIG:
        if (store->in_transaction && store->transaction == STORE_READ)
            return store_refuse(
                store, STORE_ALTERED,
                "\"%s\" holds a value of more than %d MiB, which this program does not write: "
                "it was altered. Go on with a copy from before.",
                path, STORE_LARGEST >> 20);
        return store_refuse(store, STORE_FAILED, "A value for \"%s\" is larger than %d MiB.", path,
                            STORE_LARGEST >> 20);
    case SQLITE_CANTOPEN:
        return failed_open(store);
    default:
        return store_refuse(store, STORE_FAILED, "SQLite refuses work on \"%s\": %s (%d).", path,
                            sqlite3_errmsg(store->db), code);
    }
}
