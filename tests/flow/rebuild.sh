#!/bin/sh
# Everything but entries, blobs, the vault and checkpoints is made from them, and made again identically.
. "$SOURCE/tests/story.sh"

dump() {
    for table in projections scopes tree; do
        echo "--- $table"
        sqlite3 -readonly "$BYLAW_BOOK" "SELECT * FROM $table" | LC_ALL=C sort
    done
    sqlite3 -readonly "$BYLAW_BOOK" 'SELECT space, hex(key), hex(value) FROM projections ORDER BY space, key'
}

for step in import_people score_all vote plan; do
    rm -f "$BYLAW_BOOK" "$BYLAW_BOOK".key
    up_to $step
    dump >before
    entries >count
    does rebuild
    dump >after
    cmp before after || fail "after $step: rebuilding made something else"
    [ "$(entries)" = "$(cat count)" ] || fail 'rebuilding changed the entries'

    # Also when they are gone altogether.
    sqlite3 "$BYLAW_BOOK" 'DELETE FROM projections; DELETE FROM scopes; DELETE FROM tree'
    does rebuild
    dump >after
    cmp before after || fail "after $step: rebuilding from nothing made something else"
    does verify
    does replay
done
