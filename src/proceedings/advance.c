/* Advance: what fell due is applied in the order due, case, id, up to the day before the command's (law P7).
 * A deadline is a civil date and ends with that day; what follows counts from the day it fell due. */
#include "proceedings/expiry.h"
#include "proceedings/triggers.h"

/* The first clock that has run out before a day. */
static bool next_due(State *state, Date before, const TimerState **timer) {
    Text key;
    return state_next_timer(state, (Text){0}, &key, timer) && (*timer)->due < before;
}

/* Where conditions are looked at day by day, each day is applied. */
bool something_due(State *state, Moment by) {
    const TimerState *timer;
    const BookState *book = state_book(state);
    Date day = moment_date(by);
    bool new_day = book && (book->advanced == DATE_NONE || book->advanced < day);
    return next_due(state, day, &timer) || (new_day && notices_days(state));
}

static bool deadline_passed(Turn *turn, Text subject, Text step, Date due) {
    DeadlinePassed body = {.subject = subject, .step = step, .due = due};
    return emit(turn, KIND_DEADLINE_PASSED, subject, &body);
}

static bool fall_due(Turn *turn, const TimerState *timer) {
    static const struct {
        const char *what;
        bool (*passed)(Turn *turn, Text subject, Text step, Date due);
    } clocks[] = {
        {"deadline", deadline_passed}, {"undecided", undecided_passed}, {"level", level_passed},
        {"consent", consent_passed},   {"condition", condition_passed}, {"renewal", renewal_passed},
        {"expiry", expiry_passed},     {"trigger", trigger_fell_due},   {"edition", edition_fell_due}};
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++)
        if (text_is(timer->what, clocks[i].what))
            return clocks[i].passed(turn, timer->subject, timer->step, timer->due);
    return refuse(turn, DAMAGED,
                  text_format(turn->arena, "a clock of unknown kind \"%.*s\"", TEXT_ARG(timer->what)));
}

/* Each clock that is applied stops by the entry it causes; one that stands still would run for ever. */
static bool still_runs(State *state, Date before, TimerState last) {
    const TimerState *timer;
    return next_due(state, before, &timer) && timer->due == last.due &&
           text_equal(timer->subject, last.subject) && text_equal(timer->step, last.step) &&
           text_equal(timer->what, last.what);
}

static bool apply_due(Turn *turn, Date before) {
    const TimerState *timer;
    while (next_due(turn->state, before, &timer)) {
        TimerState due = *timer;
        turn_to(turn, due.due);
        turn->chain = turn->batch->effects.len;
        if (!fall_due(turn, &due) || !mark_stale(turn, turn->chain) || !keep_invariants(turn, turn->chain) ||
            !notice_conditions(turn, turn->chain, turn->today + 1))
            return false;
        if (still_runs(turn->state, before, due))
            return refuse(
                turn, DAMAGED,
                text_format(turn->arena, "a clock of %.*s cannot be stopped", TEXT_ARG(due.subject)));
    }
    return true;
}

/* What a day brings about fires on it. */
static bool apply_day(Turn *turn, Date day) {
    return apply_due(turn, day) && notice_on_day(turn, day) && apply_due(turn, day);
}

/* Days that nothing was applied on are applied one by one, so that it may come late (law P7). */
bool do_ADVANCE(Turn *turn) {
    Date now = turn->today, day = now;
    if (turn->advanced != DATE_NONE && turn->advanced < now && notices_days(turn->state))
        day = turn->advanced + 1;
    for (; day < now; day++)
        if (!apply_day(turn, day)) return false;
    if (!apply_day(turn, now)) return false;
    turn_to(turn, now);
    return true;
}
