/* Whether what was decided still holds (law P6): what was computed, when the rules come to the same outcome
 * by the same row again; what was voted, while no fact that was put to the body has changed by more than the
 * rules call material. It is looked at after every batch that changes what a decision rests on. */
#include "proceedings/motion.h"
#include <string.h>

typedef struct Holding {
    Turn *turn;
    const CaseState *subject;
    const Program *program;
    const Workflow *workflow;
    const StandingState *standing;
} Holding;

/* --- what was voted ------------------------------------------------------------------------------------- */

static bool both_known(const Value *before, const Value *after) {
    return value_known(*before) && value_known(*after) && before->kind == after->kind;
}

static bool in_one_unit(const Value *before, const Value *after) {
    return value_is_number(before) && memcmp(before->currency, after->currency, sizeof before->currency) == 0;
}

/* How far a fact has gone from one value to the other, as a number of what it is counted in. */
static bool difference(Arena *arena, const Value *before, const Value *after, Number *out) {
    if (before->kind == TYPE_DATE) {
        *out = number_int((int64_t)after->date - before->date);
        return true;
    }
    if (before->kind == TYPE_INSTANT) {
        Number seconds = number_int(after->instant.utc - before->instant.utc);
        return number_div(arena, seconds, number_int(3600), out) == NUMBER_OK;
    }
    return in_one_unit(before, after) && number_sub(arena, after->number, before->number, out) == NUMBER_OK;
}

static bool make_positive(Arena *arena, Number *number) {
    return number_sign(*number) >= 0 || number_neg(arena, *number, number) == NUMBER_OK;
}

/* A share is one of what was put. */
static bool allowance(Arena *arena, const Material *material, const Value *before, Number *out) {
    *out = material->beyond;
    if (!material->share) return true;
    if (number_mul(arena, material->beyond, before->number, out) != NUMBER_OK) return false;
    return make_positive(arena, out);
}

/* What cannot be measured counts as far. */
static bool is_material(Arena *arena, const Material *material, const Value *before, const Value *after) {
    Number moved, allowed;
    if (!material->said || !both_known(before, after)) return true;
    if (!difference(arena, before, after, &moved) || !make_positive(arena, &moved)) return true;
    if (!allowance(arena, material, before, &allowed)) return true;
    return number_compare(moved, allowed) > 0;
}

static Value value_stated(const Holding *h, const FactState *fact, Index slot) {
    Value value = value_missing();
    if (!fact || !fact_value(h->turn->state, h->program, slot, fact, &value)) return value_missing();
    return value;
}

static bool fact_has_changed(const Holding *h, const FactState *put, const FactState *now) {
    Index slot = program_slot(h->program, h->workflow->group, put->name);
    if (slot == NONE || (now && now->entry == put->entry)) return false;
    Value before = value_stated(h, put, slot), after = value_stated(h, now, slot);
    if (value_equal(before, after)) return false;
    return is_material(h->turn->arena, &h->program->slots[slot].material, &before, &after);
}

/* As it was written; of what is personal nothing. */
static Text told_value(const FactState *fact) {
    const Tree *value = fact ? tree_get(fact->value, "value") : NULL;
    if (value && value->kind == TREE_BOOL) return value->yes ? TEXT("yes") : TEXT("no");
    return value && value->kind == TREE_TEXT ? value->text : (Text){0};
}

Text put_place(Arena *arena, Text subject, const StandingState *standing) {
    if (!text_empty(standing->motion)) return standing->motion;
    return text_format(arena, "%.*s %lld", TEXT_ARG(subject), (long long)standing->entry);
}

/* What a vote has chosen was not put to it. */
static bool is_chosen_by(State *state, Text number, Text fact) {
    const MotionState *motion = state_motion(state, number);
    return motion && motion->choice && text_equal(motion->choice->fact, fact);
}

static bool vote_holds(const Holding *h, Stale *body) {
    Text place = put_place(h->turn->arena, h->subject->number, h->standing);
    const PutState *put = state_object(h->turn->state, SPACE_PUT, place);
    for (size_t i = 0; put && i < put->facts.len; i++) {
        const FactState *was = &put->facts.at[i], *now = case_fact(h->subject, was->name);
        if (!fact_has_changed(h, was, now) || is_chosen_by(h->turn->state, h->standing->motion, was->name))
            continue;
        body->fact = was->name;
        body->before = told_value(was);
        body->after = told_value(now);
        return false;
    }
    return true;
}

/* What was decided under a delegation has to stay within its bounds. */
static bool mandate_holds(const Holding *h, Stale *body) {
    const MotionState *motion = state_motion(h->turn->state, h->standing->motion);
    const DelegationState *delegation = motion && !text_empty(motion->delegation)
                                            ? state_delegation(h->turn->state, motion->delegation)
                                            : NULL;
    const Delegation *rule = delegation ? delegation_rule(h->turn->state, delegation, h->subject) : NULL;
    for (size_t i = 0; rule && i < rule->bound_count; i++) {
        Determination found;
        Tree *reasons;
        Outcome outcome = find_out(h->turn, h->subject->number, rule->bounds[i], &found, &reasons);
        if (outcome == OUTCOME_DECIDED && found.yes) continue;
        body->unit = rule->name;
        body->before = TEXT("within its bounds");
        body->after = TEXT("past them");
        return false;
    }
    return true;
}

/* --- what was computed ---------------------------------------------------------------------------------- */

static Text came_to(Arena *arena, Text outcome, Text row) {
    if (text_empty(row)) return outcome;
    return text_format(arena, "%.*s by %.*s", TEXT_ARG(outcome), TEXT_ARG(row));
}

/* What the unit comes to now; "nothing" where it can no longer be determined. */
static Text comes_to(const Holding *h, Index unit) {
    Determination found;
    Tree *reasons;
    Arena *arena = h->turn->arena;
    const FlowStep *flow = flow_step(h->turn->state, h->subject, h->standing->step);
    h->turn->asking = flow && flow->kind == FLOW_MOTION ? flow : NULL;
    Outcome outcome = find_out(h->turn, h->subject->number, unit, &found, &reasons);
    h->turn->asking = NULL;
    if (outcome != OUTCOME_DECIDED) return TEXT("nothing");
    return came_to(arena, unit_outcome(arena, h->program, &h->program->units[unit], &found),
                   determination_rows(arena, h->program, &found));
}

static bool computation_holds(const Holding *h, Stale *body) {
    Index unit = program_unit(h->program, h->standing->unit);
    if (unit == NONE) return true;
    Text before = came_to(h->turn->arena, h->standing->outcome, h->standing->row), after = comes_to(h, unit);
    if (text_equal(before, after)) return true;
    body->unit = h->standing->unit;
    body->before = before;
    body->after = after;
    return false;
}

/* --- after a batch -------------------------------------------------------------------------------------- */

static bool look_at(Turn *turn, Text number, size_t at) {
    const CaseState *subject = state_case(turn->state, number);
    const StandingState *standing = &subject->standing.at[at];
    Holding h = {turn, subject, case_program(turn->state, subject), case_workflow(turn->state, subject),
                 standing};
    Stale body = {.subject = number, .step = standing->step, .motion = standing->motion};
    if (standing->stale > 0 || !h.workflow) return true;
    bool holds_good = text_empty(standing->unit) ? vote_holds(&h, &body) && mandate_holds(&h, &body)
                                                 : computation_holds(&h, &body);
    return holds_good || emit(turn, KIND_STALE, number, &body);
}

static bool may_unsettle(EntryKind kind) {
    return kind == KIND_MIGRATED || kind == KIND_FACTS_STATED || kind == KIND_SCORED ||
           kind == KIND_REVIEW_ENDED || kind == KIND_TICKED || kind == KIND_STEP_ENDED;
}

/* Nothing later in the batch unsettles the same case again. */
static bool is_last(const Batch *batch, size_t at, size_t count) {
    for (size_t i = at + 1; i < count; i++)
        if (may_unsettle(batch->effects.at[i].kind) &&
            text_equal(batch->effects.at[i].scope, batch->effects.at[at].scope))
            return false;
    return true;
}

static bool look_at_all(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    for (size_t i = 0; subject && !subject->ended && i < subject->standing.len; i++) {
        if (!look_at(turn, number, i)) return false;
        subject = state_case(turn->state, number);
    }
    return true;
}

bool mark_stale(Turn *turn, size_t first) {
    size_t count = turn->batch->effects.len;
    for (size_t i = first; i < count; i++) {
        const Effect *effect = &turn->batch->effects.at[i];
        if (may_unsettle(effect->kind) && is_last(turn->batch, i, count) && !look_at_all(turn, effect->scope))
            return false;
    }
    return true;
}
