/* flow_net: a workflow made a net. Each step has a place, each of parallel steps one while it runs and one
 * when it is done; all ends are one place. What a review opens again and again runs too, from the outcome
 * that begins it on, until another outcome or an end that says so. What is known are the outcomes that
 * reviews have come to. What a condition needs of anything else may be so or not, unless no row of a table
 * gives it. */
#ifndef BYLAW_MODEL_ANALYSIS_FLOW_NET_H
#define BYLAW_MODEL_ANALYSIS_FLOW_NET_H

#include "model/analysis/net.h"
#include "model/model.h"

/* The places of what is known of a review: not yet held, then each of its outcomes. */
typedef struct ReviewPlaces {
    const Symbol *review;
    uint32_t unheld;
} ReviewPlaces;

typedef struct FlowWay { /* why a move of the net is there */
    uint32_t step;
    const NextDecl *next; /* NULL: within parallel steps, and for an end */
} FlowWay;

/* The place of what a review opens: while it holds a token, the workflow is opened. */
typedef struct DutyPlace {
    uint32_t place;
    const Symbol *review;
    const Name *outcome; /* after which it begins; NULL: after any in which the review was held */
    Text opens;
} DutyPlace;

typedef struct FlowNet {
    Net net;           /* the place of a step is its number among the workflow's */
    uint32_t stepping; /* the first places are the steps', of those that run the others the duties' */
    uint32_t *step_of; /* of each of these: the step, also of its parallel steps; the end's is none */
    VEC(FlowWay) ways; /* one for each move */
    VEC(ReviewPlaces) reviews;
    VEC(DutyPlace) duties;
} FlowNet;

const FlowNet *flow_net(Arena *arena, const Model *model, const WorkflowDecl *workflow);

/* --- conditions (needs.c) ------------------------------------------------------------------------------- */

/* Adds what has to be known for the condition to be yes, or no where `yes` is false. What it needs besides
 * is taken as given. */
void needs_of(Arena *arena, const FlowNet *flow, const Model *model, const Expr *condition, bool yes,
              Needs *needs);

#endif
