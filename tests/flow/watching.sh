#!/bin/sh
# What is measured of a partnership: by hand and from a file, with every slip said, corrected and kept.
. "$SOURCE/tests/story.sh"

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

# --- the record -------------------------------------------------------------------------------------------------

does replay --format json
is 'd["identical"]' True
does show PRT-1 --at 2026-06-03
cp out before
does rebuild
does show PRT-1 --at 2026-06-03
cmp out before
does verify
