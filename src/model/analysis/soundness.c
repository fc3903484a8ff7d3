/* Workflows state by state: ways that are never taken, and states in which a case is stuck. */
#include "model/analysis/analysis.h"
#include "model/analysis/flow_net.h"

typedef struct Soundness {
    Arena *arena;
    Diagnostics *out;
    const WorkflowDecl *workflow;
    const FlowNet *flow;
    const NetFound *found;
} Soundness;

/* --- ways ----------------------------------------------------------------------------------------------- */

static bool is_reached(const Soundness *s, uint32_t place) {
    for (size_t i = 0; i < s->found->states.len; i++)
        if (net_holds(&s->found->states.at[i], place)) return true;
    return false;
}

/* A way can be several moves, one for each that may have been known before. */
static bool is_taken(const Soundness *s, const NextDecl *next) {
    for (size_t i = 0; i < s->flow->ways.len; i++)
        if (s->flow->ways.at[i].next == next && s->found->made[i]) return true;
    return false;
}

static void report_ways(const Soundness *s) {
    for (uint32_t number = 0; number < s->workflow->steps.len; number++) {
        const StepDecl *step = s->workflow->steps.at[number];
        for (size_t i = 0; i < step->next.len && is_reached(s, number); i++) {
            const NextDecl *next = &step->next.at[i];
            if (!is_taken(s, next))
                DIAGNOSE(s->out, DIAG_WAY_NEVER, next->to.at, step->name.text, next->to.text);
        }
    }
}

/* --- states --------------------------------------------------------------------------------------------- */

/* Does a way on hang on what the review has come to? */
static bool is_asked(const FlowNet *flow, const ReviewPlaces *places) {
    uint32_t last = places->unheld + (uint32_t)places->review->enumeration->count;
    for (size_t i = 0; i < flow->net.moves.len; i++) {
        const Needs *needs = &flow->net.moves.at[i].needs;
        for (size_t n = 0; n < needs->len; n++)
            for (size_t k = 0; k < needs->at[n].len; k++)
                if (needs->at[n].at[k] >= places->unheld && needs->at[n].at[k] <= last) return true;
    }
    return false;
}

/* "after the review ethics has come to refused" */
static Text known_in(const Soundness *s, const NetState *state) {
    Buf buf = buf_new(s->arena);
    for (size_t i = 0; i < s->flow->reviews.len; i++) {
        const ReviewPlaces *places = &s->flow->reviews.at[i];
        if (!is_asked(s->flow, places)) continue;
        const Text *outcomes = places->review->enumeration->members;
        buf_cstr(&buf, buf.len ? " and " : "");
        if (net_holds(state, places->unheld))
            buf_format(&buf, "before the review %.*s is held", TEXT_ARG(places->review->name));
        for (uint32_t k = 0; k < places->review->enumeration->count; k++)
            if (net_holds(state, places->unheld + 1 + k))
                buf_format(&buf, "after the review %.*s has come to %.*s", TEXT_ARG(places->review->name),
                           TEXT_ARG(outcomes[k]));
    }
    return buf.len ? buf_done(&buf) : TEXT("whatever is known");
}

/* The step that a case stands at, unless it was told. */
static const StepDecl *step_in(const Soundness *s, const NetState *state, bool *told) {
    for (uint32_t place = 0; place < s->flow->stepping; place++) {
        uint32_t step = s->flow->step_of[place];
        if (place == s->flow->net.end || !net_holds(state, place) || told[step]) continue;
        told[step] = true;
        return s->workflow->steps.at[step];
    }
    return NULL;
}

/* Where a case stands still is told, once for each step; where it only goes round for ever, that. */
static void report_stuck(const Soundness *s, bool standing, bool *told) {
    for (size_t i = 0; i < s->found->states.len; i++) {
        const NetState *state = &s->found->states.at[i];
        if (state->ends || state->stands != standing) continue;
        const StepDecl *step = step_in(s, state, told);
        if (step) DIAGNOSE(s->out, DIAG_FLOW_STUCK, step->name.at, step->name.text, known_in(s, state));
    }
}

/* --- what runs on --------------------------------------------------------------------------------------- */

static bool comes_from(const Soundness *s, const NetState *state, uint32_t step) {
    for (size_t i = 0; i < state->before.len; i++)
        if (net_holds(&s->found->states.at[state->before.at[i]], step)) return true;
    return false;
}

static bool runs_on_after(const Soundness *s, const DutyPlace *duty, uint32_t end) {
    for (size_t i = 0; i < s->found->states.len; i++) {
        const NetState *state = &s->found->states.at[i];
        if (net_left(&s->flow->net, state) && net_holds(state, duty->place) && comes_from(s, state, end))
            return true;
    }
    return false;
}

static void report_duty(const Soundness *s, const DutyPlace *duty) {
    for (uint32_t number = 0; number < s->workflow->steps.len; number++) {
        const StepDecl *step = s->workflow->steps.at[number];
        if (step->kind == STEP_END && runs_on_after(s, duty, number))
            DIAGNOSE(s->out, DIAG_RUNS_ON, step->name.at, step->name.text, duty->review->name, duty->opens);
    }
}

static bool some_stand(const NetFound *found) {
    for (size_t i = 0; i < found->states.len; i++)
        if (found->states.at[i].stands && !found->states.at[i].ends) return true;
    return false;
}

void analyse_soundness(const Model *model, const WorkflowDecl *workflow, Diagnostics *diagnostics) {
    Soundness s = {model->arena, diagnostics, workflow, flow_net(model->arena, model, workflow), NULL};
    s.found = net_search(model->arena, &s.flow->net);
    if (s.found->unfinished) {
        DIAGNOSE(diagnostics, DIAG_FLOW_TOO_LARGE, workflow->name.at, workflow->name.text,
                 text_format(model->arena, "%d", NET_STATES_MAX));
        return;
    }
    report_ways(&s);
    for (size_t i = 0; i < s.flow->duties.len; i++) report_duty(&s, &s.flow->duties.at[i]);
    report_stuck(&s, some_stand(s.found), arena_array(model->arena, bool, workflow->steps.len));
}
