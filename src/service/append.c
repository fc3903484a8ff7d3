/* From a batch of effects to durable entries: envelopes, vault, projections, the signed head. */
#include "service/beside.h"
#include "service/book.h"

bool envelope_entry(Arena *arena, const Circumstances *around, const Batch *batch, size_t index,
                    int64_t first_seq, Text *bytes) {
    const Effect *effect = &batch->effects.at[index];
    const KindRow *kind = kind_row(effect->kind);
    Entry entry = {
        .seq = first_seq + (int64_t)index,
        .kind = kind->word,
        .version = kind->version,
        .semantics = ENTRY_SEMANTICS,
        .charter = effect->charter,
        .scope = effect->scope,
        .scope_version = effect->scope_version,
        .batch = first_seq,
        .batch_index = (int64_t)index,
        .batch_count = (int64_t)batch->effects.len,
        .recorded = around->recorded,
        .happened = around->happened,
        .actor = around->actor,
        .recorder = around->recorder,
        .behalf = around->behalf,
        .auth = around->auth,
        .body = tree_written(arena, effect->json),
    };
    return entry_encode(arena, &entry, bytes);
}

static bool keep_args(bylaw_book *book, Arena *arena, const Batch *batch) {
    if (text_empty(batch->args_blob)) return true;
    Digest digest = hasher_sha256_of(hasher_new(arena), batch->args_blob);
    return store_blob_put(book->store, digest, batch->args_blob);
}

bool book_append(bylaw_book *book, Arena *arena, const Circumstances *around, const Batch *batch) {
    int64_t first = (int64_t)ledger_size(book->ledger);
    for (size_t i = 0; i < batch->effects.len; i++) {
        Text bytes;
        if (!envelope_entry(arena, around, batch, i, first, &bytes)) return false;
        if (!ledger_append(book->ledger, batch->effects.at[i].scope, bytes)) return false;
    }
    return keep_args(book, arena, batch);
}

typedef struct Keeping {
    Store *store;
    bool good;
} Keeping;

static void keep_object(void *context, Text space, Text key, Text value) {
    Keeping *keeping = context;
    keeping->good = keeping->good && store_put(keeping->store, space, key, value);
}

static bool keep_sealed(bylaw_book *book) {
    for (size_t i = 0; i < book->sealed.len; i++) {
        const Sealed *sealed = &book->sealed.at[i];
        Digest digest;
        if (!digest_from_hex(sealed->commitment, &digest)) return false;
        if (!store_vault_put(book->store, digest, sealed->salt, sealed->value)) return false;
    }
    return true;
}

bool book_keep(bylaw_book *book, State *state) {
    Keeping keeping = {book->store, keep_sealed(book)};
    state_changes(state, keep_object, &keeping);
    return keeping.good && !book->failed;
}

static bool sign(void *context, Text message, Signature *signature) {
    bylaw_book *book = context;
    return book->host.sign(book->host.context, message.at, message.len, signature->bytes);
}

Signer book_signer(bylaw_book *book) {
    return (Signer){sign, book, book->key};
}

bool book_commit(bylaw_book *book, Moment recorded) {
    Signer signer = book_signer(book);
    Text day = date_text(book->arena, moment_date(recorded));
    if (!ledger_seal(book->ledger, book->host.sign ? &signer : NULL, day) || !store_commit(book->store))
        return false;
    for (size_t i = 0; i < book->leaving.len; i++) beside_remove(book->path, book->leaving.at[i]);
    return true;
}

enum { SALT_SIZE = 32 };

/* The commitment is HMAC-SHA-256 of the value under a salt of 32 random bytes: without the salt, which the
 * vault forgets with the value, not even a guess at the value can be confirmed. */
static Text seal(void *context, Arena *arena, Text value) {
    bylaw_book *book = context;
    char *salt = arena_alloc(arena, SALT_SIZE);
    if (!book->host.random(book->host.context, salt, SALT_SIZE)) {
        book->failed = book->no_chance = true;
        return (Text){0};
    }
    Sealed *sealed = vec_push(arena, &book->sealed);
    sealed->salt = (Text){salt, SALT_SIZE};
    sealed->value = text_copy(arena, value);
    sealed->commitment = digest_hex(arena, digest_hmac(arena, sealed->salt, value));
    return sealed->commitment;
}

Sealer book_sealer(bylaw_book *book) {
    return (Sealer){book, seal};
}

void result_store_problem(bylaw_result *result, const bylaw_book *book) {
    if (book->no_chance) {
        result_problem(result, BYLAW_CANNOT,
                       TEXT("the system gave no random bytes, so nothing personal could be sealed"),
                       (Text){0});
        return;
    }
    const StoreError *broken = store_broken(book->store);
    /* With its own mend, where there is one. */
    Text message = broken ? broken->message : store_error(book->store)->message;
    if (!text_empty(message))
        result_problem(result, BYLAW_CANNOT, message, (Text){0});
    else
        result_problem(
            result, BYLAW_CANNOT, TEXT("what this book keeps beside its entries does not fit them"),
            TEXT("bylaw verify says what is wrong; bylaw rebuild makes it again from the entries"));
}
