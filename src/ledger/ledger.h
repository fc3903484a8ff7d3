/* ledger: the append-only record (laws R1-R6): entries, their hash tree, its signed head, receipts, and
 * verification that trusts nothing but the bytes. It knows entries as bytes in an envelope, not what they
 * mean. Every call happens inside a transaction of the store that its caller began, but for ledger_verify().
 * A call that answers false leaves its reason in store_error(); STORE_OK there means what its
 * words say here. */
#ifndef BYLAW_LEDGER_LEDGER_H
#define BYLAW_LEDGER_LEDGER_H

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "store/store.h"

typedef struct Ledger Ledger;

/* A ledger over an open store. `origin` names the book in its checkpoints: origin_valid() says what it may be
 * ("example.org/partnerships"). */
Ledger *ledger_new(Arena *arena, Store *store, Text origin);

uint64_t ledger_size(Ledger *ledger);

/* Size and right edge of the tree from the store, as of this transaction. In one that writes, what is there
 * must go on from the signed head, which must be this book's: else the answer is false with STORE_ALTERED,
 * and nothing can be written or signed. Whoever rewrites a book without its key could otherwise have the next
 * command sign what he wrote. */
bool ledger_load(Ledger *ledger);

/* Appends one entry's bytes: the row, its leaf and the subtrees it completes. After ledger_load(). */
bool ledger_append(Ledger *ledger, Text scope, Text bytes);

/* Signs the head of what was appended and replaces the stored one; keeps it too when it is the first of
 * `day` (a civil date's text; of empty text none is kept). With no signer, or one that answers false, the
 * head stays the last signed one (the book says since when it is unsigned). Where entries came before and no
 * head is there, none is signed (STORE_ALTERED): who removed it cannot have it made anew. */
bool ledger_seal(Ledger *ledger, const Signer *signer, Text day);

bool ledger_root(Ledger *ledger, Digest *root);

/* The head as a note over the present size, to be handed out. In a transaction that writes it is kept, and an
 * unsigned head is signed first; false when it is unsigned and no signer is at hand. */
bool ledger_checkpoint(Ledger *ledger, Arena *arena, const Signer *signer, Text *note);

/* A receipt of one entry (C2SP tlog-proof: the entry as extra data, index, inclusion proof, checkpoint). In a
 * transaction that writes, the checkpoint in it is kept as handed out. False when there is no such entry, no
 * signed head covers it, or the stored tree does not lead from it to the head (verify will say why). */
bool ledger_receipt(Ledger *ledger, Arena *arena, uint64_t seq, Text *receipt);

/* Does a checkpoint that somebody kept fit the book? Its origin, its signature by `key`, and the root of the
 * stored tree at its size (ledger_verify() shows whether that tree is the entries'). After ledger_load(). In
 * *why_not is a sentence when it does not fit. False only when the book could not be read. */
bool ledger_check_kept(Ledger *ledger, Arena *arena, PublicKey key, Text note, bool *fits, Text *why_not);

/* What verification found. */
typedef struct Verification {
    uint64_t entries, blobs, bytes, checkpoints; /* bytes of entries and blobs; checkpoints with the head */
    uint64_t vault, withheld;                    /* values that open their commitments, and erased ones */
    bool complete; /* else the walk ended early: blobs, vault and withheld, which
                      come last, were not counted, nor all entries */
    Digest root;
    bool has_head;           /* there is a head, and its signature holds */
    bool head_signed;        /* it covers all entries, and they are those it was signed over */
    uint64_t unsigned_since; /* else: the first entry no signed head covers; 0 when there is none at all */
    bool sound;              /* nothing below was found */
    uint64_t bad_entry;      /* the first bad entry; only when !sound and bad_entry_known */
    bool bad_entry_known; /* not when only a range can be named, or what is bad is no entry: `what` tells */
    Text bad_scope;       /* the case or meeting it says it belongs to */
    Text what;            /* what is wrong, in a sentence */
} Verification;

typedef void Progress(void *context, uint64_t done, uint64_t of);

/* Re-hashes every entry, blob and value of the vault, recomputes the tree, and checks: sequence without gaps,
 * batches whole, `recorded` never decreasing, each seq in the bytes the one it is stored under, each scope's
 * versions counted, each node of the stored tree, the index of scopes, the head's and every kept checkpoint's
 * signature and root, each charter in the book, and that no row lies where none of this looks. Never
 * re-serialises. `progress` may be NULL.
 *
 * It ends the transaction that was begun, and begins its own: a short one for every two thousand entries, so
 * that nobody waits long to write. It looks at the entries that were there when it began, which appending
 * leaves as they are. False only when the book could not be read; what was found is in *out. */
bool ledger_verify(Ledger *ledger, Arena *arena, PublicKey key, Progress *progress, void *context,
                   Verification *out);

/* Makes the tree's stored nodes and the index of scopes again from the entries, after
 * store_drop_rebuildable(). False with STORE_OK: an entry is missing or is none; verify names it. */
bool ledger_rebuild(Ledger *ledger);

#endif
