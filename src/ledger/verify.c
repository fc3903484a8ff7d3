/* Verification. A finding that names an entry ends the walk through the entries; what is wrong beside them
 * (a signature, the stored tree, an index, a blob) is noted, the first of it, and the walk goes on, since an
 * entry that is bad matters more. */
#include "base/map.h"
#include "base/vec.h"
#include "ledger/private.h"
#include <inttypes.h>

enum { SLICE = 2048 };

/* A signed statement about the tree at one size. */
typedef struct Claim {
    uint64_t size;
    Text note;
    const char *name; /* "head" or "kept checkpoint" */
    bool holds;       /* its signature does */
    Digest root;
} Claim;

/* The first place where the stored tree does not fit the entries; whether the tree or the entries were
 * changed is known only when the walk reaches the next signed root. */
typedef struct Suspicion {
    bool raised;
    uint64_t from, to; /* the entries below that node */
} Suspicion;

typedef struct Walk {
    Ledger *ledger;
    Arena *arena;
    PublicKey key;
    Verification *out;
    uint64_t size; /* entries that were there when the walk began; later ones are not looked at */
    Frontier frontier;
    uint64_t batch_first, batch_count, batch_next;
    Moment recorded;
    uint64_t scoped, scope_rows;
    Map versions; /* scope to a pointer to how many entries it has so far */
    Suspicion suspicion;
    uint64_t shown; /* entries below this are as signed */
    VEC(Claim) claims;
    size_t next_claim;
    Map charters; /* hex to a pointer to the first seq that names it */
} Walk;

static bool each_slice(Store *store, bool (*work)(Walk *walk), Walk *walk) {
    if (!store_begin(store, STORE_READ)) return false;
    bool good = work(walk);
    StoreProblem problem = store_error(store)->problem;
    store_rollback(store);
    return good && problem == STORE_OK;
}

/* Something beside the entries. */
static void note_finding(Walk *walk, Text what) {
    if (!walk->out->sound) return;
    walk->out->sound = false;
    walk->out->what = what;
}

/* The first bad entry, or the first that may be. Always false: the walk ends. */
static bool bad_entry(Walk *walk, uint64_t seq, bool known, Text scope, Text what) {
    Verification *out = walk->out;
    out->sound = false;
    out->bad_entry = seq;
    out->bad_entry_known = known;
    out->bad_scope = text_copy(walk->arena, scope);
    out->what = what;
    return false;
}

/* An earlier entry that is suspected comes first. */
static bool bad_suspected(Walk *walk) {
    const Suspicion *at = &walk->suspicion;
    if (at->from == at->to)
        return bad_entry(walk, at->from, true, TEXT(""),
                         text_format(walk->arena,
                                     "Entry %" PRIu64
                                     " is not the one that was recorded: its hash is not the one "
                                     "in the tree.",
                                     at->from));
    return bad_entry(walk, at->from, false, TEXT(""),
                     text_format(walk->arena,
                                 "One of the entries %" PRIu64 " to %" PRIu64
                                 " is not the one that was recorded: "
                                 "their common hash is not the one in the tree.",
                                 at->from, at->to));
}

static bool bad_here(Walk *walk, Text scope, Text what) {
    if (walk->suspicion.raised) return bad_suspected(walk);
    uint64_t seq = walk->frontier.size;
    Text sentence = text_format(walk->arena, "Entry %" PRIu64 " %.*s", seq, TEXT_ARG(what));
    return bad_entry(walk, seq, true, scope, sentence);
}

static bool add_claim(Walk *walk, const char *name, uint64_t size, Text note) {
    Claim *claim = vec_push(walk->arena, &walk->claims);
    Checkpoint checkpoint;
    Text why_not;
    *claim = (Claim){.size = size, .note = note, .name = name};
    claim->holds =
        checkpoint_verify(walk->arena, note, walk->ledger->origin, walk->key, &checkpoint, &why_not);
    if (claim->holds && checkpoint.size != size) {
        claim->holds = false;
        why_not = TEXT("It is of another size than the one under which it is stored.");
    }
    walk->out->checkpoints++;
    claim->root = claim->holds ? checkpoint.root : (Digest){{0}};
    if (!claim->holds)
        note_finding(walk, text_format(walk->arena, "The %s at %" PRIu64 " entries does not hold. %.*s", name,
                                       size, TEXT_ARG(why_not)));
    return true;
}

static bool add_kept(void *walk, uint64_t size, Text note) {
    return add_claim(walk, "kept checkpoint", size, note);
}

/* Claims are met in the order of their sizes: the head is put before the kept ones that are larger. */
static void place_head(Walk *walk) {
    Claim *claims = walk->claims.at;
    for (size_t i = walk->claims.len - 1; i > 0 && claims[i - 1].size > claims[i].size; i--) {
        Claim head = claims[i];
        claims[i] = claims[i - 1];
        claims[i - 1] = head;
    }
}

/* The head is never older than a checkpoint that was kept: each was the head once. */
static bool begin_claims(Walk *walk) {
    Store *store = walk->ledger->store;
    Verification *out = walk->out;
    uint64_t size, kept;
    Text head;
    if (!store_checkpoints(store, walk->arena, add_kept, walk) || !store_checkpoints_size(store, &kept) ||
        !store_head(store, walk->arena, &size, &head))
        return false;
    if (!text_empty(head)) {
        add_claim(walk, "head", size, head);
        out->has_head = walk->claims.at[walk->claims.len - 1].holds;
        out->unsigned_since = out->has_head ? size : 0;
        place_head(walk);
    }
    if (kept > size)
        note_finding(walk,
                     text_format(walk->arena,
                                 "A checkpoint at %" PRIu64 " entries was kept, and the head is %s: it was "
                                 "removed, or an old one put in its place.",
                                 kept, text_empty(head) ? "gone" : "older"));
    return true;
}

static bool begin_walk(Walk *walk) {
    Store *store = walk->ledger->store;
    uint64_t tree_size = 0;
    Text table;
    if (!store_size(store, &walk->size) || !store_scope_count(store, &walk->scope_rows) ||
        !store_nodes_size(store, &tree_size) || !begin_claims(walk) ||
        !store_stray(store, walk->arena, &table))
        return false;
    if (!text_empty(table))
        note_finding(walk,
                     text_format(walk->arena,
                                 "The table \"%.*s\" has rows that belong to nothing, and that no command "
                                 "writes: someone has put them there.",
                                 TEXT_ARG(table)));
    if (tree_size > walk->size)
        note_finding(walk, text_format(walk->arena,
                                       "The stored tree goes on to %" PRIu64
                                       " entries, and the book has %" PRIu64 ".",
                                       tree_size, walk->size));
    return true;
}

/* Which of its scope's entries the present one is, from 1; 0 of one without a scope. */
static int64_t next_version(Walk *walk, Text scope) {
    if (text_empty(scope)) return 0;
    int64_t *count = map_get(&walk->versions, scope);
    if (!count) {
        count = arena_make(walk->arena, int64_t);
        map_set(walk->arena, &walk->versions, text_copy(walk->arena, scope), count);
    }
    return ++*count;
}

/* What the entry says of its place must be so, and its batch be whole. */
static bool check_place(Walk *walk, const Envelope *it) {
    uint64_t seq = walk->frontier.size;
    bool first = walk->batch_next == walk->batch_count;
    if (first) {
        walk->batch_first = seq;
        walk->batch_next = 0;
        walk->batch_count = it->batch_count > 0 ? (uint64_t)it->batch_count : 0;
    }
    if (it->seq < 0 || (uint64_t)it->seq != seq)
        return bad_here(walk, it->scope,
                        text_format(walk->arena, "says that it is entry %" PRId64 ".", it->seq));
    if (it->batch < 0 || (uint64_t)it->batch != walk->batch_first || it->batch_index < 0 ||
        (uint64_t)it->batch_index != walk->batch_next || it->batch_count < 1 ||
        (uint64_t)it->batch_count != walk->batch_count)
        return bad_here(walk, it->scope, TEXT("does not fit the batch that it stands in."));
    if (text_is(it->kind, "command") != first)
        return bad_here(walk, it->scope,
                        first ? TEXT("begins a batch, but is no command.")
                              : TEXT("is a command in the middle of a batch."));
    if (moment_compare(it->recorded, walk->recorded) < 0 && seq > 0)
        return bad_here(walk, it->scope, TEXT("was recorded before the entry that precedes it."));
    if (text_empty(it->charter)) return bad_here(walk, it->scope, TEXT("names no charter."));
    if (it->scope_version != next_version(walk, it->scope))
        return bad_here(walk, it->scope,
                        text_format(walk->arena, "is not the one of \"%.*s\" that it says: the %" PRId64 ".",
                                    TEXT_ARG(it->scope), it->scope_version));
    walk->batch_next++;
    walk->recorded = it->recorded;
    return true;
}

static void check_scope(Walk *walk, const Envelope *it) {
    if (text_empty(it->scope)) return;
    walk->scoped++;
    if (!store_scope_has(walk->ledger->store, walk->frontier.size, it->scope))
        note_finding(walk, text_format(walk->arena,
                                       "The index of \"%.*s\" lacks entry %" PRIu64
                                       "; rebuilding the book makes it again.",
                                       TEXT_ARG(it->scope), walk->frontier.size));
}

static void note_charter(Walk *walk, const Envelope *it) {
    if (text_empty(it->charter) || map_get(&walk->charters, it->charter)) return;
    uint64_t *seq = arena_make(walk->arena, uint64_t);
    *seq = walk->frontier.size;
    map_set(walk->arena, &walk->charters, text_copy(walk->arena, it->charter), seq);
}

/* Compares what the entry makes with what is stored for it. */
static void check_nodes(Walk *walk, uint64_t seq, const Made *made, Text stored) {
    if (walk->suspicion.raised) return;
    unsigned level = 0;
    while (level < made->count &&
           text_equal(digest_text(&made->digests[level]),
                      text_part(stored, (size_t)level * DIGEST_SIZE, (level + (size_t)1) * DIGEST_SIZE)))
        level++;
    if (level == made->count && stored.len == (size_t)level * DIGEST_SIZE) return;
    uint64_t leaves = level < made->count ? (uint64_t)1 << level : 1;
    walk->suspicion = (Suspicion){true, seq + 1 - leaves, seq};
}

/* The signed root is not that of the entries: one of those since the last that was is bad. */
static bool bad_root(Walk *walk, const Claim *claim) {
    if (walk->suspicion.raised) return bad_suspected(walk);
    uint64_t from = walk->shown, to = claim->size == 0 ? 0 : claim->size - 1;
    return bad_entry(walk, from, from == to, TEXT(""),
                     text_format(walk->arena,
                                 "The entries are not those that the %s at %" PRIu64
                                 " entries was signed over: one "
                                 "of %" PRIu64 " to %" PRIu64 " was changed, and the tree with it.",
                                 claim->name, claim->size, from, to));
}

/* The signed root is that of the entries: what was suspected is the tree's fault. */
static void show(Walk *walk, const Claim *claim) {
    walk->shown = claim->size;
    if (!walk->suspicion.raised) return;
    note_finding(walk, text_format(walk->arena,
                                   "The stored tree is wrong at the entries %" PRIu64 " to %" PRIu64
                                   "; the entries "
                                   "themselves are as signed. Rebuilding the book makes the tree again.",
                                   walk->suspicion.from, walk->suspicion.to));
    walk->suspicion.raised = false;
}

static bool check_claims(Walk *walk) {
    for (; walk->next_claim < walk->claims.len; walk->next_claim++) {
        const Claim *claim = &walk->claims.at[walk->next_claim];
        if (claim->size > walk->frontier.size) return true;
        if (!claim->holds) continue;
        if (!digest_equal(claim->root, frontier_root(walk->ledger->hasher, &walk->frontier)))
            return bad_root(walk, claim);
        show(walk, claim);
    }
    return true;
}

static bool check_entry(Walk *walk, uint64_t seq, Text bytes, Text nodes) {
    Made made;
    Envelope it;
    Text why = TEXT("");
    if (seq != walk->frontier.size) return bad_here(walk, TEXT(""), TEXT("is missing."));
    if (!entry_envelope(bytes, &it)) {
        bool decoded = entry_decode(walk->arena, bytes, &why) != NULL;
        return bad_here(walk, TEXT(""),
                        text_format(walk->arena, "is no entry. %.*s", TEXT_ARG(decoded ? TEXT("") : why)));
    }
    if (!check_place(walk, &it)) return false;
    check_scope(walk, &it);
    note_charter(walk, &it);
    walk->out->entries++;
    walk->out->bytes += bytes.len;
    if (!ledger_grow(walk->ledger->hasher, &walk->frontier, bytes, &made)) return false;
    check_nodes(walk, seq, &made, nodes);
    return check_claims(walk);
}

static bool check_slice(Walk *walk) {
    uint64_t from = walk->frontier.size, seq;
    uint64_t until = walk->size - from > SLICE ? from + SLICE : walk->size;
    Text bytes;
    EntryCursor *cursor = store_leaves(walk->ledger->store, walk->arena, from, until);
    bool good = true;
    while (good && entry_cursor_next(cursor, &seq, &bytes))
        good = check_entry(walk, seq, bytes, entry_cursor_nodes(cursor));
    entry_cursor_close(cursor);
    if (!good || store_error(walk->ledger->store)->problem != STORE_OK) return false;
    return walk->frontier.size == until || bad_here(walk, TEXT(""), TEXT("is missing."));
}

/* What can be said only when all entries have been seen. */
static bool check_end(Walk *walk) {
    if (walk->suspicion.raised) return bad_suspected(walk);
    for (size_t i = walk->next_claim; i < walk->claims.len; i++) {
        const Claim *claim = &walk->claims.at[i];
        if (claim->holds)
            return bad_here(walk, TEXT(""),
                            text_format(walk->arena,
                                        "is missing: the %s was signed over %" PRIu64 " entries.",
                                        claim->name, claim->size));
    }
    if (walk->batch_next != walk->batch_count)
        return bad_here(walk, TEXT(""),
                        text_format(walk->arena,
                                    "is missing: the batch that begins with entry %" PRIu64 " has %" PRIu64
                                    " entries.",
                                    walk->batch_first, walk->batch_count));
    if (walk->scoped != walk->scope_rows)
        note_finding(walk,
                     TEXT("The index of cases has lines for entries that are not theirs; rebuilding the book "
                          "makes it again."));
    return true;
}

static bool walk_entries(Walk *walk, Progress *progress, void *context) {
    if (!check_claims(walk)) return false; /* those of an empty ledger */
    while (walk->frontier.size < walk->size) {
        if (!each_slice(walk->ledger->store, check_slice, walk)) return false;
        if (progress) progress(context, walk->frontier.size, walk->size);
    }
    return check_end(walk);
}

/* The blob that a name in hexadecimal names. */
static bool named_blob(Walk *walk, Text hex, Text *bytes) {
    Digest digest;
    return digest_from_hex(hex, &digest) && store_blob(walk->ledger->store, walk->arena, digest, bytes);
}

/* A charter is the blob of its manifest, and of each file that the manifest names. */
static bool charter_is_whole(Walk *walk, Text charter) {
    enum { HEX = 2 * DIGEST_SIZE };
    Text manifest, line, file;
    if (!named_blob(walk, charter, &manifest)) return false;
    if (!text_ends(manifest, TEXT("\n"))) return false;
    manifest.len--;
    while (text_next(&manifest, '\n', &line)) {
        bool formed = line.len > HEX + 2 && line.at[HEX] == ' ' && line.at[HEX + 1] == ' ';
        if (!formed || !named_blob(walk, text_part(line, 0, HEX), &file)) return false;
    }
    return true;
}

static bool check_charters(Walk *walk) {
    for (size_t i = 0; i < walk->charters.len; i++) {
        const MapItem *item = &walk->charters.items[i];
        ArenaMark mark = arena_mark(walk->arena);
        bool whole = charter_is_whole(walk, item->key);
        arena_rewind(walk->arena, mark);
        if (store_error(walk->ledger->store)->problem != STORE_OK) return false;
        if (!whole)
            note_finding(walk, text_format(walk->arena,
                                           "The charter %.12s that entry %" PRIu64
                                           " is under is not in the book, or "
                                           "not all of it.",
                                           item->key.at, *(uint64_t *)item->value));
    }
    return true;
}

/* One slice for each blob: they may be large. */
static bool check_blobs(Walk *walk) {
    Store *store = walk->ledger->store;
    Digest digest, last;
    Text bytes;
    bool more = true;
    for (const Digest *after = NULL; more; after = &last) {
        ArenaMark mark = arena_mark(walk->arena);
        if (!store_begin(store, STORE_READ)) return false;
        more = store_blob_after(store, walk->arena, after, &digest, &bytes);
        store_rollback(store);
        bool sound = !more || digest_equal(digest, hasher_sha256_of(walk->ledger->hasher, bytes));
        if (more) walk->out->bytes += bytes.len;
        arena_rewind(walk->arena, mark);
        if (more) walk->out->blobs++;
        if (!sound)
            note_finding(walk, text_format(walk->arena,
                                           "The blob %.*s is not what its name says: its bytes were changed.",
                                           TEXT_ARG(digest_hex(walk->arena, digest))));
        last = digest;
    }
    return store_error(store)->problem == STORE_OK;
}

static bool opens(Walk *walk, const VaultItem *item) {
    return item->salt.len == DIGEST_SIZE &&
           digest_equal(item->commitment, digest_hmac(walk->arena, item->salt, item->value));
}

static bool check_vault(Walk *walk) {
    VaultItem item;
    Digest last;
    bool more = true;
    for (const Digest *after = NULL; more; after = &last) {
        ArenaMark mark = arena_mark(walk->arena);
        more = store_vault_after(walk->ledger->store, walk->arena, after, &item);
        bool sound = !more || item.erased || (!item.halved && opens(walk, &item));
        arena_rewind(walk->arena, mark);
        if (more && item.erased)
            walk->out->withheld++;
        else if (more && sound)
            walk->out->vault++;
        if (!sound)
            note_finding(walk,
                         text_format(walk->arena, "The value in the vault under %.*s %s",
                                     TEXT_ARG(digest_hex(walk->arena, item.commitment)),
                                     item.halved ? "was not erased rightly: of the value and its salt one "
                                                   "is gone, and the other still there."
                                                 : "is not the one that was recorded."));
        last = item.commitment;
    }
    return store_error(walk->ledger->store)->problem == STORE_OK;
}

static bool look(Walk *walk, Progress *progress, void *context) {
    Store *store = walk->ledger->store;
    Verification *out = walk->out;
    if (!each_slice(store, begin_walk, walk)) return false;
    bool walked = walk_entries(walk, progress, context);
    out->root = frontier_root(walk->ledger->hasher, &walk->frontier);
    out->head_signed = walked && out->has_head && out->unsigned_since == walk->size;
    if (!walked) return store_error(store)->problem == STORE_OK && !out->sound;
    out->complete =
        check_blobs(walk) && each_slice(store, check_charters, walk) && each_slice(store, check_vault, walk);
    return out->complete;
}

bool ledger_verify(Ledger *ledger, Arena *arena, PublicKey key, Progress *progress, void *context,
                   Verification *out) {
    Walk walk = {.ledger = ledger, .arena = arena, .key = key, .out = out};
    const StoreError *error = store_error(ledger->store);
    *out = (Verification){.sound = true};
    store_rollback(ledger->store); /* the caller's, which would keep writers waiting */
    if (look(&walk, progress, context)) return true;
    if (error->problem != STORE_DAMAGED && error->problem != STORE_ALTERED) return false;
    note_finding(&walk, text_copy(arena, error->message)); /* that it cannot be read on is what was found */
    return true;
}
