#!/bin/sh
# The language server, driven by real messages as an editor sends them.
. "$SOURCE/tests/story.sh"

mkdir work
cp -r "$SOURCE/tests/golden/handbook/rules" "$SOURCE/tests/golden/handbook/workflows" work/
python3 "$SOURCE/tests/lsp_client.py" "$BYLAW" work || fail 'the language server is not as it should be'

# Editors that colour by a grammar have the one that the words of the language make.
ends 0 words --textmate
cmp out "$SOURCE/docs/editors/vscode/syntaxes/bylaw.tmLanguage.json" || fail 'make it again: bylaw words --textmate'
ends 0 words
says 'chair decides if the chair has not voted'

# A client that goes away, or says nothing that makes sense, ends the server with a code, and nothing else.
ends 3 lsp </dev/null
printf 'Content-Length: 7\r\n\r\n{"a": 1' >broken
ends 3 lsp <broken
says '"code":-32700'
printf 'GET / HTTP/1.1\r\n\r\n' >broken
ends 3 lsp <broken
