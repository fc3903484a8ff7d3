/* spelling: when two names read alike. */
#ifndef BYLAW_MODEL_ANALYSIS_SPELLING_H
#define BYLAW_MODEL_ANALYSIS_SPELLING_H

#include "base/text.h"

/* Writes a name, or words that are shown in its place, without case, spaces and underscores. */
void write_folded(Buf *buf, Text name);

#endif
