/* kinds_case: a case and its steps (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_CASE_H
#define BYLAW_PROCEEDINGS_KINDS_CASE_H

#include "value/record.h"

/* By a person, or by a trigger and then perhaps about another case. */
#define CASE_OPENED_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, workflow)                                                                                     \
    F(S, TEXT, opener)                                                                                       \
    F(S, TEXT, trigger) F(S, TEXT, about) F(S, DATE, opened) /* where that is not the day it happened */
#define FACTS_STATED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TREE, facts) F(S, TEXT, note) F(S, TEXT, carried_from) /* the case in which they were stated */
#define STEP_ENTERED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, DATE, due) F(S, DATE, began) /* where that is not the day it happened */
#define STEP_ENDED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, outcome) F(S, TEXT, note) F(S, DATE, ended) /* likewise */
#define SCORED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, scorer) F(S, TEXT, role) F(S, TREE, scores)
#define DETERMINED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, unit) F(S, TEXT, outcome) F(S, TEXT, row) F(S, TREE, reasons)
#define REVIEW_STEP_ENTERED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, review) F(S, TEXT, step)
#define ANSWERED_BODY(F, R, L, S)            F(S, TEXT, subject) F(S, TEXT, review) F(S, TREE, answers) F(S, TEXT, note)
#define PLANNED_BODY(F, R, L, S)             F(S, TEXT, subject) F(S, TEXT, review) F(S, TREE, plans)
#define REVIEW_VOTED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, review)                                                                                       \
    F(S, TEXT, step) F(S, TEXT, question) /* "upheld" or "accepted" */ F(S, BOOL, carried)
#define REVIEW_ENDED_BODY(F, R, L, S)    F(S, TEXT, subject) F(S, TEXT, review) F(S, TEXT, outcome)
#define CHECKLIST_BEGUN_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, checklist)
#define TICKED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, subject) F(S, TEXT, checklist) F(S, TREE, items) F(S, TEXT, evidence) F(S, TEXT, note)
/* Who decides, where that is more than one: a tree laid flat, each part before those within it. */
#define DECIDER_PART_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, decider)  /* a body, an office or a person; empty for a part that has others within it */     \
    F(S, INT, within)    /* how many parts follow that are within this one */                                \
    F(S, INT, needed)    /* how many of those right within it must carry */                                  \
    F(S, BOOL, in_order) /* one is asked when the one before it has carried */
#define DECIDER_NAMED_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, decider)                                                                                      \
    L(S, DeciderPart, parts) /* of a joint decision */                                                       \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, escalation)                                                                                   \
    F(S, TEXTS, recommends) F(S, TEXTS, consulted) F(S, TEXTS, informed)
#define RECOMMENDED_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, named) /* the role, office or body of which this is the recommendation */                     \
    F(S, TEXT, person) F(S, TEXT, advice) /* "yes" or "no" */ F(S, TEXT, because)
#define CASE_ENDED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, outcome)

#define CASE_KINDS(X)                                                                                        \
    X(CASE_OPENED, "case_opened", 1, CaseOpened, CASE_OPENED_BODY,                                           \
      "{subject} was opened[ by {opener}][ by the trigger {trigger}][ about {about}]")                       \
    X(FACTS_STATED, "facts_stated", 1, FactsStated, FACTS_STATED_BODY,                                       \
      "facts were stated: {facts}[ ({note})][, as in {carried_from}]")                                       \
    X(STEP_ENTERED, "step_entered", 1, StepEntered, STEP_ENTERED_BODY, "the step {step} began")              \
    X(STEP_ENDED, "step_ended", 1, StepEnded, STEP_ENDED_BODY,                                               \
      "the step {step} ended: {outcome}[ ({note})]")                                                         \
    X(SCORED, "scored", 1, Scored, SCORED_BODY, "{scorer} scored as {role}: {scores}")                       \
    X(DETERMINED, "determined", 1, Determined, DETERMINED_BODY, "{unit}: {outcome}[, by row {row}]")         \
    X(DECIDER_NAMED, "decider_named", 1, DeciderNamed, DECIDER_NAMED_BODY,                                   \
      "{step} is for {decider} to decide")                                                                   \
    X(REVIEW_STEP_ENTERED, "review_step_entered", 1, ReviewStepEntered, REVIEW_STEP_ENTERED_BODY,            \
      "{review} came to its step {step}")                                                                    \
    X(ANSWERED, "answered", 1, Answered, ANSWERED_BODY, "{review} was answered: {answers}[ ({note})]")       \
    X(PLANNED, "planned", 1, Planned, PLANNED_BODY, "mitigation was planned for {review}: {plans}")          \
    X(REVIEW_VOTED, "review_voted", 1, ReviewVoted, REVIEW_VOTED_BODY,                                       \
      "the vote on {review} at its step {step}: {question}: {carried}")                                      \
    X(REVIEW_ENDED, "review_ended", 1, ReviewEnded, REVIEW_ENDED_BODY, "{review} came to {outcome}")         \
    X(CHECKLIST_BEGUN, "checklist_begun", 1, ChecklistBegun, CHECKLIST_BEGUN_BODY,                           \
      "{checklist} is gone through")                                                                         \
    X(TICKED, "ticked", 1, Ticked, TICKED_BODY, "{checklist}: {items}[; evidence: {evidence}][ ({note})]")   \
    X(RECOMMENDED, "recommended", 1, Recommended, RECOMMENDED_BODY,                                          \
      "{person} recommended for {named}: {advice}: {because}")                                               \
    X(CASE_ENDED, "case_ended", 1, CaseEnded, CASE_ENDED_BODY, "{subject} ended: {outcome}")

RECORD_STRUCT(DeciderPart, DECIDER_PART_FIELDS)

#endif
