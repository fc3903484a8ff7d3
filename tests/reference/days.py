"""Days, instants and the time between them, by Python's datetime and by counting."""

import bisect
import calendar
import random
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from reference import CHARTER, ask, begin, written_number

CALENDARS = 3
WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
UNITS = {"days": 1, "weeks": 7, "months": 1, "years": 12}


class Calendar:
    """A calendar of working days, its days counted one by one."""

    def __init__(self, name):
        self.name = name
        self.first = random.choice([1, 1899, 1999, 2020, 2024, random.randint(1, 9990)])
        self.last = min(9999, self.first + random.choice([0, 1, 5, 40]))
        start, length = random.randrange(7), random.randint(1, 7)
        self.week = [(start + i) % 7 for i in range(length)]
        self.begin, self.end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal()
        days = (self.end - self.begin) // random.choice([12, 40, 400])
        self.holidays = {random.randint(self.begin, self.end) for _ in range(days)}
        self.worked = [
            day
            for day in range(self.begin, self.end + 1)
            if date.fromordinal(day).weekday() in self.week and day not in self.holidays
        ]

    def rules(self):
        lines = [
            f"calendar {self.name} {{",
            f"  week {WEEK[self.week[0]]}..{WEEK[self.week[-1]]}",
            f"  listed {self.first}..{self.last}",
        ]
        lines += [f"  holiday {date.fromordinal(day)}" for day in sorted(self.holidays)]
        return "\n".join([*lines, "}", ""])

    def after(self, day, count):
        """The count-th working day after a day, or before it; None past the listed years."""
        day = day.toordinal()
        if count == 0:
            return date.fromordinal(day)
        if count > 0:
            known, at = day + 1 >= self.begin, bisect.bisect_right(self.worked, day) + count - 1
        else:
            known, at = day - 1 <= self.end, bisect.bisect_left(self.worked, day) + count
        return date.fromordinal(self.worked[at]) if known and 0 <= at < len(self.worked) else None

    def between(self, one, other):
        """The working days after one day, up to and with the other; fewer than none backwards."""
        one, other = one.toordinal(), other.toordinal()
        if one == other:
            return 0
        low, high = (one + 1, other) if one < other else (other, one - 1)
        if low < self.begin or high > self.end:
            return None
        count = bisect.bisect_right(self.worked, high) - bisect.bisect_left(self.worked, low)
        return count if one < other else -count


def add_months(day, months):
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_days(day, days):
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_between(one, other):
    """By trying: the most months that do not pass the other day."""
    if other < one:
        return -months_between(other, one)
    months = (other.year - one.year) * 12
    while (step := add_months(one, months + 1)) is not None and step <= other:
        months += 1
    while add_months(one, months) > other:
        months -= 1
    return months


def random_day(near=None):
    kind = random.randrange(6)
    if near and kind < 3:
        return add_days(near, random.choice([-1, 0, 1, random.randint(-40, 40), random.randint(-4000, 4000)])) or near
    year = random.choice([1, 4, 100, 400, 1600, 1899, 1900, 1999, 2000, 2024, 2026, 2100, 9999, random.randint(1, 9999)])
    month = random.choice([1, 2, 2, 12, random.randint(1, 12)])
    last = calendar.monthrange(year, month)[1]
    return date(year, month, random.choice([1, last, last, random.randint(1, last)]))


def random_amount(wide):
    return random.choice([0, 1, -1, 12, random.randint(-30, 30), random.randint(-wide, wide)])


def written(amount, unit):
    return f"{amount} {unit}{'' if amount == 1 else 's'}"


def day_or_error(day):
    return day if day else "error no_such_time"


def ask_days():
    day, other = random_day(), None
    other = random_day(day)
    facts = {"day": day, "other": other}
    amount = random_amount(4_000_000)
    ask("days_later", facts | {"some_days": f"{amount} days"}, day_or_error(add_days(day, amount)))
    ask("days_earlier", facts | {"some_days": f"{amount} days"}, day_or_error(add_days(day, -amount)))
    amount = random_amount(130_000)
    ask("months_later", facts | {"some_months": f"{amount} months"}, day_or_error(add_months(day, amount)))
    ask("months_earlier", facts | {"some_months": f"{amount} months"}, day_or_error(add_months(day, -amount)))
    one, two = add_days(day, amount), add_days(other, -2 * amount)
    if one and two:
        ask("days_between_sums", facts | {"some_days": f"{amount} days"}, written((two - one).days, "day"))
    ask("since", facts, written((other - day).days, "day"))
    for unit, each in UNITS.items():
        count = (other - day).days if unit in ("days", "weeks") else months_between(day, other)
        whole = abs(count) // each * each * (1 if count >= 0 else -1)
        ask(f"{unit}_between", facts, written(whole, "day" if unit in ("days", "weeks") else "month"))


def ask_working_days(known):
    edge = date.fromordinal(random.choice([known.begin, known.end, random.randint(known.begin, known.end)]))
    day = random_day(edge)
    other = random_day(day)
    amount = random_amount(12_000)
    for name, sign in (("later", 1), ("earlier", -1)):
        reached = known.after(day, sign * amount)
        facts = {"day": day, f"work_{known.name}": f"{amount} working days"}
        ask(f"work_{name}_{known.name}", facts, reached or "undetermined")
    count = known.between(day, other)
    result = "undetermined" if count is None else written(count, "working day")
    ask(f"work_between_{known.name}", {"day": day, "other": other}, result)


def instant_text(instant):
    return instant.isoformat(timespec="seconds")


def ask_instants():
    zone = timezone(timedelta(minutes=random.choice([0, 60, -300, 345, random.randint(-1439, 1439)])))
    day = random_day(date(2026, 3, 1))
    day = min(max(day, date(2, 1, 2)), date(9998, 12, 30))
    one = datetime(day.year, day.month, day.day, random.randrange(24), random.randrange(60), random.randrange(60),
                   tzinfo=zone)
    seconds = random_amount(10_000_000)
    two = one.astimezone(timezone.utc) + timedelta(seconds=seconds)
    facts = {"moment": instant_text(one), "later_moment": instant_text(two)}
    hours = Fraction(seconds, 3600)
    number = written_number(hours)
    ask("hours_since", facts, f"{number} hour{'' if hours == 1 else 's'}")
    ask("hours_between", facts, f"{number} hour{'' if hours == 1 else 's'}")
    ask("hours_later", facts | {"some_hours": f"{number} hours"}, instant_text(two.astimezone(zone)))


def rules(calendars):
    text = CHARTER.format(calendar=calendars[0].name) + "".join(one.rules() for one in calendars)
    text += "facts f {\n  day : date\n  other : date\n  some_days : days\n  some_months : months\n"
    text += "  moment : instant\n  later_moment : instant\n  some_hours : hours\n"
    text += "".join(f"  work_{one.name} : working_days of {one.name}\n" for one in calendars) + "}\n"
    means = {
        "days_later": "day + some_days",
        "days_earlier": "day - some_days",
        "months_later": "day + some_months",
        "months_earlier": "day - some_months",
        "since": "other - day",
        "hours_since": "later_moment - moment",
        "hours_between": "hours from moment to later_moment",
        "hours_later": "moment + some_hours",
    }
    means |= {f"{unit}_between": f"{unit} from day to other" for unit in UNITS}
    means["days_between_sums"] = "days from day + some_days to other - 2 * some_days"
    for one in calendars:
        means[f"work_later_{one.name}"] = f"day + work_{one.name}"
        means[f"work_earlier_{one.name}"] = f"day - work_{one.name}"
        means[f"work_between_{one.name}"] = f"working days by {one.name} from day to other"
    return text + "".join(f"definition {name} {{\n  means {what}\n}}\n" for name, what in means.items())


def main():
    path, cases = begin("days")
    calendars = [Calendar(f"c{i}") for i in range(CALENDARS)]
    with open(path, "w", encoding="utf-8") as file:
        file.write(rules(calendars))
    for _ in range(cases // 20 + 1):
        ask_days()
        ask_instants()
        for known in calendars:
            ask_working_days(known)


main()
