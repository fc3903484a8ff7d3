/* Reads the envelope of an entry without building anything: verification does this for every entry of a
 * book. It relies on the one form that entries have, and refuses what is not in it on the top level. */
#include "ledger/entry.h"
#include <stddef.h>
#include <string.h>

typedef enum Reading { PASS, READ_INT, READ_TEXT, READ_MOMENT } Reading;

typedef struct Row {
    const char *key;
    size_t len;
    Reading reading;
    size_t offset;
} Row;

#define READS(key, reading)                                                                                  \
    { #key, sizeof #key - 1, reading, offsetof(Envelope, key) }
#define PASSES(key)                                                                                          \
    { #key, sizeof #key - 1, PASS, 0 }

/* In the order in which they are written: by the bytes of the key. */
static const Row rows[] = {
    PASSES(actor),
    PASSES(auth),
    READS(batch, READ_INT),
    READS(batch_count, READ_INT),
    READS(batch_index, READ_INT),
    PASSES(behalf),
    PASSES(body),
    READS(charter, READ_TEXT),
    PASSES(happened),
    READS(kind, READ_TEXT),
    READS(recorded, READ_MOMENT),
    PASSES(recorder),
    READS(scope, READ_TEXT),
    READS(scope_version, READ_INT),
    PASSES(semantics),
    READS(seq, READ_INT),
    PASSES(signature),
    PASSES(version),
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

typedef struct Scanner {
    const char *at, *end;
} Scanner;

static bool take(Scanner *scanner, char c) {
    if (scanner->at == scanner->end || *scanner->at != c) return false;
    scanner->at++;
    return true;
}

/* Is the quote at `at` escaped: behind an odd number of backslashes? */
static bool escaped(const char *start, const char *at) {
    const char *before = at;
    while (before > start && before[-1] == '\\') before--;
    return (at - before) % 2 != 0;
}

/* A string, without its quotes. */
static bool take_string(Scanner *scanner, Text *out) {
    if (!take(scanner, '"')) return false;
    const char *start = scanner->at;
    const char *quote = memchr(start, '"', (size_t)(scanner->end - start));
    while (quote && escaped(start, quote)) quote = memchr(quote + 1, '"', (size_t)(scanner->end - quote - 1));
    if (!quote) return false;
    *out = (Text){start, (size_t)(quote - start)};
    scanner->at = quote + 1;
    return true;
}

/* Everything up to the comma or bracket that ends the value. */
static bool pass_value(Scanner *scanner) {
    Text text;
    for (int depth = 0; scanner->at < scanner->end;) {
        char c = *scanner->at;
        if (depth == 0 && (c == ',' || c == '}')) return true;
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        if (c != '"')
            scanner->at++;
        else if (!take_string(scanner, &text))
            return false;
    }
    return false;
}

static bool take_int(Scanner *scanner, int64_t *out) {
    Text digits = {scanner->at, 0};
    return pass_value(scanner) && (digits.len = (size_t)(scanner->at - digits.at)) < 20 &&
           text_to_int(digits, out);
}

static bool read_value(Scanner *scanner, const Row *row, Envelope *out) {
    void *member = (char *)out + row->offset;
    Text text;
    switch (row->reading) {
    case PASS:
        return pass_value(scanner);
    case READ_INT:
        return take_int(scanner, member);
    case READ_TEXT:
        if (!take_string(scanner, &text)) return false;
        memcpy(member, &text, sizeof text);
        return memchr(text.at, '\\', text.len) == NULL;
    case READ_MOMENT:
        return take_string(scanner, &text) && moment_parse(text, member);
    }
    return false;
}

/* The row of a key among those that may still come; NULL for none. */
static const Row *row_of(Text key, size_t *next) {
    for (; *next < ROW_COUNT; (*next)++) {
        const Row *row = &rows[*next];
        if (row->len == key.len && memcmp(row->key, key.at, key.len) == 0) return &rows[(*next)++];
    }
    return NULL;
}

bool entry_envelope(Text bytes, Envelope *out) {
    *out = (Envelope){0};
    Scanner scanner = {bytes.at, bytes.at + bytes.len};
    size_t next = 0;
    if (bytes.len == 0 || bytes.len > ENTRY_MAX || !take(&scanner, '{')) return false;
    do {
        Text key;
        if (!take_string(&scanner, &key) || !take(&scanner, ':')) return false;
        const Row *row = row_of(key, &next);
        if (!row || !read_value(&scanner, row, out)) return false;
    } while (take(&scanner, ','));
    return take(&scanner, '}') && scanner.at == scanner.end && !text_empty(out->kind);
}
