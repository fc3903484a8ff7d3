/* calendar: the document "calendar" as iCalendar (RFC 5545), for programs that keep calendars. */
#ifndef BYLAW_VIEWS_CALENDAR_H
#define BYLAW_VIEWS_CALENDAR_H

#include "bylaw.h"

/* The whole text, its lines ended by CR LF, to be freed by free(); NULL: there is no memory. A meeting whose
 * time is known stands in the charter's zone, which is described in it; all else takes whole days. */
char *calendar_write(const bylaw_node *calendar);

#endif
