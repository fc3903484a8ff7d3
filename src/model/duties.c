/* Duties: what reviews open by themselves, once they have come to an outcome. */
#include "model/check.h"

enum { NO_ARG = -1 };

/* Where the parts of a duty stand among the arguments of each phrase that says one. */
static const struct DutyForm {
    PhraseId id;
    int outcome, opens, every, changed, times;
} FORMS[] = {
    {PHRASE_OUTCOME_OPENS, 0, 1, 2, NO_ARG, NO_ARG},
    {PHRASE_OUTCOME_OPENS_TIMES, 0, 1, 2, NO_ARG, 3},
    {PHRASE_OUTCOME_OPENS_RULE, 0, 1, 2, NO_ARG, NO_ARG},
    {PHRASE_OUTCOME_OPENS_RULE_TIMES, 0, 1, 2, NO_ARG, 3},
    {PHRASE_REASSESS_EVERY, NO_ARG, NO_ARG, 0, NO_ARG, NO_ARG},
    {PHRASE_REASSESS_CHANGED, NO_ARG, NO_ARG, NO_ARG, 0, NO_ARG},
    {PHRASE_REASSESS_EVERY_OPENS, NO_ARG, 1, 0, NO_ARG, NO_ARG},
    {PHRASE_REASSESS_RULE_OPENS, NO_ARG, 1, 0, NO_ARG, NO_ARG},
    {PHRASE_REASSESS_CHANGED_OPENS, NO_ARG, 1, NO_ARG, 0, NO_ARG},
};

static PhraseArg *part(const Phrase *phrase, int number) {
    return number == NO_ARG || (size_t)number >= phrase->args.len ? NULL : &phrase->args.at[number];
}

bool duty_of(const Clause *clause, Duty *duty) {
    *duty = (Duty){0};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        if (FORMS[i].id != clause->phrase.id) continue;
        duty->outcome = part(&clause->phrase, FORMS[i].outcome);
        duty->opens = part(&clause->phrase, FORMS[i].opens);
        duty->every = part(&clause->phrase, FORMS[i].every);
        duty->changed = part(&clause->phrase, FORMS[i].changed);
        duty->times = part(&clause->phrase, FORMS[i].times);
        return true;
    }
    return false;
}

bool review_opens(const Symbol *review, Text workflow) {
    Duty duty;
    for (size_t i = 0; i < review->decl->clauses.len; i++)
        if (duty_of(&review->decl->clauses.at[i], &duty) && duty.opens &&
            text_equal(duty.opens->name.text, workflow))
            return true;
    return false;
}

/* --- checking ------------------------------------------------------------------------------------------- */

static void check_every(Checker *c, const PhraseArg *every) {
    if (!text_empty(every->text)) return; /* a recurrence: who can read it says what is wrong with it */
    check_days(c, every->duration, TEXT("what is opened again and again"), every->at);
    if (every->duration.amount < 1)
        REPORT(c, COUNT_NEEDED, every->at, text_format(c->arena, "%lld", (long long)every->duration.amount));
}

static bool holds_review(const WorkflowDecl *workflow, Text review) {
    for (size_t i = 0; i < workflow->steps.len; i++)
        if (workflow->steps.at[i]->kind == STEP_REVIEW &&
            text_equal(workflow->steps.at[i]->subject.text, review))
            return true;
    return false;
}

/* To hold a review again is to open one workflow, in which it is held. */
static void check_reassessment(Checker *c, const Symbol *review, const Name *opens, const Name *first,
                               const Symbol *workflow) {
    if (!text_equal(opens->text, first->text))
        REPORT(c, REASSESSED_TWICE, opens->at, review->name, first->text, opens->text)->other = first->at;
    else if (workflow && !holds_review(workflow->workflow, review->name))
        REPORT(c, NOT_REASSESSED, opens->at, opens->text, review->name)->other = workflow->at;
}

void check_duties(Checker *c, const Symbol *review) {
    const Name *first = NULL; /* the first workflow by which it is held again */
    Duty duty;
    for (size_t i = 0; i < review->decl->clauses.len; i++) {
        if (!duty_of(&review->decl->clauses.at[i], &duty)) continue;
        const Symbol *workflow = NULL;
        if (duty.opens && c->model->ast->workflows.len)
            workflow = find_global(c, duty.opens->name, KIND(WORKFLOW));
        if (duty.every) check_every(c, duty.every);
        if (duty.changed && review->parent) find_inner(c, review->parent, duty.changed->name, KIND(FACT));
        if (duty.times) check_count(c, duty.times);
        if (duty.outcome || !duty.opens) continue;
        if (!first) first = &duty.opens->name;
        check_reassessment(c, review, &duty.opens->name, first, workflow);
    }
}
