/* program: a charter in its compiled form: typed and flat, names resolved to indexes, nothing left to look up
 * in an evaluation. The engine runs its units; the proceedings read its bodies, workflows and powers. It owns
 * nothing: all of it lives in the arena it was compiled in, and nothing changes after that.
 *
 * An Index is a place in one of the arrays below; NONE where there is nothing. */
#ifndef BYLAW_PROGRAM_PROGRAM_H
#define BYLAW_PROGRAM_PROGRAM_H

#include "program/flow.h"
#include "program/organisation.h"
#include "program/policies.h"
#include "program/registers.h"
#include "program/totals.h"
#include "program/unit.h"
#include "program/watching.h"
#include "program/where.h"

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

/* --- names of earlier editions ---------------------------------------------------------------------------
 */

/* "board" was "council", and in "vertical" the member "vertical.wellness" was "health". */
typedef struct Renamed {
    Text name, was;
} Renamed;

/* A class of evidence: how long files of it are kept. */
typedef struct EvidenceClass {
    Text name;
    bool for_good;
    Duration kept; /* else; calendar units */
    Where where;
} EvidenceClass;

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
    Text delegation_series;                          /* "D" */
    Index working_days;                              /* the calendar */
    Index today;                                     /* slot */
    Index case_opened;    /* slot: the day as of which rules are read that name no other */
    Index first_calendar; /* slot of the first calendar; the others follow */
    PROGRAM_ARRAY(Calendar, calendars)
    PROGRAM_ARRAY(EvidenceClass, evidence)
    bool notices[NOTICE_GROUP_COUNT]; /* what people are told of */
    PROGRAM_ARRAY(EnumType, enums)
    PROGRAM_ARRAY(Text, groups)
    PROGRAM_ARRAY(Register, registers)
    PROGRAM_ARRAY(Slot, slots)
    PROGRAM_ARRAY(Unit, units)
    /* The last of these are what totals add up: no test asks for them. */
    PROGRAM_ARRAY(Definition, definitions)
    PROGRAM_ARRAY(Total, totals)
    PROGRAM_ARRAY(Scorecard, scorecards)
    PROGRAM_ARRAY(Checklist, checklists)
    PROGRAM_ARRAY(DecisionTable, tables)
    PROGRAM_ARRAY(struct ConditionCode, conditions)
    PROGRAM_ARRAY(DeciderNode, deciders)
    PROGRAM_ARRAY(Role, roles)
    PROGRAM_ARRAY(Office, offices)
    PROGRAM_ARRAY(Body, bodies)
    PROGRAM_ARRAY(BallotRule, ballots)
    PROGRAM_ARRAY(Power, powers)
    PROGRAM_ARRAY(Delegation, delegations)
    PROGRAM_ARRAY(Escalation, escalations)
    PROGRAM_ARRAY(Review, reviews)
    PROGRAM_ARRAY(Guard, guards)
    PROGRAM_ARRAY(Invariant, invariants)
    PROGRAM_ARRAY(Metric, metrics)
    PROGRAM_ARRAY(Trigger, triggers)
    PROGRAM_ARRAY(Workflow, workflows)
    PROGRAM_ARRAY(RuleTest, tests)
    PROGRAM_ARRAY(Renamed, renamed)
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
Index program_delegation(const Program *program, Text name);
Index program_escalation(const Program *program, Text name);
Index program_register(const Program *program, Text name);
Index program_metric(const Program *program, Text name);
Index program_trigger(const Program *program, Text name);
Text program_was(const Program *program, Text name); /* in an earlier edition; empty: that was its name */
Index program_evidence(const Program *program, Text name);
Index register_field(const Register *in, Text name);
Index workflow_step(const Workflow *workflow, Text name);

/* Splits "vertical_council[health]" into the name and the index; the index is empty when there is none. */
void split_indexed(Text name, Text *base, Text *index);
Text indexed_name(Arena *arena, Text base, Text index); /* the way back */

#endif
