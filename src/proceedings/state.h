/* state: what stands, folded from entries: people, bodies, cases, meetings, motions, clocks. Objects are
 * records kept under a space and a key; they are fetched when a command first needs them, so a command's cost
 * does not grow with the history. Only state_apply() changes them: rebuilding is applying every entry again.
 *
 * Pure: what it reads comes through a StateSource, and it writes nowhere; state_changes() says
 * what changed. */
#ifndef BYLAW_PROCEEDINGS_STATE_H
#define BYLAW_PROCEEDINGS_STATE_H

#include "base/map.h"
#include "engine/engine.h"
#include "proceedings/kinds.h"
#include "proceedings/refusals.h"
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

/* Where state comes from. Each answers into the arena given; false: there is none (or, of unseal, it has been
 * erased). Failures of the store beneath are the source's to remember: it answers false from then on. */
typedef struct StateSource {
    void *context;
    bool (*get)(void *context, Arena *arena, Text space, Text key, Text *bytes);
    /* The first key at or after `from` in a space; for clocks and lists. */
    bool (*next)(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes);
    bool (*unseal)(void *context, Arena *arena, Text commitment, Text *value);
    bool (*blob)(void *context, Arena *arena, Text digest, Text *bytes);
    /* The compiled charter of that name. */
    const Program *(*charter)(void *context, Text name);
} StateSource;

typedef struct State State;

State *state_new(Arena *arena, const StateSource *source); /* the source itself is copied */
Arena *state_arena(State *state);

/* An object, or NULL when there is none. What they give may be read; only state_apply() changes it. */
const BookState *state_book(State *state);
const PersonState *state_person(State *state, Text id);
const HoldersState *state_holders(State *state, Text office_or_body);
const CaseState *state_case(State *state, Text number);
const MeetingState *state_meeting(State *state, Text number);
const MotionState *state_motion(State *state, Text number);
const DelegationState *state_delegation(State *state, Text number);
int64_t state_scope_version(State *state, Text scope);
/* Walks: the first at or after `from`; false at the end. Objects changed or made in this state are seen. */
bool state_next_open_case(State *state, Text from, Text *number);
/* What meetings have assigned and is not done, in the order due; `from` empty: the first. */
bool state_next_action(State *state, Text from, Text *place, const OpenActionState **action);
bool state_next_meeting(State *state, Text from, const MeetingState **meeting); /* by their numbers */
bool state_next_timer(State *state, Text from, Text *key, const TimerState **timer);
Text key_after(Arena *arena, Text key); /* where a walk goes on after a key */
bool state_unseal(State *state, Text commitment, Text *value);
/* A sealed value that is JSON, unsealed and read once; NULL: it was erased, or is none. */
const Tree *state_sealed_tree(State *state, Text commitment);
bool state_blob(State *state, Text digest, Text *bytes);
/* Why an object could not be read (a damaged book); empty: all could. state_apply() then answers false. */
Text state_problem(const State *state);
const Program *state_charter(State *state, Text name); /* NULL: it cannot be had */

/* Editions of the charter (editions.c). The one in force on a day; before the first it is that. */
Text charter_on(State *state, Date on);
const Program *program_on(State *state, Date on); /* NULL: there is no book, or it cannot be had */

/* Bodies, offices and roles go by several names where editions have renamed them (posts.c). */
bool same_post(State *state, Text one, Text other);
Text first_name(State *state, Text post);                      /* under which what is known of it is kept */
Text post_in(State *state, const Program *program, Text post); /* as that charter calls it; else as given */
void post_names(Arena *arena, const Program *program, TextList *names); /* all, by their full names */

/* A person by id (P-000012), by handle or login, or by full name, where that is unique; false: nobody. */
bool state_find_person(State *state, Text who, Text *id);
/* The same; where it finds nobody, refused as NO_SUCH_PERSON with a name that is near. */
bool resolve_person(State *state, Text who, Text *id, Refusal *refusal);
/* The person whose login is the system user's name; a handle that happens to be the same is not asked. */
bool state_find_login(State *state, Text login, Text *id);
/* "m-12" is M-2026-012 in the year of the day, and "M-2025-1" M-2025-001; what is no number stays as it is.
 */
Text whole_number(Arena *arena, Text given, Date day);
/* The person's profile field ("key", "name", "login") out of the vault; "P-000012" when it was erased. */
Text state_person_name(State *state, Text id, const char *field);

/* Questions that commands and readers share; days are [from, until). */
bool person_has_role(State *state, Text person, Text role, Date on);
/* In which somebody has a place in a body, an office or a role, whatever it is; NULL: they have none. */
const Term *term_on(State *state, Text post, Text person, Date on);
/* Of an office, a body, or a person, who is their own. While nobody holds an office, its deputies do. */
bool holds(State *state, Text decider, Text person, Date on);
bool is_chair(State *state, Text body, Text person, Date on);
bool is_deputy(State *state, Text post, Text person, Date on);
bool is_alternate(State *state, Text body, Text person, Date on); /* for whomever */
void deputies_on(State *state, Text office, Date on, TextList *out);
void holders_on(State *state, Text decider, Date on, TextList *out); /* in the order they were entered */
const StepState *case_step(const CaseState *subject, Text step);     /* the latest of that name */
const ReviewState *case_review(const CaseState *subject, Text review);
const TickState *case_tick(const CaseState *subject, Text checklist, Text item); /* NULL: none stands */
const FactState *case_fact(const CaseState *subject, Text name);
const Program *case_program(State *state, const CaseState *subject);
const Workflow *case_workflow(State *state, const CaseState *subject);
/* The case about which this one is, where both are of the same group of facts, and so on; else itself: what
 * is measured is measured of that, and totals count that. */
const CaseState *case_matter(State *state, const CaseState *subject);
/* Who opened it; of one that a trigger opened, who opened the case about which it is. Empty: nobody did. */
Text case_opener(State *state, const CaseState *subject);

/* The closed session in which something was said at that time, on a case or on none; NULL: it was open. */
const ClosedState *closed_session_at(const MeetingState *meeting, Moment at, Text about);
/* Whether somebody may know what was said there: a member who takes part in the case, whoever was admitted,
 * and who keeps the record. */
bool may_know_closed(State *state, const MeetingState *meeting, Moment at, Text about, Text person);

/* A row by its key, whose values are written as entries have them; NULL: there is none. */
const RegisterRowState *state_row(State *state, Text of, const TextList *key);
/* Walks over the rows of a register, in the order of their keys; `from` empty: the first. */
bool state_next_row(State *state, Text of, Text from, Text *place, const RegisterRowState **row);
/* What a row holds in a field on a day, and by which entry: a value of null where that entry says that it is
 * missing, or ended the row. False: nothing was said of that day. */
bool row_holds(const RegisterRowState *row, Text field, Date on, HeldValue *out);
/* The dated row that says so; NULL: none. */
const DatedRow *row_on(const RegisterRowState *row, Text field, Date on);
bool covers(Date from, Date until, Date on); /* [from, until), where DATE_NONE is open */
/* Registers as a program of that charter reads them. */
Registry state_registry(State *state, const Program *program);

/* Measurements (measuring.c). `subject` is a case, `member` of the metric's enum; both may be empty. NULL:
 * nothing was measured. */
const MeasuredState *state_measured(State *state, const Metric *metric, Text subject, Text member,
                                    Date period);
const MeasuredState *last_measured(State *state, const Metric *metric, Text subject, Text member);
/* How many periods one after another, up to this one, miss the target: no more than `most` are counted. */
int64_t periods_missed(State *state, const Metric *metric, Text subject, Text member, Date period,
                       int64_t most);
/* Walks over the series of a metric; `from` empty: the first. */
bool state_next_series(State *state, const Metric *metric, Text from, Text *place,
                       const MetricSeriesState **series);
/* Walks over the periods of a series, in their order. */
bool state_next_measured(State *state, const Metric *metric, const MetricSeriesState *series, Text from,
                         Text *place, const MeasuredState **measured);

/* Evidence (evidence.c): by "E2", in any case; NULL: the case has none that is so called. */
const EvidenceState *state_evidence(State *state, Text subject, Text called);
/* Walks over the evidence of a case in the order of its numbers; `number` 0: the first. */
const EvidenceState *next_evidence(State *state, Text subject, int64_t number);
/* Walks over what may be discarded on the day, the longest due first; `from` empty: the first. */
const EvidenceState *next_expired(State *state, Text from, Date today, Text *place);

/* Folds one entry in: the only way state changes. `body` is the record of the kind's row. False and a
 * sentence when the entry cannot follow what stands (a damaged book). */
typedef struct EntryContext {
    int64_t seq;
    Text scope;
    Text actor;
    Text charter;
    Moment happened;
} EntryContext;
bool state_apply(State *state, const EntryContext *entry, EntryKind kind, const void *body, Text *error);

/* An object as it is kept: the mark of its rows, and the packed record (value/pack.h). What other rows have
 * written is not read, but made again from the entries. */
Text state_kept_form(State *state, StateSpace space, const void *record);

/* Every object changed since state_new(), in a fixed order; an empty value: it is gone. */
void state_changes(State *state, void (*each)(void *context, Text space, Text key, Text value),
                   void *context);

#endif
