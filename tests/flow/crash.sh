#!/bin/sh
# The program is killed at random points of a run of commands. Whatever it had acknowledged is in the book, and
# of what it had not there is all or nothing. CRASHES says how many times (100).
. "$SOURCE/tests/story.sh"

up_to import_people
python3 - "${CRASHES:-100}" <<'END' || fail 'a crash has harmed the book'
import json, os, random, sqlite3, subprocess, sys, time

crashes, program, book = int(sys.argv[1]), os.environ["BYLAW"], os.environ["BYLAW_BOOK"]
seed = int(os.environ.get("BYLAW_SEED", time.time()))
chance = random.Random(seed)
print(f"crash: BYLAW_SEED={seed}", flush=True)

SHEET = ["strategic_alignment=9", "market_impact=9", "technical_compatibility=8", "operational_feasibility=7", "financial_value=8"]


def commands():
    """Case after case, as a clerk would enter them."""
    number = 0
    while True:
        number += 1
        case = f"PRT-2026-{number:03}"
        yield ["open", "partnership_approval", "--as", "amara", "--at", "2026-03-02"]
        yield ["submit", case, "name=MedData", "vertical=health", "personal_data=yes", "contact=x", "--as", "amara", "--at", "2026-03-03"]
        for who in "carl", "bela", "amara":
            yield ["score", case, *SHEET, "--as", who, "--at", "2026-03-05"]
        yield ["convene", "partnership_review_board", "--on", "2026-03-24", "--at", "2026-03-13"]


def start(words):
    return subprocess.Popen([program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def must(*words):
    """Runs to its end, which must be a good one."""
    process = start(words)
    said, complained = process.communicate()
    assert process.returncode == 0, (words, process.returncode, said, complained)
    return said


def entries():
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as db:
        rows = [row[0] for row in db.execute("SELECT bytes FROM entries ORDER BY seq")]
    db.close()
    return rows


def check_batches(rows):
    at = 0
    while at < len(rows):
        head = json.loads(rows[at])
        batch = [json.loads(row) for row in rows[at:at + head["batch_count"]]]
        assert len(batch) == head["batch_count"], "half a command is in the book"
        assert [entry.get("batch_index", 0) for entry in batch] == list(range(len(batch)))
        assert all(entry.get("batch", 0) == at for entry in batch)
        at += len(batch)


def is_of(row, words):
    entry = json.loads(row)
    return entry["kind"] == "command" and entry["body"]["verb"] == words[0]


to_do = commands()
words = next(to_do)
before = entries()
began = time.monotonic()
must("docket")
takes = max(time.monotonic() - began, 0.002)
done = killed = 0
while killed < crashes:
    process = start(words)
    time.sleep(chance.uniform(0, 1.6 * takes))
    process.kill()
    said, complained = process.communicate()
    assert process.returncode in (0, -9), (words, process.returncode, said, complained)
    killed += process.returncode == -9
    must("advance", "--at", "2026-03-01")  # whoever writes next takes back what was cut off
    must("verify")
    after = entries()
    assert after[:len(before)] == before, "an entry was lost or changed"
    new = after[len(before):]
    check_batches(after)
    assert new or process.returncode != 0, ("acknowledged, and not there", words)
    assert new or not said, ("reported before it was durable", words)
    assert not new or is_of(new[0], words), new[0]
    if new:
        done += 1
        words = next(to_do)
    before = after

# One process after another found the book as the last one left it; now the whole of it.
shown = json.loads(must("history", "--format", "json"))["entries"]
assert [entry["seq"] for entry in shown] == list(range(len(before)))
assert json.loads(must("replay", "--format", "json"))["identical"]
must("rebuild")
assert entries() == before
print(f"crash: killed {killed} times, {done} commands are in the book, {len(before)} entries")
assert done and killed
END
