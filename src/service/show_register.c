/* show: a register as it stands on a day, or one row of it on all days. */
#include "service/reading.h"

typedef struct Showing {
    Reading *reading;
    const Register *in;
} Showing;

/* --- values --------------------------------------------------------------------------------------------- */

static Text shown_value(const Showing *showing, Type type, const Tree *tree) {
    Arena *arena = showing->reading->arena;
    Value value;
    if (!tree || value_from_tree(arena, type, tree, &value) != VALUE_OK) return TEXT("missing");
    if (value_known(value) && (type.kind == TYPE_PERSON || type.kind == TYPE_DECIDER))
        return called(showing->reading->state, value.text);
    return value_to_text(arena, type, value);
}

static void set_day(const Showing *showing, Tree *map, const char *key, Date day) {
    if (day != DATE_NONE)
        tree_set_text(showing->reading->arena, map, key, date_text(showing->reading->arena, day));
}

static Tree *add_value(const Showing *showing, Tree *list, const RegisterField *field,
                       const HeldValue *held) {
    Tree *map = tree_add_map(showing->reading->arena, list);
    tree_set_text(showing->reading->arena, map, "name", field->name);
    tree_set_text(showing->reading->arena, map, "value", shown_value(showing, field->type, held->value));
    tree_set_int(showing->reading->arena, map, "entry", held->entry);
    return map;
}

static Tree *key_list(const Showing *showing, const RegisterRowState *row) {
    Arena *arena = showing->reading->arena;
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < row->key.len && i < showing->in->key_count; i++) {
        Type type = showing->in->fields[showing->in->keys[i]].type;
        Text text = shown_value(showing, type, tree_text(arena, row->key.at[i]));
        tree_add(arena, list, tree_text(arena, text));
    }
    return list;
}

/* --- rows ----------------------------------------------------------------------------------------------- */

/* What it holds on the day. */
static Tree *held_values(const Showing *showing, const RegisterRowState *row) {
    Date on = showing->reading->today;
    Tree *values = tree_list(showing->reading->arena);
    for (size_t i = 0; i < showing->in->field_count; i++) {
        const RegisterField *field = &showing->in->fields[i];
        const DatedRow *dated = field->key ? NULL : row_on(row, field->name, on);
        HeldValue held;
        if (!dated || dated->ended || !row_holds(row, field->name, on, &held)) continue;
        Tree *map = add_value(showing, values, field, &held);
        set_day(showing, map, "from", dated->from);
        set_day(showing, map, "until", dated->until);
    }
    return values;
}

static void add_row(const Showing *showing, const RegisterRowState *row, Tree *rows) {
    Tree *values = held_values(showing, row);
    if (tree_len(values) == 0) return;
    Tree *map = tree_add_map(showing->reading->arena, rows);
    tree_set(showing->reading->arena, map, TEXT("key"), key_list(showing, row));
    tree_set(showing->reading->arena, map, TEXT("values"), values);
}

static void add_dated(const Showing *showing, const DatedRow *dated, Tree *days) {
    Arena *arena = showing->reading->arena;
    Tree *map = tree_add_map(arena, days);
    set_day(showing, map, "from", dated->from);
    set_day(showing, map, "until", dated->until);
    tree_set_bool(arena, map, "ended", dated->ended);
    tree_set_int(arena, map, "entry", dated->entry);
    Tree *values = tree_set_list(arena, map, "values");
    for (size_t i = 0; i < dated->values.len; i++) {
        Index field = register_field(showing->in, dated->values.at[i].name);
        if (field != NONE) add_value(showing, values, &showing->in->fields[field], &dated->values.at[i]);
    }
}

/* --- one row by its key --------------------------------------------------------------------------------- */

static bool read_person_key(Reading *reading, Text written, TextList *key) {
    Refusal refusal = {0};
    Text id;
    if (!resolve_person(reading->state, written, &id, &refusal))
        return read_problem(reading, BYLAW_WANTING, refusal_sentence(reading->arena, &refusal),
                            refusal_mend(reading->arena, &refusal));
    texts_push(reading->arena, key, id);
    return true;
}

static bool read_key(const Showing *showing, size_t at, TextList *key) {
    Reading *reading = showing->reading;
    Type type = showing->in->fields[showing->in->keys[at]].type;
    Text written = text_of(reading->options->keys[at]);
    Value value;
    if (type.kind == TYPE_PERSON) return read_person_key(reading, written, key);
    if (value_parse(reading->arena, type, written, &value) != VALUE_OK)
        return read_problem(reading, BYLAW_WANTING,
                            text_format(reading->arena, "\"%.*s\" is no %.*s", TEXT_ARG(written),
                                        TEXT_ARG(type_text(reading->arena, type))),
                            (Text){0});
    texts_push(reading->arena, key, value_to_text(reading->arena, type, value));
    return true;
}

static bool read_keys(const Showing *showing, TextList *key) {
    Reading *reading = showing->reading;
    if (reading->options->key_count != showing->in->key_count)
        return read_problem(reading, BYLAW_USAGE,
                            text_format(reading->arena, "%zu values name a row of %.*s",
                                        showing->in->key_count, TEXT_ARG(showing->in->name)),
                            TEXT("give them in the order of its fields"));
    for (size_t i = 0; i < showing->in->key_count; i++)
        if (!read_key(showing, i, key)) return false;
    return true;
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static Tree *begin_rows(const Showing *showing) {
    Arena *arena = showing->reading->arena;
    result_kind(showing->reading->result, BYLAW_DONE, "register");
    Tree *document = showing->reading->result->document;
    tree_set_text(arena, document, "name", showing->in->name);
    tree_set_some(arena, document, "title", showing->in->title);
    set_day(showing, document, "day", showing->reading->today);
    return tree_set_list(arena, document, "rows");
}

static void show_row(const Showing *showing) {
    Reading *reading = showing->reading;
    TextList key = {0};
    if (!read_keys(showing, &key)) return;
    const RegisterRowState *row = state_row(reading->state, showing->in->name, &key);
    if (!row) {
        Text name = showing->in->name;
        read_problem(reading, BYLAW_WANTING,
                     text_format(reading->arena, "%.*s has no such row", TEXT_ARG(name)),
                     text_format(reading->arena, "bylaw show %.*s lists them", TEXT_ARG(name)));
        return;
    }
    add_row(showing, row, begin_rows(showing));
    Tree *days = tree_set_list(reading->arena, reading->result->document, "days");
    for (size_t i = 0; i < row->rows.len; i++) add_dated(showing, &row->rows.at[i], days);
}

static void show_rows(const Showing *showing) {
    const RegisterRowState *row;
    Text place = {0};
    Tree *rows = begin_rows(showing);
    while (state_next_row(showing->reading->state, showing->in->name, place, &place, &row)) {
        add_row(showing, row, rows);
        place = key_after(showing->reading->arena, place);
    }
}

bool show_register(Reading *reading, Text name) {
    Index index = program_register(reading->program, name);
    if (index == NONE) return false;
    Showing showing = {reading, &reading->program->registers[index]};
    if (reading->options->key_count > 0)
        show_row(&showing);
    else
        show_rows(&showing);
    return true;
}
