#include "value/record.h"
#include "base/vec.h"
#include "value/json.h"
#include <string.h>

/* The members of a record are reached by copying, as their types are known here only by their kind. */
#define READ(T, record, field) (*(T *)memcpy(&(T){0}, (const char *)(record) + (field)->offset, sizeof(T)))
#define WRITE(T, record, field, ...) memcpy((char *)(record) + (field)->offset, &(T){__VA_ARGS__}, sizeof(T))

void record_clear(const RecordType *type, void *record) {
    memset(record, 0, type->size);
    for (size_t i = 0; i < type->count; i++)
        if (type->fields[i].kind == FIELD_DATE) WRITE(Date, record, &type->fields[i], DATE_NONE);
}

void *record_new(Arena *arena, const RecordType *type) {
    void *record = arena_alloc(arena, type->size);
    record_clear(type, record);
    return record;
}

void *record_push(Arena *arena, const RecordType *type, void *list) {
    RecordList items;
    memcpy(&items, list, sizeof items);
    items.at = vec_room(arena, items.at, items.len, &items.cap, type->size);
    void *record = (char *)items.at + items.len++ * type->size;
    memcpy(list, &items, sizeof items);
    record_clear(type, record);
    return record;
}

void texts_push(Arena *arena, TextList *list, Text text) { *vec_push(arena, list) = text; }

bool texts_have(const TextList *list, Text text) {
    for (size_t i = 0; i < list->len; i++)
        if (text_equal(list->at[i], text)) return true;
    return false;
}

static Tree *tree_of_texts(Arena *arena, TextList texts) {
    if (texts.len == 0) return NULL;
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < texts.len; i++) tree_add(arena, list, tree_text(arena, texts.at[i]));
    return list;
}

static Tree *tree_of_records(Arena *arena, const RecordType *type, RecordList records) {
    if (records.len == 0) return NULL;
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < records.len; i++)
        tree_add(arena, list, record_to_tree(arena, type, (const char *)records.at + i * type->size));
    return list;
}

/* What is written for a field; NULL when it is at its zero value. */
static Tree *tree_of_field(Arena *arena, const Field *field, const void *record) {
    switch (field->kind) {
    case FIELD_TEXT: {
        Text text = READ(Text, record, field);
        return text_empty(text) ? NULL : tree_text(arena, text);
    }
    case FIELD_TEXTS: return tree_of_texts(arena, READ(TextList, record, field));
    case FIELD_INT: {
        int64_t number = READ(int64_t, record, field);
        return number == 0 ? NULL : tree_int(arena, number);
    }
    case FIELD_BOOL: return READ(bool, record, field) ? tree_bool(arena, true) : NULL;
    case FIELD_DATE: {
        Date date = READ(Date, record, field);
        return date == DATE_NONE ? NULL : tree_text(arena, date_text(arena, date));
    }
    case FIELD_MOMENT: {
        Moment moment = READ(Moment, record, field);
        return moment.utc == 0 && moment.offset == 0 ? NULL : tree_text(arena, moment_text(arena, moment));
    }
    case FIELD_TREE: return READ(Tree *, record, field);
    case FIELD_RECORD: {
        const void *nested = READ(void *, record, field);
        return nested ? record_to_tree(arena, field->nested, nested) : NULL;
    }
    case FIELD_RECORDS: return tree_of_records(arena, field->nested, READ(RecordList, record, field));
    }
    return NULL;
}

Tree *record_to_tree(Arena *arena, const RecordType *type, const void *record) {
    Tree *map = tree_map(arena);
    for (size_t i = 0; i < type->count; i++) {
        Tree *item = tree_of_field(arena, &type->fields[i], record);
        if (item) tree_set(arena, map, text_of(type->fields[i].name), item);
    }
    return map;
}

void record_write(Buf *buf, const RecordType *type, const void *record) {
    json_write(buf, record_to_tree(buf->arena, type, record));
}

typedef struct Reader {
    Arena *arena;
    Text *error;
} Reader;

static bool read_record(const Reader *reader, const RecordType *type, const Tree *tree, void *record);

static bool complain(const Reader *reader, Text sentence) {
    *reader->error = sentence;
    return false;
}

static bool wants(const Reader *reader, const RecordType *type, const Field *field, const char *what) {
    return complain(reader, text_format(reader->arena, "The field \"%s\" of %s must be %s.", field->name, type->name, what));
}

static bool unknown_field(const Reader *reader, const RecordType *type, Text key) {
    VEC(Text) names = {0};
    for (size_t i = 0; i < type->count; i++) *vec_push(reader->arena, &names) = text_of(type->fields[i].name);
    int nearest = text_nearest(key, names.at, names.len);
    Buf buf = buf_new(reader->arena);
    buf_format(&buf, "%s has no field ", type->name);
    json_write_text(&buf, key);
    buf_char(&buf, '.');
    if (nearest >= 0) buf_format(&buf, " Did you mean \"%s\"?", type->fields[nearest].name);
    return complain(reader, buf_done(&buf));
}

static bool read_texts(const Reader *reader, const Tree *tree, TextList *texts) {
    if (tree->kind != TREE_LIST) return false;
    for (size_t i = 0; i < tree->len; i++) {
        if (tree->items[i]->kind != TREE_TEXT) return false;
        texts_push(reader->arena, texts, tree->items[i]->text);
    }
    return true;
}

static bool read_records(const Reader *reader, const RecordType *type, const Tree *tree, RecordList *list) {
    for (size_t i = 0; i < tree->len; i++)
        if (!read_record(reader, type, tree->items[i], record_push(reader->arena, type, list))) return false;
    return true;
}

/* The kinds that hold other records; what they say of an error is said by the innermost. */
static bool read_nested(const Reader *reader, const RecordType *type, const Field *field, const Tree *tree,
                        void *record) {
    if (field->kind == FIELD_RECORD) {
        if (tree->kind != TREE_MAP) return wants(reader, type, field, "a map");
        void *nested = record_new(reader->arena, field->nested);
        WRITE(void *, record, field, nested);
        return read_record(reader, field->nested, tree, nested);
    }
    if (tree->kind != TREE_LIST) return wants(reader, type, field, "a list of maps");
    RecordList list = {0};
    if (!read_records(reader, field->nested, tree, &list)) return false;
    WRITE(RecordList, record, field, list.at, list.len, list.cap);
    return true;
}

static bool read_field(const Reader *reader, const RecordType *type, const Field *field, const Tree *tree, void *record) {
    switch (field->kind) {
    case FIELD_TEXT:
        if (tree->kind != TREE_TEXT) return wants(reader, type, field, "a text");
        memcpy((char *)record + field->offset, &tree->text, sizeof(Text));
        return true;
    case FIELD_TEXTS: {
        TextList texts = {0};
        if (!read_texts(reader, tree, &texts)) return wants(reader, type, field, "a list of texts");
        WRITE(TextList, record, field, texts.at, texts.len, texts.cap);
        return true;
    }
    case FIELD_INT:
        if (tree->kind != TREE_INT) return wants(reader, type, field, "a whole number");
        WRITE(int64_t, record, field, tree->number);
        return true;
    case FIELD_BOOL:
        if (tree->kind != TREE_BOOL) return wants(reader, type, field, "true or false");
        WRITE(bool, record, field, tree->yes);
        return true;
    case FIELD_DATE: {
        Date date;
        if (tree->kind != TREE_TEXT || !date_parse(tree->text, &date))
            return wants(reader, type, field, "a date like \"2026-03-02\"");
        WRITE(Date, record, field, date);
        return true;
    }
    case FIELD_MOMENT: {
        Moment moment;
        if (tree->kind != TREE_TEXT || !moment_parse(tree->text, &moment))
            return wants(reader, type, field, "an instant like \"2026-03-02T10:00:00-05:00\"");
        WRITE(Moment, record, field, moment.utc, moment.offset);
        return true;
    }
    case FIELD_TREE: {
        const void *held = tree;
        memcpy((char *)record + field->offset, &held, sizeof held);
        return true;
    }
    case FIELD_RECORD:
    case FIELD_RECORDS: return read_nested(reader, type, field, tree, record);
    }
    return false;
}

static const Field *field_named(const RecordType *type, Text name) {
    for (size_t i = 0; i < type->count; i++)
        if (text_is(name, type->fields[i].name)) return &type->fields[i];
    return NULL;
}

static bool read_record(const Reader *reader, const RecordType *type, const Tree *tree, void *record) {
    if (tree->kind != TREE_MAP)
        return complain(reader, text_format(reader->arena, "%s must be a map of its fields.", type->name));
    for (size_t i = 0; i < tree->len; i++) {
        const Field *field = field_named(type, tree->keys[i]);
        if (!field) return unknown_field(reader, type, tree->keys[i]);
        if (!read_field(reader, type, field, tree->items[i], record)) return false;
    }
    return true;
}

void *record_from_tree(Arena *arena, const RecordType *type, const Tree *tree, Text *error) {
    Reader reader = {arena, error};
    void *record = record_new(arena, type);
    return read_record(&reader, type, tree, record) ? record : NULL;
}

void *record_read(Arena *arena, const RecordType *type, Text json, Text *error) {
    JsonError fault;
    Tree *tree = json_read(arena, json, &fault);
    if (tree) return record_from_tree(arena, type, tree, error);
    *error = text_format(arena, "%.*s (at byte %u)", TEXT_ARG(fault.message), (unsigned)fault.at);
    return NULL;
}
