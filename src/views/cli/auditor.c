/* replay, verify, checkpoint, rebuild, version: what an auditor asks of a record. */
#include "views/cli/cli.h"

const bylaw_argument replay_arguments[] = {{0}};
const char replay_examples[] = "bylaw replay\n";
const bylaw_argument verify_arguments[] = {{0}};
const char verify_examples[] = "bylaw verify\nbylaw verify --format json\n";
const bylaw_argument checkpoint_arguments[] = {{0}};
const char checkpoint_examples[] = "bylaw checkpoint > checkpoint.txt\n";
const bylaw_argument rebuild_arguments[] = {{0}};
const char rebuild_examples[] = "bylaw rebuild\n";
const bylaw_argument version_arguments[] = {{0}};
const char version_examples[] = "bylaw version\n";

typedef bylaw_result *WholeVerb(bylaw_book *book);

static int on_book(const Line *line, bool write, WholeVerb *verb) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, write, &host, &key, &code);
    if (book) code = show_result(line, verb(book));
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}

int run_replay(const Line *line) { return on_book(line, false, bylaw_replay); }
int run_verify(const Line *line) { return on_book(line, false, bylaw_verify); }
int run_checkpoint(const Line *line) { return on_book(line, true, bylaw_checkpoint); }
int run_rebuild(const Line *line) { return on_book(line, true, bylaw_rebuild); }
int run_version(const Line *line) { return show_result(line, bylaw_version()); }
