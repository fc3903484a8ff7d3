#!/bin/sh
# Meetings and what falls due, as a calendar that other programs read. READER is such a program, where there is one.
. "$SOURCE/tests/story.sh"

# What a program that keeps calendars sees: folded lines put together again, without the returns.
unfolded() { tr -d '\r' <"$1" | sed ':a; N; $!ba; s/\n //g'; }
event() { unfolded "$1" | sed -n "/^UID:$2@/,/^END:VEVENT/p" >found; }
shows() { grep -qFx -e "$1" found || fail "the event should have: $1 $(cat found)"; }

up_to meet
does assign MTG-1 'Write; in full, to "them": a letter that is long enough for a line of it to be folded' \
    --to farah --due 2026-04-01 --about $CASE --at '2026-03-24 14:35'
does convene partnership_review_board --on 2026-04-20 --time 14:00 --place 'Room <4>, é' --at '2026-04-08 09:00'
does convene partnership_review_board --on 2026-05-20 --time 14:00 --at '2026-04-08 09:10'
does cancel MTG-3 --because 'no business' --at '2026-04-08 09:20'
does calendar --at 2026-04-09 --out all.ics

event all.ics MTG-2026-001
shows 'DTSTART;VALUE=DATE:20260324'
event all.ics MTG-2026-002
shows 'DTSTART;TZID=America/New_York:20260420T140000'
shows 'LOCATION:Room <4>\, é'
shows 'STATUS:CONFIRMED'
grep -q '^TZID:America/New_York' all.ics || fail 'the zone is not described'
event all.ics MTG-2026-003
shows 'STATUS:CANCELLED'
event all.ics $CASE-board
shows 'DTSTART;VALUE=DATE:20260411'
event all.ics MTG-2026-001-action-1
shows 'SUMMARY:Write\; in full\, to "them": a letter that is long enough for a line of it to be folded'
event all.ics partnership_ethics-$CASE-2027-03-12
shows 'SUMMARY:partnership_ethics opens ethics_reassessment'
event all.ics partnership_review_board-P-000007-2026-01-01
shows 'SUMMARY:last day of Goran Petrov in partnership_review_board'

# The clock does not show in it: what was entered when does.
does calendar --at 2026-04-09 --out again.ics
cmp all.ics again.ics || fail 'the same book has two calendars'

# Whose it is.
does calendar partnership_review_board --at 2026-04-09
says 'UID:MTG-2026-002@'
does calendar ethics_review_panel --at 2026-04-09
hides 'UID:MTG-2026-002@'
does calendar amara --at 2026-04-09
hides "UID:MTG-2026-001-action-1@"
does calendar farah --at 2026-04-09
says "UID:MTG-2026-001-action-1@"
ends 1 calendar partnership_review_bord
says 'did you mean "partnership_review_board"'
ends 3 calendar --out nowhere/all.ics

${READER:-true} all.ics
