/* agenda: what a meeting's body is to deal with, in the order due, from the record alone. */
#include "service/reading.h"
#include <stdlib.h>

typedef struct Business {
    const CaseState *subject;
    Waiting waiting;
} Business;

typedef VEC(Business) BusinessList;

/* What the body itself is asked for: to decide, or to answer a review's questions. */
static bool is_business(const Waiting *waiting) {
    static const char *const codes[] = {"motion", "silence", "answer", "count", "close"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (text_is(waiting->code, codes[i])) return true;
    return false;
}

/* Of a case and a step what comes first: a review's questions are one item. */
static bool is_listed(const BusinessList *list, const Waiting *waiting) {
    const Business *last = list->len > 0 ? &list->at[list->len - 1] : NULL;
    return last && text_equal(last->waiting.subject, waiting->subject) &&
           text_equal(last->waiting.step, waiting->step);
}

static void take_case(Reading *reading, const MeetingState *meeting, const CaseState *subject,
                      BusinessList *list) {
    WaitingList waiting = {0};
    case_waits(reading->state, subject, reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (text_equal(waiting.at[i].who, meeting->body) && is_business(&waiting.at[i]) &&
            !is_listed(list, &waiting.at[i]))
            *vec_push(reading->arena, list) = (Business){subject, waiting.at[i]};
}

/* What has no day comes last. */
static int by_due(const void *a, const void *b) {
    const Business *one = a, *other = b;
    Date first = one->waiting.due, second = other->waiting.due;
    if (first == DATE_NONE || second == DATE_NONE) {
        int order = (first == DATE_NONE) - (second == DATE_NONE);
        return order ? order : text_compare(one->waiting.subject, other->waiting.subject);
    }
    return first != second ? (first > second) - (first < second)
                           : text_compare(one->waiting.subject, other->waiting.subject);
}

static void list_business(Reading *reading, const MeetingState *meeting, BusinessList *list) {
    Text number = {0};
    for (Text from = {0}; state_next_open_case(reading->state, from, &number);
         from = key_after(reading->arena, number)) {
        const CaseState *subject = state_case(reading->state, number);
        if (subject) take_case(reading, meeting, subject, list);
    }
    if (list->len > 1) qsort(list->at, list->len, sizeof *list->at, by_due);
}

static void add_item(Reading *reading, const Business *business, Tree *items) {
    Arena *arena = reading->arena;
    const Workflow *workflow = case_workflow(reading->state, business->subject);
    Tree *item = tree_add_map(arena, items);
    tree_set_text(arena, item, "case", business->waiting.subject);
    if (workflow) tree_set_text(arena, item, "title", workflow->title);
    tree_set_text(arena, item, "step", business->waiting.step);
    tree_set_text(arena, item, "asks", business->waiting.what);
    if (business->waiting.due != DATE_NONE)
        tree_set_text(arena, item, "due", date_text(arena, business->waiting.due));
    tree_set_bool(arena, item, "overdue", business->waiting.overdue);
    if (reading->options->papers)
        describe_case(reading, business->subject, tree_set_map(arena, item, "papers"));
}

/* What its earlier meetings have assigned and is not done. */
static void add_earlier_actions(Reading *reading, const MeetingState *meeting, Tree *list) {
    Text place = {0};
    const OpenActionState *open;
    while (state_next_action(reading->state, place, &place, &open)) {
        const MeetingState *earlier = state_meeting(reading->state, open->meeting);
        if (earlier && text_equal(earlier->body, meeting->body))
            add_action(reading, earlier, (size_t)open->number - 1, list);
        place = key_after(reading->arena, place);
    }
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
    BusinessList business = {0};
    if (!meeting) return;
    begin_meeting(reading, meeting, "agenda");
    Tree *document = reading->result->document;
    list_business(reading, meeting, &business);
    set_names(reading, document, "told", &meeting->told);
    add_drafts(reading, meeting, document);
    Tree *items = tree_set_list(reading->arena, document, "items");
    for (size_t i = 0; i < business.len; i++) add_item(reading, &business.at[i], items);
    add_earlier_actions(reading, meeting, tree_set_list(reading->arena, document, "actions"));
}

bylaw_result *bylaw_agenda(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_agenda);
}
