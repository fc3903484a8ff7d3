#!/bin/sh
# The library shows nothing but the functions of src/bylaw.h, and never prints, ends the process, or reads
# the clock, the environment or the locale: so it must not even ask for the functions that do. (stdin and
# stdout are not among them: every scanner of flex names them as what it would read and write unasked.)
#   sh tests/symbols.sh LIBRARY
set -eu

shown=$(nm -D --defined-only "$1" | awk '$NF !~ /^bylaw_/ { print $NF }')
asked=$(nm -D --undefined-only "$1" | awk '{ sub(/@.*/, "", $NF); print $NF }' | grep -x -E \
    'v?printf|__v?printf_chk|puts|putchar|perror|stderr|exit|_exit|_Exit|quick_exit|abort|raise|__assert_fail|getenv|secure_getenv|setenv|putenv|environ|setlocale|localeconv|time|clock|clock_gettime|gettimeofday|localtime|localtime_r|mktime|tzset|rand|srand|random|getrandom|system|popen|fork|signal|sigaction' ||
    true)
[ -z "$shown" ] || printf 'The library shows %s, which src/bylaw.h does not name.\n' $shown
[ -z "$asked" ] || printf 'The library calls %s, which is for the program alone.\n' $asked
[ -z "$shown$asked" ] || exit 1
echo "The library shows only its header, and asks the system for nothing that it must not have."
