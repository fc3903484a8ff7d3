/* kinds_conditions: conditions on what was carried, from being put to being met (proceedings/kinds.h says how
 * rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_CONDITIONS_H
#define BYLAW_PROCEEDINGS_KINDS_CONDITIONS_H

#include "value/record.h"

/* What has to be done, by whom and when; what will show it; and the body, office, role or person that says
 * that it does. */
#define CONDITION_FIELDS(F, R, L, S)                                                                         \
    F(S, INT, number) /* on the motion; then in the case */                                                  \
    F(S, TEXT, text) F(S, TEXT, owner) F(S, DATE, due) F(S, TEXT, evidence) F(S, TEXT, discharged_by)
#define CONDITION_PUT_BODY(F, R, L, S)     F(S, TEXT, motion) F(S, TEXT, subject) CONDITION_FIELDS(F, R, L, S)
#define CONDITION_DROPPED_BODY(F, R, L, S) F(S, TEXT, motion) F(S, TEXT, subject) F(S, INT, number)
#define CONDITION_SET_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, motion) CONDITION_FIELDS(F, R, L, S)
#define CONDITION_DISCHARGED_BODY(F, R, L, S)                                                                \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number) F(S, TEXT, evidence) /* what showed it */ F(S, TEXT, meeting) F(S, TEXT, note)
#define CONDITION_WAIVED_BODY(F, R, L, S)                                                                    \
    F(S, TEXT, subject) F(S, INT, number) F(S, TEXT, meeting) F(S, TEXT, because)
#define CONDITION_EXTENDED_BODY(F, R, L, S)                                                                  \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number) F(S, DATE, due) F(S, DATE, until) F(S, TEXT, meeting) F(S, TEXT, because)
/* `falls`: the step whose approval falls with it, and `to` the one that follows; `stood`: where the case was
 * then. `blocked`: a step that should have followed and could not be entered. */
#define CONDITION_LAPSED_BODY(F, R, L, S)                                                                    \
    F(S, TEXT, subject)                                                                                      \
    F(S, INT, number)                                                                                        \
    F(S, DATE, due) F(S, TEXT, falls) F(S, TEXT, to) F(S, TEXT, stood) F(S, TEXT, blocked)
/* `stands`: the step whose approval stands again. */
#define CONDITION_REVIVED_BODY(F, R, L, S)                                                                   \
    F(S, TEXT, subject) F(S, INT, number) F(S, DATE, due) F(S, TEXT, stands) F(S, TEXT, because)

#define CONDITION_KINDS(X)                                                                                   \
    X(CONDITION_PUT, "condition_put", 1, ConditionPut, CONDITION_PUT_BODY,                                   \
      "condition {number} on {motion}: {text}, by {due}; {owner} meets it, and {discharged_by} discharges "  \
      "it on: {evidence}")                                                                                   \
    X(CONDITION_DROPPED, "condition_dropped", 1, ConditionDropped, CONDITION_DROPPED_BODY,                   \
      "condition {number} on {motion} is dropped")                                                           \
    X(CONDITION_SET, "condition_set", 1, ConditionSet, CONDITION_SET_BODY,                                   \
      "condition {number} of {subject}: {text}, by {due}; {owner} meets it, and {discharged_by} discharges " \
      "it on: {evidence}")                                                                                   \
    X(CONDITION_DISCHARGED, "condition_discharged", 1, ConditionDischarged, CONDITION_DISCHARGED_BODY,       \
      "condition {number} of {subject} is met[, as {meeting} found]: {evidence}[ ({note})]")                 \
    X(CONDITION_WAIVED, "condition_waived", 1, ConditionWaived, CONDITION_WAIVED_BODY,                       \
      "condition {number} of {subject} is waived[ at {meeting}]: {because}")                                 \
    X(CONDITION_EXTENDED, "condition_extended", 1, ConditionExtended, CONDITION_EXTENDED_BODY,               \
      "condition {number} of {subject} has time until {until}, and not until {due}[, given at {meeting}]: "  \
      "{because}")                                                                                           \
    X(CONDITION_LAPSED, "condition_lapsed", 1, ConditionLapsed, CONDITION_LAPSED_BODY,                       \
      "condition {number} of {subject} was not met by {due}[: what was carried at {falls} falls, and {to} "  \
      "follows][; {blocked} should have followed, and could not begin]")                                     \
    X(CONDITION_REVIVED, "condition_revived", 1, ConditionRevived, CONDITION_REVIVED_BODY,                   \
      "condition {number} of {subject} is open again until {due}[, and what was carried at {stands} "        \
      "stands]: {because}")

#endif
