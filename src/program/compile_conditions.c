/* Expressions as three-address code. */
#include "program/compile_parts.h"
#include "syntax/syntax.h"
#include <string.h>

/* What of a condition has been written. */
typedef struct Coder {
    Compiler *c;
    VEC(Operation) ops;
    VEC(Text) written;
    VEC(Value) constants;
    VEC(CellCode) sets;
    VEC(LookupCode) lookups;
    VEC(LineCode) lines;
} Coder;

static Index emit(Coder *coder, CodeOp op, Index a, Index b) {
    *vec_push(coder->c->arena, &coder->ops) = (Operation){.op = (uint8_t)op, .a = a, .b = b};
    *vec_push(coder->c->arena, &coder->written) = (Text){0};
    return (Index)coder->ops.len - 1;
}

static Index emit_constant(Coder *coder, Value value) {
    *vec_push(coder->c->arena, &coder->constants) = value;
    return emit(coder, CODE_CONSTANT, (Index)coder->constants.len - 1, NONE);
}

static Index emit_slot(Coder *coder, Index slot) {
    *vec_push(coder->c->arena, coder->c->reading) = slot;
    return emit(coder, CODE_SLOT, slot, NONE);
}

/* A comparison is shown as one, with how it was written; what it works with is inner to it. */
static Index compared(Coder *coder, const Expr *expr, size_t first, Index at) {
    coder->written.at[at] = expr_written(coder->c->arena, expr);
    for (size_t i = first; i < (size_t)at; i++) coder->ops.at[i].inner = true;
    return at;
}

static Index emit_expr(Coder *coder, const Expr *expr);

/* --- paths ---------------------------------------------------------------------------------------------- */

/* vertical_council[vertical]: one name for each member of the index. */
static Index emit_decider(Coder *coder, const DeciderRef *decider) {
    const EnumType *index = decider->symbol->enumeration;
    Index member = emit_expr(coder, decider->index), first = (Index)coder->constants.len;
    for (size_t m = 0; m < index->count; m++)
        *vec_push(coder->c->arena, &coder->constants) = decider_value(coder->c, decider->symbol, index, m);
    return emit(coder, CODE_MEMBER, member, first);
}

static Index emit_named(Coder *coder, Index root, const NamedList *computed) {
    Index first = NONE;
    for (size_t i = 0; i < computed->len; i++) {
        Index at = emit_expr(coder, computed->at[i].expr);
        coder->c->deciders.at[computed->at[i].node].at = at;
        if (first == NONE) first = at;
    }
    return emit(coder, CODE_DECIDERS, first, root);
}

static Index emit_joint(Coder *coder, const Expr *expr) {
    NamedList computed = {0};
    Index root = plan_deciders(coder->c, expr, &computed);
    return emit_named(coder, root, &computed);
}

static Index emit_path(Coder *coder, const Expr *expr) {
    DeciderRef decider;
    if (expr_decider(expr, &decider) && decider.index) return emit_decider(coder, &decider);
    return emit_slot(coder, slot_read(coder->c, expr->symbol));
}

static Index emit_row(Coder *coder, const Symbol *field, const Index *keys, bool rate) {
    *vec_push(coder->c->arena, &coder->lookups) = (LookupCode){.in = (Index)field->parent->index,
                                                               .field = (Index)field->index,
                                                               .keys = keys,
                                                               .on = emit_slot(coder, coder->c->day),
                                                               .rate = rate};
    return emit(coder, CODE_LOOKUP, keys[0], (Index)coder->lookups.len - 1);
}

static Index emit_lookup(Coder *coder, const Expr *expr) {
    const Expr *row = expr->index;
    Index *keys = arena_array(coder->c->arena, Index, row->items.len);
    for (size_t i = 0; i < row->items.len; i++) keys[i] = emit_expr(coder, row->items.at[i]);
    return emit_row(coder, expr->symbol, keys, false);
}

/* --- rates ---------------------------------------------------------------------------------------------- */

/* A currency as a key of rates, which is a text or an enum. */
static Index emit_currency(Coder *coder, const Symbol *key, const char currency[4]) {
    const EnumType *known = key->type.enumeration;
    if (key->type.kind != TYPE_ENUM)
        return emit_constant(coder, value_text(text_copy(coder->c->arena, text_of(currency))));
    size_t member = 0;
    while (!text_is(known->members[member], currency)) member++;
    return emit_constant(coder, value_member((int32_t)member));
}

/* The keys stand in the order in which they are declared. */
static Index emit_rate(Coder *coder, const Expr *expr, Index amount) {
    const Symbol *rates = expr->right->symbol, *from = map_get(&rates->inner, TEXT("from")),
                 *to = map_get(&rates->inner, TEXT("to"));
    bool any = type_any_currency(expr->left->type), from_first = from->index < to->index;
    Index *keys = arena_array(coder->c->arena, Index, 2);
    keys[!from_first] = any ? emit(coder, CODE_CURRENCY, amount, NONE)
                            : emit_currency(coder, from, expr->left->type.currency);
    keys[from_first] = emit_currency(coder, to, expr->type.currency);
    return emit_row(coder, map_get(&rates->inner, TEXT("rate")), keys, true);
}

static Index emit_first(Coder *coder, const Expr *expr) {
    Expr *const *items = expr->items.at;
    Index from = emit_expr(coder, items[FIRST_FROM]), covered = emit_expr(coder, items[FIRST_COVERED]);
    const Symbol *above = items[FIRST_LINE]->symbol, *limit = items[FIRST_WHOSE]->symbol;
    *vec_push(coder->c->arena, &coder->lines) = (LineCode){.in = (Index)above->parent->index,
                                                           .above = (Index)above->index,
                                                           .limit = (Index)limit->index,
                                                           .covered = covered,
                                                           .on = emit_slot(coder, coder->c->day)};
    return emit(coder, CODE_FIRST, from, (Index)coder->lines.len - 1);
}

/* --- operators ------------------------------------------------------------------------------------------ */

/* A reason says what was asked, and whether it is so: of `x is applicable`, that x is not applicable, or not.
 */
static Index emit_asked(Coder *coder, const Expr *expr, const Expr *asked, CodeOp op) {
    size_t first = coder->ops.len;
    Index at = emit(coder, op, emit_expr(coder, asked), NONE);
    Expr question = *expr;
    question.op = OP_EQUAL;
    compared(coder, &question, first, at);
    return expr->op == OP_NOT_EQUAL ? emit(coder, CODE_NOT, at, NONE) : at;
}

static CodeOp code_of(Operator op) {
    switch (op) {
    case OP_OR:
        return CODE_OR;
    case OP_AND:
        return CODE_AND;
    case OP_EQUAL:
        return CODE_EQUAL;
    case OP_NOT_EQUAL:
        return CODE_NOT_EQUAL;
    case OP_LESS:
        return CODE_LESS;
    case OP_LESS_EQUAL:
        return CODE_LESS_EQUAL;
    case OP_GREATER:
        return CODE_GREATER;
    case OP_GREATER_EQUAL:
        return CODE_GREATER_EQUAL;
    case OP_ADD:
        return CODE_ADD;
    case OP_SUBTRACT:
        return CODE_SUBTRACT;
    case OP_MULTIPLY:
        return CODE_MULTIPLY;
    case OP_DIVIDE:
    case OP_THEN:
    case OPERATOR_COUNT:
        break;
    }
    return CODE_DIVIDE;
}

static void set_type(Coder *coder, Index at, Type type) {
    coder->ops.at[at].type = (uint8_t)type.kind;
    coder->ops.at[at].unit = (uint8_t)type.unit;
    memcpy(coder->ops.at[at].currency, type.currency, sizeof type.currency);
}

/* The unit, and the calendar that counts it: so that it is known what more of its years would settle. */
static void set_unit(Coder *coder, Index at, Type length) {
    Operation *operation = &coder->ops.at[at];
    operation->unit = (uint8_t)length.unit;
    operation->calendar = length.unit == UNIT_WORKING_DAYS ? length.calendar : NONE;
    if (operation->calendar != NONE)
        *vec_push(coder->c->arena, coder->c->reading) = calendar_slot(coder->c, operation->calendar);
}

/* Of days and instants. */
static CodeOp time_code(const Expr *expr) {
    if (expr->type.kind == TYPE_DURATION) return CODE_SINCE;
    return expr->op == OP_ADD ? CODE_LATER : CODE_EARLIER;
}

static Index emit_elapsed(Coder *coder, const Expr *expr, Type length) {
    Index from = emit_expr(coder, expr->left), to = emit_expr(coder, expr->right);
    Index at = emit(coder, CODE_ELAPSED, from, to);
    set_type(coder, at, length);
    set_unit(coder, at, length);
    coder->ops.at[at].unit = (uint8_t)expr->unit;
    return at;
}

/* A side that is a square root leaves in its register what that is of. */
static Index emit_side(Coder *coder, const Expr *side) {
    if (side->kind != EXPR_ROOT) return emit_expr(coder, side);
    return emit(coder, CODE_ROOT, emit_expr(coder, side->left), NONE);
}

static uint8_t roots_of(const Expr *expr) {
    return (uint8_t)((expr->left->kind == EXPR_ROOT ? ROOT_LEFT : 0) |
                     (expr->right->kind == EXPR_ROOT ? ROOT_RIGHT : 0));
}

static Index emit_binary(Coder *coder, const Expr *expr) {
    const Expr *missing = expr_asked(expr, EXPR_MISSING), *applies = expr_asked(expr, EXPR_NOT_APPLICABLE);
    if (missing) return emit_asked(coder, expr, missing, CODE_MISSING);
    if (applies) return emit_asked(coder, expr, applies, CODE_NOT_APPLICABLE);
    size_t first = coder->ops.len;
    Index left = emit_side(coder, expr->left), right = emit_side(coder, expr->right);
    bool times = expr->left->type.kind == TYPE_DATE || expr->left->type.kind == TYPE_INSTANT;
    bool sum = expr->op == OP_ADD || expr->op == OP_SUBTRACT;
    CodeOp op = times && sum ? time_code(expr) : code_of(expr->op);
    Index at = emit(coder, op, left, right);
    if (op >= CODE_ADD) set_type(coder, at, expr->type);
    if (op >= CODE_LATER) set_unit(coder, at, op == CODE_SINCE ? expr->type : expr->right->type);
    if (op < CODE_EQUAL || op > CODE_GREATER_EQUAL) return at;
    coder->ops.at[at].unit = roots_of(expr);
    return compared(coder, expr, first, at);
}

static Index emit_negate(Coder *coder, const Expr *expr) {
    Index at = emit(coder, CODE_NEGATE, emit_expr(coder, expr->left), NONE);
    set_type(coder, at, expr->type);
    return at;
}

static Index emit_convert(Coder *coder, const Expr *expr) {
    Index amount = emit_expr(coder, expr->left);
    if (type_equal(expr->left->type, expr->type)) return amount;
    Index at = emit(coder, CODE_MULTIPLY, amount, emit_rate(coder, expr, amount));
    set_type(coder, at, expr->type);
    return at;
}

static Index emit_within(Coder *coder, const Expr *expr) {
    size_t first = coder->ops.len;
    Index left = emit_expr(coder, expr->left), in = emit_expr(coder, expr->right);
    return compared(coder, expr, first, emit(coder, CODE_WITHIN, left, in));
}

static Index emit_aggregate(Coder *coder, const Expr *expr) {
    static const CodeOp OPS[] = {
#define X(name, word) CODE_##name,
        AGGREGATES(X)
#undef X
    };
    Index at = emit(coder, OPS[expr->how], emit_expr(coder, expr->left), NONE);
    set_type(coder, at, expr->type);
    return at;
}

/* The places of a percentage are those before its sign: 25.6% has one, and is 0.256. */
static Index emit_rounded(Coder *coder, const Expr *expr) {
    int64_t places = 0;
    number_to_int(expr->right->value.number, &places);
    if (expr->type.kind == TYPE_PERCENT) places += 2;
    Index what = emit_expr(coder, expr->left);
    Index at = emit(coder, CODE_ROUND, what, rounding_code((int)places, (Rounding)expr->how));
    set_type(coder, at, expr->type);
    return at;
}

static Index emit_in(Coder *coder, const Expr *expr) {
    size_t first = coder->ops.len;
    Index left = emit_expr(coder, expr->left);
    *vec_push(coder->c->arena, &coder->sets) =
        compile_items(coder->c, expr->left->type, expr->items.at, expr->items.len);
    return compared(coder, expr, first, emit(coder, CODE_TEST, left, (Index)coder->sets.len - 1));
}

/* The parser bounds how deep expressions nest, and with it how often this calls itself. */
static Index emit_expr(Coder *coder, const Expr *expr) {
    Value constant;
    if (expr_constant(coder->c->arena, expr, &constant))
        return emit_constant(coder, constant_of(coder->c, expr, expr->type));
    if (expr_is_joint(expr) && expr->type.kind == TYPE_DECIDER) return emit_joint(coder, expr);
    switch (expr->kind) {
    case EXPR_PATH:
    case EXPR_WORDS:
        return emit_path(coder, expr);
    case EXPR_LOOKUP:
        return emit_lookup(coder, expr);
    case EXPR_FIRST:
        return emit_first(coder, expr);
    case EXPR_NOT:
        return emit(coder, CODE_NOT, emit_expr(coder, expr->left), NONE);
    case EXPR_NEGATE:
        return emit_negate(coder, expr);
    case EXPR_BINARY:
        return emit_binary(coder, expr);
    case EXPR_IN:
        return emit_in(coder, expr);
    case EXPR_WITHIN:
        return emit_within(coder, expr);
    case EXPR_AGGREGATE:
        return emit_aggregate(coder, expr);
    case EXPR_ROUNDED:
        return emit_rounded(coder, expr);
    case EXPR_ELAPSED:
        return emit_elapsed(coder, expr, expr->type);
    case EXPR_BY:
        return emit_elapsed(coder, expr->left, expr->type);
    case EXPR_CONVERT:
        return emit_convert(coder, expr);
    default:
        return emit_constant(coder, value_missing()); /* a range or list that is no value of its own */
    }
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static Index code_done(const Coder *coder) {
    Compiler *c = coder->c;
    if (coder->ops.len > c->program->stack_need) c->program->stack_need = coder->ops.len;
    *vec_push(c->arena, &c->conditions) = (ConditionCode){.ops = coder->ops.at,
                                                          .written = coder->written.at,
                                                          .count = coder->ops.len,
                                                          .constants = coder->constants.at,
                                                          .sets = coder->sets.at,
                                                          .lookups = coder->lookups.at,
                                                          .lines = coder->lines.at};
    return (Index)c->conditions.len - 1;
}

Index compile_code(Compiler *c, const Expr *expr) {
    Coder coder = {.c = c};
    emit_expr(&coder, expr);
    return code_done(&coder);
}

Index compile_named(Compiler *c, Index root, const NamedList *computed) {
    Coder coder = {.c = c};
    emit_named(&coder, root, computed);
    return code_done(&coder);
}

/* --- on the days on which it is in force ---------------------------------------------------------------- */

/* Is the day as of which it is read one of them? */
static Index emit_days(Coder *coder, const Clause *in_force) {
    Compiler *c = coder->c;
    Index day = emit_slot(coder, c->day);
    Interval interval = {.low = value_date(in_force->from),
                         .high = value_date(in_force->until),
                         .has_low = in_force->from != DATE_NONE,
                         .has_high = in_force->until != DATE_NONE,
                         .high_open = true};
    *vec_push(c->arena, &coder->sets) = set_of_intervals(c->arena, &interval, 1);
    Index at = emit(coder, CODE_TEST, day, (Index)coder->sets.len - 1);
    coder->written.at[at] = source_text(c->model->ast->sources, in_force->at);
    coder->ops.at[day].inner = true;
    return at;
}

Index compile_in_force(Compiler *c, const Decl *decl, const Expr *expr, bool otherwise) {
    const Clause *in_force = decl_in_force(decl);
    if (!in_force) return compile_code(c, expr);
    Coder coder = {.c = c};
    Index days = emit_days(&coder, in_force);
    if (otherwise) days = emit(&coder, CODE_NOT, days, NONE);
    emit(&coder, otherwise ? CODE_OR : CODE_AND, days, emit_expr(&coder, expr));
    return code_done(&coder);
}

/* --- units ---------------------------------------------------------------------------------------------- */

static Index unit_of(Compiler *c, const Expr *expr, Text source) {
    Index unit = unit_new(c, (Unit){.kind = UNIT_CONDITION,
                                    .where = where_of(c, expr->at, source),
                                    .written = expr_written(c->arena, expr)});
    unit_begin(c, unit);
    return unit;
}

Index compile_condition(Compiler *c, const Expr *expr, Text source) {
    if (!expr) return NONE;
    Index unit = unit_of(c, expr, source), code = compile_code(c, expr);
    c->units.at[unit].detail = code;
    return unit;
}

Index compile_requirement(Compiler *c, const Decl *decl, const Expr *expr) {
    Index unit = unit_of(c, expr, decl->source), code = compile_in_force(c, decl, expr, true);
    c->units.at[unit].detail = code;
    return unit;
}
