#include "model/check.h"
#include "syntax/syntax.h"

Text expr_words(Arena *arena, const Expr *expr) {
    if (expr->kind != EXPR_PATH && expr->kind != EXPR_WORDS) return (Text){0};
    if (expr->parts.len == 1) return expr->parts.at[0].text;
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < expr->parts.len; i++) {
        if (i > 0) buf_char(&buf, expr->kind == EXPR_WORDS ? ' ' : '.');
        buf_text(&buf, expr->parts.at[i].text);
    }
    return buf_done(&buf);
}

HitPolicy table_policy(const Decl *decl) {
    const Clause *hit =
        decl_setting(decl, decl->kind == DECL_AUTHORITY ? SETTING_AUTHORITY_HIT : SETTING_HIT);
    return hit ? hit_policy(hit->phrase.id) : POLICY_UNIQUE;
}

Cell cell_of(Arena *arena, Expr *value) {
    if (value->kind == EXPR_MISSING) return (Cell){.kind = CELL_ANY, .at = value->at};
    CellTest *test = arena_make(arena, CellTest);
    *test = (CellTest){.at = value->at, .value = value};
    Cell cell = {.kind = CELL_TESTS, .at = value->at};
    cell.tests.at = test;
    cell.tests.len = cell.tests.cap = 1;
    return cell;
}

bool row_is_otherwise(const Table *table, const TableRow *row) {
    for (size_t i = 0; i < row->cells.len && i < table->columns.len; i++)
        if (!table->columns.at[i].output && row->cells.at[i].kind == CELL_OTHERWISE) return true;
    return false;
}

/* What comes of comparing two things tells neither, unless they are yes or no themselves. */
static bool tells_parts(const Expr *expr) {
    if (expr->kind == EXPR_FIRST) return false;
    if (expr->type.kind != TYPE_YES_NO || expr->kind == EXPR_NOT) return true;
    if (expr->kind == EXPR_IN || expr->kind == EXPR_WITHIN) return expr->left->type.kind == TYPE_YES_NO;
    return expr->kind == EXPR_BINARY && expr->left->type.kind == TYPE_YES_NO &&
           !expr_asked(expr, EXPR_MISSING) && !expr_asked(expr, EXPR_NOT_APPLICABLE);
}

static void find_personal(void *context, const Expr *expr) {
    const Symbol **found = context;
    bool named = expr->kind == EXPR_PATH || expr->kind == EXPR_WORDS;
    if (named && expr->symbol && expr->symbol->personal) *found = expr->symbol;
    if (tells_parts(expr)) expr_each_child(expr, find_personal, found);
}

const Symbol *expr_personal(const Expr *expr) {
    const Symbol *found = NULL;
    find_personal(&found, expr);
    return found;
}

bool expr_decider(const Expr *expr, DeciderRef *decider) {
    if (!expr || expr->kind != EXPR_PATH || !expr->symbol) return false;
    SymbolKind kind = expr->symbol->kind;
    *decider = (DeciderRef){expr->symbol, expr->index};
    return kind == SYMBOL_BODY || kind == SYMBOL_OFFICE || kind == SYMBOL_ESCALATION;
}

bool expr_duration_constant(const Expr *expr, Duration *duration) {
    if (expr->kind != EXPR_LITERAL || expr->value.kind != TYPE_DURATION) return false;
    duration->unit = (DurationUnit)expr->value.unit;
    return number_to_int(expr->value.number, &duration->amount);
}

static Value name_constant(const Symbol *symbol, Text name) {
    Value value = value_text(name);
    if (symbol->kind == SYMBOL_BODY) value.kind = TYPE_BODY;
    if (symbol->kind == SYMBOL_OFFICE) value.kind = TYPE_OFFICE;
    return value;
}

/* council[health] is a name; council[vertical] depends on a case. */
static bool indexed_constant(Arena *arena, const Expr *expr, Value *value) {
    const Symbol *symbol = expr->symbol;
    Value member;
    if (!symbol->enumeration || !expr_constant(arena, expr->index, &member) || !value_known(member))
        return false;
    Text name = symbol->name, index = symbol->enumeration->members[member.member];
    *value = name_constant(symbol, text_format(arena, "%.*s[%.*s]", TEXT_ARG(name), TEXT_ARG(index)));
    return true;
}

static bool named_constant(Arena *arena, const Expr *expr, Value *value) {
    static const SymbolKinds NAMES = KIND(BODY) | KIND(OFFICE) | KIND(ESCALATION) | KIND(ROLE);
    const Symbol *symbol = expr->symbol;
    if (!symbol && expr->type.kind == TYPE_PERSON && !expr->index) { /* a person in a test */
        *value = value_text(expr->parts.at[0].text);
        value->kind = TYPE_PERSON;
        return true;
    }
    if (symbol && (symbol->kind == SYMBOL_MEMBER || symbol->kind == SYMBOL_REVIEW_OUTCOME)) {
        *value = value_member((int32_t)symbol->index);
        return true;
    }
    if (!symbol || !(NAMES & KIND_BIT(symbol->kind))) return false;
    if (expr->index) return indexed_constant(arena, expr, value);
    *value = name_constant(symbol, symbol->name);
    return true;
}

/* Several deciders are a value as they are written, when each of them is one. */
static bool joint_constant(Arena *arena, const Expr *expr, Value *value) {
    Value part;
    if (expr->type.kind != TYPE_DECIDER) return false;
    if (expr->kind == EXPR_BINARY &&
        !(expr_constant(arena, expr->left, &part) && expr_constant(arena, expr->right, &part)))
        return false;
    for (size_t i = 0; expr->kind == EXPR_SOME && i < expr->items.len; i++)
        if (!expr_constant(arena, expr->items.at[i], &part)) return false;
    Buf buf = buf_new(arena);
    expr_write(&buf, expr);
    *value = value_text(buf_done(&buf));
    value->kind = TYPE_DECIDER;
    return true;
}

bool expr_is_joint(const Expr *expr) {
    if (expr->kind == EXPR_SOME) return true;
    return expr->kind == EXPR_BINARY && (expr->op == OP_AND || expr->op == OP_THEN);
}

static bool negated_constant(Arena *arena, const Expr *expr, Value *value) {
    if (!expr_constant(arena, expr->left, value) || !value_known(*value)) return false;
    bool number = value->kind == TYPE_INTEGER || value->kind == TYPE_DECIMAL || value->kind == TYPE_PERCENT ||
                  value->kind == TYPE_MONEY || value->kind == TYPE_DURATION;
    return number && number_neg(arena, value->number, &value->number) == NUMBER_OK;
}

static bool list_constant(Arena *arena, const Expr *expr, Value *value) {
    Value *items = arena_array(arena, Value, expr->items.len);
    for (size_t i = 0; i < expr->items.len; i++)
        if (!expr_constant(arena, expr->items.at[i], &items[i])) return false;
    *value = (Value){.state = VALUE_KNOWN, .kind = TYPE_LIST};
    value->list.at = items;
    value->list.len = expr->items.len;
    return true;
}

static bool range_constant(Arena *arena, const Expr *expr, Value *value) {
    Value low, high;
    if (expr->type.kind != TYPE_RANGE || !expr_constant(arena, expr->left, &low) ||
        !expr_constant(arena, expr->right, &high) || !value_known(low) || !value_known(high))
        return false;
    *value = value_range(arena, low, high, expr->half_open);
    return true;
}

bool expr_constant(Arena *arena, const Expr *expr, Value *value) {
    switch (expr->kind) {
    case EXPR_LITERAL:
        *value = expr->value;
        return value->kind != TYPE_DURATION || value_in_plain_unit(arena, expr->value, value);
    case EXPR_MISSING:
        *value = value_missing();
        return true;
    case EXPR_NOT_APPLICABLE:
        *value = value_not_applicable();
        return true;
    case EXPR_BY:
        return expr_constant(arena, expr->left, value);
    case EXPR_NEGATE:
        return negated_constant(arena, expr, value);
    case EXPR_PATH:
        return named_constant(arena, expr, value);
    case EXPR_BINARY:
    case EXPR_SOME:
        return joint_constant(arena, expr, value);
    case EXPR_LIST:
        return list_constant(arena, expr, value);
    case EXPR_RANGE:
        return range_constant(arena, expr, value);
    default:
        return false;
    }
}
