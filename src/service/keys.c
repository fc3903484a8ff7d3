/* Signing keys kept in files: outside the book, readable by their owner alone. */
#include "service/files.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bylaw_key {
    Arena *arena;
    PrivateKey *key;
};

enum { KEY_FILE_MAX = 16 * 1024 };

typedef struct Keying {
    const char *path;
    const bylaw_host *host; /* NULL: the key is there already */
    bylaw_key *key;
    bool made; /* the file is ours, to be removed when nobody gets the key */
    Text problem, mend;
} Keying;

static bool write_all(int file, Text text) {
    for (size_t done = 0; done < text.len;) {
        ssize_t wrote = write(file, text.at + done, text.len - done);
        if (wrote < 0 && errno != EINTR) return false;
        if (wrote > 0) done += (size_t)wrote;
    }
    return fsync(file) == 0;
}

static bool write_key(Keying *keying, Text pem) {
    Arena *arena = keying->key->arena;
    int file = open(keying->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool written = file >= 0 && write_all(file, pem);
    keying->made = written && close(file) == 0;
    if (keying->made) return true;
    int why = errno;
    if (file >= 0 && !written) close(file);
    if (file >= 0) unlink(keying->path);
    keying->problem =
        text_format(arena, "the key could not be written to %s: %s", keying->path, strerror(why));
    if (why == EEXIST) keying->mend = TEXT("a key is there already: use it, or name another file");
    return false;
}

static void make_key(Keying *keying) {
    Arena *arena = keying->key->arena;
    uint8_t seed[ED25519_KEY_SIZE];
    if (!keying->host->random(keying->host->context, seed, sizeof seed)) {
        keying->problem = TEXT("the system gave no random bytes for a key");
        return;
    }
    PrivateKey *key = private_key_from_seed(arena, seed);
    if (key && write_key(keying, private_key_pem(arena, key))) keying->key->key = key;
}

static void read_key(Keying *keying) {
    Arena *arena = keying->key->arena;
    Text pem;
    if (!file_read(arena, keying->path, KEY_FILE_MAX, &pem, &keying->problem)) return;
    keying->key->key = private_key_from_pem(arena, pem);
    if (keying->key->key) return;
    keying->problem = text_format(arena, "%s holds no Ed25519 private key", keying->path);
    keying->mend = TEXT("a key is made by bylaw init, or by: openssl genpkey -algorithm ed25519 -out FILE");
}

static void get_key(void *context) {
    Keying *keying = context;
    if (keying->host)
        make_key(keying);
    else
        read_key(keying);
}

static void say_key(bylaw_result *result, void *context) {
    Keying *keying = context;
    if (!arena_try(keying->key->arena, get_key, keying)) arena_fail(result->arena);
    if (!keying->key->key) {
        result_problem(result, BYLAW_CANNOT, keying->problem, keying->mend);
        return;
    }
    result_kind(result, BYLAW_DONE, "key");
    tree_set_text(result->arena, result->document, "path", text_of(keying->path));
}

static bylaw_result *key_of(const char *path, const bylaw_host *host, bylaw_key **out) {
    *out = NULL;
    bylaw_host taken;
    options_take(&taken, sizeof taken, host);
    Keying keying = {path, host ? &taken : NULL, calloc(1, sizeof(bylaw_key)), false, {0}, {0}};
    if (!keying.key) return NULL;
    keying.key->arena = arena_new(0);
    bylaw_result *result = keying.key->arena ? result_of(say_key, &keying) : NULL;
    if (bylaw_result_code(result) == BYLAW_DONE)
        *out = keying.key;
    else
        bylaw_key_free(keying.key);
    if (keying.made && !*out) unlink(path);
    return result;
}

bylaw_result *bylaw_key_create(const char *path, const bylaw_host *host, bylaw_key **key) {
    return key_of(path, host, key);
}
bylaw_result *bylaw_key_open(const char *path, bylaw_key **key) {
    return key_of(path, NULL, key);
}

bool bylaw_key_sign(void *context, const void *message, size_t length, uint8_t out[64]) {
    const bylaw_key *key = context;
    Signature signature;
    if (!private_key_sign(key->key, (Text){message, length}, &signature)) return false;
    memcpy(out, signature.bytes, sizeof signature.bytes);
    return true;
}

void bylaw_key_public(const bylaw_key *key, uint8_t out[32]) {
    PublicKey public = private_key_public(key->key);
    memcpy(out, public.bytes, sizeof public.bytes);
}

void bylaw_key_free(bylaw_key *key) {
    if (!key) return;
    arena_free(key->arena);
    free(key);
}
