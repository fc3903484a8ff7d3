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
    139) ;; # the limit holds for the stack too, and no program can answer when that cannot grow
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

# squeezed WORD...: at every size in the megabyte below that, where most of the work is begun and not done.
squeezed() {
    least "$@"
    failed=0
    kib=$least
    while [ "$kib" -gt $((least - 1024)) ]; do
        kib=$((kib - 40))
        cp good.book "$BYLAW_BOOK"
        limited $kib "$@"
        [ "$code" -ne 0 ] || continue
        failed=$((failed + 1))
        cmp -s good.book "$BYLAW_BOOK" || { does verify && does replay; }
        [ "$(entries)" = "$good" ] || fail "with $kib KiB bylaw $1 said that it was not done, and it was"
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
