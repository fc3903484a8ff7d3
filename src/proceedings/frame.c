/* What a case knows, laid into a frame: facts, scores of steps that have ended, what reviews came to, and
 * what is said of checklists. */
#include "proceedings/turn.h"

typedef struct Filling {
    State *state;
    Arena *arena;
    const CaseState *subject;
    const Program *program;
    const Workflow *workflow;
    Index group; /* of the program, that its facts are of */
    Frame *frame;
    const Unit *unit; /* what is to be evaluated */
} Filling;

/* A personal value is taken out of the vault only where the evaluation reads it, so that what was erased
 * makes nothing else undetermined. */
static bool is_read(const Filling *filling, Index slot) {
    for (size_t i = 0; i < filling->unit->input_count; i++)
        if (filling->unit->inputs[i] == slot) return true;
    return false;
}

static bool was_said(ValueError error) {
    return error == VALUE_OK || error == VALUE_APPLIES;
}

bool entered_value(Arena *arena, Type type, const Tree *entered, Value *value) {
    return was_said(value_from_tree(arena, type, entered, value));
}

bool fact_value(State *state, const Program *program, Index slot, const FactState *fact, Value *value) {
    Type type = program->slots[slot].type;
    const Tree *plain = tree_get(fact->value, "value");
    Text sealed = tree_get_text(fact->value, "sealed"), text = {0};
    if (plain) return entered_value(state_arena(state), type, plain, value);
    if (text_empty(sealed) || !state_unseal(state, sealed, &text)) return false;
    return was_said(value_parse(state_arena(state), type, text, value));
}

static bool stated_value(const Filling *filling, const FactState *fact, Index slot, Value *value) {
    if (!tree_get(fact->value, "value") && !is_read(filling, slot)) return false;
    return fact_value(filling->state, filling->program, slot, fact, value);
}

static void fill_facts(const Filling *filling) {
    for (size_t i = 0; i < filling->subject->facts.len; i++) {
        const FactState *fact = &filling->subject->facts.at[i];
        Index slot = program_slot(filling->program, filling->group, fact->name);
        Value value;
        if (slot != NONE && stated_value(filling, fact, slot, &value)) frame_set(filling->frame, slot, value);
    }
}

/* --- scores --------------------------------------------------------------------------------------------- */

static bool score_on(const Filling *filling, const SheetState *sheet, Text criterion, Value *out) {
    Number number;
    const Tree *score = tree_get_key(sheet->scores, criterion);
    if (!score || score->kind != TREE_TEXT) return false;
    if (number_parse(filling->arena, score->text, &number) != NUMBER_OK) return false;
    *out = value_number(TYPE_DECIMAL, number);
    return true;
}

static void fill_criterion(const Filling *filling, const Criterion *criterion, Text step) {
    const CaseState *subject = filling->subject;
    Value *scores = arena_array(filling->arena, Value, subject->sheets.len);
    size_t count = 0;
    for (size_t i = 0; i < subject->sheets.len; i++)
        if (text_equal(subject->sheets.at[i].step, step) &&
            score_on(filling, &subject->sheets.at[i], criterion->name, &scores[count]))
            count++;
    if (count == 0) return;
    Value value = {.state = VALUE_KNOWN, .kind = TYPE_LIST, .list = {scores, count}};
    frame_set(filling->frame, criterion->score_slot, value);
}

/* While people still score, nothing is known: a total of some would be another number. */
static void fill_scores(const Filling *filling) {
    for (size_t i = 0; i < filling->workflow->step_count; i++) {
        const FlowStep *flow = &filling->workflow->steps[i];
        const StepState *step = flow->kind == FLOW_SCORE ? case_step(filling->subject, flow->name) : NULL;
        if (!step || step->open) continue;
        const Scorecard *scorecard = &filling->program->scorecards[flow->detail];
        for (size_t c = 0; c < scorecard->criterion_count; c++)
            fill_criterion(filling, &scorecard->criteria[c], flow->name);
    }
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static void fill_review(const Filling *filling, const Review *review, const ReviewState *state) {
    Frame *frame = filling->frame;
    int64_t concerns = 0;
    for (size_t i = 0; i < state->answers.len; i++)
        if (!state->answers.at[i].met) concerns++;
    if (review->concerns_slot != NONE && state->answers.len == review->principle_count)
        frame_set(frame, review->concerns_slot, value_number(TYPE_INTEGER, number_int(concerns)));
    if (review->upheld_slot != NONE && state->voted)
        frame_set(frame, review->upheld_slot, value_yes_no(state->upheld));
    if (review->accepted_slot != NONE && state->judged)
        frame_set(frame, review->accepted_slot, value_yes_no(state->accepted));
    for (size_t i = 0; i < review->outcomes->count; i++)
        if (text_equal(review->outcomes->members[i], state->outcome))
            frame_set(frame, review->slot, value_member((int32_t)i));
}

static void fill_reviews(const Filling *filling) {
    for (size_t i = 0; i < filling->program->reviews_count; i++) {
        const ReviewState *state = case_review(filling->subject, filling->program->reviews[i].name);
        if (state) fill_review(filling, &filling->program->reviews[i], state);
    }
}

static void fill_ticks(const Filling *filling) {
    for (size_t i = 0; i < filling->program->checklists_count; i++) {
        const Checklist *checklist = &filling->program->checklists[i];
        for (size_t k = 0; k < checklist->item_count; k++) {
            const TickState *tick = case_tick(filling->subject, checklist->name, checklist->items[k].name);
            if (tick) frame_set(filling->frame, checklist->items[k].slot, value_yes_no(tick->met));
        }
    }
}

/* --- measurements --------------------------------------------------------------------------------------- */

/* What was measured last, of the case or of the organisation. */
static void fill_metric(const Filling *filling, const Metric *metric) {
    Text subject = metric->group == NONE ? (Text){0} : case_matter(filling->state, filling->subject)->number;
    const MeasuredState *measured = last_measured(filling->state, metric, subject, (Text){0});
    Value value;
    if (measured && value_from_tree(filling->arena, metric->type, measured->value, &value) == VALUE_OK)
        frame_set(filling->frame, metric->slot, value);
}

static void fill_metrics(const Filling *filling) {
    for (size_t i = 0; i < filling->program->metrics_count; i++) {
        const Metric *metric = &filling->program->metrics[i];
        bool of_case = metric->group == NONE || metric->group == filling->group;
        if (metric->slot != NONE && of_case && is_read(filling, metric->slot)) fill_metric(filling, metric);
    }
}

static void fill_facts_on(const Filling *filling, Date today) {
    frame_set(filling->frame, filling->program->today, value_date(today));
    frame_set(filling->frame, filling->program->case_opened, value_date(filling->subject->opened));
    frame_read_from(filling->frame, state_registry(filling->state, filling->program));
    fill_facts(filling);
}

void fill_stated(State *state, const CaseState *subject, const Program *program, Index group, Index unit,
                 Date today, Frame *frame) {
    Filling filling = {.state = state,
                       .arena = state_arena(state),
                       .subject = subject,
                       .program = program,
                       .group = group,
                       .frame = frame,
                       .unit = &program->units[unit]};
    fill_facts_on(&filling, today);
}

void fill_frame(State *state, const CaseState *subject, const Unit *unit, Date today, Frame *frame) {
    Filling filling = {.state = state,
                       .arena = state_arena(state),
                       .subject = subject,
                       .program = case_program(state, subject),
                       .workflow = case_workflow(state, subject),
                       .frame = frame,
                       .unit = unit};
    if (!filling.workflow) return;
    filling.group = filling.workflow->group;
    fill_facts_on(&filling, today);
    fill_metrics(&filling);
    fill_scores(&filling);
    fill_reviews(&filling);
    fill_ticks(&filling);
}
