/* Values, sets and conditions of the compiled form as text. */
#include "program/disassembly.h"
#include <string.h>

enum { STEP = 2, OP_WIDTH = 14 };

void list_line(const Listing *list, int depth) {
    buf_char(list->buf, '\n');
    buf_repeat(list->buf, ' ', (size_t)depth * STEP);
}

void list_slot(const Listing *list, Index slot) {
    buf_format(list->buf, "$%d %.*s", slot, TEXT_ARG(list->program->slots[slot].name));
}

/* --- values --------------------------------------------------------------------------------------------- */

/* As far as the value itself knows it. */
static Type type_of(const Value *value) {
    Type type = {.kind = (TypeKind)value->kind};
    if (value->kind == TYPE_DURATION) type.unit = (DurationUnit)value->unit;
    if (value->kind == TYPE_MONEY) memcpy(type.currency, value->currency, sizeof type.currency);
    return type;
}

static void list_elements(const Listing *list, Type type, const Value *value) {
    Type element = type.kind == TYPE_LIST ? type_element(type) : (Type){0};
    buf_char(list->buf, '(');
    for (size_t i = 0; i < value->list.len; i++) {
        if (i > 0) buf_cstr(list->buf, ", ");
        list_value(list, element, &value->list.at[i]);
    }
    buf_char(list->buf, ')');
}

void list_value(const Listing *list, Type type, const Value *value) {
    bool member = value->state == VALUE_KNOWN && value->kind == TYPE_ENUM;
    bool named = member && type.kind == TYPE_ENUM && type.enumeration;
    if (value->state == VALUE_KNOWN && value->kind == TYPE_LIST)
        list_elements(list, type, value);
    else if (member && !named)
        buf_format(list->buf, "member %d", value->member);
    else if (value->state == VALUE_KNOWN && value->kind == TYPE_TEXT)
        buf_format(list->buf, "\"%.*s\"", TEXT_ARG(value->text));
    else
        value_write(list->buf, named ? type : type_of(value), *value);
}

/* --- sets ----------------------------------------------------------------------------------------------- */

typedef struct Listed {
    const Listing *list;
    size_t count; /* so far */
} Listed;

static void next_of(Listed *listed) {
    if (listed->count++ > 0) buf_cstr(listed->list->buf, ", ");
}

static bool has_member(const CellCode *set, size_t member) {
    const uint64_t *words = set->count == 1 ? &set->bits : set->words;
    return words[member / 64] >> member % 64 & 1;
}

static void list_members(Listed *listed, Type type, const CellCode *set) {
    for (size_t m = 0; m < (size_t)set->count * 64; m++) {
        if (!has_member(set, m)) continue;
        Value value = type.kind == TYPE_ENUM
                          ? value_member((int32_t)m)
                          : (Value){.state = VALUE_KNOWN, .kind = TYPE_YES_NO, .yes = m == 1};
        next_of(listed);
        list_value(listed->list, type, &value);
    }
}

static void list_end(const Listing *list, Type type, const char *sign, const Value *end) {
    buf_format(list->buf, "%s ", sign);
    list_value(list, type, end);
}

static void list_interval(const Listing *list, Type type, const Interval *in) {
    bool both = in->has_low && in->has_high;
    if (both && code_equal(&in->low, &in->high)) {
        list_value(list, type, &in->low);
        return;
    }
    if (in->has_low) list_end(list, type, in->low_open ? ">" : ">=", &in->low);
    if (both) buf_cstr(list->buf, " and ");
    if (in->has_high) list_end(list, type, in->high_open ? "<" : "<=", &in->high);
    if (!in->has_low && !in->has_high) buf_cstr(list->buf, "anything");
}

void list_set(const Listing *list, Type type, const CellCode *set) {
    Listed listed = {list, 0};
    if (set->kind == SET_ANY) buf_char(list->buf, '-');
    if (set->kind == SET_MEMBERS) list_members(&listed, type, set);
    for (size_t i = 0; set->kind == SET_INTERVALS && i < set->count; i++) {
        next_of(&listed);
        list_interval(list, type, &set->intervals[i]);
    }
    if (set->kind != SET_ANY && set->missing) {
        next_of(&listed);
        buf_cstr(list->buf, "missing");
    }
    if (set->kind != SET_ANY && set->not_applicable) {
        next_of(&listed);
        buf_cstr(list->buf, "not applicable");
    }
    if (set->kind != SET_ANY && listed.count == 0) buf_cstr(list->buf, "nothing");
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static Text op_word(Arena *arena, uint8_t op) {
    static const char *const names[] = {
#define X(name) #name,
        CODE_OPS(X)
#undef X
    };
    Text word = text_copy(arena, text_of(names[op]));
    char *at = (char *)(uintptr_t)word.at;
    for (size_t i = 0; i < word.len; i++) at[i] = at[i] == '_' ? ' ' : (char)(at[i] | 32);
    return word;
}

/* Of what a register holds, where that is a slot's. */
static Type type_in(const Listing *list, const ConditionCode *code, Index at) {
    const Operation *op = &code->ops[at];
    return op->op == CODE_SLOT ? list->program->slots[op->a].type : (Type){0};
}

static bool compares(const Operation *op) {
    return op->op >= CODE_EQUAL && op->op <= CODE_GREATER_EQUAL;
}

/* A constant does not know its enum; what it is compared with does. */
static Type type_beside(const Listing *list, const ConditionCode *code, size_t at) {
    for (size_t i = at + 1; i < code->count; i++) {
        const Operation *op = &code->ops[i];
        if (compares(op) && op->a == (Index)at) return type_in(list, code, op->b);
        if (compares(op) && op->b == (Index)at) return type_in(list, code, op->a);
    }
    return (Type){0};
}

/* "employees[r3].approval_limit as of r4" */
static void list_lookup(const Listing *list, const LookupCode *lookup) {
    const Register *in = &list->program->registers[lookup->in];
    buf_format(list->buf, "%.*s[", TEXT_ARG(in->name));
    for (size_t i = 0; i < in->key_count; i++) buf_format(list->buf, "%sr%d", i ? ", " : "", lookup->keys[i]);
    buf_format(list->buf, "].%.*s as of r%d%s", TEXT_ARG(in->fields[lookup->field].name), lookup->on,
               lookup->rate ? ", or 1 where both keys are the same" : "");
}

/* "employees.manager from r1, whose approval_limit covers r2, as of r3" */
static void list_first(const Listing *list, const Operation *op, const LineCode *line) {
    const Register *in = &list->program->registers[line->in];
    buf_format(list->buf, "%.*s.%.*s from r%d, whose %.*s covers r%d, as of r%d", TEXT_ARG(in->name),
               TEXT_ARG(in->fields[line->above].name), op->a, TEXT_ARG(in->fields[line->limit].name),
               line->covered, line->on);
}

static void list_reckoned(const Listing *list, const Operation *op) {
    buf_format(list->buf, "r%d r%d in ", op->a, op->b);
    unit_write(list->buf, (DurationUnit)op->unit, false);
}

static void list_operands(const Listing *list, const ConditionCode *code, const Operation *op) {
    Buf *buf = list->buf;
    switch ((CodeOp)op->op) {
    case CODE_SLOT:
        list_slot(list, op->a);
        break;
    case CODE_CONSTANT:
        list_value(list, type_beside(list, code, (size_t)(op - code->ops)), &code->constants[op->a]);
        break;
    case CODE_TEST:
        buf_format(buf, "r%d in {", op->a);
        list_set(list, type_in(list, code, op->a), &code->sets[op->b]);
        buf_char(buf, '}');
        break;
    case CODE_LOOKUP:
        list_lookup(list, &code->lookups[op->b]);
        break;
    case CODE_FIRST:
        list_first(list, op, &code->lines[op->b]);
        break;
    case CODE_MEMBER:
        buf_format(buf, "r%d of constants from %d on", op->a, op->b);
        break;
    case CODE_DECIDERS:
        buf_format(buf, "from decider %d on, names from r%d", op->b, op->a);
        break;
    case CODE_LATER:
    case CODE_EARLIER:
    case CODE_ELAPSED:
    case CODE_SINCE:
        list_reckoned(list, op);
        break;
    case CODE_ROUND:
        buf_format(buf, "r%d to %d places, %.*s", op->a, op->b / 8,
                   TEXT_ARG(rounding_words((Rounding)(op->b % 8))));
        break;
    case CODE_ROOT:
    case CODE_COUNT:
    case CODE_SUM:
    case CODE_LOWEST:
    case CODE_HIGHEST:
    case CODE_CURRENCY:
    case CODE_MISSING:
    case CODE_NOT_APPLICABLE:
    case CODE_NOT:
    case CODE_NEGATE:
        buf_format(buf, "r%d", op->a);
        break;
    default:
        buf_format(buf, "r%d r%d", op->a, op->b);
        break;
    }
}

void list_condition(const Listing *list, int depth, const ConditionCode *code) {
    for (size_t i = 0; i < code->count; i++) {
        Text word = op_word(list->buf->arena, code->ops[i].op);
        list_line(list, depth);
        buf_format(list->buf, "r%-3zu %.*s", i, TEXT_ARG(word));
        buf_repeat(list->buf, ' ', word.len < OP_WIDTH ? OP_WIDTH - word.len : 1);
        list_operands(list, code, &code->ops[i]);
        if (!text_empty(code->written[i])) buf_format(list->buf, "   # %.*s", TEXT_ARG(code->written[i]));
    }
}
