/* triggers: what opens cases by itself; for the files of this room only.
 *
 * A trigger is *about* the cases of its group that it watches: those that are open, and those that have ended
 * where its workflow is still `ongoing`; one of no group is about none (an empty subject). Something comes
 * about for it (a fact changes, a target is missed, a condition comes to hold) or one of its days comes, and
 * then it has a clock, which the next advance applies (law P7): it fires. */
#ifndef BYLAW_PROCEEDINGS_TRIGGERS_H
#define BYLAW_PROCEEDINGS_TRIGGERS_H

#include "proceedings/turn.h"

/* --- how they stand (triggers.c) ------------------------------------------------------------------------ */

/* Of the case's charter; without a case of the book's. */
const Program *watching_program(State *state, Text subject);
const TriggerState *trigger_state(State *state, const Trigger *trigger, Text subject); /* NULL: nothing yet */
bool trigger_watches(State *state, const Trigger *trigger, const CaseState *subject);
/* Walks over the cases of a group that some trigger watches; `from` empty: the first. */
bool next_watched(State *state, Text group, Text from, Text *place, Text *number);

/* --- its own days (trigger_days.c) ---------------------------------------------------------------------- */

/* The clause on which it fires on a day of its own; NULL: the day is none of them. */
const Cause *cause_on_day(const Program *program, const Trigger *trigger, const TriggerState *stands,
                          Date on);
/* The first of its days from a day on, among those of the charter and after its rest; DATE_NONE: none. */
Date next_day(const Program *program, const Trigger *trigger, const TriggerState *stands, Date from);

/* --- folding (triggers.c): what happens, and what comes about by it ------------------------------------- */

/* `on` is the day from which on a trigger may fire on it. */
void watch_book(State *state, Date on);
/* The triggers of no case that the book has by one charter, before it goes on under another. */
void unwatch_book(State *state, const Program *before, const Program *now);
/* A case goes on under another charter than `before`, by which it was of this group. */
void watch_migrated(State *state, const CaseState *subject, const Program *before, Text group, Date on);
void watch_opened(State *state, const CaseState *subject, Date on);
void watch_ended(State *state, const CaseState *subject);
/* It is open again, and still says where it had ended. */
void watch_reopened(State *state, const CaseState *subject, Date on);
/* A fact is about to be stated anew: `was` still stands. */
void watch_fact(State *state, const CaseState *subject, const FactState *was, const FactState *is, Date on);
/* What a review has come to, the entry that says so, and its day: it begins some duties and ends others. */
typedef struct DutyBegun {
    Text outcome;
    int64_t entry;
    Date on;
} DutyBegun;
void watch_reviewed(State *state, const CaseState *held, Text review, const DutyBegun *begun);
void watch_measured(State *state, const Measured *measured, Date on);

/* --- conditions (noticing.c) ---------------------------------------------------------------------------- */

/* After an act: enters which conditions of triggers have come to hold, or hold no more, for the cases that
 * its effects from `first` on are of. */
bool notice_conditions(Turn *turn, size_t first, Date on);
/* The same on a day, for every case that is watched. */
bool notice_on_day(Turn *turn, Date day);
/* Has the book a case whose conditions are looked at day by day? */
bool notices_days(State *state);

/* --- firing (firing.c) ---------------------------------------------------------------------------------- */

/* What is stated of a case, where a case of the workflow is of the same group; NULL: nothing. */
Tree *facts_carried(Turn *turn, const CaseState *subject, const Workflow *workflow);
bool trigger_fell_due(Turn *turn, Text subject, Text trigger, Date due);

#endif
