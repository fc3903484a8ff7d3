/* expiry: approvals that expire; for the files of this room only.
 *
 * An end may say how long what was approved holds: from then on its case has two clocks, one that opens the
 * case in which it is renewed, and one with which it expires. A case that renews it, and is approved, stops
 * both. */
#ifndef BYLAW_PROCEEDINGS_EXPIRY_H
#define BYLAW_PROCEEDINGS_EXPIRY_H

#include "proceedings/conditions.h"

/* A case has come to an end that says how long it holds (expiry.c). */
bool set_expiry(Turn *turn, Text subject, const FlowStep *end);
/* A case has ended: where it was approved, what it renews is renewed. */
bool renew(Turn *turn, Text subject);
/* The clocks: what it waits for is not in `step`. */
bool renewal_passed(Turn *turn, Text subject, Text step, Date due);
bool expiry_passed(Turn *turn, Text subject, Text step, Date due);
/* Folding: the case goes on, so that nothing expires (apply_expiry.c). */
void forget_expiry(Applied *applied, CaseState *subject);

#endif
