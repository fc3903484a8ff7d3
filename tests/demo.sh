#!/bin/sh
# A real case, from its rules to a record that anybody can verify: the handbook's healthcare data provider.
# Every figure it prints is computed as it runs.
#   sh tests/demo.sh PROGRAM      from the root of the repository
set -eu

bylaw=$1
book=$(dirname "$bylaw")/demo.book
receipt=$book.receipt
facts=tests/data/health-data-provider.yaml
case=PRT-2026-001

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$(printf '\033[1m') faint=$(printf '\033[2m') plain=$(printf '\033[0m')
else
    bold='' faint='' plain=''
fi

say() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

# echoed WORD...: the command as it would be typed.
echoed() {
    printf '%s$ %s' "$faint" "$1"
    shift
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=@,+\>-]*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '%s\n' "$plain"
}

run() {
    echoed bylaw "$@"
    "$bylaw" "$@"
}

# refused WORD...: the same, of a command that has to be refused.
refused() {
    echoed bylaw "$@"
    code=0
    "$bylaw" "$@" 2>&1 || code=$?
    [ "$code" -eq 1 ] || { echo "demo: this should have been refused, and ended with $code" >&2; exit 1; }
}

say 'The rules: four files of rules and workflow, written by governance staff. Are they sound?'
run check rules workflows
run test rules

say 'The case: five scores, and the recommendation that the rules make of them, with every reason.'
run evaluate recommendation --rules rules workflows --facts "$facts" --explain

say 'A new book. Dina, the clerk, founds it; its signing key is made beside it.'
rm -f "$book" "$book"-journal "$book"-wal "$book"-shm "$book".key "$book".refused "$receipt"
run init --book "$book" --rules rules workflows --origin bylaw.example/demo --me dina --at '2026-02-27 09:00'
export BYLAW_BOOK="$book"
key=$("$bylaw" verify | sed -n 's/^ *verifier key *//p')

say 'Everybody else is entered, with their roles, offices and seats.'
echoed bylaw import tests/data/people.yaml --at '2026-02-27 09:30'
entered=$("$bylaw" import tests/data/people.yaml --at '2026-02-27 09:30')
printf '%s\n' "$entered" | head -n 4
printf '  and %d more\n' $(($(printf '%s\n' "$entered" | wc -l) - 4))
run show people
run show partnership_review_board --at 2026-03-24

say 'Amara brings a partner: a provider of healthcare data.'
run open partnership_approval --as amara --at '2026-03-02 10:00'
run submit $case name=MedData vertical=health personal_data=yes contact=partnerships@meddata.example \
    --as amara --at '2026-03-03 11:00'

say 'What waits for whom?'
run docket --at 2026-03-04

say 'Three people score it, each from their own side. The third sheet completes the evaluation.'
run score $case strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 \
    financial_value=8 --as carl --at '2026-03-05 14:00'
run score $case strategic_alignment=9 market_impact=8 technical_compatibility=9 operational_feasibility=7 \
    financial_value=8 --as bela --at '2026-03-06 09:15'
run score $case strategic_alignment=9 market_impact=10 technical_compatibility=7 operational_feasibility=7 \
    financial_value=8 --as amara --at '2026-03-09 16:40'

say 'It concerns health, so the Ethics Review Panel answers its five questions first.'
run answer $case transparency=yes privacy=yes fairness=yes accountability=yes beneficial_purpose=yes \
    --as iris --at '2026-03-12 10:00' --note "the consent forms were seen"

say 'The Partnership Review Board meets. Carl scored the case, so he steps aside.'
run convene partnership_review_board --on 2026-03-24 --place "Room 4" --at '2026-03-13 09:00'
run attend MTG-1 all --at '2026-03-24 14:00'
run recuse carl --from $case --because "he scored the case" --at '2026-03-24 14:05'
run move $case --in MTG-1 --as emil --at '2026-03-24 14:10'

say 'Somebody enters a vote for Carl all the same. The book refuses it, and says by which rule.'
refused vote M-1 --for carl --at '2026-03-24 14:20'

say 'The votes of the others, in one line; then the ballot closes, and shows its arithmetic.'
run vote M-1 --for all --except carl --abstain hana --at '2026-03-24 14:25'
run close M-1 --at '2026-03-24 14:30'

say 'Carried. Planning goes on in three hands at once.'
run docket --at 2026-03-25
run submit $case --step roadmap --note "pilot in June, launch in September" --as bela --at '2026-03-31 10:00'
run submit $case --step resources --note "two engineers until autumn" --as carl --at '2026-04-01 10:00'
run submit $case --step metrics --note "records matched, complaints, cost of a record" --as amara --at '2026-04-02 10:00'

say 'Approved, and the docket is empty.'
run docket --at 2026-04-03

say 'The history of the case, as it happened, from the entries alone.'
run history $case

say 'Is the record what the rules make of the commands? Each is carried out again and compared.'
run replay

say 'Has anybody changed it? Everything is hashed again, and the signature of the head is checked.'
run verify

say 'A receipt for the approval, checked by a program that shares nothing with this one: Python and openssl.'
echoed bylaw receipt $case '>' "$receipt"
"$bylaw" receipt $case >"$receipt"
echoed python3 tests/verifier/verify.py receipt "$receipt" --key "$key"
python3 tests/verifier/verify.py receipt "$receipt" --key "$key"

say "The book is $book. Three commands to try next:"
printf '  %s\n' "$bylaw show $case --book $book" "$bylaw history --book $book" "$bylaw help vote"
