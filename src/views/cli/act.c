/* The verbs that change a book: their rows are the library's. */
#include "views/cli/cli.h"

int run_act(const Line *line) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, true, &host, &key, &code);
    if (book) {
        bylaw_act_options options = {.size = sizeof options,
                                     .verb = line->verb,
                                     .words = line->words,
                                     .word_count = line->word_count,
                                     .as = line->as,
                                     .behalf = line->behalf,
                                     .at = line->at,
                                     .seen = line->seen,
                                     .dry_run = line->dry_run};
        code = show_result(line, bylaw_act(book, &options));
    }
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}
