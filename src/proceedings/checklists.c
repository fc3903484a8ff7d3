/* Checklists of a case: what is said of their items, and what they come to. A step asks for an answer to each
 * item that applies; with the last of them it ends by itself. Where it is entered again, what was met stays
 * met, and what was not is asked anew. */
#include "proceedings/turn.h"

static const Checklist *checklist_of(State *state, const CaseState *subject, const FlowStep *step) {
    return &case_program(state, subject)->checklists[step->detail];
}

static bool is_open(const CaseState *subject, const FlowStep *step) {
    const StepState *open = step->kind == FLOW_CHECKLIST ? case_step(subject, step->name) : NULL;
    return open && open->open;
}

const TickState *case_tick(const CaseState *subject, Text checklist, Text item) {
    for (size_t i = 0; i < subject->ticks.len; i++) {
        const TickState *tick = &subject->ticks.at[i];
        if (text_equal(tick->checklist, checklist) && text_equal(tick->item, item)) return tick;
    }
    return NULL;
}

/* --- how it stands -------------------------------------------------------------------------------------- */

static Value total_of(State *state, const CaseState *subject, const Slot *slot, Date today) {
    Summed sum;
    add_up(state, subject, &case_program(state, subject)->totals[slot->owner], today, &sum);
    return sum.value;
}

Frame *checklist_frame(State *state, const CaseState *subject, const Checklist *checklist, Date today,
                       Determination *found) {
    const Program *program = case_program(state, subject);
    const Unit *unit = &program->units[checklist->unit];
    Frame *frame = frame_new(state_arena(state), program);
    fill_frame(state, subject, unit, today, frame);
    for (size_t i = 0; i < unit->input_count; i++) {
        const Slot *slot = &program->slots[unit->inputs[i]];
        if (slot->kind == SLOT_TOTAL)
            frame_set(frame, unit->inputs[i], total_of(state, subject, slot, today));
    }
    evaluate(frame, checklist->unit, NULL, found);
    return frame;
}

/* Is an answer to it still looked for? */
static bool is_asked(ItemStanding standing) {
    return standing == ITEM_OPEN || standing == ITEM_UNSETTLED;
}

static bool is_answered(State *state, const CaseState *subject, const FlowStep *step, Date today) {
    Determination found;
    const Checklist *checklist = checklist_of(state, subject, step);
    if (!is_open(subject, step)) return false;
    Frame *frame = checklist_frame(state, subject, checklist, today, &found);
    for (size_t i = 0; i < checklist->item_count; i++)
        if (is_asked(item_standing(frame, checklist, i))) return false;
    return true;
}

const FlowStep *answered_checklist(Turn *turn, const CaseState *subject) {
    const Workflow *workflow = case_workflow(turn->state, subject);
    for (size_t i = 0; i < workflow->step_count; i++)
        if (is_answered(turn->state, subject, &workflow->steps[i], turn->today)) return &workflow->steps[i];
    return NULL;
}

/* --- its beginning and its end -------------------------------------------------------------------------- */

bool enter_checklist(Turn *turn, Text number, const FlowStep *step) {
    const Checklist *checklist = checklist_of(turn->state, state_case(turn->state, number), step);
    ChecklistBegun begun = {.subject = number, .step = step->name, .checklist = checklist->name};
    return emit(turn, KIND_CHECKLIST_BEGUN, number, &begun) && end_done_steps(turn, number);
}

static Text outcome_of(const Frame *frame, const Checklist *checklist, const Determination *found) {
    Value applies = frame_get(frame, checklist->applies_slot);
    if (value_known(applies) && !applies.yes) return TEXT("not_applicable");
    return found->yes ? TEXT("complete") : TEXT("incomplete");
}

bool end_checklist(Turn *turn, Text number, const FlowStep *step) {
    const CaseState *subject = state_case(turn->state, number);
    const Checklist *checklist = checklist_of(turn->state, subject, step);
    Frame *frame = frame_new(turn->arena, case_program(turn->state, subject));
    Determination found;
    Tree *reasons;
    if (!determine_in(turn, frame, number, checklist->unit, step->name, &found, &reasons)) return false;
    Determined body = {.subject = number,
                       .step = step->name,
                       .unit = checklist->name,
                       .outcome = outcome_of(frame, checklist, &found),
                       .reasons = reasons};
    return emit(turn, KIND_DETERMINED, number, &body) &&
           end_step(turn, number, step->name, body.outcome, (Text){0});
}

/* --- ticking -------------------------------------------------------------------------------------------- */

void asked_items(State *state, const CaseState *subject, TextList *out) {
    const Workflow *workflow = case_workflow(state, subject);
    for (size_t i = 0; workflow && i < workflow->step_count; i++) {
        if (!is_open(subject, &workflow->steps[i])) continue;
        const Checklist *checklist = checklist_of(state, subject, &workflow->steps[i]);
        for (size_t k = 0; k < checklist->item_count; k++)
            texts_push(state_arena(state), out, checklist->items[k].name);
    }
}

/* The answers that are to this checklist's items. */
static Tree *answers_to(Turn *turn, const Checklist *checklist, const Tree *answers) {
    Tree *own = tree_map(turn->arena);
    for (size_t i = 0; i < checklist->item_count; i++) {
        Tree *answer = tree_get_key(answers, checklist->items[i].name);
        if (answer) tree_set(turn->arena, own, checklist->items[i].name, answer);
    }
    return own;
}

/* What does not apply is not answered: else nobody would know what the answer was worth. */
static bool all_apply(Turn *turn, const CaseState *subject, const Checklist *checklist, const Tree *answers) {
    Determination found;
    Frame *frame = checklist_frame(turn->state, subject, checklist, turn->today, &found);
    for (size_t i = 0; i < checklist->item_count; i++) {
        const ChecklistItem *item = &checklist->items[i];
        if (!tree_get_key(answers, item->name) || item_standing(frame, checklist, i) != ITEM_NOT_APPLICABLE)
            continue;
        return refuse_at(turn, DOES_NOT_APPLY, where_text(turn->arena, item->where), item->name,
                         subject->number, item->applies == NONE ? checklist->written : item->written);
    }
    return true;
}

/* Where something shows that an item is met, a yes says where that is. */
static bool is_shown(Turn *turn, const CaseState *subject, const Checklist *checklist, const Tree *answers) {
    const TickArgs *args = turn->command->args;
    for (size_t i = 0; i < checklist->item_count && text_empty(args->evidence); i++) {
        const ChecklistItem *item = &checklist->items[i];
        const Tree *answer = tree_get_key(answers, item->name);
        if (!answer || !(answer->kind == TREE_BOOL && answer->yes) || text_empty(item->evidence)) continue;
        return refuse_at(turn, EVIDENCE_NEEDED, where_text(turn->arena, item->where), subject->number,
                         item->name, item->evidence);
    }
    return true;
}

static bool tick(Turn *turn, const CaseState *subject, const FlowStep *step, Tree *answers) {
    const TickArgs *args = turn->command->args;
    const Checklist *checklist = checklist_of(turn->state, subject, step);
    if (!person_is_among(turn->state, case_program(turn->state, subject), subject, step->by, step->by_count,
                         turn->command->actor, turn->today))
        return refuse_at(turn, NOT_FOR_YOU, where_text(turn->arena, step->where),
                         person_called(turn, turn->command->actor), step->name,
                         who_names(turn->arena, step->by, step->by_count));
    if (!all_apply(turn, subject, checklist, answers) || !is_shown(turn, subject, checklist, answers) ||
        !check_evidence(turn, subject, args->evidence))
        return false;
    Ticked body = {.subject = subject->number,
                   .checklist = checklist->name,
                   .items = answers,
                   .evidence = args->evidence,
                   .note = args->note};
    return emit(turn, KIND_TICKED, subject->number, &body);
}

/* Without an item it looks again whether everything is said, which facts and registers may have brought
 * about. */
static bool look_again(Turn *turn, const CaseState *subject) {
    if (!answered_checklist(turn, subject))
        return refuse(turn, NOTHING_GIVEN, TEXT("items"), TEXT("ITEM=yes"));
    return end_done_steps(turn, subject->number);
}

bool do_TICK(Turn *turn) {
    const TickArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject) return false;
    if (tree_len(args->items) == 0) return look_again(turn, subject);
    const Workflow *workflow = case_workflow(turn->state, subject);
    size_t ticked = 0;
    for (size_t i = 0; i < workflow->step_count; i++) {
        if (!is_open(subject, &workflow->steps[i])) continue;
        Tree *own = answers_to(turn, checklist_of(turn->state, subject, &workflow->steps[i]), args->items);
        ticked += tree_len(own);
        if (tree_len(own) > 0 && !tick(turn, subject, &workflow->steps[i], own)) return false;
    }
    if (ticked == 0) return refuse(turn, NO_ITEM, subject->number, args->items->keys[0], (Text){0});
    return end_done_steps(turn, subject->number);
}
