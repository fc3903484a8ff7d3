/* Registers: what their rows hold on a day, as rules read them, and how rows are entered. */
#include "proceedings/people.h"
#include "proceedings/turn.h"
#include "value/json.h"

RECORD_FIELDS(RowSheet, ROW_SHEET_FIELDS)

/* --- rows by their key ---------------------------------------------------------------------------------- */

/* employees ["P-000012"]: what stands in a key cannot be taken for what parts keys. */
Text row_place(Arena *arena, Text of, const TextList *key) {
    Buf buf = buf_new(arena);
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < key->len; i++) tree_add(arena, list, tree_text(arena, key->at[i]));
    buf_format(&buf, "%.*s ", TEXT_ARG(of));
    json_write(&buf, list);
    return buf_done(&buf);
}

const RegisterRowState *state_row(State *state, Text of, const TextList *key) {
    return state_object(state, SPACE_REGISTER, row_place(state_arena(state), of, key));
}

bool state_next_row(State *state, Text of, Text from, Text *place, const RegisterRowState **row) {
    Text first = text_format(state_arena(state), "%.*s ", TEXT_ARG(of));
    void *record;
    if (!state_next(state, SPACE_REGISTER, text_empty(from) ? first : from, place, &record)) return false;
    *row = record;
    return text_starts(*place, first);
}

/* --- what a row holds on a day -------------------------------------------------------------------------- */

static const HeldValue *value_in(const DatedRow *row, Text field) {
    for (size_t i = 0; i < row->values.len; i++)
        if (text_equal(row->values.at[i].name, field)) return &row->values.at[i];
    return NULL;
}

const DatedRow *row_on(const RegisterRowState *row, Text field, Date on) {
    for (size_t i = row->rows.len; i-- > 0;) {
        const DatedRow *dated = &row->rows.at[i];
        if (covers(dated->from, dated->until, on) && (dated->ended || value_in(dated, field))) return dated;
    }
    return NULL;
}

bool row_holds(const RegisterRowState *row, Text field, Date on, HeldValue *out) {
    const DatedRow *dated = row ? row_on(row, field, on) : NULL;
    if (!dated) return false;
    *out = dated->ended ? (HeldValue){field, NULL, dated->entry} : *value_in(dated, field);
    return true;
}

static bool is_known(const Tree *value) {
    return value && value->kind != TREE_NULL;
}

/* --- as rules read them --------------------------------------------------------------------------------- */

typedef struct Registers {
    State *state;
    const Program *program;
} Registers;

static TextList key_texts(Arena *arena, const Register *in, const Value *keys) {
    TextList texts = {0};
    for (size_t i = 0; i < in->key_count; i++)
        texts_push(arena, &texts, value_to_text(arena, in->fields[in->keys[i]].type, keys[i]));
    return texts;
}

static Held held(void *context, Index index, const Value *keys, Index field, Date on) {
    const Registers *registers = context;
    Arena *arena = state_arena(registers->state);
    const Register *in = &registers->program->registers[index];
    Held answer = {value_missing(), NO_ENTRY};
    HeldValue found;
    TextList key = key_texts(arena, in, keys);
    if (!row_holds(state_row(registers->state, in->name, &key), in->fields[field].name, on, &found))
        return answer;
    answer.entry = found.entry;
    if (is_known(found.value) && !entered_value(arena, in->fields[field].type, found.value, &answer.value))
        answer.value = value_missing();
    return answer;
}

Registry state_registry(State *state, const Program *program) {
    Registers *registers = arena_make(state_arena(state), Registers);
    *registers = (Registers){state, program};
    return (Registry){registers, held, true};
}

/* --- entering ------------------------------------------------------------------------------------------- */

Text row_called(Turn *turn, Text of, const TextList *key) {
    TextList names = {0};
    for (size_t i = 0; i < key->len; i++) {
        bool person = state_person(turn->state, key->at[i]) != NULL;
        texts_push(turn->arena, &names, person ? person_called(turn, key->at[i]) : key->at[i]);
    }
    return text_format(turn->arena, "%.*s[%.*s]", TEXT_ARG(of),
                       TEXT_ARG(text_join(turn->arena, names.at, names.len, ", ")));
}

void row_lacks(State *state, const Register *in, const Registered *given, TextList *fields) {
    const RegisterRowState *row = state_row(state, in->name, &given->key);
    for (size_t i = 0; i < in->field_count; i++) {
        const RegisterField *field = &in->fields[i];
        HeldValue found;
        const Tree *value = tree_get_key(given->values, field->name);
        if (!value && row_holds(row, field->name, given->from, &found)) value = found.value;
        if (!field->key && !field->optional && !is_known(value))
            texts_push(state_arena(state), fields, field->name);
    }
}

/* Said already of just these days: it is not entered again. What only holds on them because of another first
 * day is news, since what is entered later may come to stand between. */
static bool stands(State *state, const Registered *given, Text field, const Tree *value) {
    const RegisterRowState *row = state_row(state, given->of, &given->key);
    const DatedRow *dated = row ? row_on(row, field, given->from) : NULL;
    if (!dated || dated->ended || dated->from != given->from || dated->until != given->until) return false;
    return json_same(state_arena(state), value_in(dated, field)->value, value);
}

static Tree *news(State *state, const Registered *given) {
    Tree *values = tree_map(state_arena(state));
    for (size_t i = 0; i < tree_len(given->values); i++)
        if (!stands(state, given, given->values->keys[i], given->values->items[i]))
            tree_set(state_arena(state), values, given->values->keys[i], given->values->items[i]);
    return values;
}

static bool enter_row(Turn *turn, const Registered *given) {
    Index index = program_register(turn->program, given->of);
    TextList lacking = {0};
    if (index == NONE) return refuse(turn, NO_SUCH_REGISTER, given->of, (Text){0});
    Registered entered = *given;
    Text called = row_called(turn, given->of, &given->key);
    if (given->until != DATE_NONE && given->until <= given->from)
        return refuse(turn, ENDS_BEFORE, called, date_text(turn->arena, given->from),
                      date_text(turn->arena, given->until));
    if (text_empty(given->ended)) {
        row_lacks(turn->state, &turn->program->registers[index], given, &lacking);
        entered.values = news(turn->state, given);
    }
    if (lacking.len > 0)
        return refuse(turn, ROW_INCOMPLETE, called, date_text(turn->arena, given->from),
                      names_text(turn->arena, &lacking, " and "));
    if (text_empty(given->ended) && tree_len(entered.values) == 0) return true;
    return emit(turn, KIND_REGISTERED, given->of, &entered);
}

bool enter_rows(Turn *turn, const Tree *given) {
    Text error = {0};
    const RowSheet *sheet = given ? record_from_tree(turn->arena, &RowSheet_record, given, &error) : NULL;
    if (!sheet) return refuse(turn, DAMAGED, error);
    for (size_t i = 0; i < sheet->rows.len; i++)
        if (!enter_row(turn, &sheet->rows.at[i])) return false;
    return true;
}

bool do_REGISTER(Turn *turn) {
    const RegisterArgs *args = turn->command->args;
    const Tree *key = tree_get(args->row, "key");
    Registered row = {.of = args->of,
                      .values = tree_get(args->row, "values"),
                      .ended = args->ends ? TEXT("ended") : (Text){0},
                      .from = args->from,
                      .until = args->until};
    for (size_t i = 0; i < tree_len(key); i++)
        if (key->items[i]->kind == TREE_TEXT) texts_push(turn->arena, &row.key, key->items[i]->text);
    return need_power(turn, ACT_REGISTER, turn->command->actor) && enter_row(turn, &row);
}
