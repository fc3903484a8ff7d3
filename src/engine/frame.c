#include "engine/frame.h"
#include <string.h>

static size_t most_outputs(const Program *program) {
    size_t most = 0;
    for (size_t t = 0; t < program->tables_count; t++)
        if (program->tables[t].output_count > most) most = program->tables[t].output_count;
    return most;
}

static size_t most_rows(const Program *program) {
    size_t most = 0;
    for (size_t t = 0; t < program->tables_count; t++)
        if (program->tables[t].row_count > most) most = program->tables[t].row_count;
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

static uint64_t header_of(const Value *known) {
    uint64_t header;
    memcpy(&header, known, sizeof header);
    return header;
}

static SlotForm form_of(const Slot *slot) {
    Type type = slot->type;
    Value value = value_number(type.kind, number_int(0));
    SlotForm form = {.is_number = value_is_number(&value) && !type_any_currency(type),
                     .is_given = slot->kind != SLOT_COMPUTED};
    if (type.kind == TYPE_ENUM && type.enumeration) form.small_count = (uint32_t)type.enumeration->count;
    if (type.kind == TYPE_YES_NO) form.small_count = 2;
    if (type.kind == TYPE_MONEY) memcpy(value.currency, type.currency, sizeof value.currency);
    value.unit = (uint8_t)type.unit;
    form.header = header_of(&value);
    return form;
}

static FrameSheet sheet_of(Arena *arena, const Frame *frame, const Scorecard *scorecard) {
    const PlainSheet *plain = scorecard->plain;
    if (!plain || plain->count == 0) return (FrameSheet){0};
    FrameScore *scores = arena_array(arena, FrameScore, plain->count);
    for (size_t i = 0; i < plain->count; i++) {
        const PlainCriterion *criterion = &plain->criteria[i];
        scores[i] =
            (FrameScore){&frame->slots[criterion->score_slot], &frame->slots[criterion->combined_slot],
                         criterion->share, criterion->minimum};
    }
    return (FrameSheet){.scores = scores,
                        .count = plain->count,
                        .header = frame->forms[plain->criteria[0].score_slot].header,
                        .low = plain->low,
                        .range = plain->range,
                        .plain = plain,
                        .total = &frame->slots[scorecard->total_slot],
                        .eligible = &frame->slots[scorecard->eligible_slot]};
}

static FrameSheet *sheets_of(Arena *arena, const Frame *frame) {
    FrameSheet *sheets = arena_array(arena, FrameSheet, frame->program->scorecards_count);
    for (size_t i = 0; i < frame->program->scorecards_count; i++)
        sheets[i] = sheet_of(arena, frame, &frame->program->scorecards[i]);
    return sheets;
}

FrameSlots frame_slots(const Frame *frame) {
    return (FrameSlots){frame->slots, frame->forms, frame->program->slots_count};
}

Frame *frame_new(Arena *arena, const Program *program) {
    Frame *frame = arena_make(arena, Frame);
    frame->arena = arena;
    frame->program = program;
    frame->slots = arena_array(arena, Value, program->slots_count);
    frame->forms = arena_array(arena, SlotForm, program->slots_count);
    for (size_t i = 0; i < program->slots_count; i++) frame->forms[i] = form_of(&program->slots[i]);
    frame->sheets = sheets_of(arena, frame);
    Value decimal = value_number(TYPE_DECIMAL, number_int(0));
    frame->decimal = header_of(&decimal);
    frame->registers = arena_array(arena, Value, program->stack_need);
    frame->needed = arena_array(arena, bool, program->stack_need);
    frame->named = arena_array(arena, Text, program->deciders_count);
    frame->outputs = arena_array(arena, Value, most_outputs(program));
    frame->collected = room_for_rows(arena, program);
    frame->states = arena_array(arena, UnitState, program->units_count);
    frame->wanted = arena_array(arena, bool, program->slots_count);
    frame->empty = arena_array(arena, bool, program->slots_count);
    frame->keys = arena_array(arena, Value, program->keys_most);
    frame->settle = arena_array(arena, Index, program->slots_count);
    frame->possible = arena_array(arena, Index, most_rows(program));
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
    memcpy(to, &frame->forms[slot].header, sizeof frame->forms[slot].header);
    to->number = number;
}

void frame_set_member(Frame *frame, Index slot, int32_t member) {
    frame->slots[slot] = (Value){.state = VALUE_KNOWN, .kind = TYPE_ENUM, .member = member};
}

void frame_set_yes_no(Frame *frame, Index slot, bool yes) {
    frame->slots[slot] = (Value){.state = VALUE_KNOWN, .kind = TYPE_YES_NO, .yes = yes};
}

Value frame_get(const Frame *frame, Index slot) {
    Value value = frame->slots[slot];
    return value.state > VALUE_KNOWN ? value_missing() : value;
}
