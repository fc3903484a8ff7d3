/* What is stored against what was signed: before anything is written, and for a checkpoint that was kept. */
#include "ledger/private.h"
#include <inttypes.h>
#include <string.h>

static bool stored_node(void *store, unsigned level, uint64_t index, Digest *digest) {
    return store_node(store, level, index, digest);
}

NodeSource ledger_nodes(Ledger *ledger) {
    return (NodeSource){stored_node, ledger->store};
}

/* A check, in memory of its own: a book is open for long, and each of its commands begins with one. */
typedef struct Check {
    Ledger *ledger;
    Arena *arena;
    bool holds;
} Check;

static bool altered(const Check *check, const char *what) {
    return store_altered(check->ledger->store, text_of(what));
}

/* Does the note hold under the key? */
static bool signature_holds(const Check *check, Text note, PublicKey key, Checkpoint *head) {
    OwnHead *own = &check->ledger->own;
    Text why_not;
    bool ours = memcmp(own->by.bytes, key.bytes, sizeof key.bytes) == 0 &&
                digest_equal(own->note, hasher_sha256_of(check->ledger->hasher, note));
    if (ours && own->held) return checkpoint_read(check->arena, note, head, &why_not);
    bool holds = checkpoint_verify(check->arena, note, check->ledger->origin, key, head, &why_not);
    own->held = own->held || (ours && holds);
    return holds;
}

/* The key that the book names; of a book that names none, signatures are not looked at. */
static bool read_head(const Check *check, Text note, Checkpoint *head) {
    Ledger *ledger = check->ledger;
    Text line, origin, why_not;
    PublicKey key;
    if (!store_meta(ledger->store, check->arena, TEXT("key"), &line))
        return store_error(ledger->store)->problem == STORE_OK &&
               (checkpoint_read(check->arena, note, head, &why_not) ||
                altered(check, "its signed head is no checkpoint"));
    if (!verifier_key_read(line, check->arena, &origin, &key) || !text_equal(origin, ledger->origin))
        return altered(check, "the key it names is not that of its origin");
    return signature_holds(check, note, key, head) ||
           altered(check, "its signed head is not one that its key has signed");
}

/* Is the present tree the signed one with more entries? */
static bool goes_on(const Check *check, const Checkpoint *head) {
    Ledger *ledger = check->ledger;
    uint64_t size = ledger->frontier.size, tree_size;
    NodeSource source = ledger_nodes(ledger);
    Digest root = frontier_root(ledger->hasher, &ledger->frontier);
    Proof proof;
    if (!store_nodes_size(ledger->store, &tree_size)) return false;
    if (tree_size != size) return altered(check, "its hash tree is not as long as its entries");
    if (head->size > size)
        return altered(check, "entries are missing at its end, which its head was signed over");
    if (merkle_consistency(ledger->hasher, &source, head->size, size, &proof) &&
        merkle_check_consistency(ledger->hasher, head->size, head->root, size, root, &proof))
        return true;
    return store_error(ledger->store)->problem == STORE_OK &&
           altered(check, "its hash tree is not the one that its head was signed over");
}

static bool head_fits(const Check *check) {
    Ledger *ledger = check->ledger;
    Store *store = ledger->store;
    uint64_t size = 0, kept = 0;
    Text note = {0};
    Checkpoint head = {0};
    if (!store_head(store, check->arena, &size, &note) || !store_checkpoints_size(store, &kept)) return false;
    if (kept > size) return altered(check, "its signed head is older than a checkpoint that was kept");
    if (text_empty(note) && size == 0) {
        ledger->headless = ledger->frontier.size > 0;
        return true;
    }
    if (!read_head(check, note, &head)) return false;
    if (head.size != size || !text_equal(head.origin, ledger->origin))
        return altered(check, "its signed head is not of its size, or of another book");
    return goes_on(check, &head);
}

static void check_head(void *context) {
    Check *check = context;
    check->holds = head_fits(check);
}

bool ledger_check_head(Ledger *ledger) {
    Check check = {ledger, arena_new(0), false};
    if (!check.arena || !arena_try(check.arena, check_head, &check)) {
        arena_free(check.arena);
        arena_fail(ledger->arena);
    }
    arena_free(check.arena);
    return check.holds;
}

static bool root_at(Ledger *ledger, uint64_t size, Digest *root) {
    Frontier frontier;
    NodeSource source = ledger_nodes(ledger);
    if (!merkle_frontier(&source, size, &frontier)) return false;
    *root = frontier_root(ledger->hasher, &frontier);
    return true;
}

static bool unfit(bool *fits, Text *why_not, Text why) {
    *fits = false;
    *why_not = why;
    return true;
}

bool ledger_check_kept(Ledger *ledger, Arena *arena, PublicKey key, Text note, bool *fits, Text *why_not) {
    Checkpoint kept;
    Digest root;
    Text why;
    uint64_t size = ledger->frontier.size;
    *fits = true;
    if (!checkpoint_verify(arena, note, ledger->origin, key, &kept, &why))
        return unfit(fits, why_not,
                     text_format(arena, "The kept checkpoint is not this book's. %.*s", TEXT_ARG(why)));
    if (kept.size > size)
        return unfit(fits, why_not,
                     text_format(arena,
                                 "The kept checkpoint was signed over %" PRIu64
                                 " entries, and the book has %" PRIu64
                                 ": it was rolled back, or entries were removed at its end.",
                                 kept.size, size));
    if (!root_at(ledger, kept.size, &root)) {
        if (store_error(ledger->store)->problem != STORE_OK) return false;
        return unfit(fits, why_not, TEXT("The stored tree has gaps; rebuilding the book makes it again."));
    }
    if (digest_equal(root, kept.root)) return true;
    return unfit(fits, why_not,
                 text_format(arena,
                             "The kept checkpoint was signed over other entries: of the first %" PRIu64
                             ", at least one was changed since then.",
                             kept.size));
}
