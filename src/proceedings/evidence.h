/* evidence: where files of evidence stand among the objects of the state; for the files of this room only. */
#ifndef BYLAW_PROCEEDINGS_EVIDENCE_H
#define BYLAW_PROCEEDINGS_EVIDENCE_H

#include "proceedings/turn.h"

/* How an entry says where the bytes are kept. */
#define KEPT_IN     "in"
#define KEPT_BESIDE "beside"

Text evidence_series(State *state, Text subject); /* of the numbers within a case */
Text evidence_place(State *state, Text subject, int64_t number);
Text kept_until_place(State *state, const EvidenceState *evidence);

#endif
