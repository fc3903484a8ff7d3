/* Vetoes: where its ballot says so, one of those named makes a motion lost, whatever the votes. */
#include "proceedings/motion.h"

bool has_vetoed(const MotionState *motion, Text person) {
    for (size_t i = 0; i < motion->vetoes.len; i++)
        if (text_equal(motion->vetoes.at[i].person, person)) return true;
    return false;
}

static Text veto_holders(Turn *turn, const BallotRule *rule) {
    TextList names = {0};
    const VetoRule *end = rule->vetoes + rule->veto_count;
    for (const VetoRule *veto = rule->vetoes; veto != end; veto++)
        if (!texts_have(&names, veto->by.name)) texts_push(turn->arena, &names, veto->by.name);
    return names_text(turn->arena, &names, " or ");
}

/* The rule by which the person vetoes; where there are several, one that asks for no reason goes before. */
static const VetoRule *veto_of(Turn *turn, const MotionState *motion, const BallotRule *rule, Text person) {
    const VetoRule *found = NULL;
    for (size_t i = 0; i < rule->veto_count; i++) {
        const VetoRule *veto = &rule->vetoes[i];
        if (is_among(turn->state, motion, &veto->by, 1, person) && (!found || !veto->with_reason))
            found = veto;
    }
    return found;
}

/* Vetoing is deciding: not for whoever asks, and not for whoever takes no part. */
static bool need_veto(Turn *turn, const MotionState *motion, Text because) {
    Text actor = turn->command->actor, called = person_called(turn, actor);
    const CaseState *subject = motion_case(turn->state, motion);
    Decider decider = motion_decider(turn->state, motion);
    const BallotRule *rule = decider.body ? decider.ballot : NULL;
    if (!rule || rule->veto_count == 0) return refuse(turn, NO_VETO_HERE, motion->number);
    Text where = where_text(turn->arena, rule->where);
    const VetoRule *veto = veto_of(turn, motion, rule, actor);
    if (!veto) return refuse_at(turn, NOT_YOUR_VETO, where, called, motion->number, veto_holders(turn, rule));
    if (case_recusal(subject, actor)) return refuse(turn, TAKES_NO_PART, called, subject->number);
    if (text_equal(subject->opener, actor)) return refuse(turn, OWN_CASE, called, subject->number);
    if (has_vetoed(motion, actor)) return refuse(turn, VETOED_ALREADY, called, motion->number);
    return !veto->with_reason || !text_empty(text_trim(because)) ||
           refuse_at(turn, VETO_UNREASONED, where, motion->number);
}

bool do_VETO(Turn *turn) {
    const VetoArgs *args = turn->command->args;
    const MotionState *motion = need_open_motion(turn, args->motion);
    Text actor = turn->command->actor;
    if (!motion) return false;
    if (args->withdraw) {
        VetoWithdrawn taken = {motion->number, motion->subject, actor, args->because};
        if (!has_vetoed(motion, actor))
            return refuse(turn, NO_VETO, person_called(turn, actor), motion->number);
        return emit(turn, KIND_VETO_WITHDRAWN, motion->subject, &taken);
    }
    Vetoed body = {motion->number, motion->subject, actor, args->because};
    return need_veto(turn, motion, args->because) && emit(turn, KIND_VETOED, motion->subject, &body);
}
