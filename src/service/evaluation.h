/* evaluation: what one set of facts comes to, as a document; of the facts of a file, or of a line. */
#ifndef BYLAW_SERVICE_EVALUATION_H
#define BYLAW_SERVICE_EVALUATION_H

#include "service/service.h"

/* What is evaluated under a name: of a review the condition under which it applies. NONE: there is nothing.
 */
Index evaluated_unit(const Program *program, Text name);
Index evaluated_group(const Program *program, Index unit); /* the facts that it is of; NONE: any */
/* Kind "problem": no such name, and those that there are. */
void say_no_such_unit(bylaw_result *result, const Program *program, Text name);

/* The keys of the document "evaluation", of what the frame's facts come to. */
bylaw_code write_evaluation(Arena *arena, Tree *document, const Program *program, Text name, Index unit,
                            Frame *frame, bool explain);
/* The keys of the document "check", of facts that do not fit the rules. */
bylaw_code write_bad_facts(Arena *arena, Tree *document, const Sources *sources,
                           const Diagnostics *diagnostics);

#endif
