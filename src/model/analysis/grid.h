/* grid: a table as geometry. The domain of each column is cut into atoms, in order, so fine that no cell of
 * the table tells two values of one atom apart; missing is an atom of its own where the fact is optional. A
 * cell is then a set of runs of atoms, and a row is a box. */
#ifndef BYLAW_MODEL_ANALYSIS_GRID_H
#define BYLAW_MODEL_ANALYSIS_GRID_H

#include "model/model.h"

enum { GRID_AXES_MAX = 64 };

typedef enum AxisKind {
    AXIS_MEMBERS, /* of an enum; no and yes: an atom for each */
    AXIS_NAMES,   /* texts and names: one for each that is tested, and one for all others */
    AXIS_LINE,    /* numbers, money and hours: points, and what lies between them */
    AXIS_WHOLE    /* whole numbers, dates, instants (of whole seconds), and lengths in whole days or months */
} AxisKind;

/* A place on a line: just before a value, or just after it. */
typedef struct Cut {
    Number at;
    bool after;
} Cut;

typedef struct Run { /* atoms from, from + 1, ..., to - 1 */
    uint32_t from, to;
} Run;

typedef struct CellSet {
    const Run *runs; /* ascending, disjoint, none empty */
    size_t count;
} CellSet;

typedef struct Axis {
    const Expr *head;
    Type type;
    AxisKind kind;
    bool missing;        /* the last atom is missing */
    bool not_applicable; /* the atom behind the known ones is this */
    uint32_t atoms;      /* these included */
    bool bounded;        /* LINE, WHOLE: low and high are the ends, both in it */
    Number low, high;
    VEC(Cut) cuts;   /* LINE, WHOLE: atom i lies between cut i - 1 and cut i */
    uint32_t sorted; /* while cuts are gathered: so many are in order, each there once */
    Map names;       /* NAMES: from each to its atom, a uint32_t * */
    Days days;       /* of the day as of which a table is read: no row need hold on others */
    Run asked;       /* the atoms of those days; all others hold no gap */
} Axis;

typedef VEC(Run) RunVec;

typedef struct Grid {
    const Table *table;
    TableInputs inputs; /* an axis for each */
    Axis *axes;
    size_t axis_count;
    size_t row_count;       /* rows that are not `otherwise` */
    const uint32_t *rows;   /* their places in the table */
    RunVec runs;            /* of all cells: row by row, axis by axis */
    const uint32_t *starts; /* where in them those of each cell begin, and at last where all end */
    const uint64_t *tested; /* for each row, the axes whose every atom it does not take: bit by bit */
    bool otherwise;         /* an `otherwise` row takes what is left */
} Grid;

/* NULL when the table has more columns than can be analysed. */
const Grid *grid_new(const Model *model, const Decl *decl);

static inline CellSet grid_set(const Grid *grid, size_t row, size_t axis) {
    const uint32_t *start = &grid->starts[row * grid->axis_count + axis];
    return (CellSet){grid->runs.at + start[0], start[1] - start[0]};
}

/* "decision = vertical_approval": a value of the atom. */
void grid_write_example(Buf *buf, Arena *arena, const Axis *axis, uint32_t atom);
void grid_write_value(Buf *buf, Arena *arena, const Axis *axis, uint32_t atom); /* the value alone */
void axis_write_number(Buf *buf, const Axis *axis, Number at); /* a place on a line, as its type has it */
/* What a set takes, as a cell would say it: "USD 100 ..< USD 500, missing". A stretch with neither of its
 * ends, which no cell can say, is "> 1 and < 2". (set_text.c) */
void set_write(Buf *buf, Arena *arena, const Axis *axis, CellSet set);

/* Axes (axis.c): cuts and names are gathered cell by cell, then sorted; after that a cell has its set, whose
 * runs are put behind the others. */
void axis_begin(Axis *axis, const Expr *head);
uint32_t axis_known(const Axis *axis); /* how many atoms are of known values; they stand first */
/* The same column as somebody else has it, before anything is gathered: what it can be is added. False: the
 * cells of the two cannot be held against each other. */
bool axis_join(Axis *axis, const Expr *head);
void axis_ask(Arena *arena, Axis *axis, Days days); /* it is of days, and only these are asked for */
void axis_gather(Arena *arena, Axis *axis, const Cell *cell);
void axis_sort(Axis *axis);
CellSet axis_set(Arena *arena, const Axis *axis, const Cell *cell, RunVec *runs);

#endif
