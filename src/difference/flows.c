/* Workflows, step by step. */
#include "difference/compare.h"
#include "syntax/syntax.h"
#include "syntax/workflow.h"

typedef VEC(const StepDecl *) Steps;

/* Parallel steps hold none of their kind: one level. */
static Steps steps_of(Arena *arena, const WorkflowDecl *workflow) {
    Steps steps = {0};
    for (size_t i = 0; i < workflow->steps.len; i++) {
        const StepDecl *step = workflow->steps.at[i];
        *vec_push(arena, &steps) = step;
        for (size_t k = 0; k < step->branches.len; k++) *vec_push(arena, &steps) = step->branches.at[k];
    }
    return steps;
}

static const StepDecl *step_named(const Steps *steps, Text name) {
    for (size_t i = 0; i < steps->len; i++)
        if (text_equal(steps->at[i]->name.text, name)) return steps->at[i];
    return NULL;
}

/* --- what a step says ----------------------------------------------------------------------------------- */

typedef struct Reading {
    const Amendment *c;
    Side side;
    bool key;
} Reading;

static Text name_text(const Reading *r, Text name) {
    return r->key ? common_name(&r->c->vocabulary, r->side, name) : name;
}

static Text names_text(const Reading *r, const Name *names, size_t count) {
    Text *texts = arena_array(r->c->arena, Text, count);
    for (size_t i = 0; i < count; i++) texts[i] = name_text(r, names[i].text);
    return text_join(r->c->arena, texts, count, ", ");
}

static Text subject_text(const Reading *r, const StepDecl *step) {
    return text_format(r->c->arena, "%.*s: %.*s", TEXT_ARG(step_kind_key(step->kind)),
                       TEXT_ARG(name_text(r, step->subject.text)));
}

static Text time_text(const Reading *r, Duration duration) {
    Buf buf = buf_new(r->c->arena);
    if (duration.amount) duration_write(&buf, duration);
    return buf_done(&buf);
}

static Text condition_text(const Reading *r, const Expr *when) {
    return r->key ? meaning_key(&r->c->vocabulary, r->side, when) : expr_written(r->c->arena, when);
}

/* Ways by conditions are tried in their order: they are one thing. */
static Text ways_text(const Reading *r, const StepDecl *step) {
    Buf buf = buf_new(r->c->arena);
    for (size_t i = 0; i < step->next.len; i++) {
        const NextDecl *next = &step->next.at[i];
        if (!text_empty(next->outcome)) continue;
        if (buf.len) buf_cstr(&buf, ", ");
        buf_text(&buf, next->to.text);
        if (next->when) buf_format(&buf, " when %.*s", TEXT_ARG(condition_text(r, next->when)));
        if (!next->when && step->next.len > 1) buf_cstr(&buf, " otherwise");
    }
    return buf_done(&buf);
}

/* X(what it is about, how it reads) */
#define STEP_SAYS(X)                                                                                         \
    X("what is done", subject_text(&r, step))                                                                \
    X("by", names_text(&r, step->by.at, step->by.len))                                                       \
    X("collects", names_text(&r, step->collects.at, step->collects.len))                                     \
    X("within", time_text(&r, step->within))                                                                 \
    X("decision", name_text(&r, step->decision.text))                                                        \
    X("conditions", step_conditional(step) ? TEXT("allowed") : (Text){0})                                    \
    X("ongoing", names_text(&r, step->ongoing.at, step->ongoing.len))                                        \
    X("holds", time_text(&r, step->holds))                                                                   \
    X("renewal", name_text(&r, step->renewal.text))                                                          \
    X("ahead", time_text(&r, step->ahead))                                                                   \
    X("next", ways_text(&r, step))

enum {
#define X(about, reads) +1
    STEP_SAYINGS = 0 STEP_SAYS(X)
#undef X
};

static void read_step(const Amendment *c, Side side, bool key, const StepDecl *step, Text *out) {
    Reading r = {c, side, key};
    size_t at = 0;
#define X(about, reads) out[at++] = reads;
    STEP_SAYS(X)
#undef X
}

/* --- comparing ------------------------------------------------------------------------------------------ */

static Text about_step(const Change *change, const StepDecl *step, Text what) {
    return text_format(change->c->arena, "step %.*s, %.*s", TEXT_ARG(step->name.text), TEXT_ARG(what));
}

static Text where_to(const StepDecl *step, Text outcome) {
    for (size_t i = 0; i < step->next.len; i++)
        if (text_equal(step->next.at[i].outcome, outcome)) return step->next.at[i].to.text;
    return (Text){0};
}

static void compare_outcomes(Change *change, const StepDecl *before, const StepDecl *now) {
    const StepDecl *both[SIDES] = {before, now};
    for (int side = BEFORE; side < SIDES; side++)
        for (size_t i = 0; i < both[side]->next.len; i++) {
            Text outcome = both[side]->next.at[i].outcome;
            if (text_empty(outcome) || (side == NOW && !text_empty(where_to(before, outcome)))) continue;
            const Text ways[SIDES] = {where_to(before, outcome), where_to(now, outcome)};
            Text what = text_format(change->c->arena, "when %.*s, next", TEXT_ARG(outcome));
            change_say_unlike(change, about_step(change, now, what), ways, ways);
        }
}

static void compare_steps(Change *change, const StepDecl *before, const StepDecl *now) {
    static const Text abouts[] = {
#define X(about, reads) TEXT_ROW(about),
        STEP_SAYS(X)
#undef X
    };
    Text keys[SIDES][STEP_SAYINGS], written[SIDES][STEP_SAYINGS];
    const StepDecl *both[SIDES] = {before, now};
    for (int side = BEFORE; side < SIDES; side++) {
        read_step(change->c, (Side)side, true, both[side], keys[side]);
        read_step(change->c, (Side)side, false, both[side], written[side]);
    }
    for (size_t i = 0; i < STEP_SAYINGS; i++)
        change_say_unlike(change, about_step(change, now, abouts[i]),
                          (Text[SIDES]){keys[BEFORE][i], keys[NOW][i]},
                          (Text[SIDES]){written[BEFORE][i], written[NOW][i]});
    compare_outcomes(change, before, now);
}

static void say_step(Change *change, Side side, const StepDecl *step) {
    Reading r = {change->c, side, false};
    Text subject = subject_text(&r, step);
    Text about = text_format(change->c->arena, "step %.*s", TEXT_ARG(step->name.text));
    change_say(change, about, side == BEFORE ? subject : (Text){0}, side == NOW ? subject : (Text){0});
}

static void compare_workflow(Change *change, const WorkflowDecl *before, const WorkflowDecl *now) {
    Steps old = steps_of(change->c->arena, before), new = steps_of(change->c->arena, now);
    const struct {
        Text about, before, now;
    } heads[] = {{TEXT("title"), before->title, now->title},
                 {TEXT("source"), before->source, now->source},
                 {TEXT("of"), before->of.text, common_name(&change->c->vocabulary, NOW, now->of.text)},
                 {TEXT("start"), before->start.text, now->start.text}};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (!text_equal(heads[i].before, heads[i].now))
            change_say(change, heads[i].about, heads[i].before, heads[i].now);
    for (size_t i = 0; i < new.len; i++) {
        const StepDecl *was = step_named(&old, new.at[i]->name.text);
        if (was)
            compare_steps(change, was, new.at[i]);
        else
            say_step(change, NOW, new.at[i]);
    }
    for (size_t i = 0; i < old.len; i++)
        if (!step_named(&new, old.at[i]->name.text)) say_step(change, BEFORE, old.at[i]);
}

static const WorkflowDecl *workflow_named(const Model *model, Text name) {
    const Symbol *symbol = map_get(&model->globals, name);
    return symbol && symbol->kind == SYMBOL_WORKFLOW ? symbol->workflow : NULL;
}

static void compare_pair(Amendment *c, const WorkflowDecl *before, const WorkflowDecl *now) {
    Text names[SIDES] = {before ? before->name.text : (Text){0}, now ? now->name.text : (Text){0}};
    Span at[SIDES] = {before ? before->at : (Span){0}, now ? now->at : (Span){0}};
    Change change = change_new(c, TEXT("workflow"), symbol_what(SYMBOL_WORKFLOW), names, at);
    if (before && now) compare_workflow(&change, before, now);
    change_end(&change);
}

void compare_workflows(Amendment *c) {
    const Model *before = c->editions[BEFORE]->model, *now = c->editions[NOW]->model;
    for (size_t i = 0; i < now->ast->workflows.len; i++)
        compare_pair(c, workflow_named(before, now->ast->workflows.at[i]->name.text),
                     now->ast->workflows.at[i]);
    for (size_t i = 0; i < before->ast->workflows.len; i++)
        if (!workflow_named(now, before->ast->workflows.at[i]->name.text))
            compare_pair(c, before->ast->workflows.at[i], NULL);
}
