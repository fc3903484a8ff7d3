/* Keeps one book for a simulation in another language:   keeper BOOK < LINES
 * A line is a command, its fields between tabs: the clock in seconds since 1970, who acts, when it happened,
 * the version that was seen (-1: not said), "dry" or nothing, the verb, and its words as on the command line,
 * options written --name=value. Fields that say nothing are empty. Besides the verbs that change a book there
 * are "found" with folders of rules, "show" with a subject, "verify", "replay" and "rebuild".
 * Each line is answered by a line of its own, the code and how many bytes follow, and then the document. Time
 * and chance come from the lines alone, so that the same lines make the same book. */
#include "bylaw.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MOST = 1 << 16, WORDS_MOST = 256 };

typedef struct Keeper {
    const char *path;
    bylaw_host host;
    bylaw_key *key;
    bylaw_book *book;
    int64_t now;
    uint64_t chance;
} Keeper;

typedef struct Request {
    const char *as, *at, *verb;
    int64_t seen;
    bool dry;
    bylaw_word words[WORDS_MOST];
    size_t count;
} Request;

/* --- the host ------------------------------------------------------------------------------------------- */

static int64_t now(void *context) {
    return ((Keeper *)context)->now;
}

/* No two salts alike, and the same ones each time (xorshift64*, Vigna 2016). */
static bool chance(void *context, void *bytes, size_t count) {
    Keeper *keeper = context;
    for (size_t i = 0; i < count; i++) {
        keeper->chance ^= keeper->chance >> 12;
        keeper->chance ^= keeper->chance << 25;
        keeper->chance ^= keeper->chance >> 27;
        ((uint8_t *)bytes)[i] = (uint8_t)((keeper->chance * 0x2545F4914F6CDD1DULL) >> 56);
    }
    return true;
}

static bool sign(void *context, const void *message, size_t length, uint8_t signature[64]) {
    return bylaw_key_sign(((Keeper *)context)->key, message, length, signature);
}

/* --- lines ---------------------------------------------------------------------------------------------- */

/* What follows the last field is empty. */
static char *next_field(char **rest) {
    static char nothing[1];
    char *field = *rest, *tab = field ? strchr(field, '\t') : NULL;
    if (tab) *tab = 0;
    *rest = tab ? tab + 1 : NULL;
    return field ? field : nothing;
}

static const char *or_nothing(const char *field) {
    return *field ? field : NULL;
}

/* "--name=value" is an option, "--name" a flag, all else is by place. */
static bylaw_word read_word(char *field) {
    char *equals = strchr(field, '=');
    if (strncmp(field, "--", 2) != 0) return (bylaw_word){NULL, field};
    if (equals) *equals = 0;
    return (bylaw_word){field + 2, equals ? equals + 1 : ""};
}

static void read_request(Keeper *keeper, char *line, Request *request) {
    line[strcspn(line, "\n")] = 0;
    keeper->now = strtoll(next_field(&line), NULL, 10);
    request->as = or_nothing(next_field(&line));
    request->at = or_nothing(next_field(&line));
    request->seen = strtoll(next_field(&line), NULL, 10);
    request->dry = *next_field(&line) != 0;
    request->verb = next_field(&line);
    for (request->count = 0; line && request->count < WORDS_MOST; request->count++)
        request->words[request->count] = read_word(next_field(&line));
}

/* --- answers -------------------------------------------------------------------------------------------- */

/* The key is made when the book is. */
static bylaw_result *found(Keeper *keeper, const Request *request) {
    const char *rules[WORDS_MOST];
    char key[4096];
    snprintf(key, sizeof key, "%s.key", keeper->path);
    for (size_t i = 0; i < request->count; i++) rules[i] = request->words[i].value;
    bylaw_create_options options = {.size = sizeof options,
                                    .path = keeper->path,
                                    .rules = rules,
                                    .rule_count = request->count,
                                    .origin = "bylaw.example/simulation",
                                    .founder = "dina"};
    bylaw_result *made = bylaw_key_create(key, &keeper->host, &keeper->key);
    if (bylaw_result_code(made) != BYLAW_DONE) return made;
    bylaw_free(made);
    bylaw_key_public(keeper->key, options.public_key);
    return bylaw_book_create(&options, &keeper->host);
}

static bylaw_result *act(Keeper *keeper, const Request *request) {
    bylaw_act_options options = {.size = sizeof options,
                                 .verb = request->verb,
                                 .words = request->words,
                                 .word_count = request->count,
                                 .as = request->as,
                                 .at = request->at,
                                 .seen = request->seen,
                                 .dry_run = request->dry};
    return bylaw_act(keeper->book, &options);
}

static bylaw_result *answer(Keeper *keeper, const Request *request) {
    if (strcmp(request->verb, "found") == 0) return found(keeper, request);
    if (!keeper->book) {
        bylaw_result *opened = bylaw_book_open(keeper->path, true, &keeper->host, &keeper->book);
        if (!keeper->book) return opened;
        bylaw_free(opened);
    }
    bylaw_read_options read = {.size = sizeof read,
                               .subject = request->count > 0 ? request->words[0].value : NULL};
    if (strcmp(request->verb, "show") == 0) return bylaw_show(keeper->book, &read);
    if (strcmp(request->verb, "verify") == 0) return bylaw_verify(keeper->book, NULL);
    if (strcmp(request->verb, "replay") == 0) return bylaw_replay(keeper->book);
    if (strcmp(request->verb, "rebuild") == 0) return bylaw_rebuild(keeper->book);
    return act(keeper, request);
}

static bool say(bylaw_result *result) {
    size_t length = 0;
    const char *json = result ? bylaw_result_json(result, &length) : NULL;
    if (!json) return false;
    printf("%d %zu\n", (int)bylaw_result_code(result), length);
    fwrite(json, 1, length, stdout);
    bylaw_free(result);
    return fflush(stdout) == 0;
}

int main(int argc, char **argv) {
    static char line[LINE_MOST];
    static Request request;
    if (argc != 2) return 2;
    Keeper keeper = {.path = argv[1], .chance = 0x9E3779B97F4A7C15ULL};
    keeper.host = (bylaw_host){.size = sizeof keeper.host,
                               .context = &keeper,
                               .clock = now,
                               .random = chance,
                               .sign = sign,
                               .system_user = "dina"};
    bool heard = true;
    while (heard && fgets(line, sizeof line, stdin)) {
        read_request(&keeper, line, &request);
        heard = say(answer(&keeper, &request));
    }
    bylaw_book_close(keeper.book);
    bylaw_key_free(keeper.key);
    return heard ? 0 : 3;
}
