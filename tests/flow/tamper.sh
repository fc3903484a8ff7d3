#!/bin/sh
# Somebody changes the record with plain SQL. Verifying finds it, and names the first bad entry.
. "$SOURCE/tests/story.sh"

up_to close_ballot
cp "$BYLAW_BOOK" good.book
last=$(($(entries) - 1))

# tampers SQL: in a copy of the good book whose triggers were dropped. A trigger keeps from mistakes; the hash
# tree finds what was meant.
tampers() {
    cp good.book "$BYLAW_BOOK"
    sqlite3 "$BYLAW_BOOK" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'" >drop.sql
    sqlite3 "$BYLAW_BOOK" <drop.sql
    sqlite3 "$BYLAW_BOOK" "$1"
}

# finds ENTRY SQL: verifying names that entry as the first bad one; the independent verifier fails as well.
finds() {
    tampers "$2"
    ends 1 verify --format json
    is 'd["sound"]' False
    is 'd["bad_entry"]' "$1"
    ends 1 verify
    says "first bad entry $1"
    ! python3 "$SOURCE/tests/verifier/verify.py" book "$BYLAW_BOOK" --key "$key" >out 2>err ||
        fail "the other verifier does not find it: $2"
}

does verify --format json
is 'd["sound"]' True
is 'd["complete"] and d["blobs"] > 0 and d["vault"] > 0' True
key=$(value 'd["verifier_key"]')

# With its triggers the table is append-only.
for sql in 'UPDATE entries SET bytes = x'\''00'\'' WHERE seq = 5' 'DELETE FROM entries WHERE seq = 5' \
    'INSERT OR REPLACE INTO entries SELECT seq, x'\''00'\'' FROM entries WHERE seq = 5'; do
    ! sqlite3 "$BYLAW_BOOK" "$sql" >out 2>err || fail "this was allowed: $sql"
done
does verify

# What it did not come to has no number, and is said not to have been looked at.
tampers "UPDATE entries SET bytes = x'7b7d' WHERE seq = 20"
ends 1 verify --format json
is 'd["complete"] or "blobs" in d or "vault" in d or "root" in d' False
is 'd["entries"]' 20
ends 1 verify
says 'It stopped there: later entries, blobs and personal values were not looked at.'
hides 'personal values    0'

# Change.
finds 20 "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'P-00000', 'P-00001') AS BLOB) WHERE seq = 20"
finds 0 "UPDATE entries SET bytes = x'7b7d' WHERE seq = 0"
finds "$last" "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'seq', 'sEq') AS BLOB) WHERE seq = $last"
finds 7 "UPDATE entries SET bytes = x'7b7d' WHERE seq IN (7, 30)"

# Delete: one, or one with all that follow moved up to fill the gap.
finds 12 'DELETE FROM entries WHERE seq = 12'
finds 12 'DELETE FROM entries WHERE seq = 12; UPDATE entries SET seq = seq + 100000 WHERE seq > 12; UPDATE entries SET seq = seq - 100001 WHERE seq > 100000'

# Insert a copy of an entry, and move the rest along.
finds 10 'UPDATE entries SET seq = seq + 100000 WHERE seq >= 10; UPDATE entries SET seq = seq - 99999 WHERE seq > 100000; INSERT INTO entries SELECT 10, bytes FROM entries WHERE seq = 9'
finds "$((last + 1))" "INSERT INTO entries SELECT $last + 1, bytes FROM entries WHERE seq = $last"

# Swap.
finds 15 'UPDATE entries SET seq = 100000 WHERE seq = 15; UPDATE entries SET seq = 15 WHERE seq = 16; UPDATE entries SET seq = 16 WHERE seq = 100000'

# Truncate: what is gone cannot be read, but the signed head knows how many there were.
tampers "DELETE FROM entries WHERE seq > $last - 3"
ends 1 verify --format json
is 'd["sound"]' False
tampers "DELETE FROM entries WHERE seq > $last - 3; DELETE FROM tree WHERE seq > $last - 3; DELETE FROM scopes WHERE seq > $last - 3"
ends 1 verify --format json
is 'd["sound"]' False

# What entries name is part of the record too: rules kept in the book, and values kept in the vault.
tampers "UPDATE blobs SET bytes = CAST(replace(CAST(bytes AS TEXT), '7.5', '6.5') AS BLOB)"
ends 1 verify --format json
is 'd["sound"]' False
tampers "UPDATE vault SET value = CAST(replace(CAST(value AS TEXT), 'Carl', 'Karl') AS BLOB)"
ends 1 verify --format json
is 'd["sound"]' False

# A head signed by another key is not this book's.
tampers "UPDATE head SET note = replace(note, substr(note, -20, 8), 'AAAAAAAA')"
ends 1 verify --format json
is 'd["sound"]' False

# Somebody with this program's source and without the key makes all else fit: the tree is made again from what
# he wrote, and the triggers are put back. No command may go on from there, since it would sign his history.
forges() {
    tampers "$1"
    python3 -B - "$BYLAW_BOOK" "$SOURCE/tests/verifier" <<'FORGE'
import sqlite3, sys
sys.path.insert(0, sys.argv[2])
from record import Tree
db, tree = sqlite3.connect(sys.argv[1]), Tree()
db.execute("DELETE FROM tree")
for seq, data in db.execute("SELECT seq, bytes FROM entries ORDER BY seq").fetchall():
    db.execute("INSERT INTO tree VALUES (?, ?)", (seq, b"".join(tree.append(data))))
db.commit()
FORGE
    sqlite3 good.book "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'" >lock.sql
    sqlite3 "$BYLAW_BOOK" <lock.sql
}

# takes_nothing: the book takes no command, is left as it is, and stays one that is found out.
takes_nothing() {
    before=$(cksum <"$BYLAW_BOOK")
    for verb in advance checkpoint rebuild 'open partnership_approval --as amara'; do
        # shellcheck disable=SC2086 # a verb and its words
        ends 3 $verb
        says 'was altered'
    done
    [ "$(cksum <"$BYLAW_BOOK")" = "$before" ] || fail 'a book that was altered was written to'
    ends 1 verify
    ! python3 "$SOURCE/tests/verifier/verify.py" book "$BYLAW_BOOK" --key "$key" >out 2>err ||
        fail 'the other verifier does not find it'
}

cp good.book "$BYLAW_BOOK"
does checkpoint
cp "$BYLAW_BOOK" good.book
cp out kept.note
cut_off="DELETE FROM entries WHERE seq > $last - 3; DELETE FROM scopes WHERE seq > $last - 3"
rewrite="UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'P-00000', 'P-00001') AS BLOB) WHERE seq = 20"
forges "$rewrite"
takes_nothing
forges "$cut_off"
takes_nothing
forges "$rewrite; DELETE FROM head"
takes_nothing
forges "$rewrite; UPDATE head SET (size, note) = (SELECT size, note FROM checkpoints ORDER BY size LIMIT 1)"
takes_nothing

# With every signed head removed nothing says that this is not how the book was. It is not signed anew.
forges "$rewrite; DELETE FROM head; DELETE FROM checkpoints"
ends 3 open partnership_approval --as amara
ends 1 verify
says 'Not signed'

# Who kept a checkpoint sees it, with either verifier.
seen() { python3 "$SOURCE/tests/verifier/verify.py" book "$BYLAW_BOOK" --key "$key" --checkpoint kept.note >out 2>err; }
ends 1 verify --checkpoint kept.note
says 'signed over other entries'
! seen || fail 'the other verifier passes over the kept checkpoint'
cp good.book "$BYLAW_BOOK"
does verify --checkpoint kept.note
seen || fail 'the other verifier refuses a checkpoint that fits'

# What stands is made from the entries: who changes only that is found by rebuilding, and the record is sound.
cp good.book "$BYLAW_BOOK"
does show $CASE --at 2026-03-25
cp out before
sqlite3 "$BYLAW_BOOK" "UPDATE projections SET value = CAST(replace(CAST(value AS TEXT), 'MedData', 'BadData') AS BLOB) WHERE space = 'case'"
does show $CASE --at 2026-03-25
says 'BadData'
does verify
does rebuild
does show $CASE --at 2026-03-25
cmp out before || fail 'rebuilding did not put it right'
