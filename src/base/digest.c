#include "base/digest.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

struct Hasher {
    Arena *arena;
    EVP_MD *algorithm;
    EVP_MD_CTX *work;
};

static void release_algorithm(void *algorithm) {
    EVP_MD_free(algorithm);
}
static void release_work(void *work) {
    EVP_MD_CTX_free(work);
}

Hasher *hasher_new(Arena *arena) {
    Hasher *hasher = arena_make(arena, Hasher);
    hasher->arena = arena;
    hasher->algorithm = EVP_MD_fetch(NULL, "SHA2-256", NULL);
    if (!hasher->algorithm) arena_fail(arena);
    arena_on_free(arena, release_algorithm, hasher->algorithm);
    hasher->work = EVP_MD_CTX_new();
    if (!hasher->work) arena_fail(arena);
    arena_on_free(arena, release_work, hasher->work);
    return hasher;
}

void hasher_begin(Hasher *hasher) {
    if (EVP_DigestInit_ex2(hasher->work, hasher->algorithm, NULL) != 1) arena_fail(hasher->arena);
}

void hasher_add(Hasher *hasher, Text piece) {
    if (EVP_DigestUpdate(hasher->work, piece.at, piece.len) != 1) arena_fail(hasher->arena);
}

Digest hasher_end(Hasher *hasher) {
    Digest digest;
    if (EVP_DigestFinal_ex(hasher->work, digest.bytes, NULL) != 1) arena_fail(hasher->arena);
    return digest;
}

Digest hasher_sha256(Hasher *hasher, const Text *parts, size_t count) {
    hasher_begin(hasher);
    for (size_t i = 0; i < count; i++) hasher_add(hasher, parts[i]);
    return hasher_end(hasher);
}

Digest hasher_sha256_of(Hasher *hasher, Text bytes) {
    return hasher_sha256(hasher, &bytes, 1);
}

/* OpenSSL takes a key of NULL for no key at all, not for an empty one. */
static const unsigned char *bytes_of(Text text) {
    return (const unsigned char *)(text.len == 0 ? "" : text.at);
}

Digest digest_hmac(Arena *arena, Text key, Text bytes) {
    Digest digest;
    size_t size = 0;
    unsigned char *made = EVP_Q_mac(NULL, "HMAC", NULL, "SHA2-256", NULL, bytes_of(key), key.len,
                                    bytes_of(bytes), bytes.len, digest.bytes, DIGEST_SIZE, &size);
    if (!made || size != DIGEST_SIZE) arena_fail(arena);
    return digest;
}

bool digest_equal(Digest a, Digest b) {
    return CRYPTO_memcmp(a.bytes, b.bytes, DIGEST_SIZE) == 0;
}

Text digest_text(const Digest *digest) {
    return (Text){(const char *)digest->bytes, DIGEST_SIZE};
}

Text digest_hex(Arena *arena, Digest digest) {
    return hex_encode(arena, digest_text(&digest));
}
