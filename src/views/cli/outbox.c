/* outbox, deliver: messages that wait, and sending them. */
#include "views/cli/cli.h"
#include "views/post/post.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const bylaw_argument outbox_arguments[] = {{0}};
const char outbox_examples[] = "bylaw outbox\n";

int run_outbox(const Line *line) {
    bylaw_read_options options = read_options(line);
    return read_book(line, bylaw_outbox, &options);
}

const bylaw_argument deliver_arguments[] = {
    {"via", BYLAW_BY_NAME_NEEDED, false, false, false,
     "the program that takes a message on its standard input: \"sendmail -t\""},
    {"from", BYLAW_BY_NAME_NEEDED, false, false, false, "the address from which messages come"},
    {"patience", BYLAW_BY_NAME, false, false, false,
     "seconds until what failed is tried again (60), then twice as long each time, up to a day"},
    {"once", BYLAW_BY_NAME, true, false, false,
     "send what is due now, and end; else it goes on until stopped"},
    {0}};
const char deliver_examples[] = "bylaw deliver --via \"sendmail -t\" --from board@example.org --once\n";

enum { VIA_WORDS = 32, PATIENCE = 60, LOOK_EVERY = 30 };

typedef struct Post {
    char *words[VIA_WORDS + 1];
    const char *from;
} Post;

static bool send_by_mail(void *context, const bylaw_message *message, char *why, size_t why_size) {
    const Post *post = context;
    return mail_send(post->words, message, post->from, (int64_t)time(NULL), why, why_size);
}

static int deliver_once(const Line *line, const bylaw_deliver_options *options) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, true, &host, &key, &code);
    if (book) code = show_result(line, bylaw_deliver(book, options));
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}

static bool read_patience(const Line *line, uint64_t *patience) {
    const char *written = line_word(line, "patience");
    char *end;
    *patience = PATIENCE;
    if (!written) return true;
    *patience = strtoull(written, &end, 10);
    return *written >= '0' && *written <= '9' && *end == 0 && *patience <= 86400;
}

int run_deliver(const Line *line) {
    Post post = {.from = line_word(line, "from")};
    bylaw_deliver_options options = {.size = sizeof options, .send = send_by_mail, .context = &post};
    char *via = strdup(line_word(line, "via"));
    int count = via ? line_split(via, post.words, VIA_WORDS) : -1, code = BYLAW_USAGE;
    signal(SIGPIPE, SIG_IGN);
    if (count <= 0)
        complain(BYLAW_USAGE, "--via names no program");
    else if (!strchr(post.from, '@'))
        complain(BYLAW_USAGE, "--from is an address, such as board@example.org, not \"%s\"", post.from);
    else if (!read_patience(line, &options.patience))
        complain(BYLAW_USAGE, "--patience takes whole seconds, up to 86400");
    else
        do {
            code = deliver_once(line, &options);
        } while (!line_word(line, "once") && code != BYLAW_CANNOT && fflush(stdout) == 0 &&
                 sleep(LOOK_EVERY) == 0);
    free(via);
    return code;
}
