"""The book under test: the keeper that writes it, and what always holds of a record, looked at entry by entry."""

import json
import sqlite3
import subprocess


class Broken(Exception):
    """The book is not as the model, or the laws of the record, have it."""


def hold(condition, *said):
    if not condition:
        raise Broken(" ".join(str(part) for part in said))


class Book:
    """A keeper with a book of its own; entries are read from the file itself."""

    def __init__(self, keeper, path):
        self.process = subprocess.Popen([keeper, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.path = path
        self.file = None
        self.last = None  # the entry before
        self.versions = {}
        self.batch = []

    def ask(self, line):
        """The code and the document that a line is answered with."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        head = self.process.stdout.readline().split()
        hold(len(head) == 2, "the keeper has died of:", line)
        code, document = int(head[0]), json.loads(self.process.stdout.read(int(head[1])))
        hold(code != 3, "could not be had:", document)
        return code, document

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        if self.file:
            self.file.close()

    def read(self, query, *values):
        if not self.file:
            self.file = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        return self.file.execute(query, values).fetchall()

    def made(self):
        """All that is made from entries."""
        return [self.read(f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("tree", "scopes", "projections")]

    def effects(self):
        """What all commands brought about, but for the numbers of entries among its reasons."""
        entries = [json.loads(entry) for entry, in self.read("SELECT bytes FROM entries ORDER BY seq")]
        return [(entry["kind"], entry.get("scope"), {name: value for name, value in entry["body"].items() if name != "reasons"})
                for entry in entries if entry["kind"] not in ("command", "book_opened", "person_entered")]

    def key(self):
        return bytes(self.read("SELECT value FROM meta WHERE name = 'key'")[0][0]).decode()

    def new_entries(self):
        """What was written since the last time, each entry held against the invariants of the record."""
        rows = self.read("SELECT seq, bytes FROM entries WHERE seq > ? ORDER BY seq", self.last["seq"] if self.last else -1)
        return [self.take(seq, json.loads(entry)) for seq, entry in rows]

    def take(self, seq, entry):
        entry.setdefault("seq", 0)
        hold(entry["seq"] == seq == (self.last["seq"] + 1 if self.last else 0), "entries have a gap before", seq)
        hold(not self.last or entry["recorded"] >= self.last["recorded"] or offset_differs(entry, self.last),
             "recorded goes back at", seq)
        self.count_version(entry)
        self.fit_batch(entry)
        self.last = entry
        return entry

    def count_version(self, entry):
        scope = entry.get("scope")
        if scope:
            self.versions[scope] = self.versions.get(scope, 0) + 1
            hold(entry["scope_version"] == self.versions[scope], "the version of", scope, "does not count at", entry["seq"])

    def fit_batch(self, entry):
        index = entry.get("batch_index", 0)
        hold((index == 0) == (entry["kind"] == "command"), "a batch begins with its command:", entry["seq"])
        if index == 0:
            hold(self.whole(), "the batch before", entry["seq"], "is not whole")
            self.batch = []
        self.batch.append(entry)
        hold(index == len(self.batch) - 1 and entry.get("batch", 0) == self.batch[0]["seq"], "batches mix at", entry["seq"])

    def whole(self):
        return not self.batch or len(self.batch) == self.batch[0]["batch_count"]

    def batches(self):
        """What was written since the last time, batch by batch."""
        out = []
        for entry in self.new_entries():
            if entry["kind"] == "command":
                out.append([])
            out[-1].append(entry)
        hold(self.whole(), "the last batch is not whole")
        return out


def offset_differs(one, other):
    """Instants with two offsets are not compared as texts."""
    return one["recorded"][-6:] != other["recorded"][-6:]
