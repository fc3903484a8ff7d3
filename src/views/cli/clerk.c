/* init, the verbs that change a book, and those that show what stands. */
#include "views/cli/cli.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATHS_MOST = 1024 };

const bylaw_argument init_arguments[] = {{"rules", BYLAW_BY_NAME, false, true, false, "rule files and workflows, or folders of them (else: rules workflows)"},
                                         {"origin", BYLAW_BY_NAME, false, false, false, "the book's name in its checkpoints, like a web address (else: bylaw.example/ and the file's name)"},
                                         {"me", BYLAW_BY_NAME, false, false, false, "what you are called in the book (else: your name in the system)"},
                                         {0}};
const char init_examples[] = "bylaw init --book partners.book --rules rules workflows --origin example.org/partners --me dina\n";

static const char *book_path(const Line *line) { return line->book ? line->book : getenv("BYLAW_BOOK"); }

/* The key is made beside the book, or used if one was made before. */
static bylaw_key *init_key(const Line *line, const char *path, bylaw_host *host, int *code) {
    bylaw_key *key = host_sign_with(host, path);
    if (key) return key;
    bylaw_result *made = bylaw_key_create(path, host, &key);
    if (key) {
        bylaw_free(made);
        host->context = key;
        host->sign = bylaw_key_sign;
    } else {
        *code = show_result(line, made);
    }
    return key;
}

static const char *default_origin(const char *path, char *origin, size_t size) {
    const char *name = strrchr(path, '/');
    snprintf(origin, size, "bylaw.example/%s", name ? name + 1 : path);
    for (char *c = origin; *c; c++)
        if (*c == ' ' || *c == '+') *c = '-';
    return origin;
}

static int create(const Line *line, const char *path, const char *key_path) {
    const char *rules[PATHS_MOST];
    char origin[512];
    bylaw_host host;
    int code = BYLAW_CANNOT;
    host_fill(&host);
    bool had_key = access(key_path, F_OK) == 0;
    bylaw_key *key = init_key(line, key_path, &host, &code);
    if (!key) return code;
    bylaw_create_options options = {.size = sizeof options, .path = path, .rules = rules, .origin = line_word(line, "origin"), .founder = line_word(line, "me"), .at = line->at};
    options.rule_count = line_all(line, "rules", rules, PATHS_MOST);
    if (options.rule_count == 0) {
        rules[0] = "rules";
        rules[1] = "workflows";
        options.rule_count = 2;
    }
    if (!options.origin) options.origin = default_origin(path, origin, sizeof origin);
    if (!options.founder) options.founder = host.system_user;
    bylaw_key_public(key, options.public_key);
    code = show_result(line, bylaw_book_create(&options, &host));
    bylaw_key_free(key);
    if (code != BYLAW_DONE && !had_key) remove(key_path);
    return code;
}

int run_init(const Line *line) {
    char key_path[4096];
    const char *path = book_path(line);
    if (!path || !*path) return complain(BYLAW_USAGE, "which book? Name it with --book FILE, or set BYLAW_BOOK");
    if ((size_t)snprintf(key_path, sizeof key_path, "%s.key", path) >= sizeof key_path) return complain(BYLAW_CANNOT, "%s: the name is too long", path);
    return create(line, path, line->key ? line->key : key_path);
}

int run_act(const Line *line) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, true, &host, &key, &code);
    if (book) {
        bylaw_act_options options = {.size = sizeof options, .verb = line->verb, .words = line->words, .word_count = line->word_count, .as = line->as, .behalf = line->behalf, .at = line->at, .seen = line->seen};
        code = show_result(line, bylaw_act(book, &options));
    }
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}

/* --- docket, show, history ---------------------------------------------------------------------------------------- */

const bylaw_argument docket_arguments[] = {{"PERSON", BYLAW_BY_PLACE_ALL, false, false, false, "only what waits for this person"}, {0}};
const char docket_examples[] = "bylaw docket\nbylaw docket carl\n";
const bylaw_argument show_arguments[] = {{"NUMBER", BYLAW_BY_PLACE, false, false, false, "a case, meeting, motion, body, office or person; \"people\": everybody"}, {0}};
const char show_examples[] = "bylaw show PRT-2026-001\nbylaw show people\n";
const bylaw_argument history_arguments[] = {{"NUMBER", BYLAW_BY_PLACE_ALL, false, false, false, "a case, meeting or motion (else: the whole book)"}, {0}};
const char history_examples[] = "bylaw history PRT-2026-001\n";

typedef bylaw_result *ReadVerb(bylaw_book *book, const bylaw_read_options *options);

static int read_book(const Line *line, ReadVerb *verb, const bylaw_read_options *options) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, false, &host, &key, &code);
    if (book) code = show_result(line, verb(book, options));
    bylaw_book_close(book);
    return code;
}

static bylaw_read_options reading(const Line *line) {
    return (bylaw_read_options){.size = sizeof(bylaw_read_options), .subject = line_place(line, 0), .at = line->at};
}

int run_docket(const Line *line) {
    bylaw_read_options options = reading(line);
    options.who = options.subject;
    return read_book(line, bylaw_docket, &options);
}

int run_show(const Line *line) {
    bylaw_read_options options = reading(line);
    return read_book(line, bylaw_show, &options);
}

int run_history(const Line *line) {
    bylaw_read_options options = reading(line);
    return read_book(line, bylaw_history, &options);
}

/* --- receipt: of an entry by its number, or the latest of a case ---------------------------------------------- */

const bylaw_argument receipt_arguments[] = {{"ENTRY", BYLAW_BY_PLACE, false, false, false, "the entry's number; or a case or meeting, for its latest entry"}, {0}};
const char receipt_examples[] = "bylaw receipt 42 > receipt.txt\nbylaw receipt PRT-2026-001\n";

int run_receipt(const Line *line) {
    bylaw_read_options options = reading(line);
    char *end;
    options.seq = strtoull(options.subject, &end, 10);
    options.has_seq = *options.subject >= '0' && *options.subject <= '9' && *end == 0;
    return read_book(line, bylaw_receipt, &options);
}
