#include "engine/frame.h"
#include <string.h>

static size_t most_outputs(const Program *program) {
    size_t most = 0;
    for (size_t t = 0; t < program->tables_count; t++)
        if (program->tables[t].output_count > most) most = program->tables[t].output_count;
    return most;
}

static Collected *room_for_rows(Arena *arena, const Program *program) {
    Collected *collected = arena_array(arena, Collected, program->tables_count);
    for (size_t t = 0; t < program->tables_count; t++) {
        const DecisionTable *table = &program->tables[t];
        if (!policy_collects(table->policy)) continue;
        collected[t].rows = arena_array(arena, Index, table->row_count);
        collected[t].values = arena_array(arena, Value, table->row_count * table->output_count);
    }
    return collected;
}

/* What stands before the number in a known value of the slot's type, to be written at once. */
static uint64_t header_of(Type type) {
    Value value = value_number(type.kind, number_int(0));
    uint64_t header = 0;
    memcpy(value.currency, type.currency, sizeof value.currency);
    memcpy(&header, &value, offsetof(Value, currency) + sizeof value.currency);
    return header;
}

/* New kinds of anything may need memory until they are known not to. */
static bool runs_in_place(const Program *program, const Unit *unit) {
    if (unit->kind == UNIT_SCORECARD) return program->scorecards[unit->detail].plain;
    if (unit->kind == UNIT_CONDITION) {
        const ConditionCode *code = &program->conditions[unit->detail];
        for (size_t i = 0; i < code->count; i++)
            if (code->ops[i].op > CODE_GREATER_EQUAL) return false;
        return true;
    }
    const DecisionTable *table = &program->tables[unit->detail];
    return !table->code->computed && (table->policy == POLICY_UNIQUE || table->policy == POLICY_FIRST);
}

Frame *frame_new(Arena *arena, const Program *program) {
    Frame *frame = arena_make(arena, Frame);
    frame->arena = arena;
    frame->program = program;
    frame->slots = arena_array(arena, Value, program->slots_count);
    frame->headers = arena_array(arena, uint64_t, program->slots_count);
    for (size_t i = 0; i < program->slots_count; i++) frame->headers[i] = header_of(program->slots[i].type);
    frame->registers = arena_array(arena, Value, program->stack_need);
    frame->needed = arena_array(arena, bool, program->stack_need);
    frame->outputs = arena_array(arena, Value, most_outputs(program));
    frame->collected = room_for_rows(arena, program);
    frame->states = arena_array(arena, UnitState, program->units_count);
    frame->in_place = arena_array(arena, bool, program->units_count);
    for (size_t i = 0; i < program->units_count; i++)
        frame->in_place[i] = runs_in_place(program, &program->units[i]);
    frame->wanted = arena_array(arena, uint64_t, program->slots_count / 64 + 1);
    frame->settle = arena_array(arena, Index, program->slots_count);
    return frame;
}

void frame_clear(Frame *frame) {
    memset(frame->slots, 0, frame->program->slots_count * sizeof *frame->slots);
}

void frame_set(Frame *frame, Index slot, Value value) {
    frame->slots[slot] = value;
}

void frame_set_number(Frame *frame, Index slot, Number number) {
    Value *to = &frame->slots[slot];
    memcpy(to, &frame->headers[slot], sizeof frame->headers[slot]);
    to->number = number;
}

void frame_set_member(Frame *frame, Index slot, int32_t member) {
    frame->slots[slot] = (Value){.state = VALUE_KNOWN, .kind = TYPE_ENUM, .member = member};
}

void frame_set_yes_no(Frame *frame, Index slot, bool yes) {
    frame->slots[slot] = (Value){.state = VALUE_KNOWN, .kind = TYPE_YES_NO, .yes = yes};
}

Value frame_get(const Frame *frame, Index slot) {
    return frame->slots[slot];
}
