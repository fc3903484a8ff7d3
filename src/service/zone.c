/* The one place that consults zone data (law L6): libical reads the system's, and an offset found here is
 * recorded with its instant, so that nothing below ever asks again. */
#include "service/service.h"
#include <libical/ical.h>

enum { HOUR = 3600, DAY = 24 * HOUR, NOON = 12 * HOUR };

/* libical does not look whether it got memory. All zones that there are take less than half of this, the list
 * of them included. */
enum { ZONE_MEMORY = 1024 * 1024 };

static icaltimezone *find_zone(Arena *arena, Text zone) {
    char name[128];
    arena_need(arena, ZONE_MEMORY);
    if (zone.len == 0 || zone.len >= sizeof name) return NULL;
    for (size_t i = 0; i < zone.len; i++) name[i] = zone.at[i];
    name[zone.len] = 0;
    return text_is(zone, "UTC") ? icaltimezone_get_utc_timezone() : icaltimezone_get_builtin_timezone(name);
}

static int32_t offset_at(icaltimezone *zone, int64_t utc) {
    struct icaltimetype when = icaltime_from_timet_with_zone((time_t)utc, 0, icaltimezone_get_utc_timezone());
    int daylight;
    int offset = icaltimezone_get_utc_offset_of_utc_time(zone, &when, &daylight);
    return offset - offset % 60;
}

bool zone_moment(Arena *arena, Text zone, int64_t utc, Moment *out) {
    icaltimezone *found = find_zone(arena, zone);
    if (!found) return false;
    *out = (Moment){utc, offset_at(found, utc)};
    return true;
}

/* A civil time names one instant, none (the clocks go forward over it) or two (they go back over it). */
static bool resolve(Arena *arena, icaltimezone *zone, Text written, int64_t civil, Moment *out,
                    Text *problem) {
    Moment before = {0}, after = {0};
    before.offset = offset_at(zone, civil - DAY);
    after.offset = offset_at(zone, civil + DAY);
    before.utc = civil - before.offset;
    after.utc = civil - after.offset;
    bool first = offset_at(zone, before.utc) == before.offset;
    bool second = offset_at(zone, after.utc) == after.offset;
    if (first && second && before.offset != after.offset) {
        *problem = text_format(arena, "the clocks were put back on that day, so \"%.*s\" is two times",
                               TEXT_ARG(written));
        return false;
    }
    if (!first && !second) {
        *problem = text_format(arena, "the clocks were put forward over \"%.*s\": there was no such time",
                               TEXT_ARG(written));
        return false;
    }
    *out = first ? before : after;
    return true;
}

static bool two_digits(Text text, size_t at, int64_t below, int64_t *out) {
    return text.len >= at + 2 && text_to_int(text_part(text, at, at + 2), out) && *out >= 0 && *out < below;
}

/* "14:30" or "14:30:05", in seconds since midnight. */
static bool read_time(Text text, int64_t *seconds) {
    int64_t hour, minute, second = 0;
    if (text.len != 5 && text.len != 8) return false;
    if (!two_digits(text, 0, 24, &hour) || text.at[2] != ':' || !two_digits(text, 3, 60, &minute))
        return false;
    if (text.len == 8 && (text.at[5] != ':' || !two_digits(text, 6, 60, &second))) return false;
    *seconds = hour * HOUR + minute * 60 + second;
    return true;
}

bool zone_read(Arena *arena, Text zone_name, Text written, Moment *out, Text *problem) {
    if (moment_parse(written, out)) return true;
    icaltimezone *zone = find_zone(arena, zone_name);
    Date date;
    int64_t seconds = NOON;
    bool dated = zone && written.len >= 10 && date_parse(text_part(written, 0, 10), &date);
    if (dated && written.len > 10)
        dated = (written.at[10] == ' ' || written.at[10] == 'T') &&
                read_time(text_part(written, 11, written.len), &seconds);
    if (dated) return resolve(arena, zone, written, (int64_t)date * DAY + seconds, out, problem);
    *problem = text_format(
        arena, "\"%.*s\" is no time; write 2026-03-03, \"2026-03-03 14:30\" or 2026-03-03T14:30:00-05:00",
        TEXT_ARG(written));
    return false;
}
