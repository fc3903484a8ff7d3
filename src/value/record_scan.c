/* Reads records from canonical JSON without a tree between: nearly all JSON that is read was written by
 * record_write(). It knows that one form, and what is not in it goes the long way, which also says what is
 * wrong. */
#include "value/json.h"
#include "value/record.h"

typedef struct Scan {
    Arena *arena;
    const char *at, *end;
    int depth; /* of what is being read */
} Scan;

static bool scan_char(Scan *scan, char c) {
    if (scan->at == scan->end || *scan->at != c) return false;
    scan->at++;
    return true;
}

static bool scan_word(Scan *scan, Text word) {
    if (!text_starts((Text){scan->at, (size_t)(scan->end - scan->at)}, word)) return false;
    scan->at += word.len;
    return true;
}

/* --- texts ---------------------------------------------------------------------------------------------- */

/* A text in quotes, as it stands between them; whether there are escapes in it. */
static bool scan_quoted(Scan *scan, Text *out, bool *escaped) {
    if (!scan_char(scan, '"')) return false;
    const char *start = scan->at;
    *escaped = false;
    for (; scan->at < scan->end && *scan->at != '"'; scan->at++) {
        if ((unsigned char)*scan->at < ' ') return false;
        if (*scan->at != '\\') continue;
        *escaped = true;
        if (++scan->at == scan->end) return false;
    }
    *out = (Text){start, (size_t)(scan->at - start)};
    return scan_char(scan, '"');
}

static int hex_digit(char c) {
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of the escape that `text` has at `*at`, which moves behind it; 0: it is none that is written.
 */
static char unescaped(Text text, size_t *at) {
    static const char letters[] = "\"\\bfnrt", meant[] = "\"\\\b\f\n\r\t";
    char letter = text.at[*at + 1];
    const char *found = strchr(letters, letter);
    *at += 2;
    if (found) return meant[found - letters];
    if (letter != 'u' || text.len < *at + 4 || text.at[*at] != '0' || text.at[*at + 1] != '0') return 0;
    int high = hex_digit(text.at[*at + 2]), low = hex_digit(text.at[*at + 3]);
    *at += 4;
    return high >= 0 && high < 2 && low >= 0 ? (char)(16 * high + low) : 0;
}

static bool unescape(Arena *arena, Text text, Text *out) {
    Buf buf = buf_new(arena);
    for (size_t at = 0; at < text.len;) {
        char c = text.at[at] == '\\' ? unescaped(text, &at) : text.at[at++];
        if (c == 0) return false;
        buf_char(&buf, c);
    }
    *out = buf_done(&buf);
    return true;
}

static bool scan_text(Scan *scan, Text *out) {
    Text text;
    bool escaped;
    if (!scan_quoted(scan, &text, &escaped)) return false;
    if (escaped) return unescape(scan->arena, text, out);
    *out = text_copy(scan->arena, text);
    return true;
}

/* The key before a value of a map. Keys ascend, so that none stands twice; those with escapes go the long
 * way. */
static bool scan_key(Scan *scan, Text before, Text *key) {
    bool escaped;
    return scan_quoted(scan, key, &escaped) && !escaped && scan_char(scan, ':') &&
           (!before.at || text_compare(before, *key) < 0);
}

/* --- trees ---------------------------------------------------------------------------------------------- */

static bool scan_int(Scan *scan, int64_t *out) {
    const char *start = scan->at, *digits = start;
    if (digits < scan->end && *digits == '-') digits++;
    for (scan->at = digits; scan->at < scan->end && is_digit(*scan->at);) scan->at++;
    bool zero = scan->at > digits && *digits == '0';
    if (zero && (scan->at - digits > 1 || digits > start)) return false;
    return text_to_int((Text){start, (size_t)(scan->at - start)}, out) && *out >= -JSON_INT_MAX &&
           *out <= JSON_INT_MAX;
}

static bool scan_tree(Scan *scan, Tree **out);

static bool scan_list_items(Scan *scan, Tree *list) {
    if (scan_char(scan, ']')) return true;
    do {
        Tree *item;
        if (!scan_tree(scan, &item)) return false;
        tree_add(scan->arena, list, item);
    } while (scan_char(scan, ','));
    return scan_char(scan, ']');
}

static bool scan_map_items(Scan *scan, Tree *map) {
    Text key = {0};
    if (scan_char(scan, '}')) return true;
    do {
        Tree *item;
        if (!scan_key(scan, key, &key) || !scan_tree(scan, &item)) return false;
        tree_append(scan->arena, map, text_copy(scan->arena, key), item);
    } while (scan_char(scan, ','));
    return scan_char(scan, '}');
}

static bool scan_value(Scan *scan, Tree *tree) {
    switch (*scan->at) {
    case '"':
        tree->kind = TREE_TEXT;
        return scan_text(scan, &tree->text);
    case '[':
        tree->kind = TREE_LIST;
        return scan_char(scan, '[') && scan_list_items(scan, tree);
    case '{':
        tree->kind = TREE_MAP;
        return scan_char(scan, '{') && scan_map_items(scan, tree);
    case 't':
    case 'f':
        tree->kind = TREE_BOOL;
        tree->yes = *scan->at == 't';
        return scan_word(scan, tree->yes ? TEXT("true") : TEXT("false"));
    case 'n':
        return scan_word(scan, TEXT("null"));
    default:
        tree->kind = TREE_INT;
        return scan_int(scan, &tree->number);
    }
}

static bool scan_tree(Scan *scan, Tree **out) {
    if (scan->at == scan->end || scan->depth == JSON_DEPTH) return false;
    *out = tree_null(scan->arena);
    scan->depth++;
    bool good = scan_value(scan, *out);
    scan->depth--;
    return good;
}

/* --- records -------------------------------------------------------------------------------------------- */

static bool scan_record(Scan *scan, const RecordType *type, void *record);

static bool scan_texts(Scan *scan, TextList *texts) {
    if (!scan_char(scan, '[') || scan_char(scan, ']')) return false; /* an empty one is not written */
    do {
        Text text;
        if (!scan_text(scan, &text)) return false;
        texts_push(scan->arena, texts, text);
    } while (scan_char(scan, ','));
    return scan_char(scan, ']');
}

static bool scan_records(Scan *scan, const RecordType *type, void *list) {
    if (!scan_char(scan, '[') || scan_char(scan, ']')) return false;
    do {
        if (!scan_record(scan, type, record_push(scan->arena, type, list))) return false;
    } while (scan_char(scan, ','));
    return scan_char(scan, ']');
}

static bool scan_nested(Scan *scan, const RecordType *type, void *at) {
    void *record = record_new(scan->arena, type);
    memcpy(at, &record, sizeof record);
    return scan_record(scan, type, record);
}

static bool scan_time(Scan *scan, const Field *field, void *at) {
    Text written;
    bool escaped;
    if (!scan_quoted(scan, &written, &escaped)) return false;
    return field->kind == FIELD_DATE ? date_parse(written, at) : moment_parse(written, at);
}

static bool scan_field(Scan *scan, const Field *field, void *at) {
    switch (field->kind) {
    case FIELD_TEXT:
        return scan_text(scan, at);
    case FIELD_TEXTS:
        return scan_texts(scan, at);
    case FIELD_INT:
        return scan_int(scan, at);
    case FIELD_BOOL:
        *(bool *)at = true;
        return scan_word(scan, TEXT("true"));
    case FIELD_DATE:
    case FIELD_MOMENT:
        return scan_time(scan, field, at);
    case FIELD_TREE:
        return scan_tree(scan, at);
    case FIELD_RECORD:
        return scan_nested(scan, field->nested, at);
    case FIELD_RECORDS:
        return scan_records(scan, field->nested, at);
    }
    return false;
}

static bool scan_fields(Scan *scan, const RecordType *type, void *record) {
    Text key = {0};
    if (!scan_char(scan, '{')) return false;
    if (scan_char(scan, '}')) return true;
    do {
        if (!scan_key(scan, key, &key)) return false;
        const Field *field = record_field(type, key);
        if (!field || !scan_field(scan, field, (char *)record + field->offset)) return false;
    } while (scan_char(scan, ','));
    return scan_char(scan, '}');
}

static bool scan_record(Scan *scan, const RecordType *type, void *record) {
    if (scan->depth == JSON_DEPTH) return false;
    scan->depth++;
    bool good = scan_fields(scan, type, record);
    scan->depth--;
    return good;
}

void *record_scan(Arena *arena, const RecordType *type, Text json) {
    Scan scan = {arena, json.at, json.at + json.len, 0};
    void *record = record_new(arena, type);
    bool good = text_valid_utf8(json, NULL) && scan_record(&scan, type, record);
    return good && scan.at == scan.end ? record : NULL;
}
