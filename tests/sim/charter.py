"""A charter made by chance, as the model knows it and as rules and workflows that say the same."""

from dataclasses import dataclass, field
from fractions import Fraction

ZONE = "Europe/Berlin"
FROM = "2026-01-01"
COUNTS_OF_BASE = ["votes cast", "members present", "members in office", "seats"]


@dataclass(frozen=True)
class Bound:
    """One comparison: more than (or at least) a number, a part of a count, or a part of a square root."""

    at_least: bool
    quantity: Fraction
    base: str = ""  # a count; "" compares with the number alone
    root: bool = False
    counted: str = ""  # what a plain number is of: "votes for"
    role: str = ""
    including: int = 0

    def text(self):
        words = "at least " if self.at_least else "more than "
        if not self.base:
            words += f"{self.quantity} {self.counted}"
        elif self.root:
            words += ("" if self.quantity == 1 else f"{self.quantity} of ") + f"square root of {self.base}"
        else:
            words += f"{self.quantity} of {self.base}"
        return words + (f" including {self.including} with role {self.role}" if self.role else "")


@dataclass(frozen=True)
class Body:
    name: str
    least: int
    seats: int
    quorum: tuple
    carried: tuple
    kind: str = ""
    recused_leave: bool = False
    tie: str = "is lost"  # chair decides; chair decides if the chair has not voted
    circulates: bool = False
    notice: int = 0  # days

    def text(self):
        lines = [f"seats   {self.least}..{self.seats}",
                 f"quorum  {' and '.join(bound.text() for bound in self.quorum)}",
                 f"carried by {' and '.join(bound.text() for bound in self.carried)}",
                 f"recused {'leave' if self.recused_leave else 'stay in'} the quorum base",
                 f"tie     {self.tie}"]
        lines += [f"kind    {self.kind}"] if self.kind else []
        lines += ["circulation allowed"] if self.circulates else []
        lines += [f"notice  {self.notice} days"] if self.notice else []
        return block(f"body {self.name}", lines)


@dataclass(frozen=True)
class Ballot:
    name: str
    carried: tuple
    kind: str = ""
    open_hours: int = 0
    unopposed: bool = False
    consent: int = 0  # working days of silence
    expedited: str = ""  # a role
    veto: str = ""  # a role
    reasoned: bool = False

    def text(self):
        lines = [f"carried by {' and '.join(bound.text() for bound in self.carried)}"]
        lines += [f"kind    {self.kind}"] if self.kind else []
        lines += [f"open    at least {self.open_hours} hours"] if self.open_hours else []
        lines += ["unopposed is carried"] if self.unopposed else []
        lines += [f"consent after {self.consent} working days of silence"] if self.consent else []
        lines += [f"expedited by role {self.expedited}"] if self.expedited else []
        lines += [f"veto by role {self.veto}{' with reason' if self.reasoned else ''}"] if self.veto else []
        return block(f"ballot {self.name}", lines)


@dataclass(frozen=True)
class Level:
    to: str
    within: int  # working days
    silence: str  # next or reject


@dataclass(frozen=True)
class Escalation:
    name: str
    levels: tuple
    undecided: int = 0  # days
    quorum: int = 0  # times that it is lost
    objection: bool = False
    appeal: int = 0  # working days

    def text(self):
        lines = [f"starts when undecided for {self.undecided} days"] if self.undecided else []
        lines += [f"starts when quorum lost {self.quorum} times"] if self.quorum else []
        lines += ["starts when objection"] if self.objection else []
        lines += [f"starts when appealed within {self.appeal} working days"] if self.appeal else []
        lines.append("| level | to | within | on silence |")
        lines += [f"| {i} | {level.to} | {level.within} working days | {level.silence} |"
                  for i, level in enumerate(self.levels, 1)]
        return block(f"escalation {self.name}", lines)


@dataclass(frozen=True)
class Several:
    """So many of the parts, one after another where in order."""

    needed: int
    in_order: bool
    parts: tuple

    def text(self):
        names = [part if isinstance(part, str) else f"({part.text()})" for part in self.parts]
        if self.in_order:
            return " then ".join(names)
        if self.needed == len(names):
            return " and ".join(names)
        return f"{self.needed} of ({', '.join(names)})"


@dataclass(frozen=True)
class Matter:
    """A row of the authority matrix, and the workflow that asks by it."""

    name: str
    decider: object  # a name, or Several
    ballot: str = ""
    escalation: str = ""

    def decider_text(self):
        return self.decider if isinstance(self.decider, str) else self.decider.text()


@dataclass
class Charter:
    bodies: dict = field(default_factory=dict)
    ballots: dict = field(default_factory=dict)
    escalations: dict = field(default_factory=dict)
    matters: dict = field(default_factory=dict)
    offices: tuple = ("president", "treasurer", "auditor")
    roles: tuple = ("clerk", "member", "external", "expert")
    powers: dict = field(default_factory=lambda: {"open": "member", "record": "clerk", "convene": "clerk",
                                                  "import": "clerk"})
    carry_out_within: int = 10  # working days
    most: int = 5000  # no case asks for more: an invariant
    guarded: int = 0  # nothing is carried out that asks for more, or does not say what; 0: no such guard

    def rules(self):
        parts = [block('charter "A year by chance"', [
            "language     1", 'edition      "1"', f"in_force     from {FROM}", f'time_zone    "{ZONE}"',
            "working_days by town", "series       cases C, meetings MTG, motions M"])]
        parts.append(block("calendar town", ["week   monday..friday", "listed 2026..2026"] +
                           [f'holiday {day} "Closed"' for day in HOLIDAYS]))
        parts += [f"role {role}" for role in self.roles] + [f"office {office}" for office in self.offices]
        parts.append(block("powers", ["| act | who |"] + [f"| {act} | {who} |" for act, who in self.powers.items()]))
        parts.append(block("facts request", ["title  : text", "amount : money USD, optional, material beyond 10%"]))
        parts.append(block("invariant not_too_much of request", [
            f"requires amount = missing or amount <= USD {self.most}"]))
        if self.guarded:
            parts.append(block("guard modest before carry_out", [f"requires amount <= USD {self.guarded}"]))
        parts.append("enum matter { " + ", ".join(self.matters) + " }")
        parts += [body.text() for body in self.bodies.values()] + [ballot.text() for ballot in self.ballots.values()]
        parts += [escalation.text() for escalation in self.escalations.values()]
        parts.append(block("authority matters of request", ["| row | matter || decided_by | ballot | escalation |"] + [
            f"| R{i} | {matter.name} || {matter.decider_text()} | {matter.ballot or '-'} | {matter.escalation or '-'} |"
            for i, matter in enumerate(self.matters.values(), 1)]))
        return "\n\n".join(parts) + "\n"

    def workflow(self, matter):
        return f"""workflow: {matter}
title: What is asked
of: request
start: ask
steps:
  ask:
    motion: Agree to {{title}}
    decision: {matter}
    next: {{ carried: carry_out, lost: denied, rejected: denied, withdrawn: denied }}
  carry_out: {{ task: Carry it out, by: clerk, within: {self.carry_out_within} working days, next: granted }}
  granted: {{ end: granted }}
  denied: {{ end: denied }}
"""

    def write(self, folder):
        (folder / "rules.bylaw").write_text(self.rules())
        for matter in self.matters:
            (folder / f"{matter}.yaml").write_text(self.workflow(matter))


HOLIDAYS = ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"]


def block(head, lines):
    return head + " {\n" + "".join(f"  {line}\n" for line in lines) + "}"


# --- by chance ----------------------------------------------------------------------------------------------------


def draw_bound(chance, bases, counted, roles):
    """One that a body of a few seats can meet."""
    form = chance.random()
    at_least = chance.random() < 0.5
    role, including = ("", 0) if chance.random() < 0.8 or not roles else (chance.choice(roles), 1)
    if form < 0.2:
        return Bound(True, Fraction(chance.randint(1, 3)), counted=counted, role=role, including=including)
    base = chance.choice(bases)
    if form < 0.4:
        return Bound(at_least, chance.choice([Fraction(1), Fraction(1, 2), Fraction(3, 2)]), base, True, "", role, including)
    quantity = chance.choice([Fraction(1, 3), Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(3, 4)])
    return Bound(at_least, quantity, base, False, "", role, including)


def draw_quorum(chance, roles):
    bases = ["members in office", "members in office", "seats"]
    return tuple(draw_bound(chance, bases, "members", roles) for _ in range(chance.choice([1, 1, 1, 2])))


def draw_carried(chance, roles):
    return tuple(draw_bound(chance, COUNTS_OF_BASE, "votes for", roles) for _ in range(chance.choice([1, 1, 2])))


def draw_body(chance, name):
    kind = chance.choice(["", "", "named", "counted", "secret"])
    named = kind in ("", "named")
    ties = ["is lost", "chair decides", "chair decides if the chair has not voted"]
    least = chance.randint(2, 3)
    return Body(name, least, chance.randint(5, 7),
                draw_quorum(chance, ["external", "expert"]), draw_carried(chance, ["external"] if named else []), kind,
                chance.random() < 0.5, chance.choice(ties if kind != "counted" else ties[:2]),
                named and chance.random() < 0.5, chance.choice([0, 0, 3]))


def draw_ballot(chance, name):
    kind = chance.choice(["", "named", "counted", "secret"])
    return Ballot(name, draw_carried(chance, ["expert"] if kind == "named" else []), kind, chance.choice([0, 0, 0, 72]),
                  chance.random() < 0.3, chance.choice([0, 0, 5]), chance.choice(["", "", "expert"]),
                  chance.choice(["", "", "external"]), chance.random() < 0.5)


def draw_escalation(chance, name, deciders):
    deciders = chance.sample(deciders, chance.randint(1, 3))
    levels = [Level(to, chance.randint(4, 15), "next") for to in deciders]
    levels[-1] = Level(deciders[-1], chance.randint(4, 15), "reject")
    return Escalation(name, tuple(levels), chance.choice([0, 10, 25]), chance.choice([1, 2]), chance.random() < 0.5,
                      chance.choice([0, 5]))


def draw_decider(chance, charter):
    bodies, offices = list(charter.bodies), list(charter.offices)
    form = chance.random()
    if form < 0.5:
        return chance.choice(bodies)
    if form < 0.6:
        return chance.choice(offices)
    if form < 0.7:
        return Several(2, False, tuple(chance.sample(offices, 2)))
    if form < 0.8:
        return Several(2, False, tuple(chance.sample(offices, 2) + [chance.choice(bodies)]))
    if form < 0.9:
        return Several(2, True, (chance.choice(offices), chance.choice(bodies)))
    first, second = chance.sample(offices, 2)
    return Several(2, True, (Several(1, False, (first, second)), chance.choice(bodies)))


def tied_by_chair_unseen(charter, decider, ballot):
    """A counted ballot does not say whether the chair has voted, so that such a rule is refused (E0801)."""
    names = [decider] if isinstance(decider, str) else [name for part in decider.parts
                                                        for name in ([part] if isinstance(part, str) else part.parts)]
    bodies = [charter.bodies[name] for name in names if name in charter.bodies]
    kind = charter.ballots[ballot].kind if ballot else ""
    return any("has not voted" in body.tie and (kind or body.kind) == "counted" for body in bodies)


def draw(chance):
    charter = Charter(guarded=chance.choice([0, 1500]))
    for i in range(3):
        charter.bodies[f"board_{i}"] = draw_body(chance, f"board_{i}")
    for i in range(4):
        charter.ballots[f"ballot_{i}"] = draw_ballot(chance, f"ballot_{i}")
    for i in range(3):
        charter.escalations[f"escalation_{i}"] = draw_escalation(chance, f"escalation_{i}", [*charter.bodies, *charter.offices])
    while len(charter.matters) < 12:
        name = f"matter_{len(charter.matters)}"
        decider = draw_decider(chance, charter)
        bodied = not isinstance(decider, str) and decider.parts[-1] in charter.bodies or decider in charter.bodies
        ballot = chance.choice(["", *charter.ballots]) if bodied else ""
        silent = ballot and charter.ballots[ballot].consent and not isinstance(decider, str)
        if not tied_by_chair_unseen(charter, decider, ballot) and not silent:
            charter.matters[name] = Matter(name, decider, ballot, chance.choice(["", *charter.escalations]))
    return charter
