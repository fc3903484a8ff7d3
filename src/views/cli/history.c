/* history: entries, in words. */
#include "views/cli/cli.h"

const bylaw_argument history_arguments[] = {
    {"NUMBER", BYLAW_BY_PLACE_ALL, false, false, false, "a case, meeting or motion (else: the whole book)"},
    {0}};
const char history_examples[] = "bylaw history PRT-2026-001\n";

int run_history(const Line *line) {
    bylaw_read_options options = read_options(line);
    return read_book(line, bylaw_history, &options);
}
