/* kinds: what a command can cause: every kind of entry, its body's fields, and its sentence. Codes and
 * arguments are entered, never sentences; {field} in a sentence is filled in when an entry is shown, and what
 * stands in [ ] only when its fields are there. Bodies evolve by version: a kind whose fields change gets a
 * higher one, and the old stays readable. */
#ifndef BYLAW_PROCEEDINGS_KINDS_H
#define BYLAW_PROCEEDINGS_KINDS_H

#include "value/record.h"

#define COMMAND_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, verb) F(S, TREE, args) F(S, TEXT, args_blob) /* large arguments: their digest */

#define BOOK_OPENED_BODY(F, R, L, S) F(S, TEXT, origin) F(S, TEXT, key) F(S, TEXT, founder)
#define CHARTER_ADOPTED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, charter)                                                                                      \
    F(S, TEXT, title) F(S, TEXT, edition) F(S, INT, language) F(S, DATE, from) F(S, DATE, until)
#define PERSON_ENTERED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, profile) /* commitment: {"key","name","login"} in the vault */                                \
    F(S, TEXT, again)   /* "again": the person was in the book already */
#define ROLE_GIVEN_BODY(F, R, L, S) F(S, TEXT, person) F(S, TEXT, role) F(S, DATE, from) F(S, DATE, until)
#define OFFICE_TAKEN_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, office)                                                                                       \
    F(S, TEXT, as) /* "deputy"; empty: who holds it */                                                       \
    F(S, DATE, from) F(S, DATE, until)
#define SEAT_TAKEN_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, body)                                                                                         \
    F(S, TEXT, as)     /* "chair", "deputy", "observer", "alternate"; empty: a member */                     \
    F(S, TEXT, member) /* in whose place an alternate sits */                                                \
    F(S, DATE, from) F(S, DATE, until)
/* The term that began on `from` (an alternate's for that member) ends with the day before `on`. */
#define RELEASED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, post) /* a body, an office or a role */                                                       \
    F(S, TEXT, member)                                                                                       \
    F(S, DATE, from) F(S, DATE, on) F(S, TEXT, because)
/* What a row of a register holds from a day on: a field that is not said stays, null is missing. */
#define REGISTERED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, of)                                                                                           \
    F(S, TEXTS, key)                                                                                         \
    F(S, TREE, values)                                                                                       \
    F(S, TEXT, ended) /* "ended": it holds nothing any more */                                               \
    F(S, DATE, from) F(S, DATE, until)
/* `target` and what came of it stand here so that nobody has to look them up; one value for a metric, subject
 * and period: a later one corrects the earlier. */
#define MEASURED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, metric)                                                                                       \
    F(S, TEXT, subject) /* a case; empty: of the organisation */                                             \
    F(S, TEXT, member)  /* of the enum for each of whose members it is measured */                           \
    F(S, DATE, period)  /* its first day */                                                                  \
    F(S, TREE, value)                                                                                        \
    F(S, TEXT, unit)                                                                                         \
    F(S, TEXT, target)                                                                                       \
    F(S, TEXT, came_to)                                                     /* "met" or "missed" */          \
    F(S, TEXT, source) /* where the value comes from */ F(S, INT, corrects) /* the entry before */
/* By a person, or by a trigger and then perhaps about another case. */
#define CASE_OPENED_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, workflow)                                                                                     \
    F(S, TEXT, opener)                                                                                       \
    F(S, TEXT, trigger) F(S, TEXT, about) F(S, DATE, opened) /* where that is not the day it happened */
#define FACTS_STATED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TREE, facts) F(S, TEXT, note) F(S, TEXT, carried_from) /* the case in which they were stated */
#define STEP_ENTERED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, DATE, due) F(S, DATE, began) /* where that is not the day it happened */
#define STEP_ENDED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, outcome) F(S, TEXT, note)
#define SCORED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, scorer) F(S, TEXT, role) F(S, TREE, scores)
#define DETERMINED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, unit) F(S, TEXT, outcome) F(S, TEXT, row) F(S, TREE, reasons)
#define REVIEW_STEP_ENTERED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, review) F(S, TEXT, step)
#define ANSWERED_BODY(F, R, L, S)            F(S, TEXT, subject) F(S, TEXT, review) F(S, TREE, answers) F(S, TEXT, note)
#define PLANNED_BODY(F, R, L, S)             F(S, TEXT, subject) F(S, TEXT, review) F(S, TREE, plans)
#define REVIEW_VOTED_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, review)                                                                                       \
    F(S, TEXT, step) F(S, TEXT, question) /* "upheld" or "accepted" */ F(S, BOOL, carried)
#define REVIEW_ENDED_BODY(F, R, L, S)    F(S, TEXT, subject) F(S, TEXT, review) F(S, TEXT, outcome)
#define CHECKLIST_BEGUN_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, checklist)
#define TICKED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, subject) F(S, TEXT, checklist) F(S, TREE, items) F(S, TEXT, evidence) F(S, TEXT, note)
/* Who decides, where that is more than one: a tree laid flat, each part before those within it. */
#define DECIDER_PART_FIELDS(F, R, L, S)                                                                      \
    F(S, TEXT, decider)  /* a body, an office or a person; empty for a part that has others within it */     \
    F(S, INT, within)    /* how many parts follow that are within this one */                                \
    F(S, INT, needed)    /* how many of those right within it must carry */                                  \
    F(S, BOOL, in_order) /* one is asked when the one before it has carried */
#define DECIDER_NAMED_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, decider)                                                                                      \
    L(S, DeciderPart, parts) /* of a joint decision */                                                       \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, escalation)                                                                                   \
    F(S, TEXTS, recommends) F(S, TEXTS, consulted) F(S, TEXTS, informed)
#define RECOMMENDED_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, named) /* the role, office or body of which this is the recommendation */                     \
    F(S, TEXT, person) F(S, TEXT, advice) /* "yes" or "no" */ F(S, TEXT, because)
#define CASE_ENDED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, outcome)
/* `told`: the cases that were approved in place of the body since it last met. Where its notice was too
 * short: the first day that it would have allowed, who waived it, and why. */
#define CONVENED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXT, body)                                                                                         \
    F(S, DATE, on)                                                                                           \
    F(S, TEXT, time)                                                                                         \
    F(S, TEXT, place) F(S, TEXTS, told) F(S, DATE, earliest) F(S, TEXTS, waived) F(S, TEXT, because)
#define ATTENDED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXTS, present) F(S, TEXTS, left) F(S, TEXTS, apologies) F(S, TEXTS, observers)
/* A question that is put between meetings: answers count until the end of the day. */
#define CIRCULATED_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXT, body) F(S, DATE, on) F(S, DATE, until)
/* `issue`: "controverted", which members disagreed on; `resolution`: what became of it. */
#define NOTED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, meeting) F(S, TEXT, about) F(S, TEXT, text) F(S, TEXT, issue) F(S, TEXT, resolution)
#define ASSIGNED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, INT, number) F(S, TEXT, text) F(S, TEXT, owner) F(S, DATE, due) F(S, TEXT, about)
#define ACTION_DONE_BODY(F, R, L, S)       F(S, TEXT, meeting) F(S, INT, number) F(S, TEXT, note)
#define RECUSED_BODY(F, R, L, S)           F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define RECUSAL_WITHDRAWN_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define CANCELLED_BODY(F, R, L, S)         F(S, TEXT, meeting) F(S, TEXT, because)
#define ADJOURNED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, meeting) F(S, DATE, from) F(S, DATE, to) F(S, TEXT, place) F(S, TEXT, because)
/* `text` is what is put, with the facts in it; nothing personal. What was recommended stands beside it, and
 * who of those asked has said nothing. */
#define MOVED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, decider)                                                                                      \
    F(S, TEXT, ballot)                                                                                       \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXT, mover)                                                                                        \
    F(S, TEXT, minutes) /* of a motion to approve minutes, whose meeting is its subject: their digest */     \
    F(S, TEXT, text)                                                                                         \
    F(S, TEXTS, options)  /* one of which is chosen; none: it is for or against */                           \
    F(S, TEXT, otherwise) /* the default of a choice, as voters read it */                                   \
    F(S, TEXTS, recommended) F(S, TEXTS, advised_against) F(S, TEXTS, silent)
#define VOTED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, motion) F(S, TEXTS, in_favour) F(S, TEXTS, against) F(S, TEXTS, abstaining)

/* Who has vetoed a motion, and why. */
#define VETO_FIELDS(F, R, L, S) F(S, TEXT, person) F(S, TEXT, because)
#define VETOED_BODY(F, R, L, S) F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define VETO_WITHDRAWN_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)

/* What the tellers of a counted or secret ballot found (law P3): how many, never who. Who voted stands here
 * of a secret ballot, in the order of the seats. */
#define TALLY_FIELDS(F, R, L, S)                                                                             \
    F(S, TEXT, kind) /* "counted" or "secret" */                                                             \
    F(S, INT, in_favour) F(S, INT, against) F(S, INT, abstaining) F(S, TEXTS, tellers) F(S, TEXTS, voted)

/* Votes on options: from the highest, equal ones together: "porto = tallinn". Among them the default is
 * called "default". */
#define RANKED_BODY(F, R, L, S)        F(S, TEXT, motion) F(S, TEXTS, voters) F(S, TEXTS, ranks)
#define VOTED_ALIKE_FIELDS(F, R, L, S) F(S, TEXTS, ranks) F(S, TEXTS, voters)

/* What a choice came to (law P4): all of it follows from the votes. */
#define PREFERENCE_FIELDS(F, R, L, S)                                                                        \
    F(S, TEXT, option) F(S, TEXT, other) F(S, INT, over) /* rank the one over the other */ F(S, INT, under)
#define OPTION_VOTES_FIELDS(F, R, L, S) F(S, TEXT, option) F(S, INT, votes) /* how many named it */
#define CHOICE_STEP_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXTS, schwartz) L(S, Preference, dropped) /* the weakest defeats within it */
#define CHOICE_MADE_FIELDS(F, R, L, S)                                                                       \
    F(S, TEXT, fact) /* that the option chosen is stated as */                                               \
    F(S, TEXT, method)                                                                                       \
    F(S, TEXTS, options)                                                                                     \
    F(S, TEXT, otherwise)                                                                                    \
    L(S, VotedAlike, votes)                                                                                  \
    L(S, Preference, preferences)                                                                            \
    F(S, TEXTS, kept) /* by quorum and majority */                                                           \
    L(S, OptionVotes, named) L(S, ChoiceStep, steps) F(S, TEXTS, winners)

/* Who is there in the place of a member who is not. */
#define STAND_IN_FIELDS(F, R, L, S) F(S, TEXT, person) F(S, TEXT, member) F(S, TEXT, as) /* "alternate" */

/* The frozen roll (law P4): the result can be recomputed with pen and paper from it alone. */
#define ROLL_FIELDS(F, R, L, S)                                                                              \
    F(S, TEXTS, in_office)                                                                                   \
    F(S, TEXTS, recused)                                                                                     \
    F(S, TEXTS, present)                                                                                     \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against)                                                                                     \
    F(S, TEXTS, abstaining)                                                                                  \
    F(S, TEXTS, advice_for) /* votes that advise, and decide nothing */                                      \
    F(S, TEXTS, advice_against)                                                                              \
    F(S, TEXTS, advice_abstaining)                                                                           \
    F(S, TEXTS, not_voting)                                                                                  \
    L(S, StandIn, standing_in)                                                                               \
    F(S, TEXT, chair)                                                                                        \
    F(S, INT, seats)                                                                                         \
    R(S, Tally, tally) /* in place of the votes of each; of a named none                                     \
                        */
#define COMPARED_FIELDS(F, R, L, S)                                                                          \
    F(S, TEXT, of)     /* "quorum" or "carried" */                                                           \
    F(S, TEXT, option) /* of a choice, which is held against the default */                                  \
    F(S, TEXT, rule)   /* as its author wrote it */                                                          \
    F(S, TEXT, counted)                                                                                      \
    F(S, INT, count)     /* votes for: 7 */                                                                  \
    F(S, TEXT, relation) /* ">" or ">=" */                                                                   \
    F(S, TEXT, needed)   /* "13/2", "sqrt 25", "3" */                                                        \
    F(S, TEXT, base)                                                                                         \
    F(S, INT, base_count) /* members present: 13; empty for a plain number */                                \
    F(S, BOOL, held)
#define CLOSED_BODY(F, R, L, S)                                                                              \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, result)                                                                                       \
    F(S, TEXT, decider)                                                                                      \
    F(S, TEXT, ballot)                                                                                       \
    R(S, Roll, roll)                                                                                         \
    L(S, Compared, comparisons)                                                                              \
    F(S, BOOL, tie)                                                                                          \
    F(S, TEXT, casting)                                                                                      \
    L(S, Veto, vetoes)                                                                                       \
    F(S, BOOL, unopposed)                                                                                    \
    F(S, TEXT, chosen) /* the option, or "default" */ R(S, ChoiceMade, choice)
/* A reviewer approved before the body ("approved"), or left it to the body ("referred"). */
#define EXPEDITED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, decider) F(S, TEXT, person) F(S, TEXT, result) F(S, TEXT, because)
/* Nobody objected, who are named: "carried", or "blocked" where nothing could follow from it. */
#define CONSENTED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, decider) F(S, DATE, due) F(S, TEXT, result) F(S, TEXTS, silent)
/* What each part of a joint decision came to, and by which motion. */
#define PART_DECIDED_FIELDS(F, R, L, S) F(S, TEXT, decider) F(S, TEXT, motion) F(S, TEXT, result)
#define JOINTLY_DECIDED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, decider) F(S, TEXT, result) L(S, PartDecided, parts)
#define MOTION_WITHDRAWN_BODY(F, R, L, S) F(S, TEXT, motion) F(S, TEXT, subject) F(S, TEXT, because)
#define CASE_WITHDRAWN_BODY(F, R, L, S)   F(S, TEXT, subject) F(S, TEXT, because)
#define SUSPENDED_BODY(F, R, L, S)        F(S, TEXT, subject) F(S, TEXT, because)
/* `clocks`: those that were stopped, each with the day on which it was due and the one on which it is now. */
#define CLOCK_MOVED_FIELDS(F, R, L, S) F(S, TEXT, step) F(S, TEXT, what) F(S, DATE, due) F(S, DATE, moved)
#define RESUMED_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, subject) F(S, DATE, since) F(S, INT, days) F(S, TEXT, because) L(S, ClockMoved, clocks)
/* `outcome`: as what it had ended, if it had; `lapsed`: up to when acts were shut out by a lapse. */
#define REOPENED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, outcome) F(S, DATE, lapsed) F(S, TEXT, because)
/* `link`: a word of CASE_LINKS. */
#define CASE_LINKED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, link) F(S, TEXT, other)
#define SUPERSEDED_BODY(F, R, L, S)  F(S, TEXT, subject) F(S, TEXT, by)
/* `decider`: who had decided, at that level of the escalation. */
#define APPEALED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, person) F(S, TEXT, decider) F(S, INT, level) F(S, TEXT, because)
/* `entry`: the one that is corrected, which stays as it is (law R1): of a case's fact, or of a motion's
 * close.
 */
#define CORRECTED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject) F(S, INT, entry) F(S, TEXT, fact) F(S, TEXT, motion) F(S, TEXT, because)
/* What a closed ballot would have come to: `before` is what it did, where that is something else. */
#define VOTES_CORRECTED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXTS, in_favour)                                                                                   \
    F(S, TEXTS, against)                                                                                     \
    F(S, TEXTS, abstaining)                                                                                  \
    R(S, Roll, roll) L(S, Compared, comparisons) F(S, TEXT, result) F(S, TEXT, before)
#define OBJECTED_BODY(F, R, L, S)        F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, person) F(S, TEXT, because)
#define DEADLINE_PASSED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, DATE, due)
#define ESCALATED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, escalation)                                                                                   \
    F(S, INT, level) F(S, TEXT, decider) F(S, TEXT, cause) F(S, DATE, due) F(S, DATE, until)
#define SILENCE_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step) F(S, TEXT, escalation) F(S, INT, level) F(S, DATE, due) F(S, TEXT, result)

#define BREACHED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, invariant) F(S, TEXT, rule) /* as its author wrote it */ F(S, TREE, reasons)
#define BREACH_ENDED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, invariant)
/* Of what was voted, the fact that has changed; of what was computed, the unit that comes out otherwise.
 * Nothing that is personal stands in it. */
#define STALE_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, step)                                                                                         \
    F(S, TEXT, motion) F(S, TEXT, fact) F(S, TEXT, unit) F(S, TEXT, before) F(S, TEXT, after)
#define RECONSIDERED_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, step) F(S, TEXT, because)

/* What a trigger fired on: its clause as its author wrote it, the day, and what was read: measurements by
 * their period, a fact as it was and as it is, cases. `subject` is empty where it is about no case. */
#define TRIGGERED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, trigger)                                                                                      \
    F(S, TEXT, subject)                                                                                      \
    F(S, DATE, on) F(S, TEXT, cause) F(S, TREE, read) F(S, TEXT, because) F(S, TEXT, opens)
#define TRIGGER_PASSED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, trigger)                                                                                      \
    F(S, TEXT, subject)                                                                                      \
    F(S, DATE, on)                                                                                           \
    F(S, TEXT, cause)                                                                                        \
    F(S, TREE, read)                                                                                         \
    F(S, TEXT, why)     /* "not in force", "refused" */                                                      \
    F(S, TEXT, refusal) /* what the case to be opened was refused for */
/* `on`: from which day on the trigger may fire on it. */
#define CONDITION_MET_BODY(F, R, L, S)                                                                       \
    F(S, TEXT, subject) F(S, TEXT, trigger) F(S, TEXT, cause) F(S, DATE, on) F(S, TREE, reasons)
#define CONDITION_LEFT_BODY(F, R, L, S) F(S, TEXT, subject) F(S, TEXT, trigger) F(S, TEXT, cause)

/* X(NAME, word, version, Body type, FIELDS, "sentence") */
#define ENTRY_KINDS(X)                                                                                       \
    X(COMMAND, "command", 1, CommandBody, COMMAND_BODY, "{verb}")                                            \
    X(BOOK_OPENED, "book_opened", 1, BookOpened, BOOK_OPENED_BODY,                                           \
      "the book {origin} was opened by {founder}")                                                           \
    X(CHARTER_ADOPTED, "charter_adopted", 1, CharterAdopted, CHARTER_ADOPTED_BODY,                           \
      "the charter {title}, edition {edition}, is in force from {from}")                                     \
    X(PERSON_ENTERED, "person_entered", 1, PersonEntered, PERSON_ENTERED_BODY,                               \
      "{person} was entered[ {again}]")                                                                      \
    X(ROLE_GIVEN, "role_given", 1, RoleGiven, ROLE_GIVEN_BODY,                                               \
      "{person} has the role {role}[ from {from}][ until {until}]")                                          \
    X(OFFICE_TAKEN, "office_taken", 1, OfficeTaken, OFFICE_TAKEN_BODY,                                       \
      "{person} holds the office {office}[ as {as}][ from {from}][ until {until}]")                          \
    X(SEAT_TAKEN, "seat_taken", 1, SeatTaken, SEAT_TAKEN_BODY,                                               \
      "{person} belongs to {body}[ as {as}][ for {member}][ from {from}][ until {until}]")                   \
    X(RELEASED, "released", 1, Released, RELEASED_BODY, "{person} leaves {post} on {on}: {because}")         \
    X(REGISTERED, "registered", 1, Registered, REGISTERED_BODY,                                              \
      "the row {key} of {of}[ {ended}] from {from}[ until {until}][: {values}]")                             \
    X(MEASURED, "measured", 1, Measured, MEASURED_BODY,                                                      \
      "{metric}[ of {subject}][ for {member}], measured for the period from {period}: {value}[ {unit}]"      \
      "[ ({source})][; the target {target} was {came_to}][; this corrects entry {corrects}]")                \
    X(CASE_OPENED, "case_opened", 1, CaseOpened, CASE_OPENED_BODY,                                           \
      "{subject} was opened[ by {opener}][ by the trigger {trigger}][ about {about}]")                       \
    X(FACTS_STATED, "facts_stated", 1, FactsStated, FACTS_STATED_BODY,                                       \
      "facts were stated: {facts}[ ({note})][, as in {carried_from}]")                                       \
    X(STEP_ENTERED, "step_entered", 1, StepEntered, STEP_ENTERED_BODY, "the step {step} began")              \
    X(STEP_ENDED, "step_ended", 1, StepEnded, STEP_ENDED_BODY,                                               \
      "the step {step} ended: {outcome}[ ({note})]")                                                         \
    X(SCORED, "scored", 1, Scored, SCORED_BODY, "{scorer} scored as {role}: {scores}")                       \
    X(DETERMINED, "determined", 1, Determined, DETERMINED_BODY, "{unit}: {outcome}[, by row {row}]")         \
    X(DECIDER_NAMED, "decider_named", 1, DeciderNamed, DECIDER_NAMED_BODY,                                   \
      "{step} is for {decider} to decide")                                                                   \
    X(REVIEW_STEP_ENTERED, "review_step_entered", 1, ReviewStepEntered, REVIEW_STEP_ENTERED_BODY,            \
      "{review} came to its step {step}")                                                                    \
    X(ANSWERED, "answered", 1, Answered, ANSWERED_BODY, "{review} was answered: {answers}[ ({note})]")       \
    X(PLANNED, "planned", 1, Planned, PLANNED_BODY, "mitigation was planned for {review}: {plans}")          \
    X(REVIEW_VOTED, "review_voted", 1, ReviewVoted, REVIEW_VOTED_BODY,                                       \
      "the vote on {review} at its step {step}: {question}: {carried}")                                      \
    X(REVIEW_ENDED, "review_ended", 1, ReviewEnded, REVIEW_ENDED_BODY, "{review} came to {outcome}")         \
    X(CHECKLIST_BEGUN, "checklist_begun", 1, ChecklistBegun, CHECKLIST_BEGUN_BODY,                           \
      "{checklist} is gone through")                                                                         \
    X(TICKED, "ticked", 1, Ticked, TICKED_BODY, "{checklist}: {items}[; evidence: {evidence}][ ({note})]")   \
    X(CASE_ENDED, "case_ended", 1, CaseEnded, CASE_ENDED_BODY, "{subject} ended: {outcome}")                 \
    X(CONVENED, "convened", 1, Convened, CONVENED_BODY,                                                      \
      "{body} meets on {on}[ at {time}][ in {place}]: {meeting}[; it is told of {told}]"                     \
      "[; its notice, which would have allowed {earliest}, was waived by {waived}: {because}]")              \
    X(ATTENDED, "attended", 1, Attended, ATTENDED_BODY,                                                      \
      "at {meeting}[, present: {present}][, left: {left}][, apologies: {apologies}]"                         \
      "[, observing: {observers}]")                                                                          \
    X(CANCELLED, "cancelled", 1, Cancelled, CANCELLED_BODY, "{meeting} is cancelled: {because}")             \
    X(ADJOURNED, "adjourned", 1, Adjourned, ADJOURNED_BODY,                                                  \
      "{meeting} goes on on {to}[ in {place}], and not on {from}[: {because}]")                              \
    X(CIRCULATED, "circulated", 1, Circulated, CIRCULATED_BODY,                                              \
      "{body} is asked between meetings, from {on} until {until}: {meeting}")                                \
    X(NOTED, "noted", 1, Noted, NOTED_BODY,                                                                  \
      "noted at {meeting}[ about {about}][, {issue}]: {text}[; resolved: {resolution}]")                     \
    X(ASSIGNED, "assigned", 1, Assigned, ASSIGNED_BODY,                                                      \
      "action item {number} of {meeting}, for {owner}[, due by {due}][, about {about}]: {text}")             \
    X(ACTION_DONE, "action_done", 1, ActionDone, ACTION_DONE_BODY,                                           \
      "action item {number} of {meeting} is done[: {note}]")                                                 \
    X(RECUSED, "recused", 1, Recused, RECUSED_BODY, "{person} takes no part in deciding: {because}")         \
    X(RECUSAL_WITHDRAWN, "recusal_withdrawn", 1, RecusalWithdrawn, RECUSAL_WITHDRAWN_BODY,                   \
      "{person} takes part again: {because}")                                                                \
    X(RECOMMENDED, "recommended", 1, Recommended, RECOMMENDED_BODY,                                          \
      "{person} recommended for {named}: {advice}: {because}")                                               \
    X(MOVED, "moved", 1, Moved, MOVED_BODY,                                                                  \
      "{motion} was put to {decider}[: {text}][, with the digest {minutes}][; options: {options}][; "        \
      "recommended by {recommended}]"                                                                        \
      "[; advised against by {advised_against}][; nothing was said by {silent}]")                            \
    X(VOTED, "voted", 1, Voted, VOTED_BODY,                                                                  \
      "votes on {motion}[, for: {in_favour}][, against: {against}][, abstaining: {abstaining}]")             \
    X(RANKED, "ranked", 1, Ranked, RANKED_BODY, "{voters} voted on {motion}: {ranks}")                       \
    X(VETOED, "vetoed", 1, Vetoed, VETOED_BODY, "{person} vetoed {motion}[: {because}]")                     \
    X(VETO_WITHDRAWN, "veto_withdrawn", 1, VetoWithdrawn, VETO_WITHDRAWN_BODY,                               \
      "{person} took back the veto on {motion}[: {because}]")                                                \
    X(CLOSED, "closed", 1, Closed, CLOSED_BODY, "{motion} was {result}[: {chosen}]")                         \
    X(EXPEDITED, "expedited", 1, Expedited, EXPEDITED_BODY,                                                  \
      "{step} was {result} by {person} in place of {decider}: {because}")                                    \
    X(CONSENTED, "consented", 1, Consented, CONSENTED_BODY,                                                  \
      "the time to object to {step} passed in silence: {result}[; silent: {silent}]")                        \
    X(JOINTLY_DECIDED, "jointly_decided", 1, JointlyDecided, JOINTLY_DECIDED_BODY,                           \
      "{step} was {result} by {decider}")                                                                    \
    X(MOTION_WITHDRAWN, "motion_withdrawn", 1, MotionWithdrawn, MOTION_WITHDRAWN_BODY,                       \
      "{motion} was withdrawn: {because}")                                                                   \
    X(CASE_WITHDRAWN, "case_withdrawn", 1, CaseWithdrawn, CASE_WITHDRAWN_BODY,                               \
      "{subject} was withdrawn: {because}")                                                                  \
    X(SUSPENDED, "suspended", 1, Suspended, SUSPENDED_BODY, "{subject} is suspended: {because}")             \
    X(RESUMED, "resumed", 1, Resumed, RESUMED_BODY,                                                          \
      "{subject} goes on, suspended since {since}; its clocks move by {days} days[: {because}]")             \
    X(REOPENED, "reopened", 1, Reopened, REOPENED_BODY,                                                      \
      "{subject} is taken up again at {step}[, having ended: {outcome}][; what lapsed on {lapsed} is "       \
      "lifted]"                                                                                              \
      ": {because}")                                                                                         \
    X(CASE_LINKED, "case_linked", 1, CaseLinked, CASE_LINKED_BODY, "{subject} {link} {other}")               \
    X(SUPERSEDED, "superseded", 1, Superseded, SUPERSEDED_BODY, "{subject} is superseded by {by}")           \
    X(APPEALED, "appealed", 1, Appealed, APPEALED_BODY,                                                      \
      "{person} appealed what {decider} had decided at {step}: {because}")                                   \
    X(CORRECTED, "corrected", 1, Corrected, CORRECTED_BODY,                                                  \
      "entry {entry} is corrected[, in what it says of {fact}][, in the votes on {motion}]: {because}")      \
    X(VOTES_CORRECTED, "votes_corrected", 1, VotesCorrected, VOTES_CORRECTED_BODY,                           \
      "{motion} as corrected[, for: {in_favour}][, against: {against}][, abstaining: {abstaining}]: it "     \
      "comes to {result}[, and was {before}, which stands until it is decided again]")                       \
    X(OBJECTED, "objected", 1, Objected, OBJECTED_BODY, "{person} objected: {because}")                      \
    X(DEADLINE_PASSED, "deadline_passed", 1, DeadlinePassed, DEADLINE_PASSED_BODY,                           \
      "{step} was due by {due} and is overdue")                                                              \
    X(ESCALATED, "escalated", 1, Escalated, ESCALATED_BODY, "{step} went up to {decider}: {cause}")          \
    X(SILENCE, "silence", 1, Silence, SILENCE_BODY,                                                          \
      "{escalation} level {level} passed in silence: {result}")                                              \
    X(BREACHED, "breached", 1, Breached, BREACHED_BODY, "the invariant {invariant} does not hold: {rule}")   \
    X(BREACH_ENDED, "breach_ended", 1, BreachEnded, BREACH_ENDED_BODY,                                       \
      "the invariant {invariant} holds again")                                                               \
    X(STALE, "stale", 1, Stale, STALE_BODY,                                                                  \
      "what was decided at {step} no longer holds[: {fact} has changed][: {unit} comes out otherwise]"       \
      "[, from {before}][ to {after}]")                                                                      \
    X(RECONSIDERED, "reconsidered", 1, Reconsidered, RECONSIDERED_BODY,                                      \
      "{step} is decided anew, and what was open is set aside: {because}")                                   \
    X(TRIGGERED, "triggered", 1, Triggered, TRIGGERED_BODY,                                                  \
      "the trigger {trigger} fired[ for {subject}] on {on}: {cause}[ ({read})]; it opens {opens}"            \
      "[: {because}]")                                                                                       \
    X(TRIGGER_PASSED, "trigger_passed", 1, TriggerPassed, TRIGGER_PASSED_BODY,                               \
      "the trigger {trigger} opened nothing[ for {subject}] on {on}: {cause}[ ({read})]; {why}"              \
      "[ ({refusal})]")                                                                                      \
    X(CONDITION_MET, "condition_met", 1, ConditionMet, CONDITION_MET_BODY,                                   \
      "what the trigger {trigger} waits for has come: {cause}")                                              \
    X(CONDITION_LEFT, "condition_left", 1, ConditionLeft, CONDITION_LEFT_BODY,                               \
      "what the trigger {trigger} waits for is gone: {cause}")

RECORD_STRUCT(Veto, VETO_FIELDS)
RECORD_STRUCT(Tally, TALLY_FIELDS)
RECORD_STRUCT(StandIn, STAND_IN_FIELDS)
RECORD_STRUCT(VotedAlike, VOTED_ALIKE_FIELDS)
RECORD_STRUCT(Preference, PREFERENCE_FIELDS)
RECORD_STRUCT(OptionVotes, OPTION_VOTES_FIELDS)
RECORD_STRUCT(ChoiceStep, CHOICE_STEP_FIELDS)
RECORD_STRUCT(ChoiceMade, CHOICE_MADE_FIELDS)
RECORD_STRUCT(Roll, ROLL_FIELDS)
RECORD_STRUCT(Compared, COMPARED_FIELDS)
RECORD_STRUCT(DeciderPart, DECIDER_PART_FIELDS)
RECORD_STRUCT(ClockMoved, CLOCK_MOVED_FIELDS)
RECORD_STRUCT(PartDecided, PART_DECIDED_FIELDS)

#define X(name, word, version, type, fields, sentence) RECORD_STRUCT(type, fields)
ENTRY_KINDS(X)
#undef X

typedef enum EntryKind {
#define X(name, word, version, type, fields, sentence) KIND_##name,
    ENTRY_KINDS(X)
#undef X
        ENTRY_KIND_COUNT
} EntryKind;

typedef struct KindRow {
    EntryKind kind;
    Text word;
    int64_t version;
    const RecordType *body;
    Text sentence;
} KindRow;

const KindRow *kind_row(EntryKind kind);
const KindRow *kind_find(Text word, int64_t version); /* NULL: not of this release */

#endif
