#include "value/json.h"
#include "value/value.h"
#include <string.h>

static ValueError error_of(NumberError error) {
    return error == NUMBER_OK ? VALUE_OK : error == NUMBER_TOO_LARGE ? VALUE_TOO_LARGE : VALUE_WRONG_KIND;
}

static ValueError read_number(Arena *arena, Text text, TypeKind kind, Value *out) {
    Number number;
    NumberError error = number_parse(arena, text, &number);
    if (error == NUMBER_OK) *out = value_number(kind, number);
    return error_of(error);
}

static ValueError read_whole(Arena *arena, Text text, Value *out) {
    Value value = value_missing();
    ValueError error = read_number(arena, text, TYPE_INTEGER, &value);
    if (error != VALUE_OK) return error;
    if (!number_is_whole(value.number)) return VALUE_NOT_WHOLE;
    *out = value;
    return VALUE_OK;
}

static ValueError read_percent(Arena *arena, Text text, Value *out) {
    Number number;
    bool marked = text_ends(text, TEXT("%"));
    NumberError error = number_parse_percent(arena, text_part(text, 0, text.len - marked), &number);
    if (error != NUMBER_OK) return error_of(error);
    if (!marked) return VALUE_NEEDS_PERCENT;
    *out = value_number(TYPE_PERCENT, number);
    return VALUE_OK;
}

bool currency_code(Text text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < 'A' || text.at[i] > 'Z') return false;
    return text.len == 3;
}

static ValueError read_money(Arena *arena, Type type, Text text, Value *out) {
    Text amount = text, currency;
    if (!text_next(&amount, ' ', &currency) || !currency_code(currency)) return VALUE_WRONG_KIND;
    Value value = value_missing();
    ValueError error = read_number(arena, amount, TYPE_MONEY, &value);
    if (error != VALUE_OK) return error;
    if (!type_any_currency(type) && !text_is(currency, type.currency)) return VALUE_WRONG_CURRENCY;
    *out = value_money(value.number, (const char[4]){currency.at[0], currency.at[1], currency.at[2]});
    return VALUE_OK;
}

static ValueError read_member(Type type, Text text, Value *out) {
    for (size_t i = 0; type.enumeration && i < type.enumeration->count; i++) {
        if (!text_equal(text, type.enumeration->members[i])) continue;
        *out = value_member((int32_t)i);
        return VALUE_OK;
    }
    return VALUE_NO_SUCH_MEMBER;
}

/* Has it the form of a date, be there such a day or not? */
static bool looks_like_date(Text text) {
    for (size_t i = 0; i < text.len; i++)
        if (i == 4 || i == 7 ? text.at[i] != '-' : !is_digit(text.at[i])) return false;
    return text.len == 10;
}

static ValueError no_date(Text text) {
    Date date;
    Text day = text_part(text, 0, 10);
    return looks_like_date(day) && !date_parse(day, &date) ? VALUE_NO_SUCH_DAY : VALUE_WRONG_KIND;
}

static ValueError read_date(Text text, Value *out) {
    Date date;
    if (!date_parse(text, &date)) return text.len == 10 ? no_date(text) : VALUE_WRONG_KIND;
    *out = value_date(date);
    return VALUE_OK;
}

static ValueError read_instant(Text text, Value *out) {
    Moment instant;
    if (!moment_parse(text, &instant)) return text.len > 10 ? no_date(text) : VALUE_WRONG_KIND;
    *out = (Value){.state = VALUE_KNOWN, .kind = TYPE_INSTANT, .instant = instant};
    return VALUE_OK;
}

/* "10 working days"; hours alone may be parted. */
static ValueError read_duration(Arena *arena, Type type, Text text, Value *out) {
    Text amount;
    DurationUnit unit;
    Value value = value_missing();
    if (!text_next(&text, ' ', &amount) || !unit_parse(text, &unit)) return VALUE_WRONG_KIND;
    ValueError error = read_number(arena, amount, TYPE_DURATION, &value);
    if (error != VALUE_OK) return error;
    value.unit = (uint8_t)unit;
    if (!value_in_plain_unit(arena, value, &value)) return VALUE_TOO_LARGE;
    if (value.unit != type.unit) return VALUE_WRONG_KIND;
    if (type.unit != UNIT_HOURS && !number_is_whole(value.number)) return VALUE_NOT_WHOLE;
    *out = value;
    return VALUE_OK;
}

static ValueError read_yes_no(Text text, Value *out) {
    if (!text_is(text, "yes") && !text_is(text, "no")) return VALUE_WRONG_KIND;
    *out = value_yes_no(text_is(text, "yes"));
    return VALUE_OK;
}

static ValueError read_text(TypeKind kind, Text text, Value *out) {
    if (kind != TYPE_TEXT && text_empty(text)) return VALUE_WRONG_KIND; /* nobody has no name */
    *out = value_text(text);
    out->kind = (uint8_t)kind;
    return VALUE_OK;
}

static ValueError read_list(Arena *arena, Type type, Text text, Value *out) {
    JsonError fault;
    const Tree *tree = text_starts(text, TEXT("[")) ? json_read(arena, text, &fault) : NULL;
    return tree ? value_from_tree(arena, type, tree, out) : VALUE_WRONG_KIND;
}

/* 5..10, 2026-01-01 ..< 2026-04-01 */
static ValueError read_range(Arena *arena, Type type, Text text, Value *out) {
    size_t dots = 0;
    while (dots + 1 < text.len && (text.at[dots] != '.' || text.at[dots + 1] != '.')) dots++;
    if (dots + 2 >= text.len) return VALUE_WRONG_KIND;
    bool half_open = text.at[dots + 2] == '<';
    Value low, high;
    ValueError error = value_parse(arena, type_element(type), text_trim(text_part(text, 0, dots)), &low);
    if (error != VALUE_OK) return error;
    Text upper = text_trim(text_part(text, dots + 2 + half_open, text.len));
    error = value_parse(arena, type_element(type), upper, &high);
    if (error != VALUE_OK) return error;
    Value range = value_range(arena, low, high, half_open);
    if (range_is_empty(range)) return VALUE_EMPTY_RANGE;
    *out = range;
    return VALUE_OK;
}

static ValueError parse_known(Arena *arena, Type type, Text text, Value *out) {
    switch (type.kind) {
    case TYPE_YES_NO:
        return read_yes_no(text, out);
    case TYPE_INTEGER:
        return read_whole(arena, text, out);
    case TYPE_DECIMAL:
        return read_number(arena, text, TYPE_DECIMAL, out);
    case TYPE_PERCENT:
        return read_percent(arena, text, out);
    case TYPE_MONEY:
        return read_money(arena, type, text, out);
    case TYPE_TEXT:
    case TYPE_PERSON:
    case TYPE_OFFICE:
    case TYPE_BODY:
    case TYPE_DECIDER:
        return read_text(type.kind, text, out);
    case TYPE_DATE:
        return read_date(text, out);
    case TYPE_INSTANT:
        return read_instant(text, out);
    case TYPE_DURATION:
        return read_duration(arena, type, text, out);
    case TYPE_ENUM:
        return read_member(type, text, out);
    case TYPE_LIST:
        return read_list(arena, type, text, out);
    case TYPE_RANGE:
        return read_range(arena, type, text, out);
    case TYPE_NONE:
    case TYPE_KIND_COUNT:
        break;
    }
    return VALUE_WRONG_KIND;
}

ValueError value_parse(Arena *arena, Type type, Text text, Value *out) {
    if (!text_is(text, "not applicable")) return parse_known(arena, type, text, out);
    *out = value_not_applicable();
    return type.may_not_apply ? VALUE_OK : VALUE_APPLIES;
}

static ValueError list_from_tree(Arena *arena, Type type, const Tree *tree, Value *out) {
    Value *items = arena_array(arena, Value, tree->len);
    for (size_t i = 0; i < tree->len; i++) {
        ValueError error = value_from_tree(arena, type_element(type), tree->items[i], &items[i]);
        if (error != VALUE_OK) return error;
        if (!value_known(items[i])) return VALUE_WRONG_KIND;
    }
    *out = (Value){.state = VALUE_KNOWN, .kind = TYPE_LIST, .list = {items, tree->len}};
    return VALUE_OK;
}

/* JSON read as YAML: its true and false come as plain texts. */
static bool json_yes_no(Text text, Value *out) {
    bool yes = text_is(text, "true");
    if (!yes && !text_is(text, "false")) return false;
    *out = value_yes_no(yes);
    return true;
}

ValueError value_from_tree(Arena *arena, Type type, const Tree *tree, Value *out) {
    switch (tree->kind) {
    case TREE_NULL:
        *out = value_missing();
        return VALUE_OK;
    case TREE_BOOL:
        if (type.kind != TYPE_YES_NO) return VALUE_WRONG_KIND;
        *out = value_yes_no(tree->yes);
        return VALUE_OK;
    case TREE_INT:
        if (type.kind == TYPE_PERCENT) return VALUE_NEEDS_PERCENT;
        if (!type_is_numeric(type)) return VALUE_WRONG_KIND;
        *out = value_number(type.kind, number_int(tree->number));
        return VALUE_OK;
    case TREE_TEXT:
        if (type.kind == TYPE_YES_NO && !tree->quoted && json_yes_no(tree->text, out)) return VALUE_OK;
        if (type.kind != TYPE_LIST || text_is(tree->text, "not applicable"))
            return value_parse(arena, type, tree->text, out);
        break;
    case TREE_LIST:
        return type.kind == TYPE_LIST ? list_from_tree(arena, type, tree, out) : VALUE_WRONG_KIND;
    case TREE_MAP:
        break;
    }
    return VALUE_WRONG_KIND;
}
