/* book: an open book, and what the verbs share that work on one. */
#ifndef BYLAW_SERVICE_BOOK_H
#define BYLAW_SERVICE_BOOK_H

#include "service/service.h"

/* A value sealed by the command at hand: its salt is chance, so it is made here and not in the
 * proceedings. */
typedef struct Sealed {
    Text commitment, salt, value;
} Sealed;

struct bylaw_book {
    Arena *arena;
    bylaw_host host;
    Store *store;
    Ledger *ledger;
    Text path, origin;
    PublicKey key;
    Map charters;        /* name -> Charter *, compiled once; one that cannot be had has no program */
    VEC(Sealed) sealed;  /* cleared with each command */
    VEC(Digest) leaving; /* files beside the book that are gone with the commit */
    bool no_chance;      /* the host gave no random bytes for a salt */
    bool failed;         /* the store failed while the state was read: what was read must not be believed */
};

bylaw_book *book_new(const bylaw_host *host);
bool book_attach(bylaw_book *book, Store *store); /* reads origin and key; false when they are not there */

/* A result of work on the book (service.h), whose transaction is then at its end: what was not committed, or
 * ran out of memory half way, is undone. */
bylaw_result *result_on(bylaw_book *book, Work *work, void *context);

/* The state as it stands in this transaction. */
void book_source(bylaw_book *book, StateSource *source);
/* Was there something in the store that could not be read? Then no answer of the state may be believed. */
bool book_failed(const bylaw_book *book, const State *state);
/* Stores a charter's manifest and files in the book, from where it can be had again. */
bool book_keep_charter(bylaw_book *book, Charter *charter);
const Charter *book_charter(bylaw_book *book,
                            Text name); /* NULL: not in the book, or it no longer compiles */

/* --- envelopes (append.c) ------------------------------------------------------------------------------- */

typedef struct Circumstances {
    Moment recorded, happened;
    Text actor, recorder, behalf, auth;
} Circumstances;

/* The bytes of one entry of a batch; replay compares these with what is stored. False: too large. */
bool envelope_entry(Arena *arena, const Circumstances *around, const Batch *batch, size_t index,
                    int64_t first_seq, Text *bytes);
/* Appends a batch's entries and the blob of its arguments. */
bool book_append(bylaw_book *book, Arena *arena, const Circumstances *around, const Batch *batch);
/* Stores what the command sealed, and every object it changed. */
bool book_keep(bylaw_book *book, State *state);
/* Signs the head, if a signer is at hand, and commits. */
bool book_commit(bylaw_book *book, Moment recorded);

Sealer book_sealer(bylaw_book *book);
Signer book_signer(bylaw_book *book); /* calls the host's; only where it has one */

/* The store's own words for why it could not. */
void result_store_problem(bylaw_result *result, const bylaw_book *book);

/* --- documents (describe.c) ----------------------------------------------------------------------------- */

/* "Carl Ito", out of the vault; his id when it was erased or he is nobody. In what names several, as
 * "P-000003 and cfo" does, each of them. */
Text called(State *state, Text text);
/* A sentence of a kind of entry, filled in from its body. */
Text fill_sentence(Arena *arena, State *state, Text sentence, const Tree *body);
/* What an entry's body says under a key, in words. What is sealed says so, or is opened: with its value while
 * the vault has it. */
void write_value(Buf *buf, State *state, const Tree *tree, bool opened);
/* An entry as a map: seq, kind, happened, recorded, actor, sentence, and its body. */
Tree *describe_entry(Arena *arena, State *state, const Entry *entry);
Tree *describe_waiting(Arena *arena, State *state, const Waiting *waiting, Date today);

#endif
