#!/bin/sh
# However little room the disk has: a command is done, or it says that there is no room and changes nothing.
# A limit on the size of files stands for the disk; it is counted in blocks of 512 bytes.
. "$SOURCE/tests/story.sh"

up_to move
cp "$BYLAW_BOOK" good.book
good=$(entries)

# roomy BLOCKS WORD...
roomy() {
    blocks=$1
    shift
    { # what it says goes through a pipe, which has no size
        code=0
        (trap '' XFSZ && ulimit -f "$blocks" && exec "$BYLAW" "$@") || code=$?
        echo $code >code
    } 2>&1 | cat >out
    code=$(cat code)
    case $code in
    0) ;;
    3) [ -s out ] || fail "with $blocks blocks bylaw $1 said nothing" ;;
    *) fail "with $blocks blocks bylaw $1 ended with $code" ;;
    esac
}

done=0 said=0
for blocks in 0 1 2 4 8 16 24 32 40 48 64 80 96 128 160 200 300 400; do
    roomy $blocks vote M-1 --for all --except carl --abstain hana --at '2026-03-24 14:25'
    if [ "$code" -eq 0 ]; then
        done=$((done + 1))
        does replay
        does verify
        cp good.book "$BYLAW_BOOK"
    else
        ! grep -q 'no room left on the disk' out || said=$((said + 1))
        # Whatever was left half done is taken back when the book is next opened for writing.
        does advance --at '2026-03-24 14:20'
        [ "$(entries)" = "$good" ] || fail "with $blocks blocks it said that it was not done, and it was"
        does verify
    fi
done
[ "$done" -gt 0 ] && [ "$done" -lt 18 ] || fail "$done of the commands were done"
[ "$said" -gt 0 ] || fail 'it was never said that there is no room'
does vote M-1 --for all --except carl --abstain hana --at '2026-03-24 14:25'

# An answer that cannot be written is not taken for one that was.
code=0
"$BYLAW" version >/dev/full 2>err || code=$?
[ "$code" -eq 3 ] || fail "an answer that could not be written ended with $code"
grep -q 'could not be written' err || fail 'nothing was said of it'
