/* digest: SHA-256 and HMAC-SHA-256 (OpenSSL's EVP, the algorithm fetched once), hex and base64.
 * OpenSSL fails here only when memory runs out, and is treated so: see arena_fail(). */
#ifndef BYLAW_BASE_DIGEST_H
#define BYLAW_BASE_DIGEST_H

#include "base/text.h"

enum { DIGEST_SIZE = 32 };

typedef struct Digest {
    uint8_t bytes[DIGEST_SIZE];
} Digest;

/* A reusable SHA-256 calculator; it lives as long as its arena. */
typedef struct Hasher Hasher;
Hasher *hasher_new(Arena *arena);

/* The digest of the parts put one after another. */
Digest hasher_sha256(Hasher *hasher, const Text *parts, size_t count);
Digest hasher_sha256_of(Hasher *hasher, Text bytes);
/* The same of pieces as they come, by a hasher that does nothing else meanwhile. */
void hasher_begin(Hasher *hasher);
void hasher_add(Hasher *hasher, Text piece);
Digest hasher_end(Hasher *hasher);

Digest digest_hmac(Arena *arena, Text key, Text bytes); /* HMAC-SHA-256, RFC 2104 */

bool digest_equal(Digest a, Digest b);
Text digest_text(const Digest *digest); /* the 32 bytes, as a view */
Text digest_hex(Arena *arena, Digest digest);
bool digest_from_hex(Text hex, Digest *out); /* 64 lower-case digits, nothing else */

Text base64_encode(Arena *arena, Text bytes);             /* RFC 4648, with padding */
bool base64_decode(Arena *arena, Text text, Text *bytes); /* of what base64_encode() writes, nothing else */
Text hex_encode(Arena *arena, Text bytes);
bool hex_decode(Arena *arena, Text hex, Text *bytes); /* lower-case digits, nothing else */

#endif
