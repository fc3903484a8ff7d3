#!/bin/sh
# What check and evaluate say, word for word: check/*.bylaw (and the workflow of that name, where there is one)
# with the handbook's charter beside it, and evaluate/*.yaml (the first line is a comment that names what is
# evaluated); what each line of lines/NAME.jsonl is answered; how the tests of test/*.bylaw end, what they
# reach, and what these rules are compiled to; the handbook and graphs of handbook/; and what the amendment of
# diff/ changes in the handbook's rules. BYLAW_GOLDEN=write rewrites.
set -eu

same() {
    if [ "${BYLAW_GOLDEN:-}" = write ]; then cp "$1" "$2"; fi
    cmp "$1" "$2" || { diff "$2" "$1"; exit 1; }
}

for wrong in "$SOURCE"/tests/golden/check/*.bylaw; do
    rm -rf rules && mkdir rules
    cp "$SOURCE"/rules/*.bylaw rules/
    cp "$wrong" rules/
    flow=${wrong%.bylaw}.yaml
    [ ! -f "$flow" ] || cp "$flow" "$SOURCE"/workflows/*.yaml rules/
    "$BYLAW" check rules >said || true
    grep -qE '^rules/[a-z_]+\.(bylaw|yaml):[0-9]+:[0-9]+: ' said || { echo "$wrong has nothing wrong"; exit 1; }
    grep -v '^  charter ' said >kept
    same kept "${wrong%.bylaw}.expected"
done

for facts in "$SOURCE"/tests/golden/evaluate/*.yaml; do
    name=$(sed -n '1s/^# //p' "$facts")
    cp "$facts" facts.yaml
    "$BYLAW" evaluate "$name" --rules "$SOURCE/rules" --facts facts.yaml --explain >said || true
    same said "${facts%.yaml}.expected"
    "$BYLAW" evaluate "$name" --rules "$SOURCE/rules" --facts facts.yaml --explain --format json >said || true
    same said "${facts%.yaml}.json.expected"
done

for facts in "$SOURCE"/tests/golden/lines/*.jsonl; do
    "$BYLAW" evaluate "$(basename "$facts" .jsonl)" --rules "$SOURCE/rules" --facts "$facts" >said || true
    same said "${facts%.jsonl}.expected"
done

for rules in "$SOURCE"/tests/golden/test/*.bylaw; do
    name=${rules%.bylaw}
    "$BYLAW" test --coverage "$rules" >said || true
    same said "$name.expected"
    "$BYLAW" test --coverage --format json "$rules" >said || true
    same said "$name.json.expected"
    "$BYLAW" test --format junit "$rules" >said || true
    same said "$name.junit.expected"
    "$BYLAW" disasm --rules "$rules" >said
    same said "$name.disasm.expected"
done

handbook=$SOURCE/tests/golden/handbook
"$BYLAW" doc "$handbook/rules" "$handbook/workflows" --form md >said
same said "$handbook/handbook.md.expected"
for thing in purchase_of_a_boat to_treasurer safety; do
    "$BYLAW" draw $thing --rules "$handbook/rules" "$handbook/workflows" --form dot >said
    same said "$handbook/$thing.dot.expected"
done

mkdir before now
cp -r "$SOURCE/rules" "$SOURCE/workflows" before
cp -r "$SOURCE/rules" "$SOURCE/workflows" now
sed -i -f "$SOURCE/tests/golden/diff/amendment.sed" now/rules/governance.bylaw
"$BYLAW" diff before now >said && exit 1
same said "$SOURCE/tests/golden/diff/amendment.expected"
"$BYLAW" diff before now --format json >said && exit 1
grep -v '"charter": ' said >kept
same kept "$SOURCE/tests/golden/diff/amendment.json.expected"
