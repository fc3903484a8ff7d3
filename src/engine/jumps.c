/* Where what is rounded becomes another number. It grows evenly before it is rounded; rounded it stays the
 * same from one jump to the next. */
#include "engine/change.h"

enum { SEARCHED = 1 << 22 }; /* jumps, on one side */

/* Jump k lies k steps after the first one above what is rounded now. */
struct Jumps {
    Prober *p;
    const Fact *fact;
    Value value;
    Number at; /* the same as a number */
    Line line;
    Number step, first;
};

static bool whole_below(Arena *arena, Number number, Number *out) {
    return number_round(arena, number, 0, number_sign(number) < 0 ? ROUND_UP : ROUND_DOWN, out) == NUMBER_OK;
}

/* One more than the whole steps that lie below; at halves of a step, or at whole ones. */
static bool find_first(Jumps *jumps, Rounding how) {
    Arena *arena = jumps->p->arena;
    Number steps, offset = number_int(0);
    bool at_halves = how != ROUND_UP && how != ROUND_DOWN;
    return (!at_halves || number_ratio(arena, 1, 2, &offset) == NUMBER_OK) &&
           number_div(arena, jumps->line.from, jumps->step, &steps) == NUMBER_OK &&
           number_sub(arena, steps, offset, &steps) == NUMBER_OK && whole_below(arena, steps, &steps) &&
           number_add(arena, steps, offset, &steps) == NUMBER_OK &&
           number_add(arena, steps, number_int(1), &steps) == NUMBER_OK &&
           number_mul(arena, steps, jumps->step, &jumps->first) == NUMBER_OK;
}

static bool find_step(Jumps *jumps, int places) {
    jumps->step = number_int(1);
    for (int i = 0; i < places; i++)
        if (number_div(jumps->p->arena, jumps->step, number_int(10), &jumps->step) != NUMBER_OK) return false;
    return true;
}

/* Where in the fact jump k lies, and with `halfway` the middle between it and the next. */
static bool jump_at(const Jumps *jumps, int64_t k, bool halfway, Value *out) {
    Arena *arena = jumps->p->arena;
    Number at;
    return number_ratio(arena, 2 * k + halfway, 2, &at) == NUMBER_OK &&
           number_mul(arena, at, jumps->step, &at) == NUMBER_OK &&
           number_add(arena, jumps->first, at, &at) == NUMBER_OK &&
           line_meets(arena, &jumps->line, jumps->at, at, &at) &&
           value_of_number(arena, jumps->value, at, out);
}

/* Does it come out differently past so many jumps, upwards or downwards? */
static bool changes_past(const Jumps *jumps, int64_t count, int64_t direction) {
    Determination out;
    Value tried;
    return jump_at(jumps, direction > 0 ? count - 1 : -count - 1, true, &tried) &&
           changes(jumps->p, jumps->fact, tried, &out);
}

/* The nearest such jump, and one on either side of it, so that what lies between them is tried too. */
static void search(const Jumps *jumps, int64_t direction, Cuts *cuts) {
    int64_t same = 0, differs = 1;
    while (differs < SEARCHED && !changes_past(jumps, differs, direction)) same = differs, differs *= 2;
    if (differs >= SEARCHED) return;
    while (differs - same > 1) {
        int64_t middle = same + (differs - same) / 2;
        if (changes_past(jumps, middle, direction))
            differs = middle;
        else
            same = middle;
    }
    for (int64_t k = -1; k <= 1; k++) {
        Value at;
        if (jump_at(jumps, (direction > 0 ? differs - 1 : -differs) + k, false, &at))
            *vec_push(jumps->p->arena, cuts) = at;
    }
}

void find_jumps(Prober *p, const Fact *fact, Value value, const Line *line, const Operation *o, Cuts *cuts) {
    Jumps *jumps = arena_make(p->arena, Jumps);
    *jumps = (Jumps){.p = p, .fact = fact, .value = value, .line = *line};
    if (!value_as_number(&value, &jumps->at) || !find_step(jumps, o->b / 8) ||
        !find_first(jumps, (Rounding)(o->b % 8)))
        return;
    *vec_push(p->arena, &cuts->jumps) = jumps;
    search(jumps, 1, cuts);
    search(jumps, -1, cuts);
}

/* --- what lies between ---------------------------------------------------------------------------------- */

/* How many steps after the first jump the fact's value lies. */
static bool steps_to(const Jumps *jumps, const Value *value, Number *steps) {
    Arena *arena = jumps->p->arena;
    Number at;
    return value_as_number(value, &at) && number_sub(arena, at, jumps->at, &at) == NUMBER_OK &&
           number_mul(arena, at, jumps->line.slope, &at) == NUMBER_OK &&
           number_add(arena, at, jumps->line.from, &at) == NUMBER_OK &&
           number_sub(arena, at, jumps->first, &at) == NUMBER_OK &&
           number_div(arena, at, jumps->step, steps) == NUMBER_OK;
}

static bool jumps_within(const Jumps *jumps, const Value *low, const Value *high) {
    Number one, other, next;
    if (!steps_to(jumps, low, &one) || !steps_to(jumps, high, &other)) return true;
    bool rises = number_compare(one, other) < 0;
    return !whole_below(jumps->p->arena, rises ? one : other, &next) ||
           number_add(jumps->p->arena, next, number_int(1), &next) != NUMBER_OK ||
           number_compare(next, rises ? other : one) < 0;
}

bool jumps_between(const Cuts *cuts, const Value *low, const Value *high) {
    for (size_t i = 0; i < cuts->jumps.len; i++)
        if (!low || !high || jumps_within(cuts->jumps.at[i], low, high)) return true;
    return false;
}
