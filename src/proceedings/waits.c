/* What a case waits for, in the order of its workflow. */
#include "base/vec.h"
#include "proceedings/delegations.h"
#include "proceedings/motion.h"

typedef struct Waits {
    State *state;
    const CaseState *subject;
    const FlowStep *step;
    const StepState *open;
    Date today;
    WaitingList *out;
} Waits;

/* A question is due when it moves up, lapses or is carried in silence; all else when its step is. */
static Date due_of(const Waits *w) {
    Date first = DATE_NONE;
    for (size_t i = 0; i < w->subject->clocks.len; i++) {
        const ClockState *clock = &w->subject->clocks.at[i];
        bool asks = text_is(clock->what, "consent") || text_is(clock->what, "undecided") ||
                    text_is(clock->what, "level");
        if (asks && text_equal(clock->step, w->step->name) && (first == DATE_NONE || clock->due < first))
            first = clock->due;
    }
    if (first != DATE_NONE) return first;
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
    const Power *power = power_over(case_program(w->state, w->subject), ACT_RECORD);
    for (size_t i = 0; power && i < power->count; i++)
        wait_for(w, power->who[i].name, "attend", meeting->number);
}

/* Everybody who is there and may vote; then the ballot waits to be closed. Where nobody can vote who decides
 * alone, it waits for somebody else to hold the office. */
static void ballot_waits(const Waits *w, const MotionState *motion) {
    TextList left = {0};
    const MeetingState *meeting = state_meeting(w->state, motion->meeting);
    const Roll *roll = motion_roll(w->state, motion);
    Decider decider = motion_decider(w->state, motion);
    size_t before = w->out->len;
    const MeetingState *asked = is_circulated(w->state, motion) ? meeting : NULL;
    if (meeting && !asked && meeting->present.len == 0) attendance_waits(w, meeting);
    if (!asked || w->today <= asked->until) voters_left(w->state, motion, roll, &left);
    if (votes_on(&decider, motion) != VOTES_NAMED) {
        wait_for(w, motion->decider, "count", motion->number);
        return;
    }
    for (size_t i = 0; i < left.len; i++) {
        const StandIn *proxy = proxy_on(roll, left.at[i]);
        wait_for(w, proxy ? proxy->person : left.at[i], "vote", motion->number);
        if (asked) w->out->at[w->out->len - 1].due = asked->until;
    }
    if (w->out->len > before) return;
    wait_for(w, motion->decider, somebody_voted(roll) || meeting ? "close" : "holder", motion->number);
}

/* Who is asked to recommend and has not, while that is not too late. */
static void recommendation_waits(const Waits *w, Text title) {
    const StepState *step = w->open;
    for (size_t i = 0; !question_is_put(step) && i < step->recommends.len; i++)
        if (!recommendation_of(step, step->recommends.at[i]))
            wait_for(w, step->recommends.at[i], "recommend", title);
}

/* Who can decide in the place of those who are asked, where the question is within the bounds. */
static void name_delegates(const Waits *w, Text decider, TextList *out) {
    const DelegationState *delegation;
    Text place = {0};
    while (state_next_delegation(w->state, decider, w->today, place, &place, &delegation)) {
        place = key_after(state_arena(w->state), place);
        bool there = text_empty(delegation->giver) && delegation_runs(delegation, w->today);
        if (there && delegation_rule(w->state, delegation, w->subject))
            texts_push(state_arena(w->state), out,
                       text_format(state_arena(w->state), "%.*s under %.*s", TEXT_ARG(delegation->to),
                                   TEXT_ARG(delegation->number)));
    }
}

static void wait_for_motion(const Waits *w, Text decider, Text title) {
    wait_for(w, decider, consent_runs(w->subject, w->step->name) ? "silence" : "motion", title);
    w->out->at[w->out->len - 1].consulted = w->open->consulted;
    w->out->at[w->out->len - 1].informed = w->open->informed;
    if (w->step->kind == FLOW_MOTION) name_delegates(w, decider, &w->out->at[w->out->len - 1].delegates);
}

static void challenge_waits(const Waits *w, const PartList *asked) {
    for (size_t i = 0; i < w->subject->challenges.len; i++)
        for (size_t k = 0; k < asked->len; k++)
            if (holds(w->state, asked->at[k]->decider, w->subject->challenges.at[i].person, w->today))
                wait_for(w, asked->at[k]->decider, "ruling", w->subject->challenges.at[i].person);
}

static void question_waits(const Waits *w) {
    Question question;
    if (!question_at(w->state, w->subject, w->step->name, &question)) return;
    challenge_waits(w, &question.asked);
    Text title = motion_title(w->state, w->subject, w->step);
    recommendation_waits(w, title);
    for (size_t i = 0; i < question.asked.len; i++) {
        const PartState *part = question.asked.at[i];
        if (part_is_put(part))
            ballot_waits(w, state_motion(w->state, part->motion));
        else
            wait_for_motion(w, part->decider, title);
    }
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static void review_waits(const Waits *w) {
    const ReviewStep *at = review_step(w->state, w->subject, w->step);
    const Review *review = review_of(w->state, w->subject, w->step);
    Text body = review_body(w->state, w->subject, review);
    for (size_t i = 0; at && i < review->principle_count; i++) {
        Text name = review->principles[i].name;
        const AnswerState *answer = review_answer(w->subject, review, name);
        if (at->kind == REVIEW_ANSWERS && !answer) wait_for(w, body, "answer", name);
        if (at->kind == REVIEW_PLANS && answer && !answer->met && text_empty(answer->plan))
            wait_for(w, case_opener(w->state, w->subject), "plan", name);
    }
    question_waits(w);
}

/* --- checklists ----------------------------------------------------------------------------------------- */

/* Facts, and rows of registers, that say whether an item applies. */
static void settling_waits(const Waits *w, const Checklist *checklist, const Determination *found) {
    const Program *program = case_program(w->state, w->subject);
    TextList names = settle_names(state_arena(w->state), program, found);
    for (size_t i = 0; i < names.len; i++) {
        bool item = i < found->settle_count && program->slots[found->settle[i]].kind == SLOT_ITEM &&
                    program->slots[found->settle[i]].owner == checklist - program->checklists;
        if (!item) wait_for(w, w->subject->opener, "fact", names.at[i]);
    }
}

/* Those who tick are told of all that is open at once. */
static void checklist_waits(const Waits *w) {
    const Checklist *checklist = &case_program(w->state, w->subject)->checklists[w->step->detail];
    Determination found;
    TextList open = {0};
    Frame *frame = checklist_frame(w->state, w->subject, checklist, w->today, &found);
    size_t before = w->out->len;
    for (size_t i = 0; i < checklist->item_count; i++)
        if (item_standing(frame, checklist, i) == ITEM_OPEN)
            texts_push(state_arena(w->state), &open, checklist->items[i].name);
    if (open.len > 0) wait_for_any(w, "items", text_join(state_arena(w->state), open.at, open.len, ", "));
    if (found.outcome == OUTCOME_UNDETERMINED) settling_waits(w, checklist, &found);
    if (w->out->len == before) wait_for_any(w, "again", checklist->name);
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
    case FLOW_CHECKLIST:
        checklist_waits(w);
        break;
    case FLOW_MOTION:
        question_waits(w);
        break;
    case FLOW_EVALUATE:
    case FLOW_PARALLEL:
    case FLOW_END:
        break;
    }
}

/* For whoever may go on with it. */
static void suspension_waits(State *state, const CaseState *subject, WaitingList *out) {
    const Power *power = power_over(case_program(state, subject), ACT_SUSPEND);
    for (size_t i = 0; power && i < power->count; i++)
        *vec_push(state_arena(state), out) = (Waiting){.subject = subject->number,
                                                       .who = power->who[i].name,
                                                       .code = TEXT("resume"),
                                                       .what = subject->suspended_for,
                                                       .due = DATE_NONE};
}

/* A report is due on the day of the meeting that it is for; after that nobody waits for it. */
static void report_waits(State *state, const CaseState *subject, Date today, WaitingList *out) {
    for (size_t i = 0; i < subject->reviewers.len && !subject->ended; i++) {
        const ReviewerState *reviewer = &subject->reviewers.at[i];
        const MeetingState *meeting = state_meeting(state, reviewer->meeting);
        bool to_come = meeting && text_empty(meeting->cancelled) && meeting->on >= today;
        if (!to_come || !text_empty(reviewer->report)) continue;
        *vec_push(state_arena(state), out) = (Waiting){.subject = subject->number,
                                                       .who = reviewer->person,
                                                       .code = TEXT("report"),
                                                       .what = meeting->number,
                                                       .due = meeting->on};
    }
}

/* --- what no longer holds ------------------------------------------------------------------------------- */

/* "vertical has changed, from health to finance"; of what is personal only that it has. */
static Text stale_cause(Arena *arena, const StandingState *standing) {
    Buf buf = buf_new(arena);
    buf_format(&buf, "%.*s has changed", TEXT_ARG(standing->fact));
    if (!text_empty(standing->before)) buf_format(&buf, ", from %.*s", TEXT_ARG(standing->before));
    if (!text_empty(standing->after)) buf_format(&buf, " to %.*s", TEXT_ARG(standing->after));
    return buf_done(&buf);
}

/* What was voted, for each who decided it; once the step is open again it waits as any. */
static void stale_waits(State *state, const CaseState *subject, WaitingList *out) {
    for (size_t i = 0; i < subject->standing.len; i++) {
        const StandingState *standing = &subject->standing.at[i];
        const StepState *step = case_step(subject, standing->step);
        if (standing->stale == 0 || text_empty(standing->motion) || !step || step->open) continue;
        for (size_t k = 0; k < step->parts.len; k++)
            if (!text_empty(step->parts.at[k].decider))
                *vec_push(state_arena(state), out) =
                    (Waiting){.subject = subject->number,
                              .step = standing->step,
                              .who = step->parts.at[k].decider,
                              .code = TEXT("stale"),
                              .what = stale_cause(state_arena(state), standing),
                              .due = DATE_NONE};
    }
}

void case_waits(State *state, const CaseState *subject, Date today, WaitingList *out) {
    const Workflow *workflow = case_workflow(state, subject);
    if (subject->suspended != DATE_NONE && !subject->ended) {
        suspension_waits(state, subject, out);
        return;
    }
    for (size_t i = 0; workflow && i < workflow->step_count; i++) {
        const FlowStep *step = &workflow->steps[i];
        Waits w = {state, subject, step, case_step(subject, step->name), today, out};
        if (w.open && w.open->open) step_waits(&w);
    }
    if (!subject->ended) stale_waits(state, subject, out);
    report_waits(state, subject, today, out);
}
