#!/bin/sh
# However little memory the system gives: a command is done, or it says that it is not and changes nothing.
. "$SOURCE/tests/story.sh"

# Both shells that Debian has for sh know the option.
# shellcheck disable=SC3045
# Sanitizers reserve more address space than any limit would leave them.
if ! (ulimit -v 4000000 && "$BYLAW" version >out 2>err); then
    echo 'memory: this build cannot run with a limit on its memory'
    exit 0
fi

up_to move
cp "$BYLAW_BOOK" good.book

# limited KIB WORD...: run with so little memory. The loader's own code for not even starting is 127.
limited() {
    kib=$1
    shift
    code=0
    # shellcheck disable=SC3045
    (ulimit -v "$kib" && exec "$BYLAW" "$@") >out 2>err || code=$?
    case $code in
    0) ;;
    3 | 127) [ -s err ] || fail "with $kib KiB bylaw $1 said nothing" ;;
    *) fail "with $kib KiB bylaw $1 ended with $code" ;;
    esac
}

# least WORD...: sets `least` to a size, within 64 KiB, with which it is just done.
least() {
    low=1000 high=4000000
    while [ $((high - low)) -gt 64 ]; do
        middle=$(((low + high) / 2))
        cp good.book "$BYLAW_BOOK"
        limited $middle "$@"
        if [ "$code" -eq 0 ]; then high=$middle; else low=$middle; fi
    done
    least=$high
}

# attempted KIB WORD...: done, or not done and nothing changed.
attempted() {
    cp good.book "$BYLAW_BOOK"
    limited "$@"
    [ "$code" -ne 0 ] || return 0
    failed=$((failed + 1))
    cmp -s good.book "$BYLAW_BOOK" || { does verify && does replay; }
    [ "$(entries)" = "$good" ] || fail "with $1 KiB bylaw $2 said that it was not done, and it was"
}

# squeezed WORD...: at sizes in the two megabytes below that, where most of the work is begun and not done;
# most of them close to the edge.
squeezed() {
    least "$@"
    failed=0
    for below in $(seq 4 12 340) $(seq 350 110 2048); do
        attempted $((least + 64 - below)) "$@"
    done
    [ "$failed" -gt 5 ] || fail "bylaw $1 hardly needs memory"
    cp good.book "$BYLAW_BOOK"
    does "$@"
}

good=$(entries)
squeezed vote M-1 --for all --except carl --abstain hana --at '2026-03-24 14:25'
squeezed replay
squeezed verify
squeezed rebuild
squeezed history
squeezed check "$RULES" "$WORKFLOWS"
