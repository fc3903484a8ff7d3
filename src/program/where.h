/* where: the places that the parts of a program name: an index into one of its arrays, and the line of the
 * rules that a thing is from. */
#ifndef BYLAW_PROGRAM_WHERE_H
#define BYLAW_PROGRAM_WHERE_H

#include "base/text.h"

typedef int32_t Index;
enum { NONE = -1 };

/* Where a rule stands and what it cites (law L7). */
typedef struct Where {
    Text path;
    uint32_t line;
    Text source; /* "§8.1"; empty when nothing is cited */
} Where;

#endif
