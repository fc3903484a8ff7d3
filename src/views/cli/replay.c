/* replay: every command carried out again, every entry compared. */
#include "views/cli/cli.h"

const bylaw_argument replay_arguments[] = {{0}};
const char replay_examples[] = "bylaw replay\n";

int run_replay(const Line *line) {
    return on_book(line, false, bylaw_replay);
}
