/* A decision of several: how it stands, who is asked now, and that the people are distinct (law P8). A single
 * decider is a decision of one part. */
#include "base/vec.h"
#include "proceedings/conditions.h"

/* --- how it stands -------------------------------------------------------------------------------------- */

static size_t after_part(const StepState *step, size_t at) {
    return at + 1 + (size_t)step->parts.at[at].within;
}

static Standing part_standing(const StepState *step, size_t at) {
    const PartState *part = &step->parts.at[at];
    int64_t carried = 0, lost = 0, count = 0;
    if (part->within == 0)
        return text_is(part->result, "carried") ? STANDS_CARRIED
               : text_is(part->result, "lost")  ? STANDS_LOST
                                                : STANDS_OPEN;
    for (size_t inner = at + 1; inner < after_part(step, at); inner = after_part(step, inner), count++) {
        Standing stands = part_standing(step, inner);
        carried += stands == STANDS_CARRIED;
        lost += stands == STANDS_LOST;
    }
    if (carried >= part->needed) return STANDS_CARRIED;
    return count - lost < part->needed ? STANDS_LOST : STANDS_OPEN;
}

Standing question_standing(const StepState *step) {
    return step->parts.len == 0 ? STANDS_OPEN : part_standing(step, 0);
}

static void add_asked(Arena *arena, const StepState *step, size_t at, PartList *out) {
    const PartState *part = &step->parts.at[at];
    if (part_standing(step, at) != STANDS_OPEN) return;
    if (part->within == 0) *vec_push(arena, out) = part;
    for (size_t inner = at + 1; inner < after_part(step, at); inner = after_part(step, inner)) {
        add_asked(arena, step, inner, out);
        if (part->in_order && part_standing(step, inner) != STANDS_CARRIED) return;
    }
}

void parts_asked(Arena *arena, const StepState *step, PartList *out) {
    if (step->parts.len > 0) add_asked(arena, step, 0, out);
}

/* Is the part, or what it is within, decided already? */
static bool is_spare(const StepState *step, size_t at) {
    for (size_t i = 0; i <= at; i++)
        if (after_part(step, i) > at && part_standing(step, i) != STANDS_OPEN) return true;
    return false;
}

static bool is_asked(const PartList *asked, const PartState *part) {
    for (size_t i = 0; i < asked->len; i++)
        if (asked->at[i] == part) return true;
    return false;
}

Text part_word(State *state, const StepState *step, const PartState *part) {
    PartList asked = {0};
    if (!text_empty(part->result)) return part->result;
    if (part_is_put(part)) return TEXT("put");
    parts_asked(state_arena(state), step, &asked);
    if (is_asked(&asked, part)) return TEXT("asked");
    return is_spare(step, (size_t)(part - step->parts.at)) ? TEXT("spare") : TEXT("later");
}

PartState *part_of(const StepState *step, Text decider) {
    for (size_t i = 0; i < step->parts.len; i++)
        if (step->parts.at[i].within == 0 && text_equal(step->parts.at[i].decider, decider))
            return &step->parts.at[i];
    return NULL;
}

Text motion_part(const MotionState *motion) {
    return text_empty(motion->delegation) ? motion->decider : motion->delegator;
}

bool part_is_put(const PartState *part) {
    return !text_empty(part->motion) && text_empty(part->result);
}

/* --- distinct people ------------------------------------------------------------------------------------ */

/* A body decides as a body: whoever sits in it has one vote there, whatever else they decide. */
static bool decides_alone(State *state, const CaseState *subject, Text decider) {
    return program_body(case_program(state, subject), decider) == NONE;
}

static bool has_decided(State *state, const CaseState *subject, const PartState *part, Text person) {
    const MotionState *motion = text_empty(part->motion) ? NULL : state_motion(state, part->motion);
    if (text_equal(part->approver, person)) return true;
    return motion && has_voted(motion, person) && decides_alone(state, subject, motion->decider);
}

const PartState *decided_another(State *state, const CaseState *subject, Text name, Text decider,
                                 Text person) {
    const StepState *step = case_step(subject, name);
    for (size_t i = 0; step && i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        if (!text_equal(part->decider, decider) && has_decided(state, subject, part, person)) return part;
    }
    return NULL;
}

const PartState *decided_as_another(State *state, const MotionState *motion, Text person) {
    const CaseState *subject = motion_case(state, motion);
    if (!decides_alone(state, subject, motion->decider)) return NULL;
    return decided_another(state, subject, motion->step, motion_part(motion), person);
}

/* --- what follows --------------------------------------------------------------------------------------- */

/* Withdraws the open motions of a step; with `asked`, only those of whom is not asked any more. */
static bool withdraw_parts(Turn *turn, Text subject, Text name, const PartList *asked, const char *because) {
    const StepState *step = case_step(state_case(turn->state, subject), name);
    for (size_t i = 0; i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        if (!part_is_put(part) || (asked && is_asked(asked, part))) continue;
        if (!withdraw_motion(turn, part->motion, subject, text_of(because))) return false;
    }
    return true;
}

bool withdraw_all(Turn *turn, Text subject, Text step, const char *because) {
    return withdraw_parts(turn, subject, step, NULL, because);
}

/* What each part came to stands in one entry, so that the result follows from it alone (law P4). */
static bool enter_joint(Turn *turn, Text subject, const StepState *step, Text result) {
    JointlyDecided body = {
        .subject = subject, .step = step->name, .decider = step->decider, .result = result};
    for (size_t i = 0; i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        if (part->within > 0) continue;
        *(PartDecided *)record_push(turn->arena, &PartDecided_record, &body.parts) =
            (PartDecided){part->decider, part->motion, part->result};
    }
    return emit(turn, KIND_JOINTLY_DECIDED, subject, &body);
}

bool settle_question(Turn *turn, Text subject, Text name) {
    const StepState *step = case_step(state_case(turn->state, subject), name);
    PartList asked = {0};
    parts_asked(turn->arena, step, &asked);
    if (!withdraw_parts(turn, subject, name, &asked, "decided")) return false;
    Standing stands = question_standing(step);
    if (stands == STANDS_OPEN) return true;
    Text result = stands == STANDS_CARRIED ? TEXT("carried") : TEXT("lost");
    if (step->parts.len > 1 && !enter_joint(turn, subject, step, result)) return false;
    if (stands == STANDS_CARRIED && !set_conditions(turn, subject, name)) return false;
    return end_step(turn, subject, name, result, (Text){0});
}
