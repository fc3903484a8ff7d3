/* checkpoint: the signed head of the record. */
#include "views/cli/cli.h"

const bylaw_argument checkpoint_arguments[] = {{0}};
const char checkpoint_examples[] = "bylaw checkpoint > checkpoint.txt\n";

int run_checkpoint(const Line *line) {
    return on_book(line, true, bylaw_checkpoint);
}
