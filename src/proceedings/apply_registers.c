/* Folding: rows of registers. A dated row is known by its key and its first day; entered again, it is
 * changed. */
#include "base/vec.h"
#include "proceedings/turn.h"
#include <string.h>

/* The place of the first day among rows that are in the order of theirs; DATE_NONE comes first. */
static size_t place_of(const RegisterRowState *row, Date from) {
    size_t at = 0;
    while (at < row->rows.len && row->rows.at[at].from < from) at++;
    return at;
}

static DatedRow *row_from(State *state, RegisterRowState *row, Date from) {
    size_t at = place_of(row, from);
    if (at < row->rows.len && row->rows.at[at].from == from) return &row->rows.at[at];
    record_push(state_arena(state), &DatedRow_record, &row->rows);
    DatedRow *made = &row->rows.at[at];
    memmove(made + 1, made, (row->rows.len - 1 - at) * sizeof *made);
    record_clear(&DatedRow_record, made);
    made->from = from;
    return made;
}

static void set_value(State *state, DatedRow *row, Text name, Tree *value, int64_t entry) {
    size_t at = 0;
    while (at < row->values.len && !text_equal(row->values.at[at].name, name)) at++;
    if (at == row->values.len) record_push(state_arena(state), &HeldValue_record, &row->values);
    row->values.at[at] = (HeldValue){name, value, entry};
}

static void apply_registered(Applied *applied) {
    const Registered *body = applied->body;
    State *state = applied->state;
    Text place = row_place(state_arena(state), body->of, &body->key);
    RegisterRowState *row = state_change(state, SPACE_REGISTER, place);
    row->of = body->of;
    row->key = body->key;
    DatedRow *dated = row_from(state, row, body->from);
    dated->until = body->until;
    dated->ended = !text_empty(body->ended);
    dated->entry = applied->entry->seq;
    if (dated->ended) dated->values.len = 0;
    for (size_t i = 0; i < tree_len(body->values); i++)
        set_value(state, dated, body->values->keys[i], body->values->items[i], applied->entry->seq);
}

static const FoldingRow foldings[] = {{KIND_REGISTERED, apply_registered}};

bool apply_registers(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
