/* program: a charter in its compiled form: typed and flat, names resolved to indexes, nothing left to look up
 * in an evaluation. The engine runs its units; the proceedings read its bodies, workflows and powers. It owns
 * nothing: all of it lives in the arena it was compiled in, and nothing changes after that.
 *
 * An Index is a place in one of the arrays below; NONE where there is nothing. */
#ifndef BYLAW_PROGRAM_PROGRAM_H
#define BYLAW_PROGRAM_PROGRAM_H

#include "syntax/words.h"
#include "value/value.h"

typedef int32_t Index;
enum { NONE = -1 };

/* Where a rule stands and what it cites (law L7). */
typedef struct Where {
    Text path;
    uint32_t line;
    Text source; /* "§8.1"; empty when nothing is cited */
} Where;

/* --- what is given and computed ------------------------------------------------------------------------- */

typedef enum SlotKind {
    SLOT_FACT,        /* stated by people */
    SLOT_SCORE,       /* a criterion: one number, or the list of several people's scores */
    SLOT_REVIEW,      /* what a review came to */
    SLOT_REVIEW_FACT, /* concerns, upheld, accepted: what happened in a review */
    SLOT_STEP,        /* given by the motion's step: an authority's `decision` */
    SLOT_METRIC,      /* what was measured last */
    SLOT_DAY,         /* "today": the civil day on which the determination is made (law L6) */
    SLOT_CALENDAR,    /* never given; wanted where a calendar does not list the years that are needed */
    SLOT_COMPUTED     /* a definition, a scorecard's or table's result */
} SlotKind;

typedef struct Slot {
    Text name; /* "vertical", "evaluation.total", "partnership_ethics.concerns" */
    SlotKind kind;
    Type type;
    bool optional, personal;
    Index group; /* SLOT_FACT: its group of facts */
    Index owner; /* COMPUTED: the unit that makes it; REVIEW: the review; SCORE: the scorecard; METRIC: the
                    metric; else NONE */
    Where where;
} Slot;

/* Something to evaluate. Its plan names the units it needs first, in order, itself last. */
typedef enum UnitKind {
    UNIT_CONDITION,
    UNIT_DEFINITION,
    UNIT_SCORECARD,
    UNIT_TABLE,
    UNIT_AUTHORITY
} UnitKind;

typedef struct Unit {
    UnitKind kind;
    Text name;         /* "recommendation"; empty for a condition */
    Index detail;      /* in definitions, scorecards, tables (also for authorities), or conditions */
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

/* A name for a value that is worked out. */
typedef struct Definition {
    Text name;
    Index unit;
    Index group;  /* NONE: of no group of facts */
    Index slot;   /* where its value is put; an error of its expression too, for what reads it */
    Index code;   /* in conditions */
    Text written; /* the expression as its author wrote it */
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

/* --- registers ------------------------------------------------------------------------------------------ */

typedef struct RegisterField {
    Text name;
    Type type;
    bool key; /* it names the row, with the other keys; else it is read from it */
    bool optional;
} RegisterField;

/* Dated data that entries change. A row is named by its keys, in the order of their fields. */
typedef struct Register {
    Text name, title;
    const RegisterField *fields; /* as declared */
    size_t field_count;
    const Index *keys; /* those of the fields that are keys */
    size_t key_count;
    Where where;
} Register;

/* What a test says that a row holds. */
typedef struct RegisterValue {
    Index in, field;   /* the register, and the field in it */
    const Value *keys; /* as many as it has */
    Value value;
} RegisterValue;

/* --- who ------------------------------------------------------------------------------------------------ */

typedef struct Role {
    Text name, title;
} Role;

/* An indexed office, body or escalation (`for each vertical`) has one instance for each member:
 * "vertical_council[health]". Its deciders are named so in values and entries. */
typedef struct Office {
    Text name, title;
    const EnumType *for_each; /* NULL when there is one */
} Office;

/* One comparison of a threshold (law P1): counted > or >= quantity, quantity of base, or its square root. */
typedef struct Bound {
    CountId counted;
    bool at_least; /* else: more than */
    Number quantity;
    bool of_count;
    bool root;
    CountId base;
    int64_t including;    /* of those counted, at least this many ... */
    Index including_role; /* ... hold this role; NONE */
    Text written;         /* as its author wrote it */
} Bound;

typedef struct Threshold {
    const Bound *bounds; /* all must hold */
    size_t count;
} Threshold;

typedef enum TieRule { TIE_IS_LOST, TIE_CHAIR_DECIDES, TIE_CHAIR_DECIDES_IF_UNVOTED } TieRule;

typedef struct Body {
    Text name, title, mandate;
    const EnumType *for_each;
    int64_t seats_least, seats_most;
    Threshold quorum, carried;
    bool recused_leave; /* recused members leave the base of the quorum */
    TieRule tie;
    PhraseId meets;
    Where where;
} Body;

typedef struct BallotRule {
    Text name;
    Duration open; /* at least; amount 0: no such rule */
    Threshold carried;
    Where where;
} BallotRule;

typedef enum WhoKind { WHO_ROLE, WHO_OFFICE, WHO_BODY } WhoKind;

typedef struct Who {
    WhoKind kind;
    Index index;
    Text name; /* as written */
} Who;

typedef struct Power {
    ActId act;
    const Who *who;
    size_t count;
    Where where;
} Power;

/* --- escalations, reviews, guards ----------------------------------------------------------------------- */

typedef enum StartKind { START_UNDECIDED, START_QUORUM_LOST, START_OBJECTION } StartKind;

typedef struct EscalationStart {
    StartKind kind;
    Duration after; /* UNDECIDED */
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

/* --- what is watched ------------------------------------------------------------------------------------ */

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
    CAUSE_DAYS       /* a day of a recurrence came */
} CauseKind;

typedef struct Cause {
    CauseKind kind;
    Index metric;     /* MISSES */
    int64_t count;    /* MISSES: periods; CASES: cases */
    Index slot;       /* CHANGED */
    Index condition;  /* CONDITION: unit */
    Index workflow;   /* CASES */
    Duration within;  /* CASES */
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
    Index opens;    /* workflow; NONE where the rules are read without their workflows */
    Duration rests; /* amount 0: not at all */
    Where where;
} Trigger;

/* --- workflows ------------------------------------------------------------------------------------------ */

typedef enum FlowStepKind {
    FLOW_TASK,
    FLOW_SCORE,
    FLOW_REVIEW,
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
    Duration within;       /* amount 0: none */
    Index detail;          /* SCORE: scorecard; REVIEW: review; EVALUATE: unit; MOTION: authority (a table) */
    int32_t decision;      /* MOTION: member of the authority's decision enum */
    Index parent;          /* the parallel step it is a branch of; NONE */
    const Index *branches; /* PARALLEL: steps */
    size_t branch_count;
    const FlowNext *next;
    size_t next_count;
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

/* --- tests ---------------------------------------------------------------------------------------------- */

typedef struct Given {
    Index slot;
    Value value;
} Given;

typedef struct Expectation {
    Index condition; /* unit */
    Index table;     /* with a row: the table whose row is expected; else NONE */
    Index row;
    Where where;
} Expectation;

typedef struct RuleTest {
    Text title;
    const Given *givens;
    size_t given_count;
    const RegisterValue *rows; /* given of registers */
    size_t row_count;
    const Expectation *expects;
    size_t expect_count;
    Where where;
} RuleTest;

/* --- the whole ------------------------------------------------------------------------------------------ */

#define PROGRAM_ARRAY(T, name)                                                                               \
    const T *name;                                                                                           \
    size_t name##_count;

typedef struct Program {
    Text title, edition;
    int64_t language; /* the language version its text is written in (L8) */
    Date from, until; /* in force [from, until); DATE_NONE where open */
    Text time_zone;
    Text case_series, meeting_series, motion_series; /* "PRT", "MTG", "M" */
    Index working_days;                              /* the calendar */
    Index today;                                     /* slot */
    Index first_calendar;                            /* slot of the first calendar; the others follow */
    PROGRAM_ARRAY(Calendar, calendars)
    PROGRAM_ARRAY(EnumType, enums)
    PROGRAM_ARRAY(Text, groups)
    PROGRAM_ARRAY(Register, registers)
    PROGRAM_ARRAY(Slot, slots)
    PROGRAM_ARRAY(Unit, units)
    PROGRAM_ARRAY(Definition, definitions)
    PROGRAM_ARRAY(Scorecard, scorecards)
    PROGRAM_ARRAY(DecisionTable, tables)
    PROGRAM_ARRAY(struct ConditionCode, conditions)
    PROGRAM_ARRAY(DeciderNode, deciders)
    PROGRAM_ARRAY(Role, roles)
    PROGRAM_ARRAY(Office, offices)
    PROGRAM_ARRAY(Body, bodies)
    PROGRAM_ARRAY(BallotRule, ballots)
    PROGRAM_ARRAY(Power, powers)
    PROGRAM_ARRAY(Escalation, escalations)
    PROGRAM_ARRAY(Review, reviews)
    PROGRAM_ARRAY(Guard, guards)
    PROGRAM_ARRAY(Invariant, invariants)
    PROGRAM_ARRAY(Metric, metrics)
    PROGRAM_ARRAY(Trigger, triggers)
    PROGRAM_ARRAY(Workflow, workflows)
    PROGRAM_ARRAY(RuleTest, tests)
    size_t stack_need; /* values an evaluation's stack can hold at once, over all units */
    size_t keys_most;  /* keys that a register has, over all of them */
} Program;

/* Look-ups by name, for reading commands and facts; never on a hot path. NONE when there is none. */
Index program_slot(const Program *program, Index group,
                   Text name); /* a fact of the group (NONE: of any), or a path: "evaluation.total" */
Index program_unit(const Program *program, Text name);
Index program_workflow(const Program *program, Text name);
Index program_body(const Program *program,
                   Text name); /* "vertical_council" of "vertical_council[health]" too */
Index program_office(const Program *program, Text name);
Index program_role(const Program *program, Text name);
Index program_ballot(const Program *program, Text name);
Index program_escalation(const Program *program, Text name);
Index program_register(const Program *program, Text name);
Index register_field(const Register *in, Text name);
Index workflow_step(const Workflow *workflow, Text name);

/* Splits "vertical_council[health]" into the name and the index; the index is empty when there is none. */
void split_indexed(Text name, Text *base, Text *index);
Text indexed_name(Arena *arena, Text base, Text index); /* the way back */

#endif
