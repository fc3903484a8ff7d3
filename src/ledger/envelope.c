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

#define ROW(key, reading, member) {#key, sizeof #key - 1, reading, offsetof(Envelope, member)},
#define SKIP(key)                 {#key, sizeof #key - 1, PASS, 0},

/* In the order in which they are written: by the bytes of the key. */
static const Row rows[] = {
    SKIP(actor) SKIP(auth) ROW(batch, READ_INT, batch) ROW(batch_count, READ_INT, batch_count)
        ROW(batch_index, READ_INT, batch_index) SKIP(behalf) SKIP(body) ROW(charter, READ_TEXT, charter)
            SKIP(happened) ROW(kind, READ_TEXT, kind) ROW(recorded, READ_MOMENT, recorded) SKIP(recorder)
                ROW(scope, READ_TEXT, scope) ROW(scope_version, READ_INT, scope_version) SKIP(semantics)
                    ROW(seq, READ_INT, seq) SKIP(signature) SKIP(version)};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

typedef struct Scanner {
    const char *at, *end;
} Scanner;

static bool take(Scanner *scanner, char c) {
    if (scanner->at == scanner->end || *scanner->at != c) return false;
    scanner->at++;
    return true;
}

/* A string, without its quotes; `plain` is set to whether it has no escape. */
static bool take_string(Scanner *scanner, Text *out, bool *plain) {
    if (!take(scanner, '"')) return false;
    const char *start = scanner->at;
    *plain = true;
    for (; scanner->at < scanner->end && *scanner->at != '"'; scanner->at++) {
        if (*scanner->at != '\\') continue;
        *plain = false;
        if (++scanner->at == scanner->end) return false;
    }
    *out = (Text){start, (size_t)(scanner->at - start)};
    return take(scanner, '"');
}

/* Everything up to the comma or bracket that ends the value. */
static bool pass_value(Scanner *scanner) {
    Text text;
    bool plain;
    for (int depth = 0; scanner->at < scanner->end; scanner->at++) {
        char c = *scanner->at;
        if (depth == 0 && (c == ',' || c == '}')) return true;
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        if (c == '"' && !take_string(scanner, &text, &plain)) return false;
        if (c == '"') scanner->at--; /* the loop passes the closing quote */
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
    bool plain;
    switch (row->reading) {
    case PASS:
        return pass_value(scanner);
    case READ_INT:
        return take_int(scanner, member);
    case READ_TEXT:
        if (!take_string(scanner, &text, &plain)) return false;
        memcpy(member, &text, sizeof text);
        return plain;
    case READ_MOMENT:
        return take_string(scanner, &text, &plain) && moment_parse(text, member);
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
        bool plain;
        if (!take_string(&scanner, &key, &plain) || !take(&scanner, ':')) return false;
        const Row *row = row_of(key, &next);
        if (!row || !read_value(&scanner, row, out)) return false;
    } while (take(&scanner, ','));
    return take(&scanner, '}') && scanner.at == scanner.end && !text_empty(out->kind);
}
