/* closing: what the files of closing a ballot share; for them only. */
#ifndef BYLAW_PROCEEDINGS_CLOSING_H
#define BYLAW_PROCEEDINGS_CLOSING_H

#include "proceedings/ballots.h"
#include "proceedings/motion.h"

typedef struct Closing {
    Turn *turn;
    const MotionState *motion;
    const CaseState *subject;
    Decider decider;
    Roll *roll;
    Closed *body;
} Closing;

/* --- closing.c ------------------------------------------------------------------------------------------ */

void find_result(const Closing *closing); /* into its body, with every comparison */
Counts counts_of(const Closing *closing);
int64_t having_role(const Closing *closing, const TextList *members, Text role); /* how many of them */
bool has_quorum(const Closing *closing);
bool chair_may_cast(const Closing *closing);   /* else refused */
bool chair_can_decide(const Closing *closing); /* one is there who could decide a tie now */

/* --- choices among options (choice_closing.c) ----------------------------------------------------------- */

/* What the votes come to, "carried" where it is an option, with all that it follows from. */
Text find_choice(const Closing *closing);
/* The chair's decision is of a tie, and for an option that is tied; a tie that the chair decides has one. */
bool option_cast_is_right(const Closing *closing);

#endif
