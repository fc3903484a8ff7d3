#!/bin/sh
# What is personal is in the vault, where it can be erased, and in no entry and no blob.
. "$SOURCE/tests/story.sh"

up_to plan
sqlite3 -readonly "$BYLAW_BOOK" 'SELECT CAST(bytes AS TEXT) FROM entries' >entries
sqlite3 -readonly "$BYLAW_BOOK" 'SELECT CAST(bytes AS TEXT) FROM blobs' >blobs
user=$(id -un)
[ "$(wc -l <entries)" -ge 60 ] || fail 'these are not all entries'

for secret in Amara Okafor Bela Novak Carl Ito Dina Haddad Emil Sand Farah Aziz Goran Petrov Hana Kim Iris Lund \
    Jonas Weber partnerships@meddata '"key":"dina"' '"login":' "\"$user\"" emil farah goran hana jonas; do
    ! grep -qF -e "$secret" entries || fail "$secret is in an entry"
    ! grep -qF -e "$secret" blobs || fail "$secret is in a blob"
done

# A commitment cannot be tried out by guessing: the same name twice has two commitments.
new=$(sqlite3 -readonly "$BYLAW_BOOK" 'SELECT count(*), count(DISTINCT commitment), count(DISTINCT salt), min(length(salt)) FROM vault')
[ "$new" = "$(echo "$new" | awk -F'|' '{ print $1 "|" $1 "|" $1 "|32" }')" ] || fail "salts: $new"

# What is shown still has the names, and a receipt that is handed out has none.
does history $CASE
says 'Amara Okafor'
does receipt $CASE
hides 'Amara'
