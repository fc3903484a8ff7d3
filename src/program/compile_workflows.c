#include "program/compile_parts.h"

/* The steps of one workflow in a row, each parallel step followed by its branches. */
typedef struct Flow {
    const WorkflowDecl *decl;
    const Symbol *symbol;
    VEC(const StepDecl *) decls;
    FlowStep *steps;
} Flow;

static void list_steps(Compiler *c, Flow *flow) {
    for (size_t i = 0; i < flow->decl->steps.len; i++) {
        const StepDecl *step = flow->decl->steps.at[i];
        *vec_push(c->arena, &flow->decls) = step;
        for (size_t k = 0; k < step->branches.len; k++)
            *vec_push(c->arena, &flow->decls) = step->branches.at[k];
    }
}

static Index step_named(const Flow *flow, Text name) {
    for (size_t i = 0; i < flow->decls.len; i++)
        if (text_equal(flow->decls.at[i]->name.text, name)) return (Index)i;
    return NONE;
}

static const Symbol *global(const Compiler *c, Text name) {
    return map_get(&c->model->globals, name);
}

/* --- what a step says ----------------------------------------------------------------------------------- */

static void set_by(Compiler *c, const StepDecl *decl, FlowStep *step) {
    Who *by = arena_array(c->arena, Who, decl->by.len);
    for (size_t i = 0; i < decl->by.len; i++) by[i] = who_named(c, decl->by.at[i].text, (Text){0});
    step->by = by;
    step->by_count = decl->by.len;
}

static void set_collects(Compiler *c, const Flow *flow, const StepDecl *decl, FlowStep *step) {
    Index *slots = arena_array(c->arena, Index, decl->collects.len);
    for (size_t i = 0; i < decl->collects.len; i++)
        slots[i] = slot_given(c, map_get(&flow->symbol->parent->inner, decl->collects.at[i].text));
    step->collects = slots;
    step->collect_count = decl->collects.len;
}

static int32_t member_named(const EnumType *enumeration, Text name) {
    for (size_t i = 0; i < enumeration->count; i++)
        if (text_equal(enumeration->members[i], name)) return (int32_t)i;
    return NONE;
}

static void set_motion(Compiler *c, const Flow *flow, const StepDecl *decl, FlowStep *step) {
    const Symbol *authority = motion_authority(c->model, flow->symbol, decl->decision.text);
    step->detail = table_of(c, authority);
    Index slot = c->tables[step->detail].decision_slot;
    step->decision = member_named(c->slots.at[slot].type.enumeration, decl->decision.text);
    if (step_options(decl)) step->options = slot_given(c, decl->fact);
}

static void set_subject(Compiler *c, const Flow *flow, const StepDecl *decl, FlowStep *step) {
    switch (decl->kind) {
    case STEP_SCORE:
    case STEP_REVIEW:
    case STEP_CHECKLIST:
        step->detail = (Index)global(c, decl->subject.text)->index;
        break;
    case STEP_EVALUATE:
        step->detail = c->tables[table_of(c, global(c, decl->subject.text))].unit;
        break;
    case STEP_MOTION:
        set_motion(c, flow, decl, step);
        break;
    case STEP_TASK:
    case STEP_PARALLEL:
    case STEP_END:
    case STEP_KIND_COUNT:
        break;
    }
    bool titled = decl->kind == STEP_TASK || decl->kind == STEP_MOTION || decl->kind == STEP_END;
    if (titled) step->title = decl->subject.text;
}

static FlowStepKind kind_of(StepKind kind) {
    switch (kind) {
    case STEP_TASK:
        return FLOW_TASK;
    case STEP_SCORE:
        return FLOW_SCORE;
    case STEP_REVIEW:
        return FLOW_REVIEW;
    case STEP_CHECKLIST:
        return FLOW_CHECKLIST;
    case STEP_EVALUATE:
        return FLOW_EVALUATE;
    case STEP_MOTION:
        return FLOW_MOTION;
    case STEP_PARALLEL:
        return FLOW_PARALLEL;
    case STEP_END:
    case STEP_KIND_COUNT:
        break;
    }
    return FLOW_END;
}

typedef VEC(FlowNext) NextList;

static bool has_way(const StepDecl *decl, Text outcome) {
    for (size_t i = 0; i < decl->next.len; i++)
        if (text_equal(decl->next.at[i].outcome, outcome)) return true;
    return false;
}

/* "chosen" leads on from every option that has no way of its own. */
static void add_chosen(Compiler *c, const StepDecl *decl, FlowNext next, NextList *all) {
    const EnumType *options = step_options(decl);
    for (size_t i = 0; i < options->count; i++) {
        if (has_way(decl, options->members[i])) continue;
        next.outcome = options->members[i];
        *vec_push(c->arena, all) = next;
    }
}

static void set_next(Compiler *c, const Flow *flow, const StepDecl *decl, FlowStep *step) {
    NextList all = {0};
    for (size_t i = 0; i < decl->next.len; i++) {
        const NextDecl *said = &decl->next.at[i];
        FlowNext next = {.outcome = said->outcome,
                         .condition = compile_condition(c, said->when, flow->decl->source),
                         .to = step_named(flow, said->to.text)};
        if (step_options(decl) && text_is(said->outcome, "chosen"))
            add_chosen(c, decl, next, &all);
        else
            *vec_push(c->arena, &all) = next;
    }
    step->next = all.at;
    step->next_count = all.len;
}

static void set_ongoing(Compiler *c, const StepDecl *decl, FlowStep *step) {
    Text *ongoing = arena_array(c->arena, Text, decl->ongoing.len);
    for (size_t i = 0; i < decl->ongoing.len; i++) ongoing[i] = decl->ongoing.at[i].text;
    step->ongoing = ongoing;
    step->ongoing_count = decl->ongoing.len;
}

/* The branches stand right behind their parallel step. */
static void set_branches(Compiler *c, const Flow *flow, Index at) {
    const StepDecl *decl = flow->decls.at[at];
    Index *branches = arena_array(c->arena, Index, decl->branches.len);
    for (size_t i = 0; i < decl->branches.len; i++) {
        branches[i] = at + 1 + (Index)i;
        flow->steps[branches[i]].parent = at;
    }
    flow->steps[at].branches = branches;
    flow->steps[at].branch_count = decl->branches.len;
}

static FlowStep step_of(Compiler *c, const Flow *flow, const StepDecl *decl) {
    FlowStep step = {.kind = kind_of(decl->kind),
                     .name = decl->name.text,
                     .within = decl->within,
                     .detail = NONE,
                     .decision = NONE,
                     .options = NONE,
                     .conditional = step_conditional(decl),
                     .holds = decl->holds,
                     .renewal = decl->renewal.text,
                     .ahead = decl->ahead,
                     .parent = NONE,
                     .where = where_of(c, decl->at, flow->decl->source)};
    set_by(c, decl, &step);
    set_collects(c, flow, decl, &step);
    set_subject(c, flow, decl, &step);
    set_next(c, flow, decl, &step);
    set_ongoing(c, decl, &step);
    return step;
}

/* --- workflows ------------------------------------------------------------------------------------------ */

static Workflow workflow_of(Compiler *c, const Symbol *symbol) {
    Flow flow = {.decl = symbol->workflow, .symbol = symbol};
    list_steps(c, &flow);
    flow.steps = arena_array(c->arena, FlowStep, flow.decls.len);
    for (size_t i = 0; i < flow.decls.len; i++) flow.steps[i] = step_of(c, &flow, flow.decls.at[i]);
    for (size_t i = 0; i < flow.decls.len; i++) set_branches(c, &flow, (Index)i);
    return (Workflow){.name = symbol->name,
                      .title = flow.decl->title,
                      .group = (Index)symbol->parent->index,
                      .start = step_named(&flow, flow.decl->start.text),
                      .steps = flow.steps,
                      .step_count = flow.decls.len,
                      .where = where_of(c, flow.decl->at, flow.decl->source)};
}

void compile_workflows(Compiler *c) {
    const Symbol *symbol;
    Workflow *workflows = arena_array(c->arena, Workflow, SYMBOL_COUNT(c, WORKFLOW));
    day_begin(c, NULL);
    for (EACH_SYMBOL(c, WORKFLOW, symbol)) workflows[symbol->index] = workflow_of(c, symbol);
    c->program->workflows = workflows;
    c->program->workflows_count = SYMBOL_COUNT(c, WORKFLOW);
}
