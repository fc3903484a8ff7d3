"""What Bylaw's records are made of, after docs/ledger.md: hashes, entries, verifier keys, signed notes."""

import base64
import binascii
import hashlib
import json
import os
import re
import subprocess
import tempfile
from datetime import datetime

ENTRY_MAX = 65535
DEPTH_MAX = 64
INTEGER_MAX = 2 ** 53 - 1
NUMBERS = ("seq", "version", "semantics", "scope_version", "batch", "batch_index", "batch_count")
TEXTS = ("kind", "charter", "scope", "actor", "recorder", "behalf", "auth", "signature")
INSTANTS = ("recorded", "happened")
INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}"


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


def check_values(value, depth=0):
    """Values are those of the restricted profile."""
    if depth > DEPTH_MAX:
        raise ValueError("its body is nested too deep")
    if type(value) is int and abs(value) > INTEGER_MAX:
        raise ValueError(f"the number {value} is too large")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("it has a NUL in it")
    if isinstance(value, dict):
        check_values(list(value) + list(value.values()), depth)
    elif isinstance(value, list):
        for item in value:
            check_values(item, depth + isinstance(item, (dict, list)))


def check_envelope(entry):
    """Known fields only, each of its type, and none that says nothing."""
    for field, value in entry.items():
        if field in NUMBERS:
            good = type(value) is int and value != 0
        elif field in TEXTS:
            good = isinstance(value, str) and value != ""
        elif field in INSTANTS:
            good = isinstance(value, str) and re.fullmatch(INSTANT, value) and datetime.fromisoformat(value)
        else:
            good = field == "body" and isinstance(value, dict)
        if not good:
            raise ValueError(f"its field \"{field}\" is not one of an entry, or not of its type")
    for field in ("kind", "charter", "scope"):
        if re.search(r'[\x00-\x1f"\\]', entry.get(field, "")):
            raise ValueError(f"its {field} has a character that is escaped")
    if not re.fullmatch("[0-9a-f]{64}", entry.get("charter", "")):
        raise ValueError("it names no charter")
    if "kind" not in entry:
        raise ValueError("it has no kind")


def read_entry(data):
    """An entry's fields. Raises ValueError when the bytes are no entry in the one form that entries have."""
    if not 0 < len(data) <= ENTRY_MAX:
        raise ValueError(f"it has {len(data)} bytes")
    entry = json.loads(data.decode("utf-8"), object_pairs_hook=no_double_keys, parse_float=no_reals,
                       parse_constant=no_reals)
    if not isinstance(entry, dict):
        raise ValueError("it is no map")
    check_values(entry)
    check_envelope(entry)
    if json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8") != data:
        raise ValueError("it is not in the one form that an entry has")
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
        self.text, self.name, self.public = text.strip(), parts[0], typed[1:]
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
