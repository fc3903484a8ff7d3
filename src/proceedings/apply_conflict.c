/* Folding: who takes no part in a case, and who is challenged. */
#include "proceedings/motion.h"

/* Recused is not abstained, and nobody is both (law P2): whoever is recused by a ruling had perhaps voted. */
static void forget_votes(Applied *applied, const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->steps.len; i++) {
        const StepState *step = &subject->steps.at[i];
        for (size_t k = 0; k < step->parts.len; k++)
            if (part_is_put(&step->parts.at[k]))
                forget_vote(state_change(applied->state, SPACE_MOTION, step->parts.at[k].motion), person);
    }
}

/* What is recused is not in question any more. */
static void end_challenge(CaseState *subject, Text person) {
    size_t kept = 0;
    for (size_t i = 0; i < subject->challenges.len; i++)
        if (!text_equal(subject->challenges.at[i].person, person))
            subject->challenges.at[kept++] = subject->challenges.at[i];
    subject->challenges.len = (uint32_t)kept;
}

static void apply_recused(Applied *applied) {
    const Recused *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    *(RecusalState *)record_push(state_arena(applied->state), &RecusalState_record, &subject->recusals) =
        (RecusalState){body->person, body->because, body->ground, body->fact};
    end_challenge(subject, body->person);
    forget_votes(applied, subject, body->person);
}

static void apply_recusal_withdrawn(Applied *applied) {
    const RecusalWithdrawn *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    size_t kept = 0;
    for (size_t i = 0; subject && i < subject->recusals.len; i++)
        if (!text_equal(subject->recusals.at[i].person, body->person))
            subject->recusals.at[kept++] = subject->recusals.at[i];
    if (subject) subject->recusals.len = (uint32_t)kept;
}

static void apply_challenged(Applied *applied) {
    const Challenged *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    *(ChallengeState *)record_push(state_arena(applied->state), &ChallengeState_record,
                                   &subject->challenges) =
        (ChallengeState){body->person, body->challenger, body->because};
}

static void apply_ruled(Applied *applied) {
    const Ruled *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (subject) end_challenge(subject, body->person);
}

static const FoldingRow foldings[] = {
    {KIND_RECUSED, apply_recused},
    {KIND_RECUSAL_WITHDRAWN, apply_recusal_withdrawn},
    {KIND_CHALLENGED, apply_challenged},
    {KIND_RULED, apply_ruled},
};

bool apply_conflict(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
