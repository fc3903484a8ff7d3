"""A year of committees by chance, each step held against the model:  year.py KEEPER COMMANDS
BYLAW_SEED says which year (of even seeds nothing is entered late), BYLAW_LONG how many commands. What fails is
printed as its seed and as the commands that are left when those are dropped without which it still fails."""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import charter as charters
from book import Book, Broken, hold
from chance import Clerk
from laws import civil, days_after, instant, midnight, read_day
from model import Command, Model, Refused, Term
from after import VERBS

BEGINS = 1767600000  # 2026-01-05, 9 o'clock where the charter is
PEOPLE = 14


class Year:
    """A book and a model of it, side by side."""

    def __init__(self, keeper, seed, folder):
        self.chance = random.Random(seed)
        self.model = Model(charters.draw(self.chance))
        rules = folder / "rules"
        rules.mkdir()
        self.model.charter.write(rules)
        self.book = Book(keeper, str(folder / "year.book"))
        self.tally = Counter()
        self.why = None
        self.rules, self.people = rules, folder / "people.yaml"
        self.people.write_text(self.draw_people())
        self.found(self.book)

    # --- beginning ---------------------------------------------------------------------------------------------------

    def found(self, book):
        code, document = book.ask("\t".join([str(BEGINS), "", "", "-1", "", "found", str(self.rules)]))
        hold(code == 0, "the charter is refused:", document)
        code, document = book.ask("\t".join([str(BEGINS), "", "", "-1", "", "import", str(self.people)]))
        hold(code == 0, "the people are refused:", document)
        book.batches()

    def draw_people(self):
        """dina founds the book and records; the others are members of bodies, hold offices and roles."""
        state, chance = self.model.state, self.chance
        state.people = [f"P-{i:06}" for i in range(1, PEOPLE + 1)]
        start = charters.FROM
        lines = ["people:"]
        for i, person in enumerate(state.people):
            roles = ["clerk"] if i == 0 else [role for role, share in
                                              (("member", 0.5), ("external", 0.3), ("expert", 0.3), ("clerk", 0.1))
                                              if chance.random() < share]
            for role in roles:
                state.roles.setdefault(role, []).append(Term(person, read_day(start)))
            given = ", ".join(f"{{ role: {role}, from: {start} }}" for role in roles)
            lines.append(f"  - {{ key: {'dina' if i == 0 else f'p{i}'}, name: Person {i}, roles: [{given}] }}")
        lines.append("offices:")
        for office in self.model.charter.offices:
            holders = chance.sample(range(1, PEOPLE), chance.choice([1, 1, 2]))
            state.terms[office] = [Term(state.people[i], read_day(start)) for i in holders]
            lines.append(f"  {office}: [{', '.join(f'{{ person: p{i}, from: {start} }}' for i in holders)}]")
        lines.append("bodies:")
        for body in self.model.charter.bodies.values():
            members = chance.sample(range(1, PEOPLE), chance.randint(body.least, body.seats))
            state.terms[body.name] = [Term(state.people[i], read_day(start), None, i == members[0]) for i in members]
            lines += [f"  {body.name}:", f"    chair: p{members[0]}", "    members:"]
            lines += [f"      - {{ person: p{i}, from: {start} }}" for i in members]
        return "\n".join(lines) + "\n"

    # --- a step --------------------------------------------------------------------------------------------------------

    def step(self, command):
        expected = self.expect(command)
        tried = self.book.ask(command.line(dry=True))[0] if command.clock % 7 == 0 else None
        hold(not self.book.batches(), "a dry run has changed the book")
        code, document = self.book.ask(command.line())
        hold(tried in (None, code), "a dry run came to", tried, "and then it was", code)
        batches = self.book.batches()
        self.model.state.versions = dict(self.book.versions)
        if expected is None:
            hold(code in (1, 2), "the laws refuse this (", self.why, "), and it was done:", batches)
            hold(not batches, "it was refused, and changed the book:", batches)
            self.tally[f"refused {document.get('refusal', document.get('code', 'usage'))}"] += 1
            return
        hold(code == 0, "the laws allow this, and it was refused:", document)
        self.tally[f"done {command.verb}"] += 1
        hold(len(batches) == len(expected), "there are", len(batches), "batches, not", len(expected), batches, expected)
        for batch, effects in zip(batches, expected):
            self.compare(batch[1:], effects)

    def expect(self, command):
        try:
            return self.model.run(command, VERBS)
        except Refused as why:
            self.why = why
            return None

    def compare(self, entries, effects):
        kinds, wanted = [entry["kind"] for entry in entries], [kind for kind, _, _ in effects]
        hold(kinds == wanted, "it brought about", kinds, "and not", wanted, entries)
        for entry, (kind, scope, fields) in zip(entries, effects):
            self.tally[f"entered {kind}"] += 1
            hold(not scope or entry.get("scope") == scope, kind, "is of", entry.get("scope"), "and not of", scope)
            for name, value in fields.items():
                self.compare_field(kind, name, entry["body"].get(name, ""), value)
            if kind == "closed":
                self.tally[f"closed {fields['result']}"] += 1

    def compare_field(self, kind, name, got, value):
        if name == "roll":
            tally = got.pop("tally", None)
            got = {key: sorted(got.get(key, [])) for key in value}
        elif name == "tally":
            return
        elif name == "comparisons":
            got = [{key: each.get(key, "" if key == "base" else 0) for key in value[i]} if i < len(value) else each
                   for i, each in enumerate(got or [])]
            got = [{**each, "held": bool(each["held"])} for each in got]
        elif name == "clocks":
            got, value = [sorted(clocks, key=str) for clocks in (got or [], value)]
        elif isinstance(value, list):
            got, value = sorted(got), sorted(value)
        hold(got == value, f"{kind}.{name} is", got, "and not", value)

    # --- the same, advanced day by day ---------------------------------------------------------------------------------

    def advance_daily(self, keeper, commands, path):
        """P7: what falls due comes to the same, whether it is applied at the start of each day, and then once more, or
        only with the next command."""
        twin = Book(keeper, path)
        try:
            self.found(twin)
            today = civil(BEGINS)
            for command in commands:
                while today < civil(command.clock):
                    today = days_after(today, 1)
                    twin.ask("\t".join([str(midnight(today)), "", "", "-1", "", "advance"]))
                    twin.batches()
                    twin.ask("\t".join([str(midnight(today)), "", "", "-1", "", "advance"]))
                    hold(not twin.batches(), "to advance twice brings about more on", today)
                twin.ask(command.line())
                twin.batches()
            for one, other in zip_longest(self.book.effects(), twin.effects()):
                hold(one == other, "advanced day by day it comes to", other, "and not", one)
        finally:
            twin.close()

    # --- the end -------------------------------------------------------------------------------------------------------

    def finish(self, clock):
        """The record verifies, replays to the same bytes, and is rebuilt to the same state; an independent verifier
        agrees."""
        before = self.book.made()
        for verb, good in (("verify", "sound"), ("replay", "identical"), ("rebuild", None)):
            code, document = self.book.ask("\t".join([str(clock), "", "", "-1", "", verb]))
            hold(code == 0 and (good is None or document[good]), verb, "says", document)
        hold(self.book.made() == before, "what was rebuilt is not what was there")
        verifier = Path(__file__).parent.parent / "verifier" / "verify.py"
        told = subprocess.run([sys.executable, verifier, "book", self.book.path, "--key", self.book.key()],
                              capture_output=True, text=True, check=False)
        hold(told.returncode == 0, "the independent verifier says", told.stdout, told.stderr)


def next_clock(chance, clock, length):
    """Minutes mostly, now and then days: a thousand commands come to more than half a year."""
    days = chance.choice([1, 1, 3]) * 86400 if chance.random() < 120 / max(1000, length) else 0
    return clock + days + chance.choice([30, 60, 60, 300, 300, 3600, 3600])


def live(keeper, seed, length, commands=None):
    """A whole year; of given commands, or drawn ones. What failed, the commands until then, and the tally."""
    home = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=home) as folder:
        done, failure, year, late = [], None, None, seed % 2 == 1
        try:
            year = Year(keeper, seed, Path(folder))
            clerk, clock = Clerk(year.chance, year.model, late), BEGINS
            for i in range(length if commands is None else len(commands)):
                clock = next_clock(year.chance, clock, length) if commands is None else commands[i].clock
                command = clerk.next(clock) if commands is None else commands[i]
                done.append(command)
                year.step(command)
            year.finish(clock)
            if not late:
                year.advance_daily(keeper, done, str(Path(folder) / "twin.book"))
        except Broken as broken:
            failure = str(broken)
        finally:
            if year:
                year.book.close()
        return failure, done, year.tally if year else Counter()


def shrink(keeper, seed, commands, patience):
    """Drops commands, many at once and then fewer, as long as it still fails."""
    until = time.monotonic() + patience
    size = len(commands) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(commands) and time.monotonic() < until:
            fewer = commands[:at] + commands[at + size:]
            failure, done, _ = live(keeper, seed, 0, fewer)
            if failure:
                commands = done
            else:
                at += size
        size //= 2
    return commands


def without_opinion():
    """The verbs of docs/ledger.md that the model does not know, and no command of the year has."""
    page = (Path(__file__).parent.parent.parent / "docs" / "ledger.md").read_text()
    table = page[page.index("| `verb` | `args` | |"):page.index("<!-- kinds:end -->")]
    return sorted(set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) - {"verb", "init", "import", "advance", *VERBS})


def main():
    keeper = sys.argv[1]
    seed = int(os.environ.get("BYLAW_SEED", time.time_ns() % 1_000_000_000))
    length = int(os.environ.get("BYLAW_LONG", sys.argv[2]))
    print(f"sim/year: BYLAW_SEED={seed} BYLAW_LONG={length}", flush=True)
    print(f"The model has no opinion on: {', '.join(without_opinion())}.", flush=True)
    failure, commands, tally = live(keeper, seed, length)
    for name, count in sorted(tally.items()):
        print(f"{count:6} {name}")
    if failure:
        print(f"after {len(commands)} commands: {failure[:3000]}")
        fewest = shrink(keeper, seed, commands, int(os.environ.get("BYLAW_PATIENCE", "60")))
        print(f"and of these the following do: {live(keeper, seed, 0, fewest)[0]}"[:3000])
        for command in fewest[-100:]:
            print("   ", instant(command.at or command.clock), command.actor, command.verb, *command.words())
        sys.exit(1)


main()
