/* ledger: the append-only record (laws R1-R6): entries, their hash tree, its signed head, receipts, and
 * verification that trusts nothing but the bytes. It knows entries as bytes in an envelope, not what they
 * mean. Every call happens inside a transaction of the store that its caller began. */
#ifndef BYLAW_LEDGER_LEDGER_H
#define BYLAW_LEDGER_LEDGER_H

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "store/store.h"

typedef struct Ledger Ledger;

/* A ledger over an open store. `origin` names the book in its checkpoints: one line, no "+" and no space
 * ("example.org/partnerships"). */
Ledger *ledger_new(Arena *arena, Store *store, Text origin);

uint64_t ledger_size(Ledger *ledger);
bool ledger_load(Ledger *ledger); /* size and right edge from the store, as of this transaction */

/* Appends one entry's bytes: the row, its leaf and the subtrees it completes. */
bool ledger_append(Ledger *ledger, Text scope, Text bytes);

/* Signs the head of what was appended and replaces the stored one; keeps it too when it is the first of
 * `day`. With no signer, or one that answers false, the head stays the last signed one (the book says since
 * when it is unsigned). */
bool ledger_seal(Ledger *ledger, const Signer *signer, Text day);

bool ledger_root(Ledger *ledger, Digest *root);

/* The head as a note over the present size, kept as handed out. False when it is unsigned and no signer is
 * at hand. */
bool ledger_checkpoint(Ledger *ledger, Arena *arena, const Signer *signer, Text *note);

/* A receipt of one entry (C2SP tlog-proof: the entry as extra data, index, inclusion proof, checkpoint);
 * false when there is no such entry or no signed checkpoint covers it. */
bool ledger_receipt(Ledger *ledger, Arena *arena, uint64_t seq, Text *receipt);

/* What verification found. */
typedef struct Verification {
    uint64_t entries, blobs, bytes, checkpoints;
    Digest root;
    bool head_signed;         /* the stored head covers all entries and its signature holds */
    uint64_t unsigned_since;  /* else: the first entry no signed head covers */
    bool sound;               /* nothing below was found */
    uint64_t bad_entry;       /* the first bad entry; only when !sound and bad_entry_known */
    bool bad_entry_known;
    Text bad_scope;           /* the case or meeting it says it belongs to */
    Text what;                /* what is wrong, in a sentence */
} Verification;

typedef void Progress(void *context, uint64_t done, uint64_t of);

/* Re-hashes every entry and blob, recomputes the tree, and checks: sequence without gaps, batches whole,
 * `recorded` never decreasing, each seq in the bytes the one it is stored under, each node of the stored tree,
 * the head's and every kept checkpoint's signature and root. Never re-serialises. `progress` may be NULL. */
bool ledger_verify(Ledger *ledger, Arena *arena, PublicKey key, Progress *progress, void *context,
                   Verification *out);

/* Makes the tree's stored nodes again from the entries. */
bool ledger_rebuild(Ledger *ledger);

#endif
