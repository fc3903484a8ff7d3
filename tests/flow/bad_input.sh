#!/bin/sh
# Input of every bad kind gets a sentence and a code that is not 0, and harms nothing.
. "$SOURCE/tests/story.sh"

up_to open_case
good=$(cksum <"$BYLAW_BOOK")
FACTS="$SOURCE/tests/data/health-data-provider.yaml"

# ended_badly WHAT: the last run ended with 1, 2 or 3 and said why, and the book is as it was.
ended_badly() {
    case $code in
    1 | 2 | 3) ;;
    *) fail "$1: ended with $code" ;;
    esac
    [ -s err ] || [ -s out ] || fail "$1: nothing was said"
    [ "$(cksum <"$BYLAW_BOOK")" = "$good" ] || fail "$1: the book was changed"
}

try() {
    code=0
    "$BYLAW" "$@" >out 2>err || code=$?
    ended_badly "bylaw $*"
}

# each_reader FILE: everything that reads a file of its kind.
rules_readers() {
    try check "$1"
    try test "$1"
    try evaluate recommendation --rules "$1" --facts "$FACTS"
    try init --book other.book --rules "$1" --me dina
    [ ! -e other.book ] || fail "$1: a book was made of it"
    [ ! -e other.book.key ] || fail "$1: a key was left behind"
}

yaml_readers() {
    try evaluate recommendation --rules "$RULES" "$WORKFLOWS" --facts "$1"
    try import "$1"
    try submit $CASE --facts "$1" --as amara --at 2026-03-03
    [ -d "$1" ] || try check "$RULES" "$1"
}

books_readers() {
    for verb in docket verify replay history rebuild checkpoint advance; do
        try $verb --book "$1"
        [ "$code" -ne 0 ] || fail "$verb: $1 is no book"
    done
}

# Not UTF-8.
printf 'charter "caf\351" {\n  language 1\n}\n' >latin.bylaw
printf 'name: caf\351\n' >latin.yaml
rules_readers latin.bylaw
says 'UTF-8'
try fmt latin.bylaw
says 'cannot be read as rules'
yaml_readers latin.yaml
says 'UTF-8'

# A hundred megabytes.
yes 'charter "x" { language 1 }' | head -c 100000000 >large.bylaw
ln large.bylaw large.yaml
rules_readers large.bylaw
try fmt large.bylaw
yaml_readers large.yaml
books_readers large.bylaw
rm large.bylaw large.yaml

# Nested ten thousand deep.
python3 - <<'END'
deep = 10000
open("deep.bylaw", "w").write('guard g before x {\n  requires ' + "(" * deep + "yes" + ")" * deep + "\n}\n")
open("blocks.bylaw", "w").write('charter "x" ' + "{ " * deep)
open("deep.yaml", "w").write("[" * deep + "]" * deep + "\n")
open("maps.yaml", "w").write("".join(" " * i + "a:\n" for i in range(deep)))
END
rules_readers deep.bylaw
rules_readers blocks.bylaw
yaml_readers deep.yaml
yaml_readers maps.yaml

# YAML that grows when it is read.
python3 - <<'END'
lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, 12)]
open("bomb.yaml", "w").write("\n".join(lines) + "\n")
END
yaml_readers bomb.yaml

# Not files of the kind: a folder, nothing, bytes, a device that never ends.
mkdir folder
: >empty
head -c 4096 /dev/urandom >bytes
for what in folder bytes; do
    cp -r "$what" "$what.bylaw"
    rules_readers "$what.bylaw"
    yaml_readers "$what"
    books_readers "$what"
done
yaml_readers /dev/zero
books_readers empty
books_readers /dev/null

# Unreadable, by somebody who is not root.
unreadable() {
    cp "$RULES/charter.bylaw" closed.bylaw
    chmod 000 closed.bylaw
    if [ "$(id -u)" -ne 0 ]; then
        "$BYLAW" check closed.bylaw >out 2>err
        return
    fi
    mkdir tools
    cp "$BYLAW" "$(dirname "$BYLAW")"/libbylaw.so.0 tools
    chmod 755 . tools
    setpriv --reuid=65534 --regid=65534 --clear-groups tools/bylaw check closed.bylaw >out 2>err
}
code=0
unreadable || code=$?
[ "$code" -eq 3 ] || fail "an unreadable file: ended with $code"
says 'ermission denied'

# Books that are no books: a text, another program's database, one cut short, one of a later release.
cp "$PEOPLE" text.book
books_readers text.book
sqlite3 other.db 'CREATE TABLE t (x); INSERT INTO t VALUES (1)'
books_readers other.db
[ "$(sqlite3 other.db 'SELECT x FROM t')" = 1 ] || fail 'the other database was changed'
for part in 1 100 4096 20000; do
    head -c "$part" "$BYLAW_BOOK" >short.book
    books_readers short.book
done
cp "$BYLAW_BOOK" later.book
sqlite3 later.book 'PRAGMA user_version = 1000'
books_readers later.book
says 'later'

# A book is never made over something that is there.
cp "$PEOPLE" kept
try init --book kept --rules "$RULES" "$WORKFLOWS" --me dina
cmp kept "$PEOPLE" || fail 'init wrote over a file'
try init --rules "$RULES" "$WORKFLOWS" --me dina

# And after all of it the book is sound, and work goes on.
does verify
assess
