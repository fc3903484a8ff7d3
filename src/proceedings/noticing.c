/* Conditions of triggers: that one has come to hold for a case is entered with its reasons, and so is that it
 * holds no more. Each is looked at after every act on the case, and once a day, since days and what stands
 * elsewhere can bring it about too. One that is undetermined does not hold. */
#include "proceedings/triggers.h"

static bool holds_now(const TriggerState *stands, const Cause *cause) {
    return stands && texts_have(&stands->holding, cause->written);
}

static bool notice(Turn *turn, Text subject, const Trigger *trigger, const Cause *cause, Date on) {
    Determination found;
    Tree *reasons;
    bool held = holds_now(trigger_state(turn->state, trigger, subject), cause);
    bool holds = find_out(turn, subject, cause->condition, &found, &reasons) == OUTCOME_DECIDED && found.yes;
    if (holds == held) return true;
    if (holds) {
        ConditionMet met = {.subject = subject,
                            .trigger = trigger->name,
                            .cause = cause->written,
                            .on = on,
                            .reasons = reasons};
        return emit(turn, KIND_CONDITION_MET, subject, &met);
    }
    ConditionLeft left = {.subject = subject, .trigger = trigger->name, .cause = cause->written};
    return emit(turn, KIND_CONDITION_LEFT, subject, &left);
}

static bool notice_in_case(Turn *turn, Text number, Date on) {
    const Program *program = case_program(turn->state, state_case(turn->state, number));
    for (size_t i = 0; program && i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        if (!trigger_watches(turn->state, trigger, state_case(turn->state, number))) continue;
        for (size_t k = 0; k < trigger->cause_count; k++)
            if (trigger->causes[k].kind == CAUSE_CONDITION &&
                !notice(turn, number, trigger, &trigger->causes[k], on))
                return false;
    }
    return true;
}

bool notice_conditions(Turn *turn, size_t first, Date on) {
    size_t count = turn->batch->effects.len;
    for (size_t i = first; i < count; i++) {
        Text scope = turn->batch->effects.at[i].scope;
        if (state_case(turn->state, scope) && !scope_repeated(turn->batch, first, i) &&
            !notice_in_case(turn, scope, on))
            return false;
    }
    return true;
}

/* --- day by day ----------------------------------------------------------------------------------------- */

static bool has_condition(const Program *program, size_t group) {
    for (size_t i = 0; i < program->triggers_count; i++)
        for (size_t k = 0; k < program->triggers[i].cause_count; k++)
            if (program->triggers[i].group == (Index)group &&
                program->triggers[i].causes[k].kind == CAUSE_CONDITION)
                return true;
    return false;
}

bool notices_days(State *state) {
    const Program *program = watching_program(state, (Text){0});
    Text place, number;
    for (size_t g = 0; program && g < program->groups_count; g++)
        if (has_condition(program, g) && next_watched(state, program->groups[g], (Text){0}, &place, &number))
            return true;
    return false;
}

/* A case is looked at on the days after the one on which it was opened: on that one it was already. */
static bool notice_in_group(Turn *turn, Text group, Date day) {
    Text place = {0}, number;
    while (next_watched(turn->state, group, place, &place, &number)) {
        bool there = state_case(turn->state, number)->opened < day;
        if (there && !notice_in_case(turn, number, day)) return false;
        place = key_after(turn->arena, place);
    }
    return true;
}

bool notice_on_day(Turn *turn, Date day) {
    turn_to(turn, day);
    const Program *program = turn->program;
    for (size_t g = 0; g < program->groups_count; g++)
        if (has_condition(program, g) && !notice_in_group(turn, program->groups[g], day)) return false;
    return true;
}
