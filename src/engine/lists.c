/* What is in a list or a range, and what comes of all that a list holds. */
#include "engine/frame.h"

static bool list_has(const Value *list, const Value *element) {
    for (size_t i = 0; i < list->list.len; i++)
        if (code_equal(&list->list.at[i], element)) return true;
    return false;
}

Value list_within(Value element, Value in) {
    Value lacking;
    if (value_lacks(element, in, &lacking)) return lacking;
    return value_yes_no(in.kind == TYPE_RANGE ? range_has(in, element) : list_has(&in, &element));
}

static Value sum_of(Frame *frame, const Operation *operation, const Value *list) {
    Number sum = number_int(0);
    for (size_t i = 0; i < list->list.len; i++)
        if (number_add(frame->arena, sum, list->list.at[i].number, &sum) != NUMBER_OK)
            return error_value(PROBLEM_TOO_LARGE);
    return operation_value(operation, sum);
}

/* The one that lies furthest in a direction: -1 the lowest, 1 the highest. */
static Value furthest_of(const Value *list, int direction) {
    if (list->list.len == 0) return value_missing();
    const Value *found = &list->list.at[0];
    for (size_t i = 1; i < list->list.len; i++)
        if (code_compare(&list->list.at[i], found) * direction > 0) found = &list->list.at[i];
    return *found;
}

Value list_aggregate(Frame *frame, const Operation *operation, Value list) {
    Value lacking;
    if (value_lacks(list, list, &lacking)) return lacking;
    switch ((CodeOp)operation->op) {
    case CODE_COUNT:
        return operation_value(operation, number_int((int64_t)list.list.len));
    case CODE_SUM:
        return sum_of(frame, operation, &list);
    case CODE_LOWEST:
        return furthest_of(&list, -1);
    default:
        return furthest_of(&list, 1);
    }
}
