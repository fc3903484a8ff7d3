/* Triggers: which cases they watch, what has come about for which, and when each falls due next. */
#include "proceedings/triggers.h"
#include "value/json.h"

/* --- what there is -------------------------------------------------------------------------------------- */

const Program *watching_program(State *state, Text subject) {
    if (!text_empty(subject)) return case_program(state, state_case(state, subject));
    const BookState *book = state_book(state);
    return book ? state_charter(state, book->charter) : NULL;
}

static Text trigger_place(State *state, Text trigger, Text subject) {
    return text_format(state_arena(state), "%.*s %.*s", TEXT_ARG(trigger), TEXT_ARG(subject));
}

const TriggerState *trigger_state(State *state, const Trigger *trigger, Text subject) {
    return state_object(state, SPACE_TRIGGER, trigger_place(state, trigger->name, subject));
}

static TriggerState *change(State *state, const Trigger *trigger, Text subject) {
    return state_change(state, SPACE_TRIGGER, trigger_place(state, trigger->name, subject));
}

static const Trigger *trigger_named(const Program *program, Text name) {
    Index index = program ? program_trigger(program, name) : NONE;
    return index == NONE ? NULL : &program->triggers[index];
}

static Text watched_place(State *state, Text group, Text subject) {
    return text_format(state_arena(state), "%.*s %.*s", TEXT_ARG(group), TEXT_ARG(subject));
}

bool next_watched(State *state, Text group, Text from, Text *place, Text *number) {
    Text first = watched_place(state, group, TEXT(""));
    void *record;
    if (!state_next(state, SPACE_WATCHED, text_empty(from) ? first : from, place, &record)) return false;
    *number = ((const WatchedState *)record)->subject;
    return text_starts(*place, first);
}

/* --- which cases a trigger watches ---------------------------------------------------------------------- */

/* None watches what it has led to itself. */
static bool led_to(State *state, const Trigger *trigger, const CaseState *subject) {
    while (subject && !text_equal(subject->trigger, trigger->name))
        subject = text_empty(subject->about) ? NULL : state_case(state, subject->about);
    return subject != NULL;
}

static bool goes_on(State *state, const Trigger *trigger, const CaseState *subject) {
    const FlowStep *end = flow_step(state, subject, subject->end);
    const Program *program = case_program(state, subject);
    for (size_t i = 0; end && trigger->opens != NONE && i < end->ongoing_count; i++)
        if (text_equal(end->ongoing[i], program->workflows[trigger->opens].name)) return true;
    return false;
}

bool trigger_watches(State *state, const Trigger *trigger, const CaseState *subject) {
    const Workflow *workflow = case_workflow(state, subject);
    if (!workflow || trigger->group != workflow->group || case_matter(state, subject) != subject)
        return false;
    return (!subject->ended || goes_on(state, trigger, subject)) && !led_to(state, trigger, subject);
}

/* --- clocks --------------------------------------------------------------------------------------------- */

/* A day begins when the one before it has ended: clocks run out with the end of theirs. */
static void put_clock(State *state, const Trigger *trigger, Text subject, Date on) {
    if (on != DATE_NONE) timer_put(state, on - 1, subject, trigger->name, TEXT("trigger"));
}

static void take_clock(State *state, const Trigger *trigger, Text subject, Date on) {
    if (on != DATE_NONE) timer_take(state, on - 1, subject, trigger->name, TEXT("trigger"));
}

static void take_clocks(State *state, const Trigger *trigger, Text subject) {
    const TriggerState *stands = trigger_state(state, trigger, subject);
    if (!stands) return;
    take_clock(state, trigger, subject, stands->pending);
    take_clock(state, trigger, subject, stands->next);
}

static bool has_days(const Trigger *trigger) {
    for (size_t i = 0; i < trigger->cause_count; i++)
        if (trigger->causes[i].kind >= CAUSE_DAY) return true;
    return false;
}

static void start_days(State *state, const Program *program, const Trigger *trigger, Text subject,
                       Date from) {
    if (!has_days(trigger)) return;
    Date on = next_day(program, trigger, trigger_state(state, trigger, subject), from);
    if (on == DATE_NONE) return;
    change(state, trigger, subject)->next = on;
    put_clock(state, trigger, subject, on);
}

/* What has come about while it rests, or while something else waits, does not count. */
static void come_about(State *state, const Trigger *trigger, Text subject, const Cause *cause, Date on,
                       Tree *read) {
    const TriggerState *stands = trigger_state(state, trigger, subject);
    bool rests = stands && stands->rests_until != DATE_NONE && on < stands->rests_until;
    if (rests || (stands && stands->pending != DATE_NONE)) return;
    TriggerState *changed = change(state, trigger, subject);
    changed->pending = on;
    changed->cause = cause->written;
    changed->read = read;
    put_clock(state, trigger, subject, on);
}

/* What is of no case comes about for the trigger itself, or for each case that it watches. */
static void come_about_for_all(State *state, const Program *program, const Trigger *trigger,
                               const Cause *cause, Date on, Tree *read) {
    Text place = {0}, number;
    if (trigger->group == NONE) {
        come_about(state, trigger, (Text){0}, cause, on, read);
        return;
    }
    while (next_watched(state, program->groups[trigger->group], place, &place, &number)) {
        if (trigger_watches(state, trigger, state_case(state, number)))
            come_about(state, trigger, number, cause, on, read);
        place = key_after(state_arena(state), place);
    }
}

/* --- the book, and cases -------------------------------------------------------------------------------- */

void watch_book(State *state, Date on) {
    const Program *program = watching_program(state, (Text){0});
    for (size_t i = 0; program && i < program->triggers_count; i++)
        if (program->triggers[i].group == NONE)
            start_days(state, program, &program->triggers[i], (Text){0}, on);
}

/* Days are reckoned anew; what has come about for a trigger that there still is comes to something. */
static void unwatch(State *state, const Program *before, const Program *now, Text subject) {
    for (size_t i = 0; i < before->triggers_count; i++) {
        const Trigger *trigger = &before->triggers[i];
        bool own = (trigger->group == NONE) == text_empty(subject);
        const TriggerState *stands = own ? trigger_state(state, trigger, subject) : NULL;
        if (!stands) continue;
        take_clock(state, trigger, subject, stands->next);
        change(state, trigger, subject)->next = DATE_NONE;
        if (trigger_named(now, trigger->name)) continue;
        take_clock(state, trigger, subject, stands->pending);
        state_remove(state, SPACE_TRIGGER, trigger_place(state, trigger->name, subject));
    }
}

void unwatch_book(State *state, const Program *before, const Program *now) {
    unwatch(state, before, now, (Text){0});
}

static Text opened_place(Arena *arena, Text workflow, Date opened, Text number) {
    return text_format(arena, "%.*s %.*s %.*s", TEXT_ARG(workflow), TEXT_ARG(date_text(arena, opened)),
                       TEXT_ARG(number));
}

static bool counts(const Program *program, const Cause *cause, Text workflow) {
    return cause->kind == CAUSE_CASES && cause->workflow != NONE &&
           text_equal(program->workflows[cause->workflow].name, workflow);
}

/* The cases of a workflow that were opened in the time that ends with a day: {number: {"value": day}}. */
static Tree *opened_within(State *state, Text workflow, Duration within, Date until) {
    Arena *arena = state_arena(state);
    Tree *cases = tree_map(arena);
    Text last = opened_place(arena, workflow, until, TEXT("\x7f")), place;
    Text from = opened_place(arena, workflow, days_back(within, until), TEXT(""));
    void *record;
    while (state_next(state, SPACE_OPENED, from, &place, &record) && text_compare(place, last) < 0) {
        const OpenedState *opened = record;
        Tree *one = tree_map(arena);
        tree_set_text(arena, one, "value", date_text(arena, opened->opened));
        tree_set(arena, cases, opened->subject, one);
        from = key_after(arena, place);
    }
    return cases;
}

/* It fires with the case by which there are so many, and not again with the next. */
static void count_opened(State *state, const Program *program, const Trigger *trigger, const Cause *cause,
                         const CaseState *subject, Date on) {
    if (!counts(program, cause, subject->workflow)) return;
    OpenedState *opened =
        state_change(state, SPACE_OPENED,
                     opened_place(state_arena(state), subject->workflow, subject->opened, subject->number));
    *opened = (OpenedState){subject->number, subject->opened};
    Tree *cases = opened_within(state, subject->workflow, cause->within, subject->opened);
    if ((int64_t)tree_len(cases) == cause->count)
        come_about_for_all(state, program, trigger, cause, on, cases);
}

static void count_all(State *state, const CaseState *subject, Date on) {
    const Program *program = watching_program(state, (Text){0});
    for (size_t i = 0; program && i < program->triggers_count; i++)
        for (size_t k = 0; k < program->triggers[i].cause_count; k++)
            count_opened(state, program, &program->triggers[i], &program->triggers[i].causes[k], subject, on);
}

static void list_watched(State *state, const Program *program, const CaseState *subject) {
    Text group = program->groups[case_workflow(state, subject)->group];
    WatchedState *place = state_change(state, SPACE_WATCHED, watched_place(state, group, subject->number));
    place->subject = subject->number;
}

static void watch_from(State *state, const CaseState *subject, Date from) {
    const Program *program = case_program(state, subject);
    bool watched = false;
    for (size_t i = 0; program && i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        if (!trigger_watches(state, trigger, subject)) continue;
        watched = true;
        start_days(state, program, trigger, subject->number, from);
    }
    if (watched) list_watched(state, program, subject);
}

/* Its own days begin on the day after it was opened. */
void watch_opened(State *state, const CaseState *subject, Date on) {
    watch_from(state, subject, subject->opened + 1);
    count_all(state, subject, on);
}

void watch_migrated(State *state, const CaseState *subject, const Program *before, Text group, Date on) {
    unwatch(state, before, case_program(state, subject), subject->number);
    state_remove(state, SPACE_WATCHED, watched_place(state, group, subject->number));
    watch_from(state, subject, on + 1);
}

/* What was still going on after its end has gone on all the while. */
void watch_reopened(State *state, const CaseState *subject, Date on) {
    const Program *program = case_program(state, subject);
    for (size_t i = 0; program && i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        if (!trigger_watches(state, trigger, subject)) continue;
        list_watched(state, program, subject);
        if (!goes_on(state, trigger, subject)) start_days(state, program, trigger, subject->number, on + 1);
    }
}

void watch_ended(State *state, const CaseState *subject) {
    const Program *program = case_program(state, subject);
    const Workflow *workflow = case_workflow(state, subject);
    bool watched = false;
    for (size_t i = 0; workflow && i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        if (trigger_watches(state, trigger, subject)) {
            watched = true;
        } else if (trigger->group == workflow->group && trigger_state(state, trigger, subject->number)) {
            take_clocks(state, trigger, subject->number);
            state_remove(state, SPACE_TRIGGER, trigger_place(state, trigger->name, subject->number));
        }
    }
    if (workflow && !watched)
        state_remove(state, SPACE_WATCHED,
                     watched_place(state, program->groups[workflow->group], subject->number));
}

/* --- facts ---------------------------------------------------------------------------------------------- */

static bool says_something(const FactState *fact) {
    const Tree *value = tree_get(fact->value, "value");
    return !value || value->kind != TREE_NULL;
}

/* {"was": what was stated, "is": what is}, each with its entry; of what is personal the commitments. */
static Tree *was_and_is(Arena *arena, const FactState *was, const FactState *is) {
    Tree *read = tree_map(arena);
    const FactState *facts[] = {was, is};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        Tree *one = tree_set_map(arena, read, i == 0 ? "was" : "is");
        for (size_t k = 0; k < tree_len(facts[i]->value); k++)
            tree_set(arena, one, facts[i]->value->keys[k], facts[i]->value->items[k]);
        tree_set_int(arena, one, "entry", facts[i]->entry);
    }
    return read;
}

/* What a review opens waits until the case has come to its outcome. */
static bool has_begun(State *state, const Trigger *trigger, const CaseState *subject) {
    const TriggerState *stands = trigger_state(state, trigger, subject->number);
    return trigger->review == NONE || (stands && stands->since != DATE_NONE);
}

void watch_fact(State *state, const CaseState *subject, const FactState *was, const FactState *is, Date on) {
    const Program *program = case_program(state, subject);
    Arena *arena = state_arena(state);
    if (!was || !says_something(was) || !program || json_same(arena, was->value, is->value)) return;
    for (size_t i = 0; i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        for (size_t k = 0; k < trigger->cause_count; k++) {
            const Cause *cause = &trigger->causes[k];
            if (cause->kind == CAUSE_CHANGED && text_equal(program->slots[cause->slot].name, is->name) &&
                trigger_watches(state, trigger, subject) && has_begun(state, trigger, subject))
                come_about(state, trigger, subject->number, cause, on, was_and_is(arena, was, is));
        }
    }
}

/* --- measurements --------------------------------------------------------------------------------------- */

/* A period up to which so many miss the target, and this one is among them: the last such; DATE_NONE. */
static Date period_missed(State *state, const Metric *metric, const Measured *body, int64_t count) {
    Date found = DATE_NONE, period = body->period;
    for (int64_t i = 0; i < count && period != DATE_NONE; i++) {
        int64_t missed = periods_missed(state, metric, body->subject, body->member, period, count);
        if (missed == 0) break;
        if (missed >= count) found = period;
        period = period_after(metric->measured, period);
    }
    return found;
}

/* {"2026-04": {"value", "target", "entry"}, "2026-05": ...} */
static Tree *periods_read(State *state, const Metric *metric, const Measured *body, Date last,
                          int64_t count) {
    Arena *arena = state_arena(state);
    Tree *read = tree_map(arena);
    Date period = last;
    for (int64_t i = 1; i < count; i++) period = period_before(metric->measured, period);
    for (; count > 0; count--, period = period_after(metric->measured, period)) {
        const MeasuredState *measured = state_measured(state, metric, body->subject, body->member, period);
        Tree *one = tree_map(arena);
        tree_set(arena, one, TEXT("value"), measured->value);
        tree_set_text(arena, one, "target", measured->target);
        tree_set_int(arena, one, "entry", measured->entry);
        tree_set(arena, read, period_text(arena, metric->measured, period), one);
    }
    return read;
}

/* Once for each period: a correction of what it has fired on is no news. */
static bool is_new(State *state, const Trigger *trigger, Text subject, Date period) {
    const TriggerState *stands = trigger_state(state, trigger, subject);
    if (stands && stands->period != DATE_NONE && period <= stands->period) return false;
    change(state, trigger, subject)->period = period;
    return true;
}

static void target_missed(State *state, const Program *program, const Trigger *trigger, const Cause *cause,
                          const Measured *body, Date on) {
    const Metric *metric = &program->metrics[cause->metric];
    Date period = period_missed(state, metric, body, cause->count);
    const CaseState *subject = text_empty(body->subject) ? NULL : state_case(state, body->subject);
    if (period == DATE_NONE || (subject && !trigger_watches(state, trigger, subject))) return;
    if (!is_new(state, trigger, body->subject, period)) return;
    Tree *read = periods_read(state, metric, body, period, cause->count);
    if (subject)
        come_about(state, trigger, body->subject, cause, on, read);
    else
        come_about_for_all(state, program, trigger, cause, on, read);
}

void watch_measured(State *state, const Measured *body, Date on) {
    const Program *program = watching_program(state, body->subject);
    if (!text_is(body->came_to, "missed")) return;
    for (size_t i = 0; program && i < program->triggers_count; i++)
        for (size_t k = 0; k < program->triggers[i].cause_count; k++) {
            const Cause *cause = &program->triggers[i].causes[k];
            if (cause->kind == CAUSE_MISSES && text_equal(program->metrics[cause->metric].name, body->metric))
                target_missed(state, program, &program->triggers[i], cause, body, on);
        }
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static void begin_duty(State *state, const Program *program, const Trigger *trigger, Text subject,
                       const DutyBegun *begun) {
    const Review *review = &program->reviews[trigger->review];
    bool begins =
        trigger->outcome == NONE || text_equal(review->outcomes->members[trigger->outcome], begun->outcome);
    if (!begins && !trigger_state(state, trigger, subject)) return;
    TriggerState *changed = change(state, trigger, subject);
    if (changed->next != changed->pending) take_clock(state, trigger, subject, changed->next);
    changed->next = DATE_NONE;
    changed->since = begins ? begun->on : DATE_NONE;
    changed->came_to = begun->outcome;
    changed->come_by = begun->entry;
    start_days(state, program, trigger, subject, begun->on + 1);
}

/* What a review comes to in a case of the same matter counts for the matter. */
void watch_reviewed(State *state, const CaseState *held, Text review, const DutyBegun *begun) {
    const CaseState *subject = case_matter(state, held);
    const Program *program = case_program(state, subject);
    for (size_t i = 0; program && i < program->triggers_count; i++) {
        const Trigger *trigger = &program->triggers[i];
        if (trigger->review != NONE && text_equal(program->reviews[trigger->review].name, review) &&
            trigger_watches(state, trigger, subject))
            begin_duty(state, program, trigger, subject->number, begun);
    }
}

/* --- what is next --------------------------------------------------------------------------------------- */

static void tell_coming(State *state, const TimerState *timer, Coming *out) {
    const Program *program = watching_program(state, timer->subject);
    const Trigger *trigger = trigger_named(program, timer->step);
    *out = (Coming){.on = timer->due + 1, .trigger = timer->step, .subject = timer->subject};
    if (!trigger) return;
    const TriggerState *stands = trigger_state(state, trigger, timer->subject);
    const Cause *day = cause_on_day(program, trigger, stands, out->on);
    out->cause = stands && stands->pending == out->on ? stands->cause : day ? day->written : (Text){0};
    if (trigger->opens != NONE) out->opens = program->workflows[trigger->opens].name;
}

bool next_coming(State *state, Text from, Text *place, Coming *out) {
    const TimerState *timer;
    while (state_next_timer(state, from, place, &timer)) {
        if (text_is(timer->what, "trigger")) {
            tell_coming(state, timer, out);
            return true;
        }
        from = key_after(state_arena(state), *place);
    }
    return false;
}

/* --- folding of what triggers do ------------------------------------------------------------------------ */

static const Cause *cause_written(const Trigger *trigger, Text written) {
    for (size_t i = 0; i < trigger->cause_count; i++)
        if (text_equal(trigger->causes[i].written, written)) return &trigger->causes[i];
    return NULL;
}

static Date rested_until(const Program *program, const Trigger *trigger, Date on) {
    const Calendar *calendar =
        program->working_days == NONE ? NULL : &program->calendars[program->working_days];
    Date until = DATE_LAST; /* past what the calendar lists nobody knows that it has rested */
    if (trigger->rests.amount == 0) return DATE_NONE;
    duration_after(calendar, on, trigger->rests, &until);
    return until;
}

static void go_on(Applied *applied, Text subject, Text name, Date on, bool fired) {
    State *state = applied->state;
    const Program *program = watching_program(state, subject);
    const Trigger *trigger = trigger_named(program, name);
    if (!trigger) {
        cannot_follow(applied, "a trigger that the charter has not", name);
        return;
    }
    take_clocks(state, trigger, subject);
    TriggerState *changed = change(state, trigger, subject);
    changed->pending = changed->next = DATE_NONE;
    changed->cause = (Text){0};
    changed->read = NULL;
    if (fired) changed->rests_until = rested_until(program, trigger, on);
    start_days(state, program, trigger, subject, on + 1);
}

static void apply_triggered(Applied *applied) {
    const Triggered *body = applied->body;
    go_on(applied, body->subject, body->trigger, body->on, true);
}

static void apply_trigger_passed(Applied *applied) {
    const TriggerPassed *body = applied->body;
    go_on(applied, body->subject, body->trigger, body->on, false);
}

static void apply_condition_met(Applied *applied) {
    const ConditionMet *body = applied->body;
    State *state = applied->state;
    const Trigger *trigger = trigger_named(watching_program(state, body->subject), body->trigger);
    const Cause *cause = trigger ? cause_written(trigger, body->cause) : NULL;
    if (!cause) {
        cannot_follow(applied, "a trigger that the charter has not", body->trigger);
        return;
    }
    Tree *read = tree_map(state_arena(state));
    tree_set_int(state_arena(state), read, "entry", applied->entry->seq);
    texts_push(state_arena(state), &change(state, trigger, body->subject)->holding, body->cause);
    come_about(state, trigger, body->subject, cause, body->on, read);
}

static void apply_condition_left(Applied *applied) {
    const ConditionLeft *body = applied->body;
    const Trigger *trigger = trigger_named(watching_program(applied->state, body->subject), body->trigger);
    if (trigger) texts_take(&change(applied->state, trigger, body->subject)->holding, body->cause);
}

static const FoldingRow foldings[] = {{KIND_TRIGGERED, apply_triggered},
                                      {KIND_TRIGGER_PASSED, apply_trigger_passed},
                                      {KIND_CONDITION_MET, apply_condition_met},
                                      {KIND_CONDITION_LEFT, apply_condition_left}};

bool apply_triggers(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
