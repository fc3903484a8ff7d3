#include "service/facts.h"

typedef struct Reading {
    Arena *arena;
    const Program *program;
    Index group;
    uint32_t file;
    Frame *frame;
    Diagnostics *diagnostics;
    VEC(RegisterValue) rows;
} Reading;

enum { FACTS_DEEP = 3 };

static Span span_of(const Reading *reading, const Tree *tree) {
    return (Span){reading->file, tree->start, tree->end};
}

static Span key_span(const Reading *reading, const Tree *map, size_t i) {
    if (!map->key_starts) return (Span){0};
    return (Span){reading->file, map->key_starts[i], map->key_starts[i] + (uint32_t)map->keys[i].len};
}

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
    if (type_any_currency(type)) return TEXT("write the currency and the amount: USD 100_000");
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
    case VALUE_APPLIES:
        return TEXT("it always applies: say what it is, or leave it out");
    case VALUE_TOO_LARGE:
        return TEXT("a number has at most 1,024 bits");
    default:
        break;
    }
    if (type.kind == TYPE_RANGE) return TEXT("write its lower end first, two points, its upper end: 5..10");
    if (type.kind == TYPE_YES_NO) return TEXT("write yes or no");
    if (type.kind == TYPE_MONEY) return money_mend(reading, type, tree);
    return type.kind == TYPE_ENUM ? members_mend(reading, type, tree) : (Text){0};
}

static Diagnostic *wrong_value(Reading *reading, Text name, Text type_called, Type type, const Tree *tree,
                               ValueError error) {
    Text written = tree->kind == TREE_TEXT ? text_format(reading->arena, "\"%.*s\"", TEXT_ARG(tree->text))
                                           : TEXT("what stands here");
    Diagnostic *found =
        DIAGNOSE(reading->diagnostics, DIAG_WRONG_FACT, span_of(reading, tree), name, type_called, written);
    found->mend = mend_of(reading, type, tree, error);
    return found;
}

/* "give a whole number from 1 to 10" */
static Text score_mend(Reading *reading, const Slot *slot) {
    const Scorecard *card = &reading->program->scorecards[slot->owner];
    return text_format(reading->arena, "give a %snumber from %.*s to %.*s, or a list of such",
                       card->whole ? "whole " : "", TEXT_ARG(number_text(reading->arena, card->low)),
                       TEXT_ARG(number_text(reading->arena, card->high)));
}

static void wrong_fact(Reading *reading, const Slot *slot, const Tree *tree, ValueError error) {
    Text type = slot->kind == SLOT_SCORE ? TEXT("a score, or a list of several people's scores")
                                         : type_text(reading->arena, slot->type);
    Diagnostic *found = wrong_value(reading, slot->name, type, slot->type, tree, error);
    if (slot->kind == SLOT_SCORE && text_empty(found->mend)) found->mend = score_mend(reading, slot);
}

static void check_scale(Reading *reading, const Slot *slot, Number score, const Tree *tree) {
    const Scorecard *card = &reading->program->scorecards[slot->owner];
    if (number_compare(score, card->low) >= 0 && number_compare(score, card->high) <= 0) return;
    DIAGNOSE(reading->diagnostics, DIAG_OFF_SCALE, span_of(reading, tree), number_text(reading->arena, score),
             number_text(reading->arena, card->low), number_text(reading->arena, card->high), slot->name);
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

/* The mend of a scorecard's or checklist's name with one value. */
static Text listing_mend(Reading *reading, Text name) {
    for (size_t i = 0; i < reading->program->scorecards_count; i++) {
        const Scorecard *card = &reading->program->scorecards[i];
        if (!text_equal(card->name, name) || card->criterion_count == 0) continue;
        return text_format(
            reading->arena, "it is a scorecard: write its criteria under it, indented, as in %.*s: %.*s",
            TEXT_ARG(card->criteria[0].name), TEXT_ARG(number_text(reading->arena, card->high)));
    }
    for (size_t i = 0; i < reading->program->checklists_count; i++) {
        const Checklist *list = &reading->program->checklists[i];
        if (text_equal(list->name, name))
            return text_format(reading->arena,
                               "it is a checklist: write its items under it, indented, as in %.*s: yes",
                               TEXT_ARG(list->items[0].name));
    }
    return (Text){0};
}

/* A name that is none of these. */
static Diagnostic *unknown_name(Reading *reading, Text name, Span at, const TextList *names) {
    Diagnostic *diagnostic = DIAGNOSE(reading->diagnostics, DIAG_UNKNOWN_FACT, at, name);
    diagnostic_did_you_mean(reading->diagnostics, diagnostic, name, names->at, names->len);
    return diagnostic;
}

static void unknown_fact(Reading *reading, Text name, Span at) {
    TextList names = {0};
    for (size_t i = 0; i < reading->program->slots_count; i++)
        if (reading->program->slots[i].kind != SLOT_COMPUTED &&
            reading->program->slots[i].kind != SLOT_CALENDAR)
            texts_push(reading->arena, &names, reading->program->slots[i].name);
    for (size_t i = 0; i < reading->program->registers_count; i++)
        texts_push(reading->arena, &names, reading->program->registers[i].name);
    Text listing = listing_mend(reading, name);
    Diagnostic *diagnostic = unknown_name(reading, name, at, &names);
    if (!text_empty(listing)) diagnostic->mend = listing;
}

/* --- registers: the key's values one under another, then the fields ------------------------------------- */

typedef struct Row {
    const Register *in;
    Index index; /* the register */
    Value *keys;
} Row;

static bool read_typed(Reading *reading, Text name, Type type, const Tree *tree, Value *value) {
    ValueError error = value_from_tree(reading->arena, type, tree, value);
    if (error != VALUE_OK) wrong_value(reading, name, type_text(reading->arena, type), type, tree, error);
    return error == VALUE_OK;
}

static void read_field(Reading *reading, const Row *row, const Tree *map, size_t at) {
    TextList names = {0};
    Index field = register_field(row->in, map->keys[at]);
    if (field == NONE || row->in->fields[field].key) {
        for (size_t i = 0; i < row->in->field_count; i++)
            if (!row->in->fields[i].key) texts_push(reading->arena, &names, row->in->fields[i].name);
        unknown_name(reading, map->keys[at], key_span(reading, map, at), &names);
        return;
    }
    RegisterValue read = {.in = row->index, .field = field, .keys = row->keys};
    if (read_typed(reading, map->keys[at], row->in->fields[field].type, map->items[at], &read.value))
        *vec_push(reading->arena, &reading->rows) = read;
}

static bool read_key(Reading *reading, const Row *row, size_t depth, const Tree *map, size_t at) {
    const RegisterField *field = &row->in->fields[row->in->keys[depth]];
    Span place = key_span(reading, map, at);
    Tree *written = tree_text(reading->arena, map->keys[at]);
    written->start = place.start;
    written->end = place.end;
    return read_typed(reading, field->name, field->type, written, &row->keys[depth]);
}

/* {ana: {approval_limit: USD 5000}}: as many maps within one another as the register has keys. */
static void read_rows(Reading *reading, const Row *row, size_t depth, const Tree *map) {
    bool fields = depth == row->in->key_count;
    if (map->kind != TREE_MAP)
        DIAGNOSE(reading->diagnostics, DIAG_ROWS_ARE_NO_MAP, span_of(reading, map), row->in->name);
    for (size_t i = 0; map->kind == TREE_MAP && i < map->len; i++) {
        Row inner = *row;
        inner.keys = arena_array(reading->arena, Value, row->in->key_count);
        for (size_t k = 0; k < depth; k++) inner.keys[k] = row->keys[k];
        if (fields)
            read_field(reading, row, map, i);
        else if (read_key(reading, &inner, depth, map, i))
            read_rows(reading, &inner, depth + 1, map->items[i]);
    }
}

static void read_register(Reading *reading, Index index, const Tree *tree) {
    Row row = {.in = &reading->program->registers[index], .index = index};
    read_rows(reading, &row, 0, tree);
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void read_one(Reading *reading, Text name, Index slot, const Tree *map, size_t at) {
    if (slot == NONE)
        unknown_fact(reading, name, key_span(reading, map, at));
    else if (reading->program->slots[slot].kind == SLOT_COMPUTED)
        DIAGNOSE(reading->diagnostics, DIAG_FACT_IS_COMPUTED, key_span(reading, map, at), name);
    else
        read_slot(reading, slot, map->items[at]);
}

/* A map under a name that is no fact itself is a scorecard, checklist or review: its items are "name.item".
 */
static void read_map(Reading *reading, Text prefix, const Tree *map, int depth) {
    for (size_t i = 0; i < tree_len(map); i++) {
        Text name = map->keys[i];
        if (!text_empty(prefix))
            name = text_format(reading->arena, "%.*s.%.*s", TEXT_ARG(prefix), TEXT_ARG(name));
        Index slot = program_slot(reading->program, reading->group, name),
              registered = slot == NONE ? program_register(reading->program, name) : NONE;
        if (registered != NONE)
            read_register(reading, registered, map->items[i]);
        else if (slot == NONE && map->items[i]->kind == TREE_MAP && depth < FACTS_DEEP)
            read_map(reading, name, map->items[i], depth + 1);
        else
            read_one(reading, name, slot, map, i);
    }
}

/* The frame reads the rows after this call has ended. */
static Registry keep_rows(const Reading *reading) {
    RegisterValues *rows = arena_make(reading->arena, RegisterValues);
    *rows = (RegisterValues){reading->program, reading->rows.at, reading->rows.len};
    return registry_of(rows);
}

void facts_read(Arena *arena, const Program *program, Index group, const Tree *tree, uint32_t file,
                Frame *frame, Diagnostics *diagnostics) {
    Reading reading = {.arena = arena,
                       .program = program,
                       .group = group,
                       .file = file,
                       .frame = frame,
                       .diagnostics = diagnostics};
    if (tree->kind == TREE_MAP)
        read_map(&reading, (Text){0}, tree, 0);
    else if (tree->kind != TREE_NULL)
        diagnose(diagnostics, DIAG_FACTS_ARE_NO_MAP, span_of(&reading, tree), 0, NULL)->mend =
            file ? (Text){0} : TEXT("in JSON: {\"name\": value}");
    frame_read_from(frame, keep_rows(&reading));
}
