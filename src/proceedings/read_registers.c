/* Rows of registers as people write them: one by name, or many in a file's table. */
#include "proceedings/people.h"
#include "proceedings/reading.h"

/* A row while it is read. */
typedef struct RowGiven {
    Reading *reading;
    const Register *in;
    Registered row;
    bool many; /* it is one of a file */
} RowGiven;

/* --- one value ------------------------------------------------------------------------------------------ */

static bool is_missing(const Tree *node) {
    return node->kind == TREE_NULL || (node->kind == TREE_TEXT && text_is(node->text, "missing"));
}

/* In a file of thousands nobody is looked for who has a name near to one. */
static bool find_person(RowGiven *given, const Tree *node, Value *value) {
    Text who = node->kind == TREE_TEXT ? text_trim(node->text) : (Text){0};
    *value = (Value){.state = VALUE_KNOWN, .kind = TYPE_PERSON};
    return state_find_person(given->reading->state, who, &value->text) ||
           refuse(&given->reading->turn, NO_SUCH_PERSON, who, TEXT("enter them first with: bylaw import"));
}

static bool read_held(RowGiven *given, const RegisterField *field, const Tree *node, Value *value) {
    Reading *reading = given->reading;
    if (given->many && field->type.kind == TYPE_PERSON) return find_person(given, node, value);
    return read_value(reading, field->name, field->type, where_text(reading->arena, given->in->where), node,
                      value);
}

static bool read_key(RowGiven *given, const RegisterField *field, const Tree *node) {
    Arena *arena = given->reading->arena;
    Value value;
    if (!node) return refuse(&given->reading->turn, KEY_NOT_GIVEN, given->in->name, field->name);
    if (!read_held(given, field, node, &value)) return false;
    texts_push(arena, &given->row.key, value_to_text(arena, field->type, value));
    return true;
}

static bool read_field(RowGiven *given, const RegisterField *field, const Tree *node) {
    Arena *arena = given->reading->arena;
    Value value = value_missing();
    if (!node) return true;
    if (is_missing(node) && !field->optional) return refuse(&given->reading->turn, NOT_OPTIONAL, field->name);
    if (!is_missing(node) && !read_held(given, field, node, &value)) return false;
    tree_set(arena, given->row.values, field->name, value_to_tree(arena, field->type, value));
    return true;
}

/* By the fields of the register: what else is given has been refused. */
static bool read_fields(RowGiven *given, const Tree *fields) {
    given->row.values = tree_map(given->reading->arena);
    for (size_t i = 0; i < given->in->field_count; i++) {
        const RegisterField *field = &given->in->fields[i];
        const Tree *node = tree_get_key(fields, field->name);
        if (!(field->key ? read_key(given, field, node) : read_field(given, field, node))) return false;
    }
    return true;
}

/* --- one row by name ------------------------------------------------------------------------------------ */

static Text first_field(const Register *in) {
    for (size_t i = 0; i < in->field_count; i++)
        if (!in->fields[i].key) return in->fields[i].name;
    return TEXT("FIELD");
}

static bool no_such_field(Reading *reading, const Register *in, Text name) {
    TextList names = {0};
    for (size_t i = 0; i < in->field_count; i++) texts_push(reading->arena, &names, in->fields[i].name);
    return refuse(&reading->turn, NO_SUCH_FIELD, in->name, name,
                  text_offer(reading->arena, name, names.at, names.len));
}

static const Register *register_of(const Reading *reading, Text name) {
    return &reading->turn.program->registers[program_register(reading->turn.program, name)];
}

bool read_row(Reading *reading, RegisterArgs *args) {
    RowGiven given = {.reading = reading, .in = register_of(reading, args->of)};
    for (size_t i = 0; i < tree_len(args->row); i++)
        if (register_field(given.in, args->row->keys[i]) == NONE)
            return no_such_field(reading, given.in, args->row->keys[i]);
    if (!read_fields(&given, args->row)) return false;
    Text called = row_called(&reading->turn, args->of, &given.row.key);
    bool says = tree_len(given.row.values) > 0;
    if (args->ends && says) return refuse(&reading->turn, ROW_ENDS, called);
    if (!args->ends && !says) return refuse(&reading->turn, ROW_SAYS_NOTHING, called, first_field(given.in));
    args->row = tree_map(reading->arena);
    Tree *key = tree_set_list(reading->arena, args->row, "key");
    for (size_t i = 0; i < given.row.key.len; i++)
        tree_add(reading->arena, key, tree_text(reading->arena, given.row.key.at[i]));
    if (says) tree_set(reading->arena, args->row, TEXT("values"), given.row.values);
    return true;
}

/* --- a file: {"heads": [...], "rows": [{"line": 2, "cells": [...]}]} ------------------------------------ */

typedef struct Sheet {
    Reading *reading;
    const Register *in;
    const ImportArgs *args;
    const Tree *heads;
    RowSheet *rows;
    Map lines;   /* from a row's place and first day to the line it stands in */
    Tree *wrong; /* lines that were refused */
} Sheet;

/* What a file holds need not be what a CSV file holds. */
static bool is_table(const Tree *content) {
    const Tree *heads = tree_get(content, "heads"), *rows = tree_get(content, "rows");
    bool good = heads && heads->kind == TREE_LIST && rows && rows->kind == TREE_LIST;
    for (size_t i = 0; good && i < heads->len; i++) good = heads->items[i]->kind == TREE_TEXT;
    for (size_t i = 0; good && i < rows->len; i++) {
        const Tree *cells = tree_get(rows->items[i], "cells");
        good = cells && cells->kind == TREE_LIST && tree_get(rows->items[i], "line");
    }
    return good;
}

static int64_t line_number(const Tree *row) {
    const Tree *line = tree_get(row, "line");
    int64_t number = 0;
    if (line->kind == TREE_INT) return line->number;
    return line->kind == TREE_TEXT && text_to_int(line->text, &number) ? number : 0;
}

static bool is_day(Text head) {
    return text_is(head, "valid_from") || text_is(head, "valid_until");
}

static bool check_heads(Sheet *sheet) {
    Reading *reading = sheet->reading;
    TextList seen = {0};
    for (size_t i = 0; i < tree_len(sheet->heads); i++) {
        Text head = sheet->heads->items[i]->text;
        if (texts_have(&seen, head)) return refuse(&reading->turn, HEAD_TWICE, head);
        texts_push(reading->arena, &seen, head);
        if (register_field(sheet->in, head) == NONE && !is_day(head))
            return no_such_field(reading, sheet->in, head);
    }
    for (size_t k = 0; k < sheet->in->key_count; k++) {
        Text key = sheet->in->fields[sheet->in->keys[k]].name;
        if (!texts_have(&seen, key)) return refuse(&reading->turn, KEY_NOT_GIVEN, sheet->in->name, key);
    }
    return true;
}

/* A line's cells under their heads; an empty one says that nothing is held. */
static Tree *cells_by_head(const Sheet *sheet, const Tree *cells) {
    Arena *arena = sheet->reading->arena;
    Tree *fields = tree_map(arena);
    for (size_t i = 0; i < tree_len(cells); i++) {
        Tree *cell = cells->items[i];
        bool empty = cell->kind == TREE_TEXT && text_empty(text_trim(cell->text));
        tree_set(arena, fields, sheet->heads->items[i]->text, empty ? tree_null(arena) : cell);
    }
    return fields;
}

static bool read_day(Sheet *sheet, const Tree *fields, const char *head, Date otherwise, Date *day) {
    const Tree *node = register_field(sheet->in, text_of(head)) == NONE ? tree_get(fields, head) : NULL;
    *day = otherwise;
    if (!node || node->kind == TREE_NULL) return true;
    if (node->kind == TREE_TEXT && date_parse(text_trim(node->text), day)) return true;
    return refuse(&sheet->reading->turn, BAD_VALUE, text_of(head), TEXT("a date"),
                  node->kind == TREE_TEXT ? node->text : TEXT("this"), TEXT("write it as 2026-03-24"));
}

static Text counted(Arena *arena, size_t count, const char *one) {
    return text_format(arena, "%zu %s%s", count, one, count == 1 ? "" : "s");
}

static bool stands_once(Sheet *sheet, const RowGiven *given, const Tree *line) {
    Arena *arena = sheet->reading->arena;
    Text place = row_place(arena, sheet->in->name, &given->row.key), day = date_text(arena, given->row.from);
    Text name = text_format(arena, "%.*s %.*s", TEXT_ARG(place), TEXT_ARG(day));
    const Tree *other = map_get(&sheet->lines, name);
    if (!other) {
        map_set(arena, &sheet->lines, name, (void *)(uintptr_t)line);
        return true;
    }
    Text called = row_called(&sheet->reading->turn, sheet->in->name, &given->row.key);
    return refuse(&sheet->reading->turn, ROW_TWICE, called, day,
                  text_format(arena, "%lld", (long long)line_number(other)));
}

static bool is_complete(Sheet *sheet, const RowGiven *given) {
    Turn *turn = &sheet->reading->turn;
    TextList lacking = {0};
    Text called = row_called(turn, sheet->in->name, &given->row.key),
         day = date_text(turn->arena, given->row.from);
    if (given->row.until != DATE_NONE && given->row.until <= given->row.from)
        return refuse(turn, ENDS_BEFORE, called, day, date_text(turn->arena, given->row.until));
    row_lacks(turn->state, sheet->in, &given->row, &lacking);
    return lacking.len == 0 ||
           refuse(turn, ROW_INCOMPLETE, called, day, names_text(turn->arena, &lacking, " and "));
}

static bool read_line(Sheet *sheet, const Tree *line) {
    Reading *reading = sheet->reading;
    RowGiven given = {.reading = reading, .in = sheet->in, .many = true, .row = {.of = sheet->in->name}};
    const Tree *cells = tree_get(line, "cells");
    if (tree_len(cells) != tree_len(sheet->heads))
        return refuse(&reading->turn, CELLS_LACK, counted(reading->arena, tree_len(cells), "cell"),
                      counted(reading->arena, tree_len(sheet->heads), "column"));
    const Tree *fields = cells_by_head(sheet, cells);
    if (!read_day(sheet, fields, "valid_from", sheet->args->from, &given.row.from) ||
        !read_day(sheet, fields, "valid_until", sheet->args->until, &given.row.until))
        return false;
    if (given.row.from == DATE_NONE) return refuse(&reading->turn, NO_FIRST_DAY, (Text){0});
    if (!read_fields(&given, fields) || !stands_once(sheet, &given, line) || !is_complete(sheet, &given))
        return false;
    *(Registered *)record_push(reading->arena, &Registered_record, &sheet->rows->rows) = given.row;
    return true;
}

/* Every line that is refused is told of, since nobody mends a file line by line. */
static void note_refused(Sheet *sheet, const Tree *line) {
    Arena *arena = sheet->reading->arena;
    const Refusal *refusal = sheet->reading->turn.refusal;
    Tree *wrong = tree_add_map(arena, sheet->wrong);
    tree_set_int(arena, wrong, "line", line_number(line));
    tree_set_text(arena, wrong, "sentence", refusal_sentence(arena, refusal));
    Text mend = refusal_mend(arena, refusal);
    if (!text_empty(mend)) tree_set_text(arena, wrong, "mend", mend);
}

static bool read_lines(Sheet *sheet, const Tree *lines) {
    Arena *arena = sheet->reading->arena;
    for (size_t i = 0; i < tree_len(lines); i++)
        if (!read_line(sheet, lines->items[i])) note_refused(sheet, lines->items[i]);
    if (tree_len(sheet->wrong) == 0) return true;
    refuse(&sheet->reading->turn, LINES_REFUSED, counted(arena, tree_len(sheet->wrong), "line"),
           text_format(arena, "%zu", tree_len(lines)));
    sheet->reading->turn.refusal->lines = sheet->wrong;
    return false;
}

static Text head_line(const Reading *reading, const Register *in) {
    TextList names = {0};
    for (size_t i = 0; i < in->field_count; i++) texts_push(reading->arena, &names, in->fields[i].name);
    texts_push(reading->arena, &names, TEXT("valid_from"));
    return text_join(reading->arena, names.at, names.len, ", ");
}

bool read_sheet(Reading *reading, ImportArgs *args) {
    Sheet sheet = {.reading = reading,
                   .in = register_of(reading, args->of),
                   .args = args,
                   .heads = tree_get(args->sheet, "heads"),
                   .rows = record_new(reading->arena, &RowSheet_record),
                   .wrong = tree_list(reading->arena)};
    if (!is_table(args->sheet)) return refuse(&reading->turn, NO_TABLE, head_line(reading, sheet.in));
    if (!check_heads(&sheet) || !read_lines(&sheet, tree_get(args->sheet, "rows"))) return false;
    args->sheet = record_to_tree(reading->arena, &RowSheet_record, sheet.rows);
    return true;
}
