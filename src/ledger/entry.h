/* entry: one line of the ledger: the envelope that every entry has, around a body that its kind describes.
 * An entry is canonical JSON (value/json.h), UTF-8, at most 65,535 bytes; what is hashed is these bytes as
 * they are stored (law R6). Fields without a value are left out. docs/ledger.md is the byte-exact account.
 *
 * A command is one batch: an entry for the command itself (index 0) and one for each effect. */
#ifndef BYLAW_LEDGER_ENTRY_H
#define BYLAW_LEDGER_ENTRY_H

#include "base/digest.h"
#include "value/record.h"

enum { ENTRY_MAX = 65535, ENTRY_SEMANTICS = 1 };

#define ENTRY_FIELDS(F, R, L, S)                                                                             \
    F(S, INT, seq)           /* place in the ledger, from 0; the leaf index */                               \
    F(S, TEXT, kind)         /* "command", or an effect's kind */                                            \
    F(S, INT, version)       /* of that kind's body */                                                       \
    F(S, INT, semantics)     /* of the engine that wrote it (L8) */                                          \
    F(S, TEXT, charter)      /* the charter in force for it: hex SHA-256 of its manifest */                  \
    F(S, TEXT, scope)        /* the case, meeting or other subject it belongs to */                          \
    F(S, INT, scope_version) /* how many entries that subject has, with this one */                          \
    F(S, INT, batch)         /* seq of the batch's first entry */                                            \
    F(S, INT, batch_index)   /* 0 for the command itself */                                                  \
    F(S, INT, batch_count)   /* entries in the batch */                                                      \
    F(S, MOMENT, recorded)   /* from the clock, never decreasing */                                          \
    F(S, MOMENT, happened)   /* when it happened, as stated; the same as recorded unless stated */           \
    F(S, TEXT, actor)        /* the person who acted: P-000012; empty for what comes by itself */            \
    F(S, TEXT, recorder)     /* the person who entered it */                                                 \
    F(S, TEXT, behalf)       /* on whose behalf: an office or body */                                        \
    F(S, TEXT, auth)         /* how the actor was authenticated: "system" (the operating system's user),     \
                                "stated" (only by the recorder's word), "self" (it came by itself) */        \
    F(S, TEXT, signature)    /* the actor's own signature, where there is one */                             \
    F(S, TREE, body)
RECORD_STRUCT(Entry, ENTRY_FIELDS)

/* The stored bytes. False when they would pass ENTRY_MAX, are no UTF-8, or when there is no kind, or the
 * kind, the charter or the scope has a character that JSON escapes (a quote, a backslash, a control). */
bool entry_encode(Arena *arena, const Entry *entry, Text *bytes);

/* Strict: only bytes that entry_encode() could have written are an entry. NULL and a sentence otherwise. */
Entry *entry_decode(Arena *arena, Text bytes, Text *error);

/* What binds an entry to its place, read without building anything; the texts are views of the bytes. False:
 * they are no entry. Less strict than entry_decode(): it does not look into the body. */
typedef struct Envelope {
    int64_t seq, scope_version, batch, batch_index, batch_count;
    Text kind, charter, scope;
    Moment recorded;
} Envelope;
bool entry_envelope(Text bytes, Envelope *out);

#endif
