/* What is said of a fact, a field of a register or a result behind its type: optional, personal, key, what it
 * was called before, and how far a fact may change before an approval no longer holds (law P6). */
#include "model/check.h"

typedef enum Takes { TAKES_NOTHING, TAKES_AMOUNT, TAKES_NAME } Takes;

typedef struct AttributeRow {
    Text words;    /* as it is written, without an amount or a name */
    size_t offset; /* in its symbol: of the flag, the amount or the name */
    SymbolKind kind;
    Takes takes;
} AttributeRow;

static const AttributeRow ATTRIBUTES[] = {
    {TEXT_ROW("optional"), offsetof(Symbol, optional), SYMBOL_FACT, TAKES_NOTHING},
    {TEXT_ROW("where applicable"), offsetof(Symbol, type.may_not_apply), SYMBOL_FACT, TAKES_NOTHING},
    {TEXT_ROW("personal"), offsetof(Symbol, personal), SYMBOL_FACT, TAKES_NOTHING},
    {TEXT_ROW("material beyond"), offsetof(Symbol, material), SYMBOL_FACT, TAKES_AMOUNT},
    {TEXT_ROW("was"), offsetof(Symbol, was), SYMBOL_FACT, TAKES_NAME},
    {TEXT_ROW("was"), offsetof(Symbol, was), SYMBOL_FIELD, TAKES_NAME},
    {TEXT_ROW("key"), offsetof(Symbol, key), SYMBOL_FIELD, TAKES_NOTHING},
    {TEXT_ROW("optional"), offsetof(Symbol, optional), SYMBOL_FIELD, TAKES_NOTHING},
    {TEXT_ROW("where applicable"), offsetof(Symbol, type.may_not_apply), SYMBOL_FIELD, TAKES_NOTHING},
    {TEXT_ROW("optional"), offsetof(Symbol, optional), SYMBOL_RESULT, TAKES_NOTHING},
};

enum { ATTRIBUTE_COUNT = sizeof ATTRIBUTES / sizeof ATTRIBUTES[0] };

static Text words_of(Checker *c, const Attribute *attribute) {
    if (text_empty(attribute->then.text)) return attribute->word.text;
    return text_format(c->arena, "%.*s %.*s", TEXT_ARG(attribute->word.text), TEXT_ARG(attribute->then.text));
}

static void unknown(Checker *c, SymbolKind kind, const Attribute *attribute) {
    TextVec known = {0};
    Text words = words_of(c, attribute);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (ATTRIBUTES[i].kind == kind)
            *vec_push(c->arena, &known) =
                ATTRIBUTES[i].takes == TAKES_NAME
                    ? text_format(c->arena, "%.*s NAME", TEXT_ARG(ATTRIBUTES[i].words))
                    : ATTRIBUTES[i].words;
    Diagnostic *found = REPORT(c, UNKNOWN_ATTRIBUTE, attribute->at, words, symbol_what(kind),
                               text_join(c->arena, known.at, known.len, " or "));
    suggest(c, found, words, &known);
}

static bool says(const AttributeRow *row, const Attribute *attribute, Text words) {
    if (row->takes != TAKES_NAME) return text_equal(row->words, words);
    return text_equal(row->words, attribute->word.text) && !text_empty(attribute->then.text);
}

static bool is_said(const AttributeRow *row, const void *said) {
    if (row->takes == TAKES_AMOUNT) return *(Expr *const *)said != NULL;
    return row->takes == TAKES_NAME ? !text_empty(((const Name *)said)->text) : *(const bool *)said;
}

bool read_attribute(Checker *c, const Attribute *attribute, Symbol *symbol) {
    Text words = words_of(c, attribute);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        const AttributeRow *row = &ATTRIBUTES[i];
        void *said = (char *)symbol + row->offset;
        if (row->kind != symbol->kind || !says(row, attribute, words)) continue;
        if ((row->takes == TAKES_AMOUNT) != (attribute->value != NULL)) break;
        if (symbol->kind != SYMBOL_RESULT && is_said(row, said))
            REPORT(c, SETTING_TWICE, attribute->at, row->words);
        if (row->takes == TAKES_AMOUNT)
            *(Expr **)said = attribute->value;
        else if (row->takes == TAKES_NAME)
            *(Name *)said = attribute->then;
        else
            *(bool *)said = true;
        return true;
    }
    if (text_is(words, "material beyond") || text_is(words, "material"))
        REPORT(c, MATERIAL_AMOUNT, attribute->at, symbol->name);
    else
        unknown(c, symbol->kind, attribute);
    return false;
}

/* --- material beyond ------------------------------------------------------------------------------------ */

/* What the difference of two such values is; NONE where there is no such thing. */
static Type difference_type(Type type) {
    if (type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_DURATION) return type;
    if (type.kind == TYPE_DATE) return (Type){.kind = TYPE_DURATION, .unit = UNIT_DAYS};
    if (type.kind == TYPE_INSTANT) return (Type){.kind = TYPE_DURATION, .unit = UNIT_HOURS};
    return type_of(TYPE_NONE);
}

static bool is_share(const Expr *amount, Type type) {
    bool grows = type_is_numeric(type) || type.kind == TYPE_MONEY || type.kind == TYPE_DURATION;
    return grows && type.kind != TYPE_PERCENT && amount->kind == EXPR_LITERAL &&
           amount->value.kind == TYPE_PERCENT;
}

void check_material(Checker *c, Symbol *fact) {
    Type type = difference_type(fact->type);
    Value amount;
    if (!fact->material || !type_known(fact->type)) return;
    if (type.kind == TYPE_NONE || fact->personal) {
        REPORT(c, MATERIAL_OF, fact->material->at, fact->name,
               fact->personal ? TEXT("is personal")
                              : text_format(c->arena, "is %.*s", TEXT_ARG(type_text(c->arena, fact->type))));
        return;
    }
    if (is_share(fact->material, fact->type)) type = type_of(TYPE_PERCENT);
    if (!check_constant(c, fact->material, type) || !expr_constant(c->arena, fact->material, &amount)) return;
    if (number_sign(amount.number) < 0) REPORT(c, MATERIAL_AMOUNT, fact->material->at, fact->name);
}
