/* state_evidence: what is kept of files of evidence (proceedings/state.h says how objects are kept). */
#ifndef BYLAW_PROCEEDINGS_STATE_EVIDENCE_H
#define BYLAW_PROCEEDINGS_STATE_EVIDENCE_H

#include "value/record.h"

/* Bytes that a file of evidence may have in the book, and at all: one of 1 GiB is copied in seconds, in which
 * no other command goes on. */
enum { EVIDENCE_INSIDE_MOST = 32 << 20, EVIDENCE_MOST = 1 << 30 };

/* A file that was attached to a case; its key is "PRT-2026-001 000002". */
#define EVIDENCE_STATE_FIELDS(F, R, L, S)                                                                    \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number)                                                                                        \
    F(S, TEXT, name)                                                                                         \
    F(S, TEXT, digest)                                                                                       \
    F(S, INT, size)                                                                                          \
    F(S, TEXT, shows)                                                                                        \
    F(S, TEXT, class)                                                                                        \
    F(S, BOOL, beside) /* the book, and not in it */                                                         \
    F(S, DATE, attached)                                                                                     \
    F(S, DATE, until) /* the first day on which it may be discarded; DATE_NONE: kept for good */             \
    F(S, TEXT, giver) F(S, INT, entry) F(S, INT, discarded) /* the entry that says so */
/* By how many attachments the bytes of one digest are needed, in the book and beside it. */
#define CONTENT_STATE_FIELDS(F, R, L, S) F(S, INT, inside) F(S, INT, beside)

RECORD_STRUCT(EvidenceState, EVIDENCE_STATE_FIELDS)
RECORD_STRUCT(ContentState, CONTENT_STATE_FIELDS)

#endif
