#include "model/analysis/analysis.h"

typedef struct Flow {
    Arena *arena;
    Diagnostics *out;
    const Model *model;
    const WorkflowDecl *workflow;
    size_t count;
    Map places; /* from a step's name to its place + 1 among the workflow's steps, a size_t * */
    bool *marked;
} Flow;

/* --- every outcome leads somewhere ---------------------------------------------------------------------- */

/* "chosen" is any option that has no way of its own. */
static bool is_chosen(const StepDecl *step, Text way, Text outcome) {
    return text_is(way, "chosen") && step_has_option(step, outcome);
}

static bool handles(const StepDecl *step, Text outcome) {
    for (size_t i = 0; i < step->next.len; i++) {
        const NextDecl *next = &step->next.at[i];
        if (text_equal(next->outcome, outcome) || is_chosen(step, next->outcome, outcome) ||
            (text_empty(next->outcome) && !next->when))
            return true;
    }
    return false;
}

/* Where nothing is said of conditions that lapse, the case goes on as it is. */
static bool may_be_unhandled(Text outcome) {
    return text_is(outcome, "lapsed");
}

static void check_outcomes(const Flow *flow, const StepDecl *step) {
    TextVec outcomes = step_outcomes(flow->arena, flow->model, step);
    for (size_t i = 0; i < outcomes.len; i++) {
        if (handles(step, outcomes.at[i]) || may_be_unhandled(outcomes.at[i])) continue;
        Diagnostic *found =
            DIAGNOSE(flow->out, DIAG_OUTCOME_UNHANDLED, step->name.at, step->name.text, outcomes.at[i]);
        found->mend = text_format(flow->arena, "add to its next: %.*s: STEP", TEXT_ARG(outcomes.at[i]));
    }
}

/* What follows parallel steps cannot depend on how these went: they lead to their join alone. */
static void check_join(const Flow *flow, const StepDecl *step) {
    const NextDecl *next = step->next.len ? &step->next.at[0] : NULL;
    if (step->kind == STEP_PARALLEL && next &&
        (step->next.len > 1 || next->when || !text_empty(next->outcome)))
        DIAGNOSE(flow->out, DIAG_JOIN_PLAIN, next->at, step->name.text);
}

/* --- every step is reached, and every case can end ------------------------------------------------------ */

static size_t place_of(const Flow *flow, Text name) {
    const size_t *place = map_get(&flow->places, name);
    return place ? *place : flow->count;
}

typedef VEC(size_t) Places;

static void mark(Flow *flow, Places *open, size_t place) {
    if (place >= flow->count || flow->marked[place]) return;
    flow->marked[place] = true;
    *vec_push(flow->arena, open) = place;
}

static void mark_reached(Flow *flow) {
    Places open = {0};
    mark(flow, &open, place_of(flow, flow->workflow->start.text));
    while (open.len) {
        const StepDecl *step = flow->workflow->steps.at[open.at[--open.len]];
        for (size_t i = 0; i < step->next.len; i++)
            mark(flow, &open, place_of(flow, step->next.at[i].to.text));
    }
}

/* Backwards from the ends, along `from`: for each step those that lead to it. */
static void mark_ending(Flow *flow) {
    Places open = {0}, *from = arena_array(flow->arena, Places, flow->count + 1);
    for (size_t i = 0; i < flow->count; i++) {
        const StepDecl *step = flow->workflow->steps.at[i];
        for (size_t k = 0; k < step->next.len; k++)
            *vec_push(flow->arena, &from[place_of(flow, step->next.at[k].to.text)]) = i;
        if (step->kind == STEP_END) mark(flow, &open, i);
    }
    while (open.len) {
        size_t place = open.at[--open.len];
        for (size_t i = 0; i < from[place].len; i++) mark(flow, &open, from[place].at[i]);
    }
}

static void report_unmarked(Flow *flow, DiagnosticCode code) {
    for (size_t i = 0; i < flow->count; i++) {
        Name name = flow->workflow->steps.at[i]->name;
        if (!flow->marked[i]) DIAGNOSE(flow->out, code, name.at, name.text);
        flow->marked[i] = false;
    }
}

static void analyse_workflow(Flow *flow) {
    size_t *places = arena_array(flow->arena, size_t, flow->count);
    flow->marked = arena_array(flow->arena, bool, flow->count);
    for (size_t i = 0; i < flow->count; i++) {
        places[i] = i;
        map_set(flow->arena, &flow->places, flow->workflow->steps.at[i]->name.text, &places[i]);
        check_outcomes(flow, flow->workflow->steps.at[i]);
        check_join(flow, flow->workflow->steps.at[i]);
    }
    mark_reached(flow);
    report_unmarked(flow, DIAG_FLOW_UNREACHED);
    mark_ending(flow);
    report_unmarked(flow, DIAG_FLOW_ENDLESS);
}

void analyse_workflows(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->ast->workflows.len; i++) {
        const WorkflowDecl *workflow = model->ast->workflows.at[i];
        Flow flow = {.arena = model->arena,
                     .out = diagnostics,
                     .model = model,
                     .workflow = workflow,
                     .count = workflow->steps.len};
        size_t errors = diagnostics->errors;
        analyse_workflow(&flow);
        if (diagnostics->errors == errors) analyse_soundness(model, workflow, diagnostics);
    }
}
