#include "ledger/note.h"
#include <inttypes.h>
#include <string.h>

enum { KEY_ID_SIZE = 4, TYPE_ED25519 = 1, NOTE_MAX = 256 * 1024 };

#define SIGNATURE_START TEXT("\xe2\x80\x94 ") /* an em dash and a space */

/* The spaces of Unicode beyond ASCII, in UTF-8. */
static const Text spaces[] = {
    TEXT_ROW("\xc2\x85"),     TEXT_ROW("\xc2\xa0"),     TEXT_ROW("\xe1\x9a\x80"), TEXT_ROW("\xe2\x80\xa8"),
    TEXT_ROW("\xe2\x80\xa9"), TEXT_ROW("\xe2\x80\xaf"), TEXT_ROW("\xe2\x81\x9f"), TEXT_ROW("\xe3\x80\x80"),
};

static bool starts_with_space(Text text) {
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++)
        if (text_starts(text, spaces[i])) return true;
    if (text.len < 3 || !text_starts(text, TEXT("\xe2\x80"))) return false;
    unsigned char last = (unsigned char)text.at[2];
    return last >= 0x80 && last <= 0x8a; /* U+2000 to U+200A */
}

bool origin_valid(Text origin) {
    for (size_t i = 0; i < origin.len; i++) {
        unsigned char c = (unsigned char)origin.at[i];
        if (c <= ' ' || c == 0x7f || c == '+' || starts_with_space(text_part(origin, i, origin.len)))
            return false;
    }
    return !text_empty(origin) && text_valid_utf8(origin, NULL);
}

static Text bytes_view(const uint8_t *at, size_t len) {
    return (Text){(const char *)at, len};
}

/* The first four bytes of SHA-256(name || 0x0A || type || key). */
static Text key_id(Arena *arena, Text name, PublicKey key) {
    const Text parts[] = {name, TEXT("\n\x01"), bytes_view(key.bytes, ED25519_KEY_SIZE)};
    Digest digest = hasher_sha256(hasher_new(arena), parts, 3);
    return text_copy(arena, text_part(digest_text(&digest), 0, KEY_ID_SIZE));
}

static Text join(Arena *arena, Text a, Text b) {
    Buf buf = buf_new(arena);
    buf_text(&buf, a);
    buf_text(&buf, b);
    return buf_done(&buf);
}

Text verifier_key(Arena *arena, Text origin, PublicKey key) {
    Text typed = join(arena, TEXT("\x01"), bytes_view(key.bytes, ED25519_KEY_SIZE));
    return text_format(arena, "%.*s+%.*s+%.*s", TEXT_ARG(origin),
                       TEXT_ARG(hex_encode(arena, key_id(arena, origin, key))),
                       TEXT_ARG(base64_encode(arena, typed)));
}

bool verifier_key_read(Text text, Arena *arena, Text *origin, PublicKey *key) {
    Text rest = text_trim(text), name, id, typed;
    if (!text_next(&rest, '+', &name) || !text_next(&rest, '+', &id)) return false;
    if (!origin_valid(name) || !base64_decode(arena, rest, &typed)) return false;
    if (typed.len != 1 + ED25519_KEY_SIZE || typed.at[0] != TYPE_ED25519) return false;
    memcpy(key->bytes, typed.at + 1, ED25519_KEY_SIZE);
    *origin = text_copy(arena, name);
    return text_equal(id, hex_encode(arena, key_id(arena, name, *key)));
}

Text checkpoint_body(Arena *arena, const Checkpoint *checkpoint) {
    Text root = base64_encode(arena, digest_text(&checkpoint->root));
    return text_format(arena, "%.*s\n%" PRIu64 "\n%.*s\n", TEXT_ARG(checkpoint->origin), checkpoint->size,
                       TEXT_ARG(root));
}

bool checkpoint_sign(Arena *arena, const Checkpoint *checkpoint, const Signer *signer, Text *note) {
    Signature signature;
    Text body = checkpoint_body(arena, checkpoint);
    if (!signer->sign(signer->context, body, &signature)) return false;
    Text id = key_id(arena, checkpoint->origin, signer->public_key);
    Text made = join(arena, id, bytes_view(signature.bytes, ED25519_SIGNATURE_SIZE));
    *note = text_format(arena, "%.*s\n%.*s%.*s %.*s\n", TEXT_ARG(body), TEXT_ARG(SIGNATURE_START),
                        TEXT_ARG(checkpoint->origin), TEXT_ARG(base64_encode(arena, made)));
    return true;
}

static bool wrong(Text *why_not, Text why) {
    *why_not = why;
    return false;
}

static bool printable(Text note) {
    for (size_t i = 0; i < note.len; i++)
        if ((unsigned char)note.at[i] < ' ' && note.at[i] != '\n') return false;
    return text_valid_utf8(note, NULL);
}

/* Cuts a note at its last empty line: what is signed, and the signatures. */
static bool cut(Text note, Text *body, Text *signatures, Text *why_not) {
    if (note.len > NOTE_MAX) return wrong(why_not, TEXT("It is too long for a checkpoint."));
    if (!printable(note)) return wrong(why_not, TEXT("It has bytes that no checkpoint has."));
    if (!text_ends(note, TEXT("\n"))) return wrong(why_not, TEXT("Its last line has no end."));
    size_t at = note.len;
    while (at >= 2 && !(note.at[at - 1] == '\n' && note.at[at - 2] == '\n')) at--;
    if (at < 2 || at == note.len) return wrong(why_not, TEXT("It has no signature after an empty line."));
    *body = text_part(note, 0, at - 1);
    *signatures = text_part(note, at, note.len - 1); /* the lines, without the last one's end */
    return true;
}

/* A number as it is written in checkpoints: no sign, no leading zero. */
static bool read_size(Text text, uint64_t *size) {
    int64_t number;
    bool plain = !text_empty(text) && text.at[0] != '-' && (text.len == 1 || text.at[0] != '0');
    if (!plain || !text_to_int(text, &number)) return false;
    *size = (uint64_t)number;
    return true;
}

static bool read_digest(Arena *arena, Text base64, Digest *out) {
    Text bytes;
    if (!base64_decode(arena, base64, &bytes) || bytes.len != DIGEST_SIZE) return false;
    memcpy(out->bytes, bytes.at, DIGEST_SIZE);
    return true;
}

static bool read_body(Arena *arena, Text body, Checkpoint *out, Text *why_not) {
    Text rest = text_part(body, 0, body.len - 1), origin, size, root, extension;
    if (!text_next(&rest, '\n', &origin) || !text_next(&rest, '\n', &size) || !text_next(&rest, '\n', &root))
        return wrong(why_not, TEXT("It lacks a line: a checkpoint has an origin, a size and a root."));
    if (text_empty(origin)) return wrong(why_not, TEXT("Its origin is empty."));
    if (!read_size(size, &out->size)) return wrong(why_not, TEXT("Its second line is no tree size."));
    if (!read_digest(arena, root, &out->root)) return wrong(why_not, TEXT("Its third line is no root hash."));
    while (text_next(&rest, '\n', &extension))
        if (text_empty(extension)) return wrong(why_not, TEXT("It has an empty line among its lines."));
    out->origin = text_copy(arena, origin);
    return true;
}

bool checkpoint_read(Arena *arena, Text note, Checkpoint *out, Text *why_not) {
    Text body, signatures;
    return cut(note, &body, &signatures, why_not) && read_body(arena, body, out, why_not);
}

/* One signature line: its key's name, and the key's id followed by the signature. */
static bool read_signature(Arena *arena, Text line, Text *name, Text *made) {
    if (!text_starts(line, SIGNATURE_START)) return false;
    Text rest = text_part(line, SIGNATURE_START.len, line.len);
    return text_next(&rest, ' ', name) && origin_valid(*name) && base64_decode(arena, rest, made) &&
           made->len > KEY_ID_SIZE;
}

/* Does every line hold that claims to be of this key, and is there one? Other keys' are passed over. */
static bool check_signatures(Arena *arena, Text body, Text lines, Text name, PublicKey key, Text *why_not) {
    Text line, signer, made, id = key_id(arena, name, key);
    bool signed_by_key = false;
    while (text_next(&lines, '\n', &line)) {
        if (!read_signature(arena, line, &signer, &made))
            return wrong(why_not, TEXT("One of its signature lines is malformed."));
        if (!text_equal(signer, name) || !text_starts(made, id)) continue;
        Signature signature;
        if (made.len != KEY_ID_SIZE + ED25519_SIGNATURE_SIZE)
            return wrong(why_not, TEXT("Its signature has the wrong length."));
        memcpy(signature.bytes, made.at + KEY_ID_SIZE, ED25519_SIGNATURE_SIZE);
        if (!public_key_verify(key, body, &signature))
            return wrong(why_not,
                         TEXT("Its signature does not hold: the text was changed, or the signature."));
        signed_by_key = true;
    }
    return signed_by_key || wrong(why_not, TEXT("It is not signed with the key that was given."));
}

bool checkpoint_verify(Arena *arena, Text note, Text origin, PublicKey key, Checkpoint *out, Text *why_not) {
    Text body, signatures;
    if (!cut(note, &body, &signatures, why_not)) return false;
    if (!check_signatures(arena, body, signatures, origin, key, why_not)) return false;
    if (!read_body(arena, body, out, why_not)) return false;
    if (text_equal(out->origin, origin)) return true;
    return wrong(why_not, text_format(arena, "It is of \"%.*s\", not of \"%.*s\".", TEXT_ARG(out->origin),
                                      TEXT_ARG(origin)));
}
