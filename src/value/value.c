#include "value/value.h"
#include <string.h>

Value value_missing(void) {
    return (Value){.state = VALUE_MISSING};
}

Value value_not_applicable(void) {
    return (Value){.state = VALUE_NOT_APPLICABLE};
}

static Value known(TypeKind kind) {
    return (Value){.state = VALUE_KNOWN, .kind = (uint8_t)kind};
}

Value value_yes_no(bool yes) {
    Value value = known(TYPE_YES_NO);
    value.yes = yes;
    return value;
}

Value value_number(TypeKind kind, Number number) {
    Value value = known(kind);
    value.number = number;
    return value;
}

Value value_money(Number amount, const char currency[4]) {
    Value value = value_number(TYPE_MONEY, amount);
    memcpy(value.currency, currency, sizeof value.currency);
    return value;
}

Value value_duration(Number amount, DurationUnit unit) {
    Value value = value_number(TYPE_DURATION, amount);
    value.unit = (uint8_t)unit;
    return value;
}

Value value_text(Text text) {
    Value value = known(TYPE_TEXT);
    value.text = text;
    return value;
}

Value value_date(Date date) {
    Value value = known(TYPE_DATE);
    value.date = date;
    return value;
}

Value value_member(int32_t member) {
    Value value = known(TYPE_ENUM);
    value.member = member;
    return value;
}

bool value_known(Value value) {
    return value.state == VALUE_KNOWN;
}

Value value_range(Arena *arena, Value low, Value high, bool half_open) {
    Value *ends = arena_array(arena, Value, 2), range = known(TYPE_RANGE);
    ends[0] = low;
    ends[1] = high;
    range.half_open = half_open;
    range.list.at = ends;
    range.list.len = 2;
    return range;
}

/* Numbers of two kinds, such as 5 and 7.5, have one order. */
static int compare_numbers_too(Value a, Value b) {
    bool numbers = value_is_number(&a) && value_is_number(&b) && a.kind != b.kind;
    return numbers ? number_compare(a.number, b.number) : value_compare(a, b);
}

bool range_is_empty(Value range) {
    int order = compare_numbers_too(range.list.at[0], range.list.at[1]);
    return order > 0 || (order == 0 && range.half_open);
}

bool range_has(Value range, Value element) {
    int above = compare_numbers_too(element, range.list.at[1]);
    return compare_numbers_too(element, range.list.at[0]) >= 0 && (range.half_open ? above < 0 : above <= 0);
}

bool value_in_plain_unit(Arena *arena, Value duration, Value *out) {
    DurationUnit plain;
    int64_t each = unit_in_plain((DurationUnit)duration.unit, &plain);
    Number amount;
    if (number_mul(arena, duration.number, number_int(each), &amount) != NUMBER_OK) return false;
    *out = value_duration(amount, plain);
    return true;
}

static int compare_ints(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_durations(Value a, Value b) {
    return a.unit != b.unit ? compare_ints(a.unit, b.unit) : number_compare(a.number, b.number);
}

static int compare_lists(Value a, Value b) {
    for (size_t i = 0; i < a.list.len && i < b.list.len; i++) {
        int order = value_compare(a.list.at[i], b.list.at[i]);
        if (order != 0) return order;
    }
    return (a.list.len > b.list.len) - (a.list.len < b.list.len);
}

static int compare_money(Value a, Value b) {
    int order = strncmp(a.currency, b.currency, sizeof a.currency);
    return order != 0 ? compare_ints(order, 0) : number_compare(a.number, b.number);
}

int value_compare(Value a, Value b) {
    if (a.kind != b.kind) return compare_ints(a.kind, b.kind);
    switch ((TypeKind)a.kind) {
    case TYPE_YES_NO:
        return compare_ints(a.yes, b.yes);
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
        return number_compare(a.number, b.number);
    case TYPE_MONEY:
        return compare_money(a, b);
    case TYPE_TEXT:
    case TYPE_PERSON:
    case TYPE_OFFICE:
    case TYPE_BODY:
    case TYPE_DECIDER:
        return text_compare(a.text, b.text);
    case TYPE_DATE:
        return compare_ints(a.date, b.date);
    case TYPE_INSTANT:
        return moment_compare(a.instant, b.instant);
    case TYPE_DURATION:
        return compare_durations(a, b);
    case TYPE_ENUM:
        return compare_ints(a.member, b.member);
    case TYPE_LIST:
        return compare_lists(a, b);
    case TYPE_RANGE:
        return a.half_open != b.half_open ? compare_ints(b.half_open, a.half_open) : compare_lists(a, b);
    case TYPE_NONE:
    case TYPE_KIND_COUNT:
        break;
    }
    return 0;
}

bool value_equal(Value a, Value b) {
    if (a.state != b.state) return false;
    return a.state != VALUE_KNOWN || (a.kind == b.kind && value_compare(a, b) == 0);
}

static Value copy_list(Arena *arena, Value value) {
    Value *items = arena_array(arena, Value, value.list.len);
    for (size_t i = 0; i < value.list.len; i++) items[i] = value_copy(arena, value.list.at[i]);
    value.list.at = items;
    return value;
}

Value value_copy(Arena *arena, Value value) {
    if (!value_known(value)) return value;
    switch ((TypeKind)value.kind) {
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
    case TYPE_MONEY:
    case TYPE_DURATION:
        value.number = number_copy(arena, value.number);
        break;
    case TYPE_TEXT:
    case TYPE_PERSON:
    case TYPE_OFFICE:
    case TYPE_BODY:
    case TYPE_DECIDER:
        value.text = text_copy(arena, value.text);
        break;
    case TYPE_LIST:
    case TYPE_RANGE:
        return copy_list(arena, value);
    default:
        break;
    }
    return value;
}
