#!/bin/sh
# What the README tells a reader to type works, from its first line to its last.
. "$SOURCE/tests/story.sh"

awk '/^```sh$/ { code = 1; next } /^```$/ { code = 0 } code' "$SOURCE/README.md" >typed.sh
[ "$(wc -l <typed.sh)" -ge 40 ] || fail 'the README has lost its commands'

mkdir build
ln -s "$BYLAW" build/bylaw
ln -s "$SOURCE/rules" "$SOURCE/workflows" "$SOURCE/tests" .
unset BYLAW_BOOK
sh -eu typed.sh >out 2>err || fail 'the README does not work as it is'
says 'Emil Sand, Farah Aziz, Iris Lund'
says 'ended: approved'
says 'Sound: the entries are those'
says 'Proven: entry'

# What it shows of the rules is what the rules are and come to.
"$BYLAW" evaluate recommendation --rules "$RULES" "$WORKFLOWS" --facts "$SOURCE/tests/data/health-data-provider.yaml" \
    --explain >explained
sed -n '/^recommendation: recommend/,/= 8.3$/p' "$SOURCE/README.md" >shown
[ "$(wc -l <shown)" -ge 10 ] || fail 'the README has lost its example'
sed -n '1,/+.*= 8.3$/p' explained | sed "s|$SOURCE/||" >real
cmp shown real || fail 'the README shows something else than the program'
sed -n '/^table recommendation/,/^}/p' "$SOURCE/README.md" >shown
sed -n '/^table recommendation/,/^}/p' "$RULES/evaluation.bylaw" >real
cmp shown real || fail 'the README shows another rule'
