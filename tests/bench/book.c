/* command, command_cpu, verify, replay: on a book of whole cases made through the library's own path. */
#include "bench.h"
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { METHODS_MOST = 8, WHOLE_CASES = 150, COMMANDS = 200, CPU_COMMANDS = 1000, ARGS_MOST = 24 };

/* --- a way to switch durability off --------------------------------------------------------------------- */

/* With this file system in front, SQLite's syncs do nothing, as with synchronous=OFF. */
static sqlite3_vfs loose;
static sqlite3_vfs *tight;
static struct {
    const sqlite3_io_methods *tight;
    sqlite3_io_methods loose;
} methods[METHODS_MOST]; /* the database's and the journal's are not the same */

static int no_sync(sqlite3_file *file, int flags) {
    (void)file;
    (void)flags;
    return SQLITE_OK;
}

static int open_loose(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    int code = tight->xOpen(tight, name, file, flags, out);
    int i = 0;
    if (code != SQLITE_OK || !file->pMethods) return code;
    while (i < METHODS_MOST - 1 && methods[i].tight && methods[i].tight != file->pMethods) i++;
    methods[i].tight = file->pMethods;
    methods[i].loose = *file->pMethods;
    methods[i].loose.xSync = no_sync;
    file->pMethods = &methods[i].loose;
    return code;
}

static void switch_syncs(bool on) {
    if (!tight) {
        tight = sqlite3_vfs_find(NULL);
        loose = *tight;
        loose.zName = "loose";
        loose.xOpen = open_loose;
    }
    sqlite3_vfs_register(on ? tight : &loose, 1);
}

/* --- a book --------------------------------------------------------------------------------------------- */

static int64_t fixed_clock(void *context) {
    (void)context;
    return 1790000000; /* in September 2026 */
}

static bool some_bytes(void *context, void *bytes, size_t count) {
    (void)context;
    return getrandom(bytes, count, 0) == (ssize_t)count;
}

typedef struct Clerk {
    bylaw_host host;
    bylaw_key *key;
    bylaw_book *book;
    char *path;
} Clerk;

static void done(bylaw_result *result, const char *what) {
    if (bylaw_result_code(result) != BYLAW_DONE)
        fail("%s: %s", what, bylaw_get_text(bylaw_result_document(result), "sentence"));
    bylaw_free(result);
}

static void found(Clerk *clerk, const char *name) {
    const char *rules[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
    clerk->path = temporary(name);
    clerk->host = (bylaw_host){.size = sizeof clerk->host,
                               .clock = fixed_clock,
                               .random = some_bytes,
                               .sign = bylaw_key_sign,
                               .system_user = "dina"};
    char *key = temporary("bench.key");
    remove(key);
    done(bylaw_key_create(key, &clerk->host, &clerk->key), "key");
    clerk->host.context = clerk->key;
    bylaw_create_options options = {.size = sizeof options,
                                    .path = clerk->path,
                                    .rules = rules,
                                    .rule_count = 2,
                                    .origin = "bylaw.example/bench",
                                    .founder = "dina",
                                    .at = "2026-01-05"};
    bylaw_key_public(clerk->key, options.public_key);
    done(bylaw_book_create(&options, &clerk->host), "init");
    done(bylaw_book_open(clerk->path, true, &clerk->host, &clerk->book), "open");
    free(key);
}

static void leave(Clerk *clerk) {
    bylaw_book_close(clerk->book);
    bylaw_key_free(clerk->key);
    free(clerk->path);
}

/* "vote M-1 --for emil --against farah": by place and by option, as the command line reads them. */
static bylaw_result *act(Clerk *clerk, const char *as, const char *at, const char *written) {
    char words[512], *rest = NULL;
    bylaw_word parts[ARGS_MOST];
    size_t count = 0;
    snprintf(words, sizeof words, "%s", written);
    char *verb = strtok_r(words, " ", &rest);
    const char *name = NULL;
    for (char *word = strtok_r(NULL, " ", &rest); word && count < ARGS_MOST;
         word = strtok_r(NULL, " ", &rest)) {
        if (strncmp(word, "--", 2) == 0)
            name = word + 2;
        else
            parts[count++] = (bylaw_word){name, word};
    }
    bylaw_act_options options = {.size = sizeof options,
                                 .verb = verb,
                                 .words = parts,
                                 .word_count = count,
                                 .as = as,
                                 .at = at,
                                 .seen = -1};
    return bylaw_act(clerk->book, &options);
}

static void must(Clerk *clerk, const char *as, const char *at, const char *written) {
    done(act(clerk, as, at, written), written);
}

/* Every command of the main case up to the open motion; %d is the case's number. */
static const char *const to_the_vote[][3] = {
    {"amara", "2026-03-02", "open partnership_approval"},
    {"amara", "2026-03-03",
     "submit PRT-%d name=MedData vertical=health personal_data=yes contact=x@meddata.example"},
    {"amara", "2026-03-09",
     "score PRT-%d strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "
     "financial_value=8"},
    {"bela", "2026-03-09",
     "score PRT-%d strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "
     "financial_value=8"},
    {"carl", "2026-03-09",
     "score PRT-%d strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "
     "financial_value=8"},
    {"iris", "2026-03-12",
     "answer PRT-%d transparency=yes privacy=yes fairness=yes accountability=yes beneficial_purpose=yes"},
    {NULL, "2026-03-16", "convene partnership_review_board --on 2026-03-24"},
    {NULL, "2026-03-24", "attend MTG-%d emil farah goran hana carl"},
    {NULL, "2026-03-24", "recuse carl --from PRT-%d --because scorer"},
    {"emil", "2026-03-24", "move PRT-%d --in MTG-%d"},
};

static const char *const after_the_vote[][3] = {
    {NULL, "2026-03-24", "vote M-%d --for all --abstain hana"},
    {NULL, "2026-03-24", "close M-%d"},
    {"bela", "2026-04-02", "submit PRT-%d --step roadmap"},
    {"carl", "2026-04-02", "submit PRT-%d --step resources"},
    {"amara", "2026-04-02", "submit PRT-%d --step metrics"},
};

static void run_lines(Clerk *clerk, const char *const lines[][3], size_t count, int number) {
    for (size_t i = 0; i < count; i++) {
        char written[512], *out = written;
        for (const char *c = lines[i][2]; *c && out < written + sizeof written - 16; c++) {
            if (c[0] == '%' && c[1] == 'd') {
                out += sprintf(out, "%d", number);
                c++;
            } else {
                *out++ = *c;
            }
        }
        *out = 0;
        must(clerk, lines[i][0], lines[i][1], written);
    }
}

#define COUNT(lines) (sizeof(lines) / sizeof *(lines))

static void staff(Clerk *clerk) {
    must(clerk, NULL, "2026-01-05", "import " SOURCE_DIR "/tests/data/people.yaml");
}

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
        done(verb(clerk->book), name);
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
        run_lines(&clerk, to_the_vote, COUNT(to_the_vote), i);
        run_lines(&clerk, after_the_vote, COUNT(after_the_vote), i);
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

void bench_book(void) {
    Clerk clerk;
    switch_syncs(true);
    found(&clerk, "durable.book");
    staff(&clerk);
    run_lines(&clerk, to_the_vote, COUNT(to_the_vote), 1);
    bench_command(&clerk);
    leave(&clerk);
    switch_syncs(false);
    found(&clerk, "loose.book");
    staff(&clerk);
    run_lines(&clerk, to_the_vote, COUNT(to_the_vote), 1);
    bench_command_cpu(&clerk);
    leave(&clerk);
    bench_whole_cases();
    switch_syncs(true);
}
