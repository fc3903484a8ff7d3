/* unit: what an evaluation reads and makes: slots, and the units that fill them. Definitions, scorecards,
 * checklists, tables and authorities, and who decides by these. */
#ifndef BYLAW_PROGRAM_UNIT_H
#define BYLAW_PROGRAM_UNIT_H

#include "program/where.h"
#include "syntax/words.h"
#include "value/value.h"

typedef enum SlotKind {
    SLOT_FACT,        /* stated by people */
    SLOT_SCORE,       /* a criterion: one number, or the list of several people's scores */
    SLOT_ITEM,        /* of a checklist: whether it is met */
    SLOT_REVIEW,      /* what a review came to */
    SLOT_REVIEW_FACT, /* concerns, upheld, accepted: what happened in a review */
    SLOT_STEP,        /* given by the motion's step: an authority's `decision` */
    SLOT_METRIC,      /* what was measured last */
    SLOT_TOTAL,       /* what cases come to: given by who knows them */
    SLOT_DAY,         /* "today": the civil day on which the determination is made (law L6); "case_opened" */
    SLOT_CALENDAR,    /* never given; wanted where a calendar does not list the years that are needed */
    SLOT_COMPUTED     /* a definition, a scorecard's or table's result */
} SlotKind;

/* How far a fact may change before an approval of what it was no longer holds (law P6): by more than the
 * amount, which is a share of what it was or of the fact's own kind (days, of a date). */
typedef struct Material {
    bool said; /* else any change counts */
    bool share;
    Number beyond;
} Material;

typedef struct Slot {
    Text name; /* "vertical", "evaluation.total", "partnership_ethics.concerns" */
    SlotKind kind;
    Type type;
    bool optional, personal;
    Material material;
    Index group; /* SLOT_FACT: its group of facts */
    Index owner; /* COMPUTED: the unit that makes it; REVIEW: the review; SCORE: the scorecard; ITEM: the
                    checklist; METRIC: the metric; else NONE */
    Where where;
} Slot;

/* Something to evaluate. Its plan names the units it needs first, in order, itself last. */
typedef enum UnitKind {
    UNIT_CONDITION,
    UNIT_DEFINITION,
    UNIT_SCORECARD,
    UNIT_CHECKLIST,
    UNIT_TABLE,
    UNIT_AUTHORITY
} UnitKind;

typedef struct Unit {
    UnitKind kind;
    Text name;    /* "recommendation"; empty for a condition */
    Index detail; /* in definitions, scorecards, checklists, tables (also for authorities), or conditions */
    const Index *plan; /* units, dependencies first, itself last */
    size_t plan_count;
    const Index *inputs; /* the slots that are given (not computed) which the plan can read */
    size_t input_count;
    Where where;
    Text written; /* a condition as its author wrote it */
} Unit;

/* Is it a table or an authority? */
static inline bool unit_has_rows(const Unit *unit) {
    return unit->kind == UNIT_TABLE || unit->kind == UNIT_AUTHORITY;
}

/* What a definition means on some days. */
typedef struct Meaning {
    Date from, until; /* [from, until); DATE_NONE where open */
    Index code;       /* in conditions */
    Text written;     /* the expression as its author wrote it */
    Where where;
} Meaning;

/* A name for a value that is worked out. */
typedef struct Definition {
    Text name;
    Index unit;
    Index group; /* NONE: of no group of facts */
    Index slot;  /* where its value is put; an error of its expression too, for what reads it */
    Index day;   /* the slot of the day as of which it is read; NONE: its one meaning holds on all days */
    const Meaning *meanings; /* by their days; no two hold on one */
    size_t meaning_count;
} Definition;

typedef struct Criterion {
    Text name, group;
    Index score_slot, combined_slot;
    Number weight; /* 1/4 */
    int64_t share; /* the weight times the scorecard's denominator */
    bool has_minimum;
    Number minimum;
    Where where;
} Criterion;

typedef enum Combine { COMBINE_MEAN, COMBINE_LOWEST } Combine;

typedef struct Scorecard {
    Text name;
    Index unit;
    Index group; /* the facts it is of */
    const Criterion *criteria;
    size_t criterion_count;
    int64_t denominator;            /* common to all weights; 0 when there is none of 64 bits */
    const struct PlainSheet *plain; /* program/code.h; NULL when it is none */
    Number low, high;               /* the scale */
    bool whole;                     /* only whole scores */
    Combine combine;
    bool minimum_each; /* minimums are held against each score, else against the combined one */
    Index total_slot, eligible_slot;
    Where where;
} Scorecard;

typedef struct ChecklistItem {
    Text name, requirement;
    Text evidence; /* what shows that it is met; empty where nothing is asked for */
    Index slot;
    Index applies; /* in conditions; NONE: always */
    Text written;  /* that condition, as its author wrote it */
    Where where;
} ChecklistItem;

typedef struct Checklist {
    Text name;
    Index unit;
    Index group;   /* the facts it is of */
    Index applies; /* in conditions; NONE: always */
    Text written;
    const ChecklistItem *items;
    size_t item_count;
    Index complete_slot, open_slot, applies_slot;
    Where where;
} Checklist;

typedef struct RowInfo {
    Text id; /* "R4" */
    Where where;
} RowInfo;

struct TableCode; /* program/code.h: columns and rows as the engine runs them */
struct ConditionCode;

typedef struct OutputColumn {
    Text name; /* "outcome", "decided_by" */
    Type type;
    Index slot;
    bool optional; /* a row may give none */
} OutputColumn;

/* What holds instead of some results of the row that fits, when its condition is met. */
typedef struct TableException {
    Text name;
    Index condition;       /* in conditions; read for the table's unit */
    Text written;          /* as its author wrote it */
    const bool *gives;     /* of each result of the table: does it give another? */
    const Value *results;  /* as many */
    const Index *computed; /* as many: in conditions; NONE: the constant is the result */
    Index deciders;        /* who decides, when it gives that: in Program.deciders; NONE */
    Where where;
} TableException;

typedef struct DecisionTable {
    Text name;
    Index unit;
    Index group;
    HitPolicy policy;
    const RowInfo *rows;
    size_t row_count;
    const OutputColumn *outputs; /* of the table; under `collect count` there is one, and a row gives none */
    size_t output_count;
    const struct TableCode *code;
    const TableException *exceptions;
    size_t exception_count;
    /* of an authority; else NONE */
    Index decided_by, ballot, escalation;  /* which output says so */
    Index recommends, consulted, informed; /* lists of those named */
    const Index *deciders;                 /* of each row: who decides, in Program.deciders; NULL */
    Index decision_slot;                   /* SLOT_STEP that its first column reads */
    Where where;
} DecisionTable;

/* --- who decides ---------------------------------------------------------------------------------------- */

typedef enum DeciderKind {
    DECIDER_ONE,      /* a body, an office or a person */
    DECIDER_ALL,      /* every part, in any order: cfo and ceo */
    DECIDER_SOME,     /* so many of its parts, in any order: 2 of (cfo, coo, ceo) */
    DECIDER_SEQUENCE, /* every part, one after the other: legal then board */
    DECIDER_NAMED     /* no decision, but a list of who is consulted, informed ... */
} DeciderKind;

/* Who decides, as a cell says it: a tree laid flat, each node before its parts. */
typedef struct DeciderNode {
    DeciderKind kind;
    int32_t needed; /* how many of its parts must carry */
    int32_t size;   /* nodes, itself and all under it */
    Text name;      /* ONE: who; empty where a case says it */
    Index at;       /* ONE: the register that then has the name; else NONE */
} DeciderNode;

#endif
