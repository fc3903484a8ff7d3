/* code: conditions and tables as the engine runs them. Made by the compiler, read by the engine alone; both
 * hold to what is written here.
 *
 * A condition is three-address code: operation i leaves its value in register i and reads earlier registers,
 * so that after a run every part of the condition can be looked at (what was decisive, what is missing). A
 * cell is a set of values, in one of two forms: members of an enum as bits, or intervals in order. */
#ifndef BYLAW_PROGRAM_CODE_H
#define BYLAW_PROGRAM_CODE_H

#include "program/program.h"

/* --- sets of values ------------------------------------------------------------------------------------- */

/* Values from low to high; an end that is not there is open to infinity. */
typedef struct Interval {
    Value low, high;
    bool has_low, has_high;
    bool low_open, high_open; /* the end itself is not in it */
} Interval;

typedef enum CellKind {
    SET_ANY,      /* `-`: the cell does not read its column */
    SET_MEMBERS,  /* of an enum, or of yes_no (bit 0 no, bit 1 yes) */
    SET_INTERVALS /* of anything else: ascending, disjoint */
} CellKind;

typedef struct CellCode {
    uint8_t kind;
    bool missing, not_applicable; /* are in the set too */
    uint32_t count;               /* of words (MEMBERS) or intervals */
    union {
        uint64_t bits;         /* MEMBERS, count 1: members 0..63 */
        const uint64_t *words; /* MEMBERS, more of them */
        const Interval *intervals;
    };
} CellCode;

/* The order of two known values of one type; what has no order of its own (texts, names) is
 * ordered by bytes. */
int code_compare_others(const Value *a, const Value *b); /* of what is no number */
static inline int code_compare(const Value *a, const Value *b) {
    return value_is_number(a) ? number_compare(a->number, b->number) : code_compare_others(a, b);
}

bool code_equal(const Value *a,
                const Value *b); /* numbers of any kind by value, names of any kind by their text */

/* Sets are built from single values and intervals; see set.c. */
CellCode set_of_members(Arena *arena, size_t member_count, const bool *in);
CellCode set_of_intervals(Arena *arena, const Interval *intervals,
                          size_t count); /* any order; joined and copied */
CellCode set_negated(Arena *arena, const CellCode *set,
                     size_t member_count); /* of the known values; missing is not in it */

/* --- conditions ----------------------------------------------------------------------------------------- */

/* X(NAME): what it leaves in its register, from registers a and b unless said otherwise */
#define CODE_OPS(X)                                                                                          \
    X(SLOT)           /* what slot a holds */                                                                \
    X(CONSTANT)       /* constants[a] */                                                                     \
    X(MISSING)        /* is register a missing? always decided */                                            \
    X(NOT_APPLICABLE) /* is register a not applicable? decided unless it is missing */                       \
    X(TEST)           /* is register a in sets[b]? */                                                        \
    X(LOOKUP)         /* lookups[b]: what a register holds; a is the register of its first key */            \
    X(CURRENCY)       /* the letters of the currency of amount a */                                          \
    X(FIRST)    /* lines[b]: the first of a line whose limit covers; a is the register of whom it is from */ \
    X(MEMBER)   /* constants[b + the member that register a holds]: "vertical_council[health]" */            \
    X(DECIDERS) /* the deciders from node b on, as they are written; a is the first name of them */          \
    X(ROOT)     /* register a, which a comparison takes the square root of: see CodeRoots */                 \
    X(COUNT)    /* of the list a; these leave a value of the type in `type`, `unit` and `currency` */        \
    X(SUM)                                                                                                   \
    X(LOWEST)                                                                                                \
    X(HIGHEST)                                                                                               \
    X(ROUND) /* register a, to so many places and as b says: see rounding_code() */                          \
    X(NOT)                                                                                                   \
    X(AND)                                                                                                   \
    X(OR)                                                                                                    \
    X(WITHIN) /* is register a in the list or range b? */                                                    \
    X(EQUAL)  /* of these `unit` holds CodeRoots */                                                          \
    X(NOT_EQUAL)                                                                                             \
    X(LESS)                                                                                                  \
    X(LESS_EQUAL)                                                                                            \
    X(GREATER)                                                                                               \
    X(GREATER_EQUAL)                                                                                         \
    X(NEGATE) /* these leave a value of the type in `type` and `currency` */                                 \
    X(ADD)                                                                                                   \
    X(SUBTRACT)                                                                                              \
    X(MULTIPLY)                                                                                              \
    X(DIVIDE)                                                                                                \
    X(LATER) /* these reckon in `unit`, working days by `calendar`: a day or instant a and a length b */     \
    X(EARLIER)                                                                                               \
    X(ELAPSED) /* from a to b */                                                                             \
    X(SINCE)   /* from b to a: a - b */

typedef enum CodeOp {
#define X(name) CODE_##name,
    CODE_OPS(X)
#undef X
} CodeOp;

/* The sides of a comparison of which the square root is meant. */
enum CodeRoots { ROOT_LEFT = 1, ROOT_RIGHT = 2 };

/* A way to round and the places in one index. */
static inline Index rounding_code(int places, Rounding how) {
    return (Index)(places * 8 + (int)how);
}

typedef struct Operation {
    uint8_t op;   /* CodeOp */
    uint8_t type; /* TypeKind of an arithmetic result */
    uint8_t unit; /* DurationUnit of it, or of what is reckoned; CodeRoots */
    bool inner;   /* part of a comparison or test, which a reason shows as one */
    union {
        char currency[4];
        Index calendar;
    };
    Index a, b;
} Operation;

/* What is read of a row whose keys stand in registers. */
typedef struct LookupCode {
    Index in, field;   /* in the program's registers, and in that one's fields */
    const Index *keys; /* as many as it has; ascending, each after the parts that it is made of */
    Index on;          /* the register of the day as of which it is read */
    bool rate;         /* of one currency in another: in itself it is 1, and no row says so */
} LookupCode;

/* From person to person, until a limit covers what stands in a register of the condition. */
typedef struct LineCode {
    Index in;           /* in the program's registers; its one key is a person */
    Index above, limit; /* its fields: who is next in the line, and what they may decide */
    Index covered;      /* the register of what has to be covered */
    Index on;           /* the register of the day as of which it is read */
} LineCode;

typedef struct ConditionCode {
    const Operation *ops; /* the last one's register is the result */
    const Text *written;  /* as many: comparisons as their author wrote them, else empty */
    size_t count;
    const Value *constants;
    const CellCode *sets;
    const LookupCode *lookups;
    const LineCode *lines;
} ConditionCode;

/* --- tables --------------------------------------------------------------------------------------------- */

typedef struct ColumnCode {
    Index slot;
    uint8_t kind; /* TypeKind of what it reads */
    bool missing; /* missing is in the column's domain: the fact is optional and a cell tests it (L4) */
    bool not_applicable; /* so is this: it is read where applicable */
    uint16_t over;       /* the denominator that its numbers mostly have; 1 where nothing is known of it */
    size_t member_count; /* of an enum's or yes_no's column, else 0 */
    Text head;           /* as written */
} ColumnCode;

typedef struct TableCode {
    const ColumnCode *columns; /* inputs only */
    size_t column_count;
    size_t row_count;
    const CellCode *cells; /* rows one after another */
    const Text *written;   /* as many */
    Index otherwise;       /* the row that holds when no other can; NONE */
    const Value *outputs;  /* rows one after another; constants in place */
    const Index *computed; /* as many: in conditions, whose result is the value; NONE: the constant is.
                              NULL when all outputs are constants */
    size_t output_count;
    const uint64_t *index; /* program/index.h; NULL: every row is tested */
    size_t index_words;
    const struct IndexColumn *index_columns; /* in the order in which the index asks for them */
    size_t index_column_count;
} TableCode;

/* --- scorecards ----------------------------------------------------------------------------------------- */

/* The usual sheet: its scale and its minimums are whole, and no total of whole scores passes 64 bits. */
typedef struct PlainCriterion {
    Index score_slot, combined_slot;
    int64_t share, minimum; /* the least there is when it has none */
} PlainCriterion;

/* rest / denominator in lowest terms */
typedef struct Reduction {
    int64_t rest, denominator;
} Reduction;

typedef struct PlainSheet {
    const PlainCriterion *criteria;
    size_t count;
    int64_t low;
    uint64_t range; /* of the scale: from low to low + range */
    int64_t denominator;
    const Reduction *reductions; /* of each rest of a total by the denominator */
} PlainSheet;

/* The common denominator of the weights, each weight's share of it, and the plain sheet. Needs the rest of
 * the scorecard and its criteria. */
void scorecard_shares(Arena *arena, Scorecard *scorecard, Criterion *criteria);

/* Of two positive numbers. */
int64_t least_multiple(int64_t a, int64_t b);

#endif
