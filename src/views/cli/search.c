/* search: what says these words. */
#include "views/cli/cli.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

const bylaw_argument search_arguments[] = {
    {"WORD", BYLAW_BY_PLACE_ALL, false, false, false,
     "what is looked for: words that are all said, each perhaps only begun; a phrase \"in quotes\" as it "
     "stands"},
    {"most", BYLAW_BY_NAME, false, false, false, "how many are told (else 20)"},
    {0}};
const char search_examples[] = "bylaw search health\nbylaw search acme \"data protection\"\n"
                               "bylaw search carl --most 100\n";

enum { SEARCH_MOST = 64 };

static bool read_most(const char *word, size_t *most) {
    char *end;
    errno = 0;
    long number = word ? strtol(word, &end, 10) : 0;
    if (!word || (errno == 0 && *word && *end == 0 && number > 0)) {
        *most = (size_t)number;
        return true;
    }
    complain(BYLAW_USAGE, "--most takes how many are told, a whole number, not \"%s\"", word);
    return false;
}

/* Where the book may be written, what is searched is kept in it, for the next time. */
int run_search(const Line *line) {
    bylaw_read_options options = read_options(line);
    const char *words[SEARCH_MOST], *path = book_path(line);
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    options.keys = words;
    options.key_count = line_all(line, NULL, words, SEARCH_MOST);
    if (!read_most(line_word(line, "most"), &options.most)) return BYLAW_USAGE;
    bylaw_book *book = open_book(line, path && access(path, W_OK) == 0, &host, &key, &code);
    if (book) code = show_result(line, bylaw_search(book, &options));
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}
