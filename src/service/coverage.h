/* coverage: what the tests of the rules reach, told part by part. */
#ifndef BYLAW_SERVICE_COVERAGE_H
#define BYLAW_SERVICE_COVERAGE_H

#include "engine/coverage.h"
#include "service/service.h"

/* No test can ask for a guard, an invariant, or what a review says by facts alone: they are held against the
 * facts of each. */
void coverage_note_required(Coverage *coverage, Frame *frame, Index test);

/* As the key "coverage" of a document. */
void coverage_to_tree(Arena *arena, const Coverage *coverage, Tree *document);

#endif
