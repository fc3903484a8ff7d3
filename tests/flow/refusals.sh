#!/bin/sh
# The common mistakes of a clerk: each is refused with a sentence, changes nothing, and is noted beside the book.
. "$SOURCE/tests/story.sh"

up_to import_people

# Who?
refuses 'nobody here is called "amarra"' open partnership_approval --as amarra
refuses 'may not' open partnership_approval --as emil
refuses 'partnership_approval' open partnership_aproval --as amara
open_case
refuses 'there is no case PRT-2026-007' submit PRT-7 name=x --as amara --at 2026-03-03

# What?
refuses 'did you mean "vertical"' submit $CASE verticle=health --as amara --at 2026-03-03
refuses 'health' submit $CASE vertical=helth --as amara --at 2026-03-03
refuses 'yes or no' submit $CASE personal_data=perhaps --as amara --at 2026-03-03
refuses 'USD' submit $CASE annual_value=100000 --as amara --at 2026-03-03

# Not now, not by this person.
refuses 'does not wait for scores' score $CASE strategic_alignment=9 --as carl --at 2026-03-03
refuses 'does not wait for a decision' move $CASE --as emil --at 2026-03-03
assess
refuses 'scores of emil' score $CASE strategic_alignment=9 --as emil --at 2026-03-04
refuses 'market_impact' score $CASE strategic_alignment=9 --as carl --at 2026-03-04
refuses 'strategic_alignment' score $CASE strategic_alignment=11 market_impact=9 technical_compatibility=8 \
    operational_feasibility=7 financial_value=8 --as carl --at 2026-03-04

# Two clerks: one has looked before the other wrote.
does show $CASE --format json
seen=$(value 'd["version"]')
score carl 2026-03-05 9 9 8 7 8
refuses 'has moved on since you looked' score $CASE strategic_alignment=9 market_impact=8 technical_compatibility=9 \
    operational_feasibility=7 financial_value=8 --as bela --at 2026-03-06 --seen "$seen"
says "bylaw show $CASE"
score bela 2026-03-06 9 8 9 7 8
score amara 2026-03-09 9 10 7 7 8
answer_all

# The meeting.
refuses 'did you mean' convene partnership_review_bord --on 2026-03-24 --at 2026-03-13
does convene partnership_review_board --on 2026-03-24 --at 2026-03-13
refuses 'meets on 2026-03-24' attend MTG-1 emil --at 2026-03-23
refuses 'is no member of' attend MTG-1 jonas --at 2026-03-24
does attend MTG-1 emil farah carl hana --at '2026-03-24 14:00'
does recuse carl --from $CASE --because 'he scored the case' --at '2026-03-24 14:05'
refuses 'say in which with: --in MEETING' move $CASE --as emil --at '2026-03-24 14:10'
move
refuses 'is open' move $CASE --in MTG-1 --as emil --at '2026-03-24 14:11'
refuses 'nobody has voted' close M-1 --at '2026-03-24 14:11'

# The vote: the recused, the absent, the opener, and nobody twice.
refuses 'did you mean "carl"' vote M-1 --for carll --at '2026-03-24 14:20'
refuses 'being recused' vote M-1 --for carl --at '2026-03-24 14:20'
refuses 'goran is not at' vote M-1 --for goran --at '2026-03-24 14:20'
refuses 'is no member of' vote M-1 --for amara --at '2026-03-24 14:20'
refuses 'named with two votes' vote M-1 --for emil farah --against emil --at '2026-03-24 14:20'
refuses 'may not' vote M-1 --for emil --as farah --at '2026-03-24 14:20'
does vote M-1 --for emil farah --abstain hana --at '2026-03-24 14:25'
close_ballot
refuses 'is closed' vote M-1 --for emil --at '2026-03-24 14:40'
refuses 'has not happened yet' submit $CASE --step roadmap --as bela --at 2100-01-01

# Every refused attempt is noted, with who, what and by which rule; none is in the record.
tried=$(wc -l <"$BYLAW_BOOK.refused")
[ "$tried" -ge 25 ] || fail "only $tried refused attempts are noted"
python3 - "$BYLAW_BOOK.refused" <<'END' || fail 'the notes of refused attempts cannot be read'
import json, sys
notes = [json.loads(line) for line in open(sys.argv[1])]
assert all({"when", "system_user", "verb", "refusal"} <= set(note) for note in notes)
assert [note["verb"] for note in notes if note["refusal"] == "MOVED_ON"] == ["score"]
END
[ "$(stat -c %a "$BYLAW_BOOK.refused")" = 600 ] || fail 'others can read who was refused'
does verify
does replay

# The exit codes: 2 for calls that make no sense, 3 for what cannot be had.
ends 2
ends 2 vot M-1
says 'there is no verb "vot"'
ends 2 vote M-1 --four emil
says 'has no option --four'
ends 2 vote
says 'vote needs MOTION'
ends 2 docket --format xml
ends 2 show $CASE --seen soon
ends 2 submit $CASE --step roadmap --at yesterday
says 'is no time'
ends 2 evaluate recommandation --rules "$RULES" "$WORKFLOWS" --facts "$SOURCE/tests/data/health-data-provider.yaml"
says 'did you mean "recommendation"'
ends 3 docket --book nowhere.book
ends 3 import nobody.yaml
(unset BYLAW_BOOK && ends 2 docket && says 'which book?') || exit 1
does help vote
says 'usage: bylaw vote'
does help veto
says 'For example:'
ends 2 check --explain X1
says 'a code looks like E0102'
