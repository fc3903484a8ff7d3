#!/usr/bin/env python3
"""An independent verifier of Bylaw's records, written from docs/ledger.md.

    verify.py receipt FILE --key VKEY | --key-file FILE
    verify.py book FILE    --key VKEY | --key-file FILE  [--checkpoint NOTE]...

It needs Python's standard library and the `openssl` command, and nothing of Bylaw.
Exit status: 0 all holds, 1 something does not, 2 it could not be checked (usage, files, openssl).
"""

import argparse
import hashlib
import hmac
import json
import os
import re
import sqlite3
import sys
import urllib.parse
from datetime import datetime

sys.dont_write_bytecode = True  # the folder may be one that only others write

from record import (Cannot, Checkpoint, Key, Tree, Wrong, leaf_hash, number, read_entry, root_by_inclusion, sha256,
                    unbase64)

APPLICATION_ID = 0x62796C77
LAYOUT_VERSION = 1
TABLES = ("entries", "scopes", "tree", "blobs", "evidence", "vault", "checkpoints", "head")


# Receipts

def read_receipt(text):
    head, empty, note = text.partition("\n\n")
    lines = head.split("\n")
    if not empty or len(lines) < 3 or lines[0] != "c2sp.org/tlog-proof@v1":
        raise Wrong("The file is no receipt: it does not begin as a c2sp.org/tlog-proof@v1 does.")
    if not lines[1].startswith("extra ") or not lines[2].startswith("index "):
        raise Wrong("The receipt lacks its entry or its index.")
    data = unbase64(lines[1][6:], "The entry in the receipt")
    index = number(lines[2][6:], "The index in the receipt")
    proof = [unbase64(line, "A step of the proof") for line in lines[3:]]
    if any(len(step) != 32 for step in proof):
        raise Wrong("A step of the proof is no SHA-256 digest.")
    return data, index, proof, note


def verify_receipt(path, key):
    try:
        text = read_file(path).decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong("The file is no receipt: it is not text.") from None
    data, index, proof, note = read_receipt(text)
    checkpoint = Checkpoint(note, key, "The checkpoint in the receipt")
    if index >= checkpoint.size:
        raise Wrong(f"The receipt is for entry {index}, and the checkpoint covers {checkpoint.size} entries.")
    if root_by_inclusion(leaf_hash(data), index, checkpoint.size, proof) != checkpoint.root:
        raise Wrong("The proof does not lead from this entry to the signed root: the entry, its place or the "
                    "proof was changed.")
    try:
        entry = read_entry(data)
    except ValueError as error:
        raise Wrong(f"The bytes are in the ledger, but they are no entry: {error}.") from None
    if entry.get("seq", 0) != index:
        raise Wrong(f"The entry says that it is entry {entry.get('seq', 0)}, and stands at {index}.")
    print(json.dumps(entry, indent=2, ensure_ascii=False))
    print(f"\nProven: entry {index}, as printed above, stands in the ledger \"{checkpoint.origin}\"\n"
          f"  of {checkpoint.size} entries with the root {checkpoint.root.hex()},\n"
          f"  and the holder of the key {key.name}+{key.id.hex()} has signed that root.\n"
          "Not proven: that what the entry says is so; that the rules were applied rightly (replay shows that);\n"
          "  that no later entry corrects it; that others were shown the same ledger (compare checkpoints).")


# Books

class Book:
    """The walk through a book. What is found is a list of sentences; the first bad entry ends the walk."""

    def __init__(self, path, key, kept):
        self.key = key
        self.kept = kept      # files of checkpoints that somebody kept outside of the book
        self.found = []
        self.db = open_book(path)
        self.tree = Tree()
        self.claims = []      # (size, root, name), in the order of size
        self.suspect = None   # the first range of entries that the stored tree does not fit
        self.shown = 0        # entries below are as signed
        self.versions = {}    # how many entries each scope has so far
        self.charters = {}
        self.counts = {}

    def rows(self, sql, *values):
        return self.db.execute(sql, values)

    def verify(self):
        self.check_strays()
        self.read_claims()
        self.read_entries()
        self.check_scopes()
        self.check_blobs()
        self.check_charters()
        self.check_vault()

    def check_strays(self):
        """Rows where no walk looks: before the first entry, under digests that are none, heads beside the one."""
        for table, stray in (("entries", "seq < 0"), ("tree", "seq < 0"), ("scopes", "seq < 0"),
                             ("checkpoints", "size < 0"), ("head", "id <> 0 OR size < 0 OR note = ''"),
                             ("blobs", "length(digest) <> 32"),
                             ("evidence", "length(digest) <> 32"), ("vault", "length(commitment) <> 32")):
            if self.rows(f"SELECT 1 FROM {table} WHERE {stray}").fetchone():
                self.found.append(f"The table \"{table}\" has rows that belong to nothing: someone has put them there.")

    def read_claims(self):
        self.head_size = None
        notes = [(size, note, "The kept checkpoint") for size, note in
                 self.rows("SELECT size, note FROM checkpoints NOT INDEXED ORDER BY size")]
        for size, note in self.rows("SELECT size, note FROM head WHERE id = 0"):
            if notes and notes[-1][0] > size:
                self.found.append("The head is older than a checkpoint that was kept: an old one was put in its place.")
            notes.append((size, note, "The head"))
            self.head_size = size
        if notes and self.head_size is None:
            self.found.append("Checkpoints were kept, and the head is gone: it was removed.")
        for size, note, name in notes:
            what = f"{name} at {size} entries"
            try:
                checkpoint = Checkpoint(str(note), self.key, what)
                if checkpoint.size != size:
                    raise Wrong(f"{what} is of another size.")
                self.claims.append((size, checkpoint.root, what))
            except Wrong as wrong:
                self.found.append(str(wrong))
        for path in self.kept:
            self.claims.append(kept_claim(path, self.key))
        self.claims.sort(key=lambda claim: claim[0])
        self.counts["checkpoints"] = len(notes)

    def bad(self, seq, why):
        """The first bad entry; one that is suspected already comes before it."""
        if self.suspect:
            first, last = self.suspect
            if first == last:
                raise Wrong(f"Entry {first} is not the one that was recorded: its hash is not the one in the tree.")
            raise Wrong(f"One of the entries {first} to {last} is not the one that was recorded.")
        raise Wrong(f"Entry {seq} {why}")

    def read_entries(self):
        batch = None  # (first, next index, count)
        recorded = None
        self.check_claims()
        stored = dict(self.rows("SELECT seq, digests FROM tree NOT INDEXED WHERE seq >= 0"))
        for seq, data in self.rows("SELECT seq, bytes FROM entries NOT INDEXED WHERE seq >= 0 ORDER BY seq"):
            if seq != self.tree.size:
                self.bad(self.tree.size, "is missing.")
            try:
                entry = read_entry(data)
                time = datetime.fromisoformat(entry.get("recorded", "1970-01-01T00:00:00+00:00"))
            except (ValueError, TypeError, AttributeError, RecursionError) as error:
                self.bad(seq, f"is no entry: {error}.")
            batch = self.check_batch(seq, entry, batch)
            if recorded and time < recorded:
                self.bad(seq, "was recorded before the entry that precedes it.")
            recorded = time
            self.note(seq, entry)
            self.check_opening(seq, entry)
            made = b"".join(self.tree.append(data))
            self.compare(seq, made, stored.pop(seq, b""))
            self.check_claims()
        self.check_end(batch, stored)

    def check_batch(self, seq, entry, batch):
        if entry.get("seq", 0) != seq:
            self.bad(seq, f"says that it is entry {entry.get('seq', 0)}.")
        if batch is None or batch[1] == batch[2]:
            batch = (seq, 0, entry.get("batch_count", 0))
        first, index, count = batch
        place = (entry.get("batch", 0), entry.get("batch_index", 0), entry.get("batch_count", 0))
        if place != batch or index >= count or (entry["kind"] == "command") != (index == 0):
            self.bad(seq, "does not fit the batch that it stands in.")
        return first, index + 1, count

    def check_opening(self, seq, entry):
        """The book's first effect says with which key and under which origin it was opened."""
        body = entry.get("body", {})
        if seq == 1 and entry["kind"] == "book_opened" and (
                body.get("origin") != self.key.name or body.get("key") != self.key.text):
            self.found.append("Entry 1 says that the book was opened under another origin or with another key than "
                              "the one that was given.")

    def note(self, seq, entry):
        scope = entry.get("scope")
        version = self.versions.get(scope, 0) + 1 if scope else 0
        if entry.get("scope_version", 0) != version:
            self.bad(seq, f"counts \"{scope}\" wrongly: it is the {version}. of its entries.")
        if scope:
            self.versions[scope] = version
            if not self.rows("SELECT 1 FROM scopes WHERE scope = ? AND seq = ?", scope, seq).fetchone():
                self.found.append(f"The index of \"{scope}\" lacks entry {seq}.")
        if entry.get("charter"):
            self.charters.setdefault(entry["charter"], seq)

    def compare(self, seq, made, stored):
        if self.suspect or made == stored:
            return
        same = [made[at:at + 32] == stored[at:at + 32] for at in range(0, len(made), 32)]
        level = same.index(False) if False in same else 0
        self.suspect = (seq + 1 - (1 << level), seq)

    def check_claims(self):
        while self.claims and self.claims[0][0] <= self.tree.size:
            size, root, what = self.claims.pop(0)
            if root != self.tree.root():
                last = max(size - 1, 0)
                self.bad(self.shown, f"or one after it, up to {last}, was changed, and the tree with it: {what} was "
                                     "signed over other entries.")
            self.shown = size
            if self.suspect:
                self.found.append(f"The stored tree is wrong at the entries {self.suspect[0]} to {self.suspect[1]}; "
                                  "the entries themselves are as signed.")
                self.suspect = None

    def check_end(self, batch, stored):
        size = self.tree.size
        if self.suspect:
            self.bad(size, "")
        for claimed, _, what in self.claims:
            self.bad(size, f"is missing: {what} was signed over {claimed}.")
        if batch and batch[1] != batch[2]:
            self.bad(size, f"is missing: the batch that begins with entry {batch[0]} has {batch[2]} entries.")
        if stored:
            self.found.append(f"The stored tree goes on after entry {size - 1}.")
        self.counts["entries"] = size

    def check_scopes(self):
        if self.rows("SELECT count(*) FROM scopes").fetchone()[0] != sum(self.versions.values()):
            self.found.append("The index of cases has lines for entries that are not theirs.")

    def check_blobs(self):
        self.blobs = set()
        for digest, data in self.rows("SELECT digest, bytes FROM blobs NOT INDEXED WHERE length(digest) = 32"):
            if sha256(data) == digest:
                self.blobs.add(digest.hex())
            else:
                self.found.append(f"The blob {bytes(digest).hex()} is not what its name says.")
        self.counts["blobs"] = len(self.blobs)

    def blob(self, name):
        row = self.rows("SELECT bytes FROM blobs WHERE digest = ?", bytes.fromhex(name)).fetchone()
        return row[0] if row else b""

    def check_charters(self):
        for charter, seq in self.charters.items():
            lines = self.blob(charter).decode("utf-8", "replace").splitlines() if charter in self.blobs else [""]
            if not lines or not all(re.match("[0-9a-f]{64}  .", line) and line[:64] in self.blobs for line in lines):
                self.found.append(f"The charter {charter[:12]} that entry {seq} is under is not in the book, or not "
                                  "all of it.")

    def check_vault(self):
        self.counts["values"] = self.counts["withheld"] = 0
        for commitment, salt, value in self.rows("SELECT commitment, salt, value FROM vault "
                                                  "WHERE length(commitment) = 32"):
            if salt is None and value is None:
                self.counts["withheld"] += 1
            elif salt is None or value is None:
                self.found.append(f"The value in the vault under {bytes(commitment).hex()} was not erased rightly: of "
                                  "the value and its salt one is gone, and the other still there.")
            elif len(salt) == 32 and hmac.new(salt, value, hashlib.sha256).digest() == commitment:
                self.counts["values"] += 1
            else:
                self.found.append(f"The value in the vault under {bytes(commitment).hex()} is not the one that was "
                                  "recorded.")


def open_book(path):
    """Read-only, and asking nothing of the schema but that the tables are tables."""
    if not os.path.isfile(path):
        raise Cannot(f"There is no file \"{path}\".")
    try:
        db = sqlite3.connect(f"file:{urllib.parse.quote(os.path.abspath(path))}?mode=ro", uri=True)
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        db.execute("BEGIN")
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Cannot(f"\"{path}\" is no book.")
        if db.execute("PRAGMA user_version").fetchone()[0] != LAYOUT_VERSION:
            raise Cannot(f"\"{path}\" has a layout that this verifier does not know.")
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise Cannot(f"\"{path}\" is no book, or cannot be read: {error}.") from None
    for name in TABLES:
        if name not in tables:
            raise Cannot(f"\"{path}\" is no book: it has no table \"{name}\".")
    return db


def kept_claim(path, key):
    what = f"the checkpoint that was kept in \"{path}\""
    try:
        note = read_file(path).decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong(f"{what[0].upper() + what[1:]} is not text.") from None
    checkpoint = Checkpoint(note, key, what[0].upper() + what[1:])
    return checkpoint.size, checkpoint.root, what


def verify_book(path, key, kept):
    book = Book(path, key, kept)
    try:
        book.verify()
    except (sqlite3.Error, TypeError, AttributeError) as error:
        raise Wrong(f"The book is damaged: {error}.") from None
    if book.found:
        raise Wrong("\n".join(book.found))
    counts = book.counts
    if book.head_size != counts["entries"]:
        headless = book.head_size is None
        since = "no head is signed at all" if headless else f"nobody signed those from {book.head_size} on"
        raise Wrong(f"Not signed: the {counts['entries']} entries fit each other, and {since}. That shows nothing of "
                    "who wrote them.")
    print(f"Sound: {counts['entries']} entries with the root {book.tree.root().hex()}, {counts['blobs']} blobs, "
          f"{counts['checkpoints']} checkpoints, {counts['values']} values in the vault.")
    if counts["withheld"]:
        print(f"Proven, content withheld: {counts['withheld']} values were erased.")
    print(f"The head is signed with {key.name}+{key.id.hex()}.")
    if kept:
        print("It fits what was kept outside of it: " + ", ".join(kept) + ".")
    else:
        print("Not shown: that it is the book you saw before. Give a checkpoint that you kept: --checkpoint NOTE.")


# The command

def read_file(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Cannot(f"\"{path}\" cannot be read: {error.strerror}.") from None


def main():
    parser = argparse.ArgumentParser(description="Verifies a receipt or a book of Bylaw.")
    parser.add_argument("what", choices=("receipt", "book"))
    parser.add_argument("file")
    keys = parser.add_mutually_exclusive_group(required=True)
    keys.add_argument("--key", help="the book's verifier key: name+id+base64")
    keys.add_argument("--key-file", help="a file with the verifier key")
    parser.add_argument("--checkpoint", action="append", default=[], metavar="NOTE",
                        help="a file with a checkpoint that was kept; for a book, any number of them")
    arguments = parser.parse_args()
    try:
        key = Key(arguments.key or read_file(arguments.key_file).decode("utf-8", "replace"))
        if arguments.what == "book":
            verify_book(arguments.file, key, arguments.checkpoint)
        elif arguments.checkpoint:
            parser.error("--checkpoint is for books: a receipt has its own")
        else:
            verify_receipt(arguments.file, key)
        return 0
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except Cannot as cannot:
        print(cannot, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
