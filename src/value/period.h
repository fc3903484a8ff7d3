/* period: the periods of a cadence, by the calendar: days, weeks from Monday on, months, quarters, years. A
 * period is known by its first day. */
#ifndef BYLAW_VALUE_PERIOD_H
#define BYLAW_VALUE_PERIOD_H

#include "value/date.h"

typedef enum Cadence {
    CADENCE_DAILY,
    CADENCE_WEEKLY,
    CADENCE_MONTHLY,
    CADENCE_QUARTERLY,
    CADENCE_YEARLY
} Cadence;

Date period_of(Cadence cadence, Date day); /* the first day of the period that a day lies in */
/* The first day of the period after, or before, the one that begins on `first`; DATE_NONE past the range. */
Date period_after(Cadence cadence, Date first);
Date period_before(Cadence cadence, Date first);

/* "2026-09-14", "2026-W38" (as ISO 8601 counts weeks), "2026-09", "2026-Q3", "2026". */
void period_write(Buf *buf, Cadence cadence, Date first);
Text period_text(Arena *arena, Cadence cadence, Date first);
/* Reads what period_write() writes, or a day in the period. False: it is neither. */
bool period_parse(Text text, Cadence cadence, Date *first);

const char *cadence_word(Cadence cadence); /* "monthly" */

#endif
