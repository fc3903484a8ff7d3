/* Checklists: each item counts where it applies, and is met, not met, or open (law L4). */
#include "engine/frame.h"

static Value applying(Frame *frame, Index condition) {
    if (condition == NONE) return value_yes_no(true);
    return condition_run(frame, &frame->program->conditions[condition]);
}

Truth checklist_applies(Frame *frame, const Checklist *checklist) {
    return truth_of(applying(frame, checklist->applies));
}

/* An item that is met needs nobody to know whether it applies. `why`: what is wrong where it is FAILING. */
static ItemStanding standing_of(Frame *frame, const Checklist *checklist, size_t at, Value *why) {
    const ChecklistItem *item = &checklist->items[at];
    const Value *said = &frame->slots[item->slot];
    const Value of[] = {applying(frame, checklist->applies), applying(frame, item->applies)};
    bool unsettled = false;
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        if (truth_of(of[i]) == TRUTH_NO) return ITEM_NOT_APPLICABLE;
        if (truth_of(of[i]) == TRUTH_ERROR) *why = of[i];
        unsettled |= truth_of(of[i]) == TRUTH_UNKNOWN;
    }
    if (why->state != VALUE_MISSING) return ITEM_FAILING;
    if (said->state == VALUE_KNOWN && said->yes) return ITEM_MET;
    if (unsettled) return ITEM_UNSETTLED;
    return said->state == VALUE_KNOWN ? ITEM_UNMET : ITEM_OPEN;
}

ItemStanding item_standing(Frame *frame, const Checklist *checklist, size_t at) {
    Value why = value_missing();
    return standing_of(frame, checklist, at, &why);
}

/* Does what the checklist comes to rest on an item that stands so? On one that is not met where it is not
 * complete; on those that can still decide where that is not known; else on all. */
static bool completes(ItemStanding standing, const Value *complete) {
    if (complete->state == VALUE_KNOWN) return complete->yes || standing == ITEM_UNMET;
    return standing == ITEM_OPEN || standing == ITEM_UNSETTLED || standing == ITEM_FAILING;
}

bool item_matters(const Frame *frame, const Checklist *checklist, ItemStanding standing) {
    return frame_wants(frame, checklist->open_slot) ||
           (frame_wants(frame, checklist->complete_slot) &&
            completes(standing, &frame->slots[checklist->complete_slot]));
}

typedef struct Counts {
    int64_t of[ITEM_STANDINGS_COUNT];
} Counts;

static void set_results(Frame *frame, const Checklist *checklist, const Counts *counts) {
    bool unmet = counts->of[ITEM_UNMET] > 0, settled = counts->of[ITEM_UNSETTLED] == 0;
    bool done = settled && counts->of[ITEM_OPEN] == 0;
    int64_t open = counts->of[ITEM_UNMET] + counts->of[ITEM_OPEN];
    frame_set_truth(frame, checklist->applies_slot, checklist_applies(frame, checklist));
    frame_set_truth(frame, checklist->complete_slot, unmet ? TRUTH_NO : done ? TRUTH_YES : TRUTH_UNKNOWN);
    frame->slots[checklist->open_slot] =
        settled ? value_number(TYPE_INTEGER, number_int(open)) : value_missing();
}

/* An error of one condition is one of the whole: nobody is told that a list is complete which cannot be
 * read. */
void checklist_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const Checklist *checklist = &frame->program->checklists[unit->detail];
    Counts counts = {{0}};
    for (size_t i = 0; i < checklist->item_count; i++) {
        Value why = value_missing();
        ItemStanding standing = standing_of(frame, checklist, i, &why);
        counts.of[standing]++;
        if (standing != ITEM_FAILING || state->outcome == OUTCOME_ERROR) continue;
        state->outcome = OUTCOME_ERROR;
        state->problem = problem_of(why);
        state->criterion = (Index)i;
    }
    if (state->outcome == OUTCOME_ERROR) return;
    set_results(frame, checklist, &counts);
    const Value *complete = &frame->slots[checklist->complete_slot];
    state->yes = complete->state == VALUE_KNOWN && complete->yes;
    if (complete->state == VALUE_MISSING) state->outcome = OUTCOME_UNDETERMINED;
}
