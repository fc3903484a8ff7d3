/* show: one case, meeting, motion, body or person as it stands. */
#include "views/cli/cli.h"

const bylaw_argument show_arguments[] = {
    {"NUMBER", BYLAW_BY_PLACE, false, false, false,
     "a case, meeting, motion, body, office or person; \"people\": everybody"},
    {0}};
const char show_examples[] = "bylaw show PRT-2026-001\nbylaw show people\n";

int run_show(const Line *line) {
    bylaw_read_options options = read_options(line);
    return read_book(line, bylaw_show, &options);
}
