/* Consent without votes. By silence: what a body is asked is carried when nobody of it has objected for as
 * long as its ballot says. An objection, or putting it to the vote, ends the time, and the body votes. And
 * unanimous consent at a meeting, where the ballot knows it: there is a quorum, and nobody objects. */
#include "proceedings/motion.h"

bool consent_runs(const CaseState *subject, Text step) {
    for (size_t i = 0; i < subject->clocks.len; i++)
        if (text_equal(subject->clocks.at[i].step, step) && text_is(subject->clocks.at[i].what, "consent"))
            return true;
    return false;
}

Date consent_until(const Program *program, const StepState *step) {
    Decider decider = decider_named(program, step->decider, step->ballot);
    const BallotRule *rule = decider.body ? decider.ballot : NULL;
    if (!rule || rule->consent.amount == 0) return DATE_NONE;
    return date_after(program, step->entered, rule->consent);
}

/* Who could have objected: silence is nobody's where there is nobody. */
static void name_silent(Turn *turn, const Question *question, Date due, TextList *silent) {
    const CaseState *subject = state_case(turn->state, question->subject);
    TextList members = {0};
    const Body *body = decider_named(case_program(turn->state, subject), question->decider, (Text){0}).body;
    holders_on(turn->state, question->decider, due, &members);
    for (size_t i = 0; i < members.len; i++)
        if (!case_recusal(subject, members.at[i]) && !text_equal(subject->opener, members.at[i]) &&
            !conflict_of(turn->state, subject, body, members.at[i]))
            texts_push(turn->arena, silent, members.at[i]);
}

static bool consent_to(Turn *turn, const void *what) {
    const Question *question = what;
    Consented body = {.subject = question->subject,
                      .step = question->step,
                      .decider = question->decider,
                      .due = turn->today,
                      .result = TEXT("carried")};
    name_silent(turn, question, turn->today, &body.silent);
    return body.silent.len > 0 && emit(turn, KIND_CONSENTED, body.subject, &body) &&
           settle_question(turn, body.subject, body.step);
}

bool consent_passed(Turn *turn, Text number, Text step, Date due) {
    Question question;
    Refusal why;
    const CaseState *subject = state_case(turn->state, number);
    if (!question_at(turn->state, subject, step, &question)) return true;
    if (would_pass(turn, consent_to, &question, &why)) return consent_to(turn, &question);
    Consented body = {
        .subject = number, .step = step, .decider = question.decider, .due = due, .result = TEXT("blocked")};
    return emit(turn, KIND_CONSENTED, number, &body);
}

/* --- unanimous consent ---------------------------------------------------------------------------------- */

static void name_opposed(Turn *turn, const MotionState *motion, const Roll *roll, TextList *names) {
    for (size_t i = 0; i < roll->against.len; i++)
        texts_push(turn->arena, names, person_called(turn, roll->against.at[i]));
    for (size_t i = 0; i < motion->vetoes.len; i++)
        texts_push(turn->arena, names, person_called(turn, motion->vetoes.at[i].person));
}

/* Minutes are approved so whatever the ballots say: what nobody would correct stands. */
bool need_unopposed(Turn *turn, const MotionState *motion, const Roll *roll) {
    Decider decider = motion_decider(turn->state, motion);
    TextList opposed = {0}, left = {0};
    const BallotRule *ballot = decider.body ? decider.ballot : NULL;
    bool together = !is_circulated(turn->state, motion);
    if (!together || (text_empty(motion->minutes) && (!ballot || !ballot->unopposed)))
        return refuse(turn, VOTES_WANTED, motion->number);
    name_opposed(turn, motion, roll, &opposed);
    if (opposed.len > 0)
        return refuse_at(turn, OPPOSED, ballot ? where_text(turn->arena, ballot->where) : (Text){0},
                         motion->number, names_text(turn->arena, &opposed, " and "));
    if (roll->tally) return refuse(turn, OPPOSED, motion->number, TEXT("its votes are counted"));
    voters_left(turn->state, motion, roll, &left);
    return left.len + roll->in_favour.len > 0 || refuse(turn, NOBODY_LEFT, motion->number);
}
