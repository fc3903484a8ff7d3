#!/bin/sh
# Sixteen processes write in one book at once: nothing is lost, nothing doubled, and who is refused is told why.
# TURNS says how often each of them does (2).
. "$SOURCE/tests/story.sh"

up_to open_case
python3 - "${TURNS:-2}" <<'END' || fail 'sixteen at once have harmed the book'
import json, os, sqlite3, subprocess, sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

CLERKS, turns = 16, int(sys.argv[1])
program, book, case = os.environ["BYLAW"], os.environ["BYLAW_BOOK"], "PRT-2026-001"


def run(*words):
    """What a process ends with. One that waits too long for its turn says so and changes nothing: it asks again."""
    while True:
        done = subprocess.run([program, *words, "--format", "json"], capture_output=True, text=True)
        told = json.loads(done.stdout) if done.stdout.startswith("{") else {"sentence": done.stdout + done.stderr}
        if done.returncode != 3:
            return done.returncode, told
        assert "has been holding" in json.dumps(told), (words, told)


def clerk(which):
    """Opens cases of their own and, in between, changes one that all of them change. What was done, by what."""
    tally = Counter()
    for turn in range(turns):
        code, told = run("open", "partnership_approval", "--as", "amara", "--at", "2026-03-02")
        assert code == 0, told
        tally["opened"] += 1
        seen = run("show", case)[1]["version"]
        name = f"clerk-{which}-turn-{turn}"
        code, told = run("submit", case, f"name={name}", "--as", "amara", "--at", "2026-03-03", "--seen", str(seen))
        if code == 0:
            tally[name] += 1
        else:
            assert told["code"] == "MOVED_ON" and "moved on since you looked" in told["sentence"] and told["mend"], told
            tally["moved on"] += 1
    return tally


def entries():
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as db:
        rows = [json.loads(row[0]) for row in db.execute("SELECT bytes FROM entries ORDER BY seq")]
    db.close()
    return rows


before = len(entries())
with ThreadPoolExecutor(CLERKS) as clerks:
    tally = sum(clerks.map(clerk, range(CLERKS)), Counter())
rows = entries()
assert [row.get("seq", 0) for row in rows] == list(range(len(rows)))
opened = [row["body"]["subject"] for row in rows if row["kind"] == "case_opened"]
assert opened == [f"PRT-2026-{i:03}" for i in range(1, CLERKS * turns + 2)], opened
stated = [row["body"]["facts"]["name"]["value"] for row in rows if row["kind"] == "facts_stated"]
done = {name: count for name, count in tally.items() if name.startswith("clerk-")}
assert Counter(stated) == done, (stated, done)
assert len(stated) + tally["moved on"] == CLERKS * turns and stated, tally
commands = Counter(row["body"]["verb"] for row in rows[before:] if row["kind"] == "command")
assert commands == Counter({"open": CLERKS * turns, "submit": len(stated)}), commands
print(f"{CLERKS} processes: {tally['opened']} cases opened, {len(stated)} changes, {tally['moved on']} had moved on")
END
does verify
does replay --format json
is 'd["identical"]' True
