/* What the ledger's own files share. */
#ifndef BYLAW_LEDGER_PRIVATE_H
#define BYLAW_LEDGER_PRIVATE_H

#include "ledger/ledger.h"

/* The head that this ledger has signed last. Once one of its signer's was found to hold, it is not asked of
 * each again, which costs more than making it. */
typedef struct OwnHead {
    Digest note;
    PublicKey by;
    bool held;
} OwnHead;

struct Ledger {
    Arena *arena;
    Store *store;
    Text origin;
    Hasher *hasher;
    Frontier frontier;
    OwnHead own;
    bool headless; /* there were entries, and no head, when the transaction that writes began */
};

/* What appending one leaf makes: its digest, and the roots of the subtrees that it completes. */
typedef struct Made {
    Digest digests[65];
    unsigned count;
} Made;

/* head.c: does what is stored go on from the signed head, of this book? Else false with STORE_ALTERED. */
bool ledger_check_head(Ledger *ledger);
NodeSource ledger_nodes(Ledger *ledger); /* those of the stored tree */

bool ledger_grow(Hasher *hasher, Frontier *frontier, Text bytes, Made *made);

#endif
