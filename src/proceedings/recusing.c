/* Who takes no part in a case: recused, and taking part again. */
#include "proceedings/motion.h"

/* Recused is not abstained, and nobody is both (law P2). */
static bool need_unvoted_at(Turn *turn, const StepState *step, Text person) {
    for (size_t i = 0; i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        const MotionState *motion = part_is_put(part) ? state_motion(turn->state, part->motion) : NULL;
        if (motion && (has_voted(motion, person) || has_vetoed(motion, person)))
            return refuse(turn, HAS_VOTED, person_called(turn, person), part->motion);
    }
    return true;
}

static bool need_unvoted(Turn *turn, const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->steps.len; i++)
        if (!need_unvoted_at(turn, &subject->steps.at[i], person)) return false;
    return true;
}

/* What the rules find is not taken back while it is so. */
static bool rules_let(Turn *turn, const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->steps.len; i++) {
        Question question;
        if (!question_at(turn->state, subject, subject->steps.at[i].name, &question)) continue;
        for (size_t k = 0; k < question.asked.len; k++) {
            const Program *program = case_program(turn->state, subject);
            const Body *body = decider_named(program, question.asked.at[k]->decider, (Text){0}).body;
            const ConflictRule *rule = conflict_of(turn->state, subject, body, person);
            if (rule)
                return refuse_at(turn, RULES_RECUSE, where_text(turn->arena, rule->where),
                                 person_called(turn, person), subject->number,
                                 conflict_words(turn->arena, rule));
        }
    }
    return true;
}

/* Who is not recused any more is counted in what is open; what was closed without them stays as it is. */
static bool take_back(Turn *turn, const CaseState *subject, const RecuseArgs *args) {
    RecusalWithdrawn body = {.subject = subject->number, .person = args->person, .because = args->because};
    if (!case_recusal(subject, args->person))
        return refuse(turn, NOT_RECUSED, person_called(turn, args->person), subject->number);
    return rules_let(turn, subject, args->person) && emit(turn, KIND_RECUSAL_WITHDRAWN, body.subject, &body);
}

bool do_RECUSE(Turn *turn) {
    const RecuseArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject) return false;
    bool own = text_equal(args->person, turn->command->actor);
    if (!own && !need_power(turn, ACT_RECORD, turn->command->actor)) return false;
    if (args->withdraw) return take_back(turn, subject, args);
    if (case_recusal(subject, args->person))
        return refuse(turn, TAKES_NO_PART, person_called(turn, args->person), subject->number);
    if (!need_unvoted(turn, subject, args->person)) return false;
    Recused body = {.subject = subject->number, .person = args->person, .because = args->because};
    return recuse(turn, &body);
}
