"""What a book should say, by the laws P1 to P9 (docs/laws.md, docs/language.md): for a command either that it is refused, or
what it brings about. Small, slow and plain; it knows nothing of how the program does it."""

import pickle
import traceback
from dataclasses import dataclass, field
from datetime import date

from laws import civil, days_after, instant, working_days_after


FALLS_DUE = {}  # what is done when a clock has run out, by its name (escalating.py)

NEEDED = {"recuse": ["from", "because"], "withdraw": ["because"], "release": ["from", "on", "because"], "convene": ["on"],
          "appoint": ["to", "from"], "circulate": ["until"], "cancel": ["because"], "adjourn": ["to"], "expedite": ["because"], "suspend": ["because"],
          "reopen": ["because"], "appeal": ["because"], "object": ["because"], "reconsider": ["because"]}


class Refused(Exception):
    """The command breaks a rule, and changes nothing."""


@dataclass
class Command:
    clock: int  # when it is entered, seconds since 1970
    actor: str  # an id
    verb: str
    place: list = field(default_factory=list)  # words by place
    options: dict = field(default_factory=dict)  # name: value, list of values, or True
    at: int = 0  # when it happened; 0: when it is entered
    seen: int = -1

    def words(self):
        out = [str(word) for word in self.place]
        for name, value in self.options.items():
            values = value if isinstance(value, list) else [value]
            out += [f"--{name}" if each is True else f"--{name}={each}" for each in values]
        return out

    def line(self, dry=False):
        at = instant(self.at) if self.at else ""
        return "\t".join([str(self.clock), self.actor, at, str(self.seen), "dry" if dry else "", self.verb, *self.words()])

    def named(self, option):
        """The people that an option names, as a list."""
        value = self.options.get(option, [])
        return value if isinstance(value, list) else [value]


@dataclass
class Term:
    person: str
    start: date
    until: date = None
    chair: bool = False

    def covers(self, day):
        return self.start <= day and (self.until is None or day < self.until)


@dataclass
class Part:
    """One decider of a question, or several: how it stands."""

    name: str = ""
    needed: int = 1
    in_order: bool = False
    parts: list = field(default_factory=list)
    motion: str = ""  # that is open, or that decided
    put: bool = False
    result: str = ""
    approver: str = ""  # who approved it in place of the body
    referred: bool = False  # to the body, for good

    def standing(self):
        if not self.parts:
            return self.result or "open"
        stand = [part.standing() for part in self.parts]
        if stand.count("carried") >= self.needed:
            return "carried"
        return "lost" if len(stand) - stand.count("lost") < self.needed else "open"

    def leaves(self):
        return [leaf for part in self.parts for leaf in part.leaves()] if self.parts else [self]

    def asked(self):
        """Who is asked now: of parts in order, the first that has not carried it."""
        if self.standing() != "open":
            return []
        if not self.parts:
            return [self]
        out = []
        for part in self.parts:
            out += part.asked()
            if self.in_order and part.standing() != "carried":
                break
        return out


def part_of(decider):
    if isinstance(decider, str):
        return Part(decider)
    return Part("", decider.needed, decider.in_order, [part_of(part) for part in decider.parts])


@dataclass
class Asking:
    """A question, each time that it is asked: of whom, by which ballot, and what it came to."""

    question: Part
    ballot: str
    escalation: str
    level: int = 0
    quorum_lost: int = 0
    outcome: str = ""
    ended: date = None


@dataclass
class Case:
    number: str
    matter: str
    opener: str
    opened: date
    step: str = ""
    been: list = field(default_factory=list)  # steps
    askings: list = field(default_factory=list)
    suspended: date = None
    paused: list = field(default_factory=list)  # its clocks while it is suspended
    ended: str = ""
    lapsed: date = None
    recused: list = field(default_factory=list)
    facts: dict = field(default_factory=dict)
    approvals: list = field(default_factory=list)  # (motion or "", the facts as they were put), while they hold

    @property
    def asking(self):
        return self.askings[-1]

    @property
    def question(self):
        return self.askings[-1].question


@dataclass
class Meeting:
    number: str
    body: str
    on: date
    until: date = None  # of a circulation: the last day on which answers count
    cancelled: bool = False
    present: list = field(default_factory=list)


@dataclass
class Motion:
    number: str
    case: str
    decider: str
    ballot: str
    meeting: str
    mover: str
    moved: int
    votes: dict = field(default_factory=dict)  # person: for, against or abstain
    vetoes: list = field(default_factory=list)
    result: str = ""
    put: dict = field(default_factory=dict)  # the facts when it was moved


@dataclass
class State:
    cases: dict = field(default_factory=dict)
    meetings: dict = field(default_factory=dict)
    motions: dict = field(default_factory=dict)
    people: list = field(default_factory=list)
    roles: dict = field(default_factory=dict)  # role: terms
    terms: dict = field(default_factory=dict)  # body or office: terms
    series: dict = field(default_factory=dict)  # "C-2026": the last number
    clocks: list = field(default_factory=list)  # (due, case, step, what)
    versions: dict = field(default_factory=dict)  # scope: entries


class Model:
    """State and a turn: now it happens, this came of it. The verbs are functions in VERBS."""

    def __init__(self, charter):
        self.charter = charter
        self.state = State()
        self.effects = []
        self.command = None
        self.today = None

    # --- a turn ----------------------------------------------------------------------------------------------------

    def run(self, command, verbs):
        """The batches that come of it, each a list of effects; or Refused, and the state is as it was."""
        before = pickle.dumps(self.state)
        try:
            return self.carry_out(command, verbs)
        except (Refused, LookupError, ValueError) as why:  # words that make no sense are refused like all else
            self.state = pickle.loads(before)
            frames = [frame for frame in traceback.extract_tb(why.__traceback__) if frame.name != "require"]
            raise Refused(f"{frames[-1].lineno}: {frames[-1].line}") from None

    def carry_out(self, command, verbs):
        batches = []
        self.command = command
        happened = command.at or command.clock
        due = self.apply_due(civil(happened))
        if due:
            require(happened <= command.clock)
            batches.append(due)
        self.today = civil(happened)
        self.effects = []
        if command.verb == "advance":
            return batches
        require(all(name in command.options for name in NEEDED.get(command.verb, [])))
        self.check_people()
        self.check_time(happened)
        verbs[command.verb](self, command)
        self.mark_stale(0)
        batches.append(self.effects)
        return batches

    def check_people(self):
        """Whoever enters what another did may record."""
        require(self.command.actor in self.state.people)
        require(self.command.actor == self.founder or self.has_power("record", self.founder))

    @property
    def founder(self):
        return self.state.people[0]

    def check_time(self, happened):
        command = self.command
        require(happened <= command.clock)
        case = self.case_meant(command)
        if command.seen >= 0:
            require(self.state.versions.get(command.place[0], 0) == command.seen)
        if case:
            require(case.opened <= self.today)
            require(case.lapsed is None or self.today > case.lapsed)

    def case_meant(self, command):
        """The case that a command is about, by itself or by its motion."""
        word = command.options.get("from") if command.verb == "recuse" else command.place[0] if command.place else ""
        motion = self.state.motions.get(word)
        return self.state.cases.get(motion.case if motion else word)

    def emit(self, kind, scope="", **fields):
        self.effects.append((kind, scope, fields))

    # --- what falls due (P7) ------------------------------------------------------------------------------------------

    def apply_due(self, day):
        """A deadline ends with its day; in the order due, case, step."""
        self.effects = []
        while True:
            due = sorted(clock for clock in self.state.clocks if clock[0] < day)
            if not due:
                return self.effects
            when, number, step, what = due[0]
            self.state.clocks.remove(due[0])
            self.today, first = when, len(self.effects)
            if what == "deadline":
                self.emit("deadline_passed", number, subject=number, step=step, due=when.isoformat())
            else:
                FALLS_DUE[what](self, self.state.cases[number], when)
            self.mark_stale(first)

    def stop_clocks(self, number, step, *whats):
        self.state.clocks = [clock for clock in self.state.clocks
                             if clock[1:3] != (number, step) or (whats and clock[3] not in whats)]

    # --- what no longer holds (P6) ------------------------------------------------------------------------------------

    def mark_stale(self, first):
        """An approval holds for what was approved: for the facts as they were put."""
        touched = {scope for kind, scope, _ in self.effects[first:] if kind in ("facts_stated", "step_ended")}
        for case in [self.state.cases[number] for number in sorted(touched) if not self.state.cases[number].ended]:
            for motion, put in list(case.approvals):
                changed = [fact for fact, was in put.items() if is_other(fact, was, case.facts[fact])]
                if changed:
                    self.emit("stale", case.number, subject=case.number, motion=motion, fact=changed[0])
                    case.approvals.remove((motion, put))

    # --- people --------------------------------------------------------------------------------------------------------

    def has_role(self, person, role, day=None):
        return any(term.person == person and term.covers(day or self.today) for term in self.state.roles.get(role, []))

    def has_power(self, act, person):
        return self.has_role(person, self.charter.powers[act])

    def may_import(self, person):
        """While nobody has the power, the founder has it: else nobody could ever be entered."""
        nobody = not any(term.covers(self.today) for term in self.state.roles[self.charter.powers["import"]])
        return self.has_power("import", person) or nobody and person == self.founder

    def holders(self, post, day):
        people = []
        for term in self.state.terms.get(post, []):
            if term.covers(day) and term.person not in people:
                people.append(term.person)
        return people

    def chairs(self, body, day):
        return [term.person for term in self.state.terms.get(body, []) if term.chair and term.covers(day)]

    def is_body(self, name):
        return name in self.charter.bodies

    def need_seat_or_record(self, case, decider, as_chair):
        """A member (or, for a body's own doings, its chair) who takes part, or whoever may record."""
        actor = self.command.actor
        seats = self.chairs(decider, self.today) if as_chair and self.is_body(decider) else self.holders(decider, self.today)
        require(actor in seats and not (case and actor in case.recused) or self.has_power("record", actor))

    # --- numbers -------------------------------------------------------------------------------------------------------

    def next_number(self, series):
        key = f"{series}-{self.today.year}"
        self.state.series[key] = self.state.series.get(key, 0) + 1
        return f"{key}-{self.state.series[key]:03}"

    # --- things that have to be there ------------------------------------------------------------------------------------

    def open_case(self, number):
        case = self.state.cases[number]
        require(not case.ended and not case.suspended)
        return case

    def asked_case(self, number, step="ask"):
        """An open case that waits for a decision."""
        case = self.open_case(number)
        require(case.step == "ask" == step and case.question.asked())
        return case

    def met(self, number):
        meeting = self.state.meetings[number]
        require(meeting.on <= self.today and not meeting.until and not meeting.cancelled)
        return meeting

    def open_motion(self, number):
        motion = self.state.motions[number]
        require(not motion.result and motion.moved <= (self.command.at or self.command.clock))
        self.open_case(motion.case)
        return motion

    # --- steps -----------------------------------------------------------------------------------------------------------

    def enter(self, case, step, due=None):
        case.step = step
        case.been.append(step)
        self.emit("step_entered", case.number, subject=case.number, step=step, due=due.isoformat() if due else "")
        self.start_clock(due, case, "deadline")

    def start_clock(self, due, case, what):
        """None where the day lies past the years that the calendar lists: nobody is given a wrong one."""
        if due:
            self.state.clocks.append((due, case.number, case.step, what))

    def ask(self, case):
        matter = self.charter.matters[case.matter]
        self.enter(case, "ask")
        case.askings.append(Asking(part_of(matter.decider), matter.ballot, matter.escalation))
        case.approvals = []
        self.emit("determined", case.number)
        self.emit("decider_named", case.number, subject=case.number, ballot=matter.ballot, escalation=matter.escalation)
        escalation, ballot = self.charter.escalations.get(matter.escalation), self.charter.ballots.get(matter.ballot)
        if escalation and escalation.undecided:
            self.start_clock(days_after(self.today, escalation.undecided), case, "undecided")
        if ballot and ballot.consent and self.is_body(case.question.name):
            self.start_clock(working_days_after(self.today, ballot.consent), case, "consent")

    def may_carry_out(self, case):
        """P9: a guard is checked when its step is entered; what is not known does not pass."""
        return not self.charter.guarded or "amount" in case.facts and case.facts["amount"] <= self.charter.guarded

    def carry_out_step(self, case):
        require(self.may_carry_out(case))
        self.enter(case, "carry_out", working_days_after(self.today, self.charter.carry_out_within))

    def end_step(self, case, outcome):
        self.emit("step_ended", case.number, subject=case.number, step=case.step, outcome=outcome)
        self.stop_clocks(case.number, case.step)

    def end_case(self, case, outcome):
        case.ended, case.suspended = outcome, None
        self.emit("case_ended", case.number, subject=case.number, outcome=outcome)

    def end_question(self, case, outcome):
        self.end_step(case, outcome)
        case.asking.outcome, case.asking.ended = outcome, self.today
        if outcome == "carried":
            self.carry_out_step(case)
        else:
            self.end_case(case, "denied")

    def withdraw_open(self, case, keep=()):
        for part in case.question.leaves():
            if part.put and part not in keep:
                self.emit("motion_withdrawn", case.number, motion=part.motion)
                self.state.motions[part.motion].result = "withdrawn"
                part.put = False

    def settle(self, case):
        """What several come to; motions on which nothing hangs any more are withdrawn."""
        self.withdraw_open(case, case.question.asked())
        standing = case.question.standing()
        if standing == "open":
            return
        if case.question.parts:
            self.emit("jointly_decided", case.number, subject=case.number, result=standing)
        self.end_question(case, standing)


def is_other(fact, was, now):
    """Beyond what is material: of an amount a tenth of what it was, of all else any change."""
    return abs(now - was) * 10 > abs(was) if fact == "amount" else now != was


def require(condition):
    if not condition:
        raise Refused()
