/* date: civil dates, instants with their offset, durations and working calendars. Pure: no clock and no
 * zone data (law L6); whoever makes a Moment has resolved its offset. */
#ifndef BYLAW_VALUE_DATE_H
#define BYLAW_VALUE_DATE_H

#include "base/text.h"

/* Days since 1970-01-01 in the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31. */
typedef int32_t Date;

enum { DATE_FIRST = -719162, DATE_LAST = 2932896 };
#define DATE_NONE INT32_MIN

typedef struct CivilDate {
    int year, month, day; /* 1.., 1..12, 1..31 */
} CivilDate;

bool date_from_civil(CivilDate civil, Date *out); /* false when there is no such day */
CivilDate date_to_civil(Date date);
int date_weekday(Date date);           /* 0 Monday .. 6 Sunday */
bool date_parse(Text text, Date *out); /* "2026-03-02" and nothing else */
void date_write(Buf *buf, Date date);
Text date_text(Arena *arena, Date date);

/* The same day of another month, or that month's last day when it has no such day. False past the range. */
bool date_add_months(Date date, int months, Date *out);
bool date_add_days(Date date, int64_t days, Date *out);

/* An instant and the offset from UTC that held at its place then. Written as RFC 3339 with the offset:
 * "2026-03-02T10:00:00-05:00"; "Z" is read as +00:00 and written "+00:00". */
typedef struct Moment {
    int64_t utc;    /* seconds since 1970-01-01T00:00:00Z, leap seconds not counted */
    int32_t offset; /* seconds east of UTC; whole minutes */
} Moment;

bool moment_parse(Text text, Moment *out);
void moment_write(Buf *buf, Moment moment);
Text moment_text(Arena *arena, Moment moment);
Date moment_date(Moment moment); /* the civil date at its place */
int moment_compare(Moment a, Moment b);

/* A calendar of working days (law P7). Past the years it lists nothing is known. */
typedef struct Calendar {
    Text name;
    bool works[7];             /* Monday first */
    int first_year, last_year; /* listed, inclusive */
    const Date *holidays;      /* ascending, each once, none on a day of the week that is not worked */
    size_t holiday_count;
} Calendar;

typedef enum DurationUnit {
    UNIT_HOURS,
    UNIT_DAYS,
    UNIT_WORKING_DAYS,
    UNIT_WEEKS,
    UNIT_MONTHS,
    UNIT_YEARS
} DurationUnit;

typedef struct Duration {
    int64_t amount;
    DurationUnit unit;
} Duration;

bool calendar_is_working(const Calendar *calendar, Date date, bool *works); /* false: not listed */

/* The date `duration` after `from` (not counting `from` itself); for working days the amount-th working day
 * after it. Hours are refused here: they elapse on instants. False when it is past the listed years or the
 * range of dates: the deadline is undetermined. `calendar` may be NULL unless the unit needs it. */
bool duration_after(const Calendar *calendar, Date from, Duration duration, Date *out);

/* How many working days lie between two days: after `from`, up to and with `to`; fewer than none when `to` is
 * the earlier one. So `from` and so many working days is `to`, where that is one itself. False where a day
 * between them is not listed. */
bool working_days_between(const Calendar *calendar, Date from, Date to, int64_t *days);

/* The most months that can be added to `from` without passing `to`; fewer than none when `to` is the earlier
 * one: then those from `to` to `from`. */
int64_t months_between(Date from, Date to);

/* --- units ---------------------------------------------------------------------------------------------- */

const char *unit_type_word(DurationUnit unit); /* as a type: "working_days" */
/* How many of which unit one always is: 7 days, 12 months; of the others one of itself. */
int64_t unit_in_plain(DurationUnit unit, DurationUnit *plain);
void unit_write(Buf *buf, DurationUnit unit, bool one); /* "working days" */
bool unit_parse(Text words, DurationUnit *unit);

void duration_write(Buf *buf, Duration duration); /* "10 working days", "1 month" */
bool duration_parse(Text text, Duration *out);    /* what duration_write() writes */

#endif
