/* Folding: agendas, and who reviews what stands on them. */
#include "proceedings/motion.h"
#include <string.h>

/* What the clerk has said of a case, or of business in words. */
static PlacedState *placed_item(Applied *applied, MeetingState *meeting, Text subject, Text text) {
    for (size_t i = 0; i < meeting->placed.len; i++) {
        PlacedState *item = &meeting->placed.at[i];
        if (text_equal(item->subject, subject) && text_equal(item->text, text)) return item;
    }
    PlacedState *item = record_push(state_arena(applied->state), &PlacedState_record, &meeting->placed);
    *item = (PlacedState){.subject = subject, .text = text};
    return item;
}

/* Where the item of that number stands among all; behind them: it has no number. */
static size_t place_of(const MeetingState *meeting, int64_t place) {
    size_t at = 0;
    for (int64_t first = 1; at < meeting->placed.len; at++) {
        if (!text_is(meeting->placed.at[at].stands, "first")) continue;
        if (place > 0 && first++ == place) break;
    }
    return at;
}

static void move_item(MeetingState *meeting, size_t from, size_t to) {
    PlacedState moved = meeting->placed.at[from], *at = meeting->placed.at;
    if (to > from) to--;
    if (to < from)
        memmove(&at[to + 1], &at[to], (from - to) * sizeof *at);
    else
        memmove(&at[from], &at[from + 1], (to - from) * sizeof *at);
    at[to] = moved;
}

static void apply_item_placed(Applied *applied) {
    const ItemPlaced *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    PlacedState *item = placed_item(applied, meeting, body->subject, body->text);
    item->stands = (Text){0};
    size_t to = place_of(meeting, body->place);
    item->stands = body->place > 0 ? TEXT("first") : TEXT("last");
    move_item(meeting, (size_t)(item - meeting->placed.at), to);
}

static void apply_item_struck(Applied *applied) {
    const ItemStruck *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (meeting) placed_item(applied, meeting, body->subject, body->text)->stands = TEXT("off");
}

static void apply_item_joined(Applied *applied) {
    const ItemJoined *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (meeting) placed_item(applied, meeting, body->subject, (Text){0})->consent = TEXT("together");
}

static void apply_item_separated(Applied *applied) {
    const ItemSeparated *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (meeting) placed_item(applied, meeting, body->subject, (Text){0})->consent = TEXT("apart");
}

/* --- reviewers ------------------------------------------------------------------------------------------ */

static CaseState *reviewed_case(Applied *applied, Text number) {
    if (state_case(applied->state, number)) return state_change(applied->state, SPACE_CASE, number);
    cannot_follow(applied, "a case that was never opened", number);
    return NULL;
}

static void apply_reviewer_named(Applied *applied) {
    const ReviewerNamed *body = applied->body;
    CaseState *subject = reviewed_case(applied, body->subject);
    if (!subject) return;
    ReviewerState *reviewer = (ReviewerState *)case_reviewer(subject, body->meeting, body->person);
    if (!reviewer)
        reviewer = record_push(state_arena(applied->state), &ReviewerState_record, &subject->reviewers);
    reviewer->meeting = body->meeting;
    reviewer->person = body->person;
    reviewer->as = body->as;
}

static ReviewerState *named_reviewer(Applied *applied, CaseState *subject, Text meeting, Text person) {
    ReviewerState *reviewer = subject ? (ReviewerState *)case_reviewer(subject, meeting, person) : NULL;
    if (subject && !reviewer) cannot_follow(applied, "a reviewer who was never named", person);
    return reviewer;
}

static void apply_reviewer_released(Applied *applied) {
    const ReviewerReleased *body = applied->body;
    CaseState *subject = reviewed_case(applied, body->subject);
    ReviewerState *reviewer = named_reviewer(applied, subject, body->meeting, body->person);
    if (!reviewer) return;
    size_t after = (size_t)(&subject->reviewers.at[subject->reviewers.len] - reviewer) - 1;
    memmove(reviewer, reviewer + 1, after * sizeof *reviewer);
    subject->reviewers.len--;
}

static void apply_reviewer_reported(Applied *applied) {
    const ReviewerReported *body = applied->body;
    CaseState *subject = reviewed_case(applied, body->subject);
    ReviewerState *reviewer = named_reviewer(applied, subject, body->meeting, body->person);
    if (reviewer) reviewer->report = body->text;
}

static const FoldingRow foldings[] = {
    {KIND_ITEM_PLACED, apply_item_placed},
    {KIND_ITEM_STRUCK, apply_item_struck},
    {KIND_ITEM_JOINED, apply_item_joined},
    {KIND_ITEM_SEPARATED, apply_item_separated},
    {KIND_CARRIED_TOGETHER, NULL},
    {KIND_REVIEWER_NAMED, apply_reviewer_named},
    {KIND_REVIEWER_RELEASED, apply_reviewer_released},
    {KIND_REVIEWER_REPORTED, apply_reviewer_reported},
};

bool apply_agenda(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
