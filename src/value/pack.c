#include "value/pack.h"
#include "value/json.h"

/* --- the rows' mark ------------------------------------------------------------------------------------- */

enum { MARK_DEPTH = 8 }; /* a record that holds its like is as deep as one wants */

/* FNV-1a, which needs no table. */
static uint32_t mix(uint32_t mark, const char *name) {
    for (; *name; name++) mark = (mark ^ (unsigned char)*name) * UINT32_C(16777619);
    return mark * UINT32_C(16777619);
}

static uint32_t mark_rows(uint32_t mark, const RecordType *type, int depth) {
    for (size_t i = 0; i < type->count; i++) {
        const Field *field = &type->fields[i];
        mark = mix(mark, field->name) + (uint32_t)field->kind;
        if (field->nested && depth < MARK_DEPTH) mark = mark_rows(mark, field->nested, depth + 1);
    }
    return mix(mark, type->name);
}

uint32_t record_mark(const RecordType *type) {
    return mark_rows(UINT32_C(2166136261), type, 0);
}

/* --- packing -------------------------------------------------------------------------------------------- */

static void pack_count(Buf *buf, uint64_t n) {
    for (; n >= 0x80; n >>= 7) buf_char(buf, (char)(n | 0x80));
    buf_char(buf, (char)n);
}

/* Small numbers of either sign become small ones without. */
static void pack_number(Buf *buf, int64_t n) {
    pack_count(buf, (uint64_t)n << 1 ^ (n < 0 ? UINT64_MAX : 0));
}

/* With the NUL that every text has behind it, so that it can be read as a view. */
static void pack_text(Buf *buf, Text text) {
    pack_count(buf, text.len);
    buf_text(buf, text);
    buf_char(buf, 0);
}

static void pack_texts(Buf *buf, const TextList *texts) {
    pack_count(buf, texts->len);
    for (size_t i = 0; i < texts->len; i++) pack_text(buf, texts->at[i]);
}

/* A yes is its own kind, the one past the last. */
enum { PACKED_YES = TREE_MAP + 1 };

static void pack_tree(Buf *buf, const Tree *tree);

static void pack_map(Buf *buf, const Tree *map) {
    const TreePair *pairs = tree_sorted(buf->arena, map);
    pack_count(buf, map->len);
    for (size_t i = 0; i < map->len; i++) {
        pack_text(buf, pairs ? pairs[i].key : map->keys[i]);
        pack_tree(buf, pairs ? pairs[i].item : map->items[i]);
    }
}

static void pack_tree(Buf *buf, const Tree *tree) {
    bool yes = tree->kind == TREE_BOOL && tree->yes;
    buf_char(buf, (char)(yes ? PACKED_YES : tree->kind));
    switch (tree->kind) {
    case TREE_NULL:
    case TREE_BOOL:
        break;
    case TREE_INT:
        pack_number(buf, tree->number);
        break;
    case TREE_TEXT:
        pack_text(buf, tree->text);
        break;
    case TREE_LIST:
        pack_count(buf, tree->len);
        for (size_t i = 0; i < tree->len; i++) pack_tree(buf, tree->items[i]);
        break;
    case TREE_MAP:
        pack_map(buf, tree);
        break;
    }
}

static void pack_records(Buf *buf, const RecordType *type, const void *at) {
    RecordList records = field_records(at);
    pack_count(buf, records.len);
    for (size_t i = 0; i < records.len; i++)
        record_pack(buf, type, (const char *)records.at + i * type->size);
}

static void pack_field(Buf *buf, const Field *field, const void *at) {
    switch (field->kind) {
    case FIELD_TEXT:
        pack_text(buf, *(const Text *)at);
        break;
    case FIELD_TEXTS:
        pack_texts(buf, at);
        break;
    case FIELD_INT:
        pack_number(buf, *(const int64_t *)at);
        break;
    case FIELD_BOOL: /* its bit says it */
        break;
    case FIELD_DATE:
        pack_number(buf, *(const Date *)at);
        break;
    case FIELD_MOMENT:
        pack_number(buf, ((const Moment *)at)->utc);
        pack_number(buf, ((const Moment *)at)->offset / 60);
        break;
    case FIELD_TREE:
        pack_tree(buf, *(const Tree *const *)at);
        break;
    case FIELD_RECORD:
        record_pack(buf, field->nested, field_record(at));
        break;
    case FIELD_RECORDS:
        pack_records(buf, field->nested, at);
        break;
    }
}

static size_t bits_of(const RecordType *type) {
    return (type->count + 7) / 8;
}

void record_pack(Buf *buf, const RecordType *type, const void *record) {
    size_t bits = buf->len;
    buf_repeat(buf, 0, bits_of(type));
    for (size_t i = 0; i < type->count; i++) {
        const void *at = (const char *)record + type->fields[i].offset;
        if (field_is_zero(&type->fields[i], at)) continue;
        buf->at[bits + i / 8] = (char)(buf->at[bits + i / 8] | 1 << i % 8);
        pack_field(buf, &type->fields[i], at);
    }
}

/* --- unpacking ------------------------------------------------------------------------------------------ */

/* What is left to be read. Nothing is believed: a book may have been made to harm. */
typedef struct Packed {
    Arena *arena;
    const char *at, *end;
    int depth; /* of what is being read */
} Packed;

static bool unpack_byte(Packed *packed, unsigned *byte) {
    if (packed->at == packed->end) return false;
    *byte = (unsigned char)*packed->at++;
    return true;
}

static bool unpack_count(Packed *packed, uint64_t *n) {
    unsigned byte = 0x80;
    *n = 0;
    for (unsigned shift = 0; byte & 0x80; shift += 7) {
        if (shift > 63 || !unpack_byte(packed, &byte)) return false;
        *n |= (uint64_t)(byte & 0x7f) << shift;
    }
    return true;
}

static bool unpack_number(Packed *packed, int64_t least, int64_t most, int64_t *n) {
    uint64_t count;
    if (!unpack_count(packed, &count)) return false;
    *n = (int64_t)(count >> 1 ^ (count & 1 ? UINT64_MAX : 0));
    return *n >= least && *n <= most;
}

/* How many things follow, each of at least one byte. */
static bool unpack_length(Packed *packed, uint32_t *length) {
    uint64_t count;
    if (!unpack_count(packed, &count) || count > (uint64_t)(packed->end - packed->at) || count > UINT32_MAX)
        return false;
    *length = (uint32_t)count;
    return true;
}

static bool unpack_text(Packed *packed, Text *text) {
    uint32_t length;
    unsigned end;
    if (!unpack_length(packed, &length)) return false;
    *text = (Text){packed->at, length};
    packed->at += length;
    return unpack_byte(packed, &end) && end == 0 && text_valid_utf8(*text, NULL);
}

static bool unpack_texts(Packed *packed, TextList *texts) {
    if (!unpack_length(packed, &texts->len)) return false;
    texts->cap = texts->len;
    texts->at = arena_array(packed->arena, Text, texts->len);
    for (size_t i = 0; i < texts->len; i++)
        if (!unpack_text(packed, &texts->at[i])) return false;
    return true;
}

static bool unpack_date(Packed *packed, Date *date) {
    int64_t day;
    bool good = unpack_number(packed, DATE_FIRST, DATE_LAST, &day);
    *date = good ? (Date)day : DATE_NONE;
    return good;
}

static bool unpack_moment(Packed *packed, Moment *moment) {
    enum { DAY = 24 * 60 };
    int64_t utc, minutes;
    if (!unpack_number(packed, DATE_FIRST * (int64_t)DAY * 60, DATE_LAST * (int64_t)DAY * 60, &utc) ||
        !unpack_number(packed, 1 - DAY, DAY - 1, &minutes))
        return false;
    *moment = (Moment){utc, (int32_t)minutes * 60};
    return true;
}

static bool unpack_tree(Packed *packed, Tree **tree);

static bool unpack_items(Packed *packed, Tree *list) {
    if (!unpack_length(packed, &list->len)) return false;
    list->cap = list->len;
    list->items = arena_array(packed->arena, Tree *, list->len);
    if (list->kind == TREE_MAP) list->keys = arena_array(packed->arena, Text, list->len);
    for (size_t i = 0; i < list->len; i++) {
        if (list->kind == TREE_MAP && !unpack_text(packed, &list->keys[i])) return false;
        if (list->kind == TREE_MAP && i > 0 && text_compare(list->keys[i - 1], list->keys[i]) >= 0)
            return false; /* no key stands twice */
        if (!unpack_tree(packed, &list->items[i])) return false;
    }
    return true;
}

static bool unpack_tree_of(Packed *packed, unsigned kind, Tree *tree) {
    switch (kind) {
    case TREE_NULL:
    case TREE_BOOL:
        return true;
    case PACKED_YES:
        tree->kind = TREE_BOOL;
        tree->yes = true;
        return true;
    case TREE_INT:
        return unpack_number(packed, -JSON_INT_MAX, JSON_INT_MAX, &tree->number);
    case TREE_TEXT:
        return unpack_text(packed, &tree->text);
    case TREE_LIST:
    case TREE_MAP:
        return unpack_items(packed, tree);
    default:
        return false;
    }
}

static bool unpack_tree(Packed *packed, Tree **tree) {
    unsigned kind;
    if (packed->depth == JSON_DEPTH || !unpack_byte(packed, &kind)) return false;
    *tree = tree_null(packed->arena);
    (*tree)->kind = (TreeKind)kind;
    packed->depth++;
    bool good = unpack_tree_of(packed, kind, *tree);
    packed->depth--;
    return good;
}

static bool unpack_record(Packed *packed, const RecordType *type, void *record);

static bool unpack_nested(Packed *packed, const RecordType *type, void *at) {
    void *record = arena_alloc(packed->arena, type->size);
    memcpy(at, &record, sizeof record);
    return unpack_record(packed, type, record);
}

static bool unpack_records(Packed *packed, const RecordType *type, void *at) {
    RecordList records = {0};
    if (!unpack_length(packed, &records.len)) return false;
    records.cap = records.len;
    records.at = arena_array_of(packed->arena, records.len, type->size);
    memcpy(at, &records, sizeof records);
    for (size_t i = 0; i < records.len; i++)
        if (!unpack_record(packed, type, (char *)records.at + i * type->size)) return false;
    return true;
}

static bool unpack_field(Packed *packed, const Field *field, void *at) {
    switch (field->kind) {
    case FIELD_TEXT:
        return unpack_text(packed, at);
    case FIELD_TEXTS:
        return unpack_texts(packed, at);
    case FIELD_INT:
        return unpack_number(packed, -JSON_INT_MAX, JSON_INT_MAX, at);
    case FIELD_BOOL:
        *(bool *)at = true;
        return true;
    case FIELD_DATE:
        return unpack_date(packed, at);
    case FIELD_MOMENT:
        return unpack_moment(packed, at);
    case FIELD_TREE:
        return unpack_tree(packed, at);
    case FIELD_RECORD:
        return unpack_nested(packed, field->nested, at);
    case FIELD_RECORDS:
        return unpack_records(packed, field->nested, at);
    }
    return false;
}

/* Into zeroed memory. */
static bool unpack_fields(Packed *packed, const RecordType *type, void *record) {
    const char *bits = packed->at;
    if ((size_t)(packed->end - bits) < bits_of(type)) return false;
    packed->at += bits_of(type);
    for (size_t i = 0; i < bits_of(type) * 8; i++) {
        bool set = bits[i / 8] >> i % 8 & 1;
        if (i >= type->count) {
            if (set) return false;
            continue;
        }
        const Field *field = &type->fields[i];
        void *at = (char *)record + field->offset;
        if (set && !unpack_field(packed, field, at)) return false;
        if (!set && field->kind == FIELD_DATE) *(Date *)at = DATE_NONE;
    }
    return true;
}

static bool unpack_record(Packed *packed, const RecordType *type, void *record) {
    if (packed->depth == JSON_DEPTH) return false;
    packed->depth++;
    bool good = unpack_fields(packed, type, record);
    packed->depth--;
    return good;
}

void *record_unpack(Arena *arena, const RecordType *type, Text bytes) {
    Packed packed = {arena, bytes.at, bytes.at + bytes.len, 0};
    void *record = arena_alloc(arena, type->size);
    bool good = unpack_record(&packed, type, record);
    return good && packed.at == packed.end ? record : NULL;
}
