/* kinds_delegation: who decides or votes in the place of others (proceedings/kinds.h says how rows are read).
 */
#ifndef BYLAW_PROCEEDINGS_KINDS_DELEGATION_H
#define BYLAW_PROCEEDINGS_KINDS_DELEGATION_H

#include "value/record.h"

/* What `of` can decide, `to` (an office, a role, or a person) can on the days [from, until), within the
 * bounds of `rule`. `meeting`: at which it was decided to delegate. */
#define AUTHORITY_DELEGATED_BODY(F, R, L, S)                                                                 \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, rule)                                                                                         \
    F(S, TEXT, of)                                                                                           \
    F(S, TEXT, to) F(S, DATE, from) F(S, DATE, until) F(S, TEXT, meeting) F(S, TEXT, because)
/* A question is within the bounds of a delegation: `reasons` has each of these bounds with the facts that it
 * rests on. */
#define BOUNDS_HELD_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, delegation) F(S, TEXT, rule) F(S, TEXT, of) F(S, TEXT, to) F(S, TREE, reasons)
/* On the days [from, until) `to` votes for `giver` in the body `of`, in one case or in all. */
#define PROXY_GIVEN_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, of)                                                                                           \
    F(S, TEXT, giver)                                                                                        \
    F(S, TEXT, to) F(S, DATE, from) F(S, DATE, until) F(S, TEXT, subject) F(S, TEXT, because)
#define DELEGATION_REVOKED_BODY(F, R, L, S) F(S, TEXT, number) F(S, TEXT, of) F(S, TEXT, because)

#define DELEGATION_KINDS(X)                                                                                  \
    X(AUTHORITY_DELEGATED, "authority_delegated", 1, AuthorityDelegated, AUTHORITY_DELEGATED_BODY,           \
      "{number}: {to} can decide for {of} under {rule}, from {from} until {until}[, as decided at "          \
      "{meeting}][: {because}]")                                                                             \
    X(BOUNDS_HELD, "bounds_held", 1, BoundsHeld, BOUNDS_HELD_BODY,                                           \
      "{step} is within {rule}, so that {to} can decide it for {of} under {delegation}")                     \
    X(PROXY_GIVEN, "proxy_given", 1, ProxyGiven, PROXY_GIVEN_BODY,                                           \
      "{number}: {to} votes for {giver} in {of}, from {from} until {until}[, on {subject} alone][: "         \
      "{because}]")                                                                                          \
    X(DELEGATION_REVOKED, "delegation_revoked", 1, DelegationRevoked, DELEGATION_REVOKED_BODY,               \
      "{number} of {of} was revoked: {because}")

#endif
