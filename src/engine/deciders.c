/* Who decides, with the names that a case gives. */
#include "engine/frame.h"

Text frame_decider(const Frame *frame, Index node) {
    const DeciderNode *one = &frame->program->deciders[node];
    return one->at == NONE ? one->name : frame->named[node];
}

Index determination_deciders(const DecisionTable *authority, const Determination *d) {
    Index given = d->exception == NONE ? NONE : authority->exceptions[d->exception].deciders;
    return given == NONE ? authority->deciders[d->row] : given;
}

/* --- as they are written -------------------------------------------------------------------------------- */

/* How tightly the parts hold together: one within another that holds as tightly or tighter is bracketed. */
static int tightness(DeciderKind kind) {
    return kind == DECIDER_SEQUENCE ? 0 : kind == DECIDER_ALL ? 1 : 2;
}

static const char *between(DeciderKind kind) {
    return kind == DECIDER_SEQUENCE ? " then " : kind == DECIDER_ALL ? " and " : ", ";
}

static void write_node(Buf *buf, const Frame *frame, Index node);

/* A first part needs no brackets where the whole is read from the left. */
static void write_part(Buf *buf, const Frame *frame, DeciderKind whole, Index node) {
    DeciderKind kind = frame->program->deciders[node].kind;
    bool bracketed = whole != DECIDER_SOME && tightness(kind) <= tightness(whole) && kind != DECIDER_SOME;
    if (bracketed) buf_char(buf, '(');
    write_node(buf, frame, node);
    if (bracketed) buf_char(buf, ')');
}

static void write_node(Buf *buf, const Frame *frame, Index node) {
    const DeciderNode *whole = &frame->program->deciders[node];
    if (whole->kind == DECIDER_ONE) {
        buf_text(buf, frame_decider(frame, node));
        return;
    }
    if (whole->kind == DECIDER_SOME) buf_format(buf, "%d of (", (int)whole->needed);
    for (Index part = node + 1; part < node + whole->size; part += frame->program->deciders[part].size) {
        if (part > node + 1) buf_cstr(buf, between(whole->kind));
        write_part(buf, frame, whole->kind, part);
    }
    if (whole->kind == DECIDER_SOME) buf_char(buf, ')');
}

/* --- their value ---------------------------------------------------------------------------------------- */

static Value name_list(const Frame *frame, Index root) {
    const DeciderNode *list = &frame->program->deciders[root];
    Value *names = arena_array(frame->arena, Value, (size_t)list->needed);
    for (Index i = 0; i < list->needed; i++) names[i] = value_text(frame_decider(frame, root + 1 + i));
    return (Value){.state = VALUE_KNOWN, .kind = TYPE_LIST, .list = {names, (size_t)list->needed}};
}

static Value written(const Frame *frame, Index root) {
    Buf buf = buf_new(frame->arena);
    write_node(&buf, frame, root);
    Value value = value_text(buf_done(&buf));
    value.kind = TYPE_DECIDER;
    return value;
}

/* Undetermined or wrong when one of the names is. */
static bool take_names(Frame *frame, Index root, Value *lacking) {
    const DeciderNode *nodes = frame->program->deciders;
    for (Index node = root; node < root + nodes[root].size; node++) {
        if (nodes[node].at == NONE) continue;
        Value name = frame->registers[nodes[node].at];
        if (value_lacks(name, name, lacking)) return false;
        frame->named[node] = name.text;
    }
    return true;
}

Value deciders_value(Frame *frame, Index root) {
    const DeciderNode *first = &frame->program->deciders[root];
    Value lacking;
    if (!take_names(frame, root, &lacking)) return lacking;
    if (first->kind == DECIDER_NAMED) return name_list(frame, root);
    return first->kind == DECIDER_ONE ? frame->registers[first->at] : written(frame, root);
}
