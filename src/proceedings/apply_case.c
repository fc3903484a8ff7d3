/* Folding: cases, their facts, steps, scores and reviews. */
#include "proceedings/conditions.h"
#include "proceedings/triggers.h"

CaseState *case_going_on(Applied *applied, Text number) {
    const CaseState *known = state_case(applied->state, number);
    if (known && !known->ended) return state_change(applied->state, SPACE_CASE, number);
    applied->error = text_format(state_arena(applied->state), "%.*s %s", TEXT_ARG(number),
                                 known ? "has ended" : "was never opened");
    return NULL;
}

CaseState *any_case(Applied *applied, Text number) {
    if (state_case(applied->state, number)) return state_change(applied->state, SPACE_CASE, number);
    cannot_follow(applied, "a case that was never opened", number);
    return NULL;
}

static void apply_case_opened(Applied *applied) {
    const CaseOpened *body = applied->body;
    if (!take_number(applied, body->subject)) return;
    CaseState *subject = state_change(applied->state, SPACE_CASE, body->subject);
    subject->number = body->subject;
    subject->charter = applied->entry->charter;
    subject->workflow = body->workflow;
    subject->opener = body->opener;
    subject->trigger = body->trigger;
    subject->about = body->about;
    subject->opened = body->opened != DATE_NONE ? body->opened : moment_date(applied->entry->happened);
    state_change(applied->state, SPACE_OPEN_CASE, body->subject);
    count_case(applied->state, subject, (Text){0}, true);
    watch_opened(applied->state, subject, subject->opened + !text_empty(body->trigger));
}

static FactState *fact_at(Applied *applied, CaseState *subject, Text name) {
    FactState *known = (FactState *)case_fact(subject, name);
    return known ? known : record_push(state_arena(applied->state), &FactState_record, &subject->facts);
}

/* A fact that is carried from another case stays his who gave it there. */
static Text giver_of(const Applied *applied, Text carried_from, Text name) {
    const CaseState *other = text_empty(carried_from) ? NULL : state_case(applied->state, carried_from);
    const FactState *fact = other ? case_fact(other, name) : NULL;
    return fact ? fact->giver : applied->entry->actor;
}

static void forget_fact(CaseState *subject, Text name) {
    size_t kept = 0;
    for (size_t i = 0; i < subject->facts.len; i++)
        if (!text_equal(subject->facts.at[i].name, name)) subject->facts.at[kept++] = subject->facts.at[i];
    subject->facts.len = kept;
}

void hold_fact(Applied *applied, Text number, Text name, Tree *value, Text giver) {
    CaseState *subject = case_going_on(applied, number);
    if (!subject) return;
    FactState held = {.name = name, .value = value, .entry = applied->entry->seq, .giver = giver};
    if (value)
        watch_fact(applied->state, subject, case_fact(subject, name), &held,
                   moment_date(applied->entry->happened));
    count_case(applied->state, subject, name, false);
    if (!value) {
        forget_fact(subject, name);
        return;
    }
    *fact_at(applied, subject, name) = held;
    count_case(applied->state, subject, name, true);
}

static void apply_facts_stated(Applied *applied) {
    const FactsStated *body = applied->body;
    if (!case_going_on(applied, body->subject)) return;
    for (size_t i = 0; i < tree_len(body->facts); i++)
        hold_fact(applied, body->subject, body->facts->keys[i], body->facts->items[i],
                  giver_of(applied, body->carried_from, body->facts->keys[i]));
}

/* --- what was decided ----------------------------------------------------------------------------------- */

void forget_decisions(CaseState *subject, Text step) {
    size_t kept = 0;
    for (size_t i = 0; i < subject->standing.len; i++)
        if (!text_equal(subject->standing.at[i].step, step))
            subject->standing.at[kept++] = subject->standing.at[i];
    subject->standing.len = kept;
}

/* Of evaluations, and of who decides; of a review it is what it comes to that holds. */
static void apply_determined(Applied *applied) {
    const Determined *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    const FlowStep *flow = subject ? flow_step(applied->state, subject, body->step) : NULL;
    if (!flow || (flow->kind != FLOW_EVALUATE && flow->kind != FLOW_MOTION)) return;
    StandingState *standing =
        record_push(state_arena(applied->state), &StandingState_record, &subject->standing);
    standing->step = body->step;
    standing->unit = body->unit;
    standing->outcome = body->outcome;
    standing->row = body->row;
    standing->entry = applied->entry->seq;
}

static bool is_meant(const StandingState *standing, const Stale *body) {
    return text_equal(standing->step, body->step) && text_equal(standing->motion, body->motion) &&
           text_equal(standing->unit, body->unit);
}

static void apply_stale(Applied *applied) {
    const Stale *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    for (size_t i = 0; subject && i < subject->standing.len; i++) {
        StandingState *standing = &subject->standing.at[i];
        if (!is_meant(standing, body)) continue;
        standing->stale = applied->entry->seq;
        standing->fact = body->fact;
        standing->before = body->before;
        standing->after = body->after;
    }
}

/* --- steps ---------------------------------------------------------------------------------------------- */

/* A step that is entered again starts anew: what was scored in it before is in the ledger only. */
static void forget_sheets(CaseState *subject, Text step) {
    size_t kept = 0;
    for (size_t i = 0; i < subject->sheets.len; i++)
        if (!text_equal(subject->sheets.at[i].step, step)) subject->sheets.at[kept++] = subject->sheets.at[i];
    subject->sheets.len = kept;
}

static void apply_step_entered(Applied *applied) {
    const StepEntered *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    forget_sheets(subject, body->step);
    forget_decisions(subject, body->step);
    conditions_fall(applied, subject, body->step);
    StepState *step = record_push(state_arena(applied->state), &StepState_record, &subject->steps);
    step->name = body->step;
    step->open = true;
    step->entered = body->began != DATE_NONE ? body->began : moment_date(applied->entry->happened);
    step->due = body->due;
    timer_start(applied->state, body->due, body->subject, body->step, "deadline");
}

static void apply_step_ended(Applied *applied) {
    const StepEnded *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    StepState *step = subject ? (StepState *)case_step(subject, body->step) : NULL;
    if (!step || !step->open) {
        applied->error =
            text_format(state_arena(applied->state), "the step %.*s is not open", TEXT_ARG(body->step));
        return;
    }
    step->open = false;
    step->outcome = body->outcome;
    step->ended = body->ended != DATE_NONE ? body->ended : moment_date(applied->entry->happened);
    timer_stop(applied->state, body->subject, body->step, NULL);
}

void close_steps(Applied *applied, CaseState *subject, Text outcome) {
    for (size_t i = 0; i < subject->steps.len; i++) {
        StepState *step = &subject->steps.at[i];
        if (!step->open) continue;
        step->open = false;
        step->outcome = outcome;
        timer_stop(applied->state, subject->number, step->name, NULL);
    }
}

/* A review that was under way begins anew when it is come to again. */
static void apply_reconsidered(Applied *applied) {
    const Reconsidered *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    conditions_set_aside(applied, subject, body->step);
    close_steps(applied, subject, TEXT("set_aside"));
    for (size_t i = 0; i < subject->reviews.len; i++)
        if (!text_empty(subject->reviews.at[i].step)) subject->reviews.at[i].outcome = TEXT("set_aside");
}

static void apply_case_ended(Applied *applied) {
    const CaseEnded *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    close_steps(applied, subject, (Text){0});
    if (text_empty(body->step) || !case_approved(applied->state, subject))
        conditions_fall(applied, subject, (Text){0});
    subject->ended = true;
    subject->suspended = DATE_NONE;
    subject->end = body->step;
    subject->outcome = body->outcome;
    state_remove(applied->state, SPACE_OPEN_CASE, body->subject);
    watch_ended(applied->state, subject);
}

/* --- scores --------------------------------------------------------------------------------------------- */

static void apply_scored(Applied *applied) {
    const Scored *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    SheetState *sheet = NULL;
    for (size_t i = 0; i < subject->sheets.len && !sheet; i++) {
        SheetState *known = &subject->sheets.at[i];
        if (text_equal(known->step, body->step) && text_equal(known->scorer, body->scorer)) sheet = known;
    }
    if (!sheet) sheet = record_push(state_arena(applied->state), &SheetState_record, &subject->sheets);
    *sheet = (SheetState){body->step, body->scorer, body->role, body->scores, applied->entry->seq};
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static ReviewState *review_at(Applied *applied, Text subject, Text review) {
    CaseState *changed = case_going_on(applied, subject);
    if (!changed) return NULL;
    ReviewState *known = (ReviewState *)case_review(changed, review);
    if (known) return known;
    known = record_push(state_arena(applied->state), &ReviewState_record, &changed->reviews);
    known->review = review;
    return known;
}

/* A review that had ended and is entered again starts anew. */
static void apply_review_step_entered(Applied *applied) {
    const ReviewStepEntered *body = applied->body;
    ReviewState *review = review_at(applied, body->subject, body->review);
    if (!review) return;
    if (!text_empty(review->outcome)) {
        record_clear(&ReviewState_record, review);
        review->review = body->review;
    }
    review->step = body->step;
}

static AnswerState *answer_at(Applied *applied, ReviewState *review, Text principle) {
    for (size_t i = 0; i < review->answers.len; i++)
        if (text_equal(review->answers.at[i].principle, principle)) return &review->answers.at[i];
    AnswerState *answer = record_push(state_arena(applied->state), &AnswerState_record, &review->answers);
    answer->principle = principle;
    return answer;
}

static void apply_answered(Applied *applied) {
    const Answered *body = applied->body;
    ReviewState *review = review_at(applied, body->subject, body->review);
    for (size_t i = 0; review && i < tree_len(body->answers); i++) {
        AnswerState *answer = answer_at(applied, review, body->answers->keys[i]);
        bool yes = body->answers->items[i]->kind == TREE_BOOL && body->answers->items[i]->yes;
        Text giver = applied->entry->actor;
        texts_take(&answer->concerned, giver);
        if (!yes) texts_push(state_arena(applied->state), &answer->concerned, giver);
        answer->met = answer->concerned.len == 0;
        answer->giver = giver;
        answer->entry = applied->entry->seq;
    }
}

static void apply_planned(Applied *applied) {
    const Planned *body = applied->body;
    ReviewState *review = review_at(applied, body->subject, body->review);
    for (size_t i = 0; review && i < tree_len(body->plans); i++) {
        Text principle = body->plans->keys[i];
        answer_at(applied, review, principle)->plan =
            body->plans->items[i]->kind == TREE_TEXT ? body->plans->items[i]->text : (Text){0};
    }
}

static void apply_review_voted(Applied *applied) {
    const ReviewVoted *body = applied->body;
    ReviewState *review = review_at(applied, body->subject, body->review);
    if (!review) return;
    bool plans = text_is(body->question, "accepted");
    *(plans ? &review->judged : &review->voted) = true;
    *(plans ? &review->accepted : &review->upheld) = body->carried;
}

static void apply_review_ended(Applied *applied) {
    const ReviewEnded *body = applied->body;
    ReviewState *review = review_at(applied, body->subject, body->review);
    if (!review) return;
    review->step = (Text){0};
    review->outcome = body->outcome;
    watch_reviewed(applied->state, state_case(applied->state, body->subject), body->review,
                   &(DutyBegun){body->outcome, applied->entry->seq, moment_date(applied->entry->happened)});
}

/* --- checklists ----------------------------------------------------------------------------------------- */

/* What was not met is asked anew: what was said of it before is in the ledger only. */
static void apply_checklist_begun(Applied *applied) {
    const ChecklistBegun *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    size_t kept = 0;
    for (size_t i = 0; subject && i < subject->ticks.len; i++)
        if (subject->ticks.at[i].met || !text_equal(subject->ticks.at[i].checklist, body->checklist))
            subject->ticks.at[kept++] = subject->ticks.at[i];
    if (subject) subject->ticks.len = kept;
}

static void apply_ticked(Applied *applied) {
    const Ticked *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    for (size_t i = 0; subject && i < tree_len(body->items); i++) {
        const Tree *answer = body->items->items[i];
        Text item = body->items->keys[i];
        TickState *tick = (TickState *)case_tick(subject, body->checklist, item);
        if (!tick) tick = record_push(state_arena(applied->state), &TickState_record, &subject->ticks);
        *tick = (TickState){.checklist = body->checklist,
                            .item = item,
                            .met = answer->kind == TREE_BOOL && answer->yes,
                            .evidence = body->evidence,
                            .note = body->note,
                            .entry = applied->entry->seq,
                            .giver = applied->entry->actor};
    }
}

/* --- breaches ------------------------------------------------------------------------------------------- */

/* What ended the case may have broken one. */
static void apply_breached(Applied *applied) {
    const Breached *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    BreachState *breach = record_push(state_arena(applied->state), &BreachState_record, &subject->breaches);
    *breach = (BreachState){body->invariant, body->rule, applied->entry->seq};
}

static void apply_breach_ended(Applied *applied) {
    const BreachEnded *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    size_t kept = 0;
    for (size_t i = 0; subject && i < subject->breaches.len; i++)
        if (!text_equal(subject->breaches.at[i].invariant, body->invariant))
            subject->breaches.at[kept++] = subject->breaches.at[i];
    if (subject) subject->breaches.len = kept;
}

static const FoldingRow foldings[] = {
    {KIND_CASE_OPENED, apply_case_opened},
    {KIND_FACTS_STATED, apply_facts_stated},
    {KIND_STEP_ENTERED, apply_step_entered},
    {KIND_STEP_ENDED, apply_step_ended},
    {KIND_CASE_ENDED, apply_case_ended},
    {KIND_SCORED, apply_scored},
    {KIND_DETERMINED, apply_determined},
    {KIND_STALE, apply_stale},
    {KIND_RECONSIDERED, apply_reconsidered},
    {KIND_REVIEW_STEP_ENTERED, apply_review_step_entered},
    {KIND_ANSWERED, apply_answered},
    {KIND_PLANNED, apply_planned},
    {KIND_REVIEW_VOTED, apply_review_voted},
    {KIND_REVIEW_ENDED, apply_review_ended},
    {KIND_CHECKLIST_BEGUN, apply_checklist_begun},
    {KIND_TICKED, apply_ticked},
    {KIND_BREACHED, apply_breached},
    {KIND_BREACH_ENDED, apply_breach_ended},
};

bool apply_case(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
