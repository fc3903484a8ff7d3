/* docket: what every open case waits for. */
#include "service/reading.h"

/* Whether something that waits for a role, office or body waits for this person. */
static bool concerns(Reading *reading, const Waiting *waiting, Text person) {
    return text_equal(waiting->who, person) ||
           person_has_role(reading->state, person, waiting->who, reading->today) ||
           holds(reading->state, waiting->who, person, reading->today);
}

void add_case_waits(Reading *reading, const CaseState *subject, Text person, Tree *list) {
    WaitingList waiting = {0};
    case_waits(reading->state, subject, reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (text_empty(person) || concerns(reading, &waiting.at[i], person))
            tree_add(reading->arena, list,
                     describe_waiting(reading->arena, reading->state, &waiting.at[i], reading->today));
}

/* --- bodies and offices -----------------------------------------------------------------------------------
 */

static void add_note(Reading *reading, Text body, const char *code, Text sentence, Tree *list) {
    Tree *map = tree_add_map(reading->arena, list);
    tree_set_text(reading->arena, map, "body", body);
    tree_set_text(reading->arena, map, "code", text_of(code));
    tree_set_text(reading->arena, map, "sentence", sentence);
}

static void note_seats(Reading *reading, Text body, Tree *list) {
    TextList members = {0};
    int64_t least = reading->program->bodies[program_body(reading->program, body)].seats_least;
    holders_on(reading->state, body, reading->today, &members);
    if (members.len >= least) return;
    add_note(reading, body, "seats",
             text_format(reading->arena, "has %u of at least %lld members", members.len, (long long)least),
             list);
}

static void note_told(Reading *reading, Text body, Tree *list) {
    const HoldersState *holders = state_holders(reading->state, body);
    for (size_t i = 0; holders && i < holders->told.len; i++)
        add_note(reading, body, "told",
                 text_format(reading->arena, "is told when it next meets: %.*s was approved in its place",
                             TEXT_ARG(holders->told.at[i])),
                 list);
}

/* So long ahead it is told that a term ends, unless the same person goes on. */
enum { AHEAD_DAYS = 60 };

static bool is_ending(Reading *reading, Text post, const Term *term) {
    if (term->until == DATE_NONE || term->until <= reading->today ||
        term->until > reading->today + AHEAD_DAYS || !covers(term->from, term->until, reading->today))
        return false;
    return !term_on(reading->state, post, term->person, term->until);
}

static void note_ends(Reading *reading, Text post, Tree *list) {
    const HoldersState *holders = state_holders(reading->state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if (!is_ending(reading, post, term)) continue;
        add_note(reading, post, "ends",
                 text_format(reading->arena, "loses %.*s, whose term ends with %.*s",
                             TEXT_ARG(called(reading->state, term->person)),
                             TEXT_ARG(date_text(reading->arena, term->until - 1))),
                 list);
    }
}

void add_post_notes(Reading *reading, Text post, Tree *list) {
    bool body = program_body(reading->program, post) != NONE;
    if (body) note_seats(reading, post, list);
    if (body) note_told(reading, post, list);
    note_ends(reading, post, list);
}

/* Those in which somebody was ever entered: of one that stands on paper alone there is nothing to do. */
static void add_posts(Reading *reading, Text person, Tree *list) {
    TextList names = {0};
    body_names(reading->arena, reading->program, &names);
    office_names(reading->arena, reading->program, &names);
    for (size_t i = 0; i < names.len; i++)
        if (state_holders(reading->state, names.at[i]) &&
            (text_empty(person) || holds(reading->state, names.at[i], person, reading->today)))
            add_post_notes(reading, names.at[i], list);
}

/* --- action items --------------------------------------------------------------------------------------- */

void add_action(Reading *reading, const MeetingState *meeting, size_t at, Tree *list) {
    Arena *arena = reading->arena;
    const ActionState *action = &meeting->actions.at[at];
    Tree *map = tree_add_map(arena, list);
    tree_set_text(arena, map, "meeting", meeting->number);
    tree_set_int(arena, map, "number", (int64_t)at + 1);
    tree_set_text(arena, map, "text", action->text);
    tree_set_text(arena, map, "owner", called(reading->state, action->owner));
    if (action->due != DATE_NONE) tree_set_text(arena, map, "due", date_text(arena, action->due));
    if (!text_empty(action->about)) tree_set_text(arena, map, "about", action->about);
    tree_set_bool(arena, map, "done", action->done);
    bool past = action->due != DATE_NONE && action->due < reading->today;
    tree_set_bool(arena, map, "overdue", !action->done && past);
}

void add_actions(Reading *reading, const MeetingState *meeting, Tree *list) {
    for (size_t i = 0; i < meeting->actions.len; i++) add_action(reading, meeting, i, list);
}

/* Those that are not done, in the order due. */
static void add_open_actions(Reading *reading, Text person, Tree *list) {
    Text place = {0};
    const OpenActionState *open;
    while (state_next_action(reading->state, place, &place, &open)) {
        const MeetingState *meeting = state_meeting(reading->state, open->meeting);
        bool there = meeting && open->number >= 1 && open->number <= (int64_t)meeting->actions.len;
        size_t at = there ? (size_t)open->number - 1 : 0;
        if (there && (text_empty(person) || text_equal(meeting->actions.at[at].owner, person)))
            add_action(reading, meeting, at, list);
        place = key_after(reading->arena, place);
    }
}

/* --- triggers ------------------------------------------------------------------------------------------- */

/* What opens by itself, in the order of days. */
static void add_coming(Reading *reading, Tree *document) {
    Arena *arena = reading->arena;
    Text place = {0};
    Coming coming;
    Tree *list = reading->program->triggers_count > 0 ? tree_set_list(arena, document, "triggers") : NULL;
    while (list && next_coming(reading->state, place, &place, &coming)) {
        Tree *map = tree_add_map(arena, list);
        tree_set_text(arena, map, "on", date_text(arena, coming.on));
        tree_set_text(arena, map, "trigger", coming.trigger);
        if (!text_empty(coming.subject)) tree_set_text(arena, map, "case", coming.subject);
        tree_set_text(arena, map, "cause", coming.cause);
        tree_set_text(arena, map, "opens", coming.opens);
        place = key_after(arena, place);
    }
}

static void read_docket(Reading *reading) {
    Text person = {0}, number = {0};
    Text who = text_of(reading->options->who);
    Refusal refusal = {0};
    if (!text_empty(who) && !resolve_person(reading->state, who, &person, &refusal)) {
        read_problem(reading, BYLAW_WANTING, refusal_sentence(reading->arena, &refusal),
                     refusal_mend(reading->arena, &refusal));
        return;
    }
    result_kind(reading->result, BYLAW_DONE, "docket");
    tree_set_text(reading->arena, reading->result->document, "day",
                  date_text(reading->arena, reading->today));
    Tree *list = tree_set_list(reading->arena, reading->result->document, "waits");
    int64_t cases = 0;
    for (Text from = {0}; state_next_open_case(reading->state, from, &number); cases++) {
        const CaseState *subject = state_case(reading->state, number);
        if (subject) add_case_waits(reading, subject, person, list);
        from = text_format(reading->arena, "%.*s%c", TEXT_ARG(number), 1);
    }
    tree_set_int(reading->arena, reading->result->document, "open_cases", cases);
    add_open_actions(reading, person, tree_set_list(reading->arena, reading->result->document, "actions"));
    add_posts(reading, person, tree_set_list(reading->arena, reading->result->document, "bodies"));
    if (text_empty(person)) add_coming(reading, reading->result->document);
}

bylaw_result *bylaw_docket(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_docket);
}
