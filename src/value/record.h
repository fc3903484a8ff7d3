/* record: structs described by a table of their fields, so that one codec writes and reads them all as
 * canonical JSON. The table is the only place that knows a struct's fields: entries, commands, and the state
 * of cases, meetings and bodies are all records.
 *
 * A record is declared by an X-macro of rows F(type, name), then RECORD_STRUCT and RECORD_FIELDS:
 *
 *     #define VOTE_FIELDS(F, R, L, S)  F(S, TEXT, motion) F(S, TEXTS, members) L(S, Reason, reasons)
 *     RECORD_STRUCT(Vote, VOTE_FIELDS)                     // in the header: typedef struct Vote { ... }
 * Vote; RECORD_FIELDS(Vote, VOTE_FIELDS)                     // in the source: const RecordType Vote_record
 *
 * F is a plain field, R(S, Type, name) one nested record (a pointer, may be NULL), L(S, Type, name) a list.
 * Fields at their zero value (empty text, 0, no, empty list, NULL, DATE_NONE) are not written, and absent
 * ones read as zero. An unknown key is an error: an entry says nothing that this program does
 * not understand. */
#ifndef BYLAW_VALUE_RECORD_H
#define BYLAW_VALUE_RECORD_H

#include "value/date.h"
#include "value/tree.h"

typedef struct TextList {
    Text *at;
    uint32_t len, cap;
} TextList;

typedef struct RecordList { /* the shape of every list of records */
    void *at;
    uint32_t len, cap;
} RecordList;

typedef enum FieldKind {
    FIELD_TEXT,   /* Text */
    FIELD_TEXTS,  /* TextList */
    FIELD_INT,    /* int64_t */
    FIELD_BOOL,   /* bool */
    FIELD_DATE,   /* Date; DATE_NONE reads and writes as absent, and is the zero of this kind */
    FIELD_MOMENT, /* Moment; absent when its utc and offset are 0 */
    FIELD_TREE,   /* Tree *: anything */
    FIELD_RECORD, /* pointer to a nested record */
    FIELD_RECORDS /* VEC of a nested record */
} FieldKind;

enum { RECORD_FIELDS_MOST = 64 };

typedef struct RecordType RecordType;

typedef struct Field {
    const char *name;
    FieldKind kind;
    size_t offset;
    const RecordType *nested;
} Field;

struct RecordType {
    const char *name;
    size_t size;
    const Field *fields;
    size_t count;
};

#define FIELD_C_TEXT   Text
#define FIELD_C_TEXTS  TextList
#define FIELD_C_INT    int64_t
#define FIELD_C_BOOL   bool
#define FIELD_C_DATE   Date
#define FIELD_C_MOMENT Moment
#define FIELD_C_TREE   Tree *

#define RECORD_MEMBER_F(S, kind, name) FIELD_C_##kind name;
#define RECORD_MEMBER_R(S, T, name)    struct T *name;
#define RECORD_MEMBER_L(S, T, name)                                                                          \
    struct {                                                                                                 \
        struct T *at;                                                                                        \
        uint32_t len, cap;                                                                                   \
    } name;
#define RECORD_ROW_F(S, kind, name) {#name, FIELD_##kind, offsetof(S, name), NULL},
#define RECORD_ROW_R(S, T, name)    {#name, FIELD_RECORD, offsetof(S, name), &T##_record},
#define RECORD_ROW_L(S, T, name)    {#name, FIELD_RECORDS, offsetof(S, name), &T##_record},

/* For what walks the rows; `at` is the struct's member. A nested record or a list of them is reached by
 * copying, as its type is known here only by its kind. */
const Field *record_field(const RecordType *type, Text name); /* NULL: it has none of that name */
bool field_is_zero(const Field *field, const void *at);
const void *field_record(const void *at);
RecordList field_records(const void *at);

/* FIELDS takes (F, R, L, S); rows that are not nested use only F. */
#define RECORD_STRUCT(S, FIELDS)                                                                             \
    typedef struct S {                                                                                       \
        FIELDS(RECORD_MEMBER_F, RECORD_MEMBER_R, RECORD_MEMBER_L, S)                                         \
    } S;                                                                                                     \
    extern const RecordType S##_record;
#define RECORD_FIELDS(S, FIELDS)                                                                             \
    static const Field S##_fields[] = {FIELDS(RECORD_ROW_F, RECORD_ROW_R, RECORD_ROW_L, S)};                 \
    _Static_assert(sizeof S##_fields / sizeof S##_fields[0] <= RECORD_FIELDS_MOST, "more fields than fit");  \
    const RecordType S##_record = {#S, sizeof(S), S##_fields, sizeof S##_fields / sizeof S##_fields[0]};

/* A new record with every field at its zero value (dates DATE_NONE). */
void *record_new(Arena *arena, const RecordType *type);
void record_clear(const RecordType *type, void *record); /* the same for memory that is there already */

/* A new zero item at the end of a FIELD_RECORDS list: `list` points to its VEC. */
void *record_push(Arena *arena, const RecordType *type, void *list);
void texts_push(Arena *arena, TextList *list, Text text);
bool texts_have(const TextList *list, Text text);

Tree *record_to_tree(Arena *arena, const RecordType *type, const void *record);
void record_write(Buf *buf, const RecordType *type, const void *record); /* canonical JSON */

/* NULL, and a sentence in *error, when the tree is no such record. Texts are not copied from the tree. */
void *record_from_tree(Arena *arena, const RecordType *type, const Tree *tree, Text *error);
void *record_read(Arena *arena, const RecordType *type, Text json, Text *error);

/* The short way, of what record_write() has written; NULL of all else, be it JSON or not. What it takes,
 * record_read() takes as the same. */
void *record_scan(Arena *arena, const RecordType *type, Text json);

#endif
