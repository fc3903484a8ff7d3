/* value: what facts, cells and results hold, with their types; and their one written form.
 *
 * Three things are different and never turn into one another (law L4): MISSING (nobody has said),
 * NOT_APPLICABLE (somebody named has said so), and an error, which is no value at all. */
#ifndef BYLAW_VALUE_VALUE_H
#define BYLAW_VALUE_VALUE_H

#include "value/date.h"
#include "value/number.h"
#include "value/tree.h"

/* kind, the word an author writes for it; what is held as a number stands together */
#define TYPE_KINDS(X)                                                                                        \
    X(NONE, "nothing")                                                                                       \
    X(YES_NO, "yes_no")                                                                                      \
    X(INTEGER, "integer")                                                                                    \
    X(DECIMAL, "decimal")                                                                                    \
    X(PERCENT, "percent")                                                                                    \
    X(MONEY, "money")                                                                                        \
    X(TEXT, "text")                                                                                          \
    X(DATE, "date")                                                                                          \
    X(INSTANT, "instant")                                                                                    \
    X(DURATION, "duration")                                                                                  \
    X(ENUM, "enum")                                                                                          \
    X(PERSON, "person")                                                                                      \
    X(OFFICE, "office")                                                                                      \
    X(BODY, "body")                                                                                          \
    X(DECIDER, "decider")                                                                                    \
    X(LIST, "list")                                                                                          \
    X(RANGE, "range")

typedef enum TypeKind {
#define X(name, word) TYPE_##name,
    TYPE_KINDS(X)
#undef X
        TYPE_KIND_COUNT
} TypeKind;

/* An enum and its members, in the order declared. Owned by the charter's arena. */
typedef struct EnumType {
    Text name;
    const Text *members;
    const Text *titles; /* empty where none was given */
    size_t count;
} EnumType;

/* 16 bytes, passed by value: every expression has one. */
typedef struct Type {
    TypeKind kind : 8;
    TypeKind element : 8;  /* LIST, RANGE: of what; its enumeration is `enumeration` */
    DurationUnit unit : 8; /* DURATION: hours, days, working days or months */
    bool may_not_apply;    /* of a fact or a field: "not applicable" is one of its values */
    union {
        char currency[4]; /* MONEY: the ISO 4217 code; empty: of any currency */
        int32_t calendar; /* DURATION in working days: which of the charter's calendars counts them */
    };
    const EnumType *enumeration; /* ENUM */
} Type;

typedef enum ValueState { VALUE_MISSING, VALUE_NOT_APPLICABLE, VALUE_KNOWN } ValueState;

/* 24 bytes, passed by value. `kind` says which member holds. */
typedef struct Value {
    uint8_t state; /* ValueState; a zeroed Value is missing */
    uint8_t kind;  /* TypeKind */
    char currency[4];
    union {
        uint8_t unit;   /* DURATION: DurationUnit */
        bool half_open; /* RANGE: the upper end is not in it */
    };
    union {
        bool yes;
        Number number; /* INTEGER, DECIMAL, PERCENT, MONEY, DURATION */
        Text text;     /* TEXT, and PERSON, OFFICE, BODY, DECIDER by their name */
        Date date;
        Moment instant;
        int32_t member; /* ENUM: index into its members */
        struct {
            const struct Value *at;
            size_t len;
        } list; /* LIST; RANGE: its two ends */
    };
} Value;

Value value_missing(void);
Value value_not_applicable(void);
Value value_yes_no(bool yes);
Value value_number(TypeKind kind, Number number);
Value value_money(Number amount, const char currency[4]);
Value value_duration(Number amount, DurationUnit unit);
Value value_text(Text text);
Value value_date(Date date);
Value value_member(int32_t member);

bool value_known(Value value);
Value value_range(Arena *arena, Value low, Value high, bool half_open);
bool range_is_empty(Value range);           /* is there nothing from its lower to its upper end? */
bool range_has(Value range, Value element); /* all known; numbers of any kind by their value */

/* Is it held as a number? */
static inline bool value_is_number(const Value *value) {
    return (value->kind >= TYPE_INTEGER && value->kind <= TYPE_MONEY) || value->kind == TYPE_DURATION;
}

/* The same length of time in the unit of which it is always the same number: a week is 7 days, a year 12
 * months. False when the number is too large. */
bool value_in_plain_unit(Arena *arena, Value duration, Value *out);

/* Same state, and when known the same value; kinds and units must agree. */
bool value_equal(Value a, Value b);

/* -1, 0, 1, of two known values of one type. It means something for ordered types; for others it is a fixed
 * order to sort by. */
int value_compare(Value a, Value b);

bool type_equal(Type a, Type b);
bool type_any_currency(Type type);       /* money of which each amount says its own currency */
bool type_is_numeric(Type type);         /* INTEGER, DECIMAL, PERCENT */
bool type_is_ordered(Type type);         /* these, MONEY of one currency, DATE, INSTANT and DURATION */
Type type_element(Type list);            /* the type of a list's elements, or a range's ends */
Text type_text(Arena *arena, Type type); /* "money USD", "vertical", "list of text", "working_days" */

/* Why a text is no value of a type; the caller makes the sentence. */
typedef enum ValueError {
    VALUE_OK,
    VALUE_WRONG_KIND,    /* not of that form at all */
    VALUE_NEEDS_PERCENT, /* a percent without its %: 25 or 25%? (L1) */
    VALUE_NOT_WHOLE,
    VALUE_WRONG_CURRENCY,
    VALUE_NO_SUCH_MEMBER, /* of the enum */
    VALUE_NO_SUCH_DAY,
    VALUE_EMPTY_RANGE, /* its lower end lies above its upper end */
    VALUE_APPLIES,     /* "not applicable", which the value then is, of a type that always applies */
    VALUE_TOO_LARGE
} ValueError;

/* Reads one scalar as the type has it: "yes", "9", "25%", "USD 100_000", "2026-03-02", "health", any text. A
 * list is read from its written form, which is JSON. "not applicable" is that state, of every type that may
 * not apply, and refused of all others (law L4). Texts are not copied. */
bool currency_code(Text text); /* three capital letters */
ValueError value_parse(Arena *arena, Type type, Text text, Value *out);

/* Reads a tree node (of YAML, JSON, or an entry); a list where the type is one. A node of null is missing. */
ValueError value_from_tree(Arena *arena, Type type, const Tree *tree, Value *out);

/* The one written form of a value of the type, as value_parse() reads it. "missing" and "not applicable"
 * for those states. */
void value_write(Buf *buf, Type type, Value value);
Text value_to_text(Arena *arena, Type type, Value value);

/* The form in entries: yes_no as true/false, lists as lists, missing as null, all else as its
 * written text. */
Tree *value_to_tree(Arena *arena, Type type, Value value);

/* A copy whose memory is `arena`. */
Value value_copy(Arena *arena, Value value);

#endif
