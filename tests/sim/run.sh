#!/bin/sh
# A year of committees, made by chance and held against the model:  run.sh KEEPER COMMANDS
# BYLAW_SEED says which year, BYLAW_LONG how many commands in place of COMMANDS.
set -eu
python3 -B "$(dirname "$0")/year.py" "$1" "$2"
