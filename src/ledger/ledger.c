#include "ledger/private.h"

Ledger *ledger_new(Arena *arena, Store *store, Text origin) {
    Ledger *ledger = arena_make(arena, Ledger);
    ledger->arena = arena;
    ledger->store = store;
    ledger->origin = text_copy(arena, origin);
    ledger->hasher = hasher_new(arena);
    return ledger;
}

uint64_t ledger_size(Ledger *ledger) {
    return ledger->frontier.size;
}

bool ledger_load(Ledger *ledger) {
    uint64_t size;
    Store *store = ledger->store;
    NodeSource source = ledger_nodes(ledger);
    ledger->frontier = (Frontier){0};
    ledger->headless = false;
    if (!store_size(store, &size)) return false;
    bool writing = store_transaction(store) == STORE_WRITE;
    if (merkle_frontier(&source, size, &ledger->frontier)) return !writing || ledger_check_head(ledger);
    return writing && store_error(store)->problem == STORE_OK &&
           store_altered(store, TEXT("its hash tree has gaps"));
}

static bool note_made(void *context, unsigned level, uint64_t index, Digest digest) {
    Made *made = context;
    (void)level, (void)index; /* one a level, from the lowest */
    made->digests[made->count++] = digest;
    return true;
}

bool ledger_grow(Hasher *hasher, Frontier *frontier, Text bytes, Made *made) {
    made->digests[0] = merkle_leaf(hasher, bytes);
    made->count = 1;
    return frontier_append(hasher, frontier, made->digests[0], note_made, made);
}

bool ledger_append(Ledger *ledger, Text scope, Text bytes) {
    Made made;
    uint64_t seq = ledger->frontier.size;
    return bytes.len <= ENTRY_MAX && store_append(ledger->store, seq, scope, bytes) &&
           ledger_grow(ledger->hasher, &ledger->frontier, bytes, &made) &&
           store_nodes_put(ledger->store, seq, made.digests, made.count);
}

bool ledger_root(Ledger *ledger, Digest *root) {
    *root = frontier_root(ledger->hasher, &ledger->frontier);
    return true;
}

/* Signs the present head; false with STORE_OK when it cannot be now. */
static bool sign_head(Ledger *ledger, Arena *arena, const Signer *signer, Text *note) {
    Checkpoint head = {.origin = ledger->origin, .size = ledger->frontier.size};
    if (signer && ledger->headless) return store_altered(ledger->store, TEXT("its signed head is gone"));
    if (!signer || !ledger_root(ledger, &head.root) || !checkpoint_sign(arena, &head, signer, note))
        return false;
    OwnHead *own = &ledger->own;
    own->held = own->held && memcmp(&own->by, &signer->public_key, sizeof own->by) == 0;
    own->by = signer->public_key;
    own->note = hasher_sha256_of(ledger->hasher, *note);
    return true;
}

/* A commit's signing: in memory of its own, since nobody waits for the book's arena to run out. */
typedef struct Sealing {
    Ledger *ledger;
    Arena *arena;
    const Signer *signer;
    Text day;
    bool stored;
} Sealing;

static void seal(void *context) {
    Sealing *sealing = context;
    Store *store = sealing->ledger->store;
    uint64_t size = sealing->ledger->frontier.size;
    Text note = {0};
    if (sign_head(sealing->ledger, sealing->arena, sealing->signer, &note))
        sealing->stored =
            store_head_put(store, size, note) &&
            (text_empty(sealing->day) || store_checkpoint_keep(store, size, sealing->day, note));
    else
        sealing->stored = store_error(store)->problem == STORE_OK;
}

bool ledger_seal(Ledger *ledger, const Signer *signer, Text day) {
    Sealing sealing = {ledger, arena_new(0), signer, day, false};
    bool good = sealing.arena && arena_try(sealing.arena, seal, &sealing) && sealing.stored;
    arena_free(sealing.arena);
    return good;
}

bool ledger_checkpoint(Ledger *ledger, Arena *arena, const Signer *signer, Text *note) {
    uint64_t signed_size, size = ledger->frontier.size;
    bool writing = store_transaction(ledger->store) == STORE_WRITE;
    if (!store_head(ledger->store, arena, &signed_size, note)) return false;
    if (text_empty(*note) || signed_size != size) {
        if (!writing || !sign_head(ledger, arena, signer, note)) return false;
        if (!store_head_put(ledger->store, size, *note)) return false;
    }
    return !writing || store_checkpoint_keep(ledger->store, size, TEXT(""), *note);
}

bool ledger_rebuild(Ledger *ledger) {
    uint64_t size, seq;
    Text bytes;
    if (!store_size(ledger->store, &size)) return false;
    ledger->frontier = (Frontier){0};
    EntryCursor *cursor = store_entries(ledger->store, ledger->arena, 0, size);
    while (entry_cursor_next(cursor, &seq, &bytes)) {
        Made made;
        Envelope envelope;
        bool good = seq == ledger->frontier.size && entry_envelope(bytes, &envelope) &&
                    ledger_grow(ledger->hasher, &ledger->frontier, bytes, &made) &&
                    store_nodes_put(ledger->store, seq, made.digests, made.count) &&
                    (text_empty(envelope.scope) || store_scope_put(ledger->store, seq, envelope.scope));
        if (!good) return false;
    }
    return ledger->frontier.size == size;
}

/* A note is not handed out with a proof that does not lead to it. */
static bool proof_holds(Ledger *ledger, Arena *arena, Text bytes, uint64_t seq, const Proof *proof,
                        Text note) {
    Checkpoint head;
    Text why_not;
    return checkpoint_read(arena, note, &head, &why_not) &&
           merkle_check_inclusion(ledger->hasher, merkle_leaf(ledger->hasher, bytes), seq, head.size, proof,
                                  head.root);
}

static Text receipt_text(Arena *arena, Text bytes, uint64_t seq, const Proof *proof, Text note) {
    Buf buf = buf_new(arena);
    buf_format(&buf, "c2sp.org/tlog-proof@v1\nextra %.*s\nindex %llu\n",
               TEXT_ARG(base64_encode(arena, bytes)), (unsigned long long)seq);
    for (unsigned i = 0; i < proof->count; i++) {
        buf_text(&buf, base64_encode(arena, digest_text(&proof->steps[i])));
        buf_char(&buf, '\n');
    }
    buf_char(&buf, '\n');
    buf_text(&buf, note);
    return buf_done(&buf);
}

bool ledger_receipt(Ledger *ledger, Arena *arena, uint64_t seq, Text *receipt) {
    Store *store = ledger->store;
    Text bytes, note;
    uint64_t size;
    Proof proof;
    NodeSource source = ledger_nodes(ledger);
    if (!store_entry(store, seq, &bytes)) return false;
    bytes = text_copy(arena, bytes);
    if (!store_head(store, arena, &size, &note) || text_empty(note)) return false;
    if (!merkle_inclusion(ledger->hasher, &source, seq, size, &proof)) return false;
    if (!proof_holds(ledger, arena, bytes, seq, &proof, note)) return false;
    *receipt = receipt_text(arena, bytes, seq, &proof, note);
    return store_transaction(store) != STORE_WRITE || store_checkpoint_keep(store, size, TEXT(""), note);
}
