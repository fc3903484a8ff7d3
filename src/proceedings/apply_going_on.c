/* Folding: whether a case goes on: suspended, resumed, withdrawn, taken up again,
 * superseded. */
#include "proceedings/expiry.h"
#include "proceedings/triggers.h"

/* Clocks are remembered by the case and do not run. */
static void apply_suspended(Applied *applied) {
    const Suspended *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    subject->suspended = moment_date(applied->entry->happened);
    subject->suspended_for = body->because;
    for (size_t i = 0; i < subject->clocks.len; i++) {
        const ClockState *clock = &subject->clocks.at[i];
        timer_take(applied->state, clock->due, subject->number, clock->step, clock->what);
    }
}

static void move_clock(State *state, CaseState *subject, const ClockMoved *moved) {
    StepState *step = (StepState *)case_step(subject, moved->step);
    for (size_t i = 0; i < subject->clocks.len; i++) {
        ClockState *clock = &subject->clocks.at[i];
        if (!text_equal(clock->step, moved->step) || !text_equal(clock->what, moved->what)) continue;
        clock->due = moved->moved;
        timer_put(state, clock->due, subject->number, clock->step, clock->what);
    }
    if (text_is(moved->what, "condition")) condition_moved(state, subject, moved->step, moved->moved);
    if (step && text_is(moved->what, "deadline")) step->due = moved->moved;
    if (step && text_is(moved->what, "level")) step->level_until = moved->moved;
}

static void apply_resumed(Applied *applied) {
    const Resumed *body = applied->body;
    CaseState *subject = case_going_on(applied, body->subject);
    if (!subject) return;
    subject->suspended = DATE_NONE;
    subject->suspended_for = (Text){0};
    for (size_t i = 0; i < body->clocks.len; i++) move_clock(applied->state, subject, &body->clocks.at[i]);
}

void take_up(Applied *applied, CaseState *subject) {
    close_steps(applied, subject, TEXT("set_aside"));
    if (!subject->ended) return;
    subject->ended = false;
    watch_reopened(applied->state, subject, moment_date(applied->entry->happened));
    subject->end = (Text){0};
    subject->outcome = (Text){0};
    state_change(applied->state, SPACE_OPEN_CASE, subject->number);
}

void lift_lapse(Applied *applied, Text subject) {
    ScopeState *scope = state_change(applied->state, SPACE_SCOPE, subject);
    scope->lapsed = DATE_NONE;
    scope->step = (Text){0};
}

/* One that had ended is open again; in one that was open, what followed the lapse is set aside. */
static void apply_reopened(Applied *applied) {
    const Reopened *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    lift_lapse(applied, body->subject);
    forget_expiry(applied, subject);
    conditions_set_aside(applied, subject, body->step);
    take_up(applied, subject);
}

static Text link_back(Text link) {
#define X(word, back)                                                                                        \
    if (text_is(link, word)) return TEXT(back);
    CASE_LINKS(X)
#undef X
    return link;
}

static void add_link(Applied *applied, Text number, Text link, Text other) {
    CaseState *subject = state_change(applied->state, SPACE_CASE, number);
    *(LinkState *)record_push(state_arena(applied->state), &LinkState_record, &subject->links) =
        (LinkState){link, other};
}

static void apply_case_linked(Applied *applied) {
    const CaseLinked *body = applied->body;
    if (!state_case(applied->state, body->subject) || !state_case(applied->state, body->other)) {
        cannot_follow(applied, "a case that was never opened", body->other);
        return;
    }
    add_link(applied, body->subject, body->link, body->other);
    add_link(applied, body->other, link_back(body->link), body->subject);
}

/* What goes on after its end, goes on no longer. */
static void apply_superseded(Applied *applied) {
    const Superseded *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    subject->superseded = body->by;
    forget_expiry(applied, subject);
    conditions_fall(applied, subject, (Text){0});
    if (!subject->ended) return;
    subject->end = (Text){0};
    watch_ended(applied->state, subject);
}

/* That a withdrawn case has ended has an entry of its own, and so has what follows an appeal. */
static const FoldingRow foldings[] = {
    {KIND_SUSPENDED, apply_suspended},
    {KIND_RESUMED, apply_resumed},
    {KIND_CASE_WITHDRAWN, NULL},
    {KIND_REOPENED, apply_reopened},
    {KIND_CASE_LINKED, apply_case_linked},
    {KIND_SUPERSEDED, apply_superseded},
    {KIND_APPEALED, NULL},
};

bool apply_going_on(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
