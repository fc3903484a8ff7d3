"""Commands by chance: most of them such as a clerk would enter, some absurd."""

from datetime import timedelta

from laws import civil
from model import Command
from verbs import kind_of, roll_of, voters_left

WEIGHTS = {"open": 6, "convene": 4, "attend": 7, "recuse": 4, "move": 18, "vote": 16, "close": 14, "withdraw": 1,
           "submit": 5, "appoint": 2, "release": 1, "advance": 2, "cancel": 1, "adjourn": 1,
           "circulate": 3, "expedite": 2, "veto": 2, "object": 2, "suspend": 1, "resume": 3, "reopen": 2, "appeal": 3,
           "reconsider": 1}
ABSURD = 0.12


class Clerk:
    """Draws the next command, knowing what the model knows."""

    def __init__(self, chance, model, late):
        """Late: now and then something is entered after it happened, or by who looked before."""
        self.chance, self.model, self.late = chance, model, late

    def pick(self, things, otherwise=""):
        things = list(things)
        return self.chance.choice(things) if things else otherwise

    def person(self):
        return self.pick(self.model.state.people)

    def some(self, people, share):
        return [person for person in people if self.chance.random() < share]

    @property
    def clerk(self):
        return self.model.founder

    def next(self, clock):
        self.today = civil(clock)
        if not self.model.has_role(self.clerk, "clerk", self.today):
            return Command(clock, self.clerk, "appoint", [self.clerk], {"to": "clerk", "from": self.today.isoformat()})
        verb = self.chance.choices(list(WEIGHTS), WEIGHTS.values())[0]
        command = getattr(self, verb)(clock)
        if self.late and self.chance.random() < 0.1:
            command.at = clock - self.chance.choice([60, 3600, 86400, 3 * 86400, -3600])
        if self.late and command.place and self.chance.random() < 0.1 and verb in ("attend", "submit", "move"):
            command.seen = self.model.state.versions.get(command.place[0], 0) - (self.chance.random() < 0.2)
        if self.chance.random() < ABSURD:
            self.spoil(command)
        return command

    def spoil(self, command):
        """One thing about it is turned into something else."""
        state = self.model.state
        any_word = self.pick([self.person(), self.pick(state.cases), self.pick(state.meetings), self.pick(state.motions),
                              self.pick(self.model.charter.bodies), "all", "nonsense", "C-2026-999"], "x") or "x"
        what = self.chance.random()
        if what < 0.4:
            command.actor = self.person()
        elif what < 0.7 and command.place:
            command.place[self.chance.randrange(len(command.place))] = any_word
        elif what < 0.9 and command.options:
            command.options[self.pick(command.options)] = any_word
        elif command.options:
            del command.options[self.pick(command.options)]

    # --- the verbs ---------------------------------------------------------------------------------------------------

    def open(self, clock):
        members = [term.person for term in self.model.state.roles.get("member", [])]
        return Command(clock, self.pick(members, self.clerk), "open",
                       [self.pick(self.model.charter.matters), f"title=of {self.chance.randrange(100)}",
                        *([self.amount()] if self.chance.random() < 0.7 else [])])

    def amount(self):
        return f"amount=USD {self.chance.choice([1000, 1050, 1100, 1101, 1500, 1501, 2000, 5000, 5001])}"

    def convene(self, clock, body=None):
        body = body or self.pick(self.model.charter.bodies)
        chairs = self.model.chairs(body, self.today)
        on = self.today + timedelta(days=self.chance.choice([0, 0, 0, 0, 0, 1, 4, -1]))
        options = {"on": on.isoformat()}
        notice = self.model.charter.bodies[body].notice
        if notice and self.chance.random() < 0.9:
            options |= {"waived": "all", "because": "it presses"}
        return Command(clock, self.pick([*chairs, self.clerk]), "convene", [body], options)

    def attend(self, clock):
        met = [meeting for meeting in self.model.state.meetings.values() if meeting.on <= self.today and not meeting.until]
        empty = [meeting for meeting in met if meeting.on == self.today and not meeting.present]
        meeting = self.pick(empty or met[-5:])
        if not meeting:
            return Command(clock, self.clerk, "attend", ["MTG-2026-001", "all"])
        members = self.model.holders(meeting.body, meeting.on)
        here = ["all"] if self.chance.random() < 0.4 else self.some(members, 0.8)
        gone = self.some(meeting.present, 0.15)
        return Command(clock, self.clerk, "attend", [meeting.number, *here], {"left": gone} if gone else {})

    def cancel(self, clock):
        meeting = self.pick(list(self.model.state.meetings)[-4:], "MTG-2026-001")
        return Command(clock, self.clerk, "cancel", [meeting], {"because": "a storm"})

    def adjourn(self, clock):
        meeting = self.pick(list(self.model.state.meetings)[-4:], "MTG-2026-001")
        to = self.today + timedelta(days=self.chance.choice([0, 1, 3]))
        return Command(clock, self.clerk, "adjourn", [meeting], {"to": to.isoformat()})

    def open_cases(self, step):
        return [case for case in self.model.state.cases.values() if not case.ended and case.step == step and
                (not case.suspended or self.chance.random() < 0.1)]

    def recuse(self, clock):
        case = self.pick(self.open_cases("ask"))
        if not case:
            return self.open(clock)
        asked = [person for part in case.question.leaves() for person in self.model.holders(part.name, self.today)]
        options = {"from": case.number, "because": "a conflict"}
        if case.recused and self.chance.random() < 0.3:
            return Command(clock, self.clerk, "recuse", [self.pick(case.recused)], options | {"withdraw": True})
        person = self.pick(asked, self.person())
        return Command(clock, self.pick([person, self.clerk]), "recuse", [person], options)

    def move(self, clock):
        case = self.pick(self.open_cases("ask")[-12:])
        if not case:
            return self.open(clock)
        part = self.pick([part for part in case.question.asked() if not part.put] or case.question.leaves())
        options = {}
        if self.model.is_body(part.name):
            meetings = [meeting.number for meeting in self.model.state.meetings.values()
                        if meeting.body == part.name and (meeting.on == self.today or self.chance.random() < 0.02) and
                        (not meeting.until or self.chance.random() < 0.1)]
            if not meetings and self.chance.random() < 0.9:
                return self.convene(clock, part.name)
            options["in"] = meetings[-1] if meetings else "MTG-2026-001"
        if self.chance.random() < 0.3:
            options["to"] = part.name
        holders = self.model.holders(part.name, self.today)
        return Command(clock, self.pick([*holders, self.clerk]), "move", [case.number], options)

    def open_motion(self):
        return self.pick([motion for motion in self.model.state.motions.values() if not motion.result])

    def vote(self, clock, motion=None):
        motion = motion or self.open_motion()
        if not motion:
            return self.move(clock)
        if kind_of(self.model, motion) != "named" and self.chance.random() < 0.8:
            return self.close(clock)
        roll = roll_of(self.model, motion)
        left = voters_left(self.model, motion, roll) or roll["in_office"]
        if self.chance.random() < 0.2:
            person = self.pick(left, self.person())
            return Command(clock, person, "vote", [motion.number], {self.pick(["for", "against", "abstain"]): person})
        options = {}
        bias = self.chance.choice([0.3, 0.5, 0.9, 0.9])
        for person in left:
            choice = "abstain" if self.chance.random() < 0.15 else "for" if self.chance.random() < bias else "against"
            options.setdefault(choice, []).append(person)
        if self.chance.random() < 0.3:
            options = {self.pick(["for", "against", "abstain"]): "all"} | ({"except": self.pick(left)} if left and self.chance.random() < 0.3 else {})
        return Command(clock, self.clerk, "vote", [motion.number], options)

    def close(self, clock):
        motion = self.open_motion()
        if not motion:
            return self.vote(clock)
        if kind_of(self.model, motion) == "named" and not motion.votes and self.chance.random() < 0.7:
            return self.vote(clock, motion)
        words, options = [motion.number], {}
        if kind_of(self.model, motion) != "named" and self.chance.random() < 0.9:
            words += self.count(motion, options)
        if self.chance.random() < 0.2:
            options["casting"] = self.pick(["for", "against"])
        if self.chance.random() < 0.1:
            options["unopposed"] = True
        return Command(clock, self.pick([self.clerk, *self.model.chairs(motion.decider, self.today)]), "close", words, options)

    def count(self, motion, options):
        """What tellers found, now and then more than there can be."""
        left = voters_left(self.model, motion, roll_of(self.model, motion))
        votes = len(left) + self.chance.choice([0, 0, 0, 0, -1, 1]) if left else 0
        in_favour = self.chance.randint(0, max(votes, 0))
        against = self.chance.randint(0, max(votes, 0) - in_favour)
        if self.chance.random() < 0.3:
            in_favour = against = max(votes, 0) // 2
        options["tellers"] = self.clerk
        if kind_of(self.model, motion) == "secret":
            options["voted"] = left[:votes] if self.chance.random() < 0.5 else "all"
        return [f"for={in_favour}", f"against={against}", f"abstaining={max(votes, 0) - in_favour - against}"]

    def withdraw(self, clock):
        motion, case = self.open_motion(), self.pick(self.open_cases("ask"))
        if motion and (not case or self.chance.random() < 0.7):
            return Command(clock, self.pick([self.clerk, motion.mover]), "withdraw", [motion.number], {"because": "no need"})
        if not case:
            return self.open(clock)
        return Command(clock, self.pick([self.clerk, case.opener]), "withdraw", [case.number], {"because": "no need"})

    def submit(self, clock):
        case = self.pick(self.open_cases("carry_out")) or self.pick(self.open_cases("ask"))
        if not case:
            return self.open(clock)
        if self.chance.random() < 0.3:
            fact = self.amount() if self.chance.random() < 0.8 else "title=another"
            return Command(clock, case.opener, "submit", [case.number, fact])
        return Command(clock, self.clerk, "submit", [case.number])

    def post(self):
        charter = self.model.charter
        return self.pick([*charter.bodies, *charter.bodies, *charter.offices, *charter.roles])

    def appoint(self, clock):
        post = self.post()
        start = self.today + timedelta(days=self.chance.choice([0, 0, 1, 5, -3]))
        options = {"to": post, "from": start.isoformat()}
        if self.chance.random() < 0.5:
            options["until"] = (start + timedelta(days=self.chance.choice([10, 60, 200, 0]))).isoformat()
        if self.model.is_body(post) and self.chance.random() < 0.3:
            options["chair"] = True
        holders = self.model.holders(post, start)
        if holders and self.chance.random() < 0.3:
            options["succeeds"] = self.pick(holders)
        return Command(clock, self.clerk, "appoint", [self.person()], options)

    def release(self, clock):
        post = self.post()
        on = self.today + timedelta(days=self.chance.choice([0, 1, 5]))
        person = self.pick(self.model.holders(post, on), self.person())
        if post == "clerk" and person == self.clerk:
            return self.appoint(clock)
        return Command(clock, self.clerk, "release", [person],
                       {"from": post, "on": on.isoformat(), "because": "leaves"})

    # --- without a vote, and after it ---------------------------------------------------------------------------------

    def about(self, clock, verb, cases, actors, *words, **options):
        """A command about one of the cases, by somebody it names, the clerk or anybody."""
        case = self.pick(cases)
        if not case:
            return self.open(clock)
        actor = self.pick([*actors(case), self.clerk, self.person()])
        return Command(clock, actor, verb, [case.number, *words], options)

    def asked(self, case):
        return [person for part in case.question.leaves() for person in self.model.holders(part.name, self.today)]

    def circulate(self, clock):
        until = self.today + timedelta(days=self.chance.choice([0, 1, 3, 7, -1]))
        return self.about(clock, "circulate", self.open_cases("ask"), self.asked, until=until.isoformat())

    def expedite(self, clock):
        experts = [term.person for term in self.model.state.roles.get("expert", [])]
        return self.about(clock, "expedite", self.open_cases("ask"), lambda case: experts,
                          self.pick(["approve", "approve", "refer", "decline"]), because="small")

    def veto(self, clock):
        motion = self.open_motion()
        if not motion:
            return self.move(clock)
        external = [term.person for term in self.model.state.roles.get("external", [])]
        options = {} if self.chance.random() < 0.3 else {"because": "it leaks"}
        if motion.vetoes and self.chance.random() < 0.6:
            return Command(clock, self.pick(motion.vetoes), "veto", [motion.number], options | {"withdraw": True})
        return Command(clock, self.pick(external, self.person()), "veto", [motion.number], options)

    def object(self, clock):
        return self.about(clock, "object", self.open_cases("ask"), self.asked, because="no")

    def suspend(self, clock):
        return self.about(clock, "suspend", self.open_cases("ask") + self.open_cases("carry_out"), lambda case: [], because="wait")

    def resume(self, clock):
        return self.about(clock, "resume", [case for case in self.model.state.cases.values() if case.suspended], lambda case: [])

    def reopen(self, clock):
        cases = [case for case in self.model.state.cases.values() if case.ended or case.lapsed]
        options = {} if self.chance.random() < 0.5 else {"step": self.pick(["ask", "carry_out"])}
        return self.about(clock, "reopen", cases[-10:], lambda case: [], because="news", **options)

    def appeal(self, clock):
        cases = [case for case in self.model.state.cases.values() if case.askings[0].outcome]
        return self.about(clock, "appeal", cases[-10:], lambda case: [case.opener, *self.asked(case)], because="unfair")

    def reconsider(self, clock):
        return self.about(clock, "reconsider", self.open_cases("carry_out"), self.asked, because="news")

    def advance(self, clock):
        return Command(clock, self.clerk, "advance")
