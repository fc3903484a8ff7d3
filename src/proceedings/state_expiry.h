/* state_expiry: until when what was approved in a case holds (proceedings/state.h says how state is kept). */
#ifndef BYLAW_PROCEEDINGS_STATE_EXPIRY_H
#define BYLAW_PROCEEDINGS_STATE_EXPIRY_H

#include "value/record.h"

#define EXPIRY_STATE_FIELDS(F, R, L, S)                                                                      \
    F(S, DATE, until)                                                                                        \
    F(S, DATE, ahead)                                                                                        \
    F(S, TEXT, workflow)                    /* that renews it */                                             \
    F(S, TEXT, opened)                      /* the case in which it is to be renewed */                      \
    F(S, BOOL, stopped)                     /* it fell, and may stand again */                               \
    F(S, DATE, expired) F(S, TEXT, renewed) /* by which case */

RECORD_STRUCT(ExpiryState, EXPIRY_STATE_FIELDS)

#endif
