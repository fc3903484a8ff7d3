/* What a long history costs: each figure on a book of many entries against the same on a young one. */
#include "bench.h"
#include "clerk.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { ENTRIES = 20000, VOTES = 100, RECEIPTS = 100, STARTS = 3 };

typedef struct Aged {
    Clerk clerk;
    long entries;
    int cases; /* the last of which waits for its votes */
    long turn;
} Aged;

/* One number that a query of the book's file answers. */
static long ask(const Aged *aged, const char *query) {
    sqlite3 *db;
    sqlite3_stmt *statement;
    if (sqlite3_open_v2(aged->clerk.path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        fail("cannot ask %s: %s", aged->clerk.path, sqlite3_errmsg(db));
    long answer = (long)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return answer;
}

/* Whole cases until there are so many entries, then one that is voted on. */
static void age(Aged *aged, const char *name, long entries) {
    *aged = (Aged){0};
    found(&aged->clerk, name);
    staff(&aged->clerk);
    while (ask(aged, "SELECT max(seq) + 1 FROM entries") < entries) {
        case_to_the_vote(&aged->clerk, ++aged->cases);
        case_after_the_vote(&aged->clerk, aged->cases);
    }
    case_to_the_vote(&aged->clerk, ++aged->cases);
    aged->entries = ask(aged, "SELECT max(seq) + 1 FROM entries");
}

static void vote(void *context, long count) {
    Aged *aged = context;
    for (long i = 0; i < count; i++) {
        char line[64];
        snprintf(line, sizeof line, "vote M-%d --%s emil", aged->cases, aged->turn++ % 2 ? "for" : "against");
        must(&aged->clerk, NULL, "2026-03-24", line);
    }
}

static void hand_out(void *context, long count) {
    Aged *aged = context;
    uint64_t seed = 20260302;
    for (long i = 0; i < count; i++) {
        bylaw_read_options options = {.size = sizeof options, .has_seq = true};
        options.seq = chance(&seed) % (uint64_t)aged->entries;
        must_be_done(bylaw_receipt(aged->clerk.book, &options), "receipt");
    }
}

/* A process of its own, from its start to its answer. */
static void start(void *context, long count) {
    const Aged *aged = context;
    char command[512];
    snprintf(command, sizeof command, "BYLAW_BOOK=%s %s show PRT-1 > /dev/null", aged->clerk.path, PROGRAM);
    for (long i = 0; i < count; i++)
        if (system(command) != 0) fail("it fails: %s", command);
}

static void against(const char *what, const char *unit, double scale, Clock *now, Work *work, Aged *old,
                    Aged *young, long count) {
    char name[64];
    snprintf(name, sizeof name, "%s_%ldk", what, old->entries / 1000);
    Measure m = compare(name, unit, scale, now, work, old, work, young, count,
                        "the same on a book of its first entries");
    report(&m);
}

static void bench_size(const Aged *old) {
    char name[64];
    snprintf(name, sizeof name, "size_%ldk", old->entries / 1000);
    double file = (double)ask(old, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    double bytes = (double)ask(old, "SELECT sum(length(bytes)) FROM entries");
    Measure m = {name,
                 "bytes/entry",
                 "the entries' own bytes",
                 file / (double)old->entries,
                 bytes / (double)old->entries,
                 1};
    report(&m);
}

void bench_history(void) {
    const char *asked = getenv("BENCH_ENTRIES");
    Aged young, old;
    switch_syncs(false);
    age(&young, "young.book", 1000);
    age(&old, "old.book", asked ? atol(asked) : ENTRIES);
    bench_size(&old);
    against("command", "us/command", 1e6, cpu_seconds, vote, &old, &young, VOTES);
    against("receipt", "us/receipt", 1e6, cpu_seconds, hand_out, &old, &young, RECEIPTS);
    against("start", "ms/start", 1e3, seconds, start, &old, &young, STARTS);
    leave(&young.clerk);
    leave(&old.clerk);
    switch_syncs(true);
}
