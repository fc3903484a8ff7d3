/* Corrections of what was entered wrongly: a new entry names the old one, which stays (law R1). What was
 * decided on it is looked at again (law P6): a closed ballot keeps its result, and the correction says where
 * it would have had another; that decision then no longer holds, until it is decided again. */
#include "proceedings/closing.h"

/* --- facts ---------------------------------------------------------------------------------------------- */

static bool correct_fact(Turn *turn, const CaseState *subject, Text name, Text because) {
    const FactState *fact = case_fact(subject, name);
    if (!fact) return refuse(turn, NOT_STATED, name, subject->number);
    if (!text_equal(fact->giver, turn->command->actor) &&
        !need_power(turn, ACT_CORRECT, turn->command->actor))
        return false;
    Corrected body = {.subject = subject->number, .entry = fact->entry, .fact = name, .because = because};
    return emit(turn, KIND_CORRECTED, body.subject, &body);
}

static bool correct_facts(Turn *turn, const CorrectArgs *args) {
    const CaseState *subject = need_open_case(turn, args->what);
    if (!subject) return false;
    if (tree_len(args->facts) == 0) return refuse(turn, NOTHING_GIVEN, TEXT("facts"), TEXT("NAME=VALUE"));
    for (size_t i = 0; i < tree_len(args->facts); i++)
        if (!correct_fact(turn, subject, args->facts->keys[i], args->because)) return false;
    FactsStated body = {.subject = args->what, .facts = args->facts};
    return emit(turn, KIND_FACTS_STATED, body.subject, &body) && end_done_steps(turn, body.subject);
}

/* --- votes ---------------------------------------------------------------------------------------------- */

static bool need_closed_roll(Turn *turn, const MotionState *motion) {
    if (text_empty(motion->result) || !motion->roll) return refuse(turn, NOT_CLOSED, motion->number);
    return motion->options.len == 0 || refuse(turn, NOT_BY_NAME, motion->number);
}

/* As the tellers should have said: who counted stays, and who voted in secret, unless that was wrong too. */
static bool correct_tally(Turn *turn, const MotionState *motion, const CorrectArgs *args,
                          VotesCorrected *body) {
    const Tally *before = motion->tally;
    CloseArgs counted = {.totals = args->facts, .tellers = before->tellers};
    counted.voted = args->voted.len > 0 ? args->voted : before->voted;
    if (tree_len(args->facts) == 0) return refuse(turn, NOT_BY_NAME, motion->number);
    body->roll->not_voting = (TextList){0};
    for (size_t i = 0; i < body->roll->present.len; i++)
        texts_push(turn->arena, &body->roll->not_voting, body->roll->present.at[i]);
    if (!take_tally(turn, motion, &counted, body->roll)) return false;
    body->votes_for = body->roll->tally->in_favour;
    body->votes_against = body->roll->tally->against;
    body->votes_abstaining = body->roll->tally->abstaining;
    return true;
}

static bool move_vote(Turn *turn, const MotionState *motion, Roll *roll, Text person, TextList *to) {
    if (!texts_have(&roll->present, person))
        return refuse(turn, NOT_ON_ROLL, person_called(turn, person), motion->number);
    texts_take(&roll->in_favour, person);
    texts_take(&roll->against, person);
    texts_take(&roll->abstaining, person);
    texts_take(&roll->not_voting, person);
    texts_push(turn->arena, to, person);
    return true;
}

/* The votes on the frozen roll as they should have been entered. */
static bool correct_roll(Turn *turn, const MotionState *motion, const CorrectArgs *args, Roll *roll) {
    const TextList *given[] = {&args->in_favour, &args->against, &args->abstaining, &args->not_voting};
    TextList *choices[] = {&roll->in_favour, &roll->against, &roll->abstaining, &roll->not_voting};
    TextList named = {0};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        for (size_t k = 0; k < given[i]->len; k++) {
            Text person = given[i]->at[k];
            if (texts_have(&named, person))
                return refuse(turn, VOTES_TWICE, person_called(turn, person), motion->number);
            texts_push(turn->arena, &named, person);
            if (!move_vote(turn, motion, roll, person, choices[i])) return false;
        }
    return named.len > 0 || refuse(turn, NOBODY_NAMED, TEXT("correct"));
}

/* By the rules under which it was closed, from the roll alone (law P4). */
static void count_again(Turn *turn, const MotionState *motion, VotesCorrected *body) {
    Closed closed = {.roll = body->roll, .casting = motion->casting};
    for (size_t i = 0; i < motion->vetoes.len; i++)
        *(Veto *)record_push(turn->arena, &Veto_record, &closed.vetoes) = motion->vetoes.at[i];
    Closing closing = {
        turn,       motion, motion_case(turn->state, motion), motion_decider(turn->state, motion),
        body->roll, &closed};
    find_result(&closing);
    body->result = closed.result;
    for (size_t i = 0; i < closed.comparisons.len; i++)
        *(Compared *)record_push(turn->arena, &Compared_record, &body->comparisons) =
            closed.comparisons.at[i];
    if (!text_equal(closed.result, motion->result)) body->before = motion->result;
}

static const StandingState *decided_by(const CaseState *subject, Text motion) {
    for (size_t i = 0; !subject->ended && i < subject->standing.len; i++)
        if (text_equal(subject->standing.at[i].motion, motion)) return &subject->standing.at[i];
    return NULL;
}

/* What it decided in a case that is open holds no longer. Minutes stay approved: they can be approved anew.
 */
static bool unsettle(Turn *turn, const VotesCorrected *body) {
    const CaseState *subject = state_case(turn->state, body->subject);
    const StandingState *standing = subject ? decided_by(subject, body->motion) : NULL;
    if (text_empty(body->before) || !standing || standing->stale > 0) return true;
    Stale stale = {.subject = body->subject,
                   .step = standing->step,
                   .motion = body->motion,
                   .before = body->before,
                   .after = body->result};
    return emit(turn, KIND_STALE, body->subject, &stale);
}

static bool correct_votes(Turn *turn, const CorrectArgs *args) {
    const MotionState *motion = state_motion(turn->state, args->what);
    if (!need_power(turn, ACT_CORRECT, turn->command->actor) || !need_closed_roll(turn, motion)) return false;
    Corrected names = {.subject = motion->subject,
                       .entry = motion->closed,
                       .motion = motion->number,
                       .because = args->because};
    VotesCorrected body = {.motion = motion->number,
                           .subject = motion->subject,
                           .in_favour = args->in_favour,
                           .against = args->against,
                           .abstaining = args->abstaining,
                           .not_voting = args->not_voting,
                           .roll = record_copy(turn->arena, &Roll_record, motion->roll)};
    if (!motion->tally && tree_len(args->facts) + args->voted.len > 0)
        return refuse(turn, VOTES_NAMED, motion->number);
    if (!(motion->tally ? correct_tally(turn, motion, args, &body)
                        : correct_roll(turn, motion, args, body.roll)))
        return false;
    count_again(turn, motion, &body);
    return emit(turn, KIND_CORRECTED, body.subject, &names) &&
           emit(turn, KIND_VOTES_CORRECTED, body.subject, &body) && unsettle(turn, &body);
}

bool do_CORRECT(Turn *turn) {
    const CorrectArgs *args = turn->command->args;
    return state_case(turn->state, args->what) ? correct_facts(turn, args) : correct_votes(turn, args);
}
