/* Rows of registers, as conditions read them. */
#include "engine/frame.h"

void frame_read_from(Frame *frame, Registry registry) {
    frame->registry = registry;
}

/* --- looking up ----------------------------------------------------------------------------------------- */

static bool is_same_currency(const Frame *frame, const LookupCode *lookup) {
    return lookup->rate && code_equal(&frame->keys[0], &frame->keys[1]);
}

bool row_look_up(Frame *frame, const LookupCode *lookup, RowRead *out, Value *instead) {
    size_t count = frame->program->registers[lookup->in].key_count;
    Value all = frame->registers[lookup->keys[0]];
    for (size_t i = 0; i < count; i++) {
        frame->keys[i] = frame->registers[lookup->keys[i]];
        if (value_lacks(all, frame->keys[i], instead)) all = *instead;
    }
    *instead = value_number(TYPE_DECIMAL, number_int(1));
    if (value_known(all) && is_same_currency(frame, lookup)) return false;
    Value on = frame->registry.dated ? frame->registers[lookup->on] : value_date(DATE_NONE);
    if (value_lacks(all, on, instead)) return false;
    *out = (RowRead){lookup->in, lookup->field, frame->keys, on.date, {value_missing(), NO_ENTRY}};
    if (frame->registry.held)
        out->held = frame->registry.held(frame->registry.context, out->in, out->keys, out->field, out->on);
    return true;
}

RowRead row_read_copy(Arena *arena, const Program *program, const RowRead *row) {
    size_t count = program->registers[row->in].key_count;
    RowRead copy = *row;
    Value *keys = arena_array(arena, Value, count);
    for (size_t i = 0; i < count; i++) keys[i] = value_copy(arena, row->keys[i]);
    copy.keys = keys;
    return copy;
}

static bool same_keys(const Program *program, Index in, const Value *a, const Value *b) {
    for (size_t i = 0; i < program->registers[in].key_count; i++)
        if (!code_equal(&a[i], &b[i])) return false;
    return true;
}

bool row_read_same(const Program *program, const RowRead *a, const RowRead *b) {
    return a->in == b->in && a->field == b->field && a->on == b->on &&
           same_keys(program, a->in, a->keys, b->keys);
}

Text row_read_text(Arena *arena, const Program *program, const RowRead *row) {
    const Register *in = &program->registers[row->in];
    Buf buf = buf_new(arena);
    buf_format(&buf, "%.*s[", TEXT_ARG(in->name));
    for (size_t i = 0; i < in->key_count; i++) {
        if (i > 0) buf_cstr(&buf, ", ");
        value_write(&buf, in->fields[in->keys[i]].type, row->keys[i]);
    }
    buf_format(&buf, "].%.*s", TEXT_ARG(in->fields[row->field].name));
    return buf_done(&buf);
}

/* --- values that are given ------------------------------------------------------------------------------ */

/* What is given holds on every day. */
static Held given_held(void *context, Index in, const Value *keys, Index field, Date on) {
    (void)on;
    const RegisterValues *values = context;
    Held held = {value_missing(), NO_ENTRY};
    for (size_t i = 0; i < values->len; i++) {
        const RegisterValue *given = &values->at[i];
        if (given->in == in && given->field == field && same_keys(values->program, in, given->keys, keys))
            held.value = given->value;
    }
    return held;
}

Registry registry_of(const RegisterValues *values) {
    return (Registry){(void *)(uintptr_t)values, given_held, false};
}
