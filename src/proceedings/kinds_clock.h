/* kinds_clock: what comes by itself: deadlines, escalation, breaches, triggers (proceedings/kinds.h says how
 * rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_CLOCK_H
#define BYLAW_PROCEEDINGS_KINDS_CLOCK_H

#include "value/record.h"

#define DEADLINE_PASSED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, DATE, due)
#define ESCALATED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, escalation)                                                                                   \
    F(S, INT, level) F(S, TEXT, decider) F(S, TEXT, cause) F(S, DATE, due) F(S, DATE, until)
#define SILENCE_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, escalation) F(S, INT, level) F(S, DATE, due) F(S, TEXT, result)
#define BREACHED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, invariant) F(S, TEXT, rule) /* as its author wrote it */ F(S, TREE, reasons)
#define BREACH_ENDED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, invariant)
/* What a trigger fired on: its clause as its author wrote it, the day, and what was read: measurements by
 * their period, a fact as it was and as it is, cases. `subject` is empty where it is about no case. */
#define TRIGGERED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, trigger)                                                                                      \
    F(S, TEXT, subject)                                                                                      \
    F(S, DATE, on) F(S, TEXT, cause) F(S, TREE, read) F(S, TEXT, because) F(S, TEXT, opens)
#define TRIGGER_PASSED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, trigger)                                                                                      \
    F(S, TEXT, subject)                                                                                      \
    F(S, DATE, on)                                                                                           \
    F(S, TEXT, cause)                                                                                        \
    F(S, TREE, read)                                                                                         \
    F(S, TEXT, why)     /* "not in force", "refused" */                                                      \
    F(S, TEXT, refusal) /* what the case to be opened was refused for */
/* `on`: from which day on the trigger may fire on it. */
#define CONDITION_MET_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject) F(S, TEXT, trigger) F(S, TEXT, cause) F(S, DATE, on) F(S, TREE, reasons)
#define CONDITION_LEFT_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, trigger) F(S, TEXT, cause)

#define CLOCK_KINDS(X)                                                                                       \
    X(DEADLINE_PASSED, "deadline_passed", 1, DeadlinePassed, DEADLINE_PASSED_BODY,                           \
      "{step} was due by {due} and is overdue")                                                              \
    X(ESCALATED, "escalated", 1, Escalated, ESCALATED_BODY, "{step} went up to {decider}: {cause}")          \
    X(SILENCE, "silence", 1, Silence, SILENCE_BODY,                                                          \
      "{escalation} level {level} passed in silence: {result}")                                              \
    X(BREACHED, "breached", 1, Breached, BREACHED_BODY, "the invariant {invariant} does not hold: {rule}")   \
    X(BREACH_ENDED, "breach_ended", 1, BreachEnded, BREACH_ENDED_BODY,                                       \
      "the invariant {invariant} holds again")                                                               \
    X(TRIGGERED, "triggered", 1, Triggered, TRIGGERED_BODY,                                                  \
      "the trigger {trigger} fired[ for {subject}] on {on}: {cause}[ ({read})]; it opens {opens}"            \
      "[: {because}]")                                                                                       \
    X(TRIGGER_PASSED, "trigger_passed", 1, TriggerPassed, TRIGGER_PASSED_BODY,                               \
      "the trigger {trigger} opened nothing[ for {subject}] on {on}: {cause}[ ({read})]; {why}"              \
      "[ ({refusal})]")                                                                                      \
    X(CONDITION_MET, "condition_met", 1, ConditionMet, CONDITION_MET_BODY,                                   \
      "what the trigger {trigger} waits for has come: {cause}")                                              \
    X(CONDITION_LEFT, "condition_left", 1, ConditionLeft, CONDITION_LEFT_BODY,                               \
      "what the trigger {trigger} waits for is gone: {cause}")

#endif
