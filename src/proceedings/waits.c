/* What a case waits for, in the order of its workflow. */
#include "base/vec.h"
#include "proceedings/motion.h"

typedef struct Waits {
    State *state;
    const CaseState *subject;
    const FlowStep *step;
    const StepState *open;
    WaitingList *out;
} Waits;

/* A question is due when it moves up or lapses; all else when its step is. */
static Date due_of(const Waits *w) {
    for (size_t i = 0; i < w->subject->clocks.len; i++) {
        const ClockState *clock = &w->subject->clocks.at[i];
        if (text_equal(clock->step, w->step->name) &&
            (text_is(clock->what, "undecided") || text_is(clock->what, "level")))
            return clock->due;
    }
    return w->open->level > 0 && w->open->level_until != DATE_NONE ? w->open->level_until : w->open->due;
}

static void wait_for(const Waits *w, Text who, const char *code, Text what) {
    *vec_push(state_arena(w->state), w->out) = (Waiting){.subject = w->subject->number,
                                                         .step = w->step->name,
                                                         .who = who,
                                                         .code = text_of(code),
                                                         .what = what,
                                                         .due = due_of(w),
                                                         .overdue = w->open->overdue};
}

/* Each of those who may do it; an indexed office or body is the case's own. */
static void wait_for_any(const Waits *w, const char *code, Text what) {
    const Program *program = case_program(w->state, w->subject);
    for (size_t i = 0; i < w->step->by_count; i++) {
        const Who *who = &w->step->by[i];
        Text name = indexed_by_case(w->state, program, w->subject, who->name, who_for_each(program, who));
        wait_for(w, name, code, what);
    }
}

static void task_waits(const Waits *w) {
    TextList missing = {0};
    facts_missing(w->state, w->subject, w->step, &missing);
    for (size_t i = 0; i < missing.len; i++) wait_for_any(w, "fact", missing.at[i]);
    if (missing.len == 0) wait_for_any(w, "task", w->step->title);
}

static void score_waits(const Waits *w) {
    Text scorecard = case_program(w->state, w->subject)->scorecards[w->step->detail].name;
    for (size_t i = 0; i < w->step->by_count; i++)
        if (!role_scored(w->subject, w->step->name, w->step->by[i].name))
            wait_for(w, w->step->by[i].name, "score", scorecard);
}

/* --- votes ---------------------------------------------------------------------------------------------- */

/* Nobody was entered as there, so nobody can vote: that is for whoever records. */
static void attendance_waits(const Waits *w, const MeetingState *meeting) {
    const Program *program = case_program(w->state, w->subject);
    for (size_t i = 0; i < program->powers_count; i++)
        for (size_t k = 0; program->powers[i].act == ACT_RECORD && k < program->powers[i].count; k++)
            wait_for(w, program->powers[i].who[k].name, "attend", meeting->number);
}

static bool is_left_to_vote(const Waits *w, const MotionState *motion, Text person) {
    return !case_recusal(w->subject, person) && !has_voted(motion, person) &&
           !text_equal(w->subject->opener, person);
}

/* Everybody who is there and may vote; then the ballot waits to be closed. */
static void ballot_waits(const Waits *w, const MotionState *motion) {
    TextList entitled = {0};
    const MeetingState *meeting = state_meeting(w->state, motion->meeting);
    size_t before = w->out->len;
    if (meeting && meeting->present.len == 0) attendance_waits(w, meeting);
    if (meeting)
        entitled = meeting->present;
    else
        holders_on(w->state, motion->decider, moment_date(motion->moved), &entitled);
    for (size_t i = 0; i < entitled.len; i++)
        if (is_left_to_vote(w, motion, entitled.at[i])) wait_for(w, entitled.at[i], "vote", motion->number);
    if (w->out->len == before) wait_for(w, motion->decider, "close", motion->number);
}

static void motion_waits(const Waits *w, Text decider) {
    const MotionState *motion = text_empty(w->open->motion) ? NULL : state_motion(w->state, w->open->motion);
    if (motion && text_empty(motion->result))
        ballot_waits(w, motion);
    else
        wait_for(w, decider, "motion", motion_title(w->state, w->subject, w->step));
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static void review_waits(const Waits *w) {
    const ReviewStep *at = review_step(w->state, w->subject, w->step);
    const Review *review = review_of(w->state, w->subject, w->step);
    Text body = review_body(w->state, w->subject, review), voter = {0};
    for (size_t i = 0; at && i < review->principle_count; i++) {
        Text name = review->principles[i].name;
        const AnswerState *answer = review_answer(w->subject, review, name);
        if (at->kind == REVIEW_ANSWERS && !answer) wait_for(w, body, "answer", name);
        if (at->kind == REVIEW_PLANS && answer && !answer->met && text_empty(answer->plan))
            wait_for(w, w->subject->opener, "plan", name);
    }
    if (review_waits_for_vote(w->state, w->subject, w->step, &voter)) motion_waits(w, voter);
}

static void step_waits(const Waits *w) {
    switch (w->step->kind) {
    case FLOW_TASK:
        task_waits(w);
        break;
    case FLOW_SCORE:
        score_waits(w);
        break;
    case FLOW_REVIEW:
        review_waits(w);
        break;
    case FLOW_MOTION:
        motion_waits(w, w->open->decider);
        break;
    case FLOW_EVALUATE:
    case FLOW_PARALLEL:
    case FLOW_END:
        break;
    }
}

void case_waits(State *state, const CaseState *subject, WaitingList *out) {
    const Workflow *workflow = case_workflow(state, subject);
    for (size_t i = 0; workflow && i < workflow->step_count; i++) {
        Waits w = {state, subject, &workflow->steps[i], case_step(subject, workflow->steps[i].name), out};
        if (w.open && w.open->open) step_waits(&w);
    }
}
