"""What each verb needs and brings about (docs/language.md, docs/meetings.md, docs/people.md; laws P1, P2, P3, P4, P8)."""

from dataclasses import replace
from fractions import Fraction

from escalating import escalate_on
from laws import OFFICE_CARRIED, OFFICE_QUORUM, all_held, civil, compare, days_after, read_day
from model import Case, Meeting, Motion, Term, require

NIGHT = 6 * 3600  # a meeting's day ends at six in the morning
CHOICES = {"for": "for", "against": "against", "abstain": "abstaining"}


# --- people ------------------------------------------------------------------------------------------------------------


def end_terms(terms, ended, day):
    """What has begun ends on that day; what would begin later is taken back."""
    for term in ended:
        terms.remove(term)
        if term.start < day:
            terms.append(replace(term, until=day))


def released(model, post, ended, day):
    for term in ended:
        model.emit("released", "people", person=term.person, post=post, on=day.isoformat())
    terms = model.state.roles if post in model.charter.roles else model.state.terms
    end_terms(terms[post], ended, day)


def terms_of(model, post):
    where = model.state.roles if post in model.charter.roles else model.state.terms
    return where.setdefault(post, [])


def begin_term(model, post, term):
    kind = "role_given" if post in model.charter.roles else "seat_taken" if model.is_body(post) else "office_taken"
    until = term.until.isoformat() if term.until else ""
    model.emit(kind, "people", person=term.person, until=until, **{"from": term.start.isoformat()})
    terms_of(model, post).append(term)


def seats_fit(model, body):
    """No day has more members than seats, or two chairs."""
    for term in model.state.terms[body]:
        require(len(model.holders(body, term.start)) <= model.charter.bodies[body].seats)
        require(len(set(model.chairs(body, term.start))) <= 1)


def appoint(model, command):
    person, post = command.place[0], command.options["to"]
    start = read_day(command.options["from"])
    until = read_day(command.options["until"]) if "until" in command.options else None
    chair = "chair" in command.options
    require(person in model.state.people and post in (*model.charter.bodies, *model.charter.offices, *model.charter.roles))
    require(model.may_import(command.actor))
    require(not chair or model.is_body(post))
    require(until is None or start < until)
    terms = terms_of(model, post)
    before = [term for term in terms if term.person == person and term.covers(start)]
    if before and until is None:
        until = before[0].until
    require(not before or (before[0].until, before[0].chair) != (until, chair))
    left = []
    if "succeeds" in command.options:
        left = [term for term in terms if term.person == command.options["succeeds"] and term.covers(start)]
        require(left)
    released(model, post, left, start)
    released(model, post, [term for term in before if term in terms_of(model, post)], start)
    if chair:
        hand_over(model, post, start)
    begin_term(model, post, Term(person, start, until, chair))
    if model.is_body(post):
        seats_fit(model, post)


def hand_over(model, body, day):
    """Who was chair stays a member."""
    were = [term for term in model.state.terms[body] if term.chair and term.covers(day)]
    released(model, body, were, day)
    for term in were:
        begin_term(model, body, Term(term.person, day, term.until))


def release(model, command):
    person, post, day = command.place[0], command.options["from"], read_day(command.options["on"])
    require(person in model.state.people and post in (*model.charter.bodies, *model.charter.offices, *model.charter.roles))
    require(model.may_import(command.actor))
    ended = [term for term in terms_of(model, post) if term.person == person and (term.until is None or day < term.until)]
    require(ended)
    released(model, post, ended, day)


# --- cases ---------------------------------------------------------------------------------------------------------------


def open_case(model, command):
    matter = command.place[0]
    require(matter in model.charter.matters and model.has_power("open", command.actor))
    number = model.next_number("C")
    case = model.state.cases[number] = Case(number, matter, command.actor, model.today)
    model.emit("case_opened", number, subject=number, workflow=matter, opener=command.actor)
    state_facts(model, case, command)
    model.ask(case)


def state_facts(model, case, command):
    """A title, or an amount in dollars."""
    for word in command.place[1:]:
        fact, value = word.split("=")
        require(fact in ("title", "amount"))
        require(fact != "amount" or Fraction(value.removeprefix("USD ")) <= model.charter.most)  # P9: an invariant
        case.facts[fact] = Fraction(value.removeprefix("USD ")) if fact == "amount" else value
    model.emit("facts_stated", case.number, subject=case.number)


def submit(model, command):
    case = model.open_case(command.place[0])
    if len(command.place) > 1:  # facts
        require(command.actor == case.opener)
        state_facts(model, case, command)
        return
    require(case.step == "carry_out" and model.has_role(command.actor, "clerk"))
    model.end_step(case, "done")
    model.end_case(case, "granted")


# --- meetings ------------------------------------------------------------------------------------------------------------


def may_convene(model, body):
    actor = model.command.actor
    return actor in model.chairs(body, model.today) or model.has_power("convene", actor)


def convene(model, command):
    body, on = command.place[0], read_day(command.options["on"])
    require(model.is_body(body))
    require(may_convene(model, body))
    require(on >= model.today)
    notice = model.charter.bodies[body].notice
    waived = command.named("waived")
    if notice and on < days_after(model.today, notice):
        members = model.holders(body, on)
        require(waived and "because" in command.options)
        require(all(person == "all" or person in members for person in waived))
        require(waived != ["all"] or members)
    else:
        require(not waived or (waived == ["all"] and not model.holders(body, on)))
    number = model.next_number("MTG")
    model.state.meetings[number] = Meeting(number, body, on)
    model.emit("convened", number, meeting=number, body=body, on=on.isoformat())


def attend(model, command):
    arrived, left = command.place[1:], command.named("left")
    meeting = model.met(command.place[0])
    model.need_seat_or_record(None, meeting.body, True)
    require(arrived or left)
    members = model.holders(meeting.body, meeting.on)
    here = [person for each in arrived for person in (members if each == "all" else [each])]
    gone = [person for each in left for person in (members if each == "all" else [each])]
    require(here or gone)
    require(all(person in members for person in here))
    require(all(person in here or person in meeting.present for person in gone))
    meeting.present = [person for person in dict.fromkeys(meeting.present + here) if person not in gone]
    model.emit("attended", meeting.number, meeting=meeting.number)


def free_motions(model, meeting):
    """What was put to the meeting is put to it no more, and can be put again."""
    for motion in model.state.motions.values():
        if motion.meeting == meeting.number and not motion.result:
            case = model.state.cases[motion.case]
            part = next(part for part in case.question.leaves() if part.motion == motion.number)
            part.motion, part.put, motion.result = "", False, "withdrawn"
            model.emit("motion_withdrawn", case.number, motion=motion.number)


def cancel(model, command):
    meeting = model.state.meetings[command.place[0]]
    require(not meeting.cancelled and may_convene(model, meeting.body))
    require(not any(motion.meeting == meeting.number and motion.result not in ("", "withdrawn")
                    for motion in model.state.motions.values()))
    free_motions(model, meeting)
    meeting.cancelled = True
    model.emit("cancelled", meeting.number, meeting=meeting.number)


def adjourn(model, command):
    """It goes on on another day, and who is there then is entered anew."""
    meeting, to = model.state.meetings[command.place[0]], read_day(command.options["to"])
    require(not meeting.cancelled and not meeting.until and may_convene(model, meeting.body))
    require(to > meeting.on)
    free_motions(model, meeting)
    model.emit("adjourned", meeting.number, meeting=meeting.number, to=to.isoformat(), **{"from": meeting.on.isoformat()})
    meeting.on, meeting.present = to, []


def recuse(model, command):
    person = command.place[0]
    require(person in model.state.people)
    case = model.open_case(command.options["from"])
    require(person == command.actor or model.has_power("record", command.actor))
    if "withdraw" in command.options:
        require(person in case.recused)
        case.recused.remove(person)
        model.emit("recusal_withdrawn", case.number, subject=case.number, person=person)
        return
    require(person not in case.recused)
    open_motions = [model.state.motions[part.motion] for part in case.question.leaves() if part.put]
    require(not any(person in motion.votes or person in motion.vetoes for motion in open_motions))
    case.recused.append(person)
    model.emit("recused", case.number, subject=case.number, person=person)


# --- motions -------------------------------------------------------------------------------------------------------------


def part_to_put(model, case, to, meeting, actor):
    """Of those who are asked: whom --to names; else whose meeting it is, else the actor's own office."""
    left = case.question.asked()
    if to:
        left = [part for part in left if part.name == to]
    require(left)
    left = [part for part in left if not part.put]
    require(left)

    def prefer(fits):
        kept = [part for part in left if fits(part)]
        return kept or left

    if meeting:
        left = prefer(lambda part: part.name == getattr(model.state.meetings.get(meeting), "body", None))
    else:
        left = prefer(lambda part: not model.is_body(part.name))
    if len(left) > 1:
        left = prefer(lambda part: actor in model.holders(part.name, model.today))
    require(len(left) == 1)
    return left[0]


def move(model, command):
    """To a meeting on its day, or in the night after it; to an office or a person without one."""
    meeting = command.options.get("in", "")
    if meeting:
        require(model.met(meeting).on in (model.today, civil((command.at or command.clock) - NIGHT)))
    put(model, command, model.asked_case(command.place[0], command.options.get("step", "ask")), meeting)


def put(model, command, case, meeting):
    part = part_to_put(model, case, command.options.get("to"), meeting, command.actor)
    require(bool(meeting) == model.is_body(part.name))
    if meeting:
        require(model.state.meetings[meeting].body == part.name)
    model.need_seat_or_record(case, part.name, False)
    number = model.next_number("M")
    ballot = case.asking.ballot if meeting else ""
    model.state.motions[number] = Motion(number, case.number, part.name, ballot, meeting, command.actor,
                                         command.at or command.clock, put=dict(case.facts))
    part.motion, part.put = number, True
    model.stop_clocks(case.number, "ask", "consent")
    model.emit("moved", case.number, motion=number, subject=case.number, decider=part.name, ballot=ballot, meeting=meeting)


def kind_of(model, motion):
    """How votes are given: as the ballot says, else the body, else by name."""
    ballot = model.charter.ballots[motion.ballot].kind if motion.ballot else ""
    body = model.charter.bodies[motion.decider].kind if model.is_body(motion.decider) else ""
    return ballot or body or "named"


def kind_of_asking(model, case, body):
    """The same, of a question that is not yet put to a body."""
    ballot = model.charter.ballots[case.asking.ballot].kind if case.asking.ballot else ""
    return ballot or model.charter.bodies[body].kind or "named"


def roll_of(model, motion):
    """P2, P4: who is entitled, who takes no part, who is there. Whoever has voted is there; an office's holders
    always are."""
    case = model.state.cases[motion.case]
    meeting = model.state.meetings.get(motion.meeting)
    day = meeting.on if meeting else civil(motion.moved)
    in_office = model.holders(motion.decider, day)
    recused = [person for person in in_office if person in case.recused]
    present = [person for person in in_office if person not in recused and
               (not meeting or person in meeting.present and not meeting.until or person in motion.votes)]
    votes = {choice: [person for person, given in motion.votes.items() if given == choice and person in in_office]
             for choice in CHOICES}
    return {"day": day, "in_office": in_office, "recused": recused, "present": present, **votes,
            "chair": next(iter(model.chairs(motion.decider, day)), "")}


def decided_for_another(model, motion, person):
    """P8: who has voted for one office votes for no other; a body decides as a body."""
    if model.is_body(motion.decider):
        return False
    return decided_for_another_part(model, model.state.cases[motion.case], motion.decider, person)


def decided_for_another_part(model, case, name, person):
    """By a vote for another office, or by approving in place of a body."""
    others = [part for part in case.question.leaves() if part.name != name]
    return any(part.approver == person or part.motion and not model.is_body(part.name) and
               person in model.state.motions[part.motion].votes for part in others)


def may_vote(model, motion, roll, person):
    """Between meetings all who are asked answer, until the end of the last day; whoever answers is there."""
    case = model.state.cases[motion.case]
    meeting = model.state.meetings.get(motion.meeting)
    there = roll["in_office"] if meeting and meeting.until and model.today <= meeting.until else roll["present"]
    return (person in there and person != case.opener and person not in case.recused
            and not decided_for_another(model, motion, person))


def voters_left(model, motion, roll):
    """Who may vote and has not; between meetings also when the time is over."""
    case = model.state.cases[motion.case]
    meeting = model.state.meetings.get(motion.meeting)
    there = roll["in_office"] if meeting and meeting.until else roll["present"]
    return [person for person in there if person not in motion.votes and person not in (case.opener, *case.recused)
            and not decided_for_another(model, motion, person)]


def vote(model, command):
    motion = model.open_motion(command.place[0])
    require(kind_of(model, motion) == "named")
    roll = roll_of(model, motion)
    given, alls = {}, [choice for choice in CHOICES if "all" in command.named(choice)]
    for choice in CHOICES:
        for person in command.named(choice):
            if person == "all":
                continue
            require(person in model.state.people and given.get(person, choice) == choice)
            require(may_vote(model, motion, roll, person))
            given[person] = choice
    require(len(alls) <= 1 and (alls or not command.named("except")))
    if alls:
        for person in voters_left(model, motion, roll):
            if person not in given and person not in command.named("except"):
                given[person] = alls[0]
    require(given)
    require(all(person == command.actor for person in given) or model.has_power("record", command.actor))
    for person, choice in given.items():
        motion.votes.pop(person, None)
        motion.votes[person] = choice
    lists = {field: sorted(person for person in given if given[person] == choice)
             for choice, field in (("for", "in_favour"), ("against", "against"), ("abstain", "abstaining"))}
    model.emit("voted", motion.case, motion=motion.number, **{name: people for name, people in lists.items() if people})


def withdraw(model, command):
    word = command.place[0]
    if word in model.state.cases:
        case = model.state.cases[word]
        require(not case.ended)
        require(command.actor == case.opener or model.has_power("record", command.actor))
        model.withdraw_open(case)
        model.emit("case_withdrawn", case.number, subject=case.number)
        model.stop_clocks(case.number, case.step)
        model.end_case(case, "withdrawn")
        return
    motion = model.open_motion(word)
    case = model.state.cases[motion.case]
    if motion.mover != command.actor:
        model.need_seat_or_record(case, motion.decider, True)
    part = next(part for part in case.question.leaves() if part.motion == motion.number)
    part.put = False
    motion.result = "withdrawn"
    model.emit("motion_withdrawn", case.number, motion=motion.number)
    model.withdraw_open(case)
    model.end_question(case, "withdrawn")


# --- closing -------------------------------------------------------------------------------------------------------------


def tally_of(model, command, motion, roll):
    """P3: of a counted or secret ballot the totals, no more than may vote, and of a secret one who voted."""
    totals = dict(word.split("=") for word in command.place[1:])
    tellers, voted = command.named("tellers"), command.named("voted")
    kind = kind_of(model, motion)
    if kind == "named" or not totals:
        require(not totals and not tellers and not voted)
        return None
    require(set(totals) == {"for", "against", "abstaining"})
    require(all(number.isdigit() for number in totals.values()))
    totals = {choice: int(number) for choice, number in totals.items()}
    require(sum(totals.values()) <= len(voters_left(model, motion, roll)))
    require(tellers and "all" not in tellers and all(person in model.state.people for person in tellers))
    if kind == "counted":
        require(not voted)
        return {**totals, "voted": []}
    who = set()
    for person in voted:
        if person == "all":
            who |= set(voters_left(model, motion, roll))
        else:
            require(person in model.state.people and may_vote(model, motion, roll, person))
            who.add(person)
    require(len(who) == sum(totals.values()))
    return {**totals, "voted": sorted(who)}


def thresholds(model, motion):
    body = model.charter.bodies.get(motion.decider)
    if not body:
        return OFFICE_QUORUM, OFFICE_CARRIED
    return body.quorum, model.charter.ballots[motion.ballot].carried if motion.ballot else body.carried


def find_result(model, motion, roll, tally, unopposed, casting):
    """P1, P2: the quorum, then the votes; every comparison; a tie, and what the chair makes of it."""
    body = model.charter.bodies.get(motion.decider)
    quorum, carried = thresholds(model, motion)
    in_favour = tally["for"] if tally else len(roll["for"])
    against = tally["against"] if tally else len(roll["against"])
    lists = {"members": roll["present"], "members present": roll["present"], "members in office": roll["in_office"],
             "votes for": roll["for"], "votes cast": roll["for"] + roll["against"]}
    counts = {"votes for": in_favour, "votes against": against, "votes cast": in_favour + against,
              "members": len(roll["present"]), "members present": len(roll["present"]),
              "members in office": len(roll["in_office"]), "seats": body.seats if body else len(roll["in_office"])}

    def with_role(what, role):
        return sum(model.has_role(person, role, roll["day"]) for person in lists[what])

    leave = len(roll["recused"]) if not body or body.recused_leave else 0
    of_quorum = {**counts, "members in office": counts["members in office"] - leave}
    shown = compare(quorum, "members present", of_quorum, with_role)
    if not all_held(shown):
        return "no_quorum", shown, False
    if unopposed:
        return "carried", shown, False
    votes = compare(carried, "votes for", counts, with_role)
    shown += votes
    if all_held(votes):
        return "carried", shown, False
    tie = in_favour == against > 0
    if not tie or not casting:
        return "lost", shown, tie
    one_more = {**counts, "votes cast": counts["votes cast"] + 1}
    one_more["votes for"] += casting == "for"
    one_more["votes against"] += casting == "against"
    cast = compare(carried, "votes for", one_more, with_role)
    return "carried" if all_held(cast) else "lost", shown + cast, tie


def chair_could_cast(model, motion, roll, tally):
    """Whether the body's rule and the chair's own part let the chair decide a tie."""
    body, chair = model.charter.bodies.get(motion.decider), roll["chair"]
    if not body or body.tie == "is lost" or not chair or not may_vote(model, motion, roll, chair):
        return False
    voted = chair in motion.votes or (tally and chair in tally["voted"])
    return body.tie == "chair decides" or not voted


def close(model, command):
    motion = model.open_motion(command.place[0])
    case = model.state.cases[motion.case]
    model.need_seat_or_record(case, motion.decider, True)
    roll = roll_of(model, motion)
    ballot = model.charter.ballots.get(motion.ballot)
    meeting = model.state.meetings.get(motion.meeting)
    if meeting and meeting.until:
        require(model.today > meeting.until or not voters_left(model, motion, roll))
    else:
        require(not meeting or motion.vetoes or roll["present"] or meeting.present)
    if ballot:
        require((command.at or command.clock) >= motion.moved + ballot.open_hours * 3600)
    tally = tally_of(model, command, motion, roll)
    unopposed, casting = "unopposed" in command.options, command.options.get("casting", "")
    if unopposed:
        require(ballot and ballot.unopposed and not meeting.until)
        require(not roll["against"] and not tally and not motion.vetoes)
        require(voters_left(model, motion, roll) or roll["for"])
    result, shown, tie = find_result(model, motion, roll, tally, unopposed, casting)
    votes = sum((tally[choice] for choice in ("for", "against", "abstaining")) if tally else
                (len(roll[choice]) for choice in CHOICES))
    if motion.vetoes:  # whatever the votes, and without a quorum
        result, tie = "lost", False
    require(result == "no_quorum" or unopposed or votes or motion.vetoes)
    require(casting in ("", "for", "against"))
    if casting:
        require(tie and chair_could_cast(model, motion, roll, tally))
    else:
        require(not (tie and chair_could_cast(model, motion, roll, tally)))
    freeze(model, motion, roll, tally, result, shown)
    lead_on(model, motion, case, result)


def freeze(model, motion, roll, tally, result, shown):
    motion.result = result
    frozen = {name: sorted(roll[name]) for name in ("in_office", "recused", "present", "against")}
    frozen |= {"in_favour": sorted(roll["for"]), "abstaining": sorted(roll["abstain"])}
    model.emit("closed", motion.case, motion=motion.number, result=result, decider=motion.decider, roll=frozen,
               comparisons=shown, tally=tally)


def lead_on(model, motion, case, result):
    part = next(part for part in case.question.leaves() if part.motion == motion.number)
    part.put = False
    if result == "no_quorum":
        part.motion = ""
        case.asking.quorum_lost += 1
        escalate_on(model, case, "quorum_lost", model.today)
        return
    part.result = result
    if result == "carried":
        case.approvals.append((motion.number, motion.put))
    model.settle(case)


VERBS = {"appoint": appoint, "release": release, "open": open_case, "submit": submit, "convene": convene, "attend": attend, "cancel": cancel,
         "adjourn": adjourn,
         "recuse": recuse, "move": move, "vote": vote, "withdraw": withdraw, "close": close}
