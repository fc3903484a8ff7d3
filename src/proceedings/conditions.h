/* conditions: what is carried with conditions (law P5); for the files of this room only.
 *
 * Conditions are put with a motion, before anybody votes, and fall with it. When the motion's step is carried
 * they are the case's own, numbered anew, each with a clock: it is discharged or waived by whom it names, or
 * lapses with the day by which it was due. Where the workflow says what follows from that, the approval
 * falls. They outlive the end of an approved case. In clocks and lapses a condition stands by its number
 * where steps stand by their name. */
#ifndef BYLAW_PROCEEDINGS_CONDITIONS_H
#define BYLAW_PROCEEDINGS_CONDITIONS_H

#include "proceedings/motion.h"

/* --- what happens (conditions.c, lapsing.c) ------------------------------------------------------------- */

/* A step was carried: what was put with its motions are conditions of the case from now on. */
bool set_conditions(Turn *turn, Text subject, Text step);
/* Fell due: lapses, and goes where the workflow leads from "lapsed". */
bool condition_passed(Turn *turn, Text subject, Text number, Date due);
/* Takes up again one that lapsed, and with it the approval that fell by it. */
bool revive_condition(Turn *turn, const CaseState *subject, const ConditionState *lapsed, Text because);
/* By its number as it is written; NULL: the case has none such. Needed, that is refused. */
const ConditionState *condition_written(const CaseState *subject, Text number); /* subject.c */
const ConditionState *need_condition(Turn *turn, const CaseState *subject, Text number);

/* --- folding (apply_conditions.c) ----------------------------------------------------------------------- */

/* What was carried at the step (at any, where it is empty) stands no longer, from this entry on: conditions
 * that are open fall with it. */
void conditions_fall(Applied *applied, CaseState *subject, Text step);
/* The case goes back to a step: what was carried there or later is decided anew. */
void conditions_set_aside(Applied *applied, CaseState *subject, Text step);
/* Its clock was moved to another day. */
void condition_moved(State *state, CaseState *subject, Text number, Date due);

#endif
