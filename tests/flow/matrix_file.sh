#!/bin/sh
# The authority matrix in a file beside the rules: it decides as it did between bars, its places are the file's, it is
# part of the charter, and a book goes on without the file.
. "$SOURCE/tests/story.sh"

cp -r "$SOURCE/rules" "$SOURCE/workflows" .
awk '/^authority partnership_decisions/ {
         print "authority partnership_decisions of partnership from \"doa.csv\" source \"§8.1\" {"
         print "  column \"Amount (USD)\" is annual_value"
         print "  column \"Remarks\" is -"
         print "}"
         skip = 1
     }
     !skip
     /^}/ {skip = 0}' "$SOURCE/rules/governance.bylaw" >rules/governance.bylaw
cat >rules/doa.csv <<'END'
row;Remarks;decision;Amount (USD);decided_by;ballot;reviewed;escalation
A1;"any; as the board decides";strategic_partnership;-;partnership_review_board;-;quarterly;to_executive_committee
A2;;technical_standard;-;integration_standards_committee;standards_change;monthly;to_cto
A3;;ethics_concern;-;ethics_review_panel;-;as needed;to_ceo
A4;"""small""";vertical_approval;< USD 100_000;vertical_council[vertical];-;monthly;to_vertical_leader[vertical]
A5;;vertical_approval;>= USD 100_000, missing;partnership_review_board;-;monthly;to_executive_committee
END
RULES=rules WORKFLOWS=workflows

does check rules workflows
does test rules workflows
cp rules/doa.csv whole.csv

# What is wrong in a cell is said with its place in the file, and what is missing with the name nearest to it.
sed -i 's/standards_change/standards_chang/' rules/doa.csv
ends 1 check rules workflows
says 'rules/doa.csv:3:58: error E0101'
says 'did you mean "standards_change"?'
mv rules/doa.csv rules/doas.csv
ends 1 check rules workflows
says 'did you mean "doas.csv"?'
rm rules/doas.csv
cp whole.csv rules/doa.csv

# The row that decided is a line of the file.
up_to move
sqlite3 -readonly "$BYLAW_BOOK" 'SELECT bytes FROM entries' >out
says '"path":"rules/doa.csv"'

# The file is one of the charter's: another one makes another charter.
name_of() { "$BYLAW" check rules workflows | sed -n 's/^  charter *//p'; }
before=$(name_of)
sed -i 's/as the board decides/as it decides/' rules/doa.csv
[ "$(name_of)" != "$before" ] || fail 'a changed matrix makes the same charter'

# The book alone is enough.
rm -r rules workflows
vote
close_ballot
does replay
does verify
does rebuild
does replay
