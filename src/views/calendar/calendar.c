/* iCalendar, by libical: it folds lines, escapes texts, and knows the zones of this system. What memory it
 * does not get it answers with NULL, which it takes back everywhere. */
#include "views/calendar/calendar.h"
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has(const bylaw_node *map, const char *key) {
    return bylaw_get(map, key) != NULL;
}

/* "2026-03-24" as a whole day, with "14:30" as a time of day. */
static struct icaltimetype day_of(const char *date, const char *time) {
    struct icaltimetype day = {0};
    if (sscanf(date, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3) return icaltime_null_date();
    day.is_date = sscanf(time, "%2d:%2d", &day.hour, &day.minute) != 2;
    return day;
}

/* RFC 3339 in UTC, "2026-03-13T14:00:00Z". */
static struct icaltimetype stamp_of(const char *entered) {
    struct icaltimetype stamp = day_of(entered, strlen(entered) > 11 ? entered + 11 : "");
    if (strlen(entered) > 17) sscanf(entered + 17, "%2d", &stamp.second);
    stamp.is_date = 0;
    icaltime_set_timezone(&stamp, icaltimezone_get_utc_timezone());
    return stamp;
}

static icalproperty *start_of(const bylaw_node *event, const char *zone) {
    const char *time = bylaw_get_text(event, "time");
    icalproperty *start = icalproperty_new_dtstart(day_of(bylaw_get_text(event, "on"), time));
    icalproperty_set_parameter(start, *time ? icalparameter_new_tzid(zone)
                                            : icalparameter_new_value(ICAL_VALUE_DATE));
    return start;
}

/* Written by bylaw itself, or by whoever gave a reason: libical escapes it. */
static void add_line(char *text, size_t room, const char *label, const char *line) {
    size_t used = strlen(text);
    snprintf(text + used, room - used, "%s%s%s", used ? "\n" : "", label, line);
}

enum { DESCRIPTION_MOST = 4096 };

/* What it is about, a line for each thing. */
static void add_description(icalcomponent *to, const bylaw_node *event) {
    static const char *const labels[][2] = {{"cancelled", "cancelled: "},
                                            {"owner", "for "},
                                            {"cause", ""},
                                            {"case", "bylaw show "},
                                            {"meeting", "bylaw show "}};
    const bylaw_node *waits = bylaw_get(event, "waits");
    char text[DESCRIPTION_MOST] = "";
    for (size_t i = 0; i < bylaw_count(waits); i++)
        add_line(text, sizeof text, "", bylaw_text(bylaw_item(waits, i)));
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (has(event, labels[i][0]))
            add_line(text, sizeof text, labels[i][1], bylaw_get_text(event, labels[i][0]));
    if (*text) icalcomponent_add_property(to, icalproperty_new_description(text));
}

/* The id stays, so that a calendar knows the event again; it is of this book and no other. */
static void add_id(icalcomponent *to, const bylaw_node *event, const char *origin) {
    char id[512];
    snprintf(id, sizeof id, "%s@%s", bylaw_get_text(event, "id"), origin);
    icalcomponent_add_property(to, icalproperty_new_uid(id));
}

static bool is_meeting(const bylaw_node *event) {
    return strcmp(bylaw_get_text(event, "about"), "meeting") == 0;
}

/* Nobody is busy all day with what is only due on it. */
static void add_standing(icalcomponent *to, const bylaw_node *event) {
    enum icalproperty_status status = has(event, "cancelled") ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED;
    enum icalproperty_transp busy =
        is_meeting(event) && !has(event, "cancelled") ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT;
    icalcomponent_add_property(to, icalproperty_new_status(status));
    icalcomponent_add_property(to, icalproperty_new_transp(busy));
    if (has(event, "version"))
        icalcomponent_add_property(to, icalproperty_new_sequence((int)bylaw_get_integer(event, "version")));
}

static icalcomponent *event_of(const bylaw_node *event, const char *origin, const char *zone) {
    icalcomponent *to = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add_id(to, event, origin);
    icalcomponent_add_property(to, icalproperty_new_dtstamp(stamp_of(bylaw_get_text(event, "entered"))));
    icalcomponent_add_property(to, start_of(event, zone));
    icalcomponent_add_property(to, icalproperty_new_summary(bylaw_get_text(event, "title")));
    icalcomponent_add_property(to, icalproperty_new_categories(bylaw_get_text(event, "about")));
    if (has(event, "place"))
        icalcomponent_add_property(to, icalproperty_new_location(bylaw_get_text(event, "place")));
    add_description(to, event);
    add_standing(to, event);
    return to;
}

/* The zone's rules under its own name: libical's has its maker's in front. */
static icalcomponent *zone_of(const char *name) {
    icaltimezone *zone = strcmp(name, "UTC") == 0 ? NULL : icaltimezone_get_builtin_timezone(name);
    icalcomponent *rules = zone ? icalcomponent_new_clone(icaltimezone_get_component(zone)) : NULL;
    icalproperty *id = rules ? icalcomponent_get_first_property(rules, ICAL_TZID_PROPERTY) : NULL;
    if (id) icalproperty_set_tzid(id, name);
    return rules;
}

static bool any_timed(const bylaw_node *events) {
    for (size_t i = 0; i < bylaw_count(events); i++)
        if (has(bylaw_item(events, i), "time")) return true;
    return false;
}

char *calendar_write(const bylaw_node *calendar) {
    const bylaw_node *events = bylaw_get(calendar, "events");
    const char *origin = bylaw_get_text(calendar, "origin"), *zone = bylaw_get_text(calendar, "time_zone");
    icalcomponent *whole = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent *rules = any_timed(events) ? zone_of(zone) : NULL;
    icalcomponent_add_property(whole, icalproperty_new_version("2.0"));
    icalcomponent_add_property(whole, icalproperty_new_prodid("-//Bylaw//bylaw calendar//EN"));
    icalcomponent_add_property(whole, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (rules) icalcomponent_add_component(whole, rules);
    for (size_t i = 0; i < bylaw_count(events); i++)
        icalcomponent_add_component(whole, event_of(bylaw_item(events, i), origin, zone));
    char *text = icalcomponent_as_ical_string_r(whole);
    icalcomponent_free(whole);
    return text;
}
