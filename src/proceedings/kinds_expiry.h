/* kinds_expiry: approvals that expire, and their renewal (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_EXPIRY_H
#define BYLAW_PROCEEDINGS_KINDS_EXPIRY_H

#include "value/record.h"

/* `until`: the last day on which it holds; `ahead`: the one after which the workflow that renews it opens. */
#define EXPIRY_SET_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, subject) F(S, DATE, until) F(S, DATE, ahead) F(S, TEXT, workflow)
#define EXPIRED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, DATE, due)
/* `opens`: the case in which it is renewed, opened now or before; else why none could begin. */
#define RENEWAL_BEGUN_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject) F(S, DATE, on) F(S, TEXT, opens) F(S, TEXT, refusal)
#define RENEWED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, by)

#define EXPIRY_KINDS(X)                                                                                      \
    X(EXPIRY_SET, "expiry_set", 1, ExpirySet, EXPIRY_SET_BODY,                                               \
      "what was approved in {subject} holds until the end of {until}[; after {ahead} {workflow} opens to "   \
      "renew it]")                                                                                           \
    X(EXPIRED, "expired", 1, Expired, EXPIRED_BODY, "what was approved in {subject} expired with {due}")     \
    X(RENEWAL_BEGUN, "renewal_begun", 1, RenewalBegun, RENEWAL_BEGUN_BODY,                                   \
      "what was approved in {subject} is to be renewed[ in {opens}][; no case could be opened ({refusal})]") \
    X(RENEWED, "renewed", 1, Renewed, RENEWED_BODY, "what was approved in {subject} is renewed by {by}")

#endif
