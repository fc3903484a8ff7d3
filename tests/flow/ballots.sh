#!/bin/sh
# A society and its ballots: one that tellers count, one in secret.
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
refuses 'nobody is named who counted' close M-1 for=3 against=1 --at '2026-03-10 14:10'
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
    close M-2 for=3 against=2 --tellers amara --voted emil,farah,carl,bela --at '2026-03-10 15:10'
does close M-2 for=3 against=1 --tellers amara --voted carl,bela,farah,emil --at '2026-03-10 15:10'
says 'votes for 3 >= 2/3 of votes cast 4 = 8/3: yes'
does history M-2 --format json
is '[e["body"]["roll"].get("in_favour") for e in d["entries"] if e["entry_kind"] == "closed"]' '[None]'
does show M-2
says 'Emil Sand, Farah Aziz, Carl Ito, Bela Horn'
hides 'Iris'

does replay --format json
is 'd["identical"]' True
does rebuild
does verify --format json
is 'd["sound"]' True
