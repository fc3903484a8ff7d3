/* flow: workflows as the proceedings follow them. */
#ifndef BYLAW_PROGRAM_FLOW_H
#define BYLAW_PROGRAM_FLOW_H

#include "program/organisation.h"

typedef enum FlowStepKind {
    FLOW_TASK,
    FLOW_SCORE,
    FLOW_REVIEW,
    FLOW_CHECKLIST,
    FLOW_EVALUATE,
    FLOW_MOTION,
    FLOW_PARALLEL,
    FLOW_END
} FlowStepKind;

typedef struct FlowNext {
    Text outcome;    /* empty: any */
    Index condition; /* unit; NONE: always */
    Index to;        /* step */
} FlowNext;

typedef struct FlowStep {
    FlowStepKind kind;
    Text name;
    Text title; /* TASK: what to do; MOTION: the motion's text with {fact} in it; END: the outcome */
    const Who *by;
    size_t by_count;
    const Index *collects; /* slots */
    size_t collect_count;
    Duration within; /* amount 0: none */
    Index detail; /* SCORE: scorecard; REVIEW: review; CHECKLIST: checklist; EVALUATE: unit; MOTION: authority
                     (a table) */
    int32_t decision; /* MOTION: member of the authority's decision enum */
    Index options;    /* MOTION: the slot of an enum's member that is chosen; NONE: it is for or against */
    bool conditional; /* MOTION: it may be carried with conditions */
    Index parent;     /* the parallel step it is a branch of; NONE */
    const Index *branches; /* PARALLEL: steps */
    size_t branch_count;
    const FlowNext *next;
    size_t next_count;
    Duration holds;      /* END: what was approved; amount 0: for ever */
    Text renewal;        /* END: the workflow that renews it; empty: none */
    Duration ahead;      /* END: how long before it expires */
    const Text *ongoing; /* END: the workflows that triggers still open for the case */
    size_t ongoing_count;
    Where where;
} FlowStep;

typedef struct Workflow {
    Text name, title;
    Index group; /* the facts its cases are of */
    Index start;
    const FlowStep *steps;
    size_t step_count;
    Where where;
} Workflow;

#endif
