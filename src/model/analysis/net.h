/* net: a workflow as a Petri net, searched state by state: which moves are ever made, and from which states
 * no end can be reached. A place holds a token or none. Besides tokens that run there are places for what is
 * known ("the review came to cleared"), which moves may need without taking. */
#ifndef BYLAW_MODEL_ANALYSIS_NET_H
#define BYLAW_MODEL_ANALYSIS_NET_H

#include "base/map.h"
#include "base/vec.h"

enum { NET_STATES_MAX = 20 * 1000 };

typedef VEC(uint32_t) Places;
typedef VEC(Places) Needs; /* of each of these, one place at least holds a token; of none, none can */

typedef struct NetMove {
    Places takes, puts;
    Places clears; /* what else holds no token afterwards, whether or not it held one */
    Needs needs;
    bool calm; /* nothing else takes what it takes, and it needs nothing: when it is made makes no
                  difference, so that it is made at once and the orders of such moves are not multiplied */
} NetMove;

typedef struct Net {
    uint32_t places;  /* how many there are */
    uint32_t running; /* the first of them hold what runs, the others what is known */
    uint32_t end;     /* the running place that is the end */
    Places start;
    VEC(NetMove) moves;
} Net;

typedef struct NetState {
    const uint64_t *marks; /* a bit for each place */
    Places before;         /* the states that a move leads here from */
    bool stands;           /* no move can be made */
    bool ends;             /* the end can be reached from it */
} NetState;

typedef struct NetFound {
    VEC(NetState) states; /* all that can come about, the start first */
    bool *made;           /* of each move: somewhere it is */
    bool left;            /* somewhere the end is reached and something still runs (net_left()) */
    bool crowded;         /* somewhere a token is put where one is */
    bool unfinished;      /* there are more than NET_STATES_MAX states; nothing is known of the others */
} NetFound;

const NetFound *net_search(Arena *arena, const Net *net);

/* Is it an end at which something still runs? */
bool net_left(const Net *net, const NetState *state);

bool net_holds(const NetState *state, uint32_t place);

#endif
