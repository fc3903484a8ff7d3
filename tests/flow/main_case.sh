#!/bin/sh
# The handbook's worked example (§2.2), from its rules to an approval with a verified record.
. "$SOURCE/tests/story.sh"

# The rules.
does check "$RULES" "$WORKFLOWS"
does test "$RULES" "$WORKFLOWS"
says '0 failed'
does evaluate recommendation --rules "$RULES" "$WORKFLOWS" --facts "$SOURCE/tests/data/health-data-provider.yaml" --explain
says 'recommend'
says 'row R4'
says '9 x 25% + 9 x 20% + 8 x 25% + 7 x 15% + 8 x 15% = 8.3'
says 'evaluation.bylaw:'
says '(§2.2)'
says 'What would have changed it'
does evaluate evaluation --rules "$RULES" "$WORKFLOWS" --facts "$SOURCE/tests/data/health-data-provider.yaml" --format json
is 'd["determination"]["total"]' 8.3

# People.
new_book
says 'verifier key'
[ "$(stat -c %a "$BYLAW_BOOK.key")" = 600 ] || fail 'the key can be read by others'
import_people
does show people
says 'Goran Petrov'
does show partnership_review_board --at 2026-03-24
says 'Emil Sand, chair'
does show partnership_review_board --at 2027-01-01
hides 'Goran Petrov'

# The case is opened and assessed.
open_case
says $CASE
does docket --at 2026-03-02
says 'business_development'
assess
does docket carl --at 2026-03-04
says 'detailed_analysis'
does docket bela --at 2026-03-04
says 'detailed_analysis'
does docket goran --at 2026-03-04
says 'nothing waits'

# Three sheets, whose means make the example's scores: (9+9+9)/3, (9+8+10)/3, (8+9+7)/3, 7, 8.
score carl 2026-03-05 9 9 8 7 8
hides 'recommendation'
score bela 2026-03-06 9 8 9 7 8
score amara 2026-03-09 9 10 7 7 8
says 'recommendation: recommend, by row R4'
does history $CASE --format json
is '[e["body"]["row"] for e in d["entries"] if e["entry_kind"] == "determined" and e["body"]["unit"] == "recommendation"]' "['R4']"

# The ethics review applies, and is answered.
does docket --at 2026-03-10
says 'ethics_review_panel'
answer_all
does docket --at 2026-03-12
says 'partnership_review_board'

# The board: four may vote, one abstains, three are for it.
meet
does show MTG-1 --at 2026-03-24
says 'Hana Kim'
move
vote
does show M-1 --at 2026-03-24
says 'Farah Aziz'
close_ballot
says 'M-2026-001 was carried'
says 'votes for 3 > 1/2 of votes cast 3 = 3/2: yes'
says 'members present 4 > 1/2 of members in office 4 = 2: yes'
says 'Carl Ito'

# Planning, in any order; the last branch ends the case.
does docket --at 2026-03-25
says 'roadmap'
says 'resources'
says 'metrics'
plan
says "$CASE ended: approved"
does docket --at 2026-04-03
says '0 open cases'
does show $CASE
says 'approved'
does history $CASE
says 'Emil Sand: move'
says 'recorded'

# The record.
does replay --format json
is 'd["identical"]' True
is 'd["entries"]' "$(entries)"
does verify --format json
is 'd["sound"]' True
is 'd["head_signed"]' True
key=$(value 'd["verifier_key"]')
does checkpoint
cp out checkpoint
head -n 1 checkpoint | grep -qx 'bylaw.example/story' || fail 'a checkpoint begins with its origin'
"$BYLAW" receipt $CASE >receipt
python3 "$SOURCE/tests/verifier/verify.py" receipt receipt --key "$key" >out 2>err || fail 'the receipt does not verify'
python3 "$SOURCE/tests/verifier/verify.py" book "$BYLAW_BOOK" --key "$key" >out 2>err || fail 'the book does not verify'

# What is not in the record has no receipt; a receipt that was changed does not verify.
ends 1 receipt 100000
sed 's/approved/declined/' receipt >changed
! cmp -s receipt changed || base64 -w0 receipt >changed
! python3 "$SOURCE/tests/verifier/verify.py" receipt changed --key "$key" >out 2>err || fail 'a changed receipt verifies'
