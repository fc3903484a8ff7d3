#!/bin/sh
# Facts line after line: each line has its answer, in its place and at once, and knows nothing of those before it.
. "$SOURCE/tests/story.sh"

evaluates() { ends "$1" evaluate "$2" --rules "$RULES" --facts "$3"; }
# answer NUMBER EXPRESSION VALUE: of one line's answer, in Python, as d.
answer() {
    got=$(sed -n "$1p" out | python3 -c 'import json, sys; d = json.load(sys.stdin); print('"$2"')')
    [ "$got" = "$3" ] || fail "line $1: $2 is $got, not $3"
}

cat >good.jsonl <<'END2'
{"vertical": "health", "personal_data": false}
{"vertical": "finance", "personal_data": false}
END2
evaluates 0 partnership_ethics good.jsonl
answer 1 "d['determination']['yes']" True
answer 2 "d['determination']['yes']" False

# Wrong lines, each in its place; the last has no end.
{
    printf '%s\n' '{"vertical": "health"}' 'vertical: health' '' '{"verticle": "health"}' '{"personal_data": true}'
    printf '{"personal_data": false}'
} >mixed.jsonl
evaluates 1 partnership_ethics mixed.jsonl
[ "$(wc -l <out)" = 6 ] || fail "there is not one answer for each line"
answer 1 "d['determination']['yes']" True
answer 2 "d['kind'], d['line'], d['diagnostics'][0]['code']" 'check 2 E0015'
answer 3 "d['diagnostics'][0]['code']" E0015
answer 4 "d['diagnostics'][0]['mend']" 'did you mean "vertical"?'
answer 5 "d['determination']['yes']" True
answer 6 "d['determination']['outcome'], d['determination']['settle']" "undetermined ['vertical']"

# A line that is too long is passed over whole.
{
    printf '{"name": "'
    head -c 1100000 /dev/zero | tr '\0' a
    printf '"}\n{"vertical": "health"}\n'
} >long.jsonl
evaluates 1 partnership_ethics long.jsonl
answer 1 "d['diagnostics'][0]['code']" E0701
answer 2 "d['determination']['yes']" True

# A program that asks and waits is answered before it asks again.
python3 - "$BYLAW" "$RULES" <<'END2' || fail "the answers are late"
import json, subprocess, sys

bylaw, rules = sys.argv[1:]
with subprocess.Popen([bylaw, "evaluate", "partnership_ethics", "--rules", rules, "--facts", "-"],
                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
    for vertical, applies in [("health", True), ("finance", False), ("health", True)]:
        program.stdin.write(json.dumps({"vertical": vertical, "personal_data": False}) + "\n")
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["determination"]["yes"] is applies
    program.stdin.close()
assert program.returncode == 0
END2

evaluates 2 partnership_etics good.jsonl
says 'did you mean "partnership_ethics"?'
evaluates 3 partnership_ethics nowhere.jsonl
says 'there is no such file'
