# Reads a calendar with Debian's python3-icalendar, and holds each event to what RFC 5545 asks of it.
#   python3 .ci/read_calendar.py FILE
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    text = file.read()
calendar = Calendar.from_ical(text)
assert text.endswith(b"END:VCALENDAR\r\n"), "it does not end as a calendar does"
assert all(len(line) <= 75 for line in text.split(b"\r\n")), "a line is longer than 75 octets"
assert not calendar.errors, calendar.errors

zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
ids = set()
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    start = event["DTSTART"]
    event.decoded("DTSTAMP"), event.decoded("SUMMARY")
    assert hasattr(start, "dt"), start
    if "TZID" in start.params:
        assert start.params["TZID"] in zones, f"{start.params['TZID']} is not described"
        assert start.dt.utcoffset() is not None
    assert event["UID"] not in ids, f"{event['UID']} is two events'"
    ids.add(event["UID"])
assert ids, "there is no event in it"
print(f"{sys.argv[1]}: {len(ids)} events, read by another program")
