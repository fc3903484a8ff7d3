/* contest: two rules held against each other over all that they read. What each says is put into boxes of one
 * space: where a row fits, where it may, where an exception holds. Where all boxes are the same on both sides
 * the outcome is; elsewhere the space is taken apart, and each part asked for what comes out. For the files
 * of this room only. */
#ifndef BYLAW_DIFFERENCE_CONTEST_H
#define BYLAW_DIFFERENCE_CONTEST_H

#include "difference/vocabulary.h"
#include "model/analysis/boxes.h"

/* A row: of a table, what a definition means on some days, or a condition that is yes or no. */
typedef struct RuleRow {
    Text name;           /* empty where it has none */
    Span at;             /* in the files of its side */
    const Text *keys;    /* of each result: meaning_key() */
    const Text *written; /* as many */
    Value first;         /* the first result, where it is a constant */
    uint32_t rank;       /* where several rows fit, those of the lowest rank decide */
} RuleRow;

typedef struct RuleException {
    Text name;
    Span at;
    const Text *keys; /* of each result; empty where it gives none */
    const Text *written;
} RuleException;

/* One side. */
typedef struct Rule {
    HitPolicy policy;
    Type first; /* of the first result */
    VEC(RuleRow) rows;
    VEC(RuleException) exceptions;
    uint32_t otherwise; /* the row that holds where no other does; NO_RULE_ROW */
    bool open;          /* where no row fits it is undetermined, and not without a row */
} Rule;

#define NO_RULE_ROW UINT32_MAX

typedef enum ClaimKind {
    CLAIM_FITS,
    CLAIM_MAY_FIT, /* of a row: there it fits or hangs on what is missing */
    CLAIM_EXCEPTS, /* the exception applies */
    CLAIM_EXCEPTS_NOT,
    CLAIM_HANGS,  /* the exception may hang on what is missing */
    CLAIM_UNASKED /* a column holds what it cannot hold on this side */
} ClaimKind;

/* What a box is of. */
typedef struct Claim {
    Side side;
    ClaimKind kind;
    uint32_t at;  /* the row, or the exception */
    bool changed; /* the other side has none like it */
} Claim;

typedef struct Contest {
    Arena *arena;
    const Vocabulary *vocabulary;
    Space space;
    BoxVec boxes;
    VEC(Claim) claims; /* of each box */
    Rule rules[SIDES];
    const Text *results; /* the names of those that both have, as far as rows give them */
    size_t result_count;
    bool unsure; /* something cannot be put into boxes */
} Contest;

Contest contest_new(Arena *arena, const Vocabulary *vocabulary);

/* Both sides of a table or an authority; its exceptions too. (contest_tables.c) */
void contest_tables(Contest *contest, const Symbol *before, const Symbol *now);
/* Of a definition that is dated, or no condition. (contest.c) */
void contest_meanings(Contest *contest, const Symbol *before, const Symbol *now);
/* The condition on the days on which the declaration is in force; on others it is yes where `otherwise`. */
const Expr *in_force_of(Contest *contest, Side side, const Decl *decl, const Expr *condition, bool otherwise);
/* Of two conditions; NULL: always. */
void contest_conditions(Contest *contest, const Expr *before, const Expr *now);

/* Adds the boxes of a condition, or of its being no; `unsure` where they do not show it. */
void claim_condition(Contest *contest, Side side, const Expr *condition, bool yes, ClaimKind kind,
                     uint32_t at);
void claim(Contest *contest, Box box, Claim claim);

/* --- outcomes (outcomes.c) ------------------------------------------------------------------------------ */

/* X(NAME, word for documents) */
#define CAME(X)                                                                                              \
    X(DECIDED, "decided")                                                                                    \
    X(UNDETERMINED, "undetermined")                                                                          \
    X(NO_ROW, "no row fits")                                                                                 \
    X(TWO_ROWS, "two rows fit")                                                                              \
    X(TWO_EXCEPTIONS, "two exceptions apply")                                                                \
    X(UNASKED, "cannot be asked")

typedef enum Came {
#define X(name, word) CAME_##name,
    CAME(X)
#undef X
} Came;

typedef struct Answer {
    Came came;
    Text key;
    const Text *keys, *written; /* DECIDED: of each result */
} Answer;

typedef VEC(uint32_t) RowList; /* ascending */

/* What comes out on one side where these claims hold, and the rows that say so. */
typedef struct Asked {
    Arena *arena;
    Answer outcome;
    RowList rows;
    Text exception;
} Asked;

void ask(const Contest *contest, Side side, const Claim *const *claims, size_t count, Asked *asked);

/* --- regions (regions.c) -------------------------------------------------------------------------------- */

/* Where the outcome differs: a set of each axis. */
typedef struct Region {
    const CellSet *sets;
    const Answer *came[SIDES];
    RowList rows[SIDES];
    TextVec exceptions[SIDES];
} Region;

typedef struct Regions {
    const Grid *grid;
    VEC(Region) at;
    bool unfinished; /* there is too much to look at; `at` is empty */
} Regions;

const Regions *regions_find(Contest *contest);

/* As few as can be had by joining those that lie side by side and say the same. (merge.c) */
void regions_merge(Arena *arena, Regions *regions);

#endif
