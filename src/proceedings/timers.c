/* Clocks. Their keys sort by due date, case and step: the order in which what falls due is
 * applied (law P7). */
#include "proceedings/turn.h"

static Text timer_key(State *state, Date due, Text subject, Text step, Text what) {
    Arena *arena = state_arena(state);
    Text day = date_text(arena, due);
    return text_format(arena, "%.*s %.*s %.*s %.*s", TEXT_ARG(day), TEXT_ARG(subject), TEXT_ARG(step),
                       TEXT_ARG(what));
}

void timer_put(State *state, Date due, Text subject, Text step, Text what) {
    TimerState *timer = state_change(state, SPACE_TIMER, timer_key(state, due, subject, step, what));
    *timer = (TimerState){.due = due, .subject = subject, .step = step, .what = what};
}

void timer_take(State *state, Date due, Text subject, Text step, Text what) {
    state_remove(state, SPACE_TIMER, timer_key(state, due, subject, step, what));
}

void timer_start(State *state, Date due, Text subject, Text step, const char *what) {
    if (due == DATE_NONE || !state_case(state, subject)) return;
    Text word = text_of(what);
    CaseState *changed = state_change(state, SPACE_CASE, subject);
    ClockState *clock = record_push(state_arena(state), &ClockState_record, &changed->clocks);
    *clock = (ClockState){.step = step, .what = word, .due = due};
    timer_put(state, due, subject, step, word);
}

void timer_stop(State *state, Text subject, Text step, const char *what) {
    if (!state_case(state, subject)) return;
    CaseState *changed = state_change(state, SPACE_CASE, subject);
    size_t kept = 0;
    for (size_t i = 0; i < changed->clocks.len; i++) {
        ClockState clock = changed->clocks.at[i];
        if (text_equal(clock.step, step) && (!what || text_is(clock.what, what)))
            timer_take(state, clock.due, subject, step, clock.what);
        else
            changed->clocks.at[kept++] = clock;
    }
    changed->clocks.len = kept;
}
