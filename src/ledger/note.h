/* note: checkpoints as C2SP signed notes (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), Ed25519, and
 * receipts as C2SP tlog-proof, so that tools that are not ours verify them.
 *
 * A key's name is the book's origin. The public half is written as the note format's verifier key,
 * "origin+hash+base64"; the private half never enters the book: signing is a callback, since the key need not
 * be on the clerk's machine. */
#ifndef BYLAW_LEDGER_NOTE_H
#define BYLAW_LEDGER_NOTE_H

#include "base/digest.h"

enum { ED25519_KEY_SIZE = 32, ED25519_SIGNATURE_SIZE = 64 };

typedef struct PublicKey {
    uint8_t bytes[ED25519_KEY_SIZE];
} PublicKey;

typedef struct Signature {
    uint8_t bytes[ED25519_SIGNATURE_SIZE];
} Signature;

/* Signs `message`; false when it cannot now (the commit then stands with an unsigned head). */
typedef struct Signer {
    bool (*sign)(void *context, Text message, Signature *signature);
    void *context;
    PublicKey public_key;
} Signer;

typedef struct Checkpoint {
    Text origin;
    uint64_t size;
    Digest root;
} Checkpoint;

/* The private key's file format: PKCS#8 PEM, as `openssl genpkey -algorithm ed25519` makes it. */
typedef struct PrivateKey PrivateKey;
PrivateKey *private_key_from_seed(Arena *arena, const uint8_t seed[ED25519_KEY_SIZE]);
PrivateKey *private_key_from_pem(Arena *arena, Text pem); /* NULL when it is no Ed25519 private key */
Text private_key_pem(Arena *arena, const PrivateKey *key);
PublicKey private_key_public(const PrivateKey *key);
bool private_key_sign(const PrivateKey *key, Text message, Signature *signature);
bool public_key_verify(PublicKey key, Text message, const Signature *signature);

/* May a book have this origin? One line of UTF-8, not empty, with no space and no "+". */
bool origin_valid(Text origin);

Text verifier_key(Arena *arena, Text origin, PublicKey key); /* "origin+0a1b2c3d+base64" */
bool verifier_key_read(Text text, Arena *arena, Text *origin, PublicKey *key);

Text checkpoint_body(Arena *arena, const Checkpoint *checkpoint); /* what is signed */
bool checkpoint_sign(Arena *arena, const Checkpoint *checkpoint, const Signer *signer, Text *note);
/* Reads a note without looking at its signatures. */
bool checkpoint_read(Arena *arena, Text note, Checkpoint *out, Text *why_not);
/* Reads a note and checks the signature of `key` on it; false and a sentence otherwise. */
bool checkpoint_verify(Arena *arena, Text note, Text origin, PublicKey key, Checkpoint *out, Text *why_not);

#endif
