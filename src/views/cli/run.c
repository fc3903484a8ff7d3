/* run: applies what falls due, again and again, until it is told to stop. It stops between two batches: the
 * signals that ask for it are waited for, not interrupted by. */
#include "views/cli/cli.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const bylaw_argument run_arguments[] = {
    {"every", BYLAW_BY_NAME, false, false, false, "how many seconds lie between two looks (else 600)"},
    {"once", BYLAW_BY_NAME, true, false, false, "look once, and end"},
    {0}};
const char run_examples[] = "bylaw run\nbylaw run --every 60\nbylaw run --once\n";

enum { EVERY_SECONDS = 600 };

static bool read_every(const char *word, time_t *seconds) {
    char *end;
    errno = 0;
    long number = word ? strtol(word, &end, 10) : EVERY_SECONDS;
    *seconds = number;
    if (!word || (errno == 0 && *word && *end == 0 && number > 0)) return true;
    complain(BYLAW_USAGE, "--every takes a number of seconds, not \"%s\"", word);
    return false;
}

/* A line for what was entered. */
static void log_batch(const bylaw_node *entries) {
    size_t count = bylaw_count(entries);
    if (count == 0) return;
    printf("%s  %zu %s entered", bylaw_get_text(bylaw_item(entries, 0), "recorded"), count,
           count == 1 ? "entry" : "entries");
    for (size_t i = 0; i < count; i++)
        printf("%s %s: %s", i ? ";" : ":", bylaw_get_text(bylaw_item(entries, i), "scope"),
               bylaw_get_text(bylaw_item(entries, i), "sentence"));
    putchar('\n');
    fflush(stdout);
}

/* What the book refuses ends the run; what the disk or another's lock hinders is tried again the next time.
 */
static int advance_once(const Line *line, bylaw_book *book) {
    bylaw_act_options options = {
        .size = sizeof options, .verb = "advance", .as = line->as, .at = line->at, .seen = -1};
    bylaw_result *result = bylaw_act(book, &options);
    int code = result ? (int)bylaw_result_code(result) : BYLAW_CANNOT;
    if (code != BYLAW_DONE) return show_result(line, result);
    log_batch(bylaw_get(bylaw_result_document(result), "fell_due"));
    bylaw_free(result);
    return code;
}

static int look(const Line *line, bool *opened) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, true, &host, &key, &code);
    *opened = *opened || book;
    if (book) code = advance_once(line, book);
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}

/* False: it is asked to stop. */
static bool wait_for(const sigset_t *stops, time_t seconds) {
    struct timespec most = {.tv_sec = seconds};
    int found;
    do {
        found = sigtimedwait(stops, NULL, &most);
    } while (found < 0 && errno == EINTR);
    return found < 0;
}

int run_run(const Line *line) {
    sigset_t stops;
    time_t seconds;
    bool opened = false;
    int code;
    if (!read_every(line_word(line, "every"), &seconds)) return BYLAW_USAGE;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    sigprocmask(SIG_BLOCK, &stops, NULL);
    do {
        code = look(line, &opened);
        bool hindered = opened && code == BYLAW_CANNOT;
        if (line_word(line, "once") || (code != BYLAW_DONE && !hindered)) return code;
    } while (wait_for(&stops, seconds));
    return BYLAW_DONE;
}
