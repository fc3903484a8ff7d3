#include "model/analysis/flow_net.h"

typedef struct Builder {
    Arena *arena;
    const Model *model;
    const WorkflowDecl *workflow;
    FlowNet *flow;
    uint32_t next_branch; /* the place of the next of parallel steps */
} Builder;

/* --- places --------------------------------------------------------------------------------------------- */

static void place_steps(Builder *b) {
    Net *net = &b->flow->net;
    uint32_t steps = b->workflow->steps.len, place = steps + 1;
    net->end = steps;
    net->running = place;
    for (uint32_t i = 0; i < steps; i++) net->running += 2 * b->workflow->steps.at[i]->branches.len;
    b->flow->stepping = net->running;
    b->flow->step_of = arena_array(b->arena, uint32_t, net->running);
    for (uint32_t i = 0; i <= steps; i++) b->flow->step_of[i] = i;
    for (uint32_t i = 0; i < steps; i++)
        for (uint32_t k = 0; k < 2 * b->workflow->steps.at[i]->branches.len; k++)
            b->flow->step_of[place++] = i;
    b->next_branch = steps + 1;
}

static uint32_t step_number(const Builder *b, Text name) {
    uint32_t number = 0;
    while (number < b->workflow->steps.len && !text_equal(b->workflow->steps.at[number]->name.text, name))
        number++;
    return number;
}

static bool is_held(const Builder *b, const Symbol *review) {
    for (size_t i = 0; i < b->workflow->steps.len; i++)
        if (b->workflow->steps.at[i]->kind == STEP_REVIEW &&
            text_equal(b->workflow->steps.at[i]->subject.text, review->name))
            return true;
    return false;
}

/* What fact it is that changes, or how often it is opened, makes no difference here. */
static bool has_duty(const Builder *b, const DutyPlace *duty) {
    for (size_t i = 0; i < b->flow->duties.len; i++) {
        const DutyPlace *known = &b->flow->duties.at[i];
        if (known->review == duty->review && known->outcome == duty->outcome &&
            text_equal(known->opens, duty->opens))
            return true;
    }
    return false;
}

static void add_duties_of(Builder *b, const Symbol *review) {
    Duty duty;
    for (size_t i = 0; i < review->decl->clauses.len; i++) {
        if (!duty_of(&review->decl->clauses.at[i], &duty) || !duty.opens) continue;
        DutyPlace place = {b->flow->net.running, review, duty.outcome ? &duty.outcome->name : NULL,
                           duty.opens->name.text};
        if (has_duty(b, &place)) continue;
        *vec_push(b->arena, &b->flow->duties) = place;
        b->flow->net.running++;
    }
}

static void add_duties(Builder *b) {
    for (size_t i = 0; i < b->model->of_kind[SYMBOL_REVIEW].len; i++) {
        const Symbol *review = b->model->of_kind[SYMBOL_REVIEW].at[i];
        if (review->parent == b->workflow->symbol->parent && is_held(b, review)) add_duties_of(b, review);
    }
    b->flow->net.places = b->flow->net.running;
}

static void add_reviews(Builder *b) {
    Net *net = &b->flow->net;
    for (size_t i = 0; i < b->model->of_kind[SYMBOL_REVIEW].len; i++) {
        const Symbol *review = b->model->of_kind[SYMBOL_REVIEW].at[i];
        if (review->parent != b->workflow->symbol->parent) continue;
        *vec_push(b->arena, &b->flow->reviews) = (ReviewPlaces){review, net->places};
        *vec_push(b->arena, &net->start) = net->places;
        net->places += 1 + (uint32_t)review->enumeration->count;
    }
}

/* --- moves ---------------------------------------------------------------------------------------------- */

static NetMove *add_move(Builder *b, uint32_t step, const NextDecl *next) {
    *vec_push(b->arena, &b->flow->ways) = (FlowWay){step, next};
    return vec_push(b->arena, &b->flow->net.moves);
}

static void add_place(Builder *b, Places *places, uint32_t place) {
    *vec_push(b->arena, places) = place;
}

/* What the guards before a step need. */
static void add_guards(Builder *b, Text step, Needs *needs) {
    for (size_t i = 0; i < b->model->of_kind[SYMBOL_GUARD].len; i++) {
        const Decl *guard = b->model->of_kind[SYMBOL_GUARD].at[i]->decl;
        for (size_t k = 0; text_equal(guard->before.text, step) && k < guard->clauses.len; k++)
            if (guard->clauses.at[k].setting == SETTING_REQUIRES)
                needs_of(b->arena, b->flow, b->model, guard->clauses.at[k].expr, true, needs);
    }
}

static void add_entering(Builder *b, Text step, Needs *needs) {
    const StepDecl *decl = b->workflow->steps.at[step_number(b, step)];
    add_guards(b, step, needs);
    for (size_t i = 0; i < decl->branches.len; i++) add_guards(b, decl->branches.at[i]->name.text, needs);
}

/* Of ways with conditions the first whose condition is yes is taken: those above it are no. */
static void add_conditions(Builder *b, const StepDecl *step, const NextDecl *next, Needs *needs) {
    for (const NextDecl *above = step->next.at; above < next; above++)
        if (above->when) needs_of(b->arena, b->flow, b->model, above->when, false, needs);
    if (next->when) needs_of(b->arena, b->flow, b->model, next->when, true, needs);
}

static bool is_named(const StepDecl *step, Text outcome) {
    for (size_t i = 0; i < step->next.len; i++)
        if (text_equal(step->next.at[i].outcome, outcome)) return true;
    return false;
}

/* The way of any other option is never taken where each has one of its own. */
static void add_other_option(Builder *b, const StepDecl *step, const NextDecl *next, Needs *needs) {
    const EnumType *options = step_options(step);
    if (!options || !text_is(next->outcome, "chosen")) return;
    for (size_t i = 0; i < options->count; i++)
        if (!is_named(step, options->members[i])) return;
    vec_push(b->arena, needs);
}

static Needs needs_on_way(Builder *b, const StepDecl *step, const NextDecl *next) {
    Needs needs = {0};
    add_other_option(b, step, next, &needs);
    add_conditions(b, step, next, &needs);
    add_entering(b, next->to.text, &needs);
    return needs;
}

/* --- a review comes to an outcome, which what follows may need ------------------------------------------ */

/* What is needed once the review has come to the outcome at `now`: of its places that one alone holds. */
static Needs needs_given(Builder *b, const Needs *needs, const ReviewPlaces *review, uint32_t now) {
    Needs left = {0};
    uint32_t last = review->unheld + (uint32_t)review->review->enumeration->count;
    for (size_t i = 0; i < needs->len; i++) {
        Places others = {0};
        bool met = false;
        for (size_t k = 0; k < needs->at[i].len; k++) {
            uint32_t place = needs->at[i].at[k];
            met |= place == now;
            if (place < review->unheld || place > last) add_place(b, &others, place);
        }
        if (!met) *vec_push(b->arena, &left) = others;
    }
    return left;
}

static bool begins(const DutyPlace *duty, Text outcome) {
    return duty->outcome ? text_equal(duty->outcome->text, outcome) : !text_is(outcome, "not_applicable");
}

/* An outcome begins some of what the review opens, and ends the rest. */
static void add_begun(Builder *b, NetMove *move, const Symbol *review, Text outcome) {
    for (size_t i = 0; i < b->flow->duties.len; i++) {
        const DutyPlace *duty = &b->flow->duties.at[i];
        if (duty->review != review) continue;
        add_place(b, &move->clears, duty->place);
        if (begins(duty, outcome)) add_place(b, &move->puts, duty->place);
    }
}

/* One move for each that may have been known of the review before. */
static void add_outcome(Builder *b, uint32_t number, const NextDecl *next, const ReviewPlaces *review,
                        uint32_t outcome) {
    uint32_t count = (uint32_t)review->review->enumeration->count, now = review->unheld + 1 + outcome;
    Needs all = needs_on_way(b, b->workflow->steps.at[number], next),
          needs = needs_given(b, &all, review, now);
    for (uint32_t before = 0; before <= count; before++) {
        NetMove *move = add_move(b, number, next);
        add_place(b, &move->takes, number);
        add_place(b, &move->takes, review->unheld + before);
        add_place(b, &move->puts, step_number(b, next->to.text));
        add_place(b, &move->puts, now);
        add_begun(b, move, review->review, review->review->enumeration->members[outcome]);
        move->needs = needs;
    }
}

static void add_review(Builder *b, uint32_t number, const ReviewPlaces *review) {
    const StepDecl *step = b->workflow->steps.at[number];
    TextVec possible = step_outcomes(b->arena, b->model, step);
    for (size_t i = 0; i < step->next.len; i++)
        for (uint32_t k = 0; k < possible.len; k++) {
            const NextDecl *next = &step->next.at[i];
            bool others = text_empty(next->outcome) && !is_named(step, possible.at[k]);
            if (others || text_equal(next->outcome, possible.at[k])) add_outcome(b, number, next, review, k);
        }
}

/* --- the other steps ------------------------------------------------------------------------------------ */

static void add_ways(Builder *b, uint32_t number, const Places *takes) {
    const StepDecl *step = b->workflow->steps.at[number];
    for (size_t i = 0; i < step->next.len; i++) {
        NetMove *move = add_move(b, number, &step->next.at[i]);
        move->takes = *takes;
        add_place(b, &move->puts, step_number(b, step->next.at[i].to.text));
        move->needs = needs_on_way(b, step, &step->next.at[i]);
    }
}

/* They all start together; when the last is done, the way goes on. */
static void add_parallel(Builder *b, uint32_t number) {
    size_t count = b->workflow->steps.at[number]->branches.len;
    Places running = {0}, done = {0}, here = {0};
    add_place(b, &here, number);
    for (size_t i = 0; i < count; i++) {
        add_place(b, &running, b->next_branch++);
        add_place(b, &done, b->next_branch++);
    }
    NetMove *start = add_move(b, number, NULL);
    start->takes = here;
    start->puts = running;
    for (size_t i = 0; i < count; i++) {
        NetMove *move = add_move(b, number, NULL);
        add_place(b, &move->takes, running.at[i]);
        add_place(b, &move->puts, done.at[i]);
        move->calm = true;
    }
    add_ways(b, number, &done);
}

static const ReviewPlaces *review_named(const FlowNet *flow, Text name) {
    for (size_t i = 0; i < flow->reviews.len; i++)
        if (text_equal(flow->reviews.at[i].review->name, name)) return &flow->reviews.at[i];
    return NULL;
}

static bool settles(const StepDecl *end, Text opens) {
    for (size_t i = 0; i < end->ongoing.len; i++)
        if (text_equal(end->ongoing.at[i].text, opens)) return true;
    return end->says_ongoing && end->ongoing.len == 0;
}

/* What an end declares to go on, it leaves to others: it runs here no more. */
static void add_end(Builder *b, uint32_t number) {
    NetMove *move = add_move(b, number, NULL);
    for (size_t i = 0; i < b->flow->duties.len; i++)
        if (settles(b->workflow->steps.at[number], b->flow->duties.at[i].opens))
            add_place(b, &move->clears, b->flow->duties.at[i].place);
    add_place(b, &move->takes, number);
    add_place(b, &move->puts, b->flow->net.end);
}

static void add_step(Builder *b, uint32_t number) {
    const StepDecl *step = b->workflow->steps.at[number];
    const ReviewPlaces *review = step->kind == STEP_REVIEW ? review_named(b->flow, step->subject.text) : NULL;
    Places here = {0};
    add_place(b, &here, number);
    if (step->kind == STEP_END)
        add_end(b, number);
    else if (step->kind == STEP_PARALLEL)
        add_parallel(b, number);
    else if (review)
        add_review(b, number, review);
    else
        add_ways(b, number, &here);
}

const FlowNet *flow_net(Arena *arena, const Model *model, const WorkflowDecl *workflow) {
    Builder b = {.arena = arena, .model = model, .workflow = workflow, .flow = arena_make(arena, FlowNet)};
    place_steps(&b);
    add_duties(&b);
    add_reviews(&b);
    add_place(&b, &b.flow->net.start, step_number(&b, workflow->start.text));
    for (uint32_t i = 0; i < workflow->steps.len; i++) add_step(&b, i);
    return b.flow;
}
