/* Recommendations: what those say whom the authority matrix asks before a question is put. */
#include "proceedings/motion.h"

const RecommendationState *recommendation_of(const StepState *step, Text named) {
    for (size_t i = 0; i < step->recommendations.len; i++)
        if (text_equal(step->recommendations.at[i].named, named)) return &step->recommendations.at[i];
    return NULL;
}

bool question_is_put(const StepState *step) {
    for (size_t i = 0; i < step->parts.len; i++)
        if (!text_empty(step->parts.at[i].motion)) return true;
    return false;
}

/* A body speaks through its chair. */
static bool speaks_for(Turn *turn, const Program *program, Text named, Text person) {
    if (program_role(program, named) != NONE) return person_has_role(turn->state, person, named, turn->today);
    if (program_body(program, named) != NONE) return presides(turn, NULL, named, person);
    return holds(turn->state, named, person, turn->today);
}

/* For whom the actor speaks: whom --for names, else the only one. */
static bool need_named(Turn *turn, const Program *program, const StepState *step, Text given, Text *named) {
    TextList own = {0};
    Text actor = turn->command->actor;
    for (size_t i = 0; i < step->recommends.len; i++) {
        Text asked = step->recommends.at[i];
        if (!text_empty(given) && !text_equal(given, asked)) continue;
        if (speaks_for(turn, program, asked, actor)) texts_push(turn->arena, &own, asked);
    }
    if (own.len > 1) return refuse(turn, WHICH_VOICE, step->name, names_text(turn->arena, &own, " and "));
    if (own.len == 0)
        return refuse(turn, NOT_FOR_YOU, person_called(turn, actor), TEXT("a recommendation"),
                      names_text(turn->arena, &step->recommends, " and "));
    *named = own.at[0];
    return true;
}

static bool need_unput(Turn *turn, const Question *question, const StepState *step) {
    if (step->recommends.len == 0) return refuse(turn, NOTHING_TO_RECOMMEND, question->step);
    if (!question_is_put(step)) return true;
    return refuse(turn, PUT_ALREADY, question->step);
}

bool do_RECOMMEND(Turn *turn) {
    const RecommendArgs *args = turn->command->args;
    Question question;
    if (!need_question(turn, args->subject, args->step, &question)) return false;
    const CaseState *subject = state_case(turn->state, question.subject);
    const StepState *step = case_step(subject, question.step);
    Recommended body = {.subject = question.subject,
                        .step = question.step,
                        .person = turn->command->actor,
                        .advice = args->advice,
                        .because = args->because};
    if (!text_is(args->advice, "yes") && !text_is(args->advice, "no"))
        return refuse(turn, BAD_ARGUMENT, args->advice, TEXT("recommendation"), TEXT("say yes or no"));
    if (!need_unput(turn, &question, step) ||
        !need_named(turn, case_program(turn->state, subject), step, args->named, &body.named))
        return false;
    if (case_recusal(subject, body.person))
        return refuse(turn, TAKES_NO_PART, person_called(turn, body.person), body.subject);
    return emit(turn, KIND_RECOMMENDED, body.subject, &body);
}
