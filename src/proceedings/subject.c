/* What a case holds, looked up by name. */
#include "proceedings/conditions.h"

const StepState *case_step(const CaseState *subject, Text step) {
    for (size_t i = subject->steps.len; i-- > 0;)
        if (text_equal(subject->steps.at[i].name, step)) return &subject->steps.at[i];
    return NULL;
}

const ReviewState *case_review(const CaseState *subject, Text review) {
    for (size_t i = 0; i < subject->reviews.len; i++)
        if (text_equal(subject->reviews.at[i].review, review)) return &subject->reviews.at[i];
    return NULL;
}

const ConditionState *case_condition(const CaseState *subject, int64_t number) {
    bool there = number >= 1 && number <= (int64_t)subject->conditions.len;
    return there ? &subject->conditions.at[number - 1] : NULL;
}

const ConditionState *condition_written(const CaseState *subject, Text number) {
    int64_t at;
    return text_to_int(number, &at) ? case_condition(subject, at) : NULL;
}

const FactState *case_fact(const CaseState *subject, Text name) {
    for (size_t i = 0; i < subject->facts.len; i++)
        if (text_equal(subject->facts.at[i].name, name)) return &subject->facts.at[i];
    return NULL;
}

const Program *case_program(State *state, const CaseState *subject) {
    return state_charter(state, subject->charter);
}

const Workflow *case_workflow(State *state, const CaseState *subject) {
    const Program *program = case_program(state, subject);
    Index workflow = program ? program_workflow(program, subject->workflow) : NONE;
    return workflow == NONE ? NULL : &program->workflows[workflow];
}

const FlowStep *flow_step(State *state, const CaseState *subject, Text step) {
    const Workflow *workflow = case_workflow(state, subject);
    Index found = workflow ? workflow_step(workflow, step) : NONE;
    return found == NONE ? NULL : &workflow->steps[found];
}

const CaseState *case_matter(State *state, const CaseState *subject) {
    const Workflow *own = case_workflow(state, subject);
    while (own && !text_empty(subject->about)) {
        const CaseState *other = state_case(state, subject->about);
        const Workflow *workflow = other ? case_workflow(state, other) : NULL;
        bool same = workflow && text_equal(case_program(state, other)->groups[workflow->group],
                                           case_program(state, subject)->groups[own->group]);
        if (!same) break;
        subject = other;
        own = workflow;
    }
    return subject;
}

static Text renewed_by(const CaseState *subject) {
    for (size_t i = 0; i < subject->links.len; i++)
        if (text_is(subject->links.at[i].link, "renews")) return subject->links.at[i].other;
    return (Text){0};
}

Text case_opener(State *state, const CaseState *subject) {
    while (subject && text_empty(subject->opener)) {
        Text before = text_empty(subject->about) ? renewed_by(subject) : subject->about;
        if (text_empty(before)) break;
        subject = state_case(state, before);
    }
    return subject ? subject->opener : (Text){0};
}
