#include "proceedings/verbs.h"

#define FIELD_OF_TEXT       FIELD_TEXT
#define FIELD_OF_NAME       FIELD_TEXT
#define FIELD_OF_CASE       FIELD_TEXT
#define FIELD_OF_MEETING    FIELD_TEXT
#define FIELD_OF_MOTION     FIELD_TEXT
#define FIELD_OF_BODY       FIELD_TEXT
#define FIELD_OF_WORKFLOW   FIELD_TEXT
#define FIELD_OF_REGISTER   FIELD_TEXT
#define FIELD_OF_METRIC     FIELD_TEXT
#define FIELD_OF_POST       FIELD_TEXT
#define FIELD_OF_MATTER     FIELD_TEXT
#define FIELD_OF_OTHER      FIELD_TEXT
#define FIELD_OF_TOPIC      FIELD_TEXT
#define FIELD_OF_WORDS      FIELD_TREE
#define FIELD_OF_RULES      FIELD_TEXT
#define FIELD_OF_PERSON     FIELD_TEXT
#define FIELD_OF_CASES      FIELD_TEXTS
#define FIELD_OF_PERSONS    FIELD_TEXTS
#define FIELD_OF_DATE       FIELD_DATE
#define FIELD_OF_FLAG       FIELD_BOOL
#define FIELD_OF_VALUES     FIELD_TREE
#define FIELD_OF_FILE       FIELD_TREE
#define FIELD_OF_FILES      FIELD_TREE
#define FIELD_OF_DELEGATION FIELD_TEXT

#define ARG_FIELD(S, kind, field, word, how, sentence) {#field, FIELD_OF_##kind, offsetof(S, field), NULL},
#define ARG_ROW(S, kind, field, word, how, sentence)   {ARG_##kind, ARG_##how, #field, word, sentence},

/* Each array ends in an empty row, since a verb may have no arguments. */
#define X(name, word, type, args, sentence)                                                                  \
    static const Field type##_fields[] = {args(ARG_FIELD, type){NULL, FIELD_TEXT, 0, NULL}};                 \
    const RecordType type##_record = {#type, sizeof(type), type##_fields,                                    \
                                      sizeof type##_fields / sizeof type##_fields[0] - 1};                   \
    static const ArgRow type##_rows[] = {args(ARG_ROW, type){ARG_TEXT, ARG_OPTION, NULL, NULL, NULL}};
VERBS(X)
#undef X

static const VerbRow verbs[] = {
#define X(name, word, type, args, sentence)                                                                  \
    {VERB_##name,   word, sentence, type##_rows, sizeof type##_rows / sizeof type##_rows[0] - 1,             \
     &type##_record},
    VERBS(X)
#undef X
};

const VerbRow *verb_row(VerbId id) {
    return &verbs[id];
}

const VerbRow *verb_find(Text word) {
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (text_is(word, verbs[i].word)) return &verbs[i];
    return NULL;
}

bool arg_by_place(ArgHow how) {
    return how == ARG_FIRST || how == ARG_SECOND || how == ARG_REST;
}

static bool is_argument(const ArgRow *row, Text name, size_t *place) {
    if (!text_empty(name)) return !arg_by_place(row->how) && text_is(name, row->word);
    return arg_by_place(row->how) && (row->how == ARG_REST || (*place)-- == 0);
}

const ArgRow *verb_argument(const VerbRow *verb, Text name, size_t place) {
    for (size_t i = 0; i < verb->arg_count; i++)
        if (is_argument(&verb->args[i], name, &place)) return &verb->args[i];
    return NULL;
}
