/* Links between cases: entered when a case is opened, and known to both. */
#include "proceedings/motion.h"

bool link_case(Turn *turn, Text subject, const OpenArgs *args) {
    const CaseLinked links[] = {{subject, TEXT("amends"), args->amends},
                                {subject, TEXT("renews"), args->renews},
                                {subject, TEXT("supersedes"), args->supersedes},
                                {subject, TEXT("appeals"), args->appeals}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (!text_empty(links[i].other) && !emit(turn, KIND_CASE_LINKED, subject, &links[i])) return false;
    return true;
}

static bool is_option(State *state, const CaseState *subject, const FlowStep *flow, Text outcome) {
    const Slot *options = flow->options == NONE ? NULL : &case_program(state, subject)->slots[flow->options];
    for (size_t i = 0; options && i < options->type.enumeration->count; i++)
        if (text_equal(options->type.enumeration->members[i], outcome)) return true;
    return false;
}

bool case_approved(State *state, const CaseState *subject) {
    for (size_t i = subject->steps.len; i-- > 0;) {
        const FlowStep *flow = flow_step(state, subject, subject->steps.at[i].name);
        if (flow && flow->kind == FLOW_MOTION)
            return text_is(subject->steps.at[i].outcome, "carried") ||
                   is_option(state, subject, flow, subject->steps.at[i].outcome);
    }
    return false;
}

static bool end_superseded(Turn *turn, Text number, Text by) {
    Superseded body = {.subject = number, .by = by};
    CaseEnded ended = {.subject = number, .outcome = TEXT("superseded")};
    if (state_case(turn->state, number)->ended) return emit(turn, KIND_SUPERSEDED, number, &body);
    return withdraw_open(turn, number, "superseded") && emit(turn, KIND_SUPERSEDED, number, &body) &&
           emit(turn, KIND_CASE_ENDED, number, &ended);
}

bool supersede(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    if (!case_approved(turn->state, subject)) return true;
    for (size_t i = 0; i < subject->links.len; i++)
        if (text_is(subject->links.at[i].link, "supersedes") &&
            !end_superseded(turn, subject->links.at[i].other, number))
            return false;
    return true;
}
