#!/bin/sh
# A register of employees through the program: a file with wrong lines is refused whole, each line told of; what
# holds on a day is shown; rules read it, and a case names the entry it came from; 5,000 rows enter at once.
. "$SOURCE/tests/story.sh"

mkdir rules workflows
cat >rules/buying.bylaw <<'END'
charter "Buying" {
  language     1
  edition      "1"
  in_force     from 2026-01-01
  time_zone    "Europe/Berlin"
  working_days by company
  series       cases BUY, meetings MTG, motions M
}
calendar company {
  week   monday..friday
  listed 2026..2027
}
role clerk
powers {
  | act      | who   |
  | open     | clerk |
  | import   | clerk |
  | record   | clerk |
  | register | clerk |
}
register employees "Employees" source "HR" {
  id             : person, key
  manager        : person, optional
  approval_limit : money EUR
}
register centres {
  code   : text, key
  budget : money EUR
}
facts purchase {
  requester : person
  amount    : money EUR
}
table within_limit of purchase source "§3" {
  | row | amount || ok : yes_no                                   |
  | W1  | -      || amount <= employees[requester].approval_limit |
}
END
cat >workflows/buying.yaml <<'END'
workflow: buying
title: Buying
of: purchase
start: asking
steps:
  asking:
    task: Say what is bought
    by: clerk
    collects: [requester, amount]
    next: checking
  checking:
    evaluate: within_limit
    next:
      - when: within_limit.ok
        to: bought
      - to: refused
  bought: { end: approved }
  refused: { end: declined }
END
does init --rules rules workflows --origin bylaw.example/buying --me dina --at '2026-01-05 09:00'
cat >people.yaml <<'END'
people:
  - { key: dina, name: Dina Lang, roles: [clerk] }
  - { key: ana, name: Ana Ruiz }
  - { key: bob, name: Bob Weiss }
END
does import people.yaml --at '2026-01-05 09:10'

# --- a file with wrong lines ---------------------------------------------------------------------------------

cat >wrong.csv <<'END'
id,manager,approval_limit,valid_from
ana,bob,EUR 5_000,2026-02-01
carl,,EUR 1,2026-02-01
bob,,much,2026-02-01
bob,,,2026-02-01
END
refuses '3 lines of 4 cannot be entered, so none was' import wrong.csv --register employees --at '2026-01-06 09:00'
says 'line 3: nobody here is called "carl"'
says 'line 4: approval_limit is money EUR, and "much" is none'
says 'line 5: approval_limit is not optional'
printf 'id;limit\nana;"EUR 5"\n' >heads.csv
refuses 'the register employees has no field "limit"' import heads.csv --register employees --at '2026-01-06 09:00'

# --- rows, and what holds on a day ---------------------------------------------------------------------------

printf 'id;manager;approval_limit\nana;bob;"EUR 5_000"\nbob;;EUR 20_000\n' >right.csv
does import right.csv --register employees --from 2026-02-01 --at '2026-01-06 09:05'
does register employees id=ana approval_limit='EUR 8_000' --from 2026-06-01 --at '2026-01-06 09:10'
does show employees --at 2026-03-01 --format json
is 'len(d["rows"])' 2
is 'd["rows"][0]["key"][0]' 'Ana Ruiz'
is '[v["value"] for v in d["rows"][0]["values"]]' "['Bob Weiss', 'EUR 5000']"
does show employees ana --at 2026-07-01
says 'approval_limit EUR 8000'
says 'from 2026-02-01'
does show employees --at 2026-01-15
says '0 rows'
ends 1 show employees zoe
ends 2 show employees ana bob
does history employees
says 'the row Ana Ruiz of employees from 2026-06-01: approval_limit: EUR 8000'

# --- a rule that reads it ------------------------------------------------------------------------------------

does open buying requester=ana amount='EUR 6_000' --at '2026-03-02 10:00'
does show BUY-1
says 'declined'
does open buying requester=ana amount='EUR 6_000' --at '2026-06-02 10:00'
does show BUY-2
says 'approved'
does history BUY-2 --format json
is '[f["entry"] for e in d["entries"] if e["entry_kind"] == "determined" for f in e["body"]["reasons"]["facts"] if f["how"] == "registered"][0] < 20' True
refuses 'employees[P-000001].approval_limit' open buying requester=dina amount='EUR 1' --at '2026-06-02 11:00'
says 'bylaw register employees id=dina approval_limit=... --from 2026-06-02'

# --- many rows -----------------------------------------------------------------------------------------------

awk 'BEGIN { print "code,budget,valid_from"; for (i = 1; i <= 5000; i++) printf "C%04d,EUR %d,2026-01-01\n", i, i }' >centres.csv
does import centres.csv --register centres --at '2026-06-03 09:00'
says 'and 4900 entries more'
before=$(entries)
does import centres.csv --register centres --at '2026-06-03 09:05'
[ "$(entries)" -eq $((before + 1)) ] || fail 'what stands already was entered again'
does show centres C4711
says 'budget EUR 4711'

# --- the record ----------------------------------------------------------------------------------------------

does replay
says 'Identical'
does show employees --at 2026-07-01
cp out before
does rebuild
does show employees --at 2026-07-01
cmp out before
does verify
