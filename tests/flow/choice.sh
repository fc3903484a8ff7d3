#!/bin/sh
# Where a conference takes place: one of several options, chosen by ranks, by approval, by plurality, and by an
# office alone; with what is wrong refused, and the rest to be recomputed with pen and paper.
. "$SOURCE/tests/story.sh"

write_siting
does check siting
says 'no errors'
does fmt --check siting/rules.bylaw

# --- a question that no ballot of the matrix could answer is found before any case --------------------------

sed 's/| S3  | by_plurality || council    | plurality |/| S3  | by_plurality || council    | -         |/' siting/rules.bylaw >wrong.bylaw
mkdir wrong && cp siting/*.yaml wrong && cp wrong.bylaw wrong/rules.bylaw
ends 1 check wrong
says 'E0831: the row S3 of "sites" puts these options to the vote of a body for or against, which chooses none'

# --- the book ------------------------------------------------------------------------------------------------

open_siting

# meet_and_move CASE MEETING DAY: the council meets, and the case is put to it.
meet_and_move() {
    does convene council --on $3 --at "$3 08:00"
    does attend $2 ana bo cy di eve --at "$3 09:00"
    does move $1 --in $2 --at "$3 09:10"
}

# --- by ranks: a cycle, broken at its weakest defeat; and an option that the default beats --------------------

does open by_ranks name=Summer --at '2026-03-01 10:00'
refuses 'site is chosen by vote at the step choosing, and nobody states it' submit C-1 site=porto --at '2026-03-01 10:05'
refuses 'site is chosen by vote' open by_ranks name=Other site=porto --at '2026-03-01 10:05'
does show C-1 --at 2026-03-01
says 'for council to decide'
meet_and_move C-1 MTG-1 2026-03-02
says 'options: lisbon, porto, tallinn'
does recuse eve --from C-1 --because 'she owns the hall' --at '2026-03-02 09:20'

refuses 'on M-2026-001 one of several options is chosen: lisbon, porto, tallinn' vote M-1 --for all --at '2026-03-02 09:30'
says '--ranks "FIRST, SECOND = AS_GOOD"'
refuses 'one of several options is chosen' vote M-1 --choose lisbon --member bo --at '2026-03-02 09:30'
refuses 'M-2026-001 has no option "lisbonn"' vote M-1 --ranks 'lisbonn, porto' --member bo --at '2026-03-02 09:30'
says 'did you mean "lisbon"?'
refuses '"porto" is named twice in one vote' vote M-1 --ranks 'porto, lisbon = Porto' --member bo --at '2026-03-02 09:30'
refuses 'takes no part' vote M-1 --ranks lisbon --member eve --at '2026-03-02 09:30'
refuses 'is no member of council' vote M-1 --ranks lisbon --member flo --at '2026-03-02 09:30'
refuses 'may not enter what another person did' vote M-1 --ranks lisbon --member bo --as cy --at '2026-03-02 09:30'
refuses 'who abstains on M-2026-001 has no vote on its options' vote M-1 --ranks lisbon --member bo --abstain cy --at '2026-03-02 09:30'
refuses 'nobody has voted on M-2026-001' close M-1 --at '2026-03-05 10:00'

does vote M-1 --ranks 'Lisbon, porto, tallinn' --member ana,bo --at '2026-03-02 09:40'
does vote M-1 --ranks 'tallinn' --as cy --at '2026-03-02 09:41'
does vote M-1 --abstain di --at '2026-03-02 09:42'
does show M-1 --at 2026-03-02
says 'lisbon, porto, tallinn: Ana Lima, Bo Berg'
# A change of mind is a new entry; what was abstained is a vote now.
does vote M-1 --ranks 'porto, tallinn, lisbon' --as cy --at '2026-03-02 09:45'
does vote M-1 --ranks 'lisbon, none of the above, porto' --as di --at '2026-03-02 09:46'
does history M-1
says 'Cy Tan voted on M-2026-001: tallinn'
says 'Di Moss voted on M-2026-001: lisbon, default, porto'
refuses 'stays open until 2026-03-05' close M-1 --at '2026-03-03 10:00'
refuses 'there is no tie on M-2026-001' close M-1 --casting porto --at '2026-03-05 10:00'
does close M-1 --at '2026-03-05 10:00'
says 'M-2026-001 was carried: lisbon'
says 'voters over the default 4 >= 3/2 of square root of members in office 5 = 3/2 sqrt 5: yes'
says 'voters over the default 3 >= 3/5 of voters over or under the default 4 = 12/5: yes'
does show C-1 --at 2026-03-05
says 'site  lisbon  stated by council, entry 46'
does show M-1
says 'chosen          lisbon'
says 'porto         1      -        4        3'
does history M-1 --format json
is '[e["body"]["chosen"] for e in d["entries"] if e["entry_kind"] == "closed"]' "['lisbon']"
does submit C-1 --step telling --at '2026-03-05 11:00'
says 'C-2026-001 ended: by_the_sea'

# --- by ranks: everything fails, so that nothing is chosen; a lost quorum moves it up to one who chooses alone ----

does open by_ranks name=Autumn --at '2026-03-06 10:00'
meet_and_move C-2 MTG-2 2026-03-09
does vote M-2 --ranks 'default, lisbon' --member ana,bo --at '2026-03-09 09:40'
does vote M-2 --ranks 'lisbon' --member cy,di --at '2026-03-09 09:40'
does close M-2 --at '2026-03-12 10:00'
says 'M-2026-002 was lost: default'
says 'voters over the default 2 > 1/2 of voters over or under the default 4 = 2: no'
says 'C-2026-002 ended: nowhere'

does open by_ranks name=Winter --at '2026-03-13 10:00'
for number in 3 4; do
    does convene council --on 2026-03-1$number --at "2026-03-1$number 11:00"
    does attend MTG-$number ana bo --at "2026-03-1$number 11:10"
    does move C-3 --in MTG-$number --at "2026-03-1$number 11:20"
    does vote M-$number --ranks porto --member all --at "2026-03-1$number 11:30"
    does close M-$number --at "2026-03-1$((number + 3)) 12:00"
    says 'was no_quorum'
done
says 'went up to president: quorum_lost'
does move C-3 --as flo --at '2026-03-18 09:00'
refuses 'on M-2026-005 a vote is for one option' vote M-5 --choose 'porto, lisbon' --as flo --at '2026-03-18 09:10'
does vote M-5 --choose tallinn --as flo --at '2026-03-18 09:10'
does close M-5 --as flo --at '2026-03-18 09:20'
says 'M-2026-005 was carried: tallinn'
says 'C-2026-003 ended: nordic'

# --- by approval, and a tie that the chair decides --------------------------------------------------------------

does open by_approval name=Spring --at '2026-03-20 10:00'
meet_and_move C-4 MTG-5 2026-03-23
does vote M-6 --choose 'lisbon, porto' --member ana --at '2026-03-23 09:40'
does vote M-6 --choose porto --member bo --at '2026-03-23 09:40'
does vote M-6 --choose lisbon --member all --except di,eve --at '2026-03-23 09:40'
refuses 'M-2026-006 is tied between lisbon and porto; the chair decides' close M-6 --at '2026-03-23 10:00'
says 'close it with: bylaw close M-2026-006 --casting lisbon, or --casting porto'
refuses '"tallinn" is not among the options tied on M-2026-006: lisbon and porto' close M-6 --casting tallinn --at '2026-03-23 10:00'
does close M-6 --casting porto --at '2026-03-23 10:00'
says 'named by      lisbon 2, porto 2, tallinn 0, default 0'
says 'lisbon and porto; the chair chose porto'
does submit C-4 --step telling --at '2026-03-23 11:00'
says 'C-2026-004 ended: booked'

# --- by plurality ------------------------------------------------------------------------------------------------

does open by_plurality name=Again --at '2026-03-24 10:00'
meet_and_move C-5 MTG-6 2026-03-25
refuses 'M-2026-007 has no option "default"' vote M-7 --choose default --member ana --at '2026-03-25 09:40'
does vote M-7 --choose tallinn --member ana,bo --at '2026-03-25 09:40'
does vote M-7 --choose porto --member cy --at '2026-03-25 09:40'
does close M-7 --at '2026-03-25 10:00'
says 'C-2026-005 ended: nordic'

# --- the record --------------------------------------------------------------------------------------------------

does replay --format json
is 'd["identical"]' True
before=$("$BYLAW" history)
does rebuild
[ "$("$BYLAW" history)" = "$before" ] || fail 'rebuilding changed the history'
does verify --format json
is 'd["sound"]' True
does draw by_ranks --rules siting --form dot
says 'chosen'
does doc siting --form md
says 'options: site'
