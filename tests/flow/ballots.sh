#!/bin/sh
# A society and its ballots: one that tellers count, one in secret, one in which others advise and members can
# veto, and what is decided without a vote.
. "$SOURCE/tests/story.sh"

open_society

# --- counted: the book has totals and who counted --------------------------------------------------------------

does open budget 'title=the budget of 2026' --as amara --at '2026-03-02 10:00'
does convene council --on 2026-03-10 --at 2026-03-04
does attend MTG-1 all --at '2026-03-10 14:00'
does move PRT-1 --in MTG-1 --at '2026-03-10 14:05'
says 'waits for the tellers of council to count the votes on M-2026-001'
refuses 'its votes enter the book as totals' vote M-1 --for bela --at '2026-03-10 14:10'
refuses 'bylaw close M-2026-001 for=7 against=4 abstaining=2 --tellers NAMES' close M-1 --at '2026-03-10 14:10'
refuses 'nobody is named who counted' close M-1 for=3 against=1 abstaining=0 --at '2026-03-10 14:10'
refuses 'only 5 may vote' close M-1 for=5 against=1 --tellers amara --at '2026-03-10 14:10'
does close M-1 for=3 against=1 abstaining=1 --tellers amara,iris --at '2026-03-10 14:10'
says 'M-2026-001 was carried'
says 'votes for 3 > 1/2 of members present 5 = 5/2: yes'
says 'counted by'
does show M-1
says 'counted by'
does show M-1 --format json
is 'd["tally"]["for"]' 3
is 'd["votes"]' counted
is 'd["tally"]["tellers"]' "['Amara Nwosu', 'Iris Lund']"

# --- in secret: who voted, and no choice beside anybody ----------------------------------------------------------

does open admission 'title=a new member' --as amara --at '2026-03-10 15:00'
does move PRT-2 --in MTG-1 --at '2026-03-10 15:05'
refuses 'its votes enter the book as totals' vote M-2 --for all --at '2026-03-10 15:10'
refuses '5 ballots are counted on M-2026-002, and 4 are named' \
    close M-2 for=3 against=2 abstaining=0 --tellers amara --voted emil,farah,carl,bela --at '2026-03-10 15:10'
does close M-2 for=3 against=1 abstaining=0 --tellers amara --voted carl,bela,farah,emil --at '2026-03-10 15:10'
says 'votes for 3 >= 2/3 of votes cast 4 = 8/3: yes'
does history M-2 --format json
is '[e["body"]["roll"].get("in_favour") for e in d["entries"] if e["entry_kind"] == "closed"]' '[None]'
does show M-2
says 'Emil Sand, Farah Aziz, Carl Ito, Bela Horn'
hides 'Iris'

# --- advice and vetoes -------------------------------------------------------------------------------------------

does open release 'title=version 2' --as amara --at '2026-03-11 09:00'
does convene council --on 2026-03-27 --at 2026-03-12
does attend MTG-2 all --at '2026-03-27 10:00'
does move PRT-3 --in MTG-2 --at '2026-03-27 10:00'
does vote M-3 --against goran --as goran --at '2026-03-27 18:00'
does vote M-3 --for emil,farah,carl --against iris --at '2026-03-27 18:05'
refuses 'a veto on M-2026-003 needs its reason' veto M-3 --as bela --at '2026-03-28 09:00'
refuses 'a veto on M-2026-003 is not for goran, but for council' \
    veto M-3 --because 'too early' --as goran --at '2026-03-28 09:00'
does veto M-3 --because 'it leaks keys' --as bela --at '2026-03-28 09:00'
does show M-3
says 'Bela Horn: it leaks keys'
says 'advice against  Goran Petrov'
# Hours elapse on instants: clocks went forward on the 29th.
refuses 'stays open until 2026-03-30T10:00:00+01:00' close M-3 --at '2026-03-30 10:59'
does close M-3 --at '2026-03-30 11:00'
says 'M-2026-003 was lost'
says 'votes for 3 >= 3: yes'
says 'advice: no    1: Goran Petrov'
says 'veto          Bela Horn: it leaks keys'
does open release 'title=version 2.1' --as amara --at '2026-03-30 12:00'
refuses 'met on 2026-03-27' move PRT-4 --in MTG-2 --at '2026-03-30 12:00'
does adjourn MTG-2 --to 2026-03-30 --at '2026-03-30 12:00'
does attend MTG-2 all --at '2026-03-30 12:00'
does move PRT-4 --in MTG-2 --at '2026-03-30 12:05'
does vote M-4 --for all --at '2026-03-30 12:10'
does veto M-4 --because 'untested' --as bela --at '2026-03-30 12:15'
does veto M-4 --withdraw --because 'it is tested now' --as bela --at '2026-04-01 09:00'
does close M-4 --at '2026-04-02 12:05'
says 'M-2026-004 was carried'

# --- a reviewer approves, or refers ------------------------------------------------------------------------------

does open study 'title=a survey' --as amara --at '2026-04-03 09:00'
refuses 'is not for carl to expedite, but for reviewer' \
    expedite PRT-5 approve --because 'harmless' --as carl --at '2026-04-03 10:00'
refuses 'only the body declines' expedite PRT-5 decline --because 'harmful' --as farah --at '2026-04-03 10:00'
does expedite PRT-5 approve --because 'no more than minimal risk' --as farah --at '2026-04-03 10:00'
says 'ask was approved by Farah Aziz in place of council: no more than minimal risk'
says 'PRT-2026-005 ended: granted'
does show PRT-5
says 'carried by Farah Aziz in its place'
does docket --at 2026-04-03
says 'council is told when it next meets: PRT-2026-005 was decided in its place'
does show council --at 2026-04-03
says 'PRT-2026-005 was decided in its place'
does open study 'title=a trial' --as amara --at '2026-04-03 11:00'
does expedite PRT-6 refer --because 'more than minimal risk' --as farah --at '2026-04-03 12:00'
does show PRT-6
says 'is asked; Farah Aziz has referred it'
refuses 'has referred ask to council' expedite PRT-6 approve --because 'now?' --as farah --at '2026-04-03 13:00'
does convene council --on 2026-04-07 --at '2026-04-03 14:00'
says 'it is told of PRT-2026-005'
does show MTG-3
says 'is told of'
does docket --at 2026-04-03
hides 'decided in its place'
does attend MTG-3 emil farah iris --at '2026-04-07 14:00'
does move PRT-6 --in MTG-3 --at '2026-04-07 14:05'
does vote M-5 --against all --at '2026-04-07 14:10'
does close M-5 --at '2026-04-07 14:15'
says 'PRT-2026-006 ended: denied'

# --- silence is consent, unless somebody objects -----------------------------------------------------------------

does open picnic 'title=the lake' --as amara --at '2026-04-13 09:00'
does open picnic 'title=the volcano' --as amara --at '2026-04-13 09:10'
does docket --at 2026-04-13
says 'is carried unless council objects or votes: Agree to the lake, due by 2026-04-20'
refuses 'is no member of council' object PRT-8 --because 'hot' --as goran --at '2026-04-14 09:00'
does object PRT-8 --because 'hot' --as emil --at '2026-04-14 09:00'
says 'waits for council to decide: Agree to the volcano'
does advance --at '2026-04-20 23:00'
says 'Nothing has fallen due.'
does advance --at '2026-04-21 00:01'
says 'the time to object to ask passed in silence: carried; silent: Emil Sand, Farah Aziz'
says 'PRT-2026-007 ended: granted'
does advance --at '2026-04-21 12:00'
does show PRT-8
says 'waits for council to decide'

# At a meeting, nobody objects: that is enough where the ballot says so.
does convene council --on 2026-04-22 --at 2026-04-21
does attend MTG-4 emil farah iris --at '2026-04-22 14:00'
does move PRT-8 --in MTG-4 --at '2026-04-22 14:05'
does close M-6 --unopposed --at '2026-04-22 14:06'
says 'nobody who was there objected'
says 'PRT-2026-008 ended: granted'

# --- a council that lacks members --------------------------------------------------------------------------------

does show council --at 2026-04-22
hides 'of at least 3 members'
cat >leaving.yaml <<'END'
bodies:
  council:
    members:
      - { person: carl, from: 2026-01-01, until: 2026-06-02 }
      - { person: bela, from: 2026-01-01, until: 2026-06-02 }
      - { person: iris, from: 2026-01-01, until: 2026-06-02 }
END
does import leaving.yaml --at '2026-06-02 09:00'
does docket --at 2026-06-02
says 'council has 2 of at least 3 members'

does replay --format json
is 'd["identical"]' True
does rebuild
does verify --format json
is 'd["sound"]' True
