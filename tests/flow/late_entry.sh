#!/bin/sh
# What happened and when it was written down are two times: a meeting's papers come in days later, and nothing
# that fell due in between is lost.
. "$SOURCE/tests/story.sh"

# Tuesday's meeting is entered on Thursday.
up_to answer_all
does convene partnership_review_board --on 2026-03-24 --at 2026-03-13
does attend MTG-1 all --at '2026-03-24 14:00'
does recuse carl --from $CASE --because 'he scored the case' --at '2026-03-24 14:05'
move
vote
does history MTG-1 --format json
is 'sorted({e["happened"][:10] for e in d["entries"]})' "['2026-03-13', '2026-03-24']"
is 'all(e["recorded"] > e["happened"] for e in d["entries"])' True
does history $CASE --format json
is 'all(a["recorded"] <= b["recorded"] for a, b in zip(d["entries"], d["entries"][1:]))' True

# The roll is that of the meeting's day: Goran's term ends with the year, and he was in office on that day.
close_ballot
says 'Goran Petrov'

# A task that nobody does: its deadline passes (ten working days), once, whenever it is looked at.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to open_case
does advance --at 2026-03-16
says 'Nothing has fallen due'
does docket --at 2026-03-16
hides 'overdue'
does advance --at 2026-03-20
says 'overdue'
does advance --at 2026-03-20
says 'Nothing has fallen due'
does docket --at 2026-03-20
says 'overdue'
does history $CASE --format json
is '[e["body"]["due"] for e in d["entries"] if e["entry_kind"] == "deadline_passed"]' "['2026-03-16']"

# Work may come in late all the same.
does submit $CASE name=MedData vertical=health personal_data=no contact=x@meddata.example --as amara --at 2026-03-23
says 'detailed_analysis began'

# A board that does not decide: after thirty days the question goes up to the Executive Committee, when anybody
# next looks, dated as of the day it was due.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to answer_all
does docket --at 2026-04-10
says 'partnership_review_board'
does advance --at 2026-04-10
hides 'went up'
does advance --at 2026-04-20
says 'went up to executive_committee'
does docket --at 2026-04-20
says 'executive_committee'
hides 'partnership_review_board'
does history $CASE --format json
is '[(e["body"]["decider"], e["body"]["level"]) for e in d["entries"] if e["entry_kind"] == "escalated"]' "[('executive_committee', 1)]"

# What is dated before a lapse that is recorded is refused: the question was moved up without it.
refuses 'lies before a lapse' recuse carl --from $CASE --because 'he scored the case' --at 2026-04-01

# A meeting of the board comes too late; its own level passes in silence, and the next has the question.
does convene partnership_review_board --on 2026-04-21 --at 2026-04-20
does attend MTG-1 all --at 2026-04-21
refuses 'executive_committee decides' move $CASE --in MTG-1 --as emil --at 2026-04-21
does advance --at 2026-04-27
says 'silence'
does docket --at 2026-04-27
says 'ceo'

# The last level's silence rejects, and the workflow says where that leads.
does advance --at 2026-06-01
says "$CASE ended: declined"
does replay
does verify

# However many come by and whenever, the record is the same: late, in one go.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to answer_all
does advance --at 2026-06-01
says 'went up to executive_committee'
says "$CASE ended: declined"
does replay
