#!/bin/sh
# What is installed is enough: for the program to run, and for another program to be built on the library
# with nothing but what pkg-config says.
#   sh tests/install.sh BUILD_DIR
set -eu

cmake --install "$1" --prefix "$PWD/usr" >/dev/null
cat >other.c <<'END'
#include <bylaw.h>
#include <stdio.h>

int main(void) {
    bylaw_result *version = bylaw_version();
    puts(bylaw_result_kind(version));
    bylaw_free(version);
    return 0;
}
END
libraries=$(dirname "$(find "$PWD/usr" -name libbylaw.so)")
export PKG_CONFIG_PATH="$libraries/pkgconfig"
# shellcheck disable=SC2046 # the flags are words
cc -std=c17 -Wall -Wextra -Wpedantic -Werror -o other other.c \
    $(pkg-config --define-variable=prefix="$PWD/usr" --cflags --libs bylaw)
[ "$(LD_LIBRARY_PATH=$libraries ./other)" = version ]
usr/bin/bylaw version
