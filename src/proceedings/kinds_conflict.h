/* kinds_conflict: who takes no part in a case, and who is said to be in conflict (proceedings/kinds.h says
 * how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_CONFLICT_H
#define BYLAW_PROCEEDINGS_KINDS_CONFLICT_H

#include "value/record.h"

/* Why: as it was declared, or what of the case the body's rules found: "requester", "scorer", or "named" in a
 * fact; or by whose ruling. */
#define RECUSED_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, person) F(S, TEXT, because) F(S, TEXT, ground) F(S, TEXT, fact) F(S, TEXT, ruled_by)
#define RECUSAL_WITHDRAWN_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define CHALLENGED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, challenger) F(S, TEXT, because)
/* `ruling`: "upheld" or "dismissed"; by the chair, or by a vote of the others. */
#define RULED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, ruling)                                                                                       \
    F(S, TEXT, body) F(S, TEXT, ruler) F(S, TEXTS, in_favour) F(S, TEXTS, against) F(S, TEXT, because)

#define CONFLICT_KINDS(X)                                                                                    \
    X(RECUSED, "recused", 1, Recused, RECUSED_BODY,                                                          \
      "{person} takes no part in deciding[: {because}][: found by the rules, {ground}][ in {fact}]"          \
      "[, as {ruled_by} ruled]")                                                                             \
    X(RECUSAL_WITHDRAWN, "recusal_withdrawn", 1, RecusalWithdrawn, RECUSAL_WITHDRAWN_BODY,                   \
      "{person} takes part again: {because}")                                                                \
    X(CHALLENGED, "challenged", 1, Challenged, CHALLENGED_BODY,                                              \
      "{challenger} challenged that {person} takes part in deciding: {because}")                             \
    X(RULED, "ruled", 1, Ruled, RULED_BODY,                                                                  \
      "the challenge of {person} was {ruling}[ by {ruler}][ by vote of {body}][, for it: {in_favour}]"       \
      "[, against it: {against}][: {because}]")

#endif
