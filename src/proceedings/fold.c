/* Folding an entry into the state, and copies of records that outlive what they were read from. */
#include "proceedings/turn.h"
#include <string.h>

static Tree *tree_copy(Arena *arena, const Tree *tree) {
    if (!tree) return NULL;
    Tree *copy = tree_null(arena);
    *copy = (Tree){.kind = tree->kind};
    if (tree->kind == TREE_BOOL) copy->yes = tree->yes;
    if (tree->kind == TREE_INT) copy->number = tree->number;
    if (tree->kind == TREE_TEXT) copy->text = text_copy(arena, tree->text);
    if (tree->kind == TREE_LIST)
        for (size_t i = 0; i < tree->len; i++) tree_add(arena, copy, tree_copy(arena, tree->items[i]));
    if (tree->kind == TREE_MAP)
        for (size_t i = 0; i < tree->len; i++)
            tree_set(arena, copy, text_copy(arena, tree->keys[i]), tree_copy(arena, tree->items[i]));
    return copy;
}

static TextList copy_texts(Arena *arena, TextList texts) {
    TextList copy = {0};
    for (size_t i = 0; i < texts.len; i++) texts_push(arena, &copy, text_copy(arena, texts.at[i]));
    return copy;
}

static RecordList copy_records(Arena *arena, const RecordType *type, RecordList records) {
    RecordList copy = {0};
    for (size_t i = 0; i < records.len; i++) {
        void *item = record_push(arena, type, &copy);
        memcpy(item, record_copy(arena, type, (const char *)records.at + i * type->size), type->size);
    }
    return copy;
}

/* Members are reached by copying, as their types are known here only by their kind. */
#define COPIED(T, at, expression)                                                                            \
    do {                                                                                                     \
        T was;                                                                                               \
        memcpy(&was, (at), sizeof was);                                                                      \
        was = (expression);                                                                                  \
        memcpy((at), &was, sizeof was);                                                                      \
    } while (0)

static void copy_field(Arena *arena, const Field *field, void *record) {
    char *at = (char *)record + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
        COPIED(Text, at, text_copy(arena, was));
        break;
    case FIELD_TEXTS:
        COPIED(TextList, at, copy_texts(arena, was));
        break;
    case FIELD_TREE:
        COPIED(Tree *, at, tree_copy(arena, was));
        break;
    case FIELD_RECORD:
        COPIED(void *, at, was ? record_copy(arena, field->nested, was) : NULL);
        break;
    case FIELD_RECORDS:
        COPIED(RecordList, at, copy_records(arena, field->nested, was));
        break;
    case FIELD_INT:
    case FIELD_BOOL:
    case FIELD_DATE:
    case FIELD_MOMENT:
        break;
    }
}

void *record_copy(Arena *arena, const RecordType *type, const void *record) {
    void *copy = arena_alloc(arena, type->size);
    memcpy(copy, record, type->size);
    for (size_t i = 0; i < type->count; i++) copy_field(arena, &type->fields[i], copy);
    return copy;
}

void cannot_follow(Applied *applied, const char *what, Text name) {
    applied->error = text_format(state_arena(applied->state), "%s: %.*s", what, TEXT_ARG(name));
}

bool fold_by(const FoldingRow *rows, size_t count, Applied *applied) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i].kind != applied->kind) continue;
        if (rows[i].apply) rows[i].apply(applied);
        return true;
    }
    return false;
}

static void apply_command(State *state, const EntryContext *entry, const CommandBody *body) {
    const BookState *book = text_is(body->verb, "advance") ? state_book(state) : NULL;
    Date day = moment_date(entry->happened);
    if (!book || (book->advanced != DATE_NONE && book->advanced >= day)) return;
    ((BookState *)state_change(state, SPACE_BOOK, TEXT("book")))->advanced = day;
}

bool state_fold(State *state, const EntryContext *entry, EntryKind kind, const void *body, Text *error) {
    Applied applied = {.state = state, .entry = entry, .kind = kind, .body = body};
    bool known = kind == KIND_COMMAND;
#define X(name) known = known || name(&applied);
    FOLDERS(X)
#undef X
    if (kind == KIND_COMMAND) apply_command(state, entry, body);
    if (!known) applied.error = TEXT("nothing is known of its kind");
    if (!text_empty(entry->scope)) ((ScopeState *)state_change(state, SPACE_SCOPE, entry->scope))->version++;
    if (text_empty(applied.error)) put_notices(&applied);
    if (text_empty(applied.error)) applied.error = state_problem(state);
    *error = applied.error;
    return text_empty(applied.error);
}

bool state_apply(State *state, const EntryContext *entry, EntryKind kind, const void *body, Text *error) {
    Arena *arena = state_arena(state);
    EntryContext kept = *entry;
    kept.scope = text_copy(arena, entry->scope);
    kept.actor = text_copy(arena, entry->actor);
    kept.charter = text_copy(arena, entry->charter);
    const void *copy = kind == KIND_COMMAND ? body : record_copy(arena, kind_row(kind)->body, body);
    return state_fold(state, &kept, kind, copy, error);
}
