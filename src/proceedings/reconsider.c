/* Deciding again what was decided, by a vote or by the rules, where it no longer holds or a body wants to. */
#include "proceedings/motion.h"

/* The steps at which something was decided, each once; those where it no longer holds alone, where there are.
 */
static void decided_steps(Turn *turn, const CaseState *subject, TextList *out) {
    bool some_stale = false;
    for (size_t i = 0; i < subject->standing.len; i++) some_stale |= subject->standing.at[i].stale > 0;
    for (size_t i = 0; i < subject->standing.len; i++) {
        const StandingState *standing = &subject->standing.at[i];
        const StepState *step = case_step(subject, standing->step);
        bool meant = (!some_stale || standing->stale > 0) && step && !step->open;
        if (meant && !texts_have(out, standing->step)) texts_push(turn->arena, out, standing->step);
    }
}

static bool was_decided(const CaseState *subject, Text step) {
    for (size_t i = 0; i < subject->standing.len; i++)
        if (text_equal(subject->standing.at[i].step, step)) return true;
    return false;
}

static bool need_decided(Turn *turn, const CaseState *subject, Text given, Text *step) {
    TextList decided = {0};
    const StepState *open = text_empty(given) ? NULL : case_step(subject, given);
    if (open && open->open) return refuse(turn, STEP_IS_OPEN, given, subject->number);
    decided_steps(turn, subject, &decided);
    if (decided.len == 0) return refuse(turn, NOTHING_DECIDED, subject->number);
    Text names = names_text(turn->arena, &decided, " or ");
    *step = text_empty(given) ? decided.at[0] : given;
    if (text_empty(given) && decided.len > 1) return refuse(turn, WHICH_DECISION, subject->number, names);
    return was_decided(subject, *step) || refuse(turn, NOT_DECIDED, given, subject->number, names);
}

/* One who decided it, or who records; of what the rules decided, who records. */
static bool may_reconsider(Turn *turn, const CaseState *subject, Text step) {
    const StepState *decided = case_step(subject, step);
    for (size_t i = 0; i < decided->parts.len; i++)
        if (holds(turn->state, decided->parts.at[i].decider, turn->command->actor, turn->today)) return true;
    if (decided->parts.len == 0) return need_power(turn, ACT_RECORD, turn->command->actor);
    return need_seat_or_record(turn, subject, decided->decider, false, "have it decided again");
}

bool withdraw_open(Turn *turn, Text number, const char *because) {
    const CaseState *subject = state_case(turn->state, number);
    for (size_t i = 0; i < subject->steps.len; i++) {
        if (!subject->steps.at[i].open) continue;
        if (!withdraw_all(turn, number, subject->steps.at[i].name, because)) return false;
        subject = state_case(turn->state, number);
    }
    return true;
}

bool need_whole_step(Turn *turn, const CaseState *subject, Text step, Index *at) {
    const Workflow *workflow = case_workflow(turn->state, subject);
    *at = workflow_step(workflow, step);
    Index parent = workflow->steps[*at].parent;
    return parent == NONE || refuse(turn, IN_A_BRANCH, step, workflow->steps[parent].name);
}

bool do_RECONSIDER(Turn *turn) {
    const ReconsiderArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    Text step = {0};
    if (!subject || !need_decided(turn, subject, args->step, &step)) return false;
    Index at;
    if (!need_whole_step(turn, subject, step, &at) || !may_reconsider(turn, subject, step)) return false;
    Reconsidered body = {.subject = subject->number, .step = step, .because = args->because};
    return withdraw_open(turn, body.subject, "reconsidered") &&
           emit(turn, KIND_RECONSIDERED, body.subject, &body) && enter_step(turn, body.subject, at);
}
