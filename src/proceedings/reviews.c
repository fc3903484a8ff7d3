/* Reviews: whether they apply, their principles answered, their votes and plans, and what they come to. */
#include "proceedings/motion.h"

const Review *review_of(State *state, const CaseState *subject, const FlowStep *step) {
    return &case_program(state, subject)->reviews[step->detail];
}

Text review_body(State *state, const CaseState *subject, const Review *review) {
    const Program *program = case_program(state, subject);
    const Body *body = &program->bodies[review->body];
    return indexed_by_case(state, program, subject, body->name, body->for_each);
}

const ReviewStep *review_step(State *state, const CaseState *subject, const FlowStep *step) {
    const StepState *open = step->kind == FLOW_REVIEW ? case_step(subject, step->name) : NULL;
    if (!open || !open->open) return NULL;
    const Review *review = review_of(state, subject, step);
    const ReviewState *stands = case_review(subject, review->name);
    for (size_t i = 0; stands && i < review->step_count; i++)
        if (text_equal(review->steps[i].name, stands->step)) return &review->steps[i];
    return NULL;
}

const AnswerState *review_answer(const CaseState *subject, const Review *review, Text principle) {
    const ReviewState *stands = case_review(subject, review->name);
    for (size_t i = 0; stands && i < stands->answers.len; i++)
        if (text_equal(stands->answers.at[i].principle, principle)) return &stands->answers.at[i];
    return NULL;
}

void open_questions(State *state, const CaseState *subject, ReviewStepKind kind, TextList *out) {
    const Workflow *workflow = case_workflow(state, subject);
    for (size_t i = 0; workflow && i < workflow->step_count; i++) {
        const ReviewStep *at = review_step(state, subject, &workflow->steps[i]);
        if (!at || at->kind != kind) continue;
        const Review *review = review_of(state, subject, &workflow->steps[i]);
        for (size_t p = 0; p < review->principle_count; p++) {
            const AnswerState *answer = review_answer(subject, review, review->principles[p].name);
            if (kind != REVIEW_PLANS || (answer && !answer->met))
                texts_push(state_arena(state), out, review->principles[p].name);
        }
    }
}

static bool all_answered(const CaseState *subject, const Review *review) {
    for (size_t i = 0; i < review->principle_count; i++)
        if (!review_answer(subject, review, review->principles[i].name)) return false;
    return true;
}

static bool all_planned(const CaseState *subject, const Review *review) {
    for (size_t i = 0; i < review->principle_count; i++) {
        const AnswerState *answer = review_answer(subject, review, review->principles[i].name);
        if (answer && !answer->met && text_empty(answer->plan)) return false;
    }
    return true;
}

bool review_waits_for_vote(State *state, const CaseState *subject, const FlowStep *step, Text *body) {
    const ReviewStep *at = review_step(state, subject, step);
    if (!at || at->kind == REVIEW_ANSWERS) return false;
    const Review *review = review_of(state, subject, step);
    *body = review_body(state, subject, review);
    return at->kind == REVIEW_VOTE || all_planned(subject, review);
}

/* --- the way of a review -------------------------------------------------------------------------------- */

static bool end_review(Turn *turn, Text subject, const FlowStep *step, const Review *review, Text outcome) {
    ReviewEnded ended = {.subject = subject, .review = review->name, .outcome = outcome};
    return emit(turn, KIND_REVIEW_ENDED, subject, &ended) &&
           end_step(turn, subject, step->name, outcome, (Text){0});
}

static bool enter_review_step(Turn *turn, Text subject, const Review *review, Index index) {
    ReviewStepEntered entered = {
        .subject = subject, .review = review->name, .step = review->steps[index].name};
    return emit(turn, KIND_REVIEW_STEP_ENTERED, subject, &entered);
}

/* Whether a review applies is determined by its rule, and entered with its reasons either way. */
static bool review_applies(Turn *turn, Text subject, const FlowStep *step, const Review *review,
                           bool *applies) {
    Determination found;
    Tree *reasons;
    *applies = true;
    if (review->applies == NONE) return true;
    if (!determine(turn, subject, review->applies, review->name, &found, &reasons)) return false;
    *applies = found.yes;
    Determined body = {.subject = subject,
                       .step = step->name,
                       .unit = review->name,
                       .outcome = found.yes ? TEXT("applies") : TEXT("not_applicable"),
                       .reasons = reasons};
    return emit(turn, KIND_DETERMINED, subject, &body);
}

bool enter_review(Turn *turn, Text subject, const FlowStep *step) {
    const Review *review = review_of(turn->state, state_case(turn->state, subject), step);
    bool applies;
    if (!review_applies(turn, subject, step, review, &applies)) return false;
    if (!applies) return end_review(turn, subject, step, review, TEXT("not_applicable"));
    return enter_review_step(turn, subject, review, 0);
}

static bool follow_branches(Turn *turn, Text subject, const FlowStep *step, const ReviewStep *at) {
    const Review *review = review_of(turn->state, state_case(turn->state, subject), step);
    for (size_t i = 0; i < at->branch_count; i++) {
        const ReviewBranch *branch = &at->branches[i];
        bool fits = true;
        if (branch->condition != NONE &&
            !condition_holds(turn, subject, branch->condition, review->name, &fits))
            return false;
        if (!fits) continue;
        if (branch->to_step != NONE) return enter_review_step(turn, subject, review, branch->to_step);
        return end_review(turn, subject, step, review, review->outcomes->members[branch->to_outcome]);
    }
    return refuse_at(turn, NO_WAY_ON, where_text(turn->arena, at->where), at->name,
                     TEXT("none of its cases"));
}

bool review_voted(Turn *turn, Text number, Text name, bool carried) {
    const CaseState *subject = state_case(turn->state, number);
    const FlowStep *step = flow_step(turn->state, subject, name);
    const ReviewStep *at = review_step(turn->state, subject, step);
    if (!at) return refuse(turn, STEP_NOT_OPEN, name, number);
    ReviewVoted voted = {.subject = number,
                         .review = review_of(turn->state, subject, step)->name,
                         .step = at->name,
                         .question = at->kind == REVIEW_PLANS ? TEXT("accepted") : TEXT("upheld"),
                         .carried = carried};
    return emit(turn, KIND_REVIEW_VOTED, number, &voted) && follow_branches(turn, number, step, at);
}

/* --- answering ------------------------------------------------------------------------------------------ */

/* A review is answered by the members of its body, but by nobody on their own request (law P8). */
static bool may_answer(Turn *turn, const CaseState *subject, const Review *review) {
    Text actor = turn->command->actor, body = review_body(turn->state, subject, review);
    Text where = where_text(turn->arena, review->where);
    if (!holds(turn->state, body, actor, turn->today))
        return refuse_at(turn, NOT_FOR_YOU, where, person_called(turn, actor), review->name, body);
    if (text_equal(subject->opener, actor))
        return refuse(turn, OWN_CASE, person_called(turn, actor), subject->number);
    return !case_recusal(subject, actor) ||
           refuse(turn, TAKES_NO_PART, person_called(turn, actor), subject->number);
}

static Text see_what_waits(Turn *turn, const CaseState *subject) {
    return text_format(turn->arena, "see what it waits for with: bylaw show %.*s", TEXT_ARG(subject->number));
}

/* The answers that are to this review's principles. */
static Tree *answers_to(Turn *turn, const Review *review, const Tree *answers) {
    Tree *own = tree_map(turn->arena);
    for (size_t i = 0; i < review->principle_count; i++) {
        Tree *answer = tree_get_key(answers, review->principles[i].name);
        if (answer) tree_set(turn->arena, own, review->principles[i].name, answer);
    }
    return own;
}

/* A concern is taken back by who raised it, and by nobody else: the body decides about it. */
static bool concerns_stand(Turn *turn, const CaseState *subject, const Review *review, const Tree *answers) {
    for (size_t i = 0; i < tree_len(answers); i++) {
        const AnswerState *known = review_answer(subject, review, answers->keys[i]);
        bool yes = answers->items[i]->kind == TREE_BOOL && answers->items[i]->yes;
        if (!yes || !known || known->met || texts_have(&known->concerned, turn->command->actor)) continue;
        TextList names = {0};
        for (size_t k = 0; k < known->concerned.len; k++)
            texts_push(turn->arena, &names, person_called(turn, known->concerned.at[k]));
        return refuse_at(turn, CONCERN_STANDS, where_text(turn->arena, review->where),
                         names_text(turn->arena, &names, " and "), answers->keys[i]);
    }
    return true;
}

static bool answer_review(Turn *turn, const CaseState *subject, const FlowStep *step, Tree *answers,
                          Text note) {
    const Review *review = review_of(turn->state, subject, step);
    const ReviewStep *at = review_step(turn->state, subject, step);
    if (!may_answer(turn, subject, review) || !concerns_stand(turn, subject, review, answers)) return false;
    Answered body = {.subject = subject->number, .review = review->name, .answers = answers, .note = note};
    if (!emit(turn, KIND_ANSWERED, subject->number, &body)) return false;
    return !all_answered(subject, review) || follow_branches(turn, subject->number, step, at);
}

bool do_ANSWER(Turn *turn) {
    const AnswerArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject) return false;
    if (tree_len(args->answers) == 0)
        return refuse(turn, NOTHING_GIVEN, TEXT("answers"), TEXT("PRINCIPLE=yes"));
    const Workflow *workflow = case_workflow(turn->state, subject);
    size_t answered = 0;
    for (size_t i = 0; i < workflow->step_count; i++) {
        const FlowStep *step = &workflow->steps[i];
        const ReviewStep *at = review_step(turn->state, subject, step);
        if (!at || at->kind != REVIEW_ANSWERS) continue;
        Tree *own = answers_to(turn, review_of(turn->state, subject, step), args->answers);
        answered += tree_len(own);
        if (tree_len(own) > 0 && !answer_review(turn, subject, step, own, args->note)) return false;
    }
    if (answered == tree_len(args->answers)) return true;
    return refuse(turn, NO_QUESTION, subject->number, args->answers->keys[0], see_what_waits(turn, subject));
}

/* --- planning ------------------------------------------------------------------------------------------- */

static bool may_plan(Turn *turn, const CaseState *subject, const Review *review, const Tree *plans) {
    for (size_t i = 0; i < tree_len(plans); i++) {
        const AnswerState *answer = review_answer(subject, review, plans->keys[i]);
        if (!answer || answer->met) return refuse(turn, NO_CONCERN, review->name, plans->keys[i]);
    }
    return true;
}

bool plan_for(Turn *turn, const CaseState *subject, Tree *plans) {
    const Workflow *workflow = case_workflow(turn->state, subject);
    size_t planned = 0;
    for (size_t i = 0; i < workflow->step_count; i++) {
        const ReviewStep *at = review_step(turn->state, subject, &workflow->steps[i]);
        if (!at || at->kind != REVIEW_PLANS) continue;
        const Review *review = review_of(turn->state, subject, &workflow->steps[i]);
        Tree *own = answers_to(turn, review, plans);
        planned += tree_len(own);
        if (tree_len(own) == 0) continue;
        Planned body = {.subject = subject->number, .review = review->name, .plans = own};
        if (!may_plan(turn, subject, review, own) || !emit(turn, KIND_PLANNED, subject->number, &body))
            return false;
    }
    return planned == tree_len(plans) ||
           refuse(turn, NO_QUESTION, subject->number, plans->keys[0], see_what_waits(turn, subject));
}
