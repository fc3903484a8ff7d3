#!/bin/sh
# What an author is told: of a test that fails, of facts that are wrong, and why it came out as it did.
. "$SOURCE/tests/story.sh"

cat >rules.bylaw <<'END'
charter "Boats" {
  language     1
  edition      "1"
  in_force     from 2026-01-01
  time_zone    "Europe/Berlin"
  working_days by company
  series       cases C, meetings MTG, motions M
}
calendar company {
  week   monday..friday
  listed 2026..2030
}
enum kind { car, boat }
enum decision { buy }
facts case {
  staff    : integer
  fee      : money EUR
  kind     : kind
  children : yes_no
}
body board {
  seats   3..5
  quorum  at least 2 members
  carried by more than 1/2 of votes cast
}
authority matrix of case {
  | row | decision || decided_by | reviewed |
  | A1  | buy      || board      | -        |
}
review safety_check of case by board {
  applies when children or kind = boat
  step vote by vote then cleared when upheld, refused otherwise
  outcome cleared
  outcome refused
}
scorecard merit of case {
  scale 1..10 whole
  combined by mean
  | criterion | group | weight | minimum |
  | use       | -     | 50%    | -       |
  | price     | -     | 50%    | -       |
}
table size of case {
  | row | staff  | children  || answer : integer |
  | R1  | < 5    | -         || 1                |
  | R2  | >= 5   | yes       || 2                |
  | R3  | otherwise | -      || 3                |
}
test "what comes out" {
  given  merit.use = 8
  given  merit.price = 9
  given  staff = 7
  expect merit.total = 8.6
  expect size.answer = 1 by R1
}
END

# tells TEXT FACTS NAME: evaluated on the facts, NAME is explained with the text.
tells() {
    printf '%b' "$2" >facts.yaml
    "$BYLAW" evaluate "$3" --rules rules.bylaw --facts facts.yaml --explain >out 2>&1 || true
    grep -qF -- "$1" out || fail "$3 on $2 is not told with: $1
$(cat out)"
}

"$BYLAW" test rules.bylaw >out 2>&1 && fail "the test passed"
grep -qF "merit.total is 8.5" out || fail "what came out is not said: $(cat out)"
[ "$(grep -c expected out)" = 2 ] || fail "what is undetermined is said twice: $(cat out)"

tells "the score 11 is not on the scale 1..10" 'merit:\n  use: [8, 11]\n  price: 3\n' merit
tells "facts.yaml:2:12" 'merit:\n  use: [8, 11]\n  price: 3\n' merit
tells "write its criteria under it" 'merit: 7\n' merit
tells 'did you mean "boat"?' 'kind: boot\n' size
tells "write the currency first: EUR 12_000" 'fee: 12_000 EUR\n' size
tells "write _ between thousands" 'fee: EUR 12,000\n' size
tells "no row above fits" 'staff: 7\nchildren: no\n' size
tells "safety_check applies: yes" 'children: yes\nkind: car\n' safety_check
tells "─ children: yes" 'children: yes\nkind: car\n' safety_check
tells "none" 'decision: buy\n' matrix

sed 's/Berlin/Berlim/' rules.bylaw >zone.bylaw
"$BYLAW" check zone.bylaw >out 2>&1 && fail "a zone that there is not is taken"
grep -q "E0169.*Berlim" out || fail "the zone is not named: $(cat out)"
