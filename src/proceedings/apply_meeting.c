/* Folding: meetings. */
#include "proceedings/motion.h"

MeetingState *changed_meeting(Applied *applied, Text number) {
    if (state_meeting(applied->state, number)) return state_change(applied->state, SPACE_MEETING, number);
    cannot_follow(applied, "a meeting that was never convened", number);
    return NULL;
}

static void apply_convened(Applied *applied) {
    const Convened *body = applied->body;
    if (!take_number(applied, body->meeting)) return;
    MeetingState *meeting = state_change(applied->state, SPACE_MEETING, body->meeting);
    meeting->number = body->meeting;
    meeting->body = body->body;
    meeting->on = body->on;
    meeting->time = body->time;
    meeting->place = body->place;
    meeting->told = body->told;
    HoldersState *holders = change_holders(applied->state, body->body);
    holders->told.len = 0;
    texts_push(state_arena(applied->state), &holders->drafts, body->meeting);
}

static void apply_circulated(Applied *applied) {
    const Circulated *body = applied->body;
    if (!take_number(applied, body->meeting)) return;
    MeetingState *meeting = state_change(applied->state, SPACE_MEETING, body->meeting);
    meeting->number = body->meeting;
    meeting->body = body->body;
    meeting->on = body->on;
    meeting->until = body->until;
}

static void add_texts(Applied *applied, TextList *list, const TextList *more) {
    for (size_t i = 0; i < more->len; i++)
        if (!texts_have(list, more->at[i])) texts_push(state_arena(applied->state), list, more->at[i]);
}

static void take_texts(TextList *list, const TextList *gone) {
    for (size_t i = 0; i < gone->len; i++) texts_take(list, gone->at[i]);
}

static void apply_attended(Applied *applied) {
    const Attended *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    add_texts(applied, &meeting->present, &body->present);
    add_texts(applied, &meeting->apologies, &body->apologies);
    add_texts(applied, &meeting->observers, &body->observers);
    take_texts(&meeting->apologies, &body->present);
    take_texts(&meeting->present, &body->left);
    take_texts(&meeting->observers, &body->left);
    take_texts(&meeting->present, &body->mistaken);
    take_texts(&meeting->observers, &body->mistaken);
}

/* What the body was to be told of there it is told when it meets next. */
static void apply_cancelled(Applied *applied) {
    const Cancelled *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    meeting->cancelled = body->because;
    HoldersState *holders = change_holders(applied->state, meeting->body);
    texts_take(&holders->drafts, meeting->number);
    for (size_t i = 0; i < meeting->told.len; i++)
        texts_push(state_arena(applied->state), &holders->told, meeting->told.at[i]);
}

/* Who is there on the new day is entered anew. */
static void apply_adjourned(Applied *applied) {
    const Adjourned *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    meeting->on = body->to;
    if (!text_empty(body->place)) meeting->place = body->place;
    meeting->present.len = meeting->apologies.len = meeting->observers.len = 0;
}

static void apply_session_closed(Applied *applied) {
    const SessionClosed *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    ClosedState *session = record_push(state_arena(applied->state), &ClosedState_record, &meeting->closed);
    *session =
        (ClosedState){.about = body->about, .from = applied->entry->happened, .admitted = body->admitted};
}

static void apply_session_opened(Applied *applied) {
    const SessionOpened *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    for (size_t i = 0; meeting && i < meeting->closed.len; i++)
        if (meeting->closed.at[i].until.utc == 0 && text_equal(meeting->closed.at[i].about, body->about))
            meeting->closed.at[i].until = applied->entry->happened;
}

static const FoldingRow foldings[] = {
    {KIND_SESSION_CLOSED, apply_session_closed},
    {KIND_SESSION_OPENED, apply_session_opened},
    {KIND_CONVENED, apply_convened},
    {KIND_CIRCULATED, apply_circulated},
    {KIND_ATTENDED, apply_attended},
    {KIND_CANCELLED, apply_cancelled},
    {KIND_ADJOURNED, apply_adjourned},
};

bool apply_meeting(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
