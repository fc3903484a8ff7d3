#!/bin/sh
# Many small purchases from one vendor are one large: the sixth is carried to the higher office by the total, in
# two currencies, over twelve months; what was declined does not count; every number can be traced.
. "$SOURCE/tests/story.sh"

mkdir rules workflows
cat >rules/buying.bylaw <<'END'
charter "Buying" {
  language     1
  edition      "1"
  in_force     from 2024-01-01
  time_zone    "Europe/Berlin"
  working_days by company
  series       cases BUY, meetings MTG, motions M
}
calendar company {
  week   monday..friday
  listed 2024..2026
}
role clerk
office head "Head of purchasing"
office cfo "Chief Financial Officer"
powers {
  | act      | who   |
  | open     | clerk |
  | import   | clerk |
  | record   | clerk |
  | register | clerk |
}
register group_rate "Exchange rates" source "Treasury" {
  from : text, key
  to   : text, key
  rate : decimal
}
enum asking { purchase_approval }
facts purchase {
  vendor : text
  amount : money of any currency
}
total committed of purchase for each vendor source "Policy 4.2" {
  sums     amount in USD at group_rate
  over     12 months
  counting approved, pending, this
}
authority buying of purchase source "Policy 4" {
  | row | asking            | committed     || decided_by |
  | B1  | purchase_approval | <= USD 50_000 || head       |
  | B2  | purchase_approval | > USD 50_000  || cfo        |
}
test "many small purchases are one large" {
  given  asking    = purchase_approval
  given  committed = USD 50_001
  expect buying.decided_by = cfo by B2
}
END
cat >workflows/buying.yaml <<'END'
workflow: buying_approval
title: Purchase
of: purchase
start: asking
steps:
  asking:
    task: Say what is bought
    by: clerk
    collects: [vendor, amount]
    next: deciding
  deciding:
    motion: Buy from {vendor} for {amount}
    decision: purchase_approval
    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }
  bought: { end: approved }
  refused: { end: declined }
END
does check rules workflows
does test rules
printf 'asking: purchase_approval\ncommitted: USD 50_000\n' >facts.yaml
does evaluate buying --rules rules --facts facts.yaml --explain
says 'buying: head'
says 'committed  more than USD 50000 instead of USD 50000 (however little): row B2'

does init --rules rules workflows --origin bylaw.example/buying --me dina --at '2024-01-05 09:00'
cat >people.yaml <<'END'
people:
  - { key: dina, name: Dina Lang, roles: [clerk] }
  - { key: emil, name: Emil Sand }
  - { key: farah, name: Farah Aziz }
offices:
  head: [{ person: farah, from: 2024-01-01 }]
  cfo: [{ person: emil, from: 2024-01-01 }]
END
does import people.yaml --at '2024-01-05 09:10'
does register group_rate from=EUR to=USD rate=1.1 --from 2024-01-01 --at '2024-01-05 09:15'
does register group_rate from=EUR to=USD rate=1.2 --from 2024-06-01 --at '2024-01-05 09:16'

motion=0
decide() { # CASE WHO HOW DAY
    motion=$((motion + 1))
    does move "$1" --as "$2" --at "$4 11:00"
    does vote M-$motion --"$3" "$2" --as "$2" --at "$4 11:01"
    does close M-$motion --as "$2" --at "$4 11:02"
}

# --- five below the limit, each decided by the head; the sixth by the officer above ------------------------------

for n in 1 2 3 4; do
    does open buying_approval vendor='Acme Ltd' amount='USD 10_000' --at "2024-03-0$n 10:00"
    says 'deciding is for head to decide'
    decide BUY-$n farah for "2024-03-0$n"
done
does open buying_approval vendor='Acme Ltd' amount='EUR 5_000' --at '2024-03-05 10:00'
says 'deciding is for head to decide'
does open buying_approval vendor='Acme Ltd' amount='USD 4_500.01' --at '2024-06-01 10:00'
says 'deciding is for cfo to decide'

# --- its parts are in the record, and shown ------------------------------------------------------------------------

does history BUY-2024-6 --format json
is '[f for e in d["entries"] if e["entry_kind"] == "determined" for f in e["body"]["reasons"]["facts"] if f["fact"] == "committed"][0]["value"]' 'USD 50000.01'
is '[(p["case"][-3:], p["as"], p["value"]) for e in d["entries"] if e["entry_kind"] == "determined" for f in e["body"]["reasons"]["facts"] if f["fact"] == "committed" for p in f["parts"]][3:]' \
    "[('004', 'approved', 'USD 10000'), ('005', 'pending', 'USD 5500'), ('006', 'this', 'USD 4500.01')]"
does history BUY-2024-6
says 'committed for Acme Ltd comes to USD 50000.01, of 6 cases since 2023-06-02'
says 'BUY-2024-005  USD 5500     pending'
does show BUY-2024-6 --at 2024-06-01
says 'committed for Acme Ltd comes to USD 50000.01, of 6 cases since 2023-06-02'
says 'BUY-2024-006  USD 4500.01  this case'

# --- what is declined does not count; another vendor has a total of its own -------------------------------------

decide BUY-6 emil against 2024-06-02
says 'BUY-2024-006 ended: declined'
does open buying_approval vendor='Acme Ltd' amount='USD 4_500' --at '2024-06-03 10:00'
says 'deciding is for head to decide'
does open buying_approval vendor='Other' amount='USD 50_000' --at '2024-06-03 10:05'
says 'deciding is for head to decide'
decide BUY-5 farah for 2024-06-04
decide BUY-7 farah for 2024-06-04

# --- twelve months: the purchase of 1 March 2024 counts up to the last day of February 2025 ----------------------

does open buying_approval vendor='Acme Ltd' amount='USD 1' --at '2025-02-28 10:00'
says 'deciding is for cfo to decide'
does open buying_approval vendor='Acme Ltd' amount='USD 9_999' --at '2025-03-01 10:00'
says 'deciding is for head to decide'
does history BUY-2025-2
says 'comes to USD 50000, of 7 cases since 2024-03-02'

# --- what is not known is named -----------------------------------------------------------------------------------

refuses 'group_rate[GBP, USD].rate' open buying_approval vendor='New' amount='GBP 1' --at '2025-03-02 10:00'
says 'bylaw register group_rate from=GBP to=USD rate=... --from 2025-03-02'
does open buying_approval vendor='Acme Ltd' --at '2025-03-02 10:05'
refuses 'amount of BUY-2025-003' open buying_approval vendor='Acme Ltd' amount='USD 1' --at '2025-03-02 10:10'
says 'bylaw submit BUY-2025-003 amount=...'
does show BUY-2025-3 --at 2025-03-02
says 'committed for Acme Ltd cannot be added up: it needs amount'
does submit BUY-2025-3 amount='EUR 2' --at '2025-03-02 10:15'
says 'deciding is for head to decide'

# --- the record ------------------------------------------------------------------------------------------------------

does replay --format json
is 'd["identical"]' True
does show BUY-2025-3 --at 2025-03-02
cp out before
does rebuild
does show BUY-2025-3 --at 2025-03-02
cmp out before
does open buying_approval vendor='Acme Ltd' amount='USD 1' --at '2025-03-02 10:20'
says 'deciding is for head to decide'
does replay
says 'Identical'
does verify
