/* ast: rules and workflows as their authors wrote them, each node with its span. Made by the parser, whose
 * actions only call the constructors in syntax/build.h; the model room then fills in `symbol` and `type` of
 * names and expressions and changes nothing else. All of it lives in one arena. */
#ifndef BYLAW_SYNTAX_AST_H
#define BYLAW_SYNTAX_AST_H

#include "source/source.h"
#include "syntax/words.h"
#include "value/value.h"

struct Symbol; /* model/model.h */

typedef struct Name { /* one word with its place */
    Text text;
    Span at;
} Name;

#define EXPR_KINDS(X)                                                                                        \
    X(LITERAL)        /* value, with literal type */                                                         \
    X(MISSING)        /* the word "missing" */                                                               \
    X(NOT_APPLICABLE) /* the words "not applicable" */                                                       \
    X(PATH)           /* a.b.c, a[b]: parts, index */                                                        \
    X(LOOKUP)         /* a[b].c, a[b, c].d: a register and its field as parts, its key as index */           \
    X(NOT)                                                                                                   \
    X(NEGATE)                                                                                                \
    X(BINARY)    /* op, left, right */                                                                       \
    X(IN)        /* left in (items) */                                                                       \
    X(WITHIN)    /* left in right, a list or range that is no constant */                                    \
    X(ELAPSED)   /* in the unit `unit`, from left to right */                                                \
    X(BY)        /* left, a LITERAL or ELAPSED in working days, counted by the calendar that right names */  \
    X(CONVERT)   /* left in CURRENCY at RATES: both names are the WORDS of right */                          \
    X(ROUNDED)   /* left, rounded as `how` says to as many places as right, a LITERAL, says */               \
    X(AGGREGATE) /* what `how` says of the list left */                                                      \
    X(ROOT)      /* square root of left */                                                                   \
    X(RANGE)     /* left .. right, left ..< right */                                                         \
    X(LIST)      /* (a, b, c) */                                                                             \
    X(SOME)      /* 2 of (a, b, c): left, items */                                                           \
    X(FIRST)     /* first in a.b from c whose d covers e: items, by their FIRST_... places */                \
    X(WORDS)     /* several words that only the table around them can read: "as needed" */

typedef enum ExprKind {
#define X(name) EXPR_##name,
    EXPR_KINDS(X)
#undef X
} ExprKind;

/* X(NAME, how it is written, precedence) */
#define OPERATORS(X)                                                                                         \
    X(THEN, "then", 0) /* of deciders: one after the other */                                                \
    X(OR, "or", 1)                                                                                           \
    X(AND, "and", 2)                                                                                         \
    X(EQUAL, "=", 4)                                                                                         \
    X(NOT_EQUAL, "!=", 4)                                                                                    \
    X(LESS, "<", 4)                                                                                          \
    X(LESS_EQUAL, "<=", 4)                                                                                   \
    X(GREATER, ">", 4)                                                                                       \
    X(GREATER_EQUAL, ">=", 4)                                                                                \
    X(ADD, "+", 6)                                                                                           \
    X(SUBTRACT, "-", 6)                                                                                      \
    X(MULTIPLY, "*", 7)                                                                                      \
    X(DIVIDE, "/", 7)

typedef enum Operator {
#define X(name, written, precedence) OP_##name,
    OPERATORS(X)
#undef X
        OPERATOR_COUNT
} Operator;

/* 64 bytes: a matrix has tens of thousands of them. What is under one `union` holds only for the kinds that
 * are named there, so `kind` is asked first. */
typedef struct Expr {
    ExprKind kind : 5;
    unsigned how : 3;   /* ROUNDED: a Rounding; AGGREGATE: an Aggregate */
    Operator op : 6;    /* BINARY */
    bool half_open : 1; /* RANGE: written ..< */
    bool percent : 1;   /* LITERAL: a number written with % */
    DurationUnit unit : 4;
    unsigned depth : 12; /* operators and lists within one another under it; bounded by the parser */
    Span at;
    union {
        Value value; /* LITERAL */
        struct {
            struct Expr *left; /* of all kinds with one operand or two, IN; SOME: how many */
            union {
                struct Expr *right;       /* of all kinds with two */
                VEC(struct Expr *) items; /* IN, LIST, SOME, FIRST */
            };
        };
        struct {
            VEC(Name) parts; /* PATH, WORDS; LOOKUP: the register, and its field unless that was left out */
            struct Expr *index; /* PATH: [index] after the last part; NULL. LOOKUP: its key, a LIST */
        };
    };
    /* filled in by the model */
    struct Symbol *symbol; /* PATH, WORDS: what it names; LOOKUP: the field */
    Type type;
} Expr;

_Static_assert(sizeof(Expr) == 64, "an expression is as large as a line of the cache");

/* What the items of a FIRST are: a register and its field, from whom on, a field of the same register, and
 * what it has to cover. */
enum { FIRST_LINE, FIRST_FROM, FIRST_WHOSE, FIRST_COVERED, FIRST_PARTS };

/* One cell of a table. `-` is no test; an empty cell is an error of the parser. */
typedef enum CellTestKind { CELL_ANY, CELL_TESTS, CELL_OTHERWISE } CellTestKind;

typedef struct CellTest {
    Span at;
    bool negated : 1;  /* not ... */
    bool compares : 1; /* op is LESS..GREATER_EQUAL, NOT_EQUAL: "< 6" */
    Operator op : 6;
    Expr *value; /* a literal, name, range, MISSING, NOT_APPLICABLE, WORDS, or any expression after || */
} CellTest;

typedef struct Cell {
    CellTestKind kind;
    Span at;
    VEC(CellTest) tests; /* separated by commas: any of them */
} Cell;

typedef struct TableRow {
    Span at;
    VEC(Cell) cells;
} TableRow;

typedef struct TableColumn {
    Span at;
    Expr *head;     /* what stands in the header, a PATH (or WORDS); never NULL */
    Expr *type;     /* `outcome : recommendation_outcome`, a type as written (TypeExpr as PATH/WORDS); NULL */
    Name attribute; /* optional; empty text where nothing is said */
    bool output;    /* stands after || */
} TableColumn;

typedef struct Table {
    Span at;
    VEC(TableColumn) columns;
    VEC(TableRow) rows;
    VEC(Name) lost_rows; /* the names of rows that could not be read, or do not fit the first one */
} Table;

/* A quantity of a threshold: a number, a count, a number of a count (1/2 of votes cast), or of the square
 * root of one. */
typedef struct Comparison {
    Span at;
    bool at_least;   /* else: more than */
    Number quantity; /* 3, 1/2 */
    bool of_count;   /* quantity is a fraction of `base` */
    bool root;       /* quantity is a fraction of the square root of `base` */
    CountId base;
    CountId
        counted; /* what is held against it: VOTES_FOR in carried, MEMBERS_PRESENT in quorum, or as written */
    int64_t including; /* "including 1 with role external": how many; 0 when there is no such part */
    Name including_role;
} Comparison;

typedef struct PhraseArg { /* what stood for <number> <duration> <name> <range> <text>, in order */
    Span at;
    Number number;
    Duration duration;
    Name name;
    Number low, high;
    Text text;
    VEC(Date) days; /* of a recurrence's text, filled in by who can read it (service/recurrence.c) */
} PhraseArg;

typedef struct Phrase {
    PhraseId id; /* PHRASE_NONE after an error */
    Span at;
    VEC(PhraseArg) args;
} Phrase;

typedef struct Branch { /* `cleared when concerns = 0`, `detailed otherwise` */
    Span at;
    Name to;
    Expr *when; /* NULL: otherwise */
} Branch;

typedef struct Clause {
    SettingId setting;
    Span at, word; /* the whole line; the leading word */
    Text text;     /* TEXT, DAY, HEADING */
    VEC(Name)
    names; /* NAME, NAMES; PAIRS: key, value, key, value; RENAMES: new, old; STEP: the step's name; HEADING:
              optional */
    Phrase phrase; /* PHRASE, STEP, and CONDITION when one of its setting's phrases was said */
    Expr *expr; /* WHEN, CONDITION, VALUE, DATED, RANGE, GIVEN (the value), EXPECT; HEADING (type, or NULL) */
    Cell *cell; /* CELL; NULL after an error */
    Expr *target;                /* GIVEN: the fact's path; HEADING: the column, NULL when it is left out */
    Name row;                    /* EXPECT: by ROW; empty text when not given */
    Date from, until;            /* DATES, DATED, DAY (from); DATE_NONE where left out */
    VEC(Comparison) comparisons; /* THRESHOLD: all must hold */
    VEC(Branch) branches;        /* STEP */
} Clause;

/* What is said of a fact or a field: optional, where applicable, personal, key, material beyond 10%. */
typedef struct Attribute {
    Span at;
    Name word, then; /* "material", "beyond"; empty text where there is no second word */
    Expr *value;     /* 10%; NULL: none */
} Attribute;

typedef struct FieldDecl { /* a line of a facts or register block: name : type, attributes */
    Span at;
    Name name;
    Expr *type; /* as written: PATH "vertical", WORDS "money USD"; NULL after an error */
    VEC(Attribute) attributes;
    struct Symbol *symbol;
} FieldDecl;

typedef struct MemberDecl { /* of an enum */
    Name name;
    Text title;
    Name was; /* in an earlier edition; empty text where not given */
} MemberDecl;

typedef struct Decl {
    DeclKind kind;
    Span at, word; /* the whole declaration; its leading word */
    Name name;     /* empty for powers, and for charter and test, which have a title */
    Text title;
    Span title_at;
    Text source;                        /* source "§2.1" */
    Name of, by, before, for_each, was; /* empty text where not given */
    Name to;                            /* EXCEPTION: the table it is to */
    Expr *when;                         /* EXCEPTION: when it applies; NULL */
    Name from;                          /* from "doa.csv": the file with its rows */
    Expr *type;                         /* metric NAME : percent; NULL where not given */
    VEC(Clause) clauses;
    VEC(FieldDecl) fields;
    VEC(MemberDecl) members;
    Table *table; /* NULL when it has none */
    /* What was written and could not be read, and was reported, so that it is not asked for again. */
    VEC(SettingId) lost; /* settings */
    bool lossy;          /* a line of its block, or a row of its table */
    bool broken;         /* a part of its first line */
    struct Symbol *symbol;
} Decl;

typedef struct RuleFile {
    uint32_t file;
    VEC(Decl *) decls;
} RuleFile;

/* --- workflows, from YAML ------------------------------------------------------------------------------- */

/* X(NAME, the key that makes a step one of this kind, what it is in a sentence) */
#define STEP_KINDS(X)                                                                                        \
    X(TASK, "task", "a task")                                                                                \
    X(SCORE, "score", "a scoring")                                                                           \
    X(REVIEW, "review", "a review")                                                                          \
    X(CHECKLIST, "checklist", "a checklist")                                                                 \
    X(EVALUATE, "evaluate", "an evaluation")                                                                 \
    X(MOTION, "motion", "a motion")                                                                          \
    X(PARALLEL, "parallel", "parallel steps")                                                                \
    X(END, "end", "an end")

typedef enum StepKind {
#define X(name, key, what) STEP_##name,
    STEP_KINDS(X)
#undef X
        STEP_KIND_COUNT
} StepKind;

typedef struct NextDecl {
    Span at;
    Text outcome; /* next: { carried: planning }; empty for a plain or conditional next */
    Expr *when;   /* NULL: always, or otherwise */
    Name to;
} NextDecl;

typedef struct StepDecl {
    StepKind kind;
    Span at;
    Name name;
    Name subject; /* what stands after the kind's key: the task's title, the scorecard, review, checklist or
                     table, the motion's text, the end's outcome */
    VEC(Name) by; /* roles (or offices, bodies) */
    VEC(Name) collects; /* facts */
    Duration within;    /* amount 0: no deadline */
    Span within_at;
    Name decision; /* MOTION: the decision kind, a member of the authority's first enum column */
    Name options;  /* MOTION: the fact whose members are put to the vote; empty text: it is for or against */
    Span conditions; /* MOTION: where it says that it may be carried with conditions; else nowhere */
    VEC(struct StepDecl *) branches; /* PARALLEL */
    VEC(NextDecl) next;
    VEC(Name) ongoing; /* END: workflows that are still opened for the case */
    bool says_ongoing; /* END: so it says, be it that there are none */
    Duration holds;    /* END: how long what was approved holds; amount 0: it does not expire */
    Name renewal;      /* END: the workflow that renews it; empty text: none */
    Duration ahead;    /* END: how long before it expires that is opened */
    /* filled in by the model */
    struct Symbol *authority; /* MOTION: who decides on its decision */
    struct Symbol *fact;      /* MOTION: what `options` names */
} StepDecl;

/* Whether what is put at a motion may be carried with conditions. Its way on from "lapsed" is for when one of
 * them is not met in time; without one, the case goes on as it is. */
static inline bool step_conditional(const StepDecl *step) {
    return !span_nowhere(step->conditions);
}

typedef struct WorkflowDecl {
    Span at;
    Name name;
    Text title, source;
    Name of; /* the group of facts */
    Name start;
    VEC(StepDecl *) steps;
    struct Symbol *symbol;
} WorkflowDecl;

/* All that was read for one charter. */
typedef struct Ast {
    Arena *arena;
    Sources *sources;
    VEC(RuleFile *) files;
    VEC(WorkflowDecl *) workflows;
} Ast;

#endif
