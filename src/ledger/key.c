#include "ledger/note.h"
#include <openssl/evp.h>
#include <openssl/pem.h>

struct PrivateKey {
    EVP_PKEY *key;
};

static void release_key(void *key) {
    EVP_PKEY_free(key);
}

static PrivateKey *hold(Arena *arena, EVP_PKEY *key) {
    arena_on_free(arena, release_key, key);
    PrivateKey *held = arena_make(arena, PrivateKey);
    held->key = key;
    return held;
}

PrivateKey *private_key_from_seed(Arena *arena, const uint8_t seed[ED25519_KEY_SIZE]) {
    EVP_PKEY *key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, ED25519_KEY_SIZE);
    if (!key) arena_fail(arena);
    return hold(arena, key);
}

/* Answers for OpenSSL, which would else ask at the terminal. */
static int no_password(char *buf, int size, int writing, void *context) {
    (void)buf, (void)size, (void)writing, (void)context;
    return 0;
}

PrivateKey *private_key_from_pem(Arena *arena, Text pem) {
    BIO *bio = pem.len > 0 && pem.len < INT32_MAX ? BIO_new_mem_buf(pem.at, (int)pem.len) : NULL;
    EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, NULL, no_password, NULL) : NULL;
    BIO_free(bio);
    if (key && EVP_PKEY_get_id(key) == EVP_PKEY_ED25519) return hold(arena, key);
    EVP_PKEY_free(key);
    return NULL;
}

static void release_bio(void *bio) {
    BIO_free_all(bio);
}

Text private_key_pem(Arena *arena, const PrivateKey *key) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio) arena_fail(arena);
    arena_on_free(arena, release_bio, bio);
    if (PEM_write_bio_PKCS8PrivateKey(bio, key->key, NULL, NULL, 0, NULL, NULL) != 1) arena_fail(arena);
    char *at = NULL;
    long len = BIO_get_mem_data(bio, &at);
    return text_copy(arena, (Text){at, (size_t)len});
}

PublicKey private_key_public(const PrivateKey *key) {
    PublicKey out = {{0}};
    size_t size = sizeof out.bytes;
    (void)EVP_PKEY_get_raw_public_key(key->key, out.bytes, &size); /* an Ed25519 key has one, of this size */
    return out;
}

static const unsigned char *bytes_of(Text text) {
    return (const unsigned char *)(text.len == 0 ? "" : text.at);
}

bool private_key_sign(const PrivateKey *key, Text message, Signature *signature) {
    size_t size = sizeof signature->bytes;
    EVP_MD_CTX *work = EVP_MD_CTX_new();
    bool good = work && EVP_DigestSignInit(work, NULL, NULL, NULL, key->key) == 1 &&
                EVP_DigestSign(work, signature->bytes, &size, bytes_of(message), message.len) == 1;
    EVP_MD_CTX_free(work);
    return good && size == sizeof signature->bytes;
}

bool public_key_verify(PublicKey key, Text message, const Signature *signature) {
    EVP_PKEY *loaded = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key.bytes, sizeof key.bytes);
    EVP_MD_CTX *work = EVP_MD_CTX_new();
    bool good = loaded && work && EVP_DigestVerifyInit(work, NULL, NULL, NULL, loaded) == 1 &&
                EVP_DigestVerify(work, signature->bytes, sizeof signature->bytes, bytes_of(message),
                                 message.len) == 1;
    EVP_MD_CTX_free(work);
    EVP_PKEY_free(loaded);
    return good;
}
