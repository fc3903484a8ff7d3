/* boxes: conditions as geometry. A condition that compares facts with constants holds in boxes: in each,
 * facts lie in sets of values. What cannot be put so is left out of its box, which is then not sure: the
 * condition holds nowhere else, but need not hold in all of it. */
#ifndef BYLAW_MODEL_ANALYSIS_BOXES_H
#define BYLAW_MODEL_ANALYSIS_BOXES_H

#include "model/analysis/grid.h"

/* Of one condition, and parts that are looked at; what has more is one box that takes all, and is not sure.
 */
enum { BOXES_MAX = 200, BOXES_WORK_MAX = 10 * 1000 };

/* One axis has to lie in what the cell takes. */
typedef struct BoxBound {
    uint32_t axis;
    Cell cell;
} BoxBound;

typedef struct Box {
    VEC(BoxBound) bounds; /* all must hold; several may be of one axis */
    bool unsure;
} Box;

typedef VEC(Box) BoxVec;

/* The facts by which several conditions are held against each other. */
typedef struct Space {
    Arena *arena;
    VEC(Axis) axes;
    bool opaque; /* definitions are not looked into, and what rules work out can be anything that it may be */
    bool mixed;  /* something is of two types that cannot be held against each other */
    Map places;  /* from how a fact is called to its axis, a uint32_t * */
    size_t work; /* parts of conditions that were looked at */
} Space;

/* Of a checked condition: where it is yes, and where it is no. Elsewhere what it needs is missing. */
BoxVec boxes_of(Space *space, const Expr *condition);
BoxVec boxes_against(Space *space, const Expr *condition);

/* Where both hold. */
BoxVec boxes_in_both(const Space *space, const BoxVec *left, const BoxVec *right);

/* The axis of a fact, or of what else has a value. */
uint32_t space_axis(Space *space, const Expr *expr);

/* Boxes of one space as the rows of a grid; NULL: it has more axes than can be analysed. */
const Grid *grid_of_boxes(Space *space, const BoxVec *boxes);

#endif
