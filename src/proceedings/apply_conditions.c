/* Folding: conditions, on motions and of cases, and their clocks. */
#include "proceedings/conditions.h"

static Text number_word(State *state, int64_t number) {
    return text_format(state_arena(state), "%lld", (long long)number);
}

/* --- on a motion ---------------------------------------------------------------------------------------- */

static void apply_condition_put(Applied *applied) {
    const ConditionPut *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    if (!motion) return;
    *(PutCondition *)record_push(state_arena(applied->state), &PutCondition_record, &motion->conditions) =
        (PutCondition){body->number, body->text, body->owner, body->due, body->evidence, body->discharged_by};
}

static void apply_condition_dropped(Applied *applied) {
    const ConditionDropped *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    size_t kept = 0;
    for (size_t i = 0; motion && i < motion->conditions.len; i++)
        if (motion->conditions.at[i].number != body->number)
            motion->conditions.at[kept++] = motion->conditions.at[i];
    if (motion) motion->conditions.len = (uint32_t)kept;
}

/* --- those that are open -------------------------------------------------------------------------------- */

static Text open_place(State *state, const CaseState *subject, const ConditionState *condition) {
    Arena *arena = state_arena(state);
    return text_format(arena, "%.*s %.*s %lld", TEXT_ARG(date_text(arena, condition->due)),
                       TEXT_ARG(subject->number), (long long)condition->number);
}

/* Its clock runs, and it stands among those that are to be met. */
static void open_condition(State *state, CaseState *subject, ConditionState *condition, Date due) {
    condition->stands = TEXT("open");
    condition->due = due;
    OpenConditionState *open =
        state_change(state, SPACE_OPEN_CONDITION, open_place(state, subject, condition));
    *open = (OpenConditionState){subject->number, condition->number};
    timer_start(state, due, subject->number, number_word(state, condition->number), "condition");
}

static void close_condition(State *state, CaseState *subject, ConditionState *condition, Text stands) {
    state_remove(state, SPACE_OPEN_CONDITION, open_place(state, subject, condition));
    timer_stop(state, subject->number, number_word(state, condition->number), "condition");
    condition->stands = stands;
}

void condition_moved(State *state, CaseState *subject, Text number, Date due) {
    ConditionState *condition = (ConditionState *)condition_written(subject, number);
    if (!condition) return;
    state_remove(state, SPACE_OPEN_CONDITION, open_place(state, subject, condition));
    condition->due = due;
    OpenConditionState *open =
        state_change(state, SPACE_OPEN_CONDITION, open_place(state, subject, condition));
    *open = (OpenConditionState){subject->number, condition->number};
}

/* --- of a case ------------------------------------------------------------------------------------------ */

static void apply_condition_set(Applied *applied) {
    const ConditionSet *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    if (body->number != (int64_t)subject->conditions.len + 1) {
        cannot_follow(applied, "a condition whose number is not the next", body->subject);
        return;
    }
    ConditionState *condition =
        record_push(state_arena(applied->state), &ConditionState_record, &subject->conditions);
    condition->step = body->step;
    condition->motion = body->motion;
    condition->number = body->number;
    condition->text = body->text;
    condition->owner = body->owner;
    condition->evidence = body->evidence;
    condition->discharged_by = body->discharged_by;
    condition->entry = applied->entry->seq;
    open_condition(applied->state, subject, condition, body->due);
}

/* A condition that stands so, with its case, both to be changed; NULL: there is none. */
static ConditionState *condition_at(Applied *applied, Text number, int64_t at, const char *stands,
                                    CaseState **subject) {
    *subject = any_case(applied, number);
    ConditionState *condition = *subject ? (ConditionState *)case_condition(*subject, at) : NULL;
    if (condition && text_is(condition->stands, stands)) return condition;
    cannot_follow(applied, "a condition that does not stand so", number);
    return NULL;
}

static void found_at(Applied *applied, ConditionState *condition, Text subject, Text meeting) {
    condition->meeting = meeting;
    condition->entry = applied->entry->seq;
    MeetingState *at = text_empty(meeting) ? NULL : changed_meeting(applied, meeting);
    if (at && !texts_have(&at->found, subject)) texts_push(state_arena(applied->state), &at->found, subject);
}

static void apply_condition_discharged(Applied *applied) {
    const ConditionDischarged *body = applied->body;
    CaseState *subject;
    ConditionState *condition = condition_at(applied, body->subject, body->number, "open", &subject);
    if (!condition) return;
    close_condition(applied->state, subject, condition, TEXT("discharged"));
    condition->shown = body->evidence;
    found_at(applied, condition, body->subject, body->meeting);
}

static void apply_condition_waived(Applied *applied) {
    const ConditionWaived *body = applied->body;
    CaseState *subject;
    ConditionState *condition = condition_at(applied, body->subject, body->number, "open", &subject);
    if (!condition) return;
    close_condition(applied->state, subject, condition, TEXT("waived"));
    condition->because = body->because;
    found_at(applied, condition, body->subject, body->meeting);
}

static void apply_condition_extended(Applied *applied) {
    const ConditionExtended *body = applied->body;
    CaseState *subject;
    ConditionState *condition = condition_at(applied, body->subject, body->number, "open", &subject);
    if (!condition) return;
    close_condition(applied->state, subject, condition, TEXT("open"));
    open_condition(applied->state, subject, condition, body->until);
    condition->because = body->because;
    found_at(applied, condition, body->subject, body->meeting);
}

/* --- what was carried falls ----------------------------------------------------------------------------- */

static void fall(Applied *applied, CaseState *subject, ConditionState *condition) {
    if (condition->past > 0) return;
    condition->past = applied->entry->seq;
    if (!text_is(condition->stands, "open")) return;
    close_condition(applied->state, subject, condition, TEXT("fallen"));
    condition->entry = applied->entry->seq;
}

void conditions_fall(Applied *applied, CaseState *subject, Text step) {
    for (size_t i = 0; i < subject->conditions.len; i++)
        if (text_empty(step) || text_equal(subject->conditions.at[i].step, step))
            fall(applied, subject, &subject->conditions.at[i]);
}

void conditions_set_aside(Applied *applied, CaseState *subject, Text step) {
    const StepState *back = case_step(subject, step);
    for (size_t i = 0; back && i < subject->conditions.len; i++)
        if (case_step(subject, subject->conditions.at[i].step) >= back)
            fall(applied, subject, &subject->conditions.at[i]);
}

static StepState *carried_step(CaseState *subject, Text name) {
    return (StepState *)case_step(subject, name);
}

/* What was carried with it falls; where the case stands then is kept, to be gone back to. */
static void fall_with(Applied *applied, CaseState *subject, ConditionState *lapsed,
                      const ConditionLapsed *body) {
    StepState *step = carried_step(subject, body->falls);
    lapsed->stood = body->stood;
    lapsed->end = subject->end;
    lapsed->outcome = subject->outcome;
    conditions_fall(applied, subject, body->falls);
    if (step) step->outcome = TEXT("lapsed");
    forget_decisions(subject, body->falls);
    timer_stop(applied->state, subject->number, TEXT("approval"), NULL);
    if (subject->expiry) subject->expiry->stopped = true;
    take_up(applied, subject);
}

static void apply_condition_lapsed(Applied *applied) {
    const ConditionLapsed *body = applied->body;
    CaseState *subject;
    ConditionState *condition = condition_at(applied, body->subject, body->number, "open", &subject);
    if (!condition) return;
    close_condition(applied->state, subject, condition, TEXT("lapsed"));
    condition->entry = applied->entry->seq;
    note_lapse(applied, body->subject, number_word(applied->state, body->number), body->due);
    if (!text_empty(body->falls)) fall_with(applied, subject, condition, body);
}

/* --- and stands again ----------------------------------------------------------------------------------- */

/* Those that fell with it are open again, those that were met are so. */
static void restore(Applied *applied, CaseState *subject, int64_t fell, Date due) {
    for (size_t i = 0; i < subject->conditions.len; i++) {
        ConditionState *condition = &subject->conditions.at[i];
        if (condition->past != fell) continue;
        condition->past = 0;
        if (!text_is(condition->stands, "fallen")) continue;
        condition->entry = applied->entry->seq;
        open_condition(applied->state, subject, condition, condition->due < due ? due : condition->due);
    }
}

static void apply_condition_revived(Applied *applied) {
    const ConditionRevived *body = applied->body;
    CaseState *subject;
    ConditionState *condition = condition_at(applied, body->subject, body->number, "lapsed", &subject);
    StepState *step = condition ? carried_step(subject, body->stands) : NULL;
    if (!condition) return;
    int64_t fell = condition->past;
    lift_lapse(applied, body->subject);
    if (fell > 0) restore(applied, subject, fell, body->due);
    open_condition(applied->state, subject, condition, body->due);
    condition->because = body->because;
    condition->entry = applied->entry->seq;
    if (!step) return;
    take_up(applied, subject);
    step->outcome = TEXT("carried");
    keep_decision(applied, body->subject, body->stands, condition->motion);
}

static const FoldingRow foldings[] = {
    {KIND_CONDITION_PUT, apply_condition_put},       {KIND_CONDITION_DROPPED, apply_condition_dropped},
    {KIND_CONDITION_SET, apply_condition_set},       {KIND_CONDITION_DISCHARGED, apply_condition_discharged},
    {KIND_CONDITION_WAIVED, apply_condition_waived}, {KIND_CONDITION_EXTENDED, apply_condition_extended},
    {KIND_CONDITION_LAPSED, apply_condition_lapsed}, {KIND_CONDITION_REVIVED, apply_condition_revived},
};

bool apply_conditions(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
