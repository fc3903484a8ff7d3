/* Votes that advise: the motion's ballot says whose votes bind, of those who decide, and who else may vote.
 */
#include "proceedings/motion.h"

bool has_advisers(const Decider *decider) {
    return decider->body && decider->ballot &&
           (decider->ballot->binding.count > 0 || decider->ballot->advisory.count > 0);
}

bool is_among(State *state, const MotionState *motion, const Who *who, size_t count, Text person) {
    const CaseState *subject = motion_case(state, motion);
    return person_is_among(state, case_program(state, subject), subject, who, count, person,
                           motion_day(state, motion));
}

void keep_binding(State *state, const MotionState *motion, const Decider *decider, TextList *in_office) {
    const BallotRule *rule = decider->body ? decider->ballot : NULL;
    size_t kept = 0;
    for (size_t i = 0; rule && rule->binding.count > 0 && i < in_office->len; i++)
        if (is_among(state, motion, rule->binding.at, rule->binding.count, in_office->at[i]))
            in_office->at[kept++] = in_office->at[i];
    if (rule && rule->binding.count > 0) in_office->len = (uint32_t)kept;
}

bool may_advise(State *state, const MotionState *motion, Text person) {
    Decider decider = motion_decider(state, motion);
    if (!has_advisers(&decider)) return false;
    const BallotRule *rule = decider.ballot;
    if (rule->binding.count > 0 && holds(state, motion->decider, person, motion_day(state, motion)))
        return true;
    return is_among(state, motion, rule->advisory.at, rule->advisory.count, person);
}
