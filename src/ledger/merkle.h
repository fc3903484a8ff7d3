/* merkle: the hash tree of RFC 6962, section 2.1, over the entries' bytes.
 * leaf = SHA-256(0x00 || bytes), node = SHA-256(0x01 || left || right); the empty tree is SHA-256(""). */
#ifndef BYLAW_LEDGER_MERKLE_H
#define BYLAW_LEDGER_MERKLE_H

#include "base/digest.h"

Digest merkle_leaf(Hasher *hasher, Text bytes);
Digest merkle_node(Hasher *hasher, Digest left, Digest right);

/* The tree's right edge: the roots of its complete subtrees, largest first (bit i of size set: one of 2^i
 * leaves). Enough to append to it and to know its root. */
typedef struct Frontier {
    uint64_t size;
    Digest edge[64];
    unsigned count;
} Frontier;

/* Called for each complete subtree that appending makes, level >= 1; may be NULL. */
typedef bool NodeMade(void *context, unsigned level, uint64_t index, Digest digest);

bool frontier_append(Hasher *hasher, Frontier *frontier, Digest leaf, NodeMade *made, void *context);
Digest frontier_root(Hasher *hasher, const Frontier *frontier);

/* Where proofs take subtrees from: the root of the complete subtree of 2^level leaves at `index`; level 0 is
 * a leaf's digest. False: it cannot be had (the caller knows why). */
typedef struct NodeSource {
    bool (*node)(void *context, unsigned level, uint64_t index, Digest *digest);
    void *context;
} NodeSource;

typedef struct Proof {
    Digest steps[64];
    unsigned count;
} Proof;

bool merkle_frontier(const NodeSource *source, uint64_t size, Frontier *out);
bool merkle_inclusion(Hasher *hasher, const NodeSource *source, uint64_t index, uint64_t size, Proof *out);
bool merkle_consistency(Hasher *hasher, const NodeSource *source, uint64_t old_size, uint64_t size,
                        Proof *out);

bool merkle_check_inclusion(Hasher *hasher, Digest leaf, uint64_t index, uint64_t size, const Proof *proof,
                            Digest root);
bool merkle_check_consistency(Hasher *hasher, uint64_t old_size, Digest old_root, uint64_t size, Digest root,
                              const Proof *proof);

#endif
