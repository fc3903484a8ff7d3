/* What the ledger's own files share. */
#ifndef BYLAW_LEDGER_PRIVATE_H
#define BYLAW_LEDGER_PRIVATE_H

#include "ledger/ledger.h"

struct Ledger {
    Arena *arena;
    Store *store;
    Text origin;
    Hasher *hasher;
    Frontier frontier;
};

/* What appending one leaf makes: its digest, and the roots of the subtrees that it completes. */
typedef struct Made {
    Digest digests[65];
    unsigned count;
} Made;

bool ledger_grow(Hasher *hasher, Frontier *frontier, Text bytes, Made *made);

#endif
