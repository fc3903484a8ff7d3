#!/bin/sh
# A board's meeting as its secretary keeps it, from its notice to its minutes.
. "$SOURCE/tests/story.sh"

write_rules() {
    mkdir rules
    cp "$RULES"/*.bylaw rules
    sed -i '/^body partnership_review_board/,/^}/s/^  meets .*/&\n  notice  5 working days/' rules/governance.bylaw
}

write_rules
does init --rules rules "$WORKFLOWS" --origin bylaw.example/story --me dina --at '2026-02-27 09:00'
import_people
open_case
assess
score_all
answer_all

# Notice.
refuses 'has to be convened 5 working days before' convene partnership_review_board --on 2026-03-17 --at 2026-03-13
does convene partnership_review_board --on 2026-03-24 --time 14:00 --place 'Room <4>' --at '2026-03-13 09:00'
does attend MTG-1 --apologies goran --at 2026-03-20

# The agenda, from what waits for the board.
does agenda MTG-1 --at 2026-03-20
says 'Agenda: Partnership Review Board, 2026-03-24'
says 'Partnership evaluation and approval'
says 'PRT-2026-001'
hides 'vertical: health'
does agenda MTG-1 --papers --at 2026-03-20
says 'vertical: health (Amara Okafor'
says 'evaluation: 8.3'
does agenda MTG-1 --papers --form html --at 2026-03-20
says 'Room &lt;4&gt;'
does agenda MTG-1 --format json --at 2026-03-20
is '[i["case"] for i in d["items"]]' "['PRT-2026-001']"
ends 2 agenda MTG-1 --form pdf
ends 1 agenda MTG-7


# Who looks into it, and what else comes up.
does reviewer MTG-1 hana --about $CASE --at 2026-03-20
does docket hana --at 2026-03-20
says 'waits for Hana Kim to report on it for MTG-2026-001'
does report MTG-1 'The papers are complete.' --about $CASE --as hana --at 2026-03-20
does item MTG-1 'Report of the chair' --place 1 --at 2026-03-20
does agenda MTG-1 --at 2026-03-20
says '1. Report of the chair'
says "2. Partnership evaluation and approval, $CASE"
says 'Primary reviewer: Hana Kim, who reports: The papers are complete.'

# The meeting.
does attend MTG-1 emil farah carl --observers bela --at '2026-03-24 14:00'
does recuse carl --from $CASE --because 'he scored the case' --at '2026-03-24 14:05'
does note MTG-1 'The year was reviewed.' --at '2026-03-24 14:06'
does attend MTG-1 hana --at '2026-03-24 14:08'
does note MTG-1 'Whether *reuse* is covered' --about $CASE --issue --resolved 'A new form is asked for' --at '2026-03-24 14:09'
move
does vote M-1 --for all --abstain hana --at '2026-03-24 14:25'
does close M-1 --at '2026-03-24 14:30'
does assign MTG-1 'Write to the partner' --to farah --due 2026-04-01 --about $CASE --at '2026-03-24 14:35'
does attend MTG-1 --left farah --at '2026-03-24 14:40'

# A closed session, whose words are not for everybody; the digest is that of the whole.
does closed MTG-1 --because 'a matter of staff' --at '2026-03-24 14:41'
does note MTG-1 'Her leave was granted.' --at '2026-03-24 14:42'
does closed MTG-1 --ends --at '2026-03-24 14:43'
does history MTG-1
hides 'Her leave'
does minutes MTG-1 --for public
says 'In closed session from 14:41 until 14:43: a matter of staff'
says 'In closed session: (left out)'
says 'which are for the public: 1 of its'
hides 'Her leave'
tail -n 12 out | grep -o '[0-9a-f]\{64\}' >digest.public
does minutes MTG-1 --for amara
hides 'Her leave'
does minutes MTG-1 --for goran
says 'In closed session: Her leave was granted.'
grep -qf digest.public out || fail 'redacted minutes have another digest'

# Its minutes.
does minutes MTG-1
cp out minutes.txt
says 'Minutes: Partnership Review Board, 2026-03-24 (draft)'
says 'Apologies: Goran Petrov'
says 'Emil Sand, chair, from 14:00'
says 'Farah Aziz, from 14:00 until 14:40'
says 'Bela Novak, from 14:00'
says 'Carl Ito takes no part: he scored the case'
says 'Controverted issue: Whether *reuse* is covered'
says 'Resolution: A new form is asked for'
says 'Moved by: Emil Sand'
says 'For: Emil Sand, Farah Aziz'
says 'quorum: members present 3, needed more than 1/2 of members in office'
says 'Farah Aziz: Write to the partner, by 2026-04-01'
does minutes MTG-1 --form md
says '# Minutes: Partnership Review Board'
says 'Whether \*reuse\* is covered'
does minutes MTG-1 --form html
says 'Room &lt;4&gt;'
says '<h2>2. Partnership evaluation and approval, PRT-2026-001</h2>'

# What was printed is checked against the book: its entries, one a line, have the digest.
does minutes MTG-1 --format json
digest=$(value 'd["digest"]')
grep -q "$digest" minutes.txt || fail 'the printed minutes have another digest'

# The next meeting approves them, as they were printed; what is entered later is told.
does convene partnership_review_board --on 2026-04-20 --at '2026-04-08 09:00'
does agenda MTG-2 --at 2026-04-09
says 'Minutes to approve: MTG-2026-001'
does attend MTG-2 emil farah hana --at '2026-04-20 14:00'
refuses 'have the digest' approve MTG-1 --in MTG-2 --digest abc --at '2026-04-20 14:01'
does approve MTG-1 --in MTG-2 --digest "$digest" --at '2026-04-20 14:02'
does close M-2 --unopposed --at '2026-04-20 14:03'
does minutes MTG-1
says '(approved)'
says "$digest"
says 'They were approved by M-2026-002.'
does minutes MTG-2
says 'Earlier minutes, MTG-2026-001'
says 'M-2026-002, Approve the minutes of MTG-2026-001: carried'
does correct M-1 --no-vote farah --because 'she was out of the room' --at 2026-04-21
does minutes MTG-1
says 'For: Emil Sand, Farah Aziz'
says 'Corrected later, since she was out of the room: M-2026-001 as corrected, not voting: Farah'
does note MTG-1 'The room was cold.' --at '2026-03-24 15:00'
does minutes MTG-1
says '(changed since)'
says "with the digest $digest"

does replay
does verify
