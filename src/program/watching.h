/* watching: metrics, and the triggers that open cases by themselves. */
#ifndef BYLAW_PROGRAM_WATCHING_H
#define BYLAW_PROGRAM_WATCHING_H

#include "program/where.h"
#include "syntax/words.h"
#include "value/period.h"
#include "value/value.h"

/* Measured once a period, for each case of the group, or for the organisation (group NONE); `for each` enum
 * for each member. */
typedef struct Metric {
    Text name;
    Type type;
    Index group;
    const EnumType *for_each; /* NULL: not indexed */
    Index slot;               /* where rules read what was measured last; NONE of an indexed one */
    Cadence measured;
    const struct CellCode *target; /* NULL: there is none */
    Text target_written, unit;
    PhraseId direction; /* HIGHER_IS_BETTER, LOWER_IS_BETTER; PHRASE_NONE: not said */
    Where where;
} Metric;

typedef enum CauseKind {
    CAUSE_MISSES,    /* a metric misses its target for so many periods one after another */
    CAUSE_CHANGED,   /* a fact was stated anew, and differs */
    CAUSE_CONDITION, /* a condition came to hold */
    CAUSE_CASES,     /* so many cases of a workflow were opened within a time */
    CAUSE_DAY,       /* a day came */
    CAUSE_CADENCE,   /* a period began */
    CAUSE_DAYS,      /* a day of a recurrence came */
    CAUSE_INTERVAL   /* so long a time has passed once more since the review came to its outcome */
} CauseKind;

typedef struct Cause {
    CauseKind kind;
    Index metric;     /* MISSES */
    int64_t count;    /* MISSES: periods; CASES: cases */
    Index slot;       /* CHANGED */
    Index condition;  /* CONDITION: unit */
    Index workflow;   /* CASES */
    Duration within;  /* CASES: the time; INTERVAL: how long */
    int64_t times;    /* DAYS, INTERVAL of a duty: so many days of it are counted; 0: all */
    Cadence cadence;  /* CADENCE */
    const Date *days; /* DAY: one; DAYS: ascending, as far as the charter and its calendar reach */
    size_t day_count;
    Text written; /* as its author wrote it */
    Where where;
} Cause;

typedef struct Trigger {
    Text name, because;
    Index group; /* of the cases it is about; NONE: of no case */
    const Cause *causes;
    size_t cause_count;
    Index opens;      /* workflow; NONE where the rules are read without their workflows */
    Index review;     /* it is a duty of this review; NONE: it was declared as a trigger */
    Index outcome;    /* of the review: it waits until the case has come to it; NONE: to any */
    Duration rests;   /* amount 0: not at all */
    Date from, until; /* in force [from, until); DATE_NONE where open */
    Index day;        /* as of the day in this slot */
    Where where;
} Trigger;

#endif
