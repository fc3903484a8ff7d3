"""The page on what check finds: under each code stands an example that provokes it, beside the page's charter.
What is said of each is held word for word by tests/golden/diagnostics.expected; BYLAW_GOLDEN=write rewrites it."""
import difflib
import os
import pathlib
import re
import shutil
import subprocess

PAGE = (pathlib.Path(os.environ["SOURCE"]) / "docs/diagnostics.md").read_text(encoding="utf-8")
BYLAW = pathlib.Path(os.environ["BYLAW"])
FENCE = re.compile(r"^```(\S[^\n]*)\n(.*?)^```$", re.M | re.S)
os.environ["PATH"] = f"{BYLAW.parent}:{os.environ['PATH']}"


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return result.stdout + result.stderr


def place(kind, text):
    """Writes one part of an example into its file; gives back what its commands said."""
    if kind in ("sh", "sh check"):
        return run("sh", "-c", text)
    word, _, name = kind.partition(" ")
    files = {"bylaw": "example.bylaw", "yaml": "example.yaml", "facts": "facts", "jsonl": "facts.jsonl"}
    file = files.get(word, name)
    pathlib.Path(file).write_text(text, encoding="utf-8")
    return ""


def said_of(example, charter):
    shutil.rmtree("example", ignore_errors=True)
    os.mkdir("example")
    os.chdir("example")
    kinds = [kind for kind, _ in example]
    if "bylaw alone" not in kinds and "sh check" not in kinds:
        for name, text in charter.items():
            pathlib.Path(name).write_text(text, encoding="utf-8")
    said = "".join(place(kind, text) for kind, text in example)
    evaluated = next((kind.split() for kind in kinds if kind.startswith(("facts ", "jsonl "))), None)
    if evaluated:
        facts = "facts" if evaluated[0] == "facts" else "facts.jsonl"
        said += run(BYLAW, "evaluate", evaluated[1], "--rules", ".", "--facts", facts)
    elif "sh check" not in kinds:
        said += run(BYLAW, "check", ".")
    os.chdir("..")
    return said


introduction, *sections = re.split(r"^## (?=[EW]\d{4}$)", PAGE, flags=re.M)
charter = dict(zip(("rules.bylaw", "workflow.yaml"), (text for _, text in FENCE.findall(introduction))))
assert "no errors\n" in said_of([], charter), said_of([], charter)
GOLDEN = pathlib.Path(os.environ["SOURCE"]) / "tests/golden/diagnostics.expected"
wrong, golden = [], ""
for section in sections:
    code, example = section[:5], FENCE.findall(section)
    if not example:
        wrong.append(f"{code} has no example; put one into docs/diagnostics.md under its mend")
    elif example[0][0] != "text":
        said = said_of(example, charter)
        golden += f"== {code}\n" + re.sub(r"^  charter .*\n", "", said, flags=re.M)
        if not re.search(rf"(error|warning) {code}:|\"{code}\"", said):
            wrong.append(f"the example of {code} does not provoke it:\n{said}")
if os.environ.get("BYLAW_GOLDEN") == "write":
    GOLDEN.write_text(golden, encoding="utf-8")
expected = GOLDEN.read_text(encoding="utf-8").splitlines(keepends=True)
wrong += difflib.unified_diff(expected, golden.splitlines(keepends=True), "expected", "said", n=2)
print("\n".join(wrong) or f"{len(sections)} codes are provoked by their examples")
raise SystemExit(bool(wrong))
