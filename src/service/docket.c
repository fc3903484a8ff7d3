/* docket: what every open case waits for. */
#include "service/reading.h"
#include <stdlib.h>

void add_case_waits(Reading *reading, const CaseState *subject, const Audience *audience, Tree *list) {
    WaitingList waiting = {0};
    case_waits(reading->state, subject, reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (waits_for(reading, audience, &waiting.at[i]))
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
                 text_format(reading->arena, "is told when it next meets: %.*s was decided in its place",
                             TEXT_ARG(holders->told.at[i])),
                 list);
}

static void note_minutes(Reading *reading, Text body, Tree *list) {
    const HoldersState *holders = state_holders(reading->state, body);
    for (size_t i = 0; holders && i < holders->drafts.len; i++) {
        const MeetingState *meeting = state_meeting(reading->state, holders->drafts.at[i]);
        if (!meeting || meeting->on >= reading->today) continue;
        add_note(reading, body, "minutes",
                 text_format(reading->arena, "has the minutes of %.*s to approve", TEXT_ARG(meeting->number)),
                 list);
    }
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
    if (body) note_minutes(reading, post, list);
    note_ends(reading, post, list);
}

/* Those in which somebody was ever entered: of one that stands on paper alone there is nothing to do. */
static void add_posts(Reading *reading, const Audience *audience, Tree *list) {
    TextList names = {0};
    body_names(reading->arena, reading->program, &names);
    office_names(reading->arena, reading->program, &names);
    for (size_t i = 0; i < names.len; i++)
        if (state_holders(reading->state, names.at[i]) && is_theirs(reading, audience, names.at[i]))
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
    tree_set_some(arena, map, "about", action->about);
    tree_set_bool(arena, map, "done", action->done);
    bool past = action->due != DATE_NONE && action->due < reading->today;
    tree_set_bool(arena, map, "overdue", !action->done && past);
}

void add_actions(Reading *reading, const MeetingState *meeting, Tree *list) {
    for (size_t i = 0; i < meeting->actions.len; i++) add_action(reading, meeting, i, list);
}

bool next_open_action(Reading *reading, Text *place, const MeetingState **meeting, size_t *at) {
    const OpenActionState *open;
    while (state_next_action(reading->state, *place, place, &open)) {
        *place = key_after(reading->arena, *place);
        *meeting = state_meeting(reading->state, open->meeting);
        if (!*meeting || open->number < 1 || open->number > (int64_t)(*meeting)->actions.len) continue;
        *at = (size_t)open->number - 1;
        return true;
    }
    return false;
}

/* A body's are those of its meetings. */
static void add_open_actions(Reading *reading, const Audience *audience, Tree *list) {
    const MeetingState *meeting;
    Text place = {0};
    size_t at;
    while (next_open_action(reading, &place, &meeting, &at))
        if (is_theirs(reading, audience, meeting->actions.at[at].owner) ||
            is_posts(reading, audience, meeting->body))
            add_action(reading, meeting, at, list);
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
        tree_set_some(arena, map, "case", coming.subject);
        tree_set_text(arena, map, "cause", coming.cause);
        tree_set_text(arena, map, "opens", coming.opens);
        place = key_after(arena, place);
    }
}

/* --- by due date ---------------------------------------------------------------------------------------- */

/* Days are texts that sort as they follow each other; what has none comes last. */
static int by_due(const void *a, const void *b) {
    const Tree *one = *(Tree *const *)a, *other = *(Tree *const *)b;
    Text first = tree_get_text(one, "due"), second = tree_get_text(other, "due");
    if (text_empty(first) != text_empty(second)) return text_empty(first) ? 1 : -1;
    int order = text_compare(first, second);
    if (order == 0) order = text_compare(tree_get_text(one, "case"), tree_get_text(other, "case"));
    return order ? order : (one->start > other->start) - (one->start < other->start);
}

/* qsort() need not keep the order of equal ones, so each is given its place. */
static void sort_by_due(Tree *list) {
    for (uint32_t i = 0; i < list->len; i++) list->items[i]->start = i;
    if (list->len > 1) qsort(list->items, list->len, sizeof *list->items, by_due);
}

static void keep_due_before(Tree *list, Text day, const char *key) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        Text due = tree_get_text(list->items[i], key);
        if (!text_empty(due) && text_compare(due, day) < 0) list->items[kept++] = list->items[i];
    }
    list->len = kept;
}

static bool read_due(Reading *reading, Text *day) {
    Date date;
    *day = text_of(reading->options->due_before);
    if (text_empty(*day) || date_parse(*day, &date)) return true;
    return read_problem(reading, BYLAW_USAGE,
                        text_format(reading->arena, "\"%.*s\" is no day", TEXT_ARG(*day)),
                        TEXT("write it as 2026-03-31"));
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static int64_t add_waits(Reading *reading, const Audience *audience, Tree *list) {
    Text number;
    int64_t cases = 0;
    for (Text from = {0}; state_next_open_case(reading->state, from, &number);
         from = key_after(reading->arena, number), cases++) {
        const CaseState *subject = state_case(reading->state, number);
        if (subject) add_case_waits(reading, subject, audience, list);
    }
    return cases;
}

/* Of what is due before a day, what has no due day is left out: how bodies and offices stand. */
static void read_docket(Reading *reading) {
    Audience audience;
    Text before;
    if (!read_audience(reading, &audience) || !read_due(reading, &before)) return;
    result_kind(reading->result, BYLAW_DONE, "docket");
    Tree *document = reading->result->document;
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    tree_set_some(reading->arena, document, "due_before", before);
    Tree *waits = tree_set_list(reading->arena, document, "waits");
    tree_set_int(reading->arena, document, "open_cases", add_waits(reading, &audience, waits));
    Tree *actions = tree_set_list(reading->arena, document, "actions");
    add_open_actions(reading, &audience, actions);
    add_open_conditions(reading, &audience, document);
    Tree *posts = tree_set_list(reading->arena, document, "bodies");
    if (text_empty(before)) add_posts(reading, &audience, posts);
    if (is_for_all(&audience)) add_coming(reading, document);
    if (!text_empty(before)) {
        keep_due_before(waits, before, "due");
        keep_due_before(actions, before, "due");
        keep_due_before(tree_get(document, "conditions"), before, "due");
        Tree *coming = tree_get(document, "triggers");
        if (coming) keep_due_before(coming, before, "on");
    }
    add_fallen_due(reading, (Text){0}, document);
    if (reading->options->by_due) sort_by_due(waits);
}

bylaw_result *bylaw_docket(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_docket);
}
