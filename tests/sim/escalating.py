"""Where an undecided question goes, and what silence comes to (docs/language.md, "Escalations"; law P7)."""

from laws import working_days_after
from model import FALLS_DUE, Part


def move_up(model, case, cause, due):
    """To the next level, whose time counts from the day on which this fell due; what was put is withdrawn."""
    asking = case.asking
    escalation = model.charter.escalations[asking.escalation]
    if asking.level >= len(escalation.levels):
        return
    level = escalation.levels[asking.level]
    model.withdraw_open(case)
    asking.level += 1
    asking.question = Part(level.to)
    until = working_days_after(due, level.within)
    model.emit("escalated", case.number, subject=case.number, level=asking.level, decider=level.to, cause=cause,
               due=due.isoformat(), until=until.isoformat() if until else "")
    model.stop_clocks(case.number, "ask", "undecided", "consent", "level")
    model.start_clock(until, case, "level")


def escalate_on(model, case, cause, due):
    """Only from the first level, and where the escalation starts so."""
    escalation = model.charter.escalations.get(case.asking.escalation)
    if not escalation or case.asking.level > 0:
        return
    starts = {"undecided": escalation.undecided, "objection": escalation.objection,
              "quorum_lost": escalation.quorum and case.asking.quorum_lost >= escalation.quorum}
    if starts[cause]:
        move_up(model, case, cause, due)


def lapse(case, day):
    """Nothing dated up to that day can be entered any more."""
    case.lapsed = max(case.lapsed or day, day)


def undecided(model, case, due):
    lapse(case, due)
    escalate_on(model, case, "undecided", due)


def silence(model, case, due):
    """At the last level it rejects."""
    asking = case.asking
    level = model.charter.escalations[asking.escalation].levels[asking.level - 1]
    lapse(case, due)
    model.emit("silence", case.number, subject=case.number, level=asking.level, due=due.isoformat(), result=level.silence)
    if level.silence == "next":
        move_up(model, case, "silence", due)
        return
    model.withdraw_open(case)
    model.end_question(case, "rejected")


def consent(model, case, due):
    """Carried when nobody of the body has objected, where somebody could have."""
    members = model.holders(case.question.name, due)
    silent = [person for person in members if person not in (case.opener, *case.recused)]
    passes = silent and model.may_carry_out(case)
    result = "carried" if passes else "blocked"
    lapse(case, due)
    model.emit("consented", case.number, subject=case.number, due=due.isoformat(), result=result,
               silent=silent if passes else [])
    if passes:
        case.question.result = "carried"
        case.approvals.append(("", dict(case.facts)))
        model.settle(case)


FALLS_DUE.update({"undecided": undecided, "level": silence, "consent": consent})
