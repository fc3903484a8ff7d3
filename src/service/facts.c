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

/* "12_000 EUR": the amount, when its currency stands after it. */
static Text amount_before(Type type, const Tree *tree) {
    Text written = tree->kind == TREE_TEXT ? text_trim(tree->text) : (Text){0};
    bool after = written.len > 3 && is_digit(written.at[0]) && text_ends(written, text_of(type.currency));
    return after ? text_trim(text_part(written, 0, written.len - 3)) : (Text){0};
}

static bool has_comma(const Tree *tree) {
    for (size_t i = 0; tree->kind == TREE_TEXT && i < tree->text.len; i++)
        if (tree->text.at[i] == ',') return true;
    return false;
}

static bool is_numeric(TypeKind kind) {
    return kind == TYPE_INTEGER || kind == TYPE_DECIMAL || kind == TYPE_PERCENT || kind == TYPE_MONEY;
}

static Text money_mend(Reading *reading, Type type, const Tree *tree) {
    Text amount = amount_before(type, tree);
    if (!text_empty(amount))
        return text_format(reading->arena, "write the currency first: %s %.*s", type.currency,
                           TEXT_ARG(amount));
    return text_format(reading->arena, "write the currency too: %s 100_000", type.currency);
}

static Text members_mend(Reading *reading, Type type, const Tree *tree) {
    const EnumType *members = type.enumeration;
    int nearest = tree->kind == TREE_TEXT ? text_nearest(tree->text, members->members, members->count) : -1;
    Buf buf = buf_new(reading->arena);
    if (nearest >= 0) buf_format(&buf, "did you mean \"%.*s\"? ", TEXT_ARG(members->members[nearest]));
    buf_cstr(&buf, "it can be ");
    for (size_t i = 0; i < members->count; i++) {
        if (i) buf_cstr(&buf, i + 1 == members->count ? " or " : ", ");
        buf_text(&buf, members->members[i]);
    }
    return buf_done(&buf);
}

static Text mend_of(Reading *reading, Type type, const Tree *tree, ValueError error) {
    if (is_numeric(type.kind) && has_comma(tree))
        return TEXT("write _ between thousands and . before decimals: 5_000, 8.5");
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
    if (type.kind == TYPE_MONEY) return money_mend(reading, type, tree);
    return type.kind == TYPE_ENUM ? members_mend(reading, type, tree) : (Text){0};
}

static void wrong_fact(Reading *reading, const Slot *slot, const Tree *tree, ValueError error) {
    Text written = tree->kind == TREE_TEXT ? text_format(reading->arena, "\"%.*s\"", TEXT_ARG(tree->text))
                                           : TEXT("what stands here");
    Text type = type_text(reading->arena, slot->type);
    Type wanted = slot->type;
    if (slot->kind == SLOT_SCORE) type = TEXT("a score, or a list of several people's scores");
    DIAGNOSE(reading->diagnostics, DIAG_WRONG_FACT, ((Span){reading->file, tree->start, tree->end}),
             slot->name, type, written)
        ->mend = mend_of(reading, wanted, tree, error);
}

static void check_scale(Reading *reading, const Slot *slot, Number score, const Tree *tree) {
    const Scorecard *card = &reading->program->scorecards[slot->owner];
    if (number_compare(score, card->low) >= 0 && number_compare(score, card->high) <= 0) return;
    DIAGNOSE(reading->diagnostics, DIAG_OFF_SCALE, ((Span){reading->file, tree->start, tree->end}),
             number_text(reading->arena, score), number_text(reading->arena, card->low),
             number_text(reading->arena, card->high), slot->name);
}

/* One score, or the scores of several people. */
static void check_scores(Reading *reading, const Slot *slot, Value value, const Tree *tree) {
    if (!value_known(value)) return;
    if (value.kind != TYPE_LIST) check_scale(reading, slot, value.number, tree);
    for (size_t i = 0; value.kind == TYPE_LIST && i < value.list.len; i++)
        if (value_known(value.list.at[i]))
            check_scale(reading, slot, value.list.at[i].number, tree->items[i]);
}

static void read_slot(Reading *reading, Index index, const Tree *tree) {
    const Slot *slot = &reading->program->slots[index];
    Type type = slot->type;
    if (slot->kind == SLOT_SCORE && tree->kind == TREE_LIST)
        type = (Type){.kind = TYPE_LIST, .element = type.kind};
    Value value;
    ValueError error = value_from_tree(reading->arena, type, tree, &value);
    if (error != VALUE_OK) {
        wrong_fact(reading, slot, tree, error);
        return;
    }
    if (slot->kind == SLOT_SCORE) check_scores(reading, slot, value, tree);
    frame_set(reading->frame, index, value);
}

/* The mend of a scorecard's name with one value. */
static Text scorecard_mend(Reading *reading, Text name) {
    for (size_t i = 0; i < reading->program->scorecards_count; i++) {
        const Scorecard *card = &reading->program->scorecards[i];
        if (!text_equal(card->name, name) || card->criterion_count == 0) continue;
        return text_format(
            reading->arena, "it is a scorecard: write its criteria under it, indented, as in %.*s: %.*s",
            TEXT_ARG(card->criteria[0].name), TEXT_ARG(number_text(reading->arena, card->high)));
    }
    return (Text){0};
}

static void unknown_fact(Reading *reading, Text name, Span at) {
    Diagnostic *diagnostic = DIAGNOSE(reading->diagnostics, DIAG_UNKNOWN_FACT, at, name);
    diagnostic->mend = scorecard_mend(reading, name);
    if (!text_empty(diagnostic->mend)) return;
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
