/* Whatever bytes a book, a receipt or a key file holds: the decoders of the ledger answer, and
 * harm nothing. */
#include "ledger/entry.h"
#include "ledger/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Input {
    Arena *arena;
    Text bytes;
} Input;

/* What decodes is the one form of itself, and has an envelope that says the same. */
static void decode_entry(const Input *input) {
    Text error, again;
    Envelope envelope;
    bool found = entry_envelope(input->bytes, &envelope);
    Entry *entry = entry_decode(input->arena, input->bytes, &error);
    if (!entry) return;
    bool same = entry_encode(input->arena, entry, &again) && text_equal(again, input->bytes);
    if (!found || !same || envelope.seq != entry->seq || !text_equal(envelope.scope, entry->scope))
        __builtin_trap();
}

static void decode_notes(const Input *input) {
    const PublicKey key = {{0}};
    PublicKey read;
    Checkpoint checkpoint;
    Text origin, bytes, why_not;
    checkpoint_read(input->arena, input->bytes, &checkpoint, &why_not);
    if (checkpoint_verify(input->arena, input->bytes, TEXT("example.org/b"), key, &checkpoint, &why_not))
        __builtin_trap();
    verifier_key_read(input->bytes, input->arena, &origin, &read);
    if (base64_decode(input->arena, input->bytes, &bytes) &&
        !text_equal(base64_encode(input->arena, bytes), input->bytes))
        __builtin_trap();
}

static void decode(void *context) {
    decode_entry(context);
    decode_notes(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new((size_t)256 << 20);
    Input input = {arena, {(const char *)data, size}};
    if (arena) arena_try(arena, decode, &input);
    arena_free(arena);
    return 0;
}
