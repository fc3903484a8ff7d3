#include "model/check.h"
#include <string.h>

bool type_known(Type type) {
    return type.kind != TYPE_NONE;
}

Type type_of(TypeKind kind) {
    return (Type){.kind = kind};
}

Type type_of_enum(const EnumType *enumeration) {
    return (Type){.kind = TYPE_ENUM, .enumeration = enumeration};
}

/* Types of one word; money and lists need more of them. */
static bool plain_type(Text word, TypeKind *kind) {
    static const TypeKind PLAIN[] = {TYPE_YES_NO, TYPE_INTEGER, TYPE_DECIMAL, TYPE_PERCENT,
                                     TYPE_TEXT,   TYPE_DATE,    TYPE_INSTANT, TYPE_PERSON,
                                     TYPE_OFFICE, TYPE_BODY,    TYPE_DECIDER};
    static const Text WORDS[] = {
#define X(name, word) TEXT_ROW(word),
        TYPE_KINDS(X)
#undef X
    };
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++) {
        if (!text_equal(word, WORDS[PLAIN[i]])) continue;
        *kind = PLAIN[i];
        return true;
    }
    return false;
}

static Type unknown_type(Checker *c, const Expr *written, Text word) {
    static const char *const KNOWN[] = {"yes_no", "integer", "decimal", "percent", "money",        "text",
                                        "date",   "instant", "hours",   "days",    "working_days", "months",
                                        "person", "office",  "body",    "decider", "list",         "range"};
    TextVec candidates = {0};
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++)
        *vec_push(c->arena, &candidates) = text_of(KNOWN[i]);
    candidates_of(c, &candidates, &c->model->globals, KIND(ENUM));
    suggest(c, REPORT(c, UNKNOWN_TYPE, written->at, word), word, &candidates);
    return type_of(TYPE_NONE);
}

static Type read_money(Checker *c, const Expr *written, size_t from) {
    Type type = type_of(TYPE_MONEY);
    if (text_ends(expr_words(c->arena, written), TEXT("money of any currency")) &&
        written->parts.len == from + 4)
        return type;
    if (written->parts.len != from + 2 || !currency_code(written->parts.at[from + 1].text)) {
        REPORT(c, CURRENCY_NEEDED, written->at, expr_words(c->arena, written));
        return type_of(TYPE_NONE);
    }
    memcpy(type.currency, written->parts.at[from + 1].text.at, 3);
    return type;
}

static Type read_from(Checker *c, const Expr *written, size_t from);

static bool unit_type(Text word, DurationUnit *unit) {
    static const DurationUnit UNITS[] = {UNIT_HOURS, UNIT_DAYS, UNIT_WORKING_DAYS, UNIT_MONTHS};
    for (size_t i = 0; i < sizeof UNITS / sizeof UNITS[0]; i++) {
        if (!text_is(word, unit_type_word(UNITS[i]))) continue;
        *unit = UNITS[i];
        return true;
    }
    return false;
}

/* days; working_days of CALENDAR */
static Type read_duration(Checker *c, const Expr *written, size_t from, DurationUnit unit) {
    Type type = duration_type(c, unit);
    size_t count = written->parts.len;
    if (count == from + 1) return type;
    bool of = count == from + 3 && text_is(written->parts.at[from + 1].text, "of");
    if (unit != UNIT_WORKING_DAYS || !of) return unknown_type(c, written, expr_words(c->arena, written));
    const Symbol *calendar = find_global(c, written->parts.at[from + 2], KIND(CALENDAR));
    if (!calendar) return type_of(TYPE_NONE);
    type.calendar = (int32_t)calendar->index;
    return type;
}

/* list of T, range of T */
static Type read_container(Checker *c, const Expr *written, TypeKind kind) {
    Type type = read_from(c, written, 2);
    if (!type_known(type)) return type;
    if (kind == TYPE_RANGE && !type_is_ordered(type)) {
        REPORT(c, RANGE_ELEMENT, written->at, type_called(c, type));
        return type_of(TYPE_NONE);
    }
    type.element = type.kind;
    type.kind = kind;
    return type;
}

static bool container_word(Text word, TypeKind *kind) {
    *kind = text_is(word, "range") ? TYPE_RANGE : TYPE_LIST;
    return *kind == TYPE_RANGE || text_is(word, "list");
}

static Type read_from(Checker *c, const Expr *written, size_t from) {
    size_t count = written->parts.len;
    Text word = written->parts.at[from].text;
    TypeKind kind;
    DurationUnit unit;
    if (unit_type(word, &unit)) return read_duration(c, written, from, unit);
    if (text_is(word, "money")) return read_money(c, written, from);
    if (from == 0 && count >= 3 && container_word(word, &kind) && text_is(written->parts.at[1].text, "of"))
        return read_container(c, written, kind);
    if (count != from + 1) return unknown_type(c, written, expr_words(c->arena, written));
    if (plain_type(word, &kind)) return type_of(kind);
    Symbol *symbol = map_get(&c->model->globals, word);
    if (!symbol || symbol->kind != SYMBOL_ENUM) return unknown_type(c, written, word);
    note_use(c, written->parts.at[from].at, symbol);
    return type_of_enum(symbol->enumeration);
}

Type read_type(Checker *c, const Expr *written) {
    if (!written || written->parts.len == 0) return type_of(TYPE_NONE); /* the parser has said why */
    if (written->index || (written->kind == EXPR_PATH && written->parts.len > 1))
        return unknown_type(c, written, expr_words(c->arena, written));
    return read_from(c, written, 0);
}

static bool names_decider(TypeKind kind) {
    return kind == TYPE_OFFICE || kind == TYPE_BODY || kind == TYPE_PERSON || kind == TYPE_DECIDER;
}

bool type_takes(Type wanted, Type given) {
    if (wanted.kind == TYPE_DECIMAL || wanted.kind == TYPE_PERCENT) return type_is_numeric(given);
    if (type_any_currency(wanted)) return given.kind == TYPE_MONEY;
    if (wanted.kind == TYPE_DECIDER) return names_decider(given.kind);
    return type_equal(wanted, given);
}

Type symbol_read_type(const Symbol *symbol) {
    return symbol->kind == SYMBOL_CRITERION ? type_of(TYPE_DECIMAL) : symbol->type;
}
