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

/* --- a file --------------------------------------------------------------------------------------------- */

typedef struct Sheet {
    Reading *reading;
    const Register *in;
    const ImportArgs *args;
    RowSheet *rows;
    Map lines; /* from a row's place and first day to the line it stands in */
} Sheet;

static bool is_day(Text head) {
    return text_is(head, "valid_from") || text_is(head, "valid_until");
}

static bool check_heads(Sheet *sheet) {
    Reading *reading = sheet->reading;
    TextList seen = {0};
    if (!read_heads(reading, sheet->args->sheet, &seen)) return false;
    for (size_t i = 0; i < seen.len; i++)
        if (register_field(sheet->in, seen.at[i]) == NONE && !is_day(seen.at[i]))
            return no_such_field(reading, sheet->in, seen.at[i]);
    for (size_t k = 0; k < sheet->in->key_count; k++) {
        Text key = sheet->in->fields[sheet->in->keys[k]].name;
        if (!texts_have(&seen, key)) return refuse(&reading->turn, KEY_NOT_GIVEN, sheet->in->name, key);
    }
    return true;
}

static bool read_day(Sheet *sheet, const Tree *fields, const char *head, Date otherwise, Date *day) {
    const Tree *node = register_field(sheet->in, text_of(head)) == NONE ? tree_get(fields, head) : NULL;
    *day = otherwise;
    if (!node || node->kind == TREE_NULL) return true;
    if (node->kind == TREE_TEXT && date_parse(text_trim(node->text), day)) return true;
    return refuse(&sheet->reading->turn, BAD_VALUE, text_of(head), TEXT("a date"),
                  node->kind == TREE_TEXT ? node->text : TEXT("this"), TEXT("write it as 2026-03-24"));
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

static bool read_line(void *context, const Tree *line, const Tree *fields) {
    Sheet *sheet = context;
    Reading *reading = sheet->reading;
    RowGiven given = {.reading = reading, .in = sheet->in, .many = true, .row = {.of = sheet->in->name}};
    if (!read_day(sheet, fields, "valid_from", sheet->args->from, &given.row.from) ||
        !read_day(sheet, fields, "valid_until", sheet->args->until, &given.row.until))
        return false;
    if (given.row.from == DATE_NONE) return refuse(&reading->turn, NO_FIRST_DAY, (Text){0});
    if (!read_fields(&given, fields) || !stands_once(sheet, &given, line) || !is_complete(sheet, &given))
        return false;
    *(Registered *)record_push(reading->arena, &Registered_record, &sheet->rows->rows) = given.row;
    return true;
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
                   .rows = record_new(reading->arena, &RowSheet_record)};
    if (!is_table(args->sheet)) return refuse(&reading->turn, NO_TABLE, head_line(reading, sheet.in));
    if (!check_heads(&sheet) || !read_lines(reading, args->sheet, read_line, &sheet)) return false;
    args->sheet = record_to_tree(reading->arena, &RowSheet_record, sheet.rows);
    return true;
}
