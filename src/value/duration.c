#include "value/date.h"

static bool is_holiday(const Calendar *calendar, Date date) {
    size_t from = 0, to = calendar->holiday_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (calendar->holidays[middle] == date) return true;
        if (calendar->holidays[middle] < date)
            from = middle + 1;
        else
            to = middle;
    }
    return false;
}

bool calendar_is_working(const Calendar *calendar, Date date, bool *works) {
    int year = date_to_civil(date).year;
    if (year < calendar->first_year || year > calendar->last_year) return false;
    *works = calendar->works[date_weekday(date)] && !is_holiday(calendar, date);
    return true;
}

/* Goes day by day, as far as the calendar lists. */
static bool working_days_after(const Calendar *calendar, Date from, int64_t amount, Date *out) {
    int step = amount < 0 ? -1 : 1;
    Date date = from;
    while (amount != 0) {
        bool works;
        if (!date_add_days(date, step, &date) || !calendar_is_working(calendar, date, &works)) return false;
        if (works) amount -= step;
    }
    *out = date;
    return true;
}

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

/* The word of one; more of them have an s. */
static const Text unit_words[] = {
    [UNIT_HOURS] = TEXT_ROW("hour"),
    [UNIT_DAYS] = TEXT_ROW("day"),
    [UNIT_WORKING_DAYS] = TEXT_ROW("working day"),
    [UNIT_WEEKS] = TEXT_ROW("week"),
    [UNIT_MONTHS] = TEXT_ROW("month"),
    [UNIT_YEARS] = TEXT_ROW("year"),
};

void duration_write(Buf *buf, Duration duration) {
    buf_int(buf, duration.amount);
    buf_char(buf, ' ');
    buf_text(buf, unit_words[duration.unit]);
    if (duration.amount != 1) buf_char(buf, 's');
}

static bool unit_of(Text word, DurationUnit *unit) {
    if (text_ends(word, TEXT("s"))) word = text_part(word, 0, word.len - 1);
    for (size_t i = 0; i < sizeof unit_words / sizeof unit_words[0]; i++) {
        if (!text_equal(word, unit_words[i])) continue;
        *unit = (DurationUnit)i;
        return true;
    }
    return false;
}

bool duration_parse(Text text, Duration *out) {
    Text amount;
    Duration duration;
    if (!text_next(&text, ' ', &amount) || !text_to_int(amount, &duration.amount)) return false;
    if (!unit_of(text, &duration.unit)) return false;
    *out = duration;
    return true;
}
