/* change: what the search for near misses (change.c) shares with what finds where rules turn (turns.c). */
#ifndef BYLAW_ENGINE_CHANGE_H
#define BYLAW_ENGINE_CHANGE_H

#include "base/vec.h"
#include "engine/frame.h"

typedef struct Prober {
    Arena *arena;
    const Program *program;
    Index unit;
    const Determination *base;
    Frame *frame;
    Tree *list;
    Registry registry; /* what was read of it; a row that is tried stands before it */
    const RowRead *tried;
    Value tried_value;
} Prober;

/* What is tried with other values: a fact's slot, or a row of a register. */
typedef struct Fact {
    Index slot;
    const RowRead *row; /* NULL: the slot */
    Type type;
} Fact;

/* How a number grows with the fact. */
typedef struct Line {
    Number from, slope;
} Line;

/* The value of the fact, which is now `at`, where what grows so comes to be this. */
bool line_meets(Arena *arena, const Line *line, Number at, Number to, Number *out);

/* Of what is rounded: where it becomes another number. */
typedef struct Jumps Jumps;

typedef struct Cuts {
    Value *at;
    uint32_t len, cap;
    VEC(Jumps *)
    jumps; /* there are more than are cut at: only the nearest at which it comes out differently */
} Cuts;

/* Evaluates with another value of the fact, which stands until end_trying(). */
void begin_trying(Prober *p, const Fact *fact, Value value, Determination *out);
void end_trying(Prober *p, const Fact *fact, Value before);

/* Does the evaluation come out differently with this value? An error is no answer. */
bool changes(Prober *p, const Fact *fact, Value value, Determination *out);

/* Numbers as they are, days since 1970 (DATE), seconds (INSTANT). False for anything else. */
bool value_as_number(const Value *value, Number *out);
/* The other way round: a value like `like`. False when there is none. */
bool value_of_number(Arena *arena, Value like, Number number, Value *out);
/* Are there values between which there are no others? */
bool value_is_discrete(Value value);

/* Adds every value of the fact at which a rule of the plan turns: it comes to lie on another side of what it
 * is held against, itself or by what is reckoned from it. What does not grow evenly with the fact is found by
 * search where values are discrete; where they are not, only what is rounded is. */
void find_turns(Prober *p, const Fact *fact, Value value, Cuts *cuts);

/* Adds the nearest values at which the rounding of what grows so makes it come out differently (jumps.c).
 * What is further away than these is not known. */
void find_jumps(Prober *p, const Fact *fact, Value value, const Line *line, const Operation *o, Cuts *cuts);
/* Does something that is rounded jump between two values, or past one where the other is NULL? */
bool jumps_between(const Cuts *cuts, const Value *low, const Value *high);

#endif
