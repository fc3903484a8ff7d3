"""A client of the language server, and what an author may ask of it.
    python3 lsp_client.py BYLAW FOLDER      the folder holds rules/ and workflows/, and is changed
"""
import json
import pathlib
import subprocess
import sys


class Client:
    def __init__(self, bylaw):
        self.process = subprocess.Popen([bylaw, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.next_id, self.diagnostics = 0, {}

    def send(self, method, params, **more):
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = None
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.decode().split(":")
            if name == "Content-Length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def asks(self, method, params):
        """The answer; what is published on the way is kept."""
        self.next_id += 1
        self.send(method, params, id=self.next_id)
        while "id" not in (message := self.receive()):
            if message["method"] == "textDocument/publishDiagnostics":
                self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        assert message["id"] == self.next_id
        return message

    def ask(self, method, params):
        answer = self.asks(method, params)
        assert "error" not in answer, answer
        return answer["result"]


folder = pathlib.Path(sys.argv[2]).resolve()
rules, flow = folder / "rules/boats.bylaw", folder / "workflows/purchase.yaml"
text = rules.read_text()
client = Client(sys.argv[1])
capabilities = client.ask("initialize", {"rootUri": folder.as_uri(), "capabilities": {}})["capabilities"]
assert capabilities["positionEncoding"] == "utf-16"
client.send("initialized", {})


def document(path):
    return {"uri": path.as_uri()}


def at(path, words, behind=0, whole=None):
    """The position of words in a file, so many characters on; counted in units of UTF-16."""
    whole = whole or path.read_text()
    index = whole.index(words) + behind
    line = whole.count("\n", 0, index)
    before = whole[whole.rfind("\n", 0, index) + 1:index]
    return {"textDocument": document(path), "position": {"line": line, "character": len(before.encode("utf-16-le")) // 2}}


def change(path, new):
    client.send("textDocument/didChange", {"textDocument": document(path), "contentChanges": [{"text": new}]})


def published(path):
    client.ask("textDocument/documentSymbol", {"textDocument": document(path)})  # everything before it has come
    return client.diagnostics.get(path.as_uri(), [])


def cut(path, range_, whole=None):
    lines = (whole or path.read_text()).splitlines(keepends=True)
    start, end = range_["start"], range_["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"]].encode("utf-16-le")
    return line[start["character"] * 2:end["character"] * 2].decode("utf-16-le")


# The boats' price decides who approves, and no total is read; and the commodore alone enters people.
CLEAN = ["W0655", "W0731"]


def codes(path):
    return [found["code"] for found in published(path)]


# --- diagnostics as one types ---

client.send("textDocument/didOpen", {"textDocument": {**document(rules), "languageId": "bylaw", "version": 1, "text": text}})
assert codes(rules) == CLEAN, client.diagnostics
wrong = text.replace("to_treasurer |\n", "to_tresurer |\n", 1)
change(rules, wrong)
(found,) = published(rules)
assert "did you mean" in found["message"] and found["severity"] == 1 and found["code"].startswith("E"), found
assert cut(rules, found["range"], wrong) == "to_tresurer"
beyond = text.replace('"The Board"', '"The \U0001F6A2 Board" surce "x"')
change(rules, beyond)
assert cut(rules, published(rules)[0]["range"], beyond) == "surce", "characters outside the BMP count two"
change(rules, text)
assert codes(rules) == CLEAN, "what is mended is taken back"
broken_flow = flow.read_text().replace("to_nowhere", "").replace("unsafe: refused", "unsafe: refusd")
client.send("textDocument/didOpen", {"textDocument": {**document(flow), "languageId": "yaml", "version": 1, "text": broken_flow}})
assert "refusd" in published(flow)[0]["message"]
change(flow, flow.read_text())
assert published(flow) == []

# --- names ---

hover = client.ask("textDocument/hover", at(rules, "to_treasurer |"))
assert "an escalation" in hover["contents"]["value"] and "§2" in hover["contents"]["value"], hover
assert cut(rules, hover["range"]) == "to_treasurer"
hover = client.ask("textDocument/hover", at(rules, "< EUR 100", -9))
assert client.ask("textDocument/hover", at(rules, "# Who may")) is None
hover = client.ask("textDocument/hover", at(rules, "kind = motor"))
assert "a fact" in hover["contents"]["value"] and "kind" in hover["contents"]["value"]

definition = client.ask("textDocument/definition", at(flow, "review: safety", 8))
assert definition["uri"] == rules.as_uri() and cut(rules, definition["range"]) == "safety"
assert text.splitlines()[definition["range"]["start"]["line"]].startswith("review safety")
definition = client.ask("textDocument/definition", at(rules, "kind = motor", 8))
assert text.splitlines()[definition["range"]["start"]["line"]].startswith("enum kind")

uses = client.ask("textDocument/references", {**at(rules, "office treasurer", 7), "context": {"includeDeclaration": True}})
assert len(uses) == 5, uses
assert {cut(rules if use["uri"] == rules.as_uri() else flow, use["range"]) for use in uses} == {"treasurer"}

# --- renaming: every place, in rules and workflows alike, and the rules hold afterwards ---


def refused(method, params, words):
    error = client.asks(method, params)["error"]
    assert words in error["message"], error


def rename(where, new_name):
    edits = client.ask("textDocument/rename", {**where, "newName": new_name})["changes"]
    for path in (rules, flow):
        lines = path.read_text().split("\n")
        for edit in sorted(edits.get(path.as_uri(), []), key=lambda edit: -edit["range"]["start"]["character"]):
            start, end = edit["range"]["start"], edit["range"]["end"]
            line = lines[start["line"]].encode("utf-16-le")
            lines[start["line"]] = (line[:start["character"] * 2] + edit["newText"].encode("utf-16-le")
                                    + line[end["character"] * 2:]).decode("utf-16-le")
        path.write_text("\n".join(lines))
    for path in (rules, flow):
        change(path, path.read_text())
    assert codes(rules) == CLEAN and published(flow) == [], client.diagnostics


refused("textDocument/rename", {**at(rules, "office treasurer", 7), "newName": "the treasurer"}, "one word")
refused("textDocument/prepareRename", at(rules, "# Who may"), "no name here")
refused("textDocument/prepareRename", at(rules, "not_applicable"), "language")
rename(at(rules, "office treasurer", 7), "purser")
assert "office purser" in rules.read_text() and "by: [skipper, purser]" in flow.read_text()
rename(at(rules, "name  : text"), "title")
assert "motion: Buy {title}" in flow.read_text()
rename(at(flow, "price,"), "cost")
assert "cost  : money EUR" in rules.read_text() or "cost : money EUR" in rules.read_text()
rename(at(flow, "next: choosing" if "next: choosing" in flow.read_text() else "choosing:\n"), "deciding")
assert "safe: deciding" in flow.read_text()
rename(at(rules, "guard safe_first before bought", 24), "owned")
assert "owned: { end: bought }" in flow.read_text()

# --- writing ---


def completes(path, whole, position_text):
    change(path, whole)
    here = at(path, position_text, len(position_text), whole)
    return {item["label"] for item in client.ask("textDocument/completion", here)}


text = rules.read_text()
assert {"table", "body", "review"} <= completes(rules, text + "\n\nta", "\n\nta")
block = 'body other "Other" {\n  qu'
assert {"quorum", "carried", "seats"} <= completes(rules, text + "\n" + block, block)
block = 'body other "Other" {\n  tie '
assert "chair decides" in completes(rules, text + "\n" + block, block)
block = "authority more of purchase {\n  | row | de"
assert "purser" in completes(rules, text + "\n" + block, block)
change(rules, text)
assert {"task", "within", "by"} <= completes(flow, flow.read_text() + "\n  more:\n    ", "\n  more:\n    ")
change(flow, flow.read_text())

untidy = text.replace("  seats   3..5", "      seats 3..5")
change(rules, untidy)
(edit,) = client.ask("textDocument/formatting", {"textDocument": document(rules), "options": {}})
change(rules, edit["newText"])
assert "\n  seats   3..5\n" in edit["newText"]
assert client.ask("textDocument/formatting", {"textDocument": document(rules), "options": {}}) == []

symbols = client.ask("textDocument/documentSymbol", {"textDocument": document(rules)})
by_name = {symbol["name"]: symbol for symbol in symbols}
assert {child["name"] for child in by_name["purchase"]["children"]} == {"title", "kind", "cost", "owner"}
steps = client.ask("textDocument/documentSymbol", {"textDocument": document(flow)})
assert [child["name"] for child in steps[0]["children"]][:2] == ["wish", "looking"]

# --- the end ---

assert client.asks("textDocument/colour", {})["error"]["code"] == -32601
assert client.ask("shutdown", None) is None
client.send("exit", None)
assert client.process.wait(10) == 0
