#!/bin/sh
# docs/json.md names every document that --format json prints, and every key of each: nothing more, nothing less.
. "$SOURCE/tests/story.sh"

mkdir documents
count=0
keep() {
    count=$((count + 1))
    if [ -s out ]; then cp out documents/$count.json; else cp err documents/$count.json; fi
}

# Whatever the story does is kept.
does() {
    ends 0 "$@" --format json
    keep
}

fails() {
    ends "$@" --format json
    keep
}

# --- rules ------------------------------------------------------------------------------------------------

does check "$RULES" "$WORKFLOWS"
does check --explain E0102
fails 2 check --explain E102
does test "$RULES" "$WORKFLOWS"
does test --coverage "$RULES" "$WORKFLOWS"
does disasm recommendation --rules "$RULES"
does version
does doc "$RULES" "$WORKFLOWS"
does words
does names "$RULES" "$WORKFLOWS"
cat >wrong.bylaw <<'END'
enum colour { red, green }
table t of nothing {
  | row | a || b : colour |
  | R1  | - || blue       |
}
END
fails 1 check wrong.bylaw
fails 3 check nowhere
mkdir gap
cp -r "$RULES" gap
cat >gap/rules/gap.bylaw <<'END'
table with_a_gap of partnership {
  | row | personal_data || b : yes_no |
  | R1  | yes           || no         |
}
END
fails 1 check gap/rules
mkdir tested
cp -r "$RULES" "$WORKFLOWS" tested
cat >tested/rules/more.bylaw <<'END'
test "this is not so" {
  given  evaluation.strategic_alignment = 9
  expect personal_data
  expect recommendation.outcome = decline by R1
}

test "neither is this" source "nowhere" {
  given  personal_data = no
  expect personal_data
}
END
fails 1 test tested/rules tested/workflows

facts() { printf '%s\n' "$@" >facts.yaml; }
evaluates() { fails "$1" evaluate "$2" --rules "$RULES" "$WORKFLOWS" --facts facts.yaml --explain; }
cp "$SOURCE/tests/data/health-data-provider.yaml" facts.yaml
evaluates 0 recommendation
does evaluate recommendation --rules "$RULES" "$WORKFLOWS" --facts facts.yaml
evaluates 0 evaluation
evaluates 0 partnership_ethics
facts 'decision: vertical_approval' 'annual_value: USD 5_000' 'vertical: health'
evaluates 0 partnership_decisions
facts 'evaluation.market_impact: 9'
evaluates 1 recommendation
evaluates 1 evaluation
facts 'evaluation: {strategic_alignment: 11, market_impact: 9, technical_compatibility: 8, operational_feasibility: 7, financial_value: 8}'
evaluates 1 recommendation
cat >tested/rules/more.bylaw <<'END2'
review costs by ethics_review_panel of partnership {
  applies when 1 / (evaluation.total - 8) > 1
  | principle | question     |
  | price     | "Is it fair?" |
  step    screening answers each principle then cleared
  outcome cleared
}
END2
facts 'evaluation: {strategic_alignment: 8, market_impact: 8, technical_compatibility: 8, operational_feasibility: 8, financial_value: 8}'
fails 1 evaluate costs --rules tested/rules tested/workflows --facts facts.yaml
cat >tested/rules/more.bylaw <<'END3'
definition doubled of partnership { means annual_value * 2 }
definition nameless of partnership { means contact = missing }
table papers of partnership {
  hit collect list
  | row | personal_data || paper : text |
  | P1  | yes           || "opinion"    |
  | P2  | -             || "case"       |
}
END3
facts 'annual_value: USD 5_000'
fails 0 evaluate doubled --rules tested/rules tested/workflows --facts facts.yaml --explain
fails 0 evaluate nameless --rules tested/rules tested/workflows --facts facts.yaml --explain
cat >>tested/rules/more.bylaw <<'END4'
exception dear to partnership_decisions when annual_value > USD 4_000 {
  gives decided_by = ceo
}
exception local to partnership_decisions when vertical = finance and annual_value <= USD 4_000 {
  gives decided_by = ceo
}
END4
does doc tested/rules tested/workflows
facts 'decision: vertical_approval' 'annual_value: USD 5_000' 'vertical: health'
fails 0 evaluate partnership_decisions --rules tested/rules tested/workflows --facts facts.yaml --explain
facts 'decision: vertical_approval' 'vertical: health'
fails 1 evaluate partnership_decisions --rules tested/rules tested/workflows --facts facts.yaml --explain
facts 'personal_data: yes'
fails 0 evaluate papers --rules tested/rules tested/workflows --facts facts.yaml --explain
facts 'personal_data: no'
evaluates 1 partnership_ethics
cat >tested/rules/more.bylaw <<'END3'
register ratings {
  partner : text, key
  stars   : integer
}
table rated of partnership {
  | row | personal_data || good : yes_no            |
  | R1  | no            || ratings[name].stars >= 4 |
  | R2  | yes           || no                       |
}
END3
facts 'personal_data: yes' 'name: Acme' 'ratings: {Acme: {stars: 5}}'
fails 0 evaluate rated --rules tested/rules tested/workflows --facts facts.yaml --explain
facts 'personal_data: no' 'name: Acme' 'ratings: {Acme: {stars: 5}}'
fails 0 evaluate rated --rules tested/rules tested/workflows --facts facts.yaml --explain
cat >tested/rules/more.bylaw <<'END3'
register employees {
  id      : person, key
  manager : person, optional
  signs   : money USD
}
definition signer of partnership {
  means first in employees.manager from leads[name].lead whose signs covers annual_value
}
register leads {
  partner : text, key
  lead    : person
}
END3
facts 'name: Acme' 'annual_value: USD 5' 'leads: {Acme: {lead: ana}}' 'employees: {ana: {manager: ben}}'
fails 1 evaluate signer --rules tested/rules tested/workflows --facts facts.yaml --explain
printf 'row,personal_data,public : yes_no\nR1,yes,no\nR2,no,yes\n' >tested/rules/publishing.csv
cat >tested/rules/more.bylaw <<'END3'
metric reliability : percent of partnership { measured monthly }
table publishing of partnership from "publishing.csv" { hit unique }
END3
does doc tested/rules tested/workflows
facts 'vertical: finance' 'vertical_compliance: {pci_dss: yes, sox: no, glba: yes}'
evaluates 0 vertical_compliance
facts 'vertical: finance' 'vertical_compliance: {pci_dss: yes, sox: yes, glba: yes}'
evaluates 0 vertical_compliance
facts 'verticle: health' 'personal_data: perhaps'
evaluates 1 recommendation
evaluates 2 recommandation

printf '%s\n' '{"vertical": "health"}' '{"verticle": "health"}' >facts.jsonl
ends 1 evaluate partnership_ethics --rules "$RULES" "$WORKFLOWS" --facts facts.jsonl
while read -r answer; do
    count=$((count + 1))
    printf '%s\n' "$answer" >documents/$count.json
done <out

# --- two editions -------------------------------------------------------------------------------------------

mkdir -p old new
cp -r "$RULES" "$WORKFLOWS" old
cp -r "$RULES" "$WORKFLOWS" new
sed -i -f "$SOURCE/tests/golden/diff/amendment.sed" new/rules/governance.bylaw
sed -i -e 's/| 7       |/| 6       |/' new/rules/evaluation.bylaw
sed -i -e 's/ethics_review_panel/ethics_panel/' -e 's/^body ethics_panel/& was ethics_review_panel/' \
    -e 's/^guard ethics_before_approval before approved/guard ethics_now before approved/' \
    -e 's/vertical = health/vertical in (health, finance)/' new/rules/governance.bylaw
cat >old/rules/more.bylaw <<'END3'
definition dear of partnership { means annual_value / 2 > USD 100 }
exception dearest to partnership_decisions when annual_value > USD 4_000_000 {
  gives decided_by = ceo
}
table rated of partnership {
  | row | personal_data || good : yes_no |
  | R1  | no            || yes           |
  | R2  | yes           || no            |
}
exception doubled to rated when annual_value * 2 > USD 5 { gives good = yes }
END3
sed -e 's/> USD 100 /> USD 200 /' -e 's/4_000_000/5_000_000/' -e 's/R2  | yes           || no /R2  | yes           || yes/' \
    old/rules/more.bylaw >new/rules/more.bylaw
fails 1 diff old new
does diff old old

# --- the story, and everything shown on the way ------------------------------------------------------------

look() {
    for subject in $CASE MTG-1 M-1 people carl partnership_review_board cto; do
        code=0
        "$BYLAW" show $subject --at 2026-03-25 --format json >out 2>err || code=$?
        keep
    done
    does docket --at 2026-03-25
}

up_to assess
fails 1 open partnership_approval --as emil
fails 1 submit $CASE verticle=health --as amara
fails 1 show nobody
does appoint carl --to ethics_review_panel --from 2027-01-01 --until 2028-01-01 --at '2026-03-03 12:00'
does appoint bela --to ethics_review_panel --from 2027-01-01 --until 2028-01-01 --alternate-for carl --at '2026-03-03 12:00'
does appoint goran --to ethics_review_panel --from 2027-01-01 --observer --at '2026-03-03 12:00'
does show ethics_review_panel --at 2027-02-01
does show bela --at 2027-02-01
does show carl --at 2027-02-01
does show emil
look
score_all
answer_all
does due --at 2026-03-14 --until 2026-05-31
does docket --at 2026-04-15
does show $CASE --at 2026-04-15
meet
move
does condition M-1 'A signed agreement' --owner amara --due 2026-05-01 --evidence 'the copy' --at '2026-03-24 14:12'
look
vote
close_ballot
look
plan
look
does history
does history $CASE
does search meddata health
does calendar
does replay
does verify
does checkpoint
does receipt $CASE
does rebuild
sed -i -e 's/"2026.1"/"2026.2"/' -e 's/from 2026-01-01/from 2026-07-01/' new/rules/charter.bylaw
does ratify --rules new/rules new/workflows --in MTG-1 --at '2026-03-24 16:00' --dry-run
cp "$BYLAW_BOOK" good.book
sed -i -e 's/initial_assessment/first_assessment/' new/workflows/partnership-approval.yaml
does open partnership_approval --as amara --at '2026-03-24 16:00'
does ratify --rules new/rules new/workflows --in MTG-1 --at '2026-03-24 16:00'
does vote M-2 --for all --at '2026-03-24 16:01'
does close M-2 --at '2026-03-24 16:02'
does migrate --all --at 2026-07-02

# A concern, which the panel upholds, and its mitigation plan.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to score_all
does answer $CASE transparency=yes privacy=no fairness=yes accountability=yes beneficial_purpose=yes --as iris --at 2026-03-12
printf 'open partnership_approval --as amara --at 2026-03-12\n' >acts.txt
does bulk acts.txt --dry-run
printf 'submit PRT-77 name=x --as amara --at 2026-03-12\n' >>acts.txt
fails 1 bulk acts.txt --dry-run
does open partnership_approval --as amara --at 2026-03-12 --dry-run
does convene ethics_review_panel --on 2026-03-13 --time 10:00 --place 'Room 4' --at 2026-03-12
does attend MTG-1 --apologies hana --at 2026-03-12
does show MTG-1 --at 2026-03-12
does agenda MTG-1 --papers --at 2026-03-12
does attend MTG-1 all --observers bela --at '2026-03-13 10:00'
does note MTG-1 'Whether names are needed' --about $CASE --issue --resolved 'They are not' --at '2026-03-13 10:03'
does assign MTG-1 'Ask for the records' --to bela --due 2026-03-20 --about $CASE --at '2026-03-13 10:04'
does recuse hana --from $CASE --because 'she knows them' --at '2026-03-13 10:04' --dry-run
does challenge hana --in $CASE --because 'she knows them' --as farah --at '2026-03-13 10:04'
does show $CASE --at '2026-03-13 10:04'
does ruling hana dismissed --in $CASE --as iris --at '2026-03-13 10:04'
does move $CASE --in MTG-1 --as iris --at '2026-03-13 10:05'
does vote M-1 --for all --at '2026-03-13 10:10'
does close M-1 --at '2026-03-13 10:15'
printf 'We agree.\n' >agreement.pdf
does attach $CASE agreement.pdf --as-evidence-for vertical --keep '1 day' --beside --as amara --at '2026-03-13 10:16'
does evidence $CASE
does evidence $CASE E1 --out copy.pdf
does evidence --expired
does verify --full
does discard $CASE E1 --because 'it was a draft' --at '2026-03-14 10:00'
does show $CASE
does attach $CASE agreement.pdf --beside --as amara --at '2026-03-14 10:16'
rm -r "$BYLAW_BOOK.evidence"
fails 1 verify --full
does correct M-1 --abstain farah --because misheard --at '2026-03-13 10:20'
does calendar --at 2026-03-13
does minutes MTG-1
does submit $CASE 'privacy=names are removed before the data is handed on' --as amara --at 2026-03-16
look

# A checklist, some of whose items are answered.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to assess
does open technical_integration name=MedData vertical=health --as amara --at 2026-03-03
does tick PRT-2 authentication=yes versioning=no --evidence 'their pages' --note 'asked twice' --as bela --at 2026-03-04
does tick PRT-2 hipaa=yes gdpr=yes hitech=yes --evidence 'the files' --as carl --at 2026-03-04
does show PRT-2 --at 2026-03-04
does suspend PRT-2 --because 'they merge with another' --at 2026-03-05
does show PRT-2 --at 2026-03-05
does convene partnership_review_board --on 2026-03-09 --at 2026-03-05
does open technical_integration name=MedData vertical=health --supersedes PRT-2 --as amara --at 2026-03-05
does show PRT-2 --at 2026-03-05
does cancel MTG-1 --because 'nothing is ready' --at 2026-03-06
does calendar --at 2026-03-06
does show MTG-1 --at 2026-03-06

# A purchase that several decide, and on which some recommend.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
write_buying
cat >>buying/buying.bylaw <<'END'
register rates {
  from : text, key
  to   : text, key
  rate : decimal
}
total spent of purchase for each item {
  sums     amount
  over     12 months
  counting bought, pending, this
}
total in_euros of purchase {
  sums     amount in EUR at rates
  counting this
}
metric faults : integer of purchase {
  target   <= 2
  measured monthly
  unit     "faults"
}
metric audits : integer for each vertical {
  measured yearly
}
powers {
  | act     | who   |
  | measure | clerk |
}
trigger faulty of purchase {
  when  faults misses target
  every month
  opens buying
}
END
open_buying
does recommend $CASE yes --because 'the old one fails' --as goran --at 2026-03-03
does recommend $CASE no --because 'it is dear' --as dina --at 2026-03-03
does move $CASE --to cfo --at 2026-03-04
does show $CASE
does show M-1
does open buying item=saws 'amount=USD 90_000' --as amara --at 2026-03-05
does move PRT-2 --to cfo --at 2026-03-05
does show M-2
for month in 01 02; do
    does measure faults 3 --case $CASE --period 2026-$month --source 'the workshop' --at 2026-03-06
done
does measure faults 4 --case $CASE --period 2026-02 --source 'counted again' --at 2026-03-06
does measure audits 1 --for health --period 2025 --at 2026-03-06
does show audits
does show faults $CASE
does show $CASE --at 2026-03-06
does docket --at 2026-03-06
does show PRT-3 --at 2026-03-06

# Votes that tellers count.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
open_society
does open admission 'title=a new member' --as amara --at '2026-03-02 10:00'
does convene council --on 2026-03-10 --at 2026-03-04
does attend MTG-1 all --at '2026-03-10 14:00'
does move PRT-1 --in MTG-1 --at '2026-03-10 14:05'
does close M-1 for=4 against=1 abstaining=0 --tellers amara --voted all --at '2026-03-10 14:10'
does show M-1

# Advice, a veto, and what is decided without a vote.
does open release 'title=version 2' --as amara --at '2026-03-11 09:00'
does adjourn MTG-1 --to 2026-03-11 --at '2026-03-11 09:30'
does attend MTG-1 all --at '2026-03-11 09:40'
does move PRT-2 --in MTG-1 --at '2026-03-11 10:00'
does vote M-2 --for goran --as goran --at '2026-03-11 10:05'
does open release 'title=version 3' --as carl --at '2026-03-11 10:10'
does move PRT-3 --in MTG-1 --at '2026-03-11 10:12'
does vote M-3 --against goran --as goran --at '2026-03-11 10:15'
does veto M-3 --because 'it leaks keys' --as bela --at '2026-03-11 10:20'
does show M-3
does show M-2
does open study 'title=a survey' --as amara --at '2026-03-11 11:00'
does expedite PRT-4 approve --because 'minimal risk' --as farah --at '2026-03-11 11:05'
does show PRT-4
does open study 'title=a trial' --as amara --at '2026-03-11 11:10'
does expedite PRT-5 refer --because 'some risk' --as farah --at '2026-03-11 11:15'
does show PRT-5
does docket --at 2026-03-11
does show council --at 2026-03-11
does convene council --on 2026-03-12 --at '2026-03-11 12:00'
does show MTG-2
does convene council --on 2026-03-11 --waived all --because 'the grant ends' --at '2026-03-11 13:00'
does attend MTG-3 all --at '2026-03-11 13:10'
does open picnic 'title=a boat' --as amara --at '2026-03-11 13:20'
does open picnic 'title=a hill' --as amara --at '2026-03-11 13:20'
does item MTG-3 PRT-6 --consent --at '2026-03-11 13:21'
does item MTG-3 PRT-7 --consent --at '2026-03-11 13:21'
does item MTG-3 'Any other business' --at '2026-03-11 13:22'
does reviewer MTG-3 carl --about PRT-7 --at '2026-03-11 13:22'
does report MTG-3 'It is steep.' --about PRT-7 --as carl --at '2026-03-11 13:23'
does agenda MTG-3 --at 2026-03-11
does separate MTG-3 PRT-7 --because 'too steep' --at '2026-03-11 13:25'
does carry MTG-3 --at '2026-03-11 13:30'
does move PRT-7 --in MTG-3 --at '2026-03-11 13:40'
does closed MTG-3 --because 'a matter of staff' --about PRT-7 --admit farah --at '2026-03-11 13:41'
does note MTG-3 'He fell.' --about PRT-7 --at '2026-03-11 13:42'
does closed MTG-3 --about PRT-7 --ends --at '2026-03-11 13:43'
does appoint farah --to council --from 2026-01-01 --deputy --at '2026-03-11 13:44'
does attend MTG-3 --left emil --mistaken bela --at '2026-03-11 13:44'
does vote M-5 --for all --at '2026-03-11 13:45'
does close M-5 --at '2026-03-11 13:46'
does minutes MTG-3 --for public
does adjourn MTG-3 --to 2026-03-12 --because 'it grew late' --at '2026-03-11 14:00'
does note MTG-3 'They met.' --at '2026-03-12 14:00'
does minutes MTG-3

# What was approved changes.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to close_ballot
does submit $CASE vertical=finance --as amara --at 2026-03-26
does show $CASE

# One of several options.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
write_siting
does doc siting
open_siting
does open by_ranks name=Summer --at '2026-03-01 10:00'
does convene council --on 2026-03-02 --at '2026-03-02 08:00'
does attend MTG-1 all --at '2026-03-02 09:00'
does move C-1 --in MTG-1 --at '2026-03-02 09:10'
does vote M-1 --ranks 'porto, lisbon = tallinn' --member all --at '2026-03-02 09:20'
does close M-1 --at '2026-03-05 10:00'
does show M-1

# Late, so that much has fallen due.
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to answer_all
does advance --at 2026-06-01
does show $CASE
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
up_to open_case
does advance --at 2026-03-20
does docket --due-before 2026-04-01 --at 2026-03-20

# What comes by itself breaks an invariant.
mkdir broken
cp -r "$RULES" broken/rules
cp -r "$WORKFLOWS" broken/workflows
cat >broken/rules/more.bylaw <<'END'
invariant looked_at of partnership {
  requires partnership_ethics != not_applicable
}
delegation small_cases of partnership {
  from  partnership_review_board
  to    cto
  lasts at most 1 year
}
END
cat >broken/workflows/asking.yaml <<'END'
workflow: asking
title: Ask the board
of: partnership
start: ask
steps:
  ask:
    motion: Agree to {name}
    decision: strategic_partnership
    next: { carried: done, lost: done, rejected: ethics, withdrawn: done }
  ethics:
    review: partnership_ethics
    next: { not_applicable: again, cleared: again, monitored: again, refused: done }
  again: { task: Look again, by: business_development, next: done }
  done: { end: done }
END
cp "$BYLAW_BOOK" late.book
mv "$BYLAW_BOOK.key" late.key
rm "$BYLAW_BOOK"
ends 0 init --rules broken/rules broken/workflows --origin bylaw.example/story --me dina --at '2026-02-27 09:00'
import_people
does open asking name=MedData vertical=finance personal_data=no --as amara --at 2026-03-02
does delegate small_cases --from 2026-03-02 --until 2026-09-01 --as emil --at 2026-03-02
does show D-1 --at 2026-03-02
does show partnership_review_board --at 2026-03-02
ends 0 revoke D-1 --because 'the board has time' --as emil --at 2026-03-02
does show D-1 --at 2026-03-02
does advance --at 2026-06-01
does show $CASE
mv late.book "$BYLAW_BOOK"
mv late.key "$BYLAW_BOOK.key"

# Without the key at hand, and with somebody's hand in the book.
mv "$BYLAW_BOOK.key" other.key
assess
fails 1 verify
drop_triggers() {
    sqlite3 "$BYLAW_BOOK" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'" >drop.sql
    sqlite3 "$BYLAW_BOOK" <drop.sql
}
cp good.book "$BYLAW_BOOK"
drop_triggers
sqlite3 "$BYLAW_BOOK" "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"row\":\"R4\"', '\"row\":\"R3\"') AS BLOB)"
fails 1 verify
fails 1 replay
cp good.book "$BYLAW_BOOK"
drop_triggers
sqlite3 "$BYLAW_BOOK" "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"recorded\":\"2', '\"recorded\":\"1') AS BLOB) WHERE seq = 45"
fails 1 verify
cp good.book "$BYLAW_BOOK"
drop_triggers
sqlite3 "$BYLAW_BOOK" 'DELETE FROM entries WHERE seq > 50'
fails 1 verify
fails 1 replay

# Messages that wait.
rm "$BYLAW_BOOK"
sed -i 's/^  series .*/&\n  notices invitations/' broken/rules/charter.bylaw
does init --rules broken/rules broken/workflows --origin bylaw.example/story --me dina --at '2026-02-27 09:00'
import_people
does convene partnership_review_board --on 2026-03-24 --at '2026-03-13 09:00'
fails 1 deliver --via true --from board@example.org --once
does outbox

# --- the page -----------------------------------------------------------------------------------------------

python3 - "$SOURCE/docs/json.md" documents/*.json <<'END' || fail 'docs/json.md and the program differ'
import json, re, sys

page, documents = sys.argv[1], sys.argv[2:]


class Key:
    def __init__(self, name, written):
        self.name, self.seen = name, False
        parts = written.split(", ")
        self.type = parts[0]
        self.always = len(parts) == 1
        self.provoked = parts[-1] != "rarely"


def read_page():
    kinds, parts, into, section = {}, {}, None, None
    for line in open(page):
        if line.startswith("## "):
            into = {"## Documents\n": kinds, "## Parts\n": parts}.get(line)
        elif line.startswith("### ") and into is not None:
            section = into[re.fullmatch(r"### `(\w+)`\n", line)[1]] = {}
        elif into is not None and line.startswith("| `"):
            name, written = re.match(r"\| `(\w+)` \| ([^|]+) \|", line).groups()
            section[name] = Key(name, written)
    return kinds, parts


kinds, parts = read_page()
used, wrong = set(), set()
PLAIN = {"text": str, "number": int, "yes or no": bool}


def fits(value, wanted, place):
    if wanted == "any":
        return
    if wanted.startswith("list of "):
        if isinstance(value, list):
            return [fits(item, wanted[8:], place) for item in value]
    elif wanted.startswith("map of "):
        if isinstance(value, dict):
            return [fits(item, wanted[7:], place) for item in value.values()]
    elif wanted.startswith("`"):
        if isinstance(value, dict):
            used.add(wanted)
            return has_keys(value, parts[wanted.strip("`")], wanted.strip("`"))
    elif type(value) is PLAIN[wanted]:
        return
    wrong.add(f"{place} is {value!r}, not {wanted}")


def has_keys(node, keys, place):
    for name, value in node.items():
        if name not in keys:
            wrong.add(f"{place} has a key {name} that the page does not name")
            continue
        keys[name].seen = True
        fits(value, keys[name].type, f"{place}.{name}")
    for name in keys:
        if keys[name].always and name not in node:
            wrong.add(f"{place} has no {name}, which the page says is always there")


for path in documents:
    document = json.load(open(path))
    kind = document.pop("kind")
    if kind not in kinds:
        wrong.add(f"the page does not name the document {kind}")
        continue
    used.add(kind)
    has_keys(document, kinds[kind], kind)

for name in kinds:
    if name not in used:
        wrong.add(f"nothing answers the document {name}")
for name in parts:
    if f"`{name}`" not in used:
        wrong.add(f"nothing holds the part {name}")
for name, keys in [*kinds.items(), *parts.items()]:
    for key in keys.values():
        if not key.seen and key.provoked:
            wrong.add(f"{name} never has the key {key.name}")
for sentence in sorted(wrong):
    print(sentence)
sys.exit(bool(wrong))
END
