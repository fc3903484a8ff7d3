/* workflow: the keys of a workflow file. The reader and the test that holds docs/workflow.schema.json to it
 * read these rows. What a step may have depends on its kind (STEP_KINDS in syntax/ast.h). */
#ifndef BYLAW_SYNTAX_WORKFLOW_H
#define BYLAW_SYNTAX_WORKFLOW_H

#include "syntax/syntax.h"

/* X(NAME, key, must it be there?) */
#define WORKFLOW_KEYS(X)                                                                                     \
    X(WORKFLOW, "workflow", true)                                                                            \
    X(TITLE, "title", false)                                                                                 \
    X(SOURCE, "source", false)                                                                               \
    X(OF, "of", true)                                                                                        \
    X(START, "start", true)                                                                                  \
    X(STEPS, "steps", true)

typedef enum WorkflowKey {
#define X(name, key, must) WORKFLOW_KEY_##name,
    WORKFLOW_KEYS(X)
#undef X
        WORKFLOW_KEY_COUNT
} WorkflowKey;

/* A set of kinds of steps. */
#define STEP_BIT(name) (1u << STEP_##name)
#define STEP_WORK                                                                                            \
    (STEP_BIT(TASK) | STEP_BIT(SCORE) | STEP_BIT(REVIEW) | STEP_BIT(CHECKLIST) | STEP_BIT(MOTION))
#define STEP_GOES_ON (STEP_WORK | STEP_BIT(EVALUATE) | STEP_BIT(PARALLEL))

/* X(NAME, key, the kinds that may have it, the kinds that must) */
#define STEP_KEYS(X)                                                                                         \
    X(BY, "by", STEP_BIT(TASK) | STEP_BIT(SCORE) | STEP_BIT(CHECKLIST), STEP_BIT(CHECKLIST))                 \
    X(COLLECTS, "collects", STEP_BIT(TASK), 0)                                                               \
    X(WITHIN, "within", STEP_WORK, 0)                                                                        \
    X(DECISION, "decision", STEP_BIT(MOTION), STEP_BIT(MOTION))                                              \
    X(OPTIONS, "options", STEP_BIT(MOTION), 0)                                                               \
    X(CONDITIONS, "conditions", STEP_BIT(MOTION), 0)                                                         \
    X(NEXT, "next", STEP_GOES_ON, STEP_GOES_ON)                                                              \
    X(ONGOING, "ongoing", STEP_BIT(END), 0)                                                                  \
    X(HOLDS, "holds", STEP_BIT(END), 0)                                                                      \
    X(RENEWAL, "renewal", STEP_BIT(END), 0)                                                                  \
    X(AHEAD, "ahead", STEP_BIT(END), 0)

typedef enum StepKey {
#define X(name, key, may, must) STEP_KEY_##name,
    STEP_KEYS(X)
#undef X
        STEP_KEY_COUNT
} StepKey;

#endif
