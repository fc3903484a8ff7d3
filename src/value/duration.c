#include "value/date.h"

/* --- counting working days ------------------------------------------------------------------------------ */

static bool lists(const Calendar *calendar, Date date) {
    int year = date_to_civil(date).year;
    return year >= calendar->first_year && year <= calendar->last_year;
}

/* The days of the week that are worked, from the first Monday before all dates up to and with a date. */
static int64_t weekdays_through(const Calendar *calendar, Date date) {
    const Date monday = DATE_FIRST - 7 - date_weekday(DATE_FIRST);
    int64_t days = (int64_t)date - monday, each = 0, rest = 0;
    for (int i = 0; i < 7; i++) each += calendar->works[i];
    for (int i = 0; i <= days % 7; i++) rest += calendar->works[i];
    return days / 7 * each + rest;
}

/* How many holidays lie before a day. */
static size_t holidays_before(const Calendar *calendar, Date date) {
    size_t from = 0, to = calendar->holiday_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (calendar->holidays[middle] < date)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static int64_t worked_through(const Calendar *calendar, Date date) {
    return weekdays_through(calendar, date) - (int64_t)holidays_before(calendar, date + 1);
}

bool calendar_is_working(const Calendar *calendar, Date date, bool *works) {
    if (!lists(calendar, date)) return false;
    *works = worked_through(calendar, date) > worked_through(calendar, date - 1);
    return true;
}

bool working_days_between(const Calendar *calendar, Date from, Date to, int64_t *days) {
    Date first = from < to ? from + 1 : to, last = from < to ? to : from - 1;
    if (from != to && (!lists(calendar, first) || !lists(calendar, last))) return false;
    int64_t count = from == to ? 0 : worked_through(calendar, last) - worked_through(calendar, first - 1);
    *days = from < to ? count : -count;
    return true;
}

/* The first or, going back, the last day on which so many have been worked. */
static bool working_days_after(const Calendar *calendar, Date from, int64_t amount, Date *out) {
    Date low = from, high = from, last;
    int64_t days;
    bool ahead = amount > 0;
    *out = from;
    if (amount == 0) return true;
    CivilDate end =
        ahead ? (CivilDate){calendar->last_year, 12, 31} : (CivilDate){calendar->first_year, 1, 1};
    if (!date_from_civil(end, &last) || !working_days_between(calendar, from, last, &days)) return false;
    if (ahead ? last <= from || days < amount : last >= from || days > amount) return false;
    *(ahead ? &high : &low) = last;
    while (low + 1 < high) { /* the day sought is in (low, high], going back in [low, high) */
        Date middle = low + (high - low) / 2;
        working_days_between(calendar, from, middle, &days);
        bool enough = ahead ? days >= amount : days <= amount;
        *(enough == ahead ? &high : &low) = middle;
    }
    *out = ahead ? high : low;
    return true;
}

/* --- lengths of time ------------------------------------------------------------------------------------ */

static bool days_after(Date from, int64_t amount, int64_t days_each, Date *out) {
    int64_t days;
    return !__builtin_mul_overflow(amount, days_each, &days) && date_add_days(from, days, out);
}

static bool months_after(Date from, int64_t amount, int64_t months_each, Date *out) {
    const int64_t most = 10000 * 12; /* more leads out of the range of dates, wherever it starts */
    return amount >= -most && amount <= most && date_add_months(from, (int)(amount * months_each), out);
}

bool duration_after(const Calendar *calendar, Date from, Duration duration, Date *out) {
    switch (duration.unit) {
    case UNIT_HOURS:
        return false;
    case UNIT_DAYS:
        return days_after(from, duration.amount, 1, out);
    case UNIT_WEEKS:
        return days_after(from, duration.amount, 7, out);
    case UNIT_WORKING_DAYS:
        return calendar && working_days_after(calendar, from, duration.amount, out);
    case UNIT_MONTHS:
        return months_after(from, duration.amount, 1, out);
    case UNIT_YEARS:
        return months_after(from, duration.amount, 12, out);
    }
    return false;
}

int64_t months_between(Date from, Date to) {
    if (to < from) return -months_between(to, from);
    CivilDate a = date_to_civil(from), b = date_to_civil(to);
    int months = (b.year - a.year) * 12 + b.month - a.month;
    Date reached;
    return date_add_months(from, months, &reached) && reached <= to ? months : months - 1;
}

/* --- units ---------------------------------------------------------------------------------------------- */

/* X(unit, the word of one (more of them have an s), a type's word, how many of which plain unit) */
#define UNIT_ROWS(X)                                                                                         \
    X(HOURS, "hour", "hours", 1, HOURS)                                                                      \
    X(DAYS, "day", "days", 1, DAYS)                                                                          \
    X(WORKING_DAYS, "working day", "working_days", 1, WORKING_DAYS)                                          \
    X(WEEKS, "week", "weeks", 7, DAYS)                                                                       \
    X(MONTHS, "month", "months", 1, MONTHS)                                                                  \
    X(YEARS, "year", "years", 12, MONTHS)

static const struct {
    Text one;
    const char *type;
    int64_t each;
    DurationUnit plain;
} rows[] = {
#define X(unit, one, type, each, plain) [UNIT_##unit] = {TEXT_ROW(one), type, each, UNIT_##plain},
    UNIT_ROWS(X)
#undef X
};

enum { UNIT_COUNT = sizeof rows / sizeof rows[0] };

const char *unit_type_word(DurationUnit unit) {
    return rows[unit].type;
}

int64_t unit_in_plain(DurationUnit unit, DurationUnit *plain) {
    *plain = rows[unit].plain;
    return rows[unit].each;
}

void unit_write(Buf *buf, DurationUnit unit, bool one) {
    buf_text(buf, rows[unit].one);
    if (!one) buf_char(buf, 's');
}

bool unit_parse(Text words, DurationUnit *unit) {
    if (text_ends(words, TEXT("s"))) words = text_part(words, 0, words.len - 1);
    for (size_t i = 0; i < UNIT_COUNT; i++) {
        if (!text_equal(words, rows[i].one)) continue;
        *unit = (DurationUnit)i;
        return true;
    }
    return false;
}

void duration_write(Buf *buf, Duration duration) {
    buf_int(buf, duration.amount);
    buf_char(buf, ' ');
    unit_write(buf, duration.unit, duration.amount == 1);
}

bool duration_parse(Text text, Duration *out) {
    Text amount;
    Duration duration;
    if (!text_next(&text, ' ', &amount) || !text_to_int(amount, &duration.amount)) return false;
    if (!unit_parse(text, &duration.unit)) return false;
    *out = duration;
    return true;
}
