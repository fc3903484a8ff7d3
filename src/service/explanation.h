/* explanation: docs/diagnostics.md, which the build puts into the library (docs/embed.cmake): the one page
 * that says of each code what it is and shows an example. */
#ifndef BYLAW_SERVICE_EXPLANATION_H
#define BYLAW_SERVICE_EXPLANATION_H

#include <stddef.h>

extern const unsigned char diagnostics_page[];
extern const size_t diagnostics_page_length;

#endif
