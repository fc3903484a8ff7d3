/* policies: what happens around a decision: where it goes when it is not made, what is reviewed before it,
 * and what must hold. */
#ifndef BYLAW_PROGRAM_POLICIES_H
#define BYLAW_PROGRAM_POLICIES_H

#include "program/organisation.h"

typedef enum StartKind { START_UNDECIDED, START_QUORUM_LOST, START_OBJECTION, START_APPEAL } StartKind;

typedef struct EscalationStart {
    StartKind kind;
    Duration after; /* UNDECIDED; of APPEAL how long it can be appealed */
    int64_t times;  /* QUORUM_LOST */
} EscalationStart;

typedef enum OnSilence { SILENCE_NEXT, SILENCE_REJECT } OnSilence;

typedef struct EscalationLevel {
    Who to; /* a body or an office; indexed like the escalation itself when `indexed` */
    bool indexed;
    Duration within;
    OnSilence on_silence;
    Where where;
} EscalationLevel;

typedef struct Escalation {
    Text name;
    const EnumType *for_each;
    const EscalationStart *starts;
    size_t start_count;
    const EscalationLevel *levels;
    size_t level_count;
    Where where;
} Escalation;

typedef struct Principle {
    Text name, question;
    Where where;
} Principle;

typedef enum ReviewStepKind { REVIEW_ANSWERS, REVIEW_VOTE, REVIEW_PLANS } ReviewStepKind;

typedef struct ReviewBranch {
    Index condition; /* unit; NONE: otherwise */
    Index to_step;   /* NONE when it leads to an outcome */
    Index to_outcome;
} ReviewBranch;

typedef struct ReviewStep {
    Text name;
    ReviewStepKind kind;
    const ReviewBranch *branches;
    size_t branch_count;
    Where where;
} ReviewStep;

typedef struct Review {
    Text name;
    Index body;
    Index group;
    Index applies; /* condition unit; NONE: always */
    const Principle *principles;
    size_t principle_count;
    const ReviewStep *steps;
    size_t step_count;
    const EnumType *outcomes; /* as declared, with not_applicable last */
    Index slot;               /* its outcome */
    Index concerns_slot, upheld_slot, accepted_slot;
    Where where;
} Review;

typedef struct Guard {
    Text name;
    Text before;           /* the step it guards, by name, in every workflow that has one */
    const Index *requires; /* condition units; all must hold */
    size_t count;
    Where where;
} Guard;

/* Holds for every case of the group after each act, or the act is refused (law P9). */
typedef struct Invariant {
    Text name;
    Index group;
    const Index *requires; /* condition units; all must hold */
    size_t count;
    Where where;
} Invariant;

#endif
