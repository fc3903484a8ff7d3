/* spaces: what stands, as it is kept: each kind of object with its rows, under a space of its own. A row that
 * changes changes the mark of its space, so that what was kept before is made again from the entries
 * (proceedings/state.h). */
#ifndef BYLAW_PROCEEDINGS_SPACES_H
#define BYLAW_PROCEEDINGS_SPACES_H

#include "proceedings/kinds.h"
#include "proceedings/state_conditions.h"
#include "proceedings/state_evidence.h"
#include "proceedings/state_expiry.h"
#include "proceedings/state_outbox.h"

#define TERM_FIELDS(F, R, L, S)                                                                              \
    F(S, TEXT, person)                                                                                       \
    F(S, DATE, from)                                                                                         \
    F(S, DATE, until) /* [from, until) */                                                                    \
    F(S, TEXT, as)    /* as the entry says; empty: a member, or the holder of an office */                   \
    F(S, TEXT, member)                                                                                       \
    F(S, BOOL, aside) /* neither a member nor a holder: an observer, an alternate, an office's deputy */     \
    F(S, INT, entry)  /* that says so */
#define HELD_ROLE_FIELDS(F, R, L, S) F(S, TEXT, role) F(S, DATE, from) F(S, DATE, until)

/* An edition of the charter, in force from its day until the next one's; the first was from the beginning. */
#define EDITION_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, TEXT, charter) F(S, TEXT, edition) F(S, DATE, from) F(S, DATE, until) F(S, INT, entry)
#define BOOK_STATE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, origin)                                                                                       \
    F(S, TEXT, key)                                                                                          \
    F(S, TEXT, founder)                                                                                      \
    F(S, TEXT, charter)                    /* in force as far as what falls due was applied */               \
    L(S, EditionState, editions)           /* in the order of their days */                                  \
    F(S, TEXT, put)                        /* the open motion to ratify another */                           \
    F(S, INT, people) F(S, DATE, advanced) /* the last day up to which what falls due was applied */
#define PERSON_STATE_FIELDS(F, R, L, S) F(S, TEXT, id) F(S, TEXT, profile) L(S, HeldRole, roles)
#define HANDLE_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, person)  /* key: "key emil", "login dina" or "name Emil Sand"; made from the vault */         \
    F(S, TEXTS, others) /* of the same name, which need not be one person's */
#define HOLDERS_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, DATE, delegated) /* until when, at most, something runs that was delegated by it */                 \
    F(S, TEXTS, told)     /* of a body: the cases that it is to be told of when it meets */                  \
    F(S, TEXTS, drafts)   /* of a body: its meetings whose minutes are not approved */                       \
    L(S, Term, terms)     /* of an office or a body, by its full name; roles: who has it */
/* What others do in somebody's place on the days [from, until), unless it was `revoked` on one of them.
 * `motions`: the open ones that were put under it. */
#define DELEGATION_STATE_FIELDS(F, R, L, S)                                                                  \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, rule)                                                                                         \
    F(S, TEXT, of)                                                                                           \
    F(S, TEXT, giver) /* of a proxy: the member whose vote it is */                                          \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, to)                                                                                           \
    F(S, DATE, from)                                                                                         \
    F(S, DATE, until)                                                                                        \
    F(S, TEXT, meeting)                                                                                      \
    F(S, DATE, revoked) F(S, TEXT, because) F(S, INT, entry) F(S, TEXTS, motions)
/* Where what a body or an office has delegated is found; key: "board 2026-12-31 D-2026-001", so that what has
 * run out by a day comes before. */
#define DELEGATED_STATE_FIELDS(F, R, L, S) F(S, TEXT, number)
/* A row of a register, and what it holds from which days on, in the order of those; on a day, of the values
 * of a field that cover it the one counts that began last. */
#define HELD_VALUE_FIELDS(F, R, L, S) F(S, TEXT, name) F(S, TREE, value) F(S, INT, entry)
#define DATED_ROW_FIELDS(F, R, L, S)                                                                         \
    F(S, DATE, from)                                                                                         \
    F(S, DATE, until) /* [from, until) */ F(S, BOOL, ended) F(S, INT, entry) L(S, HeldValue, values)
#define REGISTER_ROW_STATE_FIELDS(F, R, L, S) F(S, TEXT, of) F(S, TEXTS, key) L(S, DatedRow, rows)
#define RENAMED_STATE_FIELDS(F, R, L, S)      F(S, TEXT, first) /* what a post was called in its first edition */
#define SERIES_STATE_FIELDS(F, R, L, S)       F(S, INT, last) /* key: "PRT-2026" */
#define SCOPE_STATE_FIELDS(F, R, L, S)                                                                       \
    F(S, INT, version)                                                                                       \
    F(S, DATE, lapsed) F(S, TEXT, step) /* the latest lapse, and at which step or condition it was */
#define FACT_STATE_FIELDS(F, R, L, S) F(S, TEXT, name) F(S, TREE, value) F(S, INT, entry) F(S, TEXT, giver)
/* A part of who decides, as its entry has it. `motion` is the open one, or the one that it was decided by. */
#define PART_STATE_FIELDS(F, R, L, S)                                                                        \
    DECIDER_PART_FIELDS(F, R, L, S)                                                                          \
    F(S, TEXT, referred) /* by whom it was referred to the body */                                           \
    F(S, TEXT, approver) /* who approved in place of the body */                                             \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, result) /* "carried", "lost"; else empty                                                      \
                        */
#define RECOMMENDATION_STATE_FIELDS(F, R, L, S)                                                              \
    F(S, TEXT, named) F(S, TEXT, person) F(S, TEXT, advice) F(S, TEXT, because) F(S, INT, entry)
#define STEP_STATE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, name)                                                                                         \
    F(S, BOOL, open)                                                                                         \
    F(S, DATE, entered)                                                                                      \
    F(S, DATE, due)                                                                                          \
    F(S, BOOL, overdue)                                                                                      \
    F(S, TEXT, outcome)                                                                                      \
    F(S, DATE, ended)                                                                                        \
    F(S, TEXT, decider) /* all of them, as they are written */                                               \
    L(S, PartState, parts)                                                                                   \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, escalation)                                                                                   \
    F(S, INT, level)                                                                                         \
    F(S, DATE, level_until)                                                                                  \
    F(S, INT, quorum_lost)                                                                                   \
    F(S, TEXTS, recommends)                                                                                  \
    F(S, TEXTS, consulted) F(S, TEXTS, informed) L(S, RecommendationState, recommendations)
#define SHEET_STATE_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXT, step) F(S, TEXT, scorer) F(S, TEXT, role) F(S, TREE, scores) F(S, INT, entry)
/* `concerned`: who raised a concern and has not taken it back. */
#define ANSWER_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, principle)                                                                                    \
    F(S, BOOL, met)                                                                                          \
    F(S, TEXT, plan)                                                                                         \
    F(S, INT, entry)                                                                                         \
    F(S, TEXT, giver)                                                                                        \
    F(S, TEXTS, concerned)
#define REVIEW_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, review)                                                                                       \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, outcome)                                                                                      \
    L(S, AnswerState, answers) F(S, BOOL, voted) F(S, BOOL, upheld) F(S, BOOL, judged) F(S, BOOL, accepted)
/* What was said last of an item. */
#define TICK_STATE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, checklist)                                                                                    \
    F(S, TEXT, item)                                                                                         \
    F(S, BOOL, met) F(S, TEXT, evidence) F(S, TEXT, note) F(S, INT, entry) F(S, TEXT, giver)
#define CLOCK_STATE_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXT, step) F(S, TEXT, what) F(S, DATE, due) /* a timer of the case */
#define RECUSAL_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, TEXT, person) F(S, TEXT, because) F(S, TEXT, ground) F(S, TEXT, fact)
#define CHALLENGE_STATE_FIELDS(F, R, L, S)                                                                   \
    F(S, TEXT, person) F(S, TEXT, challenger) F(S, TEXT, because) /* that nobody has ruled on */
/* How cases are linked: as the one says, and as the other does.  X(word, back) */
#define CASE_LINKS(X)                                                                                        \
    X("amends", "amended by")                                                                                \
    X("renews", "renewed by")                                                                                \
    X("supersedes", "superseded by")                                                                         \
    X("appeals", "appealed in")
#define LINK_STATE_FIELDS(F, R, L, S) F(S, TEXT, link) F(S, TEXT, other) /* a word of them, or its back */
#define BREACH_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, invariant) F(S, TEXT, rule) F(S, INT, entry) /* an invariant that does not hold now */
/* What was decided at a step: by a motion that was carried, or computed by a unit. `stale`: the entry since
 * which it no longer holds, for that fact or what the unit comes to now; 0: it holds. */
#define STANDING_STATE_FIELDS(F, R, L, S)                                                                    \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, unit)                                                                                         \
    F(S, TEXT, outcome)                                                                                      \
    F(S, TEXT, row)                                                                                          \
    F(S, INT, entry) F(S, INT, stale) F(S, TEXT, fact) F(S, TEXT, before) F(S, TEXT, after)
#define CASE_STATE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, charter)                                                                                      \
    F(S, TEXT, workflow)                                                                                     \
    F(S, TEXT, opener)                                                                                       \
    F(S, TEXT, trigger) /* that opened it; empty: a person did */                                            \
    F(S, TEXT, about)   /* the case for which it did */                                                      \
    F(S, DATE, opened)                                                                                       \
    L(S, FactState, facts)                                                                                   \
    L(S, StepState, steps)                                                                                   \
    L(S, SheetState, sheets)                                                                                 \
    L(S, ReviewState, reviews)                                                                               \
    L(S, TickState, ticks)                                                                                   \
    L(S, RecusalState, recusals)                                                                             \
    L(S, ReviewerState, reviewers)                                                                           \
    L(S, ChallengeState, challenges)                                                                         \
    L(S, ClockState, clocks)                                                                                 \
    F(S, BOOL, ended)                                                                                        \
    F(S, TEXT, end) /* the step at which it did */                                                           \
    F(S, TEXT, outcome)                                                                                      \
    L(S, BreachState, breaches)                                                                              \
    L(S, StandingState, standing)                                                                            \
    R(S, ExpiryState, expiry)        /* NULL: nothing expires */                                             \
    L(S, ConditionState, conditions) /* the first is number 1 */                                             \
    L(S, LinkState, links)                                                                                   \
    F(S, TEXT, superseded)                          /* by which case that was approved in its place */       \
    F(S, DATE, suspended) F(S, TEXT, suspended_for) /* since when, and why; DATE_NONE: it goes on */
#define PUT_STATE_FIELDS(F, R, L, S) L(S, FactState, facts)
#define COUNTED_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, TEXT, subject) /* key: 'purchase vendor "acme" 2026-03-16 PRT-2026-001' */
/* What was measured in a period; key: "api_reliability PRT-2026-001  2026-09-01", where a part that there is
 * not is empty. */
#define MEASURED_STATE_FIELDS(F, R, L, S)                                                                    \
    F(S, DATE, period)                                                                                       \
    F(S, TREE, value)                                                                                        \
    F(S, TEXT, target)                                                                                       \
    F(S, TEXT, came_to)                                                                                      \
    F(S, TEXT, source) F(S, INT, entry) F(S, TEXT, giver) F(S, INT, corrects)
#define METRIC_SERIES_STATE_FIELDS(F, R, L, S)                                                               \
    F(S, TEXT, subject) F(S, TEXT, member) F(S, DATE, last)  /* key: "api_reliability PRT-2026-001 " */
#define WATCHED_STATE_FIELDS(F, R, L, S) F(S, TEXT, subject) /* key: "partnership PRT-2026-001" */
#define OPENED_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, subject) F(S, DATE, opened) /* key: "adaptation 2026-03-16 PRT-2026-001" */
/* How a trigger stands with a case, or with none; key: "performance_deviation PRT-2026-001". */
#define TRIGGER_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, DATE, pending) /* the day on which it fires on what has come about */                               \
    F(S, TEXT, cause)                                                                                        \
    F(S, TREE, read)                                                                                         \
    F(S, DATE, next) /* the next of its own days */                                                          \
    F(S, DATE, rests_until)                                                                                  \
    F(S, DATE, period)   /* the last for which a missed target has come about */                             \
    F(S, TEXTS, holding) /* of its conditions, those that hold now */                                        \
    F(S, DATE, since)    /* of a review's: the day on which it came to what this waits for */                \
    F(S, TEXT, came_to)  /* the outcome to which it came then */                                             \
    F(S, INT, come_by)   /* the entry that says so */
/* What the clerk has said of an item of an agenda: a case, or words. */
#define PLACED_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, text)                                                                                         \
    F(S, TEXT, stands)  /* "first", in that order before all others; "last"; "off"; else as it is due */     \
    F(S, TEXT, consent) /* "together", "apart"; else as the rules say */
#define REVIEWER_STATE_FIELDS(F, R, L, S)                                                                    \
    F(S, TEXT, meeting) /* for which the case is reviewed */                                                 \
    F(S, TEXT, person) F(S, TEXT, as) /* "primary" or "secondary" */ F(S, TEXT, report)
/* A closed session; while it goes on, `until` is nothing. `about`: of what is said on that case. */
#define CLOSED_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, about) F(S, MOMENT, from) F(S, MOMENT, until) F(S, TEXTS, admitted)
#define ACTION_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, text) F(S, TEXT, owner) F(S, DATE, due) F(S, TEXT, about) F(S, BOOL, done)
#define OPEN_ACTION_STATE_FIELDS(F, R, L, S)                                                                 \
    F(S, TEXT, meeting) F(S, INT, number) /* key: "2026-04-01 MTG-2026-001 1", so that keys sort by due */
#define MEETING_STATE_FIELDS(F, R, L, S)                                                                     \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, body)                                                                                         \
    F(S, DATE, on)                                                                                           \
    F(S, TEXT, time)                                                                                         \
    F(S, TEXT, place)                                                                                        \
    F(S, TEXTS, present)                                                                                     \
    F(S, TEXTS, apologies)                                                                                   \
    F(S, TEXTS, observers)                                                                                   \
    F(S, TEXTS, told)                                                                                        \
    F(S, TEXTS, motions) /* that were put at it */                                                           \
    L(S, PlacedState, placed)                                                                                \
    L(S, ClosedState, closed)                                                                                \
    F(S, TEXTS, delegated) /* at it, by the numbers of these delegations */                                  \
    F(S, TEXTS, found)     /* cases of which it found conditions met, waived them or gave more time */       \
    L(S, ActionState, actions)                                                                               \
    /* the first is number 1 */ F(S, TEXT, approval) /* the motion on its minutes */ F(                      \
        S, TEXT, approved) /* their digest */                                                                \
        F(S, DATE, until) /* of a question between meetings: answers count until then */ F(                  \
            S, TEXT, cancelled) /* why; empty: it is not */
#define MOTION_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, number)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, decider)                                                                                      \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXT, mover)                                                                                        \
    F(S, TEXT, delegation) /* under which `decider` decides in the place of `delegator` */                   \
    F(S, TEXT, delegator)                                                                                    \
    F(S, TEXT, minutes) /* of a motion to approve minutes: their digest */                                   \
    F(S, TEXT, charter) /* of a motion to ratify an edition: its charter's name */                           \
    F(S, TEXT, text)    /* what was put, in words */                                                         \
    L(S, PutCondition, conditions)                                                                           \
    F(S, TEXTS, options)                                                                                     \
    F(S, TEXT, otherwise) /* the default of a choice */                                                      \
    L(S, VotedAlike, rankings)                                                                               \
    F(S, TEXT, chosen)                                                                                       \
    R(S, ChoiceMade, choice) /* what it came to */                                                           \
    F(S, TEXTS, recommended)                                                                                 \
    F(S, TEXTS, advised_against)                                                                             \
    F(S, TEXTS, silent) /* of those asked to recommend */                                                    \
    F(S, MOMENT, moved)                                                                                      \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against)                                                                                     \
    F(S, TEXTS, abstaining)                                                                                  \
    L(S, StandIn, by_proxy) /* who gave the votes of which members */                                        \
    L(S, Veto, vetoes)                                                                                       \
    R(S, Tally, tally) /* of a ballot that is not named, once it is closed */                                \
    R(S, Roll, roll)   /* once it is closed, with the corrections of its votes */                            \
    F(S, INT, closed)  /* the entry that has the roll */                                                     \
    F(S, TEXT, casting)                                                                                      \
    F(S, TEXT, corrected) /* what it would have come to by the corrections; empty: there are none */         \
    F(S, TEXT, result)    /* empty while open */
/* A clock; its key is "2026-03-16 PRT-2026-001 detailed_analysis deadline", so that keys sort by due, case,
 * id. */
#define TIMER_STATE_FIELDS(F, R, L, S)                                                                       \
    F(S, DATE, due)                                                                                          \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, what) /* deadline, undecided, level, trigger */

RECORD_STRUCT(Term, TERM_FIELDS)
RECORD_STRUCT(HeldRole, HELD_ROLE_FIELDS)
RECORD_STRUCT(HeldValue, HELD_VALUE_FIELDS)
RECORD_STRUCT(DatedRow, DATED_ROW_FIELDS)
RECORD_STRUCT(FactState, FACT_STATE_FIELDS)
RECORD_STRUCT(PartState, PART_STATE_FIELDS)
RECORD_STRUCT(RecommendationState, RECOMMENDATION_STATE_FIELDS)
RECORD_STRUCT(StepState, STEP_STATE_FIELDS)
RECORD_STRUCT(SheetState, SHEET_STATE_FIELDS)
RECORD_STRUCT(AnswerState, ANSWER_STATE_FIELDS)
RECORD_STRUCT(ReviewState, REVIEW_STATE_FIELDS)
RECORD_STRUCT(TickState, TICK_STATE_FIELDS)
RECORD_STRUCT(PlacedState, PLACED_STATE_FIELDS)
RECORD_STRUCT(ClosedState, CLOSED_STATE_FIELDS)
RECORD_STRUCT(ReviewerState, REVIEWER_STATE_FIELDS)
RECORD_STRUCT(ActionState, ACTION_STATE_FIELDS)
RECORD_STRUCT(RecusalState, RECUSAL_STATE_FIELDS)
RECORD_STRUCT(ChallengeState, CHALLENGE_STATE_FIELDS)
RECORD_STRUCT(BreachState, BREACH_STATE_FIELDS)
RECORD_STRUCT(LinkState, LINK_STATE_FIELDS)
RECORD_STRUCT(ClockState, CLOCK_STATE_FIELDS)
RECORD_STRUCT(StandingState, STANDING_STATE_FIELDS)

/* X(NAME, space, State type, FIELDS, "what it is, in a sentence") */
#define STATE_SPACES(X)                                                                                      \
    X(BOOK, "book", BookState, BOOK_STATE_FIELDS, "the book itself, under the key \"book\"")                 \
    X(PERSON, "person", PersonState, PERSON_STATE_FIELDS, "a person")                                        \
    X(HANDLE, "handle", HandleState, HANDLE_STATE_FIELDS, "a name by which a person is found")               \
    X(OFFICE, "office", HoldersState, HOLDERS_STATE_FIELDS, "an office and its holders")                     \
    X(RENAMED, "renamed", RenamedState, RENAMED_STATE_FIELDS, "a body, office or role that was renamed")     \
    X(DELEGATION, "delegation", DelegationState, DELEGATION_STATE_FIELDS, "a delegation")                    \
    X(DELEGATED, "delegated", DelegatedState, DELEGATED_STATE_FIELDS, "where delegations are found")         \
    X(REGISTER, "register", RegisterRowState, REGISTER_ROW_STATE_FIELDS, "a row of a register")              \
    X(SERIES, "series", SeriesState, SERIES_STATE_FIELDS, "the last number given in a year")                 \
    X(SCOPE, "scope", ScopeState, SCOPE_STATE_FIELDS, "how many entries a case or meeting has")              \
    X(CASE, "case", CaseState, CASE_STATE_FIELDS, "a case")                                                  \
    X(OPEN_CASE, "open_case", SeriesState, SERIES_STATE_FIELDS, "a case that has not ended")                 \
    X(COUNTED, "counted", CountedState, COUNTED_STATE_FIELDS, "where totals find a case")                    \
    X(MEASURED, "measured", MeasuredState, MEASURED_STATE_FIELDS, "what was measured in a period")           \
    X(METRIC, "metric", MetricSeriesState, METRIC_SERIES_STATE_FIELDS, "a series of measurements")           \
    X(WATCHED, "watched", WatchedState, WATCHED_STATE_FIELDS, "a case that triggers watch")                  \
    X(OPENED, "opened", OpenedState, OPENED_STATE_FIELDS, "where triggers find the cases they count")        \
    X(TRIGGER, "trigger", TriggerState, TRIGGER_STATE_FIELDS, "how a trigger stands with a case")            \
    X(MEETING, "meeting", MeetingState, MEETING_STATE_FIELDS, "a meeting")                                   \
    X(OPEN_ACTION, "open_action", OpenActionState, OPEN_ACTION_STATE_FIELDS, "what is still to be done")     \
    X(OPEN_CONDITION, "open_condition", OpenConditionState, OPEN_CONDITION_STATE_FIELDS,                     \
      "a condition that is still to be met")                                                                 \
    X(MOTION, "motion", MotionState, MOTION_STATE_FIELDS, "a motion")                                        \
    X(PUT, "put", PutState, PUT_STATE_FIELDS, "the facts of a case that were put, or approved")              \
    X(EVIDENCE, "evidence", EvidenceState, EVIDENCE_STATE_FIELDS, "a file of evidence")                      \
    X(KEPT_UNTIL, "kept_until", SeriesState, SERIES_STATE_FIELDS, "when a file of evidence may go")          \
    X(CONTENT, "content", ContentState, CONTENT_STATE_FIELDS, "the bytes of files of evidence")              \
    X(OUTBOX, "outbox", OutboxState, OUTBOX_STATE_FIELDS, "a message that waits to be sent")                 \
    X(TIMER, "timer", TimerState, TIMER_STATE_FIELDS, "a clock that runs")

RECORD_STRUCT(EditionState, EDITION_STATE_FIELDS)
RECORD_STRUCT(BookState, BOOK_STATE_FIELDS)
RECORD_STRUCT(PersonState, PERSON_STATE_FIELDS)
RECORD_STRUCT(HandleState, HANDLE_STATE_FIELDS)
RECORD_STRUCT(HoldersState,
              HOLDERS_STATE_FIELDS) /* offices and bodies share the space "office": names are unique */
RECORD_STRUCT(RenamedState, RENAMED_STATE_FIELDS)
RECORD_STRUCT(DelegationState, DELEGATION_STATE_FIELDS)
RECORD_STRUCT(DelegatedState, DELEGATED_STATE_FIELDS)
RECORD_STRUCT(RegisterRowState, REGISTER_ROW_STATE_FIELDS)
RECORD_STRUCT(SeriesState, SERIES_STATE_FIELDS)
RECORD_STRUCT(ScopeState, SCOPE_STATE_FIELDS)
RECORD_STRUCT(CaseState, CASE_STATE_FIELDS)
RECORD_STRUCT(CountedState, COUNTED_STATE_FIELDS)
RECORD_STRUCT(MeasuredState, MEASURED_STATE_FIELDS)
RECORD_STRUCT(MetricSeriesState, METRIC_SERIES_STATE_FIELDS)
RECORD_STRUCT(WatchedState, WATCHED_STATE_FIELDS)
RECORD_STRUCT(OpenedState, OPENED_STATE_FIELDS)
RECORD_STRUCT(TriggerState, TRIGGER_STATE_FIELDS)
RECORD_STRUCT(MeetingState, MEETING_STATE_FIELDS)
RECORD_STRUCT(OpenActionState, OPEN_ACTION_STATE_FIELDS)
RECORD_STRUCT(MotionState, MOTION_STATE_FIELDS)
RECORD_STRUCT(PutState, PUT_STATE_FIELDS)
RECORD_STRUCT(TimerState, TIMER_STATE_FIELDS)

typedef enum StateSpace {
#define X(name, space, type, fields, sentence) SPACE_##name,
    STATE_SPACES(X)
#undef X
        STATE_SPACE_COUNT
} StateSpace;

typedef struct SpaceRow {
    Text word;
    const RecordType *type;
} SpaceRow;

const SpaceRow *space_row(StateSpace space);

#endif
