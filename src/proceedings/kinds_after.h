/* kinds_after: what becomes of a case after it was decided, or in place of that (proceedings/kinds.h says how
 * rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_AFTER_H
#define BYLAW_PROCEEDINGS_KINDS_AFTER_H

#include "value/record.h"

#define CASE_WITHDRAWN_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, because)
#define SUSPENDED_BODY(F, R, L, S)      F(S, TEXT, subject) F(S, TEXT, because)
/* `clocks`: those that were stopped, each with the day on which it was due and the one on which it is now. */
#define CLOCK_MOVED_FIELDS(F, R, L, S) F(S, TEXT, step) F(S, TEXT, what) F(S, DATE, due) F(S, DATE, moved)
#define RESUMED_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, subject) F(S, DATE, since) F(S, INT, days) F(S, TEXT, because) L(S, ClockMoved, clocks)
/* `outcome`: as what it had ended, if it had; `lapsed`: up to when acts were shut out by a lapse. */
#define REOPENED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, outcome) F(S, DATE, lapsed) F(S, TEXT, because)
/* `link`: a word of CASE_LINKS. */
#define CASE_LINKED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, link) F(S, TEXT, other)
#define SUPERSEDED_BODY(F, R, L, S)  F(S, TEXT, subject) F(S, TEXT, by)
/* `decider`: who had decided, at that level of the escalation. */
#define APPEALED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, person) F(S, TEXT, decider) F(S, INT, level) F(S, TEXT, because)
/* `entry`: the one that is corrected, which stays as it is (law R1): of a case's fact, or of a motion's
 * close.
 */
#define CORRECTED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject) F(S, INT, entry) F(S, TEXT, fact) F(S, TEXT, motion) F(S, TEXT, because)
/* What a closed ballot would have come to: `before` is what it did, where that is something else. */
#define VOTES_CORRECTED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against)                                                                                     \
    F(S, TEXTS, abstaining)                                                                                  \
    F(S, TEXTS, not_voting)                                                                                  \
    F(S, INT, votes_for)                                                                                     \
    F(S, INT, votes_against)                                                                                 \
    F(S, INT, votes_abstaining)                                                                              \
    R(S, Roll, roll) L(S, Compared, comparisons) F(S, TEXT, result) F(S, TEXT, before)
#define OBJECTED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, person) F(S, TEXT, because)
/* Of what was voted, the fact that has changed; of what was computed, the unit that comes out otherwise.
 * Nothing that is personal stands in it. */
#define STALE_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, motion) F(S, TEXT, fact) F(S, TEXT, unit) F(S, TEXT, before) F(S, TEXT, after)
#define RECONSIDERED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, because)

#define AFTER_KINDS(X)                                                                                       \
    X(CASE_WITHDRAWN, "case_withdrawn", 1, CaseWithdrawn, CASE_WITHDRAWN_BODY,                               \
      "{subject} was withdrawn: {because}")                                                                  \
    X(SUSPENDED, "suspended", 1, Suspended, SUSPENDED_BODY, "{subject} is suspended: {because}")             \
    X(RESUMED, "resumed", 1, Resumed, RESUMED_BODY,                                                          \
      "{subject} goes on, suspended since {since}; its clocks move by {days} days[: {because}]")             \
    X(REOPENED, "reopened", 1, Reopened, REOPENED_BODY,                                                      \
      "{subject} is taken up again at {step}[, having ended: {outcome}][; what lapsed on {lapsed} is "       \
      "lifted]"                                                                                              \
      ": {because}")                                                                                         \
    X(CASE_LINKED, "case_linked", 1, CaseLinked, CASE_LINKED_BODY, "{subject} {link} {other}")               \
    X(SUPERSEDED, "superseded", 1, Superseded, SUPERSEDED_BODY, "{subject} is superseded by {by}")           \
    X(APPEALED, "appealed", 1, Appealed, APPEALED_BODY,                                                      \
      "{person} appealed what {decider} had decided at {step}: {because}")                                   \
    X(CORRECTED, "corrected", 1, Corrected, CORRECTED_BODY,                                                  \
      "entry {entry} is corrected[, in what it says of {fact}][, in the votes on {motion}]: {because}")      \
    X(VOTES_CORRECTED, "votes_corrected", 1, VotesCorrected, VOTES_CORRECTED_BODY,                           \
      "{motion} as corrected[, for: {in_favour}][, against: {against}][, abstaining: {abstaining}][, not "   \
      "voting: {not_voting}]: it "                                                                           \
      "comes to {result}[, and was {before}, which stands until it is decided again]")                       \
    X(OBJECTED, "objected", 1, Objected, OBJECTED_BODY, "{person} objected: {because}")                      \
    X(STALE, "stale", 1, Stale, STALE_BODY,                                                                  \
      "what was decided at {step} no longer holds[: {fact} has changed][: {unit} comes out otherwise]"       \
      "[, from {before}][ to {after}]")                                                                      \
    X(RECONSIDERED, "reconsidered", 1, Reconsidered, RECONSIDERED_BODY,                                      \
      "{step} is decided anew, and what was open is set aside: {because}")

RECORD_STRUCT(ClockMoved, CLOCK_MOVED_FIELDS)

#endif
