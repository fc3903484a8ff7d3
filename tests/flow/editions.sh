#!/bin/sh
# The rules change while a case is under way: the board ratifies a new edition, the case goes on under its own, a
# new one opens under the new, and the old one is moved when its clerk says so.
. "$SOURCE/tests/story.sh"

up_to open_case
mkdir next
cp -r "$RULES" "$WORKFLOWS" next
sed -i -e 's/"2026.1"/"2026.2"/' -e 's/from 2026-01-01/from 2026-03-11/' next/rules/charter.bylaw
sed -i -e 's/within: 10 working days/within: 20 working days/' next/workflows/partnership-approval.yaml

refuses 'emil alone may not' ratify --rules next/rules next/workflows --as emil --at 2026-03-10
does convene partnership_review_board --on 2026-03-10 --at 2026-03-05
does attend MTG-1 all --at '2026-03-10 09:00'
does ratify --rules next/rules next/workflows --in MTG-1 --at '2026-03-10 09:05'
says 'Ratify edition 2026.2'
says 'partnership_approval'
does vote M-1 --for all --at '2026-03-10 09:10'
does close M-1 --at '2026-03-10 09:15'
says 'is in force from 2026-03-11, ratified by'
does due --at 2026-03-10
says 'edition 2026.2 of the charter comes into force'

# A new case is opened under the new edition, and the old one keeps its own.
does open partnership_approval --as amara --at 2026-03-12
says 'came into force on 2026-03-11'
does show $CASE --format json --at 2026-03-12
old=$(value 'd["charter"]')
does show PRT-2 --format json --at 2026-03-12
[ "$(value 'd["charter"]')" != "$old" ] || fail 'both cases are under one edition'

# Moved, its deadline is that of the new rules, counted from the day on which the step began.
does migrate --all --dry-run --at 2026-03-12
says 'goes on under edition 2026.2, no longer 2026.1'
says 'due: 2026-03-30'
does migrate $CASE --at 2026-03-12
does advance --at 2026-03-20
says 'Nothing has fallen due'
refuses 'goes on under edition 2026.2 already' migrate $CASE --at 2026-03-20

# What falls due is entered by itself while the program runs, which ends when it is told to.
"$BYLAW" run --every 600 --at 2026-04-01 >log 2>err &
runs=$!
for look in $(seq 300); do
    [ -s log ] && break
    sleep 0.1
done
kill -TERM $runs
wait $runs || fail 'bylaw run did not end well'
grep -q 'initial_assessment was due by 2026-03-30 and is overdue' log || fail "nothing was entered by look $look"
does run --once --at 2026-04-01
does replay
says 'Identical'
does verify
does rebuild
does show $CASE --format json --at 2026-03-20
[ "$(value 'd["charter"]')" != "$old" ] || fail 'the case has not moved'
