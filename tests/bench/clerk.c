#include "clerk.h"
#include "bench.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { METHODS_MOST = 8, ARGS_MOST = 24 };

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

void switch_syncs(bool on) {
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

void must_be_done(bylaw_result *result, const char *what) {
    if (bylaw_result_code(result) != BYLAW_DONE)
        fail("%s: %s", what, bylaw_get_text(bylaw_result_document(result), "sentence"));
    bylaw_free(result);
}

void found(Clerk *clerk, const char *name) {
    const char *rules[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
    clerk->path = temporary(name);
    clerk->host = (bylaw_host){.size = sizeof clerk->host,
                               .clock = fixed_clock,
                               .random = some_bytes,
                               .sign = bylaw_key_sign,
                               .system_user = "dina"};
    char *key = temporary("bench.key");
    remove(key);
    must_be_done(bylaw_key_create(key, &clerk->host, &clerk->key), "key");
    clerk->host.context = clerk->key;
    bylaw_create_options options = {.size = sizeof options,
                                    .path = clerk->path,
                                    .rules = rules,
                                    .rule_count = 2,
                                    .origin = "bylaw.example/bench",
                                    .founder = "dina",
                                    .at = "2026-01-05"};
    bylaw_key_public(clerk->key, options.public_key);
    must_be_done(bylaw_book_create(&options, &clerk->host), "init");
    must_be_done(bylaw_book_open(clerk->path, true, &clerk->host, &clerk->book), "open");
    free(key);
}

void leave(Clerk *clerk) {
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

void must(Clerk *clerk, const char *as, const char *at, const char *written) {
    must_be_done(act(clerk, as, at, written), written);
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

void case_to_the_vote(Clerk *clerk, int number) {
    run_lines(clerk, to_the_vote, COUNT(to_the_vote), number);
}

void case_after_the_vote(Clerk *clerk, int number) {
    run_lines(clerk, after_the_vote, COUNT(after_the_vote), number);
}

void staff(Clerk *clerk) {
    must(clerk, NULL, "2026-01-05", "import " SOURCE_DIR "/tests/data/people.yaml");
}
