/* The book as verbs name it, opened for reading or writing. */
#include "views/cli/cli.h"
#include <stdio.h>
#include <stdlib.h>

const char *book_path(const Line *line) {
    return line->book ? line->book : getenv("BYLAW_BOOK");
}

/* A key that was named must be there; one that was not named may be elsewhere, and the head is
 * then unsigned. */
static bool find_key(const Line *line, const char *book, bylaw_host *host, bylaw_key **key) {
    char path[4096];
    if (line->key) {
        *key = host_sign_with(host, line->key);
        if (!*key) complain(BYLAW_CANNOT, "%s holds no key that can be read", line->key);
        return *key != NULL;
    }
    if ((size_t)snprintf(path, sizeof path, "%s.key", book) < sizeof path) *key = host_sign_with(host, path);
    return true;
}

bylaw_book *open_book(const Line *line, bool write, bylaw_host *host, bylaw_key **key, int *code) {
    const char *path = book_path(line);
    *key = NULL;
    host_fill(host);
    if (!path || !*path) {
        *code = complain(BYLAW_USAGE, "which book? Name it with --book FILE, or set BYLAW_BOOK");
        return NULL;
    }
    if (write && !find_key(line, path, host, key)) {
        *code = BYLAW_CANNOT;
        return NULL;
    }
    bylaw_book *book = NULL;
    bylaw_result *result = bylaw_book_open(path, write, host, &book);
    if (book)
        bylaw_free(result);
    else
        *code = show_result(line, result);
    return book;
}

int read_book(const Line *line, ReadVerb *verb, const bylaw_read_options *options) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, false, &host, &key, &code);
    if (book) code = show_result(line, verb(book, options));
    bylaw_book_close(book);
    return code;
}

bylaw_read_options read_options(const Line *line) {
    return (bylaw_read_options){
        .size = sizeof(bylaw_read_options), .subject = line_place(line, 0), .at = line->at};
}

int on_book(const Line *line, bool write, WholeVerb *verb) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, write, &host, &key, &code);
    if (book) code = show_result(line, verb(book));
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}
