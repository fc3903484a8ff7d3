/* state_outbox: messages that wait to be sent (proceedings/state.h says how objects are kept). No name,
 * address or sentence stands in them: those are looked up when a message is sent. */
#ifndef BYLAW_PROCEEDINGS_STATE_OUTBOX_H
#define BYLAW_PROCEEDINGS_STATE_OUTBOX_H

#include "value/record.h"

/* Of whom an entry is to be told; its key is "000000000042 P-000003". */
#define OUTBOX_STATE_FIELDS(F, R, L, S) F(S, INT, entry) F(S, TEXT, person) F(S, TEXT, kind)

RECORD_STRUCT(OutboxState, OUTBOX_STATE_FIELDS)

#endif
