/* A book of sample entries: batches of one command and its effects, signed with a key from a fixed seed. */
#ifndef BYLAW_TESTS_SAMPLE_H
#define BYLAW_TESTS_SAMPLE_H

#include "ledger/ledger.h"
#include "scratch.h"

#define SAMPLE_ORIGIN TEXT("example.org/partnerships")

static Store *sample_store;
static Ledger *sample_ledger;
static PrivateKey *sample_key;
static bool sample_odd[8192]; /* which of the two scopes each entry is of */

/* The one charter of the sample: a manifest that names one file. */
static inline Text sample_rules(void) {
    return TEXT("charter \"Sample\"\n");
}

static inline Text sample_manifest(void) {
    Digest digest = hasher_sha256_of(hasher_new(scratch_arena), sample_rules());
    return text_format(scratch_arena, "%s  rules/sample.bylaw\n", digest_hex(scratch_arena, digest).at);
}

static inline Digest sample_blob(Text bytes) {
    Digest digest = hasher_sha256_of(hasher_new(scratch_arena), bytes);
    ck_assert(store_blob_put(sample_store, digest, bytes));
    return digest;
}

static inline bool sample_sign(void *key, Text message, Signature *signature) {
    return private_key_sign(key, message, signature);
}

static inline Signer sample_signer(void) {
    return (Signer){sample_sign, sample_key, private_key_public(sample_key)};
}

static inline void sample_open(StoreMode mode) {
    StoreError error;
    store_close(sample_store);
    sample_store = store_open(scratch_arena, scratch_path("b"), mode, &error);
    ck_assert_msg(sample_store != NULL, "%s", error.message.at);
    sample_ledger = ledger_new(scratch_arena, sample_store, SAMPLE_ORIGIN);
}

static inline void sample_set_up(void) {
    StoreError error;
    uint8_t seed[ED25519_KEY_SIZE];
    for (int i = 0; i < ED25519_KEY_SIZE; i++) seed[i] = (uint8_t)i;
    scratch_set_up();
    sample_key = private_key_from_seed(scratch_arena, seed);
    sample_store = store_create(scratch_arena, scratch_path("b"), &error);
    ck_assert_msg(sample_store != NULL, "%s", error.message.at);
    sample_open(STORE_WRITE);
    Text key = verifier_key(scratch_arena, SAMPLE_ORIGIN, private_key_public(sample_key));
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(store_meta_put(sample_store, TEXT("key"), key));
    sample_blob(sample_rules());
    sample_blob(sample_manifest());
    ck_assert(store_commit(sample_store));
}

/* How many entries the scope of an entry has, with that one: those before it were made before. */
static inline int64_t sample_version(uint64_t seq) {
    int64_t version = 1;
    for (uint64_t i = 0; i < seq; i++) version += sample_odd[i] == sample_odd[seq];
    return version;
}

static inline Moment sample_time(uint64_t seq) {
    return (Moment){1772463600 + (int64_t)seq * 60, -18000};
}

static inline Text sample_entry(uint64_t seq, uint64_t first, uint64_t count) {
    char text[32];
    Text bytes;
    Tree *body = tree_map(scratch_arena);
    snprintf(text, sizeof text, "entry \"%d\"", (int)seq);
    tree_set_text(scratch_arena, body, "text", text_of(text));
    Entry *entry = record_new(scratch_arena, &Entry_record);
    entry->seq = (int64_t)seq;
    entry->kind = seq == first ? TEXT("command") : TEXT("effect");
    entry->version = 1;
    entry->semantics = ENTRY_SEMANTICS;
    sample_odd[seq] = first % 2 != 0;
    entry->charter =
        digest_hex(scratch_arena, hasher_sha256_of(hasher_new(scratch_arena), sample_manifest()));
    entry->scope_version = sample_version(seq);
    entry->scope = first % 2 == 0 ? TEXT("PRT-2026-001") : TEXT("PRB-2026-01");
    entry->batch = (int64_t)first;
    entry->batch_index = (int64_t)(seq - first);
    entry->batch_count = (int64_t)count;
    entry->recorded = entry->happened = sample_time(seq);
    entry->actor = entry->recorder = TEXT("P-000001");
    entry->auth = TEXT("system");
    entry->body = body;
    ck_assert(entry_encode(scratch_arena, entry, &bytes));
    return bytes;
}

static inline Text sample_scope(Text bytes) {
    Envelope envelope;
    ck_assert(entry_envelope(bytes, &envelope));
    return envelope.scope;
}

/* One command with its effects, committed under a signed head. */
static inline void sample_batch(uint64_t count, Text day, bool sign) {
    Signer signer = sample_signer();
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(ledger_load(sample_ledger));
    uint64_t first = ledger_size(sample_ledger);
    for (uint64_t i = 0; i < count; i++) {
        Text bytes = sample_entry(first + i, first, count);
        ck_assert_msg(ledger_append(sample_ledger, sample_scope(bytes), bytes), "%s",
                      store_error(sample_store)->message.at);
    }
    ck_assert(ledger_seal(sample_ledger, sign ? &signer : NULL, day));
    ck_assert(store_commit(sample_store));
}

/* `count` entries in batches of three, the head signed after each. */
static inline void sample_book(uint64_t count) {
    for (uint64_t have = 0; have < count; have += 3)
        sample_batch(count - have < 3 ? count - have : 3, TEXT(""), true);
}

static inline Verification sample_verify(void) {
    Verification found;
    ck_assert_msg(
        ledger_verify(sample_ledger, scratch_arena, private_key_public(sample_key), NULL, NULL, &found), "%s",
        store_error(sample_store)->message.at);
    return found;
}

#endif
