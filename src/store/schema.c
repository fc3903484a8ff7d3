#include "store/schema.h"
#include <string.h>

typedef struct SchemaRow {
    const char *type, *name, *sql;
} SchemaRow;

#define TABLE(name, columns) {"table", #name, "CREATE TABLE " #name " " columns},
#define TRIGGER(name, before, does)                                                                          \
    {"trigger", #name, "CREATE TRIGGER " #name " BEFORE " before " BEGIN SELECT " does "; END"},
static const SchemaRow objects[] = {BOOK_SCHEMA(TABLE, TRIGGER)};
enum { OBJECT_COUNT = sizeof objects / sizeof objects[0] };

bool schema_create(Store *store) {
    for (int i = 0; i < OBJECT_COUNT; i++)
        if (!store_exec(store, objects[i].sql)) return false;
    return true;
}

static bool same(const char *a, const char *b) {
    return a && b && strcmp(a, b) == 0;
}

/* The row that an object of the file fulfils; -1 for none. */
static int find(const char *type, const char *name, const char *sql) {
    for (int i = 0; i < OBJECT_COUNT; i++)
        if (same(objects[i].type, type) && same(objects[i].name, name) && same(objects[i].sql, sql)) return i;
    return -1;
}

/* The indexes that SQLite makes for UNIQUE have no text, and no other index can have that name. */
static bool made_by_sqlite(const char *type, const char *name, const char *sql) {
    return same(type, "index") && !sql && name && strncmp(name, "sqlite_autoindex_", 17) == 0;
}

static bool switched_off(const char *type, StoreMode mode) {
    return mode == STORE_READ && (same(type, "trigger") || same(type, "view"));
}

/* What a book has that was searched, and others have not. */
static bool for_searching(const char *type, const char *name, const char *sql) {
    if (!same(type, "table") || !name) return false;
    return same(sql, WORDS_TABLE("")) || same(sql, WORDS_SIZE_TABLE) || strncmp(name, "found_", 6) == 0;
}

static bool check_object(Store *store, StoreMode mode, sqlite3_stmt *statement, bool found[OBJECT_COUNT]) {
    const char *type = (const char *)sqlite3_column_text(statement, 0);
    const char *name = (const char *)sqlite3_column_text(statement, 1);
    const char *sql = (const char *)sqlite3_column_text(statement, 2);
    int row = find(type, name, sql);
    if (row >= 0) found[row] = true;
    if (row >= 0 || made_by_sqlite(type, name, sql) || switched_off(type, mode)) return true;
    if (for_searching(type, name, sql)) return true;
    return store_refuse(
        store, STORE_NOT_A_BOOK,
        "\"%s\" has a %.20s \"%.100s\" that is not as this program makes it. Someone has altered "
        "the file's layout; verify the book, and go on with a copy from before.",
        store->path, type ? type : "thing", name ? name : "");
}

static bool check_rest(Store *store, StoreMode mode, const bool found[OBJECT_COUNT]) {
    for (int i = 0; i < OBJECT_COUNT; i++)
        if (!found[i] && !switched_off(objects[i].type, mode))
            return store_refuse(
                store, STORE_NOT_A_BOOK,
                "\"%s\" lacks the %s \"%s\" that every book has. Someone has altered the file's "
                "layout; verify the book, and go on with a copy from before.",
                store->path, objects[i].type, objects[i].name);
    return true;
}

bool schema_check(Store *store, StoreMode mode) {
    bool found[OBJECT_COUNT] = {false};
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(store->db, "SELECT type, name, sql FROM sqlite_schema", -1, &statement, NULL);
    if (code != SQLITE_OK) return store_failed(store, code);
    store->bound = SQLITE_OK;
    store->error = (StoreError){STORE_OK, {NULL, 0}};
    while (store_row(store, statement) && check_object(store, mode, statement, found)) {
    }
    sqlite3_finalize(statement);
    return store->error.problem == STORE_OK && check_rest(store, mode, found);
}
