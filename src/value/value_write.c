#include "value/json.h"
#include "value/value.h"

static void write_number(Buf *buf, Value value) {
    if (value.kind == TYPE_MONEY) buf_format(buf, "%.3s ", value.currency);
    if (value.kind != TYPE_PERCENT) {
        number_write(buf, value.number);
        return;
    }
    number_write_percent(buf, value.number);
    buf_char(buf, '%');
}

/* A range's ends are never ranges themselves. */
static void write_range(Buf *buf, Type type, Value value) {
    value_write(buf, type_element(type), value.list.at[0]);
    buf_cstr(buf, value.half_open ? " ..< " : "..");
    value_write(buf, type_element(type), value.list.at[1]);
}

static void write_known(Buf *buf, Type type, Value value) {
    switch ((TypeKind)value.kind) {
    case TYPE_YES_NO:
        buf_cstr(buf, value.yes ? "yes" : "no");
        break;
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
    case TYPE_MONEY:
        write_number(buf, value);
        break;
    case TYPE_TEXT:
    case TYPE_PERSON:
    case TYPE_OFFICE:
    case TYPE_BODY:
    case TYPE_DECIDER:
        buf_text(buf, value.text);
        break;
    case TYPE_DATE:
        date_write(buf, value.date);
        break;
    case TYPE_INSTANT:
        moment_write(buf, value.instant);
        break;
    case TYPE_DURATION:
        number_write(buf, value.number);
        buf_char(buf, ' ');
        unit_write(buf, (DurationUnit)value.unit, number_equal(value.number, number_int(1)));
        break;
    case TYPE_ENUM:
        buf_text(buf, type.enumeration->members[value.member]);
        break;
    case TYPE_LIST:
        json_write(buf, value_to_tree(buf->arena, type, value));
        break;
    case TYPE_RANGE:
        write_range(buf, type, value);
        break;
    case TYPE_NONE:
    case TYPE_KIND_COUNT:
        break;
    }
}

void value_write(Buf *buf, Type type, Value value) {
    if (value.state == VALUE_MISSING)
        buf_cstr(buf, "missing");
    else if (value.state == VALUE_NOT_APPLICABLE)
        buf_cstr(buf, "not applicable");
    else
        write_known(buf, type, value);
}

Text value_to_text(Arena *arena, Type type, Value value) {
    Buf buf = buf_new(arena);
    value_write(&buf, type, value);
    return buf_done(&buf);
}

Tree *value_to_tree(Arena *arena, Type type, Value value) {
    if (value.state == VALUE_MISSING) return tree_null(arena);
    if (value_known(value) && value.kind == TYPE_YES_NO) return tree_bool(arena, value.yes);
    if (!value_known(value) || value.kind != TYPE_LIST)
        return tree_text(arena, value_to_text(arena, type, value));
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < value.list.len; i++)
        tree_add(arena, list, value_to_tree(arena, type_element(type), value.list.at[i]));
    return list;
}
