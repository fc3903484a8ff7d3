#!/bin/sh
# What an amendment changes: told as docs/diff.md shows it; and what changes no meaning is no change.
. "$SOURCE/tests/story.sh"

mkdir before now
cp -r "$RULES" "$WORKFLOWS" before
cp -r "$RULES" "$WORKFLOWS" now

ends 0 diff before now
says 'Nothing changed in meaning.'
sed -i -f "$SOURCE/tests/golden/diff/amendment.sed" now/rules/governance.bylaw
ends 1 diff before now
awk '/^\$ bylaw diff before now$/ {on=1; next} /^```/ {on=0} on' "$SOURCE/docs/diff.md" >shown
cmp shown out || fail 'docs/diff.md shows something else than the program'

# Another layout, other files, another order, other spellings, and no comments.
rm -r now
mkdir -p now/all/deeper
find before/rules -name "*.bylaw" | sort -r | xargs cat >now/all/one.bylaw
cp before/workflows/*.yaml now/all/deeper
sed -i -e 's/  *#.*//' -e 's/USD 100_000/USD 100000/g' -e 's/  *|/ |/g' -e '/^  | R1/d' -e 's/^  | R4 .*/&\
  | X | no | - || decline | "a required minimum is not met" |/' -e 's/by R1$//' now/all/one.bylaw
ends 0 check now
ends 0 diff before now
says 'Nothing changed in meaning.'

# A new name is told once, and is otherwise the old thing.
sed -i -e 's/partnership_review_board/review_board/g' -e 's/^body review_board/& was partnership_review_board/' now/all/one.bylaw
ends 1 diff before now
says 'review_board, body, renamed: it was partnership_review_board'
says '1 thing has changed in meaning.'

# Several files on each side; and one that is unsound is answered as check answers.
ends 0 diff before/rules before/workflows --to "$RULES" "$WORKFLOWS"
ends 2 diff before
says 'bylaw diff OLD NEW'
sed -i 's/decline /declines /' now/all/one.bylaw
ends 1 diff before now
says 'E0'
ends 3 diff before nowhere

# What the page of the language shows means what it means, whatever there is in it.
mkdir page
awk '/^```bylaw$/ {on=1; next} /^```/ {on=0} on' "$SOURCE/docs/language.md" >page/language.bylaw
awk '/^```(csv|yaml) / {file="page/" $2; on=1; next} /^```/ {on=0} on {print > file}' "$SOURCE/docs/language.md"
awk '/^```yaml$/ {on=1; next} /^```/ {on=0} on' "$SOURCE/docs/language.md" >page/approval.yaml
ends 0 diff page page
says 'Nothing changed in meaning.'

# A matrix of 10,000 rows, in another order and with four cells changed, takes seconds.
write_matrix() {
    mkdir "$1"
    awk -v seed="$2" 'BEGIN {
        print "row,kind,grade,amount,allowed : yes_no"
        for (i = 0; i < 10000; i++) {
            n = (i * seed) % 10000
            low = n % 100 * 1000
            amount = n % 100 == 0 ? "< 1000" : n % 100 == 99 ? ">= " low : low " ..< " low + 1000
            allowed = n % 3 ? "no" : "yes"
            if (seed > 1 && (n == 17 || n == 9001)) allowed = "yes"
            if (seed > 1 && n == 5000) amount = "< 1500"
            if (seed > 1 && n == 5001) amount = "1500 ..< 2000"
            printf "R%d,k%d,%s,%s,%s\n", n, n / 200, n % 200 < 100 ? "junior" : "senior", amount, allowed
        }
    }' >"$1/matrix.csv"
    kinds=$(awk 'BEGIN { for (i = 0; i < 50; i++) printf "%sk%d", i ? ", " : "", i }')
    sed -n '/^charter/,/^}/p; /^calendar/,/^}/p' "$RULES/charter.bylaw" >"$1/rules.bylaw"
    cat >>"$1/rules.bylaw" <<END
enum kind_of { $kinds }
enum grade_of { junior, senior }
facts thing {
  kind   : kind_of
  grade  : grade_of
  amount : decimal
}
table matrix of thing from "matrix.csv" {
  hit unique
}
END
}
write_matrix large 1
write_matrix larger 7
code=0
timeout 60 "$BYLAW" diff large larger >out || code=$?
[ "$code" = 1 ] || fail 'a large matrix is not compared'
[ "$(grep -c '^  where' out)" = 3 ] || fail 'three regions should differ'
