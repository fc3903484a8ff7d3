#!/bin/sh
# A partner changes after the board has approved it: the approval no longer holds, and the board decides again.
. "$SOURCE/tests/story.sh"

up_to close_ballot
does submit $CASE vertical=finance --as amara --at '2026-03-26 10:00'
says 'what was decided at board no longer holds: vertical has changed, from health to finance'
does show $CASE --at '2026-03-26 11:00'
says 'No longer holds'
says 'board, by M-2026-001: vertical has changed, from health to finance'
says 'decide again with: bylaw reconsider'

refuses 'amara may not have it decided again' reconsider $CASE --because 'another vertical' --as amara --at 2026-03-27
ends 2 reconsider $CASE --as emil --at 2026-03-27
says 'reconsider needs --because'
refuses 'roadmap of PRT-2026-001 is open' reconsider $CASE --step roadmap --because 'another vertical' --as emil --at 2026-03-27
refuses 'no step "nowhere"' reconsider $CASE --step nowhere --because 'another vertical' --as emil --at 2026-03-27
does reconsider $CASE --because 'another vertical' --as emil --at '2026-03-27 10:00'
says 'board is decided anew, and what was open is set aside: another vertical'
does show $CASE --at '2026-03-27 11:00'
hides 'No longer holds'
says 'set_aside'
does convene partnership_review_board --on 2026-03-30 --at '2026-03-27 12:00'
does attend MTG-2 all --at '2026-03-30 14:00'
does move $CASE --in MTG-2 --as emil --at '2026-03-30 14:10'
does vote M-2 --for all --at '2026-03-30 14:25'
does close M-2 --at '2026-03-30 14:30'
does show $CASE --at '2026-03-31 10:00'
says 'roadmap'
does replay
says 'Identical'
does rebuild
does verify
