#include "ledger/merkle.h"

Digest merkle_leaf(Hasher *hasher, Text bytes) {
    const Text parts[] = {{"\x00", 1}, bytes};
    return hasher_sha256(hasher, parts, 2);
}

Digest merkle_node(Hasher *hasher, Digest left, Digest right) {
    const Text parts[] = {{"\x01", 1}, digest_text(&left), digest_text(&right)};
    return hasher_sha256(hasher, parts, 3);
}

bool frontier_append(Hasher *hasher, Frontier *frontier, Digest leaf, NodeMade *made, void *context) {
    if (frontier->size > INT64_MAX) return false;
    Digest digest = leaf;
    for (unsigned level = 0; frontier->size >> level & 1; level++) {
        digest = merkle_node(hasher, frontier->edge[--frontier->count], digest);
        if (made && !made(context, level + 1, frontier->size >> (level + 1), digest)) return false;
    }
    frontier->edge[frontier->count++] = digest;
    frontier->size++;
    return true;
}

Digest frontier_root(Hasher *hasher, const Frontier *frontier) {
    if (frontier->count == 0) return hasher_sha256_of(hasher, TEXT(""));
    Digest root = frontier->edge[frontier->count - 1];
    for (unsigned i = frontier->count - 1; i-- > 0;) root = merkle_node(hasher, frontier->edge[i], root);
    return root;
}

/* The complete subtrees that leaves [from, until) fall into, largest first. `from` is a multiple of the
 * largest power of two that is not above their number, as the ranges of RFC 6962 are. */
static bool range_frontier(const NodeSource *source, uint64_t from, uint64_t until, Frontier *out) {
    *out = (Frontier){.size = until - from};
    for (unsigned level = 63; from < until; level--) {
        if (!(out->size >> level & 1)) continue;
        if (!source->node(source->context, level, from >> level, &out->edge[out->count++])) return false;
        from += (uint64_t)1 << level;
    }
    return true;
}

bool merkle_frontier(const NodeSource *source, uint64_t size, Frontier *out) {
    return range_frontier(source, 0, size, out);
}

/* Adds MTH(D[from:until]) of RFC 6962 to the proof. */
static bool add_range(Hasher *hasher, const NodeSource *source, uint64_t from, uint64_t until, Proof *proof) {
    Frontier range;
    if (!range_frontier(source, from, until, &range)) return false;
    proof->steps[proof->count++] = frontier_root(hasher, &range);
    return true;
}

/* The largest power of two below `n`, which is 2 or more. */
static uint64_t split(uint64_t n) {
    uint64_t half = 1;
    while (half < n - half) half *= 2;
    return half;
}

/* Proofs are found from the root down and written from the leaf up. */
static void turn_round(Proof *proof) {
    for (unsigned i = 0; i < proof->count / 2; i++) {
        Digest step = proof->steps[i];
        proof->steps[i] = proof->steps[proof->count - 1 - i];
        proof->steps[proof->count - 1 - i] = step;
    }
}

bool merkle_inclusion(Hasher *hasher, const NodeSource *source, uint64_t index, uint64_t size, Proof *out) {
    out->count = 0;
    if (index >= size || size > INT64_MAX) return false;
    uint64_t from = 0, until = size;
    while (until - from > 1) {
        uint64_t middle = from + split(until - from);
        bool left = index < middle;
        if (!add_range(hasher, source, left ? middle : from, left ? until : middle, out)) return false;
        if (left)
            until = middle;
        else
            from = middle;
    }
    turn_round(out);
    return true;
}

bool merkle_consistency(Hasher *hasher, const NodeSource *source, uint64_t old_size, uint64_t size,
                        Proof *out) {
    out->count = 0;
    if (old_size > size || size > INT64_MAX) return false;
    if (old_size == 0 || old_size == size) return true;
    uint64_t from = 0, until = size;
    while (until != old_size) {
        uint64_t middle = from + split(until - from);
        bool left = old_size <= middle;
        if (!add_range(hasher, source, left ? middle : from, left ? until : middle, out)) return false;
        if (left)
            until = middle;
        else
            from = middle;
    }
    if (from != 0 && !add_range(hasher, source, from, until, out)) return false;
    turn_round(out);
    return true;
}

/* What RFC 9162 calls fn and sn: the places of a node and of the last node on their level. */
typedef struct Places {
    uint64_t node, last;
} Places;

static void up(Places *places) {
    places->node >>= 1;
    places->last >>= 1;
}

/* Is the node joined from its left here? If so, passes the levels where it has no sibling. */
static bool joined_from_left(Places *places) {
    if (!(places->node & 1) && places->node != places->last) return false;
    while (places->node != 0 && !(places->node & 1)) up(places);
    return true;
}

/* RFC 9162, section 2.1.3.2. */
bool merkle_check_inclusion(Hasher *hasher, Digest leaf, uint64_t index, uint64_t size, const Proof *proof,
                            Digest root) {
    if (index >= size) return false;
    Places places = {index, size - 1};
    Digest made = leaf;
    for (unsigned i = 0; i < proof->count; i++) {
        if (places.last == 0) return false;
        made = joined_from_left(&places) ? merkle_node(hasher, proof->steps[i], made)
                                         : merkle_node(hasher, made, proof->steps[i]);
        up(&places);
    }
    return places.last == 0 && digest_equal(made, root);
}

/* RFC 9162, section 2.1.4.2, from the node that both trees share. */
static bool check_grown(Hasher *hasher, Places places, Digest first, const Digest *steps, unsigned count,
                        Digest old_root, Digest root) {
    Digest old_made = first, made = first;
    while (places.node & 1) up(&places);
    for (unsigned i = 0; i < count; i++) {
        if (places.last == 0) return false;
        if (joined_from_left(&places)) {
            old_made = merkle_node(hasher, steps[i], old_made);
            made = merkle_node(hasher, steps[i], made);
        } else {
            made = merkle_node(hasher, made, steps[i]);
        }
        up(&places);
    }
    return places.last == 0 && digest_equal(old_made, old_root) && digest_equal(made, root);
}

bool merkle_check_consistency(Hasher *hasher, uint64_t old_size, Digest old_root, uint64_t size, Digest root,
                              const Proof *proof) {
    if (old_size > size) return false;
    if (old_size == size) return proof->count == 0 && digest_equal(old_root, root);
    if (old_size == 0) return proof->count == 0 && digest_equal(old_root, hasher_sha256_of(hasher, TEXT("")));
    Places places = {old_size - 1, size - 1};
    bool complete = (old_size & (old_size - 1)) == 0; /* the old tree is itself the shared node */
    if (complete) return check_grown(hasher, places, old_root, proof->steps, proof->count, old_root, root);
    if (proof->count == 0) return false;
    return check_grown(hasher, places, proof->steps[0], proof->steps + 1, proof->count - 1, old_root, root);
}
