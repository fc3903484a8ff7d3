"""What the references share: a seed that is printed and can be given, how many cases, and a charter."""

import os
import random
import sys
import time

CHARTER = """charter "Reference" {{
  language     1
  edition      "1"
  in_force     from 2026-01-01
  time_zone    "Europe/Berlin"
  working_days by {calendar}
  series       cases C, meetings MTG, motions M
}}
role clerk
powers {{
  | act  | who   |
  | open | clerk |
}}
"""


def written_number(number):
    """As a number is written: whole, terminating, or a fraction."""
    denominator = number.denominator
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    if number.denominator == 1:
        return str(number.numerator)
    if denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while number * 10**places % 1:
        places += 1
    digits = str(abs(number.numerator) * 10**places // number.denominator).zfill(places + 1)
    return ("-" if number < 0 else "") + digits[:-places] + "." + digits[-places:]


def begin(name):
    """The path that rules go to, and how many cases are asked for (BYLAW_CASES; few by default)."""
    seed = int(os.environ.get("BYLAW_SEED", time.time_ns() % 1_000_000_000))
    print(f"{name}: BYLAW_SEED={seed}", file=sys.stderr)
    random.seed(seed)
    return sys.argv[1], int(os.environ.get("BYLAW_CASES", "20000"))


def ask(unit, facts, result):
    """One case; facts that are None are missing."""
    given = [f"{name}={value}" for name, value in facts.items() if value is not None]
    print("\t".join([unit, *given, f"={result}"]))
