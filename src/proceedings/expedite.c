/* Expedited decisions: a reviewer whom the ballot names approves what waits for a body, or refers it to the
 * body, and never declines it (45 CFR 46.110). Of what was approved so the body is told at its next meeting.
 */
#include "proceedings/motion.h"

typedef struct Expediting {
    Turn *turn;
    const Question *question;
    const BallotRule *rule;
    const Program *program;
    const CaseState *subject;
} Expediting;

static const Body *body_of(const Expediting *e, const PartState *part) {
    return decider_named(e->program, part->decider, (Text){0}).body;
}

/* The body that is asked now and has no motion open. */
static const PartState *body_asked(const Expediting *e) {
    const PartState *put = NULL;
    for (size_t i = 0; i < e->question->asked.len; i++) {
        const PartState *part = e->question->asked.at[i];
        if (!body_of(e, part)) continue;
        if (!part_is_put(part)) return part;
        put = part;
    }
    if (put)
        refuse(e->turn, MOTION_OPEN, e->question->step, put->motion);
    else
        refuse(e->turn, NOT_EXPEDITED, e->question->step);
    return NULL;
}

static bool need_reviewer(const Expediting *e, const PartState *part) {
    Turn *turn = e->turn;
    const BallotRule *rule = e->rule;
    Text actor = turn->command->actor, called = person_called(turn, actor);
    if (!person_is_among(turn->state, e->program, e->subject, rule->expedited.at, rule->expedited.count,
                         actor, turn->today))
        return refuse_at(turn, NOT_YOUR_REVIEW, where_text(turn->arena, rule->where), called,
                         e->question->step,
                         who_names(turn->arena, rule->expedited.at, rule->expedited.count));
    if (case_recusal(e->subject, actor)) return refuse(turn, TAKES_NO_PART, called, e->subject->number);
    const ConflictRule *conflict = conflict_of(turn->state, e->subject, body_of(e, part), actor);
    if (conflict)
        return refuse_at(turn, IN_CONFLICT, where_text(turn->arena, conflict->where), called,
                         e->subject->number, conflict_words(turn->arena, conflict));
    if (text_equal(e->subject->opener, actor)) return refuse(turn, OWN_CASE, called, e->subject->number);
    const PartState *other =
        decided_another(turn->state, e->subject, e->question->step, part->decider, actor);
    if (other)
        return refuse(turn, HAS_DECIDED, called, e->subject->number, person_called(turn, other->decider),
                      part->decider);
    return text_empty(part->referred) ||
           refuse(turn, REFERRED, e->question->step, part->decider, person_called(turn, part->referred));
}

static bool read_approval(Turn *turn, Text advice, bool *approved) {
    *approved = text_is(advice, "approve");
    if (*approved || text_is(advice, "refer")) return true;
    return refuse(turn, BAD_ARGUMENT, advice, TEXT("expedited decision"),
                  TEXT("it is \"approve\" or \"refer\"; only the body declines"));
}

bool do_EXPEDITE(Turn *turn) {
    const ExpediteArgs *args = turn->command->args;
    Question question;
    bool approved;
    if (!need_question(turn, args->subject, args->step, &question)) return false;
    const CaseState *subject = state_case(turn->state, question.subject);
    const Program *program = case_program(turn->state, subject);
    const BallotRule *rule = decider_named(program, question.decider, question.ballot).ballot;
    if (!rule || rule->expedited.count == 0 || question.level > 0)
        return refuse(turn, NOT_EXPEDITED, question.step);
    Expediting e = {turn, &question, rule, program, subject};
    const PartState *part = body_asked(&e);
    if (!part || !need_reviewer(&e, part) || !read_approval(turn, args->advice, &approved)) return false;
    Expedited body = {.subject = question.subject,
                      .step = question.step,
                      .decider = part->decider,
                      .person = turn->command->actor,
                      .result = approved ? TEXT("approved") : TEXT("referred"),
                      .because = args->because};
    if (!emit(turn, KIND_EXPEDITED, body.subject, &body)) return false;
    return !approved || settle_question(turn, body.subject, body.step);
}
