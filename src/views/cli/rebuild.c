/* rebuild: everything made again that is made from the entries. */
#include "views/cli/cli.h"

const bylaw_argument rebuild_arguments[] = {{0}};
const char rebuild_examples[] = "bylaw rebuild\n";

int run_rebuild(const Line *line) {
    return on_book(line, true, bylaw_rebuild);
}
