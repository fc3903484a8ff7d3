# What the stories of flow/ share; each begins by reading this. BYLAW is the program, SOURCE the repository.
# shellcheck shell=sh disable=SC2034 # what is set here is used by the stories
set -eu

RULES="$SOURCE/rules"
WORKFLOWS="$SOURCE/workflows"
PEOPLE="$SOURCE/tests/data/people.yaml"
CASE=PRT-2026-001
export BYLAW_BOOK="$PWD/story.book"
: >out
: >err

fail() {
    echo "$*" >&2
    sed 's/^/    | /' out err >&2
    exit 1
}

# ends CODE WORD...: runs the program, which must end with the code; what it says is in out and err.
ends() {
    want=$1
    shift
    code=0
    "$BYLAW" "$@" >out 2>err || code=$?
    [ "$code" -eq "$want" ] || fail "bylaw $*: ended with $code instead of $want"
}

# does WORD...: it must be done.
does() { ends 0 "$@"; }

# refuses TEXT WORD...: it must be refused, with the text in what it says, and change nothing.
refuses() {
    text=$1
    shift
    before=$(cksum <"$BYLAW_BOOK")
    ends 1 "$@"
    grep -q '^Refused: ' err || fail "bylaw $*: this is no refusal"
    says "$text"
    [ "$(cksum <"$BYLAW_BOOK")" = "$before" ] || fail "bylaw $*: was refused and yet changed the book"
}

# says TEXT, hides TEXT: what the last run said has the text, or has it not.
says() { grep -qF -e "$1" out err || fail "this should be said: $1"; }
hides() { ! grep -qF -e "$1" out err || fail "this should not be said: $1"; }

# value EXPRESSION: of the last run's JSON, in Python, as d.
value() { python3 -c 'import json; d = json.load(open("out")); print('"$1"')' || fail "no such value: $1"; }

# is EXPRESSION VALUE
is() {
    got=$(value "$1")
    [ "$got" = "$2" ] || fail "$1 is $got, not $2"
}

entries() { sqlite3 -readonly "$BYLAW_BOOK" 'SELECT count(*) FROM entries'; }

# --- the story of the partner, as far as each wants it --------------------------------------------------------

new_book() { does init --rules "$RULES" "$WORKFLOWS" --origin bylaw.example/story --me dina --at '2026-02-27 09:00'; }
import_people() { does import "$PEOPLE" --at '2026-02-27 09:30'; }
open_case() { does open partnership_approval --as amara --at '2026-03-02 10:00'; }

assess() {
    does submit $CASE name=MedData vertical=health personal_data=yes contact=partnerships@meddata.example \
        --as amara --at '2026-03-03 11:00'
}

score() {
    who=$1 day=$2
    shift 2
    does score $CASE "strategic_alignment=$1" "market_impact=$2" "technical_compatibility=$3" \
        "operational_feasibility=$4" "financial_value=$5" --as "$who" --at "$day"
}

score_all() {
    score carl 2026-03-05 9 9 8 7 8
    score bela 2026-03-06 9 8 9 7 8
    score amara 2026-03-09 9 10 7 7 8
}

answer_all() {
    does answer $CASE transparency=yes privacy=yes fairness=yes accountability=yes beneficial_purpose=yes \
        --as iris --at '2026-03-12 10:00'
}

meet() {
    does convene partnership_review_board --on 2026-03-24 --at '2026-03-13 09:00'
    does attend MTG-1 all --at '2026-03-24 14:00'
    does recuse carl --from $CASE --because 'he scored the case' --at '2026-03-24 14:05'
}

move() { does move $CASE --in MTG-1 --as emil --at '2026-03-24 14:10'; }
vote() { does vote M-1 --for all --except carl --abstain hana --at '2026-03-24 14:25'; }
close_ballot() { does close M-1 --at '2026-03-24 14:30'; }

plan() {
    does submit $CASE --step roadmap --as bela --at '2026-03-31 10:00'
    does submit $CASE --step resources --as carl --at '2026-04-01 10:00'
    does submit $CASE --step metrics --as amara --at '2026-04-02 10:00'
}

# up_to STEP: a new book, with the story told up to and with that step.
up_to() {
    for step in new_book import_people open_case assess score_all answer_all meet move vote close_ballot plan; do
        $step
        [ "$step" != "$1" ] || return 0
    done
    fail "the story has no step $1"
}

# --- a purchase that several decide -----------------------------------------------------------------------------

# The rules, a workflow and people, in buying/ and people.yaml.
write_buying() {
    mkdir buying
    cp "$RULES"/*.bylaw buying
    sed -i "/^guard/,/^}/d; /^  reassess /d; s/ opens ethics_monitoring every 1 month//" buying/governance.bylaw
    cat >buying/buying.bylaw <<'END'
enum asking { spend }

office cfo "Chief Financial Officer"
office coo "Chief Operating Officer"

facts purchase {
  item   : text
  amount : money USD
}

authority spending of purchase source "Policy 4" {
  | row | asking | amount        || decided_by                           | recommends | consulted | informed |
  | S1  | spend  | < USD 50_000  || 1 of (cfo, coo)                      | -          | -         | -        |
  | S2  | spend  | >= USD 50_000 || cfo and coo then executive_committee | clerk, cto | ceo       | clerk    |
}
END
    cat >buying/buying.yaml <<'END'
workflow: buying
title: Buying
of: purchase
start: ask
steps:
  ask:
    motion: Buy {item}
    decision: spend
    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }
  bought: { end: bought }
  refused: { end: refused }
END
    cat >people.yaml <<'END'
people:
  - { key: amara, name: Amara Nwosu, roles: [business_development] }
  - { key: carl, name: Carl Ito }
  - { key: hana, name: Hana Kim }
  - { key: emil, name: Emil Sand }
  - { key: goran, name: Goran Petrov }
offices:
  cfo: [{ person: carl, from: 2026-01-01 }, { person: hana, from: 2026-01-01 }]
  coo: [{ person: hana, from: 2026-01-01 }, { person: emil, from: 2026-03-03 }]
  cto: [{ person: goran, from: 2026-01-01 }]
bodies:
  executive_committee:
    chair: emil
    members: [{ person: emil, from: 2026-01-01 }, { person: carl, from: 2026-01-01 }, { person: goran, from: 2026-01-01 }]
END
}

open_buying() {
    does init --rules buying --origin bylaw.example/joint --me dina --at '2026-02-27 09:00'
    echo 'people: [{ key: dina, name: Dina Ray, roles: [clerk] }]' >clerk.yaml
    does import clerk.yaml --at '2026-02-27 09:10'
    does import people.yaml --at '2026-02-27 09:30'
    does open buying 'item=a mill' 'amount=USD 80_000' --as amara --at '2026-03-02 10:00'
}

# --- a society and its ballots ------------------------------------------------------------------------------------

# A workflow for each matter that its matrix decides; the book is opened and the members entered.
open_society() {
    mkdir society
    cp "$SOURCE/tests/data/society.bylaw" society
    for matter in $(sed -n 's/^enum matter {\(.*\)}/\1/p' society/society.bylaw | tr -d ,); do
        sed "s/MATTER/$matter/" "$SOURCE/tests/data/society.yaml" >society/$matter.yaml
    done
    does check society
    does init --rules society --origin bylaw.example/society --me dina --at '2026-02-27 09:00'
    echo 'people: [{ key: dina, name: Dina Ray, roles: [secretary] }]' >secretary.yaml
    does import secretary.yaml --at '2026-02-27 09:10'
    does import "$SOURCE/tests/data/members.yaml" --at '2026-02-27 09:30'
}

# --- where a conference takes place: one of several options -----------------------------------------------------

# The rules, a workflow for each manner of choosing, and people, in siting/ and people.yaml.
write_siting() {
    mkdir siting
    cat >siting/rules.bylaw <<'RULES'
charter "The association" {
  language     1
  edition      "2026.1"
  in_force     from 2026-01-01
  time_zone    "Europe/Lisbon"
  working_days by office
  series       cases C, meetings MTG, motions M
}

calendar office {
  week   monday..friday
  listed 2026..2027
}

role   clerk     "Clerk"
role   auditor   "Auditor"
office president "President"

powers {
  | act     | who     |
  | open    | clerk   |
  | record  | clerk   |
  | convene | clerk   |
  | import  | clerk   |
  | ratify  | council |
  | erase   | clerk   |
}

enum venue { lisbon "Lisbon", porto "Porto", tallinn "Tallinn" }

enum manner { by_ranks, by_approval, by_plurality, by_president }

facts conference {
  name : text
  site : venue, optional
}

body council "Council" {
  seats   3..9
  quorum  at least 3 members
  carried by more than 1/2 of votes cast
  tie     chair decides
}

ballot ranks {
  choice          ranked schulze, default "None of the above"
  option_quorum   at least 3/2 of square root of members in office
  option_majority at least 3/5 of voters over or under the default
  open            at least 72 hours
}

ballot approval {
  choice approval, default "None of the above"
}

ballot plurality {
  choice plurality
}

authority sites of conference {
  | row | manner       || decided_by | ballot    | escalation   |
  | S1  | by_ranks     || council    | ranks     | to_president |
  | S2  | by_approval  || council    | approval  | -            |
  | S3  | by_plurality || council    | plurality | -            |
  | S4  | by_president || president  | -         | -            |
}

escalation to_president {
  starts when quorum lost 2 times
  | level | to        | within          | on silence |
  | 1     | president | 10 working days | reject     |
}

guard not_in_the_dark before nordic {
  requires site = tallinn
}
RULES
    for manner in by_ranks by_approval by_plurality by_president; do
        default='default: nowhere, '
        case $manner in by_plurality | by_president) default='' ;; esac
        cat >siting/$manner.yaml <<FLOW
workflow: $manner
title: Where we meet, $manner
of: conference
start: choosing
steps:
  choosing:
    motion: Where {name} takes place
    decision: $manner
    options: site
    next: { tallinn: nordic, chosen: telling, ${default}lost: nowhere, rejected: nowhere, withdrawn: nowhere }
  telling:
    task: Tell the members
    by: clerk
    next:
      - { when: site = lisbon, to: by_the_sea }
      - { to: booked }
  nordic: { end: nordic }
  by_the_sea: { end: by_the_sea }
  booked: { end: booked }
  nowhere: { end: nowhere }
FLOW
    done
    cat >people.yaml <<'PEOPLE'
people:
  - { key: ana, name: Ana Lima }
  - { key: bo, name: Bo Berg }
  - { key: cy, name: Cy Tan }
  - { key: di, name: Di Moss }
  - { key: eve, name: Eve Sand, roles: [auditor] }
  - { key: flo, name: Flo Reis }
offices:
  president: [{ person: flo, from: 2026-01-01 }]
bodies:
  council:
    chair: ana
    members:
      - { person: ana, from: 2026-01-01 }
      - { person: bo, from: 2026-01-01 }
      - { person: cy, from: 2026-01-01 }
      - { person: di, from: 2026-01-01 }
      - { person: eve, from: 2026-01-01 }
PEOPLE
}

open_siting() {
    does init --rules siting --origin bylaw.example/siting --me dina --at '2026-02-27 09:00'
    echo 'people: [{ key: dina, name: Dina Ray, roles: [clerk] }]' >clerk.yaml
    does import clerk.yaml --at '2026-02-27 09:10'
    does import people.yaml --at '2026-02-27 09:30'
}
