"""What the laws say of numbers and days, slowly and plainly: docs/laws.md, P1, P2 and P7."""

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from zoneinfo import ZoneInfo

from charter import HOLIDAYS, ZONE, Bound

LISTED = 2026


def meets(bound, count, base):
    """P1: an exact comparison. An empty base meets nothing; a root is compared by squaring."""
    if bound.base and base == 0:
        return False
    left, right = Fraction(count), bound.quantity
    if bound.root:
        left, right = left * left, right * right * base
    elif bound.base:
        right = right * base
    return left >= right if bound.at_least else left > right


def compare(threshold, counted, counts, with_role):
    """Every comparison of a threshold, as a closed ballot has to show them (P4); it holds when all of them do.
    counted is what is held against the threshold; with_role(what, role) counts among those."""
    shown = []
    for bound in threshold:
        what = bound.counted or counted
        base = counts[bound.base] if bound.base else 0
        shown.append({"count": counts[what], "relation": ">=" if bound.at_least else ">", "base": bound.base,
                      "base_count": base, "held": meets(bound, counts[what], base)})
        if bound.role:
            those = with_role(what, bound.role)
            shown.append({"count": those, "relation": ">=", "base": "", "base_count": 0, "held": those >= bound.including})
    return shown


def all_held(shown):
    return all(comparison["held"] for comparison in shown)


# An office decides by whoever holds it: one has to be there, and most of those who vote carry it.
OFFICE_QUORUM = (Bound(True, Fraction(1), counted="members present"),)
OFFICE_CARRIED = (Bound(False, Fraction(1, 2), "votes cast"),)


# --- days ----------------------------------------------------------------------------------------------------------


def civil(utc):
    """The day on which an instant falls where the charter is."""
    return datetime.fromtimestamp(utc, timezone.utc).astimezone(ZoneInfo(ZONE)).date()


def midnight(day):
    """The instant at which a day begins."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(ZONE)).timestamp())


def instant(utc):
    """As entries write it."""
    return datetime.fromtimestamp(utc, timezone.utc).astimezone(ZoneInfo(ZONE)).isoformat()


def works(day):
    return day.weekday() < 5 and day.isoformat() not in HOLIDAYS


def working_days_after(day, count):
    """P7: None past the years of which all holidays are listed."""
    while count:
        day += timedelta(days=1)
        if day.year > LISTED:
            return None
        count -= works(day)
    return day


def days_after(day, count):
    return day + timedelta(days=count)


def read_day(text):
    return date.fromisoformat(text)
