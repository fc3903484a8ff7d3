/* test_text: an example that the analysis found, as a test that its author can paste into the rules. */
#ifndef BYLAW_MODEL_ANALYSIS_TEST_TEXT_H
#define BYLAW_MODEL_ANALYSIS_TEST_TEXT_H

#include "model/analysis/cover.h"

/* What of an example can be given is given; what is worked out stands in a comment. What is expected is what
 * the row says, and a comment asks the author whether it should be; `by_row` names the row too, where it is
 * there already. */
Text test_text(const Model *model, const Symbol *table, const Grid *grid, const CoverExample *example,
               const TableRow *row, bool by_row);

#endif
