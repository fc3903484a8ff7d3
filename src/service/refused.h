/* refused: the log of refused attempts, kept beside the book and outside the ledger (law R3): one line of
 * JSON for each, in a file named like the book with ".refused" after it. It names the rule, never a value. */
#ifndef BYLAW_SERVICE_REFUSED_H
#define BYLAW_SERVICE_REFUSED_H

#include "service/act.h"

/* False when the line could not be written; the refusal stands all the same, and says so. */
bool log_refused(const Acting *acting, const Refusal *refusal);

#endif
