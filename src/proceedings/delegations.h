/* delegations: what others decide in the place of a body or an office, found by whose authority it is. */
#ifndef BYLAW_PROCEEDINGS_DELEGATIONS_H
#define BYLAW_PROCEEDINGS_DELEGATIONS_H

#include "proceedings/state.h"

/* On its days, and not revoked. */
bool delegation_runs(const DelegationState *delegation, Date on);
/* Walks over what a body or an office has delegated and has not run out by the day; `from` empty: the first.
 */
bool state_next_delegation(State *state, Text of, Date on, Text from, Text *place,
                           const DelegationState **delegation);
/* Where one is found among those of the same body or office. */
Text delegated_place(State *state, Text of, Date until, Text number);

#endif
