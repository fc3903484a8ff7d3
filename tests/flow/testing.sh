#!/bin/sh
# bylaw test: its exit code, its forms, and XML that a build server can read whatever a title says.
. "$SOURCE/tests/story.sh"

cp "$SOURCE/tests/golden/test/boats.bylaw" boats.bylaw
ends 1 test boats.bylaw
ends 1 test --coverage boats.bylaw
ends 1 test --format junit boats.bylaw
sed -i 's/expect mooring.place = "quay" by M3/expect mooring.place = "terminal" by M3/' boats.bylaw
ends 0 test boats.bylaw
ends 0 test --coverage boats.bylaw
ends 2 test --format xml boats.bylaw
says 'text, json or junit'
ends 2 test --format junit --coverage boats.bylaw

# What was wanting is reached as soon as a test asks for it.
cat >>boats.bylaw <<'END2'

test "a pier & 'all' ]]> of \"it\"" {
  given  kind   = yacht
  given  length = 9
  given  leaky  = no
  expect mooring.place = "pier" by M2
  expect fees.fee = EUR 999
}
END2
ends 1 test --coverage boats.bylaw --format json
is "[p['reached'] for t in d['coverage']['things'] if t['name'] == 'mooring' for p in t['parts']]" \
    '[True, True, True, False, True, False]'
is "d['coverage']['reached'] == sum(t['reached'] for t in d['coverage']['things'])" True

ends 1 test --format junit boats.bylaw
python3 - out <<'END2' || fail "this is no JUnit"
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
REQUIRED = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname", "file", "line"}, {"failure"}),
    "failure": ({"type", "message"}, set()),
}


def check(node):
    attributes, children = REQUIRED[node.tag]
    assert set(node.attrib) == attributes, node.attrib
    for child in node:
        assert child.tag in children, child.tag
        check(child)


assert root.tag == "testsuites"
check(root)
for counted in [root, *root.iter("testsuite")]:
    cases = list(counted.iter("testcase"))
    assert int(counted.get("tests")) == len(cases)
    assert int(counted.get("failures")) == sum(case.find("failure") is not None for case in cases) == 1
assert cases[-1].get("name") == "a pier & 'all' ]]> of \"it\"", cases[-1].get("name")
assert cases[-1].find("failure").get("message") == "fees.fee is EUR 20", cases[-1].find("failure").get("message")
END2
