/* The days on which triggers fire of themselves: dates, cadences, recurrences, and what a review opens again
 * and again from the day on which it came to its outcome. */
#include "proceedings/triggers.h"

static Date later(Date a, Date b) {
    return a == DATE_NONE || (b != DATE_NONE && b > a) ? b : a;
}

/* --- of what reviews open ------------------------------------------------------------------------------- */

/* The day on which the interval has passed so many times; DATE_NONE past what the calendar lists. Counted
 * from the first day each time, so that the end of a month stays the end. */
static Date nth_day(const Program *program, const Cause *cause, Date since, int64_t n) {
    const Calendar *calendar =
        program->working_days == NONE ? NULL : &program->calendars[program->working_days];
    Duration passed = {cause->within.amount, cause->within.unit};
    Date day;
    if (__builtin_mul_overflow(passed.amount, n, &passed.amount)) return DATE_NONE;
    return duration_after(calendar, since, passed, &day) ? day : DATE_NONE;
}

/* No interval is shorter than a day, so that the day looked for is passed after as many as lie between. */
static Date interval_day(const Program *program, const Cause *cause, Date since, Date from) {
    int64_t low = 1, high = from > since ? from - since : 1;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Date day = nth_day(program, cause, since, middle);
        if (day == DATE_NONE || day >= from)
            high = middle;
        else
            low = middle + 1;
    }
    return cause->times == 0 || low <= cause->times ? nth_day(program, cause, since, low) : DATE_NONE;
}

/* The days of a recurrence after the one on which the review came to its outcome. */
static Date recurring_day(const Cause *cause, Date since, Date from) {
    int64_t counted = 0;
    for (size_t i = 0; i < cause->day_count; i++) {
        if (cause->days[i] <= since) continue;
        if (++counted > cause->times && cause->times) return DATE_NONE;
        if (cause->days[i] >= from) return cause->days[i];
    }
    return DATE_NONE;
}

/* A review that did not apply was not held: no time begins with that. */
static Date duty_day(const Program *program, const Cause *cause, const TriggerState *stands, Date from) {
    if (!stands || stands->since == DATE_NONE || text_is(stands->came_to, "not_applicable")) return DATE_NONE;
    if (cause->kind == CAUSE_INTERVAL) return interval_day(program, cause, stands->since, from);
    return cause->kind == CAUSE_DAYS ? recurring_day(cause, stands->since, from) : DATE_NONE;
}

/* --- of all --------------------------------------------------------------------------------------------- */

static Date trigger_day(const Cause *cause, Date from) {
    if (cause->kind == CAUSE_CADENCE) {
        Date first = period_of(cause->cadence, from);
        return first == from ? first : period_after(cause->cadence, first);
    }
    bool days = cause->kind == CAUSE_DAY || cause->kind == CAUSE_DAYS;
    for (size_t i = 0; days && i < cause->day_count; i++)
        if (cause->days[i] >= from) return cause->days[i];
    return DATE_NONE;
}

/* The first day of a clause from a day on; DATE_NONE: it has none. */
static Date day_of(const Program *program, const Trigger *trigger, const Cause *cause,
                   const TriggerState *stands, Date from) {
    return trigger->review == NONE ? trigger_day(cause, from) : duty_day(program, cause, stands, from);
}

const Cause *cause_on_day(const Program *program, const Trigger *trigger, const TriggerState *stands,
                          Date on) {
    for (size_t i = 0; i < trigger->cause_count; i++)
        if (day_of(program, trigger, &trigger->causes[i], stands, on) == on) return &trigger->causes[i];
    return NULL;
}

Date next_day(const Program *program, const Trigger *trigger, const TriggerState *stands, Date from) {
    Date found = DATE_NONE;
    from = later(from, later(program->from, stands ? stands->rests_until : DATE_NONE));
    for (size_t i = 0; i < trigger->cause_count; i++) {
        Date day = day_of(program, trigger, &trigger->causes[i], stands, from);
        if (day != DATE_NONE && (found == DATE_NONE || day < found)) found = day;
    }
    return found != DATE_NONE && covers(program->from, program->until, found) ? found : DATE_NONE;
}
