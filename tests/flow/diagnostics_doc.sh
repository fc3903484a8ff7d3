#!/bin/sh
# docs/diagnostics.md: each code is provoked by its example.
exec python3 "$SOURCE/tests/diagnostics_doc.py"
