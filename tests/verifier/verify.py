#!/usr/bin/env python3
"""An independent verifier of Bylaw's records, written from docs/ledger.md.

    verify.py receipt FILE --key VKEY | --key-file FILE
    verify.py book FILE    --key VKEY | --key-file FILE

It needs Python's standard library and the `openssl` command, and nothing of Bylaw.
Exit status: 0 all holds, 1 something does not, 2 it could not be checked (usage, files, openssl).
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
from datetime import datetime

APPLICATION_ID = 0x62796C77
LAYOUT_VERSION = 1
ENTRY_MAX = 65535
TABLES = ("entries", "scopes", "tree", "blobs", "vault", "checkpoints", "head")


class Wrong(Exception):
    """Something does not hold; the text is a sentence. Exit status 1."""


class Cannot(Exception):
    """It cannot be checked. Exit status 2."""


# Hashes

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(data):
    return sha256(b"\x00", data)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


class Tree:
    """The right edge of a growing RFC 6962 tree."""

    def __init__(self):
        self.size = 0
        self.edge = []  # roots of complete subtrees, largest first

    def append(self, data):
        """Takes one entry; returns the leaf and the roots of the subtrees it completes, from the lowest."""
        made = [leaf_hash(data)]
        size = self.size
        while size & 1:
            made.append(node_hash(self.edge.pop(), made[-1]))
            size >>= 1
        self.edge.append(made[-1])
        self.size += 1
        return made

    def root(self):
        if not self.edge:
            return sha256()
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root


def root_by_inclusion(leaf, index, size, proof):
    """The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2)."""
    node, last, made = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise Wrong("The inclusion proof has more steps than the tree has levels.")
        if node & 1 or node == last:
            made = node_hash(step, made)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            made = node_hash(made, step)
        node, last = node >> 1, last >> 1
    if last != 0:
        raise Wrong("The inclusion proof has fewer steps than the tree has levels.")
    return made


# Encodings

def unbase64(text, what):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Wrong(f"{what} is not base64.") from None
    if base64.b64encode(data).decode() != text:
        raise Wrong(f"{what} is not base64 in its one form.")
    return data


def number(text, what):
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", text):
        raise Wrong(f"{what} is not a number.")
    return int(text)


def no_double_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key stands twice")
    return dict(pairs)


def no_reals(text):
    raise ValueError(f"{text} is not a whole number")


def read_entry(data):
    """An entry's fields. Raises ValueError when the bytes are no entry."""
    if not 0 < len(data) <= ENTRY_MAX:
        raise ValueError(f"it has {len(data)} bytes")
    entry = json.loads(data.decode("utf-8"), object_pairs_hook=no_double_keys, parse_float=no_reals,
                       parse_constant=no_reals)
    if not isinstance(entry, dict) or not isinstance(entry.get("kind"), str):
        raise ValueError("it is no map with a kind")
    for field in ("seq", "batch", "batch_index", "batch_count"):
        if type(entry.get(field, 0)) is not int:
            raise ValueError(f"its {field} is not a whole number")
    for field in ("scope", "charter", "recorded"):
        if not isinstance(entry.get(field, ""), str):
            raise ValueError(f"its {field} is not a text")
    return entry


# Keys and signed notes

class Key:
    """A verifier key, "name+id+base64(0x01 || Ed25519 public key)"."""

    def __init__(self, text):
        parts = text.strip().split("+", 2)
        try:
            typed = base64.b64decode(parts[2], validate=True)
        except (IndexError, binascii.Error):
            raise Cannot("The key is not a verifier key: name+id+base64.") from None
        self.name, self.public = parts[0], typed[1:]
        if len(typed) != 33 or typed[0] != 1:
            raise Cannot("The key is not an Ed25519 verifier key.")
        self.id = sha256(self.name.encode(), b"\n\x01", self.public)[:4]
        if self.id.hex() != parts[1]:
            raise Cannot("The key was mistyped: its id is not the one of its name and bytes.")

    def verifies(self, message, signature):
        """Asks openssl, which wants the public key as a SubjectPublicKeyInfo."""
        info = bytes.fromhex("302a300506032b6570032100") + self.public
        with tempfile.TemporaryDirectory() as folder:
            paths = {name: os.path.join(folder, name) for name in ("key", "message", "signature")}
            for name, data in (("key", info), ("message", message), ("signature", signature)):
                with open(paths[name], "wb") as file:
                    file.write(data)
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths["key"],
                       "-rawin", "-in", paths["message"], "-sigfile", paths["signature"]]
            try:
                return subprocess.run(command, capture_output=True, check=False).returncode == 0
            except OSError as error:
                raise Cannot(f"The openssl command cannot be run: {error}.") from None


class Checkpoint:
    """A signed note whose text is a tree head; made only when the key's signature holds."""

    def __init__(self, note, key, what):
        body, lines = split_note(note, what)
        mine = [made[4:] for name, made in lines if name == key.name and made[:4] == key.id]
        if not mine:
            raise Wrong(f"{what} is not signed with the key that was given.")
        if not all(key.verifies(body.encode(), signature) for signature in mine):
            raise Wrong(f"{what} has a signature that does not hold: it was changed after it was signed.")
        text = body[:-1].split("\n")
        if len(text) < 3 or "" in text:
            raise Wrong(f"{what} does not have the lines of a checkpoint.")
        self.origin, self.size = text[0], number(text[1], f"The size of {what}")
        self.root = unbase64(text[2], f"The root of {what}")
        if self.origin != key.name:
            raise Wrong(f"{what} is of \"{self.origin}\", not of \"{key.name}\".")


def split_note(note, what):
    """The text of a note with its last newline, and (name, id and signature) of each of its lines."""
    if re.search(r"[\x00-\x09\x0b-\x1f]", note) or not note.endswith("\n") or "\n\n" not in note:
        raise Wrong(f"{what} is no signed note.")
    body, signatures = note[:-1].rsplit("\n\n", 1)
    lines = []
    for line in signatures.split("\n"):
        match = re.fullmatch("\u2014 ([^ +]+) ([A-Za-z0-9+/=]+)", line)
        if not match:
            raise Wrong(f"{what} has a malformed signature line.")
        lines.append((match[1], unbase64(match[2], f"A signature of {what}")))
    return body + "\n", lines


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

    def __init__(self, path, key):
        self.key = key
        self.found = []
        self.db = open_book(path)
        self.tree = Tree()
        self.claims = []      # (size, root, name), in the order of size
        self.suspect = None   # the first range of entries that the stored tree does not fit
        self.shown = 0        # entries below are as signed
        self.scoped = 0
        self.charters = {}
        self.counts = {}

    def rows(self, sql, *values):
        return self.db.execute(sql, values)

    def verify(self):
        self.read_claims()
        self.read_entries()
        self.check_scopes()
        self.check_blobs()
        self.check_charters()
        self.check_vault()

    def read_claims(self):
        self.head_size = None
        notes = [(size, note, "The kept checkpoint") for size, note in
                 self.rows("SELECT size, note FROM checkpoints NOT INDEXED ORDER BY size")]
        for size, note in self.rows("SELECT size, note FROM head WHERE id = 0"):
            notes.append((size, note, "The head"))
            self.head_size = size
        for size, note, name in notes:
            what = f"{name} at {size} entries"
            try:
                checkpoint = Checkpoint(str(note), self.key, what)
                if checkpoint.size != size:
                    raise Wrong(f"{what} is of another size.")
                self.claims.append((size, checkpoint.root, what))
            except Wrong as wrong:
                self.found.append(str(wrong))
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
        stored = dict(self.rows("SELECT seq, digests FROM tree NOT INDEXED"))
        for seq, data in self.rows("SELECT seq, bytes FROM entries NOT INDEXED ORDER BY seq"):
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

    def note(self, seq, entry):
        scope = entry.get("scope")
        if scope:
            self.scoped += 1
            if not self.rows("SELECT 1 FROM scopes WHERE scope = ? AND seq = ?", scope, seq).fetchone():
                self.found.append(f"The index of \"{scope}\" lacks entry {seq}.")
        if entry.get("charter"):
            self.charters.setdefault(entry["charter"], seq)

    def compare(self, seq, made, stored):
        if self.suspect or made == stored:
            return
        level = 0
        while made[level * 32:level * 32 + 32] and made[level * 32:level * 32 + 32] == stored[level * 32:level * 32 + 32]:
            level += 1
        level = level if level * 32 < len(made) else 0
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
                self.found.append(f"The stored tree is wrong at the entries {self.suspect[0]} to {self.suspect[1]}; the "
                                  "entries themselves are as signed.")
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
        if self.rows("SELECT count(*) FROM scopes").fetchone()[0] != self.scoped:
            self.found.append("The index of cases has lines for entries that are not theirs.")

    def check_blobs(self):
        self.blobs = set()
        for digest, data in self.rows("SELECT digest, bytes FROM blobs NOT INDEXED"):
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
                self.found.append(f"The charter {charter[:12]} that entry {seq} is under is not in the book, or not all "
                                  "of it.")

    def check_vault(self):
        self.counts["values"] = self.counts["withheld"] = 0
        for commitment, salt, value in self.rows("SELECT commitment, salt, value FROM vault"):
            if salt is None and value is None:
                self.counts["withheld"] += 1
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


def verify_book(path, key):
    book = Book(path, key)
    try:
        book.verify()
    except (sqlite3.Error, TypeError, AttributeError) as error:
        raise Wrong(f"The book is damaged: {error}.") from None
    if book.found:
        raise Wrong("\n".join(book.found))
    counts = book.counts
    print(f"Sound: {counts['entries']} entries with the root {book.tree.root().hex()}, {counts['blobs']} blobs, "
          f"{counts['checkpoints']} checkpoints, {counts['values']} values in the vault.")
    if counts["withheld"]:
        print(f"Proven, content withheld: {counts['withheld']} values were erased.")
    if book.head_size == counts["entries"]:
        print(f"The head is signed with {key.name}+{key.id.hex()}.")
    else:
        print(f"The head is unsigned since entry {book.head_size or 0}.")
    print("Not shown: that it is the book you saw before. Compare its root with a checkpoint that you kept.")


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
    arguments = parser.parse_args()
    try:
        text = arguments.key or read_file(arguments.key_file).decode("utf-8", "replace")
        verify = verify_receipt if arguments.what == "receipt" else verify_book
        verify(arguments.file, Key(text))
        return 0
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except Cannot as cannot:
        print(cannot, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
