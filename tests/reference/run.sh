#!/bin/sh
# Asks a reference for cases and compares what the rules come to:  run.sh REFERENCE.py ANSWERS
# BYLAW_CASES says how many (1000000 by hand), BYLAW_SEED which.
set -eu
: >rules.bylaw
python3 "$1" rules.bylaw >cases || exit 1
"$2" rules.bylaw <cases
