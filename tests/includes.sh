#!/bin/sh
# Includes point down: what a room of src/ includes is its own or what the table below allows it. The
# rooms' link edges in CMakeLists.txt say the same; this holds it for every single file.
#   sh tests/includes.sh SOURCE_DIR
set -eu
cd "$1"

# room: the rooms whose headers it may include (its own are always allowed)
rooms='
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
service:        base value source syntax model model/analysis program engine store ledger proceedings bylaw.h
bylaw.h:
views/report:   bylaw.h
views/cli:      bylaw.h views/report
'

# Files that may include more than the rest of their room: a pattern, and the rooms.
exceptions='
src/program/compile*: model
'

# Libraries that are not ours: the start of a header's name, and the rooms that may include it.
libraries='
sqlite3:   store
yaml.h:    syntax
jansson:   value syntax
gmp:       value
openssl/:  base ledger service
utf8proc:  source syntax
libical/:  service
check.h:   none
'

# row TABLE KEY: what the table says of a key (and nothing, with a failure, when it has no such row).
row() {
    printf '%s\n' "$1" | awk -F: -v key="$2" '$1 == key { print $2; found = 1 } END { exit !found }'
}

# allowed FILE ROOM: everything that the file may include.
allowed() {
    printf ' %s %s' "$2" "$(row "$rooms" "$2")"
    printf '%s\n' "$exceptions" | while IFS=: read -r pattern more; do
        # shellcheck disable=SC2254 # the pattern is meant as one
        case $1 in $pattern) printf ' %s' "$more" ;; esac
    done
    printf ' '
}

# own FILE INCLUDED MAY: complains of an include of ours.
own() {
    of=${2%/*}
    case $2 in
    grammar_parser.h | grammar_scanner.h) of=syntax ;; # generated
    *) [ -f "src/$2" ] || echo "$1 includes \"$2\", which is no file of src/." ;;
    esac
    case $3 in
    *" $of "*) ;;
    *) echo "$1 includes \"$2\": its room may include only:$3" ;;
    esac
}

# foreign FILE INCLUDED ROOM: complains of an include of a library's.
foreign() {
    printf '%s\n' "$libraries" | while IFS=: read -r start may; do
        [ -n "$start" ] || continue
        case $2 in "$start"*) ;; *) continue ;; esac
        case " $may " in
        *" $3 "*) ;;
        *) echo "$1 includes <$2>, which is only for:$may" ;;
        esac
    done
}

complaints=$(
    find src grammar -name '*.[chly]' | LC_ALL=C sort | while read -r file; do
        case $file in
        grammar/*) room=syntax ;;
        *) room=${file#src/} room=${room%/*} ;;
        esac
        row "$rooms" "$room" >/dev/null || { echo "$file is in no room of the table in tests/includes.sh."; continue; }
        may=$(allowed "$file" "$room" | tr -s ' ')
        sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*\(["<][^">]*\)[">].*/\1/p' "$file" |
            while read -r included; do
                case $included in
                \"*) own "$file" "${included#?}" "$may" ;;
                \<*) foreign "$file" "${included#?}" "$room" ;;
                esac
            done
    done
)
[ -z "$complaints" ] || { printf '%s\n' "$complaints"; exit 1; }
echo "All includes point down."
