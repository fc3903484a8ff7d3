/* version: which release this is, and how commits are kept safe. */
#include "views/cli/cli.h"

const bylaw_argument version_arguments[] = {{0}};
const char version_examples[] = "bylaw version\n";

int run_version(const Line *line) {
    return show_result(line, bylaw_version());
}
