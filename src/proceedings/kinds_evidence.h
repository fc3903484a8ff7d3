/* kinds_evidence: files that are attached to cases (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_EVIDENCE_H
#define BYLAW_PROCEEDINGS_KINDS_EVIDENCE_H

#include "value/record.h"

/* `until`: the first day on which it may be discarded. */
#define ATTACHED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number)  /* within the case: E1, E2 */                                                         \
    F(S, TEXT, name)   /* of the file, without its folders */                                                \
    F(S, TEXT, digest) /* SHA-256 of its bytes, which stand in no entry */                                   \
    F(S, INT, size)    /* in bytes */                                                                        \
    F(S, TEXT, shows)  /* a fact, or an item of a checklist */                                               \
    F(S, TEXT, class)                                                                                        \
    F(S, TEXT, kept) /* "in" or "beside" the book */ F(S, DATE, until)
/* `gone`: its bytes, since no other attachment in that place has the same. */
#define DISCARDED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number)                                                                                        \
    F(S, TEXT, name) F(S, TEXT, digest) F(S, TEXT, kept) F(S, BOOL, gone) F(S, TEXT, because)

#define EVIDENCE_KINDS(X)                                                                                    \
    X(ATTACHED, "attached", 1, Attached, ATTACHED_BODY,                                                      \
      "E{number} was attached: {name}[, as evidence for {shows}][, {class}]; {size} bytes, kept {kept} the " \
      "book[, until {until} at least]; SHA-256 {digest}")                                                    \
    X(DISCARDED, "discarded", 1, Discarded, DISCARDED_BODY, "E{number}, {name}, was discarded: {because}")

#endif
