#include "value/value.h"
#include <string.h>

Type type_element(Type list) {
    Type element = list;
    element.kind = list.element;
    element.element = TYPE_NONE;
    element.may_not_apply = false;
    return element;
}

static bool same_enumeration(const EnumType *a, const EnumType *b) {
    return a == b || (a && b && text_equal(a->name, b->name));
}

bool type_equal(Type a, Type b) {
    if (a.kind != b.kind) return false;
    if (a.kind == TYPE_MONEY) return strncmp(a.currency, b.currency, sizeof a.currency) == 0;
    if (a.kind == TYPE_ENUM) return same_enumeration(a.enumeration, b.enumeration);
    if (a.kind == TYPE_DURATION && a.unit == UNIT_WORKING_DAYS && a.calendar != b.calendar) return false;
    if (a.kind == TYPE_DURATION) return a.unit == b.unit;
    return (a.kind != TYPE_LIST && a.kind != TYPE_RANGE) || type_equal(type_element(a), type_element(b));
}

bool type_any_currency(Type type) {
    return type.kind == TYPE_MONEY && type.currency[0] == 0;
}

bool type_is_numeric(Type type) {
    return type.kind == TYPE_INTEGER || type.kind == TYPE_DECIMAL || type.kind == TYPE_PERCENT;
}

bool type_is_ordered(Type type) {
    return type_is_numeric(type) || (type.kind == TYPE_MONEY && !type_any_currency(type)) ||
           type.kind == TYPE_DATE || type.kind == TYPE_INSTANT || type.kind == TYPE_DURATION;
}

static void write_type(Buf *buf, Type type) {
    static const char *const words[] = {
#define X(name, word) [TYPE_##name] = word,
        TYPE_KINDS(X)
#undef X
    };
    if (type.kind == TYPE_ENUM && type.enumeration) {
        buf_text(buf, type.enumeration->name);
        return;
    }
    if (type.kind == TYPE_DURATION) {
        buf_cstr(buf, unit_type_word(type.unit));
        return;
    }
    buf_cstr(buf, words[type.kind]);
    if (type_any_currency(type)) buf_cstr(buf, " of any currency");
    if (type.kind == TYPE_MONEY && !type_any_currency(type)) buf_format(buf, " %.3s", type.currency);
    if (type.kind != TYPE_LIST && type.kind != TYPE_RANGE) return;
    buf_cstr(buf, " of ");
    write_type(buf, type_element(type));
}

Text type_text(Arena *arena, Type type) {
    Buf buf = buf_new(arena);
    write_type(&buf, type);
    return buf_done(&buf);
}
