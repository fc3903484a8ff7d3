#include "value/period.h"

enum { MONTHS_IN_QUARTER = 3, WEEK = 7, WEEKS_MOST = 53, THURSDAY = 3 };

static Date day_in(int year, int month, int day) {
    Date date = DATE_NONE;
    return date_from_civil((CivilDate){year, month, day}, &date) ? date : DATE_NONE;
}

Date period_of(Cadence cadence, Date day) {
    CivilDate civil = date_to_civil(day);
    switch (cadence) {
    case CADENCE_DAILY:
        break;
    case CADENCE_WEEKLY:
        return day - date_weekday(day);
    case CADENCE_MONTHLY:
        return day_in(civil.year, civil.month, 1);
    case CADENCE_QUARTERLY:
        return day_in(civil.year, civil.month - (civil.month - 1) % MONTHS_IN_QUARTER, 1);
    case CADENCE_YEARLY:
        return day_in(civil.year, 1, 1);
    }
    return day;
}

static Date moved(Cadence cadence, Date first, int periods) {
    static const int months[] = {
        [CADENCE_MONTHLY] = 1, [CADENCE_QUARTERLY] = MONTHS_IN_QUARTER, [CADENCE_YEARLY] = 12};
    Date other = DATE_NONE;
    bool there = cadence == CADENCE_DAILY    ? date_add_days(first, periods, &other)
                 : cadence == CADENCE_WEEKLY ? date_add_days(first, (int64_t)periods * WEEK, &other)
                                             : date_add_months(first, periods * months[cadence], &other);
    return there ? other : DATE_NONE;
}

Date period_after(Cadence cadence, Date first) {
    return moved(cadence, first, 1);
}

Date period_before(Cadence cadence, Date first) {
    return moved(cadence, first, -1);
}

/* --- written -------------------------------------------------------------------------------------------- */

/* ISO 8601: a week is of the year that its Thursday lies in, and the first of a year has its first one. */
static Date thursday_of(Date monday) {
    return monday <= DATE_LAST - THURSDAY ? monday + THURSDAY : DATE_LAST;
}

void period_write(Buf *buf, Cadence cadence, Date first) {
    CivilDate civil = date_to_civil(cadence == CADENCE_WEEKLY ? thursday_of(first) : first);
    switch (cadence) {
    case CADENCE_DAILY:
        date_write(buf, first);
        break;
    case CADENCE_WEEKLY:
        buf_format(buf, "%04d-W%02d", civil.year, (thursday_of(first) - day_in(civil.year, 1, 1)) / WEEK + 1);
        break;
    case CADENCE_MONTHLY:
        buf_format(buf, "%04d-%02d", civil.year, civil.month);
        break;
    case CADENCE_QUARTERLY:
        buf_format(buf, "%04d-Q%d", civil.year, (civil.month - 1) / MONTHS_IN_QUARTER + 1);
        break;
    case CADENCE_YEARLY:
        buf_format(buf, "%04d", civil.year);
        break;
    }
}

Text period_text(Arena *arena, Cadence cadence, Date first) {
    Buf buf = buf_new(arena);
    period_write(&buf, cadence, first);
    return buf_done(&buf);
}

/* --- read ----------------------------------------------------------------------------------------------- */

/* So many digits at the front, which are taken. */
static bool take_digits(Text *text, size_t count, int *number) {
    if (text->len < count) return false;
    *number = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_digit(text->at[i])) return false;
        *number = *number * 10 + (text->at[i] - '0');
    }
    *text = text_part(*text, count, text->len);
    return true;
}

static bool take(Text *text, Text prefix) {
    if (!text_starts(*text, prefix)) return false;
    *text = text_part(*text, prefix.len, text->len);
    return true;
}

static bool week_of(int year, int week, Date *first) {
    Date fourth = day_in(year, 1, 4); /* is always in the first week */
    if (fourth == DATE_NONE || week < 1 || week > WEEKS_MOST) return false;
    *first = period_of(CADENCE_WEEKLY, fourth) + (week - 1) * WEEK;
    return date_to_civil(thursday_of(*first)).year == year;
}

static bool label_parse(Text text, Cadence cadence, Date *first) {
    int year, part = 1;
    if (!take_digits(&text, 4, &year)) return false;
    switch (cadence) {
    case CADENCE_DAILY:
        return false;
    case CADENCE_WEEKLY:
        return take(&text, TEXT("-W")) && take_digits(&text, 2, &part) && text.len == 0 &&
               week_of(year, part, first);
    case CADENCE_MONTHLY:
        if (!take(&text, TEXT("-")) || !take_digits(&text, 2, &part)) return false;
        break;
    case CADENCE_QUARTERLY:
        if (!take(&text, TEXT("-Q")) || !take_digits(&text, 1, &part) || part < 1) return false;
        part = (part - 1) * MONTHS_IN_QUARTER + 1;
        break;
    case CADENCE_YEARLY:
        break;
    }
    *first = text.len == 0 ? day_in(year, part, 1) : DATE_NONE;
    return *first != DATE_NONE;
}

bool period_parse(Text text, Cadence cadence, Date *first) {
    Date day;
    if (!date_parse(text, &day)) return label_parse(text, cadence, first);
    *first = period_of(cadence, day);
    return true;
}

const char *cadence_word(Cadence cadence) {
    static const char *const words[] = {[CADENCE_DAILY] = "daily",
                                        [CADENCE_WEEKLY] = "weekly",
                                        [CADENCE_MONTHLY] = "monthly",
                                        [CADENCE_QUARTERLY] = "quarterly",
                                        [CADENCE_YEARLY] = "yearly"};
    return words[cadence];
}
