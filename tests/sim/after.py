"""What is decided without a vote, and what comes after or in place of a decision (docs/language.md, docs/meetings.md)."""

from datetime import timedelta

from escalating import escalate_on, move_up
from laws import LISTED, read_day, working_days_after, works
from model import Meeting, require
from verbs import VERBS, decided_for_another_part, kind_of_asking, may_convene, put


def circulate(model, command):
    """A body that may is asked between its meetings, and answers by name."""
    case = model.asked_case(command.place[0], command.options.get("step", "ask"))
    to, until = command.options.get("to"), read_day(command.options["until"])
    bodies = [part for part in case.question.asked() if model.is_body(part.name) and to in (None, part.name)]
    require(bodies)
    body = model.charter.bodies[bodies[0].name]
    require(body.circulates and kind_of_asking(model, case, body.name) == "named")
    require(may_convene(model, body.name) and until >= model.today)
    number = model.next_number("MTG")
    model.state.meetings[number] = Meeting(number, body.name, model.today, until)
    model.emit("circulated", number, meeting=number, body=body.name, until=until.isoformat())
    command.options["to"] = body.name
    put(model, command, case, number)


def expedite(model, command):
    """A reviewer approves in place of the body, or leaves it to the body; nobody declines so."""
    case = model.asked_case(command.place[0], command.options.get("step", "ask"))
    ballot = model.charter.ballots.get(case.asking.ballot)
    require(ballot and ballot.expedited and case.asking.level == 0)
    part = [part for part in case.question.asked() if model.is_body(part.name) and not part.put][0]
    actor = command.actor
    require(model.has_role(actor, ballot.expedited) and actor not in (case.opener, *case.recused))
    require(not part.referred and not decided_for_another_part(model, case, part.name, actor))
    require(command.place[1] in ("approve", "refer"))
    result = "approved" if command.place[1] == "approve" else "referred"
    model.emit("expedited", case.number, subject=case.number, decider=part.name, person=actor, result=result)
    model.stop_clocks(case.number, "ask", "consent")
    if result == "referred":
        part.referred = True
        return
    part.result, part.approver = "carried", actor
    case.approvals.append(("", dict(case.facts)))
    model.settle(case)


def veto(model, command):
    motion = model.open_motion(command.place[0])
    case, actor = model.state.cases[motion.case], command.actor
    if "withdraw" in command.options:
        require(actor in motion.vetoes)
        motion.vetoes.remove(actor)
        model.emit("veto_withdrawn", case.number, motion=motion.number, person=actor)
        return
    ballot = model.charter.ballots.get(motion.ballot)
    day = model.state.meetings[motion.meeting].on if motion.meeting else None
    require(ballot and ballot.veto and model.has_role(actor, ballot.veto, day))
    require(actor not in (case.opener, *case.recused, *motion.vetoes))
    require(not ballot.reasoned or command.options.get("because", "").strip())
    motion.vetoes.append(actor)
    model.emit("vetoed", case.number, motion=motion.number, person=actor)


def object_to(model, command):
    case, actor = model.asked_case(command.place[0], command.options.get("step", "ask")), command.actor
    require(any(actor in model.holders(part.name, model.today) for part in case.question.asked()))
    require(actor not in case.recused)
    escalation = model.charter.escalations.get(case.asking.escalation)
    runs = any(clock[1:] == (case.number, "ask", "consent") for clock in model.state.clocks)
    require(runs or escalation and escalation.objection and case.asking.level == 0)
    model.emit("objected", case.number, subject=case.number, person=actor)
    model.stop_clocks(case.number, "ask", "consent")
    escalate_on(model, case, "objection", model.today)


# --- whether a case goes on ----------------------------------------------------------------------------------------------


def suspend(model, command):
    """Its clocks stand still."""
    case = model.open_case(command.place[0])
    require(model.has_power("record", command.actor))
    case.suspended = model.today
    case.paused = [clock for clock in model.state.clocks if clock[1] == case.number]
    model.state.clocks = [clock for clock in model.state.clocks if clock[1] != case.number]
    model.emit("suspended", case.number, subject=case.number)


def moved_by(due, days):
    """And on to the next working day, where that is none."""
    due += timedelta(days=days)
    while days and due.year == LISTED and not works(due):
        due += timedelta(days=1)
    return due


def resume(model, command):
    case = model.state.cases[command.place[0]]
    require(case.suspended and model.has_power("record", command.actor) and model.today >= case.suspended)
    days = (model.today - case.suspended).days
    moved = [(moved_by(due, days), number, step, what) for due, number, step, what in case.paused]
    model.emit("resumed", case.number, subject=case.number, since=case.suspended.isoformat(),
               clocks=[{"step": was[2], "what": was[3], "due": was[0].isoformat(), "moved": now[0].isoformat()}
                       for was, now in zip(case.paused, moved)])
    model.state.clocks += moved
    case.suspended, case.paused = None, []


def take_up(model, case, step):
    """What is open is set aside, and it goes on at the step."""
    model.withdraw_open(case)
    model.emit("reopened", case.number, subject=case.number, step=step, lapsed=case.lapsed.isoformat() if case.lapsed else "")
    model.stop_clocks(case.number, "ask")
    model.stop_clocks(case.number, "carry_out")
    case.ended, case.lapsed = "", None
    enter_again(model, case, step)


def enter_again(model, case, step):
    if step == "ask":
        model.ask(case)
    else:
        model.carry_out_step(case)


def reopen(model, command):
    case = model.state.cases[command.place[0]]
    require(not case.suspended and model.has_power("record", command.actor))
    require(case.ended or case.lapsed)
    step = command.options.get("step") or ("ask" if case.lapsed else case.step)
    require(step in case.been)
    take_up(model, case, step)


def appeal(model, command):
    """What was decided is put to the level above, in time, by who asked for it or was asked."""
    case, actor = model.state.cases[command.place[0]], command.actor
    require(not case.suspended and command.options.get("step", "ask") == "ask")
    decided = [asking for asking in case.askings if asking.outcome in ("carried", "lost", "rejected")]
    asking = decided[-1]
    require(actor == case.opener or any(actor in model.holders(part.name, model.today) for part in asking.question.leaves()))
    escalation = model.charter.escalations.get(asking.escalation)
    require(escalation and escalation.appeal and asking.level < len(escalation.levels))
    until = working_days_after(asking.ended, escalation.appeal)
    require(until is None or model.today <= until)
    model.emit("appealed", case.number, subject=case.number, person=actor, level=asking.level or "")
    take_up(model, case, "ask")
    case.asking.level = asking.level
    move_up(model, case, "appeal", model.today)


def reconsider(model, command):
    """A step of an open case is decided again, by one who decided it or who records."""
    case = model.open_case(command.place[0])
    require(case.step == "carry_out" and command.options.get("step", "ask") == "ask")
    asked = any(command.actor in model.holders(part.name, model.today) for part in case.question.leaves())
    require(asked or model.has_power("record", command.actor))
    model.emit("reconsidered", case.number, subject=case.number)
    model.stop_clocks(case.number, "carry_out")
    model.ask(case)


VERBS.update({"circulate": circulate, "expedite": expedite, "veto": veto, "object": object_to, "suspend": suspend,
              "resume": resume, "reopen": reopen, "appeal": appeal, "reconsider": reconsider})
