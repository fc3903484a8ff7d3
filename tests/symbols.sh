#!/bin/sh
# The library shows exactly the functions of its header, and never prints, ends the process, or reads the
# clock, the environment or the locale: so it must not even ask for the functions that do. (stdin and stdout
# are not among them: every scanner of flex names them as what it would read and write unasked.)
#   sh tests/symbols.sh LIBRARY HEADER
set -eu

library=$(realpath "$1")
header=$(realpath "$2")
notes=$(mktemp -d)
trap 'rm -rf "$notes"' EXIT
cd "$notes"

sed -n 's/^BYLAW_API .*[ *]\(bylaw_[a-z0-9_]*\)(.*/\1/p' "$header" | LC_ALL=C sort >named
nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' | LC_ALL=C sort >shown
cat >forbidden <<'END'
printf vprintf __printf_chk __vprintf_chk puts putchar perror stderr
exit _exit _Exit quick_exit abort raise __assert_fail signal sigaction
getenv secure_getenv setenv putenv environ setlocale localeconv
time clock clock_gettime gettimeofday localtime localtime_r mktime tzset
rand srand random getrandom system popen fork
END
nm -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $NF); print $NF }' | LC_ALL=C sort >asked

{
    LC_ALL=C comm -13 named shown | sed 's/.*/The library shows &, which its header does not name./'
    LC_ALL=C comm -23 named shown | sed 's/.*/The header names &, which the library does not have./'
    tr ' ' '\n' <forbidden | grep -Fx -f - asked | sed 's/.*/The library asks for &, which is for the program alone./'
} >complaints
cat complaints
[ ! -s complaints ]
