#!/bin/sh
# The handbook as a page and its pictures: whole and well-formed, whatever stands in the rules, and BPMN whose
# diagram shows every element of its process.
. "$SOURCE/tests/story.sh"

set -- "$SOURCE/tests/golden/handbook/rules" "$SOURCE/tests/golden/handbook/workflows"
ends 0 check "$@"
ends 0 doc "$@"
cp out handbook.html
ends 0 doc "$@" --form md
ends 0 doc "$@" --format json
cp out outline.json
for thing in purchase_of_a_boat to_treasurer safety; do
    ends 0 draw $thing --rules "$@"
    cp out $thing.svg
done
ends 0 draw purchase_of_a_boat --form bpmn --rules "$@"
cp out purchase.bpmn

python3 - <<'END' || fail 'a page or a picture is not as it should be'
import json
import re
import xml.etree.ElementTree as tree

page = open("handbook.html", encoding="utf-8").read()
body = page[page.index("<body"):page.index("</html>")]
shown = tree.fromstring(re.sub(r'xlink:href', 'href', body))
text = "".join(shown.itertext())
for words in ("Boats & ", "§1 <draft>", "Skipper | first", "within 10 working days", "all_that floats * and [not]"):
    assert words in text, words
anchors = {node.get("id") for node in shown.iter() if node.get("id")}
links = [node.get("href")[1:] for node in shown.iter("a") if node.get("href", "").startswith("#")]
assert set(links) <= anchors, set(links) - anchors
assert "treasurer" in links and "board" in links
assert "<a href=\"#treasurer\">treasurer</a>&quot;" not in body, "what stands in quotes names nothing"
assert body.count("<svg") == 3

outline = json.load(open("outline.json"))
steps = outline["workflows"][0]["steps"]
names = {"purchase_of_a_boat": [step["name"] for step in steps], "to_treasurer": ["level1", "level2"],
         "safety": ["screening", "detailed", "unsafe"]}
for thing, expected in names.items():
    titles = [node.text for node in tree.parse(thing + ".svg").iter("{http://www.w3.org/2000/svg}title")]
    assert set(expected) <= set(titles), (thing, titles)

space = {"b": "http://www.omg.org/spec/BPMN/20100524/MODEL", "d": "http://www.omg.org/spec/BPMN/20100524/DI",
         "c": "http://www.omg.org/spec/DD/20100524/DC", "i": "http://www.omg.org/spec/DD/20100524/DI"}
bpmn = tree.parse("purchase.bpmn")
process = bpmn.find("b:process", space)
flows = {flow.get("id"): flow for flow in process.findall("b:sequenceFlow", space)}
nodes = {node.get("id"): node for node in process if node.get("id") not in flows}
assert {step["name"] for step in steps} <= set(nodes)
for flow in flows.values():
    assert flow.get("sourceRef") in nodes and flow.get("targetRef") in nodes
for node in nodes.values():
    for way in node:
        assert way.text in flows
    assert len(node.findall("b:outgoing", space)) > 0 or node.tag.endswith("endEvent")
shapes = {shape.get("bpmnElement"): shape.find("c:Bounds", space) for shape in bpmn.iter("{%s}BPMNShape" % space["d"])}
assert set(shapes) == set(nodes)
for bounds in shapes.values():
    assert all(float(bounds.get(side)) >= 0 for side in ("x", "y", "width", "height"))
lines = {line.get("bpmnElement"): line.findall("i:waypoint", space) for line in bpmn.iter("{%s}BPMNEdge" % space["d"])}
assert set(lines) == set(flows)
assert all(len(points) > 1 for points in lines.values())
END

ends 2 draw to_treasurer --form bpmn --rules "$@"
says 'to_treasurer is no workflow'
ends 2 draw purchase_of_a_bot --rules "$@"
says 'did you mean "purchase_of_a_boat"?'
ends 2 draw purchase_of_a_boat --form png --rules "$@"
says 'there are svg, dot and bpmn'
ends 2 doc "$@" --form pdf
says 'there are html and md'
