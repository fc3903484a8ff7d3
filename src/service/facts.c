#include "service/facts.h"

typedef struct Reading {
    Arena *arena;
    const Program *program;
    Index group;
    uint32_t file;
    Frame *frame;
    Diagnostics *diagnostics;
} Reading;

enum { FACTS_DEEP = 3 };

static Text mend_of(Reading *reading, Type type, ValueError error) {
    switch (error) {
    case VALUE_NEEDS_PERCENT:
        return TEXT("write it with its sign: 25%");
    case VALUE_NOT_WHOLE:
        return TEXT("write a whole number");
    case VALUE_WRONG_CURRENCY:
        return text_format(reading->arena, "write it in %s: %s 100_000", type.currency, type.currency);
    case VALUE_NO_SUCH_DAY:
        return TEXT("a date is written year-month-day: 2026-03-31");
    case VALUE_TOO_LARGE:
        return TEXT("a number has at most 1,024 bits");
    default:
        break;
    }
    if (type.kind == TYPE_YES_NO) return TEXT("write yes or no");
    if (type.kind == TYPE_MONEY)
        return text_format(reading->arena, "write the currency too: %s 100_000", type.currency);
    if (type.kind != TYPE_ENUM) return (Text){0};
    Buf buf = buf_new(reading->arena);
    buf_cstr(&buf, "it can be ");
    for (size_t i = 0; i < type.enumeration->count; i++) {
        if (i) buf_cstr(&buf, i + 1 == type.enumeration->count ? " or " : ", ");
        buf_text(&buf, type.enumeration->members[i]);
    }
    return buf_done(&buf);
}

static void wrong_fact(Reading *reading, const Slot *slot, const Tree *tree, ValueError error) {
    Text written = tree->kind == TREE_TEXT ? text_format(reading->arena, "\"%.*s\"", TEXT_ARG(tree->text))
                                           : TEXT("what stands here");
    Text type = type_text(reading->arena, slot->type);
    Type wanted = slot->type;
    if (slot->kind == SLOT_SCORE) type = TEXT("a score, or a list of several people's scores");
    DIAGNOSE(reading->diagnostics, DIAG_WRONG_FACT, ((Span){reading->file, tree->start, tree->end}),
             slot->name, type, written, mend_of(reading, wanted, error));
}

static void read_slot(Reading *reading, Index index, const Tree *tree) {
    const Slot *slot = &reading->program->slots[index];
    Type type = slot->type;
    if (slot->kind == SLOT_SCORE && tree->kind == TREE_LIST)
        type = (Type){.kind = TYPE_LIST, .element = type.kind};
    Value value;
    ValueError error = value_from_tree(reading->arena, type, tree, &value);
    if (error == VALUE_OK)
        frame_set(reading->frame, index, value);
    else
        wrong_fact(reading, slot, tree, error);
}

static void unknown_fact(Reading *reading, Text name, Span at) {
    Diagnostic *diagnostic = DIAGNOSE(reading->diagnostics, DIAG_UNKNOWN_FACT, at, name);
    Text *names = arena_array(reading->arena, Text, reading->program->slots_count);
    size_t count = 0;
    for (size_t i = 0; i < reading->program->slots_count; i++)
        if (reading->program->slots[i].kind != SLOT_COMPUTED)
            names[count++] = reading->program->slots[i].name;
    diagnostic_did_you_mean(reading->diagnostics, diagnostic, name, names, count);
}

/* A map under a name that is no fact itself is a scorecard or review: its items are "name.item". */
static void read_map(Reading *reading, Text prefix, const Tree *map, int depth) {
    for (size_t i = 0; i < tree_len(map); i++) {
        Text name = map->keys[i];
        if (!text_empty(prefix))
            name = text_format(reading->arena, "%.*s.%.*s", TEXT_ARG(prefix), TEXT_ARG(name));
        uint32_t start = map->key_starts ? map->key_starts[i] : 0;
        Span at = {reading->file, start, start + (uint32_t)map->keys[i].len};
        Index slot = program_slot(reading->program, reading->group, name);
        if (slot == NONE && map->items[i]->kind == TREE_MAP && depth < FACTS_DEEP)
            read_map(reading, name, map->items[i], depth + 1);
        else if (slot == NONE)
            unknown_fact(reading, name, at);
        else if (reading->program->slots[slot].kind == SLOT_COMPUTED)
            DIAGNOSE(reading->diagnostics, DIAG_FACT_IS_COMPUTED, at, name);
        else
            read_slot(reading, slot, map->items[i]);
    }
}

void facts_read(Arena *arena, const Program *program, Index group, const Tree *tree, uint32_t file,
                Frame *frame, Diagnostics *diagnostics) {
    Reading reading = {arena, program, group, file, frame, diagnostics};
    if (tree->kind == TREE_MAP)
        read_map(&reading, (Text){0}, tree, 0);
    else if (tree->kind != TREE_NULL)
        diagnose(diagnostics, DIAG_FACTS_ARE_NO_MAP, (Span){file, tree->start, tree->end}, 0, NULL);
}
