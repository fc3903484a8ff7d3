#!/bin/sh
# What is measured of a partnership, by hand and from a file, and what that brings about: a performance that deviates
# for two periods opens an adaptation, which then rests; reviews recur for partnerships that were approved.
. "$SOURCE/tests/story.sh"

# tells TEXT: the last run said it, however its lines are broken.
tells() { tr -s ' \n' ' ' <out | grep -qF -e "$1" || fail "this should be said: $1"; }

mkdir rules workflows
cp "$RULES"/*.bylaw rules
cp "$WORKFLOWS"/*.yaml workflows
cat >rules/watching.bylaw <<'END'
powers {
  | act     | who   |
  | measure | clerk |
}

metric api_reliability : percent of partnership source "§5.1" {
  target   >= 99.9%
  measured monthly
}

metric response_time : decimal of partnership source "§5.1" {
  target    <= 50
  measured  monthly
  unit      "ms"
  direction lower is better
}

metric incidents : integer for each vertical source "§6.1" {
  target   <= 5
  measured weekly
}
END
does check rules workflows
does init --rules rules workflows --origin bylaw.example/watching --me dina --at '2026-02-27 09:00'
import_people
does open partnership_approval name=MedData vertical=health --as amara --at '2026-03-02 10:00'

# --- one by one -----------------------------------------------------------------------------------------------

does measure api_reliability 99.97% --case PRT-1 --period 2026-03 --source 'monthly report' --at 2026-04-02
says 'api_reliability of PRT-2026-001, measured for the period from 2026-03-01: 99.97% (monthly report)'
says 'target >= 99.9% was met'
does measure response_time 42 --case PRT-1 --period 2026-03 --at 2026-04-02
does measure incidents 7 --for health --period 2026-W13 --at 2026-04-02
says 'the target <= 5 was missed'
refuses 'write it with its percent sign' measure api_reliability 99.97 --case PRT-1 --period 2026-04 --at 2026-05-04
refuses 'write it as 2026-05, or give a day in it' measure api_reliability 99% --case PRT-1 --period april --at 2026-05-04
refuses 'the period 2026-06 of api_reliability has not begun' measure api_reliability 99% --case PRT-1 --period 2026-06 --at 2026-05-04
refuses 'name the case' measure api_reliability 99% --period 2026-04 --at 2026-05-04
refuses 'did you mean "api_reliability"?' measure api_relibility 99% --case PRT-1 --period 2026-04 --at 2026-05-04
refuses 'clerk may' measure api_reliability 99% --case PRT-1 --period 2026-04 --as amara --at 2026-05-04

# --- a correction names what it corrects -----------------------------------------------------------------------

does measure api_reliability 98.5% --case PRT-1 --period 2026-04 --at 2026-05-04
does measure api_reliability 99.5% --case PRT-1 --period 2026-04 --at 2026-05-05
says 'this corrects entry'
does show api_reliability PRT-1 --at 2026-05-05
says '2026-03  99.97%, target >= 99.9% met'
says '2026-04  99.5%, target >= 99.9% missed'
says 'which corrects entry'

# --- from a file, as a whole or not at all ----------------------------------------------------------------------

cat >may.csv <<'END'
metric;period;value;case;for;source
api_reliability;2026-05;99.2%;PRT-1;;May report
response_time;2026-05;fast;PRT-1;;
incidents;2026-W22;4;;helth;
incidents;2026-W22;4;PRT-1;health;
END
refuses '3 lines of 4 cannot be entered, so none was' import may.csv --measurements --at 2026-06-02
says 'line 3'
says '"fast" is none'
says 'did you mean "health"?'
says 'incidents is measured of the organisation, and of no case'
sed -i 's/;fast;/;48.5;/; s/helth/health/; /W22;4;PRT-1/d' may.csv
does import may.csv --measurements --at 2026-06-02
does show PRT-1 --at 2026-06-02
says 'api_reliability  2026-05  99.2%, target >= 99.9% missed for 2 periods in a row'
says 'response_time    2026-05  48.5 ms, target <= 50 met'
does import may.csv --measurements --at 2026-06-03
hides 'measured for the period'

# --- two periods below the target: an adaptation is opened by itself, and says why -----------------------------

new_case() { does open partnering name="$1" vertical=health --as amara --at "$2"; }
rm "$BYLAW_BOOK" "$BYLAW_BOOK.key"
cat >rules/triggers.bylaw <<'END'
trigger performance_deviation of partnership source "§6.2" {
  when    api_reliability misses target for 2 consecutive periods
  when    vertical changed
  opens   adaptation
  because "Performance deviates from what was expected"
  rests   90 days
}

trigger operational_review of partnership source "§5.2" {
  every quarter
  opens review
}

trigger handbook_review source "§9" {
  on    2026-09-01 "Yearly review of the handbook"
  opens review
}
END
cat >workflows/partnering.yaml <<'END'
workflow: partnering
title: Partnership
of: partnership
start: agreeing
steps:
  agreeing: { task: Agree on the terms, by: business_development, collects: [annual_value], next: agreed }
  agreed: { end: approved, ongoing: [adaptation, review] }
END
cat >workflows/adaptation.yaml <<'END'
workflow: adaptation
title: Adapt the partnership
source: "§6.2"
of: partnership
start: assessment
steps:
  assessment: { task: Assess the present state, by: technical_architect, within: 10 working days, next: adapted }
  adapted: { end: adapted }
END
cat >workflows/review.yaml <<'END'
workflow: review
title: Review
of: partnership
start: looking
steps:
  looking: { task: Look at it, by: vertical_lead, within: 2 weeks, next: reviewed }
  reviewed: { end: reviewed }
END
does check rules workflows
sed 's/ongoing: .adaptation, review./ongoing: [partnership_approval]/' workflows/partnering.yaml >wrong.yaml
ends 1 check rules workflows/adaptation.yaml workflows/review.yaml workflows/partnership-approval.yaml workflows/ethics-*.yaml wrong.yaml
says 'no trigger or review of partnership opens "partnership_approval", so that it never goes on'
does init --rules rules workflows --origin bylaw.example/watching --me dina --at '2026-02-27 09:00'
import_people
new_case MedData '2026-03-02 10:00'
does submit PRT-1 annual_value='USD 100_000' --as amara --at '2026-03-02 10:05'
says 'PRT-2026-001 ended: approved'
does docket --at 2026-03-02
says '2026-04-01  operational_review opens review for PRT-2026-001: every quarter'
says '2026-09-01  handbook_review opens review: on 2026-09-01 "Yearly review of the handbook"'
does advance --at 2026-04-01
tells 'the trigger operational_review fired for PRT-2026-001 on 2026-04-01: every quarter; it opens PRT-2026-002'
does submit PRT-2 --note 'all is well' --as carl --at 2026-04-07
does measure api_reliability 99.5% --case PRT-1 --period 2026-03 --at 2026-04-07
does measure api_reliability 99.2% --case PRT-1 --period 2026-04 --at 2026-05-04
does docket --at 2026-05-04
says '2026-05-04  performance_deviation opens adaptation for PRT-2026-001: when api_reliability misses target for 2 consecutive periods'
does advance --at 2026-05-04
tells 'fired for PRT-2026-001 on 2026-05-04'
tells '2026-03: 99.5%, 2026-04: 99.2%'
tells 'Performance deviates from what was expected'
does show PRT-3 --at 2026-05-04
tells 'by the trigger performance_deviation'
tells 'PRT-2026-001'
tells 'MedData'
tells 'due by 2026-05-18'
does advance --at 2026-05-04
tells 'Nothing has fallen due.'

# it rests for 90 days, then fires for what is missed later
does submit PRT-3 --note 'a second data centre' --as bela --at 2026-05-20
does measure api_reliability 99% --case PRT-3 --period 2026-05 --at 2026-06-02
tells 'api_reliability of PRT-2026-001'
does measure api_reliability 99% --case PRT-1 --period 2026-06 --at 2026-07-01
does advance --at 2026-07-02
hides performance_deviation
does measure api_reliability 99% --case PRT-1 --period 2026-07 --at 2026-08-03
does advance --at 2026-08-03
tells 'performance_deviation fired for PRT-2026-001 on 2026-08-03'

# late: what fell due is opened under the day on which it did
does advance --at 2026-10-05
tells 'the trigger handbook_review fired on 2026-09-01: on 2026-09-01'
tells 'operational_review fired for PRT-2026-001 on 2026-10-01'
does show PRT-7 --at 2026-10-05
tells '2026-10-01 by the trigger operational_review'
refuses 'has ended' submit PRT-1 vertical=finance --as amara --at 2026-10-05

# --- the record -------------------------------------------------------------------------------------------------

does replay --format json
is 'd["identical"]' True
does show PRT-1 --at 2026-10-05
cp out before
does rebuild
does show PRT-1 --at 2026-10-05
cmp out before
does verify
