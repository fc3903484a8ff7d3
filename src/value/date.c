#include "value/date.h"

enum { DAYS_PER_ERA = 146097, EPOCH_SHIFT = 719468, SECONDS_PER_DAY = 86400 };

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Years are counted from March here, so that the leap day is a year's last; eras have 400 years. */
bool date_from_civil(CivilDate civil, Date *out) {
    if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12) return false;
    if (civil.day < 1 || civil.day > days_in_month(civil.year, civil.month)) return false;
    int year = civil.month <= 2 ? civil.year - 1 : civil.year;
    int year_of_era = year % 400, month = (civil.month + 9) % 12;
    int day_of_year = (153 * month + 2) / 5 + civil.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *out = year / 400 * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
    return true;
}

CivilDate date_to_civil(Date date) {
    int days = date + EPOCH_SHIFT;
    int day_of_era = days % DAYS_PER_ERA;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = days / DAYS_PER_ERA * 400 + year_of_era + (month <= 2 ? 1 : 0);
    return (CivilDate){year, month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

int date_weekday(Date date) {
    return (date - DATE_FIRST) % 7; /* 0001-01-01 was a Monday */
}

/* The number of `count` digits at `from`; -1 when they are not all digits. */
static int digits_at(Text text, size_t from, size_t count) {
    int n = 0;
    for (size_t i = from; i < from + count; i++) {
        if (!is_digit(text.at[i])) return -1;
        n = n * 10 + (text.at[i] - '0');
    }
    return n;
}

/* Is `text` of the form of `shape`, in which 0 is any digit? */
static bool has_shape(Text text, Text shape) {
    if (text.len != shape.len) return false;
    for (size_t i = 0; i < shape.len; i++)
        if (shape.at[i] == '0' ? digits_at(text, i, 1) < 0 : text.at[i] != shape.at[i]) return false;
    return true;
}

bool date_parse(Text text, Date *out) {
    if (!has_shape(text, TEXT("0000-00-00"))) return false;
    return date_from_civil((CivilDate){digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2)},
                           out);
}

static void write_digits(Buf *buf, int number, int width) {
    char digits[8];
    for (int i = width; i-- > 0; number /= 10) digits[i] = (char)('0' + number % 10);
    buf_text(buf, (Text){digits, (size_t)width});
}

void date_write(Buf *buf, Date date) {
    CivilDate civil = date_to_civil(date);
    write_digits(buf, civil.year, 4);
    buf_char(buf, '-');
    write_digits(buf, civil.month, 2);
    buf_char(buf, '-');
    write_digits(buf, civil.day, 2);
}

Text date_text(Arena *arena, Date date) {
    Buf buf = buf_new(arena);
    date_write(&buf, date);
    return buf_done(&buf);
}

bool date_add_days(Date date, int64_t days, Date *out) {
    int64_t sum;
    if (__builtin_add_overflow(days, date, &sum) || sum < DATE_FIRST || sum > DATE_LAST) return false;
    *out = (Date)sum;
    return true;
}

bool date_add_months(Date date, int months, Date *out) {
    CivilDate civil = date_to_civil(date);
    int64_t count = (int64_t)civil.year * 12 + (civil.month - 1) + months; /* months since year 0 */
    if (count < 12 || count >= 10000 * 12) return false;
    civil.year = (int)(count / 12);
    civil.month = (int)(count % 12) + 1;
    int last = days_in_month(civil.year, civil.month);
    if (civil.day > last) civil.day = last;
    return date_from_civil(civil, out);
}

/* Seconds east of UTC from "+05:30", or from "Z". */
static bool parse_offset(Text text, int32_t *offset) {
    bool east = has_shape(text, TEXT("+00:00")), west = has_shape(text, TEXT("-00:00"));
    *offset = 0;
    if (text_is(text, "Z")) return true;
    if (!east && !west) return false;
    int hours = digits_at(text, 1, 2), minutes = digits_at(text, 4, 2);
    if (hours > 23 || minutes > 59) return false;
    *offset = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
    return east || *offset != 0; /* RFC 3339 writes -00:00 where the offset is not known */
}

bool moment_parse(Text text, Moment *out) {
    Date date;
    int32_t offset;
    if (!has_shape(text_part(text, 10, 19), TEXT("T00:00:00"))) return false;
    if (!date_parse(text_part(text, 0, 10), &date)) return false;
    if (!parse_offset(text_part(text, 19, text.len), &offset)) return false;
    int hour = digits_at(text, 11, 2), minute = digits_at(text, 14, 2), second = digits_at(text, 17, 2);
    if (hour > 23 || minute > 59 || second > 59) return false;
    int64_t local = (int64_t)date * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    *out = (Moment){local - offset, offset};
    return true;
}

/* Seconds since 1970-01-01 on the clocks of its place, kept within the range of dates. */
static int64_t local_seconds(Moment moment) {
    const int64_t first = (int64_t)DATE_FIRST * SECONDS_PER_DAY;
    const int64_t last = ((int64_t)DATE_LAST + 1) * SECONDS_PER_DAY - 1;
    int64_t local;
    if (__builtin_add_overflow(moment.utc, moment.offset, &local)) return moment.utc < 0 ? first : last;
    return local < first ? first : local > last ? last : local;
}

Date moment_date(Moment moment) {
    int64_t from_first = local_seconds(moment) - (int64_t)DATE_FIRST * SECONDS_PER_DAY;
    return (Date)(from_first / SECONDS_PER_DAY + DATE_FIRST);
}

void moment_write(Buf *buf, Moment moment) {
    Date date = moment_date(moment);
    int second = (int)(local_seconds(moment) - (int64_t)date * SECONDS_PER_DAY);
    int minutes = (moment.offset < 0 ? -moment.offset : moment.offset) / 60;
    date_write(buf, date);
    buf_char(buf, 'T');
    write_digits(buf, second / 3600, 2);
    buf_char(buf, ':');
    write_digits(buf, second / 60 % 60, 2);
    buf_char(buf, ':');
    write_digits(buf, second % 60, 2);
    buf_char(buf, moment.offset < 0 ? '-' : '+');
    write_digits(buf, minutes / 60, 2);
    buf_char(buf, ':');
    write_digits(buf, minutes % 60, 2);
}

Text moment_text(Arena *arena, Moment moment) {
    Buf buf = buf_new(arena);
    moment_write(&buf, moment);
    return buf_done(&buf);
}

int moment_compare(Moment a, Moment b) {
    return (a.utc > b.utc) - (a.utc < b.utc);
}
