/* command, bulk, command_cpu, verify, replay: on a book of whole cases made through the library's own path.
 */
#include "bench.h"
#include "clerk.h"
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdlib.h>

enum { WHOLE_CASES = 150, COMMANDS = 200, CPU_COMMANDS = 1000 };

/* --- command: one durable command against a bare durable commit of one row ------------------------------ */

typedef struct Voting {
    Clerk *clerk;
    long turn;
} Voting;

static void vote(void *context, long count) {
    Voting *voting = context;
    for (long i = 0; i < count; i++)
        must(voting->clerk, NULL, "2026-03-24",
             voting->turn++ % 2 ? "vote M-1 --for emil" : "vote M-1 --against emil");
}

static sqlite3 *bare_database(const char *path) {
    sqlite3 *db;
    if (sqlite3_open(path, &db) != SQLITE_OK ||
        sqlite3_exec(db,
                     "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; CREATE TABLE row(id INTEGER "
                     "PRIMARY KEY, bytes BLOB) STRICT;",
                     NULL, NULL, NULL) != SQLITE_OK)
        fail("cannot make %s", path);
    return db;
}

static void commit_bare(void *context, long count) {
    sqlite3_stmt *insert = context;
    static const char bytes[400];
    for (long i = 0; i < count; i++) {
        sqlite3_bind_blob(insert, 1, bytes, sizeof bytes, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) fail("the bare commit failed");
        sqlite3_reset(insert);
    }
}

static void bench_command(Clerk *clerk) {
    char *path = temporary("bare.db");
    sqlite3 *db = bare_database(path);
    sqlite3_stmt *insert;
    sqlite3_prepare_v2(db, "INSERT INTO row(bytes) VALUES (?)", -1, &insert, NULL);
    Voting voting = {clerk, 0};
    Measure m = compare("command", "us/command", 1e6, seconds, vote, &voting, commit_bare, insert, COMMANDS,
                        "a bare commit of one row of 400 bytes, same journal and synchronous");
    report(&m);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    free(path);
}

/* The same votes, in one transaction. */
static void vote_at_once(void *context, long count) {
    static const bylaw_word in_favour[] = {{NULL, "M-1"}, {"for", "emil"}},
                            against[] = {{NULL, "M-1"}, {"against", "emil"}};
    Voting *voting = context;
    bylaw_act_options *acts = calloc((size_t)count, sizeof *acts);
    for (long i = 0; acts && i < count; i++)
        acts[i] = (bylaw_act_options){.size = sizeof *acts,
                                      .verb = "vote",
                                      .words = voting->turn++ % 2 ? in_favour : against,
                                      .word_count = 2,
                                      .at = "2026-03-24",
                                      .seen = -1};
    bylaw_bulk_options options = {.size = sizeof options, .acts = acts, .count = acts ? (size_t)count : 0};
    must_be_done(bylaw_bulk(voting->clerk->book, &options), "bulk");
    free(acts);
}

static void bench_bulk(Clerk *clerk) {
    Voting voting = {clerk, 0};
    Measure m = compare("bulk", "us/command", 1e6, seconds, vote_at_once, &voting, vote, &voting, COMMANDS,
                        "the same commands one by one, each durable");
    report(&m);
}

static void bench_command_cpu(Clerk *clerk) {
    double turns[TURNS];
    Voting voting = {clerk, 0};
    for (int i = 0; i < TURNS; i++) {
        double start = cpu_seconds();
        vote(&voting, CPU_COMMANDS);
        turns[i] = (cpu_seconds() - start) / CPU_COMMANDS * 1e6;
    }
    Measure m = {
        "command_cpu",
        "us/command",
        "none: the processor time of a command with synchronous off; 150 us is the bound it is held to",
        median(turns, TURNS),
        150,
        TURNS};
    report(&m);
}

/* --- verify and replay against a bare scan with SHA-256 of the same bytes ------------------------------- */

typedef struct Scan {
    sqlite3_stmt *select;
    EVP_MD *sha256;
    EVP_MD_CTX *context;
    long entries;
} Scan;

static void scan_bare(Scan *scan) {
    unsigned char digest[32];
    scan->entries = 0;
    while (sqlite3_step(scan->select) == SQLITE_ROW) {
        EVP_DigestInit_ex2(scan->context, scan->sha256, NULL);
        EVP_DigestUpdate(scan->context, sqlite3_column_blob(scan->select, 0),
                         (size_t)sqlite3_column_bytes(scan->select, 0));
        EVP_DigestFinal_ex(scan->context, digest, NULL);
        scan->entries++;
    }
    sqlite3_reset(scan->select);
}

typedef bylaw_result *WholeVerb(bylaw_book *book);

static void bench_whole(const char *name, WholeVerb *verb, Clerk *clerk, Scan *scan) {
    double ours[TURNS], theirs[TURNS];
    for (int i = 0; i < TURNS; i++) {
        double start = seconds();
        scan_bare(scan);
        theirs[i] = (seconds() - start) * 1e6 / (double)scan->entries;
        start = seconds();
        must_be_done(verb(clerk->book), name);
        ours[i] = (seconds() - start) * 1e6 / (double)scan->entries;
    }
    Measure m = {name,
                 "us/entry",
                 "a bare scan of the entries with SHA-256 of each",
                 median(ours, TURNS),
                 median(theirs, TURNS),
                 TURNS};
    report(&m);
}

static bylaw_result *verify_whole(bylaw_book *book) {
    return bylaw_verify(book, NULL);
}

static void bench_whole_cases(void) {
    Clerk clerk;
    found(&clerk, "cases.book");
    staff(&clerk);
    for (int i = 1; i <= WHOLE_CASES; i++) {
        case_to_the_vote(&clerk, i);
        case_after_the_vote(&clerk, i);
    }
    sqlite3 *db;
    Scan scan = {.sha256 = EVP_MD_fetch(NULL, "SHA256", NULL), .context = EVP_MD_CTX_new()};
    if (sqlite3_open_v2(clerk.path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "SELECT bytes FROM entries ORDER BY seq", -1, &scan.select, NULL) != SQLITE_OK)
        fail("cannot read the entries of %s: %s", clerk.path, sqlite3_errmsg(db));
    bench_whole("verify", verify_whole, &clerk, &scan);
    bench_whole("replay", bylaw_replay, &clerk, &scan);
    sqlite3_finalize(scan.select);
    sqlite3_close(db);
    EVP_MD_free(scan.sha256);
    EVP_MD_CTX_free(scan.context);
    leave(&clerk);
}

static void bench_votes(bool durable, const char *name, void (*bench)(Clerk *clerk)) {
    Clerk clerk;
    switch_syncs(durable);
    found(&clerk, name);
    staff(&clerk);
    case_to_the_vote(&clerk, 1);
    bench(&clerk);
    leave(&clerk);
}

void bench_book(void) {
    bench_votes(true, "durable.book", bench_command);
    bench_votes(true, "bulk.book", bench_bulk);
}

void bench_record(void) {
    bench_votes(false, "loose.book", bench_command_cpu);
    bench_whole_cases();
    switch_syncs(true);
}
