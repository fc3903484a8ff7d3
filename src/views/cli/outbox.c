/* outbox, deliver: messages that wait, and sending them. */
#include "views/cli/cli.h"
#include "views/post/post.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const bylaw_argument outbox_arguments[] = {{0}};
const char outbox_examples[] = "bylaw outbox\n";

int run_outbox(const Line *line) {
    bylaw_read_options options = read_options(line);
    return read_book(line, bylaw_outbox, &options);
}

const bylaw_argument deliver_arguments[] = {
    {"via", BYLAW_BY_NAME, false, false, false,
     "the program that takes a message on its standard input: \"sendmail -t\""},
    {"from", BYLAW_BY_NAME, false, false, false, "with --via, the address from which messages come"},
    {"webhook", BYLAW_BY_NAME, false, false, false, "instead, the web address to which they are posted"},
    {"secret-file", BYLAW_BY_NAME, false, false, true,
     "with --webhook, the file with the secret by which they are signed"},
    {"patience", BYLAW_BY_NAME, false, false, false,
     "seconds until what failed is tried again (60), then twice as long each time, up to a day"},
    {"once", BYLAW_BY_NAME, true, false, false,
     "send what is due now, and end; else it goes on until stopped"},
    {0}};
const char deliver_examples[] =
    "bylaw deliver --via \"sendmail -t\" --from board@example.org --once\n"
    "bylaw deliver --webhook https://example.org/board --secret-file board.secret\n";

enum { VIA_WORDS = 32, PATIENCE = 60, LOOK_EVERY = 30 };

typedef struct Post {
    char *via, *secret; /* to be freed */
    char *words[VIA_WORDS + 1];
    const char *from, *webhook;
    size_t secret_length;
} Post;

static bool send_message(void *context, const bylaw_message *message, char *why, size_t why_size) {
    const Post *post = context;
    if (post->webhook) return webhook_send(post->webhook, message, why, why_size);
    return mail_send(post->words, message, post->from, message->time, why, why_size);
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

/* The secret is a file's first line, so that an editor's newline does not count. */
static int read_webhook(const Line *line, Post *post) {
    const char *file = line_word(line, "secret-file");
    if (post->via) return complain(BYLAW_USAGE, "messages go one way: give --via or --webhook");
    if (!file)
        return complain(BYLAW_USAGE, "--webhook needs --secret-file, by which a receiver knows the sender");
    post->secret = read_input(file, &post->secret_length);
    if (!post->secret) return BYLAW_CANNOT;
    post->secret_length = strcspn(post->secret, "\r\n");
    return post->secret_length >= 16
               ? BYLAW_DONE
               : complain(BYLAW_USAGE, "the secret in %s has fewer than 16 characters", file);
}

static int read_post(const Line *line, Post *post) {
    const char *via = line_word(line, "via");
    post->from = line_word(line, "from");
    post->webhook = line_word(line, "webhook");
    post->via = via ? strdup(via) : NULL;
    if (post->webhook) return read_webhook(line, post);
    if (!post->via || line_split(post->via, post->words, VIA_WORDS) <= 0)
        return complain(BYLAW_USAGE, "how? Name a mail program with --via, or a web address with --webhook");
    if (!post->from || !strchr(post->from, '@'))
        return complain(BYLAW_USAGE,
                        "--from is the address from which messages come, such as board@example.org");
    return BYLAW_DONE;
}

int run_deliver(const Line *line) {
    Post post = {0};
    bylaw_deliver_options options = {.size = sizeof options, .send = send_message, .context = &post};
    int code = read_post(line, &post);
    if (code == BYLAW_DONE && !read_patience(line, &options.patience))
        code = complain(BYLAW_USAGE, "--patience takes whole seconds, up to 86400");
    options.secret = post.secret;
    options.secret_length = post.secret_length;
    signal(SIGPIPE, SIG_IGN);
    bool on = code == BYLAW_DONE;
    while (on) {
        code = deliver_once(line, &options);
        on =
            !line_word(line, "once") && code != BYLAW_CANNOT && fflush(stdout) == 0 && sleep(LOOK_EVERY) == 0;
    }
    free(post.via);
    free(post.secret);
    return code;
}
