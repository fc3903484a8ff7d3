#!/bin/sh
# A purchase that several decide: two officers, distinct people, then the committee; with who recommends.
. "$SOURCE/tests/story.sh"

write_buying
does check buying
says 'no errors'
open_buying

# Who decides, and who else is named; by the rules alone, and in a case.
printf 'asking: spend\namount: USD 80_000\n' >facts.yaml
does evaluate spending --rules buying --facts facts.yaml --explain
says 'spending: cfo and coo then executive_committee'
says 'recommends    clerk, cto'
says 'consulted     ceo'
says 'informed      clerk'
says 'less than USD 50000 instead of USD 80000 (over USD 30000 less): row S1, decided by 1 of (cfo, coo)'
does show $CASE --at 2026-03-02
says 'for cfo and coo then executive_committee to decide'
says 'is asked when others have carried'
says 'consulted: ceo'
does docket --at 2026-03-02
says 'waits for cfo (Carl Ito or Hana Kim) to decide: Buy a mill; consulted: ceo; informed: clerk'
says 'waits for coo (Hana Kim) to decide'
says 'waits for cto (Goran Petrov) to recommend: Buy a mill'
hides 'waits for executive_committee'
does recommend $CASE yes --because 'the old one fails' --as goran --at 2026-03-03
refuses 'is not for emil to do' recommend $CASE yes --because 'I like it' --as emil --at 2026-03-03

# One person is not two, even holding both offices.
does move $CASE --as hana --to cfo --at '2026-03-03 09:00'
says 'recommended by cto; nothing was said by clerk'
does vote M-1 --for hana --as hana --at '2026-03-03 09:05'
does close M-1 --as hana --at '2026-03-03 09:10'
does move $CASE --at '2026-03-03 09:20'
refuses 'a joint decision needs distinct people' vote M-2 --for hana --as hana --at '2026-03-03 09:25'
does vote M-2 --for all --as emil --at '2026-03-03 09:30'
hides 'Hana'
does close M-2 --as emil --at '2026-03-03 09:35'

# Both have carried it: now the committee is asked, as a body, whatever else its members decided.
does show $CASE --at 2026-03-03
says 'carried by M-2026-001'
does docket --at 2026-03-03
says 'waits for executive_committee to decide: Buy a mill'
does convene executive_committee --on 2026-03-05 --at 2026-03-04
does attend MTG-1 all --at '2026-03-05 10:00'
does move $CASE --in MTG-1 --at '2026-03-05 10:05'
does vote M-3 --for all --at '2026-03-05 10:10'
does close M-3 --at '2026-03-05 10:15'
says "$CASE ended: bought"
says 'was carried by cfo and coo then executive_committee'
does show M-1
says 'recommended by'

# Where one is enough, the other's open motion falls away.
does open buying item=chairs 'amount=USD 900' --as amara --at 2026-03-06
does move PRT-2 --to coo --at '2026-03-06 09:00'
does move PRT-2 --as carl --at '2026-03-06 09:10'
does vote M-5 --for carl --as carl --at '2026-03-06 09:15'
does close M-5 --as carl --at '2026-03-06 09:20'
says 'M-2026-004 was withdrawn: decided'

does replay --format json
is 'd["identical"]' True
does rebuild
does verify --format json
is 'd["sound"]' True
