/* Decisions between meetings: a body's members are asked, and answer by a day. Who answers is there. */
#include "base/vec.h"
#include "proceedings/motion.h"

/* The body that is asked: of several the one that is named. */
static const PartState *asked_body(Turn *turn, const Question *question, Text to, Decider *body) {
    const Program *program = case_program(turn->state, state_case(turn->state, question->subject));
    const PartState *found = NULL;
    TextList names = {0};
    for (size_t i = 0; i < question->asked.len; i++) {
        const PartState *part = question->asked.at[i];
        Decider decider = decider_named(program, part->decider, question->ballot);
        texts_push(turn->arena, &names, person_called(turn, part->decider));
        if (!decider.body || found || (!text_empty(to) && !same_post(turn->state, to, part->decider)))
            continue;
        found = part;
        *body = decider;
    }
    if (!found) refuse(turn, NO_BODY_ASKED, question->step, names_text(turn->arena, &names, " and "));
    return found;
}

/* Its rules let it decide so, and votes on it are given by name. */
static bool may_circulate(Turn *turn, const Question *question, const Decider *body) {
    Text where = where_text(turn->arena, body->body->where);
    VoteKind kind = votes_on(body, &(MotionState){0});
    if (!body->body->circulates) return refuse_at(turn, NO_CIRCULATION, where, body->name);
    if (kind != VOTES_NAMED)
        return refuse_at(turn, CIRCULATED_NAMED, where, question->subject, vote_kind_word(kind));
    return may_convene(turn, body->name);
}

/* The question is put as in any meeting. */
static bool put_to(Turn *turn, const Question *question, Text meeting, Text to) {
    MoveArgs args = {.subject = question->subject, .meeting = meeting, .step = question->step, .to = to};
    return carry_out(turn, do_MOVE, &args);
}

bool do_CIRCULATE(Turn *turn) {
    const CirculateArgs *args = turn->command->args;
    Question question;
    Decider body = {0};
    if (!need_question(turn, args->subject, args->step, &question)) return false;
    const PartState *part = asked_body(turn, &question, args->to, &body);
    if (!part || !may_circulate(turn, &question, &body)) return false;
    if (args->until < turn->today) return refuse(turn, CIRCULATED_BACK, date_text(turn->arena, args->until));
    Circulated circulated = {.meeting = next_number(turn->state, turn->program->meeting_series, turn->today),
                             .body = part->decider,
                             .on = turn->today,
                             .until = args->until};
    return emit(turn, KIND_CIRCULATED, circulated.meeting, &circulated) &&
           put_to(turn, &question, circulated.meeting, circulated.body);
}
