/* agenda: what a meeting is to deal with, in its order, from the record alone. */
#include "service/reading.h"

void add_reviewers(Reading *reading, const CaseState *subject, Text meeting, Tree *map) {
    Arena *arena = reading->arena;
    Tree *list = NULL;
    for (size_t i = 0; i < subject->reviewers.len; i++) {
        const ReviewerState *reviewer = &subject->reviewers.at[i];
        if (!text_equal(reviewer->meeting, meeting)) continue;
        if (!list) list = tree_set_list(arena, map, "reviewers");
        Tree *who = tree_add_map(arena, list);
        tree_set_text(arena, who, "person", called(reading->state, reviewer->person));
        tree_set_text(arena, who, "as", reviewer->as);
        tree_set_some(arena, who, "report", reviewer->report);
    }
}

/* What the body is asked; nothing where its clerk has put a case there that does not wait for it. */
static void add_question(Reading *reading, const Waiting *waiting, Tree *item) {
    Arena *arena = reading->arena;
    if (text_empty(waiting->code)) return;
    tree_set_text(arena, item, "step", waiting->step);
    tree_set_text(arena, item, "asks", waiting->what);
    if (waiting->due != DATE_NONE) tree_set_text(arena, item, "due", date_text(arena, waiting->due));
    tree_set_bool(arena, item, "overdue", waiting->overdue);
}

static void add_item(Reading *reading, const MeetingState *meeting, const AgendaItem *business, Tree *items) {
    Arena *arena = reading->arena;
    Tree *item = tree_add_map(arena, items);
    const CaseState *subject =
        text_empty(business->subject) ? NULL : state_case(reading->state, business->subject);
    if (!subject) {
        tree_set_text(arena, item, "title", business->text);
        return;
    }
    const Workflow *workflow = case_workflow(reading->state, subject);
    tree_set_text(arena, item, "case", business->subject);
    if (workflow) tree_set_text(arena, item, "title", workflow->title);
    if (business->together) tree_set_bool(arena, item, "consent", true);
    add_question(reading, &business->waiting, item);
    add_reviewers(reading, subject, meeting->number, item);
    if (reading->options->papers) describe_case(reading, subject, tree_set_map(arena, item, "papers"));
}

/* What its earlier meetings have assigned and is not done. */
static void add_earlier_actions(Reading *reading, const MeetingState *meeting, Tree *list) {
    const MeetingState *earlier;
    Text place = {0};
    size_t at;
    while (next_open_action(reading, &place, &earlier, &at))
        if (same_post(reading->state, earlier->body, meeting->body)) add_action(reading, earlier, at, list);
}

/* Its earlier meetings whose minutes are to be approved. */
static void add_drafts(Reading *reading, const MeetingState *meeting, Tree *document) {
    const HoldersState *holders = state_holders(reading->state, meeting->body);
    TextList drafts = {0};
    for (size_t i = 0; holders && i < holders->drafts.len; i++) {
        const MeetingState *earlier = state_meeting(reading->state, holders->drafts.at[i]);
        if (earlier && earlier->on < meeting->on) texts_push(reading->arena, &drafts, earlier->number);
    }
    set_names(reading, document, "minutes", &drafts);
}

static void read_agenda(Reading *reading) {
    const MeetingState *meeting = meeting_asked_for(reading);
    AgendaItems business = {0};
    if (!meeting) return;
    begin_meeting(reading, meeting, "agenda");
    Tree *document = reading->result->document;
    agenda_of(reading->state, meeting, reading->today, &business);
    set_names(reading, document, "told", &meeting->told);
    add_drafts(reading, meeting, document);
    Tree *items = tree_set_list(reading->arena, document, "items");
    for (size_t i = 0; i < business.len; i++) add_item(reading, meeting, &business.at[i], items);
    add_open_conditions(reading, &(Audience){.post = meeting->body}, document);
    add_earlier_actions(reading, meeting, tree_set_list(reading->arena, document, "actions"));
}

bylaw_result *bylaw_agenda(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_agenda);
}
