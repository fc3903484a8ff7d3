/* Days, instants and the time between them; rounding. */
#include "engine/frame.h"

enum { SECONDS_OF_HOUR = 3600 };
#define SECONDS_OF_DAY INT64_C(86400)

static const Calendar *calendar_of(const Frame *frame, const Operation *o) {
    return o->unit == UNIT_WORKING_DAYS ? &frame->program->calendars[o->calendar] : NULL;
}

/* Past the years that a calendar lists nothing is known (law P7); past those that there are, there is no day.
 */
static Value later_day(const Frame *frame, const Operation *o, Date day, int64_t amount) {
    Date reached;
    if (duration_after(calendar_of(frame, o), day, (Duration){amount, (DurationUnit)o->unit}, &reached))
        return value_date(reached);
    return o->unit == UNIT_WORKING_DAYS ? value_missing() : error_value(PROBLEM_NO_SUCH_TIME);
}

static Value later_instant(Frame *frame, Value instant, Number hours) {
    Number seconds;
    int64_t whole, utc;
    if (number_mul(frame->arena, hours, number_int(SECONDS_OF_HOUR), &seconds) != NUMBER_OK ||
        !number_to_int(seconds, &whole) || __builtin_add_overflow(instant.instant.utc, whole, &utc) ||
        utc < (DATE_FIRST + 1) * SECONDS_OF_DAY || utc >= DATE_LAST * SECONDS_OF_DAY)
        return error_value(PROBLEM_NO_SUCH_TIME);
    instant.instant.utc = utc;
    return instant;
}

Value reckon_later(Frame *frame, const Operation *o, Value from, Value length) {
    int64_t amount = 0;
    Number number = length.number;
    if (o->op == CODE_EARLIER && number_neg(frame->arena, number, &number) != NUMBER_OK)
        return error_value(PROBLEM_TOO_LARGE);
    if (from.kind == TYPE_INSTANT) return later_instant(frame, from, number);
    return number_to_int(number, &amount) ? later_day(frame, o, from.date, amount)
                                          : error_value(PROBLEM_NO_SUCH_TIME);
}

Value reckon_round(Frame *frame, const Operation *o, Value value) {
    Value lacking;
    Number rounded;
    if (value_lacks(value, value, &lacking)) return lacking;
    if (number_round(frame->arena, value.number, o->b / 8, (Rounding)(o->b % 8), &rounded) != NUMBER_OK)
        return error_value(PROBLEM_TOO_LARGE);
    return operation_value(o, rounded);
}

/* Whole weeks and years, as days and months. */
static Value in_whole_units(int64_t amount, DurationUnit unit) {
    DurationUnit plain;
    int64_t each = unit_in_plain(unit, &plain);
    return value_duration(number_int(amount / each * each), plain);
}

Value reckon_elapsed(Frame *frame, const Operation *o, Value from, Value to) {
    int64_t amount = 0;
    Number hours;
    switch ((DurationUnit)o->unit) {
    case UNIT_HOURS:
        if (number_ratio(frame->arena, to.instant.utc - from.instant.utc, SECONDS_OF_HOUR, &hours) !=
            NUMBER_OK)
            return error_value(PROBLEM_TOO_LARGE);
        return value_duration(hours, UNIT_HOURS);
    case UNIT_DAYS:
    case UNIT_WEEKS:
        amount = (int64_t)to.date - from.date;
        break;
    case UNIT_WORKING_DAYS:
        if (!working_days_between(calendar_of(frame, o), from.date, to.date, &amount)) return value_missing();
        break;
    case UNIT_MONTHS:
    case UNIT_YEARS:
        amount = months_between(from.date, to.date);
        break;
    }
    return in_whole_units(amount, (DurationUnit)o->unit);
}
