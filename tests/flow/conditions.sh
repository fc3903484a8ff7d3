#!/bin/sh
# A lapsed condition, as docs/conditions.md tells it: what it tells a reader to type works, from first to last.
. "$SOURCE/tests/story.sh"

new_book
import_people
open_case
assess
score_all
answer_all
does convene partnership_review_board --on 2026-03-24 --at 2026-03-13
does attend MTG-1 emil farah goran hana --at '2026-03-24 14:00'
move

awk '/^```sh$/ { code = 1; next } /^```$/ { code = 0 } code' "$SOURCE/docs/conditions.md" >typed.sh
[ "$(wc -l <typed.sh)" -ge 15 ] || fail 'the page has lost its commands'
bylaw() { "$BYLAW" "$@"; }
set +e
(set -e && . ./typed.sh) >out 2>err
[ $? -eq 0 ] || fail 'the page does not work as it is'
set -e
hides 'Condition 3: '
says 'Condition 1 of PRT-2026-001: A signed data agreement, by 2026-05-01'
says 'Condition 1: A signed data agreement, by 2026-05-01; met by Amara Okafor'
says 'So: condition 1 of PRT-2026-001: A signed data agreement, by 2026-05-01'
says 'Found: condition 1 of PRT-2026-001 has time until 2026-05-15, and not until 2026-05-01'
says 'condition 1  A signed data agreement: lapsed, due by 2026-05-15'
says 'condition 1  A signed data agreement: discharged, as shown by: the copy of May 12'

# What lapsed is not met by an act dated before it.
plan
does advance --at 2026-06-05
does show $CASE
says 'approved'
says 'condition 2  A plan for leaving: lapsed'
refuses 'lies before a lapse that is recorded' discharge $CASE 2 --evidence 'the plan' --in MTG-1 --as emil --at 2026-05-30
does rebuild
does replay
does verify
