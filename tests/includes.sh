#!/bin/sh
# Includes point down: what a room of src/ includes is its own or what the table below allows it. The
# rooms' link edges in CMakeLists.txt say the same; this holds it for every single file.
#   sh tests/includes.sh SOURCE_DIR
set -eu
cd "$1"

# room: the rooms whose headers it may include (its own are always allowed)
export rooms='
base:
value:          base
source:         base
syntax:         base value source
model:          base value source syntax
model/analysis: base value source syntax model
program:        base value source syntax
engine:         base value program
store:          base
ledger:         base value store
proceedings:    base value engine program
difference:     base value source syntax model model/analysis program engine proceedings
service:        base value source syntax model model/analysis program engine difference store ledger proceedings bylaw.h
bylaw.h:
views/report:   bylaw.h
views/draw:     bylaw.h
views/paper:    bylaw.h
views/handbook: bylaw.h views/draw views/paper
views/minutes:  bylaw.h views/paper
views/calendar: bylaw.h
views/lsp:      bylaw.h
views/post:     bylaw.h
views/cli:      bylaw.h views/report views/draw views/handbook views/minutes views/calendar views/lsp views/post
'

# Files that may include more than the rest of their room: how their names begin, and the rooms.
export exceptions='
src/program/compile: model
'

# Libraries that are not ours: the start of a header's name, and the rooms that may include it.
export libraries='
sqlite3:   store
yaml.h:    syntax
jansson:   value syntax views/lsp
gmp:       value
openssl/:  base ledger service
utf8proc:  source syntax
libical/:  service views/calendar
curl/:     views/post
graphviz/: views/draw
check.h:   none
'

files=$(find src grammar -name '*.[chly]' | LC_ALL=C sort)
# shellcheck disable=SC2016,SC2086 # the program is awk's; the files are words
awk '
# rows NAME TABLE: the table of the environment by its keys.
function rows(name, table,    lines, i, n, colon) {
    n = split(ENVIRON[name], lines, "\n")
    for (i = 1; i <= n; i++)
        if ((colon = index(lines[i], ":")) > 0)
            table[substr(lines[i], 1, colon - 1)] = squeezed(substr(lines[i], colon + 1))
}

function squeezed(text) {
    gsub(/ +/, " ", text)
    return text
}

function has(words, word) {
    return index(words " ", " " word " ") > 0
}

function starts(text, with) {
    return substr(text, 1, length(with)) == with
}

function complain(sentence) {
    print sentence
    wrong = 1
}

function room_of(file) {
    if (starts(file, "grammar/")) return "syntax"
    sub(/^src\//, "", file)
    sub(/\/[^\/]*$/, "", file)
    return file
}

# Everything that the file may include.
function allowed(file,    start, may) {
    may = " " room rooms[room]
    for (start in exceptions)
        if (starts(file, start)) may = may exceptions[start]
    return may
}

# Complains of an include of ours.
function own(included,    of) {
    of = included
    sub(/\/[^\/]*$/, "", of)
    if (included == "grammar_parser.h" || included == "grammar_scanner.h") of = "syntax" # generated
    else if (!(("src/" included) in here)) complain(FILENAME " includes \"" included "\", which is no file of src/.")
    if (!has(may, of)) complain(FILENAME " includes \"" included "\": its room may include only:" may)
}

# Complains of an include of a library.
function foreign(included,    start) {
    for (start in libraries)
        if (starts(included, start) && !has(libraries[start], room))
            complain(FILENAME " includes <" included ">, which is only for:" libraries[start])
}

BEGIN {
    rows("rooms", rooms)
    rows("exceptions", exceptions)
    rows("libraries", libraries)
    for (i = 1; i < ARGC; i++) here[ARGV[i]]
}

FNR == 1 {
    room = room_of(FILENAME)
    if (!(room in rooms)) complain(FILENAME " is in no room of the table in tests/includes.sh.")
    may = allowed(FILENAME)
}

room in rooms && match($0, /^[ \t]*#[ \t]*include[ \t]*(["][^"]*["]|[<][^>]*[>])/) {
    included = substr($0, 1, RLENGTH - 1)
    sub(/^[ \t]*#[ \t]*include[ \t]*/, "", included)
    if (starts(included, "<")) foreign(substr(included, 2))
    else own(substr(included, 2))
}

END { exit wrong }
' $files
echo "All includes point down."
