#!/bin/sh
# Runs a script in a fresh directory, which is gone afterwards.
#   sh tests/fresh.sh SCRIPT ARGUMENT...
set -eu
fresh=$(mktemp -d)
trap 'chmod -R u+rwx "$fresh"; rm -rf "$fresh"' EXIT
trap 'exit 1' HUP INT TERM
cd "$fresh"
sh -eu "$@"
