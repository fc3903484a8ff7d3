#include "engine/frame.h"
#include <string.h>

static bool has_member(const CellCode *set, uint32_t member) {
    if (set->count == 1) return member < 64 && (set->bits >> member & 1);
    return member / 64 < set->count && (set->words[member / 64] >> member % 64 & 1);
}

static bool within(const Interval *interval, const Value *value) {
    if (interval->has_low) {
        int order = code_compare(value, &interval->low);
        if (order < 0 || (order == 0 && interval->low_open)) return false;
    }
    if (interval->has_high) {
        int order = code_compare(value, &interval->high);
        if (order > 0 || (order == 0 && interval->high_open)) return false;
    }
    return true;
}

bool set_has(const CellCode *set, const Value *value) {
    if (set->kind == SET_MEMBERS)
        return has_member(set, value->kind == TYPE_YES_NO ? (uint32_t)value->yes : (uint32_t)value->member);
    for (uint32_t i = 0; i < set->count; i++)
        if (within(&set->intervals[i], value)) return true;
    return false;
}

bool on_target(const Metric *metric, const Value *value) {
    return !metric->target || set_has(metric->target, value);
}

/* --- truth ---------------------------------------------------------------------------------------------- */

static Value truth_value(Truth truth, Value why) {
    switch (truth) {
    case TRUTH_NO:
        return value_yes_no(false);
    case TRUTH_YES:
        return value_yes_no(true);
    case TRUTH_UNKNOWN:
        return value_missing();
    case TRUTH_ERROR:
        break;
    }
    return why.state == STATE_ERROR ? why : error_value(PROBLEM_NOT_APPLICABLE);
}

/* `and` for decisive no, `or` for decisive yes: the decisive side decides alone; else what is unknown is,
 * then what is wrong. */
static Value join(Value a, Value b, Truth decisive) {
    Truth left = truth_of(a), right = truth_of(b);
    if (left == decisive || right == decisive) return value_yes_no(decisive == TRUTH_YES);
    if (left == TRUTH_UNKNOWN || right == TRUTH_UNKNOWN) return value_missing();
    if (left == TRUTH_ERROR) return truth_value(left, a);
    return truth_value(right, b);
}

static Value negation(Value a) {
    return a.state == VALUE_KNOWN ? value_yes_no(!a.yes) : a;
}

/* --- values --------------------------------------------------------------------------------------------- */

bool value_lacks(Value a, Value b, Value *result) {
    if (a.state == VALUE_KNOWN && b.state == VALUE_KNOWN) return false;
    if (a.state == STATE_ERROR || b.state == STATE_ERROR)
        *result = a.state == STATE_ERROR ? a : b;
    else if (a.state == VALUE_NOT_APPLICABLE || b.state == VALUE_NOT_APPLICABLE)
        *result = error_value(PROBLEM_NOT_APPLICABLE);
    else
        *result = value_missing();
    return true;
}

static bool order_holds(CodeOp op, int order) {
    switch (op) {
    case CODE_EQUAL:
        return order == 0;
    case CODE_NOT_EQUAL:
        return order != 0;
    case CODE_LESS:
        return order < 0;
    case CODE_LESS_EQUAL:
        return order <= 0;
    case CODE_GREATER:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* Of two roots, what they are of has the same order. */
static int compare_roots(uint8_t roots, const Value *a, const Value *b) {
    if (roots == ROOT_LEFT) return -number_compare_root(b->number, a->number);
    if (roots == ROOT_RIGHT) return number_compare_root(a->number, b->number);
    return number_compare(a->number, b->number);
}

static Value compare(const Operation *o, const Value *a, const Value *b) {
    Value lacking;
    CodeOp op = (CodeOp)o->op;
    if (value_lacks(*a, *b, &lacking)) return lacking;
    if (o->unit != 0) return value_yes_no(order_holds(op, compare_roots(o->unit, a, b)));
    if (op == CODE_EQUAL || op == CODE_NOT_EQUAL) return value_yes_no(code_equal(a, b) == (op == CODE_EQUAL));
    return value_yes_no(order_holds(op, code_compare(a, b)));
}

static Value under_root(Value a) {
    bool negative = a.state == VALUE_KNOWN && number_sign(a.number) < 0;
    return negative ? error_value(PROBLEM_NEGATIVE_ROOT) : a;
}

static NumberError calculate(Frame *frame, uint8_t op, Number a, Number b, Number *out) {
    switch ((CodeOp)op) {
    case CODE_NEGATE:
        return number_neg(frame->arena, a, out);
    case CODE_ADD:
        return number_add(frame->arena, a, b, out);
    case CODE_SUBTRACT:
        return number_sub(frame->arena, a, b, out);
    case CODE_MULTIPLY:
        return number_mul(frame->arena, a, b, out);
    default:
        return number_div(frame->arena, a, b, out);
    }
}

static Value arithmetic(Frame *frame, const Operation *operation, Value a, Value b) {
    Value result;
    if (value_lacks(a, b, &result)) return result;
    Number number;
    NumberError error = calculate(frame, operation->op, a.number, b.number, &number);
    if (error != NUMBER_OK)
        return error_value(error == NUMBER_DIVIDED_BY_ZERO ? PROBLEM_DIVIDED_BY_ZERO : PROBLEM_TOO_LARGE);
    return operation_value(operation, number);
}

static Value reckon(Frame *frame, const Operation *operation, Value a, Value b) {
    Value result;
    if (value_lacks(a, b, &result)) return result;
    if (operation->op == CODE_ELAPSED) return reckon_elapsed(frame, operation, a, b);
    if (operation->op == CODE_SINCE) return reckon_elapsed(frame, operation, b, a);
    return reckon_later(frame, operation, a, b);
}

static Value by_member(const ConditionCode *code, const Operation *operation, Value member) {
    Value result;
    if (value_lacks(member, member, &result)) return result;
    return code->constants[operation->b + member.member];
}

static Value look_up(Frame *frame, const LookupCode *lookup) {
    RowRead row;
    Value instead;
    return row_look_up(frame, lookup, &row, &instead) ? row.held.value : instead;
}

static Value currency_of(const Value *amount) {
    Value result;
    return value_lacks(*amount, *amount, &result) ? result : value_text(text_of(amount->currency));
}

static Value slot_value(const Frame *frame, Index slot) {
    return frame->slots[slot].state == STATE_OPEN ? value_missing() : frame->slots[slot];
}

static Value is_missing(const Frame *frame, const Operation *asked, Value a) {
    if (asked->op == CODE_SLOT && frame->slots[asked->a].state == STATE_OPEN) return value_missing();
    return a.state == STATE_ERROR ? a : value_yes_no(a.state == VALUE_MISSING);
}

static Value is_not_applicable(Value a) {
    if (a.state == VALUE_KNOWN || a.state == VALUE_NOT_APPLICABLE)
        return value_yes_no(a.state == VALUE_NOT_APPLICABLE);
    return a;
}

static Value is_in_state(Frame *frame, const ConditionCode *code, const Operation *o) {
    Value a = frame->registers[o->a];
    return o->op == CODE_MISSING ? is_missing(frame, &code->ops[o->a], a) : is_not_applicable(a);
}

/* --- running -------------------------------------------------------------------------------------------- */

static Value step(Frame *frame, const ConditionCode *code, const Operation *o) {
    const Value *r = frame->registers;
    switch ((CodeOp)o->op) {
    case CODE_SLOT:
        return slot_value(frame, o->a);
    case CODE_CONSTANT:
        return code->constants[o->a];
    case CODE_MISSING:
    case CODE_NOT_APPLICABLE:
        return is_in_state(frame, code, o);
    case CODE_TEST:
        return truth_value(set_test(&code->sets[o->b], &r[o->a], false, false), r[o->a]);
    case CODE_LOOKUP:
        return look_up(frame, &code->lookups[o->b]);
    case CODE_CURRENCY:
        return currency_of(&r[o->a]);
    case CODE_FIRST:
        return line_first(frame, &code->lines[o->b], r[o->a], NULL, NULL, NULL);
    case CODE_MEMBER:
        return by_member(code, o, r[o->a]);
    case CODE_DECIDERS:
        return deciders_value(frame, o->b);
    case CODE_NOT:
        return negation(r[o->a]);
    case CODE_AND:
        return join(r[o->a], r[o->b], TRUTH_NO);
    case CODE_OR:
        return join(r[o->a], r[o->b], TRUTH_YES);
    case CODE_EQUAL:
    case CODE_NOT_EQUAL:
    case CODE_LESS:
    case CODE_LESS_EQUAL:
    case CODE_GREATER:
    case CODE_GREATER_EQUAL:
        return compare(o, &r[o->a], &r[o->b]);
    case CODE_WITHIN:
        return list_within(r[o->a], r[o->b]);
    case CODE_COUNT:
    case CODE_SUM:
    case CODE_LOWEST:
    case CODE_HIGHEST:
        return list_aggregate(frame, o, r[o->a]);
    case CODE_ROUND:
        return reckon_round(frame, o, r[o->a]);
    case CODE_ROOT:
        return under_root(r[o->a]);
    case CODE_NEGATE:
        return arithmetic(frame, o, r[o->a], r[o->a]);
    case CODE_ADD:
    case CODE_SUBTRACT:
    case CODE_MULTIPLY:
    case CODE_DIVIDE:
        return arithmetic(frame, o, r[o->a], r[o->b]);
    case CODE_LATER:
    case CODE_EARLIER:
    case CODE_ELAPSED:
    case CODE_SINCE:
        return reckon(frame, o, r[o->a], r[o->b]);
    }
    return value_missing();
}

Value condition_run(Frame *frame, const ConditionCode *code) {
    for (size_t i = 0; i < code->count; i++) frame->registers[i] = step(frame, code, &code->ops[i]);
    return frame->registers[code->count - 1];
}

void condition_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    Value result = condition_run(frame, &frame->program->conditions[unit->detail]);
    Truth truth = truth_of(result);
    state->yes = truth == TRUTH_YES;
    if (truth == TRUTH_UNKNOWN) state->outcome = OUTCOME_UNDETERMINED;
    if (truth != TRUTH_ERROR) return;
    state->outcome = OUTCOME_ERROR;
    state->problem = problem_of(result);
}
