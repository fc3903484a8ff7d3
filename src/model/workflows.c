/* Workflows: what each step names, and where it leads. What follows of the whole (steps that cannot be
 * reached, outcomes that nothing handles) is for model/analysis. */
#include "model/check.h"

#define OUTCOME_ROWS(X)                                                                                      \
    X(TASK, "done")                                                                                          \
    X(SCORE, "scored")                                                                                       \
    X(CHECKLIST, "complete")                                                                                 \
    X(CHECKLIST, "incomplete")                                                                               \
    X(MOTION, "carried") /* of a choice: each option, "default" where it has one */                          \
    X(MOTION, "lost")                                                                                        \
    X(MOTION, "rejected")                                                                                    \
    X(MOTION, "withdrawn")                                                                                   \
    X(MOTION, "lapsed") /* carried with conditions, of which one is not met in time */

static const struct {
    StepKind kind;
    Text outcome;
} OUTCOMES[] = {
#define X(kind, outcome) {STEP_##kind, TEXT_ROW(outcome)},
    OUTCOME_ROWS(X)
#undef X
};

/* An option instead of carried. */
static void add_options(Arena *arena, const Model *model, const StepDecl *step, TextVec *all) {
    const EnumType *options = step_options(step);
    for (size_t i = 0; i < options->count; i++) *vec_push(arena, all) = options->members[i];
    if (step_has_default(arena, model, step)) *vec_push(arena, all) = TEXT("default");
}

static bool may_come_to(const StepDecl *step, Text outcome) {
    if (text_is(outcome, "carried")) return !step_options(step);
    return !text_is(outcome, "lapsed") || step_conditional(step);
}

TextVec step_outcomes(Arena *arena, const Model *model, const StepDecl *step) {
    TextVec all = {0};
    if (step_options(step)) add_options(arena, model, step, &all);
    for (size_t i = 0; i < sizeof OUTCOMES / sizeof OUTCOMES[0]; i++)
        if (OUTCOMES[i].kind == step->kind && may_come_to(step, OUTCOMES[i].outcome))
            *vec_push(arena, &all) = OUTCOMES[i].outcome;
    const Symbol *checklist =
        step->kind == STEP_CHECKLIST ? map_get(&model->globals, step->subject.text) : NULL;
    if (checklist && decl_setting(checklist->decl, SETTING_CHECKLIST_APPLIES))
        *vec_push(arena, &all) = TEXT("not_applicable");
    const Symbol *review = step->kind == STEP_REVIEW ? map_get(&model->globals, step->subject.text) : NULL;
    if (!review || review->kind != SYMBOL_REVIEW) return all;
    bool always = !decl_setting(review->decl, SETTING_APPLIES);
    for (size_t i = 0; i < review->enumeration->count; i++)
        if (!always || i + 1 < review->enumeration->count)
            *vec_push(arena, &all) = review->enumeration->members[i];
    return all;
}

/* --- declaring ------------------------------------------------------------------------------------------ */

static void declare_step(Checker *c, Symbol *workflow, StepDecl *step, Symbol *parent) {
    Symbol *symbol = declare_inner(c, workflow, SYMBOL_STEP, step->name);
    symbol->step = step;
    if (parent) symbol->parent = parent;
    for (size_t i = 0; i < step->branches.len; i++) declare_step(c, workflow, step->branches.at[i], symbol);
}

void declare_workflow(Checker *c, WorkflowDecl *workflow) {
    Symbol *symbol = declare_global(c, SYMBOL_WORKFLOW, workflow->name, NULL);
    Text called = text_format(c->arena, "workflow \"%.*s\"", TEXT_ARG(symbol->name));
    symbol->workflow = workflow;
    workflow->symbol = symbol;
    symbol->parent = find_group(c, workflow->of, called, workflow->name.at);
    for (size_t i = 0; i < workflow->steps.len; i++) declare_step(c, symbol, workflow->steps.at[i], NULL);
}

/* --- what a step names ---------------------------------------------------------------------------------- */

static void unknown_step(Checker *c, const Symbol *workflow, Name name) {
    TextVec candidates = {0};
    candidates_of(c, &candidates, &workflow->inner, KIND(STEP));
    suggest(c, REPORT(c, UNKNOWN_STEP, name.at, name.text), name.text, &candidates);
}

static void check_target(Checker *c, const Symbol *workflow, Name name) {
    Symbol *step = map_get(&workflow->inner, name.text);
    if (step) note_use(c, name.at, step);
    if (!step)
        unknown_step(c, workflow, name);
    else if (step->parent != workflow)
        REPORT(c, STEP_INSIDE, name.at, name.text, step->parent->name);
}

static void check_by(Checker *c, const StepDecl *step) {
    for (size_t i = 0; i < step->by.len; i++)
        find_single(c, step->by.at[i], KIND(ROLE) | KIND(OFFICE) | KIND(BODY));
}

static void check_collects(Checker *c, const Symbol *workflow, const StepDecl *step) {
    for (size_t i = 0; workflow->parent && i < step->collects.len; i++)
        if (find_inner(c, workflow->parent, step->collects.at[i], KIND(FACT)))
            check_not_chosen(c, workflow, step->collects.at[i]);
}

static void check_subject_of(Checker *c, const Symbol *workflow, Name subject, SymbolKinds kinds) {
    const Symbol *symbol = find_global(c, subject, kinds);
    if (symbol && symbol->parent && workflow->parent && symbol->parent != workflow->parent)
        REPORT(c, OTHER_GROUP, subject.at, subject.text, symbol->parent->name, workflow->parent->name);
}

/* Bytes `from` to `end` of a text, where it stands in its file as it is; else all of it. */
static Span part_of(const Checker *c, Name text, size_t from, size_t end) {
    if (!text_equal(source_text(c->model->ast->sources, text.at), text.text)) return text.at;
    return (Span){text.at.file, text.at.start + (uint32_t)from, text.at.start + (uint32_t)end};
}

/* A motion's text names facts of the case in braces: "Approve the partnership with {name}". */
static void check_motion_text(Checker *c, const Symbol *workflow, Name motion) {
    Text rest = motion.text;
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.at[i] != '{') continue;
        size_t end = i + 1;
        while (end < rest.len && rest.at[end] != '}') end++;
        Text fact = text_part(rest, i + 1, end);
        if (end == rest.len)
            REPORT(c, OPEN_BRACE, motion.at, rest);
        else if (text_empty(text_trim(fact)))
            diagnose(c->out, DIAG_MOTION_EMPTY, motion.at, 0, NULL);
        else if (workflow->parent)
            find_inner(c, workflow->parent, (Name){fact, part_of(c, motion, i + 1, end)}, KIND(FACT));
        i = end;
    }
}

/* --- a motion's decision -------------------------------------------------------------------------------- */

Symbol *case_input(const Symbol *authority) {
    for (size_t i = 0; i < authority->inner.len; i++) {
        Symbol *symbol = authority->inner.items[i].value;
        if (symbol->kind == SYMBOL_CASE_INPUT) return symbol;
    }
    return NULL;
}

static bool decides(const Symbol *authority, Text decision) {
    const Symbol *input = case_input(authority);
    for (size_t i = 0; input && i < input->type.enumeration->count; i++)
        if (text_equal(input->type.enumeration->members[i], decision)) return true;
    return false;
}

Symbol *motion_authority(const Model *model, const Symbol *workflow, Text decision) {
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        Symbol *authority = model->of_kind[SYMBOL_AUTHORITY].at[i];
        if (authority->parent == workflow->parent && decides(authority, decision)) return authority;
    }
    return NULL;
}

/* What else the matrices of the group may have meant to decide on: nobody knows where one does not check. */
static bool matrix_failed(const Checker *c, const Symbol *group) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        const Symbol *authority = c->model->of_kind[SYMBOL_AUTHORITY].at[i];
        if ((!authority->parent || authority->parent == group) && decl_failed(c, authority->decl))
            return true;
    }
    return false;
}

static const Symbol *enum_with(const Checker *c, Text member) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_ENUM].len; i++) {
        const Symbol *found = c->model->of_kind[SYMBOL_ENUM].at[i];
        if (map_get(&found->inner, member)) return found;
    }
    return NULL;
}

/* Where the decision stands, if it is any. */
static Text decision_mend(const Checker *c, const Symbol *group, Text decision) {
    const Symbol *enumeration = enum_with(c, decision);
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        const Symbol *other = c->model->of_kind[SYMBOL_AUTHORITY].at[i];
        if (other->parent && decides(other, decision))
            return text_format(c->arena,
                               "\"%.*s\" decides on it, and is of \"%.*s\": write the matrix, or the "
                               "workflow, of the other's facts",
                               TEXT_ARG(other->name), TEXT_ARG(other->parent->name));
    }
    if (!enumeration) return (Text){0};
    return text_format(c->arena, "make \"%.*s\", of which it is a member, a column of an authority of %.*s",
                       TEXT_ARG(enumeration->name), TEXT_ARG(group->name));
}

static void unknown_decision(Checker *c, const Symbol *workflow, Name decision) {
    TextVec candidates = {0};
    if (!workflow->parent || matrix_failed(c, workflow->parent)) return;
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        const Symbol *authority = c->model->of_kind[SYMBOL_AUTHORITY].at[i], *input = case_input(authority);
        for (size_t k = 0;
             input && authority->parent == workflow->parent && k < input->type.enumeration->count; k++)
            *vec_push(c->arena, &candidates) = input->type.enumeration->members[k];
    }
    Diagnostic *found = REPORT(c, UNKNOWN_DECISION, decision.at, decision.text, workflow->parent->name);
    found->mend = decision_mend(c, workflow->parent, decision.text);
    if (text_empty(found->mend)) suggest(c, found, decision.text, &candidates);
    if (text_empty(found->mend))
        found->mend =
            text_format(c->arena, "make it a member of an enum that is a column of an authority of %.*s",
                        TEXT_ARG(workflow->parent->name));
}

static void check_decision(Checker *c, const Symbol *workflow, StepDecl *step) {
    Name decision = step->decision;
    Symbol *first = motion_authority(c->model, workflow, decision.text);
    step->authority = first;
    if (text_empty(decision.text)) return; /* the reader of the file has said so */
    if (!first) unknown_decision(c, workflow, decision);
    for (size_t i = 0; first && i < c->model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        const Symbol *other = c->model->of_kind[SYMBOL_AUTHORITY].at[i];
        if (other == first || other->parent != workflow->parent || !decides(other, decision.text)) continue;
        REPORT(c, TWO_AUTHORITIES, decision.at, decision.text, first->name, other->name)->other = other->at;
        return;
    }
}

static void check_subject(Checker *c, const Symbol *workflow, StepDecl *step) {
    switch (step->kind) {
    case STEP_SCORE:
        check_subject_of(c, workflow, step->subject, KIND(SCORECARD));
        break;
    case STEP_REVIEW:
        check_subject_of(c, workflow, step->subject, KIND(REVIEW));
        break;
    case STEP_CHECKLIST:
        check_subject_of(c, workflow, step->subject, KIND(CHECKLIST));
        break;
    case STEP_EVALUATE:
        check_subject_of(c, workflow, step->subject, KIND(TABLE));
        break;
    case STEP_MOTION:
        check_motion_text(c, workflow, step->subject);
        check_decision(c, workflow, step);
        check_options(c, workflow, step);
        break;
    case STEP_TASK:
    case STEP_PARALLEL:
    case STEP_END:
    case STEP_KIND_COUNT:
        break;
    }
}

/* --- where it leads ------------------------------------------------------------------------------------- */

/* What it comes to is its subject's to say, and that is none; or its options' (check_options). */
static bool outcomes_unknown(const Checker *c, const StepDecl *step) {
    const Symbol *subject = map_get(&c->model->globals, step->subject.text);
    if (step->kind == STEP_REVIEW) return !subject || subject->kind != SYMBOL_REVIEW;
    if (step->kind == STEP_CHECKLIST) return !subject || subject->kind != SYMBOL_CHECKLIST;
    return step->kind == STEP_MOTION && !text_empty(step->options.text) && !step_options(step);
}

static void check_outcome(Checker *c, const StepDecl *step, const NextDecl *next) {
    if (outcomes_unknown(c, step)) return;
    TextVec known = step_outcomes(c->arena, c->model, step);
    if (step_options(step)) *vec_push(c->arena, &known) = TEXT("chosen");
    for (size_t i = 0; i < known.len; i++)
        if (text_equal(known.at[i], next->outcome)) return;
    Text outcomes =
        known.len ? text_join(c->arena, known.at, known.len, ", ") : TEXT("no outcomes of its own");
    suggest(c, REPORT(c, UNKNOWN_OUTCOME, next->at, step->name.text, next->outcome, outcomes), next->outcome,
            &known);
}

static void check_next(Checker *c, const Symbol *workflow, StepDecl *step) {
    Scope scope = {.group = workflow->parent};
    for (size_t i = 0; i < step->next.len; i++) {
        NextDecl *next = &step->next.at[i];
        bool last = i + 1 == step->next.len;
        check_target(c, workflow, next->to);
        if (!text_empty(next->outcome)) {
            check_outcome(c, step, next);
        } else if (next->when) {
            check_condition(c, &scope, next->when);
            if (last)
                REPORT(c, OTHERWISE_NEEDED, next->at, TEXT("the last of these"))->mend =
                    TEXT("end with: - to: STEP");
        } else if (!last) {
            REPORT(c, OTHERWISE_EARLY, next->at, next->to.text);
        }
    }
}

/* Does a trigger that is of the group of the workflow, or a review of it, open this one? */
static bool is_opened(const Checker *c, const Symbol *workflow, Text name) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_REVIEW].len; i++) {
        const Symbol *review = c->model->of_kind[SYMBOL_REVIEW].at[i];
        if (review->parent == workflow->parent && review_opens(review, name)) return true;
    }
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_TRIGGER].len; i++) {
        const Symbol *trigger = c->model->of_kind[SYMBOL_TRIGGER].at[i];
        const Clause *opens = decl_setting(trigger->decl, SETTING_OPENS);
        if (trigger->parent == workflow->parent && opens && opens->names.len &&
            text_equal(opens->names.at[0].text, name))
            return true;
    }
    return false;
}

/* What goes on after the end is opened by a trigger: nothing else could. */
static void check_ongoing(Checker *c, const Symbol *workflow, const StepDecl *step) {
    for (size_t i = 0; i < step->ongoing.len; i++) {
        Name name = step->ongoing.at[i];
        if (find_global(c, name, KIND(WORKFLOW)) && workflow->parent && !is_opened(c, workflow, name.text))
            REPORT(c, ONGOING_IDLE, name.at, name.text, workflow->parent->name);
    }
}

static bool is_branch_kind(StepKind kind) {
    return kind == STEP_TASK || kind == STEP_SCORE || kind == STEP_CHECKLIST;
}

static void check_workflow_step(Checker *c, const Symbol *workflow, StepDecl *step) {
    check_by(c, step);
    check_collects(c, workflow, step);
    check_subject(c, workflow, step);
    check_next(c, workflow, step);
    check_ongoing(c, workflow, step);
    if (!text_empty(step->renewal.text)) check_subject_of(c, workflow, step->renewal, KIND(WORKFLOW));
    for (size_t i = 0; i < step->branches.len; i++) {
        StepDecl *branch = step->branches.at[i];
        if (!is_branch_kind(branch->kind)) REPORT(c, BRANCH_KIND, branch->name.at, branch->name.text);
        check_workflow_step(c, workflow, branch);
    }
}

void check_workflow(Checker *c, Symbol *symbol) {
    WorkflowDecl *workflow = symbol->workflow;
    if (!text_empty(workflow->start.text)) check_target(c, symbol, workflow->start);
    for (size_t i = 0; i < workflow->steps.len; i++) check_workflow_step(c, symbol, workflow->steps.at[i]);
}
