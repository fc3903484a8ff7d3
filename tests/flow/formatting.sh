#!/bin/sh
# bylaw fmt: what it changes, what it says would change, and what it leaves alone.
. "$SOURCE/tests/story.sh"

printf 'role   a "x"\n' >loose.bylaw
printf 'role a "x"\n' >tight.bylaw

ends 1 fmt --check loose.bylaw tight.bylaw
says 'loose.bylaw:1 would change'
says 'is       role   a "x"'
says 'becomes  role a "x"'
hides 'tight.bylaw'
cmp -s loose.bylaw tight.bylaw && fail "--check has changed the file"
ends 0 fmt --check tight.bylaw

ends 0 fmt loose.bylaw
cmp loose.bylaw tight.bylaw || fail "the file is not in its form"
ends 0 fmt --check loose.bylaw

printf 'role a "x"\r\nrole b' | "$BYLAW" fmt - >out
printf 'role a "x"\nrole b\n' | cmp - out || fail "standard input is not answered in its form"
printf 'role a "x"\nrole b' >open.bylaw
ends 1 fmt --check open.bylaw
says 'open.bylaw:2 would change, in how the line ends'

# What is wrong is left alone, and the others are done all the same.
printf 'role   a "x"\nbody b {\n  seets 3..5\n}\n' >wrong.bylaw
cp wrong.bylaw before
printf 'role   c "x"\n' >other.bylaw
ends 1 fmt wrong.bylaw other.bylaw
says 'wrong.bylaw is left as it is: line 3: a body has no setting "seets"'
cmp wrong.bylaw before || fail "a file with errors was changed"
[ "$(cat other.bylaw)" = 'role c "x"' ] || fail "the file after it was not done"
ends 1 fmt - <wrong.bylaw
[ -s out ] && fail "something is answered"

cp "$WORKFLOWS"/partnership-approval.yaml workflow.yaml
cp workflow.yaml before
ends 1 fmt workflow.yaml
says 'it is no rule file'
says 'workflows and data keep the form that they have'
cmp workflow.yaml before || fail "a workflow was changed"
