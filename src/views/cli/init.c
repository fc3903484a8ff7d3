/* init: a new book under a charter, with its signing key. */
#include "views/cli/cli.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const bylaw_argument init_arguments[] = {
    {"rules", BYLAW_BY_NAME, false, true, false, RULES_SENTENCE},
    {"origin", BYLAW_BY_NAME, false, false, false,
     "the book's name in its checkpoints, like a web address (else: bylaw.example/ and the file's name)"},
    {"me", BYLAW_BY_NAME, false, false, false,
     "what you are called in the book (else: your name in the system)"},
    {0}};
const char init_examples[] =
    "bylaw init --book partners.book --rules rules workflows --origin example.org/partners --me dina\n";

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
    bylaw_create_options options = {.size = sizeof options,
                                    .path = path,
                                    .rules = rules,
                                    .origin = line_word(line, "origin"),
                                    .founder = line_word(line, "me"),
                                    .at = line->at};
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
    if (!path || !*path)
        return complain(BYLAW_USAGE, "which book? Name it with --book FILE, or set BYLAW_BOOK");
    if ((size_t)snprintf(key_path, sizeof key_path, "%s.key", path) >= sizeof key_path)
        return complain(BYLAW_CANNOT, "%s: the name is too long", path);
    return create(line, path, line->key ? line->key : key_path);
}
