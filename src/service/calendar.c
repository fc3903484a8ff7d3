/* calendar: meetings, and what falls due on a day, each under an id that stays. All of it follows from the
 * entries and the day: the same book gives the same calendar, whenever it is written. */
#include "service/reading.h"

typedef struct Falling {
    Reading *reading;
    Audience audience;
    Tree *events;
} Falling;

/* What is long past is left out. */
enum { PAST_DAYS = 90 };

static bool is_past(const Falling *falling, Date on) {
    return on < falling->reading->today - PAST_DAYS;
}

static void set_entered(Reading *reading, Tree *event, Text bytes) {
    Envelope envelope;
    if (!entry_envelope(bytes, &envelope)) return;
    Moment recorded = {.utc = envelope.recorded.utc};
    tree_set_text(reading->arena, event, "entered", moment_text(reading->arena, recorded));
}

/* When the last entry of a case, a meeting or the book was recorded. */
static void set_entered_last(Reading *reading, Tree *event, Text scope) {
    uint64_t seq, last = 0;
    Text bytes;
    EntryCursor *cursor = store_entries_of(reading->book->store, reading->arena, scope);
    while (entry_cursor_next(cursor, &seq, &bytes)) last = seq;
    entry_cursor_close(cursor);
    if (store_entry(reading->book->store, last, &bytes)) set_entered(reading, event, bytes);
}

static Tree *add_event(Falling *falling, const char *about, Text id, Date on, Text title) {
    Arena *arena = falling->reading->arena;
    Tree *event = tree_add_map(arena, falling->events);
    tree_set_text(arena, event, "id", id);
    tree_set_text(arena, event, "about", text_of(about));
    tree_set_text(arena, event, "on", date_text(arena, on));
    tree_set_text(arena, event, "title", title);
    return event;
}

/* --- meetings ------------------------------------------------------------------------------------------- */

static Text body_title(Reading *reading, Text body) {
    Index at = program_body(reading->program, body);
    return at == NONE ? body : reading->program->bodies[at].title;
}

/* A question between meetings stands on the day on which answers end. */
static void add_meeting(Falling *falling, const MeetingState *meeting) {
    Reading *reading = falling->reading;
    Arena *arena = reading->arena;
    bool asked = meeting->until != DATE_NONE;
    Text title = body_title(reading, meeting->body);
    Tree *event = add_event(falling, asked ? "question" : "meeting", meeting->number,
                            asked ? meeting->until : meeting->on, title);
    tree_set_text(arena, event, "meeting", meeting->number);
    if (!asked && !text_empty(meeting->time)) tree_set_text(arena, event, "time", meeting->time);
    tree_set_some(arena, event, "place", meeting->place);
    tree_set_some(arena, event, "cancelled", meeting->cancelled);
    tree_set_int(arena, event, "version", state_scope_version(reading->state, meeting->number));
    set_entered_last(reading, event, meeting->number);
}

static void add_meetings(Falling *falling) {
    const MeetingState *meeting;
    for (Text from = {0}; state_next_meeting(falling->reading->state, from, &meeting);
         from = key_after(falling->reading->arena, meeting->number))
        if (!is_past(falling, meeting->on) && is_theirs(falling->reading, &falling->audience, meeting->body))
            add_meeting(falling, meeting);
}

/* --- what cases wait for -------------------------------------------------------------------------------- */

/* What falls due at one step on one day is one event, with a sentence for each that it waits for; its id has
 * no day, so that the event moves with it. */
static Tree *deadline_of(Falling *falling, const Waiting *waiting, size_t first) {
    Arena *arena = falling->reading->arena;
    Text day = date_text(arena, waiting->due);
    size_t others = 0;
    for (size_t i = first; i < tree_len(falling->events); i++) {
        Tree *event = falling->events->items[i];
        if (!text_equal(tree_get_text(event, "step"), waiting->step)) continue;
        if (text_equal(tree_get_text(event, "on"), day)) return event;
        others++;
    }
    Text id = text_format(arena, others ? "%.*s-%.*s-%zu" : "%.*s-%.*s", TEXT_ARG(waiting->subject),
                          TEXT_ARG(waiting->step), others + 1);
    Tree *event = add_event(
        falling, "deadline", id, waiting->due,
        text_format(arena, "%.*s: %.*s is due", TEXT_ARG(waiting->subject), TEXT_ARG(waiting->step)));
    tree_set_text(arena, event, "case", waiting->subject);
    tree_set_text(arena, event, "step", waiting->step);
    tree_set_list(arena, event, "waits");
    set_entered_last(falling->reading, event, waiting->subject);
    return event;
}

static void add_deadlines(Falling *falling, const CaseState *subject) {
    Reading *reading = falling->reading;
    WaitingList waiting = {0};
    size_t first = tree_len(falling->events);
    case_waits(reading->state, subject, reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++) {
        if (waiting.at[i].due == DATE_NONE || !waits_for(reading, &falling->audience, &waiting.at[i]))
            continue;
        Tree *event = deadline_of(falling, &waiting.at[i], first);
        Tree *told = describe_waiting(reading->arena, reading->state, &waiting.at[i], reading->today);
        tree_add(reading->arena, tree_get(event, "waits"), tree_get(told, "sentence"));
    }
}

static void add_cases(Falling *falling) {
    Text number;
    for (Text from = {0}; state_next_open_case(falling->reading->state, from, &number);
         from = key_after(falling->reading->arena, number)) {
        const CaseState *subject = state_case(falling->reading->state, number);
        if (subject) add_deadlines(falling, subject);
    }
}

/* --- what was assigned, what opens by itself, whose term ends --------------------------------------------
 */

static void add_assigned(Falling *falling) {
    Reading *reading = falling->reading;
    const MeetingState *meeting;
    Text place = {0};
    size_t at;
    while (next_open_action(reading, &place, &meeting, &at)) {
        const ActionState *action = &meeting->actions.at[at];
        bool theirs = is_theirs(reading, &falling->audience, action->owner) ||
                      is_posts(reading, &falling->audience, meeting->body);
        if (action->due == DATE_NONE || !theirs) continue;
        Text id = text_format(reading->arena, "%.*s-action-%zu", TEXT_ARG(meeting->number), at + 1);
        Tree *event = add_event(falling, "action", id, action->due, action->text);
        tree_set_text(reading->arena, event, "meeting", meeting->number);
        tree_set_text(reading->arena, event, "owner", called(reading->state, action->owner));
        set_entered_last(reading, event, meeting->number);
    }
}

static void add_openings(Falling *falling) {
    Reading *reading = falling->reading;
    Arena *arena = reading->arena;
    Coming coming;
    for (Text place = {0}; next_coming(reading->state, place, &place, &coming);
         place = key_after(arena, place)) {
        Text id = text_format(arena, "%.*s-%.*s-%.*s", TEXT_ARG(coming.trigger), TEXT_ARG(coming.subject),
                              TEXT_ARG(date_text(arena, coming.on)));
        Tree *event = add_event(
            falling, "review", id, coming.on,
            text_format(arena, "%.*s opens %.*s", TEXT_ARG(coming.trigger), TEXT_ARG(coming.opens)));
        tree_set_some(arena, event, "case", coming.subject);
        tree_set_text(arena, event, "cause", coming.cause);
        set_entered_last(reading, event, text_empty(coming.subject) ? TEXT("book") : coming.subject);
    }
}

static void add_term_end(Falling *falling, Text post, const Term *term) {
    Reading *reading = falling->reading;
    Arena *arena = reading->arena;
    Text bytes, name = called(reading->state, term->person);
    Text id = text_format(arena, "%.*s-%.*s-%.*s", TEXT_ARG(post), TEXT_ARG(term->person),
                          TEXT_ARG(date_text(arena, term->from)));
    Tree *event = add_event(falling, "term", id, term->until - 1,
                            text_format(arena, "last day of %.*s in %.*s", TEXT_ARG(name), TEXT_ARG(post)));
    if (store_entry(reading->book->store, (uint64_t)term->entry, &bytes)) set_entered(reading, event, bytes);
}

/* A term that the same person goes on with does not end. */
static void add_terms(Falling *falling, Text post) {
    Reading *reading = falling->reading;
    const HoldersState *holders = state_holders(reading->state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        bool theirs = is_theirs(reading, &falling->audience, post) ||
                      text_equal(term->person, falling->audience.person);
        if (term->until != DATE_NONE && term->until > reading->today && theirs &&
            !term_on(reading->state, post, term->person, term->until))
            add_term_end(falling, post, term);
    }
}

static void add_all_terms(Falling *falling) {
    TextList names = {0};
    body_names(falling->reading->arena, falling->reading->program, &names);
    office_names(falling->reading->arena, falling->reading->program, &names);
    for (size_t i = 0; i < names.len; i++) add_terms(falling, names.at[i]);
}

static void read_calendar(Reading *reading) {
    Falling falling = {.reading = reading};
    if (!read_audience(reading, &falling.audience)) return;
    result_kind(reading->result, BYLAW_DONE, "calendar");
    Tree *document = reading->result->document;
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    tree_set_text(reading->arena, document, "origin", reading->book->origin);
    tree_set_text(reading->arena, document, "time_zone", reading->program->time_zone);
    falling.events = tree_set_list(reading->arena, document, "events");
    add_meetings(&falling);
    add_cases(&falling);
    add_assigned(&falling);
    if (is_for_all(&falling.audience)) add_openings(&falling);
    add_all_terms(&falling);
}

bylaw_result *bylaw_calendar(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_calendar);
}
