#!/bin/sh
# The examples of docs/language.md: the plain ones are one charter that checks and whose tests pass; each of
# the others, added to it, is refused with the code written above it. Whatever the page shows has a disassembly.
mkdir rules workflows
awk '/^```bylaw$/ {on=1; next} /^```/ {on=0} on' "$SOURCE/docs/language.md" > rules/language.bylaw
awk '/^```csv / {file="rules/" $2; on=1; next} /^```/ {on=0} on {print > file}' "$SOURCE/docs/language.md"
awk '/^```yaml$/ {on=1; next} /^```/ {on=0} on' "$SOURCE/docs/language.md" > workflows/approval.yaml
awk '/^```yaml / {file="workflows/" $2; on=1; next} /^```/ {on=0} on {print > file}' "$SOURCE/docs/language.md"

"$BYLAW" check rules workflows
"$BYLAW" test rules workflows
"$BYLAW" test --coverage rules workflows >covered
"$BYLAW" disasm --rules rules workflows >disassembled
if grep -n '(null)' covered disassembled; then exit 1; fi
"$BYLAW" fmt - < rules/language.bylaw > formatted.bylaw
"$BYLAW" fmt - < formatted.bylaw | cmp - formatted.bylaw

awk '/^```bylaw [EW]/ {code=$2; n++; on=1; next} /^```/ {on=0} on {print > ("wrong-" n "-" code)}' "$SOURCE/docs/language.md"
found=0
for example in wrong-*; do
    code=${example##*-}
    mkdir wrong
    cp rules/* workflows/* wrong/
    cp "$example" wrong/wrong.bylaw
    if "$BYLAW" check wrong > said; then echo "$example should be refused"; exit 1; fi
    grep -q "$code" said || { echo "$example is not refused with $code:"; cat said; exit 1; }
    rm -r wrong
    found=$((found + 1))
done
[ "$found" -ge 7 ]
echo "$found wrong examples refused as written"
