/* verify: the whole record re-hashed, its signatures checked. */
#include "views/cli/cli.h"
#include <stdlib.h>

const bylaw_argument verify_arguments[] = {{"key", BYLAW_BY_NAME, false, false, false,
                                            "the verifier key that you trust, as you have it from elsewhere"},
                                           {"checkpoint", BYLAW_BY_NAME, false, false, true,
                                            "a checkpoint that you kept; the book must still hold to it"},
                                           {"full", BYLAW_BY_NAME, true, false, false,
                                            "look at every file of evidence too, in the book and beside it"},
                                           {0}};
const char verify_examples[] =
    "bylaw verify\nbylaw verify --full\n"
    "bylaw verify --key example.org/partners+1f2e3d4c+Ab... --checkpoint kept.txt\n";

int run_verify(const Line *line) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    size_t length;
    const char *kept = line_word(line, "checkpoint");
    char *checkpoint = kept ? read_input(kept, &length) : NULL;
    bylaw_book *book = kept && !checkpoint ? NULL : open_book(line, false, &host, &key, &code);
    bylaw_verify_options options = {.size = sizeof options,
                                    .verifier_key = line_word(line, "key"),
                                    .checkpoint = checkpoint,
                                    .full = line_word(line, "full") != NULL};
    if (book) code = show_result(line, bylaw_verify(book, &options));
    bylaw_book_close(book);
    free(checkpoint);
    return code;
}
