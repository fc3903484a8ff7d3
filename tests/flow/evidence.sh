#!/bin/sh
# Files of evidence through the program: what docs/evidence.md tells a clerk to type works, what was changed or
# taken away is found, and nothing follows the links that somebody has put beside the book.
. "$SOURCE/tests/story.sh"

mkdir rules
cp "$RULES"/*.bylaw "$WORKFLOWS"/*.yaml rules
awk '/^```bylaw$/ { on = 1; next } /^```/ { on = 0 } on' "$SOURCE/docs/evidence.md" >classes
sed -i '/^  series/r classes' rules/charter.bylaw
does init --rules rules --origin bylaw.example/story --me dina --at '2025-03-03 09:00'
does import "$PEOPLE" --at '2026-01-02 09:30'
does open partnership_approval name=MedData --as amara --at '2026-01-05 10:00'

# --- the page, typed a year and more ago ----------------------------------------------------------------------

printf 'We agree.\n' >agreement.pdf
printf 'All is well.\n' >report.txt
printf 'la la la\n' >recording.mp4
awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on' "$SOURCE/docs/evidence.md" >typed.sh
[ "$(wc -l <typed.sh)" -ge 7 ] || fail 'docs/evidence.md has lost its commands'
grep -v discard typed.sh | sed -e 's/^bylaw attach.*/& --at 2026-01-05T12:00:00-05:00/' >today.sh
PATH="$PWD/bin:$PATH"
mkdir bin
ln -s "$BYLAW" bin/bylaw
sh -eu today.sh >out 2>err || fail 'docs/evidence.md does not work as it is'
says 'E1  agreement.pdf'
says 'for vertical, confidential; kept until 2033-01-05'
says 'Sound: '
cmp agreement.pdf copy.pdf

# --- what is refused -----------------------------------------------------------------------------------------------

refuses 'say it with --class: public, confidential or minutes' attach PRT-1 report.txt --as amara
refuses 'emil has no part in PRT-2026-001' attach PRT-1 report.txt --class public --as emil
refuses 'did you mean "vertical"' attach PRT-1 report.txt --class public --as-evidence-for vertcal --as amara
refuses 'public evidence is kept for 1 year' attach PRT-1 report.txt --class public --keep '1 week' --as amara
refuses 'E1 of PRT-2026-001 is kept until 2033-01-05' discard PRT-1 E1 --because 'no room'
truncate -s 33M large
refuses 'keep it beside the book: --beside' attach PRT-1 large --class public --as amara
ends 3 attach PRT-1 /dev/zero --class public --as amara
ends 3 evidence PRT-1 E1 --out copy.pdf
does attach PRT-1 report.txt --class public --beside --as amara --dry-run
[ "$(entries)" = "$(sqlite3 -readonly "$BYLAW_BOOK" 'SELECT max(seq) + 1 FROM entries')" ]

# --- somebody's hand in the folder, and in the book --------------------------------------------------------------

digest=$(sha256sum recording.mp4 | cut -d' ' -f1)
shelf=$BYLAW_BOOK.evidence/$(echo "$digest" | cut -c1-2)
cmp recording.mp4 "$shelf/$digest"
printf 'lo lo lo\n' >"$shelf/$digest"
ends 1 verify --full
says 'E3 of PRT-2026-001, recording.mp4, was changed'
ends 1 evidence PRT-1 E3 --out again.mp4
[ ! -e again.mp4 ]
for put in "$PWD/recording.mp4" /dev/zero; do
    rm "$shelf/$digest"
    ln -s "$put" "$shelf/$digest"
    ends 1 verify --full
    says 'E3 of PRT-2026-001, recording.mp4, is missing beside the book'
done
rm -r "$shelf"
mkdir elsewhere
ln -s "$PWD/elsewhere" "$shelf"
ends 3 attach PRT-1 recording.mp4 --class public --beside --as amara
rm "$shelf"
does attach PRT-1 recording.mp4 --class public --beside --as amara --at 2026-01-05T13:00:00-05:00
does verify --full
does verify
cp "$BYLAW_BOOK" good.book
sqlite3 "$BYLAW_BOOK" "DROP TRIGGER evidence_update; UPDATE evidence SET bytes = CAST('No.' AS BLOB)"
ends 1 verify --full
says 'E1 of PRT-2026-001, agreement.pdf, was changed'
cp good.book "$BYLAW_BOOK"

# --- when the time is up -------------------------------------------------------------------------------------------

does evidence --expired --at 2026-12-31
says 'there is none'
does evidence --expired --at 2027-01-05
says 'E4  recording.mp4'
hides 'E1'
does replay
does rebuild
does verify --full
