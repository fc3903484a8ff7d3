/* Units, what they need and in which order. */
#include "program/compile_parts.h"
#include <string.h>

Index unit_new(Compiler *c, Unit unit) {
    *vec_push(c->arena, &c->units) = unit;
    *vec_push(c->arena, &c->reads) = (Indexes){0};
    return (Index)c->units.len - 1;
}

void unit_begin(Compiler *c, Index unit) {
    c->reading = &c->reads.at[unit];
}

void day_begin(Compiler *c, const Decl *decl) {
    c->day = slot_read(c, decl_as_of(c->model, decl)->symbol);
}

/* --- plans ---------------------------------------------------------------------------------------------- */

typedef struct Planner {
    Compiler *c;
    bool *planned; /* units */
    bool *taken;   /* units of the plan that is being made */
    bool *read;    /* slots likewise */
    Indexes *plans;
} Planner;

/* The unit that makes the slot; NONE when it is given. */
static Index maker(const Compiler *c, Index slot) {
    return c->slots.at[slot].kind == SLOT_COMPUTED ? c->slots.at[slot].owner : NONE;
}

static bool is_ready(const Planner *p, Index unit) {
    const Indexes *reads = &p->c->reads.at[unit];
    for (size_t i = 0; i < reads->len; i++) {
        Index needs = maker(p->c, reads->at[i]);
        if (needs != NONE && !p->planned[needs]) return false;
    }
    return true;
}

static void take(Planner *p, Index unit, Indexes *plan) {
    if (p->taken[unit]) return;
    p->taken[unit] = true;
    *vec_push(p->c->arena, plan) = unit;
}

/* The plans of what it needs, one after another, each unit once; itself last. */
static void plan_unit(Planner *p, Index unit) {
    const Indexes *reads = &p->c->reads.at[unit];
    Indexes *plan = &p->plans[unit];
    memset(p->taken, 0, p->c->units.len * sizeof *p->taken);
    for (size_t i = 0; i < reads->len; i++) {
        Index needs = maker(p->c, reads->at[i]);
        for (size_t k = 0; needs != NONE && k < p->plans[needs].len; k++)
            take(p, p->plans[needs].at[k], plan);
    }
    take(p, unit, plan);
    p->planned[unit] = true;
}

static void find_inputs(Planner *p, Unit *unit, const Indexes *plan) {
    Indexes inputs = {0};
    memset(p->read, 0, p->c->slots.len * sizeof *p->read);
    for (size_t i = 0; i < plan->len; i++) {
        const Indexes *reads = &p->c->reads.at[plan->at[i]];
        for (size_t k = 0; k < reads->len; k++) p->read[reads->at[k]] = true;
    }
    for (size_t s = 0; s < p->c->slots.len; s++)
        if (p->read[s] && maker(p->c, (Index)s) == NONE) *vec_push(p->c->arena, &inputs) = (Index)s;
    unit->plan = plan->at;
    unit->plan_count = plan->len;
    unit->inputs = inputs.at;
    unit->input_count = inputs.len;
}

/* The checker has refused rules that need themselves, so every round plans some unit. */
void compile_plans(Compiler *c) {
    size_t count = c->units.len;
    Planner p = {.c = c,
                 .planned = arena_array(c->arena, bool, count),
                 .taken = arena_array(c->arena, bool, count),
                 .read = arena_array(c->arena, bool, c->slots.len),
                 .plans = arena_array(c->arena, Indexes, count)};
    for (bool more = true; more;) {
        more = false;
        for (size_t u = 0; u < count; u++) {
            if (p.planned[u] || !is_ready(&p, (Index)u)) continue;
            plan_unit(&p, (Index)u);
            more = true;
        }
    }
    for (size_t u = 0; u < count; u++) find_inputs(&p, &c->units.at[u], &p.plans[u]);
}
