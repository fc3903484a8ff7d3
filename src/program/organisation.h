/* organisation: who there is: roles, offices, bodies and how they decide, and what each may do. */
#ifndef BYLAW_PROGRAM_ORGANISATION_H
#define BYLAW_PROGRAM_ORGANISATION_H

#include "program/where.h"
#include "syntax/words.h"
#include "value/value.h"

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
    bool root; /* quantity of the square root of base */
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

/* What of a case makes a member take no part in it. */
typedef enum ConflictKind { CONFLICT_REQUESTER, CONFLICT_SCORER, CONFLICT_NAMED } ConflictKind;

typedef struct ConflictRule {
    ConflictKind kind;
    Text fact;    /* NAMED: in which; of whatever group of facts the case is */
    bool recuses; /* the program enters it; else the member has to be recused before the vote */
    Where where;
} ConflictRule;

/* Who votes for members who are not there. */
typedef struct ProxyRule {
    bool allowed;
    bool anyone;    /* who holds one need be no member */
    bool in_quorum; /* who is represented counts among the members present */
    bool in_secret; /* ballots too */
    int64_t most;   /* that one holds at a time; 0: any number */
} ProxyRule;

typedef struct Body {
    Text name, title, mandate;
    const EnumType *for_each;
    int64_t seats_least, seats_most;
    Threshold quorum, carried;
    bool recused_leave; /* recused members leave the base of the quorum */
    TieRule tie;
    VoteKind votes; /* UNSAID: named */
    PhraseId meets;
    bool circulates; /* it decides between meetings too */
    const ConflictRule *conflicts;
    size_t conflict_count;
    bool challenged_by_vote; /* the other members rule on challenges, else the chair */
    ProxyRule proxies;
    Duration notice; /* of a meeting; amount 0: none is asked for */
    Where where;
} Body;

/* How one of several options is chosen; NOTHING: the ballot is for or against. */
typedef enum ChoiceMethod {
    CHOOSES_NOTHING,
    CHOOSES_RANKED,
    CHOOSES_PLURALITY,
    CHOOSES_APPROVAL
} ChoiceMethod;

typedef struct Choice {
    ChoiceMethod method;
    Text otherwise;             /* the default, as voters read it; empty: there is none */
    Threshold quorum, majority; /* of each option beside the default; count 0 where nothing is said */
} Choice;

typedef enum WhoKind { WHO_ROLE, WHO_OFFICE, WHO_BODY } WhoKind;

typedef struct Who {
    WhoKind kind;
    Index index;
    Text name; /* as written */
} Who;

typedef struct WhoList {
    const Who *at;
    size_t count;
} WhoList;

typedef struct VetoRule {
    Who by;
    bool with_reason;
} VetoRule;

typedef struct BallotRule {
    Text name;
    Duration open;  /* at least; amount 0: no such rule */
    VoteKind votes; /* UNSAID: as the body has it */
    Threshold carried;
    Choice choice;
    WhoList binding;     /* of those who decide, whose votes do; empty: all of theirs */
    WhoList advisory;    /* who else votes, to advise */
    WhoList expedited;   /* who can approve before the body, or refer to it */
    Duration consent;    /* of silence, which carries a motion; amount 0: it does not */
    bool unopposed;      /* what nobody at the meeting objects to is carried without votes */
    bool consent_agenda; /* and goes on the consent agenda by itself, to be carried with others */
    const VetoRule *vetoes;
    size_t veto_count;
    Where where;
} BallotRule;

/* What a body or an office can let others decide in its place, where a grant of it runs. */
typedef struct Delegation {
    Text name, title;
    Index group;
    Who from;
    WhoList to;          /* offices and roles */
    const Index *bounds; /* condition units, in a question's case; all must hold */
    size_t bound_count;
    Duration lasts; /* a grant at most */
    Where where;
} Delegation;

typedef struct Power {
    ActId act;
    const Who *who;
    size_t count;
    Where where;
} Power;

#endif
