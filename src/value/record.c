#include "value/record.h"
#include "base/vec.h"
#include "value/json.h"
#include <string.h>

void record_clear(const RecordType *type, void *record) {
    memset(record, 0, type->size);
    for (size_t i = 0; i < type->count; i++)
        if (type->fields[i].kind == FIELD_DATE)
            *(Date *)((char *)record + type->fields[i].offset) = DATE_NONE;
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

void texts_push(Arena *arena, TextList *list, Text text) {
    *vec_push(arena, list) = text;
}

bool texts_have(const TextList *list, Text text) {
    for (size_t i = 0; i < list->len; i++)
        if (text_equal(list->at[i], text)) return true;
    return false;
}

const void *field_record(const void *at) {
    const void *record;
    memcpy(&record, at, sizeof record);
    return record;
}

RecordList field_records(const void *at) {
    RecordList records;
    memcpy(&records, at, sizeof records);
    return records;
}

bool field_is_zero(const Field *field, const void *at) {
    const Moment *moment = at;
    switch (field->kind) {
    case FIELD_TEXT:
        return text_empty(*(const Text *)at);
    case FIELD_TEXTS:
        return ((const TextList *)at)->len == 0;
    case FIELD_INT:
        return *(const int64_t *)at == 0;
    case FIELD_BOOL:
        return !*(const bool *)at;
    case FIELD_DATE:
        return *(const Date *)at == DATE_NONE;
    case FIELD_MOMENT:
        return moment->utc == 0 && moment->offset == 0;
    case FIELD_TREE:
    case FIELD_RECORD:
        return !field_record(at);
    case FIELD_RECORDS:
        return field_records(at).len == 0;
    }
    return true;
}

/* Each kind of field: what is written for one that is not at its zero value (NULL for one that is), and how
 * one is read (false when the tree is no such thing). `at` is the struct's member. */
typedef struct Reader {
    Arena *arena;
    Text *error; /* empty until somebody has said what is wrong */
} Reader;

static bool read_record(const Reader *reader, const RecordType *type, const Tree *tree, void *record);

static Tree *write_text(Arena *arena, const Field *field, const void *at) {
    (void)field;
    const Text *text = at;
    return text_empty(*text) ? NULL : tree_text(arena, *text);
}

static bool read_text(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    if (tree->kind != TREE_TEXT) return false;
    *(Text *)at = tree->text;
    return true;
}

static Tree *write_texts(Arena *arena, const Field *field, const void *at) {
    (void)field;
    const TextList *texts = at;
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < texts->len; i++) tree_add(arena, list, tree_text(arena, texts->at[i]));
    return texts->len == 0 ? NULL : list;
}

static bool read_texts(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)field;
    if (tree->kind != TREE_LIST) return false;
    for (size_t i = 0; i < tree->len; i++) {
        if (tree->items[i]->kind != TREE_TEXT) return false;
        texts_push(reader->arena, at, tree->items[i]->text);
    }
    return true;
}

static Tree *write_int(Arena *arena, const Field *field, const void *at) {
    (void)field;
    const int64_t *number = at;
    return *number == 0 ? NULL : tree_int(arena, *number);
}

static bool read_int(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    if (tree->kind != TREE_INT) return false;
    *(int64_t *)at = tree->number;
    return true;
}

static Tree *write_bool(Arena *arena, const Field *field, const void *at) {
    (void)field;
    return *(const bool *)at ? tree_bool(arena, true) : NULL;
}

static bool read_bool(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    if (tree->kind != TREE_BOOL) return false;
    *(bool *)at = tree->yes;
    return true;
}

static Tree *write_date(Arena *arena, const Field *field, const void *at) {
    (void)field;
    const Date *date = at;
    return *date == DATE_NONE ? NULL : tree_text(arena, date_text(arena, *date));
}

static bool read_date(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    return tree->kind == TREE_TEXT && date_parse(tree->text, at);
}

static Tree *write_moment(Arena *arena, const Field *field, const void *at) {
    (void)field;
    const Moment *moment = at;
    bool absent = moment->utc == 0 && moment->offset == 0;
    return absent ? NULL : tree_text(arena, moment_text(arena, *moment));
}

static bool read_moment(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    return tree->kind == TREE_TEXT && moment_parse(tree->text, at);
}

static Tree *write_tree(Arena *arena, const Field *field, const void *at) {
    (void)arena, (void)field;
    return *(Tree *const *)at;
}

/* A record shares what it was read from, and its reader may not change it. */
static bool read_tree(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    (void)reader, (void)field;
    *(const Tree **)at = tree;
    return true;
}

static Tree *write_record(Arena *arena, const Field *field, const void *at) {
    const void *record;
    memcpy(&record, at, sizeof record);
    return record ? record_to_tree(arena, field->nested, record) : NULL;
}

static bool read_nested(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    if (tree->kind != TREE_MAP) return false;
    void *record = record_new(reader->arena, field->nested);
    memcpy(at, &record, sizeof record);
    return read_record(reader, field->nested, tree, record);
}

static Tree *write_records(Arena *arena, const Field *field, const void *at) {
    RecordList records;
    memcpy(&records, at, sizeof records);
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < records.len; i++) {
        const char *record = (const char *)records.at + i * field->nested->size;
        tree_add(arena, list, record_to_tree(arena, field->nested, record));
    }
    return records.len == 0 ? NULL : list;
}

static bool read_records(const Reader *reader, const Field *field, const Tree *tree, void *at) {
    if (tree->kind != TREE_LIST) return false;
    for (size_t i = 0; i < tree->len; i++) {
        void *record = record_push(reader->arena, field->nested, at);
        if (!read_record(reader, field->nested, tree->items[i], record)) return false;
    }
    return true;
}

static const struct {
    Tree *(*write)(Arena *arena, const Field *field, const void *at);
    bool (*read)(const Reader *reader, const Field *field, const Tree *tree, void *at);
    const char *what;
} kinds[] = {
    [FIELD_TEXT] = {write_text, read_text, "a text"},
    [FIELD_TEXTS] = {write_texts, read_texts, "a list of texts"},
    [FIELD_INT] = {write_int, read_int, "a whole number"},
    [FIELD_BOOL] = {write_bool, read_bool, "true or false"},
    [FIELD_DATE] = {write_date, read_date, "a date like \"2026-03-02\""},
    [FIELD_MOMENT] = {write_moment, read_moment, "an instant like \"2026-03-02T10:00:00-05:00\""},
    [FIELD_TREE] = {write_tree, read_tree, "anything"},
    [FIELD_RECORD] = {write_record, read_nested, "a map"},
    [FIELD_RECORDS] = {write_records, read_records, "a list of maps"},
};

Tree *record_to_tree(Arena *arena, const RecordType *type, const void *record) {
    Tree *map = tree_map(arena);
    for (size_t i = 0; i < type->count; i++) {
        const Field *field = &type->fields[i];
        Tree *item = kinds[field->kind].write(arena, field, (const char *)record + field->offset);
        if (item) tree_set(arena, map, text_of(field->name), item);
    }
    return map;
}

/* --- as text -------------------------------------------------------------------------------------------- */

static void write_json_texts(Buf *buf, const TextList *texts) {
    for (size_t i = 0; i < texts->len; i++) {
        buf_char(buf, i == 0 ? '[' : ',');
        json_write_text(buf, texts->at[i]);
    }
    buf_char(buf, ']');
}

static void write_json_records(Buf *buf, const RecordType *type, const void *at) {
    RecordList records = field_records(at);
    for (size_t i = 0; i < records.len; i++) {
        buf_char(buf, i == 0 ? '[' : ',');
        record_write(buf, type, (const char *)records.at + i * type->size);
    }
    buf_char(buf, ']');
}

static void write_json_time(Buf *buf, const Field *field, const void *at) {
    buf_char(buf, '"');
    if (field->kind == FIELD_DATE)
        date_write(buf, *(const Date *)at);
    else
        moment_write(buf, *(const Moment *)at);
    buf_char(buf, '"');
}

/* The value of a field that is not at its zero. */
static void write_json_field(Buf *buf, const Field *field, const void *at) {
    switch (field->kind) {
    case FIELD_TEXT:
        json_write_text(buf, *(const Text *)at);
        break;
    case FIELD_TEXTS:
        write_json_texts(buf, at);
        break;
    case FIELD_INT:
        buf_int(buf, *(const int64_t *)at);
        break;
    case FIELD_BOOL:
        buf_cstr(buf, "true");
        break;
    case FIELD_DATE:
    case FIELD_MOMENT:
        write_json_time(buf, field, at);
        break;
    case FIELD_TREE:
        json_write(buf, field_record(at));
        break;
    case FIELD_RECORD:
        record_write(buf, field->nested, field_record(at));
        break;
    case FIELD_RECORDS:
        write_json_records(buf, field->nested, at);
        break;
    }
}

/* The fields that are not at their zero, by the bytes of their names; how many there are. */
static size_t written_fields(const RecordType *type, const void *record, const Field **out) {
    size_t count = 0;
    for (size_t i = 0; i < type->count; i++) {
        const Field *field = &type->fields[i];
        if (field_is_zero(field, (const char *)record + field->offset)) continue;
        size_t at = count++;
        for (; at > 0 && strcmp(out[at - 1]->name, field->name) > 0; at--) out[at] = out[at - 1];
        out[at] = field;
    }
    return count;
}

void record_write(Buf *buf, const RecordType *type, const void *record) {
    const Field *fields[RECORD_FIELDS_MOST];
    size_t count = written_fields(type, record, fields);
    buf_char(buf, '{');
    for (size_t i = 0; i < count; i++) {
        buf_cstr(buf, i == 0 ? "\"" : ",\"");
        buf_cstr(buf, fields[i]->name);
        buf_cstr(buf, "\":");
        write_json_field(buf, fields[i], (const char *)record + fields[i]->offset);
    }
    buf_char(buf, '}');
}

/* --- from trees ----------------------------------------------------------------------------------------- */

const Field *record_field(const RecordType *type, Text name) {
    for (size_t i = 0; i < type->count; i++)
        if (text_is(name, type->fields[i].name)) return &type->fields[i];
    return NULL;
}

static Text unknown_field(Arena *arena, const RecordType *type, Text key) {
    VEC(Text) names = {0};
    for (size_t i = 0; i < type->count; i++) *vec_push(arena, &names) = text_of(type->fields[i].name);
    int nearest = text_nearest(key, names.at, names.len);
    Buf buf = buf_new(arena);
    buf_format(&buf, "%s has no field ", type->name);
    json_write_text(&buf, key);
    buf_char(&buf, '.');
    if (nearest >= 0) buf_format(&buf, " Did you mean \"%s\"?", type->fields[nearest].name);
    return buf_done(&buf);
}

/* The innermost of nested records says what is wrong. */
static bool complain(const Reader *reader, Text sentence) {
    if (text_empty(*reader->error)) *reader->error = sentence;
    return false;
}

static bool read_record(const Reader *reader, const RecordType *type, const Tree *tree, void *record) {
    if (tree->kind != TREE_MAP)
        return complain(reader, text_format(reader->arena, "%s must be a map of its fields.", type->name));
    for (size_t i = 0; i < tree->len; i++) {
        const Field *field = record_field(type, tree->keys[i]);
        if (!field) return complain(reader, unknown_field(reader->arena, type, tree->keys[i]));
        if (!kinds[field->kind].read(reader, field, tree->items[i], (char *)record + field->offset))
            return complain(reader, text_format(reader->arena, "The field \"%s\" of %s must be %s.",
                                                field->name, type->name, kinds[field->kind].what));
    }
    return true;
}

void *record_from_tree(Arena *arena, const RecordType *type, const Tree *tree, Text *error) {
    *error = TEXT("");
    Reader reader = {arena, error};
    void *record = record_new(arena, type);
    return read_record(&reader, type, tree, record) ? record : NULL;
}

void *record_read(Arena *arena, const RecordType *type, Text json, Text *error) {
    JsonError fault;
    void *record = record_scan(arena, type, json);
    if (record) return record;
    Tree *tree = json_read(arena, json, &fault);
    if (tree) return record_from_tree(arena, type, tree, error);
    *error = text_format(arena, "%.*s (at byte %u)", TEXT_ARG(fault.message), (unsigned)fault.at);
    return NULL;
}
