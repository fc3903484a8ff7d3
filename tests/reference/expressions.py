"""Exact numbers and truth in three values, by Python's fractions: random expressions on random facts, some of which
are missing, some of which divide by zero or pass 1,024 bits; with rounding, square roots, lists and ranges."""

import json
import random
from fractions import Fraction

from reference import CHARTER, ask, begin, written_number

BITS = 1024
FACTS = {"a": "decimal", "b": "decimal", "n": "integer", "p": "percent", "x": "yes_no", "y": "yes_no"}
NUMBERS = ("decimal", "integer", "percent")
FACTS |= {"l": "list of decimal", "r": "range of decimal"}
COMPARE = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
OR, AND, NOT, TEST, ROUNDED, SUM, PRODUCT, NEGATIVE, WHOLE = range(1, 10)  # how tightly what is written binds


class Wrong(str):
    """What a rule in error comes to."""


def bounded(number):
    large = abs(number.numerator).bit_length() > BITS or number.denominator.bit_length() > BITS
    return Wrong("too_large") if large else number


class Part:
    """An expression: as it is written, how tightly that binds, and what it comes to on some facts."""

    def __init__(self, written, binds, value):
        self.written, self.binds, self.value = written, binds, value

    def within(self, needed):
        bracketed = self.binds < needed or random.random() < 0.1
        return f"({self.written})" if bracketed else self.written


def of_known(work, *parts):
    """An error of the first that has one; missing where one is missing; else what work makes of the values."""

    def value(facts):
        values = [part.value(facts) for part in parts]
        for one in values:
            if isinstance(one, Wrong):
                return one
        return None if None in values else work(*values)

    return value


def literal():
    kind = random.randrange(6)
    if kind == 0:
        number = Fraction(random.randint(0, 10 ** random.choice([1, 3, 19, 20, 100, 308])))
    elif kind == 1:
        number = Fraction(random.randint(0, 10**6), 10 ** random.randint(0, 6))
    elif kind == 2:
        number = Fraction(random.choice([2**63 - 1, 2**63, 2**64, 2**1024 - 1, 2**512, 10**18]))
    else:
        number = Fraction(random.randint(0, 12))
    return Part(written_number(number), WHOLE, lambda facts: number)


def fact(kinds):
    name = random.choice([name for name, kind in FACTS.items() if kind in kinds])
    return Part(name, WHOLE, lambda facts: facts[name])


def divide(a, b):
    return Wrong("divided_by_zero") if b == 0 else bounded(a / b)


ROUNDINGS = {
    "half even": lambda whole, rest: rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
    "half up": lambda whole, rest: rest >= Fraction(1, 2),
    "half down": lambda whole, rest: rest > Fraction(1, 2),
    "up": lambda whole, rest: rest > 0,
    "down": lambda whole, rest: False,
}


def rounded(value, places, away):
    """By its definition: the part without a rest, and one more where the rest says so; alike on both sides of zero."""
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator
    number = Fraction(whole + away(whole, scaled - whole), 10**places)
    return bounded(-number if value < 0 else number)


def rounding(depth):
    inner, places, (way, away) = plain(number(depth)), random.randint(0, 6), random.choice(list(ROUNDINGS.items()))
    written = f"{inner.within(SUM)} rounded to {places} {way}"
    return Part(written, ROUNDED, of_known(lambda a: rounded(a, places, away), inner))


AGGREGATES = {
    "count": lambda items: Fraction(len(items)),
    "sum": lambda items: sum(items, Fraction(0)),
    "lowest": lambda items: min(items, default=None),
    "highest": lambda items: max(items, default=None),
}


def aggregate():
    name, work = random.choice(list(AGGREGATES.items()))
    return Part(f"{name} of l", NEGATIVE, of_known(work, Part("l", WHOLE, lambda facts: facts["l"])))


def number(depth):
    if depth == 0:
        return random.choice([literal, aggregate, lambda: fact(NUMBERS), lambda: fact(NUMBERS)])()
    kind = random.randrange(7)
    if kind == 6:
        return rounding(depth - 1)
    if kind == 0:
        inner = number(depth - 1)
        return Part("-" + inner.within(WHOLE), NEGATIVE, of_known(lambda a: -a, inner))
    left, right = number(random.randrange(depth)), number(depth - 1)
    if kind in (1, 2):
        sign, work = random.choice([("+", lambda a, b: bounded(a + b)), ("-", lambda a, b: bounded(a - b))])
        return Part(f"{left.within(SUM)} {sign} {right.within(PRODUCT)}", SUM, of_known(work, left, right))
    zero = right.written.strip("0.") == ""  # refused when the rules are read
    sign, work = random.choice([("*", lambda a, b: bounded(a * b)), ("/", divide)][: 1 if zero else 2])
    return Part(f"{left.within(PRODUCT)} {sign} {right.within(NEGATIVE)}", PRODUCT, of_known(work, left, right))


def root(inner):
    """A side that is a square root comes to what that is of."""
    return of_known(lambda a: Wrong("negative_root") if a < 0 else a, inner)


def squared(value):
    """Squares keep the order of numbers, with their sign."""
    return value * abs(value)


def comparison(depth):
    sign, work = random.choice(list(COMPARE.items()))
    left, right = number(depth), number(random.randrange(depth + 1))
    rooted = [random.random() < 0.15 for _ in range(2)]
    parts = [Part("", 0, root(side)) if of else side for side, of in zip((left, right), rooted)]
    written = [f"square root of {side.within(WHOLE)}" if of else side.within(ROUNDED)
               for side, of in zip((left, right), rooted)]

    def compare(*values):
        return work(*[value if of or not any(rooted) else squared(value) for value, of in zip(values, rooted)])

    return Part(f"{written[0]} {sign} {written[1]}", TEST, of_known(compare, *parts))


def asking_missing():
    asked = random.choice([fact(NUMBERS), Part("l", WHOLE, lambda facts: facts["l"]),
                           Part("lowest of l", NEGATIVE, lambda facts: min(facts["l"] or [], default=None))])
    no = random.random() < 0.5
    words = random.choice(["is not missing", "!= missing"] if no else ["is missing", "= missing"])
    return Part(f"{asked.written} {words}", TEST, lambda facts: (asked.value(facts) is None) != no)


def looking_in(depth):
    left, name = number(depth), random.choice("lr")
    inside = Part(name, WHOLE, lambda facts: facts[name])

    def within(value, items):
        if name == "l":
            return value in items
        low, high, half_open = items
        return low <= value < high if half_open else low <= value <= high

    return Part(f"{left.within(ROUNDED)} in {name}", TEST, of_known(within, left, inside))


def small():
    return Fraction(random.randint(0, 20), random.choice([1, 1, 2, 4]))


def membership(depth):
    left, items, tests = number(depth), [], []
    for _ in range(random.randint(1, 3)):
        low = small()
        high, half_open = low + random.choice([0, 1, Fraction(5, 2)]), random.random() < 0.5
        if high == low:
            items.append(written_number(low))
            tests.append(lambda a, low=low: a == low)
        elif half_open:
            items.append(f"{written_number(low)} ..< {written_number(high)}")
            tests.append(lambda a, low=low, high=high: low <= a < high)
        else:
            items.append(f"{written_number(low)}..{written_number(high)}")
            tests.append(lambda a, low=low, high=high: low <= a <= high)
    written = f"{left.within(ROUNDED)} in ({', '.join(items)})"
    return Part(written, TEST, of_known(lambda a: any(test(a) for test in tests), left))


def joined(left, right, decisive):
    """The decisive side decides alone; then what is missing counts, then what is wrong."""

    def value(facts):
        one, other = left.value(facts), right.value(facts)
        if one is decisive or other is decisive:
            return decisive
        if one is None or other is None:
            return None
        wrong = [side for side in (one, other) if isinstance(side, Wrong)]
        return wrong[0] if wrong else not decisive

    return value


def truth(depth):
    kind = random.randrange(9)
    if depth == 0 or kind == 0:
        return random.choice([lambda: fact(("yes_no",)), lambda: comparison(0), asking_missing])()
    if kind == 8:
        return looking_in(depth - 1)
    if kind == 1:
        return membership(depth - 1)
    if kind in (2, 3):
        return comparison(depth - 1)
    if kind == 4:
        inner = truth(depth - 1)
        return Part("not " + inner.within(TEST), NOT, of_known(lambda a: not a, inner))
    left, right = truth(random.randrange(depth)), truth(depth - 1)
    if kind in (5, 6):
        return Part(f"{left.within(AND)} and {right.within(NOT)}", AND, joined(left, right, False))
    return Part(f"{left.within(OR)} or {right.within(AND)}", OR, joined(left, right, True))


def random_fact(kind):
    if random.random() < 0.12:
        return None
    if kind == "yes_no":
        return random.random() < 0.5
    if kind == "list of decimal":
        return [random.choice([small(), random_fact("decimal") or Fraction(1)]) for _ in range(random.randrange(5))]
    if kind == "range of decimal":
        low = small()
        high = low + random.choice([Fraction(1, 3), 1, 2, 20])
        return low, high, random.random() < 0.5
    if kind == "integer":
        return Fraction(random.choice([0, 1, -1, random.randint(-20, 20), random.randint(-(2**70), 2**70)]))
    return Fraction(
        random.choice([0, 1, random.randint(-30, 30), random.randint(-(10**25), 10**25)]),
        random.choice([1, 2, 3, 4, 7, 10**9, random.randint(1, 10**30)]),
    )


def as_written(value, kind):
    if value is None or kind == "yes_no":
        return None if value is None else "yes" if value else "no"
    if kind == "list of decimal":
        return json.dumps([written_number(item) for item in value])
    if kind == "range of decimal":
        low, high, half_open = value
        return f"{written_number(low)}{' ..< ' if half_open else '..'}{written_number(high)}"
    return written_number(value * 100) + "%" if kind == "percent" else written_number(value)


def came_to(value):
    if value is None:
        return "undetermined"
    if isinstance(value, Wrong):
        return f"error {value}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return written_number(value)


def plain(part):
    """Adding nothing makes a decimal of an integer or a percent, so that all are written alike."""
    return Part(f"0.5 - 0.5 + {part.within(PRODUCT)}", SUM, part.value)


def main():
    path, cases = begin("expressions")
    parts = []
    with open(path, "w", encoding="utf-8") as file:
        file.write(CHARTER.format(calendar="days") + "calendar days {\n  week monday..friday\n  listed 2026..2026\n}\n")
        file.write("facts f {\n" + "".join(f"  {name} : {kind}\n" for name, kind in FACTS.items()) + "}\n")
        for i in range(cases // 50 + 1):
            depth = random.choice([1, 2, 3, 5])
            parts.append(truth(depth) if random.random() < 0.5 else plain(number(depth)))
            file.write(f"definition d{i} {{\n  means {parts[i].written}\n}}\n")
    for _ in range(50):
        for i, part in enumerate(parts):
            facts = {name: random_fact(kind) for name, kind in FACTS.items()}
            given = {name: as_written(facts[name], FACTS[name]) for name in FACTS}
            ask(f"d{i}", given, came_to(part.value(facts)))


main()
