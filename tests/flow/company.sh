#!/bin/sh
# The decision authority matrix of a company of 5,000 people: grades as an enum, who stands above whom and may
# decide how much as registers, the matrix as a CSV file over grades. Who decides is read of the reporting line.
. "$SOURCE/tests/story.sh"

PEOPLE_COUNT=5000
mkdir rules workflows

# --- the files that a company has --------------------------------------------------------------------------

# Seven report to each; e0001 is the chief executive.
awk -v count=$PEOPLE_COUNT 'BEGIN {
    split("executive vice_president director manager lead assistant", grades, " ")
    split("2_000_000 250_000 50_000 10_000 1_000 0", limits, " ")
    print "people:" >"people.yaml"
    print "id,manager,grade,unit,approval_limit,valid_from" >"employees.csv"
    for (i = 1; i <= count; i++) {
        level = 1
        for (above = i; above > 1; above = int((above + 5) / 7)) level++
        if (level > 6) level = 6
        manager = i > 1 ? sprintf("e%04d", int((i + 5) / 7)) : ""
        printf "  - { key: e%04d, name: Person %d, roles: [employee] }\n", i, i >"people.yaml"
        printf "e%04d,%s,%s,U%d,USD %s,2026-01-01\n", i, manager, grades[level], i % 40, limits[level] >"employees.csv"
    }
    print "code,head,valid_from" >"units.csv"
    for (i = 0; i < 40; i++) printf "U%d,e%04d,2026-01-01\n", i, 2 + i % 7 >"units.csv"
}'
cat >>people.yaml <<'END'
offices:
  cfo: [{ person: e0002, from: 2026-01-01 }, { person: e0003, from: 2026-01-01 }]
  coo: [{ person: e0003, from: 2026-01-01 }, { person: e0004, from: 2026-01-01 }]
  ceo: [{ person: e0001, from: 2026-01-01 }]
  procurement: [{ person: e0777, from: 2026-01-01 }]
bodies:
  board:
    chair: e0005
    members: [{ person: e0005, from: 2026-01-01 }, { person: e0006, from: 2026-01-01 }, { person: e0007, from: 2026-01-01 }]
END

# 24 categories, 6 grades, 4 bands: 576 rows.
awk 'BEGIN {
    print "row;asking;What is bought;Grade of who asks;Amount (USD);decided_by;recommends;consulted;informed;reviewed"
    split("assistant lead manager director vice_president executive", grades, " ")
    line = "first in employees.manager from requester whose approval_limit covers amount"
    for (c = 1; c <= 24; c++)
        for (g = 1; g <= 6; g++) {
            row = sprintf("C%02d%s", c, substr("ABCDEF", g, 1))
            both = sprintf("purchase_order;category_%02d;%s", c, grades[g])
            printf "%s1;%s;< USD %d_000;%s;-;-;-;monthly\n", row, both, g + c, line
            printf "%s2;%s;USD %d_000 ..< USD 200_000;%s and units[unit_of_requester].head;-;-;procurement;monthly\n", row, both, g + c, line
            printf "%s3;%s;USD 200_000 ..< USD 1_000_000;2 of (cfo, coo, ceo);procurement;cfo;-;quarterly\n", row, both
            printf "%s4;%s;>= USD 1_000_000;cfo and ceo then board;procurement, coo;-;employee;yearly\n", row, both
        }
}' >rules/doa.csv

{
    cat <<'END'
charter "Delegation of Authority" {
  language     1
  edition      "2026.1"
  in_force     from 2026-01-01
  time_zone    "Europe/Berlin"
  working_days by company
  series       cases DOA, meetings MTG, motions M
}
calendar company {
  week   monday..friday
  listed 2026..2027
}
enum asking { purchase_order }
enum grade { assistant, lead, manager, director, vice_president, executive }
role employee
role clerk
office cfo
office coo
office ceo
office procurement
body board {
  seats   3..5
  quorum  at least 2 members
  carried by more than 1/2 of votes cast
}
powers {
  | act      | who      |
  | open     | employee |
  | record   | clerk    |
  | convene  | clerk    |
  | import   | clerk    |
  | register | clerk    |
  | ratify   | clerk    |
}
register employees "Employees" source "HR" {
  id             : person, key
  manager        : person, optional
  grade          : grade
  unit           : text
  approval_limit : money USD
}
register units "Units" source "Finance" {
  code : text, key
  head : person
}
facts purchase {
  item      : text
  category  : category
  requester : person
  amount    : money USD
}
definition grade_of_requester of purchase { means employees[requester].grade }
definition unit_of_requester of purchase { means employees[requester].unit }
authority purchasing of purchase from "doa.csv" source "Group Policy 7" {
  column "What is bought"   is category
  column "Grade of who asks" is grade_of_requester
  column "Amount (USD)"     is amount
}
exception petty to purchasing when item = "stamps" source "Group Policy 7.3" {
  gives decided_by = procurement
}
exception doubled to purchasing when amount * 2 < USD 100 and item = "stamps" {
  gives decided_by = coo
}
test "what a lead asks for goes up the line" source "Group Policy 7" {
  given  requester                     = ana
  given  asking                        = purchase_order
  given  category                      = category_05
  given  amount                        = USD 6_000
  given  item                          = "a lathe"
  given  employees[ana].grade          = lead
  given  employees[ana].manager        = ben
  given  employees[ben].approval_limit = USD 1_000
  given  employees[ben].manager        = cleo
  given  employees[cleo].approval_limit = USD 10_000
  expect purchasing.decided_by         = cleo by C05B1
}
END
    awk 'BEGIN {
        printf "enum category { "
        for (c = 1; c <= 24; c++) printf "%scategory_%02d", (c > 1 ? ", " : ""), c
        print " }"
    }'
} >rules/company.bylaw
cat >workflows/buying.yaml <<'END'
workflow: buying
title: Buying
of: purchase
start: asking
steps:
  asking:
    task: Say what is bought, and for whom
    by: employee
    collects: [item, category, requester, amount]
    next: deciding
  deciding:
    motion: Buy {item}
    decision: purchase_order
    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }
  bought: { end: bought }
  refused: { end: refused }
END

# --- the rules alone -----------------------------------------------------------------------------------------

does check rules workflows
says 'warning W0193: the conditions of the exceptions "petty" and "doubled" to "purchasing" do not show whether both'
says 'no errors'
does test rules workflows
sed -i 's/manager from requester/maneger from requester/' rules/doa.csv
ends 1 check rules workflows
says 'rules/doa.csv:2:'
says 'did you mean "manager"?'
sed -i 's/maneger from requester/manager from requester/' rules/doa.csv

# --- the book, with everybody in it --------------------------------------------------------------------------

does init --rules rules workflows --origin bylaw.example/doa --me dina --at '2026-01-05 09:00'
echo 'people: [{ key: dina, name: Dina Lang, roles: [clerk] }]' >clerk.yaml
does import clerk.yaml --at '2026-01-05 09:05'
does import people.yaml --at '2026-01-05 09:10'
does import employees.csv --register employees --at '2026-01-05 09:20'
does import units.csv --register units --at '2026-01-05 09:30'

# asks AMOUNT WHO DAY CASE: what the category is does not matter to who decides.
asks() { does open buying item=lathe category=category_05 "requester=$2" "amount=USD $1" --as "$2" --at "$3 10:00"; }
decides() {
    does move "$1" --as "$2" --to "$3" --at "$5 11:00"
    does vote "$4" --for "$2" --as "$2" --at "$5 11:05"
    does close "$4" --as "$2" --at "$5 11:10"
}

# The first above e3000 may decide up to USD 1,000, the next up to USD 10,000.
asks 900 e3000 2026-03-02
does show DOA-1
says 'for Person 429 to decide'
does docket --at 2026-03-02
says 'waits for Person 429 to decide: Buy lathe'
decides DOA-1 e0429 e0429 M-1 2026-03-02
says 'DOA-2026-001 ended: bought'
asks 5_000 e3000 2026-03-03
says 'Person 62'
refuses 'e0429 may not put it to the vote: e0062 does' move DOA-2 --as e0429 --at '2026-03-03 11:00'
does history DOA-2 --format json
is '[f["fact"] for e in d["entries"] if e["entry_kind"] == "determined" for f in e["body"]["reasons"]["facts"] if f["how"] == "registered" and f["fact"].endswith("approval_limit")].__len__()' 2

# A limit that changes from a day on needs no new edition.
does register employees id=e0429 approval_limit='USD 8_000' --from 2026-04-01 --at '2026-03-04 09:00'
asks 5_000 e3000 2026-03-31
says 'Person 62'
asks 5_000 e3000 2026-04-01
says 'Person 429'

# Two of them: the first in the line who may, and the head of the unit.
asks 20_000 e3000 2026-04-02
does show DOA-5
says 'for Person 9 and Person 2 to decide'
says 'informed: procurement'
decides DOA-5 e0009 e0009 M-2 2026-04-02
decides DOA-5 e0002 e0002 M-3 2026-04-02
says 'DOA-2026-005 ended: bought'

# What more than one officer decides, with who recommends and who is informed.
asks 3_000_000 e3000 2026-04-03
does show DOA-6
says 'for cfo and ceo then board to decide'
says 'asked to recommend: procurement, coo'
says 'informed: employee'
does docket --at 2026-04-03
says 'waits for procurement (Person 777) to recommend: Buy lathe'
says 'waits for cfo (Person 2 or Person 3) to decide: Buy lathe; informed: employee'

# Nobody stands above the chief executive; and two exceptions that apply at once give no answer.
refuses 'the line employees.manager from e0001 ends with e0001, and no approval_limit in it covers USD 900' \
    open buying item=lathe category=category_05 requester=e0001 'amount=USD 900' --as e0001 --at '2026-04-07 10:00'
refuses 'purchasing gives no result: its exceptions petty and doubled both apply' \
    open buying item=stamps category=category_05 requester=e3000 'amount=USD 40' --as e3000 --at '2026-04-07 10:00'
does open buying item=stamps category=category_05 requester=e3000 'amount=USD 50' --as e3000 --at '2026-04-07 10:00'
says 'procurement'

does replay --format json
is 'd["identical"]' True
does verify --format json
is 'd["sound"]' True
