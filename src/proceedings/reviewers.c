/* Reviewers: who has looked into a case before a meeting, and reports on it there. */
#include "proceedings/motion.h"

const ReviewerState *case_reviewer(const CaseState *subject, Text meeting, Text person) {
    for (size_t i = 0; i < subject->reviewers.len; i++)
        if (text_equal(subject->reviewers.at[i].meeting, meeting) &&
            text_equal(subject->reviewers.at[i].person, person))
            return &subject->reviewers.at[i];
    return NULL;
}

/* Whoever would take no part in deciding does not review it either. */
static bool may_review(Turn *turn, const CaseState *subject, Text person) {
    Text called = person_called(turn, person);
    if (case_recusal(subject, person)) return refuse(turn, TAKES_NO_PART, called, subject->number);
    return !text_equal(case_opener(turn->state, subject), person) ||
           refuse(turn, OWN_CASE, called, subject->number);
}

static bool need_no_primary(Turn *turn, const CaseState *subject, Text meeting, Text person) {
    for (size_t i = 0; i < subject->reviewers.len; i++) {
        const ReviewerState *other = &subject->reviewers.at[i];
        if (text_equal(other->meeting, meeting) && text_is(other->as, "primary") &&
            !text_equal(other->person, person))
            return refuse(turn, HAS_PRIMARY, subject->number, meeting, person_called(turn, other->person));
    }
    return true;
}

static bool not_reviewing(Turn *turn, const CaseState *subject, Text meeting, Text person) {
    return refuse(turn, NOT_REVIEWER, person_called(turn, person), subject->number, meeting);
}

static bool release_reviewer(Turn *turn, const CaseState *subject, const ReviewerArgs *args) {
    if (!case_reviewer(subject, args->meeting, args->person))
        return not_reviewing(turn, subject, args->meeting, args->person);
    ReviewerReleased body = {.meeting = args->meeting,
                             .subject = subject->number,
                             .person = args->person,
                             .because = args->because};
    return emit(turn, KIND_REVIEWER_RELEASED, body.meeting, &body);
}

bool do_REVIEWER(Turn *turn) {
    const ReviewerArgs *args = turn->command->args;
    const MeetingState *meeting = need_convened(turn, args->meeting);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, true, "name reviewers")) return false;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject) return false;
    if (args->withdraw) return release_reviewer(turn, subject, args);
    ReviewerNamed body = {.meeting = meeting->number,
                          .subject = subject->number,
                          .person = args->person,
                          .as = args->secondary ? TEXT("secondary") : TEXT("primary")};
    if (!may_review(turn, subject, body.person)) return false;
    if (!args->secondary && !need_no_primary(turn, subject, body.meeting, body.person)) return false;
    return emit(turn, KIND_REVIEWER_NAMED, body.meeting, &body);
}

bool do_REPORT(Turn *turn) {
    const ReportArgs *args = turn->command->args;
    const MeetingState *meeting = need_convened(turn, args->meeting);
    const CaseState *subject = meeting ? state_case(turn->state, args->subject) : NULL;
    Text actor = turn->command->actor;
    if (!subject) return false;
    if (text_empty(text_trim(args->text))) return refuse(turn, EMPTY_TEXT, TEXT("report"));
    if (!case_reviewer(subject, meeting->number, actor))
        return not_reviewing(turn, subject, meeting->number, actor);
    if (!may_review(turn, subject, actor)) return false;
    ReviewerReported body = {
        .meeting = meeting->number, .subject = subject->number, .person = actor, .text = args->text};
    return emit(turn, KIND_REVIEWER_REPORTED, body.meeting, &body);
}
